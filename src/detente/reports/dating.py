"""When an act took place, as far as the page says: never the day of printing by default."""

from collections.abc import Sequence
from dataclasses import replace

from detente.model import ActMention, Basis, Report, Sentence, Status, TimeMention, When
from detente.reports.sides import Scene

OPENING = 4  # characters before a time that still opens its sentence: "Le 2 février", "“On Friday"
NEAR = 12  # characters after an act within which a time is its own whatever else is told
LINKED = 4  # the same for a time after "de": "l'audience du 2 février", not "la convention de 2019"
_DONE = frozenset({Status.OCCURRED, Status.DENIED, Status.ALLEGED, Status.CANCELLED})

# Words spoken at a meeting are dated by it when the page tells one dated meeting of the same two.
SPOKEN = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT"})


def of_act(scene: Scene, times: Sequence[TimeMention], status: Status) -> When | None:
    """The time that governs the act: nearest in its clause, else the one that opens the sentence, else a lone one in it.

    Not a time said of something else: in a clause hung under the act, of another act, or of a noun ("la convention de 2019");
    nor a term set for later ("d'ici à fin mai"), unless the act is still to come.
    """
    sentence, act = scene.sentence, scene.act
    inside = [t for t in times if sentence.start <= t.start < sentence.end and t.when]
    own = [t for t in inside if not _foreign(scene, t) and not (_is_term(t) and status in _DONE)]
    start, end = scene.clause
    same = [t for t in own if start <= t.start < end]
    if same:
        return min(same, key=lambda t: (_gap(t, act), t.start)).when
    opening = [t for t in own if t.start - sentence.start < OPENING]
    lone = own if len(inside) == 1 else []
    return next((t.when for t in [*opening, *lone]), None)


def _foreign(scene: Scene, time: TimeMention) -> bool:
    act = scene.act
    nested = [a for a in scene.sentence.arguments if a.act == scene.index and a.role == "nested" and act.form == "verb"]
    if any(a.start <= time.start < a.end and not a.start <= act.head < a.end for a in nested):
        return True
    others = [a.head for a in scene.sentence.acts if a.head != act.head]
    if any(act.end <= head < time.start for head in others) and time.start - act.end > NEAR:
        return True
    before = scene.text[: time.start].rstrip()
    linked = any(before.endswith((f" {w}", f"\u00a0{w}")) or before.endswith(f"{w}’") for w in scene.words("links"))
    return linked and time.start - act.end > LINKED


def _is_term(time: TimeMention) -> bool:
    return time.when is not None and time.when.earliest is None


def inherited(when: When | None, before: When | None) -> When | None:
    """A sentence without a time of its own stands under the one that opened its paragraph ("Depuis 2022, …")."""
    if when is not None or before is None:
        return when
    return replace(before, basis=Basis.INFERRED, reason="told in the paragraph that this date opens")


def opening(sentence: Sentence, times: Sequence[TimeMention]) -> When | None:
    """The time a sentence begins with."""
    return next((t.when for t in times if t.when and 0 <= t.start - sentence.start < OPENING), None)


def _gap(time: TimeMention, act: ActMention) -> int:
    return max(time.start - act.end, act.head - time.end, 0)


def spoken_at_the_meeting(reports: Sequence[Report]) -> list[Report]:
    """Undated words of the parties to the page's one dated meeting get its day, and say so."""
    dated = [(r, r.when) for r in reports if r.type == "CONSULT" and r.when and (r.when.days or 999) <= 7]
    if len({(w.earliest, w.latest) for _, w in dated}) != 1:
        return list(reports)
    meeting, when = dated[0]
    inferred = replace(when, basis=Basis.INFERRED, reason="said at the page's one dated meeting of the same parties")
    return [
        replace(r, when=inferred) if r.when is None and r.type in SPOKEN and r.parties <= meeting.parties else r
        for r in reports
    ]
