"""The acts of a page's sentences: what its words do, what governs what, what is only the object of another."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from detente.codebook import Codebook
from detente.codebook.entries import Act
from detente.codebook.languages import Language
from detente.mentions.acts import ActFinder
from detente.mentions.control import Control
from detente.mentions.measures import MEASURE
from detente.mentions.tokens import Token
from detente.model import TOWN, ActMention, ActorMention, Sentence

AUXILIARIES = 4  # words between a town and what is done to it: "Odesa has again been *hit*"
STOPS = frozenset({"suspend", "end", "reduce"})  # effects of which the act that is their object is none of its own
HOLDS = frozenset(
    {"AGREE", "REQUEST", "REJECT", "THREATEN"}
)  # types whose object is not told as done: "a exclu tout dialogue", "demanded talks"


class Doings:
    """Compiled once for a codebook and a language; `of` is pure."""

    def __init__(self, book: Codebook, language: Language, acts: ActFinder) -> None:
        self.book, self.language, self.acts = book, language, acts
        self.groups = {a.id: a.groups.get(language.code, ()) for a in book.acts.values()}
        self.control = Control(language)
        self.before_town = language.words("towns", "areas", "compass", "articles", "definite", "links")

    def of(
        self,
        found: Sequence[Sentence],
        every: Sequence[Sequence[Token]],
        known: Mapping[int, list[ActMention]],
        chosen: Container[int],
    ) -> list[Sentence]:
        """The sentences, some of them (by number) with their acts. known: what was found before."""
        return [
            _without_verbs(replace(s, acts=tuple(self._in(s, every[i], known.get(i))))) if i in chosen else s
            for i, s in enumerate(found)
        ]

    def _in(self, sentence: Sentence, words: Sequence[Token], known: Sequence[ActMention] | None) -> list[ActMention]:
        """known: the acts in these words, where they were looked for before."""
        inside = [(m.start, m.end) for m in sentence.actors]
        acts = [
            a
            for a in (self.acts.find_acts(words) if known is None else known)
            if not any(start <= a.head < end and a.form == "noun" for start, end in inside)
        ]
        if any(m.how == TOWN for m in sentence.actors):
            acts = self._with_towns(acts, sentence, words)
        marked = self.control.governed(acts, [self.groups[a.act][a.group].governs for a in acts], words)
        return self.control.held(marked, [a.form == "verb" and self._holds(self.book.acts[a.act]) for a in acts], words)

    @cached_property
    def on_towns(self) -> ActFinder:
        return ActFinder(self.book.acts, self.language, towns=True)

    def _with_towns(self, acts: Sequence[ActMention], sentence: Sentence, words: Sequence[Token]) -> list[ActMention]:
        """ "Drones *hit* Odesa", "les soldats ont *pris* Goma": what is told of a town alone, instead of another act of that verb."""
        towns = [m for m in sentence.actors if m.how == TOWN]
        found = [a for a in self.on_towns.find_acts(words) if any(self._beside(a, m, words) for m in towns)]
        found = [a for a in found if not any(b.start <= a.head < b.end and a.end < b.end for b in acts)]
        rest = [b for b in acts if not any(a.start < b.end and b.start < a.end for a in found)]
        return sorted((*rest, *found), key=lambda a: a.head)

    def _beside(self, act: ActMention, town: ActorMention, words: Sequence[Token]) -> bool:
        """Whether a town is the object of a verb, or the subject of its passive: nothing but "the port city of" between."""
        if town.start >= act.end:
            between = [w.key for w in words if act.end <= w.start and w.end <= town.start]
            return act.voice != "passive" and all(k in self.before_town for k in between)
        between = [w.key for w in words if town.end <= w.start and w.end <= act.head]
        led = not town.preposition and len(between) <= AUXILIARIES
        return led and act.voice == "passive" and not any(k in self.control.walls or k == "," for k in between)

    def _holds(self, act: Act) -> bool:
        return act.type in HOLDS or act.effect in STOPS


def _without_verbs(sentence: Sentence) -> Sentence:
    """ "Ghana *bans* Togolese rice": what a verb's own word may name as a noun is no measure there."""
    heads = {a.head for a in sentence.acts if a.form == "verb"}
    if heads.isdisjoint(i.start for i in sentence.instruments):
        return sentence
    kept = (i for i in sentence.instruments if i.instrument != MEASURE or i.start not in heads)
    return replace(sentence, instruments=tuple(kept))
