"""The brief for a terminal, with rich."""

from collections.abc import Iterable, Iterator
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from detente.codebook.labels import Labels
from detente.views.lines import Brief, Disagreement, Line, MeasureLine, Quote
from detente.views.templates import safe

TONES = {"cooperation": "green", "conflict": "red", "": "white"}
BARS = "▁▂▃▄▅▆▇█"
MARGIN = (0, 0, 0, 4)


def write(brief: Brief, say: Labels, width: int, color: bool) -> str:
    """The brief in `width` columns. Page text is shown as text: no markup, no control characters."""
    out = StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for part in _parts(brief, say, width):
        console.print(part)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _parts(brief: Brief, say: Labels, width: int) -> Iterator[RenderableType]:
    yield from _head(brief, say)
    yield _title(say("ui.measures"))
    yield from _many((_measure(m, say) for m in brief.measures), say("ui.no_measures"))
    if brief.past_measures:
        yield _title(say("ui.measures_past"))
        yield from (_measure(m, say) for m in brief.past_measures)
    if brief.curve:
        yield from _curve(brief, say, width)
    yield _title(say("ui.chronology"))
    yield from _many((_line(x, say) for x in brief.chronology), "" if brief.undated else say("ui.no_events"))
    if brief.undated:
        yield Text(say("ui.undated"), "italic")
        yield from (_line(x, say) for x in brief.undated)
    if brief.review:
        yield _title(say("ui.review"))
        yield Text(say("ui.review_note"), "italic")
        yield from (_line(x, say) for x in brief.review)
    yield _title(say("ui.disagreements"))
    yield from _many((_disagreement(d, say) for d in brief.disagreements), say("ui.no_disagreements"))
    yield from _doubts(brief, say)
    yield from _coverage(brief, say)


def _head(brief: Brief, say: Labels) -> Iterator[RenderableType]:
    counts = brief.counts
    yield Rule(Text(say("ui.title", a=brief.a.label, b=brief.b.label), "bold"), characters="━", style="bold")
    yield Text(f"{brief.period} · {brief.printed}" if brief.printed else brief.period)
    numbers = (
        ("ui.pages", counts.pages),
        ("ui.outlets", counts.outlets),
        ("ui.independent", counts.independent),
        ("ui.events", counts.events),
    )
    yield Text(" · ".join(say.count(key, number) for key, number in numbers))
    if not counts.events and not brief.review:
        yield Text(say("ui.empty", a=brief.a.label, b=brief.b.label), "italic")


def _title(text: str) -> RenderableType:
    return Padding(Rule(Text(text, "bold"), align="left", characters="─", style="dim"), (1, 0, 0, 0))


def _many(rows: Iterable[RenderableType], otherwise: str) -> Iterator[RenderableType]:
    shown = list(rows)
    yield from shown
    if not shown and otherwise:
        yield Text(otherwise, "italic")


def _headline(line: Line) -> list[tuple[str, str]]:
    return [(f" {words}", "bold" if strong else "") for words, strong in line.headline]


def _sides(who: tuple[str, ...], whom: tuple[str, ...]) -> str:
    return f"{', '.join(who)} → {', '.join(whom)}" if whom else " ↔ ".join(who)


def _measure(measure: MeasureLine, say: Labels) -> RenderableType:
    first = Text.assemble(
        ("■ ", "red"),
        (_sides(measure.imposer, measure.target), "bold"),
        f" · {measure.instrument} · ",
        (measure.state_label, "bold"),
    )
    since = dated(measure.since, measure.since_basis)
    facts = [
        _after(say("ui.decided"), measure.decided),
        _after(say("ui.effective" if measure.effective else "ui.since"), since),
        _after(say("ui.term"), measure.term),
        _after(say("ui.until"), measure.until),
        _after(say("ui.amount"), safe(measure.amount)),
        say("ui.answers", measure=measure.answers) if measure.answers else "",
    ]
    return Group(first, Padding(Text(" · ".join(f for f in facts if f), "dim"), MARGIN))


def dated(words: str, basis: str) -> str:
    return f"{words} ({basis})" if basis else words


def _after(label: str, value: str) -> str:
    return f"{label} {value}" if value else ""


