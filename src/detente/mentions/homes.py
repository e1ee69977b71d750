"""Where a page is at home: the country of its outlet, of its address, of its dateline. There officials need no state."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from detente.codebook import Codebook
from detente.mentions.actors import ActorFinder
from detente.mentions.tokens import tokens
from detente.model import TOWN, Document, Sentence

SOLD = frozenset({"ai", "co", "io", "me", "tv"})  # country codes whose names anybody buys; our own choice
ELSEWHERE = {"uk": "GB", "su": "RU"}  # domains that are not the ISO 3166 code
LEADING = 5  # sentences among which a dateline stands: behind a standfirst
DATED = re.compile(
    r"(?:,[^.:;()\n]{1,40})?\.?\s*(?:\([^)\n]{1,40}\)|/[^/\n]{2,20}/)?\s*[-–—:.](?!\s*[«“\"])"
)  # what follows a dateline's place


class Homes:
    """Compiled once for a language; `of` is pure."""

    def __init__(self, book: Codebook, actors: ActorFinder) -> None:
        self.book, self.actors = book, actors
        self.codes = {e.a2: code for code, e in book.actors.entries.items() if e.a2}

    def of(self, document: Document, sentences: Sequence[Sentence], pair: Sequence[str]) -> Mapping[str, str]:
        """Why -> side: the outlet's (home); of the page's two, that of its address (address) and of its dateline (dateline)."""
        found = {
            "home": self.outlet(document),
            "address": _within(self._address(document.canonical_url or document.uri), pair),
            "dateline": _within(self._dateline(document.text, sentences), pair),
        }
        return {why: code for why, code in found.items() if code}

    def outlet(self, document: Document) -> str | None:
        """The country of the outlet: of a publisher we know, or the one that its name names."""
        outlet = (document.outlet or "").replace("’", "'")
        seat = next((p.seat for p in self.book.pages.publishers if p.name.replace("’", "'") == outlet and p.seat), None)
        named = {c for n in self.actors.names(tokens(outlet)) if not n.weak for c in n.codes} if not seat else set()
        return seat or (min(named) if len(named) == 1 else None)

    def _address(self, uri: str) -> str | None:
        """ "https://….pk/…": the country of the domain, where it is not one that everybody buys."""
        try:
            host = urlsplit(uri).hostname if "://" in uri else None
        except ValueError:
            return None
        label = host.rpartition(".")[2] if host else ""
        return None if label in SOLD else self.codes.get(ELSEWHERE.get(label, label.upper()))

    def _dateline(self, text: str, sentences: Sequence[Sentence]) -> str | None:
        """ "ISLAMABAD: …", "Bamako, 12 mars (AMAP) – …": the capital or town with which one of the first paragraphs begins."""
        return next((s.actors[0].codes[0] for s in _dated(text, sentences)), None)

    def dated(self, text: str, sentences: Sequence[Sentence]) -> str | None:
        """The dateline's state on a page that is about no two, where the page speaks of that state besides."""
        code = self._dateline(text, sentences)
        return code if sum(code in m.codes for s in sentences for m in s.actors) > 1 else None

    def placed(self, text: str, sentences: Sequence[Sentence]) -> list[Sentence]:
        """The same, where the place of a dateline only says where: "*Manila:* India and Japan have agreed"."""
        dated = [s.start for s in _dated(text, sentences)]
        return [_placed(s) if s.start in dated else s for s in sentences]


def _dated(text: str, sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """Those of the first paragraphs that a dateline begins; what speaks ("Madrid: « … »") dates nothing."""
    for k, sentence in enumerate(sentences[:LEADING]):
        first = sentence.actors[0] if sentence.actors else None
        opens = not k or sentence.paragraph != sentences[k - 1].paragraph
        placed = first is not None and first.how in ("capital", TOWN) and first.start == sentence.start
        if first and opens and placed and len(first.codes) == 1 and DATED.match(text, first.end):
            yield sentence


def _placed(sentence: Sentence) -> Sentence:
    first, *others = sentence.actors
    return replace(sentence, actors=(replace(first, place=True), *others))


def _within(code: str | None, pair: Sequence[str]) -> str | None:
    return code if code in pair else None


def written_at(homes: Mapping[str, str], pair: Sequence[str]) -> str | None:
    """The one of the page's two from where it is written: its dateline's, else its outlet's, else its address's."""
    return next((homes[why] for why in ("dateline", "home", "address") if homes.get(why) in pair), None)
