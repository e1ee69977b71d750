"""Words of our own that views print: `labels/fr.yml`, `labels/en.yml`, one file a language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from detente.codebook import files
from detente.model import CodebookError

HOME = Path(__file__).parent / "labels"
SECTIONS = (
    "ui", "states", "statuses", "fields", "bases", "bases_of_day", "blocks", "doubts", "effects", "dates", "unvalued",
    "explain", "reasons", "cues", "forms", "hows", "steps", "answered", "why",
    "verdicts", "effects_of_judgements", "summary", "stances", "promises", "irritants", "outcomes", "wordings", "rules",
    "languages", "desk", "deeds", "clues", "clue_levels", "evaluated",
)  # fmt: skip
LISTS = {"months": 12, "short_months": 12, "seasons": 4}


@dataclass(frozen=True, slots=True)
class Labels:
    """One language's words. months, short_months: January first. seasons: EDTF 21 (spring) first.

    words: "section.key" -> text; a text may hold {places} to fill.
    """

    language: str
    words: Mapping[str, str]
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    seasons: tuple[str, ...]

    def __call__(self, key: str, **places: object) -> str:
        """The text under `key` ("ui.measures") with its places filled; a missing key is a KeyError."""
        return self.words[key].format(**places)

    def count(self, key: str, number: int) -> str:
        """`number` with its noun, singular or plural: `key` has "one | many"."""
        one, many = self.words[key].split(" | ")
        single = number == 1 or (number == 0 and self.words["ui.zero_is_one"] == "yes")
        return f"{number}\u00a0{one if single else many}"

    def money(self, value: float, currency: str) -> str:
        """ "5,000 Canadian dollars", "5 000 dollars canadiens". currency: ISO 4217."""
        from babel.numbers import format_currency  # reading pages formats none

        return str(format_currency(value, currency, "#,##0.## ¤¤¤", self.language, currency_digits=False))

    def some(self, section: str) -> Mapping[str, str]:
        """All texts of one section by their short key."""
        return {key.partition(".")[2]: text for key, text in self.words.items() if key.startswith(section + ".")}


@cache
def labels(language: str) -> Labels:
    """The words of `language` ("fr", "en"). CodebookError names those there are."""
    path = HOME / f"{language}.yml"
    if path not in set(HOME.glob("*.yml")):
        raise CodebookError(f"no labels for {language}; there are {', '.join(languages())}")
    return read(path)


def languages() -> tuple[str, ...]:
    """The languages views can speak."""
    return tuple(sorted(path.stem for path in HOME.glob("*.yml")))


def read(path: Path) -> Labels:
    """One file, checked: every section there, every text a text, every list as long as its subject."""
    tree = files.read(path)
    files.only(path, tree, (*SECTIONS, *LISTS))
    words = {f"{section}.{key}": text for section in SECTIONS for key, text in _section(path, tree, section).items()}
    lists = {name: _list(path, tree, name) for name in LISTS}
    return Labels(path.stem, words, **lists)


def _section(path: Path, tree: Mapping[str, Any], name: str) -> dict[str, str]:
    section = tree.get(name)
    if not isinstance(section, dict):
        raise CodebookError(f"{files.short(path)}: needs a section `{name}`")
    for key, text in section.items():
        if not isinstance(key, str) or not isinstance(text, str):
            raise CodebookError(f"{files.short(path)}: {name}.{key} must be a text; put quotes around it")
    return section


def _list(path: Path, tree: Mapping[str, Any], name: str) -> tuple[str, ...]:
    found = files.strings(path, tree.get(name), name)
    if len(found) != LISTS[name]:
        raise CodebookError(f"{files.short(path)}: {name} needs {LISTS[name]} words, has {len(found)}")
    return found


def places(text: str) -> frozenset[str]:
    """The names of the places a text leaves to fill: "{n} pages" has `n`."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)
