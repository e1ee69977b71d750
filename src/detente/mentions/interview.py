"""An interview: paragraphs that ask, and paragraphs that answer in one person's name; who that is, and for whom."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detente.codebook.languages import Language
from detente.mentions import people
from detente.mentions.people import Person, Roll
from detente.mentions.tokens import Token, tokens
from detente.model import ActorMention, BlockKind, Document, Sentence, Utterance

NAME = 6  # words of a name before the colon that opens an answer, or a title
LEAST = 2  # questions on a page that is an interview
ASKED = 3  # sentences of a question, at most
SPOKEN = 5  # sentences in the first person, at least, of a page that one person speaks, questions or not
INTRODUCED = 6  # sentences among which such a page says who it is
MARKS = ("-", "–", "—", ":", ".")  # what stands behind a label: "Q -", "R."
RARELY = 3  # who answers says "we" of his own side, and names it this many times less than who asks


@dataclass(frozen=True, slots=True)
class Interview:
    """answers: indices of the sentences that the speaker says; none where a page has no questions, and he says "we".

    issued: whether the page is a communiqué of his side.
    """

    speaker: Person
    answers: frozenset[int] = frozenset()
    issued: bool = False

    @property
    def mention(self) -> ActorMention | None:
        """Who "we" is, wherever; None where nobody knows of which side."""
        code = self.speaker.code
        return ActorMention(0, 0, (code,), "person", "office", person=self.speaker.name or None) if code else None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The indices of its sentences, with their words."""

    indices: Sequence[int]
    words: Sequence[Sequence[Token]]
    heading: bool


