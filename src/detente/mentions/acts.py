"""What a sentence says is done: the codebook's acts and instruments, with voice and tense, and the cues around them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from detente.codebook.entries import EFFECT, Act, Instrument
from detente.codebook.languages import Language
from detente.mentions.lexicon import Lexicon, Match, longest
from detente.mentions.tokens import Token
from detente.model import ActMention, Cue, InstrumentMention

BESIDE = 4  # words between an auxiliary (or "s'") and its participle
INSERTED = 16  # the same with an insertion between commas: "ont, pour leur part, réaffirmé"
CONTROL = 4  # words between a governing act and the infinitive it governs


@dataclass(frozen=True, slots=True)
class Wording:
    """One inflected wording of an act."""

    act: str
    group: int
    form: str  # verb, noun, phrase
    tense: str
    reflexive: bool = False


class ActFinder:
    """Compiled once for a codebook and a language."""

    def __init__(self, acts: Mapping[str, Act], instruments: Mapping[str, Instrument], language: Language) -> None:
        self.language = language
        contractions = {k: frozenset({k, *v}) for k, v in language.maps["contractions"].items()}
        self.acts: Lexicon[Wording] = Lexicon(contractions, {*language["and"], *language["clause_breaks"]})
        for act in acts.values():
            self._add(act)
        self.instruments: Lexicon[str | None] = Lexicon(contractions)
        self.weak: Lexicon[str] = Lexicon(contractions)
        self.near: dict[str, Lexicon[str]] = {}
        for instrument in instruments.values():
            self._add_instrument(instrument, contractions)
        self.cues: Lexicon[str] = Lexicon(contractions)
        for kind in CUES:
            self.cues.add_wordings(language[kind], kind)
        for act in (a for a in acts.values() if a.effect):
            for noun in _nouns(act, language.code):
                self.cues.add(self.cues.noun(language.inflected(noun)), f"{EFFECT}{act.effect}")
        self.cues.add_wordings(language.maps["negation"]["not"], "no-negation")
        self.negation = frozenset(language.maps["negation"]["before"])
        self.confirm = frozenset(language.maps["negation"]["confirm"])
        self.alone = frozenset(language.maps["negation"]["alone"])
        self.be, self.have = language.auxiliary("be"), language.auxiliary("have")
        self.reflexive = frozenset(language["reflexive"])
        self.articles = frozenset(language["articles"]) | frozenset(language["remention"])
        self.subjects = frozenset(language["pronouns"]) - frozenset(language["possessives"])
        self.links = frozenset(language["links"])
        self.idioms: Lexicon[str] = Lexicon(contractions)
        self.idioms.add_wordings(language["idioms"], "idiom")
        self.remention = frozenset(language["remention"])
        kinds = ("toward", "with", "between", "from", "within", "links", "passive_by", "ruling")
        self.prepositions = frozenset(w for kind in kinds for w in language[kind])
        self.object_pronouns = frozenset(language["object_pronouns"])

    def _add(self, act: Act) -> None:
        for index, group in enumerate(act.groups.get(self.language.code, ())):
            for verb in group.verbs:
                self._add_verb(verb, act.id, index)
            for noun in group.nouns:
                self.acts.add(self.acts.noun(self.language.inflected(noun)), Wording(act.id, index, "noun", ""))
            for phrase in group.phrases:
                self.acts.add(self.acts.elements(phrase), Wording(act.id, index, "phrase", ""))

    def _add_verb(self, verb: str, act: str, group: int) -> None:
        reflexive, first, rest = self.language.parts(verb)
        for form, tense in sorted(set(self.language.forms(first))):
            elements = (*self.acts.elements(form), *self.acts.elements(rest))
            self.acts.add(elements, Wording(act, group, "verb", tense, reflexive))

    def _add_instrument(self, instrument: Instrument, contractions: dict[str, frozenset[str]]) -> None:
        code = self.language.code
        weak = set(instrument.weak.get(code, ()))
        for word in instrument.words.get(code, ()):
            (self.weak if word in weak else self.instruments).add(
                self.instruments.noun(self.language.inflected(word)), instrument.id
            )
        self.instruments.add_wordings(instrument.refuse.get(code, ()), None)
        self.near[instrument.id] = Lexicon(contractions)
        self.near[instrument.id].add_wordings(instrument.near.get(code, ()), instrument.id)

    # -- acts
    def find_acts(self, tokens: Sequence[Token]) -> list[ActMention]:
        """Acts that do not overlap by their first words; the longest wording wins, then the codebook's order."""
        fit = [m for m in self.acts.find(tokens) if self._stands(m, tokens) and not self._past_of_infinitive(m, tokens)]
        nouns = {m.first for m in fit if m.payload.form == "noun"}
        fit = [m for m in fit if m.payload.form != "verb" or not self._is_noun(m, tokens, m.first in nouns)]
        done = {m.first for m in fit if m.payload.form == "verb" and m.payload.tense == "past"}
        fit = [m for m in fit if m.payload.form != "noun" or not (m.first in done or self._has_subject(m, tokens))]
        hidden = {i for m in self.idioms.find(tokens) for i in range(m.first, m.last + 1)}
        fit = [m for m in fit if m.first not in hidden and not self._again(m, tokens)]
        return [self._mention(m, tokens) for m in longest(sorted(fit, key=lambda m: self._preference(m, tokens)))]

    def _preference(self, match: Match[Wording], tokens: Sequence[Token]) -> tuple[object, ...]:
        """Longest first; of two readings of one form ("restreint"), a participle needs an auxiliary, an infinitive comes last."""
        tense = match.payload.tense
        lone = tense == "past" and self._auxiliary(match, tokens)[1] == "bare"
        return match.first, -match.last, lone, tense == "infinitive", match.payload.act, match.payload.group, tense

    def _stands(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        if not match.payload.reflexive:
            return True
        before = tokens[max(0, match.first - BESIDE) : match.first]
        return any(t.key in self.reflexive for t in before)

    def _past_of_infinitive(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        """ "Urged Kigali to *let* them in": behind its marker a verb that never changes is an infinitive."""
        before = tokens[match.first - 1].key if match.first else ""
        return match.payload.tense in ("past", "preterite") and before in self.language["infinitive"]

    def _again(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        """ "cette rencontre", "ces accusations": told before; here it is only spoken of."""
        return match.payload.form == "noun" and match.first > 0 and tokens[match.first - 1].key in self.remention

    def _has_subject(self, match: Match[Wording], tokens: Sequence[Token]) -> bool:
        """ "the deposit it demands": after a pronoun a form is no noun."""
        return match.first > 0 and tokens[match.first - 1].key in self.subjects

    def _is_noun(self, match: Match[Wording], tokens: Sequence[Token], listed: bool) -> bool:
        """ "l'armée", "a visit", "sortie de la CEDEAO": after an article a form is no verb; one listed as a noun needs an auxiliary."""
        before = tokens[match.first - 1].key if match.first else ""
        tense = match.payload.tense
        markers = self.language["infinitive"]
        if (tense == "infinitive" and (not markers or before in markers)) or (tense == "gerund" and not listed):
            return False
        if before in self.links and tense != "past":
            return True  # "un point de presse"
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
        before = _without_insertion([t.key for t in tokens[max(0, match.first - INSERTED) : match.first]])[-BESIDE:]
        reflexive = match.payload.reflexive or any(k in self.reflexive for k in before)
        for i in range(len(before) - 1, -1, -1):
            if before[i] in self.be:
                tense = self.be[before[i]]
                if tense == "past" or (tense == "infinitive" and i):
                    tense = next((self.have[k] for k in reversed(before[:i]) if k in self.have), tense)
                perfect = tense == "infinitive" and any(k in self.have for k in before[:i])
                return "perfect" if perfect else _compound(tense), "active" if reflexive else "passive"
            if before[i] in self.have:
                tense = self.have[before[i]]
                return "perfect" if tense == "infinitive" else _compound(tense), "active"
        if match.first + 1 < len(tokens) and tokens[match.first + 1].key in self.language["passive_by"]:
            return "past", "bare"  # "accused by Togo": with its agent behind it, a participle
        if self.language["premodified"] or (before and before[-1] in self.language["and"]):
            return "past", "active"
        return "past", "bare"

    def _bare_form(self, match: Match[Wording], tokens: Sequence[Token]) -> str:
        """English writes the infinitive, and what follows "will", like the present: the word before decides."""
        before = tokens[match.first - 1].key if match.first else ""
        return "infinitive" if before in self.language["infinitive"] else "present"

    # -- instruments
    def firm_instruments(self, tokens: Sequence[Token]) -> set[str]:
        """Instruments that these words name for sure: by a wording that needs no other word, or has it beside it."""
        return {m.instrument for m in self.find_instruments(tokens)}

    def find_instruments(self, tokens: Sequence[Token], known: Collection[str] = ()) -> list[InstrumentMention]:
        """Instruments named; a weak word ("bond") needs one of its `near` words, or the firm wording elsewhere on the page."""
        firm: list[Match[str | None]] = longest(self.instruments.find(tokens))
        covered = {i for m in firm for i in range(m.first, m.last + 1)}
        weak = [
            m
            for m in self.weak.find(tokens)
            if m.first not in covered and (m.payload in known or any(True for _ in self.near[m.payload].find(tokens)))
        ]
        found = [(m.first, m.last, m.payload) for m in firm if m.payload] + [
            (m.first, m.last, m.payload) for m in longest(weak)
        ]
        return [
            InstrumentMention(tokens[first].start, tokens[last].end, payload) for first, last, payload in sorted(found)
        ]

    def has_weak(self, tokens: Sequence[Token]) -> bool:
        """Whether a word stands here that names an instrument only if the page does."""
        return any(True for _ in self.weak.find(tokens))

    # -- doubt
    def find_cues(self, tokens: Sequence[Token]) -> list[Cue]:
        matches = list(self.cues.find(tokens))
        found = [
            Cue(tokens[m.first].start, tokens[m.last].end, m.payload)
            for m in matches
            if m.payload != "no-negation" and not _is_name(m, tokens)
        ]
        excused = {i for m in matches if m.payload == "no-negation" for i in range(m.first, m.last + 1)}
        return sorted([*found, *self._negations(tokens, excused)], key=lambda c: (c.start, c.end, c.kind))

    def _negations(self, tokens: Sequence[Token], excused: set[int]) -> Iterator[Cue]:
        """ "ne … pas" is one cue from the first word to the second; "sans", "never" stand alone."""
        for i, token in enumerate(tokens):
            if i in excused or token.key not in self.negation:
                continue
            if token.key in self.alone:
                yield Cue(token.start, token.end, "negation")
                continue
            reach = [
                j for j in range(i + 1, min(i + 8, len(tokens))) if tokens[j].key in self.confirm and j not in excused
            ]
            if reach:
                yield Cue(token.start, tokens[reach[0]].end, "negation")


def _nouns(act: Act, language: str) -> Iterator[str]:
    """The nouns of an act that are one word."""
    for group in act.groups.get(language, ()):
        yield from (noun for noun in group.nouns if noun.isalpha())


CUES = (
    "hypothesis",
    "question",
    "future",
    "proposed",
    "cancelled",
    "denied",
    "alleged",
    "ongoing",
    "answers",
    "opinion",
    "decided",
    "reported-future",
    "same-time",
    "occasion",
    "repeated",
    "effective",
    "sequence",
    "otherwise",
    "approving",
    "disapproving",
    "condition",
    "occasion-of-speech",
    "postponed",
)


def _compound(tense: str) -> str:
    """The tense of auxiliary + participle: "a suspendu" is past, "aura suspendu" future, "aurait suspendu" hearsay."""
    if tense == "conditional":
        return "hearsay"
    return tense if tense in ("future", "infinitive", "gerund") else "past"


def _is_name(match: Match[str], tokens: Sequence[Token]) -> bool:
    """ "On 12 *May*", "*Will* Ellsworth": one word with a capital inside a sentence is a name."""
    inside = match.first > 0 and tokens[match.first - 1].key[-1:].isalnum()
    return match.first == match.last and inside and tokens[match.first].text[:1].isupper()


def _without_insertion(keys: list[str]) -> list[str]:
    """`ont , pour leur part ,` -> `ont`: what two commas enclose does not part an auxiliary from its participle."""
    if keys and keys[-1] == "," and "," in keys[:-1]:
        return keys[: len(keys) - 2 - keys[-2::-1].index(",")]
    return keys


def governed(
    acts: Sequence[ActMention],
    governs: Sequence[bool],
    tokens: Sequence[Token],
    tenses: Sequence[str],
    ands: Collection[str] = (),
) -> list[ActMention]:
    """Marks each infinitive that follows a governing act closely: "menace de *fermer*", "refused to *meet*"."""
    place = {t.start: i for i, t in enumerate(tokens)}
    out = list(acts)
    for i, act in enumerate(acts):
        if act.form != "verb" or act.tense not in tenses:
            continue
        for j in range(i - 1, -1, -1):
            between = place[act.head] - place[acts[j].head]
            if governs[j] and between <= CONTROL + 3 + (acts[j].end - acts[j].start) // 8:
                out[i] = replace(act, governor=j)
                break
        if i and out[i].governor is None and out[i - 1].governor is not None and _joined(tokens, place[act.head], ands):
            out[i] = replace(act, governor=out[i - 1].governor)
    return out


def _joined(tokens: Sequence[Token], head: int, ands: Collection[str]) -> bool:
    """ "Threatened to shut the consulate *and to bar* shrimp": what hangs on the same word as the one before."""
    return any(t.key in ands for t in tokens[max(0, head - 2) : head])
