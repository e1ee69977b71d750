"""Named days and periods of a year: fixed, counted from Easter, or of the Islamic calendar."""

from calendar import monthrange
from datetime import date

from hijridate import Gregorian, Hijri

from detente.mentions import times_calendar as cal
from detente.mentions.times_calendar import DAY, Grain, Span

MOON = "hijri-"  # how a rule of the Islamic calendar begins
SIGHTED = "the moon is sighted a day earlier or later from one country to another"


def feast(of: int, rule: str) -> Span:
    """A named day or period of a civil year.

    rule: "MM-DD"; "easter+39", in days from Easter Sunday; "hijri-10-01" or "hijri-09", a day or a month of the
    Islamic calendar; "weekday-11-4-4" or "weekday-05-last-1", the fourth Thursday of November, the last Monday of
    May. Raises ValueError when that year has none, or the calendar's tables end.
    """
    if rule.startswith("easter"):
        return cal.day(easter(of) + int(rule.removeprefix("easter") or 0) * DAY)
    if rule.startswith(MOON):
        return _moon(of, *map(int, rule.removeprefix(MOON).split("-")))
    if rule.startswith("weekday"):
        return cal.day(_nth(of, *rule.split("-")[1:]))
    number, of_month = rule.split("-")
    return cal.day(date(of, int(number), int(of_month)))


def _moon(of: int, month: int, number: int = 0) -> Span:
    """By the Umm al-Qura tables, a day more or less: EDTF's approximate days. number: 0 for the whole month."""
    first = Gregorian(of, 1, 1).to_hijri().year
    for year in (first, first + 1):
        start = Hijri(year, month, number or 1)
        begins = date(*start.to_gregorian().datetuple())
        if begins.year == of:
            ends = begins if number else begins + (start.month_length() - 1) * DAY
            edtf = f"{begins.isoformat()}~" if number else f"{begins.isoformat()}~/{ends.isoformat()}~"
            return Span(begins - DAY, ends + DAY, edtf, Grain.DAY if number else Grain.MONTH)
    raise ValueError(f"no such day of the Islamic calendar begins in {of}")


def _nth(of: int, month: str, nth: str, weekday: str) -> date:
    days = (date(of, int(month), number) for number in range(1, monthrange(of, int(month))[1] + 1))
    fitting = [day for day in days if day.isoweekday() == int(weekday)]
    return fitting[-1 if nth == "last" else int(nth) - 1]


def easter(of: int) -> date:
    """Easter Sunday of a year from 1583. Source: Meeus, *Astronomical Algorithms*, ch. 8 (Gregorian)."""
    a, (b, c) = of % 19, divmod(of, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 19 * m) // 433
    in_month = (h + m - 7 * n + 90) // 25
    return date(of, in_month, (h + m - 7 * n + 33 * in_month + 19) % 32)
