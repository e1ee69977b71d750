"""An act that its own sentence leaves undated, dated by what the page tells around it; each rule says so in its reason."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from detente.codebook.languages import Language
from detente.model import Document, Mentions, Report, Status, TimeMention, When
from detente.reports import terms
from detente.reports.around import Around
from detente.reports.dating import DONE, can_be, until_printed
from detente.reports.denial import denied
from detente.reports.genres import Genre, inferred
from detente.reports.line import Line
from detente.reports.meetings import SPOKEN, spoken

__all__ = ["Line", "Telling"]

MET = frozenset({"CONSULT", "AGREE", "SUPPORT"})  # what "at that meeting", "under the deal" point back to
EVENTS = ("onward event:", "since event:")  # rules of `codebook/times` that find what came after an event
RIGHT_BEHIND = 45  # characters from "hours after" to the act: "the foreign ministry in Islamabad" is 33
WEEK = 7  # days: what is told no more closely dates nothing else
CLOSE = 2  # paragraphs back to which "dans le même temps" points


@dataclass(frozen=True)
class Telling:
    """A page as the rules below see it: what each undated line may lean on."""

    document: Document
    mentions: Mentions
    times: Sequence[TimeMention]
    language: Language

    @cached_property
    def around(self) -> Around:
        return Around(self.document, self.mentions, self.times, self.language)

    @cached_property
    def genre(self) -> Genre:
        return Genre(self.around)

    def dated(self, lines: Sequence[Line]) -> list[Report]:
        """The reports in order, each undated one with the time that the first rule to know finds."""
        out: list[Line] = []
        for line in denied(lines, self.mentions, self.document.text, self.language):
            report = line.report
            if report and report.when is None:
                when = self._when(line, report, out)
                line = replace(line, when=when, report=replace(report, when=when))
            out.append(self._in_effect(line))
        return spoken(out, self.document.published, self.genre.goes_on)

    def _when(self, line: Line, report: Report, before: Sequence[Line]) -> When | None:
        """An answer, or what came after an event, is not of the day that opens the paragraph, which is that of the other."""
        if headed := self.genre.entry(line, report):
            return headed
        later = self._after(line, report, before) or self._answer(line, report, before)
        opened = self._paragraph(line, report)
        if (report.answers and line.main) or self._event(line):
            return opened if opened and opened.days != 1 and not self._event(line) else later
        return opened or self._elsewhere(line, report, before)

    def _elsewhere(self, line: Line, report: Report, before: Sequence[Line]) -> When | None:
        if "repeated" in line.kinds or report.status is Status.PLANNED:
            return None
        rules = (
            self._same_day,
            self._same_time,
            self._also,
            self._occasion,
            self._same_act,
            self._reached_there,
            self._running,
            self._retold,
        )
        found = (rule(line, report, before) for rule in rules)
        told = next((w for w in found if can_be(w, report.status, self.document.published)), None)
        return told or self.genre.after(line, report) or self.genre.of_the_page(line, report)

    def _paragraph(self, line: Line, report: Report) -> When | None:
        """A sentence that names no time stands under the one that opened its paragraph: "Depuis 2022, …"."""
        opened = None if self.around.inside(line.sentence) else self.around.opened.get(line.sentence.start)
        possible = can_be(opened, report.status, self.document.published)
        return inferred(opened, "told in the paragraph that this date opens") if possible else None

    def _after(self, line: Line, report: Report, before: Sequence[Line]) -> When | None:
        """ "Après cette visite, …": between the act that the page tells of that name, if it is dated, and publication."""
        event = self._event(line)
        if event is None or report.status not in DONE:
            return None
        named = (b.report for b in reversed(before) if b.report and b.held and self._names(line, event, b))
        told = next((r for r in named if r.parties & report.parties), None)
        return until_printed(told.when, self.document.published, "after what is told") if told else None

    def _event(self, line: Line) -> TimeMention | None:
        """What counts from an event and has no value ("après la visite"), if no other act stands between it and the line's."""
        head, acts = line.mention.head, [a.head for a in line.sentence.acts]
        for time in self.around.inside(line.sentence) if line.main else ():
            low, high = sorted((time.end, head))
            between = any(low <= other < high and other != head for other in acts)
            if time.when is None and not between and any(rule in time.rule for rule in EVENTS):
                return time
        return None

    def _names(self, line: Line, event: TimeMention, told: Line) -> bool:
        """Whether an event is an act told before, by its kind or by its word: "effectué une visite", "cette visite"."""
        word, mention = event.text.split()[-1].rpartition("’")[2].rpartition("'")[2].casefold(), told.mention
        kinds = {a.act for a in line.sentence.acts if event.start <= a.head < event.end}
        return mention.act in kinds or word in self.document.text[mention.start : mention.end].casefold().split()

    def _same_time(self, line: Line, report: Report, before: Sequence[Line]) -> When | None:
        """ "Dans le même temps, …": the last dated act of the two paragraphs before, or day of the sentence before."""
        if "same-time" not in line.kinds or not line.main:
            return None
        reason = "told as of the same time"
        past = self.around.beside(line.sentence, -1)
        if past and (days := self.around.days(past)):
            return inferred(days[-1], reason)
        near = (b for b in reversed(before) if b.sentence.start < line.sentence.start and b.held)
        last = next(near, None)
        close = last and line.sentence.paragraph - last.sentence.paragraph <= CLOSE
        return inferred(last.when, reason) if last and close else None

    def _same_day(self, line: Line, report: Report, before: Sequence[Line]) -> When | None:
        """ "Expelled six on Monday, *hours after* recalling its envoy": of the day of what the sentence tells before it."""
        act = line.mention
        cues = [c.end for c in line.sentence.cues if c.kind == "same-day" and 0 <= act.head - c.end <= RIGHT_BEHIND]
        beside = (b for b in reversed(before) if b.sentence.start == line.sentence.start and b.mention.end <= act.head)
        told = next((b for b in beside if b.held), None) if cues else None
        return inferred(told.when, "told as of the same hours") if told else None

    def _also(self, line: Line, report: Report, before: Sequence[Line]) -> When | None:
        """ "New Delhi a *également* suspendu le traité": what one does besides to the same, of the day of its act told before."""
        if "also" not in line.kinds or not self.genre.goes_on(line) or report.status not in DONE:
            return None
        near = (b for b in reversed(before) if line.sentence.paragraph - b.sentence.paragraph <= CLOSE)
        last = next((b for b in near if b.held and b.report and _by_the_same(b.report, report)), None)
        close = last is not None and last.when is not None and (last.when.days or WEEK + 1) <= WEEK
        return inferred(last.when, "done besides what is told of that day") if last and close else None

    def _occasion(self, line: Line, report: Report, before: Sequence[Line]) -> When | None:
        """ "À cette occasion", "aux termes du procès-verbal": the last meeting or agreement told of the same parties."""
        if "occasion" not in line.kinds:
            return None
        held = (b for b in reversed(before) if b.held and b.report and b.report.type in MET)
        met = next((b for b in held if b.report and report.parties <= b.report.parties), None)
        return inferred(met.when, "told of the meeting or agreement before it") if met else None

    def _same_act(self, line: Line, report: Report, before: Sequence[Line]) -> When | None:
        """A denial has the time of what it denies; a meeting, of the one that the sentence before dates without its sides."""
        if report.status is Status.DENIED:
            told = next((b for b in reversed(before) if b.mention.act == report.act and b.when), None)
            return inferred(told.when, "the act it denies is told of that time") if told else None
        last = next((b for b in reversed(before) if b.sentence.end <= line.sentence.start), None)
        if last is None or report.type != "CONSULT" or last.report or last.type != "CONSULT":
            return None
        adjacent = last.sentence.paragraph == line.sentence.paragraph
        return inferred(last.when, "the sentence before dates the meeting") if adjacent else None

    def _reached_there(self, line: Line, report: Report, before: Sequence[Line]) -> When | None:
        """ "Agreed on Tuesday to set up a panel. *The deal* came out of a *meeting* in Dakar": the meeting of the agreement's day."""
        if report.type != "CONSULT" or not self.around.begins_with(line.sentence, "reached"):
            return None
        agreed = (b for b in reversed(before) if b.held and b.report and b.report.type in ("AGREE", "SUPPORT"))
        last = next((b for b in agreed if b.report and b.report.parties == report.parties), None)
        close = last and 0 <= line.sentence.paragraph - last.sentence.paragraph <= 1
        return inferred(last.when, "the meeting that led to an agreement of that day") if last and close else None

    def _answer(self, line: Line, report: Report, before: Sequence[Line]) -> When | None:
        """ "En riposte, …": between what it answers, told and dated before, and publication."""
        if not (report.answers and line.main and report.status in DONE) or report.type in SPOKEN:
            return None
        answered = (b.report for b in reversed(before) if b.report and _mirrors(b.report, report))
        when = first.when if (first := next(answered, None)) else None
        return until_printed(when, self.document.published, "an answer to what is told")

    def _running(self, line: Line, report: Report, before: Sequence[Line]) -> When | None:
        """A standing measure in a paragraph that names no time is told under the "depuis 2022" that opens the one before."""
        paragraph = line.sentence.paragraph
        if not line.stands or paragraph in self.around.timed:
            return None
        above = self.around.first.get(paragraph - 1)
        when = self.around.opening(above) if above else None
        return inferred(when, "under the run that opens the paragraph before") if when and not when.latest else None

    def _retold(self, line: Line, report: Report, before: Sequence[Line]) -> When | None:
        """ "La décision, annoncée lundi, …" right after the sentence that tells it."""
        after = self.around.beside(line.sentence, 1)
        if after is None or not line.main or line.stands:
            return None
        told = self.around.subject_time(after)
        return inferred(told, "the next sentence says when")

    def _in_effect(self, line: Line) -> Line:
        """ "Ottawa lève la caution. La décision s'appliquera dès le 1er juillet": the next sentence says from when."""
        report = line.report
        if report is None or report.effect is None or report.effective or not line.main or line.stands:
            return line
        after = self.around.beside(line.sentence, 1)
        if after is None or not self.around.retells(after):
            return line
        return replace(
            line, report=replace(report, effective=terms.effective(after, after.start, self.times, line.when))
        )


def _by_the_same(one: Report, other: Report) -> bool:
    """Whether both are done by the same, to the same."""
    return set(one.actors) == set(other.actors) and set(other.recipients) <= set(one.recipients)


def _mirrors(one: Report, other: Report) -> bool:
    """Whether the second can answer the first: it faces who did it."""
    return bool(set(one.actors) & set(other.recipients) and set(one.recipients) & set(other.actors))
