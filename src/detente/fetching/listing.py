"""The pages that a feed or a sitemap lists."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from detente.fetching.addresses import address
from detente.fetching.bodies import whole
from detente.model import Page, Refusal, UnreadablePage

Kinds = Callable[[bytes, str, str], str]
"""First bytes, uri, media type -> what it is."""
Links = Callable[[bytes, str], tuple[str, ...]]
"""A feed or a sitemap and its uri -> the addresses it lists; may raise UnreadablePage."""
Found = Page | Refusal

LISTS = frozenset({"feed", "sitemap"})  # as `kind` calls them
DEEPEST = 2  # a list of lists of pages: an index of sitemaps; no deeper
HEAD = 4096  # bytes by which a kind is told


@dataclass(slots=True)
class _Walk:
    """Where one run through a list stands. left: how many more addresses may be fetched; beyond: how many were not."""

    fetch: Callable[[str], Page]
    kind: Kinds
    links: Links
    left: int
    size: int
    beyond: int = 0
    met: set[str] = field(default_factory=set)


def items(url: str, fetch: Callable[[str], Page], kind: Kinds, links: Links, most: int, size: int) -> Iterator[Found]:
    """The page at `url` or the pages it lists, `most` addresses at most, none twice; a last refusal counts the others."""
    walk = _Walk(fetch, kind, links, most, size)
    yield from _follow(walk, url, 0)
    if walk.beyond:
        yield Refusal(url, "too-many", f"{walk.beyond} more addresses are listed; at most {most} are fetched at a time")


def _follow(walk: _Walk, url: str, depth: int) -> Iterator[Found]:
    try:
        walk.met.add(_key(url))
        page = walk.fetch(url)
        walk.met.add(page.uri)
        listed = _listed(walk, page)
        if listed and depth >= DEEPEST:
            raise UnreadablePage("nested", f"a list in a list in a list; at most {DEEPEST} are opened")
    except UnreadablePage as error:
        yield Refusal(url, error.reason, error.detail)
        return
    if not listed:
        yield page
    for link in listed:
        yield from _item(walk, link, depth)


def _item(walk: _Walk, link: str, depth: int) -> Iterator[Found]:
    if _key(link) in walk.met:
        return
    if not walk.left:
        walk.met.add(_key(link))
        walk.beyond += 1
        return
    walk.left -= 1
    yield from _follow(walk, link, depth + 1)


def _key(url: str) -> str:
    """One spelling for an address; what is no address stands for itself."""
    try:
        return str(address(url))
    except UnreadablePage:
        return url


def _listed(walk: _Walk, page: Page) -> tuple[str, ...]:
    """What the page lists; nothing where it is a page, or a feed that gives no address and is read as it is."""
    data = page.data
    if data.startswith(b"\x1f\x8b"):
        try:
            data = whole([data], "gzip", walk.size)  # sitemaps are often kept zipped
        except UnreadablePage:
            return ()  # a file of its own, for whoever reads files
    return walk.links(data, page.uri) if walk.kind(data[:HEAD], page.uri, page.media) in LISTS else ()
