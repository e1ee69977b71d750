"""From where to where something was said: before its verb or behind it, with or without "that", around an insertion."""

from collections.abc import Sequence

from detente.codebook.languages import Language
from detente.mentions.ahead import Ahead
from detente.mentions.behind import SHORT, Behind, Span
from detente.mentions.phrases import Source
from detente.mentions.scene import Scene
from detente.mentions.speech import Saying
from detente.mentions.verbgroups import Group

OFFICE = 4  # words from a verb to the noun of who speaks behind it: "jeudi l'ambassade"
INSERTED = 9  # words from the comma that opens an insertion to the one that closes it


class Extents:
    """Compiled once for a language."""

    def __init__(self, language: Language) -> None:
        speech = language.maps["speech"]
        self.behind = Behind(language)
        self.ahead = Ahead(language, self.behind)
        self.deeds, self.that, self.finite = self.behind.deeds, self.behind.that, self.behind.finite
        self.after, self.likewise = self.behind.after, self.ahead.likewise
        self.pronouns, self.relative = self.behind.pronouns, self.ahead.relative
        self.inverting = frozenset(speech["inverting"])
        self.inverts = self.ahead.inverts

    def clause(self, scene: Scene, span: Span) -> bool:
        """Whether a content begins as a clause, an infinitive or a quotation does."""
        i = scene.at(span[0])
        return (
            scene.key(i) in self.that | self.behind.whether
            or self.deeds.infinitive(scene, i)
            or scene.opens(i) is not None
        )

    def told_to(self, scene: Scene, span: Span) -> bool:
        """ "Priée par Lagos *d'inscrire*…": a content that begins at once as something to be done, or as a clause."""
        return self.clause(scene, span) or scene.key(scene.at(span[0])) in self.deeds.doing

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
            told = saying.strength in ("say", "claim", "warn", "promise") or self._office_behind(scene, group.last + 1)
            return told and before >= SHORT - 1
        may = saying.bare or (saying.verb in self.inverting and saying.tense == "past")
        return may and after not in self.after and before >= 1 and self._named_alone(scene, group.last + 1)

    def _quoted_before(self, scene: Scene, i: int) -> bool:
        """Whether a quotation closes at word i, or right before the comma there."""
        return scene.mark(i) or (scene.key(i) in (",", "—", "–") and scene.mark(i - 1))

    def _office_behind(self, scene: Scene, i: int) -> bool:
        """ "…, accuse *le ministère*.", "…, s'est plainte jeudi *l'ambassade*.": who speaks, and nothing he speaks of."""
        return any(scene.held(k) for k in range(i, i + OFFICE)) and self._named_alone(scene, i)

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
        """The content of a verb of saying, or None where it has none; of some verbs, only where it is quoted."""
        span = self._anywhere(scene, saying, group, source, turned, later)
        quoted = span and any(q.start < span[1] and span[0] < q.end for q in scene.quotes)
        return span if quoted or saying.verb not in self.behind.marked else None

    def _anywhere(
        self, scene: Scene, saying: Saying, group: Group, source: Source, turned: bool, later: Sequence[Group]
    ) -> Span | None:
        if scene.key(0) in self.likewise and (group.first == 1 or source.first == 1):
            return self.ahead.announced(scene, max(group.last, source.last))
        if turned:
            comma = group.first - 1 - (scene.key(group.first - 1) in self.likewise)
            return self.ahead.around(scene, comma, max(group.last, source.last))
        if (span := self.ahead.closed_by(scene, saying, group, source)) is not None:
            return span
        return self.behind.of(scene, saying, group, source, later)

    def attributed(self, scene: Scene, first: int, last: int) -> Span:
        """Around "selon X": what follows its comma when it opens the sentence, else all but the insertion."""
        i = last + 1
        if first >= SHORT and (i >= len(scene.words) or scene.key(i) in (".", ";", ",")):
            if scene.key(i) == "," and len(scene.words) - i > SHORT and not self.ahead.is_aside(scene, i + 1):
                return self.ahead.begin(scene, first), scene.end
            end = first - 1
            while end > 0 and scene.key(end) in (",", "—", "–"):
                end -= 1
            return self.ahead.begin(scene, first), scene.words[end].end
        while i < len(scene.words) and scene.key(i) == ",":
            i += 1
        if i >= len(scene.words):
            return self.ahead.begin(scene, max(first, 1)), scene.end
        return scene.words[i].start, scene.end
