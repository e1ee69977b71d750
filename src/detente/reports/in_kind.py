"""Measures told by the one they answer: "applied *the same measures* to Americans", "in response to *the expulsion* of its consul".

What is answered in the same way has the instrument of what it answers; what stands behind "in response to" was done by the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.codebook.languages import Language
from detente.model import Report
from detente.reports.banned import BAN
from detente.reports.here import Here
from detente.reports.likewise import HARMS
from detente.reports.line import Line
from detente.reports.parties import Named
from detente.reports.telling import Teller, Told

ANSWERS = "retaliate"  # the act of who answers a measure with one of its own, not otherwise named
BESIDE = 16  # characters from "in response to" to the harm it leads to: " l'ensemble des "
BACK = 2  # sentences before an answer in which the harm stands that it answers
WORDING = 60  # characters from the head of an answer in which it says that it is the same


def named(lines: Sequence[Line], text: str, language: Language) -> Iterator[Line]:
    """The same lines; an answer in the same way has the instrument of what was done to who answers."""
    harms = [x.report for x in lines if x.report and x.report.type in HARMS and x.report.instrument not in (None, BAN)]
    for line in lines:
        report = line.report
        open_ = report and report.act == ANSWERS and report.instrument in (None, BAN)
        same = open_ and _in_the_same_way(line, text, language)
        found = _answered(report, harms) if report and same else None
        yield replace(line, report=replace(report, instrument=found, answers=True)) if report and found else line


def _in_the_same_way(line: Line, text: str, language: Language) -> bool:
    said = text[line.mention.start : min(line.sentence.end, line.mention.end + WORDING)].casefold()
    return any(word in said for word in language["in_the_same_way"])


def _answered(report: Report, harms: Sequence[Report]) -> str | None:
    """The instrument of the last harm told before, or else of the first told after, done back at who answers."""
    facing = [r for r in harms if set(report.actors) & set(r.recipients) and set(r.actors) & set(report.recipients)]
    before = [r for r in facing if r.evidence.start <= report.evidence.start]
    return (before[-1:] or facing[:1] or [report])[0].instrument


def answered(here: Here, told: Told, who: Named, teller: Teller) -> Named | None:
    """ "Bolivia expelled the consul *in response to the expulsion* of its own": done by whom the sentence does it to."""
    act = told.mention
    if act.act == ANSWERS:
        return _back(here, who)
    led = any(
        c.kind in ("answers", "upon")
        and 0 <= act.start - c.end <= BESIDE
        and "," not in here.text[c.end : act.start]  # "responded in kind, *shutting*": it is the answer
        for c in here.sentence.cues
    )
    if act.form != "noun" or not led or teller.type_of(told) not in HARMS:
        return None
    beside = [r for r in here.told if r.evidence.start == here.sentence.start and r.type in HARMS and _before(r, told)]
    fit = [r for r in beside if _one_of(who.by, r) and set(who.toward) <= r.parties]
    return replace(who, by=fit[0].recipients, toward=fit[0].actors, witness="beside") if fit else None


def _back(here: Here, who: Named) -> Named | None:
    """ "London expelled 23 Russians. Moscow *hit back*": at whoever just did it harm."""
    near = {s.start for s in here.earlier(BACK)}
    harms = [r for r in here.told if r.evidence.start in near and r.type in HARMS and set(who.by) & set(r.recipients)]
    whole = bool(who.by) and not who.toward and bool(harms)
    return replace(who, toward=harms[-1].actors, witness="beside") if whole else None


def _before(report: Report, told: Told) -> bool:
    """Whether the report is of another act than the noun."""
    return report.recipients != () and not (report.act == told.act.id and ".noun." in report.rule)


def _one_of(by: Sequence[str], report: Report) -> bool:
    """Whether nobody else is said to have done it; whoever leads the sentence has not answered himself."""
    return set(by) <= set(report.recipients) or set(by) == set(report.actors)
