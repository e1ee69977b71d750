"""Footnotes of a Markdown brief: the sentence, its outlet and day, its page by number and its characters."""

from collections.abc import Iterable, Iterator, Sequence

from detente.codebook.labels import Labels
from detente.views.lines import Line, Quote
from detente.views.parts import Brief, Clause
from detente.views.templates import plain_in_markdown as md

SHORT = 9  # letters of an event's id: enough to name it to `detente judge`


class Notes:
    """Numbers the notes as they are asked for. linked: whether events and pages are links (for documents)."""

    def __init__(self, brief: Brief, say: Labels, linked: bool) -> None:
        self.say, self.linked = say, linked
        self.pages = brief.numbers
        self.made: list[str] = []
        self.waiting: list[str] = []
        self.known: dict[tuple[str, int, int], int] = {}

    def clause(self, clause: Clause) -> str:
        """Of the summary: the sentence, and the event in the chronology."""
        return self.mark(clause.quote, self.event(clause.events[0]))

    def line(self, line: Line) -> str:
        """Of the chronology: the best sentence, then who else tells it; always in full."""
        others = [q for q in line.quotes if q != line.quotes[0]]
        also = f" {self.say('ui.also')} {'; '.join(self.place(q) for q in others)}." if others else ""
        return self._new(line.quotes[0], f"{self.cited(line.quotes[0])}{also}")

    def mark(self, quote: Quote, more: str = "") -> str:
        """The mark of a note on `quote`; of a sentence cited before, a note that leads to that one."""
        before = self.known.get((quote.document, quote.start, quote.end))
        text = self.say("ui.note_above", n=before) if before else self.cited(quote)
        return self._new(quote, f"{text} {more}".rstrip())

    def _new(self, quote: Quote, text: str) -> str:
        number = len(self.made) + 1
        self.known.setdefault((quote.document, quote.start, quote.end), number)
        self.made.append(text)
        self.waiting.append(f"[^{number}]: {text}")
        return f"[^{number}]"

    def flush(self) -> Iterator[str]:
        """The notes asked for since the last time, to stand under what they belong to."""
        for text in self.waiting:
            yield text
            yield ""
        self.waiting = []

    def cited(self, quote: Quote) -> str:
        return f"{self.words(quote)} — {self.place(quote)}."

    def words(self, quote: Quote) -> str:
        """The sentence between the marks of the brief's language; in documents it says which language it is in."""
        text = md(quote.text)
        return self.say("ui.quote", text=f"[{text}]{{lang={quote.language}}}" if self.linked else text)

    def place(self, quote: Quote) -> str:
        """Outlet, day, number of the page among the sources, characters; on whose word; whether it is a copy."""
        said = [md(quote.outlet), quote.published, self.page(quote)]
        said.append(self.say("ui.characters", start=quote.start, end=quote.end))
        notes = [self.say("ui.according_to", who=md(quote.attributed_to))] if quote.attributed_to else []
        notes += [self.say("ui.copy")] if quote.copy else []
        return ", ".join(said) + (f" ({', '.join(notes)})" if notes else "")

    def page(self, quote: Quote) -> str:
        number = self.pages.get(quote.document, 0)
        return self.link(self.say("ui.source_number", n=number), f"p{number}")

    def event(self, id: str) -> str:
        return f"({self.link(self.say('ui.event', id=id[:SHORT]), id)})"

    def link(self, text: str, to: str) -> str:
        return f"[{text}](#{to})" if self.linked else text

    def anchor(self, text: str, name: str) -> str:
        return f"[{text}]{{#{name}}}" if self.linked else text


def joined(parts: Iterable[str], by: str = " · ") -> str:
    return by.join(p for p in parts if p)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    """A pipe table; widths: of its columns, in any unit."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'|'.join('-' * max(3, width) for width in widths)}|"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""
