"""Who has an office on a page: everybody introduced, whose he is, and where he is named again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from detente.codebook.languages import Language
from detente.mentions import people
from detente.mentions.actors import ActorFinder
from detente.mentions.allegiance import Allegiance
from detente.mentions.figures import Figure, Said
from detente.mentions.introductions import Introducer, Introduction
from detente.mentions.offices import Heard
from detente.mentions.people import Person, Roll
from detente.mentions.renamed import Renamer, Told
from detente.mentions.speech import SpeechFinder
from detente.mentions.taken_up import TakenUp
from detente.mentions.tokens import Token, tokens
from detente.model import TOWN, ActorMention, Sentence

FRAME = 10  # characters before the state that frames a sentence: "Du côté malien, …"
DATELINE = 10  # words and marks between a dateline's place and its dash
DASHES = frozenset("–—-")
STANDING = ("government", "office")  # carriers that may lead a sentence, whoever they are
UNFIT = ("people", "adjective", "posting")  # mentions that lead no sentence


@dataclass(frozen=True, slots=True)
class Seen:
    """A sentence with its words, and the people introduced in it by number on the roll."""

    sentence: Sentence
    words: Sequence[Token]
    introduced: Sequence[tuple[int, Introduction]] = ()
    carriers: Sequence[tuple[int, int]] = ()  # spans of nouns for governments and offices


class Officials:
    """Compiled once for a language; everything it does is pure."""

    def __init__(
        self,
        language: Language,
        actors: ActorFinder,
        speech: SpeechFinder,
        small: people.Small,
        given: Mapping[str, bool] = MappingProxyType({}),
    ) -> None:
        self.actors, self.small, self.given = actors, small, given
        self.introducer = Introducer(language, actors, small)
        self.allegiance = Allegiance(language, actors, speech)
        self.taken_up = TakenUp(language)
        self.renamer = Renamer(language, speech, small)
        self.feminine = self.introducer.gender.feminine

    def enrolled(
        self,
        text: str,
        found: Sequence[Sentence],
        words: Sequence[Sequence[Token]],
        weak: Sequence[Sequence[tuple[int, int]]],
        day: date | None = None,
    ) -> tuple[Roll, list[Seen]]:
        """Everybody introduced, with the states told; and each sentence with its own introductions. day: the page's."""
        persons: list[Person] = []
        page = frozenset(c for s in found for m in s.actors for c in m.codes)
        seen = []
        for sentence, own, unsettled in zip(found, words, weak, strict=True):
            heard = Heard(own, text, sentence.actors, self.actors.carried(own), unsettled, page, day)
            numbered = [(_enrol(persons, _person(i)), i) for i in self.introducer.find(heard)]
            taken = [(intro.start, intro.end) for _, intro in numbered]
            famous = (p for m in sentence.actors if (p := _famous(m, text)))
            for person in famous:
                if not any(a < person.end and person.start < b for a, b in taken):
                    _enrol(persons, person)
            bare = [(own[m.first].start, own[m.last].end) for m in heard.carriers if m.payload in STANDING]
            seen.append(Seen(sentence, own, numbered, bare))
        told = [Told(one.sentence, one.words, [i for _, i in one.introduced]) for one in seen]
        for person in list(self.renamer.find(text, told, persons)):
            _enrol(persons, person)
        return self._addressed(people.roll(persons), seen), seen

    def titled(self, title: str) -> Person | None:
        """ "Entretien de *M. X, ministre*…": the one official whom a title introduces."""
        words = tokens(title)
        names = [n for n in self.actors.names(words) if not n.weak]
        heard = Heard(words, title, self.actors.mentions(words, names), self.actors.carried(words), ())
        found = [_person(i) for i in self.introducer.find(heard)]
        return found[0] if len(found) == 1 else None

    def _addressed(self, known: Roll, seen: Sequence[Seen]) -> Roll:
        """The roll with what "Mme", "Mr" before a surname tells, else a given name."""
        women = {
            n
            for one in seen
            for first, _, n in self._appearing(one, known)
            if people.feminine_titles(one.words, first, self.feminine)
        }
        told = (True if n in women else p.feminine for n, p in enumerate(known.persons))
        persons = zip(known.persons, told, strict=True)
        return replace(
            known, persons=tuple(replace(p, feminine=self._by_name(p) if f is None else f) for p, f in persons)
        )

    def _by_name(self, person: Person) -> bool | None:
        """ "*Marie*-Claire Diop": what the first name of a whole name tells."""
        return self.given.get(person.words[0].split("-")[0]) if len(person.words) > 1 else None

    def settled(
        self,
        known: Roll,
        seen: Sequence[Seen],
        pair: tuple[str, ...],
        homes: Mapping[str, str],
        title: str,
        crowded: bool,
        day: date | None = None,
    ) -> Roll:
        """The roll with whose officials they are, where the page says so anywhere. homes: where it is at home, and why."""
        said = [self._headline(title, known, day), *(self._said(one, known) for one in seen)]
        said = self.taken_up.said(said, known.persons)
        return replace(known, persons=tuple(self.allegiance.settle(known.persons, said, pair, homes, crowded)))

    def _headline(self, title: str, known: Roll, day: date | None) -> Said:
        """ "Macky receives the Gambian envoy": the title as one more sentence, in a paragraph of its own."""
        words = tokens(title)
        names = [n for n in self.actors.names(words, day) if not n.weak]
        found = Sentence(0, len(title), -1, actors=tuple(self.actors.mentions(words, names)))
        return self._said(Seen(found, words), known)

    def _said(self, one: Seen, known: Roll) -> Said:
        named = [self._figure(one, first, last, n) for first, last, n in self._appearing(one, known)]
        held = [
            Figure(m.start, m.end, m.preposition, m.codes, place=m.place, capital=m.how == "capital")
            for m in one.sentence.actors
            if m.codes
            and _may_lead(m)
            and (m.how != TOWN or _opens(m, one))
            and not _dates(m, one)
            and not any(f.start < m.end and m.start < f.end for f in named)
        ]
        taken = [(f.start, f.end) for f in (*named, *held)]
        held += [
            Figure(a, b, self.actors.preposition_before(one.words, a))
            for a, b in one.carriers
            if not any(x < b and a < y for x, y in taken)
        ]  # "the foreign ministry": somebody, nobody can say whose
        quoted = [(c.start, c.end) for c in one.sentence.speech if c.kind == "quote"]
        figures = sorted([*named, *held], key=lambda f: f.start)
        first = one.sentence.start + FRAME
        frame = next((m.codes[0] for m in one.sentence.actors if m.start <= first and len(m.codes) == 1), None)
        qualified = [
            Figure(m.start, m.end, "", m.codes)
            for m in one.sentence.actors
            if m.how == "adjective" and m.carrier is None and not any(a < m.end and m.start < b for a, b in taken)
        ]
        named = sorted([*figures, *qualified], key=lambda f: f.start)
        return Said(one.words, figures, one.introduced, named, quoted, one.sentence.paragraph, frame)

    def _figure(self, one: Seen, first: int, last: int, n: int) -> Figure:
        start, end = one.words[first].start, one.words[last].end
        own = next((i for k, i in one.introduced if k == n and i.start <= start < i.end), None)
        begin = min(start, own.start) if own else self._titled(one.words, first)
        return Figure(
            begin, max(end, own.end if own else end), self.actors.preposition_before(one.words, begin), person=n
        )

    def _titled(self, words: Sequence[Token], first: int) -> int:
        """Where a name begins with its title: "M. X"."""
        i = first - 1
        while i >= 0 and (words[i].text == "." or words[i].text in self.small.titles):
            i -= 1
        return words[i + 1].start

    def _appearing(self, one: Seen, known: Roll) -> Iterator[tuple[int, int, int]]:
        for first, last, n in people.appearing(one.words, known, self.small, people.before_names(one.sentence)):
            if not self.actors.holders.monument(one.words, first, last):
                yield first, last, n

    # -- marking
    def marked(self, known: Roll, seen: Sequence[Seen]) -> list[Sentence]:
        """Each sentence with the mentions of everybody whose side is known."""
        return [self._marked(one, known) for one in seen]

    def _marked(self, one: Seen, known: Roll) -> Sentence:
        apart = {p.apart: p.name for p in known.persons if p.apart}
        found = [replace(m, person=apart.get((m.start, m.end), m.person)) for m in one.sentence.actors]
        for first, last, n in self._appearing(one, known):
            person = known.persons[n]
            if person.code is None:
                continue
            own = next((i for k, i in one.introduced if k == n and i.name_start == one.words[first].start), None)
            mention = self._mention(one, first, last, person, own)
            over = [m for m in found if m.start < mention.end and mention.start < m.end]
            if first == last and people.folded(one.words[first].text) != people.folded(person.words[-1]) and over:
                continue  # "Israel Katz" makes no person of "Israel"
            if any(m.codes != mention.codes and m.how != "person" for m in over):
                mention = replace(mention, start=one.words[first].start, end=one.words[last].end)
                over = [m for m in over if m.start < mention.end and mention.start < m.end]
            if any(m.codes != mention.codes for m in over if m.how != "person"):
                continue
            found = [m for m in found if m not in over] + [mention]
        return replace(one.sentence, actors=tuple(sorted(found, key=lambda m: m.start)))

    def _mention(self, one: Seen, first: int, last: int, person: Person, own: Introduction | None) -> ActorMention:
        start, end = one.words[first].start, one.words[last].end
        how = "person"
        if own and not own.with_:
            start, end = min(own.start, start), max(own.end, end)
            how = "carrier" if own.code else "inferred"
        assert person.code is not None
        preposition = self.actors.preposition_before(one.words, start)
        carrier = "nationals" if person.former else "office"
        return ActorMention(start, end, (person.code,), how, carrier, preposition, person=person.name)


