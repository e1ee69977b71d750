"""Which acts are only the content of another: "menace de *fermer*", "refused to *meet*", "exclut toute *négociation*"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from detente.codebook.languages import Language
from detente.mentions.tokens import Token
from detente.model import ActMention

QUOTES = frozenset('"“«')  # a refusal or a demand may quote its object: 'demanded "the withdrawal of …"'
SHORT = 4  # letters up to which a word in -er, -ir is mostly no verb: "hier", "pair"
PROMISED = 8  # words from what is promised to a noun inside it
ASKED = 8  # words from a wording that ends in a preposition to the "que" of what is asked
CONTROL = 4  # words between a governing act and the infinitive it governs
FAR = CONTROL + 3  # the same, where the governing act's own words stand between
WIDE = 8  # characters of a governing act's wording that let its infinitive stand a word further


@dataclass(frozen=True)
class Told:
    """The acts of a sentence among its words. governs: whether what an act says may be another act."""

    acts: Sequence[ActMention]
    governs: Sequence[bool]
    words: Sequence[Token]

    @cached_property
    def place(self) -> dict[int, int]:
        """Offset of a word -> its number."""
        return {t.start: i for i, t in enumerate(self.words)}

    def head(self, i: int) -> int:
        """The word that is the head of act i."""
        return self.place[self.acts[i].head]

    def before(self, i: int, words: int) -> Sequence[Token]:
        """So many words right before the head of act i."""
        return self.words[max(0, self.head(i) - words) : self.head(i)]


class Control:
    """Compiled once for a language; pure."""

    def __init__(self, language: Language) -> None:
        english = bool(language["premodified"])
        self.tenses, self.ands = frozenset(language["governed"]), frozenset(language["and"])
        self.later = frozenset(language["reported-future"])  # stand for what is announced: "would"
        self.that = frozenset(language.maps["speech"]["that"])
        self.ruling = frozenset[str]() if english else language.words("toward", "links")
        self.plain = english  # an infinitive behind "and" looks like a present: "to leave *and hand back* the port"
        self.small = language.words("articles", "definite", "any", "links", "toward")
        walls = language.words("clause_breaks", "toward", "within", "with", "ruling", "sidelined")
        self.walls = walls - frozenset(language["accredited"])  # words that end a clause
        self.infinitives = language.maps["endings"]["infinitive"]

    def governed(self, acts: Sequence[ActMention], governs: Sequence[bool], words: Sequence[Token]) -> list[ActMention]:
        """Marks each infinitive that follows a governing act closely: "menace de *fermer*", "warned it would *hit*"."""
        told = Told(acts, governs, words)
        out: list[ActMention] = []
        for i, act in enumerate(acts):
            content = act.form == "verb" and self._is_content(told, i)
            governor = self._governor(told, i) if content else None
            if governor is None and out and self._shares(told, i, out[-1], content):
                governor = out[-1].governor
            out.append(act if governor is None else replace(act, governor=governor))
        return out

    def _is_content(self, told: Told, i: int) -> bool:
        """Whether a verb's form, or the word before it, lets another act govern it."""
        return told.acts[i].tense in self.tenses or self._announced(told, i) or self._behind_that(told, i)

    def _announced(self, told: Told, i: int) -> bool:
        return any(t.key in self.later for t in told.before(i, 1))

    def _behind_that(self, told: Told, i: int) -> bool:
        """ "Demanded *that* the soldiers *withdraw*": a present in what the act right before asks for; past whom it is asked of,
        where its wording ends in his preposition: "réclame *de* Kigali *qu'*il libère"."""
        asks = told.acts[i - 1] if i else None
        if asks is None or told.acts[i].tense != "present" or not told.governs[i - 1] or asks.form != "verb":
            return False
        words, head = told.words, told.head(i)
        end = next((k for k in range(told.head(i - 1), len(words)) if words[k].end >= asks.end), len(words))
        reach = ASKED if any(t.key in self.ruling for t in words[end : end + 2]) else 1
        return any(words[k].key in self.that for k in range(end, min(end + reach, head - 1) + 1) if k < len(words))

    def _governor(self, told: Told, i: int) -> int | None:
        """The nearest act before it that governs, if it is near enough."""
        announced = self._announced(told, i)
        for j in range(i - 1, -1, -1):
            act = told.acts[j]
            if announced and act.form == "noun":
                continue  # "adhere to its *requests* and *would* accept"
            if told.governs[j] and told.head(i) - told.head(j) <= FAR + (act.end - act.start) // WIDE:
                return j
        return None

    def _shares(self, told: Told, i: int, one: ActMention, content: bool) -> bool:
        """ "Threatened to shut the consulate *and to bar* shrimp": what hangs on the same word as the one before."""
        if one.governor is None:
            return False
        act = told.acts[i]
        plain = self.plain and one.tense == "infinitive" and act.tense == "present" and act.form == "verb"
        return any(t.key in self.ands for t in told.before(i, 2 if content else 1 if plain else 0))

    def held(self, acts: Sequence[ActMention], holds: Sequence[bool], words: Sequence[Token]) -> list[ActMention]:
        """Marks each noun that is the object of a refusal or a demand: nothing but articles between them.

        So is one inside what is promised: "se sont accordés pour *mettre en œuvre* des patrouilles"."""
        place = {t.start: i for i, t in enumerate(words)}
        out = list(acts)
        for i, act in enumerate(acts):
            last = next((j for j in range(i - 1, -1, -1) if acts[j].end <= act.start), None)
            if act.form == "verb" or last is None or not holds[last] or act.governor is not None:
                continue
            between = [t for t in words[: place[act.head]] if t.start >= acts[last].end]
            waits = any(t.key in self.small for t in words if t.start >= acts[last].head and t.end == acts[last].end)
            if act.form == "phrase" and (between or not waits):
                continue  # "a menacé Tunis *de* nouvelles sanctions"; not "exige ce retrait sous peine de"
            beside = len(between) <= CONTROL and all(t.key in self.small or t.key in QUOTES for t in between)
            if beside or self._inside(between):
                out[i] = replace(act, governor=last)
        return out

    def _inside(self, between: Sequence[Token]) -> bool:
        """Whether words begin with an infinitive, and no clause ends before the noun behind them."""
        first = between[0] if between else None
        infinitive = self.infinitives and first is not None and len(first.key) > SHORT
        led = infinitive and first is not None and first.key.endswith(self.infinitives)
        if not led or len(between) > PROMISED:
            return False
        return all(t.key[:1].isalpha() and t.key not in self.walls for t in between)
