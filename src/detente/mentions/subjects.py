"""What a page is about, by the different words it has of relations between states, and of sport, weather, culture, invention…"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from detente.codebook.languages import Language
from detente.mentions.tokens import Token, keys

Forms = Mapping[str, tuple[tuple[tuple[str, ...], int, int], ...]]  # first word -> (all words, subject, entry)

TWICE = 2  # what a novel, a film or a game makes of states is told in the words of relations, so its own count twice
RELATIONS, RETOLD, OTHERS = 0, 1, 2  # numbers of subjects
HEADED = 2  # such words more, where the headline has one: it names what is reviewed


class Subjects:
    """Compiled once for a language; `count` is pure."""

    def __init__(self, language: Language) -> None:
        subjects = [language["relations"], language["retold"], *language.maps["offtopic"].values()]
        self.forms = _forms(language, subjects)
        self.others = range(OTHERS, len(subjects))

    def count(self, sentences: Sequence[Sequence[Token]], between: bool = False) -> tuple[int, int]:
        """(words of the other subject that has most, words of relations between states), each word once.

        sentences: the headline first. between: it names two actors, so that a film in it is what they quarrel over.
        """
        found = self._found(sentences)
        counts = Counter(subject for subject, _ in found)
        retold = counts[RETOLD]
        if not between and any(subject == RETOLD for subject, _ in self._found(sentences[:1])):
            retold += HEADED
        other = max((counts[subject] for subject in self.others), default=0)
        return max(other, TWICE * retold), counts[RELATIONS]

    def _found(self, sentences: Sequence[Sequence[Token]]) -> set[tuple[int, int]]:
        """The different (subject, entry) that some sentences have."""
        found: set[tuple[int, int]] = set()
        for tokens in sentences:
            for at, token in enumerate(tokens):
                for parts, subject, entry in self.forms.get(token.key, ()):
                    if len(parts) == 1 or parts == tuple(t.key for t in tokens[at : at + len(parts)]):
                        found.add((subject, entry))
        return found


def _forms(language: Language, subjects: Sequence[Iterable[str]]) -> Forms:
    found: dict[str, list[tuple[tuple[str, ...], int, int]]] = {}
    for subject, words in enumerate(subjects):
        for entry, word in enumerate(words):
            for form in language.plurals(word):
                parts = keys(form)
                found.setdefault(parts[0], []).append((parts, subject, entry))
    return {first: tuple(forms) for first, forms in found.items()}
