"""Hours told with a time zone, where they make another day of it at the outlet's seat: "lundi à 23 h GMT"."""

import re
from dataclasses import replace
from datetime import date, datetime, time, tzinfo
from zoneinfo import ZoneInfo

from detente.codebook.times import TimeWords
from detente.mentions import times_calendar as cal
from detente.mentions.times_complete import Found
from detente.mentions.times_words import any_of, fold
from detente.model import Basis

_BEHIND = 16  # code points behind a date within which its hour may begin: "lundi, à 23 h GMT"


class Clock:
    """The zones that one language names, compiled once."""

    def __init__(self, words: TimeWords) -> None:
        self._zones = {fold(word): str(zone) for word, zone in words.zones.items()}
        hour = r"(?<![\d.,:])([01]?\d|2[0-3])\s?(?:(?:[^\W\d_]{1,6}|:|\.)\s?)?([0-5]\d)?"
        self._told = re.compile(rf"{hour}\s\(?({any_of(words.zones)})(?!\w)") if words.zones else None

    def at_seat(self, found: Found, text: str, start: int, end: int, seat: tzinfo | None) -> Found:
        """A lone day with an hour and a zone beside it: both days, where it is another at the seat. start, end: its span."""
        day = found.span.earliest
        told = self._told and seat and self._told.search(text, start)
        if not told or not seat or told.start() > end + _BEHIND or day is None or found.span.edtf != day.isoformat():
            return found
        there = self._there(told, day, seat)
        if there == day:
            return found
        reason = f"{told[0]} of {day.isoformat()} is {there.isoformat()} at the outlet's seat"
        return replace(found, span=cal.one_of(day, there), basis=Basis.INFERRED, reason=reason)

    def _there(self, told: re.Match[str], day: date, seat: tzinfo) -> date:
        """The day at the seat; the day itself at the calendar's ends."""
        moment = datetime.combine(day, time(int(told[1]), int(told[2] or 0)), ZoneInfo(self._zones[fold(told[3])]))
        try:
            return moment.astimezone(seat).date()
        except OverflowError:
            return day
