"""Who speaks, told inside the quotation marks: « La route, *a déclaré le ministre*, rouvrira », as the French press prints it."""

from collections.abc import Sequence
from dataclasses import replace

from detente.codebook.languages import Language
from detente.mentions.quotations import Quotation
from detente.mentions.scene import Scene
from detente.mentions.sourcing import SourceFinder
from detente.mentions.speech import SpeechFinder
from detente.mentions.verbgroups import Group, VerbGroups

PARTS = (",", "—", "–")  # what stands before and behind an insertion
LONG = 18  # words of an insertion
NEAR = 2  # words between a quotation and the verb outside it that reports it
SPEAKS = ("named", "unnamed", "pronoun")


class Insertions:
    """Compiled once for a language; pure."""

    def __init__(self, language: Language, speech: SpeechFinder, sources: SourceFinder, verbs: VerbGroups) -> None:
        self.speech, self.sources, self.verbs = speech, sources, verbs
        self.turns = language.narrates_in_the_perfect  # there, a subject that speaks in passing stands behind its verb

    def parted(self, scene: Scene) -> Scene:
        """The scene with each quotation in two, before and behind the words within it that say who speaks."""
        if not scene.quotes:
            return scene
        open_ = replace(scene, quotes=())
        heard = [m for m in self.speech.sayings(scene.words) if not self.verbs.is_noun(open_, m)]
        groups = [self.verbs.group(open_, m) for m in heard]
        quotes: list[Quotation] = []
        for quote in scene.quotes:
            told = any(self._reports(scene, g, quote) for g in groups)
            quotes += [quote] if told else self._pieces(open_, quote, groups)
        return scene if len(quotes) == len(scene.quotes) else replace(scene, quotes=quotes)

    def _reports(self, scene: Scene, group: Group, quote: Quotation) -> bool:
        """Whether a verb outside the marks says who is quoted: right behind them, or right before."""
        if group.first in scene.quoted:
            return False
        first, last = scene.at(quote.start), scene.at(quote.end)
        return 0 <= group.first - last <= NEAR or 0 < first - group.last <= NEAR

    def _pieces(self, scene: Scene, quote: Quotation, groups: Sequence[Group]) -> list[Quotation]:
        """The quotation, or what is left of it around each insertion."""
        pieces = [quote]
        for group in groups:
            last = pieces[-1]
            span = self._insertion(scene, group) if self._inside(scene, group, last) else None
            if span is None or scene.words[span[0]].start <= last.start:
                continue
            pieces[-1] = replace(last, end=scene.words[span[0] - 1].end, closed=True, continued=False)
            if span[1] + 1 < len(scene.words) and scene.words[span[1] + 1].end < last.end:
                pieces.append(replace(last, start=scene.words[span[1] + 1].start, again=False))
        return pieces

    def _inside(self, scene: Scene, group: Group, quote: Quotation) -> bool:
        return (
            group.finite and quote.start < scene.words[group.first].start and scene.words[group.last].end <= quote.end
        )

    def _insertion(self, scene: Scene, group: Group) -> tuple[int, int] | None:
        """The comma that opens the words for who speaks, and the one that closes them; None where there are none."""
        turned = scene.key(group.first - 1) in PARTS
        if group.pronoun >= 0:
            source = self.sources.pronoun(scene, group.pronoun)
        elif turned:
            source = self.sources.behind(scene, group.last + 1)
        else:
            source = self.sources.before(scene, group)
        first = group.first if turned else source.first
        if source.how not in SPEAKS or (self.turns and not turned) or scene.key(first - 1) not in PARTS:
            return None
        last = self.sources.phrases.to_comma(scene, max(group.last, source.last)) + 1
        closes = last >= len(scene.words) or scene.key(last) in PARTS or last + 2 >= len(scene.words)
        return (first - 1, last) if closes and last - first <= LONG else None
