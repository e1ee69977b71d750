"""How a brief is written in Markdown: sections, paragraphs with their notes, names of sides and acts."""

from collections.abc import Iterator, Sequence

from detente.codebook.labels import Labels
from detente.views.lines import Line
from detente.views.notes import Notes
from detente.views.parts import Brief
from detente.views.templates import plain_in_markdown as md


class Pen:
    """Writes section after section; notes stand under what they belong to."""

    def __init__(self, brief: Brief, say: Labels, notes: Notes) -> None:
        self.brief, self.say, self.notes = brief, say, notes

    def section(self, title: str, level: int = 2) -> Iterator[str]:
        yield ""
        yield f"{'#' * level} {title}"
        yield ""

    def paragraph(self, *lines: str) -> Iterator[str]:
        """Lines of one paragraph, then its notes."""
        yield "\\\n".join(x for x in lines if x)
        yield ""
        yield from self.notes.flush()


def headline(line: Line) -> str:
    return " ".join(f"**{md(words)}**" if strong else md(words) for words, strong in line.headline)


def sides(who: Sequence[str], whom: Sequence[str]) -> str:
    return md(f"{', '.join(who)} → {', '.join(whom)}" if whom else " ↔ ".join(who))


def aside(words: str) -> str:
    return f" ({words})" if words else ""


def amount(words: str) -> str:
    return f" · {md(words)}" if words else ""


def after(label: str, value: str) -> str:
    return f"{label} {value}" if value else ""
