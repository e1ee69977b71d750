"""What a sentence says is done: the codebook's acts and instruments, with voice and tense."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from detente.codebook.entries import Act
from detente.codebook.languages import Language
from detente.mentions.act_words import ActWords
from detente.mentions.articled import Articled
from detente.mentions.auxiliaries import Auxiliaries
from detente.mentions.following import closed
from detente.mentions.lexicon import Match, longest
from detente.mentions.passives import Wording
from detente.mentions.reaching import Reaching
from detente.mentions.tokens import Token
from detente.model import ActMention


class ActFinder:
    """Compiled once for a codebook and a language. towns: finds what is only told of a town, and nothing else."""

    def __init__(self, acts: Mapping[str, Act], language: Language, towns: bool = False) -> None:
        self._words = ActWords(acts, language, towns)
        self._auxiliaries = Auxiliaries(language)
        self._articled = Articled(language, self._auxiliaries)
        self._reaching = Reaching(acts, language, self._auxiliaries)
        self.be, self.have, self.by = self._auxiliaries.be, self._auxiliaries.have, self._auxiliaries.by

    def find_acts(self, tokens: Sequence[Token]) -> list[ActMention]:
        """Acts that do not overlap by their first words; the longest wording wins, then the codebook's order."""
        hidden = self._hidden(tokens)
        fit = self._verbs_or_nouns(self._fitting(tokens), tokens)
        fit = [m for m in fit if m.first not in hidden and not self._articled.again(m, tokens)]
        ranked = sorted(fit, key=lambda m: self._preference(m, tokens))
        told = longest(ranked)
        inserted = [m for m in ranked if any(k.first < m.first and m.last < closed(tokens, k.first) for k in told)]
        return [self._mention(m, tokens) for m in sorted([*told, *longest(inserted)], key=lambda m: m.first)]

    def as_noun(self, act: ActMention, tokens: Sequence[Token]) -> ActMention:
        """The act as the longest noun that begins where it does, on words the parser takes for one; as it is, without any."""
        at = next(i for i, t in enumerate(tokens) if t.start == act.head)
        if at in self._hidden(tokens):
            return act
        listed = [m for m in self._words.found.find(tokens) if m.first == at and m.payload.form == "noun"]
        listed = [m for m in self._without_refused(listed, tokens) if not self._articled.again(m, tokens)]
        best = min(listed, key=lambda m: self._preference(m, tokens), default=None)
        return self._mention(best, tokens) if best else act

    def _hidden(self, tokens: Sequence[Token]) -> Collection[int]:
        return {i for m in self._words.idioms.find(tokens) for i in range(m.first, m.last + 1)}

    def _fitting(self, tokens: Sequence[Token]) -> list[Match[Wording]]:
        """What tells an act by its words, whether they are of a verb or of a noun."""
        marks, reaching = self._auxiliaries, self._reaching
        found = self._with_passives(list(self._words.found.find(tokens)), tokens)
        fit = [m for m in found if marks.is_marked(m, tokens) and not marks.is_infinitive(m, tokens)]
        fit = [m for m in fit if not reaching.too_far(m, tokens)]
        fit = [m for m in fit if not reaching.over_a_lifting(m, fit)]
        fit = [m for m in fit if not reaching.over_another(m, fit, tokens)]
        return self._without_refused(marks.without(fit, tokens), tokens)

    def _verbs_or_nouns(self, fit: Sequence[Match[Wording]], tokens: Sequence[Token]) -> list[Match[Wording]]:
        """Of verbs those that are no nouns where they stand; of nouns, those that are no verbs."""
        articled = self._articled
        nouns = {m.first for m in fit if m.payload.form == "noun"}
        fit = [m for m in fit if m.payload.form != "verb" or not articled.is_noun(m, tokens, m.first in nouns)]
        running = self._auxiliaries.is_running
        done = {m.first for m in fit if m.payload.form == "verb" and (m.payload.tense == "past" or running(m, tokens))}
        told = (articled.behind_a_name, articled.over_a_name)
        done |= {m.first for m in fit if m.payload.form == "verb" and any(is_one(m, tokens) for is_one in told)}
        return [m for m in fit if m.payload.form != "noun" or not (m.first in done or articled.has_subject(m, tokens))]

    def _without_refused(self, found: Sequence[Match[Wording]], tokens: Sequence[Token]) -> list[Match[Wording]]:
        """ "Refuse to comment", "convoquer une session": what the act itself says is none of it."""
        refused = {(m.payload, i) for m in self._words.refused.find(tokens) for i in range(m.first, m.last + 1)}
        return [m for m in found if (m.payload.act, m.first) not in refused]

    def _with_passives(self, active: Sequence[Match[Wording]], tokens: Sequence[Token]) -> list[Match[Wording]]:
        """A participle with its agent takes the noun before it as its object; without, a noun that tells an act is told:
        "la visite a été annulée"."""
        nouns = {at for m in active if m.payload.form == "noun" for at in range(m.first, m.last + 1)}
        agent = self._auxiliaries.has_agent
        passives = [(at, m) for at, m in self._passives(tokens) if at not in nouns or agent(m, tokens)]
        taken = {at for m in active if m.payload.form != "noun" for at in range(m.first + 1, m.last + 1)}
        # "turn down the mediation offered by": turned down, not offered
        passives = [(at, m) for at, m in passives if at not in taken]
        objects = {at for at, _ in passives}
        return [*(m for m in active if m.payload.form != "noun" or m.last not in objects), *(m for _, m in passives)]

    def _passives(self, tokens: Sequence[Token]) -> Iterator[tuple[int, Match[Wording]]]:
        """ "Ukrainian soldiers were *trained*": a wording of verb and object, its object before it."""
        told = self._auxiliaries
        for at, match in self._words.passives.find(tokens):
            if told.of_participle(match, tokens)[1] == "passive" or told.has_agent(match, tokens):
                yield at, match

    def _preference(self, match: Match[Wording], tokens: Sequence[Token]) -> tuple[object, ...]:
        """Longest first; of two readings of one form ("restreint"), a participle needs an auxiliary, an infinitive comes last."""
        tense = match.payload.tense
        voice = self._auxiliaries.of_participle(match, tokens)[1] if tense == "past" or match.payload.turned else ""
        return (
            match.first,
            -match.last,
            match.payload.form == "noun" and match.first > 0 and tokens[match.first - 1].key in self.by,
            # "rescuers were *sent*": what is sent tells which act it is; "responded by *closing* the consulate" is no noun
            not (match.payload.turned and voice == "passive"),
            tense == "past" and voice == "bare",
            tense == "infinitive",
            -match.payload.said,
            match.payload.act,
            match.payload.group,
            tense,
        )

    def _mention(self, match: Match[Wording], tokens: Sequence[Token]) -> ActMention:
        wording, first = match.payload, tokens[match.first]
        tense, voice = self._auxiliaries.of_form(match, tokens)
        return ActMention(
            first.start, tokens[match.last].end, first.start, wording.act, wording.group, wording.form, tense, voice
        )
