"""Whether what stands behind a verb of saying is reported by it, or told in passing, within another's words, or an act."""

from detente.codebook.languages import Language
from detente.mentions.behind import Span
from detente.mentions.extents import Extents
from detente.mentions.lexicon import Match
from detente.mentions.phrases import Source
from detente.mentions.scene import Scene
from detente.mentions.sourcing import SourceFinder
from detente.mentions.speech import Saying
from detente.mentions.uncued import form
from detente.mentions.verbgroups import Group

ACTS = ("demand", "promise", "blame", "deny", "warn")  # strengths of verbs that do something to what they name


class Reporting:
    """Compiled once for a language; pure."""

    def __init__(self, language: Language, extents: Extents, sources: SourceFinder) -> None:
        words = language.maps["speech"]
        self.extents, self.sources = extents, sources
        self.against, self.doubled = frozenset(words["against"]), frozenset(words["doubled"])
        self.expressing, self.thanking = frozenset(words["expressing"]), frozenset(words["thanking"])
        self.told_of = frozenset(words["told_of"])

    def untold(
        self, scene: Scene, match: Match[Saying], group: Group, source: Source, span: Span, said: Span | None
    ) -> bool:
        """Whether what seems said behind a verb is not reported by it: in passing, within another's words, an act."""
        if self.sources.subordinate(scene, source) and not self._of_which(scene, match, source):
            inner = said is not None and said[0] < scene.words[group.first].start < said[1]
            if inner or form(scene, span) == "reported":
                return True
        if said and span[0] > said[0] and self._nested(scene, said, source, group):
            return True
        if self.sources.contrasted(scene, source) and form(scene, span) == "reported":
            return not self.extents.clause(scene, span)  # "tandis que Dakar a souligné *son intérêt*"
        if group.reduced and not self.extents.told_to(scene, span):
            return True
        return self._is_act(scene, match, span)

    def _of_which(self, scene: Scene, match: Match[Saying], source: Source) -> bool:
        """ "…, *which the ministry called* a fabrication", "…, *which it says* can no longer function"."""
        if scene.key(source.first - 1) not in self.extents.relative or self.sources.turns:
            return False
        named = match.payload.verb in self.extents.deeds.naming
        return named or (match.payload.verb in self.told_of and scene.key(match.last + 1) in self.extents.finite)

    def _nested(self, scene: Scene, said: Span, source: Source, group: Group) -> bool:
        """ "She said trade would resume *once Mali guarantees* that…": told within what another says, his subject too."""
        first = scene.words[min(source.first if source.first >= 0 else group.first, group.first)].start
        inside = said[0] <= first and scene.words[group.last].end <= said[1] and form(scene, said) == "reported"
        between = range(scene.at(said[0]), scene.at(first))
        cut = (
            self.against | self.sources.joins
            if source.how == "named" and not self._clause(scene, said)
            else self.against
        )
        parted = (scene.key(i) == ";" or (scene.key(i) == "," and scene.key(i + 1) in cut) for i in between)
        return inside and not any(parted)

    def _clause(self, scene: Scene, said: Span) -> bool:
        """Whether a whole clause is said, so that what "and" joins may be said too: "said that X, *and* that Y"."""
        return self.extents.clause(scene, said) or self.extents.behind.clause(scene, scene.at(said[0]))

    def _is_act(self, scene: Scene, match: Match[Saying], span: Span) -> bool:
        """ "A condamné l'attaque", "pledged eighty officers": the verb names an act, and nothing is reported.

        Of a measure, or blaming what another did ("a déploré l'expulsion"), it tells where he stands.
        """
        heads = {a.head for a in scene.sentence.acts}
        named = [m.start for m in scene.sentence.instruments]
        named += [a.start for a in scene.sentence.acts] if match.payload.strength == "blame" else []
        told = scene.words[match.first].start in heads
        if told and match.payload.verb in self.doubled and span[0] >= scene.words[match.first].end:
            return not self.extents.clause(scene, span)
        if self.only_names(scene, match, span):
            return True
        if match.payload.tense == "infinitive" and match.payload.strength in ACTS:
            return not self.extents.clause(scene, span)  # "n'a cessé de critiquer *la présence*…"
        if any(span[0] <= start < span[1] for start in named):
            return False
        if self.extents.behind.explains(scene, match.payload, span):
            return False
        told = told and match.payload.strength in ACTS
        return told and span[0] >= scene.words[match.first].end and self.extents.deeds.bare(scene, span)

    def only_names(self, scene: Scene, match: Match[Saying], span: Span) -> bool:
        """ "Thanked Beijing", "a exprimé sa solidarité": a verb with a bare noun behind it, which is all it tells.

        What praises a measure ("a salué l'aide") tells where he stands.
        """
        praises = match.payload.verb in self.thanking and not self._of_measure(scene, span)
        behind = span[0] >= scene.words[match.first].end
        if not behind or not (praises or match.payload.verb in self.expressing):
            return False
        return not self.extents.clause(scene, span) and self.extents.deeds.bare(scene, span)

    def _of_measure(self, scene: Scene, span: Span) -> bool:
        return any(span[0] <= m.start < span[1] for m in scene.sentence.instruments)
