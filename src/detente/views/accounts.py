"""What an explanation is made of: a row a sentence, in plain words, the same for a terminal and a browser."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from detente.codebook import Codebook
from detente.codebook.entries import EFFECT
from detente.codebook.labels import Labels
from detente.model import ActMention, ActorMention, Mentions, Reading, Report, Sentence
from detente.views.dates import human, meaning

KINDS = ("act", "instrument", "actor", "place", "time", "cue", "speech")  # where two overlap, the first is coloured


@dataclass(frozen=True, slots=True)
class Marked:
    """A run of a sentence. kind: "" where it names nothing, else one of KINDS; meaning: what it was read as."""

    text: str
    kind: str = ""
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """An act seen: told, with how sure and by which rule; or told "" and why not. words "": no word of its own."""

    words: str
    label: str
    form: str
    told: str = ""
    sure: str = ""
    rule: str = ""
    review: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence. pieces: all its text, in order; by_kind: what it names, by kind, overlaps included."""

    start: int
    end: int
    text: str
    pieces: tuple[Marked, ...]
    by_kind: tuple[tuple[str, tuple[Marked, ...]], ...]
    acts: tuple[Act, ...]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """One article."""

    title: str
    head: str
    counts: str
    uri: str
    language: str
    lines: tuple[Line, ...]


def accounts(
    found: Sequence[tuple[Reading, Mentions]], book: Codebook, say: Labels, all_sentences: bool
) -> tuple[Account, ...]:
    return tuple(Teller(reading, mentions, book, say).account(all_sentences) for reading, mentions in found)


