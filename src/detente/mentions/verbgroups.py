"""A verb of saying in its sentence: whether it is one there, and what belongs to it (auxiliaries, negation, a pronoun)."""

from dataclasses import dataclass, replace

from detente.codebook.languages import Language
from detente.mentions.lexicon import Lexicon, Match, longest
from detente.mentions.scene import Scene
from detente.mentions.speech import Saying

GROUP = 7  # words of a verb with its auxiliaries, negation and adverbs
INSERTED = 10  # words between "Ont, pour leur part," and the participle
ADVERB = 5  # letters, fewer than an adverb has
LEADING = 12  # words back to the verb that leads to one of saying: "a tenu, lui, *à rappeler*", "took the opportunity *to say*"


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its auxiliaries: first..last (inside); pronoun: turned round behind it ("a-t-il ajouté"); passive.

    reduced: a participle alone, of who stands behind "by" ("claims made by X", "priée par X").
    """

    first: int
    last: int
    pronoun: int = -1
    passive: bool = False
    finite: bool = True
    gerund: bool = False
    reduced: bool = False


@dataclass(frozen=True, slots=True)
class Lead:
    """What belongs to a verb before it, from word `first` on: a pronoun ("a-t-*il* ajouté") or -1, auxiliaries."""

    first: int
    pronoun: int = -1
    be: bool = False
    have: bool = False


class VerbGroups:
    """Compiled once for a language."""

    def __init__(self, language: Language) -> None:
        speech = language.maps["speech"]
        self.beside = frozenset(w.casefold() for w in speech["beside"])
        self.pronouns = frozenset(language["pronouns"]) | frozenset(speech["impersonal"])
        self.be, self.have = language.auxiliary("be"), language.auxiliary("have")
        self.relative = frozenset(language["relative"])
        self.articles = frozenset(language["articles"])
        self.genitive = frozenset(language["premodified"]) | frozenset(language["possessives"])
        self.links = frozenset(language["links"])
        self.again = {words.split()[-1] for words in (*speech["former"], *speech["latter"])}  # "the former said"
        self.objects = frozenset(language["object_pronouns"])
        self.adverbs = language.maps["endings"]["adverb"]
        self.by, self.means = frozenset(language["passive_by"]), frozenset(speech["means"])
        self.expressed = {form for verb in speech["expressing"] for form, _ in language.forms(verb)}
        self.interposed: Lexicon[str] = Lexicon()
        self.interposed.add_wordings(speech["interposed"], "interposed")
        leading = [w for verb in speech["leading_to"] for w in _inflected(verb, language)]
        self.leading_to: Lexicon[str] = Lexicon(
            {k: frozenset({k, *v}) for k, v in language.maps["contractions"].items()}
        )
        self.leading_to.add_wordings(leading, "leading to")
        self.before_infinitive = frozenset(key for w in leading for key in self.leading_to.elements(w)[-1])
        self.him = frozenset(speech["him"])
        self.hyphened = frozenset({"-", *language.maps["endings"]["linking"]})  # "a-t-il"
        self.compound = language.narrates_in_the_perfect  # a participle alone is no verb

    def is_noun(self, scene: Scene, match: Match[Saying]) -> bool:
        """ "La *note* a été remise", "the Lebanese *recall*": an article, a possessive or an adjective of state before it."""
        before = scene.key(match.first - 1)
        start = scene.words[match.first].start
        if any(m.start <= start < m.end for m in scene.sentence.actors):
            return True  # "the United States"
        if not self.compound and before in self.expressed and match.payload.tense in ("present", "infinitive"):
            return True  # "voiced *regret*"
        object_ = (
            self.compound and before in self.objects and self._led(scene, match.first - 2)
        )  # "elle *leur* demande"
        if (before in self.genitive and not object_) or (
            not self.compound and self._is_adjective(scene, match.first - 1)
        ):
            return True
        if self.compound and before in self.links and match.payload.tense != "infinitive":
            return True  # "niveau d'*alerte*"
        noun = before in self.articles - self.again and match.payload.tense in (
            "present",
            "past",
            "infinitive",
            "gerund",
        )
        return noun and not object_

    def _is_adjective(self, scene: Scene, i: int) -> bool:
        end = scene.words[i].end if i >= 0 else -1
        return any(m.end == end and m.how == "adjective" for m in scene.sentence.actors)

    def _led(self, scene: Scene, i: int) -> bool:
        """Whether a subject stands right before an object pronoun: "il les accuse", "Minsk l'accuse"."""
        key = scene.key(i)
        if i < 0 or key in self.pronouns or key in self.relative:
            return i >= 0
        return any(m.end == scene.words[i].end for m in scene.speakers)

    # -- the verb and what belongs to it
    def group(self, scene: Scene, match: Match[Saying]) -> Group:
        """The whole group, and in which voice it is."""
        said, lead = match.payload, self._lead(scene, self.head(scene, match.first))
        last = self._himself(scene, match.first if said.gapped else match.last)
        behind = self._turned(scene, last)
        pronoun = lead.pronoun if behind < 0 else behind
        passive = lead.be and not said.reflexive and said.tense == "past"
        passive = passive and (not self.compound or not lead.have or self._been(scene, lead.first, match.first))
        alone = said.tense == "past" and not said.either and not lead.be and not lead.have
        reduced = alone and self._by(scene, last + 1)
        finite = not (self.compound and alone)
        return Group(
            lead.first, max(last, pronoun), pronoun, passive or reduced, finite, said.tense == "gerund", reduced
        )

    def _lead(self, scene: Scene, verb: int) -> Lead:
        """Back over auxiliaries, negation and adverbs, and over what is set between them."""
        lead, between = Lead(verb), self._between(scene, verb)
        for i in range(verb - 1, max(verb - 1 - GROUP, -1), -1):
            key = scene.key(i)
            if i in between:
                continue
            if key == "," and (j := self._inserted(scene, i)) is not None:
                return replace(lead, first=j, have=True)
            if key in self.pronouns and scene.key(i - 1) == "-":
                lead = replace(lead, pronoun=i)
            elif key in self.be or key in self.have:
                lead = replace(lead, be=lead.be or key in self.be, have=lead.have or key in self.have)
            elif not (key in self.beside or key in self.hyphened or (self._adverb(key) and not scene.held(i))):
                return lead
            lead = replace(lead, first=i)
        return lead

    def _turned(self, scene: Scene, last: int) -> int:
        """ "Ajoute-*t-il*", "dit-*elle*": the pronoun that a hyphen ties to the verb, or -1."""
        if scene.key(last + 1) != "-":
            return -1
        linked = scene.key(last + 2) in self.hyphened and scene.key(last + 3) == "-"
        at = last + 4 if linked else last + 2
        return at if scene.key(at) in self.pronouns else -1

    def head(self, scene: Scene, verb: int) -> int:
        """ "A *tenu* à rappeler", "*took* the opportunity to say": the verb that leads to one of saying, else this one."""
        at = verb - 1
        while at > 0 and self._adverb(scene.key(at)):
            at -= 1
        if scene.key(at) not in self.before_infinitive:
            return verb
        start = max(at - LEADING, 0)
        found = longest(self.leading_to.find(scene.words[start : at + 1]))
        return next((start + m.first for m in found if start + m.last == at), verb)

    def _between(self, scene: Scene, verb: int) -> frozenset[int]:
        """ "A *pour sa part* déclaré", "a *plusieurs fois* accusé": words set between a verb and what stands before it."""
        start = max(verb - GROUP, 0)
        found = self.interposed.find(scene.words[start:verb])
        return frozenset(start + i for m in found for i in range(m.first, m.last + 1))

    def _himself(self, scene: Scene, last: int) -> int:
        """ "Le Tchad accuse, *lui*, Bangui": the last of these words, else of the verb."""
        inside = scene.key(last + 1) == "," and scene.key(last + 2) in self.him and scene.key(last + 3) == ","
        return last + 3 if inside else last

    def _by(self, scene: Scene, i: int) -> bool:
        """ "Attacks claimed *by* rebels", "l'Union, priée *par* Lagos": who says it stands behind; never "said by phone"."""
        return scene.key(i) in self.by and scene.key(i + 1) not in self.means

    def _been(self, scene: Scene, first: int, last: int) -> bool:
        return any(self.be.get(scene.key(i)) == "past" for i in range(first, last))

    def _inserted(self, scene: Scene, comma: int) -> int | None:
        """ "Ont, pour leur part, réaffirmé": the index of the auxiliary before the two commas."""
        for j in range(comma - 1, max(comma - INSERTED, 0), -1):
            if scene.key(j) == ",":
                key = scene.key(j - 1)
                return j - 1 if key in self.have or key in self.be else None
        return None

    def _adverb(self, key: str) -> bool:
        return len(key) > ADVERB and key.endswith(self.adverbs)


def _inflected(verb: str, language: Language) -> list[str]:
    """ "Tenir … à" -> "tient … à", "tenu … à" and so on."""
    _, first, rest = language.parts(verb)
    return [f"{form} {rest}".strip() for form, _ in language.forms(first)]
