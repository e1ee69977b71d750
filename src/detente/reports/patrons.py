"""Under whose patronage two do something: he brings them together, and is no party to what they do."""

from collections.abc import Iterator
from dataclasses import replace

from detente.codebook.languages import Language
from detente.model import ActorMention, Sentence
from detente.reports.scene import Actors, Scene, Sides, leads, officials
from detente.reports.spelling import low_words

APART = 2  # characters from a name to its relative: ", "
REACH = 40  # characters before a name in which "sous les auspices de" stands


def without(sentence: Sentence, head: int, text: str, language: Language) -> Sentence:
    """ "*Sous les auspices de Moscou*, les deux ministres se sont engagés": the sentence without the patrons of the act at `head`,
    but for one of whom a relative tells it: "sous la pression de Washington, *qui menaçait* les deux"."""
    told = frozenset(m for m in sentence.actors for b in sentence.breaks if 0 <= b - m.end <= APART and b <= head)
    patrons = frozenset(_patrons(sentence, text, language)) - told
    return replace(sentence, actors=tuple(m for m in sentence.actors if m not in patrons)) if patrons else sentence


def told(scene: Scene) -> Sides | None:
    """ "La Syrie et Israël négocient *sous l'égide de Washington*": who mediates, and between whom; None where none is named so."""
    if scene.act.form != "phrase":
        return None
    patrons = [m for m in _patrons(scene.sentence, scene.text, scene.language) if 0 <= m.start - scene.act.end <= REACH]
    own = {c for m in patrons for c in m.codes}
    free = [m for m in scene.sentence.actors if leads(m) and not m.place and not set(m.codes) & own]
    return Sides(tuple(patrons), officials(_distinct(free)), "order") if patrons else None


def _distinct(mentions: list[ActorMention]) -> Actors:
    """Each state once, as first named; no more than two."""
    first: dict[tuple[str, ...], ActorMention] = {}
    for mention in mentions:
        first.setdefault(mention.codes, mention)
    return tuple(first.values())[:2]


def _patrons(sentence: Sentence, text: str, language: Language) -> Iterator[ActorMention]:
    last: ActorMention | None = None
    for mention in sentence.actors:
        if mention.preposition not in language["links"]:
            continue
        between = text[last.end : mention.start].casefold().split() if last else []
        joined = bool(between) and between[0] in language["and"] and {*between[1:]} <= {*language["links"]}
        if joined or _led(text[max(sentence.start, mention.start - REACH) : mention.start], language):
            last = mention
            yield mention


def _led(before: str, language: Language) -> bool:
    """Whether words of patronage, with what links a name to them, end there."""
    words = low_words(before)
    small = {*language["links"], *language["articles"]}
    while words and words[-1] in small:
        words.pop()
    said = " ".join(words).replace("' ", "'")
    return any(said.endswith(phrase) for phrase in language["patronage"])
