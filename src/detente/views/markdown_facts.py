"""What the brief tells, in Markdown: summary, measures, what is ahead, positions, chronology, disagreements."""

from collections.abc import Iterator

from detente.views.lines import Disagreement, Line, MeasureLine
from detente.views.notes import SHORT, joined, table
from detente.views.parts import Irritant, Promise, Stand
from detente.views.pen import Pen, after, amount, aside, headline, sides
from detente.views.templates import plain_in_markdown as md
from detente.views.templates import signed


class Facts(Pen):
    """The sections in the order in which they are read."""

    def head(self) -> Iterator[str]:
        say, brief, c = self.say, self.brief, self.brief.counts
        yield from self.paragraph(
            joined((brief.period, brief.span)),
            joined((brief.printed, f"{say('ui.known_head')} {k}" if (k := brief.method.known_on) else "")),
            joined(
                (
                    say.count("ui.pages", c.pages),
                    say.count("ui.outlets", c.outlets),
                    say.count("ui.independent", c.independent),
                    say.count("ui.events", c.events),
                )
            ),
        )

    def summary(self) -> Iterator[str]:
        say = self.say
        if self.brief.summary:
            yield from self.section(say("ui.summary"))
        for heading in self.brief.summary:
            yield from (f"**{heading.label}**", "")
            yield from (f"- {md(c.text)}{self.notes.clause(c)}" for c in heading.clauses)
            if heading.more:
                yield f"- {say('ui.more', n=heading.more)}"
            yield ""
            yield from self.notes.flush()

    # -- measures, what is ahead ------------------------------------------------------------------------------

    def measures(self) -> Iterator[str]:
        say, brief = self.say, self.brief
        yield from self.section(say("ui.measures_on", day=brief.on) if brief.on else say("ui.measures"))
        for m in brief.measures:
            yield from self.measure(m)
        if not brief.measures:
            yield say("ui.no_measures")
        if brief.changes is not None:
            yield from self.section(say("ui.changed"), 3)
            for c in brief.changes:
                what = f"{sides(c.measure.imposer, c.measure.target)}, {c.measure.name}"
                mark = self.notes.mark(c.step.quotes[0], self.notes.event(c.step.event))
                yield from self.paragraph(
                    f"**{c.step.date}**{aside(c.step.basis)} · {what} · **{c.step.label}**{amount(c.step.amount)}{mark}"
                )
            if not brief.changes:
                yield say("ui.no_steps")
        for key, lines in (("ui.measures_past", brief.past_measures), ("ui.lasting", brief.lasting)):
            if lines:
                yield from self.section(say(key), 3)
                for m in lines:
                    yield from self.measure(m)

    def measure(self, m: MeasureLine) -> Iterator[str]:
        say = self.say
        mark = self.notes.mark(m.told) if m.told else ""
        facts = (
            after(say("ui.announced"), m.announced),
            after(say("ui.decided"), m.decided),
            after(say("ui.effective" if m.effective else "ui.since"), m.since + aside(m.since_basis)),
            after(say("ui.term"), m.term),
            after(say("ui.until"), m.until),
            after(say("ui.amount"), md(m.amount)),
        )
        answers = say("ui.answers", measure=m.answers) + aside(m.answers_how) if m.answers else ""
        doubts = after(say("ui.doubt"), md("; ".join(m.doubts)))
        yield from self.paragraph(
            f"**{sides(m.imposer, m.target)}** · {m.name} · **{m.state_label}**{mark}",
            joined(facts),
            answers,
            joined((doubts, after(say("ui.last_told"), m.last_told))),
        )

    def ahead(self) -> Iterator[str]:
        yield from self.section(self.say("ui.ahead"))
        for p in self.brief.ahead:
            yield from self.promise(p)
        if not self.brief.ahead:
            yield self.say("ui.no_ahead")
        if self.brief.settled:
            yield from self.section(self.say("ui.settled"), 3)
            for p in self.brief.settled:
                yield from self.promise(p)

    def promise(self, p: Promise) -> Iterator[str]:
        due = p.due or self.say("ui.no_due")
        told = self.notes.mark(p.told, self.notes.event(p.line.id))
        settled = f"{self.say('ui.became')} {p.label}{self.notes.mark(p.settled)}" if p.settled else ""
        first = f"**{due}** · {headline(p.line)} · *{p.label}*{told}"
        yield from self.paragraph(first, settled)

    def positions(self) -> Iterator[str]:
        yield from self.section(self.say("ui.positions"))
        side = ""
        for stand in self.brief.positions:
            if stand.side != side:
                side = stand.side
                yield from self.section(side, 3)
            yield from self.paragraph(self.stand(stand))
        if not self.brief.positions:
            yield self.say("ui.no_positions")

    def stand(self, s: Stand) -> str:
        now = f"**{s.topic}** · **{s.now.label}** · {md(s.now.speaker)}, {s.now.date}{self.notes.mark(s.now.quote)}"
        before = "; ".join(f"{t.label} ({t.date}){self.notes.mark(t.quote)}" for t in s.before)
        shifted = f"*{self.say('ui.shifted')}*" if s.changed else ""
        return joined((now, shifted, after(self.say("ui.before"), before)))

    def matters(self) -> Iterator[str]:
        """What each holds against the other, then what came up when they met."""
        say, brief = self.say, self.brief
        yield from self.section(say("ui.irritants"))
        for i in brief.irritants:
            yield from self.paragraph(*self.irritant(i))
        if not brief.irritants:
            yield say("ui.no_irritants")
        if brief.meetings:
            yield from self.section(say("ui.meetings"), 3)
        for meeting in brief.meetings:
            what = f"**{meeting.line.date}** · {headline(meeting.line)} {self.notes.event(meeting.line.id)}"
            rows = (f"{m.topic}{say('summary.colon')}*{m.label}*{self.notes.mark(m.quote, self.notes.event(m.event))}"
                    for m in meeting.matters)  # fmt: skip
            yield from self.paragraph(what, joined(rows, "; "))

    def irritant(self, i: Irritant) -> Iterator[str]:
        say = self.say
        yield f"**{i.topic}** · **{i.label}** · {i.said}"
        for key, line in (("ui.raised", i.raised), ("ui.answered", i.answered), ("ui.gave_way", i.settled)):
            if line:
                yield f"{say(key)} {line.date}, {headline(line)}{self.notes.mark(line.quotes[0], self.notes.event(line.id))}"

    def curve(self, picture: str) -> Iterator[str]:
        """What moved the relation; the drawing where there is one."""
        say, brief = self.say, self.brief
        if not brief.curve or not (picture or brief.turns):
            return
        yield from self.section(say("ui.curve"))
        if picture:
            yield from (picture, "", f"*{say('ui.curve_note_paper')}*", "")
        for turn in brief.turns:
            moved = "; ".join(f"{x.date}, {headline(x)}{self.notes.mark(x.quotes[0])}" for x in turn.lines)
            said = say("ui.turn", day=turn.date, before=signed(turn.before, say), after=signed(turn.after, say))
            yield from self.paragraph(f"{said}{say('summary.colon')}{moved}")

    # -- events -----------------------------------------------------------------------------------------------

    def chronology(self) -> Iterator[str]:
        say, brief, year = self.say, self.brief, ""
        yield from self.section(say("ui.chronology"))
        for x in brief.chronology:
            if x.year != year:
                year = x.year
                yield from self.section(year, 3)
            yield from self.event(x)
        if not brief.counts.events:
            yield say("ui.no_events")
        for key, lines in (("ui.undated", brief.undated), ("ui.cited", brief.cited)):
            if lines:
                yield from self.section(say(key), 3)
                for x in lines:
                    yield from self.event(x)
        if brief.counts.outside:
            yield from ("", f"{say.count('ui.outside', brief.counts.outside)}.", "")
        if brief.review:
            yield from self.section(say("ui.review"))
            yield from (f"*{say('ui.review_note')}*", "")
            for x in brief.review:
                yield from self.event(x, apart=True)

    def event(self, x: Line, apart: bool = False) -> Iterator[str]:
        """One event with its notes; apart: among those to review, where none says so of itself."""
        say = self.say
        date = self.notes.anchor(f"**{x.date}**", x.id)
        marks = (
            x.status,
            say("ui.answer_mark") if x.answers else "",
            say("ui.disputed", fields=", ".join(x.disputed)) if x.disputed else "",
            say("ui.unsure") if x.unsure and not apart else "",
            say("ui.maybe") if x.possibly_same else "",
            *map(md, x.judged),
        )
        shown = "".join(f" · *{mark}*" for mark in marks if mark)
        about = (md(", ".join(x.people)), md(x.place), md(x.amount))
        days = (after(say("ui.effective"), x.effective), after(say("ui.term"), x.term))
        sources = f"{say.count('ui.independent', x.independent)}, {x.id[:SHORT]}"
        yield from self.paragraph(
            f"{date}{aside(x.basis)} · {headline(x)}{shown}{self.notes.line(x)}",
            joined((*about, *days)),
            joined((md(", ".join(x.outlet_names)), sources)),
        )

    def doubts(self) -> Iterator[str]:
        say, brief = self.say, self.brief
        yield from self.section(say("ui.disagreements"))
        for d in brief.disagreements:
            yield from self.disagreement(d)
        if not brief.disagreements:
            yield say("ui.no_disagreements")
        yield from self.section(say("ui.possibly_same"))
        for first, second in brief.possibly_same:
            pair = (
                f"{x.date}, {headline(x)}{self.notes.mark(x.quotes[0], self.notes.event(x.id))}"
                for x in (first, second)
            )
            yield from self.paragraph(f" *{say('ui.or_is_it')}* ".join(pair))
        if not brief.possibly_same:
            yield say("ui.no_possibly_same")

    def disagreement(self, d: Disagreement) -> Iterator[str]:
        yield from self.paragraph(f"**{d.field}** · {d.line.date}, {headline(d.line)} {self.notes.event(d.line.id)}")
        rows = [
            (f"**{md(v.value)}**", "; ".join(f"{md(q.outlet)}, {q.published}{self.notes.mark(q)}" for q in v.quotes))
            for v in d.values
        ]
        yield from table((d.field, self.say("ui.outlets_head")), rows, (20, 60))
        yield from self.notes.flush()
