"""Reports of the same act become one event, with one chosen value a field."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from detente.chronicle import fields
from detente.chronicle.cluster import cluster
from detente.chronicle.contradictions import contradictions_of
from detente.chronicle.groups import Groups
from detente.chronicle.linking import NONE, Links, settle
from detente.chronicle.same import clues
from detente.chronicle.tellings import Telling
from detente.model import Contradiction, Doubt, Event


def consolidate(
    found: Iterable[Telling], rule: fields.Rule = "most-supported", review: float = 0.0, links: Links = NONE
) -> tuple[tuple[Event, ...], tuple[Contradiction, ...], tuple[Doubt, ...]]:
    """Events sorted by time then id, what their sources disagree on, and which of them may be one.

    review: the confidence that one report of an event must reach, else it is for review. links: what analysts said of it.
    """
    clusters = settle(cluster(found), links)
    named = {telling.id: event_id(group) for group in clusters.groups for telling in group}
    doubts = sorted({_doubt(named[a.id], named[b.id], a, b) for a, b in clusters.doubtful}, key=lambda d: (d.a, d.b))
    maybe = defaultdict(set)
    for doubt in doubts:
        maybe[doubt.a].add(doubt.b)
        maybe[doubt.b].add(doubt.a)
    events, disagreed = [], []
    for tellings in clusters.groups:
        group = by_source(tellings)
        found_here = contradictions_of(event_id(group), group)
        disputed = tuple(sorted({c.field for c in found_here}))
        event = event_of(group, rule)
        event = replace(event, disputed=disputed, review=event.best.confidence < review)
        events.append(replace(event, possibly_same=tuple(sorted(maybe[event.id]))))
        disagreed += found_here
    disagreed.sort(key=lambda c: (c.event, c.field, c.kind))
    return tuple(sorted(events, key=in_time)), tuple(disagreed), tuple(doubts)


def _doubt(one: str, other: str, a: Telling, b: Telling) -> Doubt:
    first, second = sorted((one, other))
    return Doubt(first, second, clues(a, b))


def by_source(group: Sequence[Telling]) -> list[Telling]:
    """The tellings with `origin` widened to their source: two pages of one outlet are one source, copies are one."""
    sources = Groups(name for t in group for name in (t.origin, f"~{t.outlet}"))
    for telling in group:
        sources.join(telling.origin, f"~{telling.outlet}")
    return [replace(t, origin=sources.head(t.origin)) for t in group]


def event_of(group: Sequence[Telling], rule: fields.Rule = "most-supported") -> Event:
    """The event a group of tellings is about, sorted by report id."""
    status = fields.chosen_status(group, rule)
    act, type_ = fields.chosen_act(group, fields.chosen_status(group))
    actors, recipients = fields.chosen_sides(group)
    return Event(
        id=event_id(group),
        act=act,
        type=type_,
        actors=actors,
        recipients=recipients,
        status=status,
        reports=tuple(t.report for t in group),
        when=fields.chosen_when(group, rule),
        place=fields.chosen_place(group, rule),
        instrument=fields.chosen_instrument(group, rule),
        amount=fields.chosen_amount(group, rule),
        chosen_by=rule,
        people=fields.chosen_people(group),
        outlets=len({t.outlet for t in group}),
        independent_sources=len(fields.by_origin(group)),
    )


def event_id(group: Sequence[Telling]) -> str:
    """A hash of the report printed first: pages printed later, and pages on other events, never change it.

    Every id that an event ever had is a hash of one of its reports: `holds` still finds it when an earlier
    print is read.
    """
    return id_of(min(group, key=lambda t: (t.published or date.max, t.id)).id)


def id_of(report: str) -> str:
    return "e" + hashlib.sha256(report.encode()).hexdigest()[:15]


def holds(event: Event, id: str) -> bool:
    """Whether `id` is, or once was, the event's: the id of one of its reports."""
    return any(id_of(r.id) == id for r in event.reports)


def in_time(event: Event) -> tuple[bool, str, str, str]:
    """Sort key: dated events by first possible day, then last; undated ones after them."""
    if event.when is None:
        return True, "", "", event.id
    start, end = event.when.earliest or event.when.latest, event.when.latest or event.when.earliest
    return False, str(start), str(end), event.id
