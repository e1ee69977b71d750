"""Sums of money as printed, and what they are worth: a number in a currency."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from detente.codebook import files
from detente.model import Amount, CodebookError

NUMBER = re.compile(r"\d{1,3}(?:[\s,.]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")  # 10,000, 10 000, 2.5
GROUPED = re.compile(r"[\s,.](?=\d{3}(?!\d))")
LINK = re.compile(r"^(?:de\s|d['’])")  # "30 millions d'euros"


@dataclass(frozen=True, slots=True)
class Money:
    """`money.yml`. units: words -> currency, ISO 4217 or a bare name ("dollar"). whose: bare name -> state -> currency."""

    scales: Mapping[str, float] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    whose: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    examples: tuple[tuple[str, str, float | None, str | None], ...] = ()

    def amount(self, text: str, by: tuple[str, ...] = ()) -> Amount:
        """What `text` says; value and currency None where it names no sum. by: whose measure it is."""
        number = NUMBER.search(text)
        before, after = (text[: number.start()], text[number.end() :]) if number else ("", "")
        scale, after = self._scaled(after.strip())
        unit = self.units.get(LINK.sub("", after.strip()).casefold()) or self.units.get(before.strip().casefold())
        if number is None or unit is None:
            return Amount(text)
        own = [self.whose[unit][b] for b in by if b in self.whose.get(unit, {})]
        return Amount(text, round(_plain(number.group()) * scale, 2), own[0] if own else unit)

    def _scaled(self, words: str) -> tuple[float, str]:
        first, _, rest = words.partition(" ")
        known = self.scales.get(first.casefold())
        return (known, rest) if known else (1.0, words)


def _plain(number: str) -> float:
    return float(GROUPED.sub("", number).replace(",", "."))


def load_money(path: Path) -> Money:
    """`money.yml`, whose examples are run. CodebookError says which is wrong."""
    found = files.read(path)
    files.only(path, found, {"scales", "currencies", "whose", "examples"})
    units = {w.casefold(): code for code, words in found["currencies"].items() for w in map(str, words)}
    units |= {str(w).casefold(): name for name, one in found["whose"].items() for w in one["words"]}
    whose = {name: {str(k): str(v) for k, v in one["of"].items()} for name, one in found["whose"].items()}
    scales = {str(word): float(factor) for word, factor in found["scales"].items()}
    money = Money(scales, units, whose, tuple(_example(row) for row in found["examples"]))
    for text, by, value, currency in money.examples:
        if (got := money.amount(text, (by,))) != Amount(text, value, currency):
            raise CodebookError(f"{files.short(path)}: {text!r} is read as {got.value} {got.currency}")
    return money


def _example(row: Mapping[str, Any]) -> tuple[str, str, float | None, str | None]:
    value = row.get("value")
    return str(row["text"]), str(row["by"]), None if value is None else float(value), row.get("currency")
