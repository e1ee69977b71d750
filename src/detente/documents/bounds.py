"""How much a page may show: far more than any press page does, and what is read in a few seconds."""

import re
from collections.abc import Sequence

from detente.model import UnreadablePage

CHARACTERS = 4_000_000  # code points that a page shows; "War and Peace" has three million
LINES = 100_000  # of them; a debate of parliament printed in full has some ten thousand
_BLANKS = re.compile(r"(?<!\s)\s{50,}")
_KEPT = 5  # line ends of a run of blank lines; more of them tell no more


def bounded(text: str) -> str:
    """A saved page without long runs of blank lines. Raises UnreadablePage (too-large)."""
    text = _BLANKS.sub(_few, text)
    refuse_endless(text.splitlines())
    return text


def refuse_endless(lines: Sequence[str]) -> None:
    """Raises UnreadablePage (too-large) where no page that people read is so long."""
    if len(lines) > LINES:
        raise UnreadablePage("too-large", f"the page shows {len(lines)} lines; at most {LINES} are read")
    if (size := sum(map(len, lines))) > CHARACTERS:
        raise UnreadablePage("too-large", f"the page shows {size} characters; at most {CHARACTERS} are read")


def _few(match: re.Match[str]) -> str:
    """The run as it is, if it has few lines; else as many line ends as are kept, and the indent of what follows."""
    rows = f"{match[0]}x".splitlines()
    return match[0] if len(rows) <= _KEPT else "\n" * _KEPT + rows[-1][:-1]
