"""Calendar days as pages print them around an article: headers, datelines, addresses.

Not the dates inside the sentences: those are read in `mentions`. Here a day is wanted only for publication.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from detente.documents.lexicon import Lexicon, fold

FIRST_YEAR = 1990  # press pages on the web are not older; guards against phone numbers read as dates
NEWS_SPAN = 60  # days within which news follows what it tells, when a header has no year

_URL_DAY = re.compile(r"/((?:19|20)\d\d)([/-]?)(\d\d?)\2(\d\d?)(?:[/-]|$)")


@dataclass(frozen=True, slots=True)
class Printed:
    """A day as printed; year is None where the page leaves it out. at: offset in the folded line."""

    day: int
    month: int
    year: int | None
    weekday: int | None
    at: int

    def on(self, year: int) -> date | None:
        """The civil day in `year`; None when there is none (29 February)."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    @property
    def full(self) -> date | None:
        return None if self.year is None else self.on(self.year)


def printed_days(text: str, lexicon: Lexicon, day_first: bool) -> list[Printed]:
    """Every day printed in `text`. day_first: whether 03/04/2025 is 3 April; else it is left unread."""
    folded = fold(text)
    found = [day for m in lexicon.worded_day.finditer(folded) if (day := _from_words(m, lexicon))]
    found += [day for m in DIGITS.finditer(folded) if (day := _from_digits(m, day_first))]
    found += [day for m in _SHORT.finditer(folded) if (day := _from_digits(m, day_first or m[5] == "."))]
    return sorted(found, key=lambda day: day.at)


DIGITS = re.compile(r"(?<![\d/.\-])(?:(\d{4})-(\d\d)-(\d\d)|(\d{1,2})([/.\-])(\d{1,2})\5(\d{4}))(?![\d/\-])")


# The whole of a line; elsewhere 12.10.25 may be anything.
_SHORT = re.compile(r"\A()()()(\d{1,2})([/.])(\d{1,2})\5(\d\d)\Z")


def _from_words(match: re.Match[str], lexicon: Lexicon) -> Printed | None:
    day = int(match["d1"] or match["d2"])
    month = lexicon.months[match["m1"] or match["m2"]]
    year = int(match["year"]) if match["year"] else None
    weekday = lexicon.weekdays[match["weekday"]] if match["weekday"] else None
    return _sound(Printed(day, month, year, weekday, match.start()))


def _from_digits(match: re.Match[str], day_first: bool) -> Printed | None:
    if match[1]:
        return _sound(Printed(int(match[3]), int(match[2]), int(match[1]), None, match.start()))
    first, second, year = int(match[4]), int(match[6]), int(match[7])
    year += 2000 if year < 90 else 1900 if year < 100 else 0
    if first > 12 or day_first or first == second:
        return _sound(Printed(first, second, year, None, match.start()))
    return _sound(Printed(second, first, year, None, match.start())) if second > 12 else None


def _sound(printed: Printed) -> Printed | None:
    if not 1 <= printed.month <= 12 or printed.on(printed.year or 2000) is None:
        return None
    return printed if printed.year is None or printed.year >= FIRST_YEAR else None


def completed(printed: Printed, stated: Iterable[date]) -> date | None:
    """A day without year, completed from the full days that the text states.

    News closely follows what it tells: the year in which `printed` comes soonest after a stated day, within
    `NEWS_SPAN`; else the first such day not before the latest stated one. None if the text states no day.
    """
    known = sorted(set(stated))
    if printed.full or not known:
        return printed.full
    gaps = [((day - past).days, day) for past in known for day in _years_after(printed, past)]
    if gaps and min(gaps)[0] <= NEWS_SPAN:
        return min(gaps)[1]
    return next(iter(_years_after(printed, known[-1])), None)


def _years_after(printed: Printed, past: date) -> list[date]:
    """`printed` in the year of `past` or the next, not before it, on its weekday if one is printed."""
    years = (printed.on(past.year), printed.on(past.year + 1))
    return [day for day in years if day and day >= past and printed.weekday in (None, day.weekday())]


def is_update(text: str, printed: Printed, lexicon: Lexicon) -> bool:
    """Whether the last such word before the day says "updated", not "published"."""
    before = fold(text)[: printed.at]
    updated = max((m.start() for m in lexicon.updated.finditer(before)), default=-1)
    published = max((m.start() for m in lexicon.published.finditer(before)), default=-1)
    return updated > published


def url_day(url: str) -> date | None:
    """The day in an address such as `/2025/12/09/title`."""
    match = _URL_DAY.search(url)
    if not match or int(match[1]) < FIRST_YEAR:
        return None
    try:
        return date(int(match[1]), int(match[3]), int(match[4]))
    except ValueError:
        return None


def conflict(day: date, others: Collection[date]) -> str:
    """ "conflict" and the first of `others`, days that the page gives elsewhere for the same; "" where one agrees.

    A day apart is none: machines tell moments in UTC.
    """
    agreed = any(abs((other - day).days) <= 1 for other in others)
    return "" if agreed else next((f"conflict {other}" for other in others), "")


def doubt_of(day: date, printed: Printed | None, fetched: date | None) -> str:
    """What speaks against `day` as the day of publication: "after-fetch", "weekday", or "" if nothing does.

    printed: the day as the page shows it, None where it only declares it. fetched: when the page was received (UTC).
    """
    if fetched and day > fetched + timedelta(days=1):  # east of Greenwich tomorrow has begun
        return "after-fetch"
    if printed and printed.weekday not in (None, day.weekday()):
        return "weekday"
    return ""
