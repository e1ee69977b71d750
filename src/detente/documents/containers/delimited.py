"""Comma-separated values (RFC 4180), with any separator.

Not the csv module's: its bound on the length of a cell (131,072 characters) is a setting of the whole process, and
a quotation mark that is never closed makes it swallow the rest of the file.
"""

import re
from collections.abc import Iterable, Iterator

from detente.documents.source import MAX_PAGE
from detente.model import UnreadablePage

DELIMITERS = (",", ";", "\t", "|")
_QUOTED = re.compile(r'[^"]*+(?:""[^"]*+)*+')
_CELLS = re.compile(r'"[^"]*+(?:""[^"]*+)*+"')


def delimiter_of(header: str) -> str:
    """The separator that the header has most of, outside its quotation marks."""
    bare = _CELLS.sub("", header)
    return max(DELIMITERS, key=bare.count)


class Records:
    """Puts lines together to records; a cell in quotation marks may run over several."""

    def __init__(self, delimiter: str) -> None:
        self.delimiter = delimiter
        self._bare = re.compile(rf"[^{re.escape(delimiter)}\r\n]*+")

    def of(self, lines: Iterable[str | UnreadablePage]) -> Iterator[list[str] | UnreadablePage]:
        """The cells of each record. One longer than a page, or broken off, is an UnreadablePage in its place."""
        cells: list[str] = []
        quoted: list[str] | None = None
        size = 0
        for line in lines:
            if isinstance(line, UnreadablePage):
                cells, quoted, size = [], None, 0
                yield line
                continue
            if not cells and quoted is None and not line.strip():
                continue
            size += len(line)
            quoted = self._take(line, cells, quoted)
            if quoted is None:
                yield cells
                cells, size = [], 0
            elif size > MAX_PAGE:
                yield UnreadablePage("too-large", "a quotation mark is opened in it, and not closed for a whole page")
                cells, quoted, size = [], None, 0
        if quoted is not None:
            yield UnreadablePage("truncated", "a quotation mark is opened in it and never closed")

    def _take(self, line: str, cells: list[str], quoted: list[str] | None) -> list[str] | None:
        """Adds the line's cells; returns the pieces of the one that goes on in the next line, None if none does."""
        at = 0
        while True:
            if quoted is None and line.startswith('"', at):
                quoted, at = [], at + 1
            if quoted is not None:
                at = self._within(line, at, quoted)
                if at < 0:
                    return quoted
            bare = self._bare.match(line, at)
            tail = bare[0] if bare else ""
            cells.append("".join([*(quoted or []), tail]))
            at, quoted = at + len(tail), None
            if not line.startswith(self.delimiter, at):
                return None
            at += 1

    def _within(self, line: str, at: int, quoted: list[str]) -> int:
        """Where the quoted cell that goes on at `at` is closed; -1 if not in this line."""
        piece = _QUOTED.match(line, at)
        text = piece[0] if piece else ""
        quoted.append(text.replace('""', '"'))
        end = at + len(text)
        return end + 1 if line.startswith('"', end) else -1
