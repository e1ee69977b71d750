"""The brief for a terminal, with rich."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from detente.codebook.labels import Labels
from detente.views.lines import Disagreement, Line, MeasureLine, Quote, TurnLine
from detente.views.parts import Brief
from detente.views.plot import kind_of_week
from detente.views.templates import safe, signed

TONES = {"cooperation": "green", "conflict": "red", "": "white"}
BARS = "▁▂▃▄▅▆▇█"
MARGIN = (0, 0, 0, 4)
SHORT = 9  # letters of an event's id: enough to name it to `detente judge`


def write(brief: Brief, say: Labels, width: int, color: bool) -> str:
    """The brief in `width` columns. Page text is shown as text: no markup, no control characters."""
    return printed(_parts(brief, say, width), width, color)


def printed(parts: Iterable[RenderableType], width: int, color: bool) -> str:
    """What is to be shown, as text of `width` columns."""
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
    for part in parts:
        console.print(part)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _parts(brief: Brief, say: Labels, width: int) -> Iterator[RenderableType]:
    yield from _head(brief, say)
    yield title(say("ui.measures_on", day=brief.on) if brief.on else say("ui.measures"))
    yield from _many((measure_block(m, say) for m in brief.measures), say("ui.no_measures"))
    for key, lines in (("ui.measures_past", brief.past_measures), ("ui.lasting", brief.lasting)):
        if lines:
            yield title(say(key))
            yield from (measure_block(m, say) for m in lines)
    if brief.curve:
        yield from _curve(brief, say, width)
    yield title(say("ui.chronology"))
    yield from _many((_line(x, say) for x in brief.chronology), "" if brief.undated else say("ui.no_events"))
    if brief.undated:
        yield Text(say("ui.undated"), "italic")
        yield from (_line(x, say) for x in brief.undated)
    if brief.review:
        yield title(say("ui.review"))
        yield Text(say("ui.review_note"), "italic")
        yield from (_line(x, say, aside=True) for x in brief.review)
    yield title(say("ui.disagreements"))
    yield from _many((_disagreement(d, say) for d in brief.disagreements), say("ui.no_disagreements"))
    yield from _doubts(brief, say)
    yield from _coverage(brief, say)


def _head(brief: Brief, say: Labels) -> Iterator[RenderableType]:
    counts = brief.counts
    yield heading(say("ui.title", a=brief.a.label, b=brief.b.label))
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


def heading(text: str) -> RenderableType:
    return Rule(Text(text, "bold"), characters="━", style="bold")


def title(text: str) -> RenderableType:
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


def measure_block(measure: MeasureLine, say: Labels, told: bool = True) -> RenderableType:
    """A measure: what, in which state, since when, on whose word (left out unless `told`), with which doubts."""
    first = Text.assemble(
        ("■ ", "red"),
        (_sides(measure.imposer, measure.target), "bold"),
        f" · {measure.name} · ",
        (measure.state_label, "bold"),
    )
    since = dated(measure.since, measure.since_basis)
    facts = [
        after(say("ui.announced"), measure.announced),
        after(say("ui.decided"), measure.decided),
        after(say("ui.effective" if measure.effective else "ui.since"), since),
        after(say("ui.term"), measure.term),
        after(say("ui.until"), measure.until),
        after(say("ui.amount"), safe(measure.amount)),
        say("ui.answers", measure=f"{measure.answers} ({measure.answers_how})") if measure.answers else "",
    ]
    rows: list[RenderableType] = [Text(" · ".join(f for f in facts if f), "dim")]
    if told and measure.told:
        rows.append(quoted(measure.told, say))
    if measure.doubts:
        rows.append(Text(after(say("ui.doubt"), "; ".join(measure.doubts)), "yellow"))
    if measure.last_told:
        rows.append(Text(after(say("ui.last_told"), measure.last_told), "dim"))
    return Group(first, Padding(Group(*rows), MARGIN))


def dated(words: str, basis: str) -> str:
    return f"{words} ({basis})" if basis else words


def after(label: str, value: str) -> str:
    return f"{label} {value}" if value else ""


def _line(line: Line, say: Labels, aside: bool = False) -> RenderableType:
    marks = [
        line.status,
        say("ui.answer_mark") if line.answers else "",
        say("ui.disputed", fields=", ".join(line.disputed)) if line.disputed else "",
        say("ui.unsure") if line.unsure and not aside else "",
        say("ui.maybe") if line.possibly_same else "",
        *map(safe, line.judged),
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
    about += [after(say("ui.effective"), line.effective), after(say("ui.term"), line.term)]
    outlets = ", ".join(map(safe, line.outlet_names))
    sources = f"{outlets} · {say.count('ui.independent', line.independent)} · {line.id[:SHORT]}"
    rows = [Text(" · ".join(x for x in about if x))] if any(about) else []
    return Group(head, Padding(Group(*rows, quoted(line.quotes[0], say), Text(sources, "dim")), MARGIN))


def quoted(quote: Quote, say: Labels) -> Text:
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
        rows += [Padding(quoted(quote, say), (0, 0, 0, 2)) for quote in value.quotes]
    return Group(head, Padding(Group(*rows), MARGIN))


def _doubts(brief: Brief, say: Labels) -> Iterator[RenderableType]:
    if brief.possibly_same:
        yield title(say("ui.possibly_same"))
    for first, second in brief.possibly_same:
        yield Group(_line(first, say), Text(say("ui.or_is_it"), "italic"), _line(second, say))
    if brief.statements:
        yield title(say("ui.statements"))
    for speech in brief.statements:
        yield Text.assemble((f"{speech.side} · {safe(speech.speaker)}", "bold"), f" ({speech.mode})")
        yield Padding(quoted(speech.quote, say), MARGIN)


def _coverage(brief: Brief, say: Labels) -> Iterator[RenderableType]:
    counts = brief.counts
    yield title(say("ui.coverage"))
    unread = (Text(f"{safe(u.uri)} · {u.reason} · {safe(u.detail)}") for u in brief.unread)
    yield from _many(unread, say("ui.no_unread"))
    yield Text(say.count("ui.undated_count", counts.undated) if counts.undated else say("ui.no_undated"))
    if counts.unpublished:
        yield Text(say.count("ui.unpublished", counts.unpublished))
    yield title(say("ui.documents"))
    for source in brief.sources:
        notes = "".join(f" ({safe(note)})" for note in source.notes)
        yield Text(f"{safe(source.outlet)}, {source.published}. {safe(source.title)}. {safe(source.uri)}{notes}")
    yield Text(f"{say('ui.method')} {say('ui.version', version=brief.codebook)}.", "dim italic")


def _curve(brief: Brief, say: Labels, width: int) -> Iterator[RenderableType]:
    """One bar a stretch of days, its last value; -10 at the bottom."""
    values = [value for _, value, _ in brief.curve]
    wide = max(1, min(width - 4, len(values)))
    shown = [values[(i + 1) * len(values) // wide - 1] for i in range(wide)]
    yield title(say("ui.curve"))
    yield Text("  " + bars(shown))
    if brief.weeks:
        yield Text("  " + coverage([day for day, _, _ in brief.curve], brief.weeks, wide))
        yield Text(f"  {say('ui.coverage_key')}", "dim")
    yield Text(f"  −10 {BARS} +10", "dim")
    yield from (Text(f"  {turned(t, say)}") for t in brief.turns)
    if brief.counts.left_out:
        yield Text(say.count("ui.curve_left_out", brief.counts.left_out), "dim")


def bars(values: Sequence[float]) -> str:
    """A letter a value, -10 at the bottom."""
    return "".join(BARS[min(7, int((v + 10) / 20 * 8))] for v in values)


READ = {"telling": "▪", "quiet": "-", "unread": "·"}


def coverage(days: Sequence[str], weeks: Sequence[tuple[str, int, int, int]], wide: int) -> str:
    """A letter a column under `bars`: whether pages of those days were read, and whether any tells of the two."""
    known = {start: kind_of_week(pages, telling) for start, pages, _, telling in weeks}
    kinds = [
        known.get((d := date.fromisoformat(day)).fromordinal(d.toordinal() - d.weekday()).isoformat()) for day in days
    ]
    columns = [set(kinds[i * len(days) // wide : (i + 1) * len(days) // wide]) for i in range(wide)]
    return "".join(next((READ[k] for k in READ if k in column), " ") for column in columns)


def turned(turn: TurnLine, say: Labels) -> str:
    """One turn in one line: when, from what level to what, and what moved it."""
    moved = "; ".join(f"{x.date}: {' '.join(words for words, _ in x.headline)} ({x.id[:SHORT]})" for x in turn.lines)
    return f"{say('ui.turn', day=turn.date, before=signed(turn.before, say), after=signed(turn.after, say))}: {moved}"
