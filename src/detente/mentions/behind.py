"""What was said, where it stands behind its verb: "that", a colon, an infinitive, quotation marks, a bare clause."""

from collections.abc import Sequence

from detente.codebook.languages import Language
from detente.mentions.deeds import Deeds
from detente.mentions.phrases import Source
from detente.mentions.quotations import Quotation
from detente.mentions.scene import STOPS, Scene
from detente.mentions.speech import CONTENT, SPOKEN_WORDS, Saying
from detente.mentions.verbgroups import Group

Span = tuple[int, int]
SHORT = 3  # fewer words before a verb of saying are no content
ENDS = ("", ".", ",", ";")
ASKED = 4  # words between a verb and its "whether": "a demandé à Paris si"
AHEAD = 10  # words in which a clause without "that" shows its verb


class Behind:
    """Compiled once for a language."""

    def __init__(self, language: Language) -> None:
        speech = language.maps["speech"]
        self.deeds = Deeds(language)
        self.that = frozenset(speech["that"])
        self.after = frozenset(w.casefold() for w in speech["after"])
        self.joins = frozenset(language["and"])
        self.finite = set(language.auxiliary("be")) | set(language.auxiliary("have")) | set(speech["modal"])
        self.pronouns = frozenset(language["pronouns"])
        self.subjects = self.pronouns - frozenset(speech["him"])
        self.addressed = frozenset(language["addressed"]) - {""}
        self.infinitives_marked = bool(language["infinitive"])
        self.calling = frozenset(speech["calling"])
        self.whether = frozenset(speech["whether"])
        self.marked = frozenset(speech["marked"])
        self.judging, self.plain = frozenset(speech["judging"]), frozenset(speech["plain"])
        self.articles = frozenset(language["articles"])
        self.causing = frozenset(speech["causing"])
        self.pasts = language.maps["endings"]["past"]

    def of(self, scene: Scene, saying: Saying, group: Group, source: Source, later: Sequence[Group]) -> Span | None:
        i = max(group.last, source.last if group.passive else -1) + 1
        first = self._opening(scene, saying, i)
        if first is None or first >= len(scene.words):
            return None
        end = self._until(scene, first, later)
        named_only = scene.key(first) not in self.that and not self.deeds.infinitive(scene, first)
        named_only = named_only and not (
            saying.strength == "deny" and self.deeds.gerund(scene, first)
        )  # "denied holding him"
        marked = any(q.start < end and scene.words[first].start < q.end for q in scene.quotes)
        if named_only and not marked and scene.at(end) - first < SHORT and not self._told(scene, saying, first, end):
            return None  # "dément en bloc", "denied the charge": an act, with nothing said
        return scene.words[first].start, end

    def _told(self, scene: Scene, saying: Saying, first: int, end: int) -> bool:
        """ "Blamed *snow*": short, and yet said."""
        return scene.key(first)[:1].isalpha() and self.explains(scene, saying, (scene.words[first].start, end))

    def explains(self, scene: Scene, saying: Saying, span: Span) -> bool:
        """ "Blamed *snow*", "incrimine *la météo*": why something is so, and nobody who did it."""
        return saying.verb in self.causing and not any(span[0] <= m.start < span[1] for m in scene.sentence.actors)

    def _opening(self, scene: Scene, saying: Saying, i: int) -> int | None:
        """The first word of the content behind a verb: "que", a colon, an infinitive, quotation marks, a clause."""
        comma = False
        for j in range(i, min(i + CONTENT + 3, len(scene.words))):
            if quote := scene.opens(j):
                return self._quoted(scene, saying, i, j, quote)
            after_comma = comma and scene.key(j - 1) != ","
            if scene.key(j) in self.that and j - i <= CONTENT and not after_comma and scene.key(j + 1) not in ENDS:
                again = saying.bare and scene.key(j - 1) in self.joins and self.clause(scene, i)
                if again or self.deeds.asked(scene, saying, i):
                    return i  # "said it was safe and *that*…", "warned Pyongyang to refrain from steps *that*…"
                return None if self._qualifies(scene, saying, i, j) else j
            if scene.key(j) in self.whether and j - i <= ASKED and not comma and scene.key(j - 1) not in self.after:
                return j
            comma = comma or scene.key(j) == ","
            if scene.key(j) == ":" and (j - i < SHORT or scene.opens(j + 1)):
                return j + 1
            if scene.key(j) in STOPS:
                break
        if (told := self._past_whom(scene, saying, i)) is not None:
            return told
        asked = self.deeds.asked(scene, saying, i)
        asked = asked or (saying.verb in self.calling and self.deeds.judged(scene, i, saying.verb))
        if saying.strong or asked or self.deeds.infinitive(scene, i):
            return i if i < len(scene.words) and scene.key(i) not in (".", ",", ";") else None
        return i if saying.bare and self.clause(scene, i) else None

    def _past_whom(self, scene: Scene, saying: Saying, i: int) -> int | None:
        """ "Told NRK *she found*", "a affirmé à la BBC *détenir*": behind who was told, a clause with its pronoun, or an infinitive."""
        near = range(i + 1, i + ASKED)
        if saying.verb in self.deeds.telling and self.infinitives_marked:
            return next((j for j in near if scene.key(j) in self.subjects and scene.words[i].text[:1].isalpha()), None)
        spoken = saying.strength in ("say", "claim") and scene.key(i) in self.addressed and not self.infinitives_marked
        return next((j for j in near if self.deeds.infinitive(scene, j)), None) if spoken else None

    def _qualifies(self, scene: Scene, saying: Saying, i: int, that: int) -> bool:
        """ "A défendu *l'accord que* Paris a signé", "outlined *a plan that*": of a plain verb's object, no content."""
        return (
            saying.verb in self.plain and that > i and scene.key(i) in self.articles and not scene.key(i + 1).isdigit()
        )

    def _quoted(self, scene: Scene, saying: Saying, i: int, j: int, quote: Quotation) -> int | None:
        """What a verb says that has quotation marks behind it: right behind, or with what it is said of."""
        if j - i < 2:
            return j
        if saying.verb in self.marked:
            return None  # "défend une politique du « voisinage d'abord »"
        spoken = len(scene.text[quote.start : quote.end].split()) >= SPOKEN_WORDS
        if saying.strong or saying.verb in self.judging:
            return i
        return j if spoken and saying.strength in ("say", "claim") and saying.verb not in self.plain else None

    def clause(self, scene: Scene, i: int) -> bool:
        """A clause without "that": a pronoun, or a verb that shows within a few words."""
        if scene.key(i) in self.pronouns:
            return True
        ahead = [scene.key(j) for j in range(i, min(i + AHEAD, len(scene.words)))]
        stop = next((k for k, key in enumerate(ahead) if key in (";", ".") or (key == "," and k < 1)), len(ahead))
        return bool(self.finite & set(ahead[:stop])) or (
            stop > SHORT and any(k.endswith(self.pasts) for k in ahead[2:stop])
        )

    def _until(self, scene: Scene, first: int, later: Sequence[Group]) -> int:
        """The end of the sentence, or of the last word before a second verb of saying joined to this one."""
        quote = scene.opens(first)
        if quote and quote.end > scene.sentence.start and self._only(scene, quote):
            return max(quote.end, first)
        for group in later:
            i = group.first - 1
            cut = scene.key(i) in self.joins or scene.key(i) == ";" or (group.gerund and scene.key(i) == ",")
            if i > first + 1 and cut and not group.passive:
                return scene.words[i - 1 - (scene.key(i - 1) == ",")].end
        quote = next((q for q in scene.quotes if q.start < scene.sentence.end <= q.end), None)
        return max(scene.end, quote.end) if quote else scene.end

    def _only(self, scene: Scene, quote: Quotation) -> bool:
        """Whether the quotation is all that was said: it runs past its sentence, or a stop follows it."""
        i = scene.at(quote.end)
        return i >= len(scene.words) or scene.key(i) in (",", ".", ";")
