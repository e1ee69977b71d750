"""Sums of money as printed, and what they are worth: a number in a currency."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from detente.codebook import currencies, files
from detente.model import Amount, CodebookError

NUMBER = re.compile(r"\d{1,3}(?:[\s,.]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")  # 10,000, 10 000, 2.5
GROUPED = re.compile(r"[\s,.](?=\d{3}(?!\d))")
LINK = re.compile(r"^(?:de\s|d['’])")  # "30 millions d'euros"


@dataclass(frozen=True, slots=True)
class Money:
    """`money.yml` and CLDR's names. units: words, in small letters -> currency, ISO 4217 or a bare name ("dollar").

    whose: bare name -> state -> currency. codes: ISO 4217 in capitals, where no word of a heading is written so.
    """

    scales: Mapping[str, float] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    whose: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    codes: frozenset[str] = frozenset()
    examples: tuple[tuple[str, str, float | None, str | None], ...] = ()

    def amount(self, text: str, by: tuple[str, ...] = ()) -> Amount:
        """What `text` says; value and currency None where it names no sum. by: whose measure it is."""
        number = NUMBER.search(text)
        before, after = (text[: number.start()], text[number.end() :]) if number else ("", "")
        scale, after = self._scaled(after.strip())
        unit = self._unit(LINK.sub("", after.strip())) or self._unit(before.strip())
        if number is None or unit is None:
            return Amount(text)
        own = [self.whose[unit][b] for b in by if b in self.whose.get(unit, {})]
        return Amount(text, round(_plain(number.group()) * scale, 2), own[0] if own else unit)

    def _unit(self, words: str) -> str | None:
        return words if words in self.codes else self.units.get(words.casefold())

    def _scaled(self, words: str) -> tuple[float, str]:
        first, _, rest = words.partition(" ")
        known = self.scales.get(first.casefold())
        return (known, rest) if known else (1.0, words)


def _plain(number: str) -> float:
    return float(GROUPED.sub("", number).replace(",", "."))


def load_money(path: Path, states: Mapping[str, str]) -> Money:
    """`money.yml`, whose examples are run. states: code -> ISO 3166-1 alpha-2. CodebookError says which is wrong."""
    found = files.read(path)
    files.only(path, found, {"scales", "not_alone", "currencies", "whose", "examples"})
    refused = {str(word).casefold() for word in found["not_alone"]}
    names = currencies.named()
    units = {word: code for word, code in names.whole.items() if word not in refused}
    units |= {w.casefold(): code for code, words in found["currencies"].items() for w in map(str, words)}
    units |= {str(w).casefold(): name for name, words in found["whose"].items() for w in words}
    whose = {name: _payers(words, names, states) for name, words in found["whose"].items()}
    codes = frozenset(code for code in names.whole.values() if code.casefold() not in refused)
    scales = {str(word): float(factor) for word, factor in found["scales"].items()}
    money = Money(scales, units, whose, codes, tuple(_example(row) for row in found["examples"]))
    for text, by, value, currency in money.examples:
        if (got := money.amount(text, (by,))) != Amount(text, value, currency):
            raise CodebookError(f"{files.short(path)}: {text!r} is read as {got.value} {got.currency}")
    return money


def _payers(words: Iterable[str], names: currencies.Names, states: Mapping[str, str]) -> dict[str, str]:
    """Whose each is, of the currencies that share one of these nouns: state -> ISO 4217."""
    return {s: names.shared[w][a2] for w in words for s, a2 in states.items() if a2 in names.shared.get(w, {})}


def _example(row: Mapping[str, Any]) -> tuple[str, str, float | None, str | None]:
    value = row.get("value")
    return str(row["text"]), str(row["by"]), None if value is None else float(value), row.get("currency")
