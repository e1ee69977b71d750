"""What one sentence tells of whose official somebody is: where he stands, whom he meets, blames, owns up to."""

from collections.abc import Iterator, Sequence

from detente.codebook.languages import Language
from detente.mentions.dealings import Dealings
from detente.mentions.figures import Figure, Said, Vote, votes
from detente.mentions.lexicon import Lexicon, Match
from detente.mentions.people import Person
from detente.mentions.speech import Saying, SpeechFinder

CLAUSE = 14  # words in which somebody else is the object of what he does
MEETING = 3  # words in which a verb of meeting has its object: "a reçu mardi le"
SIDE_BY_SIDE = 8  # characters: "between X and his…"
REACH = 4  # words from a verb of blame to who is blamed: "a reproché au gouvernement de Lomé"
TOWARD = ("blame", "demand", "praise", "warn")  # strengths of verbs that have somebody else for an object
OWN = ("say", "claim", "promise")  # strengths of verbs by which a state tells what it does itself
RIGHT_BEHIND = 5  # characters from a name to the capital right behind it: " in "
AHEAD = 30  # characters behind a state in which its verb stands
LETTERS = 3  # a verb has more than "ira"
OPENING = 12  # characters before what opens a sentence, or behind an office: "À Dakar, ", "« ", "the "


