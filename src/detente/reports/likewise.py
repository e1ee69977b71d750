"""Who did to another what that one, or a third, had just done: "Santiago did likewise", "Kinshasa en a fait autant"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.model import ActMention, ActorMention, Document, Mentions, Report, Sentence, Status, TimeMention, When
from detente.reports.line import Line
from detente.reports.scene import leads

HARMS = frozenset({"SANCTION", "COERCE"})
LIKEWISE = "likewise"  # the cue
DOUBTS = frozenset({"negation", "future", "hypothesis", "condition"})
SURE = 0.6  # rank of what is told by pointing at another act: our choice, below a side filled in


def repeated(
    lines: Sequence[Line], document: Document, mentions: Mentions, times: Sequence[TimeMention]
) -> Iterator[Line]:
    """A line for each sentence that says so of a measure it tells itself, or the sentence before it in its paragraph."""
    before: Sentence | None = None
    for sentence in mentions.sentences:
        near = [s for s in (before, sentence) if s and s.paragraph == sentence.paragraph]
        before = sentence
        if (at := _wording(sentence)) and (by := _subject(sentence, at[0])):
            harms = [
                x
                for x in lines
                if x.sentence in near and x.mention.start < at[0] and x.report and x.report.type in HARMS
            ]
            told = harms[-1].report if harms else None
            days = [t.when for t in times if by.start <= t.start < sentence.end]
            when = days[0] if len(days) == 1 else None
            if told and (report := _again(told, by, when, document, sentence)):
                mention = ActMention(*at, at[0], report.act, 0, "phrase")
                yield Line(sentence, mention, report.type, when, report)


def _wording(sentence: Sentence) -> tuple[int, int] | None:
    """Where the sentence says so, and tells, denies or plans nothing itself from there on."""
    found = next((c for c in sentence.cues if c.kind == LIKEWISE), None)
    if found is None:
        return None
    doubts = any(c.kind in DOUBTS and c.start < found.end for c in sentence.cues)
    end = min(
        [b for b in sentence.breaks if b >= found.end], default=sentence.end
    )  # "did the same *after* Moscow expelled"
    return None if doubts or any(found.start <= a.head < end for a in sentence.acts) else (found.start, found.end)


def _subject(sentence: Sentence, at: int) -> ActorMention | None:
    """Whoever leads the clause of the wording."""
    start = max([b for b in sentence.breaks if b <= at], default=sentence.start)
    free = [m for m in sentence.actors if start <= m.start and m.end <= at and not m.preposition and leads(m)]
    return free[-1] if free else None


def _again(told: Report, by: ActorMention, when: When | None, document: Document, sentence: Sentence) -> Report | None:
    """What was done, done by another: back at who did it, where it was done to him, else to the same."""
    codes = set(by.codes)
    back = bool(codes & set(told.recipients))
    if not told.recipients or (not back and codes & told.parties):
        return None
    return replace(
        told,
        actors=by.codes,
        recipients=told.actors if back else told.recipients,
        evidence=document.evidence(sentence.start, sentence.end),
        confidence=SURE,
        rule=f"{told.act}.verb.acts:beside",
        people=(),
        when=when,
        place=None,
        amount=None,
        effective=None,
        until=None,
        status=Status.OCCURRED,
        answers=back,
    )
