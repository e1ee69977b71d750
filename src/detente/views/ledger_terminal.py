"""The measures of two actors for a terminal: each with its steps, and the sentence behind every step."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from detente.codebook.labels import Labels
from detente.views.dates import human
from detente.views.ledger import Sheet, headline
from detente.views.lines import MeasureLine, StepLine
from detente.views.templates import safe
from detente.views.terminal import MARGIN, SHORT, after, dated, heading, measure_block, printed, quoted, title


def write(sheet: Sheet, say: Labels, asked: bool, width: int, color: bool) -> str:
    """The sheet in `width` columns."""
    return printed(_parts(sheet, say, asked), width, color)


def _parts(sheet: Sheet, say: Labels, asked: bool) -> Iterator[RenderableType]:
    yield heading(say("ui.title", a=sheet.a.label, b=sheet.b.label))
    yield Text(headline(sheet, say, asked))
    sections = (
        ("ui.measures", sheet.standing),
        ("ui.measures_past", sheet.over),
        ("ui.never", sheet.never),
        ("ui.lasting", sheet.lasting),
    )
    for key, lines in sections:
        if lines:
            yield title(say(key))
            yield from (_measure(m, say) for m in lines)
    if not any(lines for _, lines in sections):
        yield Text(say("ui.none_between", a=sheet.a.label, b=sheet.b.label), "italic")
    yield from _orphans(sheet, say)
    yield from _changes(sheet, say)


def _measure(measure: MeasureLine, say: Labels) -> RenderableType:
    steps = [step_block(s, say) for s in measure.history]
    return Group(measure_block(measure, say, told=False), Padding(Group(*steps), MARGIN))


def step_block(step: StepLine, say: Labels) -> RenderableType:
    """One step: what, when, how much, and whose sentence says so."""
    facts = [
        dated(step.date, step.basis),
        after(say("ui.decided"), step.decided) if step.decided != step.date else "",
        after(say("ui.effective"), step.effective) if step.effective != step.date else "",
        after(say("ui.term"), step.term),
        safe(step.amount) if step.amount else "",
        say.count("ui.independent", step.independent),
        step.event[:SHORT],
    ]
    head = Text.assemble(("· ", "dim"), (step.label, "bold"), " · ", " · ".join(f for f in facts if f))
    return Group(head, Padding(quoted(step.quotes[0], say), (0, 0, 0, 2)))


def _orphans(sheet: Sheet, say: Labels) -> Iterator[RenderableType]:
    left = [m for m in sheet.standing if m.id in sheet.orphans]
    if left:
        yield title(say("ui.orphans"))
    for measure in left:
        yield Text(f"{', '.join(measure.imposer)} → {', '.join(measure.target)} · {measure.name}")


def _changes(sheet: Sheet, say: Labels) -> Iterator[RenderableType]:
    if sheet.changes is None:
        return
    yield title(say("ui.changes", first=human(sheet.since, say), last=human(sheet.until, say)))
    if not sheet.changes:
        yield Text(say("ui.no_changes"), "italic")
    for change in sheet.changes:
        m = change.measure
        yield Text(f"{', '.join(m.imposer)} → {', '.join(m.target)} · {m.name}", "bold")
        yield Padding(step_block(change.step, say), MARGIN)
