"""What a page is about, by the different words it has of relations between states, and of sport, weather, culture…"""

from collections.abc import Iterable, Mapping, Sequence

from detente.codebook.languages import Language
from detente.mentions.tokens import Token, keys

Forms = Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]  # first word -> (all words, which entry), of one subject


class Subjects:
    """Compiled once for a language; `count` is pure."""

    def __init__(self, language: Language) -> None:
        self.others = [_forms(language, words) for words in language.maps["offtopic"].values()]
        self.relations = _forms(language, language["relations"])

    def count(self, sentences: Sequence[Sequence[Token]]) -> tuple[int, int]:
        """(words of the other subject that has most, words of relations between states), each word once."""
        texts = [tuple(t.key for t in words) for words in sentences]
        return max((_different(forms, texts) for forms in self.others), default=0), _different(self.relations, texts)


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
