"""What is said, whoever says it: quotations with who is quoted, reported clauses, "selon", and what was expressly not said."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.codebook.languages import Language
from detente.codebook.organs import Organs
from detente.mentions import people
from detente.mentions.behind import Span
from detente.mentions.extents import Extents
from detente.mentions.held import once, told_alone
from detente.mentions.inserted import Insertions
from detente.mentions.interview import Interview, InterviewFinder
from detente.mentions.lexicon import Lexicon, Match, longest
from detente.mentions.nominal import Nouns, Tales, Told
from detente.mentions.organs import OrganFinder
from detente.mentions.phrases import Source
from detente.mentions.quotations import Quotation, quotations
from detente.mentions.reporting import Reporting
from detente.mentions.scene import Scene
from detente.mentions.sourcing import SourceFinder
from detente.mentions.speech import Saying, SpeechFinder
from detente.mentions.tokens import Token
from detente.mentions.uncued import Uncued, utterance
from detente.mentions.verbgroups import Group, VerbGroups
from detente.model import Document, Sentence, Utterance

WHOLE = ("capital", "seat", "name")  # mentions that name a state itself


class UtteranceFinder:
    """Compiled once for a language; `find` is pure."""

    def __init__(
        self,
        language: Language,
        speech: SpeechFinder,
        small: people.Small,
        interviews: InterviewFinder,
        organs: Organs,
    ) -> None:
        words = language.maps["speech"]
        self.speech = speech
        self.pairs = words["quotes"]
        self.sources, self.verbs = SourceFinder(language), VerbGroups(language)
        self.extents = Extents(language)
        self.organs = OrganFinder(organs, language, self.sources.phrases)
        self.nouns, self.tales = Nouns(language, self.sources), Tales(language, self.sources)
        self.uncued = Uncued(language, self.sources)
        self.insertions = Insertions(language, speech, self.sources, self.verbs)
        self.small = small
        self.interviews = interviews
        contractions = {k: frozenset({k, *v}) for k, v in language.maps["contractions"].items()}
        self.attributed: Lexicon[str] = Lexicon(contractions)
        self.attributed.add_wordings(words["attributed"], "attributed")
        self.attributed.add_wordings(words["viewed"], "viewed")
        self.attributed.add_wordings(words["own_view"], "own")
        self.unsaid: Lexicon[str] = Lexicon(contractions)
        self.unsaid.add_wordings(words["unsaid"], "unsaid")
        self.relaying = frozenset(words["relaying"])
        self.reporting = Reporting(language, self.extents, self.sources)
        self.interposed = self.verbs.interposed

    def find(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        words: Sequence[Sequence[Token]],
        known: people.Roll,
        interview: Interview | None = None,
    ) -> tuple[Utterance, ...]:
        """In the order of the text."""
        quotes = quotations(document.text, document.blocks, self.pairs)
        scenes = [
            self.insertions.parted(self.uncued.heard(replace(s, people=tuple(self._present(s, known)))))
            for s in _scenes(document.text, sentences, words, quotes)
        ]
        answers = list(self.interviews.said(interview, sentences, words)) if interview else []
        answered = {u.sentence for u in answers}
        found = [*answers, *(u for scene in scenes if scene.index not in answered for u in self._all(scene))]
        found += self.uncued.find(scenes, found)
        return tuple(sorted(found, key=lambda u: (u.start, u.end, u.sentence)))

    def _present(self, scene: Scene, known: people.Roll) -> Iterator[tuple[int, int, people.Person]]:
        """Who of the page is named, those left out whose office is past: they speak for nobody."""
        for first, last, n in people.appearing(scene.words, known, self.small, people.before_names(scene.sentence)):
            if not known.persons[n].former:
                yield first, last, known.persons[n]

    def _all(self, scene: Scene) -> list[Utterance]:
        """What verbs say, and what a noun or an infinitive tells where no verb does."""
        found = list(told_alone(scene, once(list(self._of(scene))), self.reporting.against))
        for told in (*self.tales.find(scene), *self.nouns.find(scene)):
            span = (scene.words[told.content].start, scene.end)
            if not any(u.start < span[1] and span[0] < u.end for u in found if u.form != "unsaid"):
                found.append(_told(scene, span, told))
        return found

    def _of(self, scene: Scene) -> Iterator[Utterance]:
        """What is expressly not said, what is attributed, what verbs say."""
        unsaid = [m for m in longest(self.unsaid.find(scene.words)) if m.first not in scene.quoted]
        for silence in unsaid:
            source = self.sources.silent(scene, self.verbs.group(scene, _as_saying(silence.first, silence.last)))
            whole = (scene.sentence.start, scene.sentence.end)
            yield utterance(scene, whole, source, "unsaid", silence.first, silence.last)
        yield from self._attributed(scene)
        silent = scene.quoted | {i for m in unsaid for i in range(m.first, m.last + 1)}
        heard = [m for m in self._sayings(scene) if m.first not in silent and not self.verbs.is_noun(scene, m)]
        yield from self._said(scene, heard)

    def _said(self, scene: Scene, heard: Sequence[Match[Saying]]) -> Iterator[Utterance]:
        """What verbs of saying say, one after the other: a later one may have the subject of one before, or stand in what it says."""
        previous: Source | None = None
        said: Span | None = None
        groups = [self._whole(self.verbs.group(scene, m), m) for m in heard]
        for k, (match, group) in enumerate(zip(heard, groups, strict=True)):
            placed = self._whose(scene, match, group, previous)
            if placed is None or _opens_upon(placed[0], match, group):
                continue
            source, turned = placed
            span = self.extents.of(scene, match.payload, group, source, turned, groups[k + 1 :])
            if span and not turned and self.reporting.untold(scene, match, group, source, span, said):
                if self.reporting.only_names(scene, match, span):
                    yield utterance(scene, span, source, "deed", group.first, group.last, match.payload)
                span = None
            inside = said is not None and said[0] < scene.words[group.first].start < said[1]
            if span is not None or (source.how != "nobody" and not inside):
                previous = source
            if span is not None:
                said = span
                source = self.organs.seen(scene, source, span, match.payload.strength)
                yield utterance(scene, span, source, None, group.first, group.last, match.payload)

    def _whose(
        self, scene: Scene, match: Match[Saying], group: Group, previous: Source | None
    ) -> tuple[Source, bool] | None:
        """Who says it, and whether he stands behind the verb; None when nobody can."""
        if match.payload.verb in self.relaying:
            return self._relayed(scene, group, match), False
        return self._placed(scene, match.payload, group, previous)

    def _sayings(self, scene: Scene) -> list[Match[Saying]]:
        """Verbs of saying, with the infinitives that another verb leads to: "a tenu à *rappeler*"."""
        led = [m for m in self.speech.infinitives.find(scene.words) if self.verbs.head(scene, m.first) < m.first]
        found = self.speech.sayings(scene.words)
        return sorted([*found, *longest(led)], key=lambda m: m.first) if led else found

    def _whole(self, group: Group, match: Match[Saying]) -> Group:
        """ "*Quoted* the minister *as saying*": what is said stands behind its last word."""
        return replace(group, last=match.last) if match.payload.verb in self.relaying else group

    def _relayed(self, scene: Scene, group: Group, match: Match[Saying]) -> Source:
        """Who speaks where another relays it: "*X* was quoted as saying", "quoted *X* as saying"."""
        if group.passive:
            return self.sources.before(scene, group)
        return self.sources.phrases.within(scene, match.first + 1, match.last - 2)

    def _placed(
        self, scene: Scene, saying: Saying, group: Group, previous: Source | None
    ) -> tuple[Source, bool] | None:
        """Who is the subject, and whether he stands behind the verb, what was said before it; None when nobody can be."""
        if group.pronoun >= 0:
            told = self.sources.pronoun(scene, group.pronoun)
            return None if group.passive else (told, True)  # "est-il dit": nobody's
        if group.passive:
            source = self.sources.agent(scene, group.last + 1)
            return (source, False) if source.speaker else None
        if self.extents.turned(scene, saying, group):
            source, ahead = self.sources.behind(scene, group.last + 1), self.sources.near(scene, group)
            if self.sources.apposed(scene, group, ahead):
                return ahead, False
            named = source.how == "other" and not self.extents.inverts and self.sources.a_name(scene, source)
            if (
                named
                or source.how in ("named", "unnamed", "pronoun")
                or scene.mark(group.first - 1)
                or scene.mark(group.first - 2)
            ):
                return source, True
        source = self.sources.before(scene, group)
        if saying.tense == "gerund" and self.sources.absolute(scene, group, source):
            return source, False
        if saying.tense == "gerund" or source.how == "nobody" or not group.finite:
            if previous is None and (saying.tense == "gerund" or self.sources.joined(scene, group)):
                source = self.sources.leading(scene, group)
            elif previous is not None and (saying.tense == "gerund" or self.sources.joined(scene, group)):
                source = previous
            elif not group.finite:
                return None
        return source, False

    def _attributed(self, scene: Scene) -> Iterator[Utterance]:
        aside = {i for m in self.interposed.find(scene.words) for i in range(m.first, m.last + 1)}
        past = -1
        for match in longest(self.attributed.find(scene.words)):
            if match.first in scene.quoted or match.first in aside or match.first <= past:
                continue
            if self.sources.is_source(scene, match.last) and scene.key(match.first) in self.sources.articles:
                continue  # "ont indiqué lundi *des sources*": they are the subject
            if match.payload == "own" and scene.key(match.last + 1) in self.extents.deeds.doing:
                continue  # "coupable à ses yeux *d'avoir*…"
            if match.payload == "own":
                source = self.sources.own(scene, match.first, match.last)
                span = self.extents.attributed(scene, match.first, match.last)
                yield utterance(scene, span, source, None, match.first, match.last)
                continue
            first = match.last + (not self.sources.is_source(scene, match.last))  # "de *source* officielle"
            source = self.sources.according(scene, first)
            past = max(past, source.last)
            if scene.key(source.last + 1) == "," and scene.key(source.last + 2) in self.sources.impersonal:
                continue  # "du côté de Bamako, *on* assure"
            if match.payload == "viewed" and not self._viewed(scene, match.first, source):
                if match.first == 0 and self.sources.a_stranger(scene, source):
                    span = self.extents.attributed(scene, match.first, source.last)
                    yield utterance(scene, span, source, None, match.first, match.last)
                continue
            if source.how != "nobody" and scene.key(first) not in self.sources.relative:
                span = self.extents.attributed(scene, match.first, source.last)
                source = self.organs.seen(scene, source, span, None)
                yield utterance(scene, span, source, None, match.first, match.last)

    def _quoted_view(self, scene: Scene, source: Source) -> bool:
        """ "*Pour Khartoum*, ces propos sont « inacceptables »": what a capital thinks, in words of its own that nobody else says."""
        comma = source.last + 1
        if scene.key(comma) != "," or self._sayings(scene):
            return False
        own = [scene.at(q.start) for q in scene.quotes if q.start > scene.words[comma].start and q.closed]
        heads = (scene.words[i + 1].text[:1] for i in own if i + 1 < len(scene.words))
        return any(not head.isupper() for head in heads)

    def _viewed(self, scene: Scene, first: int, source: Source) -> bool:
        """ "*Pour le ministre*, rien ne presse": an official at the head of a sentence, then a comma; a state where it is quoted."""
        if source.speaker is None or first:
            return False
        if source.speaker.how in WHOLE:
            return self._quoted_view(scene, source)
        if source.speaker.carrier not in ("office", "government") and source.speaker.how != "person":
            return False
        near = scene.at(source.speaker.start) <= 2  # "pour *le ministre*", not "pour un ancien ami *du ministre*"
        short = source.last > 1 or source.speaker.how == "person"
        return near and scene.key(source.last + 1) == "," and short


def _opens_upon(source: Source, match: Match[Saying], group: Group) -> bool:
    """ "*Saluant* ce geste, le ministre a rappelé que", "*Asked* whether it would, he replied": what it opens upon says something."""
    asked = not match.first and match.payload.tense == "past"
    return source.how == "nobody" and (group.gerund or asked)


def _as_saying(first: int, last: int) -> Match[Saying]:
    return Match(first, last, Saying("", "", "past", True, False, False, False))


def _scenes(
    text: str, sentences: Sequence[Sentence], words: Sequence[Sequence[Token]], quotes: Sequence[Quotation]
) -> Iterator[Scene]:
    k = 0
    for index, (sentence, own) in enumerate(zip(sentences, words, strict=True)):
        while k < len(quotes) and quotes[k].end <= sentence.start:
            k += 1
        j = k
        while j < len(quotes) and quotes[j].start < sentence.end:
            j += 1
        yield Scene(index, sentence, own, quotes[k:j], text)


def _told(scene: Scene, span: Span, told: Told) -> Utterance:
    found = utterance(scene, span, told.source, None, told.first, told.last)
    return replace(found, verb=told.verb, strength=told.strength)
