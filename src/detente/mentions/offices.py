"""What an office says of itself: its portfolio, whether it is a state's or a club's, which state's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from detente.codebook.languages import Language
from detente.mentions import people
from detente.mentions.actors import ActorFinder
from detente.mentions.lexicon import Lexicon, Match
from detente.mentions.tokens import Token
from detente.model import ActorMention

RANKED = 3  # words of what ranks an office
Run = tuple[int, int]  # first and last word, inside


@dataclass(frozen=True, slots=True)
class Heading:
    """An office among the words of a sentence: its noun, its noun with the state joined to it, and that state."""

    noun: Run
    whole: Run
    code: str | None


@dataclass(frozen=True, slots=True)
class Heard:
    """What is known of a sentence before anybody is introduced in it."""

    words: Sequence[Token]
    text: str  # of the document
    actors: Sequence[ActorMention]
    carriers: Sequence[Match[str]]
    weak: Sequence[Run] = ()  # names that may mean several states
    page: frozenset[str] = frozenset()  # whom the whole page names
    day: date | None = None  # the page's

    def inside(self, run: Run) -> Sequence[Token]:
        return self.words[run[0] : run[1] + 1]


class Offices:
    """Compiled once for a language; pure."""

    def __init__(self, language: Language, actors: ActorFinder, small: people.Small) -> None:
        self.actors, self.small = actors, small
        self.opens = small.links | frozenset(language["toward"])
        self.of, self.accredited = frozenset(language["links"]), frozenset(language["accredited"])
        self.joins, self.genitive = frozenset(language["and"]), frozenset(language["premodified"])
        self.ministers = frozenset(language["ministers"])
        self.ranks: Lexicon[str] = Lexicon()
        self.ranks.add_wordings(language["ranked"], "rank")
        self.bodies, self.anybody = frozenset(language["bodies"]), frozenset(w.casefold() for w in language["anybody"])

    def portfolio(self, i: int, heard: Heard) -> tuple[int, Run]:
        """The first word past "[ministre malien] des Affaires étrangères et de la Coopération", and the words within."""
        words, begin = heard.words, i
        i = self.past_rank(i, words)
        if i > begin and i < len(words) and words[i].text == ",":
            return i, (begin, i - 1)
        last = min(i + people.PORTFOLIO, len(words))
        weak = any(first == i for first, _ in heard.weak)
        if i >= len(words) or not (weak or words[i].key in self.opens | self.accredited | self.joins):
            return i, (i, i - 1)
        letters = _letters(words, i, last)
        for j in (k for k in range(i, last) if k not in letters):
            word = words[j]
            if word.text in ",.;:!?)" or word.key in self.small.stops:
                return (j, (i, j - 1)) if word.text in ",.;" else (i, (i, i - 1))
            if not (word.text[0].isalpha() or word.text in "-'’" or word.key in self.genitive):
                return i, (i, i - 1)
        return i, (i, i - 1)

    def past_rank(self, i: int, words: Sequence[Token]) -> int:
        """The first word past what ranks an office behind it: "porte-parole *adjointe*", "ministre *chargé* de", "*par intérim*"."""
        for match in self.ranks.find(words[i : i + RANKED]):
            if match.first == 0:
                return self.past_rank(i + match.last + 1, words)
        return i

    def private(self, heading: Heading, heard: Heard) -> bool:
        """ "Présidente d'un groupement", "spokesman for the port": an office of no state, as far as its own words say."""
        words, i = heard.words, heading.whole[1] + 1
        noun = " ".join(t.key for t in heard.inside(heading.noun))
        if not {noun, words[heading.noun[0]].key} & self.anybody or heading.code or i >= len(words):
            return False
        if words[i].key not in self.opens:
            return False
        while i < len(words) and (words[i].key in self.opens or words[i].key in self.small.articles):
            i += 1
        if i >= len(words):
            return True
        named = any(m.start <= words[i].start < m.end for m in heard.actors)
        office = any(c.first <= i <= c.last for c in heard.carriers)
        return not (named or office or words[i].key in self.bodies)

    def behind(self, name: Run, heard: Heard) -> str | None:
        """ "President Paul Kagame *of Rwanda*": the state right behind the name; "the visit of President Kagame *to Chad*" says where."""
        words, i = heard.words, name[1] + 1
        if i + 1 >= len(words) or words[i].key not in self.of:
            return None
        i += 2 if words[i + 1].key in self.small.articles else 1
        start = words[i].start if i < len(words) else -1
        named = (m for m in heard.actors if m.start == start and m.how == "name" and not m.carrier)
        return next((m.codes[0] for m in named if len(m.codes) == 1), None)

    def candidates(self, first: int, last: int, heard: Heard) -> tuple[str, ...]:
        """The states that an adjective beside the office may mean."""
        if not any(first <= b and a <= last for a, b in heard.weak):
            return ()
        beside = (n for n in self.actors.names(heard.words) if n.weak and first <= n.last and n.first <= last)
        return next((n.codes for n in beside if n.how != "seat"), ())

    def told(self, heading: Heading, inside: Run, heard: Heard) -> tuple[str | None, str | None]:
        """(the state that the office is of, where it is accredited): "spokeswoman for the Cypriot government"."""
        if inside[1] < inside[0]:
            return heading.code, None
        start, end = heard.words[inside[0]].start, heard.words[inside[1]].end
        named = [m for m in heard.actors if start <= m.start < end and len(m.codes) == 1]
        first = named[0] if named else None
        if first is None:
            return heading.code, None
        if heard.words[heading.noun[0]].key in self.actors.envoys:
            return heading.code, first.codes[0]
        whose = first.codes[0] if not first.place and (first.carrier or first.how in ("name", "capital")) else None
        minister = bool({t.key for t in heard.inside(heading.noun)} & self.ministers)
        if minister and first.codes[0] in self.actors.blocs:
            whose = None  # "Minister of Foreign and *CARICOM* Affairs": what he deals with
        return heading.code or whose, None


def _letters(words: Sequence[Token], first: int, last: int) -> set[int]:
    """Words of first..last (outside) that give an abbreviation: "the Foreign Office *(FO)* of Pakistan"."""
    opened = (j for j in range(first, last - 2) if words[j].text == "(" and words[j + 2].text == ")")
    return {k for j in opened if words[j + 1].text.isupper() for k in (j, j + 1, j + 2)}
