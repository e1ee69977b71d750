"""Reports of the same act become one event, with one chosen value a field."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from detente.chronicle import fields
from detente.chronicle.cluster import Clusters, cluster_block
from detente.chronicle.contradictions import differences
from detente.chronicle.groups import Groups
from detente.chronicle.ids import NONE as UNKNOWN
from detente.chronicle.ids import Known, named
from detente.chronicle.linking import NONE, Links, settle
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


def consolidate(
    found: Sequence[Telling],
    rule: fields.Rule = "most-supported",
    review: float = 0.0,
    replaced: Collection[str] = (),
    known: Known = UNKNOWN,
    links: Links = NONE,
) -> Consolidated:
    """The events of one block, what their sources disagree on, and which of them may be one.

    review: the confidence that one report of an event must reach, else it is for review. replaced: documents that
    their outlet has corrected since. known: by which names events are known. links: what analysts said is one act and what
    is not, for which several blocks may be given as one.
    """
    clusters = settle(_clustered(found), links)
    names = named(clusters.groups, known)
    doubts = _doubts(clusters, names)
    maybe = _maybe(doubts)
    events, clashes, rest = [], list[Contradiction](), list[Difference]()
    for tellings in clusters.groups:
        group, name = by_source(tellings), names[tellings[0].id]
        against, compatible = differences(name, group, replaced)
        event = event_of(name, _standing(group, replaced), rule, group)
        disputed = tuple(sorted({c.field for c in against}))
        doubtful = event.best.confidence < review
        events.append(replace(event, disputed=disputed, review=doubtful, possibly_same=tuple(sorted(maybe[name]))))
        clashes += against
        rest += compatible
    return Consolidated(tuple(sorted(events, key=in_time)), tuple(clashes), tuple(rest), doubts)


def _clustered(found: Iterable[Telling]) -> Clusters:
    """Each block by itself: what two states do is told apart from what three do."""
    blocks: dict[tuple[str, ...], list[Telling]] = defaultdict(list)
    for telling in found:
        blocks[telling.block].append(telling)
    done = [cluster_block(blocks[key]) for key in sorted(blocks)]
    return Clusters(tuple(g for c in done for g in c.groups), tuple(pair for c in done for pair in c.doubtful))


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
