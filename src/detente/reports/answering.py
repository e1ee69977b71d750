"""Which measure a sentence that speaks of an answer speaks of: its own, or the one told just before.

"Oslo a gelé ses visas. *La décision répond, par réciprocité, au gel décrété par Libreville*": Oslo's answers, not what it answers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.codebook.languages import Language
from detente.model import Mentions, Report, Sentence
from detente.reports.retelling import Line

HARMS = frozenset({"SANCTION", "COERCE", "REJECT"})  # types of what answers, and of what is answered
BACK = 2  # sentences before one that speaks of an answer in which the measure is told
AHEAD = 2  # sentences of its paragraph behind one that tells nothing but that there is an answer, in which it is told
PROMPTLY = "promptly"  # the cue of what came soon behind another's harm
OPENING = 3  # words at the head of a sentence among which "the decision", "cette mesure" stand


def answers(sentence: Sentence) -> bool:
    """Whether the sentence says that it answers something: "en riposte", "in kind", "en conséquence"."""
    return any(c.kind in ("answers", "upon") for c in sentence.cues)


def pointed(lines: Sequence[Line], mentions: Mentions, text: str, language: Language) -> Iterator[Line]:
    """The same lines; an answer is marked on the measure it is said of."""
    meant = _meant(lines, mentions, text, language)
    for at, line in enumerate(lines):
        report = line.report
        if report is None or at not in meant:
            yield line
        else:
            yield replace(line, report=replace(report, answers=meant[at]))


def _meant(lines: Sequence[Line], mentions: Mentions, text: str, language: Language) -> dict[int, bool]:
    """Line -> whether it answers, where that is otherwise than its own sentence says."""
    found: dict[int, bool] = {}
    harms = [(i, x.sentence, x.report) for i, x in enumerate(lines) if x.report and x.report.type in HARMS]
    for at, sentence in enumerate(mentions.sentences):
        if not (answers(sentence) or _promptly(sentence)):
            continue
        before = mentions.sentences[max(at - BACK, 0) : at]
        told = [(i, r) for i, where, r in harms if where in before]
        here = [(i, r) for i, where, r in harms if where == sentence]
        if not answers(sentence):
            found |= {i: True for i, r in here if any(_faces(r, first) for j, first in [*told, *here] if j < i)}
        elif not here and _announces(sentence, [r for _, r in told]):
            behind = _behind(mentions.sentences, at)
            found |= {i: True for i, where, r in harms if where in behind and _of_them(sentence, r)}
        elif told and _of_it(sentence, told[-1][1], [r for _, r in here], text, language):
            found |= {i: True for i, r in told if _same_sides(r, told[-1][1])}
            found |= {i: False for i, _ in here}
    return found


def _promptly(sentence: Sentence) -> bool:
    """Whether the sentence tells what came soon, or as well: "le jour même", "not to be outdone"."""
    return any(c.kind == PROMPTLY for c in sentence.cues)


def _faces(one: Report, first: Report) -> bool:
    """Whether one is done by whom the first was done to, back at who did it."""
    back = set(one.actors) == set(first.recipients) and set(one.recipients) == set(first.actors)
    earlier = (
        one.when and first.when and one.when.latest and first.when.earliest and one.when.latest < first.when.earliest
    )
    return back and not earlier


def _announces(sentence: Sentence, told: Sequence[Report]) -> bool:
    """ "The retort *came* within hours.": no more than that there is an answer; who has just done harm has not answered it."""
    lead = next((m for m in sentence.actors if not m.preposition), None)
    return not any(c.kind == "negation" for c in sentence.cues) and not (
        lead and any(set(lead.codes) <= set(r.actors) for r in told)
    )


def _behind(sentences: Sequence[Sentence], at: int) -> Sequence[Sentence]:
    return [s for s in sentences[at + 1 : at + 1 + AHEAD] if s.paragraph == sentences[at].paragraph]


def _of_them(sentence: Sentence, report: Report) -> bool:
    """Whether a harm is of whoever the sentence names, if it names somebody."""
    named = {c for m in sentence.actors for c in m.codes}
    return not named or bool(named & set(report.actors))


def _same_sides(one: Report, other: Report) -> bool:
    return (one.actors, one.recipients) == (other.actors, other.recipients)


def _of_it(sentence: Sentence, told: Report, here: Sequence[Report], text: str, language: Language) -> bool:
    """Whether the sentence speaks of what was told: it calls it so, or whoever did that leads it; and tells nothing of
    his own, but what the other side had done to him."""
    if not told.recipients or any(r.recipients != told.actors or r.actors != told.recipients for r in here):
        return False
    words = text[sentence.start : sentence.end].casefold().replace("’", "'").replace("'", "' ").split()[:OPENING]
    if {w.strip(",") for w in words} & {*language["retelling"], *language["measure_words"]}:
        return True
    cue = min((c.start for c in sentence.cues if c.kind in ("answers", "upon")), default=sentence.start)
    lead = next((m for m in sentence.actors if m.end <= cue and not m.preposition), None)
    return lead is not None and set(lead.codes) <= set(told.actors)
