"""What two sides hold against each other, and what of it comes up when they meet."""

from dataclasses import dataclass

from detente.model.times import When


@dataclass(frozen=True, slots=True)
class Irritant:
    """One topic (an instrument) on which one of two sides acted or spoke against the other.

    between: the two, in alphabetical order. state: "open" (a measure stands, or nobody answered), "eased", "answered" (the
    other side spoke or acted on it since), "closed" (all its measures ended, or the other side gave way).
    raised, answered, settled: ids of events; measures: ids. since, last: when it was first and last raised.
    """

    between: tuple[str, str]
    topic: str
    state: str
    raised_by: tuple[str, ...]
    raised: tuple[str, ...]
    answered: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    since: When | None = None
    last: When | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One topic of a meeting. outcome: "agreed" (something was promised or granted on it), "raised", or "silent": it stood
    between the two, and no page that tells of the meeting says it came up; "new" where it came up and had not stood.

    before: ids of the events that raised it, within a year; measures: those that stood that day; spoken: ids of the
    events and statements of that day, on the pages that tell of the meeting.
    """

    topic: str
    outcome: str
    before: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agenda:
    """A meeting (the id of its event) against what stood between two of its parties that day."""

    meeting: str
    between: tuple[str, str]
    when: When
    items: tuple[Item, ...]
