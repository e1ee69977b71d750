"""What events are called: each after one of its reports, and ever after as it was called when it was first seen.

An id is a hash of a report's, so that no two events can be given the same. Of a record gathered anew it is that of the
report printed first: pages printed later, and pages on other events, never change it. An earlier print does, unless the
name is known from before.
"""

import hashlib
from collections import ChainMap, defaultdict
from collections.abc import Collection, Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from detente.chronicle.tellings import Block, Telling, block_of
from detente.model import Event, Record, Report


@dataclass(frozen=True, slots=True)
class Known:
    """event: report -> the event that it was part of when last seen. was: a corrected report -> itself, as it was coded."""

    event: MutableMapping[str, str] = field(default_factory=dict)
    was: Mapping[str, str] = field(default_factory=dict)

    def of(self, report: str) -> str | None:
        """The event that a report was part of when last seen, corrected or as it was coded."""
        return self.event.get(report) or self.event.get(self.was.get(report, ""))

    def and_now(self, event: MutableMapping[str, str]) -> "Known":
        """The same once these names are known too."""
        return Known(ChainMap(event, self.event), self.was)


NONE = Known()


def named(groups: Iterable[Sequence[Telling]], known: Known = NONE) -> dict[str, str]:
    """The event's id of each telling. An event keeps the name it was known by; the oldest print's, where it had several."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for group in sorted(groups, key=_first_print):
        told = sorted(group, key=_printed)
        before = [name for t in told if (name := known.of(t.id))]
        ids = [known.was.get(t.id, t.id) for t in told]
        name = next((n for n in (*before, id_of(ids[0])) if n not in taken), None) or _spare(ids, taken)
        taken.add(name)
        names.update({t.id: name for t in group})
    return names


def _spare(ids: Sequence[str], taken: Collection[str]) -> str:
    """A name of one of its reports that no other event has: two events that were one cannot both keep its name. Where
    the other has kept that of this one's only report, one made of it."""
    own = next((n for i in ids if (n := id_of(i)) not in taken), None)
    return own or _spare([f"{i}'" for i in ids], taken)


def names(record: Record) -> dict[str, str]:
    """report -> its event, for the next `gather` to call what it knows by the same name."""
    return names_of(record.reports, {r.id: e.id for e in record.events for r in e.reports})


def names_of(reports: Iterable[Report], event: Mapping[str, str]) -> dict[str, str]:
    """The same from reports and the event that each is part of.

    Of an event that an analyst made of acts of several blocks, only the reports of the one it is called after: who parts
    them again finds each under its own name.
    """
    told: dict[str, dict[str, Block]] = defaultdict(dict)
    for report in reports:
        if name := event.get(id := report.id):
            told[name][id] = block_of(report)
    return {id: name for name, blocks in told.items() for id in _called(name, blocks)}


def _called(name: str, blocks: Mapping[str, Block]) -> list[str]:
    """The ids of the reports by which an event is known; blocks: of each of its reports."""
    after = set(blocks.values())
    if len(after) > 1:
        after = {block for id, block in blocks.items() if id_of(id) == name}
    return [id for id, block in blocks.items() if block in after] if len(after) == 1 else []


def id_of(report: str) -> str:
    """The id of an event called after a report."""
    return "e" + hashlib.sha256(report.encode()).hexdigest()[:15]


def holds(event: Event, id: str) -> bool:
    """Whether `id` is, or once was, the event's: the id of one of its reports."""
    return event.id == id or any(id_of(r.id) == id for r in event.reports)


def _printed(telling: Telling) -> tuple[date, str]:
    return telling.published or date.max, telling.id


def _first_print(group: Sequence[Telling]) -> tuple[date, str]:
    return min(_printed(t) for t in group)
