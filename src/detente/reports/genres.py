"""What the kind of a page says of the day of an act that its own sentence leaves undated.

An entry of a chronology is of the day above it, a live page of its own day, what a communiqué does of the day it was issued;
and what a paragraph tells after an act of one day was not before it. Each says so in its reason.
"""

from dataclasses import dataclass, replace
from datetime import date

from detente.model import ActMention, Basis, Report, Sentence, Status, When
from detente.reports.around import Around
from detente.reports.dating import DONE, can_be, until_printed
from detente.reports.line import Line
from detente.reports.spelling import low

AUXILIARY = 4  # words before a verb among which its "avait", "had" stands
SPOKEN = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})  # done by being said
TOLD = frozenset({Status.OCCURRED, Status.PROPOSED})  # what a page of one day tells as of that day
STORY = frozenset({"past", "preterite", "present"})  # tenses in which a story goes on


@dataclass(frozen=True)
class Genre:
    """A page by its kind; pure."""

    around: Around

    @property
    def published(self) -> date | None:
        return self.around.document.published

    def entry(self, line: Line, report: Report) -> When | None:
        """What stands under "3 février 2030" in a chronology, and has no time of its own, was done then."""
        headed = self.around.headed.get(line.sentence.start)
        own = any(t.when for t in self.around.inside(line.sentence))
        aside = self._had(line.sentence, line.mention) or (own and not self.goes_on(line))
        if headed is None or aside or report.status not in DONE | TOLD:
            return None
        possible = can_be(headed, report.status, self.published)
        return inferred(headed, "told under this date in a chronology") if possible else None

    def of_the_page(self, line: Line, report: Report) -> When | None:
        """What a live page tells, and what a communiqué does, is of the day of the page: said so, not assumed."""
        day = self.published
        if day is None or report.status not in TOLD or self._had(line.sentence, line.mention):
            return None
        if self.around.live and _is_told(line) and not self._looks_back(line, day):
            hour = self.around.hour(line.sentence)
            reason = f"told live, at {hour}" if hour else "told by a live page of that day"
        elif self.around.issued and _does(line):
            reason = "done by a communiqué, issued that day"
        else:
            return None
        return When(day, day, day.isoformat(), Basis.INFERRED, reason)

    def after(self, line: Line, report: Report) -> When | None:
        """What a paragraph tells behind a day or a month: words of that time, deeds not before it."""
        if report.status not in TOLD or not self.goes_on(line) or self.around.inside(line.sentence):
            return None
        when = self.around.clock(line.sentence)
        if when is None or not can_be(when, report.status, self.published):
            return None
        if report.type in SPOKEN:
            return inferred(when, "said in the sentences behind that day")
        return until_printed(when, self.published, "told behind a day,")

    def goes_on(self, line: Line) -> bool:
        """Whether the page's own story tells the act: a finite verb, not of a clause on the side, nor what had been done before."""
        act = line.mention
        told = act.form in ("verb", "phrase") and act.tense in STORY and act.voice != "bare"
        aside = any(a.act < 0 and a.role == "relative" and a.start <= act.head < a.end for a in line.sentence.arguments)
        return told and not aside and not self._had(line.sentence, act)

    def _had(self, sentence: Sentence, act: ActMention) -> bool:
        """ "Avait rappelé", "had recalled"."""
        words = low(self.around.document.text[sentence.start : act.head]).split()[-AUXILIARY:]
        have = self.around.language.auxiliary("have")
        return any(have.get(w.rpartition("'")[2]) in ("imperfect", "past") for w in words)

    def _looks_back(self, line: Line, day: date) -> bool:
        """Whether the paragraph has begun to tell of an earlier day, or the sentence does and the act is none of its own."""
        end = line.sentence.start if line.main else line.sentence.end
        told = (t.when for t in self.around.times_in(self.around.first[line.sentence.paragraph].start, end) if t.when)
        return any(when.latest < day for when in told if when.latest)


def _is_told(line: Line) -> bool:
    """A finite verb, or what somebody has decided to do."""
    act = line.mention
    finite = act.tense in (*STORY, "imperfect") and act.voice != "bare"
    return act.form in ("verb", "phrase") and (finite or "decided" in line.kinds)


def _does(line: Line) -> bool:
    act = line.mention
    return act.form == "verb" and act.voice == "active" and (act.tense == "present" or "decided" in line.kinds)


def inferred(when: When | None, reason: str) -> When | None:
    return replace(when, basis=Basis.INFERRED, reason=reason) if when else None