def _opens(town: ActorMention, one: Seen) -> bool:
    """ "*À Guéckédou*, le colonel…": a town says whose somebody is where it opens the sentence."""
    return sum(w.text[0].isalpha() for w in one.words if w.end <= town.start) <= 1


def _dates(place: ActorMention, one: Seen) -> bool:
    """ "*Malabo –* Un traité", "*Niamey (ANP) –* Le ministre": where it is written, of whom nothing is told yet."""
    if one.sentence.paragraph < 0 or place.start != one.sentence.start or place.how not in ("capital", TOWN):
        return False
    behind = [w for w in one.words if w.start >= place.end][:DATELINE]
    dash = next((i for i, w in enumerate(behind) if w.text in DASHES), -1)
    return dash == 0 or (dash > 0 and behind[0].text in "(,/")


def _may_lead(mention: ActorMention) -> bool:
    return mention.carrier != "nationals" and mention.how not in UNFIT


def _famous(mention: ActorMention, text: str) -> Person | None:
    """Whom the codebook knows by his whole name: the page may name him by his surname from there on."""
    name = text[mention.start : mention.end]
    words = people.plain(t.text for t in tokens(name) if t.text[0].isalpha())
    if mention.how != "person" or len(words) < 2 or len(mention.codes) != 1:
        return None
    return Person(name, mention.codes[0], "", mention.start, mention.end, words=words)


