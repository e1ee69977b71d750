"""What stands in the files of the gazetteer, checked: rows of states, pages of actors, descriptions, names from CLDR."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from detente.codebook import files
from detente.codebook.actors_model import How
from detente.model import CodebookError

Tree = Mapping[str, Any]

KINDS = ("state", "igo", "bloc", "court")
SECTIONS: Mapping[str, How] = {
    "names": "name",
    "adjectives": "adjective",
    "nationals": "people",
    "capital": "capital",
    "seats": "seat",
    "forces": "force",
}
ROW_KEYS = {"demonym", "prefix", *SECTIONS}
PAGE_KEYS = {"actor", "kind", "label", "demonym", "prefix", "prefer", "members", "not", "examples", *SECTIONS}
ASIDE = {"states", "bodies", "masks", "context", "spelling", "described"}  # files that are no actor's page
EVERY = "any"  # the key of what is written alike in every language
WEAK = "~"


@dataclass(frozen=True, slots=True)
class Source:
    """One actor's forms in one file: `tree` holds the sections."""

    where: str
    code: str
    tree: Tree


def read(path: Path) -> dict[str, Any]:
    try:
        tree = files.parsed(path.read_text(encoding="utf-8"))
    except (OSError, files.NotYaml) as trouble:
        raise CodebookError(f"actors/{path.name} cannot be read: {' '.join(str(trouble).split())}") from trouble
    if not isinstance(tree, dict):
        raise CodebookError(f"actors/{path.name} is not a mapping of keys: write `key: value` lines")
    return tree


def known(tree: Tree, keys: Iterable[str], where: str) -> None:
    unknown = sorted(str(key) for key in set(tree) - set(keys))
    if unknown:
        raise CodebookError(f"{where}: unknown {', '.join(unknown)}; known are {', '.join(sorted(keys))}")


def page_of(path: Path, states: Tree) -> Source:
    tree, where = read(path), f"actors/{path.name}"
    known(tree, PAGE_KEYS, where)
    code, kind = tree.get("actor"), tree.get("kind")
    if not isinstance(code, str) or code.lower() != path.stem:
        raise CodebookError(f"{where} is the page of {code}: name the file after its actor")
    if kind not in KINDS:
        raise CodebookError(f"{where}: kind {kind} is none of {', '.join(KINDS)}")
    if (kind == "state") != (code in states):
        raise CodebookError(f"{where}: a state, and only a state, has a row in states.yml; {code} is a {kind}")
    return Source(where, code, tree)


def rows(states: Tree) -> list[Source]:
    return [Source(where := "actors/states.yml", code, _row(f"{where}, {code}", row)) for code, row in states.items()]


def bodies(path: Path, codes: Collection[str]) -> tuple[list[Source], list[Source]]:
    """Which institution is whose, and what only looks like one; a small book may do without."""
    where = f"actors/{path.name}"
    tree = {code: row for code, row in read(path).items() if code != "examples"} if path.exists() else {}
    if unknown := sorted(set(tree) - set(codes)):
        raise CodebookError(f"{where}: {', '.join(unknown)} is nobody: give it a row in states.yml, or a page")
    named = [Source(where, code, _row(f"{where}, {code}", row)) for code, row in tree.items()]
    return named, [Source(where, code, row["not"]) for code, row in tree.items() if "not" in row]


def described(path: Path, states: Tree) -> list[Source]:
    """What several states are called by what they are, weak for each of them; a small book may do without."""
    found: list[Source] = []
    if not path.exists():
        return found
    for kind, row in read(path).items():
        where = f"actors/{path.name}, {kind}"
        words = {lang: [WEAK + text for text in row[lang]] for lang in row if lang != "of"}
        if unknown := sorted(set(row.get("of", ())) - set(states)):
            raise CodebookError(f"{where}: {', '.join(unknown)} is no state: give it a row in states.yml")
        found += [Source(where, code, {"names": words}) for code in row["of"]]
    return found


def _row(where: str, row: Tree) -> Tree:
    """A row of states.yml or bodies.yml turned to the shape of a page: section first, then language."""
    tree: dict[str, Any] = {key: row.get(key, []) for key in ("prefer",)}
    for language, part in row.items():
        if language in ("a2", "prefer", "not"):
            continue
        known(part, ROW_KEYS, where)
        for section, forms in part.items():
            tree.setdefault(section, {})[language] = forms
    return tree


def validity(row: Tree, where: str) -> tuple[date | None, date | None]:
    since, until = row.get("since"), row.get("until")
    if any(not isinstance(day, date | None) for day in (since, until)):
        raise CodebookError(f"{where}: since and until are whole days, as 2025-01-29, not {since} .. {until}")
    if since and until and until < since:
        raise CodebookError(f"{where}: nothing holds from {since} to {until}: swap them")
    return since, until


def plain(path: Path) -> Source:
    return Source(f"actors/{path.name}", "", read(path))


def examples(folder: Path) -> Iterator[tuple[str, str, str, frozenset[str], date | None]]:
    """(file, language, text, codes surely named, the page's day) of every example and refusal of the actor pages."""
    for path in sorted(folder.glob("*.yml")):
        for language, rows in read(path).get("examples", {}).items():
            for row in rows:
                if "perhaps" not in row:
                    yield path.name, language, row["text"], frozenset(row["expect"]), row.get("published")
