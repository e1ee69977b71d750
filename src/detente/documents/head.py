"""What a web page says of itself: JSON-LD (schema.org), Open Graph and other meta tags, its address."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml.html import HtmlElement

_DEPTH = 8  # JSON-LD nests graphs in lists in graphs; no page needs more
_ARTICLE_TYPES = (
    "Article",
    "Posting",
    "Report",
)  # ends of schema.org types: NewsArticle, BlogPosting, AnalysisNewsArticle


@dataclass(frozen=True, slots=True)
class Head:
    """meta: name or property (small letters) -> first content. articles: JSON-LD objects that are articles."""

    meta: dict[str, str] = field(default_factory=dict)
    articles: tuple[dict[str, Any], ...] = ()
    canonical: str | None = None
    title: str | None = None

    def first(self, *names: str) -> str | None:
        return next((self.meta[name] for name in names if self.meta.get(name)), None)

    def linked(self, key: str) -> object:
        """The first value of `key` in a JSON-LD article; None if none has it."""
        return next((article[key] for article in self.articles if article.get(key)), None)


def read_head(tree: HtmlElement) -> Head:
    """All of a page's own data; broken JSON-LD is passed over, as browsers do."""
    canonical = tree.xpath('//link[@rel="canonical"]/@href')
    title = tree.xpath("string(//head/title)").strip()
    objects = [
        found for text in tree.xpath('//script[contains(@type, "ld+json")]') for found in _objects(text.text or "")
    ]
    articles = tuple(found for found in objects if _is_article(found))
    meta = _meta(tree)
    return Head(meta, articles, str(canonical[0]) if canonical else meta.get("og:url"), title or None)


def _meta(tree: HtmlElement) -> dict[str, str]:
    out: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        out.setdefault(name.strip().lower(), (element.get("content") or "").strip())
    return out


def _objects(text: str) -> Iterator[dict[str, Any]]:
    try:
        yield from _walk(json.loads(text.strip(), strict=False), _DEPTH)
    except (ValueError, RecursionError):
        return


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


def _is_article(found: dict[str, Any]) -> bool:
    kinds = found.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.endswith(_ARTICLE_TYPES) for name in names)


def names_in(value: object) -> list[str]:
    """The names in a JSON-LD value: a string, an object with a name, or a list of these."""
    if isinstance(value, str):
        return [value] if value and "://" not in value else []
    if isinstance(value, dict):
        return names_in(value.get("name"))
    if isinstance(value, list):
        return [name for item in value for name in names_in(item)]
    return []
