"""What a page is about, by the different words it has of relations between states, and of sport, weather, culture, invention…"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from detente.codebook.languages import Language
from detente.mentions.sought import Sought
from detente.mentions.tokens import folded

Forms = Mapping[str, Sequence[tuple[int, int]]]  # wording -> (subject, entry) of each that has it

TWICE = 2  # what a novel, a film or a game makes of states is told in the words of relations, so its own count twice
RELATIONS, RETOLD, OTHERS = 0, 1, 2  # numbers of subjects
HEADED = 2  # such words more, where the headline has one: it names what is reviewed


class Subjects:
    """Compiled once for a language; `count` is pure."""

    def __init__(self, language: Language) -> None:
        subjects = [language["relations"], language["retold"], *language.maps["offtopic"].values()]
        self.forms = Sought(_forms(language, subjects))
        self.others = range(OTHERS, len(subjects))

    def count(self, title: str, text: str, spans: Sequence[tuple[int, int]], between: bool = False) -> tuple[int, int]:
        """(words of the other subject that has most, words of relations between states), each word once.

        spans: start and end of the sentences of the text, in order. between: the headline names two actors, so that a film in
        it is what they quarrel over.
        """
        headed = self._found(title, ((0, len(title)),))
        counts = Counter(subject for subject, _ in headed | self._found(text, spans))
        retold = counts[RETOLD]
        if not between and any(subject == RETOLD for subject, _ in headed):
            retold += HEADED
        other = max((counts[subject] for subject in self.others), default=0)
        return max(other, TWICE * retold), counts[RELATIONS]

    def _found(self, text: str, spans: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
        """The different (subject, entry) that some sentences have."""
        starts = [start for start, _ in spans]
        found: set[tuple[int, int]] = set()
        for start, end, entries in self.forms.find(folded(text.replace("\n", " "))):
            at = bisect_right(starts, start) - 1
            if at >= 0 and end <= spans[at][1]:
                found.update(entries)
        return found


def _forms(language: Language, subjects: Sequence[Iterable[str]]) -> Forms:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for subject, words in enumerate(subjects):
        for entry, word in enumerate(words):
            for form in language.plurals(word):
                found[folded(form)].append((subject, entry))
    return found
