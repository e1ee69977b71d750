"""Words spoken at a meeting have its day: the page's one dated meeting, or the last of the news that the page told before."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from detente.model import Report, Status, When
from detente.reports.genres import inferred
from detente.reports.line import Line

SPOKEN = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT"})
WEEK = 7  # days: a meeting told no more closely dates no words
NEWS = 14  # days before publication within which one of several meetings is of the page's own story
ONE = "said at the page's one dated meeting of the same parties"
TO_THE_ENVOY = "said by who summoned the envoy, right behind it"
SUMMONS = "summons"  # the instrument of an envoy called in
CLOSE = 2  # paragraphs behind a summons that still tell what was said there
LAST = "said behind a meeting of the same parties, told with its day"


Told = tuple[Line, Report]


def spoken(lines: Sequence[Line], published: date | None, goes_on: Callable[[Line], bool]) -> list[Report]:
    """The reports in order, undated words of those who met with the day of their meeting. goes_on: whether the story tells a line."""
    told = [(line, line.report) for line in lines if line.report]
    met = [(line, r) for line, r in told if r.type == "CONSULT" and line.held and _within_a_week(r.when)]
    summoned = [(line, r) for line, r in told if r.instrument == SUMMONS and line.held and _within_a_week(r.when)]
    one = len({(r.when.earliest, r.when.latest) for _, r in met if r.when}) == 1
    out = []
    for line, report in told:
        ahead = one and not _overtaken(met, told)
        before = [r for held, r in met if ahead or held.sentence.start <= line.sentence.start]
        at = next((r for r in reversed(before) if _may_be_said(line, report, r)), None)
        if at and (one or (goes_on(line) and _of_the_news(at.when, published))):
            report = replace(report, when=inferred(at.when, ONE if one else LAST))
        elif goes_on(line):
            heard = [r for held, r in summoned if 0 <= line.sentence.paragraph - held.sentence.paragraph <= CLOSE]
            to = next((r for r in reversed(heard) if _may_be_said(line, report, r) and r.actors == report.actors), None)
            report = replace(report, when=inferred(to.when, TO_THE_ENVOY)) if to else report
        out.append(report)
    return out


def _overtaken(met: Sequence[Told], told: Sequence[Told]) -> bool:
    """Whether those who met did something later, which the page tells: it is not of what they said at their meeting."""
    last = max((r.when.latest for _, r in met if r.when and r.when.latest), default=None)
    parties = {code for _, r in met for code in r.parties}
    later = (r.when.earliest for _, r in told if r.when and r.parties <= parties and r.status is Status.OCCURRED)
    return last is not None and any(day is not None and day > last for day in later)


def _may_be_said(line: Line, report: Report, meeting: Report) -> bool:
    """Words between those who met, or of all who met about somebody else."""
    between = report.parties <= meeting.parties or set(report.actors) == meeting.parties
    undated = report.when is None and report.type in SPOKEN and report.status is not Status.PLANNED
    return undated and between and "repeated" not in line.kinds


def _within_a_week(when: When | None) -> bool:
    return when is not None and (when.days or WEEK + 1) <= WEEK


def _of_the_news(when: When | None, published: date | None) -> bool:
    last = when.latest if when else None
    return last is not None and published is not None and 0 <= (published - last).days <= NEWS
