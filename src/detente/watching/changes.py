"""What is in a record and was not told yet: new events, measures that stand otherwise, contradictions."""

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from detente.codebook import Codebook
from detente.codebook.labels import labels
from detente.model import Record
from detente.views.compose import Desk
from detente.views.export import contradiction_row, event_row, measure_row

Row = dict[str, Any]
ROWS: Mapping[str, Callable[[Any], Row]] = {
    "event": event_row,
    "measure": measure_row,
    "contradiction": contradiction_row,
}


@dataclass(frozen=True, slots=True)
class Change:
    """kind: "event", "measure" or "contradiction". row: as in the export. title: in the language of the labels.

    quote, outlet, uri: of the first sentence that it rests on.
    """

    key: str
    kind: str
    row: Row
    title: str
    quote: str
    outlet: str
    uri: str


def keys(record: Record) -> dict[str, tuple[str, Any]]:
    """Key -> (kind, noun) of all that can be told. What changes of it makes another key."""
    found: dict[str, tuple[str, Any]] = {_key("event", e.id): ("event", e) for e in record.events}
    found |= {_key("measure", repr(_standing(m))): ("measure", m) for m in record.measures}
    found |= {_key("contradiction", c.event, c.field, c.kind): ("contradiction", c) for c in record.contradictions}
    return found


def changes(record: Record, told: Collection[str], book: Codebook, lang: str) -> Iterator[Change]:
    """What has no key in `told`, events first, in the order of the record."""
    new = {key: one for key, one in keys(record).items() if key not in told}
    if not new:
        return
    desk = Desk(record, book, labels(lang))
    for key, (kind, noun) in new.items():
        event = desk.events.get(_event_of(kind, noun))
        if event is None:
            continue
        line = desk.line(event)
        quote = line.quotes[0]
        row = ROWS[kind](noun)
        yield Change(key, kind, row, _title(kind, noun, desk, line), quote.text, quote.outlet, quote.uri)


def _standing(measure: Any) -> tuple[object, ...]:
    row = measure_row(measure)
    return (row["id"], row["state"], row["start"], row["end"], row["amount"], len(row["steps"]))


def _event_of(kind: str, noun: Any) -> str:
    if kind == "event":
        return str(noun.id)
    return str(noun.event if kind == "contradiction" else noun.events[-1])


def _title(kind: str, noun: Any, desk: Desk, line: Any) -> str:
    headline = f"{line.date}: {' '.join(words for words, _ in line.headline)}"
    if kind == "measure":
        sides = f"{', '.join(desk.sides(noun.imposer))} → {', '.join(desk.sides(noun.target))}"
        return f"{desk.instrument(noun.instrument)} · {sides} · {desk.say(f'states.{noun.state}')}"
    if kind == "contradiction":
        values = " / ".join(str(v.value) for v in noun.values)
        return f"{desk.say.words.get(f'fields.{noun.field}', noun.field)}: {values} – {headline}"
    return headline


def _key(*words: str) -> str:
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[:16]
