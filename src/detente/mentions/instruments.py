"""What is acted on: the codebook's instruments, named for sure or by a word that needs others beside it."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from detente.codebook.entries import Instrument
from detente.codebook.languages import Language
from detente.mentions.lexicon import Lexicon, Match, longest
from detente.mentions.tokens import Token
from detente.model import InstrumentMention

OBJECTS = frozenset({"passage", "tie"})  # kinds of what may be banned: flights, visas, goods
BANNED = "restriction"  # the instrument that a ban is, whatever it bears on
BAN = "ban on "  # before the instrument whose own word names a ban on it: "import ban"
GAP = 5  # words from a ban to what it bears on: "l'embargo *sur les exportations de* riz", "a ban on *all Kenyan passenger* flights"
FAR = 14  # the same, where "on" stands right before it: "l'embargo *qu'Ottawa avait décrété dix jours plus tôt sur le* bœuf"

Found = tuple[int, int, str]  # first and last token, instrument


class InstrumentFinder:
    """Compiled once for a codebook and a language."""

    def __init__(self, instruments: Mapping[str, Instrument], language: Language) -> None:
        self.language = language
        contractions = {k: frozenset({k, *v}) for k, v in language.maps["contractions"].items()}
        self.instruments: Lexicon[str | None] = Lexicon(contractions)
        self.weak: Lexicon[str] = Lexicon(contractions)
        self.near: dict[str, Lexicon[str]] = {}
        self.general: Lexicon[str] = Lexicon(contractions)
        self.objects = {i.id for i in instruments.values() if i.kind in OBJECTS}
        self.links = frozenset(w.split()[0] for w in language["bears"])
        self.far = frozenset(language["bears_far"])
        for instrument in instruments.values():
            self._add(instrument, contractions)

    def _add(self, instrument: Instrument, contractions: dict[str, frozenset[str]]) -> None:
        code = self.language.code
        weak = set(instrument.weak.get(code, ()))
        for word in instrument.words.get(code, ()):
            (self.weak if word in weak else self.instruments).add(
                self.instruments.noun(self.language.inflected(word)), instrument.id
            )
        self.instruments.add_wordings(instrument.refuse.get(code, ()), None)
        for word in instrument.bans.get(code, ()):
            self.instruments.add(self.instruments.noun(self.language.inflected(word)), BAN + instrument.id)
        for word in instrument.general.get(code, ()):
            self.general.add(self.general.noun(self.language.inflected(word)), instrument.id)
        self.near[instrument.id] = Lexicon(contractions)
        self.near[instrument.id].add_wordings(instrument.near.get(code, ()), instrument.id)

    def firm(self, tokens: Sequence[Token]) -> set[str]:
        """Instruments that these words name for sure: by a wording that needs no other word, or has it beside it."""
        return {m.instrument for m in self.find(tokens)}

    def find(self, tokens: Sequence[Token], known: Collection[str] = ()) -> list[InstrumentMention]:
        """Instruments named; a weak word ("bond") needs one of its `near` words, or the firm wording elsewhere on the page."""
        firm: list[Match[str | None]] = longest(self.instruments.find(tokens))
        covered = {i for m in firm for i in range(m.first, m.last + 1)}
        apart = [m for m in self.weak.find(tokens) if m.first not in covered and not _in_a_name(m, tokens)]
        sure = {p for p in {m.payload for m in apart} if p in known or any(True for _ in self.near[p].find(tokens))}
        weak = longest([m for m in apart if m.payload in sure or m.payload == BANNED])
        found = [(m.first, m.last, m.payload) for m in firm if m.payload] + [(m.first, m.last, m.payload) for m in weak]
        unsure = {tokens[m.first].start for m in weak if m.payload not in sure}
        return [m for m in self._mentions(sorted(found), tokens) if m.bears_on or m.start not in unsure]

    def _mentions(self, found: Sequence[Found], tokens: Sequence[Token]) -> Iterator[InstrumentMention]:
        """Each with its place in the text; a ban with what it bears on, if that is named beside it."""
        general = {i for m in self.general.find(tokens) for i in range(m.first, m.last + 1)} if found else set()
        for i, (first, last, payload) in enumerate(found):
            start, end = tokens[first].start, tokens[last].end
            if payload.startswith(BAN):
                yield InstrumentMention(start, end, BANNED, bears_on=payload.removeprefix(BAN))
            elif first in general and all(t in general or tokens[t].key in self.links for t in range(first, last + 1)):
                yield InstrumentMention(start, end, payload, bears_on=self._object(found, i, tokens))
            else:
                yield InstrumentMention(start, end, payload)

    def _object(self, found: Sequence[Found], at: int, tokens: Sequence[Token]) -> str | None:
        """ "The embargo *on Argentine beef*", "a *beef* ban": what stands behind a link, or right before, in English."""
        first, last, _ = found[at]
        if at + 1 < len(found) and self._linked(tokens[last : found[at + 1][0]]):
            after = found[at + 1][2]
            return after if after in self.objects else None
        before = found[at - 1] if at and self.language["premodified"] else None
        return before[2] if before and before[1] + 1 == first and before[2] in self.objects else None

    def _linked(self, words: Sequence[Token]) -> bool:
        """Whether words, the last of a ban and those up to the next instrument, lead from the one to the other."""
        gap = words[1:]
        if len(gap) > FAR or not all(w.key[-1:].isalnum() or w.key.endswith("'") for w in gap):
            return False
        near = len(gap) <= GAP and any(w.key in self.links for w in words)
        return near or any(w.key in self.far for w in gap[-2:])

    def has_weak(self, tokens: Sequence[Token]) -> bool:
        """Whether a word stands here that names an instrument only if the page does."""
        return any(True for _ in self.weak.find(tokens))


def _in_a_name(match: Match[str], tokens: Sequence[Token]) -> bool:
    """ "Le programme *Riz* du Sud": one word with a capital inside a sentence belongs to a name."""
    inside = match.first > 0 and tokens[match.first - 1].key[-1:].isalnum()
    return match.first == match.last and inside and tokens[match.first].text[:1].isupper()
