"""Irritants: on which topics one of two sides acted or spoke against the other, and what became of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from detente.chronicle.ledger import OVER
from detente.chronicle.steps import MOMENTARY
from detente.model import Event, Irritant, Measure, MeasureState, Status, When

AGAINST = frozenset({"SANCTION", "COERCE", "ACCUSE", "REQUEST", "THREATEN", "PROTEST", "REJECT"})
GIVES_WAY = frozenset({"CONCEDE", "RETREAT", "SUPPORT", "COOPERATE", "AID"})
TOLD = frozenset({Status.OCCURRED, Status.ONGOING})

Pair = tuple[str, str]
Key = tuple[Pair, str]


@dataclass(slots=True)
class Topic:
    """What the record tells between two on one topic, in the order of days; the undated first, as past."""

    events: list[Event] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)

    @property
    def raised(self) -> list[Event]:
        return [e for e in self.events if e.type in AGAINST and e.recipients]


def irritants(events: Iterable[Event], measures: Iterable[Measure]) -> tuple[Irritant, ...]:
    """One for each two sides and topic that a measure or an event told as done is about, by pair, then topic."""
    found = (_irritant(*key, topic) for key, topic in sorted(topics(events, measures).items(), key=lambda x: x[0]))
    return tuple(i for i in found if i)


def topics(events: Iterable[Event], measures: Iterable[Measure]) -> dict[Key, Topic]:
    found: dict[Key, Topic] = defaultdict(Topic)
    for event in sorted(events, key=in_time):
        told = event.status in TOLD or event.type == "AGREE"
        if event.instrument and event.instrument not in MOMENTARY and told and not event.review:
            for pair in pairs(event.actors, event.recipients):
                found[pair, event.instrument].events.append(event)
    for measure in measures:
        for pair in pairs(measure.imposer, measure.target):
            found[pair, measure.instrument].measures.append(measure)
    return found


def pairs(actors: Sequence[str], recipients: Sequence[str]) -> Iterator[Pair]:
    """Each two that face each other, once, in alphabetical order; those who act together, with one another."""
    found = {(min(a, b), max(a, b)) for a in actors for b in (recipients or actors) if a != b}
    return iter(sorted(found))


def _irritant(pair: Pair, name: str, topic: Topic) -> Irritant | None:
    raised = topic.raised
    if not raised and not topic.measures:
        return None
    last = in_time(raised[-1]) if raised else (date.min, "")
    since = [e for e in topic.events if in_time(e) > last and e not in raised]
    by = {a for e in raised for a in e.actors} | {a for m in topic.measures for a in m.imposer}
    facing = {a for e in raised for a in e.recipients}
    answered = [e for e in topic.events if raised and in_time(e) > in_time(raised[0]) and _replies(e, raised)]
    settled = [e for e in since if e.type in GIVES_WAY and (facing & set(e.actors) or e.type in ("CONCEDE", "RETREAT"))]
    days = [w for e in raised if (w := e.when)] or [m.start for m in topic.measures if m.start]
    return Irritant(
        pair,
        name,
        _state(topic.measures, answered, settled),
        tuple(sorted(by & set(pair))),
        ids(raised),
        ids(answered),
        ids(settled),
        tuple(m.id for m in topic.measures),
        days[0] if days else None,
        days[-1] if days else None,
    )


def _replies(event: Event, raised: Sequence[Event]) -> bool:
    """Whether one against whom it was raised acts or speaks on it later toward who raised it."""
    return any(
        set(event.actors) & set(r.recipients)
        and (set(event.recipients) & set(r.actors) or not event.recipients)
        and in_time(event) > in_time(r)
        for r in raised[:1]
    )


def _state(measures: Sequence[Measure], answered: Sequence[Event], settled: Sequence[Event]) -> str:
    standing = [m.state for m in measures if m.state not in OVER]
    if standing:
        return "eased" if set(standing) <= {MeasureState.EASED, MeasureState.SUSPENDED} else "open"
    if measures or settled:
        return "closed"
    return "answered" if answered else "open"


def ids(events: Iterable[Event]) -> tuple[str, ...]:
    return tuple(e.id for e in events)


def in_time(event: Event) -> tuple[date, str]:
    return day_of(event.when) or date.min, event.id


def day_of(when: When | None) -> date | None:
    return (when.earliest or when.latest) if when else None
