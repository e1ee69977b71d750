"""The measures between two actors as a book of accounts."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from detente.model.record import Measure, MeasureState, MeasureStep
from detente.model.times import When


class Why(StrEnum):
    """Why a state on a day is not sure."""

    UNDATED = "undated"  # no page says since when
    DAY = "day"  # a step may have been taken before that day or after it
    TERM = "term"  # it was to run up to a day now past, and no page says it was extended
    EFFECT = "effect"  # it was announced for a day now past, and no page says it took effect
    OVERTAKEN = "overtaken"  # a page says it ended before, and a later step shows that it had not
    AHEAD = "ahead"  # a change is decided, and takes effect later
    ORPHAN = "orphan"  # what it answers, or what answers it, was lifted, and no page says that it was
    DISPUTED = "disputed"  # sources contradict each other on one of its steps
    REVIEW = "review"  # it rests on an act that waits for review
    SOURCE = "one source"  # all that is known of it comes from one source


SHAKY = frozenset({Why.UNDATED, Why.DAY, Why.TERM, Why.EFFECT})  # the state itself may be another


@dataclass(frozen=True, slots=True)
class Standing:
    """A measure on one day. state: after the last step by then. doubts: why it may be otherwise, in the order of `Why`.

    since: when it began, None if no page says. events: the steps taken by then, oldest first.
    last_told: the day of the last page, printed by then, that speaks of it. ahead: the step decided by then that comes
    next, None where there is none.
    """

    measure: Measure
    state: MeasureState
    since: When | None
    events: tuple[str, ...]
    doubts: tuple[Why, ...] = ()
    last_told: date | None = None
    ahead: MeasureStep | None = None

    @property
    def sure(self) -> bool:
        """Whether no day left open makes the state another."""
        return not SHAKY & set(self.doubts)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger: what a step did to a measure, and when."""

    measure: Measure
    step: MeasureStep


@dataclass(frozen=True, slots=True)
class Account:
    """All that is between two actors on one day. standing: what is in force, announced or suspended; over: what was.

    lasting: troops, membership, recognition, whatever its state. never: announced, then called off.
    """

    day: date
    standing: tuple[Standing, ...]
    over: tuple[Standing, ...]
    lasting: tuple[Standing, ...]
    never: tuple[Measure, ...]
