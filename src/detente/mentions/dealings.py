"""What an official's own clause tells of whose he is: by whom he is received, with whom "our relations" are, whose message he bears."""

from collections.abc import Iterator, Sequence

from detente.codebook.languages import Language
from detente.mentions.figures import Figure, Said, Vote, votes
from detente.mentions.lexicon import Lexicon
from detente.mentions.people import Person
from detente.mentions.speech import SpeechFinder

OWN = ("say", "claim", "promise", "demand", "warn")  # strengths of verbs by which an official speaks for his own
NEAR = 14  # words of one clause between him and whom he has to do with
RIGHT_BEHIND = 12  # characters from a message to whose it is: " écrit du "
BESIDE = 3  # words from him to his verb: "a déclaré *mardi*"


class Dealings:
    """Compiled once for a language; pure."""

    def __init__(self, language: Language, speech: SpeechFinder) -> None:
        self.speech = speech
        self.by, self.with_ = frozenset(language["passive_by"]), frozenset(language["with"])
        self.from_, self.meeting = frozenset(language["from"]), frozenset(language["meeting"])
        self.relating = frozenset(language["relating"])
        self.stops = frozenset(language["clause_breaks"])
        self.leading: Lexicon[str] = Lexicon()
        self.leading.add_wordings(language["leading_a_group"], "leading")
        self.bearing: Lexicon[str] = Lexicon()
        self.bearing.add_wordings(language["bearing"], "bearing")

    def votes(self, sentence: Said, persons: Sequence[Person]) -> Iterator[Vote]:
        """Of everybody in the sentence whose state is not told."""
        for figure in sentence.figures:
            n = figure.person
            if n is None or persons[n].code is not None:
                continue
            yield from self._leads(sentence, figure, n)
            if not figure.preposition:
                yield from self._received(sentence, figure, n)
                yield from self._across(sentence, figure, n)
                yield from self._bears(sentence, figure, n)

    def _leads(self, sentence: Said, figure: Figure, n: int) -> Iterator[Vote]:
        """ "Une délégation malienne *dirigée par* le gouverneur de Kayes, X": of the delegation's side."""
        before = next((f for f in reversed(sentence.figures) if f.end <= figure.start), None)
        between = sentence.between(before.end, figure.start) if before and not before.place else ()
        if before and any(m.first == 0 and len(between) - m.last <= BESIDE for m in self.leading.find(between)):
            yield from votes(n, "leads", before, True)

    def host(self, sentence: Said, figure: Figure) -> Figure | None:
        """ "X *a été reçu* mardi à Kigali *par le Premier ministre rwandais*"."""
        hosts = (f for f in sentence.figures if f.start > figure.end and f.preposition in self.by and not f.place)
        behind = next(hosts, None)
        between = sentence.between(figure.end, behind.start) if behind else ()
        one_clause = len(between) <= NEAR and not any(t.key in self.stops for t in between)
        return behind if one_clause and any(t.key in self.meeting for t in between) else None

    def _received(self, sentence: Said, figure: Figure, n: int) -> Iterator[Vote]:
        if host := self.host(sentence, figure):
            yield from votes(n, "met by", host, False)

    def _across(self, sentence: Said, figure: Figure, n: int) -> Iterator[Vote]:
        """ "X a annoncé que la frontière *avec le Rwanda* était fermée": in what he says himself, the other side."""
        told = next(
            (m for m in self.speech.sayings(sentence.words) if sentence.words[m.first].start >= figure.end), None
        )
        if told is None or told.payload.strength not in OWN:
            return
        if len(sentence.between(figure.end, sentence.words[told.first].start)) > BESIDE:
            return
        start = sentence.words[told.last].end
        others = [f for f in sentence.named if f.start > start and f.person != n and self._related(sentence, f)]
        if others and len({f.codes for f in others}) == 1:
            yield from votes(n, "across", others[0], False)

    def _related(self, sentence: Said, figure: Figure) -> bool:
        """ "The *border with* Mali", "nos *relations* anciennes *avec* le Mali"."""
        if figure.preposition not in self.with_:
            return False
        before = [t.key for t in sentence.words if t.end <= figure.start][-BESIDE - 1 :]
        return any(k in self.relating for k in before)

    def _bears(self, sentence: Said, figure: Figure, n: int) -> Iterator[Vote]:
        """ "X a *remis* au roi *une lettre du président Petro*": of whose message he bears."""
        for own in sentence.figures:
            if own.start > figure.end and own.person != n and self.borne(sentence, own):
                yield from votes(n, "bears", own, True)
                return

    def borne(self, sentence: Said, figure: Figure) -> bool:
        """Whether it is his message that is borne: "*porteur d'un message* du président X"."""
        if figure.preposition not in self.from_:
            return False
        ends = (sentence.words[m.last].end for m in self.bearing.find(sentence.words))
        return any(0 <= figure.start - end <= RIGHT_BEHIND for end in ends)
