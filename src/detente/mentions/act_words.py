"""By which words acts are looked for: the codebook's verbs, nouns and phrases, in the active and read backwards in the passive."""

from collections.abc import Mapping

from detente.codebook.entries import Act, Group
from detente.codebook.languages import Language
from detente.mentions.inflected import VerbLexicon
from detente.mentions.lexicon import GAP, Lexicon
from detente.mentions.passives import PassiveFinder, Wording


class ActWords:
    """Compiled once for a codebook and a language. towns: only what is told of a town, and nothing else.

    found: what tells an act, actively; passives: the same read backwards; refused: what an act's own words are not; idioms:
    what tells none.
    """

    def __init__(self, acts: Mapping[str, Act], language: Language, towns: bool) -> None:
        self.language, self.towns = language, towns
        contractions = {k: frozenset({k, *v}) for k, v in language.maps["contractions"].items()}
        adverbs = tuple(language.maps["endings"]["adverb"])
        walls = {*language["and"], *language["clause_breaks"]}
        dating = language.maps["dating"]
        self.found: VerbLexicon[Wording] = VerbLexicon(
            language, contractions, walls, language["inserted"], adverbs, (dating["opens"], dating["words"])
        )
        self.denials = frozenset(language.maps["negation"]["alone"])
        self.passives = PassiveFinder(language)
        self.refused: VerbLexicon[str] = VerbLexicon(language, contractions)
        for act in acts.values():
            self._add(act)
        self.idioms: Lexicon[str] = Lexicon(contractions)
        self.idioms.add_wordings(language["idioms"], "idiom")

    def _add(self, act: Act) -> None:
        for index, group in enumerate(act.groups.get(self.language.code, ())):
            if (group.needs == "town") == self.towns:
                self._add_group(group, act.id, index)
        if words := act.refuse.get(self.language.code):
            self._refuse(words, act.id)

    def _add_group(self, group: Group, act: str, index: int) -> None:
        for verb in group.verbs:
            self._add_verb(verb, act, index, group.frame != "hosts")
        for noun in group.nouns:
            self.found.add(
                self.found.noun(self.language.inflected(noun)), Wording(act, index, "noun", "", said=said(noun))
            )
        for phrase in group.phrases:
            denies = not self.denials.isdisjoint(phrase.split())
            wording = Wording(act, index, "phrase", "", denies=denies, said=said(phrase))
            self.found.add(self.found.elements(phrase), wording)

    def _add_verb(self, verb: str, act: str, group: int, turns: bool) -> None:
        """turns: whether it is looked for in the passive too; whom one grants an audience is no subject of it."""
        reflexive, first, rest = self.language.parts(verb)
        tail = self.found.elements(rest)
        parted, own = tail[:1] == (GAP,), 1 + said(rest)
        self.found.add_verb(first, tail, lambda tense: Wording(act, group, "verb", tense, reflexive, parted, said=own))
        if turns and not reflexive:
            self.passives.add(first, tail, Wording(act, group, "verb", "past", turned=True, said=1))

    def _refuse(self, words: Group, act: str) -> None:
        for verb in words.verbs:
            _, first, rest = self.language.parts(verb)
            self.refused.add_verb(first, self.refused.elements(rest), lambda tense: act)
        for noun in words.nouns:
            self.refused.add(self.refused.noun(self.language.inflected(noun)), act)
        self.refused.add_wordings(words.phrases, act)


def said(wording: str) -> int:
    """The words of a wording, its gaps apart."""
    return sum(word != GAP for word in wording.split())
