"""Which measure a sentence that speaks of an answer speaks of: its own, or the one told just before.

"Oslo a gelé ses visas. *La décision répond, par réciprocité, au gel décrété par Libreville*": Oslo's answers, not what it answers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.codebook.languages import Language
from detente.model import Mentions, Report, Sentence
from detente.reports import status
from detente.reports.retelling import Line

HARMS = frozenset({"SANCTION", "COERCE", "REJECT"})  # types of what answers, and of what is answered
OPENING = 3  # words at the head of a sentence among which "the decision", "cette mesure" stand


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
    for before, sentence in zip(mentions.sentences, mentions.sentences[1:], strict=False):
        if not status.answers(sentence):
            continue
        told = [i for i, x in enumerate(lines) if x.report and x.sentence == before and x.report.type in HARMS]
        here = [i for i, x in enumerate(lines) if x.report and x.sentence == sentence and x.report.type in HARMS]
        for i in told[-1:]:
            measure = lines[i].report
            if measure and _of_it(sentence, measure, [r for j in here if (r := lines[j].report)], text, language):
                found |= dict.fromkeys((j for j in told if _same_sides(lines[j].report, measure)), True)
                found |= dict.fromkeys(here, False)
    return found


def _same_sides(one: Report | None, other: Report) -> bool:
    return one is not None and (one.actors, one.recipients) == (other.actors, other.recipients)


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
