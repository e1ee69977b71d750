"""Which measure a sentence that speaks of an answer speaks of: its own, or the one told just before.

"Oslo a gelé ses visas. *La décision répond, par réciprocité, au gel décrété par Libreville*": Oslo's answers, not what it answers.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from detente.codebook.languages import Language
from detente.model import Mentions, Report, Sentence
from detente.reports.retelling import Line
from detente.reports.spelling import low, low_words

Harm = tuple[int, Sentence, Report]  # with the place of its line
HARMS = frozenset({"SANCTION", "COERCE", "REJECT"})  # types of what answers, and of what is answered
BACK = 2  # sentences before one that speaks of an answer in which the measure is told
AHEAD = 2  # sentences of its paragraph behind one that tells nothing but that there is an answer, in which it is told
PROMPTLY = frozenset({"promptly", "likewise"})  # cues of what came soon behind another's harm, or is like it
GERUND = "gerund"
BESIDE = 16  # characters from "in response to" to what it leads to: " l'ensemble des "
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
            when = None if not meant[at] and _on_the_day_of_its_answer(line, lines) else report.when
            yield replace(line, when=when, report=replace(report, answers=meant[at], when=when))


def _meant(lines: Sequence[Line], mentions: Mentions, text: str, language: Language) -> dict[int, bool]:
    """Line -> whether it answers, where that is otherwise than its own sentence says."""
    found: dict[int, bool] = {}
    known = [(i, x.sentence, x.report) for i, x in enumerate(lines) if x.report and _of_a_measure(x.report)]
    harms = [told for told in known if told[2].type in HARMS]
    beside = {where.start: [(i, r) for i, _, r in several] for where, several in _by_sentence(harms)}
    for at, sentence in enumerate(mentions.sentences):
        here = beside.get(sentence.start, [])
        came = dict.fromkeys(_came_after(here, lines, text, language), True) if not answers(sentence) else {}
        found |= came
        came |= dict.fromkeys(_made_to(here, lines, text, language), True)
        found |= came
        if answers(sentence) and len(here) > 1:
            led = {i for i, _ in here if _is_answered(i, here, lines, text, language)}
            led |= {i for i, _ in here if not led and _is_replied_to(i, here, lines)}
            found |= dict.fromkeys(led, False)
        if came or not (here or answers(sentence) or _promptly(sentence)):
            continue  # "days *after* the other had": not days later
        before = mentions.sentences[max(at - BACK, 0) : at]
        told = [(i, r) for i, where, r in harms if where in before]
        late = told and here and not answers(sentence)
        if late and _came_of_it(lines[here[0][0]], told[-1][1], text, language):
            found |= {i: True for i, r in told if _same_sides(r, told[-1][1])} | {i: False for i, _ in here}
        elif _promptly(sentence) and not answers(sentence):
            first = [(i, r) for i, where, r in known if where in before or where == sentence]
            found |= {i: True for i, r in here if any(_faces(r, other) for j, other in first if j < i)}
        elif not answers(sentence):
            continue
        elif not here and _announces(sentence, [r for _, r in told]):
            behind = _behind(mentions.sentences, at)
            found |= {i: True for i, where, r in harms if where in behind and _of_them(sentence, r)}
        elif told and _of_it(sentence, meant := _answering(sentence, told), [r for _, r in here], text, language):
            found |= {i: True for i, r in told if _same_sides(r, meant)}
            found |= {i: False for i, _ in here}
    return found


def _by_sentence(told: Sequence[Harm]) -> Iterator[tuple[Sentence, list[Harm]]]:
    return ((where, list(several)) for where, several in groupby(told, key=lambda h: h[1]))


def _of_a_measure(report: Report) -> bool:
    """Whether it is harm, or gives back what had been withheld."""
    return report.type in HARMS or (report.type == "CONCEDE" and report.instrument is not None)


def _answering(sentence: Sentence, told: Sequence[tuple[int, Report]]) -> Report:
    """The last harm told, but not of whom the sentence names behind its words: "the order *mirrors the British one*"."""
    cue = min((c.end for c in sentence.cues if c.kind in ("answers", "upon")), default=sentence.end)
    named = {c for m in sentence.actors if m.start >= cue for c in m.codes}
    others = [r for _, r in told if not named & set(r.actors)]
    return (others or [r for _, r in told])[-1]


def _is_answered(
    at: int, here: Sequence[tuple[int, Report]], lines: Sequence[Line], text: str, language: Language
) -> bool:
    """ "Barred six lawmakers *in response to American sanctions*", "…, *after* the others had barred them": what the words of
    an answer lead to."""
    line, report = lines[at], lines[at].report
    others = [lines[i].mention for i, other in here if report and i != at and _back_at(report, other)]
    if not others:
        return False
    starts = {a.start for a in others}
    cues = [c.end for c in line.sentence.cues if c.kind in ("answers", "upon")]
    if any(_leads(c, line, starts, text, language) for c in cues):
        return True
    said = [text[a.end : line.mention.start].casefold() for a in others if a.end <= line.mention.start]
    if not said and "," not in text[line.sentence.start : line.mention.start]:
        said = [
            f" {low(text[line.sentence.start : line.mention.start])}"
        ]  # "*After* Oman's expulsion of two envoys, …"
    return any(f" {word} " in before for word in language["in_the_wake"] for before in said)


def _on_the_day_of_its_answer(line: Line, lines: Sequence[Line]) -> bool:
    """ "Expelled two envoys *on Monday* in retaliation for the expulsion of its own": the day is that of the answer."""
    told = line.report
    before = (o for o in lines if o.sentence is line.sentence and o.mention.end <= line.mention.start)
    return told is not None and any(o.report and o.when == line.when and _back_at(told, o.report) for o in before)


def _leads(cue: int, line: Line, others: Collection[int], text: str, language: Language) -> bool:
    """Whether words of an answer that end at `cue` lead to an act: right before it, or by "to" or "for", with neither a comma
    nor one of the `others` between."""
    start = line.mention.start
    between = text[cue:start]
    led = low_words(between)[:1] and low_words(between)[0] in language.words("toward")
    whole = "," not in between and not any(cue <= other < start for other in others)
    near = len(between) <= BESIDE and line.mention.tense != GERUND  # "retaliated by *expelling*": it is the answer
    return cue <= start and (near or bool(led and whole))


def _is_replied_to(at: int, here: Sequence[tuple[int, Report]], lines: Sequence[Line]) -> bool:
    """ "*Chad closed its border*, and Niger hit back by recalling its envoy": told before the words that speak of an answer,
    with the other side's behind them."""
    one, report = lines[at].mention, lines[at].report
    behind = [lines[i].mention.start for i, other in here if report and i != at and _back_at(report, other)]
    cues = [c for c in lines[at].sentence.cues if c.kind in ("answers", "upon")]
    return any(one.end <= c.start and c.end <= start for c in cues for start in behind)


