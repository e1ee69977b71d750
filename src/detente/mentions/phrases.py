"""Noun phrases in a sentence: from where to where one runs, and whom it names."""

from dataclasses import dataclass, replace

from detente.codebook.languages import Language
from detente.mentions.lexicon import Lexicon
from detente.mentions.people import Person
from detente.mentions.scene import STOPS, Scene
from detente.model import ActorMention

PAPER = 3  # words from the start of a phrase to the paper it names: "un rapport", "a new report"
BEFORE_NAME = 6  # words of an article and an office before a name


@dataclass(frozen=True, slots=True)
class Source:
    """how: as in Utterance; first..last: its words (inside), or -1."""

    how: str
    first: int = -1
    last: int = -1
    speaker: ActorMention | None = None
    feminine: bool | None = None


class Phrases:
    """Compiled once for a language."""

    def __init__(self, language: Language) -> None:
        speech = language.maps["speech"]
        self.opening = frozenset(speech["opening"])
        self.joins = frozenset(language["and"])
        self.relative = frozenset(language["relative"])
        self.articles = frozenset(language["articles"])
        self.that = frozenset(speech["that"])
        self.genitive = frozenset(language["premodified"])
        self.no_state = frozenset(speech["stateless"])
        self.past, self.media = frozenset(language["former"]), frozenset(speech["media"])
        self.latter: Lexicon[str] = Lexicon()
        self.latter.add_wordings(speech["latter"], "latter")
        self.latter.add_wordings(speech["former"], "former")
        self.sources: Lexicon[str] = Lexicon()
        self.sources.add_wordings(speech["sources"], "source")
        self.papers = frozenset(speech["papers"])
        self.given, self.receiving = (
            frozenset(speech["given"]),
            frozenset((*language["accredited"], *language["toward"])),
        )
        self.that_of, self.links = frozenset(speech["that_of"]), frozenset(language["links"])
        self.ruling = frozenset().union(
            *(language[k] for k in ("ruling", "toward", "with", "between", "from", "within"))
        )

    def phrase(self, scene: Scene, i: int) -> tuple[int, int]:
        """The noun phrase that ends at word i, with its apposition: first and last word."""
        last = i
        if scene.key(i) == ",":
            j = i - 1
            while j > 0 and scene.key(j) != "," and not scene.mark(j) and scene.key(j) not in STOPS:
                j -= 1
            if scene.key(j) != "," or j == 0:
                return i, i
            i = j - 1
        while i > 0 and not self._ends(scene, i - 1):
            i -= 1
        return i, last

    def _ends(self, scene: Scene, i: int) -> bool:
        key = scene.key(i)
        return (
            key == ","
            or key in STOPS
            or key in self.that
            or key in self.relative
            or key in self.opening
            or scene.mark(i)
            or i in scene.quoted
        )

    def to_comma(self, scene: Scene, i: int) -> int:
        while i + 1 < len(scene.words) and not self.stops(scene, i + 1) and scene.key(i + 1) != ",":
            i += 1
        return i

    def stops(self, scene: Scene, i: int) -> bool:
        key = scene.key(i)
        last = i + 1 >= len(scene.words)  # any other full stop is an abbreviation's: "selon M. Diallo"
        return (
            key in STOPS
            or (last and key in (".", "!", "?"))
            or i in scene.quoted
            or key in self.that
            or key in self.relative
        )

    def within(self, scene: Scene, first: int, last: int) -> Source:
        """Who words first..last name: an actor that no preposition rules, else a source without a name, else somebody."""
        if first > last or first < 0:
            return Source("nobody")
        start, end = scene.words[first].start, scene.words[last].end
        if any(c.kind == "opinion" and start <= c.start < end for c in scene.sentence.cues):
            return Source("other", first, last)
        again = next((m for m in self.latter.find(scene.words[first : last + 1]) if m.last == last - first), None)
        if again:
            return self._before(scene, first + again.first, last, again.payload == "former")
        return self._person(scene, first, last) or self._state(scene, first, last) or self._other(scene, first, last)

    def _person(self, scene: Scene, first: int, last: int) -> Source | None:
        """Where the words name a person of the page's roll."""
        player = next((p for p in scene.people if first <= p[0] <= last and not self.ruled(scene, p[0])), None)
        if player is None:
            return None
        if scene.key(player[1] + 1) in self.genitive and player[1] + 1 < last:
            whose = self.played(scene, *player).speaker
            return Source("unnamed", first, last, replace(whose, person=None) if whose else None)
        if self._stateless(scene, first, player[0] - 1):
            return Source("other", first, last)
        return replace(self._with_others(scene, player, last), first=first, last=last)

    def _state(self, scene: Scene, first: int, last: int) -> Source | None:
        """Where the words name an actor, a source of his, or a paper of his."""
        start, end = scene.words[first].start, scene.words[last].end
        inside = [m for m in scene.speakers if start <= m.start < end or m.start <= start < m.end]
        inside = [m for m in inside if not self._joined(scene, m, start)]
        free = [m for m in inside if not m.preposition and scene.key(scene.at(m.start)) not in self.ruling]
        if free:
            return Source("named", first, last, self._together(scene, free))
        if inside and scene.key(first) in self.that_of and scene.key(first + 1) in self.links:
            return Source("named", first, last, inside[0])  # "*celui de la partie salvadorienne*"
        told = [first + m.first for m in self.sources.find(scene.words[first : last + 1])]
        if told and self._stateless(scene, told[0] + 1, last):
            return Source("other", first, last)  # "le communiqué *de l'entreprise*"
        if any(not self.ruled(scene, i, first) for i in told) and not self._past(scene, first, last):
            ruled = next((m for m in inside if m.carrier or m.how in ("name", "capital")), None)
            ruled = None if ruled and self._handed(scene, first, ruled) else ruled
            return Source("unnamed", first, last, ruled or self._qualified(scene, start, end))
        if inside and any(scene.key(i) in self.papers for i in range(first, min(first + PAPER, last + 1))):
            return Source("unnamed", first, last, inside[0])
        return None

    def _other(self, scene: Scene, first: int, last: int) -> Source:
        """Somebody of whom the words tell no side; nobody, where they are marks only."""
        start, end = scene.words[first].start, scene.words[last].end
        named = any(m.start < end and start < m.end for m in scene.sentence.actors)
        told = named or any(t.text[:1].isalpha() for t in scene.words[first : last + 1])
        return Source("other" if told else "nobody", first, last)

    def _handed(self, scene: Scene, first: int, mention: ActorMention) -> bool:
        """ "A note handed *to the ambassador*", "une lettre adressée *au Mali*": a paper is not of him who gets it."""
        told = any(scene.key(i) in self.given for i in range(first, scene.at(mention.start)))
        return told and mention.preposition in self.receiving

    def _joined(self, scene: Scene, mention: ActorMention, start: int) -> bool:
        """ "Officials in Seoul and *Hanoi*": joined to a place of the same phrase."""
        i = scene.at(mention.start) - 1
        ends = scene.words[i - 1].end if i > 0 and scene.key(i) in self.joins else -1
        return any(m.end == ends and m.place and m.start > start for m in scene.sentence.actors)

    def _past(self, scene: Scene, first: int, last: int) -> bool:
        """ "*Former* Kenyan minister Ali Otieno": his office is past."""
        return any(scene.key(i) in self.past for i in range(first, last + 1))

    def press(self, scene: Scene, first: int, name: int) -> bool:
        """ "Selon *le quotidien* El Khabar": a newspaper's name, not a person's; an agency of the United Nations is none."""
        said = [i for i in range(first, name + 1) if scene.key(i) in self.media]
        return any(not any(m.start <= scene.words[i].start < m.end for m in scene.sentence.actors) for i in said)

    def _before(self, scene: Scene, first: int, last: int, former: bool) -> Source:
        """ "*Ce dernier*", "*the former*": whom the sentence names last before, or first; else a pronoun."""
        named = [m for m in scene.speakers if m.end <= scene.words[first].start and m.how != "both"]
        return Source("named", first, last, named[0 if former else -1]) if named else Source("pronoun", first, last)

    def _with_others(self, scene: Scene, player: tuple[int, int, Person], last: int) -> Source:
        """ "Presidents X *and Y*" speak as two, of both their states."""
        one = self.played(scene, *player)
        other = next((p for p in scene.people if player[1] < p[0] <= last and scene.key(p[0] - 1) in self.joins), None)
        if other is None or one.speaker is None or not other[2].code or not one.speaker.codes:
            return one
        codes = tuple(dict.fromkeys((*one.speaker.codes, other[2].code)))
        return replace(
            one, speaker=replace(one.speaker, codes=codes, how="both" if len(codes) > 1 else one.speaker.how)
        )

    def _together(self, scene: Scene, free: list[ActorMention]) -> ActorMention:
        """ "Le Mali et les États-Unis" speak as two."""
        one = free[0]
        for other in free[1:]:
            if not any(scene.key(k) in self.joins for k in range(scene.at(one.end), scene.at(other.start))):
                break
            if other.codes != one.codes:
                one = replace(one, codes=tuple(dict.fromkeys((*one.codes, *other.codes))), how="both")
        return one

    def _stateless(self, scene: Scene, first: int, last: int) -> bool:
        """ "Le sénateur *d'opposition* X", "Georgian *union* leader X": he speaks for no state; the African Union is a name."""
        told = [i for i in range(first, last + 1) if scene.key(i) in self.no_state]
        named = [m for m in scene.sentence.actors if m.how == "name"]
        return any(not any(m.start <= scene.words[i].start < m.end for m in named) for i in told)

    def ruled(self, scene: Scene, i: int, least: int = 0) -> bool:
        """Whether a preposition, at word `least` or behind it, rules the name at word i, its titles, office and articles passed over."""
        j = i - 1
        while (
            j >= 0 and i - j < BEFORE_NAME and (scene.key(j) in self.articles or scene.key(j) == "." or scene.held(j))
        ):
            j -= 1
        return j >= least and scene.key(j) in self.ruling

    def played(self, scene: Scene, first: int, last: int, player: Person) -> Source:
        """A person of the page's roll, with the side that the sentence gives, else the page."""
        start, end = scene.words[first].start, scene.words[last].end
        own = next((m for m in scene.speakers if m.start < end and start < m.end and m.person), None)
        codes = (player.code,) if player.code else ()
        mention = own or ActorMention(start, end, codes, "person", "office", person=player.name)
        return Source("named", first, last, replace(mention, person=player.name), player.feminine)

    def _qualified(self, scene: Scene, start: int, end: int) -> ActorMention | None:
        """ "A Canadian insider": the state that an adjective names."""
        return next((m for m in scene.sentence.actors if start <= m.start < end and m.how == "adjective"), None)
