"""A measure whose two ends stand in two sentences: "Washington a étendu la caution de visa. *La décision touche* le Tchad et le Togo".

Who decides stands in one, whom it touches in the next; or a passive tells of a measure that others of the page tell by one alone:
"*Togo was added* to the list in June".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.codebook.languages import Language
from detente.model import Cue, Report, Sentence
from detente.reports.here import Here
from detente.reports.line import Half, Line
from detente.reports.memory import family
from detente.reports.parties import GUESSED, Named
from detente.reports.spelling import low
from detente.reports.telling import Teller, Told

COVERS = "covers"  # the cue of whom a measure touches
MEASURES = frozenset({"SANCTION", "CONCEDE"})  # types of what may have many ends
AHEAD = 3  # sentences behind a decision in which those stand whom it touches
BACK = 4  # sentences before whom a measure touches in which it is decided
OPENING = 5  # words at the head of a sentence among which "la décision", "the measure" stand
LISTED = frozenset(
    {"visa", "visa-bond", "entry-ban", "sanctions", "restriction"}
)  # what is laid on many, who answer seldom
STANDS = frozenset({"name", "capital", "people", "adjective"})  # how a state is named that a measure touches


def halved(told: Told, who: Named, teller: Teller) -> Half | None:
    """What is known of a measure of which one end is not."""
    type_, instrument = teller.type_of(told), teller.concerns(told)
    one_end = bool(who.by) != bool(who.toward) and not who.symmetric
    return Half(who.by, who.toward, instrument, type_) if one_end and type_ in MEASURES and instrument else None


def joined(here: Here, told: Told, who: Named, teller: Teller) -> Named | None:
    """Both ends of a measure of which the sentence names one."""
    mine = halved(told, who, teller)
    if mine is None or told.mention.governor is not None:
        return None
    if who.by:
        toward = _touched(here, mine, teller.language)
        return replace(who, toward=toward, witness="beside") if toward else None
    undergone = told.group.frame == "hosts" or told.scene.passive or _by_a_thing(here, told, teller)
    by = _decided(here, mine) if undergone and told.mention.form != "noun" else ()
    return replace(who, by=by, witness="beside") if by and not set(by) & set(who.toward) else None


def _touched(here: Here, mine: Half, language: Language) -> tuple[str, ...]:
    """Those whom one of the next sentences says that it touches."""
    sentences = here.mentions.sentences
    at = next(i for i, s in enumerate(sentences) if s.start == here.sentence.start)
    for behind in sentences[at + 1 : at + 1 + AHEAD]:
        if found := tuple(c for c in covered(behind, here.text, language) if c not in mine.by):
            return found
        ends = [x.half for x in here.halves if x.sentence.start == behind.start and x.half and x.half.toward]
        if same := [h for h in ends if _alike(h, mine)]:
            return tuple(c for c in same[0].toward if c not in mine.by)
    return ()


def _decided(here: Here, mine: Half) -> tuple[str, ...]:
    """Who decided it: in one of the sentences just before, or who alone decides such things on the page."""
    since = {s.start for s in here.earlier(BACK)}
    near = [x.half for x in here.halves if x.sentence.start in since and x.half and x.half.by and _alike(x.half, mine)]
    if near:
        return near[-1].by
    by = {r.actors for r in _sure(here) if family(r.instrument or "") == _kind(mine)}
    return by.pop() if len(by) == 1 and mine.instrument in LISTED else ()


def _sure(here: Here) -> Iterator[Report]:
    """The measures that the page has told before, both ends named."""
    before = (r for r in here.told if r.type in MEASURES and r.evidence.start < here.sentence.start)
    return (r for r in before if r.rule.rpartition(":")[2] not in GUESSED)


def _kind(half: Half) -> str:
    return family(half.instrument or "")


def _alike(one: Half, other: Half) -> bool:
    return _kind(one) == _kind(other)


def covered(sentence: Sentence, text: str, language: Language) -> tuple[str, ...]:
    """Those whom a sentence says that a measure touches, where it opens with it, or with that: "Sont visés le Tchad et…"."""
    cue = next((c for c in sentence.cues if c.kind == COVERS), None)
    if cue is None or not _of_a_measure(sentence, cue, text, language):
        return ()
    end = min([a.head for a in sentence.acts if a.head >= cue.end], default=sentence.end)
    behind = (m for m in sentence.actors if cue.end <= m.start < end and m.how in STANDS)
    return tuple(dict.fromkeys(c for m in behind for c in m.codes))


def _of_a_measure(sentence: Sentence, cue: Cue, text: str, language: Language) -> bool:
    words = _opening(sentence, cue.start, text)
    return not words or bool({*words} & {*language["retelling"], *language["measure_words"], *language["rolls"]})


def _by_a_thing(here: Here, told: Told, teller: Teller) -> bool:
    """ "*The rule applies* to nationals of Bhutan": a measure of nobody named is the subject of its own verb."""
    words, known = _opening(here.sentence, told.mention.head, here.text), told.instrument
    again = bool({*words} & {*teller.language["retelling"], *teller.language["measure_words"]})
    return again or (known is not None and known.end <= told.mention.head)


def _opening(sentence: Sentence, end: int, text: str) -> list[str]:
    said = low(text[sentence.start : end]).replace("'", "' ")
    return [w.strip(",") for w in said.split()[:OPENING]]


def told_of(lines: Sequence[Line]) -> list[Line]:
    """Those of which one end is known."""
    return [line for line in lines if line.half]
