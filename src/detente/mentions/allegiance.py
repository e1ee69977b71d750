"""Whose official somebody is whom the page names without a state: what all its sentences say of him, weighed.

A state told with the office settles it. Else every sentence that names him votes: a possessive ("its spokesman, X"), the
capital it opens with, whom he meets or accuses (the other side), the office that somebody else already holds for a
state, the outlet's own country. One reading must lead by MARGIN; else nobody says whose he is.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from detente.codebook.languages import Language
from detente.mentions.actors import ActorFinder
from detente.mentions.dealings import Dealings
from detente.mentions.faced import Faces
from detente.mentions.figures import Said, Vote
from detente.mentions.floor import Floor
from detente.mentions.introductions import Introduction
from detente.mentions.lexicon import Lexicon
from detente.mentions.people import Person
from detente.mentions.speech import SpeechFinder
from detente.mentions.tokens import Token

# Weights of what speaks for a side, by how seldom it misled on the coded pages we may read (docs/errors.md).
WEIGHTS = {
    "owned": 4.0, "counterpart": 4.0, "posted": 2.0, "held": 2.0, "home": 2.0, "one title": 1.0, "capital first": 2.0,
    "capital beside": 0.5, "visits": 1.0, "object": 1.0, "met by": 1.0, "content first": 1.0, "only one ahead": 1.0,
    "accused": 1.0, "promised": 1.0, "frame": 1.0, "focus": 1.0, "answers": 1.0,
    "last named": 2.0, "hosting": 1.5, "address": 1.0, "commits": 1.0, "dateline": 1.0,
    "ministry": 2.0, "mission": 2.0, "stands": 1.0, "across": 1.0, "bears": 2.0, "titled": 1.0, "leads": 4.0,
}  # fmt: skip
PASSING = ("focus", "hosting")  # half as sure of a third party, of which the page soon speaks no more
TOPIC = ("focus", "frame", "content first", "only one ahead")  # they say nothing of two who share a title
HERE = ("capital first", "capital beside")  # they say nothing of an ambassador
LEAST = 1.0  # points that a reading needs
THIRD = 0.4  # of what speaks against one of the two, how much speaks for the other where there are more of them
MARGIN = 1.0  # points by which it must lead
ROUNDS = 4  # how often what is settled of one may settle another: chains on one page are no longer


class Allegiance:
    """Compiled once for a language; `settle` is pure."""

    def __init__(self, language: Language, actors: ActorFinder, speech: SpeechFinder) -> None:
        self.actors = actors
        self.dealings = Dealings(language, speech)
        self.faces = Faces(language, speech, actors.counterparts, self.dealings)
        self.floor = Floor(language, self.faces, actors.envoys)
        self.residents = frozenset(language.maps["speech"]["residents"])
        self.former = frozenset(language["former"])
        self.mission = frozenset(language.maps["same_thing"].get("mission", ()))
        self.groups: Lexicon[str] = Lexicon()
        for group, wordings in language.maps["same_office"].items():
            self.groups.add_wordings(wordings, group)
            self.groups.add_wordings((w.replace(" ", " … ", 1) for w in wordings if " " in w), group)  # a state between
        self.ministries: Lexicon[str] = Lexicon()
        for group, wordings in language.maps["same_ministry"].items():
            self.ministries.add_wordings(wordings, group)
            self.ministries.add_wordings((w.replace(" ", " … ", 1) for w in wordings if " " in w), group)

    def settle(
        self,
        persons: Sequence[Person],
        said: Sequence[Said],
        pair: tuple[str, ...],
        homes: Mapping[str, str],
        crowded: bool = False,
    ) -> list[Person]:
        """The same persons, those without a state with the one that the page gives them, if it does.

        crowded: whether the page names more states than its two: who is not of the one may then be a third's.
        """
        votes = [*self._counted(persons, said, homes), *self._ministries(persons, said, pair)]
        votes += [*self._missions(persons, said, pair), *self._titled(persons, said)]
        settled = list(persons)
        for _ in range(ROUNDS):
            known = [p.code for p in settled]
            extra = list(self._holders(settled))
            settled = [
                p
                if p.code
                else _with(p, self._winner([v for v in (*votes, *extra) if v.person == n], known, pair, crowded))
                for n, p in enumerate(settled)
            ]
            if [p.code for p in settled] == known:
                break
        return settled

    def _counted(self, persons: Sequence[Person], said: Sequence[Said], homes: Mapping[str, str]) -> list[Vote]:
        """The votes that count, of whoever may have any."""
        shared = {n for s in said for n, intro in s.introduced for _, o in s.introduced if _one_title(intro, o)}
        unsure = {n for s in said for n, intro in s.introduced if intro.unsure}
        votes = [
            v
            for i in range(len(said))
            for v in self._votes(said, i, persons)
            if v.person not in unsure or v.why == "last named"
        ]
        votes = [v for v in votes if v.person not in shared or v.why not in TOPIC]
        posted = {
            n for n, p in enumerate(persons) if self._is_envoy(p)
        }  # where it is written from is where they are posted
        votes = [v for v in votes if v.person not in posted or v.why not in HERE]
        bare = [n for n, p in enumerate(persons) if n not in unsure | shared and self._at_home(p)] if homes else ()
        return votes + [Vote(n, why, True, code=code) for why, code in homes.items() for n in bare]

    def _votes(self, said: Sequence[Said], i: int, persons: Sequence[Person]) -> Iterator[Vote]:
        for n, intro in said[i].introduced:
            if persons[n].code is None:
                yield from self.floor.owned(said, i, n, intro)
        yield from self.floor.answered(said, i, persons)
        yield from self.faces.votes(said[i], persons)
        yield from self.dealings.votes(said[i], persons)

    def _winner(
        self, votes: Sequence[Vote], known: Sequence[str | None], pair: tuple[str, ...], crowded: bool
    ) -> str | None:
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
                points[pair[code == pair[0]]] += WEIGHTS[vote.why] * (THIRD if crowded else 1)
        ranked = sorted(points.items(), key=lambda kv: (-kv[1], kv[0]))
        if not ranked or ranked[0][1] < LEAST:
            return None
        second = max((n for _, n in ranked[1:]), default=0.0)
        return ranked[0][0] if ranked[0][1] - max(second, 0.0) >= MARGIN else None

    # -- what the whole page says
    def _ministries(self, persons: Sequence[Person], said: Sequence[Said], pair: Sequence[str]) -> list[Vote]:
        """ "A charter of the *South African interior ministry* […] X, the interior minister": the only one that the page names."""
        bare = [(n, self._group(p)) for n, p in enumerate(persons) if not p.code and not p.former]
        if not any(group for _, group in bare):
            return []
        named: defaultdict[str, set[str]] = defaultdict(set)
        for one in said:
            for match in self.ministries.find(one.words):
                start, end = one.words[match.first].start, one.words[match.last].end
                own = [f for f in one.figures if f.start < end and start < f.end and f.person is None]
                named[match.payload] |= {f.codes[0] for f in own if len(f.codes) == 1}
        only = {group: min(codes) for group, codes in named.items() if len(codes) == 1}
        return [
            Vote(n, "ministry", True, code=only[g]) for n, g in bare if g and only.get(g) in (pair or only.values())
        ]

    def _missions(self, persons: Sequence[Person], said: Sequence[Said], pair: Sequence[str]) -> Iterator[Vote]:
        """ "*Nepal's embassy* gave rice […] the chargé d'affaires, X": of the one mission named; not of where he stands."""
        envoys = [n for n, p in enumerate(persons) if not p.code and not p.former and self._resides(p)]
        if not envoys:
            return
        figures = ((one, f) for one in said for f in one.figures if len(f.codes) == 1 and f.person is None)
        named = {f.codes[0] for one, f in figures if any(t.key in self.mission for t in one.between(f.start, f.end))}
        yield from (
            Vote(n, "mission", True, code=code) for n in envoys for code in named if {code} == named & set(pair)
        )
        for one in said:
            here = {f.person for f in one.figures} & set(envoys)
            seats = (f for f in one.figures if f.place and f.capital and len(f.codes) == 1)
            yield from (Vote(n, "stands", False, code=f.codes[0]) for f in seats for n in here if n is not None)

    def _titled(self, persons: Sequence[Person], said: Sequence[Said]) -> Iterator[Vote]:
        """The page's title: "*L'envoyé de l'Union africaine* plaide…", and under it "l'envoyé, X": of whom alone it names such a one."""
        named = [f for f in said[0].figures if len(f.codes) == 1 and f.person is None and not f.place] if said else ()
        words = [({t.key for t in said[0].between(f.start, f.end)}, f.codes[0]) for f in named]
        for n, intro in (pair for one in said for pair in one.introduced):
            codes = {code for keys, code in words if keys.issuperset(intro.office.split())}
            if len(codes) == 1 and not persons[n].code and not persons[n].former:
                yield Vote(n, "titled", True, code=min(codes))

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
        return bool(person.role_words) and not self._is_envoy(person)

    def _resides(self, person: Person) -> bool:
        """ "*Chargé* d'affaires"; a "ministre *chargé* du Budget" is none."""
        return any(t.key in self.residents for t in self._heading(person))

    def _heading(self, person: Person) -> Sequence[Token]:
        """The words for an office that may be its noun: in French the first."""
        own = [t for t in person.role_words if t.key not in self.former]
        return own if self.faces.genitive else own[:1]

    def _is_envoy(self, person: Person) -> bool:
        return any(t.key in self.actors.envoys for t in self._heading(person))


def _one_title(one: Introduction, other: Introduction) -> bool:
    """ "Les présidents X et Y": two of whom neither is of the side that the page speaks of."""
    return one is not other and (other.surname == one.with_ or one.surname == other.with_)


def _with(person: Person, code: str | None) -> Person:
    return person if code is None else person.sided(code)