def _made_to(here: Sequence[tuple[int, Report]], lines: Sequence[Line], text: str, language: Language) -> Iterator[int]:
    """ "Chile recalled its envoy, *prompting* Peru to expel a consul": what a sentence tells second, of two harms."""
    for (i, first), (j, one) in pairwise(here):
        between = low_words(text[lines[i].mention.end : lines[j].mention.start])
        if any(w.startswith(tuple(language["makes_do"])) for w in between) and _faces(one, first):
            yield j


def _came_after(
    here: Sequence[tuple[int, Report]], lines: Sequence[Line], text: str, language: Language
) -> Iterator[int]:
    """ "Brazil expelled an envoy, a day *after* Nicaragua had expelled its own": what a sentence tells first, of two harms."""
    for (i, one), (j, first) in pairwise(here):
        between = text[lines[i].mention.end : lines[j].mention.start].casefold()
        after = any(f" {word} " in between for word in language["in_the_wake"])
        if after and lines[i].mention.end <= lines[j].mention.start and _faces(one, first):
            yield i


def _came_of_it(line: Line, told: Report, text: str, language: Language) -> bool:
    """ "Laos shut its skies. *The move follows* Thailand's suspension of visas": what was told just before answers what
    the other side had done, which the sentence tells."""
    report, sentence, start = line.report, line.sentence, line.mention.start
    if report is None or not told.recipients or not _faces(told, report):
        return False
    said = text[sentence.start : start].casefold()
    wake = min((at for w in language["in_the_wake"] if (at := said.find(f" {w} ")) > 0), default=None)
    if wake is None:
        return False
    named = {c for m in sentence.actors if m.end <= sentence.start + wake and not m.preposition for c in m.codes}
    pointing = {*language["retelling"], *language["measure_words"], *language["demonstratives"], *language["pronouns"]}
    opening = {w.strip(",") for w in low_words(said[:wake])[:OPENING]}
    return named <= set(told.actors) and bool(named or opening & pointing)


def _promptly(sentence: Sentence) -> bool:
    """Whether the sentence tells what came soon, or as well: "le jour même", "not to be outdone"."""
    return any(c.kind in PROMPTLY for c in sentence.cues)


def _faces(one: Report, first: Report) -> bool:
    """Whether one is done by whom the first was done to, back at who did it."""
    earlier = (
        one.when and first.when and one.when.latest and first.when.earliest and one.when.latest < first.when.earliest
    )
    return _back_at(one, first) and not earlier


def _back_at(one: Report, other: Report) -> bool:
    return set(one.actors) == set(other.recipients) and set(one.recipients) == set(other.actors)


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
    cue = min((c.start for c in sentence.cues if c.kind in ("answers", "upon")), default=sentence.start)
    words = low_words(text[sentence.start : cue])[:OPENING]
    if {w.strip(",") for w in words} & {*language["retelling"], *language["measure_words"]}:
        return True
    lead = next((m for m in sentence.actors if m.end <= cue and not m.preposition), None)
    return lead is not None and set(lead.codes) <= set(told.actors)
