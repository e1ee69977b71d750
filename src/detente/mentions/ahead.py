"""What was said, where it stands before its verb: ended by a comma, by marks, or around an insertion."""

from detente.codebook.languages import Language
from detente.mentions.behind import SHORT, Behind, Span
from detente.mentions.phrases import Source
from detente.mentions.quotations import Quotation
from detente.mentions.scene import Scene
from detente.mentions.speech import CONTENT, Saying
from detente.mentions.verbgroups import Group

APPOSED = 3  # words from an article to the office it is of: "a longtime adviser"


class Ahead:
    """Compiled once for a language."""

    def __init__(self, language: Language, behind: Behind) -> None:
        speech = language.maps["speech"]
        self.behind = behind
        self.that, self.finite = behind.that, behind.finite
        self.after = frozenset(w.casefold() for w in speech["after"])
        self.likewise = frozenset(speech["likewise"])
        self.joins = frozenset(language["and"])
        self.relative = frozenset(language["relative"])
        self.aside = frozenset(speech["aside"])
        self.articles = frozenset(language["articles"]) | frozenset(language["definite"])
        self.telling, self.inverting = frozenset(speech["telling"]), frozenset(speech["inverting"])
        self.modal = frozenset(speech["modal"])
        self.inverts = language.narrates_in_the_perfect
        self.gerunds = language.maps["endings"]["gerund"]

    def announced(self, scene: Scene, last: int) -> Span | None:
        """ "As the minister pointed out, …": what follows the comma."""
        comma = next((i for i in range(last + 1, len(scene.words)) if scene.key(i) == ","), len(scene.words))
        return (scene.words[comma + 1].start, scene.end) if comma + SHORT < len(scene.words) else None

    def around(self, scene: Scene, comma: int, last: int) -> Span | None:
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
        if scene.key(i) != "," or len(rest) <= SHORT or self.is_aside(scene, i + 1):
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

    def is_aside(self, scene: Scene, i: int) -> bool:
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
        start = self.begin(scene, i)
        if quote is not None and (quote.start <= scene.sentence.start or scene.at(quote.start) - scene.at(start) <= 1):
            return quote.start, quote.end
        return start, last.end

    def begin(self, scene: Scene, i: int) -> int:
        """The start of the clause that ends at word i: its sentence, or what follows the last semicolon."""
        quote = next((q for q in scene.quotes if q.start < scene.sentence.start < q.end), None)
        for j in range(i - 1, -1, -1):
            if scene.key(j) == ";" and j not in scene.quoted:
                return scene.words[j + 1].start
        return quote.start if quote else scene.sentence.start

    def closed_by(self, scene: Scene, saying: Saying, group: Group, source: Source) -> Span | None:
        """ "…, the ministry said on Friday": the subject before its verb, both behind what was said."""
        if source.first < 1 or saying.tense == "gerund":
            return None
        before = source.first - 1
        if scene.mark(before) or (scene.key(before) == "," and scene.mark(before - 1)):
            return self.around(scene, before, group.last)
        inserted = scene.key(group.last + 1) == "," and len(scene.words) - group.last > SHORT + 1
        least = 1 if inserted else SHORT
        if scene.key(before) in self.likewise and scene.key(before - 1) == "," and before > least:
            return self.around(scene, before - 1, group.last)
        told = saying.verb in self.telling
        closes = told or (saying.verb in self.inverting and self._closes(scene, group, source))
        if self.inverts or scene.key(before) not in (",", "—", "–") or not (saying.bare or closes):
            return None
        tail = [scene.key(i) for i in range(group.last + 1, self._comma(scene, group.last + 1))]
        if before < least or (closes and not saying.bare and not self.behind.clause(scene, 0)):
            return None
        if self.that & set(tail[:CONTENT]) or not self._closing(scene, group.last + 1, told):
            return None
        return self.around(scene, before, group.last)

    def _closes(self, scene: Scene, group: Group, source: Source) -> bool:
        """Whether a subject alone and its verb may close what was said: "…, Yerevan *reported*"; no "and he replied", "has not"."""
        start, end = scene.words[group.first].start, scene.words[group.last].end
        denied = any(c.kind == "negation" and start <= c.start < end for c in scene.sentence.cues)
        ahead = any(scene.key(i) in self.modal for i in range(group.first, group.last))  # "Kenya *would* protest"
        return not denied and not ahead and scene.key(source.first) not in self.joins

    def _comma(self, scene: Scene, i: int) -> int:
        """The first comma at word i or behind it, else the end."""
        return next((k for k in range(i, len(scene.words)) if scene.key(k) == ","), len(scene.words))

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
