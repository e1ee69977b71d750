"""What is drawn in a terminal, with rich: events, measures, quotes, curves."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from detente.codebook.labels import Labels
from detente.views.lines import Line, MeasureLine, Quote, TurnLine
from detente.views.plot import kind_of_week
from detente.views.templates import safe, signed

TONES = {"cooperation": "green", "conflict": "red", "": "white"}
BARS = "▁▂▃▄▅▆▇█"
MARGIN = (0, 0, 0, 4)
SHORT = 9  # letters of an event's id: enough to name it to `detente judge`


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


def heading(text: str) -> RenderableType:
    return Rule(Text(text, "bold"), characters="━", style="bold")


def title(text: str) -> RenderableType:
    return Padding(Rule(Text(text, "bold"), align="left", characters="─", style="dim"), (1, 0, 0, 0))


def many(rows: Iterable[RenderableType], otherwise: str) -> Iterator[RenderableType]:
    shown = list(rows)
    yield from shown
    if not shown and otherwise:
        yield Text(otherwise, "italic")


def headline(line: Line) -> list[tuple[str, str]]:
    return [(f" {words}", "bold" if strong else "") for words, strong in line.headline]


def sides(who: tuple[str, ...], whom: tuple[str, ...]) -> str:
    return f"{', '.join(who)} → {', '.join(whom)}" if whom else " ↔ ".join(who)


def measure_block(measure: MeasureLine, say: Labels, told: bool = True) -> RenderableType:
    """A measure: what, in which state, since when, on whose word (left out unless `told`), with which doubts."""
    first = Text.assemble(
        ("■ ", "red"),
        (sides(measure.imposer, measure.target), "bold"),
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


def line_block(line: Line, say: Labels, aside: bool = False) -> RenderableType:
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
        *headline(line),
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
