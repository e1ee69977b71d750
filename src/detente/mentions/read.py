"""From a document to the mentions of its sentences: gazetteer first, then what the page taught, then the parser."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple, Protocol

from detente.codebook import Codebook
from detente.mentions import pairs, people, syntax
from detente.mentions.actors import ActorFinder
from detente.mentions.acts import ActFinder
from detente.mentions.cues import BreakFinder, CueFinder
from detente.mentions.doing import Doings
from detente.mentions.homes import Homes, written_at
from detente.mentions.instruments import InstrumentFinder
from detente.mentions.interview import Interview, InterviewFinder
from detente.mentions.issuing import Issuers
from detente.mentions.measures import MeasureFinder
from detente.mentions.office_kinds import OfficeKinds
from detente.mentions.officials import Officials
from detente.mentions.referring import Referrer
from detente.mentions.roles import Roles
from detente.mentions.sifting import Sieve, Sifted, Span, Words
from detente.mentions.speech import SpeechFinder
from detente.mentions.spelled import spelled_out
from detente.mentions.tokens import Token, tokens
from detente.mentions.utterances import UtteranceFinder
from detente.model import ActMention, ActorMention, Document, InstrumentMention, Mentions, Sentence

BESIDE = 2  # characters from who may do it to a form: "Japan talks"


class Foresight(Protocol):
    """What a page could tell, asked before its sentences are parsed, of which all else is seen."""

    def telling(self, document: Document, mentions: Mentions) -> Collection[int]:
        """The starts of the sentences of which one must tell something, if the page does; none where it can tell nothing."""

    def in_doubt(self, mentions: Mentions, telling: Collection[int]) -> bool:
        """Whether so few of them may well tell nothing, so that they had better be parsed before the others."""

    def tells(self, document: Document, mentions: Mentions, telling: Collection[int]) -> bool:
        """Whether the page may still tell something when these have been parsed."""


class Named(NamedTuple):
    """A page when all are found whom it names; mentions: what is known of it, its sentences apart. several: whether two are named."""

    sentences: tuple[Sentence, ...]
    mentions: Mentions
    known: people.Roll
    interview: Interview | None
    several: bool


class Reader:
    """Compiled once for a codebook and one of its languages; `read` is pure. parse=False leaves the parser out."""

    def __init__(self, book: Codebook, language: str, parse: bool = True) -> None:
        self.book, self.language = book, book.languages[language]
        self.sieve = Sieve(book, language)
        self.parse = parse and language in syntax.MODELS  # a language without a parser is read by word order alone
        self.breaks = BreakFinder(self.language)
        self.particles = frozenset(self.language["particles"])
        self.articles = frozenset(self.language["articles"])
        self.courts = frozenset(code for code, entry in book.actors.entries.items() if entry.kind == "court")
        self.definite = frozenset(self.language["definite"])

    @property
    def actors(self) -> ActorFinder:
        return self.sieve.actors

    @property
    def acts(self) -> ActFinder:
        return self.sieve.acts

    # What follows is compiled by the first page that is read so far.

    @cached_property
    def doings(self) -> Doings:
        return Doings(self.book, self.language, self.acts)

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
        return UtteranceFinder(self.language, self.speech, self.small, self.interviews, self.book.organs)

    @cached_property
    def officials(self) -> Officials:
        return Officials(self.language, self.actors, self.speech, self.small, self.book.given)

    @cached_property
    def roles(self) -> Roles:
        people, language = self.book.actors.people, self.language.code
        return Roles(
            self.actors,
            self.definite,
            self.language.maps["same_thing"],
            lambda m: people.titles(m.person or "", m.codes, language),
        )

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
    def members(self) -> dict[str, frozenset[str]]:
        entries = self.book.actors.entries
        return {code: frozenset(m.code for m in e.members) for code, e in entries.items() if e.members}

    @cached_property
    def listing(self) -> frozenset[str]:
        return self.language.words("articles", "definite", "links", "and", "spelled_out")

    @cached_property
    def referrer(self) -> Referrer:
        people, code = self.book.actors.people, self.language.code
        kinds = OfficeKinds(self.language, lambda name, sides: people.titles(name, sides, code))
        return Referrer(self.language, self.actors, self.small, kinds)

    def read(self, document: Document, foresight: Foresight | None = None) -> Mentions:
        """Every sentence with what it names; parsed where an act stands beside an actor.

        foresight: leave out what can tell nothing between two: all sentences of a page that names fewer, that speaks too seldom
        of relations whatever its acts may be, or of which this says so.
        """
        sifted = self.sieve.sifted(document, foresight is not None)
        if sifted.ends:
            return _nothing(sifted)
        page = self._named(document, sifted)
        near = _near(page.sentences) if foresight else range(len(page.sentences))
        acted = self.doings.of(page.sentences, sifted.words, sifted.acts, near)
        seen = replace(page.mentions, sentences=tuple(self.measures.with_pronouns(acted, sifted.words)))
        telling = foresight.telling(document, seen) if foresight else ()
        if foresight and not telling:
            return _nothing(sifted)
        if foresight:  # and the acts of sentences near which nobody stands
            acted = self.doings.of(acted, sifted.words, sifted.acts, {*range(len(acted))} - _near(page.sentences))
            seen = replace(seen, sentences=tuple(self.measures.with_pronouns(acted, sifted.words)))
        said = self.utterances.find(document, seen.sentences, sifted.words, page.known, page.interview)
        seen = replace(seen, utterances=said)
        if not self.parse or not page.several:
            return seen
        chosen = self.parsable(seen.sentences)
        if foresight and foresight.in_doubt(seen, telling):
            seen = self._parsed(document, seen, [s for s in chosen if s.start in telling], sifted.words)
            if not foresight.tells(document, seen, telling):
                return _nothing(sifted)
            chosen = [s for s in chosen if s.start not in telling]
        return self._parsed(document, seen, chosen, sifted.words)

    def _named(self, document: Document, sifted: Sifted) -> Named:
        """Whom the sentences name, by name, by office, or in the place of a name."""
        title, every = sifted.title, sifted.words
        raw = [
            self._raw(document, *of) for of in zip(sifted.spans, every, self._instruments(document, every), strict=True)
        ]
        named_again = self.measures.with_words(raw, every)
        found = [self._with_actors(*of) for of in zip(named_again, every, sifted.actors, strict=True)]
        told, seen = self.officials.enrolled(document.text, found, every, sifted.open_names, document.published)
        counts = _counted(self.officials.marked(told, seen))
        sides = Counter({c: n for c, n in counts.items() if c not in self.courts})
        heads = tuple(c for c in title if c not in self.courts)
        places = Counter({c: n for c, n in _counted(found, True).items() if c not in self.courts and len(found) > 1})
        pair = people.main_pair(sides, heads, None, places)
        homes = self.homes.of(document, found, pair)
        crowded = self._crowded(sides, pair)
        known = self.officials.settled(told, seen, pair, homes, document.title or "", crowded, document.published)
        found = self.roles.named(self.homes.placed(document.text, self.officials.marked(known, seen)), every)
        interview = self.interviews.find(document, found, every, known, self.officials.titled(document.title or ""))
        if not (interview and interview.answers):  # who speaks a whole page is first whoever issues it
            interview = self.issuers.find(document, found, every, homes.get("home")) or interview
        interview = _stated(interview, written_at(homes, pair), heads) if interview else None
        pair = people.main_pair(sides, heads, interview.speaker.code if interview else None, places)
        twos = pairs.spoken_of(found, pair)
        found = [self._with_pairs(*of, document.text) for of in zip(found, every, twos, strict=True)]
        found = [spelled_out(s, document.text, self.members, self.listing) for s in found]
        found = self.referrer.resolve(document.text, found, every, pair, known, interview)
        met = tuple((p.name, p.code, p.role, p.start, p.end) for p in known.persons if p.code and p.role)
        genders = tuple((p.name, p.feminine) for p in known.persons if p.feminine is not None)
        home = written_at(homes, pair) if pair else self.homes.dated(document.text, found)
        mentions = Mentions(
            (), title, pair, met, sifted.other, sifted.relations, genders=genders, home=home,
            unsettled=tuple((p.name, p.start, p.end) for p in known.persons if p.code is None),
        )  # fmt: skip
        return Named(tuple(found), mentions, known, interview, len(set(counts) | set(title)) > 1)

    def _crowded(self, sides: Counter[str], pair: tuple[str, ...]) -> bool:
        """Whether a third state is named as often as one of the page's two."""
        entries = self.book.actors.entries
        most = max((n for c, n in sides.items() if c not in pair and entries[c].kind == "state"), default=0)
        return bool(most) and most >= min((sides[c] for c in pair), default=0)

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

    def _with_pairs(self, sentence: Sentence, words: Sequence[Token], pair: tuple[str, ...], text: str) -> Sentence:
        matches = self.actors.pairs(words)
        busy = {k for m in sentence.actors for k in range(m.start, m.end)}
        spans = [(words[m.first].start, words[m.last].end) for m in matches if words[m.first].start not in busy]
        joins, ruled = self.language.words("and"), self.language.words("with", "between")
        meant = [(*span, pairs.joined_before(sentence, span[0], text, joins, ruled) or pair) for span in spans]
        extra = [ActorMention(start, end, two, "both", "government") for start, end, two in meant if two]
        return replace(sentence, actors=tuple(sorted([*sentence.actors, *extra], key=lambda m: m.start)))

    def parsable(self, found: Sequence[Sentence]) -> list[Sentence]:
        """The sentences that the parser reads."""
        return [s for s in found if s.acts and s.actors]

    def _with_nouns(self, sentence: Sentence, words: Sequence[Token]) -> Sentence:
        """ "*Talks* between…", "a recent *meeting*": what the parser takes for a noun is told as one, if the codebook has it."""
        nouns = {a.act for a in sentence.arguments if a.role == "noun"}
        acts = [
            self.acts.as_noun(a, words) if i in nouns and not _led(sentence, a) else a
            for i, a in enumerate(sentence.acts)
        ]
        return replace(sentence, acts=tuple(acts)) if nouns else sentence

    def _parsed(
        self, document: Document, found: Mentions, chosen: Sequence[Sentence], words: Sequence[Words]
    ) -> Mentions:
        if not chosen:
            return found
        texts = [document.text[s.start : s.end] for s in chosen]
        hung = syntax.arguments(
            texts, [s.start for s in chosen], [s.acts for s in chosen], self.language.code, self.language.maps["syntax"]
        )
        parsed = {s.start: replace(s, arguments=a, parsed=True) for s, a in zip(chosen, hung, strict=True)}
        every = zip(found.sentences, words, strict=True)
        now = (self._with_nouns(parsed[s.start], own) if s.start in parsed else s for s, own in every)
        return replace(found, sentences=tuple(now))


