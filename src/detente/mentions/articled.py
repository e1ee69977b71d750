"""Whether a form is a noun where it stands, from the article before it ("l'*armée*", "a *visit*"); and whether that noun was told."""

from collections.abc import Sequence

from detente.codebook.languages import Language
from detente.mentions.auxiliaries import Auxiliaries
from detente.mentions.lexicon import Match
from detente.mentions.passives import Wording
from detente.mentions.tokens import Token

RULING = ("toward", "with", "between", "from", "within", "links", "passive_by", "ruling")


class Articled:
    """Compiled once for a language."""

    def __init__(self, language: Language, auxiliaries: Auxiliaries) -> None:
        self.auxiliaries = auxiliaries
        self.articles, self.subjects = auxiliaries.articles, auxiliaries.subjects
        self.infinitive = auxiliaries.infinitive
        self.remention, self.ordinals = frozenset(language["remention"]), frozenset(language["ordinals"])
        self.links = frozenset(language["links"])
        self.listing = frozenset({",", *language["and"]})
        self.prepositions = frozenset(w for kind in RULING for w in language[kind])
        self.object_pronouns = frozenset(language["object_pronouns"])
        relatives = frozenset({*language["relative"], *language["relative_objects"]})
        self.participles = () if language["premodified"] else tuple(language["participles"])
        self.that = self.articles & frozenset(language.maps["speech"]["that"])
        self.plural = language["plural"]
        self.relatives = frozenset() if language["premodified"] else relatives
        beside = frozenset({*language["inserted"], *language.maps["speech"]["beside"]})
        self.inserted = beside if language["premodified"] else frozenset[str]()
        self.possessives = frozenset(language["possessives"])

    def is_noun(self, match: Match[Wording], tokens: Sequence[Token], listed: bool) -> bool:
        """ "l'armée", "a visit", "sortie de la CEDEAO": after an article a form is no verb; one listed as a noun needs an auxiliary."""
        before = tokens[match.first - 1].key if match.first else ""
        tense = match.payload.tense
        if tense == "gerund" and before == "," and match.last + 1 < len(tokens):
            return tokens[match.last + 1].key in self.listing  # ", *warning* that": a verb; in a list, a noun
        marked = not self.infinitive or before in self.infinitive
        if (tense == "infinitive" and marked) or (tense == "gerund" and not listed):
            return False
        if self._heads(match, tokens, before):
            return True
        if before in self.that and self._is_told_of_a_thing(match, tokens, listed):
            return False
        if before in self.articles:
            return listed or tense == "past" or before not in self.object_pronouns
        if not listed:
            return False
        return not before[:1].isalpha() or (
            tense == "past" and self.auxiliaries.of_participle(match, tokens)[1] == "bare"
        )

    def _is_told_of_a_thing(self, match: Match[Wording], tokens: Sequence[Token], listed: bool) -> bool:
        """ "A decree *that bans* tomatoes": "that" is no article of a plural, nor of a form that is no noun."""
        behind_a_noun = match.first > 1 and tokens[match.first - 2].key[:1].isalpha()
        several = match.payload.tense == "present" and tokens[match.first].key.endswith(self.plural)
        return behind_a_noun and (several or not listed)

    def _heads(self, match: Match[Wording], tokens: Sequence[Token], before: str) -> bool:
        """Whether what leads to a form leads to nouns alone."""
        tense = match.payload.tense
        if before in self.links and tense != "past":
            return True  # "un point de presse"
        if before in self.ordinals and match.first > 1 and tokens[match.first - 2].key in self.articles:
            return True  # "cette première visite"
        ruled = match.first > 1 and tokens[match.first - 2].key in self.prepositions
        # "à la presse", "a doublé *la taxe*": between a preposition, or a participle, and a verb stands no pronoun
        ruled |= bool(self.participles) and (match.first == 1 or tokens[match.first - 2].key.endswith(self.participles))
        return before in self.object_pronouns and tense != "infinitive" and ruled

    def has_subject(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        """ "the deposit it demands": after a pronoun a form is no noun."""
        return match.first > 0 and tokens[match.first - 1].key in self.subjects

    def behind_a_name(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        """ "La *Grèce menace* de bloquer": right behind a name a French form is a verb; its nouns have an article."""
        named = match.first > 1 and tokens[match.first - 1].text[:1].isupper() and tokens[match.first - 1].key.isalpha()
        return bool(self.relatives) and named and match.payload.tense == "present"

    def over_a_name(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        """ "*Ghana bans Togolese* rice", "it now *bans the* rice": an English form in -s between who does it and what it is
        done to is a verb; "Russian *strikes kill* two", "the US *bans on* chips" are nouns."""
        at = match.first - 1
        if not self.inserted or match.payload.tense != "present" or at < 0 or match.last + 1 >= len(tokens):
            return False
        at -= at > 0 and (tokens[at].key in self.inserted)
        led = tokens[at].key in self.subjects or (tokens[at].text[:1].isupper() and tokens[at].key.isalpha())
        behind = tokens[match.last + 1]
        object_ = behind.text[:1].isupper() or behind.key in self.articles or behind.key in self.possessives
        return led and object_ and tokens[match.first].key.endswith(self.plural)

    def again(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        """ "cette rencontre", "ce premier déplacement": told before; here it is only spoken of."""
        if match.payload.form != "noun":
            return False
        at = match.first - 1
        if at > 0 and tokens[at].key in self.ordinals:
            at -= 1
        return self._sums_up(match, tokens) or (at >= 0 and tokens[at].key in self.remention)

    def _sums_up(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        """ ", *une décision qui*", ", une attaque que": behind a comma a bare noun with a relative says again what was told."""
        beside = match.first > 1 and tokens[match.first - 2].key == "," and tokens[match.first - 1].key in self.articles
        return beside and match.last + 1 < len(tokens) and tokens[match.last + 1].key in self.relatives
