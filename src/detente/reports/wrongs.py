"""A wrong that one side tells of the other is an accusation: "Kinshasa affirme que *Kigali soutient les rebelles*"."""

from collections.abc import Sequence
from dataclasses import dataclass

from detente.codebook.languages import Language
from detente.model import Document, Mentions
from detente.reports import sides
from detente.reports.parties import Named, codes
from detente.reports.scene import Actors, Scene, leads, officials
from detente.reports.speakers import Talk

FRAME = "wrongs"  # of the codebook's words for what one does wrong
NOBODY = "nobody says so of another"


@dataclass(frozen=True, slots=True)
class Voice:
    """What somebody says, start..end, and the state or organisation for which he says it."""

    start: int
    end: int
    side: str


def voices(document: Document, mentions: Mentions, language: Language) -> tuple[Voice, ...]:
    """What is said for a known side, in the order of the text."""
    talk, found = Talk(document, mentions, language), []
    for said in mentions.utterances:
        speaker = talk.speaker(said)
        if speaker and speaker.side and said.form != "unsaid":
            found.append(Voice(said.start, said.end, speaker.side))
    return tuple(found)


def parties(scene: Scene, heard: Sequence[Voice]) -> Named | str:
    """Who says it of whom; the reason why nobody does, where the page tells it itself or one side of itself."""
    tellers = {v.side for v in heard if v.start <= scene.act.head < v.end}
    found = sides.decide(scene)
    doers = officials(m for m in found.by if scene.passive or m.start < scene.act.end) or _owner(scene)
    of = codes(doers)
    if len(tellers) != 1 or not of or tellers & set(of):
        return NOBODY
    people = tuple(dict.fromkeys(m.person for m in doers if m.person))
    return Named(tuple(tellers), of, found.witness, people)


def _owner(scene: Scene) -> Actors:
    """ "Les propos *du ministre malien* sont inacceptables": whose thing the subject is, in the clause."""
    links, start = scene.words("links"), scene.clause[0]
    before = [m for m in scene.sentence.actors if start <= m.start and m.end <= scene.act.head and not m.place]
    return officials(m for m in before if m.preposition in links or leads(m))[:1]
