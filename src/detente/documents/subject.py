"""What a text is about: its longer words, and how much of a line they cover."""

import re
from collections.abc import Iterable
from itertools import islice

from detente.documents.lexicon import fold
from detente.documents.lines import Kind, Line

_CONTENT = 4  # letters; shorter words say little about the subject
_LINE = 3_000  # characters of a line, and
_LINES = 400  # lines of a text that are looked at: longer ones say no more of it


def content(folded: str) -> list[str]:
    """The words that tell a subject, in order."""
    return [word for word in re.findall(r"\w+", folded[:_LINE]) if len(word) >= _CONTENT]


def subject_of(lines: Iterable[Line]) -> frozenset[str]:
    """The content words of the sentences among `lines`."""
    told = islice((line for line in lines if line.kind is Kind.PROSE), _LINES)
    return frozenset(word for line in told for word in content(_begun(line)))


def speaks_of(line: Line, subject: frozenset[str]) -> float:
    """The share of a line's content words, 0..1, that the text uses."""
    words = content(_begun(line))
    return sum(word in subject for word in words) / len(words) if words else 0.0


def _begun(line: Line) -> str:
    return fold(line.text[:_LINE])
