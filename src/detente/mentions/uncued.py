"""Quotations that no verb introduces: alone in their sentence, or within one whose leader speaks; and the marks that only give a name."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.codebook.languages import Language
from detente.mentions.phrases import Source
from detente.mentions.quotations import Quotation
from detente.mentions.scene import STOPS, Scene
from detente.mentions.sourcing import SourceFinder
from detente.mentions.speech import SPOKEN_WORDS, Saying
from detente.model import Utterance

Span = tuple[int, int]
LABEL = 12  # words for who speaks before a colon
LONG = 8  # words of a quotation that stands at the head of its sentence without a verb of saying


class Uncued:
    """Compiled once for a language."""

    def __init__(self, language: Language, sources: SourceFinder) -> None:
        self.unheard = frozenset(language.maps["speech"]["unheard"])
        self.calling = frozenset(language.maps["speech"]["saying_forms"])  # "dit « suivre la situation »"
        self.articles = frozenset(language["articles"]) | frozenset(language["definite"])
        self.have = frozenset(language.auxiliary("have"))  # "a dit sa « déception »" is no name
        self.being = frozenset((*language.auxiliary("be"), *language.maps["speech"]["remaining"]))
        self.ruling, self.within = sources.phrases.ruling, sources.phrases.within

    def find(self, scenes: Sequence[Scene], found: Sequence[Utterance]) -> Iterator[Utterance]:
        taken = [(u.start, u.end) for u in found if u.form != "unsaid"]
        for scene in scenes:
            for quote in scene.quotes:
                start, end = max(quote.start, scene.sentence.start), min(quote.end, scene.sentence.end)
                if any(a < end and start < b for a, b in taken):
                    continue
                if label := self._labelled(scene, quote):
                    yield utterance(scene, (start, end), label, "quoted", -1, -1)
                elif self._alone(scene, start, end, quote):
                    yield Utterance(start, end, "quoted", scene.index, "carried")
                elif source := self._embedded(scene, quote):
                    yield utterance(scene, (start, end), source, "mixed", -1, -1)

    def _holds_off(self, scene: Scene, i: int) -> bool:
        """Whether the word before the mark at i, or the one before that, announces a name: "l'opération « … »"."""
        title = scene.words[i + 1].text[:1].isupper() if i + 1 < len(scene.words) else False
        called = self.unheard if title else self.unheard - self.calling
        return any(scene.key(k) in called and scene.key(k - 1) not in self.have for k in (i - 1, i - 2))

    def heard(self, scene: Scene) -> Scene:
        """The scene without quotation marks that only give a name."""
        kept = [
            q for q in scene.quotes if q.start < scene.sentence.start or not self._holds_off(scene, scene.at(q.start))
        ]
        return scene if len(kept) == len(scene.quotes) else replace(scene, quotes=kept)

    def _alone(self, scene: Scene, start: int, end: int, quote: Quotation) -> bool:
        """A sentence that is nothing but a quotation, or a piece of one; or a long one with words set behind its comma."""
        rest = scene.text[scene.sentence.start : start] + scene.text[end : scene.sentence.end]
        words = len(scene.text[quote.start : quote.end].split())
        if words >= SPOKEN_WORDS and sum(c.isalpha() for c in rest) <= 3:
            return True
        tail = start == scene.sentence.start and scene.key(scene.at(end)) == ","
        return tail and words >= LONG and words > len(rest.split())

    def _labelled(self, scene: Scene, quote: Quotation) -> Source | None:
        """ "*Ministre israélien de la Défense :* « … »": nothing but who speaks, as titles and live pages print it."""
        i = scene.at(quote.start)
        words = len(scene.text[quote.start : quote.end].split())
        if i < 2 or scene.key(i - 1) != ":" or words < SPOKEN_WORDS or quote.start < scene.sentence.start:
            return None
        first = next((k + 1 for k in range(i - 2, -1, -1) if scene.key(k) in STOPS), 0)
        if i - 1 - first > LABEL or any(k in scene.quoted for k in range(first, i - 1)):
            return None
        source = self.within(scene, first, i - 2)
        return source if source.how in ("named", "unnamed") and (source.speaker or source.how == "unnamed") else None

    def _embedded(self, scene: Scene, quote: Quotation) -> Source | None:
        """ "Ottawa suspend l'aide « jusqu'à nouvel ordre »": the words of who leads; never a name, nor a noun held off."""
        i = scene.at(quote.start)
        inner = [t for t in scene.words[i + 1 :] if t.end < quote.end and t.text[:1].isalpha()]
        if len(inner) < 2 or inner[0].text[:1].isupper() or scene.sentence.start > quote.start:
            return None
        before = scene.key(i - 1)
        if before in self.articles or before in self.ruling or self._holds_off(scene, i):
            return None
        if before in self.being and inner[0].key in self.articles:
            return None  # "le Togo reste « un partenaire »": said of it
        if len(inner) < SPOKEN_WORDS and inner[0].key not in self.ruling:
            return None
        lead = next((m for m in scene.speakers if m.end <= quote.start and not m.preposition), None)
        return Source("named", scene.at(lead.start), scene.at(lead.end) - 1, lead) if lead else None


def utterance(
    scene: Scene, span: Span, source: Source, said: str | None, first: int, last: int, saying: Saying | None = None
) -> Utterance:
    words = scene.words
    return Utterance(
        span[0],
        span[1],
        said or form(scene, span),
        scene.index,
        source.how,
        (words[first].start, words[last].end) if first >= 0 else None,
        saying.verb if saying else None,
        saying.strength if saying else None,
        (words[source.first].start, words[source.last].end) if source.first >= 0 else None,
        source.speaker,
        source.feminine,
    )


def form(scene: Scene, span: Span) -> str:
    """How words are said: "quoted" from end to end, "reported" without a quotation mark, or "mixed"."""
    inside = [q for q in scene.quotes if q.start < span[1] and span[0] < q.end]
    if not inside:
        return "reported"
    return "quoted" if inside[0].start <= span[0] and inside[-1].end >= span[1] else "mixed"
