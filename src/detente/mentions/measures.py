"""What "la mesure", "it" or "l'a levée" stand for: the lasting instrument the page named last."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from detente.codebook import Codebook
from detente.codebook.languages import Language
from detente.mentions.lexicon import Lexicon, longest
from detente.mentions.tokens import Token
from detente.model import ActMention, InstrumentMention, Sentence

LASTING = frozenset({"restriction", "passage", "benefit"})  # kinds of instrument that can be in force for a time
BESIDE = 4  # words from a pronoun to the participle it belongs to: "elle a été provisoirement levée"


class MeasureFinder:
    """Compiled once for a codebook and a language."""

    def __init__(self, book: Codebook, language: Language) -> None:
        acts, instruments, compose = book.acts, book.instruments, book.plover.compose
        contractions = {k: frozenset({k, *v}) for k, v in language.maps["contractions"].items()}
        self.words: Lexicon[str] = Lexicon(contractions)
        for word in language["measure_words"]:
            self.words.add(self.words.noun(language.inflected(word)), "measure")
        self.kinds = {i.id: i.kind for i in instruments.values()}
        self.works_on = {a.id: frozenset(compose.get(a.effect, ())) for a in acts.values() if a.effect}
        self.objects = frozenset(language["object_pronouns"])
        self.subjects = frozenset(language["pronouns"]) - frozenset(language["possessives"])
        self.auxiliaries = {**language.auxiliary("have"), **language.auxiliary("be")}
        self.after = bool(language["premodified"])  # whether an object pronoun follows its verb, as in English

    def with_words(self, raw: Sequence[Sentence], every: Sequence[Sequence[Token]]) -> list[Sentence]:
        """ "La mesure a été levée": a word for any measure stands for the one the page named last."""
        last, out = "", []
        for sentence, words in zip(raw, every, strict=True):
            again = self.named(words, last, sentence.instruments)
            found = tuple(sorted((*sentence.instruments, *again), key=lambda m: m.start))
            last = self.lasting(sentence.instruments, sentence.end) or last
            out.append(replace(sentence, instruments=found))
        return out

    def with_pronouns(self, found: Sequence[Sentence], every: Sequence[Sequence[Token]]) -> list[Sentence]:
        """ "Il l'a rouverte": a pronoun stands for the instrument named last."""
        before: list[str] = []
        out = []
        for sentence, own in zip(found, every, strict=True):
            meant = list(self.meant(own, sentence.acts, before, sentence.instruments))
            instruments = tuple(sorted((*sentence.instruments, *meant), key=lambda m: m.start))
            actors = tuple(a for a in sentence.actors if all(a.start != m.start for m in meant))
            before += [m.instrument for m in sentence.instruments]
            out.append(replace(sentence, instruments=instruments, actors=actors))
        return out

    def named(self, tokens: Sequence[Token], last: str, taken: Sequence[InstrumentMention]) -> list[InstrumentMention]:
        """ "La mesure", "the requirement": where nothing names an instrument itself."""
        busy = {k for m in taken for k in range(m.start, m.end)}
        spans = [(tokens[m.first].start, tokens[m.last].end) for m in longest(self.words.find(tokens))]
        meant = ((start, end, self.lasting(taken, start) or last) for start, end in spans if start not in busy)
        return [InstrumentMention(start, end, instrument, again=True) for start, end, instrument in meant if instrument]

    def meant(
        self,
        tokens: Sequence[Token],
        acts: Sequence[ActMention],
        before: Sequence[str],
        taken: Sequence[InstrumentMention],
    ) -> Iterator[InstrumentMention]:
        """ "Reopened it", "l'a suspendue", "elle a été levée": the pronoun an effect works on.

        before: the instruments that the page named so far, the last one last."""
        place = {t.start: i for i, t in enumerate(tokens)}
        for act in acts:
            if act.form == "noun" or act.act not in self.works_on:
                continue
            pronoun = self._pronoun(tokens, place[act.head], act)
            if pronoun:
                here = [m.instrument for m in taken if m.end <= pronoun.start]
                fit = self._fit([*before, *here], self.works_on[act.act])
                yield from (InstrumentMention(pronoun.start, pronoun.end, i, again=True) for i in fit)

    def _fit(self, named: Sequence[str], kinds: Collection[str]) -> Sequence[str]:
        """The last one that such an act can work on: a border is reopened, no sanction is."""
        return [name for name in named if self.kinds[name] in kinds][-1:]

    def _pronoun(self, tokens: Sequence[Token], head: int, act: ActMention) -> Token | None:
        if act.voice == "passive" or act.form == "phrase":  # "it had been *in force since* July"
            before = tokens[max(0, head - BESIDE - 1) : head]
            return next((t for t in before if t.key in self.subjects), None)
        if self.after:
            following = tokens[head + 1] if head + 1 < len(tokens) else None
            return following if following and following.key in self.objects else None
        for i in range(head - 1, max(-1, head - BESIDE), -1):
            if tokens[i].key in self.objects:
                return tokens[i]
            if tokens[i].key not in self.auxiliaries:
                return None
        return None

    def lasting(self, named: Sequence[InstrumentMention], before: int) -> str:
        """The last of `named` before an offset that can be in force for a time; "" when there is none."""
        fit = [m.instrument for m in named if m.end <= before and self.kinds[m.instrument] in LASTING]
        return fit[-1] if fit else ""
