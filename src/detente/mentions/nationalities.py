"""A country told of somebody who is not its official: "le diplomate algérien" of the UN's envoy, "l'hôte de Conakry" of a guest."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.codebook.languages import Language
from detente.mentions.actors import ActorFinder
from detente.mentions.leads import rest
from detente.mentions.office_kinds import OfficeKinds
from detente.mentions.tokens import Token
from detente.model import ActorMention, Sentence

ANYBODYS = frozenset({"diplomat", "soldier"})  # kinds of offices that an organisation's people have at home
BORN = ("people", "adjective")  # mentions that tell what somebody is, not of whom the page speaks


@dataclass(frozen=True, slots=True)
class Page:
    """pair: the two that it is about. spoken_of: whom it names otherwise than with an office."""

    pair: tuple[str, ...]
    spoken_of: frozenset[str]


class Nationalities:
    """Compiled once for a language; pure."""

    def __init__(self, language: Language, actors: ActorFinder, kinds: OfficeKinds) -> None:
        self.definite, self.guests = frozenset(language["definite"]), frozenset(language["guests"])
        self.blocs, self.kinds = actors.blocs, kinds

    def told(self, found: Sequence[Sentence], pair: tuple[str, ...]) -> Page:
        every = (m for s in found for m in s.actors if m.how not in BORN and (m.carrier != "office" or m.person))
        return Page(pair, frozenset(c for m in every for c in m.codes))

    def meant(self, sentence: Sentence, own: Sequence[Token], page: Page, before: Sequence[ActorMention]) -> Sentence:
        """The sentence with whom such words mean. before: the officials of the few sentences before, the nearest first."""
        actors = tuple(self._meant(m, own, page, before) if m.carrier == "office" else m for m in sentence.actors)
        return sentence if actors == sentence.actors else replace(sentence, actors=actors)

    def _meant(
        self, mention: ActorMention, own: Sequence[Token], page: Page, before: Sequence[ActorMention]
    ) -> ActorMention:
        if mention.how != "carrier" or mention.person or len(mention.codes) != 1:
            return mention
        words = [t for t in own if mention.start <= t.start < mention.end]
        if words and words[0].key in self.guests and (codes := rest(page.pair, mention.codes)):
            return replace(mention, codes=codes, how="inferred")
        whom = next((m for m in before if set(m.codes) <= self.blocs), None)
        if whom is None or mention.codes[0] in (*page.pair, *page.spoken_of) or not self._again(own, mention):
            return mention
        anybody = self.kinds.of(words) <= ANYBODYS
        return replace(mention, codes=whom.codes, how="inferred", person=whom.person) if anybody else mention

    def _again(self, own: Sequence[Token], mention: ActorMention) -> bool:
        """Whether a definite article says that he was told of before."""
        before = next((t for t in reversed(own) if t.end <= mention.start), None)
        return before is not None and before.key in self.definite
