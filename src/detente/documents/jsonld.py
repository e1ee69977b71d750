"""JSON-LD as pages have it: one object, many, or none that a strict reader would take."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

_DEPTH = 12  # graphs in lists in graphs; no page needs more
_MOST = 5_000  # objects of one page; a list of products may have more, an article has a dozen
_OPENED = re.compile(r"(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/|\s)*")
_CLOSED = re.compile(r"(?:-->|//\s*\]\]>|\]\]>|;|\s)*$")
_END = 60  # characters in which a script ends; to search all of it for its end is slow
_TRAILING = re.compile(r",(\s*[}\]])")
# What is still read where the whole is beyond mending: each of these, where it first stands.
_FIELD = re.compile(
    r'"(@type|headline|datePublished|dateCreated|dateModified|articleSection)"\s*:\s*"((?:[^"\\\n]|\\.){1,300})"'
)


def objects_in(text: str) -> list[dict[str, Any]]:
    """Every object in a script, outer ones first; of a script that cannot be read, what plainly stands in it."""
    found: list[dict[str, Any]] = []
    for value in _values(_bare(text)):
        for inner in _walk(value, _DEPTH):
            found.append(inner)
            if len(found) >= _MOST:
                return found
    return found


def _bare(text: str) -> str:
    """Without the marks of comments and of CDATA around it."""
    text = text[_OPENED.match(text).end() :].rstrip()  # type: ignore[union-attr]  # it matches nothing too
    end = _CLOSED.search(text, max(0, len(text) - _END))
    return text[: end.start()] if end else text


def _values(text: str) -> Iterator[object]:
    if not text:
        return
    for mended in (text, html.unescape(text), _TRAILING.sub(r"\1", text)):
        try:
            yield json.loads(mended, strict=False)
        except (ValueError, RecursionError):
            continue
        return
    yield from _scraps(text)


def _scraps(text: str) -> Iterator[dict[str, str]]:
    fields: dict[str, str] = {}
    for key, value in _FIELD.findall(html.unescape(text)):
        if key != "@type" or value.endswith(ARTICLES):
            fields.setdefault(key, value)
    yield fields


# Ends of schema.org's types: NewsArticle, BlogPosting, AnalysisNewsArticle, Report.
ARTICLES = ("Article", "Posting", "Report")


def _walk(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if not depth:
        return
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            if isinstance(inner, (dict, list)):
                yield from _walk(inner, depth - 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(inner, depth - 1)


def is_a(found: dict[str, Any], *ends: str) -> bool:
    """Whether its type, or one of them, ends so."""
    kinds = found.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.endswith(ends) for name in names)


def names_in(value: object) -> list[str]:
    """The names in a value: a string, an object with a name, or a list of these."""
    if isinstance(value, str):
        return [value] if value and "://" not in value else []
    if isinstance(value, dict):
        return names_in(value.get("name"))
    if isinstance(value, list):
        return [name for item in value for name in names_in(item)]
    return []
