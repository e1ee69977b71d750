"""How far an act got, as two tellings differ on it: what was to come, what was claimed, what is denied."""

from collections.abc import Collection, Iterator, Sequence

from detente.chronicle.tellings import AHEAD, Telling
from detente.model import Status

AT_ONCE = 2  # days within which two pages tell one announcement; our choice
SAID = frozenset({Status.OCCURRED, Status.ONGOING})
UNSAID = frozenset({Status.CANCELLED, Status.DENIED})
CLAIMED = frozenset({Status.ALLEGED, Status.DENIED})  # one side says it, the other that it is not so


def differ(a: Telling, b: Telling, overtaken: Collection[str]) -> str | None:
    """Of what kind their difference is; None where they agree. overtaken: ids of those that say no before any says yes."""
    both = {a.report.status, b.report.status}
    if len(both) == 1 or both <= SAID:
        return None
    if both == CLAIMED or (Status.DENIED in both and (_promised(a) or _promised(b))):
        return "modality"
    if AHEAD & both or (both & SAID and both & UNSAID and {a.id, b.id} & set(overtaken)):
        return "update"
    if both & SAID and both & UNSAID:
        return "modality" if Status.DENIED in both else "existence"
    return "claim" if Status.ALLEGED in both and both & SAID else None


def _promised(telling: Telling) -> bool:
    """Whether it tells a promise: that one was given is denied, though what it promises is to come."""
    return telling.report.type == "AGREE" and telling.report.status in AHEAD


def to_come(ahead: Telling, other: Telling) -> bool:
    """Whether it tells what was still ahead, and may have come otherwise.

    Not once another has told it as done: "will get a loan of 80 million", printed a day after "has been given 60"; nor of two
    that announce it at once. Of another day it always may.
    """
    if ahead.report.status not in AHEAD:
        return False
    if not (ahead.published and other.published):
        return True
    both = other.report.status in AHEAD and abs((ahead.published - other.published).days) <= AT_ONCE
    later = both or (other.report.status in SAID and ahead.published >= other.published)
    return not later or bool(ahead.when and other.when and ahead.when.edtf != other.when.edtf)


def overtaken(telling: Telling, group: Sequence[Telling]) -> bool:
    """Whether it says no before any page says yes or claims it, and one printed later does: an update. Who says no to what was
    told before disputes it, however often it is told again."""
    if telling.report.status not in UNSAID or telling.report.denial or telling.published is None:
        return False
    said = [t.published for t in group if t.report.status in SAID | {Status.ALLEGED} and t.published]
    return bool(said) and all(day > telling.published for day in said)


def disputed(group: Sequence[Telling], replaced: Collection[str]) -> Iterator[tuple[str, str]]:
    """What a page tells as claimed by one and denied by another: both stand on that page."""
    for t in group:
        if t.report.denial and t.id not in replaced:
            yield Status.ALLEGED.value, t.id
            yield Status.DENIED.value, t.id
