"""Which proposals enter: the quote must stand in the page, and its own sentence must name all that is claimed of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from detente.assisting.schema import Said, Told
from detente.codebook import Codebook
from detente.codebook.entries import Act
from detente.model import ASSIST, Document, Report, Sentence, SpeechMode, Statement, TimeMention, When

# Nobody has measured how often a model is right: below the book's `ledger`, so that what it alone tells waits for review
# and moves no measure and no curve.
UNMEASURED = 0.5


@dataclass(frozen=True)
class Bench:
    """Hears what one model proposes of one article. sentences: with what each names, as the rules see it."""

    document: Document
    sentences: Sequence[Sentence]
    times: Sequence[TimeMention]
    book: Codebook
    model: str

    def report(self, told: Told) -> Report | str:
        """The report of a proposal, composed by the codebook; or, in a word, why it is refused."""
        sentence = self._sentence(told.quote)
        act = self.book.acts.get(told.act)
        if isinstance(sentence, str) or act is None:
            return sentence if isinstance(sentence, str) else "act"
        instrument = told.instrument or act.instrument
        type_ = self._type(act, instrument)
        if type_ is None:
            return "type"
        if told.instrument and told.instrument not in {i.instrument for i in sentence.instruments}:
            return "instrument"
        if reason := self._sides(sentence, told):
            return reason
        when = self._when(sentence, told.date)
        if told.date and when is None:
            return "date"
        return Report(
            act=act.id,
            type=type_,
            mode=act.mode,
            contexts=act.contexts,
            actors=tuple(dict.fromkeys(told.actors)),
            recipients=tuple(dict.fromkeys(told.recipients)),
            evidence=self.document.evidence(sentence.start, sentence.end),
            confidence=UNMEASURED,
            rule=f"{act.id}.proposed{ASSIST}{self.model}",
            when=when,
            status=told.status,
            instrument=instrument,
            effect=act.effect or ("impose" if instrument else None),
        )

    def statement(self, said: Said) -> Statement | str:
        """The same of words said."""
        sentence = self._sentence(said.quote)
        if isinstance(sentence, str):
            return sentence
        if said.speaker not in self.document.text:
            return "speaker"
        if not any(said.side in m.codes for m in sentence.actors if not m.place):
            return "actor"
        if not sentence.speech:
            return "no speech"
        quoted = any(c.kind == "quote" for c in sentence.speech)
        mode = SpeechMode.DIRECT if quoted else SpeechMode.INDIRECT
        evidence = self.document.evidence(sentence.start, sentence.end)
        return Statement(evidence, mode, said.speaker, said.side, assist=self.model)

    def _sentence(self, quote: str) -> Sentence | str:
        """The one sentence in which the quote stands, letter by letter."""
        text, at = self.document.text, -1
        while (at := text.find(quote, at + 1)) >= 0:
            for sentence in self.sentences:
                if sentence.start <= at and at + len(quote) <= sentence.end:
                    return sentence
        return "several sentences" if quote in text else "quote"

    def _type(self, act: Act, instrument: str | None) -> str | None:
        """As the rules compose it: the act's own, or what its effect makes of the instrument."""
        known = self.book.instruments.get(instrument or "")
        if instrument and known is None:
            return None
        composed = self.book.plover.type_of(act.effect, known.kind) if act.effect and known else None
        return act.type or composed

    def _sides(self, sentence: Sentence, told: Told) -> str:
        """Why these cannot be the sides; "" where they can."""
        sides = {*told.actors, *told.recipients}
        if sides - set(self.book.actors.entries):
            return "unknown actor"
        if sides - {c for m in sentence.actors for c in m.codes}:
            return "actor"
        if len(sides) < 2 or set(told.actors) & set(told.recipients):
            return "sides"
        return ""

    def _when(self, sentence: Sentence, edtf: str | None) -> When | None:
        """What a date expression of the sentence was read as, if it is that."""
        here = (t.when for t in self.times if t.when and sentence.start <= t.start < sentence.end)
        return next((w for w in here if w.edtf == edtf), None)
