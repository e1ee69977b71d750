"""The brief in Markdown: CommonMark with footnotes and tables, the one source of what a word processor and a press get."""

import re
from collections.abc import Iterable, Iterator

from detente.codebook.labels import Labels
from detente.views.markdown_facts import Facts
from detente.views.markdown_grounds import Grounds
from detente.views.notes import Notes
from detente.views.parts import Brief
from detente.views.templates import plain_in_markdown as md


def write(brief: Brief, say: Labels) -> str:
    """For any reader of Markdown; page text cannot become a heading, a link or HTML."""
    title = say("ui.title", a=brief.a.label, b=brief.b.label)
    return finished([f"# {md(title)}", "", *body(brief, say)])


def body(brief: Brief, say: Labels, *, linked: bool = False, picture: str = "", contents: str = "") -> Iterator[str]:
    """The lines under the title. linked: with anchors and links as pandoc reads them; picture: where the curve is drawn.

    contents: a block that makes a table of contents, after the summary.
    """
    facts = Facts(brief, say, Notes(brief, say, linked))
    grounds = Grounds(brief, say, facts.notes)
    yield from facts.head()
    yield from facts.summary()
    yield from (contents, "")
    yield from facts.measures()
    yield from facts.ahead()
    yield from facts.positions()
    yield from facts.matters()
    yield from facts.curve(picture)
    yield from facts.chronology()
    yield from facts.doubts()
    yield from grounds.voices()
    yield from grounds.coverage()
    yield from grounds.sources()
    yield from grounds.method()


def finished(lines: Iterable[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"
