"""GraphML: who acted toward whom, how often, how, for Gephi, yEd, networkx, igraph."""

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from detente.codebook import Codebook
from detente.model import Event, Record
from detente.views.exports.events import NOT_DONE, dyads, name
from detente.views.exports.made import Made, Row, made, sift

NODES = {"label_en": "string", "label_fr": "string", "kind": "string"}
EDGES = {
    "together": "boolean", "events": "int", "cooperation": "int", "conflict": "int", "intensity": "double",
    "first": "string", "last": "string", "ids": "string",
}  # fmt: skip


def write(record: Record, book: Codebook, lang: str) -> Made:
    """A directed edge for all that one actor did toward another, and one for what two did together (`together`)."""
    kept, left = sift(record.events, unfit)
    root = ET.Element("graphml", {"xmlns": "http://graphml.graphdrawing.org/xmlns"})
    for target, keys in (("node", NODES), ("edge", EDGES)):
        for key, type_ in keys.items():
            ET.SubElement(root, "key", {"id": f"{target}_{key}", "for": target, "attr.name": key, "attr.type": type_})
    graph = ET.SubElement(root, "graph", {"id": "relations", "edgedefault": "directed"})
    for code in sorted({c for e in kept for pair in dyads(e) for c in pair if c}):
        _add(graph, "node", {"id": code}, _node(code, book))
    for (one, other, together), events in sorted(_between(kept)):
        id = f"{one}-{other}{'-together' if together else ''}"
        _add(graph, "edge", {"id": id, "source": one, "target": other}, _edge(events, together, book))
    ET.indent(root, " ")
    data = ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"
    return made(record, [("actors.graphml", data)], {"events": left})


def unfit(event: Event) -> str | None:
    if event.review:
        return "review"
    if event.status in NOT_DONE:
        return "not-done"
    return None if any(other for _, other in dyads(event)) else "one-sided"


def _between(events: Sequence[Event]) -> Iterator[tuple[tuple[str, str, bool], list[Event]]]:
    found: dict[tuple[str, str, bool], list[Event]] = {}
    for event in events:
        for one, other in dyads(event):
            found.setdefault((one, other or "", not event.recipients), []).append(event)
    yield from found.items()


def _node(code: str, book: Codebook) -> Row:
    entry = book.actors.entries.get(code)
    return {"label_en": name(code, book, "en"), "label_fr": name(code, book, "fr"), "kind": entry.kind if entry else ""}


def _edge(events: Sequence[Event], together: bool, book: Codebook) -> Row:
    """intensity: the mean of its events' types, -10 to 10. first, last: days, "" where none is known."""
    scores = [book.plover.types[e.type].intensity for e in events if e.type in book.plover.types]
    starts = [e.when.earliest.isoformat() for e in events if e.when and e.when.earliest]
    ends = [e.when.latest.isoformat() for e in events if e.when and e.when.latest]
    return {
        "together": together,
        "events": len(events),
        "cooperation": sum(s > 0 for s in scores),
        "conflict": sum(s < 0 for s in scores),
        "intensity": round(sum(scores) / len(scores), 3) if scores else 0.0,
        "first": min(starts, default=""),
        "last": max(ends, default=""),
        "ids": " ".join(sorted(e.id for e in events)),
    }


def _add(graph: ET.Element, tag: str, about: dict[str, str], values: Row) -> None:
    element = ET.SubElement(graph, tag, about)
    for key, value in values.items():
        ET.SubElement(element, "data", {"key": f"{tag}_{key}"}).text = (
            str(value).lower() if isinstance(value, bool) else str(value)
        )
