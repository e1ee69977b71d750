"""When an act took place, as far as its own sentence says: never the day of printing by default."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from detente.model import ActMention, Basis, Status, TimeMention, When
from detente.reports.governing import BEHIND, OPENING, clauses, foreign, linked, subjects
from detente.reports.sides import Scene

SINCE = 40  # characters from "depuis" to the year it reaches: "depuis les changements politiques de 2020" is 33
PREPOSITION = 2  # words of "après la" before a noun that it rules
ANNOUNCED = "the day it was told; the act is not later"
DONE = frozenset({Status.OCCURRED, Status.DENIED, Status.ALLEGED, Status.CANCELLED})


def of_act(scene: Scene, times: Sequence[TimeMention], status: Status, published: date | None = None) -> When | None:
    """The time that governs the act: nearest in its clause, else the one that opens the sentence, else a lone one in it.

    Not a time said of something else: in a clause that does not hold the act, of another act, or of a noun ("la convention
    de 2019"); nor one the act cannot have: to come for what is done, its announcement's for what is planned.
    """
    inside = [t for t in _with_reach(scene, times) if t.when]
    own = [t for t in inside if can_be(t.when, status, published) and not _missed(scene, t, published)]
    own = [t for t in own if not foreign(scene, t, inside, published)]
    plain = [t for t in own if not _announced(scene, t)]
    found = _nearest(scene, plain, inside)
    if found or status is Status.PLANNED:
        return found
    announced = _nearest(scene, own, inside)
    return replace(announced, basis=Basis.INFERRED, reason=ANNOUNCED) if announced else None


def _nearest(scene: Scene, own: Sequence[TimeMention], inside: Sequence[TimeMention]) -> When | None:
    start, end = scene.clause
    same = [t for t in own if start <= t.start < end]
    if same:
        return min(same, key=lambda t: (_gap(t, scene.act), t.start)).when
    opening = [t for t in own if t.start - scene.sentence.start < OPENING]
    shared = [t for t in reversed(own) if _shared(scene, t)]
    lone = own if len(inside) == 1 and not _parted_noun(scene, inside[0]) else []
    return next((t.when for t in [*opening, *shared, *lone]), None)


def _announced(scene: Scene, time: TimeMention) -> bool:
    """Whether a time says when the act was told: ", a annoncé mardi la présidence", "Selon un rapport publié lundi, …"."""
    sentence, act = scene.sentence, scene.act
    content = [
        c for c in clauses(sentence) if c.role == "content" and c.start >= time.end and c.start <= act.head < c.end
    ]
    reported = [c for c in sentence.speech if c.kind in ("verb", "weak-verb") and 0 <= time.start - c.end <= BEHIND]
    reported = [c for c in reported if not any(a.start < c.end and c.start < a.end for a in sentence.acts)]
    if reported and (act.head < time.start or content):
        return True
    sources = [c for c in sentence.speech if c.kind == "according" and c.start - sentence.start < OPENING]
    return any(c.end <= time.start and "," not in scene.text[c.end : time.start] for c in sources)


def _with_reach(scene: Scene, times: Sequence[TimeMention]) -> Iterator[TimeMention]:
    """The times of the sentence; one that "depuis" reaches through a noun begins a run: "depuis les changements de 2020"."""
    sentence = scene.sentence
    for time in times:
        if not sentence.start <= time.start < sentence.end:
            continue
        before = scene.text[max(sentence.start, time.start - SINCE) : time.start].casefold()
        phrase = before.replace("’", "' ").rpartition(",")[2].split()
        since = any(w in scene.language["since"] for w in phrase)
        yield replace(time, when=_onward(time.when)) if since and linked(scene, time) else time


def _onward(when: When | None) -> When | None:
    if when is None or when.earliest is None or "/" in when.edtf:
        return when
    return When(when.earliest, None, f"{when.edtf}/..", when.basis, when.reason)


def can_be(when: When | None, status: Status, published: date | None) -> bool:
    """Whether an act that got that far can have that time."""
    if when is None:
        return False
    if status in DONE and when.earliest is None:
        return False  # a term: "d'ici à fin mai"
    coming = published is not None and when.earliest is not None and when.earliest > published
    return not (coming and status in DONE - {Status.CANCELLED})


def _missed(scene: Scene, time: TimeMention, published: date | None) -> bool:
    """Whether the time is over that a future tense would have ("redémarrera", not "devait se rendre")."""
    latest = time.when.latest if time.when else None
    return bool(scene.act.tense == "future" and published and latest and latest < published)


def _shared(scene: Scene, time: TimeMention) -> bool:
    """ "a reconnu samedi que…, et a promis": a verb that shares its subject with one before shares its day."""
    return time.end <= scene.act.head and any(s.start < time.start for s in subjects(scene))


def _gap(time: TimeMention, act: ActMention) -> int:
    return max(time.start - act.end, act.head - time.end, 0)


def _parted_noun(scene: Scene, time: TimeMention) -> bool:
    """ "engagées fin 2030, puis interrompues lors du départ": a break word stands between, not right before ("après le")."""
    act = scene.act
    between = [b for b in scene.sentence.breaks if time.end <= b < act.head]
    return act.form == "noun" and any(len(scene.text[b : act.head].split()) > PREPOSITION for b in between)
