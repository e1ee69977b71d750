"""Which words stand in the coders' sentences of which types: counted, kept as data."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bench.calibration.pages import Rated, Told

from detente.codebook.confidence import Wordings
from detente.reports.confidence import words_of

SELDOM = 3  # sentences; a word in fewer says nothing


def counted(acts: Iterable[Told]) -> Wordings:
    """In how many sentences of each type a word stands."""
    sentences: Counter[str] = Counter()
    words: dict[str, Counter[str]] = defaultdict(Counter)
    for act in acts:
        sentences[act.type] += 1
        for word in act.words:
            words[word][act.type] += 1
    return Wordings(sentences, {word: seen for word, seen in sorted(words.items()) if seen.total() >= SELDOM})


def weighed(rows: Sequence[Rated], acts: Sequence[Told], besides: Wordings) -> list[Rated]:
    """The rows with `words`, of each story as the words of all the others have it. besides: counted elsewhere."""
    stories = {r.story for r in rows}
    without = {s: together(counted(act for act in acts if act.story != s), besides) for s in stories}
    return [replace(row, known=_known(row, without)) for row in rows]


def together(a: Wordings, b: Wordings) -> Wordings:
    """What two counts come to."""
    words = {word: _sum(a.words.get(word, {}), b.words.get(word, {})) for word in sorted({*a.words, *b.words})}
    return Wordings(_sum(a.sentences, b.sentences), words)


def _sum(a: Mapping[str, int], b: Mapping[str, int]) -> Mapping[str, int]:
    return Counter(a) + Counter(b)


def as_yaml(found: Wordings) -> str:
    """What `codebook.confidence.load_wordings` reads."""
    lines = [
        "# Counted on the acts of coded pages by `python -m bench.calibration SHARED --write`; docs/confidence.md.",
        "# words: in how many coders' sentences of each type a word stands that begins with a small letter.",
        f"sentences: {_flow(found.sentences)}",
        "words:",
        *(f'  "{word}": {_flow(seen)}' for word, seen in found.words.items()),
    ]
    return "\n".join(lines) + "\n"


def _flow(counts: Mapping[str, int]) -> str:
    return "{" + ", ".join(f"{name}: {n}" for name, n in sorted(counts.items())) + "}"


def _known(row: Rated, without: Mapping[str, Wordings]) -> Mapping[str, float]:
    return {**row.known, "words": round(without[row.story].speak(words_of(row.text), row.type), 3)}