class InterviewFinder:
    """Compiled once for a language."""

    def __init__(self, language: Language, small: people.Small) -> None:
        self.small = small
        self.you, self.we = frozenset(language["second_person"]), frozenset(language["first_person"])
        self.asked = frozenset(language.maps["speech"]["question_labels"])
        self.answered = frozenset(language.maps["speech"]["answer_labels"])
        self.me = frozenset(language.maps["speech"]["me"]) | self.we
        self.facing = frozenset((*language["with"], *language["toward"]))

    def find(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        words: Sequence[Sequence[Token]],
        known: Roll,
        titled: Person | None = None,
    ) -> Interview | None:
        """The interview that the page is, or None. titled: the official whom its title introduces."""
        paragraphs = _paragraphs(document, sentences, words)
        if labelled := self._by_labels(paragraphs):
            speaker: Person | None = titled or Person("", None, "", 0, 0)
            answers = labelled
        elif answers := self._answers(paragraphs, sentences):
            speaker = self._speaker(document, paragraphs, answers, sentences, known) or titled
        else:
            return self._monologue(sentences, words)
        if speaker is None:
            return None
        indices = frozenset(i for p in answers for i in paragraphs[p].indices)
        speaker = replace(speaker, code=speaker.code or _unnamed(sentences, indices))
        return Interview(speaker, indices)

    def said(
        self, interview: Interview, sentences: Sequence[Sentence], words: Sequence[Sequence[Token]]
    ) -> Iterator[Utterance]:
        """Every sentence of an answer; who speaks, before a colon, is none of it."""
        player = interview.speaker
        codes = (player.code,) if player.code else ()
        for i in sorted(interview.answers):
            start, own = sentences[i].start, words[i]
            label = next((k for k, t in enumerate(own[: NAME + 1]) if t.text == ":"), 0)
            if label and label + 1 < len(own) and own[label - 1].text in player.words:
                start = own[label + 1].start
            elif self._label(own, self.answered) and len(own) > 2:
                start = own[2].start
            mention = ActorMention(start, start, codes, "person", "office", person=player.name or None)
            if len([t for t in own if t.text[0].isalnum()]) > 1:
                yield Utterance(
                    start, sentences[i].end, "quoted", i, "named", speaker=mention, feminine=player.feminine
                )

    # -- what asks, what answers
    def _label(self, own: Sequence[Token], labels: frozenset[str]) -> bool:
        return len(own) > 1 and own[0].text in labels and own[1].text in MARKS

    def _by_labels(self, paragraphs: Sequence[Paragraph]) -> list[int]:
        """ "Q - …", "R - …", as ministries print them: whatever stands behind an answer's label, up to the next question's."""
        answers, answering = [], False
        for p, one in enumerate(paragraphs):
            if self._label(one.words[0], self.answered):
                answering = True
            elif self._label(one.words[0], self.asked):
                answering = False
            if answering and not one.heading:
                answers.append(p)
        labelled = any(self._label(one.words[0], self.asked) for one in paragraphs)
        return answers if labelled else []

    def _answers(self, paragraphs: Sequence[Paragraph], sentences: Sequence[Sentence]) -> list[int]:
        """Paragraphs that answer, from the first question on; [] where the page is no interview."""
        asking = [p for p, one in enumerate(paragraphs) if self._asks(one)]
        if len(asking) < LEAST:
            return []
        answers, answered = [], True
        for p in range(asking[0], len(paragraphs)):
            question = self._asks(paragraphs[p]) or (answered and self._put(paragraphs, p))
            if not question and not paragraphs[p].heading:
                answers.append(p)
            answered = not question
        spoken = sum(self._first_person(paragraphs[p], sentences) for p in answers)
        return answers if spoken * 3 >= len(answers) and spoken >= LEAST else []

    def _asks(self, one: Paragraph) -> bool:
        """A few sentences that end on a question mark, or speak to "you" and never of "us"."""
        keys = {t.key for own in one.words for t in own}
        if keys & self.me or len(one.words) > ASKED:
            return False
        return one.words[-1][-1].text == "?" or bool(keys & self.you)

    def _put(self, paragraphs: Sequence[Paragraph], p: int) -> bool:
        """What stands behind an answer and asks, or is one sentence in nobody's person: "La Syrie réclame ses détenus." """
        one = paragraphs[p]
        if p + 1 >= len(paragraphs) or len(one.words) > ASKED:
            return False
        if one.words[-1][-1].text == "?":
            return True
        return len(one.words) == 1 and not {t.key for t in one.words[0]} & self.me

    def _first_person(self, one: Paragraph, sentences: Sequence[Sentence]) -> bool:
        return any(
            t.key in self.me and not _quoted(sentences[i], t)
            for i, own in zip(one.indices, one.words, strict=True)
            for t in own
        )

    # -- who answers
    def _speaker(
        self,
        document: Document,
        paragraphs: Sequence[Paragraph],
        answers: Sequence[int],
        sentences: Sequence[Sentence],
        known: Roll,
    ) -> Person | None:
        """Who opens an answer as "Name :"; the one introduced before the first question; the name that opens the title."""
        for p in answers:
            if labelled := self._labelled(paragraphs[p].words[0], known):
                return labelled
        first = sentences[paragraphs[answers[0]].indices[0]].start
        met = [p for p in known.persons if p.start < first and not p.former]
        named = self._titled(document.title or "")
        if named:
            own = next((p for p in met if p.words[-1] == named.words[-1]), None)
            return own or named
        return met[0] if met else None

    def _labelled(self, own: Sequence[Token], known: Roll) -> Person | None:
        colon = next((i for i, t in enumerate(own[: NAME + 1]) if t.text == ":"), 0)
        if not colon or not own[0].text[:1].isupper():
            return None
        numbers = known.by_word.get(people.folded(own[colon - 1].text), ())
        return known.persons[numbers[0]] if len(numbers) == 1 else None

    def _titled(self, title: str) -> Person | None:
        """ "Nasrallah Khoury : « La Syrie ne peut pas… »": two capitalised words at least, a colon, a quotation."""
        own = tokens(title)
        last = people.name_at(own, 0, self.small.particles) if own else -1
        if last < 1 or last + 2 >= len(own) or own[last + 1].text != ":" or own[last + 2].text.isalnum():
            return None
        words = tuple(t.text for t in own[: last + 1] if t.text[0].isalpha())
        return Person(title[: own[last].end], None, "", 0, 0, words=words) if len(words) > 1 else None

    def _monologue(self, sentences: Sequence[Sentence], words: Sequence[Sequence[Token]]) -> Interview | None:
        """A page with many first persons outside quotation marks: the first official named says "we", none "with" whom "I" met."""
        own = sum(
            any(t.key in self.we and not _quoted(sentence, t) for t in said)
            for sentence, said in zip(sentences, words, strict=True)
        )
        if own < max(SPOKEN, len(sentences) // 5):
            return None
        named = (m for s in sentences[:INTRODUCED] for m in s.actors if m.person and len(m.codes) == 1)
        first = (m for m in named if m.preposition not in self.facing)
        return next((Interview(Person(m.person or "", m.codes[0], "", m.start, m.end)) for m in first), None)


def _paragraphs(document: Document, sentences: Sequence[Sentence], words: Sequence[Sequence[Token]]) -> list[Paragraph]:
    held: dict[int, list[int]] = {}
    for index, sentence in enumerate(sentences):
        if words[index]:
            held.setdefault(sentence.paragraph, []).append(index)
    headings = {k for k, b in enumerate(document.blocks) if b.kind is BlockKind.SUBHEADING}
    return [Paragraph(own, [words[i] for i in own], p in headings) for p, own in held.items()]


def _quoted(sentence: Sentence, token: Token) -> bool:
    return any(c.start <= token.start < c.end for c in sentence.speech if c.kind in ("quote", "words"))


def _unnamed(sentences: Sequence[Sentence], answers: frozenset[int]) -> str | None:
    """The state that the introduction and the questions name and the answers do not: there it is "we" and "our"."""
    inside = Counter(c for i, s in enumerate(sentences) if i in answers for m in s.actors for c in m.codes)
    outside = Counter(c for i, s in enumerate(sentences) if i not in answers for m in s.actors for c in m.codes)
    own = [(inside[code] / n, -n, code) for code, n in outside.items() if n >= LEAST and inside[code] * RARELY <= n]
    ranked = sorted(own)
    tied = len(ranked) > 1 and ranked[0][:2] == ranked[1][:2]
    return ranked[0][2] if ranked and not tied else None