def _line(line: Line, say: Labels) -> RenderableType:
    marks = [
        line.status,
        say("ui.answer_mark") if line.answers else "",
        say("ui.disputed", fields=", ".join(line.disputed)) if line.disputed else "",
        say("ui.unsure") if line.unsure else "",
        say("ui.maybe") if line.possibly_same else "",
    ]
    head = Text.assemble(
        ("● ", TONES[line.tone]),
        (line.date, "bold"),
        f" ({line.basis})" if line.basis else "",
        " ",
        *_headline(line),
        *[(f" [{mark}]", "yellow") for mark in marks if mark],
    )
    about = [", ".join(map(safe, line.people)), safe(line.place), safe(line.amount)]
    sources = f"{', '.join(map(safe, line.outlet_names))} · {say.count('ui.independent', line.independent)}"
    about += [_after(say("ui.effective"), line.effective), _after(say("ui.term"), line.term)]
    rows = [Text(" · ".join(x for x in about if x))] if any(about) else []
    return Group(head, Padding(Group(*rows, _quote(line.quotes[0], say), Text(sources, "dim")), MARGIN))


def _quote(quote: Quote, say: Labels) -> Text:
    told = f" ({say('ui.according_to', who=safe(quote.attributed_to))})" if quote.attributed_to else ""
    return Text.assemble(
        (f"“{safe(quote.text)}”", "italic"),
        told,
        (f" — {safe(quote.outlet)}, {quote.published}, {safe(quote.uri)}", "dim"),
    )


def _disagreement(found: Disagreement, say: Labels) -> RenderableType:
    head = Text.assemble(
        (say("ui.disagreement", field=found.field, act="").rstrip(), "bold"),
        *_headline(found.line),
        f", {found.line.date}",
    )
    rows: list[RenderableType] = []
    for value in found.values:
        rows.append(Text(f"• {safe(value.value)}", "bold"))
        rows += [Padding(_quote(quote, say), (0, 0, 0, 2)) for quote in value.quotes]
    return Group(head, Padding(Group(*rows), MARGIN))


def _doubts(brief: Brief, say: Labels) -> Iterator[RenderableType]:
    if brief.possibly_same:
        yield _title(say("ui.possibly_same"))
    for first, second in brief.possibly_same:
        yield Group(_line(first, say), Text(say("ui.or_is_it"), "italic"), _line(second, say))
    if brief.statements:
        yield _title(say("ui.statements"))
    for speech in brief.statements:
        yield Text.assemble((f"{speech.side} · {safe(speech.speaker)}", "bold"), f" ({speech.mode})")
        yield Padding(_quote(speech.quote, say), MARGIN)


def _coverage(brief: Brief, say: Labels) -> Iterator[RenderableType]:
    counts = brief.counts
    yield _title(say("ui.coverage"))
    unread = (Text(f"{safe(u.uri)} · {u.reason} · {safe(u.detail)}") for u in brief.unread)
    yield from _many(unread, say("ui.no_unread"))
    yield Text(say.count("ui.undated_count", counts.undated) if counts.undated else say("ui.no_undated"))
    if counts.unpublished:
        yield Text(say.count("ui.unpublished", counts.unpublished))
    yield _title(say("ui.documents"))
    for source in brief.sources:
        notes = "".join(f" ({safe(note)})" for note in source.notes)
        yield Text(f"{safe(source.outlet)}, {source.published}. {safe(source.title)}. {safe(source.uri)}{notes}")
    yield Text(f"{say('ui.method')} {say('ui.version', version=brief.codebook)}.", "dim italic")


def _curve(brief: Brief, say: Labels, width: int) -> Iterator[RenderableType]:
    """One bar a stretch of days, its last value; -10 at the bottom."""
    values = [value for _, value, _ in brief.curve]
    wide = max(1, min(width - 4, len(values)))
    shown = [values[(i + 1) * len(values) // wide - 1] for i in range(wide)]
    yield _title(say("ui.curve"))
    yield Text("  " + "".join(BARS[min(7, int((v + 10) / 20 * 8))] for v in shown))
    yield Text(f"  −10 {BARS} +10", "dim")
    if brief.counts.left_out:
        yield Text(say.count("ui.curve_left_out", brief.counts.left_out), "dim")
