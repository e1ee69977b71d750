"""What came before or after an act whose day is told: "closed its border on Monday, *three days after* Kigali expelled two"."""

import calendar
import re
from collections.abc import Sequence
from datetime import date, timedelta

from detente.model import Basis, TimeMention, When
from detente.reports.scene import Scene

COUNT = re.compile(r": (after|before)-event: .* = (\d+) (\w+)$")  # what `mentions.times` writes of "three days after"
NEAR = 90  # characters from "48 hours after" to the verb: "the government of President Nana Akufo-Addo" is 39
DAY, WEEK, HOURS = 1, 7, 24


def from_event(scene: Scene, times: Sequence[TimeMention], published: date | None) -> When | None:
    """The time of an act from which the day of another is counted, at the unit counted in; None where no day is told."""
    inside = [t for t in times if scene.sentence.start <= t.start < scene.sentence.end]
    counts = [t for t in inside if 0 <= scene.act.head - t.end <= NEAR and COUNT.search(t.rule)]
    if not counts or _between(scene, counts[-1]):
        return None
    count = counts[-1]
    days = [t for t in inside if t.when and t.when.days == 1 and _done(t.when, published)]
    if any(count.end <= t.start < scene.act.end + NEAR and not _parted(scene, t) for t in days):
        return None  # "three days after X was expelled on Monday": it has a day of its own
    told = [t for t in days if t.end <= count.start] or days
    if not told or not told[-1].when:
        return None
    return _counted(count, told[-1].when)


def _between(scene: Scene, count: TimeMention) -> bool:
    """Whether another act, or a mark, stands between the count and the act."""
    low, high = count.end, scene.act.head
    others = any(low <= a.head < high and a.head != high for a in scene.sentence.acts)
    return others or any(mark in scene.text[low:high] for mark in ",;:")


def _parted(scene: Scene, time: TimeMention) -> bool:
    return "," in scene.text[scene.act.end : time.start]


def _done(when: When, published: date | None) -> bool:
    return published is None or when.latest is None or when.latest <= published


def _counted(count: TimeMention, when: When) -> When | None:
    found, day = COUNT.search(count.rule), when.earliest
    if found is None or day is None:
        return None
    sign, number, unit = (-1 if found[1] == "after" else 1), int(found[2]), found[3]
    reason = f"counted from {when.edtf}, of which the sentence tells"
    if unit == "hour" and number % HOURS == 0:
        number, unit = number // HOURS, "day"
    if unit in ("day", "week"):
        return _days(day + timedelta(days=sign * number * (WEEK if unit == "week" else DAY)), unit == "week", reason)
    if unit in ("month", "year"):
        return _month_or_year(day, sign * number * (12 if unit == "year" else 1), unit == "year", reason)
    return None


def _days(day: date, whole_week: bool, reason: str) -> When:
    if not whole_week:
        return When(day, day, day.isoformat(), Basis.INFERRED, reason)
    first = day - timedelta(days=day.weekday())
    last = first + timedelta(days=WEEK - 1)
    return When(first, last, f"{first}/{last}", Basis.INFERRED, reason)


def _month_or_year(day: date, months: int, whole_year: bool, reason: str) -> When | None:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return None
    if whole_year:
        return When(date(year, 1, 1), date(year, 12, 31), f"{year:04}", Basis.INFERRED, reason)
    last = calendar.monthrange(year, month + 1)[1]
    edtf = f"{year:04}-{month + 1:02}"
    return When(date(year, month + 1, 1), date(year, month + 1, last), edtf, Basis.INFERRED, reason)
