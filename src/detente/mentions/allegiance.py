"""Whose official somebody is whom the page names without a state: what all its sentences say of him, weighed.

A state told with the office settles it. Else every sentence that names him votes: a possessive ("its spokesman, X"), the
capital it opens with, whom he meets or accuses (the other side), the office that somebody else already holds for a
state, the outlet's own country. One reading must lead by MARGIN; else nobody says whose he is.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.codebook.languages import Language
from detente.mentions.actors import ActorFinder
from detente.mentions.introductions import Introduction
from detente.mentions.lexicon import Lexicon
from detente.mentions.people import Person
from detente.mentions.speech import SpeechFinder
from detente.mentions.tokens import Token

# Weights of what speaks for a side, by how seldom it misled on the coded pages we may read (docs/errors.md).
WEIGHTS = {
    "owned": 4.0, "counterpart": 4.0, "posted": 2.0, "held": 2.0, "home": 2.0, "one title": 1.0, "capital first": 2.0,
    "capital beside": 1.0, "visits": 1.0, "object": 1.0, "met by": 1.0, "content first": 1.0, "only one ahead": 0.5,
    "accused": 1.0, "promised": 1.0, "frame": 1.0, "focus": 1.0, "title": 0.5,
}  # fmt: skip
PASSING = ("focus", "frame")  # half as sure of a third party, of which the page soon speaks no more
TOPIC = ("focus", "frame", "content first", "only one ahead")  # they say nothing of two who share a title
LEAST = 1.0  # points that a reading needs
MARGIN = 1.0  # points by which it must lead
CLAUSE = 14  # words in which somebody else is the object of what he does
ROUNDS = 4  # how often what is settled of one may settle another: chains on one page are no longer


@dataclass(frozen=True, slots=True)
class Vote:
    """For or against a side: of `code`, or of another person of the page by number."""

    person: int
    why: str  # a key of WEIGHTS
    same: bool
    code: str | None = None
    other: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody or something in a sentence that may lead it: a state's, or a person by number."""

    start: int
    end: int
    preposition: str
    codes: tuple[str, ...] = ()
    person: int | None = None
    place: bool = False

    @property
    def known(self) -> bool:
        """Whether it is anybody in particular; "the ministry" alone is not."""
        return bool(self.codes) or self.person is not None


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence for the vote: its words, who stands in it, who is introduced there."""

    words: Sequence[Token]
    figures: Sequence[Figure]
    introduced: Sequence[tuple[int, Introduction]]
    named: Sequence[Figure] = ()  # the figures, and the states that adjectives name
    quoted: Sequence[tuple[int, int]] = ()
    paragraph: int = 0
    frame: str | None = None  # the state that its first words name, however they do

    def opened_by(self, place: Figure) -> bool:
        """Whether one small word at most stands before it: "À Dakar, …", "In Beijing…"."""
        return sum(t.text[0].isalpha() for t in self.words if t.end <= place.start) <= 1


class Allegiance:
    """Compiled once for a language; `settle` is pure."""

    def __init__(self, language: Language, actors: ActorFinder, speech: SpeechFinder) -> None:
        self.actors, self.speech = actors, speech
        self.by = frozenset(language["passive_by"])
        self.between = frozenset(language["between"])
        self.joins = frozenset(language["and"])
        self.genitive = frozenset(language["premodified"])
        self.meeting = frozenset(language["meeting"])
        self.facing = frozenset(language["toward"]) | frozenset(language["with"]) | frozenset(language["between"])
        self.visiting = frozenset(language["visiting"])
        self.stops = frozenset(language["clause_breaks"]) - frozenset(language["relative"])
        self.that = frozenset(language.maps["speech"]["that"])
        self.groups: Lexicon[str] = Lexicon()
        for group, wordings in language.maps["same_office"].items():
            self.groups.add_wordings(wordings, group)
            self.groups.add_wordings((w.replace(" ", " … ", 1) for w in wordings if " " in w), group)  # a state between

    def settle(
        self, persons: Sequence[Person], said: Sequence[Said], pair: tuple[str, ...], home: str | None
    ) -> list[Person]:
        """The same persons, those without a state with the one that the page gives them, if it does."""
        shared = {n for s in said for n, intro in s.introduced for _, o in s.introduced if _one_title(intro, o)}
        unsure = {n for s in said for n, intro in s.introduced if intro.unsure}
        votes = [v for i in range(len(said)) for v in self._votes(said, i, persons) if v.person not in unsure]
        votes = [v for v in votes if v.person not in shared or v.why not in TOPIC]
        if home:
            bare = [n for n, p in enumerate(persons) if n not in unsure and self._at_home(p)]
            votes += [Vote(n, "home", True, code=home) for n in bare]
        settled = list(persons)
        for _ in range(ROUNDS):
            known = [p.code for p in settled]
            extra = list(self._holders(settled))
            settled = [
                p if p.code else _with(p, self._winner([v for v in (*votes, *extra) if v.person == n], known, pair))
                for n, p in enumerate(settled)
            ]
            if [p.code for p in settled] == known:
                break
        return settled

    def _winner(self, votes: Sequence[Vote], known: Sequence[str | None], pair: tuple[str, ...]) -> str | None:
        points: defaultdict[str, float] = defaultdict(float)
        for vote in dict.fromkeys(votes):
            code = vote.code if vote.other is None else known[vote.other]
            if code is None:
                continue
            if vote.same:
                aside = vote.why in PASSING and len(pair) == 2 and code not in pair
                points[code] += WEIGHTS[vote.why] / (2 if aside else 1)
                continue
            points[code] -= WEIGHTS[vote.why]
            if code in pair and len(pair) == 2:
                points[pair[code == pair[0]]] += WEIGHTS[vote.why]
        ranked = sorted(points.items(), key=lambda kv: (-kv[1], kv[0]))
        if not ranked or ranked[0][1] < LEAST:
            return None
        second = max((n for _, n in ranked[1:]), default=0.0)
        return ranked[0][0] if ranked[0][1] - max(second, 0.0) >= MARGIN else None

    # -- what the whole page says
    def _holders(self, persons: Sequence[Person]) -> Iterator[Vote]:
        """A state has one foreign minister: another one is of the other side."""
        held = [(self._group(p), p.code, n) for n, p in enumerate(persons) if not p.former]
        for group, code, n in held:
            if group and code:
                yield from (Vote(m, "held", False, code=code) for other, _, m in held if other == group and m != n)

    def _group(self, person: Person) -> str | None:
        found = next(iter(self.groups.find(person.role_words)), None)
        return found.payload if found else None

    def _at_home(self, person: Person) -> bool:
        """An outlet names its own country's officials without saying of which; an ambassador may be anybody's."""
        return bool(person.role_words) and not any(t.key in self.actors.envoys for t in person.role_words)

    # -- what one sentence says
    def _votes(self, said: Sequence[Said], i: int, persons: Sequence[Person]) -> Iterator[Vote]:
        sentence = said[i]
        for n, intro in sentence.introduced:
            if persons[n].code is None:
                yield from self._owned(said, i, n, intro)
        for figure in sentence.figures:
            if figure.person is not None and persons[figure.person].code is None:
                yield from self._placed(sentence, figure, figure.person)
                faced = list(self._accused(sentence, figure, figure.person))
                yield from faced or self._faced(sentence, figure, figure.person)
                yield from self._spoken(sentence, figure, figure.person)

    def _owned(self, said: Sequence[Said], i: int, n: int, intro: Introduction) -> Iterator[Vote]:
        """ "Its spokesman, X", "son homologue, X"; "les ministres X et Y"; "ambassador to Mali"."""
        if intro.posted:
            yield Vote(n, "posted", False, code=intro.posted)
        if intro.possessed:
            owner = self._antecedent(said, i, intro.start, n)
            if owner is not None:
                yield from _votes(n, "counterpart" if intro.counterpart else "owned", owner, not intro.counterpart)
        else:
            yield from self._followed(said, i, n)
        if intro.with_:
            first = next((k for k, o in said[i].introduced if o.surname == intro.with_), None)
            if first is not None:
                yield Vote(n, "one title", False, other=first)
                yield Vote(first, "one title", False, other=n)

    def _antecedent(self, said: Sequence[Said], i: int, start: int, n: int) -> Figure | None:
        """Who leads up to a possessive, here or in the two sentences before."""
        before = [f for f in said[i].figures if f.end <= start and not f.place and f.person != n and f.known]
        if before:
            return next((f for f in before if not f.preposition), before[0])
        for k in range(i - 1, max(i - 3, -1), -1):
            if lead := self._told_by(said[k]) or _lead(said[k]):
                return _seated(lead, said[k]) if lead.person != n else None
        return None

    def _joined(self, sentence: Said, lead: Figure) -> bool:
        """Whether another figure is joined to this one by "and"."""
        behind = next((f for f in sentence.figures if f.start >= lead.end), None)
        if behind is None or behind.start - lead.end > SIDE_BY_SIDE:
            return False
        return any(t.key in self.joins for t in sentence.words if lead.end <= t.start < behind.start)

    def _told_by(self, sentence: Said) -> Figure | None:
        """Who closes a sentence as its source: "…, the foreign ministry insisted", "…, a affirmé Lomé"."""
        for figure in reversed(sentence.figures):
            if figure.place or figure.preposition or figure.start == sentence.words[0].start:
                continue
            for verb in self.speech.sayings(sentence.words):
                first, last = sentence.words[verb.first].start, sentence.words[verb.last].end
                if 0 <= first - figure.end <= 1 or 0 <= figure.start - last <= ARTICLE:
                    return figure
        return None

    def _placed(self, sentence: Said, figure: Figure, n: int) -> Iterator[Vote]:
        """ "À Dakar, la ministre…": hers; "on a visit to Nouakchott": not his."""
        visits = any(t.key in self.visiting for t in sentence.words)
        for place in sentence.figures:
            if not place.place:
                continue
            if sentence.opened_by(place):
                yield from _votes(n, "capital first", place, True)
            elif visits:
                yield from _votes(n, "visits", place, False)
            elif 0 < place.start - figure.end <= OPENING:
                yield from _votes(n, "capital beside", place, True)

    def _faced(self, sentence: Said, figure: Figure, n: int) -> Iterator[Vote]:
        """Whom he meets, accuses, receives, or who does so to him: somebody else's."""
        others = [f for f in sentence.figures if not f.place and f.person != n]
        behind = next((f for f in others if f.start >= figure.end), None)
        if (
            behind
            and not figure.preposition
            and not self._owns(sentence, behind)
            and self._reached(sentence, figure.end, behind.start)
        ):
            yield from _votes(n, "object", behind, False)
        before = [f for f in others if f.end <= figure.start]
        ahead = next((f for f in before if not f.preposition), before[-1] if before else None)
        if ahead and (figure.preposition in (self.by | self.facing) or self._is_object(sentence, figure)):
            yield from _votes(n, "met by", ahead, False)
        if behind and figure.preposition in self.between and behind.start - figure.end < SIDE_BY_SIDE:
            yield from _votes(n, "met by", behind, False)

    def _owns(self, sentence: Said, figure: Figure) -> bool:
        """ "X voiced *Singapore's* concern": what follows is the object, and may be his own."""
        return any(t.start == figure.end and t.key in self.genitive for t in sentence.words)

    def _is_object(self, sentence: Said, figure: Figure) -> bool:
        """ "She *met* Prime Minister X": a verb of meeting right before the name, articles and days passed over."""
        before = [t.key for t in sentence.words if t.end <= figure.start][-MEETING:]
        return any(k in self.meeting for k in before) and not figure.preposition

    def _reached(self, sentence: Said, start: int, end: int) -> bool:
        """Whether what stands at `end` can be the object of what is told behind `start`: one clause, no quotation between."""
        between = [t for t in sentence.words if start <= t.start < end]
        if len(between) > CLAUSE or any(t.key in self.that or t.key in self.stops for t in between):
            return False
        if any(a < end and start < b for a, b in sentence.quoted):
            return False
        return sum(t.text == "," for t in between) <= 1 and any(t.text.islower() and len(t.text) > 2 for t in between)

    def _accused(self, sentence: Said, figure: Figure, n: int) -> Iterator[Vote]:
        """ "X, who accused Nairobi of…", "X reproche à Dakar de…": whom he blames, asks, thanks or warns."""
        if figure.preposition:
            return
        for verb in self.speech.sayings(sentence.words):
            promised = verb.payload.strength == "promise"
            if not promised and verb.payload.strength not in TOWARD:
                continue
            near = sentence.words[verb.last + 1 : verb.last + 1 + REACH]
            if sentence.words[verb.first].start < figure.end or not near:
                continue
            faced = next((f for f in sentence.named if near[0].start <= f.start <= near[-1].start), None)
            if faced and faced.person != n and not self._owns(sentence, faced):
                yield from _votes(n, "promised" if promised else "accused", faced, promised)

    def _spoken(self, sentence: Said, figure: Figure, n: int) -> Iterator[Vote]:
        """Of whom he speaks: "Senegal will let trucks back, X said"."""
        ahead = [f for f in sentence.figures if not f.place and f.person != n and f.end <= figure.start]
        if ahead and not ahead[0].preposition and not figure.preposition:
            opens = ahead[0].start - sentence.words[0].start <= OPENING
            if opens or len({f.codes for f in ahead}) == 1:
                yield from _votes(n, "content first" if opens else "only one ahead", ahead[0], True)

    def _followed(self, said: Sequence[Said], i: int, n: int) -> Iterator[Vote]:
        """Who is spoken of when a bare title comes: who leads the sentence before, or frames it ("Côté malien, …")."""
        if not i or any(f.place and said[i].opened_by(f) for f in said[i].figures):
            return
        before = said[i - 1]
        if before.frame and before.paragraph == said[i].paragraph:
            yield Vote(n, "frame", True, code=before.frame)
        elif (lead := self._told_by(before) or _lead(before)) and lead.person != n and not lead.preposition:
            if self._joined(before, lead):
                return  # "Le Togo et le Ghana…": two are spoken of
            yield from _votes(n, "focus", lead, True)


