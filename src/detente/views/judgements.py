"""What analysts decided, and what became of it."""

import json
from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from detente.codebook import Codebook
from detente.codebook.labels import Labels, labels
from detente.model import Anchor, Effect, Event, Judged, Record, UsageError
from detente.views.compose import Desk
from detente.views.export import judgement_row
from detente.views.templates import safe
from detente.views.terminal import MARGIN, printed, quoted

FORMATS = ("terminal", "json")


def render(record: Record, book: Codebook, format: str, lang: str, *, width: int = 100) -> str:
    """Every judgement of the record, the earliest first. UsageError names the formats there are."""
    if format not in FORMATS:
        raise UsageError(f"no judgements in {format}; there are {', '.join(FORMATS)}")
    if format == "json":
        rows = [judgement_row(j) for j in record.judgements]
        whole = {"format": "detente-judgements", "version": 1, "judgements": rows}
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
    desk = Desk(record, book, labels(lang))
    return printed(_parts(desk, record), width, color=False)


def _parts(desk: Desk, record: Record) -> Iterator[RenderableType]:
    for judged in record.judgements:
        yield _block(judged, desk, desk.say)
    if not record.judgements:
        yield Text(desk.say("ui.no_judgements"), "italic")


def _block(judged: Judged, desk: Desk, say: Labels) -> RenderableType:
    said = judged.judgement
    effect = say(f"effects_of_judgements.{judged.effect}")
    by = f" ({judged.by})" if judged.by else ""
    strong = "bold" if judged.effect is Effect.APPLIED else "dim"
    head = Text.assemble((said.id, "dim"), " ", (safe(desk.judgement(said)), strong), f" · {effect}{by}")
    rows: list[RenderableType] = [Text(f"→ {said.undoes}")] if said.undoes else []
    rows += [_claim(a) for a in said.anchors[:SHOWN]]
    rows += [Text(say("ui.or_is_it"), "italic"), *(_claim(a) for a in said.others[:SHOWN])] if said.others else []
    rows += [Text(safe(said.note), "italic")] if said.note else []
    return Group(head, Padding(Group(*rows), MARGIN))


SHOWN = 2  # sentences a side; the others are in the JSON


def _claim(anchor: Anchor) -> Text:
    sides = (
        f"{' '.join(anchor.actors)} → {' '.join(anchor.recipients)}" if anchor.recipients else " ".join(anchor.actors)
    )
    return Text.assemble((f"“{safe(anchor.quote)}”", "italic"), f" ({anchor.act}, {anchor.type}, {sides})")


def reports(record: Record, event: Event, book: Codebook, lang: str) -> str:
    """The sentences an event rests on, each with the id of its report, as `detente judge` takes it."""
    desk = Desk(record, book, labels(lang))
    line = desk.line(event)
    head = Text.assemble((event.id, "bold"), f" {line.date} ", " ".join(words for words, _ in line.headline))
    rows = (
        Group(Text(r.id, "bold"), Padding(quoted(desk.quote(r.evidence, r), desk.say), MARGIN)) for r in event.reports
    )
    return printed([head, *rows], 100, color=False)
