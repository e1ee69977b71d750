"""Answers told side by side on one page: a like measure in the sentence behind another's, and what one does beside an answer.

Of our coders' measures (`dev` to `dev3`, `corpus/ledger`, two composed banks) 20 of 24 that are imposed by one state on the same
day as an answer of its own, and told in the same sentence or the next, answer the same; so do 8 of 11 of which neither has a day.
"""

from collections.abc import Sequence

from detente.chronicle.clues import related
from detente.chronicle.steps import Step
from detente.model import Evidence, Measure, When

NEXT = 1  # characters from the end of a sentence to the next of its paragraph

Told = tuple[Measure, Sequence[Step]]
Reply = tuple[str, str]  # the measure that is answered, and how that is known


def right_behind(measure: Measure, other: Measure, episode: Sequence[Step], steps: Sequence[Step]) -> bool:
    """ "Rome has sent two attachés home. Oslo *expelled two Italians*": a like measure told in the next sentence, and nothing
    says that it came before."""
    if not related(measure.instrument, other.instrument) or not _may_meet(measure.start, other.start):
        return False
    return any(_follows(a, b) for a in _openings(steps) for b in _openings(episode))


def beside(mine: Told, found: Sequence[Told], replies: dict[str, Reply | None]) -> Reply | None:
    """What a measure answers because another of the same side, told with it and begun with it, does."""
    measure, episode = mine
    for other, steps in found:
        reply = replies[other.id]
        same = (other.imposer, other.target) == (measure.imposer, measure.target)
        if reply and same and other is not measure and _may_meet(measure.start, other.start) and _near(episode, steps):
            return reply[0], "beside"
    return None


def _openings(steps: Sequence[Step]) -> list[Evidence]:
    return [r.evidence for s in steps if not s.closes for r in s.event.reports]


def _near(steps: Sequence[Step], others: Sequence[Step]) -> bool:
    """Whether one sentence tells both, or one and the next."""
    pairs = [(a, b) for a in _openings(steps) for b in _openings(others)]
    return any(_follows(a, b) or _follows(b, a) or _one(a, b) for a, b in pairs)


def _follows(one: Evidence, other: Evidence) -> bool:
    return one.document == other.document and 0 <= other.start - one.end <= NEXT


def _one(one: Evidence, other: Evidence) -> bool:
    return one.document == other.document and one.start == other.start


def _may_meet(one: When | None, other: When | None) -> bool:
    return one is None or other is None or one.meets(other)
