"""What the words for a source tell: whether the page has spoken of it, which institution it is, whether anybody may be so called."""

from dataclasses import dataclass

from detente.codebook.languages import Language
from detente.model import Document, Mentions, Utterance
from detente.reports.houses import without
from detente.reports.spelling import low

ARTICLE = 5  # characters, at most, of an article and its space


@dataclass(frozen=True, slots=True)
class Called:
    """Reads one document."""

    document: Document
    mentions: Mentions
    language: Language

    def words(self, utterance: Utterance) -> str:
        return self.document.text[slice(*utterance.source)].strip(" ,") if utterance.source else ""

    def _without(self, utterance: Utterance, *marks: str) -> set[str]:
        """The words for who speaks, without what leans on them."""
        return set(without(self.words(utterance), *marks))

    def definite(self, utterance: Utterance) -> bool:
        """ "*The* minister", "*la* même source", "Ladygin's deputy": one whom the page has spoken of."""
        articles = tuple(f"{w} " if w[-1].isalpha() else w for w in self.language["definite"])
        words = low(self.words(utterance))
        if words.startswith(tuple(f"{w} " for w in self.language.maps["speech"]["some"])):
            return False  # "des responsables"
        if utterance.how == "organ":
            return True  # "state television": of the state of which the page speaks
        owned = any(f"{mark} " in words for mark in self.language["premodified"])
        return (
            words.startswith(articles) or owned or self._led_by(utterance, articles) or self._of_institution(utterance)
        )

    def _led_by(self, utterance: Utterance, articles: tuple[str, ...]) -> bool:
        """Whether an article stands right before the words for who speaks."""
        start = utterance.source[0] if utterance.source else 0
        return low(self.document.text[max(0, start - ARTICLE) : start]).endswith(articles)

    def _of_institution(self, utterance: Utterance) -> bool:
        """ "Un officier *des garde-côtes*", "a spokesman for *the ministry*": of one whose institution is one of its state."""
        if utterance.source is None:
            return False
        text, articles = self.document.text, frozenset(self.language["definite"])
        for start, _ in self.mentions.sentences[utterance.sentence].carriers:
            if utterance.source[0] < start < utterance.source[1]:
                before = low(text[utterance.source[0] : start])
                if before.endswith("'") or (before.split() or [""])[-1] in articles:
                    return True
        words = low(self.words(utterance))
        return any(department in words for department in self.language.maps["speech"]["departments"])

    def anybody(self, utterance: Utterance) -> bool:
        """ "A participant", "un diplomate ouest-africain", "des responsables du Heilongjiang": of whom nobody can say whose he is."""
        words = self.words(utterance)
        told = set(words.casefold().split())
        speech = self.language.maps["speech"]
        if told & set(speech["anybody"]) or self._abroad(words):
            return True
        return bool(told & self._placeless) and not (self.definite(utterance) or self._official(utterance))

    def _official(self, utterance: Utterance) -> bool:
        """ "Une source *gouvernementale*", "a source at *the ministry*"."""
        told = self._without(utterance, *self.language.elided) - self._placeless
        speech = self.language.maps["speech"]
        return bool(told & {*speech["official"], *speech["sources"]})

    @property
    def _placeless(self) -> frozenset[str]:
        return frozenset(self.language.maps["speech"]["placeless"])

    def _abroad(self, words: str) -> bool:
        """A name inside the words for a source, of a place that we do not know: its officials are not those last spoken of."""
        inner, known = words.split(), self.language.maps["speech"]["sources"]
        behind = {*self.language["links"], *self.language["within"], *self.language["from"]}
        names = (
            w
            for noun, before, w in zip(inner, inner[1:], inner[2:], strict=False)
            if before.casefold() in behind and w[:1].isupper() and w[1:].islower() and w.casefold() not in known
            if noun.casefold() not in self._ministerial
        )
        return any(True for _ in names)

    @property
    def _ministerial(self) -> frozenset[str]:
        """ "*Ministère* du Commerce": before what an office is for, no place."""
        houses = self.language.maps["houses"]
        return frozenset({*houses, *(leader for leaders in houses.values() for leader in leaders)})

    def house(self, utterance: Utterance) -> str | None:
        """The institution of a state that the words name: "ministère", "police"."""
        stately = self.language.maps["speech"]["stately"]
        told = without(self.words(utterance), *self.language.elided, *self.language["premodified"], ",")
        return next((word for word in told if word in stately), None)

    def stands(self, utterance: Utterance) -> bool:
        """Whether it is an institution, which stands in its own country; an office travels."""
        house = self.house(utterance)
        return house is not None and not any(house in leaders for leaders in self.language.maps["houses"].values())

    def mission(self, utterance: Utterance) -> bool:
        """Whether it is a mission, which stands in another's country."""
        return self.house(utterance) in self.missions

    @property
    def missions(self) -> frozenset[str]:
        residents = frozenset(self.language.maps["speech"]["residents"])
        houses = self.language.maps["houses"]
        return residents | {house for house, leaders in houses.items() if residents & set(leaders)}

    def stately(self, utterance: Utterance) -> bool:
        """ "Le gouvernement", "the army": what no organisation has."""
        told = self._without(utterance, *self.language.elided, *self.language["premodified"])
        return bool(told & set(self.language.maps["speech"]["stately"]))

    def answers(self, utterance: Utterance) -> bool:
        return utterance.verb in self.language.maps["speech"]["replying"]
