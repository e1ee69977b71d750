"""How a relation moves: an index a day, what it rests on, and where it turned."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Point:
    """The curve on one day: `value` from -10 (conflict) to 10 (cooperation), events of that day.

    low, high: how far doubts of date, status and coding may move it, -10 <= low <= value <= high <= 10.
    """

    day: date
    value: float
    events: tuple[str, ...] = ()
    low: float = 0.0
    high: float = 0.0


@dataclass(frozen=True, slots=True)
class Week:
    """What was read of a week that begins on Monday `start`: pages printed in it, and from how many outlets.

    telling: those that tell an event between the two. No page: an unread week; pages, none telling: a quiet one.
    """

    start: date
    pages: int
    outlets: int
    telling: int


@dataclass(frozen=True, slots=True)
class Turn:
    """A week, beginning on Monday `start`, from which the curve runs on another level.

    before, after: its mean on the run that ends there, and on the one that begins. events: those of the week that
    moved it, the heaviest first.
    """

    start: date
    before: float
    after: float
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """Two actors over time. both: all that is between them; toward: what `a` does to `b`; back: what `b` does to `a`.

    One point a day, all three over the same days, () where no event has a day. left_out: events without a day precise
    enough. weeks: those in which pages of the record were printed, none left out between the first and the last.
    """

    a: str
    b: str
    both: tuple[Point, ...]
    toward: tuple[Point, ...]
    back: tuple[Point, ...]
    weeks: tuple[Week, ...] = ()
    turns: tuple[Turn, ...] = ()
    left_out: tuple[str, ...] = ()
