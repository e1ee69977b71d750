"""What a page is about, by the different words it has of relations between states, and of sport, weather, culture, invention…"""

from collections.abc import Iterable, Mapping, Sequence

from detente.codebook.languages import Language
from detente.mentions.tokens import Token, keys

Forms = Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]  # first word -> (all words, which entry), of one subject

RETOLD = 2  # what a novel, a film or a game makes of states is told in the words of relations, so its own count twice
HEADED = 2  # such words more, where the headline has one: it names what is reviewed


class Subjects:
    """Compiled once for a language; `count` is pure."""

    def __init__(self, language: Language) -> None:
        self.others = [_forms(language, words) for words in language.maps["offtopic"].values()]
        self.retold = _forms(language, language["retold"])
        self.relations = _forms(language, language["relations"])

    def count(self, sentences: Sequence[Sequence[Token]], between: bool = False) -> tuple[int, int]:
        """(words of the other subject that has most, words of relations between states), each word once.

        sentences: the headline first. between: it names two actors, so that a film in it is what they quarrel over.
        """
        texts = [tuple(t.key for t in words) for words in sentences]
        other = max((_different(forms, texts) for forms in self.others), default=0)
        retold = _different(self.retold, texts)
        if not between and _different(self.retold, texts[:1]):
            retold += HEADED
        return max(other, RETOLD * retold), _different(self.relations, texts)


def _forms(language: Language, words: Iterable[str]) -> Forms:
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for entry, word in enumerate(words):
        for form in language.plurals(word):
            parts = keys(form)
            found.setdefault(parts[0], []).append((parts, entry))
    return {first: tuple(forms) for first, forms in found.items()}


def _different(forms: Forms, texts: Sequence[tuple[str, ...]]) -> int:
    return len(
        {
            entry
            for words in texts
            for at, word in enumerate(words)
            for parts, entry in forms.get(word, ())
            if words[at : at + len(parts)] == parts
        }
    )
