"""Who did what somebody calls by a bad name: "called *the decision* unfortunate", "said *the strikes* were a crime".

A definite noun that takes up what was told ("the move", "the raid") names nobody: whoever last did such a thing on the page did it.
"""

from collections.abc import Iterable

from detente.codebook.languages import Language
from detente.model import Report, Sentence

WORDS = frozenset({"ACCUSE", "REQUEST", "THREATEN"})  # types of words: no "move", no "decision"
HARMS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})  # types of what is protested against
HARM = "harm"  # any of them
GENERIC = "any"  # of `deeds`: words for whatever was done
HEAD = 4  # words from "the" to the noun that takes up what was told: "the latest round of strikes" is more
SKIPPED = 2  # words of a content before its "the": "that", "him that"
LATELY = 1500  # characters back from "the move" to where it is told; "the raid" may be told farther away


def types(text: str, start: int, end: int, language: Language) -> frozenset[str]:
    """The types of deed that what is said begins with, by its definite noun; none where it begins otherwise."""
    words = [w.strip(",.;:”\"'’") for w in text[start:end].casefold().split()[: SKIPPED + 1 + HEAD]]
    first = next((i for i, w in enumerate(words[: SKIPPED + 1]) if w in language["pointing"] and w != "that"), None)
    if first is None:
        return frozenset()
    named = words[first + 1 : first + 1 + HEAD]
    deeds = language.maps["deeds"]
    return next(
        (found for w in named if (found := frozenset(t for t, nouns in deeds.items() if w in nouns))), frozenset()
    )


def doer(meant: frozenset[str], side: str, sentence: Sentence, told: Iterable[Report]) -> str | None:
    """Who did it, by the last telling before: one other than who judges it."""
    before = [r for r in told if r.evidence.start < sentence.start and side not in r.actors and r.type not in WORDS]
    lately = [r for r in before if sentence.start - r.evidence.start <= LATELY]
    fit = [r for r in before if r.type in meant] or [
        r for r in lately if (GENERIC in meant or (HARM in meant and r.type in HARMS)) and r.recipients
    ]
    return fit[-1].actors[0] if fit and len(fit[-1].actors) == 1 else None
