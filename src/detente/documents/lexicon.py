"""The codebook's page words, made ready for asking: what kind of line is this?"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Annotated, get_type_hints

from detente.codebook.pages import Furniture, PageWords, Publisher
from detente.documents.page_patterns import (
    Patterns,
    alternatives,
    any_word,
    bracketed,
    credited,
    fold,
    glued,
    joint,
    naming,
    opener,
    opening,
    patterns,
    picture,
    worded_day,
)

__all__ = ["Lexicon", "Patterns", "fold", "lexicon", "patterns"]


@dataclass(frozen=True, slots=True)
class _Gathered:
    """All languages' words by key, and who publishes."""

    words: dict[str, list[str]]
    months: dict[str, int]
    weekdays: dict[str, int]
    common: dict[str, frozenset[str]]
    publishers: tuple[Publisher, ...]

    @property
    def agencies(self) -> str:
        return alternatives(name for p in self.publishers if p.agency for name in (p.name, *p.names))


_Make = Callable[[_Gathered], object]


def _lines(key: str) -> _Make:
    return lambda all_: patterns(all_.words[key])


def _anywhere(key: str) -> _Make:
    return lambda all_: any_word(all_.words[key])


def _folded(*keys: str) -> _Make:
    return lambda all_: frozenset(fold(word) for key in keys for word in all_.words[key])


def _of(compiled: Callable[..., re.Pattern[str]], *keys: str) -> _Make:
    """An expression of the words of `keys`."""
    return lambda all_: compiled(*(all_.words[key] for key in keys))


def _set_in(before: str, key: str, after: str) -> _Make:
    """One of the words of `key` as displayed, between two expressions."""
    return lambda all_: re.compile(before + f"(?:{alternatives(all_.words[key])})" + after, re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)  # told apart as an object: it is made once, and kinds of lines go by it
class Lexicon:
    """All languages' words together: a French page may end in an English "Leave a reply".

    Beside the type of each field stands how it is made of the codebook's words.
    """

    languages: Annotated[tuple[str, ...], lambda all_: tuple(all_.words["language"])]
    common: Annotated[dict[str, frozenset[str]], lambda all_: all_.common]
    furniture: Annotated[Patterns, _lines("furniture")]
    over: Annotated[Patterns, _lines("over")]
    related: Annotated[Patterns, _lines("related")]
    aside: Annotated[Patterns, _lines("aside")]
    caption: Annotated[Patterns, _lines("caption")]
    bio: Annotated[Patterns, _lines("bio")]
    elapsed: Annotated[Patterns, _lines("elapsed")]
    desks: Annotated[Patterns, _lines("desks")]
    roles: Annotated[Patterns, _lines("roles")]
    picture: Annotated[re.Pattern[str], lambda all_: picture(all_.agencies)]
    credited: Annotated[re.Pattern[str], lambda all_: credited(all_.agencies)]
    cookie: Annotated[tuple[str, ...], lambda all_: tuple(map(fold, all_.words["cookie"]))]
    promotion: Annotated[re.Pattern[str], _anywhere("promotion")]
    published: Annotated[re.Pattern[str], _anywhere("published")]
    updated: Annotated[re.Pattern[str], _anywhere("updated")]
    rights: Annotated[re.Pattern[str], _anywhere("rights")]
    glued: Annotated[re.Pattern[str], _of(glued, "over")]
    by: Annotated[re.Pattern[str], _of(opener, "by")]
    source: Annotated[re.Pattern[str], _of(opener, "source")]
    opening: Annotated[re.Pattern[str], _of(opening, "by")]
    joint: Annotated[re.Pattern[str], _of(joint, "connectors", "behalf", "places")]
    named: Annotated[re.Pattern[str], _of(naming, "named")]
    bracketed: Annotated[re.Pattern[str], _of(bracketed, "connectors", "places")]
    connector: Annotated[re.Pattern[str], _set_in(r"\s*[,;&]\s*|\s+", "connectors", r"\s+")]
    behalf: Annotated[re.Pattern[str], _set_in(r"\s+", "behalf", r"\s+")]
    articles: Annotated[re.Pattern[str], _set_in("", "articles", r"(?:(?<=')|\s)")]
    firms: Annotated[re.Pattern[str], _set_in(r"(?:[\s,]+", "firms", r"\b\.?)+\s*$")]
    small: Annotated[frozenset[str], _folded("connectors", "places", "by")]
    openers: Annotated[frozenset[str], _folded("by")]
    bodies: Annotated[frozenset[str], _folded("bodies")]
    alone: Annotated[frozenset[str], _folded("alone")]
    press: Annotated[frozenset[str], _folded("press")]
    home: Annotated[frozenset[str], _folded("home")]
    sections: Annotated[frozenset[str], _folded("sections")]
    countries: Annotated[frozenset[str], _folded("countries")]
    platforms: Annotated[frozenset[str], lambda all_: frozenset(all_.words["platforms"])]
    joints: Annotated[frozenset[str], lambda all_: frozenset(word.lower() for word in all_.words["joints"])]
    worded_day: Annotated[re.Pattern[str], lambda all_: worded_day(all_.months, all_.weekdays)]
    months: Annotated[dict[str, int], lambda all_: all_.months]
    weekdays: Annotated[dict[str, int], lambda all_: all_.weekdays]
    publishers: Annotated[dict[str, Publisher], lambda all_: {fold(n): p for p in all_.publishers for n in _names(p)}]
    domains: Annotated[dict[str, Publisher], lambda all_: {domain: p for p in all_.publishers for domain in p.domains}]


def _names(publisher: Publisher) -> Iterable[str]:
    return (*publisher.names, publisher.name)


@lru_cache(maxsize=8)
def lexicon(words: PageWords) -> Lexicon:
    """The ready form of `words`; a pure function, kept because compiling takes some milliseconds."""
    all_ = _gather(words)
    makers = get_type_hints(Lexicon, include_extras=True)
    return Lexicon(**{made.name: makers[made.name].__metadata__[0](all_) for made in fields(Lexicon)})


def _gather(words: PageWords) -> _Gathered:
    lists = [key.name for key in fields(Furniture) if key.name not in ("language", "common", "months", "weekdays")]
    found = {key: [word for kind in words.furniture for word in getattr(kind, key)] for key in lists}
    return _Gathered(
        words={**found, "language": [kind.language for kind in words.furniture]},
        months={fold(word): number for kind in words.furniture for word, number in kind.months},
        weekdays={fold(word): number for kind in words.furniture for word, number in kind.weekdays},
        common={kind.language: frozenset(kind.common) for kind in words.furniture},
        publishers=words.publishers,
    )
