"""Where quotation marks open and close: nested, over several paragraphs, never closed; apostrophes and inches are none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detente.model import Block

_STOPS = ".!?…"
_OPENS_AFTER = "([{«“‘‹—–-/:"  # besides white space
_DOUBLED = re.compile(r"''|``|<<|>>")  # marks typed as two signs
_SINGLE = {"''": '""', "``": '""', "<<": "««", ">>": "»»"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """An outermost quotation, marks included; continued: the next paragraph opens it again; again: it does so itself."""

    start: int
    end: int
    closed: bool = True
    continued: bool = False
    again: bool = False


def quotations(text: str, blocks: Sequence[Block], pairs: Sequence[str]) -> tuple[Quotation, ...]:
    """In order, none inside another. pairs: an opening and a closing mark each; the same mark twice opens and closes."""
    text = single(text)
    spans = [(b.start, b.end) for b in blocks] or [(0, len(text))]
    closing = {pair[0]: pair[1] for pair in pairs}
    found: list[Quotation] = []
    for k, (start, end) in enumerate(spans):
        pending = bool(found) and found[-1].continued and found[-1].end == spans[k - 1][1]
        following = text[spans[k + 1][0] :][:1] if k + 1 < len(spans) else ""
        own = list(_of_paragraph(text, start, end, closing))
        if own and pending and own[0].start == start:
            own[0] = replace(own[0], again=True)
        if own and not own[-1].closed:
            own[-1] = _unclosed(text, own[-1], end, following, closing)
        found += own
    return tuple(found)


def single(text: str) -> str:
    """The text, as long as it was, with one mark for each typed as two: the outer sign of the two, and a letter."""
    return _DOUBLED.sub(_one, text)


def _one(match: re.Match[str]) -> str:
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    mark = _SINGLE[match[0]][0]
    opens = match[0] in ("``", "<<") or (match[0] == "''" and after.isalnum() and not before.isalnum())
    return f"{mark}x" if opens else f"x{mark}"


def _unclosed(text: str, last: Quotation, end: int, following: str, closing: dict[str, str]) -> Quotation:
    """To the end of the paragraph where the next one opens (or, as old French books do, closes) the same mark again."""
    mark = text[last.start]
    if following in (mark, closing.get(mark)):
        return replace(last, end=end, continued=True)
    stop = next((i + 1 for i in range(last.start + 1, end) if text[i] in _STOPS and text[i + 1 : i + 2].isspace()), end)
    return replace(last, end=stop)


def _of_paragraph(text: str, start: int, end: int, closing: dict[str, str]) -> Iterator[Quotation]:
    stack: list[int] = []
    marks = {*closing, *closing.values()}
    for i in range(start, end):
        char = text[i]
        if char not in marks:
            continue
        if not stack and i == start and char not in closing:
            stack.append(i)  # "» …": an old way to open a paragraph within a quotation
        elif _closes(text, i, stack, closing):
            first = stack.pop()
            if not stack:
                yield Quotation(first, i + 1)
        elif char in closing and (_opens(text, i, start) or (not stack and _apart(text, i, end))):
            if stack and text[stack[-1]] == char and char == closing[char]:
                first = stack.pop()  # a straight mark that can only open: the one before was never closed
                if not stack:
                    yield Quotation(first, _sentence_end(text, first, i))
            stack.append(i)
    if stack:
        yield Quotation(stack[0], end, closed=False)


def _closes(text: str, i: int, stack: Sequence[int], closing: dict[str, str]) -> bool:
    """Whether the mark at i ends the innermost open one; an apostrophe within a word does not."""
    if not stack:
        return False
    opened, char = text[stack[-1]], text[i]
    if char != closing.get(opened, opened):
        return False
    after = text[i + 1 : i + 2]
    if char == opened:
        return not (text[i - 1].isspace() and after.strip() and after not in ",.;:!?")
    return char != "’" or not after.isalnum()


def _opens(text: str, i: int, start: int) -> bool:
    """A mark that stands after white space or an opening sign, before a word."""
    before, after = text[i - 1 : i] if i > start else " ", text[i + 1 : i + 2]
    if text[i] in "«“‹":
        return True
    return (before.isspace() or before in _OPENS_AFTER) and after.strip() != ""


def _apart(text: str, i: int, end: int) -> bool:
    """A straight mark set apart on both sides (\" ainsi \"), with its fellow in the paragraph."""
    alone = text[i - 1 : i].isspace() and text[i + 1 : i + 2].isspace()
    return text[i] == '"' and alone and text.count('"', i, end) % 2 == 0


def _sentence_end(text: str, start: int, end: int) -> int:
    return next((k + 1 for k in range(start + 1, end) if text[k] in _STOPS), end)
