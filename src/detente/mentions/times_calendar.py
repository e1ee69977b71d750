"""Calendar arithmetic: runs of whole civil days and how EDTF (ISO 8601-2) writes them."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

DAY = timedelta(days=1)


class Grain(IntEnum):
    """How fine a span is; finer is smaller."""

    DAY = 1
    WEEK = 2
    MONTH = 3
    SEASON = 4
    YEAR = 5
    DECADE = 6


GRAINS = {
    "day": Grain.DAY,
    "night": Grain.DAY,
    "week": Grain.WEEK,
    "weekend": Grain.WEEK,
    "month": Grain.MONTH,
    "quarter": Grain.SEASON,
    "half": Grain.SEASON,
    "year": Grain.YEAR,
    "decade": Grain.DECADE,
}

# CODING, *Dates*: "à la fin de 2025" is its last quarter. The start is its first by symmetry, the middle its
# middle third. Of a decade, the years that English and French style guides allot: 0-3, 4-6, 7-9.
PARTS_OF_YEAR = {"early": (1, 3), "middle": (5, 8), "late": (10, 12)}
PARTS_OF_DECADE = {"early": (0, 3), "middle": (4, 6), "late": (7, 9)}


@dataclass(frozen=True, slots=True)
class Span:
    """Civil days `earliest` to `latest`, both inside, None an open end; written `edtf`."""

    earliest: date | None
    latest: date | None
    edtf: str
    grain: Grain


def day(of: date) -> Span:
    return Span(of, of, of.isoformat(), Grain.DAY)


def month(year_: int, number: int) -> Span:
    last = monthrange(year_, number)[1]
    return Span(date(year_, number, 1), date(year_, number, last), f"{year_:04d}-{number:02d}", Grain.MONTH)


def year(number: int) -> Span:
    return Span(date(number, 1, 1), date(number, 12, 31), f"{number:04d}", Grain.YEAR)


def decade(first: int) -> Span:
    """The ten years from `first`: EDTF's unspecified digit, `201X`."""
    return Span(date(first, 1, 1), date(first + 9, 12, 31), f"{first // 10:03d}X", Grain.DECADE)


def season(year_: int, code: int) -> Span:
    """A meteorological season (21 spring .. 24 winter); winter carries the year it begins in."""
    first = (code - 20) * 3
    end = month(*divide(year_, first + 2))
    return Span(date(year_, first, 1), end.latest, f"{year_:04d}-{code}", Grain.SEASON)


def week(of: date) -> Span:
    """Monday to Sunday around a day."""
    monday = of - of.weekday() * DAY
    return _days(monday, monday + 6 * DAY, Grain.WEEK)


def weekend(of: date) -> Span:
    """Saturday and Sunday of the week around a day."""
    monday = of - of.weekday() * DAY
    return _days(monday + 5 * DAY, monday + 6 * DAY, Grain.WEEK)


def _days(first: date, last: date, grain: Grain) -> Span:
    return Span(first, last, f"{first.isoformat()}/{last.isoformat()}", grain)


def months(year_: int, first: int, last: int) -> Span:
    """Months `first` to `last` of one year, as an interval."""
    return between(month(year_, first), month(year_, last))


def divide(year_: int, number: int) -> tuple[int, int]:
    """Month 13 of a year is January of the next; month 0, December of the one before."""
    total = year_ * 12 + number - 1
    return total // 12, total % 12 + 1


def one_of(first: date, second: date) -> Span:
    """One of two days, and nobody can say which: EDTF's one-of set, level 2."""
    first, second = sorted((first, second))
    return Span(first, second, f"[{first.isoformat()},{second.isoformat()}]", Grain.DAY)


def between(first: Span, last: Span) -> Span:
    """From the start of one to the end of the other. Raises ValueError when that is nothing."""
    if first.earliest is None or last.latest is None or last.latest < first.earliest:
        raise ValueError(f"nothing lies between {first.edtf} and {last.edtf}")
    return Span(first.earliest, last.latest, f"{_start(first)}/{_end(last)}", max(first.grain, last.grain))


def since(start: Span) -> Span:
    """From the start of a span, and still running."""
    return Span(start.earliest, None, f"{_start(start)}/..", start.grain)


def until(end: Span) -> Span:
    """Not later than the end of a span."""
    return Span(None, end.latest, f"../{_end(end)}", end.grain)


def _start(span: Span) -> str:
    """How an interval writes the start of a span; EDTF has neither a set nor an unspecified digit inside one at level 1."""
    return _bare(span, span.earliest) or span.edtf.split("/")[0]


def _end(span: Span) -> str:
    return _bare(span, span.latest) or span.edtf.split("/")[-1]


def _bare(span: Span, day: date | None) -> str:
    if day and span.edtf.endswith("X"):  # a decade
        return f"{day.year:04d}"
    return day.isoformat() if day and span.edtf.startswith("[") else ""


def shifted(base: date, unit: str, by: int) -> Span:
    """The unit that lies `by` units after the one around `base`: an offset resolves at its own unit."""
    match unit:
        case "day":
            return day(base + by * DAY)
        case "night":
            return _days(base + by * DAY, base + (by + 1) * DAY, Grain.DAY)
        case "week":
            return week(base + 7 * by * DAY)
        case "weekend":
            return weekend(base + 7 * by * DAY)
        case "month":
            return month(*divide(base.year, base.month + by))
        case "quarter":
            first = divide(base.year, (base.month - 1) // 3 * 3 + 1 + 3 * by)
            return months(first[0], first[1], first[1] + 2)
        case "half":
            first = divide(base.year, (base.month - 1) // 6 * 6 + 1 + 6 * by)
            return months(first[0], first[1], first[1] + 5)
        case "year":
            return year(base.year + by)
    return decade((base.year + 10 * by) // 10 * 10)


def moved(base: date, unit: str, by: int) -> date:
    """The day `by` units off, of the same number in its month, or that month's last."""
    if unit in ("day", "week"):
        return base + by * (7 if unit == "week" else 1) * DAY
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}[unit]
    year_, number = divide(base.year, base.month + by * months)
    return date(year_, number, min(base.day, monthrange(year_, number)[1]))


def part(of: Span, which: str) -> Span:
    """`early`, `middle` or `late` in a span: a quarter of a year; a month, week or season stays whole."""
    if of.earliest is None:
        raise ValueError(f"{of.edtf} has no parts")
    if of.grain is Grain.YEAR and "/" not in of.edtf:
        return months(of.earliest.year, *PARTS_OF_YEAR[which])
    if of.grain is Grain.DECADE and "/" not in of.edtf:
        first, last = PARTS_OF_DECADE[which]
        return between(year(of.earliest.year + first), year(of.earliest.year + last))
    return of
