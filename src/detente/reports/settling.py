"""How far an act got and when it was, settled together: a day to come makes a plan, a promise is kept on its term."""

from collections.abc import Sequence
from datetime import date

from detente.model import Basis, Cue, Status, TimeMention, When
from detente.reports import dating, reaching
from detente.reports.parties import Named
from detente.reports.scene import Scene
from detente.reports.scope import SAID

CLAIMED = frozenset({"ASSAULT", "COERCE", "REJECT"})  # what the side that suffers it says of the other is a claim
YIELDING = frozenset({"CONCEDE", "RETREAT"})  # done when it is done, though what follows lasts
LASTING = frozenset({"AID", "COOPERATE"})  # what a clause on the side tells in the present is still running
CALLS_OFF = "cancel"  # an act of the codebook
THREAT = "THREATEN"  # is done by being said, whatever it says
DUE = 90  # characters from "devait", "had been due to" to the day: the meeting's name and place stand between
RIGHT_BEHIND = 12  # characters from "put off to" to the new day
BREATH = 30  # characters from "warned" to its day: "the Swiss foreign ministry" is 26
PLAIN = 4  # words of "s'est engagé à", "has promised to"
PROMISED = 60  # characters after a promise in which "not" makes it one to abstain


def settled(
    scene: Scene,
    how: Status,
    type_: str,
    who: Named,
    times: Sequence[TimeMention],
    published: date | None,
    tellers: frozenset[str] = frozenset(),
) -> tuple[Status, When | None]:
    """The status and the time of an act that its words alone leave at `how`. tellers: who is named as saying it."""
    if (new := _put_off(scene, times)) and type_ not in SAID:
        return Status.PLANNED, new
    named = how is Status.PLANNED and scene.act.form == "noun"  # "l'annulation de la visite, *prévue* le 10 mars"
    if (how in (Status.OCCURRED, Status.CANCELLED) or named) and _called_off(scene):
        return Status.CANCELLED, _due(scene, times) or dating.of_act(scene, times, Status.CANCELLED, published)
    when = dating.of_act(scene, times, how, published)
    if type_ == THREAT and when is None:
        when = _warned(scene, times, published)
    if how is Status.OCCURRED and when is None:
        ahead = dating.of_act(scene, times, Status.PLANNED, published)
        promise = type_ != THREAT and _is_promise(scene, who)
        if promise and ((ahead := ahead or _term(scene, times, published)) or _promises_an_act(scene)):
            return Status.PLANNED, ahead
        if ahead and ahead.earliest and _to_come(ahead, published) and _may_be_to_come(scene, type_):
            return Status.PLANNED, ahead
    claimed = type_ in CLAIMED and scene.act.voice != "bare" and not scene.aside and _claimed(tellers, who)
    if how is Status.OCCURRED and claimed:
        how = Status.ALLEGED
    if when is not None and when.latest is None and (scene.ended or type_ in YIELDING):
        return how, when  # "lève la caution imposée depuis février": it runs no more; "laisse passer depuis mardi"
    return _running(scene, how, when, reaching.since(scene, when, times), type_), when


def _called_off(scene: Scene) -> bool:
    """Whether the act calls off what was only planned, and does not break off what was under way ("walked out of the talks")."""
    told = scene.text[scene.act.start : scene.act.end].casefold()
    return scene.act.act == CALLS_OFF and not any(told.startswith(word) for word in scene.language["broken-off"])


def _running(scene: Scene, how: Status, when: When | None, since: bool, type_: str) -> Status:
    """ "Finance depuis 2028", "has occupied since 2008": done, with a beginning and no end, is still running.

    So is a benefit told in the present by a clause on the side: "the United States, which trains its police, …".
    since: whether its time is told by "since".
    """
    act = scene.act
    if how is not Status.OCCURRED or act.tense in ("preterite", "imperfect"):
        return how
    if type_ in SAID and act.form == "verb" and act.tense == "past":
        return how  # "rejected the claim to a land ruled since 1899"
    open_ended = when is not None and when.latest is None and (since or when.basis is not Basis.INFERRED)
    lasting = (
        type_ in LASTING and act.form == "verb" and act.tense == "present" and act.voice == "active" and scene.aside
    )
    return Status.ONGOING if open_ended or lasting else how


