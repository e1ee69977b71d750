"""What a web page says of itself: JSON-LD (schema.org), Open Graph and other meta tags, its address."""

from dataclasses import dataclass, field
from typing import Any

from lxml.html import HtmlElement

from detente.documents.jsonld import ARTICLES, is_a, names_in, objects_in
from detente.documents.lexicon import fold
from detente.documents.lines import tidy

PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "article:published", "article:published_date",
    "og:article:published_time", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dc.created",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "publish-date", "publishdate", "publish_date",
    "publication_date", "citation_publication_date", "date_published", "published_time", "pubdate",
    "originalpublicationdate", "article.published", "article:publicationdate", "bt:pubdate", "date", "dc.date",
    "dcterms.date", "datecreated",
)  # fmt: skip
MODIFIED = (
    "article:modified_time", "og:updated_time", "datemodified", "og:modified_time", "article:modified",
    "article:modified_date", "og:article:modified_time", "dcterms.modified", "dc.modified", "last-modified",
    "lastmodified", "lastmod", "bt:moddate",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """meta: name or property (small letters) -> first content. objects: all of JSON-LD; articles: those that are."""

    meta: dict[str, str] = field(default_factory=dict)
    objects: tuple[dict[str, Any], ...] = ()
    articles: tuple[dict[str, Any], ...] = ()
    canonical: str | None = None
    title: str | None = None

    def first(self, *names: str) -> str | None:
        return next((self.meta[name] for name in names if self.meta.get(name)), None)

    def linked(self, key: str) -> object:
        """The first value of `key` in a JSON-LD article; None if none has it."""
        return next((article[key] for article in self.articles if article.get(key)), None)


def read_head(tree: HtmlElement) -> Head:
    """All of a page's own data; JSON-LD that cannot be read is read in part."""
    meta = _meta(tree)
    scripts = (s.text or "" for s in tree.iter("script") if "ld+json" in s.get("type", "").lower())
    objects = tuple(found for text in scripts for found in objects_in(text))
    links = (link.get("href") for link in tree.iter("link") if link.get("rel", "").lower() == "canonical")
    window = next(tree.iter("title"), None)
    title = tidy(window.text_content()) if window is not None else ""
    canonical = next((href for href in links if href), None) or meta.get("og:url")
    return Head(meta, objects, _own(objects, title or meta.get("og:title", "")), canonical, title or None)


def _meta(tree: HtmlElement) -> dict[str, str]:
    out: dict[str, str] = {}
    for element in tree.iter("meta"):
        keys = ("property", "name", "itemprop", "http-equiv")
        name = next((value for key in keys if (value := element.get(key))), "")
        out.setdefault(name.strip().lower(), (element.get("content") or "").strip())
    return out


def _own(objects: tuple[dict[str, Any], ...], title: str) -> tuple[dict[str, Any], ...]:
    """The objects that are articles; first those whose headline is the page's: others may be listed beside it."""
    articles = [found for found in objects if is_a(found, *ARTICLES)]
    if len(articles) < 2:
        return tuple(articles)
    wanted = fold(title)
    return tuple(sorted(articles, key=lambda article: not _is_headed(article, wanted)))


def _is_headed(article: dict[str, Any], wanted: str) -> bool:
    headline = article.get("headline")
    return isinstance(headline, str) and len(headline) > 8 and fold(tidy(headline)) in wanted


def section_of(head: Head, title: str | None) -> str | None:
    """The part of the outlet that it declares; else the last step of its breadcrumb that is not the title."""
    declared = [head.first("article:section"), *names_in(head.linked("articleSection"))]
    for name in declared:
        if name and (clean := tidy(name)):
            return clean
    steps = [step for step in _breadcrumb(head) if fold(step) != fold(title or "")]
    return steps[-1] if len(steps) > 1 else None  # the first is the front page


def _breadcrumb(head: Head) -> list[str]:
    for found in head.objects:
        items = found.get("itemListElement")
        if is_a(found, "BreadcrumbList") and isinstance(items, list):
            names = [names_in(i) or names_in(i.get("item")) for i in items if isinstance(i, dict)]
            return [tidy(name[0]) for name in names if name]
    return []
