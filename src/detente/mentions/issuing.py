"""Whose page it is, where one side speaks in its own voice: the communiqué of a ministry, what an official signs."""

from collections.abc import Sequence

from detente.codebook.languages import Language
from detente.mentions.actors import ActorFinder
from detente.mentions.interview import Interview
from detente.mentions.people import Person
from detente.mentions.tokens import Token, tokens
from detente.model import ActorMention, BlockKind, Document, Sentence

OPENING = 12  # characters before who opens a text: "The ", "Today, "
VOICED = 3  # at least one sentence in so many speaks in the first person, on a page that somebody signs


class Issuers:
    """Compiled once for a language; `find` is pure."""

    def __init__(self, language: Language, actors: ActorFinder) -> None:
        self.language, self.actors = language, actors
        self.joins = frozenset(language["and"])
        self.we = frozenset(language["first_person"])

    def find(
        self, document: Document, sentences: Sequence[Sentence], words: Sequence[Sequence[Token]], home: str | None
    ) -> Interview | None:
        """Who "we", and "the ministry", are on a page that one side issues; None on any other, or where two issue it."""
        title = document.title or ""
        leads = [document.text[b.start : b.end] for b in document.blocks[:1] if b.kind is BlockKind.STANDFIRST]
        if self.language.issues([title, document.section or "", *leads]):
            headed = (code for line in (title, *leads) if (code := self._headed(line)))
            code = home or next(headed, None) or _opening(sentences)
            return _voice(code, issued=True) if code else None
        return _voice(code) if self._speaks(sentences, words) and (code := self._signed(document)) else None

    def _headed(self, title: str) -> str | None:
        """The first side that a title names: "Note de presse : *Haïti* prend acte…"; nobody where two are joined, nor "to X"."""
        found = self._named(title)
        if found and found[0].preposition not in {"", *self.language["links"]}:
            return None
        if len(found) > 1:
            between = {t.key for t in tokens(title) if found[0].end <= t.start and t.end <= found[1].start}
            if between & self.joins and len(between) <= 2:
                return None
        return found[0].codes[0] if found and len(found[0].codes) == 1 else None

    def _signed(self, document: Document) -> str | None:
        """The side of the one official whom the title or the byline names: "by the foreign minister of Latvia"."""
        codes = {
            m.codes
            for line in (document.title or "", document.byline or "")
            for m in self._named(line)
            if m.carrier == "office"
        }
        return next(iter(codes))[0] if len(codes) == 1 else None

    def _named(self, line: str) -> list[ActorMention]:
        words = tokens(line)
        return self.actors.mentions(words, [n for n in self.actors.names(words) if not n.weak])

    def _speaks(self, sentences: Sequence[Sentence], words: Sequence[Sequence[Token]]) -> bool:
        """Whether a good part of the sentences says "we" outside quotation marks."""
        own = sum(map(self._in_first_person, sentences, words))
        return own * VOICED >= len(sentences) > 1 and own > 1

    def _in_first_person(self, sentence: Sentence, words: Sequence[Token]) -> bool:
        said = [t for t in words if t.key in self.we]
        quoted = [(c.start, c.end) for c in sentence.speech if c.kind in ("quote", "words")] if said else []
        return any(not any(a <= t.start < b for a, b in quoted) for t in said)


def _opening(sentences: Sequence[Sentence]) -> str | None:
    """The side of the official who opens the text: "*Minister Lim* concluded a visit…"."""
    first = sentences[0] if sentences else None
    lead = first.actors[0] if first and first.actors else None
    opens = first and lead and lead.carrier == "office" and lead.start - first.start <= OPENING
    return lead.codes[0] if lead and opens and len(lead.codes) == 1 else None


def _voice(code: str, issued: bool = False) -> Interview:
    return Interview(Person("", code, "", 0, 0), issued=issued)
