"""A web page as somebody saves it who selects all and copies: one line a block, menus and comments included."""

import re
from collections.abc import Iterator

import lxml.html
from lxml import etree

_SKIPPED = {
    "script",
    "style",
    "noscript",
    "template",
    "head",
    "svg",
    "iframe",
    "object",
    "select",
    "button",
    "textarea",
}
_INLINE = {"a", "abbr", "b", "bdi", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s",
           "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")


def rendered(html: str) -> str:
    """The page's visible text; what only a style sheet hides is shown, as in many saved pages."""
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    tree = lxml.html.document_fromstring(html.encode("utf-8", errors="replace"), parser=parser)
    lines = "".join(_pieces(tree)).split("\n")
    return "\n".join(re.sub(r"[ \t\xa0]+", " ", line).strip() for line in lines)


def _pieces(tree: etree._Element) -> Iterator[str]:
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        edge = "" if element.tag in _INLINE else "\n"
        if event == "end":
            yield edge + _spaced(element.tail)
        elif _is_hidden(element):
            walk.skip_subtree()
        else:
            yield edge + _spaced(element.text)


def _is_hidden(element: etree._Element) -> bool:
    hidden = "hidden" in element.attrib or _HIDDEN.search(element.get("style") or "") is not None
    return hidden or element.tag in _SKIPPED


def _spaced(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")
