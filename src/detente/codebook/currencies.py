"""Names of the world's currencies in the languages we read, and whose each is: CLDR through Babel (Unicode licence)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name

LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Names:
    """In small letters. whole: what names one currency, with its state or alone ("naira") -> ISO 4217.

    shared: the noun of several -> the states, by ISO 3166-1 alpha-2, that pay with it -> ISO 4217.
    """

    whole: Mapping[str, str]
    shared: Mapping[str, Mapping[str, str]]


def named() -> Names:
    """What is tender now: "naira nigérian", "Canadian dollars", "dollar"."""
    tender = dict(_tender())
    found: dict[str, set[str]] = defaultdict(set)
    nouns: dict[str, set[str]] = defaultdict(set)
    for code in sorted(set(tender.values())):
        for name, noun in _forms(code):
            found[name].add(code)
            nouns[noun].add(code)
    whole = {name: min(codes) for name, codes in (*nouns.items(), *found.items()) if len(codes) == 1}
    shared = {noun: codes for noun, codes in nouns.items() if len(codes) > 1}
    return Names(whole, {n: {a2: code for a2, code in tender.items() if code in codes} for n, codes in shared.items()})


def _tender() -> Iterator[tuple[str, str]]:
    """What each territory pays with now: the last that it took up and has not given up."""
    for a2, rows in sorted(get_global("territory_currencies").items()):
        held = [(date(*start) if start else date.min, code) for code, start, end, tender in rows if tender and not end]
        if held:
            yield a2, max(held)[1]


def _forms(code: str) -> Iterator[tuple[str, str]]:
    """(name, its noun), one and many, in small letters; what stands in brackets left out."""
    for language in LANGUAGES:
        for count in (None, 1, 2):
            name = get_currency_name(code, count, Locale(language)).split(" (")[0].casefold()
            words = name.split()
            if code.casefold() not in words:
                yield name, words[0] if language == "fr" else words[-1]