def _warned(scene: Scene, times: Sequence[TimeMention], published: date | None) -> When | None:
    """ "Will expel the envoy, Bern *warned on Wednesday*": a threat is done when it is said."""
    verbs = [c.end for c in scene.sentence.speech if c.kind in ("verb", "weak-verb")]
    inside = [t for t in times if scene.sentence.start <= t.start < scene.sentence.end]
    said = (t.when for t in inside if any(end <= t.start <= end + BREATH and _plain(scene, end, t) for end in verbs))
    return next((w for w in said if dating.can_be(w, Status.OCCURRED, published)), None)


def _plain(scene: Scene, start: int, time: TimeMention) -> bool:
    """Whether no mark parts a verb from the day behind it: "a averti *Berne* mercredi"."""
    return not any(mark in scene.text[start : time.start] for mark in ",;:«“")


def _put_off(scene: Scene, times: Sequence[TimeMention]) -> When | None:
    """The new day of what was put off: "devait se rendre à Tbilissi la semaine prochaine, a été reportée à *avril*"."""
    cues = [c for c in scene.sentence.cues if c.kind == "postponed" and scene.act.head < c.end]
    others = [a.head for a in scene.sentence.acts if a.form == "verb" and a.voice != "bare"]
    for cue in cues:
        near = [t for t in times if 0 <= t.start - cue.end <= RIGHT_BEHIND and t.when]
        if near and not any(scene.act.end <= head < cue.start for head in others):
            return near[0].when
    return None


def _due(scene: Scene, times: Sequence[TimeMention]) -> When | None:
    """The day for which what is called off had been set: "a breakfast that had been *pencilled in for* yesterday"."""
    cues = [c for c in scene.sentence.cues if c.kind == "future"]
    set_for = (t for t in times if t.when and any(_leads_to(scene, c, t) for c in cues))
    return next((t.when for t in set_for), None)


def _leads_to(scene: Scene, cue: Cue, time: TimeMention) -> bool:
    between = scene.text[cue.end : time.start]
    return 0 <= time.start - cue.end <= DUE and not any(mark in between for mark in ",;")


def _is_promise(scene: Scene, who: Named) -> bool:
    """One side's word for an act of its own, not to abstain, and no day on which it was given: the act is planned."""
    act = scene.act
    held = [c for c in scene.sentence.cues if c.kind == "negation" and act.end <= c.start < act.end + PROMISED]
    return act.act == "promise" and act.form == "verb" and not who.symmetric and len(who.by) == 1 and not held


def _promises_an_act(scene: Scene) -> bool:
    """ "Promised to reopen": a verb of its own behind one of promising, not "reaffirmed its will to"."""
    content = [a for a in scene.sentence.acts if a.governor == scene.index and a.form == "verb"]
    return bool(content) and len(scene.text[scene.act.start : scene.act.end].split()) <= PLAIN


def _term(scene: Scene, times: Sequence[TimeMention], published: date | None) -> When | None:
    """The one day to come behind a promise: "a promis d'envoyer une frégate, dont l'arrivée est attendue mardi"."""
    behind = [t.when for t in times if scene.act.end <= t.start < scene.sentence.end and t.when]
    return behind[0] if len(behind) == 1 and _to_come(behind[0], published) else None


def _to_come(when: When | None, published: date | None) -> bool:
    """Whether it lies after publication; of a term ("by the end of July"), its end."""
    last = when and (when.earliest or when.latest)
    return bool(last and published and last > published)


def _may_be_to_come(scene: Scene, type_: str) -> bool:
    """A noun or a present may tell what is still to come: "une visite est annoncée pour le 5 mai"."""
    act = scene.act
    return type_ not in SAID and (act.form == "noun" or (act.tense == "present" and act.voice != "bare"))


def _claimed(tellers: frozenset[str], who: Named) -> bool:
    return bool(tellers & set(who.toward)) and not tellers & set(who.by)
