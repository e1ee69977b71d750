"""The course of a relation: its curves in both directions, what was read meanwhile, and where it turned."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from detente.chronicle.curve import DAY, Mass, directed, drawn, mass
from detente.chronicle.ledger import last_day
from detente.chronicle.relation import Relation, relation
from detente.chronicle.tellings import outlet_of
from detente.chronicle.turning import turns
from detente.codebook import Codebook
from detente.model import Course, Document, Event, Point, Record, Week

WEEK = timedelta(days=7)
Printed = tuple[int, int]  # pages of a week, and how many outlets printed them


def course(record: Record, a: str, b: str, book: Codebook) -> Course:
    """How `a` and `b` moved, up to the last day that the record knows of; one point a day, weeks from Monday."""
    return charted(relation(record, a, b), book, printed_by_week(record.documents), last_day(record))


def charted(
    found: Relation, book: Codebook, read: Mapping[date, Printed], until: date | None, *, directions: bool = True
) -> Course:
    """The course of what was found between two. read: the weeks of all pages; until: the last day the record knows of.

    directions: whether each direction is drawn too, beside both together.
    """
    a, b = found.a, found.b
    masses = {m.id: m for e in found.events if (m := mass(e, book))}
    days = [m.day for m in masses.values()]
    first, last = (
        min(days, default=None),
        max([*days, *([until] if days and until else [])], default=None),
    )
    both = drawn(list(masses.values()), first, last)
    return Course(
        a,
        b,
        both=both,
        toward=_way(found.events, a, b, masses, first, last) if directions else (),
        back=_way(found.events, b, a, masses, first, last) if directions else (),
        weeks=weeks(read, found.documents),
        turns=turns(both, list(masses.values())),
        left_out=tuple(e.id for e in found.events if e.id not in masses and not e.review),
    )


def _way(
    events: Iterable[Event], a: str, b: str, masses: Mapping[str, Mass], first: date | None, last: date | None
) -> tuple[Point, ...]:
    return drawn([masses[e.id] for e in directed(events, a, b) if e.id in masses], first, last)


def printed_by_week(pages: Iterable[Document]) -> Mapping[date, Printed]:
    """Monday -> what was printed in that week."""
    printed: dict[date, list[str]] = defaultdict(list)
    for page in pages:
        if page.published:
            printed[monday(page.published)].append(outlet_of(page))
    return {start: (len(outlets), len(set(outlets))) for start, outlets in printed.items()}


def weeks(read: Mapping[date, Printed], telling: Iterable[Document]) -> tuple[Week, ...]:
    """Every week from the first page to the last, those without a page too. telling: the pages on the two."""
    told = Counter(monday(page.published) for page in telling if page.published)
    return tuple(Week(start, *read.get(start, (0, 0)), told[start]) for start in _mondays(read))


def _mondays(known: Iterable[date]) -> list[date]:
    found = sorted(known)
    return [found[0] + WEEK * n for n in range((found[-1] - found[0]).days // 7 + 1)] if found else []


def monday(day: date) -> date:
    return day - DAY * day.weekday()