@dataclass(frozen=True)
class Teller:
    """Writes the rows of one article."""

    reading: Reading
    mentions: Mentions
    book: Codebook
    say: Labels

    def account(self, all_sentences: bool) -> Account:
        page, say = self.reading.document, self.say
        lines = tuple(self.line(s) for s in self.mentions.sentences if all_sentences or s.acts or s.speech)
        day = human(page.published.isoformat(), say) if page.published else say("ui.undated_page")
        pair = ", ".join(self.sides(self.mentions.pair)) or "—"
        relevant = say("explain.relevant" if self.reading.relevant else "explain.irrelevant")
        head = " · ".join((day, say("explain.pair", names=pair), relevant))
        told = sum(bool(a.told) for x in lines for a in x.acts)
        refused = sum(not a.told for x in lines for a in x.acts)
        counts = f"{say.count('explain.told', told)} · {say.count('explain.untold', refused)}"
        return Account(page.title or say("ui.untitled"), head, counts, page.uri, page.language, lines)

    def line(self, sentence: Sentence) -> Line:
        text = self.reading.document.text
        marks = sorted(self.marks(sentence), key=lambda m: (KINDS.index(m[2]), m[0]))
        named = groupby((m for m in marks if m[2] != "act"), key=lambda m: m[2])
        by_kind = tuple((kind, tuple(Marked(text[a:b], k, what) for a, b, k, what in ms)) for kind, ms in named)
        return Line(
            sentence.start,
            sentence.end,
            text[sentence.start : sentence.end],
            tuple(self.pieces(sentence, marks)),
            by_kind,
            tuple(self.acts(sentence)),
            tuple(self.said(sentence)),
        )

    def marks(self, sentence: Sentence) -> Iterator[tuple[int, int, str, str]]:
        """(start, end, kind, meaning) of all it names; marks of quotation are not words, so they are left out."""
        for act in sentence.acts:
            yield act.start, act.end, "act", self.act_label(act.act)
        for instrument in sentence.instruments:
            yield instrument.start, instrument.end, "instrument", self.instrument(instrument.instrument)
        for actor in sentence.actors:
            yield actor.start, actor.end, "place" if actor.place else "actor", self.actor(actor)
        for time in self.reading.times:
            if sentence.start <= time.start < sentence.end:
                yield time.start, min(time.end, sentence.end), "time", meaning(time, self.say)
        for cue in (c for c in sentence.cues if not c.kind.startswith(EFFECT)):
            yield cue.start, cue.end, "cue", self.word("cues", cue.kind)
        for cue in sentence.speech:
            if cue.kind not in ("quote", "words"):
                yield cue.start, cue.end, "speech", self.word("cues", cue.kind)

    def pieces(self, sentence: Sentence, marks: Sequence[tuple[int, int, str, str]]) -> Iterator[Marked]:
        """The whole sentence, cut where a mark begins or ends; of two that overlap, the first in KINDS is kept."""
        text, at = self.reading.document.text, sentence.start
        free: list[tuple[int, int, str, str]] = []
        for mark in marks:
            if mark[0] < mark[1] and not any(a < mark[1] and mark[0] < b for a, b, *_ in free):
                free.append(mark)
        for start, end, kind, means in sorted(free):
            if at < start:
                yield Marked(text[at:start])
            yield Marked(text[start:end], kind, means)
            at = end
        if at < sentence.end:
            yield Marked(text[at : sentence.end])

    # -- acts ----------------------------------------------------------------------------------------------

    def acts(self, sentence: Sentence) -> Iterator[Act]:
        """Every act seen, with its report or the reason why there is none; then reports without an act of their own."""
        here = (sentence.start, sentence.end)
        left = [r for r in self.reading.reports if (r.evidence.start, r.evidence.end) == here]
        for act in sentence.acts:
            why = self.why(act)
            report = None if why else next((r for r in left if r.act == act.act), None)
            if report:
                left.remove(report)
            yield self.act(act, report, why or self.say("explain.elsewhere"))
        yield from (self.act(None, report, "") for report in left)

    def why(self, act: ActMention) -> str:
        where = f"{self.reading.document.id}:{act.start}"
        reason = next((r.reason for r in self.reading.refusals if r.where == where), "")
        if not reason and not self.reading.relevant:
            return self.say("explain.off_topic")
        key, colon, names = reason.partition(": ")
        return self.word("reasons", key) + (f" ({names})" if colon else "")

    def act(self, mention: ActMention | None, report: Report | None, why: str) -> Act:
        text = self.reading.document.text
        words = text[mention.start : mention.end] if mention else ""
        code = mention.act if mention else report.act if report else ""
        form = (mention.form, mention.tense, mention.voice if mention.form == "verb" else "") if mention else ()
        said = ", ".join(self.word("forms", f) for f in form if f)
        if report is None:
            return Act(words, self.act_label(code), said, why=why)
        review = report.confidence < self.book.confidence.review
        sure = self.say("explain.sure", share=f"{report.confidence:.2f}")
        doubt = f" ({self.say('ui.unsure')})" if review else ""
        doubt += f" · {self.say('ui.proposed', name=report.assist)}" if report.assist else ""
        return Act(words, self.act_label(code), said, self.told(report), sure + doubt, report.rule, review)

    def told(self, report: Report) -> str:
        """ "sanctions (SANCTION) · Mali → France · visas · 3 May 2026 · took place"."""
        kind = self.book.plover.types.get(report.type)
        who, whom = self.sides(report.actors), self.sides(report.recipients)
        parts = (
            f"{kind.label[self.say.language] if kind else report.type} ({report.type})",
            f"{', '.join(who)} → {', '.join(whom)}" if whom else " ↔ ".join(who),
            self.instrument(report.instrument) if report.instrument else "",
            human(report.when.edtf if report.when else None, self.say),
            self.say(f"statuses.{report.status}"),
        )
        return " · ".join(p for p in parts if p)

    def said(self, sentence: Sentence) -> Iterator[str]:
        for s in self.reading.statements:
            if (s.evidence.start, s.evidence.end) == (sentence.start, sentence.end):
                side = f" ({', '.join(self.sides((s.side,)))})" if s.side else ""
                speaker = f"{s.speaker or self.say('ui.unknown_speaker')}{side}"
                by = f" · {self.say('ui.proposed', name=s.assist)}" if s.assist else ""
                yield self.say("ui.field", name=self.say(f"ui.{s.mode}"), value=speaker + by)

    # -- words ---------------------------------------------------------------------------------------------

    def word(self, section: str, key: str) -> str:
        """Our word for a code; the code itself where we have none."""
        return self.say.words.get(f"{section}.{key}", key)

    def sides(self, codes: Sequence[str]) -> tuple[str, ...]:
        entries = self.book.actors.entries
        return tuple(entries[c].label.get(self.say.language, c) if c in entries else c for c in codes)

    def actor(self, mention: ActorMention) -> str:
        how = "" if mention.how == "name" else self.word("hows", mention.how)
        carrier = self.word("hows", mention.carrier) if mention.carrier and mention.carrier != mention.how else ""
        return ", ".join(x for x in ("+".join(self.sides(mention.codes)), how, carrier) if x)

    def act_label(self, code: str) -> str:
        known = self.book.acts.get(code)
        return known.label[self.say.language] if known else code

    def instrument(self, code: str) -> str:
        known = self.book.instruments.get(code)
        return known.label[self.say.language] if known else code
