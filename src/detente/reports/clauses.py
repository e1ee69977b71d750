"""Where an act's clause begins and ends: between break words, a relative clause closed by its comma left out."""

from detente.codebook.languages import Language
from detente.model import ActMention, Sentence


def span(sentence: Sentence, act: ActMention, text: str, language: Language) -> tuple[int, int]:
    """Offsets of the clause of `act`: "Lebanon, [which denies the charge,] threw out…" begins at its first word."""
    before = [b for b in sentence.breaks if b < act.head and not _closed(text, b, act.head, language)]
    after = [b for b in sentence.breaks if b >= act.end]
    return max(before, default=sentence.start), min(after, default=sentence.end)


def _closed(text: str, opened: int, head: int, language: Language) -> bool:
    """Whether the relative clause that a comma opens at `opened` is closed by another before `head`."""
    word = text[opened:head].split(maxsplit=1)[0].casefold() if text[opened:head].strip() else ""
    relative = word in language["relative"] and text[:opened].rstrip().endswith(",")
    return relative and "," in text[opened:head]


def enclosed(sentence: Sentence, head: int, text: str, language: Language) -> list[tuple[int, int]]:
    """The relative clauses that two commas close before `head`, up to the first of their own commas."""
    opened = [b for b in sentence.breaks if b < head and _closed(text, b, head, language)]
    return [(b, text.index(",", b, head)) for b in opened]
