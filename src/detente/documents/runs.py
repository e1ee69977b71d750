"""Which lines of a saved page are the article: the run where sentences outweigh furniture, under a headline."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.documents.lines import Kind, Line
from detente.documents.subject import content, speaks_of, subject_of

# Weights in words of prose. Own measurement on fundus and scrapinghub pages rendered as text, then on half A of
# all sets with an eye on the scores of half B (bench/pages/README.md).
_SHORT = 3  # a short line costs this; the nth in a row n times as much: menus part, a subheading does not
_FURNITURE = 3  # a known piece of furniture: expected inside articles too
_RELATED = 80  # a list of other articles begins: text must go on for longer to outweigh it
_STAMP = 60  # a day with a time of the clock: inside a run it is another item, or a comment
_CAP = 120  # a paragraph counts for no more: one page-long line of junk should not win
STARTED = 60  # words of prose after which "Comments" ends the article, instead of being a button above it
_CANDIDATES = 6  # the heaviest runs, among which headlines decide
_HEADED = 2.0  # a run under a headline that speaks of it weighs so much more
_COMMENTS = 0.4  # one behind "Comments", without a headline, so much
_BUTTON = 8  # times the weight of what stands above the comments: no comments are so much longer, without a day
_FIRST = 0.5  # of runs that weigh at least this share of the heaviest, the first is the article
_ABOVE = 14  # lines above a run in which its headline stands
_HEADLINE = range(4, 27)  # how many words it has
_TELLING = 3  # of them content words, at least
_SPEAKS = 0.5  # share of its words that the run uses
_STRANGE = 0.25  # less of its content words in common: a sentence about something else
_GAP = 40  # lines: a box inside an article is no longer
_SAME = 0.35  # share of its content words that a passage behind a box has in common with the article
_LONG = 100  # words of a longer passage, of which `_SAME_LONG` is asked: teasers are short
_SAME_LONG = 0.22
_LOOSE = 3  # short lines in a row that such a passage may hold
_RESUMED = 25  # words of prose with which an article goes on behind a box


@dataclass(frozen=True, slots=True)
class Span:
    """Lines `start` to `end` of a page, the end outside."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Run:
    span: Span
    weight: float
    commented: bool


def main_run(lines: Sequence[Line]) -> Span:
    """The lines of the article, from its first sentence to its last; an empty span if the page has none."""
    heaviest = sorted(_runs(lines), key=lambda run: -run.weight)[:_CANDIDATES]
    if not heaviest:
        return Span(0, 0)
    headed = [run for run in heaviest if run.weight >= STARTED and _is_headed(lines, run.span)]
    told = _told(headed)
    worth = {run: _worth(lines, run) for run in told or heaviest}
    first = min((run for run in worth if worth[run] >= _FIRST * max(worth.values())), key=lambda run: run.span.start)
    return resumed(lines, _under_headline(lines, first.span))


def _told(headed: Sequence[_Run]) -> list[_Run]:
    """Those above the comments; if what stands behind outweighs them so far, "Comments" was a button under the lead."""
    above = [run for run in headed if not run.commented]
    heaviest = max((run.weight for run in above), default=0.0)
    return [run for run in headed if run.commented and run.weight >= _BUTTON * heaviest > 0] or above


def _runs(lines: Sequence[Line]) -> Iterator[_Run]:
    """Every run that pays for what lies between its sentences (Kadane's maximum, begun anew at each end)."""
    total = best = 0.0
    start = end = shorts = prose = 0
    commented = False
    for at, line in enumerate(lines):
        over = line.kind is Kind.OVER and prose >= STARTED
        shorts = shorts + 1 if line.kind is Kind.SHORT and not is_spoken(line) else 0
        total += _weight(line, shorts)
        prose += line.words if line.kind is Kind.PROSE else 0
        if total > best:
            best, end = total, at + 1
        if over or total <= 0:
            if best > 0:
                yield _Run(Span(start, end), best, commented)
            total, best, prose, start, commented = 0.0, 0.0, 0, at + 1, commented or over
    if best > 0:
        yield _Run(Span(start, end), best, commented)


def _weight(line: Line, shorts: int) -> int:
    if line.kind is Kind.PROSE:
        return min(line.words, _CAP)
    if line.kind is Kind.ITEM:
        return 1
    if line.kind is Kind.SHORT:
        return -max(1, _SHORT * min(shorts, 8))
    costs = {Kind.RELATED: _RELATED, Kind.STAMP: _STAMP}
    return -costs.get(line.kind, _FURNITURE)


def is_spoken(line: Line) -> bool:
    """Whether it is punctuated as a sentence, or as a member of a list that is one."""
    return line.closed or line.text.endswith((";", ","))


def _worth(lines: Sequence[Line], run: _Run) -> float:
    if _is_headed(lines, run.span):
        return run.weight * _HEADED
    return run.weight * (_COMMENTS if run.commented else 1)


def _is_headed(lines: Sequence[Line], span: Span) -> bool:
    """Whether a line right above, as long as headlines are, speaks of the run."""
    subject = subject_of(lines[span.start : span.end])
    above = lines[max(0, span.start - _ABOVE) : span.start]
    return any(_is_long_enough(line) and speaks_of(line, subject) >= _SPEAKS for line in above)


def _is_long_enough(line: Line) -> bool:
    sentence = line.text.endswith((".", ".»", ".”", '."'))
    return (
        line.kind in (Kind.SHORT, Kind.PROSE)
        and line.words in _HEADLINE
        and not (sentence or len(content(line.folded)) < _TELLING)
    )


def _under_headline(lines: Sequence[Line], span: Span) -> Span:
    """`span` from behind a headline near its start, if what stands before that headline is about something else, and has
    no headline of its own that speaks of the rest: then the second is a subheading."""
    if _is_headed(lines, span):
        return span
    before: list[Line] = []
    for at in range(span.start, span.end):
        line = lines[at]
        if sum(one.words for one in before) >= STARTED:
            break
        if before and line.kind is Kind.SHORT and _is_long_enough(line):
            subject = subject_of(lines[at + 1 : span.end])
            strange = all(speaks_of(one, subject) < _STRANGE for one in before)
            if strange and speaks_of(line, subject) >= _SPEAKS:
                return Span(at + 1, span.end)
        if line.kind is Kind.PROSE:
            before.append(line)
    return span


def resumed(lines: Sequence[Line], span: Span) -> Span:
    """`span` with the passages before and behind it that are the same article, parted by a box of other things."""
    while True:
        subject = subject_of(lines[span.start : span.end])
        behind = _passage(lines, range(span.end, min(len(lines), span.end + _GAP)), subject)
        before = _passage(lines, range(span.start - 1, max(-1, span.start - 1 - _GAP), -1), subject)
        if behind is None and before is None:
            return span
        span = Span(span.start if before is None else before, span.end if behind is None else behind + 1)


def _passage(lines: Sequence[Line], places: range, subject: frozenset[str]) -> int | None:
    """The far end of the next sentences in the order of `places`, if they speak of the subject."""
    words, last, shorts = 0, None, 0
    told: list[Line] = []
    for at in places:
        line = lines[at]
        shorts = shorts + 1 if line.kind is Kind.SHORT else 0
        if line.kind is Kind.OVER or (told and (shorts > _LOOSE or line.kind in (Kind.STAMP, Kind.RELATED))):
            break
        if line.kind is Kind.PROSE and line.closed:
            told.append(line)
            words, last = words + line.words, at
    shared = sum(speaks_of(line, subject) * line.words for line in told)
    enough = _SAME_LONG if words >= _LONG else _SAME
    return last if words >= _RESUMED and shared >= enough * words else None
