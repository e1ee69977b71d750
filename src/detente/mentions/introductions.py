"""Whom a page names with an office: "le ministre malien X", "X, ministre malien", "its spokesman, Colonel X"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detente.codebook.languages import Language
from detente.mentions import people
from detente.mentions.actors import ActorFinder
from detente.mentions.lexicon import Lexicon, Match
from detente.mentions.offices import Heading, Heard, Offices, Run
from detente.mentions.personal import Genders
from detente.mentions.tokens import Token
from detente.model import LOCAL

BEFORE = 4  # words between a comma and the office behind it: "a senior", "l'ancien"
SMALL = 3  # words of an article and an adjective right before an office: "l'ex-", "his former"
NAMED = ("carrier", LOCAL)  # ways of naming a state, or a town, by an office
HELD = ("office", "nationals")  # carriers of an office, and of one that is past
NEXT = 6  # characters between two coordinated states: " et "
RANK = 4  # words between a portfolio's comma and the name: "le général de division"


@dataclass(frozen=True, slots=True)
class Introduction:
    """A name with its office. code: the state told with it; posted: where an envoy is accredited.

    possessed: "its spokesman, X"; counterpart: "son homologue, X"; with_: the surname that shares a plural title.
    office: its noun, in small letters; role: the whole office as written; start..end: office and name.
    """

    name: str
    surname: str
    office: str
    role: str
    name_start: int
    start: int
    end: int
    code: str | None = None
    posted: str | None = None
    possessed: bool = False
    counterpart: bool = False
    feminine: bool | None = None
    former: bool = False
    with_: str | None = None
    guessed: bool = False  # the codebook tells the state, the page does not
    may: tuple[str, ...] = ()  # a state stands with the office, of which nobody can say which it is ("congolaise")

    @property
    def unsure(self) -> bool:
        return bool(self.may)


class Introducer:
    """Compiled once for a language; `find` is pure."""

    def __init__(self, language: Language, actors: ActorFinder, small: people.Small) -> None:
        self.actors, self.small = actors, small
        self.possessives = frozenset(language["possessives"])
        self.former = frozenset(language["former"])
        self.openers = (actors.prepositions | frozenset(language["sidelined"])) - small.particles
        self.gender = Genders.of(language)
        self.offices = Offices(language, actors, small)
        self.be, self.by = frozenset(language.auxiliary("be")), frozenset(language["passive_by"])
        self.apart = frozenset(language["with"]) | frozenset(language["from"]) | frozenset(language["within"])
        self.joins, self.plural = frozenset(language["and"]), language["plural"]
        self.leading: Lexicon[str] = Lexicon()
        self.leading.add_wordings(language["leading_a_group"], "leading")
        self.when = frozenset(w.casefold() for w in language.maps["speech"]["after"])

    def find(self, heard: Heard) -> Iterator[Introduction]:
        """In the order of the text."""
        within: dict[int, int] = {}  # where a name stands -> where the words for its office end
        for carrier in heard.carriers:
            if carrier.payload == "office":
                heading = self._heading(carrier, heard)
                for one in self._named(heading, heard):
                    if heard.words[carrier.first].start >= within.get(one.name_start, 0):
                        yield one  # not "le conseiller du *président*, X"
                        within[one.name_start] = one.start + len(one.role) if one.start < one.name_start else one.end

    def _heading(self, carrier: Match[str], heard: Heard) -> Heading:
        words = heard.words
        start = words[carrier.first].start
        own = next((m for m in heard.actors if m.carrier in HELD and m.how in NAMED and m.start <= start < m.end), None)
        if own is None:
            return Heading((carrier.first, carrier.last), (carrier.first, carrier.last), None)
        first = next(i for i, t in enumerate(words) if t.start >= own.start)
        last = next(i for i in range(len(words) - 1, -1, -1) if words[i].end <= own.end)
        code = own.codes[0] if len(own.codes) == 1 else None
        return Heading((carrier.first, carrier.last), (first, max(last, carrier.last)), code)

    def _named(self, heading: Heading, heard: Heard) -> Iterator[Introduction]:
        past, inside = self.offices.portfolio(heading.whole[1] + 1, heard)
        name = self._after(heading, past, heard)
        behind = name is not None
        name = name or self._before(heading, heard)
        if name is None or self.offices.private(heading, heard):
            return
        role_end = past - 1 if past > heading.whole[1] + 1 else heading.whole[1]
        one = self._introduction(heading, name, role_end, inside, heard)
        other = self._second(heading, name, heard) if behind else None
        before = self._state_before(heading, heard) if other and one.code else None
        yield replace(one, code=before) if before else one
        if other:
            two = self._introduction(heading, other, role_end, inside, heard)
            second = one.code if before else self._second_state(heading, heard) if one.code else None
            yield replace(two, start=two.name_start, code=second, with_=one.surname)

    # -- where the name stands
    def _after(self, heading: Heading, past: int, heard: Heard) -> Run | None:
        """A name right behind the office or its portfolio, or behind a comma and a rank."""
        words = heard.words
        i = self.offices.past_rank(heading.whole[1] + 1, words)
        if run := self._run_on(i, past, heard):
            return run
        if (last := people.name_at(words, i, self.small.particles)) >= i:
            run = self._stripped((i, last), heard)
            alone = run[0] == run[1] and words[run[0]].key in self.when
            return None if alone or self._taken(run, heard) else run
        if (led := self._led_by(heading.whole[1] + 1, heard)) is None and (
            past >= len(words) or words[past].text != ","
        ):
            return None
        start = led if led is not None else past + 1
        if self._another_s(start, heard):
            return None
        return self._apposed(start, heard)

    def _led_by(self, i: int, heard: Heard) -> int | None:
        """Behind "une délégation malienne *conduite par*": who leads it is its own."""
        ends = (i + m.last + 1 for m in self.leading.find(heard.words[i : i + RANK]) if m.first == 0)
        return next(ends, None)

    def _apposed(self, start: int, heard: Heard) -> Run | None:
        """A full name behind a rank, an article, or what he is by birth: ", le général X", ", *l'Angolais* X"."""
        words = heard.words
        born = {m.start for m in heard.actors if m.how == "people"}
        for j in (k for k in range(start, min(start + RANK, len(words))) if words[k].start not in born):
            last = people.name_at(words, j, self.small.particles)
            if last >= j:
                run = self._stripped((j, last), heard)
                whole = run[1] - run[0] >= 1 or words[run[0] - 1].text in self.small.titles | {"."}
                return run if whole and not self._taken(run, heard) else None
            if not words[j].text[0].isalpha() or words[j].key in self.small.stops | self.apart:
                return None
        return None

    def _another_s(self, i: int, heard: Heard) -> bool:
        """ "…expelling the Iranian ambassador, *Nasser Bourita, the foreign minister*, announced": a name with its office behind."""
        words = heard.words
        last = people.name_at(words, i, self.small.particles)
        if last < i or last + 2 >= len(words) or words[last + 1].text != ",":
            return False
        first = last + 2 + (words[last + 2].key in self.small.articles)
        office = next((c for c in heard.carriers if c.payload == "office" and first <= c.first <= first + 1), None)
        closes = office is not None and office.last + 1 < len(words) and words[office.last + 1].text == ","
        return closes and words[last + 2].key in self.small.articles

    def _run_on(self, i: int, past: int, heard: Heard) -> Run | None:
        """ "Ministre des Affaires étrangères *Abdoulaye Diop*": two capitals or more behind a small word that is no link."""
        words = heard.words
        if i >= len(words) or words[i].key not in self.offices.opens | self.offices.accredited:
            return None
        for j in range(i + 2, min(i + people.PORTFOLIO, past if past > i else len(words))):
            if not (words[j].text[0].isalpha() or words[j].text in "-'’") or words[j].key in self.small.stops:
                return None
            small = words[j - 1].text.islower() and words[j - 1].key not in self.small.links | self.small.articles
            last = people.name_at(words, j, self.small.particles)
            if small and words[j - 1].text[0].isalpha() and last > j and words[j - 1].key not in self.joins:
                return None if self._taken((j, last), heard) else self._stripped((j, last), heard)
        return None

    def _second_state(self, heading: Heading, heard: Heard) -> str | None:
        """ "Les présidents tchadien et *centrafricain*, X et Y": the state behind the first one's."""
        end = heard.words[heading.whole[1]].end
        near = (m for m in heard.actors if m.carrier == "office" and m.how in NAMED and 0 < m.start - end <= NEXT)
        return next((m.codes[0] for m in near if len(m.codes) == 1), None)

    def _state_before(self, heading: Heading, heard: Heard) -> str | None:
        """ "The *Greek* and Turkish ministers, X and Y": in English order the first one's state stands first."""
        start = heard.words[heading.whole[0]].start
        near = (m for m in heard.actors if m.carrier == "office" and m.how in NAMED and 0 < start - m.end <= NEXT)
        return next((m.codes[0] for m in near if len(m.codes) == 1), None)

    def _before(self, heading: Heading, heard: Heard) -> Run | None:
        """ "Eleni Markidou, a senior spokeswoman": a full name, a comma or "is", small words, the office."""
        words, j = heard.words, heading.whole[0] - 1
        if self._several(heard.inside(heading.noun)):
            return None  # "in the village of Diana Malari, cooperative *leaders*"
        least = j - BEFORE
        while j > least and j >= 0 and words[j].text[0].isalpha() and not words[j].text[0].isupper():
            if words[j].key in self.be:
                break
            if words[j].key in self.small.stops or words[j].key in self.by:
                return None  # "X a été reçu *par* la présidente"
            j -= 1
        while j >= 0 and words[j].text in "-'’":
            j -= 1
        if j < 1 or not (words[j].text == "," or words[j].key in self.be):
            return None
        while words[j].key in self.be and j > 1 and words[j - 1].key in self.small.stops:
            j -= 1  # "had been"
        run = self._stripped((people.name_before(words, j - 1, self.small.particles), j - 1), heard)
        return None if run[1] - run[0] < 1 or self._taken(run, heard) else run

    def _several(self, noun: Sequence[Token]) -> bool:
        """Whether an office's noun is a plural: its head, before "of", else its last word."""
        linked = any(t.key in self.small.links for t in noun)
        return noun[0 if linked else -1].text.endswith(self.plural)

    def _second(self, heading: Heading, name: Run, heard: Heard) -> Run | None:
        """ "Les ministres X et Y": the name behind "and", after a plural title."""
        words = heard.words
        joined = name[1] + 2 < len(words) and words[name[1] + 1].key in self.joins
        if not joined or not words[heading.noun[0]].text.endswith(self.plural):
            return None
        last = people.name_at(words, name[1] + 2, self.small.particles)
        run = (name[1] + 2, last)
        short = last == name[1] + 2 and name[0] < name[1]  # "the presidents Ama Asante and Togo"
        return None if last < name[1] + 2 or short or self._taken(run, heard) else run

    def _stripped(self, run: Run, heard: Heard) -> Run:
        """A name without the ranks and titles that stand before it: "Colonel X", "Mme X"."""
        first, last = run
        titled = (i + 1 for i in range(first + 1, last) if self._title(i, heard))
        first = max(titled, default=first)  # "Entretien *de Mme* X"
        first += first == 0 < last and heard.words[0].key in self.openers  # "*Selon* Ion Popescu, ministre"
        ranks = {i for c in heard.carriers for i in range(c.first, c.last + 1)}
        while first < last and (first in ranks or heard.words[first].text in self.small.titles | {"."}):
            first += 1
        return first, last

    def _title(self, i: int, heard: Heard) -> bool:
        """ "de *M.* X": a title behind a small word; "John *M.* Smith" has none."""
        return heard.words[i].text in self.small.titles and heard.words[i - 1].text.islower()

    def _taken(self, run: Run, heard: Heard) -> bool:
        """Whether a country or an organisation stands there, and no name."""
        start, end = heard.words[run[0]].start, heard.words[run[1]].end
        return any(m.start < end and start < m.end and m.how != "person" for m in heard.actors)

    # -- what is told of him
    def _introduction(self, heading: Heading, name: Run, role_end: int, inside: Run, heard: Heard) -> Introduction:
        noun, called = heard.inside(heading.noun), heard.inside(name)
        near = _joined(heard.words[max(heading.whole[0] - SMALL, 0) : heading.whole[0]])
        code, posted = self.offices.told(heading, inside, heard)
        told = code or self.offices.behind(name, heard)
        code = told or self._known(noun, called, heard)
        role = (heard.words[self._first(heading, near, heard)].start, heard.words[role_end].end)
        start, end = called[0].start, called[-1].end
        return Introduction(
            name=heard.text[start:end],
            surname=called[-1].text,
            office=" ".join(t.key for t in noun),
            role=heard.text[slice(*role)],
            name_start=start,
            start=min(role[0], start),
            end=max(role[1], end),
            code=code,
            posted=posted,
            possessed=any(t.key in self.possessives for t in near),
            counterpart=noun[0].key in self.actors.counterparts,
            feminine=self._feminine([*(t for t in near[-1:] if t.key not in self.possessives), *noun]),
            former=self._past(near),
            guessed=told is None,
            may=()
            if code or noun[0].key in self.actors.envoys
            else self.offices.candidates(heading.noun[0] - 1, role_end, heard),
        )

    def _past(self, words: Sequence[Token]) -> bool:
        return any(t.key in self.former for t in words)

    def _first(self, heading: Heading, near: Sequence[Token], heard: Heard) -> int:
        """The first word of the whole office: "*former* Kenyan minister"."""
        first = heading.whole[0]
        while self._past(near) and first > 0 and not self._past(heard.words[first : heading.whole[0]]):
            first -= 1
        return first

    def _known(self, noun: Sequence[Token], called: Sequence[Token], heard: Heard) -> str | None:
        """The side of whom the codebook knows by that name, or by that name and office."""
        named = (m for m in heard.actors if m.how == "person")
        named = (m for m in named if called[0].start <= m.start and m.end <= called[-1].end)
        code = next((m.codes[0] for m in named if len(m.codes) == 1), None)
        return code or self.actors.holders.behind_office(called, noun, heard.page, heard.day)

    def _feminine(self, words: Sequence[Token]) -> bool | None:
        """What an office and the word before it tell of who has it: "*la* ministre", "*porte-parole*" nothing; its head alone:
        "le chef de *la* diplomatie"."""
        linked = next((i for i, t in enumerate(words) if i and t.key in self.small.links), len(words))
        return self.gender.woman(t.key for t in words[:linked])


def _joined(words: Sequence[Token]) -> Sequence[Token]:
    """The words right before an office, back to a mark."""
    for i in range(len(words) - 1, -1, -1):
        if not (words[i].text[0].isalpha() or words[i].text in "-'’"):
            return words[i + 1 :]
    return words