ARTICLE = 5  # characters of an article and its spaces
MEETING = 3  # words in which a verb of meeting has its object: "a reçu mardi le"
SIDE_BY_SIDE = 8  # characters: "between X and his…"
REACH = 4  # words from a verb of blame to who is blamed: "a reproché au gouvernement de Lomé"
TOWARD = ("blame", "demand", "praise", "warn")  # strengths of verbs that have somebody else for an object
OPENING = 12  # characters before what opens a sentence, or behind an office: "À Dakar, ", "« ", "the "


def _votes(person: int, why: str, figure: Figure, same: bool) -> Iterator[Vote]:
    """One, or none where the figure is of no one side."""
    if figure.person is not None:
        yield Vote(person, why, same, other=figure.person)
        yield Vote(figure.person, why, same, other=person)
    elif len(figure.codes) == 1:
        yield Vote(person, why, same, code=figure.codes[0])


def _one_title(one: Introduction, other: Introduction) -> bool:
    """ "Les présidents X et Y": two of whom neither is of the side that the page speaks of."""
    return one is not other and (other.surname == one.with_ or one.surname == other.with_)


def _seated(lead: Figure, sentence: Said) -> Figure | None:
    """Who leads; "the ministry" is of the capital that the sentence names, if it names one."""
    if lead.known:
        return lead
    seats = [f for f in sentence.figures if f.place and len(f.codes) == 1 and sentence.opened_by(f)]
    return seats[0] if len(seats) == 1 else None


def _lead(sentence: Said) -> Figure | None:
    may = [f for f in sentence.figures if not f.place]
    return next((f for f in may if not f.preposition), may[0] if may else None)


def _with(person: Person, code: str | None) -> Person:
    return person if code is None else person.sided(code)