def _led(sentence: Sentence, act: ActMention) -> bool:
    """Whether who may do it stands right before a form: "Japan *talks* with"."""
    beside = (m for m in sentence.actors if 0 <= act.head - m.end <= BESIDE)
    return any(m.carrier is not None or m.how != "adjective" for m in beside)


def _stated(interview: Interview, home: str | None, heads: tuple[str, ...]) -> Interview:
    """With the state of who speaks: where the page is written, for an office alone; the one its title names, for answers of nobody."""
    speaker = interview.speaker
    if speaker.role and speaker.code is None:
        speaker = replace(speaker, code=home)
    if interview.answers and not (speaker.code or speaker.name) and len(heads) == 1:
        speaker = replace(speaker, code=heads[0])
    return replace(interview, speaker=speaker)


def _nothing(sifted: Sifted) -> Mentions:
    """A page that is read no further."""
    return Mentions((), sifted.title, other_subject=sifted.other, relations=sifted.relations)


def _near(found: Sequence[Sentence]) -> frozenset[int]:
    """The sentences that name anybody, and those behind them."""
    named = [i for i, s in enumerate(found) if s.actors]
    return frozenset(named) | frozenset(i + 1 for i in named)


def _counted(found: Sequence[Sentence], places: bool = False) -> Counter[str]:
    """How often each actor is named; places left out, or with them."""
    return Counter(c for s in found for m in s.actors if places or not m.place for c in m.codes)
