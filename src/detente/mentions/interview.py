"""An interview: paragraphs that ask, and paragraphs that answer in one person's name."""

from collections.abc import Iterator, Sequence

from detente.codebook.languages import Language
from detente.mentions.people import Person, Roll
from detente.mentions.tokens import Token
from detente.model import ActorMention, Sentence, Utterance

NAME = 6  # words of a name before the colon that opens an answer
LEAST = 2  # questions on a page that is an interview


class InterviewFinder:
    """Compiled once for a language."""

    def __init__(self, language: Language) -> None:
        self.you = frozenset(language["second_person"])
        self.me = frozenset(language.maps["speech"]["me"]) | frozenset(language["first_person"])

    def find(
        self, text: str, sentences: Sequence[Sentence], words: Sequence[Sequence[Token]], known: Roll
    ) -> Iterator[Utterance]:
        """Every sentence of an answer, from the paragraph that opens "Name Surname :" on."""
        paragraphs: dict[int, list[int]] = {}
        for index, sentence in enumerate(sentences):
            paragraphs.setdefault(sentence.paragraph, []).append(index)
        asked = [p for p, own in paragraphs.items() if self._asks([words[i] for i in own])]
        opened = next((p for p, own in paragraphs.items() if self._opens(words[own[0]], known)), None)
        if opened is None or len(asked) < LEAST:
            return
        player = self._opens(words[paragraphs[opened][0]], known)
        assert player is not None
        for p, own in paragraphs.items():
            if p >= opened and p not in asked:
                yield from (self._answer(sentences[i], words[i], i, player) for i in own)

    def _opens(self, own: Sequence[Token], known: Roll) -> Person | None:
        colon = next((i for i, t in enumerate(own[: NAME + 1]) if t.text == ":"), 0)
        if not colon or not own[0].text[:1].isupper():
            return None
        numbers = known.by_word.get(own[colon - 1].text, ())
        return known.persons[numbers[0]] if len(numbers) == 1 else None

    def _asks(self, sentences: Sequence[Sequence[Token]]) -> bool:
        """One or two sentences that end on a question mark, or speak to "you" and never of "us"."""
        keys = {t.key for own in sentences for t in own}
        if keys & self.me or len(sentences) > LEAST:
            return False
        return sentences[-1][-1].text == "?" or bool(keys & self.you)

    def _answer(self, sentence: Sentence, own: Sequence[Token], index: int, player: Person) -> Utterance:
        colon = next((i for i, t in enumerate(own[: NAME + 1]) if t.text == ":"), -1)
        start = own[colon + 1].start if colon > 0 and own[colon - 1].text in player.name else sentence.start
        codes = (player.code,) if player.code else ()
        mention = ActorMention(sentence.start, sentence.start, codes, "person", "office", person=player.name)
        return Utterance(start, sentence.end, "quoted", index, "named", speaker=mention, feminine=player.feminine)
