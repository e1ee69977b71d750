"""A name in one sentence, its office in the next or the one before: "Anna Berg took the floor. The Swedish minister said"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detente.codebook.languages import Language
from detente.mentions import people
from detente.mentions.introductions import Introduction
from detente.mentions.lexicon import Lexicon
from detente.mentions.people import Person
from detente.mentions.personal import Genders
from detente.mentions.speech import SpeechFinder
from detente.mentions.tokens import Token, tokens
from detente.model import ActorMention, Sentence

SPEAKS = 6  # words between a name and what says that it speaks: "was the last to speak"
WHOLE = 2  # words of a whole name, at least
OPENS = 1  # words before an office that opens its sentence: "le", "the"
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with its words, and the words that introduce somebody in it."""

    sentence: Sentence
    words: Sequence[Token]
    introduced: Sequence[Introduction] = ()


class Renamer:
    """Compiled once for a language; pure."""

    def __init__(self, language: Language, speech: SpeechFinder, small: people.Small) -> None:
        self.speech, self.small = speech, small
        own = language.maps["speech"]
        self.definite, self.plural = frozenset(language["definite"]), language["plural"]
        self.owning = language["premodified"]
        self.head = -1 if self.owning else 0  # "the Swedish *minister*", "*ministre* suédoise"
        self.former = frozenset(language["former"])
        self.counterparts = frozenset(language["counterpart"])
        self.stateless = frozenset(own["stateless"])
        self.gender = Genders.of(language)
        self.replying = frozenset(own["replying"])
        self.contrast: Lexicon[str] = Lexicon()
        self.contrast.add_wordings(language["contrast"], "contrast")
        self.floor: Lexicon[str] = Lexicon()
        for verb in own["floor"]:
            _, first, rest = language.parts(verb)
            for form, _ in language.forms(first):
                self.floor.add(self.floor.elements(f"{form} {rest}"), verb)

    def find(self, text: str, told: Sequence[Told], known: Sequence[Person]) -> Iterator[Person]:
        """Whom two sentences in a row introduce together, in the order of the text. known: everybody introduced in one."""
        for k in range(1, len(told)):
            one, two = told[k - 1], told[k]
            person = self._before(text, one, two, known) or self._behind(text, one, two)
            if person and not any(self._named(t, person) for t in told[: k - 1]):
                yield person

    def _before(self, text: str, one: Told, two: Told, known: Sequence[Person]) -> Person | None:
        """ "« … », a déclaré *Sall*. *Le chef de la diplomatie sénégalaise* recevait…": the name, then the office."""
        office = self._office(two)
        if office is None or self._answers(two) or self._another(one, office):
            return None
        if famous := self._famous(one, office, known):
            return self._titled(famous, text, two, office)
        name = self._opening(one) or self._speaking(one, 1)
        return self._person(text, one, name, two, office) if name else None

    def _behind(self, text: str, one: Told, two: Told) -> Person | None:
        """ "*La ministre mozambicaine* est à Lisbonne. « … », a prévenu *Graça Muianga*": the office, then the whole name."""
        office, name = self._office(one), self._speaking(two, WHOLE)
        others = [m for t in (one, two) for m in t.sentence.actors if m.carrier == "office" and m != office]
        if office is None or name is None or others or one.introduced:
            return None
        found = self._person(text, two, name, one, office)
        return replace(found, start=office.start, end=office.end)

    def _person(self, text: str, named: Told, name: Span, titled: Told, office: ActorMention) -> Person:
        first, last = named.words[name[0]], named.words[name[1]]
        words = people.plain(t.text for t in named.words[name[0] : name[1] + 1] if t.text[0].isalpha())
        found = Person(text[first.start : last.end], office.codes[0], "", first.start, last.end, words=words)
        return self._titled(found, text, titled, office)

    def _titled(self, person: Person, text: str, titled: Told, office: ActorMention) -> Person:
        """The person with the office that stands in the other sentence."""
        role = text[office.start : office.end]
        return replace(
            person,
            role=role,
            role_words=tokens(role),
            feminine=self.gender.woman(t.key for t in titled.words if t.start < office.end),
            stated=True,
            apart=(office.start, office.end),
        )

    # -- the office
    def _office(self, told: Told) -> ActorMention | None:
        """Who opens a sentence with an office and a state, and without a name."""
        found = next((m for m in told.sentence.actors if m.carrier == "office" and m.how == "carrier"), None)
        if found is None or found.preposition or found.person or len(found.codes) != 1:
            return None
        ahead = [t for t in told.words if t.end <= found.start]
        if len(ahead) != OPENS or ahead[0].key not in self.definite:
            return None
        inside = [t for t in told.words if found.start <= t.start < found.end]
        aside = self.former | self.counterparts | self.stateless
        if inside[self.head].text.endswith(self.plural) or any(t.key in aside for t in inside):
            return None
        behind = next((t for t in told.words if t.start >= found.end), None)
        named = behind is not None and (behind.text[:1].isupper() or behind.text == ",")
        introduced = any(i.start < found.end and found.start < i.end for i in told.introduced)
        return None if named or introduced else found

    def _answers(self, told: Told) -> bool:
        """Whether another speaks in it: who replies, or is set against."""
        replies = any(m.payload.verb in self.replying for m in self.speech.sayings(told.words))
        return replies or any(True for _ in self.contrast.find(told.words))

    def _another(self, told: Told, office: ActorMention) -> bool:
        """Whether the sentence names one of that office's state by his office already, or introduces anybody."""
        return bool(told.introduced) or any(
            m.carrier == "office" and m.codes == office.codes and m.how == "carrier" for m in told.sentence.actors
        )

    # -- the name
    def _opening(self, told: Told) -> Span | None:
        """ "*Anna Berg* took the floor": a whole name that opens its sentence, and speaks."""
        last = people.name_at(told.words, 0, self.small.particles)
        if not self._name(told, (0, last), WHOLE):
            return None
        near = told.words[last + 1 : last + 1 + SPEAKS]
        stop = next((k for k, t in enumerate(near) if not (t.text[0].isalpha() or t.text in "-'’")), len(near))
        speaks = any(True for _ in self.floor.find(near[:stop])) or any(True for _ in self.speech.sayings(near[:stop]))
        return (0, last) if speaks else None

    def _speaking(self, told: Told, least: int) -> Span | None:
        """ "…», a déclaré *Sall*.", "…,” said *Oliveira*.": a name right behind what says that it speaks, which closes the sentence."""
        for verb in self.speech.sayings(told.words):
            first = verb.last + 1
            while first < len(told.words) and told.words[first].text in self.small.titles | {"."}:
                first += 1
            last = people.name_at(told.words, first, self.small.particles)
            if first > SPEAKS and self._name(told, (first, last), least) and _closes(told.words, last):
                return first, last
        return None

    def _name(self, told: Told, name: Span, least: int) -> bool:
        """Whether somebody's name stands there whom nothing else names: no state, no town, no apposition behind it."""
        first, last = name
        words = [t for t in told.words[first : last + 1] if t.text[0].isupper()]
        if last < first or len(words) < least or any(t.text.isupper() and len(t.text) > 1 for t in words):
            return False
        start, end = told.words[first].start, told.words[last].end
        if any(m.start < end and start < m.end for m in told.sentence.actors):
            return False
        behind = told.words[last + 1].key if last + 1 < len(told.words) else "."
        return behind not in (",", "(", "-", *self.owning)

    def _famous(self, told: Told, office: ActorMention, known: Sequence[Person]) -> Person | None:
        """Whom the codebook knows by name, who leads or closes the sentence: his office is told in the next."""
        here = [m for m in told.sentence.actors if m.how == "person" and m.codes == office.codes and not m.preposition]
        fit = [p for p in known if not p.role and any(p.start == m.start for m in here)]
        return fit[0] if len(fit) == 1 else None

    def _named(self, told: Told, person: Person) -> bool:
        return any(t.text == person.words[-1] and t.start < person.start for t in told.words)


def _closes(words: Sequence[Token], last: int) -> bool:
    """Whether nothing but a stop, or a day and a place, follows a name: no comma, no other name."""
    return not any(t.text == "," for t in words[last + 1 :])
