"""What a page could tell at most, before its sentences are parsed: where that is nothing, nobody need parse them.

Every bound here is one that `Coder.code` and `off_topic` cannot pass, whatever the parser says: what the words of an act alone
refuse (`untold`, `status.possible`), who is named near it, and how many reports a page must have to be about two states.
"""

from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from detente.model import ActorMention, Document, Mentions, Sentence, TimeMention
from detente.reports import asserted, obliged, relief_alone, status
from detente.reports.coding import Coder
from detente.reports.likewise import FATE, LIKEWISE
from detente.reports.mutual import is_mutual
from detente.reports.relevance import beyond, is_article, is_named, named_in
from detente.reports.telling import Told
from detente.reports.untold import untold

FEW = 3  # sentences that could tell something; of 190 articles with more, 187 told something; of 62 with these or fewer, 24
CUES = frozenset(
    {*asserted.BLAMES, obliged.MUST, obliged.UPTO, LIKEWISE, FATE}
)  # words that tell something without an act


@dataclass(frozen=True)
class Foresight:
    """Of one page, with its dates; pure."""

    coder: Coder
    times: Sequence[TimeMention]

    def telling(self, document: Document, mentions: Mentions) -> frozenset[int]:
        """The starts of the sentences of which one must tell something, if the page does; none where it can tell nothing.

        On an article, those that name two, as `off_topic` asks; in a short text, the page's two may stand in for one.
        """
        pair, short = set(mentions.pair), not is_article(mentions)
        sure, telling = 0, set()
        for before, sentence in _paragraphs(mentions.sentences):
            here = {c for m in (*sentence.actors, *before) for c in m.codes}
            for alone, number in self._reports(sentence, document.text) if here else ():
                sure += number if alone or len(here) > 1 else 0
                if len(here | pair) > 1 or alone if short else len(named_in(sentence)) > 1:
                    telling.add(sentence.start)
        return frozenset() if beyond(mentions, sure) else frozenset(telling)

    def in_doubt(self, mentions: Mentions, telling: Collection[int]) -> bool:
        """Whether a page is an article of which few sentences could tell something."""
        return len(telling) <= FEW and is_article(mentions)

    def tells(self, document: Document, mentions: Mentions, telling: Container[int]) -> bool:
        """Whether an article does, these sentences parsed: it needs a report of two that its sentence names."""
        language = self.coder.language
        heard = asserted.voices(document, mentions, language)
        told = self.coder.told_by(telling, document, mentions, self.times, heard)
        accused = asserted.Accuser(document, self.times, language, heard).lines(())
        asked = obliged.Obliger(document, self.times, language, heard).lines(())
        return any(is_named(r, mentions) for r in chain(told, (o.report for o in chain(accused, asked) if o.report)))

    def _reports(self, sentence: Sentence, text: str) -> Iterator[tuple[bool, int]]:
        """What could be told here: whether one side is enough, as who tells a wrong is named elsewhere; and how many reports."""
        for index, mention in enumerate(sentence.acts):
            told = self.coder.teller.told(sentence, index, text) if mention.governor is None else None
            if told and self._open(told, text):
                yield told.group.frame == asserted.FRAME, 1 + is_mutual(told, text, self.coder.language)
        for _ in relief_alone.alone(sentence, self.coder.teller, text):
            yield False, 1
        for found in sentence.instruments:
            if self.coder.book.instruments[found.instrument].by_itself and not found.again:
                yield False, 1
        for cue in sentence.cues:
            if cue.kind in CUES:
                yield True, 1

    def _open(self, told: Told, text: str) -> bool:
        """Whether the words of an act leave room for a report of it."""
        type_ = self.coder.teller.type_of(told)
        if type_ is None or untold(self.coder.teller, told, type_, text):
            return False
        if told.group.frame == asserted.FRAME or type_ == "AGREE":
            return True  # told whatever its status; what is promised may be a threat
        return status.possible(told.sentence, told.mention, told.group, type_, text, self.coder.language)


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[tuple[Sequence[ActorMention], Sentence]]:
    """Each sentence, with the actors of the one just before it in its paragraph: "Then *it* relented"."""
    before: Sentence | None = None
    for sentence in sentences:
        yield (before.actors if before and before.paragraph == sentence.paragraph else ()), sentence
        before = sentence
