"""Whom a bare title means of those whose office the codebook knows: "Theresa May … *the prime minister*"."""

from collections.abc import Iterator
from dataclasses import dataclass

from detente.codebook.languages import Language
from detente.codebook.people_model import People, flat
from detente.model import ActorMention, Mentions, Utterance
from detente.reports.spelling import low

FAR = 6  # sentences between a name and the title that means who bears it


@dataclass(frozen=True, slots=True)
class Titles:
    """Of one page. people: who holds which office; None where nobody says."""

    mentions: Mentions
    language: Language
    people: People | None = None

    def holder(self, utterance: Utterance, words: str) -> str | None:
        """The state of the last person named whose office is called so."""
        told = low(words)
        elided = next((article for article in self.language.elided if told.startswith(article)), "")
        title = told.removeprefix(elided).split(" ")
        title = title[1:] if title[0] in self.language["definite"] else title
        start = utterance.source[0] if utterance.source else 0
        near = self.mentions.sentences[max(0, utterance.sentence - FAR) : utterance.sentence + 1]
        named = (m for s in reversed(near) for m in reversed(s.actors) if m.person and m.end <= start)
        return next((m.codes[0] for m in named if len(m.codes) == 1 and self._called(m, " ".join(title))), None)

    def _called(self, mention: ActorMention, title: str) -> bool:
        return flat(title) in self._nouns(mention)

    def _nouns(self, mention: ActorMention) -> Iterator[str]:
        if self.people and mention.person:
            yield from self.people.titles(mention.person, mention.codes, self.language.code)
