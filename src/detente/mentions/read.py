"""From a document to the mentions of its sentences: gazetteer first, then what the page taught, then the parser."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from detente.codebook import Codebook
from detente.codebook.entries import Act
from detente.mentions import pairs, people, syntax
from detente.mentions.actors import ActorFinder
from detente.mentions.acts import ActFinder
from detente.mentions.control import governed, held
from detente.mentions.cues import BreakFinder, CueFinder
from detente.mentions.homes import Homes, written_at
from detente.mentions.instruments import InstrumentFinder
from detente.mentions.interview import InterviewFinder
from detente.mentions.issuing import Issuers
from detente.mentions.measures import MeasureFinder
from detente.mentions.officials import Officials
from detente.mentions.referring import Referrer
from detente.mentions.roles import Roles
from detente.mentions.sifting import Sieve, Span, Words
from detente.mentions.speech import SpeechFinder
from detente.mentions.tokens import Token, tokens
from detente.mentions.utterances import UtteranceFinder
from detente.model import ActMention, ActorMention, Document, InstrumentMention, Mentions, Sentence

BESIDE = 2  # characters from who may do it to a form: "Japan talks"
STOPS = frozenset({"suspend", "end", "reduce"})  # effects of which the act that is their object is none of its own
HOLDS = frozenset(
    {"AGREE", "REQUEST", "REJECT", "THREATEN"}
)  # types whose object is not told as done: "a exclu tout dialogue", "demanded talks"


class Reader:
    """Compiled once for a codebook and one of its languages; `read` is pure. parse=False leaves the parser out."""

    def __init__(self, book: Codebook, language: str, parse: bool = True) -> None:
        self.book, self.language = book, book.languages[language]
        self.sieve = Sieve(book, language)
        self.groups = {a.id: a.groups.get(language, ()) for a in book.acts.values()}
        self.parse = parse and language in syntax.MODELS  # a language without a parser is read by word order alone
        self.breaks = BreakFinder(self.language)
        self.particles = frozenset(self.language["particles"])
        self.articles = frozenset(self.language["articles"])
        self.courts = frozenset(code for code, entry in book.actors.entries.items() if entry.kind == "court")
        self.definite = frozenset(self.language["definite"])
        kinds = ("clause_breaks", "toward", "within", "with", "ruling", "sidelined")
        self.walls = frozenset(w for kind in kinds for w in self.language[kind]) - frozenset(
            self.language["accredited"]
        )
        self.before_noun = (
            self.articles | self.definite | {*self.language["any"], *self.language["links"], *self.language["toward"]}
        )

    @property
    def actors(self) -> ActorFinder:
        return self.sieve.actors

    @property
    def acts(self) -> ActFinder:
        return self.sieve.acts

    # What follows is compiled by the first page that is read so far.

    @cached_property
    def instruments(self) -> InstrumentFinder:
        return InstrumentFinder(self.book.instruments, self.language)

    @cached_property
    def cues(self) -> CueFinder:
        return CueFinder(self.language, self.book.acts.values())

    @cached_property
    def measures(self) -> MeasureFinder:
        return MeasureFinder(self.book, self.language)

    @cached_property
    def speech(self) -> SpeechFinder:
        return SpeechFinder(self.language)

    @cached_property
    def utterances(self) -> UtteranceFinder:
        return UtteranceFinder(self.language, self.speech, self.small, self.interviews)

    @cached_property
    def officials(self) -> Officials:
        return Officials(self.language, self.actors, self.speech, self.small)

    @cached_property
    def roles(self) -> Roles:
        return Roles(self.actors, self.definite, self.language.maps["same_thing"])

    @cached_property
    def interviews(self) -> InterviewFinder:
        return InterviewFinder(self.language, self.small)

    @cached_property
    def homes(self) -> Homes:
        return Homes(self.book, self.actors)

    @cached_property
    def issuers(self) -> Issuers:
        return Issuers(self.language, self.actors)

    @cached_property
    def small(self) -> people.Small:
        links = frozenset(self.language["links"]) | frozenset(self.language["accredited"])
        verbal = {*self.acts.be, *self.acts.have, *self.language["pronouns"], *self.language["relative"]}
        titles = frozenset(self.language["abbreviations"]) | frozenset(self.language["honorifics"])
        return people.Small(self.particles, self.articles, links, frozenset(verbal), titles)

    @cached_property
    def referrer(self) -> Referrer:
        return Referrer(self.language, self.actors, self.small)

    def read(self, document: Document, gated: bool = False) -> Mentions:
        """Every sentence with what it names; parsed where an act stands beside an actor.

        gated: leave out what can tell nothing between two: all sentences of a page that names fewer, or speaks too seldom of
        relations whatever its acts may be, and the parser where no second side is near.
        """
        sifted = self.sieve.sifted(document, gated)
        title, other, relations = sifted.title, sifted.other, sifted.relations
        if sifted.ends:
            return Mentions((), title, other_subject=other, relations=relations)
        every = sifted.words
        raw = [
            self._raw(document, *of) for of in zip(sifted.spans, every, self._instruments(document, every), strict=True)
        ]
        named_again = self.measures.with_words(raw, every)
        found = [self._with_actors(*of) for of in zip(named_again, every, sifted.actors, strict=True)]
        told, seen = self.officials.enrolled(document.text, found, every, sifted.open_names)
        counts = _counted(self.officials.marked(told, seen))
        sides = Counter({c: n for c, n in counts.items() if c not in self.courts})
        heads = tuple(c for c in title if c not in self.courts)
        pair = people.main_pair(sides, heads)
        homes = self.homes.of(document, found, pair)
        known = self.officials.settled(told, seen, pair, homes, document.title or "")
        found = self.roles.named(self.officials.marked(known, seen), every)
        interview = self.interviews.find(document, found, every, known)
        interview = interview or self.issuers.find(document, found, homes.get("home"))
        pair = people.main_pair(sides, heads, interview.speaker.code if interview else None)
        twos = pairs.spoken_of(found, pair)
        found = [self._with_pairs(s, words, two) for s, words, two in zip(found, every, twos, strict=True)]
        found = self.referrer.resolve(document.text, found, every, pair, known, interview)
        found = [replace(s, acts=tuple(self._acts(s, every[i], sifted.acts.get(i)))) for i, s in enumerate(found)]
        found = self.measures.with_pronouns(found, every)
        if self.parse and len(set(counts) | set(title)) > 1:
            found = self._parsed(document, found, self.parsable(found, set(pair) if gated else None))
            found = [self._with_nouns(s, words) for s, words in zip(found, every, strict=True)]
        met = tuple((p.name, p.code, p.role, p.start, p.end) for p in known.persons if p.code and p.role)
        said = self.utterances.find(document, found, every, known, interview)
        return Mentions(tuple(found), title, pair, met, other, relations, said, written_at(homes, pair))

    def _instruments(
        self, document: Document, spans: Sequence[tuple[Token, ...]]
    ) -> list[tuple[InstrumentMention, ...]]:
        """Those of each sentence; a weak word counts where the page, or its title, names the instrument for sure."""
        firm = [self.instruments.find(words) for words in spans]
        known = {m.instrument for found in firm for m in found}
        known |= self.instruments.firm(tokens(document.title or ""))
        return [
            tuple(self.instruments.find(words, known) if self.instruments.has_weak(words) else found)
            for words, found in zip(spans, firm, strict=True)
        ]

    def _raw(
        self, document: Document, span: Span, words: Words, instruments: tuple[InstrumentMention, ...]
    ) -> Sentence:
        start, end, paragraph = span
        return Sentence(
            start,
            end,
            paragraph,
            instruments=instruments,
            cues=tuple(self.cues.find(words)),
            breaks=self.breaks.find(words),
            speech=self.speech.find(document.text[start:end], start, words),
        )

    def _with_actors(self, sentence: Sentence, words: Sequence[Token], found: Sequence[ActorMention]) -> Sentence:
        carriers = tuple((words[m.first].start, words[m.last].end) for m in self.actors.carried(words))
        return replace(sentence, actors=tuple(found), carriers=carriers)

    def _with_pairs(self, sentence: Sentence, words: Sequence[Token], pair: tuple[str, ...]) -> Sentence:
        matches = self.actors.pairs(words) if pair else []
        busy = {k for m in sentence.actors for k in range(m.start, m.end)}
        extra = [
            ActorMention(words[m.first].start, words[m.last].end, pair, "both", "government")
            for m in matches
            if words[m.first].start not in busy
        ]
        return replace(sentence, actors=tuple(sorted([*sentence.actors, *extra], key=lambda m: m.start)))

    def _acts(self, sentence: Sentence, words: Sequence[Token], known: Sequence[ActMention] | None) -> list[ActMention]:
        """known: the acts in these words, where they were looked for before."""
        inside = [(m.start, m.end) for m in sentence.actors]
        acts = [
            a
            for a in (self.acts.find_acts(words) if known is None else known)
            if not any(start <= a.head < end and a.form == "noun" for start, end in inside)
        ]
        marked = governed(
            acts,
            [self.groups[a.act][a.group].governs for a in acts],
            words,
            self.language["governed"],
            self.language["and"],
            self.language["reported-future"],
            self.language.maps["speech"]["that"],
            () if self.language["premodified"] else (*self.language["toward"], *self.language["links"]),
        )
        holds = [a.form == "verb" and self._holds(self.book.acts[a.act]) for a in acts]
        endings = self.language.maps["endings"]["infinitive"]
        return held(marked, holds, words, self.before_noun, endings, self.walls)

    def _holds(self, act: Act) -> bool:
        return act.type in HOLDS or act.effect in STOPS

    def parsable(self, found: Sequence[Sentence], pair: set[str] | None) -> list[Sentence]:
        """The sentences that the parser reads. pair: what the page fills in for a side; with None nothing is ruled out by it."""
        if pair is not None and not any(_may_tell(s, pair) for s in found):
            return []
        return [s for s in found if s.acts and s.actors]

    def _with_nouns(self, sentence: Sentence, words: Sequence[Token]) -> Sentence:
        """ "*Talks* between…", "a recent *meeting*": what the parser takes for a noun is told as one, if the codebook has it."""
        nouns = {a.act for a in sentence.arguments if a.role == "noun"}
        if not nouns:
            return sentence
        acts = [
            self.acts.as_noun(a, words) if i in nouns and not _led(sentence, a) else a
            for i, a in enumerate(sentence.acts)
        ]
        return replace(sentence, acts=tuple(acts))

    def _parsed(self, document: Document, found: Sequence[Sentence], chosen: Sequence[Sentence]) -> list[Sentence]:
        if not chosen:
            return list(found)
        texts = [document.text[s.start : s.end] for s in chosen]
        hung = syntax.arguments(
            texts, [s.start for s in chosen], [s.acts for s in chosen], self.language.code, self.language.maps["syntax"]
        )
        parsed = {s.start: replace(s, arguments=a, parsed=True) for s, a in zip(chosen, hung, strict=True)}
        return [parsed.get(s.start, s) for s in found]


def _counted(found: Sequence[Sentence]) -> Counter[str]:
    """How often each actor is named, places left out."""
    return Counter(c for s in found for m in s.actors if not m.place for c in m.codes)


def _led(sentence: Sentence, act: ActMention) -> bool:
    """Whether who may do it stands right before a form: "Japan *talks* with"."""
    beside = (m for m in sentence.actors if 0 <= act.head - m.end <= BESIDE)
    return any(m.carrier is not None or m.how != "adjective" for m in beside)


def _may_tell(sentence: Sentence, pair: set[str]) -> bool:
    """Whether an act, or a measure named alone, stands in a sentence that could have two sides."""
    told = bool(sentence.acts or sentence.instruments)
    return told and len(pair.union(*(m.codes for m in sentence.actors))) > 1
