"""The brief for a terminal, section by section."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from detente.codebook.labels import Labels
from detente.views.lines import Disagreement
from detente.views.parts import Brief, Irritant, Promise, Stand
from detente.views.templates import plain, safe, signed
from detente.views.terminal import (
    BARS,
    MARGIN,
    SHORT,
    bars,
    dated,
    heading,
    headline,
    line_block,
    many,
    measure_block,
    printed,
    quoted,
    sides,
    title,
    turned,
)
from detente.views.terminal import (
    coverage as read_weeks,
)


def write(brief: Brief, say: Labels, width: int, color: bool) -> str:
    """The brief in `width` columns. Page text is shown as text: no markup, no control characters."""
    return printed(_parts(brief, say, width), width, color)


def _parts(brief: Brief, say: Labels, width: int) -> Iterator[RenderableType]:
    yield from _head(brief, say)
    yield from summary(brief, say)
    yield title(say("ui.measures_on", day=brief.on) if brief.on else say("ui.measures"))
    yield from many((measure_block(m, say) for m in brief.measures), say("ui.no_measures"))
    yield from changes(brief, say)
    for key, lines in (("ui.measures_past", brief.past_measures), ("ui.lasting", brief.lasting)):
        if lines:
            yield title(say(key))
            yield from (measure_block(m, say) for m in lines)
    yield from ahead(brief, say)
    yield from positions(brief, say)
    yield from matters(brief, say)
    if brief.curve:
        yield from _curve(brief, say, width)
    yield title(say("ui.chronology"))
    yield from many((line_block(x, say) for x in brief.chronology), "" if brief.undated else say("ui.no_events"))
    for key, rows in (("ui.undated", brief.undated), ("ui.cited", brief.cited)):
        if rows:
            yield Text(say(key), "italic")
            yield from (line_block(x, say) for x in rows)
    if brief.counts.outside:
        yield Text(f"{say.count('ui.outside', brief.counts.outside)}.", "dim")
    if brief.review:
        yield title(say("ui.review"))
        yield Text(say("ui.review_note"), "italic")
        yield from (line_block(x, say, aside=True) for x in brief.review)
    yield from doubts(brief, say)
    yield from voices(brief, say)
    yield from coverage(brief, say)


def _head(brief: Brief, say: Labels) -> Iterator[RenderableType]:
    counts = brief.counts
    yield heading(say("ui.title", a=brief.a.label, b=brief.b.label))
    known = f"{say('ui.known_head')} {brief.method.known_on}" if brief.method.known_on else ""
    yield Text(" · ".join(x for x in (brief.period, brief.span, brief.printed, known) if x))
    numbers = (
        ("ui.pages", counts.pages),
        ("ui.outlets", counts.outlets),
        ("ui.independent", counts.independent),
        ("ui.events", counts.events),
    )
    yield Text(" · ".join(say.count(key, number) for key, number in numbers))
    if not counts.events and not brief.review:
        yield Text(say("ui.empty", a=brief.a.label, b=brief.b.label), "italic")


def _curve(brief: Brief, say: Labels, width: int) -> Iterator[RenderableType]:
    """One bar a stretch of days, its last value; -10 at the bottom."""
    values = [value for _, value, _ in brief.curve]
    wide = max(1, min(width - 4, len(values)))
    shown = [values[(i + 1) * len(values) // wide - 1] for i in range(wide)]
    yield title(say("ui.curve"))
    yield Text("  " + bars(shown))
    if brief.weeks:
        yield Text("  " + read_weeks([day for day, _, _ in brief.curve], brief.weeks, wide))
        yield Text(f"  {say('ui.coverage_key')}", "dim")
    yield Text(f"  −10 {BARS} +10", "dim")
    yield from (Text(f"  {turned(t, say)}") for t in brief.turns)
    if brief.counts.left_out:
        yield Text(say.count("ui.curve_left_out", brief.counts.left_out), "dim")


def summary(brief: Brief, say: Labels) -> Iterator[RenderableType]:
    """Each clause with the id of the event it stands on, by which the chronology tells it."""
    if brief.summary:
        yield title(say("ui.summary"))
    for group in brief.summary:
        yield Text(group.label, "bold")
        for clause in group.clauses:
            line = Text.assemble("– ", safe(clause.text), (f" ({clause.events[0][:SHORT]})", "dim"))
            yield Padding(line, (0, 0, 0, 2))
        if group.more:
            yield Padding(Text(f"– {say('ui.more', n=group.more)}", "dim"), (0, 0, 0, 2))


def changes(brief: Brief, say: Labels) -> Iterator[RenderableType]:
    if brief.changes is None:
        return
    yield title(say("ui.changed"))
    rows = (
        Text.assemble(
            (dated(c.step.date, c.step.basis), "bold"),
            f" · {sides(c.measure.imposer, c.measure.target)} · {c.measure.name} · ",
            (c.step.label, "bold"),
            f" · {safe(c.step.amount)}" if c.step.amount else "",
            (f" ({c.step.event[:SHORT]})", "dim"),
        )
        for c in brief.changes
    )
    yield from many(rows, say("ui.no_steps"))


def ahead(brief: Brief, say: Labels) -> Iterator[RenderableType]:
    yield title(say("ui.ahead"))
    yield from many((promise(p, say) for p in brief.ahead), say("ui.no_ahead"))
    if brief.settled:
        yield Text(say("ui.settled"), "italic")
        yield from (promise(p, say) for p in brief.settled)


def promise(found: Promise, say: Labels) -> RenderableType:
    head = Text.assemble(
        (found.due or say("ui.no_due"), "bold"),
        *headline(found.line),
        (f" [{found.label}]", "yellow"),
        (f" ({found.line.id[:SHORT]})", "dim"),
    )
    rows = [quoted(found.told, say), *([quoted(found.settled, say)] if found.settled else [])]
    return Group(head, Padding(Group(*rows), MARGIN))


def positions(brief: Brief, say: Labels) -> Iterator[RenderableType]:
    yield title(say("ui.positions"))
    yield from many((stand(s, say) for s in brief.positions), say("ui.no_positions"))


def stand(found: Stand, say: Labels) -> RenderableType:
    now, shifted = found.now, [(f" [{say('ui.shifted')}]", "yellow")] if found.changed else []
    head = Text.assemble(
        (found.side, "bold"),
        f" · {found.topic} · ",
        (now.label, "bold"),
        f" · {safe(now.speaker)}, {now.date}",
        *shifted,
    )
    before = "; ".join(f"{t.label} ({t.date})" for t in found.before)
    rows: list[RenderableType] = [quoted(now.quote, say)]
    if before:
        rows.append(Text(f"{say('ui.before')} {before}", "dim"))
    return Group(head, Padding(Group(*rows), MARGIN))


def matters(brief: Brief, say: Labels) -> Iterator[RenderableType]:
    """What each holds against the other, then what came up when they met."""
    yield title(say("ui.irritants"))
    yield from many((irritant(i, say) for i in brief.irritants), say("ui.no_irritants"))
    if brief.meetings:
        yield title(say("ui.meetings"))
    for meeting in brief.meetings:
        yield Text.assemble(
            (meeting.line.date, "bold"), *headline(meeting.line), (f" ({meeting.line.id[:SHORT]})", "dim")
        )
        for m in meeting.matters:
            row = Text.assemble(
                "– ", (m.topic, "bold"), f"{say('summary.colon')}{m.label}", (f" ({m.event[:SHORT]})", "dim")
            )
            yield Padding(Group(row, quoted(m.quote, say)), MARGIN)


def irritant(found: Irritant, say: Labels) -> RenderableType:
    head = Text.assemble((found.topic, "bold"), " · ", (found.label, "yellow"), f" · {found.said}")
    rows = [
        Text.assemble(say("ui.raised"), f" {found.raised.date}", *headline(found.raised)),
        quoted(found.raised.quotes[0], say),
    ]
    for key, line in (("ui.answered", found.answered), ("ui.gave_way", found.settled)):
        if line:
            rows.append(Text.assemble(say(key), f" {line.date}", *headline(line), (f" ({line.id[:SHORT]})", "dim")))
    return Group(head, Padding(Group(*rows), MARGIN))


def doubts(brief: Brief, say: Labels) -> Iterator[RenderableType]:
    yield title(say("ui.disagreements"))
    yield from many((disagreement(d, say) for d in brief.disagreements), say("ui.no_disagreements"))
    if brief.possibly_same:
        yield title(say("ui.possibly_same"))
    for first, second in brief.possibly_same:
        yield Group(line_block(first, say), Text(say("ui.or_is_it"), "italic"), line_block(second, say))


def disagreement(found: Disagreement, say: Labels) -> RenderableType:
    head = Text.assemble(
        (say("ui.disagreement", field=found.field, act="").rstrip(), "bold"),
        *headline(found.line),
        f", {found.line.date}",
    )
    rows: list[RenderableType] = []
    for value in found.values:
        rows.append(Text(f"• {safe(value.value)}", "bold"))
        rows += [Padding(quoted(quote, say), (0, 0, 0, 2)) for quote in value.quotes]
    return Group(head, Padding(Group(*rows), MARGIN))


def voices(brief: Brief, say: Labels) -> Iterator[RenderableType]:
    """The same words from one outlet to another, then all that either side said."""
    if brief.wordings:
        yield title(say("ui.wordings"))
    for wording in brief.wordings:
        yield Text(" · ".join(x for x in (wording.side, safe(wording.speaker)) if x), "bold")
        yield from (Padding(Group(Text(x.label, "dim"), quoted(x.quote, say)), MARGIN) for x in wording.spoken)
    if brief.statements:
        yield title(say("ui.statements"))
    for speech in brief.statements:
        yield Text.assemble((f"{speech.side} · {safe(speech.speaker)}", "bold"), f" ({speech.mode})")
        yield Padding(quoted(speech.quote, say), MARGIN)


def coverage(brief: Brief, say: Labels) -> Iterator[RenderableType]:
    """What was read and what was not, the pages, the method."""
    counts, found = brief.counts, brief.coverage
    yield title(say("ui.gaps"))
    if found.weeks:
        gap = f" · {say('ui.gap', gap=found.gap)}" if found.gap else ""
        yield Text(f"{say('ui.weeks_read', read=found.weeks - found.unread, weeks=found.weeks)}{gap}")
    for o in found.outlets:
        seat = f" ({o.seat})" if o.seat else ""
        yield Text(f"{safe(o.outlet)}{seat} · {say.count('ui.pages', o.pages)} · {say('ui.own_pages')} {o.own}")
    yield title(say("ui.coverage"))
    yield from many((Text(f"{safe(u.uri)} · {u.reason} · {safe(u.detail)}") for u in brief.unread), say("ui.no_unread"))
    yield Text(say.count("ui.undated_count", counts.undated) if counts.undated else say("ui.no_undated"))
    if counts.unpublished:
        yield Text(say.count("ui.unpublished", counts.unpublished))
    yield title(say("ui.documents"))
    for source in brief.sources:
        notes = "".join(f" ({safe(note)})" for note in source.notes)
        yield Text(f"{safe(source.outlet)}, {source.published}. {safe(source.title)}. {safe(source.uri)}{notes}")
    yield from method(brief, say)


def method(brief: Brief, say: Labels) -> Iterator[RenderableType]:
    found = brief.method
    yield title(say("ui.method_head"))
    weights = ", ".join(f"{label} {signed(weight, say)}" for _, label, weight in found.types)
    versions = ", ".join(f"{what} {which}" for what, which in found.versions)
    rows = (
        say("ui.method"),
        f"{say('ui.rule_head')}{say('summary.colon')}{found.rule_label}. {say('ui.threshold', share=plain(found.review, say))}",
        f"{say('ui.weights')}{say('summary.colon')}{weights}.",
        f"{say('ui.versions_head')}{say('summary.colon')}{versions}.",
        say("ui.read_with", versions=", ".join(found.read_with)) if found.read_with else "",
    )
    yield from (Text(row, "dim") for row in rows if row)
