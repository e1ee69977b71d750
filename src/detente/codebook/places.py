"""Which state a town or a region lies in: the table from GeoNames (`towns.tsv`), and what we say of it (`places.yml`).

The table is read where it lies, a few lines a name: it is never loaded. A name may be of towns in several states.
"""

import mmap
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

import yaml

from detente.codebook.actors_files import known
from detente.model import CodebookError

HOME = Path(__file__).parent / "places"
TABLE = HOME / "towns.tsv"
WHERE = "places/places.yml"
KEYS = ("spelled", "regions", "unread", "firm", "weak", "peopled", "seats", "examples")
ABOVE = 5  # times the next of its name that a town must have to be meant before it: Odesa is 9 times Odessa in Texas
OWN = "*"  # marks a town's main name
WORD = ";w"  # ends the line of a name that is a word of French or English
_PARTS = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})


@dataclass(frozen=True, slots=True)
class Town:
    """The largest town of a name in one state. inhabitants: in thousands, 0 where unknown, as of a region.

    id: GeoNames', 0 for what we added. own: whether this is its main name.
    """

    state: str
    inhabitants: int = 0
    id: int = 0
    own: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """What a name may mean: towns, each of another state, the largest first. weak: whether it is a word or a person's name as well."""

    towns: tuple[Town, ...]
    weak: bool = False

    @property
    def greatest(self) -> Town | None:
        """The town that the name means first of all: the largest by far, under its own name where others have that."""
        first, *others = self.towns
        rivals = [t for t in others if t.own or not first.own]
        above = all(first.inhabitants >= ABOVE * t.inhabitants for t in rivals)
        return first if above and (first.own or not any(t.own for t in others)) else None


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """`places.yml`, all names folded. spelled: name -> (state, name in the table). regions: name -> state. begun: first words
    of both. peopled: states whose towns bear people's names."""

    spelled: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    regions: Mapping[str, str] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    firm: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    peopled: frozenset[str] = frozenset()
    seats: frozenset[str] = frozenset()
    begun: frozenset[str] = frozenset()

    def of(self, name: str) -> Place | None:
        """What a folded name may mean; None where it is no place, or nobody's."""
        if name in self.unread:
            return None
        if name in self.regions:
            return Place((Town(self.regions[name]),))
        if name in self.spelled:
            state, listed = self.spelled[name]
            place = tabled(listed)
            return place and Place(tuple(replace(t, own=True) for t in place.towns if t.state == state))
        place = tabled(name)
        return place and Place(place.towns, (place.weak or name in self.weak) and name not in self.firm)

    def begins(self, word: str) -> bool:
        """Whether a folded word is a name, or begins one."""
        return word in self.begun or begins(word)


def load_places(file: Path, states: Collection[str]) -> PlaceWords:
    """Raises CodebookError: keys or states that are not known, a name that stands twice, a spelling of no town."""
    tree = yaml.safe_load(file.read_text("utf-8")) if file.exists() else {}
    known(tree, KEYS, WHERE)
    spelled = {folded(n): (s, folded(of)) for s, names in tree.get("spelled", {}).items() for n, of in names.items()}
    regions = {folded(n): s for s, names in tree.get("regions", {}).items() for n in names}
    sets = {kind: frozenset(map(folded, tree.get(kind, ()))) for kind in ("unread", "firm", "weak", "seats")}
    if unknown := sorted({s for s, _ in spelled.values()}.union(regions.values()) - set(states)):
        raise CodebookError(f"{WHERE}: {', '.join(unknown)} is no state: give it a row in states.yml")
    if twice := sorted((set(spelled) & set(regions)) | ((set(spelled) | set(regions)) & sets["unread"])):
        raise CodebookError(f"{WHERE}: {', '.join(twice)} stands twice: keep one")
    for name, (state, listed) in spelled.items():
        if state not in {t.state for t in (tabled(listed) or Place(())).towns}:
            raise CodebookError(
                f"{WHERE}: {name}: the table has no {listed} in {state}: take the table's name, or make it a region"
            )
    begun = frozenset(name.split()[0] for name in (*spelled, *regions))
    return PlaceWords(spelled, regions, **sets, peopled=frozenset(tree.get("peopled", ())), begun=begun)


def examples(file: Path) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """(language, text, the words that name a town -> its state) of every example and refusal."""
    for language, rows in yaml.safe_load(file.read_text("utf-8")).get("examples", {}).items():
        yield from ((language, row["text"], row["names"]) for row in rows)


# -- the table
@lru_cache(maxsize=100_000)
def folded(text: str) -> str:
    """A name without case, accents and marks: "Saint-Pétersbourg" is "saint petersbourg"."""
    low = text.casefold().translate(_LETTERS)
    flat = "".join(c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))
    return " ".join(_PARTS.findall(flat))


@lru_cache(maxsize=100_000)
def tabled(name: str) -> Place | None:
    """The line of a folded name, found by halves."""
    line = _line(name)
    head, _, rows = line.partition("\t")
    if head != name:
        return None
    return Place(tuple(_town(row) for row in rows.removesuffix(WORD).split(";")), rows.endswith(WORD))


@lru_cache(maxsize=100_000)
def begins(word: str) -> bool:
    """Whether a name of the table is, or begins with, a folded word."""
    return _line(word).split("\t")[0].split(" ")[0] == word


def _town(row: str) -> Town:
    state, inhabitants, number = row.split(" ")
    return Town(state, int(inhabitants), int(number.rstrip(OWN)), number.endswith(OWN))


def _line(name: str) -> str:
    """The first line that is not before a name, "" behind the last."""
    table, wanted = _table(), name.encode()
    low, high = 0, len(table)
    while low < high:
        middle = (low + high) // 2
        start = table.rfind(b"\n", 0, middle) + 1
        end = table.find(b"\n", start)
        if _key(table[start:end]) < wanted:
            low = end + 1
        else:
            high = start
    return table[low : table.find(b"\n", low)].decode() if low < len(table) else ""


def _key(line: bytes) -> bytes:
    """What a line is sorted by: nothing, for the comments at the head."""
    return b"" if line.startswith(b"#") else line.partition(b"\t")[0]


@lru_cache(maxsize=1)
def _table() -> mmap.mmap | bytes:
    with TABLE.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
