"""Who speaks, for which side: named, by surname, by a pronoun, by nobody since he spoke last, or without a name."""

from dataclasses import dataclass, replace

from detente.codebook.languages import Language
from detente.model import ActorMention, Document, Mentions, Sentence, Utterance
from detente.reports.bare import Bare
from detente.reports.introduced import Introduced
from detente.reports.voices import TITLE, WHOLE, Voices, leading

FAR = 6  # sentences between a person and the pronoun that means him
UNNAMED = ("pronoun", "adjective", "people", "posting")  # mentions whose words name nobody who speaks
POST = 40  # characters before a state in which the post of an envoy to it stands
ASIDE = 8  # characters before words told in passing: " comme "
BEHALF = 60  # characters before a state in which "on behalf of" stands


@dataclass(frozen=True, slots=True)
class Speaker:
    """name: as the page gives it, in full where it does somewhere; None when nobody is named. side: an actor code."""

    name: str | None
    side: str | None
    feminine: bool | None = None
    person: bool = False


class Talk:
    """Hears the utterances of one document in order, and remembers who spoke last. Made anew for each document."""

    def __init__(self, document: Document, mentions: Mentions, language: Language) -> None:
        self.document, self.mentions = document, mentions
        self.definite = tuple(f"{word} " if word[-1].isalpha() else word for word in language["definite"])
        self.bare = Bare(document, mentions, language)
        self.voices = Voices(document, mentions, language, self.bare)
        self.introduced = Introduced(document, mentions, language)
        self.among = tuple(language.maps["speech"]["among"])
        self.likewise = frozenset(language.maps["speech"]["likewise"])
        self.behalf = tuple(f" {word}" for word in language.maps["speech"]["behalf"])
        self.things = frozenset(language["plural_pronouns"]) | frozenset(language["neuter"])  # no one person
        self.accredited, self.envoys = frozenset(language["accredited"]), tuple(language["envoys"])
        self.former, self.latter = (frozenset(language.maps["speech"][k]) for k in ("former", "latter"))
        self.verbs = {*language.auxiliary("be"), *language.auxiliary("have"), *language.maps["speech"]["modal"]}
        self.genders = dict(mentions.genders)
        self.last: tuple[int, Speaker | None] = (-9, None)  # index of the sentence, who
        self.stranger = -9  # index of the sentence in which somebody spoke last who speaks for nobody
        self.people: list[tuple[int, Speaker]] = []  # persons heard so far, and where

    def speaker(self, utterance: Utterance) -> Speaker | None:
        """Who says it; None when it is nobody who speaks for a state or an organisation."""
        found = self._found(utterance)
        if (utterance.how != "carried" or found) and not self._aside(utterance):
            self.last = (utterance.sentence, found)
            self.stranger = utterance.sentence if utterance.how == "other" and utterance.form != "unsaid" else -9
        if found and found.person:
            self.people.append((utterance.sentence, found))
        return found

    def _aside(self, utterance: Utterance) -> bool:
        """ "…, *as Madrid alleges*": told in passing, and no later "he" means who says it."""
        starts = [span[0] for span in (utterance.source, utterance.cue) if span]
        before = self.document.text[max(0, min(starts, default=0) - ASIDE) : min(starts, default=0)].casefold().split()
        return bool(before) and before[-1] in self.likewise

    def _found(self, utterance: Utterance) -> Speaker | None:
        if utterance.how == "named" and utterance.speaker:
            return self._named(utterance, utterance.speaker)
        if utterance.how == "unnamed":
            return self._untold(utterance)
        if utterance.how == "pronoun":
            return self._meant(utterance)
        if utterance.how == "carried":
            return self._carried(utterance)
        if utterance.how == "other" and utterance.form in ("quoted", "mixed"):
            return self._newly(utterance)
        return Speaker(None, None) if utterance.form == "unsaid" and utterance.how == "nobody" else None

    def _newly(self, utterance: Utterance) -> Speaker | None:
        """ "*La ministre mozambicaine* est à Lisbonne. « … », a prévenu *Graça Muianga*": the name of who led without one."""
        name, official = self.introduced.name(utterance), self.introduced.official(utterance)
        return Speaker(name, official.codes[0], utterance.feminine, True) if name and official else None

    def _named(self, utterance: Utterance, mention: ActorMention) -> Speaker | None:
        if mention.carrier == "nationals":
            return None
        if mention.how == "inferred" and not mention.person and utterance.source:
            return self._inferred(utterance, mention)
        name = mention.person
        if mention.how == "carrier" and not name and self.introduced.bare(mention):
            name = self._holder((mention.start, mention.end), self._side(utterance, mention), utterance)
        if mention.how == "pronoun" and not name:
            before = self._spoke(utterance)
            name = before.name if before and before.side in mention.codes else None
        return Speaker(
            name or self._whole(utterance, mention), self._side(utterance, mention), utterance.feminine, bool(name)
        )

    def _posted(self, mention: ActorMention) -> bool:
        """ "A former *envoy to* Egypt": where he is posted is not whom he speaks for."""
        *post, preposition = ["", *self.document.text[max(0, mention.start - POST) : mention.start].casefold().split()]
        return not mention.person and preposition in self.accredited and " ".join(post).endswith(self.envoys)

    def _inferred(self, utterance: Utterance, mention: ActorMention) -> Speaker:
        """ "Le ministre", "the ministry": of the state that the page gave such a one, else of the one that was inferred."""
        span = (mention.start, mention.end)
        side = self._behalf(utterance) or self.voices.side(utterance, self._near(utterance))
        name = self._holder(span, side, utterance) if mention.carrier == "office" else None
        return Speaker(name or self._whole(utterance, mention), side, utterance.feminine, bool(name))

    def _untold(self, utterance: Utterance) -> Speaker | None:
        """A source without a name; of no mention, one such as the page named with its state before."""
        span, words = utterance.source, self._words(utterance)
        if (words or "").casefold().replace("’", "'").endswith(self.among):
            before = self.last[1] if utterance.sentence - self.last[0] <= 1 else None
            return Speaker(words, before.side) if before else None
        side = self._side(utterance, utterance.speaker)
        plain = span is not None and (words or "").casefold().startswith(self.definite)
        title = span if plain and len((words or "").split()) <= TITLE else None
        name = self._holder(title, side, utterance) if title else None
        return Speaker(name or words, side, utterance.feminine, bool(name))

    def _holder(self, span: tuple[int, int], side: str | None, utterance: Utterance) -> str | None:
        """The person who holds the office: the only one, else of those the one who spoke last, of the gender told."""
        fit = self.bare.holders(span, side)
        spoke = [p.name for _, p in self.people if p.name in fit and not self._clash(p, utterance)]
        return next(iter(fit)) if len(fit) == 1 else spoke[-1] if spoke else None

    def _side(self, utterance: Utterance, mention: ActorMention | None) -> str | None:
        """For whom he says that he speaks; his one state or organisation; untold, of whom the page speaks."""
        if told := self._behalf(utterance):
            return told
        if mention and mention.codes and (mention.how != "inferred" or mention.person):
            alone = len(mention.codes) == 1 and mention.how != "both" and not self._posted(mention)
            return mention.codes[0] if alone else None
        if utterance.source is None or (mention and mention.person):
            return self.voices.seat(utterance)
        return self.voices.side(utterance, self._near(utterance))

    def _near(self, utterance: Utterance) -> str | None:
        """For whom the last one spoke, in this sentence or the one before."""
        return self.last[1].side if self.last[1] and utterance.sentence - self.last[0] <= 1 else None

    def _behalf(self, utterance: Utterance) -> str | None:
        """ "Speaking *for the African Union*, the Mauritanian minister said": outside what is said."""
        for mention in self.mentions.sentences[utterance.sentence].actors:
            inside = utterance.start <= mention.start < utterance.end
            before = (
                f" {self.document.text[max(0, mention.start - BEHALF) : mention.start]}".casefold()
                .replace("’", "'")
                .rstrip()
            )
            if not inside and len(mention.codes) == 1 and before.endswith(self.behalf):
                return mention.codes[0]
        return None

    def _whole(self, utterance: Utterance, mention: ActorMention) -> str:
        """The words for who speaks: the noun phrase, or the mention where the phrase is long."""
        text = self.document.text
        if utterance.source is None or utterance.source[0] > mention.start:
            return text[mention.start : mention.end]
        words = text[mention.start : max(utterance.source[1], mention.end)].split(",")[0].strip(" '\"“”«»‘’\xa0")
        words = words if "(" in words else words.rstrip(")")  # "the ministry (DFA) said"
        if any(word.casefold() in self.verbs for word in words.split()):
            return text[mention.start : mention.end]
        own = text[mention.start : mention.end]
        return words if own in words and len(words) < WHOLE else own

    def _words(self, utterance: Utterance) -> str | None:
        return self.document.text[slice(*utterance.source)].strip(" ,") if utterance.source else None

    def _meant(self, utterance: Utterance) -> Speaker | None:
        """He, she, they: who opens the sentence as such, who spoke last, or else who leads the sentence before."""
        sentence = self.mentions.sentences[utterance.sentence]
        own = next((m for m in sentence.actors if m.how == "pronoun" and self._covers(utterance, m)), None)
        if here := self._latter(utterance) or self._here(utterance, sentence):
            return here
        if self._stranger(utterance):
            return None
        before = self._heard(utterance)
        if before and before.person and (self._words(utterance) or "").casefold() in self.things:
            before = None
        if before and (lead := self._nearer(utterance, before)):
            return lead
        if before and (own is None or before.side is None or before.side in own.codes):
            return before
        if own and own.person:
            return replace(self._of(own), feminine=utterance.feminine, person=True)
        return self._antecedent(own, utterance.sentence) if own else before or self._leader(utterance)

    def _nearer(self, utterance: Utterance, before: Speaker) -> Speaker | None:
        """ "*Spain's minister, X*, left the talks. Asked why, she said": who leads the sentence before, not who spoke before that."""
        if utterance.sentence - self.last[0] < 2:
            return None
        lead = leading(self.mentions.sentences[utterance.sentence - 1])
        person = lead and lead.person and lead.carrier == "office" and lead.person != before.name
        if not lead or not person or not lead.codes:
            return None
        found = replace(self._of(lead), feminine=self.genders.get(lead.person or ""), person=True)
        return None if self._clash(found, utterance) else found

    def _stranger(self, utterance: Utterance) -> bool:
        """ "Un chauffeur raconte… *Il* ajoute": he who spoke just before speaks for nobody, nor does who is meant."""
        own = (self._words(utterance) or "").casefold()
        return own not in self.things and self.last[1] is None and utterance.sentence - self.stranger <= 1

    def _latter(self, utterance: Utterance) -> Speaker | None:
        """ "*Ce dernier* explique", "*la seconde* a répliqué": the last, or the first, whom the sentences before name."""
        words = (self._words(utterance) or "").casefold()
        if words not in self.latter | self.former or not utterance.sentence:
            return None
        named = [m for m in self.mentions.sentences[utterance.sentence - 1].actors if m.person]
        named = named or list(self.introduced.together(utterance))
        return replace(self._of(named[0 if words in self.former else -1]), person=True) if named else None

    def _here(self, utterance: Utterance, sentence: Sentence) -> Speaker | None:
        """ "*The envoy, X*, flew to Bamako; there she pleaded": the one person who leads the sentence before its pronoun."""
        start = utterance.source[0] if utterance.source else sentence.start
        said = range(utterance.start, utterance.end)
        ahead = [m for m in sentence.actors if m.end <= start and m.start not in said and not m.preposition]
        ahead = [m for m in ahead if m.carrier == "office"]
        met = next((p for _, p in self.people if ahead and p.name == ahead[0].person), None)
        if not ahead or not ahead[0].person or (met and self._clash(met, utterance)):
            return None
        return met or replace(self._of(ahead[0]), feminine=utterance.feminine, person=True)

    def _antecedent(self, pronoun: ActorMention, index: int) -> Speaker:
        """Whom a pronoun stands for by the words that named them last, within FAR sentences."""
        for sentence in reversed(self.mentions.sentences[max(index - FAR, 0) : index]):
            named = [m for m in sentence.actors if m.codes == pronoun.codes and not m.place and m.how not in UNNAMED]
            fit = [m for m in named if not m.preposition and m.carrier != "nationals"]
            if fit and not pronoun.person:
                persons = [m for m in named if m.person and m.carrier == "office"]
                return self._of(persons[-1] if persons and pronoun.carrier == "office" else fit[0])
        return self._of(pronoun)

    def _heard(self, utterance: Utterance) -> Speaker | None:
        """Who spoke last, unless the pronoun's gender is another's; then the last person of that gender."""
        before = self._spoke(utterance)
        if before and not self._clash(before, utterance):
            return before
        fit = [p for i, p in self.people if utterance.sentence - i <= FAR and not self._clash(p, utterance)]
        return fit[-1] if fit else None

    def _clash(self, speaker: Speaker, utterance: Utterance) -> bool:
        """ "Elle" is nobody who was told as a man's title, "il" nobody told as a woman's; a pair is neither."""
        if speaker.person and utterance.feminine is not None:
            return speaker.feminine is not None and utterance.feminine != speaker.feminine
        return speaker.name is not None and speaker.side is None

    def _covers(self, utterance: Utterance, mention: ActorMention) -> bool:
        return (
            utterance.source is not None and mention.start < utterance.source[1] and utterance.source[0] < mention.end
        )

    def _spoke(self, utterance: Utterance) -> Speaker | None:
        """Who spoke last, if that was no more than two sentences ago."""
        return self.last[1] if utterance.sentence - self.last[0] <= 2 else None

    def _carried(self, utterance: Utterance) -> Speaker | None:
        """A quotation alone goes on with who spoke just before; without such a one nobody is named."""
        index, speaker = self.last
        sentence = self.mentions.sentences[utterance.sentence]
        if utterance.sentence - index <= 1:
            return speaker
        if any(c.kind == "opinion" for c in sentence.cues):
            return None
        return self._following(utterance) or Speaker(None, None)

    def _following(self, utterance: Utterance) -> Speaker | None:
        """Who speaks in a quotation alone with nobody before it: he whom the next sentence names behind what he goes on to say."""
        ahead = next((u for u in self.mentions.utterances if u.start >= utterance.end), None)
        if ahead is None or ahead.how == "carried" or ahead.form not in ("quoted", "mixed"):
            return None
        sentence = self.mentions.sentences[ahead.sentence]
        near = sum(utterance.end <= s.start < ahead.end for s in self.mentions.sentences) == 1
        return self._found(ahead) if near and ahead.start <= sentence.start else None

    def _leader(self, utterance: Utterance) -> Speaker | None:
        """Who leads this sentence before the pronoun, or one of the two before: an official if there is one; never of what is said."""
        index = utterance.sentence
        here = self.mentions.sentences[index]
        colon = self.document.text.rfind(":", utterance.start, utterance.source[0]) + 1 if utterance.source else 0
        said = max(utterance.start, colon)  # "she did not mince her words: the raid, *she* said, was"
        ahead = tuple(m for m in here.actors if not said <= m.start < utterance.end)
        before = self.mentions.sentences[max(index - 2, 0) : index]
        for sentence in (replace(here, actors=ahead), *reversed(before)):
            if lead := leading(sentence):
                return self._of(lead)
        return None

    def _of(self, mention: ActorMention) -> Speaker:
        side = mention.codes[0] if len(mention.codes) == 1 else None
        return Speaker(mention.person or self.document.text[mention.start : mention.end], side)
