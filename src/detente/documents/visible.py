"""A web page as a reader sees it: lines, the moments that its markup gives them, the names it bears."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from detente.documents.head import Head
from detente.documents.lexicon import Lexicon, fold
from detente.documents.lines import Line, count_words, kind_of, tidy

_HIDDEN = frozenset({"script", "style", "noscript", "template", "head", "svg", "iframe", "select", "textarea"})
_INLINE = frozenset({"a", "abbr", "b", "cite", "em", "font", "i", "mark", "q", "small", "span", "strong", "sub", "sup",
                     "time", "u", "wbr"})  # fmt: skip
_ELSEWHERE = frozenset({"aside", "nav", "footer"})
# In the class or id of what is no part of the article; developers everywhere write these in English.
_OTHERS = re.compile("comment|related|sidebar|widget|footer|recommend|teaser|popular|most-read|card")
_DATED = etree.XPath(
    "descendant-or-self::time | descendant-or-self::*[@itemprop='datePublished' or @itemprop='dateModified']"
)
_SITE = re.compile(r"\s+[|\-–—•·]\s+")


@dataclass(slots=True)
class Shown:
    """texts: one a block, in the order of the page. marks: elements of the article's own that give a moment,
    with the number of the text in which they stand, or before which. heads: the same of the main headings (h1)."""

    texts: list[str] = field(default_factory=list)
    marks: list[tuple[int, HtmlElement]] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)

    def above(self, end: int) -> "Shown":
        """What it shows above the text of that number."""
        marks = [(at, element) for at, element in self.marks if at < end]
        return Shown(self.texts[:end], marks, [at for at in self.heads if at < end])

    def place_of(self, title: str | None, first: str = "") -> int | None:
        """The text that is the title, the last before the article's `first` one where it stands several times; else
        the first main heading; None where neither is displayed."""
        wanted, room = fold(title or ""), len(title or "") // 4 + 4
        near = [at for at, text in enumerate(self.texts) if title and abs(len(text) - len(title)) <= room]
        same = [at for at in near if fold(self.texts[at]) == wanted]
        begins = self.texts.index(first) if first in self.texts else len(self.texts)
        above = [at for at in same if at < begins]
        return next(iter([*above[-1:], *same, *self.heads]), None)


def shown(tree: HtmlElement) -> Shown:
    """What the page shows, in one walk."""
    out, piece = Shown(), list[str]()
    dated = set(_DATED(tree))
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag, starts = element.tag, event == "start"
        if piece and tag not in _INLINE:
            _close(out, piece)
        if starts:
            if tag in _HIDDEN:
                walk.skip_subtree()
                continue
            if tag == "h1":
                out.heads.append(len(out.texts))
            elif element in dated and is_own(element):
                out.marks.append((len(out.texts), element))
        text = element.text if starts else element.tail
        if text and (piece or not text.isspace()):  # most texts are the blanks between two tags
            piece.append(text)
    if piece:
        _close(out, piece)
    return out


def _close(out: Shown, piece: list[str]) -> None:
    if text := tidy("".join(piece)):
        out.texts.append(text)
    piece.clear()


def lines_of(texts: Iterable[str], lexicon: Lexicon) -> list[Line]:
    """Displayed texts as lines, each with its kind."""
    return [Line(text, row, kind_of(text, text, lexicon), count_words(text)) for row, text in enumerate(texts)]


def displayed(texts: Sequence[str], wanted: str) -> str | None:
    """The text that is `wanted` (folded), or that `wanted` cuts short with an ellipsis."""
    for text in texts:
        if len(wanted) <= len(text) + 20 and len(text) < 1000:
            folded = fold(text)
            if folded == wanted or (len(wanted) > 60 and folded.startswith(wanted)):
                return text
    return None


def site_names(tree: HtmlElement, head: Head, title: str | None) -> list[str]:
    """What follows the title in the window's title, and what the picture shows that leads to the front page."""
    window = [part.strip() for part in _SITE.split(head.title or "")]
    follows = title is not None and len(window) > 1 and fold(head.title or "").startswith(fold(title))
    home = (link for link in tree.iter("a") if link.get("href") == "/")
    logo = next((alt for link in home for image in link.iter("img") if (alt := image.get("alt"))), None)
    return [*(window[-1:] if follows else []), *([tidy(logo)] if logo else [])]


def is_own(element: HtmlElement) -> bool:
    """Whether it stands neither in a margin nor in what the page gives to comments and other articles."""
    for around in (element, *element.iterancestors()):
        names = f"{around.get('class', '')} {around.get('id', '')}".lower()
        if around.tag in _ELSEWHERE or (around.tag != "body" and _OTHERS.search(names)):
            return False
    return True