def _person(intro: Introduction) -> Person:
    return Person(
        intro.name,
        intro.code,
        intro.role,
        intro.start,
        intro.end,
        intro.feminine,
        intro.former,
        intro.code is not None and not intro.guessed,
        words=people.plain(t.text for t in tokens(intro.name) if t.text[0].isalpha()),
        role_words=tokens(intro.role),
    )


def _enrol(persons: list[Person], new: Person) -> int:
    """The number of `new` on the roll, joined to whoever it is already: of one surname, no first name against it."""
    for n, old in enumerate(persons):
        was, now = [people.folded(w) for w in old.words], [people.folded(w) for w in new.words]
        one, other = set(was), set(now)
        alone = len(now) == 1 and now[0] in was and not old.former
        if alone or (was[-1] == now[-1] and (one <= other or other <= one)):
            persons[n] = _one(old, new)
            return n
    persons.append(new)
    return len(persons) - 1


def _one(old: Person, new: Person) -> Person:
    """Two introductions of one person: the first that tells the state is kept, with the longer name."""
    kept, other = (new, old) if new.stated and not old.stated else (old, new)
    longer = max(old, new, key=lambda p: len(p.words))
    feminine = kept.feminine if kept.feminine is not None else other.feminine
    apart = kept.apart or other.apart
    alone = (*old.alone, *(new.words if len(new.words) == 1 else ()))
    former = old.former and new.former
    return replace(
        kept, name=longer.name, words=longer.words, feminine=feminine, former=former, alone=alone, apart=apart
    )
