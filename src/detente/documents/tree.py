"""From the characters of a web page to its tree of elements."""

import re
from collections.abc import Iterable

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from detente.model import UnreadablePage

LARGE = 100_000  # code points; shorter pages take no second, however they are made
DEEPEST = 400  # nested elements; browsers stop at 512, and no article lies so deep
SUBMENUS = 4  # menus within one another that are looked at, as each is looked through
MENU, ENTRY = 3, 60  # links of a menu, at least; code points of one of them, at most, on average
# Written out, for without a fixed beginning a search is ten times slower.
_ENDS = re.compile(r"</(?:[hH][tT][mM][lL]|[bB][oO][dD][yY])\s*>")  # libxml2 drops what follows; browsers do not
_PROLOG = re.compile(r"\s*<\?xml[^>]*\?>", re.IGNORECASE)
# libxml2 compares each attribute of an element with all others; pictures written into the page are attributes too.
_MOST = 10_000  # code points of a tag
_ENDLESS = re.compile(rf"(<[a-zA-Z][\w:-]*)[^<>]{{{_MOST},}}")
# Libxml2 lets these through, as they stand or as references, and refuses them when two texts are joined.
_CONTROL = bytes({*range(32)} - set(b"\t\n\r\f"))
_BLANK = bytes.maketrans(b"\f", b" ")
_NO_CHARACTERS = "\ufffe\uffff"
_REFERENCE = re.compile(rb"&#(?:0*(\d{1,8})|[xX]0*([0-9a-fA-F]{1,7}));?")
_DEEPER = etree.XPath("boolean(" + "/*" * (DEEPEST + 1) + ")")
UNSEEN = ("script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "canvas")


def parse(text: str) -> HtmlElement:
    """The page as browsers would build it, without comments. Raises UnreadablePage: no-text, wrong-type (too deep)."""
    if len(text) > LARGE and any(len(piece) > _MOST and ">" not in piece[:_MOST] for piece in text.split("<")):
        text = _ENDLESS.sub(r"\1 ", text)
    for none in _NO_CHARACTERS:
        if none in text:
            text = text.replace(none, "")
    prolog = _PROLOG.match(text)
    data = _ENDS.sub("", text[prolog.end() :] if prolog else text).encode("utf-8", errors="replace")
    data = data.translate(_BLANK, _CONTROL)
    if not all(map(_is_allowed, set(_REFERENCE.findall(data)))):
        data = _REFERENCE.sub(_allowed, data)
    try:
        tree = lxml.html.document_fromstring(data, parser=_parser())
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise UnreadablePage("no-text", "the page has no element") from error
    if _DEEPER(tree):
        raise UnreadablePage("wrong-type", f"the page nests more than {DEEPEST} elements, as no article does")
    return tree


def _allowed(match: re.Match[bytes]) -> bytes:
    """A reference, if its character is one of XML's (2.2: no control characters, no halves of a pair)."""
    return match[0] if _is_allowed((match[1], match[2])) else b""


def _is_allowed(digits: tuple[bytes, bytes]) -> bool:
    """Of a reference's decimal digits or, where these are none, its hexadecimal ones."""
    code = int(digits[0]) if digits[0] else int(digits[1], 16)
    return code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000


def _parser() -> etree.HTMLParser[HtmlElement]:
    """One class for all elements: lxml.html would ask Python for that of every single one."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    return parser


def drop(tree: HtmlElement, tags: Iterable[str] = UNSEEN) -> None:
    """Takes these elements out, so that no later pass walks through them; what follows them stays."""
    for element in list(tree.iter(*tags)):
        if element.getparent() is not None:
            element.drop_tree()


def drop_menus(tree: HtmlElement) -> None:
    """Takes out lists that are nothing but short links."""
    for menu in list(tree.iter("ul", "ol")):
        if sum(1 for _ in menu.iterancestors("ul", "ol")) >= SUBMENUS:
            continue
        links = [len(link.text_content().strip()) for link in menu.iter("a")]
        if len(links) < MENU or sum(links) > ENTRY * len(links) or menu.getparent() is None:
            continue
        if len("".join(menu.text_content().split())) <= sum(links):
            menu.drop_tree()
