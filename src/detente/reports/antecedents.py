"""Whom the pronoun means that speaks: who opens its sentence, who spoke last, or who leads the sentence before."""

from dataclasses import replace

from detente.codebook.languages import Language
from detente.model import ActorMention, Document, Mentions, Sentence, Utterance
from detente.reports.blamed import Blamed
from detente.reports.heard import FAR, Heard, Speaker, clash
from detente.reports.introduced import Introduced
from detente.reports.voices import leading

LEAST = 2  # persons, of whom one is "the former"
UNNAMED = ("pronoun", "adjective", "people", "posting")  # mentions whose words name nobody who speaks


class Antecedents:
    """Reads one document; `heard` goes on being told who speaks."""

    def __init__(
        self,
        document: Document,
        mentions: Mentions,
        language: Language,
        introduced: Introduced,
        heard: Heard,
        blamed: Blamed,
    ) -> None:
        self.blamed = blamed
        self.document, self.mentions, self.introduced, self.heard = document, mentions, introduced, heard
        self.plural = frozenset(language["plural_pronouns"])
        self.things = frozenset(language["plural_pronouns"]) | frozenset(language["neuter"])  # no one person
        self.former, self.latter = (frozenset(language.maps["speech"][k]) for k in ("former", "latter"))
        self.last = frozenset(w for words in language.maps["last_named"].values() for w in words)  # of one person
        self.women = frozenset(language.maps["last_named"].get("feminine", ()))
        self.women |= frozenset(language.maps["last_named"].get("either", ()))
        self.genders = dict(mentions.genders)

    def meant(self, utterance: Utterance) -> Speaker | None:
        """He, she, they: who opens the sentence as such, who spoke last, or else who leads the sentence before."""
        sentence = self.mentions.sentences[utterance.sentence]
        own = next((m for m in sentence.actors if m.how == "pronoun" and self._covers(utterance, m)), None)
        if own and own.codes == (self.blamed.side(utterance),):
            own = None  # "Pour X, la France est… *Il* reproche *à Paris*"
        if here := self._latter(utterance) or self._here(utterance, sentence):
            return here
        if self._stranger(utterance):
            return None
        before = self.heard.fitting(utterance)
        if before and before.person and self._own(utterance) in self.things:
            before = None
        if before and (lead := self._nearer(utterance, before)):
            return lead
        if before and (own is None or before.side is None or before.side in own.codes):
            return before
        if own and own.person:
            return replace(self._of(own), feminine=utterance.feminine, person=True)
        return self._antecedent(own, utterance.sentence) if own else before or self._leader(utterance)

    def _latter(self, utterance: Utterance) -> Speaker | None:
        """ "*Ce dernier* explique", "*la seconde* a répliqué": the last, or the first, whom the sentences before name."""
        words = self._own(utterance)
        if words not in self.latter | self.former or not utterance.sentence:
            return None
        here = self.mentions.sentences[utterance.sentence].actors
        if meant := next((m for m in here if m.how == "inferred" and self._covers(utterance, m)), None):
            return replace(self._of(meant), person=True)
        before = self.mentions.sentences[utterance.sentence - 1]
        named = [m for m in before.actors if m.person and self._of_gender(words, m.person)]
        if len({m.person for m in named}) < LEAST and words not in self.last:
            named = list(self.introduced.together(utterance))
        last = named[-1].end if named else 0
        if words in self.last and (unknown := self._unknown(before, last)):
            return unknown
        return replace(self._of(named[0 if words in self.former else -1]), person=True) if named else None

    def _of_gender(self, words: str, name: str) -> bool:
        """ "Cette dernière" is no man, "ce dernier" no woman, where that is known."""
        woman = self.genders.get(name)
        return woman is None or words not in self.last or words in (self.women if woman else self.last - self.women)

    def _unknown(self, before: Sentence, last: int) -> Speaker | None:
        """An official named behind the last one known, of whom nobody can say whose he is."""
        span = range(max(last, before.start), before.end)
        names = [name for name, start, _ in self.mentions.unsettled if start in span]
        return Speaker(names[-1], None, person=True) if names else None

    def _here(self, utterance: Utterance, sentence: Sentence) -> Speaker | None:
        """ "*The envoy, X*, flew to Bamako; there she pleaded": the one person who leads the sentence before its pronoun."""
        start = utterance.source[0] if utterance.source else sentence.start
        said = range(utterance.start, utterance.end)
        ahead = [m for m in sentence.actors if m.end <= start and m.start not in said and not m.preposition]
        ahead = [m for m in ahead if m.carrier == "office"]
        met = next((p for _, p in self.heard.people if ahead and p.name == ahead[0].person), None)
        if not ahead or not ahead[0].person or (met and clash(met, utterance)):
            return None
        return met or replace(self._of(ahead[0]), feminine=utterance.feminine, person=True)

    def _nearer(self, utterance: Utterance, before: Speaker) -> Speaker | None:
        """ "*Spain's minister, X*, left the talks. Asked why, she said": who leads the sentence before, not who spoke before that."""
        if self.heard.since(utterance) < 2:
            return None
        lead = leading(self.mentions.sentences[utterance.sentence - 1])
        person = lead and lead.person and lead.carrier == "office" and lead.person != before.name
        if not lead or not person or not lead.codes:
            return None
        found = replace(self._of(lead), feminine=self.genders.get(lead.person or ""), person=True)
        return None if clash(found, utterance) else found

    def _stranger(self, utterance: Utterance) -> bool:
        """ "Un chauffeur raconte… *Il* ajoute": he who spoke just before speaks for nobody, nor does who is meant."""
        own = self._own(utterance)
        return own not in self.things and self.heard.last[1] is None and utterance.sentence - self.heard.stranger <= 1

    def _antecedent(self, pronoun: ActorMention, index: int) -> Speaker:
        """Whom a pronoun stands for by the words that named them last, within FAR sentences."""
        for sentence in reversed(self.mentions.sentences[max(index - FAR, 0) : index]):
            named = [m for m in sentence.actors if m.codes == pronoun.codes and not m.place and m.how not in UNNAMED]
            fit = [m for m in named if not m.preposition and m.carrier != "nationals"]
            if fit and not pronoun.person:
                persons = [m for m in named if m.person and m.carrier == "office"]
                return self._of(persons[-1] if persons and pronoun.carrier == "office" else fit[0])
        return self._of(pronoun)

    def _leader(self, utterance: Utterance) -> Speaker | None:
        """Who leads this sentence before the pronoun, or one of the two before: an official if there is one; never of what is said."""
        index = utterance.sentence
        here = self.mentions.sentences[index]
        colon = self.document.text.rfind(":", utterance.start, utterance.source[0]) + 1 if utterance.source else 0
        said = max(utterance.start, colon)  # "she did not mince her words: the raid, *she* said, was"
        ahead = tuple(m for m in here.actors if not said <= m.start < utterance.end)
        before = self.mentions.sentences[max(index - 2, 0) : index]
        leads = [leading(s) for s in (replace(here, actors=ahead), *reversed(before))]
        ahead_of = utterance.source is not None and utterance.start < utterance.source[0]
        own = leading(here) if ahead_of and utterance.form == "reported" else None
        persons = [m for m in leads if m and m.carrier == "office" and self._own(utterance) not in self.things]
        found = next(iter(persons), None) or own or next((m for m in leads if m), None)
        if found and found is own and self._several(here, utterance):
            return Speaker(self.document.text[found.start : found.end], None)
        return self._of(found) if found else None

    def _several(self, here: Sentence, utterance: Utterance) -> bool:
        """ "*Le Mali et le Niger* se retirent, ont-*ils* fait savoir": they of more than one state."""
        said = (m for m in here.actors if utterance.start <= m.start < utterance.end and not m.preposition)
        codes = {code for m in said if not m.place for code in m.codes}
        return len(codes) > 1 and self._own(utterance) in self.plural

    def _covers(self, utterance: Utterance, mention: ActorMention) -> bool:
        return (
            utterance.source is not None and mention.start < utterance.source[1] and utterance.source[0] < mention.end
        )

    def _of(self, mention: ActorMention) -> Speaker:
        side = mention.codes[0] if len(mention.codes) == 1 else None
        return Speaker(mention.person or self.document.text[mention.start : mention.end], side)

    def _own(self, utterance: Utterance) -> str:
        return self.document.text[slice(*utterance.source)].strip(" ,").casefold() if utterance.source else ""
