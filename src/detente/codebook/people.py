"""Reads who held which office: `people/`, a file a region.

A day known by its month or its year alone is written so, and shown so; he then holds from its first day to its last.
A spelling is kept as its plain words, packed as lines under its rarest one: who reads no such word unpacks none.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from detente.codebook import files
from detente.codebook.people_model import PARTS, WORD, Holder, People, Role, Wordings, first_of, flat, last_of
from detente.model import CodebookError

ASIDE = ("roles", "spelling")  # the files of the folder that hold no people
KEYS = {"name", "role", "since", "until", "any"}
WEAK = "~"
LEAST = 4  # letters of a word by which a name is looked for, if it has such a one
EDTF = re.compile(r"\d{4}(-\d\d){0,2}")


@dataclass(frozen=True, slots=True)
class Row:
    """One row as written, and where."""

    where: str
    holder: Holder
    spellings: tuple[str, ...]  # each with its ~


def load_people(folder: Path, actors: Iterable[str]) -> People:
    """The people of `folder`; a small book may do without it. actors: the codes that are known.

    Raises:
        CodebookError: says where: an actor or a role that nobody knows, no name, days that are none, one person twice.
    """
    roles, wordings = _roles(folder / "roles.yml"), _wordings(folder / "spelling.yml")
    known = frozenset(actors)
    rows = [_row(*row, roles, wordings) for row in _listed(folder, known)]
    _once(rows, wordings)
    spelled = [(r.holder, text) for r in rows for text in r.spellings]
    spelled += [(Holder(name, "", "", "", "", False, ()), name) for name in wordings.nobody]
    titles = {word for role in roles.values() for nouns in role.nouns.values() for word in nouns}
    plain = (wordings.plain(text) for _, text in spelled)
    given = frozenset(words[0] for words in plain if len(words) > 1) - titles - frozenset(wordings.titles)
    return People(*_packed(spelled, wordings), given, roles, wordings)


def _listed(folder: Path, actors: frozenset[str]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for path in sorted(p for p in folder.glob("*.yml") if p.stem not in ASIDE):
        for code, rows in files.read(path).items():
            if code not in actors:
                raise CodebookError(f"{files.short(path)}: {code} is nobody: write the code of an actor")
            if not isinstance(rows, list):
                raise CodebookError(f"{files.short(path)}, {code}: write a list of people, one a row")
            yield from ((files.short(path), code, row) for row in rows)


def _row(file: str, code: str, row: Mapping[str, Any], roles: Mapping[str, Role], wordings: Wordings) -> Row:
    name, role = row.get("name"), row.get("role")
    where = f"{file}, {code}, {name}"
    if strange := sorted(set(row) - KEYS):
        raise CodebookError(f"{where}: unknown {', '.join(strange)}; known are {', '.join(sorted(KEYS))}")
    others = [row["any"]] if isinstance(row.get("any"), str) else row.get("any", [])
    if not all(isinstance(text, str) and wordings.plain(text) and PARTS not in text for text in (name, *others)):
        raise CodebookError(f"{where}: name and any are names: put what YAML takes for something else in quotes")
    if roles and not (isinstance(role, str) and any(role == r or role.startswith(f"{r} ") for r in roles)):
        raise CodebookError(f"{where}: no role {role}: take one of people/roles.yml, or add it there")
    if "since" not in row:
        raise CodebookError(f"{where} holds office since when? Add `since:`")
    since, until = _edtf(row["since"], where), _edtf(row["until"], where) if "until" in row else ""
    if until and last_of(until) < first_of(since):
        raise CodebookError(f"{where}: nothing holds from {since} to {until}: swap them")
    holder = Holder(str(name).removeprefix(WEAK), code, str(role or ""), since, until, False, wordings.plain(str(name)))
    return Row(where, holder, (str(name), *others))


def _edtf(value: object, where: str) -> str:
    """A day, a month or a year, as written."""
    text = str(value)
    try:
        if EDTF.fullmatch(text) and first_of(text):
            return text
    except ValueError:
        pass
    raise CodebookError(f"{where}: {text} is no day, month or year, as 2025-01-29, 2025-01 or 2025")


def _once(rows: Sequence[Row], wordings: Wordings) -> None:
    """No one twice at one time for one actor; a month or a year in which he changes office is both rows'."""
    same: dict[tuple[str, tuple[str, ...]], list[Row]] = defaultdict(list)
    for row in rows:
        for words in dict.fromkeys(wordings.plain(text.removeprefix(WEAK)) for text in row.spellings):
            if len(words) > 1:
                same[row.holder.actor, words].append(row)
    for found in same.values():
        for one, other in pairwise(sorted(found, key=lambda r: first_of(r.holder.since))):
            until = one.holder.until
            if not until or last_of(other.holder.since) < first_of(until):
                raise CodebookError(f"{other.where} stands in {one.where} at the same time: keep one, or end the first")


def _packed(spelled: Sequence[tuple[Holder, str]], wordings: Wordings) -> tuple[Mapping[str, str], Mapping[str, str]]:
    plain = [(holder, text, wordings.plain(text)) for holder, text in spelled]
    plain = list({(h.name, h.actor, h.since, words): (h, text, words) for h, text, words in reversed(plain)}.values())
    often = Counter(w for _, _, words in plain for w in set(words))
    spellings = wordings.respelled
    lines: dict[str, set[str]] = defaultdict(set)
    sought: dict[str, str] = {}
    for h, text, words in plain:
        key = min(words, key=lambda w: (w in wordings.titles, len(w) < LEAST, w in spellings, often[w], -len(w), w))
        weak = WEAK if text.startswith(WEAK) else ""
        lines[key].add(PARTS.join((h.name, h.actor, h.role, h.since, h.until, weak, " ".join(words))))
        written = (w for w in WORD.findall(text.casefold()) if wordings.plain(w) == (key,))
        others = (wrong for wrong, right in wordings.same.items() if right == key)
        sought.update(dict.fromkeys((key, *written, *others), key))
    return {key: "\n".join(sorted(lines[key])) for key in sorted(lines)}, {w: sought[w] for w in sorted(sought)}


def _roles(path: Path) -> dict[str, Role]:
    tree = files.read(path) if path.exists() else {}
    found = {}
    for role, row in tree.items():
        files.only(path, row, ("fr", "en", "nouns"))
        if not {"fr", "en"} <= set(row):
            raise CodebookError(f"{files.short(path)}, {role}: a label needs fr and en")
        nouns = {lang: tuple(flat(word) for word in words) for lang, words in row.get("nouns", {}).items()}
        found[role] = Role({lang: row[lang] for lang in ("fr", "en")}, nouns)
    return found


def _wordings(path: Path) -> Wordings:
    tree = files.read(path) if path.exists() else {}
    files.only(path, tree, ("skipped", "same", "before", "between", "after", "nobody", "titles"))
    same = {flat(wrong): flat(right) for right, found in tree.get("same", {}).items() for wrong in found}
    before, between, after = (
        {lang: tuple(words) for lang, words in tree.get(key, {}).items()} for key in ("before", "between", "after")
    )
    skipped, nobody, titles = (files.strings(path, tree.get(key), key) for key in ("skipped", "nobody", "titles"))
    return Wordings(frozenset(skipped), same, before, between, after, nobody, titles)