class Faces:
    """Compiled once for a language; pure."""

    def __init__(
        self, language: Language, speech: SpeechFinder, counterparts: frozenset[str], dealings: Dealings
    ) -> None:
        self.speech, self.counterparts, self.dealings = speech, counterparts, dealings
        self.calling = frozenset(language.maps["speech"]["calling"])  # "a qualifié *Paul Kagame* de mauvais voisin"
        self.by = frozenset(language["passive_by"])
        self.between = frozenset(language["between"])
        self.accredited = frozenset(language["accredited"])
        self.genitive = frozenset(language["premodified"])
        self.meeting = frozenset(language["meeting"])
        self.facing = frozenset(language["toward"]) | frozenset(language["with"]) | self.between
        self.visiting = frozenset(language["visiting"])
        self.articles = frozenset(language["articles"]) | frozenset(language["definite"])
        self.possessives = frozenset(language["possessives"])
        self.stops = frozenset(language["clause_breaks"]) - frozenset(language["relative"])
        self.that = frozenset(language.maps["speech"]["that"])
        self.commits: Lexicon[str] = Lexicon()
        self.commits.add_wordings(language.maps["speech"]["commits"], "commits")
        self.futures = language.maps["endings"]["future"]
        self.clitics = frozenset(w.casefold() for w in language.maps["speech"]["beside"])

    def votes(self, sentence: Said, persons: Sequence[Person]) -> Iterator[Vote]:
        """Of everybody in the sentence whose state is not told."""
        for figure in sentence.figures:
            n = figure.person
            if n is None or persons[n].code is not None:
                continue
            yield from self._placed(sentence, figure, n)
            yield from self._paired(sentence, figure, n)
            yield from list(self._accused(sentence, figure, n)) or self._met(sentence, figure, n)
            yield from self._spoken(sentence, figure, n)
            yield from self._promised(sentence, figure, n)

    def _placed(self, sentence: Said, figure: Figure, n: int) -> Iterator[Vote]:
        """ "À Dakar, la ministre…": hers; "on a visit to Nouakchott": not his."""
        visits = any(t.key in self.visiting for t in sentence.words)
        if label := sentence.labelled():
            yield from votes(n, "capital first", label, True)
        for place in (f for f in sentence.figures if f.place):
            if sentence.opened_by(place):
                yield from votes(n, "capital first", place, True)
            elif visits and not self._owns(
                sentence, figure
            ):  # "*Kama's* talks with the envoy, who arrived in Gaborone"
                yield from votes(n, "visits", place, False)
            elif 0 < place.start - figure.end <= OPENING and not self.dealings.host(sentence, figure):
                yield from votes(n, "capital beside", place, True)

    def _paired(self, sentence: Said, figure: Figure, n: int) -> Iterator[Vote]:
        """ "X leaves for Vienna, where he will see *his Chinese counterpart*": X is not Chinese."""
        for other in sentence.figures:
            inside = sentence.between(other.start, other.end)
            if other.start < figure.end or not any(t.key in self.counterparts for t in inside):
                continue
            owner = sentence.before(other)
            led = any(figure.end <= f.start < other.start and f.free for f in sentence.figures)
            if owner and owner.key in self.possessives and not led and not figure.preposition:
                yield from votes(n, "counterpart", other, False)

    def _met(self, sentence: Said, figure: Figure, n: int) -> Iterator[Vote]:
        """Whom he meets, accuses, receives, or who does so to him: somebody else's."""
        others = [f for f in sentence.figures if not f.place and f.person != n]
        behind = next((f for f in others if f.start >= figure.end), None)
        if behind and not figure.preposition and self._reached(sentence, figure, behind):
            yield from votes(n, "object", behind, False)
        before = [f for f in others if f.end <= figure.start]
        met = self.is_object(sentence, figure)
        ahead = next((f for f in before if not f.preposition), before[-1] if met and before else None)
        if ahead and (figure.preposition in (self.by | self.facing) or met):
            hosting = list(self._hosting(sentence, figure, n, ahead))
            yield from hosting or votes(n, "met by", ahead, False)
        if behind and figure.preposition in self.between and behind.start - figure.end < SIDE_BY_SIDE:
            yield from votes(n, "met by", behind, False)

    def _hosting(self, sentence: Said, figure: Figure, n: int, guest: Figure) -> Iterator[Vote]:
        """ "Her envoy flew to Kigali for talks with President X", "met X in Honiara": of where somebody else goes to."""
        visits = any(t.key in self.visiting for t in sentence.words)
        ahead = [f for f in sentence.figures if f.end <= figure.start and (f.place or f.preposition)]
        seats = [f for f in ahead if f.capital or (visits and f.codes and f.preposition in self.accredited)]
        behind = [f for f in sentence.figures if f.capital and 0 < f.start - figure.end <= RIGHT_BEHIND]
        seats = seats or [f for f in behind if f.preposition in self.accredited]
        if len({f.codes for f in seats}) == 1 and seats[0].codes != guest.codes and guest.end <= seats[0].start:
            yield from votes(n, "hosting", seats[0], True)

    def _owns(self, sentence: Said, figure: Figure) -> bool:
        """ "X voiced *Singapore's* concern": what follows is the object, and may be his own."""
        return any(t.start == figure.end and t.key in self.genitive for t in sentence.words)

    def is_object(self, sentence: Said, figure: Figure) -> bool:
        """ "She *met* Prime Minister X": a verb of meeting right before the name, articles and days passed over."""
        before = [t.key for t in sentence.words if t.end <= figure.start][-MEETING:]
        return any(k in self.meeting for k in before) and not figure.preposition

    def _reached(self, sentence: Said, figure: Figure, behind: Figure) -> bool:
        """Whether somebody behind him can be the object of what he does: one clause, its subject him, no quotation between."""
        between = sentence.between(figure.end, behind.start)
        if self._owns(sentence, behind) or behind.preposition in self.by or behind.preposition in self.between:
            return False
        if self.dealings.borne(sentence, behind):
            return False  # "he handed over a letter *from President X*"
        if len(between) > CLAUSE or any(t.key in self.that or t.key in self.stops for t in between):
            return False
        if any(a < behind.start and figure.end < b for a, b in sentence.quoted) or self._told(sentence, behind):
            return False
        first = sentence.before(behind, self.articles)
        if first is None or first.text == "," or sum(t.text == "," for t in between) > 1:
            return False  # behind a comma a new subject begins
        return any(t.text.islower() and len(t.text) > 2 for t in between)

    def _told(self, sentence: Said, behind: Figure) -> bool:
        """ "X said *Mali* would": a clause begins with it, without "that"."""
        before = sentence.before(behind, self.articles)
        sayings = self.speech.sayings(sentence.words) if before else ()
        return any(v.payload.bare and v.payload.strength in OWN and sentence.words[v.last] == before for v in sayings)

    def _accused(self, sentence: Said, figure: Figure, n: int) -> Iterator[Vote]:
        """ "X, who accused Nairobi of…", "X reproche à Dakar de…": whom he blames, asks, thanks or warns."""
        if figure.preposition:
            return
        for verb in self.speech.sayings(sentence.words):
            promised = verb.payload.strength == "promise"
            if not promised and verb.payload.strength not in TOWARD and verb.payload.verb not in self.calling:
                continue
            near = sentence.words[verb.last + 1 : verb.last + 1 + REACH]
            if sentence.words[verb.first].start < figure.end or not near:
                continue
            faced = next((f for f in sentence.named if near[0].start <= f.start <= near[-1].start), None)
            if faced and faced.person != n and not self._owns(sentence, faced):
                yield from votes(n, "promised" if promised else "accused", faced, promised)

    def _spoken(self, sentence: Said, figure: Figure, n: int) -> Iterator[Vote]:
        """Of whom he speaks: "Senegal will let trucks back, X said"; never of whom he quotes, or contradicts."""
        verb = self.said_by(sentence, figure)
        if verb is None or verb.payload.strength not in OWN or self.replies(verb):
            return
        ahead = sentence.ahead(figure, n)
        if ahead and not ahead[0].preposition:
            opens = ahead[0].start - sentence.words[0].start <= OPENING
            if opens or len({f.codes for f in ahead}) == 1:
                yield from votes(n, "content first" if opens else "only one ahead", ahead[0], True)

    def _promised(self, sentence: Said, figure: Figure, n: int) -> Iterator[Vote]:
        """ "X said *Mali will keep* its border shut", "a dit que le Mali *restera*": what a state will do, its own say."""
        if figure.preposition:
            return
        for verb in self.speech.sayings(sentence.words):
            told = sentence.words[verb.last].end
            if verb.payload.strength not in OWN or sentence.words[verb.first].start < figure.end:
                continue
            if len(sentence.between(figure.end, sentence.words[verb.first].start)) > MEETING:
                continue
            own = next((f for f in sentence.figures if f.start > told and f.person != n), None)
            if own and not own.place and self._begins(sentence, told, own) and self._commits(sentence, own):
                yield from votes(n, "commits", own, True)
            return

    def _begins(self, sentence: Said, told: int, own: Figure) -> bool:
        """Whether a content begins with this figure: "that", an article, nothing else before it; a comma may part them."""
        before = sentence.before(own, self.articles)
        return before is not None and (before.end == told or before.key in self.that)

    def _commits(self, sentence: Said, own: Figure) -> bool:
        """ "Will", "has no intention": right behind whoever is to do it; in French the verb's own ending tells."""
        near = [t for t in sentence.between(own.end, own.end + AHEAD) if t.text[0].isalnum() or t.text[0] in "'’"]
        if any(m.first == 0 for m in self.commits.find(near)):
            return True
        verb = next((t.key for t in near if t.key not in self.clitics), "")
        return len(verb) > LETTERS and verb.endswith(self.futures)

    # -- who speaks
    def replies(self, verb: Match[Saying]) -> bool:
        return verb.payload.verb in self.speech.replying

    def said_by(self, sentence: Said, figure: Figure) -> Match[Saying] | None:
        """The verb that closes what somebody says: "…, X said", "…, a déclaré mardi X"."""
        if figure.preposition and figure.preposition not in self.by:
            return None
        for verb in self.speech.sayings(sentence.words):
            first, last = sentence.words[verb.first].start, sentence.words[verb.last].end
            near = sentence.between(last, figure.start) if last <= figure.start else sentence.between(figure.end, first)
            parted = any(t.key in self.that or t.key in self.stops for t in near)
            if len(near) <= MEETING and not parted and (first > figure.start or all(t.text != "," for t in near)):
                return verb
        return None
