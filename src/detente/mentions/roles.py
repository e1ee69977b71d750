""" "L'ambassadrice", "the envoy", "the army", "the tanker" alone: the one state whose such the page has introduced before."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from detente.codebook.people_model import flat
from detente.mentions.actors import ActorFinder
from detente.mentions.tokens import Token, tokens
from detente.model import ActorMention, Sentence

OFFICE = "office"
KINDS = frozenset({"office", "force", "nationals"})  # carriers that a page introduces with their state, and names again
TOLD = frozenset({"carrier", "inferred"})  # how a state is told by what is introduced
FAR = 12  # sentences after which soldiers and ships met once are no longer "the soldiers", "the ship"


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun for an office, a force or a thing; `whole` is all its words, "foreign minister", `head` the one that may stand alone."""

    head: str
    whole: str
    start: int
    end: int


@dataclass(slots=True)
class Met:
    """What the nouns told so far stand for: of each the codes, what it carries, and the sentence that told it last."""

    codes: dict[str, set[str]] = field(default_factory=dict)
    kind: dict[str, str] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)

    def told(self, noun: str, mention: ActorMention, index: int) -> None:
        self.codes.setdefault(noun, set()).update(mention.codes)
        self.kind[noun], self.last[noun] = mention.carrier or "", index

    def meant(self, noun: str, index: int) -> tuple[str, ...]:
        """The one state that a noun of sentence `index` means, () where several have such a thing, or it was told long ago."""
        codes = self.codes.get(noun, set())
        near = noun in self.last and (self.kind[noun] == OFFICE or index - self.last[noun] <= FAR)
        return tuple(codes) if len(codes) == 1 and near else ()


class Roles:
    """Compiled once for a language; `named` is pure. definite: the articles behind which a noun is one told before.

    titles: the nouns for the office that the codebook gives somebody.
    same: nouns by which one thing is named again ("tanker", "ship"), by a name for all of them.
    """

    def __init__(
        self,
        actors: ActorFinder,
        definite: Collection[str],
        same: Mapping[str, Sequence[str]],
        titles: Callable[[ActorMention], Iterable[str]] = lambda _: (),
    ) -> None:
        self.actors, self.definite, self.titles = actors, frozenset(definite), titles
        self.same = {" ".join(t.key for t in tokens(word)): name for name, words in same.items() for word in words}
        self.shared = {flat(word): name for word, name in self.same.items()}

    def named(self, found: Sequence[Sentence], every: Sequence[Sequence[Token]]) -> list[Sentence]:
        """The sentences with their bare offices, forces and things as actors."""
        met, out = Met(), []
        for index, (sentence, words) in enumerate(zip(found, every, strict=True)):
            nouns = list(self._nouns(words, met.codes))
            for m in sentence.actors:
                if m.how == "person" and len(m.codes) == 1:  # "*Félix Tshisekedi* … la présidence"
                    for title in self.shared.keys() & set(self.titles(m)):
                        met.told(self.shared[title], replace(m, carrier=OFFICE), index)
                if m.carrier in KINDS and m.how in TOLD and len(m.codes) == 1:
                    own = next((n for n in nouns if m.start <= n.start and n.end <= m.end), None)
                    for noun in {own.whole, own.head} if own else ():
                        met.told(noun, m, index)
            extra = self._bare(words, sentence.actors, nouns, met, index)
            out.append(replace(sentence, actors=tuple(sorted([*sentence.actors, *extra], key=lambda m: m.start))))
        return out

    def _nouns(self, words: Sequence[Token], known: Collection[str]) -> Iterator[Noun]:
        """What may carry a state, and what names such a thing again: by a word for it, or its head ("the secretary")."""
        taken = self.actors.borne(words)
        for match in self.actors.carried(words):
            head = words[self._head(words, match.first, match.last)].key
            taken.update(range(match.first, match.last + 1))
            whole = " ".join(t.key for t in words[match.first : match.last + 1])
            start, end = words[match.first].start, words[match.last].end
            yield Noun(self.same.get(head, head), self.same.get(whole, whole), start, end)
        for i, word in enumerate(words):
            noun = self.same.get(word.key, word.key)
            if i not in taken and (word.key in self.same or noun in known):
                yield Noun(noun, noun, word.start, word.end)

    def _head(self, words: Sequence[Token], first: int, last: int) -> int:
        """ "*Ministre* des Affaires étrangères", "foreign *minister*", "*secretary* of state"."""
        if self.actors.links_before:
            return first
        return next((i - 1 for i in range(first + 1, last) if words[i].key in self.actors.small["links"]), last)

    def _bare(
        self,
        words: Sequence[Token],
        found: Sequence[ActorMention],
        nouns: Sequence[Noun],
        met: Met,
        index: int,
    ) -> Iterator[ActorMention]:
        for noun in nouns:
            codes = met.meant(noun.whole, index)
            free = not any(m.start < noun.end and noun.start < m.end for m in found)
            if codes and free and self._again(words, noun.start):
                preposition = self.actors.preposition_before(words, noun.start)
                yield ActorMention(noun.start, noun.end, codes, "carrier", met.kind[noun.whole], preposition)

    def _again(self, words: Sequence[Token], start: int) -> bool:
        """Whether a definite article stands right before what begins at `start`."""
        before = next((t for t in reversed(words) if t.end <= start), None)
        return before is not None and before.key in self.definite
