"""Over what a wording may not reach from its verb: another clause, the lifting of what it does, a thing welcomed, a name."""

from collections.abc import Mapping, Sequence

from detente.codebook.entries import Act
from detente.codebook.languages import Language
from detente.mentions.auxiliaries import Auxiliaries
from detente.mentions.lexicon import Match
from detente.mentions.passives import Wording
from detente.mentions.tokens import Token

UNDOES = frozenset({"lift", "ease", "end", "suspend", "reduce", "resume", "withdraw"})  # effects on what stands already
HARMS = frozenset({"SANCTION", "COERCE", "impose"})  # types and an effect of what restricts
LONG = 4  # letters of a word that a headline in capitals would not leave small


class Reaching:
    """Compiled once for a codebook and a language."""

    def __init__(self, acts: Mapping[str, Act], language: Language, auxiliaries: Auxiliaries) -> None:
        self.undoing = frozenset(a.id for a in acts.values() if a.effect in UNDOES)
        self.harming = frozenset(a.id for a in acts.values() if a.type in HARMS or a.effect in HARMS)
        self.hosting = {
            (act.id, i)
            for act in acts.values()
            for i, group in enumerate(act.groups.get(language.code, ()))
            if group.frame == "hosts" and group.needs == "person"
        }
        self.owning = frozenset(language["links"]) - frozenset(language["premodified"])
        self.that = frozenset(language.maps["speech"]["that"])
        self.objects = frozenset(language["object_pronouns"])
        begins = auxiliaries.subjects - frozenset(language["clitic_objects"]) - self.objects
        # "told reporters *she* had travelled to": behind a subject another clause begins
        self.begins = begins if language["premodified"] else frozenset()
        self.auxiliary = frozenset({*auxiliaries.be, *auxiliaries.have, *language.maps["speech"]["modal"]})
        self.articles = auxiliaries.articles
        self.no_object = frozenset({*language["coming"], *language["passive_by"]})
        self.topics = frozenset(language["gerund_topics"])
        self.joins = frozenset(language["and"])
        self.denials = frozenset(language.maps["negation"]["alone"])

    def too_far(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        over = self._welcomes_a_thing(match, tokens) or self._over_a_denial(match, tokens)
        return over or _in_a_name(match, tokens) or self._past_a_clause(match, tokens)

    def _over_a_denial(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        """ "Ties with Kenya would *not* be cut": a set phrase that says the contrary."""
        phrase = match.payload.form == "phrase" and not match.payload.denies
        return phrase and any(t.key in self.denials for t in tokens[match.first + 1 : match.last])

    def _welcomes_a_thing(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        """ "Welcomed *the expulsion of* diplomats": between a host and his guest stands no "of"."""
        hosts = (match.payload.act, match.payload.group) in self.hosting and match.payload.form == "verb"
        return hosts and any(t.key in self.owning for t in tokens[match.first + 1 : match.last])

    def _past_a_clause(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        """ "Told reporters *she had* travelled to", "announced *it was* easing": another clause begins inside the wording."""
        if not self.begins:
            return False
        if match.payload.parted and self._without_object(tokens, match.first + 1):
            return True
        inside = range(match.first + 1, match.last)
        if any(tokens[i].key in self.that for i in inside[1:]):
            return True  # "told reporters *that* Rome's aim is to"
        return any(
            tokens[i].key in self.begins or (tokens[i].key in self.objects and tokens[i + 1].key in self.auxiliary)
            for i in inside
        )

    def _without_object(self, tokens: Sequence[Token], at: int) -> bool:
        """ "A letter sent *from* the minister to", "pledges made *on its* offer": behind the verb stands what is no object."""
        following = tokens[at + 1].key if at + 1 < len(tokens) else ""
        return tokens[at].key in self.no_object or (tokens[at].key in self.topics and following in self.articles)

    def over_a_lifting(self, match: Match[Wording], every: Sequence[Match[Wording]]) -> bool:
        """ "Agreed *to lift* sanctions", "approved *the lifting of* sanctions": what a wording reaches over is done to them."""
        if match.payload.form != "verb" or match.payload.act not in self.harming:
            return False
        inside = (m for m in every if match.first < m.first and m.last < match.last and m.payload.act in self.undoing)
        return any(inside)

    def over_another(self, match: Match[Wording], every: Sequence[Match[Wording]], tokens: Sequence[Token]) -> bool:
        """ "Scrapped visas *and lifted* the ban": a wording ends before a verb of the same tense that "and" joins to its own;
        "expelled the ambassador *and recalled* its own": a phrase before the verb of its own act."""
        if match.payload.form == "phrase":
            own = (m for m in every if match.first < m.first <= match.last and m.payload.form == "verb")
            return any(m.payload.act == match.payload.act and tokens[m.first - 1].key in self.joins for m in own)
        if match.payload.form != "verb":
            return False
        inside = (m for m in every if match.first + 1 < m.first <= match.last and m.payload.form == "verb")
        return any(m.payload.tense == match.payload.tense and tokens[m.first - 1].key in self.joins for m in inside)


def _in_a_name(match: Match[Wording], tokens: Sequence[Token]) -> bool:
    """ "The Rapid *Support* Forces", "Khaama *Press*": a verb's capital behind another's, in a sentence that has small words."""
    at = match.first
    if match.payload.form != "verb" or not at or not tokens[at].text[0].isupper() or tokens[at].text.isupper():
        return False
    small = sum(t.text[0].islower() and len(t.text) > LONG for t in tokens)
    return tokens[at - 1].text[0].isupper() and small > 1
