"""What a sentence says is done: the codebook's acts and instruments, with voice and tense, and the cues around them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from detente.codebook.entries import Act, Group
from detente.codebook.languages import Language
from detente.mentions.following import closed
from detente.mentions.inflected import VerbLexicon
from detente.mentions.lexicon import GAP, Lexicon, Match, longest
from detente.mentions.passives import PassiveFinder, Wording
from detente.mentions.tokens import Token, key_of
from detente.model import ActMention

UNDOES = frozenset({"lift", "ease", "end", "suspend", "reduce", "resume", "withdraw"})  # effects on what stands already
HARMS = frozenset({"SANCTION", "COERCE", "impose"})  # types and an effect of what restricts
LONG = 4  # letters of a word that a headline in capitals would not leave small
BESIDE = 4  # words between an auxiliary (or "s'") and its participle
INSERTED = 16  # the same with an insertion between commas: "ont, pour leur part, réaffirmé"


class ActFinder:
    """Compiled once for a codebook and a language. towns: finds what is only told of a town, and nothing else."""

    def __init__(self, acts: Mapping[str, Act], language: Language, towns: bool = False) -> None:
        self.language, self.towns = language, towns
        contractions = {k: frozenset({k, *v}) for k, v in language.maps["contractions"].items()}
        adverbs = tuple(language.maps["endings"]["adverb"])
        walls = {*language["and"], *language["clause_breaks"]}
        self.acts: VerbLexicon[Wording] = VerbLexicon(language, contractions, walls, language["inserted"], adverbs)
        self.passives = PassiveFinder(language)
        self.hosting = {
            (act.id, i)
            for act in acts.values()
            for i, group in enumerate(act.groups.get(language.code, ()))
            if group.frame == "hosts" and group.needs == "person"
        }
        self.owning = frozenset(language["links"]) - frozenset(language["premodified"])
        self.that = frozenset(language.maps["speech"]["that"])
        self.undoing = frozenset(a.id for a in acts.values() if a.effect in UNDOES)
        self.harming = frozenset(a.id for a in acts.values() if a.type in HARMS or a.effect in HARMS)
        self.walls_of_lists = frozenset({",", *language["and"]})
        self.refused: VerbLexicon[str] = VerbLexicon(language, contractions)
        for act in acts.values():
            self._add(act)
        self.walls = frozenset(language["clause_breaks"])
        self.moving = frozenset(key_of(f) for v in language["moving"] for f, t in language.forms(v) if t == "past")
        self.be, self.have = language.auxiliary("be"), language.auxiliary("have")
        self.reflexive = frozenset(language["reflexive"])
        self.articles = frozenset(language["articles"]) | frozenset(language["remention"])
        self.subjects = frozenset(language["pronouns"]) - frozenset(language["possessives"])
        self.begins = self.subjects - frozenset(language["clitic_objects"]) - frozenset(language["object_pronouns"])
        # "told reporters *she* had travelled to": behind a subject another clause begins
        if not language["premodified"]:
            self.begins = frozenset()
        self.links = frozenset(language["links"])
        self.idioms: Lexicon[str] = Lexicon(contractions)
        self.idioms.add_wordings(language["idioms"], "idiom")
        self.remention = frozenset(language["remention"])
        self.by = frozenset(language["passive_by"])
        self.ordinals = frozenset(language["ordinals"])
        kinds = ("toward", "with", "between", "from", "within", "links", "passive_by", "ruling")
        self.prepositions = frozenset(w for kind in kinds for w in language[kind])
        self.object_pronouns = frozenset(language["object_pronouns"])

    def _add(self, act: Act) -> None:
        for index, group in enumerate(act.groups.get(self.language.code, ())):
            if (group.needs == "town") != self.towns:
                continue
            for verb in group.verbs:
                self._add_verb(verb, act.id, index, group.frame != "hosts")
            for noun in group.nouns:
                self.acts.add(self.acts.noun(self.language.inflected(noun)), Wording(act.id, index, "noun", ""))
            for phrase in group.phrases:
                self.acts.add(self.acts.elements(phrase), Wording(act.id, index, "phrase", ""))
        if words := act.refuse.get(self.language.code):
            self._refuse(words, act.id)

    def _refuse(self, words: Group, act: str) -> None:
        for verb in words.verbs:
            _, first, rest = self.language.parts(verb)
            self.refused.add_verb(first, self.refused.elements(rest), lambda tense: act)
        for noun in words.nouns:
            self.refused.add(self.refused.noun(self.language.inflected(noun)), act)
        self.refused.add_wordings(words.phrases, act)

    def _add_verb(self, verb: str, act: str, group: int, turns: bool) -> None:
        """turns: whether it is looked for in the passive too; whom one grants an audience is no subject of it."""
        reflexive, first, rest = self.language.parts(verb)
        tail = self.acts.elements(rest)
        parted = tail[:1] == (GAP,)
        self.acts.add_verb(first, tail, lambda tense: Wording(act, group, "verb", tense, reflexive, parted))
        if turns and not reflexive:
            self.passives.add(first, tail, Wording(act, group, "verb", "past", turned=True))

    # -- acts
    def find_acts(self, tokens: Sequence[Token]) -> list[ActMention]:
        """Acts that do not overlap by their first words; the longest wording wins, then the codebook's order."""
        found = self._with_passives(list(self.acts.find(tokens)), tokens)
        fit = [m for m in found if self._stands(m, tokens) and not self._past_of_infinitive(m, tokens)]
        fit = [m for m in fit if not (self._welcomes_a_thing(m, tokens) or _in_a_name(m, tokens))]
        fit = [m for m in fit if not self._past_a_clause(m, tokens)]
        fit = [m for m in fit if not self._over_a_lifting(m, fit)]
        fit = self._without_refused(self._without_auxiliaries(fit, tokens), tokens)
        nouns = {m.first for m in fit if m.payload.form == "noun"}
        fit = [m for m in fit if m.payload.form != "verb" or not self._is_noun(m, tokens, m.first in nouns)]
        done = {m.first for m in fit if m.payload.form == "verb" and m.payload.tense == "past"}
        fit = [m for m in fit if m.payload.form != "noun" or not (m.first in done or self._has_subject(m, tokens))]
        hidden = {i for m in self.idioms.find(tokens) for i in range(m.first, m.last + 1)}
        fit = [m for m in fit if m.first not in hidden and not self._again(m, tokens)]
        ranked = sorted(fit, key=lambda m: self._preference(m, tokens))
        told = longest(ranked)
        inserted = [m for m in ranked if any(k.first < m.first and m.last < closed(tokens, k.first) for k in told)]
        return [self._mention(m, tokens) for m in sorted([*told, *longest(inserted)], key=lambda m: m.first)]

    def as_noun(self, act: ActMention, tokens: Sequence[Token]) -> ActMention:
        """The act as the longest noun that begins where it does, on words the parser takes for one; as it is, without any."""
        at = next(i for i, t in enumerate(tokens) if t.start == act.head)
        hidden = {i for m in self.idioms.find(tokens) for i in range(m.first, m.last + 1)}
        listed = [m for m in self.acts.find(tokens) if m.first == at and m.payload.form == "noun"]
        listed = [m for m in self._without_refused(listed, tokens) if at not in hidden and not self._again(m, tokens)]
        best = min(listed, key=lambda m: self._preference(m, tokens), default=None)
        return self._mention(best, tokens) if best else act

    def _past_a_clause(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        """ "Told reporters *she had* travelled to", "announced *it was* easing": another clause begins inside the wording."""
        inside = range(match.first + 1, match.last)
        if self.begins and match.payload.parted and self._without_object(tokens, match.first + 1):
            return True
        if self.begins and any(tokens[i].key in self.that for i in inside[1:]):
            return True  # "told reporters *that* Rome's aim is to"
        auxiliary = {*self.be, *self.have, *self.language.maps["speech"]["modal"]}
        return bool(self.begins) and any(
            tokens[i].key in self.begins or (tokens[i].key in self.object_pronouns and tokens[i + 1].key in auxiliary)
            for i in inside
        )

    def _without_object(self, tokens: Sequence[Token], at: int) -> bool:
        """ "A letter sent *from* the minister to", "pledges made *on its* offer": behind the verb stands what is no object."""
        following = tokens[at + 1].key if at + 1 < len(tokens) else ""
        if tokens[at].key in self.language["coming"] or tokens[at].key in self.language["passive_by"]:
            return True
        return tokens[at].key in self.language["gerund_topics"] and following in self.articles

    def _over_a_lifting(self, match: Match[Wording], every: Sequence[Match[Wording]]) -> bool:
        """ "Agreed *to lift* sanctions", "approved *the lifting of* sanctions": what a wording reaches over is done to them."""
        if match.payload.form != "verb" or match.payload.act not in self.harming:
            return False
        inside = (m for m in every if match.first < m.first and m.last < match.last and m.payload.act in self.undoing)
        return any(inside)

    def _without_refused(self, found: Sequence[Match[Wording]], tokens: Sequence[Token]) -> list[Match[Wording]]:
        """ "Refuse to comment", "convoquer une session": what the act itself says is none of it."""
        refused = {(m.payload, i) for m in self.refused.find(tokens) for i in range(m.first, m.last + 1)}
        return [m for m in found if (m.payload.act, m.first) not in refused]

    def _without_auxiliaries(self, found: Sequence[Match[Wording]], tokens: Sequence[Token]) -> list[Match[Wording]]:
        """ "*Have* refused *talks*": an auxiliary, with its participle inside, is not the verb of "have … talks"."""
        verbs = {m.first for m in found if m.payload.form == "verb" and m.payload.tense == "past"}
        return [
            m for m in found if tokens[m.first].key not in self.have or verbs.isdisjoint(range(m.first + 1, m.last + 1))
        ]

    def _with_passives(self, active: Sequence[Match[Wording]], tokens: Sequence[Token]) -> list[Match[Wording]]:
        """A participle with its agent takes the noun before it as its object; without, a noun that tells an act is told:
        "la visite a été annulée"."""
        nouns = {at for m in active if m.payload.form == "noun" for at in range(m.first, m.last + 1)}
        passives = [(at, m) for at, m in self._passives(tokens) if at not in nouns or self._by_behind(m, tokens)]
        taken = {at for m in active if m.payload.form != "noun" for at in range(m.first + 1, m.last + 1)}
        # "turn down the mediation offered by": turned down, not offered
        passives = [(at, m) for at, m in passives if at not in taken]
        objects = {at for at, _ in passives}
        return [*(m for m in active if m.payload.form != "noun" or m.last not in objects), *(m for _, m in passives)]

    def _passives(self, tokens: Sequence[Token]) -> Iterator[tuple[int, Match[Wording]]]:
        """ "Ukrainian soldiers were *trained*": a wording of verb and object, its object before it."""
        for at, match in self.passives.find(tokens):
            if self._auxiliary(match, tokens)[1] == "passive" or self._by_behind(match, tokens):
                yield at, match

    def _by_behind(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        return match.last + 1 < len(tokens) and tokens[match.last + 1].key in self.language["passive_by"]

    def _preference(self, match: Match[Wording], tokens: Sequence[Token]) -> tuple[object, ...]:
        """Longest first; of two readings of one form ("restreint"), a participle needs an auxiliary, an infinitive comes last."""
        tense = match.payload.tense
        lone = tense == "past" and self._auxiliary(match, tokens)[1] == "bare"
        # "rescuers were *sent*": what is sent tells which act it is; "responded by *closing* the consulate" is no noun
        turned = match.payload.turned and self._auxiliary(match, tokens)[1] == "passive"
        return (
            match.first,
            -match.last,
            match.payload.form == "noun" and match.first > 0 and tokens[match.first - 1].key in self.by,
            not turned,
            lone,
            tense == "infinitive",
            match.payload.act,
            match.payload.group,
            tense,
        )

    def _stands(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        if not match.payload.reflexive:
            return True
        before = tokens[max(0, match.first - BESIDE) : match.first]
        return any(t.key in self.reflexive for t in before)

    def _welcomes_a_thing(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        """ "Welcomed *the expulsion of* diplomats": between a host and his guest stands no "of"."""
        hosts = (match.payload.act, match.payload.group) in self.hosting and match.payload.form == "verb"
        return hosts and any(t.key in self.owning for t in tokens[match.first + 1 : match.last])

    def _past_of_infinitive(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        """ "Urged Kigali to *let* them in": behind its marker a verb that never changes is an infinitive."""
        before = tokens[match.first - 1].key if match.first else ""
        return match.payload.tense in ("past", "preterite") and before in self.language["infinitive"]

    def _again(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        """ "cette rencontre", "ce premier déplacement": told before; here it is only spoken of."""
        at = match.first - 1
        if at > 0 and tokens[at].key in self.ordinals:
            at -= 1
        if match.payload.form == "noun" and self._sums_up(match, tokens):
            return True
        return match.payload.form == "noun" and at >= 0 and tokens[at].key in self.remention

    def _sums_up(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        """ ", *une décision qui*", ", une attaque que": behind a comma a bare noun with a relative says again what was told."""
        beside = match.first > 1 and tokens[match.first - 2].key == "," and tokens[match.first - 1].key in self.articles
        after = tokens[match.last + 1].key if match.last + 1 < len(tokens) else ""
        return (
            beside
            and not self.language["premodified"]
            and after in (*self.language["relative"], *self.language["relative_objects"])
        )

    def _has_subject(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        """ "the deposit it demands": after a pronoun a form is no noun."""
        return match.first > 0 and tokens[match.first - 1].key in self.subjects

    def _is_noun(self, match: Match[Wording], tokens: Sequence[Token], listed: bool) -> bool:
        """ "l'armée", "a visit", "sortie de la CEDEAO": after an article a form is no verb; one listed as a noun needs an auxiliary."""
        before = tokens[match.first - 1].key if match.first else ""
        tense = match.payload.tense
        markers = self.language["infinitive"]
        if tense == "gerund" and before == "," and match.last + 1 < len(tokens):
            return tokens[match.last + 1].key in self.walls_of_lists  # ", *warning* that": a verb; in a list, a noun
        if (tense == "infinitive" and (not markers or before in markers)) or (tense == "gerund" and not listed):
            return False
        if before in self.links and tense != "past":
            return True  # "un point de presse"
        if before in self.ordinals and match.first > 1 and tokens[match.first - 2].key in self.articles:
            return True  # "cette première visite"
        if before in self.object_pronouns and tense != "infinitive" and self._ruled(tokens, match.first - 2):
            return True  # "à la presse", "devant la presse": between a preposition and a verb stands no pronoun
        if before in self.articles:
            return listed or tense == "past" or before not in self.object_pronouns
        if not listed:
            return False
        return not before[:1].isalpha() or (tense == "past" and self._auxiliary(match, tokens)[1] == "bare")

    def _ruled(self, tokens: Sequence[Token], at: int) -> bool:
        return at >= 0 and tokens[at].key in self.prepositions

    def _mention(self, match: Match[Wording], tokens: Sequence[Token]) -> ActMention:
        wording = match.payload
        tense, voice = wording.tense, "active"
        if wording.form != "verb":
            voice = "bare"
        elif wording.tense == "past":
            tense, voice = self._auxiliary(match, tokens)
        elif wording.tense in ("infinitive", "present") and self.language["infinitive"]:
            tense = self._bare_form(match, tokens)
        return ActMention(
            tokens[match.first].start,
            tokens[match.last].end,
            tokens[match.first].start,
            wording.act,
            wording.group,
            wording.form,
            tense,
            voice,
        )

    def _auxiliary(self, match: Match[Wording], tokens: Sequence[Token]) -> tuple[str, str]:
        """(tense, voice) of a participle, from the auxiliary before it: "a été reçu", "s'est rendu", "aurait expulsé".

        One after "et" shares the auxiliary before it: "a rejeté l'offre et accusé Paris"."""
        before = _without_insertion([t.key for t in self._verbal(tokens, match.first)])[-BESIDE:]
        reflexive = match.payload.reflexive or any(k in self.reflexive for k in before)
        for i in range(len(before) - 1, -1, -1):
            if before[i] in self.be:
                tense = self.be[before[i]]
                if tense == "past" or (tense == "infinitive" and i):
                    tense = next((self.have[k] for k in reversed(before[:i]) if k in self.have), tense)
                reflexive = reflexive or tokens[match.first].key in self.moving
                perfect = tense == "infinitive" and any(k in self.have for k in before[:i])
                return "perfect" if perfect else _compound(tense), "active" if reflexive else "passive"
            if before[i] in self.have:
                tense = self.have[before[i]]
                return "perfect" if tense == "infinitive" else _compound(tense), "active"
        if self._by_behind(replace(match, last=match.first), tokens):
            return "past", "bare"  # "accused by Togo": with its agent behind it, a participle
        if self.language["premodified"] or (before and before[-1] in self.language["and"]):
            return "past", "active"
        return "past", "bare"

    def _verbal(self, tokens: Sequence[Token], at: int) -> Sequence[Token]:
        """The words before a participle that may part it from its auxiliary: none behind an article, a name or "that" in
        English ("what *is* certain *is that Ecuador* scrapped its tariff"), the words that are left."""
        start = max(0, at - INSERTED)
        if not self.language["premodified"]:
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
        return "infinitive" if before in self.language["infinitive"] else "present"


def _in_a_name(match: Match[Wording], tokens: Sequence[Token]) -> bool:
    """ "The Rapid *Support* Forces", "Khaama *Press*": a verb's capital behind another's, in a sentence that has small words."""
    at = match.first
    if match.payload.form != "verb" or not at or not tokens[at].text[0].isupper() or tokens[at].text.isupper():
        return False
    small = sum(t.text[0].islower() and len(t.text) > LONG for t in tokens)
    return tokens[at - 1].text[0].isupper() and small > 1


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
