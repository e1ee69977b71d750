"""For whom a source without a state of its own speaks: "the minister", "une source diplomatique", "an official in Doha".

Every sign votes: the capital he speaks from, the state with which the page named such a one, whoever spoke or led just before,
where the page is written. One side must lead by MARGIN; else nobody says whose he is.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from detente.codebook.languages import Language
from detente.model import UNNAMED, ActorMention, Document, Mentions, Sentence, Utterance
from detente.reports.bare import Bare
from detente.reports.blamed import Blamed
from detente.reports.houses import Houses, without
from detente.reports.titles import Titles

OPENING = 12  # characters before a capital that opens a sentence: "À Dakar, …"
TITLE = 3  # words of a bare title: "le premier ministre"
PLACED = ("name", "capital", "seat")  # mentions that tell where a source sits
WHOLE = 90  # characters from a source to the capital he speaks from

# What each sign is worth, by how seldom it misled on the coded pages that we may read (docs/errors.md).
WEIGHTS = {
    "inside": 12.0,  # "an official at the ministry *in Dhaka*": his own words tell where he sits
    "house": 4.0,  # "*Egypt's minister* called… *The ministry* said": who leads such a house was just named
    "seat": 6.0,  # "an official in Doha"; "À Dakar, le ministre": outside what he says
    "known": 3.0,  # the only state with which the page named such an institution or office before
    "later": 0.5,  # and an institution, behind him
    "left": 2.0,  # the one of the page's two that the sentence leaves, or who led the sentence before
    "again": 2.5,  # "the minister" behind a speaker: of him who spoke last
    "spoke": 1.0,  # "an official" behind a speaker
    "here": 1.5,  # who leads the sentence before him, where he is nobody in particular
    "topic": 1.0,  # and where he is "the minister"
    "framed": 1.0,  # "Au Kenya, … *Le gouvernement* estime": where the sentence before is set
    "paragraph": 3.0,  # of whom the paragraph has told since it began, in two sentences or more
    "before": 0.5,  # who led the sentence before, where nobody leads this one
    "content": 2.0,  # "*China* will lift the duties, the ministry announced"
    "titled": 3.0,  # whose office, by the codebook, is called so: "*Nicolas Maduro* … le président"
    "held": 2.0,  # the only one with which the page named who has such an office
    "home": 3.0,  # where the page is written: "the ministry", "a duty officer", where nothing else tells
}
OWN = ("say", "claim", "promise")  # strengths of verbs by which a state tells what it does itself
STATES = ("name", "capital", "seat", "carrier")  # mentions that name a state, or what is its own
AHEAD = 30  # characters behind a state in which what it will do is told
ARTICLE = 5  # characters, at most, of an article and its space
LEAST = 0.5  # points that a reading needs
MARGIN = 0.5  # points by which it must lead
Vote = tuple[str, str]  # a key of WEIGHTS, a side


@dataclass(frozen=True, slots=True)
class Voices:
    """Reads one document."""

    document: Document
    mentions: Mentions
    language: Language
    bare: Bare
    titles: Titles
    houses: Houses
    blocs: frozenset[str] = frozenset()  # organisations, of which nobody is the government

    def side(self, utterance: Utterance, spoke: str | None) -> str | None:
        """Whose the source is, or None. spoke: for whom the last one spoke, if that was just before."""
        points: defaultdict[str, float] = defaultdict(float)
        for why, code in self.votes(utterance, spoke):
            points[code] += WEIGHTS[why] if code != UNNAMED else 0.0
        ranked = sorted(points.items(), key=lambda kv: (-kv[1], kv[0]))
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        leads = bool(ranked) and ranked[0][1] >= LEAST and ranked[0][1] - second >= MARGIN
        return ranked[0][0] if leads else None

    def votes(self, utterance: Utterance, spoke: str | None) -> Iterator[Vote]:
        """What speaks for which side, organisations left out where only a state has such a thing."""
        found = list(self._votes(utterance, spoke))
        if self.blocs and self._stately(utterance):
            state = tuple(c for c in self.mentions.pair if c not in self.blocs)
            only = state if len(state) == 1 and any(code in self.blocs for _, code in found) else ()
            found = [v for v in found if v[1] not in self.blocs] or [("left", code) for code in only]
        blamed = Blamed(self.document, self.mentions, self.language).side(utterance)
        yield from (v for v in found if v[1] != blamed)
        if blamed and self.definite(utterance):
            yield from (("left", code) for code in self._other(blamed))

    def _stately(self, utterance: Utterance) -> bool:
        """ "Le gouvernement", "the army": what no organisation has."""
        told = self._without(utterance, *self.language.elided, *self.language["premodified"])
        return bool(told & set(self.language.maps["speech"]["stately"]))

    def _votes(self, utterance: Utterance, spoke: str | None) -> Iterator[Vote]:
        """What speaks for which side. Who answers is not of the side that spoke just before, but of the other of the page's two."""
        mention = utterance.speaker
        seat = self.seat(utterance)
        if seat:
            yield "inside" if self._own_seats(utterance) else "seat", seat
        left = mention.codes if mention and mention.how == "inferred" else ()
        if not left and self.anybody(utterance):
            return
        spoke = spoke or (self._led(utterance, 1) if self._answers(utterance) else None)
        answers = spoke is not None and self._answers(utterance)
        own = self._content(utterance)
        left = () if own and left != (own,) else left
        yield from (("left", code) for code in left if len(left) == 1 and not (answers and code == spoke))
        definite = self.definite(utterance)
        vote = self._known(utterance, definite)
        known = vote[1] if vote else None
        if vote and not (answers and known == spoke):
            yield vote
        house = self.houses.side(utterance, self.words(utterance)) if definite and not seat else None
        if house and not (answers and house == spoke) and (known is None or house == spoke):
            yield "house", house
        if spoke and answers:
            yield from (("again", code) for code in self._other(spoke))
        elif spoke and not self._set_against(utterance):
            yield "again" if definite else "spoke", spoke
        yield from self._around(utterance, definite, answers)
        if own:
            yield "content", own
        yield from self._of_his_office(utterance, definite)

    def _around(self, utterance: Utterance, definite: bool, answers: bool) -> Iterator[Vote]:
        """Of whom the sentences about him speak: who leads his, or the one before, what frames it, what its paragraph is on."""
        if here := self._led(utterance, 0):
            yield "topic" if definite else "here", here
        elif definite and (before := self._led(utterance, 1)):
            yield "before", before
        if definite and not answers and (topic := self._paragraph(utterance)):
            yield "paragraph", topic
        if definite and (frame := self._framed(utterance)):
            yield "framed", frame

    def _of_his_office(self, utterance: Utterance, definite: bool) -> Iterator[Vote]:
        """Who has such an office on the page or by the codebook; where the page is written."""
        if utterance.source and definite and (held := self._held(utterance.source)):
            yield "held", held
        if definite and (titled := self.titles.holder(utterance, self.words(utterance))):
            yield "titled", titled
        words = self.words(utterance).casefold().split(" ")
        owned = words[0] in self.language["possessives"]
        if self.mentions.home and not owned and (definite or len(self.words(utterance).split()) <= TITLE):
            yield "home", self.mentions.home

    # -- what the words say
    def words(self, utterance: Utterance) -> str:
        return self.document.text[slice(*utterance.source)].strip(" ,") if utterance.source else ""

    def _without(self, utterance: Utterance, *marks: str) -> set[str]:
        """The words for who speaks, without what leans on them."""
        return set(without(self.words(utterance), *marks))

    def definite(self, utterance: Utterance) -> bool:
        """ "*The* minister", "*la* même source", "Ladygin's deputy": one whom the page has spoken of."""
        articles = tuple(f"{w} " if w[-1].isalpha() else w for w in self.language["definite"])
        words = self.words(utterance).casefold().replace("’", "'")
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
        return self.document.text[max(0, start - ARTICLE) : start].casefold().replace("’", "'").endswith(articles)

    def _of_institution(self, utterance: Utterance) -> bool:
        """ "Un officier *des garde-côtes*", "a spokesman for *the ministry*": of one whose institution is one of its state."""
        if utterance.source is None:
            return False
        text, articles = self.document.text, frozenset(self.language["definite"])
        for start, _ in self.mentions.sentences[utterance.sentence].carriers:
            if utterance.source[0] < start < utterance.source[1]:
                before = text[utterance.source[0] : start].casefold().replace("’", "'")
                if before.endswith("'") or (before.split() or [""])[-1] in articles:
                    return True
        return False

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

    def _known(self, utterance: Utterance, definite: bool) -> Vote | None:
        """Of "the ministry", "a spokesman"; not of "officials", who may be other ones."""
        words = self.words(utterance).casefold().split() or [""]
        plural = not definite and len(words) == 1 and words[0].endswith(self.language["plural"])
        own = words[0] in self.language["possessives"]  # "its embassy" is not the one named before
        if plural or own or utterance.source is None:
            return None
        if before := self.bare.side(utterance.source):
            return "known", before
        later = self.bare.side_told_later(utterance.source)
        return ("later", later) if later else None

    def _held(self, span: tuple[int, int]) -> str | None:
        """ "The spokesman": of the state of whoever the page named with such an office before, if of one only."""
        if any(end in self.document.text[slice(*span)] for end in self.language["premodified"]):
            return None  # "Gibraltar's chief minister"
        named = self.bare.holders(span, None)
        codes = {code for name, code, _, start, _ in self.mentions.people if name in named and start < span[0]}
        return next(iter(codes)) if len(codes) == 1 else None

    def _content(self, utterance: Utterance) -> str | None:
        """ "*China* will lift the duties, the ministry announced": what a state does is told by its own, where it opens what is said."""
        if utterance.source is None or utterance.strength not in OWN or self._answers(utterance):
            return None
        sentence = self.mentions.sentences[utterance.sentence]
        first = next((m for m in sentence.actors if utterance.start <= m.start < utterance.end), None)
        if first is None or first.preposition or len(first.codes) != 1 or first.how not in STATES:
            return None
        near = first.start - max(utterance.start, sentence.start) <= OPENING
        ahead = utterance.start < utterance.source[0]
        free = near and first.carrier in (None, "government") and self.definite(utterance)
        return first.codes[0] if free and (ahead or self._commits(first)) else None

    def _commits(self, first: ActorMention) -> bool:
        """ "Said *Britain would*": right behind a state, what it will do itself."""
        behind = self.document.text[first.end : first.end + AHEAD].casefold().replace("’", "'").split()
        verb = behind[0] if behind else ""
        futures = self.language.maps["endings"]["future"]
        told = " ".join(behind)
        return verb.endswith(futures or ("\0",)) or told.startswith(self.commits)

    @property
    def commits(self) -> tuple[str, ...]:
        return tuple(f"{w} " if w[-1] != "*" else w[:-1] for w in self.language.maps["speech"]["commits"])

    def _set_against(self, utterance: Utterance) -> bool:
        """ "*Pour sa part*, le chef de l'État a salué": he is not who spoke before."""
        sentence = self.mentions.sentences[utterance.sentence]
        head = self.document.text[sentence.start : sentence.end].casefold().replace("’", "'")
        return head.startswith(tuple(self.language["contrast"]))

    def _answers(self, utterance: Utterance) -> bool:
        return utterance.verb in self.language.maps["speech"]["replying"]

    def _other(self, code: str) -> tuple[str, ...]:
        pair = self.mentions.pair
        return tuple(c for c in pair if c != code) if code in pair else ()

    # -- where he stands
    def seat(self, utterance: Utterance) -> str | None:
        """ "An official *in Doha*", "*À Dakar*, le ministre": outside what he says."""
        sentence = self.mentions.sentences[utterance.sentence]
        if own := self._own_seats(
            utterance
        ):  # "une source *au palais de Koulouba*"; "officials in Seoul and Hanoi" are of two
            return own[0].codes[0] if len({m.codes for m in own}) == 1 else None
        seats = [m for m in sentence.actors if m.how == "capital" and m.place and len(m.codes) == 1]
        seats = [m for m in seats if not utterance.start <= m.start < utterance.end]
        near = [m for m in seats if utterance.source and 0 <= m.start - utterance.source[0] < WHOLE]
        near += [m for m in seats if m.start - sentence.start < OPENING]
        return near[0].codes[0] if near else None

    def _own_seats(self, utterance: Utterance) -> list[ActorMention]:
        """The states and capitals within the words for who speaks."""
        actors = self.mentions.sentences[utterance.sentence].actors
        own = (m for m in actors if m.how in (*PLACED, "town") and len(m.codes) == 1 and self._within(m, utterance))
        return [m for m in own if not self._signed(m)]

    def _signed(self, mention: ActorMention) -> bool:
        """ "Le texte *signé à Bichkek*": a text is not of where it was signed."""
        *_, word, preposition = ["", "", *self.document.text[: mention.start].casefold().split()[-2:]]
        return word in self.language.maps["speech"]["signed"] and preposition == mention.preposition

    def _within(self, mention: ActorMention, utterance: Utterance) -> bool:
        return bool(utterance.source and utterance.source[0] <= mention.start and mention.end <= utterance.source[1])

    def _framed(self, utterance: Utterance) -> str | None:
        """ "*Au Kenya*, la polémique enfle. Le parti au pouvoir…": the one state whose place opens the sentence before."""
        if not utterance.sentence:
            return None
        before = self.mentions.sentences[utterance.sentence - 1]
        found = next((m for m in before.actors if m.place and m.start - before.start < OPENING), None)
        comma = found is not None and self.document.text[found.end : found.end + 1] == ","
        return found.codes[0] if found and comma and len(found.codes) == 1 else None

    def _paragraph(self, utterance: Utterance) -> str | None:
        """ "*La Pologne* a reporté… *Donald Tusk* a dit… Le ministère": who leads each sentence of the paragraph before."""
        here = self.mentions.sentences[utterance.sentence].paragraph
        told: list[str | None] = []
        for sentence in self.mentions.sentences[utterance.sentence - 1 :: -1] if utterance.sentence else ():
            if sentence.paragraph != here:
                break
            lead = leading(sentence)
            told.append(lead.codes[0] if lead and len(lead.codes) == 1 else None)
        return told[0] if len(told) > 1 and len(set(told)) == 1 else None

    def _led(self, utterance: Utterance, back: int) -> str | None:
        """Of whom this sentence, or the one `back` before it, speaks first: one side."""
        index = utterance.sentence - back
        lead = leading(self.mentions.sentences[index]) if index >= 0 else None
        fits = lead and utterance.source and lead.end <= utterance.source[0] and len(lead.codes) == 1
        return lead.codes[0] if lead and fits else None


def leading(sentence: Sentence) -> ActorMention | None:
    """Who leads a sentence: a person if there is one."""
    may = [m for m in sentence.actors if not m.place and m.carrier not in ("nationals", "force") and not m.preposition]
    may = [m for m in may if m.how not in ("people", "adjective", "posting")]
    return next((m for m in may if m.person), may[0] if may else None)
