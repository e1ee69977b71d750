"""Dates as people write them, from the EDTF the record keeps: levels 0 and 1, and one-of sets."""

import re

from detente.codebook.labels import Labels
from detente.model import TimeMention

MARKS = re.compile(r"[~?%]")
DAY = 10  # characters of "2025-12-08"
SEASONS = range(21, 25)


def human(edtf: str | None, say: Labels) -> str:
    """ "2025-12-08" as "8 décembre 2025", "2020/.." as "depuis 2020", "[2025-10-11,2025-10-12]" as "11 octobre 2025
    ou 12 octobre 2025", None as "date inconnue".

    An expression this reader does not know is returned as it is: never a wrong date.
    """
    if not edtf:
        return say("dates.unknown")
    if edtf.startswith("["):
        return _one_of(edtf[1:-1].split(","), say)
    bare = MARKS.sub("", edtf)
    start, slash, end = bare.partition("/")
    text = _between(start, end, say) if slash else _one(bare, say)
    if "?" in edtf or "%" in edtf:
        return say("dates.unsure", date=text)
    return say("dates.about", date=text) if "~" in edtf else text


def meaning(time: TimeMention, say: Labels) -> str:
    """The days an expression means, in words; of one without value, why it has none, and from what event it counts."""
    if time.when:
        return human(time.when.edtf, say)
    start, end = time.anchor or (time.start, time.end)
    return say(f"unvalued.{time.unvalued}", event=time.text[start - time.start : end - time.start])


def _one_of(days: list[str], say: Labels) -> str:
    """Two days, one of them right: the page's weekday and its date contradict each other."""
    first, second = (_one(day.strip(), say) for day in (days[0], days[-1]))
    return say("dates.either", first=first, second=second)


def _between(start: str, end: str, say: Labels) -> str:
    if end in ("..", ""):
        return say("dates.since_day" if len(start) == DAY else "dates.since", start=_one(start, say))
    if start in ("..", ""):
        return say("dates.until_day" if len(end) == DAY else "dates.until", end=_one(end, say))
    if len(start) == len(end) == DAY and start[:4] == end[:4]:
        return _few_days(start, end, say)
    return say("dates.range", start=_one(start, say), end=_one(end, say))


def _few_days(start: str, end: str, say: Labels) -> str:
    first, month = _day(start, say), say.months[int(start[5:7]) - 1]
    if start[:7] == end[:7]:
        return say("dates.days", first=first, last=_day(end, say), month=month, year=start[:4])
    return say("dates.nights", first=first, month=month, end=_one(end, say))


def _one(edtf: str, say: Labels) -> str:
    if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", edtf):
        return edtf
    year, *rest = edtf.split("-")
    if not rest:
        return year
    if int(rest[0]) in SEASONS:
        season = say.seasons[int(rest[0]) - SEASONS.start]
        key = "dates.winter" if int(rest[0]) == SEASONS[-1] else "dates.season"
        return say(key, season=season, year=year, next=int(year) + 1)
    if not 1 <= int(rest[0]) <= 12:
        return edtf
    month = say.months[int(rest[0]) - 1]
    if len(rest) == 1:
        return say("dates.month", month=month, year=year)
    return say("dates.day", day=_day(edtf, say), month=month, year=year)


def _day(edtf: str, say: Labels) -> str:
    number = int(edtf[8:10])
    return say("dates.first") if number == 1 else str(number)
