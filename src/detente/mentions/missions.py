"""Whose mission "l'ambassade", "the embassy" is, said without a state: that of the last one that the page named with its own."""

from collections.abc import Iterator, Sequence

from detente.codebook.languages import Language
from detente.mentions.actors import ActorFinder
from detente.mentions.lexicon import Lexicon, longest
from detente.mentions.tokens import Token
from detente.model import ActorMention, Sentence


class Missions:
    """Compiled once for a language; pure."""

    def __init__(self, language: Language, actors: ActorFinder) -> None:
        contractions = {k: frozenset({k, *v}) for k, v in language.maps["contractions"].items()}
        self._nouns: Lexicon[None] = Lexicon(contractions)
        for noun in language["missions"]:
            self._nouns.add(self._nouns.noun(language.inflected(noun)), None)
        self._actors = actors
        self._owning = frozenset(language["links"])
        self._residents = frozenset(language.maps["speech"]["residents"])

    def named(self, sentence: Sentence, own: Sequence[Token]) -> tuple[str, ...]:
        """The state of the last mission, or resident envoy, that a sentence names with it; () where it names none."""
        whose = [m.codes for m in sentence.actors if len(m.codes) == 1 and self._tells(m, own)]
        return whose[-1] if whose else ()

    def _tells(self, mention: ActorMention, own: Sequence[Token]) -> bool:
        """ "The British *embassy*", "the British *ambassador*"."""
        if mention.carrier == "government":
            return self._in(mention, own)
        inside = (t.key for t in own if mention.start <= t.start and t.end <= mention.end)
        return mention.carrier == "office" and mention.how == "carrier" and not self._residents.isdisjoint(inside)

    def _in(self, mention: ActorMention, own: Sequence[Token]) -> bool:
        inside = [t for t in own if mention.start <= t.start and t.end <= mention.end]
        return mention.how != "inferred" and any(True for _ in self._nouns.find(inside))

    def bare(self, own: Sequence[Token], codes: tuple[str, ...]) -> Iterator[ActorMention]:
        """Each definite mission without an owner, and without a preposition: as that of `codes`."""
        for match in longest(self._nouns.find(own)) if codes else ():
            behind = own[match.last + 1].key if match.last + 1 < len(own) else ""
            start = own[match.first].start
            ruled = self._actors.preposition_before(own, start)
            if self._actors.is_definite(own, match.first) and behind not in self._owning and not ruled:
                yield ActorMention(start, own[match.last].end, codes, "inferred", "government")
