"""Which outlets are a state's own voice, by name and by common noun: `organs.yml`."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from detente.codebook import files
from detente.model import CodebookError

EVERY = "any"  # the key of what is written alike in every language


@dataclass(frozen=True, slots=True)
class OrganExample:
    """A sentence and for whom an outlet speaks in it; None where it only reports, or is no state's."""

    language: str
    text: str
    side: str | None


@dataclass(frozen=True, slots=True)
class Organs:
    """By language. names: as spelled -> whose it is. nouns: what calls one so. commentary: what it writes in its own name."""

    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    nouns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    commentary: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    examples: tuple[OrganExample, ...] = ()


def load_organs(path: Path, languages: Collection[str], actors: Collection[str]) -> Organs:
    """Raises CodebookError where a name is nobody's, or two states'."""
    found = files.read(path)
    files.only(path, found, ("names", "nouns", "commentary", "examples"))
    names: dict[str, dict[str, str]] = {language: {} for language in languages}
    for code, row in found["names"].items():
        if code not in actors:
            raise CodebookError(f"{files.short(path)}: {code} is nobody: write the code of an actor")
        files.only(path, row, (EVERY, *languages))
        for language, name in _named(path, row, languages):
            if names[language].setdefault(name, code) != code:
                raise CodebookError(
                    f"{files.short(path)}: {name} is {names[language][name]}'s and {code}'s; leave it out"
                )
    nouns, commentary = (_lists(path, found[key], key, languages) for key in ("nouns", "commentary"))
    return Organs(names, nouns, commentary, tuple(_examples(path, found["examples"], languages)))


def _named(path: Path, row: Mapping[str, Any], languages: Collection[str]) -> Iterator[tuple[str, str]]:
    for key, value in row.items():
        for language in languages if key == EVERY else (key,):
            yield from ((language, name) for name in files.strings(path, value, "names"))


def _lists(path: Path, row: Mapping[str, Any], key: str, languages: Collection[str]) -> dict[str, tuple[str, ...]]:
    return {language: files.strings(path, row.get(language), key) for language in languages}


def _examples(path: Path, rows: Mapping[str, Any], languages: Collection[str]) -> Iterator[OrganExample]:
    files.only(path, rows, languages)
    for language, own in rows.items():
        for one in own:
            if not isinstance(one, dict) or set(one) != {"text", "expect"}:
                raise CodebookError(f"{files.short(path)}: an example is `text:` and `expect:`, mend {one!r}")
            yield OrganExample(language, one["text"], None if one["expect"] == "nothing" else one["expect"])
