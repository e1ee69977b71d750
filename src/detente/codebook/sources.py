"""How pages say from whom they have it: `sources/*.yml`.

A credit is a few words with `@` at their end, where the name of a publisher stands. The name must stand in the page
as its publisher spells it, for small letters make other words of it ("AMI", "ami"); the rest in any case.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from detente.codebook import files
from detente.codebook.pages import Publisher
from detente.model import CodebookError

RELEASE = "*"  # stands for "a press release" among the names credited; no publisher is called so


@dataclass(frozen=True, slots=True)
class SourceExample:
    """A sentence and whom it credits, RELEASE among them; a refusal credits nobody."""

    file: str
    text: str
    credits: tuple[str, ...]


@dataclass(frozen=True, eq=False)  # itself and no other, as the codebook: it keys what is compiled from it
class SourceWords:
    """What to look for. credits: what stands before a credited name, its space included, in small letters.

    names: a publisher's name as printed -> its one name. releases: words for a press release, in small letters.
    """

    credits: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    releases: tuple[str, ...] = ()
    examples: tuple[SourceExample, ...] = ()


def load_sources(folder: Path, publishers: tuple[Publisher, ...]) -> SourceWords:
    """Reads and checks `folder/*.yml`. Raises CodebookError."""
    names = {name.replace("’", "'"): p.name for p in publishers for name in (p.name, *p.names)}
    credits: list[str] = []
    releases: list[str] = []
    examples: list[SourceExample] = []
    for path in sorted(folder.glob("*.yml")):
        data = files.read(path)
        files.only(path, data, ("language", "credits", "releases", "examples", "refusals"))
        credits += [_before(path, one) for one in files.strings(path, data.get("credits"), "credits")]
        releases += [one.lower() for one in files.strings(path, data.get("releases"), "releases")]
        examples += _examples(path, data)
    return SourceWords(tuple(sorted(set(credits))), names, tuple(sorted(set(releases))), tuple(examples))


def _before(path: Path, credit: str) -> str:
    before = credit.removesuffix("@")
    if before == credit or "@" in before or not before.strip():
        raise CodebookError(f"{files.short(path)}: credit {credit!r} must be words and then @, where the name stands")
    return before.lower()


def _examples(path: Path, data: Mapping[str, Any]) -> Iterator[SourceExample]:
    for one in data.get("examples") or ():
        if not isinstance(one, dict) or set(one) != {"text", "credits"}:
            raise CodebookError(f"{files.short(path)}: an example is `text:` and `credits:`, mend {one!r}")
        yield SourceExample(files.short(path), str(one["text"]), files.strings(path, one["credits"], "credits"))
    for text in files.strings(path, data.get("refusals"), "refusals"):
        yield SourceExample(files.short(path), text, ())
