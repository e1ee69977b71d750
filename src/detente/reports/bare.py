"""Who "le ministre", "the ministry" is without a state: whoever the page named with one, if it is the only one so named."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from detente.codebook.languages import Language
from detente.model import LOCAL, Document, Mentions

FULL = ("carrier", LOCAL, "name", "possessed")  # mentions whose own words tell the state
AGAIN = ("envoy", "mission")  # kinds of `same_thing` that speak
Span = tuple[int, int]


@dataclass(frozen=True)
class Bare:
    """What one page taught: the states of its institutions and offices by their noun, and who holds which office."""

    document: Document
    mentions: Mentions
    language: Language

    def side(self, span: Span) -> str | None:
        """The one state with which the page names such an institution or office, before these words."""
        return _one({codes for start, codes, _ in self._alike(span) if start < span[0]})

    def side_told_later(self, span: Span) -> str | None:
        """The same of an institution that the page has named with no state before these words, and names with one behind them."""
        alike = self._alike(span)
        if any(start < span[0] for start, _, _ in alike):
            return None
        return _one({c for _, c, office in alike if not office and set(c) <= {*(self.mentions.pair or c)}})

    def _alike(self, span: Span) -> Sequence[tuple[int, tuple[str, ...], bool]]:
        """Where the page names such an institution or office with its state: at which character, whose, whether an office."""
        if any(end in self.document.text[slice(*span)] for end in self.language["premodified"]):
            return ()  # "Gibraltar's chief minister" is no bare one
        inside = [c for c in self._carriers if c[0] < span[1] and span[0] < c[1]] or [span]
        heads = [h for c in inside if (h := self._head(c))]  # "un conseiller de *l'ambassade*": of either noun
        return next((self._named[h] for h in heads if h in self._named), ())

    def holders(self, span: Span, side: str | None) -> frozenset[str]:
        """Everybody of that side whom the page introduced before with such an office."""
        head = self._head(span)
        return frozenset(
            name
            for name, code, role, start, _ in self.mentions.people
            if head
            and start < span[0]
            and (side is None or code == side)
            and head in map(self._again, role.casefold().split())
        )

    @cached_property
    def _named(self) -> dict[str, list[tuple[int, tuple[str, ...], bool]]]:
        found: dict[str, list[tuple[int, tuple[str, ...], bool]]] = defaultdict(list)
        for sentence in self.mentions.sentences:
            for m in sentence.actors:
                head = self._head((m.start, m.end)) if m.carrier and m.how in FULL and len(m.codes) == 1 else None
                if head:
                    found[head].append((m.start, m.codes, m.carrier == "office"))
        return found

    def _head(self, span: Span) -> str | None:
        """The noun that heads the carrier in some words: "ministère" of the foreign ministry, in French its first word."""
        noun = next((c for c in self._carriers if c[0] < span[1] and span[0] < c[1]), None)
        words = self.document.text[slice(*(noun or span))].casefold().split()
        head = words[-1 if self.language["premodified"] else 0] if words else ""
        return self._again(head) if noun or head in self._same else None

    def _again(self, word: str) -> str:
        """One name for an ambassador and "the diplomat", for an embassy and "the mission"."""
        return self._same.get(word, word)

    @cached_property
    def _same(self) -> dict[str, str]:
        return {word: kind for kind in AGAIN for word in self.language.maps["same_thing"].get(kind, ())}

    @cached_property
    def _carriers(self) -> tuple[Span, ...]:
        return tuple(self._all())

    def _all(self) -> Iterator[Span]:
        for sentence in self.mentions.sentences:
            yield from sentence.carriers


def _one(told: Collection[tuple[str, ...]]) -> str | None:
    return next(iter(told))[0] if len(told) == 1 else None
