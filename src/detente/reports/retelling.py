"""An act that its own sentence leaves undated, dated by what the page tells around it; each rule says so in its reason."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from detente.codebook.languages import Language
from detente.model import ActMention, Basis, Document, Mentions, Report, Sentence, Status, TimeMention, When
from detente.reports import terms
from detente.reports.dating import DONE, can_be
from detente.reports.governing import OPENING

# Words spoken at a meeting are dated by it when the page tells one dated meeting of the same two.
SPOKEN = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT"})
MET = frozenset({"CONSULT", "AGREE", "SUPPORT"})  # what "at that meeting", "under the deal" point back to
HELD = frozenset({Status.OCCURRED, Status.ONGOING})
SUBJECT = 60  # characters from the start of "La décision, annoncée lundi…" to the time that dates it
CLOSE = 2  # paragraphs back to which "dans le même temps" points
WEEK = 7  # days: a meeting told no more closely dates no words


@dataclass(frozen=True, slots=True)
class Line:
    """An act one sentence tells: dated by it or not, coded or (report None) not."""

    sentence: Sentence
    mention: ActMention
    type: str | None
    when: When | None
    report: Report | None = None

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(c.kind for c in self.sentence.cues)

    @property
    def held(self) -> bool:
        return self.when is not None and self.report is not None and self.report.status in HELD

    @property
    def stands(self) -> bool:
        """A measure in force that only a noun names."""
        return self.report is not None and self.report.rule.endswith(":stands")

    @property
    def main(self) -> bool:
        """Whether it is no clause's but the sentence's own."""
        parted = [a for a in self.sentence.arguments if a.act < 0 and a.role in ("relative", "reduced")]
        return not any(a.start <= self.mention.head < a.end for a in parted)


@dataclass(frozen=True)
class Telling:
    """A page as the rules below see it: what each undated line may lean on."""

    document: Document
    mentions: Mentions
    times: Sequence[TimeMention]
    language: Language

    def dated(self, lines: Sequence[Line]) -> list[Report]:
        """The reports in order, each undated one with the time that the first rule to know finds."""
        out: list[Line] = []
        for line in lines:
            report = line.report
            if report and report.when is None:
                when = self._paragraph(line, report) or self._around(line, report, out)
                line = replace(line, when=when, report=replace(report, when=when))
            out.append(self._in_effect(line))
        return spoken_at_the_meeting(out)

    def _around(self, line: Line, report: Report, before: Sequence[Line]) -> When | None:
        if "repeated" in line.kinds or report.status is Status.PLANNED:
            return None
        rules = (self._same_time, self._occasion, self._same_act, self._answer, self._running, self._retold)
        found = (rule(line, report, before) for rule in rules)
        return next((w for w in found if can_be(w, report.status, self.document.published)), None)

    def _paragraph(self, line: Line, report: Report) -> When | None:
        """A sentence that names no time stands under the one that opened its paragraph: "Depuis 2022, …"."""
        opened = None if self._inside(line.sentence) else self._opened.get(line.sentence.start)
        possible = can_be(opened, report.status, self.document.published)
        return _because(opened, "told in the paragraph that this date opens") if possible else None

    @cached_property
    def _opened(self) -> dict[int, When]:
        """For each sentence by its start, the time that opened its paragraph last before it."""
        found: dict[int, When] = {}
        last: tuple[int, When | None] = (-1, None)
        for sentence in self.mentions.sentences:
            paragraph, when = last
            if when and paragraph == sentence.paragraph:
                found[sentence.start] = when
            else:
                when = None
            last = (sentence.paragraph, self._opening(sentence) or when)
        return found

    @cached_property
    def _place(self) -> dict[int, int]:
        """Where each sentence stands, by its start."""
        return {s.start: i for i, s in enumerate(self.mentions.sentences)}

    def _beside(self, sentence: Sentence, by: int) -> Sentence | None:
        """The sentence so many places on, of the same or a neighbouring paragraph."""
        place = self._place[sentence.start] + by
        found = self.mentions.sentences[place] if 0 <= place < len(self.mentions.sentences) else None
        return found if found and abs(found.paragraph - sentence.paragraph) <= 1 else None

    def _opening(self, sentence: Sentence) -> When | None:
        """The time a sentence begins with, or the one that "La décision remonte à janvier" is about."""
        inside = [t for t in self._inside(sentence) if t.when]
        if inside and inside[0].start - sentence.start < OPENING:
            return inside[0].when
        return self._subject_time(sentence)

    def _same_time(self, line: Line, report: Report, before: Sequence[Line]) -> When | None:
        """ "Dans le même temps, …": the last dated act of the two paragraphs before, or day of the sentence before."""
        if "same-time" not in line.kinds or not line.main:
            return None
        reason = "told as of the same time"
        past = self._beside(line.sentence, -1)
        if past and (days := self._days(past)):
            return _because(days[-1], reason)
        near = (b for b in reversed(before) if b.sentence.start < line.sentence.start and b.held)
        last = next(near, None)
        close = last and line.sentence.paragraph - last.sentence.paragraph <= CLOSE
        return _because(last.when, reason) if last and close else None

    def _occasion(self, line: Line, report: Report, before: Sequence[Line]) -> When | None:
        """ "À cette occasion", "aux termes du procès-verbal": the last meeting or agreement told of the same parties."""
        if "occasion" not in line.kinds:
            return None
        held = (b for b in reversed(before) if b.held and b.report and b.report.type in MET)
        met = next((b for b in held if b.report and report.parties <= b.report.parties), None)
        return _because(met.when, "told of the meeting or agreement before it") if met else None

    def _same_act(self, line: Line, report: Report, before: Sequence[Line]) -> When | None:
        """A denial has the time of what it denies; a meeting, of the one that the sentence before dates without its sides."""
        if report.status is Status.DENIED:
            told = next((b for b in reversed(before) if b.mention.act == report.act and b.when), None)
            return _because(told.when, "the act it denies is told of that time") if told else None
        last = next((b for b in reversed(before) if b.sentence.end <= line.sentence.start), None)
        if last is None or report.type != "CONSULT" or last.report or last.type != "CONSULT":
            return None
        adjacent = last.sentence.paragraph == line.sentence.paragraph
        return _because(last.when, "the sentence before dates the meeting") if adjacent else None

    def _answer(self, line: Line, report: Report, before: Sequence[Line]) -> When | None:
        """ "En riposte, …": between what it answers, told and dated before, and publication."""
        published = self.document.published
        if not (report.answers and line.main and published and report.status in DONE) or report.type in SPOKEN:
            return None
        answered = (b.report for b in reversed(before) if b.report and _mirrors(b.report, report))
        when = first.when if (first := next(answered, None)) else None
        if when is None or when.earliest is None or when.latest is None or when.latest > published:
            return None
        start = when.edtf.split("/")[0]
        if not when.earliest.isoformat().startswith(start):  # a season, a one-of set
            start = when.earliest.isoformat()
        reason = f"an answer to what is told of {when.edtf}, and printed on {published.isoformat()}"
        return When(when.earliest, published, f"{start}/{published.isoformat()}", Basis.INFERRED, reason)

    def _running(self, line: Line, report: Report, before: Sequence[Line]) -> When | None:
        """A standing measure in a paragraph that names no time is told under the "depuis 2022" that opens the one before."""
        paragraph = line.sentence.paragraph
        if not line.stands or paragraph in self._timed:
            return None
        above = self._first.get(paragraph - 1)
        when = self._opening(above) if above else None
        return _because(when, "under the run that opens the paragraph before") if when and not when.latest else None

    @cached_property
    def _timed(self) -> frozenset[int]:
        """The paragraphs that name a time."""
        return frozenset(s.paragraph for s in self.mentions.sentences if self._inside(s))

    @cached_property
    def _first(self) -> dict[int, Sentence]:
        """The first sentence of each paragraph."""
        return {s.paragraph: s for s in reversed(self.mentions.sentences)}

    def _retold(self, line: Line, report: Report, before: Sequence[Line]) -> When | None:
        """ "La décision, annoncée lundi, …" right after the sentence that tells it."""
        after = self._beside(line.sentence, 1)
        if after is None or not line.main or line.stands:
            return None
        return _because(self._subject_time(after), "the next sentence says when")

    def _in_effect(self, line: Line) -> Line:
        """ "Ottawa lève la caution. La décision s'appliquera dès le 1er juillet": the next sentence says from when."""
        report = line.report
        if report is None or report.effect is None or report.effective or not line.main or line.stands:
            return line
        after = self._beside(line.sentence, 1)
        if after is None or not self._retells(after):
            return line
        return replace(
            line, report=replace(report, effective=terms.effective(after, after.start, self.times, line.when))
        )

    def _retells(self, sentence: Sentence) -> bool:
        """Whether it begins with a word for what was told just before: "La décision…", "The change…"."""
        text = self.document.text[sentence.start : sentence.start + SUBJECT].casefold()
        begun = text.replace("’", "'").replace("'", "' ").replace(",", " ").split()
        return len(begun) > 1 and begun[0] in self.language["definite"] and begun[1] in self.language["retelling"]

    def _subject_time(self, sentence: Sentence) -> When | None:
        """When "La décision, annoncée lundi, …" says that what was told just before was done."""
        if not self._retells(sentence):
            return None
        first = next((t for t in self._inside(sentence) if t.start - sentence.start < SUBJECT), None)
        closed = first and any(sentence.start < b < first.start for b in sentence.breaks)
        return first.when if first and first.when and first.when.days and not closed else None

    def _days(self, sentence: Sentence) -> list[When]:
        """The days a sentence names, those of its own before those of its clauses: the last is the surest."""
        clauses = [a for a in sentence.arguments if a.act < 0]
        days = [(t, t.when) for t in self._inside(sentence) if t.when and t.when.days == 1]
        return [w for t, w in sorted(days, key=lambda d: not any(c.start <= d[0].start < c.end for c in clauses))]

    def _inside(self, sentence: Sentence) -> Sequence[TimeMention]:
        first = bisect_left(self._starts, sentence.start)
        return self.times[first : bisect_left(self._starts, sentence.end)]

    @cached_property
    def _starts(self) -> list[int]:
        return [t.start for t in self.times]


def _mirrors(one: Report, other: Report) -> bool:
    """Whether the second can answer the first: it faces who did it."""
    return bool(set(one.actors) & set(other.recipients) and set(one.recipients) & set(other.actors))


def _because(when: When | None, reason: str) -> When | None:
    return replace(when, basis=Basis.INFERRED, reason=reason) if when else None


def spoken_at_the_meeting(lines: Sequence[Line]) -> list[Report]:
    """Undated words of the parties to the page's one dated meeting get its day, and say so."""
    told = [(line, line.report) for line in lines if line.report]
    dated = [r for line, r in told if r.type == "CONSULT" and line.held and _within_a_week(r.when)]
    if len({(r.when.earliest, r.when.latest) for r in dated if r.when}) != 1:
        return [report for _, report in told]
    when = _because(dated[0].when, "said at the page's one dated meeting of the same parties")
    return [replace(r, when=when) if _may_be_said(line, r, dated[0]) else r for line, r in told]


def _may_be_said(line: Line, report: Report, meeting: Report) -> bool:
    undated = report.when is None and report.type in SPOKEN and report.parties <= meeting.parties
    return undated and "repeated" not in line.kinds


def _within_a_week(when: When | None) -> bool:
    return when is not None and (when.days or WEEK + 1) <= WEEK
