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


def weighed(rows: Sequence[Rated], acts: Sequence[Told]) -> list[Rated]:
    """The rows with `words`, of each story as the words of all the others have it."""
    without = {story: counted(act for act in acts if act.story != story) for story in {r.story for r in rows}}
    return [replace(row, known=_known(row, without)) for row in rows]


def as_yaml(found: Wordings) -> str:
    """What `codebook.confidence.load_wordings` reads."""
    lines = [
        "# Counted on the acts of our coded pages by `python -m bench.calibration SHARED --write`; docs/confidence.md.",
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
