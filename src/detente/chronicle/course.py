"""The course of a relation: its curves in both directions, what was read meanwhile, and where it turned."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from detente.chronicle.curve import DAY, curve, directed, mass
from detente.chronicle.ledger import last_day
from detente.chronicle.relation import relation
from detente.chronicle.tellings import outlet_of
from detente.chronicle.turning import turns
from detente.codebook import Codebook
from detente.model import Course, Document, Record, Week

WEEK = timedelta(days=7)


def course(record: Record, a: str, b: str, book: Codebook) -> Course:
    """How `a` and `b` moved, up to the last day that the record knows of; one point a day, weeks from Monday."""
    found = relation(record, a, b)
    masses = {m.id: m for e in found.events if (m := mass(e, book))}
    days = [m.day for m in masses.values()]
    first, last = (
        min(days, default=None),
        max([*days, *([d] if days and (d := last_day(record)) else [])], default=None),
    )
    both = curve(found.events, book, first, last)
    return Course(
        a,
        b,
        both=both,
        toward=curve(directed(found.events, a, b), book, first, last),
        back=curve(directed(found.events, b, a), book, first, last),
        weeks=weeks(record.documents, found.documents),
        turns=turns(both, list(masses.values())),
        left_out=tuple(e.id for e in found.events if e.id not in masses and not e.review),
    )


def weeks(pages: Iterable[Document], telling: Iterable[Document]) -> tuple[Week, ...]:
    """Every week from the first page to the last, those without a page too. telling: the pages on the two."""
    printed: dict[date, list[Document]] = defaultdict(list)
    for page in pages:
        if page.published:
            printed[monday(page.published)].append(page)
    told = {page.id for page in telling}
    return tuple(_week(start, printed.get(start, ()), told) for start in _mondays(printed))


def _week(start: date, pages: Sequence[Document], told: set[str]) -> Week:
    return Week(start, len(pages), len({outlet_of(p) for p in pages}), sum(p.id in told for p in pages))


def _mondays(known: Iterable[date]) -> list[date]:
    found = sorted(known)
    return [found[0] + WEEK * n for n in range((found[-1] - found[0]).days // 7 + 1)] if found else []


def monday(day: date) -> date:
    return day - DAY * day.weekday()
