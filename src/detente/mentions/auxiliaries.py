"""The tense and the voice of a verb's form, from the words beside it: "a été reçu", "s'est rendu", "aurait expulsé"."""

from collections.abc import Sequence
from dataclasses import replace

from detente.codebook.languages import Language
from detente.mentions.lexicon import Lexicon, Match
from detente.mentions.passives import Wording
from detente.mentions.tokens import Token, key_of

BESIDE = 4  # words between an auxiliary (or "s'") and its participle
EXTENT = 3  # words behind "by" that may say by how much
INSERTED = 16  # the same with an insertion between commas: "ont, pour leur part, réaffirmé"


class Auxiliaries:
    """Compiled once for a language."""

    def __init__(self, language: Language) -> None:
        self.be, self.have = language.auxiliary("be"), language.auxiliary("have")
        self.reflexive = frozenset(language["reflexive"])
        self.seen = frozenset(language["seen_done"])
        self.moving = frozenset(key_of(f) for v in language["moving"] for f, t in language.forms(v) if t == "past")
        self.by, self.both = frozenset(language["passive_by"]), language.words("and", "and_then")
        self.gerund = tuple(language.maps["endings"]["gerund"]) if language["premodified"] else ()
        self.infinitive = frozenset(language["infinitive"])
        self.inserted = frozenset(language["inserted"])  # "avaient *un peu plus tôt* renvoyé"
        self.premodified = bool(language["premodified"])
        self.walls = frozenset(language["clause_breaks"])
        self.articles = frozenset(language["articles"]) | frozenset(language["remention"])
        self.objects = frozenset(language["object_pronouns"]) | frozenset(language["possessives"])
        self.subjects = frozenset(language["pronouns"]) - frozenset(language["possessives"])
        self.extents = Lexicon[str]()
        self.extents.add_wordings(language["extents"], "extent")

    def of_form(self, match: Match[Wording], tokens: Sequence[Token]) -> tuple[str, str]:
        """(tense, voice) of what tells an act; of nouns and phrases there is no voice."""
        wording = match.payload
        if wording.form != "verb":
            return wording.tense, "bare"
        if wording.tense == "past":
            return self.of_participle(match, tokens)
        if wording.tense == "infinitive" and self._seen_done(match, tokens):
            return "past", "passive"
        if wording.tense in ("infinitive", "present") and self.infinitive:
            return self._bare_form(match, tokens), "active"
        return wording.tense, "active"

    def of_participle(self, match: Match[Wording], tokens: Sequence[Token]) -> tuple[str, str]:
        """(tense, voice) of a participle, from the auxiliary before it: "a été reçu", "s'est rendu", "aurait expulsé".

        One after "et" shares the auxiliary before it: "a rejeté l'offre et accusé Paris"."""
        parting = _without_insertion([t.key for t in self._parting(tokens, match.first)])
        before = [k for k in parting if k not in self.inserted][-BESIDE:]
        for i in range(len(before) - 1, -1, -1):
            if before[i] in self.be:
                if self.premodified and _holds_its_object(match) and self.both.intersection(before[i:]):
                    return "past", "active"  # "had *been* mistreated *and called on Chad to* look into it"
                tense, voice = self._behind_be(before, i), self._voice(match, tokens, before)
                done = tense == "infinitive" and voice == "active"  # "après *s'être* entretenu", "après *être* allé"
                return "perfect" if done else tense, voice
            if before[i] in self.have:
                if self.premodified and len(before) - i > 2 and self._of_its_noun(match, tokens):
                    return "past", "bare"  # "*has* taken in *people deported by* Washington"
                tense = self.have[before[i]]
                return "perfect" if tense == "infinitive" else _compound(tense), "active"
        if self.has_agent(replace(match, last=match.first), tokens):
            return "past", "bare"  # "accused by Togo": with its agent behind it, a participle
        joined = bool(before) and before[-1] in self.both and self._helped(tokens, match.first)
        if joined and self._told_to(tokens, match.first):
            return "past", "passive"
        return "past", "active" if self.premodified or joined else "bare"

    def _told_to(self, tokens: Sequence[Token], at: int) -> bool:
        """ "*Were* declared unwelcome on Tuesday *and told to* leave": without an object before its infinitive, it shares "were"."""
        bare = self.premodified and at + 1 < len(tokens) and tokens[at + 1].key in self.infinitive
        return bare and any(t.key in self.be for t in tokens[max(0, at - INSERTED) : at])

    def _helped(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether any auxiliary stands before: "*Mis en examen et incarcérés*, ils…" has none to share."""
        return any(t.key in self.have or t.key in self.be for t in tokens[:at])

    def _behind_be(self, before: Sequence[str], at: int) -> str:
        """The tense of a participle behind "be", itself perhaps behind "have": "a *été* reçu", "to have *been* sent"."""
        tense = self.be[before[at]]
        if tense == "past" or (tense == "infinitive" and at):
            tense = next((self.have[k] for k in reversed(before[:at]) if k in self.have), tense)
        perfect = tense == "infinitive" and any(k in self.have for k in before[:at])
        return "perfect" if perfect else _compound(tense)

    def _voice(self, match: Match[Wording], tokens: Sequence[Token], before: Sequence[str]) -> str:
        """The voice of a participle behind "be": "*s'*est rendu", "est *allé*" are active."""
        reflexive = match.payload.reflexive or any(k in self.reflexive for k in before)
        return "active" if reflexive or tokens[match.first].key in self.moving else "passive"

    def _parting(self, tokens: Sequence[Token], at: int) -> Sequence[Token]:
        """The words before a participle that may part it from its auxiliary: none behind an article, a name or "that" in
        English ("what *is* certain *is that Ecuador* scrapped its tariff"), the words that are left."""
        start = max(0, at - INSERTED)
        if not self.premodified:
            return tokens[start:at]
        for i in range(at - 1, start - 1, -1):
            key, text = tokens[i].key, tokens[i].text
            named = text[:1].isupper() and i > 0 and tokens[i - 1].key[-1:].isalnum()
            if key in self.walls or key in self.articles or (named and key not in self.subjects):
                return tokens[i + 1 : at]
        return tokens[start:at]

    def _bare_form(self, match: Match[Wording], tokens: Sequence[Token]) -> str:
        """English writes the infinitive, and what follows "will", like the present: the word before decides."""
        before = tokens[match.first - 1].key if match.first else ""
        return "infinitive" if before in self.infinitive else "present"

    def _seen_done(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        """ "*S'est vu* imposer des visas", "*se voit* refuser l'entrée": it is done to the subject, by somebody else."""
        before = [t.key for t in tokens[max(0, match.first - BESIDE) : match.first]]
        return bool(before) and before[-1] in self.seen and any(k in self.reflexive for k in before)

    def has_agent(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        """ "Trained *by* Poland"; not "retaliated *by expelling*", where it is how, nor "extended *by a year* its sanctions"."""
        at = match.last + 1
        if at >= len(tokens) or tokens[at].key not in self.by:
            return False
        behind = tokens[at + 1 : at + 1 + EXTENT]
        means = bool(behind) and behind[0].text.islower() and behind[0].text.endswith(self.gerund)
        return not means and not any(m.first == 0 for m in self.extents.find(behind))

    def _of_its_noun(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        """Whether "by" stands behind a verb, and no gerund behind it: "has since *responded by closing*"."""
        at = match.first + 2
        one_word = match.first == match.last and at < len(tokens)
        means = one_word and tokens[at].key.endswith(self.gerund)
        return one_word and not means and self.has_agent(match, tokens)

    def is_marked(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        """Whether a form of what is only told with "s'" has it before it."""
        if not match.payload.reflexive:
            return True
        before = tokens[max(0, match.first - BESIDE) : match.first]
        return any(t.key in self.reflexive for t in before)

    def is_infinitive(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        """ "Urged Kigali to *let* them in": behind its marker a verb that never changes is no past."""
        before = tokens[match.first - 1].key if match.first else ""
        return match.payload.tense in ("past", "preterite") and before in self.infinitive

    def is_running(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        """ "*Is* also *shutting* its embassy", "after *shutting them*": a gerund behind "be", with at most an adverb between,
        or with an object right behind it."""
        if match.payload.form != "verb" or match.payload.tense != "gerund" or not match.first:
            return False
        if match.first + 1 < len(tokens) and tokens[match.first + 1].key in self.objects:
            return self.premodified
        at = match.first - 1
        if tokens[at].key in self.inserted and at:
            at -= 1
        return tokens[at].key in self.be

    def without(self, found: Sequence[Match[Wording]], tokens: Sequence[Token]) -> list[Match[Wording]]:
        """ "*Have* refused *talks*": an auxiliary, with its participle inside, is not the verb of "have … talks"."""
        verbs = {m.first for m in found if m.payload.form == "verb" and m.payload.tense == "past"}
        return [
            m for m in found if tokens[m.first].key not in self.have or verbs.isdisjoint(range(m.first + 1, m.last + 1))
        ]


def _holds_its_object(match: Match[Wording]) -> bool:
    """Whether the gap of a wording is filled: "called on *Chad* to"."""
    wording = match.payload
    return not wording.turned and 0 < wording.said < match.last - match.first + 1


def _compound(tense: str) -> str:
    """The tense of auxiliary + participle: "a suspendu" is past, "aura suspendu" future, "aurait suspendu" hearsay."""
    if tense == "conditional":
        return "hearsay"
    return tense if tense in ("future", "infinitive", "gerund") else "past"


def _without_insertion(keys: list[str]) -> list[str]:
    """`ont , pour leur part ,` -> `ont`: what two commas enclose does not part an auxiliary from its participle."""
    if keys and keys[-1] == "," and "," in keys[:-1]:
        return keys[: len(keys) - 2 - keys[-2::-1].index(",")]
    return keys
