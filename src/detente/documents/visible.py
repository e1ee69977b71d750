"""A web page as a reader sees it: lines, and the names its logo and its window bear."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from detente.documents.head import Head
from detente.documents.lexicon import Lexicon, fold
from detente.documents.lines import Line, count_words, kind_of, tidy

_HIDDEN = frozenset({"script", "style", "noscript", "template", "head", "svg", "iframe", "select", "textarea"})
_INLINE = frozenset({"a", "abbr", "b", "cite", "em", "font", "i", "mark", "q", "small", "span", "strong", "sub", "sup",
                     "time", "u", "wbr"})  # fmt: skip
_SITE = re.compile(r"\s+[|\-–—•·]\s+")


def visible_lines(tree: HtmlElement, lexicon: Lexicon) -> list[Line]:
    """One line a block, in the order of the page."""
    texts = (tidy(text) for text in "".join(_texts(tree)).split("\n"))
    return [Line(t, row, kind_of(t, t, lexicon), count_words(t)) for row, t in enumerate(texts) if t]


def _texts(tree: HtmlElement) -> Iterator[str]:
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        edge = "" if element.tag in _INLINE else "\n"
        if event == "end":
            yield edge + _flat(element.tail)
        elif element.tag in _HIDDEN:
            walk.skip_subtree()
        else:
            yield edge + _flat(element.text)


def _flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")


def site_names(tree: HtmlElement, head: Head, title: str | None) -> list[str]:
    """What follows the title in the window's title, and what the picture shows that leads to the front page."""
    window = [part.strip() for part in _SITE.split(head.title or "")]
    follows = title is not None and len(window) > 1 and fold(head.title or "").startswith(fold(title))
    logos = tree.xpath('//a[@href="/"]//img/@alt')
    return [*(window[-1:] if follows else []), *(tidy(str(alt)) for alt in logos[:1])]
