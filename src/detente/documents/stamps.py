"""Days as machines declare them beside an article: ISO 8601, RFC 5322, seconds since 1970; and as their users wrote."""

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from detente.documents.article import Published
from detente.documents.days import FIRST_YEAR, Printed, printed_days
from detente.documents.lexicon import Lexicon

LAST_YEAR = 2099  # a number that gives a later one is no moment
LONGEST = 100  # code points; a longer value is no date
_EPOCH = {10: 1, 13: 1_000, 16: 1_000_000}  # digits of a moment since 2001 -> how many of its units a second has
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(\d{6})?")
_CLOCK = re.compile(r"\b(\d\d:\d\d)(:\d\d)?\S*\s*(Z|GMT|UTC|[+-]\d\d:?\d\d)?$")
_HAS_DAY = re.compile(r"\d{4}-?(?:\d\d-?\d\d|W\d\d-?\d)")  # "2025" and "2025-12" are no days
_ZERO = ("Z", "GMT", "UTC")
_RFC = re.compile(
    r"(?:\w{2,10}[.,]*\s+)?(\d{1,2}[\s-][A-Za-z]{3,9}[\s-]\d{2,4}\b.*)"
)  # weekday apart: "mar" is no March


def declared_day(value: str, basis: str, zone: str, lexicon: Lexicon, day_first: bool) -> Published:
    """The civil day that `value` gives at `zone` (IANA, "" if unknown); no day where it gives none.

    A moment in UTC is told at `zone`, one with another offset as written. day_first: as of `printed_days`.
    Doubt "weekday": a weekday is printed beside it, and the day has another.
    """
    value = value.strip()
    if len(value) > LONGEST:
        return Published()
    printed = next((p for p in printed_days(value, lexicon, day_first) if p.full), None)
    day = printed.full if printed else None
    moment = _moment(value) or (_clocked(day, value) if day else None)
    if not moment or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return Published()
    return Published(_at(moment, zone), basis, _doubt(printed) if printed else "")


def _moment(value: str) -> datetime | None:
    """A moment in one of the machines' forms. Readers of such forms may raise anything on what is none."""
    number = value.partition(".")[0]
    try:
        if number.isascii() and number.isdigit() and len(number) in _EPOCH:
            return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(number) / _EPOCH[len(number)])
        if compact := _COMPACT.fullmatch(value):
            return datetime(int(compact[1]), int(compact[2]), int(compact[3]))
        if _HAS_DAY.match(value):
            return datetime.fromisoformat(value)
        return parsedate_to_datetime(rfc[1]) if (rfc := _RFC.fullmatch(value)) else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _at(moment: datetime, zone: str) -> date:
    if zone and moment.tzinfo and not moment.utcoffset():
        moment = moment.astimezone(ZoneInfo(zone))
    return moment.date()


def _clocked(day: date, value: str) -> datetime:
    """The day with the time and the offset that `value` ends in."""
    start = datetime(day.year, day.month, day.day)
    clock = _CLOCK.search(value)
    if not clock:
        return start
    offset = "+00:00" if clock[3] in _ZERO else clock[3] or ""
    try:
        return datetime.fromisoformat(f"{day.isoformat()}T{clock[1]}{offset}")
    except ValueError:
        return start


def _doubt(printed: Printed) -> str:
    wrong = printed.full and printed.weekday not in (None, printed.full.weekday())
    return "weekday" if wrong else ""
