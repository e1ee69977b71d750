"""Who did, or suffered, what had just been done: "Santiago did likewise", "des agents néerlandais ont subi le même sort"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.codebook.languages import Language
from detente.model import ActMention, ActorMention, Cue, Document, Mentions, Report, Sentence, Status, TimeMention
from detente.reports import lists
from detente.reports.line import Line
from detente.reports.parties import codes
from detente.reports.scene import leads

HARMS = frozenset({"SANCTION", "COERCE"})
LIKEWISE = "likewise"  # the cue of who does the same
FATE = "same-fate"  # of who undergoes it
IN_KIND = "in-kind"  # of who answers with as many of the same
COUNT = 3  # words of a count behind it, and what is counted: "twenty Czechs", "25 percent of"
FAR = 3  # sentences before it of which the last may tell what is suffered too
DOUBTS = frozenset({"negation", "future", "hypothesis", "condition"})
SURE = 0.6  # rank of what is told by pointing at another act: our choice, below a side filled in


def repeated(
    lines: Sequence[Line], document: Document, mentions: Mentions, times: Sequence[TimeMention], language: Language
) -> Iterator[Line]:
    """A line for each sentence that says so of a measure it tells itself, or that the one before it tells."""
    for sentence in mentions.sentences:
        cue = _wording(sentence, document.text, language)
        far = [s for s in mentions.sentences if s.start < sentence.start][-FAR:] if cue else []
        near = _near(far, sentence, cue)
        doing = cue is not None and not _by_doing(lines, sentence, cue)
        whom = _subject(sentence, cue, document.text, language) if cue and doing else ()
        found = _told(lines, near, [*far, sentence], cue, codes(whom)) if cue and whom else None
        if cue and found and whom and (report := _of(found, sentence, cue, whom)):
            yield _line(report, document, sentence, cue, times)


def _wording(sentence: Sentence, text: str, language: Language) -> Cue | None:
    """Where the sentence says so, and tells, denies or plans nothing itself from there on."""
    told = (c for c in sentence.cues if c.kind in (LIKEWISE, FATE) or _counted(sentence, c, text, language))
    found = next(told, None)
    if found is None:
        return None
    doubts = any(c.kind in DOUBTS and c.start < found.end for c in sentence.cues)
    end = min([b for b in sentence.breaks if b >= found.end], default=sentence.end)
    start = found.end if found.kind == IN_KIND else found.start  # "*answered with* three" is its own verb
    verbs = (a for a in sentence.acts if a.form != "noun" and a.tense != "gerund" and start <= a.head < end)
    return None if doubts or not all(_besides(a, found, text, language) for a in verbs) else found


def _besides(act: ActMention, cue: Cue, text: str, language: Language) -> bool:
    """ "A fait de même *et rappelé* son ambassadeur": one more act of who did the same."""
    between = text[cue.end : act.head].casefold().split() if act.head >= cue.end else []
    return bool(between) and between[-1] in language["and"]


def _counted(sentence: Sentence, cue: Cue, text: str, language: Language) -> bool:
    """ "Moscow answered with *twenty Czechs*", "with *25 percent of* its own", "followed with *two*": nothing but a count, of
    the other side's people or of nothing named."""
    if cue.kind != IN_KIND:
        return False
    words = text[cue.end : sentence.end].casefold().split()[:COUNT]
    if not words or not (words[0][0].isdigit() or words[0].strip(".,;") in language.words("counts")):
        return False
    people = any(m.how == "people" and 0 < m.start - cue.end <= len(words[0]) + 2 for m in sentence.actors)
    return people or words[0][-1] in ".,;" or len(words) < 2 or words[1].strip(".,;") in language.words("counted_of")


def _by_doing(lines: Sequence[Line], sentence: Sentence, cue: Cue) -> bool:
    """ "Peru did the same *by recalling its envoy*": the gerund tells what was done."""
    behind = (x for x in lines if x.sentence.start == sentence.start and x.mention.head >= cue.start)
    return any(x.mention.tense == "gerund" and x.type in HARMS for x in behind)


def _suffered(cue: Cue | None) -> bool:
    return cue is not None and cue.kind == FATE


def _near(far: Sequence[Sentence], sentence: Sentence, cue: Cue | None) -> Sequence[Sentence]:
    """The sentence with the one before it in its paragraph; of those who answer in number or suffer the same, a few before."""
    near = [s for s in far[-1:] if s.paragraph == sentence.paragraph] if cue and cue.kind == LIKEWISE else far
    return [*near, sentence]


def _told(
    lines: Sequence[Line], near: Sequence[Sentence], far: Sequence[Sentence], cue: Cue, by: tuple[str, ...]
) -> Report | None:
    """The harm that these sentences tell last before the words; of several, or a little before, that done to who answers it."""
    behind = [x for x in lines if x.sentence in far and x.mention.start < cue.start]
    harms = [(x.sentence, x.report) for x in reversed(behind) if x.report and x.report.type in HARMS]
    to_him = [r for _, r in harms if set(by) & set(r.recipients)] if cue.kind != FATE else []
    return next(iter(to_him or [r for where, r in harms if where in near]), None)


def _subject(sentence: Sentence, cue: Cue, text: str, language: Language) -> tuple[ActorMention, ...]:
    """Whoever leads the clause of the wording, alone or in a list."""
    start = max([b for b in sentence.breaks if b <= cue.start], default=sentence.start)
    before = [m for m in sentence.actors if m.end <= cue.start]
    free = [m for m in before if not m.preposition and leads(m)]
    own = [m for m in free if m.start >= start][-1:] or free[
        :1
    ]  # "Dix Belges, *dont un consul*, subissent le même sort"
    return lists.around(own[0], before, text, language) if own else ()


def _of(told: Report, sentence: Sentence, cue: Cue, whom: Sequence[ActorMention]) -> Report | None:
    """What was done, by whoever leads; or to him, where he suffers it."""
    if not _suffered(cue):
        return _again(told, codes(whom))
    own = set(codes(whom)) <= set(told.actors)  # "l'ambassadeur *à Rome* avait connu le même sort"
    posts = [m for m in sentence.actors if m.place and m.end <= cue.start] if own else whom
    toward = tuple(c for c in codes(posts) if c not in told.actors)
    return replace(told, recipients=toward) if toward and set(toward) != set(told.recipients) else None


def _again(told: Report, by: tuple[str, ...]) -> Report | None:
    """What was done, done by another: back at who did it, where it was done to him, else to the same."""
    back = bool(set(by) & set(told.recipients))
    if not told.recipients or (not back and set(by) & told.parties):
        return None
    return replace(told, actors=by, recipients=told.actors if back else told.recipients, answers=back)


def _line(told: Report, document: Document, sentence: Sentence, cue: Cue, times: Sequence[TimeMention]) -> Line:
    """The line of what was done again, on the one day that the sentence gives."""
    days = [t.when for t in times if sentence.start <= t.start < sentence.end]
    report = replace(
        told,
        evidence=document.evidence(sentence.start, sentence.end),
        confidence=SURE,
        rule=f"{told.act}.verb.acts:beside",
        people=(),
        when=days[0] if len(days) == 1 else None,
        place=None,
        amount=None,
        effective=None,
        until=None,
        status=Status.OCCURRED,
    )
    mention = ActMention(cue.start, cue.end, cue.start, report.act, 0, "phrase")
    return Line(sentence, mention, report.type, report.when, report)
