"""Reports of the same act become one event, with one chosen value a field."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, replace

from detente.chronicle import fields
from detente.chronicle.cluster import Clusters
from detente.chronicle.contradictions import differences
from detente.chronicle.groups import Groups
from detente.chronicle.ids import NONE as UNKNOWN
from detente.chronicle.ids import Known, named
from detente.chronicle.linked import Group
from detente.chronicle.same import clues
from detente.chronicle.tellings import Telling
from detente.model import Contradiction, Difference, Doubt, Event


@dataclass(frozen=True, slots=True)
class Consolidated:
    """What the tellings between the same parties come to; events by time then id, the rest by event."""

    events: tuple[Event, ...]
    contradictions: tuple[Contradiction, ...]
    differences: tuple[Difference, ...]
    doubts: tuple[Doubt, ...]


Told = tuple[Event, list[Contradiction], list[Difference]]  # what one group tells
Kept = MutableMapping[str, tuple[Group, str, Told]]  # by its first report: a group, its event's name, what it tells


def consolidate(
    clusters: Clusters,
    rule: fields.Rule = "most-supported",
    review: float = 0.0,
    replaced: Collection[str] = (),
    known: Known = UNKNOWN,
    kept: Kept | None = None,
) -> Consolidated:
    """The events of one block, what their sources disagree on, and which of them may be one.

    review: the confidence that one report of an event must reach, else it is for review. replaced: documents that
    their outlet has corrected since. known: by which names events are known. kept: what the same groups told before.
    """
    names = named(clusters.groups, known)
    doubts = _doubts(clusters, names)
    maybe, kept = _maybe(doubts), {} if kept is None else kept
    events, clashes, rest = [], list[Contradiction](), list[Difference]()
    for group in clusters.groups:
        name, before = names[group[0].id], kept.get(group[0].id)
        same = before is not None and before[0] is group and before[1] == name
        told = before[2] if before and same else _told(name, group, rule, replaced, review)
        kept[group[0].id] = group, name, told
        events.append(replace(told[0], possibly_same=tuple(sorted(maybe[name]))) if name in maybe else told[0])
        clashes += told[1]
        rest += told[2]
    return Consolidated(tuple(sorted(events, key=in_time)), tuple(clashes), tuple(rest), doubts)


def _told(name: str, group: Group, rule: fields.Rule, replaced: Collection[str], review: float) -> Told:
    sourced = by_source(group)
    against, compatible = differences(name, sourced, replaced)
    event = event_of(name, _standing(sourced, replaced), rule, sourced)
    disputed = tuple(sorted({c.field for c in against}))
    return replace(event, disputed=disputed, review=event.best.confidence < review), against, compatible


def _doubts(clusters: Clusters, names: Mapping[str, str]) -> tuple[Doubt, ...]:
    found = {_doubt(names[a.id], names[b.id], a, b) for a, b in clusters.doubtful}
    return tuple(sorted(found, key=lambda d: (d.a, d.b)))


def _doubt(one: str, other: str, a: Telling, b: Telling) -> Doubt:
    first, second = sorted((one, other))
    return Doubt(first, second, clues(a, b))


def _maybe(doubts: Iterable[Doubt]) -> Mapping[str, set[str]]:
    maybe: dict[str, set[str]] = defaultdict(set)
    for doubt in doubts:
        maybe[doubt.a].add(doubt.b)
        maybe[doubt.b].add(doubt.a)
    return maybe


def by_source(group: Sequence[Telling]) -> list[Telling]:
    """The tellings with `origin` widened to their source: two pages of one outlet are one source, copies are one."""
    sources = Groups(name for t in group for name in (t.origin, f"~{t.outlet}"))
    for telling in group:
        sources.join(telling.origin, f"~{telling.outlet}")
    return [replace(t, origin=sources.head(t.origin)) for t in group]


def _standing(group: Sequence[Telling], replaced: Collection[str]) -> Sequence[Telling]:
    """The tellings that their outlets stand by; all, where none is left."""
    return [t for t in group if not t.pages <= set(replaced)] or group


def event_of(
    name: str, group: Sequence[Telling], rule: fields.Rule = "most-supported", whole: Sequence[Telling] | None = None
) -> Event:
    """The event a group of tellings is about, sorted by report id; whole: with those that no longer count."""
    told = whole or group
    status = fields.chosen_status(group, rule)
    act, type_ = fields.chosen_act(group, fields.chosen_status(group))
    actors, recipients = fields.chosen_sides(group)
    return Event(
        id=name,
        act=act,
        type=type_,
        actors=actors,
        recipients=recipients,
        status=status,
        reports=tuple(t.report for t in told),
        when=fields.chosen_when(group, rule),
        place=fields.chosen_place(group, rule),
        instrument=fields.chosen_instrument(group, rule),
        amount=fields.chosen_amount(group, rule),
        chosen_by=rule,
        people=fields.chosen_people(group),
        outlets=len({t.outlet for t in told}),
        independent_sources=len(fields.by_origin(told)),
    )


def in_time(event: Event) -> tuple[bool, str, str, str]:
    """Sort key: dated events by first possible day, then last; undated ones after them."""
    if event.when is None:
        return True, "", "", event.id
    start, end = event.when.earliest or event.when.latest, event.when.latest or event.when.earliest
    return False, str(start), str(end), event.id
