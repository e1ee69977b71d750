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
from detente.reports.called import Called
from detente.reports.heard import Heard
from detente.reports.houses import Houses
from detente.reports.seats import Seats
from detente.reports.signs import LEAST, MARGIN, WEIGHTS, Vote, strongest
from detente.reports.spelling import low
from detente.reports.titles import Titles

OPENING = 12  # characters before a capital that opens a sentence: "À Dakar, …"
TITLE = 3  # words of a bare title: "le premier ministre"
CLAUSES = (";", " – ", " — ")  # what parts two clauses of which each has its own subject

KNOWN = ("known", "later")  # signs that the page has named such an institution with its state
LEFT = ("left", "house")  # signs that tell more where the sentence names the other of the two
OWN = ("say", "claim", "promise")  # strengths of verbs by which a state tells what it does itself
STATES = ("name", "capital", "seat", "carrier")  # mentions that name a state, or what is its own
AHEAD = 30  # characters behind a state in which what it will do is told


@dataclass(frozen=True, slots=True)
class Voices:
    """Reads one document."""

    document: Document
    mentions: Mentions
    language: Language
    bare: Bare
    titles: Titles
    houses: Houses
    called: Called
    seats: Seats
    heard: Heard
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
        if self.blocs and self.called.stately(utterance):
            state = tuple(c for c in self.mentions.pair if c not in self.blocs)
            only = state if len(state) == 1 and any(code in self.blocs for _, code in found) else ()
            found = [v for v in found if v[1] not in self.blocs] or [("left", code) for code in only]
        blame = Blamed(self.document, self.mentions, self.language)
        blamed, wronged = blame.side(utterance), blame.wronged(utterance)
        yield from (v for v in found if v[1] != blamed and not (wronged and v[0] == "left"))
        if wronged and self.called.definite(utterance):
            yield "wronged", wronged
        if blamed and self.called.definite(utterance):
            yield from (("left", code) for code in self._other(blamed))

    def _votes(self, utterance: Utterance, spoke: str | None) -> Iterator[Vote]:
        """What speaks for which side."""
        seat = None if self.called.mission(utterance) else self.seats.seat(utterance)
        if seat:
            stands = self.seats.own(utterance) or self.called.stands(utterance)
            yield "inside" if stands else "seat", seat
        if struck := self.seats.struck(utterance):
            yield "struck", struck
        if self._left(utterance) or not self.called.anybody(utterance):
            spoke = spoke or (self._led(utterance, 1) if self.called.answers(utterance) else None)
            yield from self._of_the_page(utterance, spoke, seat)

    def _left(self, utterance: Utterance) -> tuple[str, ...]:
        """For whom an institution stands by what the page said before."""
        mention = utterance.speaker
        return mention.codes if mention and mention.how == "inferred" else ()

    def _of_the_page(self, utterance: Utterance, spoke: str | None, seat: str | None) -> Iterator[Vote]:
        """Who answers is not of the side that spoke just before, but of the other of the page's two."""
        definite, answers = self.called.definite(utterance), spoke is not None and self.called.answers(utterance)
        named = list(self._named(utterance, definite, seat is not None))
        known = next((code for why, code in named if why in KNOWN), None)
        yield from (v for v in named if not (answers and v[1] == spoke))
        yield from (("again", code) for code in (self._other(spoke) if spoke and answers else ()))
        host = self._other(spoke) if spoke and self._of_the_host(utterance) else ()
        yield from (("host", code) for code in host)
        goes_on = list(self._going_on(utterance, spoke, answers))
        if self._names_one(utterance):
            yield from (v for v in goes_on if v[0] in LEFT)
            goes_on = [v for v in goes_on if v[0] not in LEFT]
        yield from strongest([v for v in goes_on if not (host and v[1] == spoke)])
        if definite and not (answers or seat or known) and (again := self._heard(utterance)):
            yield "heard", again
        yield from self._of_his_office(utterance, definite, bool(goes_on))

    def _named(self, utterance: Utterance, definite: bool, seated: bool) -> Iterator[Vote]:
        """Whose the page says, by its words, that such an institution is, or who leads it."""
        vote = self._known(utterance, definite)
        if vote:
            yield vote
        house = self.houses.side(utterance, self.called.words(utterance)) if definite and not seated else None
        last = self.heard.within(utterance, 1)
        if house and (vote is None or (last and house == last.side)):
            yield "house", house

    def _going_on(self, utterance: Utterance, spoke: str | None, answers: bool) -> Iterator[Vote]:
        """Of whom the page is speaking: what is left, who spoke last, who leads, what he does himself."""
        definite, own = self.called.definite(utterance), self._content(utterance)
        left = "house" if self.called.mission(utterance) else "left"
        for code in self._left(utterance):
            if len(self._left(utterance)) == 1 and own in (None, code) and not (answers and code == spoke):
                yield left, code
        if spoke and not answers and not self._set_against(utterance):
            yield "again" if definite and not self._passing(utterance, spoke) else "spoke", spoke
        yield from self._around(utterance, definite, answers)
        if own:
            yield "content", own

    def _passing(self, utterance: Utterance, spoke: str) -> bool:
        """Whether who spoke last is a third, on a page of two: "À Paris, le ministère a… *La présidence*" is theirs."""
        return (
            len(self.mentions.pair) > 1 and spoke not in self.mentions.pair and self.called.house(utterance) is not None
        )

    def _names_one(self, utterance: Utterance) -> bool:
        """Whether his sentence names one of the page's two."""
        sentence = self.mentions.sentences[utterance.sentence]
        return any(
            set(m.codes) & set(self.mentions.pair) and m.how not in ("inferred", "pronoun", "possessed")
            for m in sentence.actors
        )

    def _around(self, utterance: Utterance, definite: bool, answers: bool) -> Iterator[Vote]:
        """Of whom the sentences about him speak: who leads his, or the one before, what frames it, what its paragraph is on."""
        if here := self._led(utterance, 0):
            yield "here" if not definite else "led" if self._apart(utterance) else "topic", here
        elif definite and (before := self._led(utterance, 1)):
            yield "before", before
        if definite and not answers and (topic := self._paragraph(utterance)):
            yield "paragraph", topic
        if definite and not self.called.mission(utterance) and (frame := self.seats.framed(utterance)):
            yield "set" if self._only_sets(utterance.sentence - 1) else "framed", frame

    def _only_sets(self, index: int) -> bool:
        """ "À Cotonou, on a respiré": a sentence whose place is all that it tells of anybody."""
        sentence = self.mentions.sentences[index]
        return not sentence.carriers and leading(sentence) is None and self.heard.last[0] != index

    def _apart(self, utterance: Utterance) -> bool:
        """Whether who leads his sentence leads it outside of what is said, in a clause before him."""
        lead = leading(self.mentions.sentences[utterance.sentence])
        start = min(utterance.start, utterance.source[0] if utterance.source else utterance.start)
        between = self.document.text[lead.end : start] if lead else ""
        return any(mark in between for mark in CLAUSES)

    def _of_his_office(self, utterance: Utterance, definite: bool, goes_on: bool) -> Iterator[Vote]:
        """Who has such an office on the page or by the codebook; where the page is written."""
        if utterance.source and definite and (held := self._held(utterance.source)):
            yield "held", held
        if definite and (titled := self.titles.holder(utterance, self.called.words(utterance))):
            yield "titled", titled
        words = self.called.words(utterance).casefold().split(" ")
        owned = words[0] in self.language["possessives"]
        if (
            self.mentions.home
            and not (owned or self.called.mission(utterance))
            and (definite or (not goes_on and len(self.called.words(utterance).split()) <= TITLE))
        ):
            yield "home", self.mentions.home

    # -- who has spoken
    def _heard(self, utterance: Utterance) -> str | None:
        """The one side for which such an institution has spoken on the page."""
        sides = self.heard.houses.get(self.called.house(utterance) or "", set())
        return next(iter(sides)) if len(sides) == 1 else None

    def _of_the_host(self, utterance: Utterance) -> bool:
        """Whether a mission spoke last, and now an institution that only a state at home has."""
        house, last = self.called.house(utterance), self.heard.house
        return house is not None and last in self.called.missions and house not in self.called.missions

    def _known(self, utterance: Utterance, definite: bool) -> Vote | None:
        """Of "the ministry", "a spokesman"; not of "officials", who may be other ones."""
        words = self.called.words(utterance).casefold().split() or [""]
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
        if utterance.source is None or utterance.strength not in OWN or self.called.answers(utterance):
            return None
        sentence = self.mentions.sentences[utterance.sentence]
        first = next((m for m in sentence.actors if utterance.start <= m.start < utterance.end), None)
        if first is None or first.preposition or len(first.codes) != 1 or first.how not in STATES:
            return None
        near = first.start - max(utterance.start, sentence.start) <= OPENING
        ahead = utterance.start < utterance.source[0]
        free = near and first.carrier in (None, "government") and self.called.definite(utterance)
        return first.codes[0] if free and (ahead or self._commits(first)) else None

    def _commits(self, first: ActorMention) -> bool:
        """ "Said *Britain would*": right behind a state, what it will do itself."""
        behind = low(self.document.text[first.end : first.end + AHEAD]).split()
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
        head = low(self.document.text[sentence.start : sentence.end])
        return head.startswith(tuple(self.language["contrast"]))

    def _other(self, code: str) -> tuple[str, ...]:
        pair = self.mentions.pair
        return tuple(c for c in pair if c != code) if code in pair else ()

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
