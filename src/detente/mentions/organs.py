"""A state's own newspaper, station or agency: where it speaks for its state, and where it only reports, as any outlet."""

from collections.abc import Iterator
from dataclasses import replace

from detente.codebook.languages import Language
from detente.codebook.organs import Organs
from detente.mentions.lexicon import Lexicon, Match, longest
from detente.mentions.phrases import Phrases, Source
from detente.mentions.scene import Scene
from detente.model import ActorMention

HOLDS = ("warn", "demand", "deny", "blame", "praise", "promise")  # strengths that tell what a state holds, and no news
MAY = ("named", "unnamed", "other")  # how sources are found that may be such a one
Span = tuple[int, int]


class OrganFinder:
    """Compiled once for a codebook and a language; pure."""

    def __init__(self, organs: Organs, language: Language, phrases: Phrases) -> None:
        self.names = dict(organs.names.get(language.code, {}))
        self.phrases, self.genitive = phrases, frozenset(language["premodified"])
        self.links, self.first_person = frozenset(language["links"]), frozenset(language["first_person"])
        self.commentary = frozenset(organs.commentary.get(language.code, ()))
        contractions = {k: frozenset({k, *v}) for k, v in language.maps["contractions"].items()}
        self.words: Lexicon[str] = Lexicon(contractions)
        for name in self.names:
            self.words.add_wordings([name], name)
        self.words.add_wordings(organs.nouns.get(language.code, ()), "")

    def seen(self, scene: Scene, source: Source, span: Span, strength: str | None) -> Source:
        """The source, as an organ of its state where its words name one; an outlet that only reports is nobody's. A person is himself."""
        if source.how not in MAY or source.first < 0 or (source.speaker and source.speaker.person):
            return source
        found = list(self._in(scene, source))
        if not found:
            return source
        if strength not in HOLDS and not self._own(scene, span):
            return replace(source, how="other", speaker=None)
        start, end = scene.words[source.first].start, scene.words[source.last].end
        named = {self.names[m.payload] for m in found if m.payload}
        named = named or {
            m.codes[0] for m in scene.sentence.actors if m.start < end and start < m.end and len(m.codes) == 1
        }
        codes = tuple(named) if len(named) == 1 else ()
        return replace(source, how="organ", speaker=ActorMention(start, end, codes, "organ"))

    def _own(self, scene: Scene, span: Span) -> bool:
        """Whether it comments, or says "we" between quotation marks: its own words."""
        said = {t.key for i, t in enumerate(scene.words) if span[0] <= t.start < span[1] and i in scene.quoted}
        return bool(said & self.first_person) or any(t.key in self.commentary for t in scene.words)

    def _in(self, scene: Scene, source: Source) -> Iterator[Match[str]]:
        """The words for an organ that head the source: "a reporter *for* state television" is a reporter."""
        own = scene.words[source.first : source.last + 1]
        for match in longest(self.words.find(own)):
            first, last = source.first + match.first, source.first + match.last
            spelled = "".join(t.text for t in scene.words[first : last + 1]).replace("’", "'")
            written = not match.payload or spelled == match.payload.replace(" ", "")
            ahead = {scene.key(i) for i in range(source.first, first)}
            held = not ahead.isdisjoint(self.links | self.phrases.ruling)
            if written and not held and scene.key(last + 1) not in self.genitive:
                yield match
