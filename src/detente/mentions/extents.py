"""From where to where something was said: before its verb or behind it, with or without "that", around an insertion."""

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
INSERTED = 9  # words from the comma that opens an insertion to the one that closes it
ENDS = ("", ".", ",", ";")
APPOSED = 3  # words from an article to the office it is of: "a longtime adviser"
ASKED = 4  # words between a verb and its "whether": "a demandé à Paris si"
AHEAD = 10  # words in which a clause without "that" shows its verb


class Extents:
    """Compiled once for a language."""

    def __init__(self, language: Language) -> None:
        speech = language.maps["speech"]
        self.deeds = Deeds(language)
        self.that = frozenset(speech["that"])
        self.after = frozenset(w.casefold() for w in speech["after"])
        self.likewise = frozenset(speech["likewise"])
        self.joins = frozenset(language["and"])
        self.finite = set(language.auxiliary("be")) | set(language.auxiliary("have")) | set(speech["modal"])
        self.pronouns = frozenset(language["pronouns"])
        self.relative = frozenset(language["relative"])
        self.aside = frozenset(speech["aside"])
        self.articles = frozenset(language["articles"]) | frozenset(language["definite"])
        self.telling, self.inverting = frozenset(speech["telling"]), frozenset(speech["inverting"])
        self.calling = frozenset(speech["calling"])
        self.whether = frozenset(speech["whether"])
        self.judging, self.plain = frozenset(speech["judging"]), frozenset(speech["plain"])
        self.inverts = language.narrates_in_the_perfect
        endings = language.maps["endings"]
        self.gerunds, self.pasts = endings["gerund"], endings["past"]

    def clause(self, scene: Scene, span: Span) -> bool:
        """Whether a content begins as a clause, an infinitive or a quotation does."""
        i = scene.at(span[0])
        return scene.key(i) in self.that | self.whether or self.deeds.infinitive(scene, i) or scene.opens(i) is not None

    # -- where the verb stands
    def turned(self, scene: Scene, saying: Saying, group: Group) -> bool:
        """Whether the subject stands behind: "…, a déclaré le ministre", "…,” said the minister"."""
        before, after = group.first - 1, scene.key(group.last + 1)
        if before < 0 or saying.tense == "gerund" or after in self.that or not after or after == ".":
            return False
        if after == ",":
            return self._quoted_before(scene, before) and self._inserted(scene, group.last + 1)
        if self.inverts and scene.key(before) in self.likewise:
            return before == 0 or (scene.key(before - 1) == "," and before > SHORT)
        if self._quoted_before(scene, before):
            return not scene.opens(group.last + 1)
        if scene.key(before) not in (",", "—", "–"):
            return False
        if self.inverts:
            return saying.strength in ("say", "claim", "warn", "promise") and before >= SHORT - 1
        may = saying.bare or (saying.verb in self.inverting and saying.tense == "past")
        return may and after not in self.after and before >= 1 and self._named_alone(scene, group.last + 1)

    def _quoted_before(self, scene: Scene, i: int) -> bool:
        """Whether a quotation closes at word i, or right before the comma there."""
        return scene.mark(i) or (scene.key(i) in (",", "—", "–") and scene.mark(i - 1))

    def _inserted(self, scene: Scene, comma: int) -> bool:
        """ "A plaidé, devant le Conseil, l'ambassadeur": the insertion that opens at a comma is closed by another."""
        return any(scene.key(i) == "," for i in range(comma + 2, comma + INSERTED))

    def _named_alone(self, scene: Scene, i: int) -> bool:
        """Whether nothing but a noun phrase stands from word i to the next stop."""
        for j in range(i, len(scene.words)):
            if scene.key(j) in (",", ".", ";") or scene.key(j) in self.relative:
                return True
            if scene.key(j) in self.finite or scene.key(j) in self.pronouns or scene.opens(j):
                return False
        return True

    # -- what was said
    def of(
        self, scene: Scene, saying: Saying, group: Group, source: Source, turned: bool, later: Sequence[Group]
    ) -> Span | None:
        """The content of a verb of saying, or None where it has none."""
        if scene.key(0) in self.likewise and (group.first == 1 or source.first == 1):
            return self._announced(scene, max(group.last, source.last))
        if turned:
            comma = group.first - 1 - (scene.key(group.first - 1) in self.likewise)
            return self._around(scene, comma, max(group.last, source.last))
        if (span := self._closed_by(scene, saying, group, source)) is not None:
            return span
        return self._behind(scene, saying, group, source, later)

    def _announced(self, scene: Scene, last: int) -> Span | None:
        """ "As the minister pointed out, …": what follows the comma."""
        comma = next((i for i in range(last + 1, len(scene.words)) if scene.key(i) == ","), len(scene.words))
        return (scene.words[comma + 1].start, scene.end) if comma + SHORT < len(scene.words) else None

    def _around(self, scene: Scene, comma: int, last: int) -> Span | None:
        """What stands before a comma, its verb and its subject; and behind them, when the speech goes on there."""
        start, end = self._before(scene, comma)
        if start >= end:
            return None
        i = last + 1
        while i < len(scene.words) and scene.key(i) not in (",", ";", ".") and not scene.opens(i):
            i += 1
        quote = next((q for q in scene.quotes if q.start > scene.words[last].start), None)
        if any(q.end == end for q in scene.quotes):
            return start, min(quote.end, scene.sentence.end) if quote and self._resumes(scene, i, quote) else end
        i = self._past_apposition(scene, i)
        rest = scene.words[i + 1 :]
        if scene.key(i) != "," or len(rest) <= SHORT or self._is_aside(scene, i + 1):
            return start, end
        return start, scene.end

    def _past_apposition(self, scene: Scene, i: int) -> int:
        """The comma that closes ", a longtime adviser to the president", or the end; i itself where no office is told."""
        first = i + 1 + (scene.key(i + 1) in self.articles)
        if scene.key(i) != "," or not any(scene.held(k) for k in range(first, first + APPOSED)):
            return i
        behind = next((k for k in range(first, len(scene.words)) if scene.key(k) in (",", ";")), len(scene.words))
        verbs = any(scene.key(k) in self.finite for k in range(first, behind))
        return i if verbs else behind

    def _resumes(self, scene: Scene, i: int, quote: Quotation) -> bool:
        """A second piece of the quotation, right behind the insertion."""
        return quote.start - (scene.words[i].start if i < len(scene.words) else quote.start) <= 2

    def _is_aside(self, scene: Scene, i: int) -> bool:
        key = scene.key(i)
        return (
            key in self.relative
            or key in self.aside
            or key in self.joins
            or (len(key) > 4 and key.endswith(self.gerunds))
        )

    def _before(self, scene: Scene, i: int) -> Span:
        """From where the content begins to the word before the comma at i."""
        while i > 0 and scene.key(i) in (",", "—", "–") and not (i in scene.quoted and scene.mark(i)):
            i -= 1
        last = scene.words[i]
        quote = next((q for q in scene.quotes if q.end == last.end), None)
        start = self._begin(scene, i)
        if quote is not None and (quote.start <= scene.sentence.start or scene.at(quote.start) - scene.at(start) <= 1):
            return quote.start, quote.end
        return start, last.end

    def _begin(self, scene: Scene, i: int) -> int:
        """The start of the clause that ends at word i: its sentence, or what follows the last semicolon."""
        quote = next((q for q in scene.quotes if q.start < scene.sentence.start < q.end), None)
        for j in range(i - 1, -1, -1):
            if scene.key(j) == ";" and j not in scene.quoted:
                return scene.words[j + 1].start
        return quote.start if quote else scene.sentence.start

    def _closed_by(self, scene: Scene, saying: Saying, group: Group, source: Source) -> Span | None:
        """ "…, the ministry said on Friday": the subject before its verb, both behind what was said."""
        if source.first < 1 or saying.tense == "gerund":
            return None
        before = source.first - 1
        if scene.mark(before) or (scene.key(before) == "," and scene.mark(before - 1)):
            return self._around(scene, before, group.last)
        inserted = scene.key(group.last + 1) == "," and len(scene.words) - group.last > SHORT + 1
        least = 1 if inserted else SHORT
        if scene.key(before) in self.likewise and scene.key(before - 1) == "," and before > least:
            return self._around(scene, before - 1, group.last)
        told = saying.verb in self.telling
        if self.inverts or scene.key(before) not in (",", "—", "–") or not (saying.bare or told):
            return None
        tail = [scene.key(i) for i in range(group.last + 1, len(scene.words))]
        if before < least or (told and not self._clause(scene, 0)):
            return None
        if self.that & set(tail[:CONTENT]) or not self._closing(scene, group.last + 1, told):
            return None
        return self._around(scene, before, group.last)

    def _closing(self, scene: Scene, i: int, told: bool) -> bool:
        """Whether nothing said can follow: the sentence ends, or goes on with where, when and to whom (told)."""
        key = scene.key(i)
        if not key or key in (".", ",", ";", "!", "?", "—", "–"):
            return True
        if key not in self.after and not told:
            return False
        for j in range(i, len(scene.words)):
            if scene.key(j) in (",", ";", "."):
                break
            if scene.key(j) in self.finite or scene.opens(j):
                return False
        return True

    def _behind(
        self, scene: Scene, saying: Saying, group: Group, source: Source, later: Sequence[Group]
    ) -> Span | None:
        i = max(group.last, source.last if group.passive else -1) + 1
        first = self._opening(scene, saying, i)
        if first is None or first >= len(scene.words):
            return None
        end = self._until(scene, first, later)
        named_only = scene.key(first) not in self.that and not self.deeds.infinitive(scene, first)
        marked = any(q.start < end and scene.words[first].start < q.end for q in scene.quotes)
        if named_only and not marked and scene.at(end) - first < SHORT:
            return None  # "dément en bloc", "denied the charge": an act, with nothing said
        return scene.words[first].start, end

    def _opening(self, scene: Scene, saying: Saying, i: int) -> int | None:
        """The first word of the content behind a verb: "que", a colon, an infinitive, quotation marks, a clause."""
        comma = False
        for j in range(i, min(i + CONTENT + 3, len(scene.words))):
            if quote := scene.opens(j):
                return self._quoted(scene, saying, i, j, quote)
            after_comma = comma and scene.key(j - 1) != ","
            if scene.key(j) in self.that and j - i <= CONTENT and not after_comma and scene.key(j + 1) not in ENDS:
                return j
            if scene.key(j) in self.whether and j - i <= ASKED and not comma and scene.key(j - 1) not in self.after:
                return j
            comma = comma or scene.key(j) == ","
            if scene.key(j) == ":" and j - i < SHORT:
                return j + 1
            if scene.key(j) in STOPS:
                break
        asked = self.deeds.asked(scene, saying, i)
        asked = asked or (saying.verb in self.calling and self.deeds.judged(scene, i))
        if saying.strong or asked or self.deeds.infinitive(scene, i):
            return i if i < len(scene.words) and scene.key(i) not in (".", ",", ";") else None
        return i if saying.bare and self._clause(scene, i) else None

    def _quoted(self, scene: Scene, saying: Saying, i: int, j: int, quote: Quotation) -> int | None:
        """What a verb says that has quotation marks behind it: right behind, or with what it is said of."""
        if j - i < 2:
            return j
        spoken = len(scene.text[quote.start : quote.end].split()) >= SPOKEN_WORDS
        if saying.strong or saying.verb in self.judging:
            return i
        return j if spoken and saying.strength in ("say", "claim") and saying.verb not in self.plain else None

    def _clause(self, scene: Scene, i: int) -> bool:
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

    def attributed(self, scene: Scene, first: int, last: int) -> Span:
        """Around "selon X": what follows its comma when it opens the sentence, else all but the insertion."""
        i = last + 1
        if first >= SHORT and (i >= len(scene.words) or scene.key(i) in (".", ";", ",")):
            if scene.key(i) == "," and len(scene.words) - i > SHORT and not self._is_aside(scene, i + 1):
                return self._begin(scene, first), scene.end
            end = first - 1
            while end > 0 and scene.key(end) in (",", "—", "–"):
                end -= 1
            return self._begin(scene, first), scene.words[end].end
        while i < len(scene.words) and scene.key(i) == ",":
            i += 1
        if i >= len(scene.words):
            return self._begin(scene, max(first, 1)), scene.end
        return scene.words[i].start, scene.end
