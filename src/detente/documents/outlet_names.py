"""What can be an outlet's name, and when two spellings are one: "The Echo", "ECHO", "www.theecho.com"."""

import re

from detente.documents.days import printed_days
from detente.documents.lexicon import Lexicon, fold
from detente.documents.lines import count_words
from detente.documents.signature import is_domain, is_titled

_LONGEST = 6  # words
_CLOCK = re.compile(r"\d{1,2}\s?[:hH]\s?(?:\d{2})?\b")
_STRANGE = re.compile(r"[?!:;,«»\"“”\[\]()…@#+*%]|\d{4}")
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "edu", "info"})  # before a country's: `.co.uk`


def is_named(text: str, lexicon: Lexicon) -> bool:
    """Whether `text` can be an outlet's name: short, capitalised, no furniture, no day, no country, no agency."""
    if is_domain(text):
        return "www." in text or key_of(text, lexicon) not in lexicon.platforms
    if not 1 <= count_words(text) <= _LONGEST or _STRANGE.search(text):
        return False
    folded = fold(text)
    if known := lexicon.publishers.get(folded):
        return not known.agency
    return text[:1].isupper() and _is_capitalised(text, lexicon) and not _is_known(text, folded, lexicon)


def _is_known(text: str, folded: str, lexicon: Lexicon) -> bool:
    """Whether it is something else: furniture, a section, a signature, a country, a role, a time."""
    furniture = (lexicon.furniture, lexicon.over, lexicon.related, lexicon.aside, lexicon.caption, lexicon.desks)
    opened = lexicon.articles.match(text.replace("’", "'"))
    bare = fold(text[opened.end() :]) if opened else folded
    home = folded.split(" ")[0] in lexicon.home
    return (
        home
        or bare in lexicon.countries
        or folded in lexicon.sections
        or folded in lexicon.alone
        or _is_two_sections(folded, lexicon)
        or lexicon.by.fullmatch(text) is not None
        or lexicon.roles.match(folded)
        or any(patterns.match(folded) for patterns in furniture)
        or bool(_CLOCK.search(text))
        or bool(printed_days(text, lexicon, day_first=True))
    )


def _is_two_sections(folded: str, lexicon: Lexicon) -> bool:
    """`opinion & analysis`; not `tribune des stades`."""
    words = folded.split(" ")
    at = next((at for at, word in enumerate(words) if at and word in lexicon.joints), 0)
    return bool(at) and {" ".join(words[:at]), " ".join(words[at + 1 :])} <= lexicon.sections


def _is_capitalised(text: str, lexicon: Lexicon) -> bool:
    """Whether its longer words are capitalised; those that tell an outlet need not be ("La voix du Nord")."""
    words = re.findall(r"[^\W\d_]+", text)
    return all(word[0].isupper() or len(word) <= 3 or fold(word) in lexicon.press for word in words)


def is_shaped(name: str, lexicon: Lexicon) -> bool:
    """Whether its words are those of an outlet's name."""
    known = lexicon.publishers.get(fold(name))
    return known is not None or is_domain(name) or has_press_word(name, lexicon) or is_titled(name, lexicon)


def has_press_word(name: str, lexicon: Lexicon) -> bool:
    """`Cacheu Matin`; not `Watch TV`, whose words all may stand in a menu."""
    words = re.findall(r"\w+", name)
    told = [word[:1].isupper() and fold(word) in lexicon.press for word in words]
    return len(words) > 1 and any(told) and not all(told)


def is_joined(name: str, lexicon: Lexicon) -> bool:
    """`Reel & Harbour`: a name, and no person's."""
    return any(word.lower() in lexicon.joints for word in name.split()[1:-1])


def key_of(name: str, lexicon: Lexicon) -> str:
    """The letters by which a name and its domain are known to be one; no article, no ending of a domain."""
    if is_domain(name):
        labels = name.lower().removeprefix("www.").split(".")
        stem = labels[-3] if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else labels[-2:][0]
        return _letters(stem)
    plain = name.replace("’", "'")
    opened = lexicon.articles.match(plain)
    return _letters(fold(plain[opened.end() :] if opened else plain))


def whole_key(name: str) -> str:
    """The same with the article, which domains often keep."""
    return _letters(fold(name))


def _letters(text: str) -> str:
    return "".join(re.findall(r"[^\W_]+", text))
