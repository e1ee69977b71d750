"""People told to be home by the sentence that says who held them: "les deux Français *détenus en Iran sont rentrés*"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.model import ActMention, Cue, Document, Mentions, Report, Sentence, Status, TimeMention
from detente.reports.line import Line
from detente.reports.scene import HOLDS

HOME = "homecoming"  # the cue of who is back where he came from
RELEASE = "release"  # the act of who lets go whom he held
RETREAT = "RETREAT"
DOUBTS = frozenset({"negation", "future", "hypothesis", "condition", "cancelled"})
SURE = 0.6  # rank of what is told by pointing at another act: our choice, as in `likewise`


def told_in(
    lines: Sequence[Line], document: Document, mentions: Mentions, times: Sequence[TimeMention]
) -> Iterator[Line]:
    """A line for each sentence that says so and tells no release."""
    homes = {s.start: c for s in mentions.sentences if (c := _home(s))}
    for line in lines:
        cue = homes.get(line.sentence.start)
        if cue and line.report and line.mention.act in HOLDS and line.mention.head < cue.start:
            del homes[line.sentence.start]
            if not _released(lines, line.sentence):
                yield _line(line.report, document, line.sentence, cue, times)


def _home(sentence: Sentence) -> Cue | None:
    """Where the sentence says that people are home, and nothing before it doubts it."""
    found = next((c for c in sentence.cues if c.kind == HOME), None)
    doubted = found and any(c.kind in DOUBTS and c.start < found.end for c in sentence.cues)
    return None if doubted else found


def _released(lines: Sequence[Line], sentence: Sentence) -> bool:
    told = (x for x in lines if x.sentence.start == sentence.start and x.report)
    return any(x.mention.act == RELEASE or x.type == RETREAT for x in told)


def _line(held: Report, document: Document, sentence: Sentence, cue: Cue, times: Sequence[TimeMention]) -> Line:
    """The line of who let them go, on the one day that the sentence gives behind its words."""
    days = [t.when for t in times if cue.start <= t.start < sentence.end]
    report = replace(
        held,
        act=RELEASE,
        type=RETREAT,
        status=Status.OCCURRED,
        answers=False,
        when=days[0] if len(days) == 1 else None,
        confidence=SURE,
        rule=f"{RELEASE}.verb.acts:beside",
        people=(),
        place=None,
        effective=None,
        until=None,
    )
    return Line(
        sentence, ActMention(cue.start, cue.end, cue.start, RELEASE, 0, "phrase"), report.type, report.when, report
    )
