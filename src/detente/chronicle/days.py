"""What the days of two tellings say of whether they are one act: when it took place, and when it was printed."""

from datetime import date, timedelta

from detente.chronicle.tellings import AHEAD, Telling, Window
from detente.model import Status, When

SLIP = 1  # days; how far two pages err on the day of one act
SETTLED = 7  # days; the same step by the same state within a week is one step, told twice
UNDER_WAY = 60  # days from a decision to the day since which it is said to run
PUT_OFF = 183  # days by which what was planned is put off, at most; our choice
YEAR = timedelta(days=365)
LONGEST = 366  # days; a date no wider names a year
NARROW = 31  # days; a date no wider says in which month; a slip of the pen is no longer
SOON = 7  # days; what two pages tell without a day, printed so near one another, is the week's news
LONG = 30  # days after which a page seldom tells something without its day
DONE = frozenset({Status.OCCURRED, Status.ONGOING})
MOVABLE = AHEAD | {Status.CANCELLED}  # what was only planned may get another day


def gap(a: Window, b: Window) -> int:
    """Days from the end of one window to the start of the other; 0 when they meet."""
    late = (a[0] - b[1]).days if a[0] and b[1] else 0
    early = (b[0] - a[1]).days if b[0] and a[1] else 0
    return max(late, early, 0)


def dates(a: Telling, b: Telling) -> str | None:
    if _runs_on(a) and _runs_on(b) and a.when and b.when and _since(a.when) != _since(b.when):
        return "since other days"
    apart = gap(a.window, b.window)
    if not apart:
        return "began before" if _began_before(a, b) or _began_before(b, a) else _meeting_dates(a, b)
    moved = MOVABLE & {a.report.status, b.report.status} and a.report.place and b.report.place
    if moved and apart <= PUT_OFF:
        return "another day set"
    if a.precise and b.precise and apart <= SLIP:
        return "a day apart"
    if apart <= SETTLED and a.when and b.when:
        return "a week apart"
    if apart <= UNDER_WAY and (_runs_on(a) or _runs_on(b)):
        return "decided, then in effect"
    wrong = _mistakable(a, b, apart) or _foretold(a) or _foretold(b) or _too_soon(a, b, apart)
    return "another date" if wrong else "apart"


def _too_soon(a: Telling, b: Telling, apart: int) -> bool:
    """Whether one was printed, as done and without a day, shortly before the day that the other gives."""
    return (
        apart <= SETTLED and (a.when is None) != (b.when is None) and not MOVABLE & {a.report.status, b.report.status}
    )


def _foretold(a: Telling) -> bool:
    """Whether it tells as done what, by its day, was still to come when it was printed: that day is wrong."""
    first = a.when.earliest if a.when and a.report.status in DONE else None
    return first is not None and a.published is not None and (first - a.published).days > SLIP


def _mistakable(a: Telling, b: Telling, apart: int) -> bool:
    """Whether one may be the other with a slip of the pen: within a month, or the same days of another year."""
    if not (a.when and b.when and a.when.days and b.when.days and max(a.when.days, b.when.days) <= LONGEST):
        return False
    if max(a.when.days, b.when.days) <= NARROW and apart <= NARROW:
        return True
    return any(not gap(_moved(a.window, by), b.window) for by in (-YEAR, YEAR))


def _moved(window: Window, by: timedelta) -> Window:
    first, last = window
    return first + by if first else None, last + by if last else None


def _meeting_dates(a: Telling, b: Telling) -> str | None:
    if not (a.when and b.when):
        return None
    if a.precise and b.precise:
        return "same day"
    widest = max(a.when.days or 10**6, b.when.days or 10**6)
    return "same month" if widest <= NARROW and not (a.precise or b.precise) else "may be"


def _runs_on(a: Telling) -> bool:
    """Whether its date is one since which something runs."""
    return a.when is not None and a.when.latest is None and a.when.earliest is not None


def _since(when: When) -> str:
    return when.edtf.split("/")[0]


def _began_before(since: Telling, told: Telling) -> bool:
    """Whether the first has run on from a day long before the second took place."""
    start, day = since.when, told.when
    if not (start and day and start.latest is None and start.earliest and day.earliest and day.latest):
        return False
    return (day.earliest - start.earliest).days > UNDER_WAY and day.earliest > end_of_start(start)


def end_of_start(since: When) -> date:
    """The last day of the year, month or day that opens "2028/.."."""
    first = since.earliest or date.min
    parts = since.edtf.split("/")[0].count("-")
    return first if parts == 2 else date(first.year, 12, 31) if parts == 0 else first + timedelta(days=NARROW - 1)


def printed(a: Telling, b: Telling) -> str | None:
    """Of two of which one or both give no day: whether they were printed in one week, or long after."""
    if a.when and b.when:
        return None
    here, there = _news_of(a), _news_of(b)
    if not (here and there):
        return None
    apart = abs((here - there).days)
    if a.when or b.when:
        return "soon after" if apart <= LONG else "long after"
    return "one week" if apart <= SOON else None if apart <= LONG else "long after"


def _news_of(telling: Telling) -> date | None:
    """The day it names, or else that of its page."""
    if telling.when:
        return telling.window[0] if telling.precise else None
    return telling.published
