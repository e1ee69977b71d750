"""What the brief rests on, in Markdown: wordings, statements, coverage, pages, method."""

from collections.abc import Iterator

from detente.views.lines import Source
from detente.views.notes import joined, table
from detente.views.parts import Wordings
from detente.views.pen import Pen
from detente.views.templates import plain, signed
from detente.views.templates import plain_in_markdown as md


class Grounds(Pen):
    """The sections after the facts."""

    def voices(self) -> Iterator[str]:
        say, brief = self.say, self.brief
        if brief.wordings:
            yield from self.section(say("ui.wordings"))
        for w in brief.wordings:
            yield from self.wording(w)
        if brief.statements:
            yield from self.section(say("ui.statements"))
        for s in brief.statements:
            yield from self.paragraph(
                f"**{joined((s.side, md(s.speaker)))}** ({s.mode}){say('summary.colon')}{self.notes.words(s.quote)}",
                f"{self.notes.place(s.quote)}",
            )

    def wording(self, w: Wordings) -> Iterator[str]:
        yield from (f"**{joined((w.side, md(w.speaker)))}**", "")
        rows = [
            (
                self.notes.place(x.quote),
                f"*{x.label}*{self.say('summary.colon')}{self.notes.words(x.quote)}",
            )
            for x in w.spoken
        ]
        yield from table((self.say("ui.outlets_head"), self.say("ui.statements")), rows, (25, 60))

    def coverage(self) -> Iterator[str]:
        say, c = self.say, self.brief.coverage
        yield from self.section(say("ui.gaps"))
        weeks = say("ui.weeks_read", read=c.weeks - c.unread, weeks=c.weeks) if c.weeks else ""
        languages = (
            f"{say('ui.languages_head')}{say('summary.colon')}{', '.join(f'{name} {n}' for name, n in c.languages)}"
        )
        yield from self.paragraph(joined((weeks, say("ui.gap", gap=c.gap) if c.gap else "")), languages)
        rows = [(md(o.outlet), md(o.seat) or say("ui.unknown_seat"), str(o.pages), str(o.own)) for o in c.outlets]
        head = (say("ui.outlets_head"), say("ui.seat"), say("ui.pages_head"), say("ui.own_pages"))
        yield from table(head, rows, (30, 20, 10, 15)) if rows else ()
        yield from self.unread()

    def unread(self) -> Iterator[str]:
        say, counts = self.say, self.brief.counts
        yield from self.section(say("ui.coverage"), 3)
        yield from (f"- {md(u.uri)} · {md(u.reason)} · {md(u.detail)}" for u in self.brief.unread)
        yield from () if self.brief.unread else (f"- {say('ui.no_unread')}",)
        yield f"- {say.count('ui.undated_count', counts.undated) if counts.undated else say('ui.no_undated')}"
        if counts.unpublished:
            yield f"- {say.count('ui.unpublished', counts.unpublished)}"
        yield ""

    def sources(self) -> Iterator[str]:
        yield from self.section(self.say("ui.documents"))
        for s in self.brief.sources:
            yield from self.paragraph(self.source(s), md(s.uri), f"SHA-256 `{s.page}`")

    def source(self, s: Source) -> str:
        notes = "".join(f" ({md(note)})" for note in s.notes)
        number = self.notes.anchor(f"**{self.say('ui.source_number', n=s.number)}**", f"p{s.number}")
        return f"{number} · {md(s.outlet)}, {s.published}. *{md(s.title)}*.{notes}"

    def method(self) -> Iterator[str]:
        say, m = self.say, self.brief.method
        yield from self.section(say("ui.method_head"))
        yield from self.paragraph(say("ui.method"))
        yield from self.paragraph(
            f"{say('ui.rule_head')}{say('summary.colon')}{m.rule_label}. {say('ui.threshold', share=plain(m.review, say))}",
            f"{say('ui.known_head')} {m.known_on}" if m.known_on else "",
            f"{say('ui.versions_head')}{say('summary.colon')}{', '.join(f'{md(what)} {md(which)}' for what, which in m.versions)}.",
            say("ui.read_with", versions=md(", ".join(m.read_with))) if m.read_with else "",
        )
        yield from self.paragraph(f"{say('ui.weights')}. {say('ui.curve_note_paper')}")
        kinds = [(code, md(label), signed(weight, say)) for code, label, weight in m.types]
        yield from table((say("ui.type"), "", say("ui.weight")), kinds, (20, 30, 12))
        shares = ", ".join(f"{label} {plain(share, say)}" for label, share in m.statuses)
        yield from self.paragraph(say("ui.status_weights", shares=shares))
        yield from self.paragraph(say("ui.verify"))
