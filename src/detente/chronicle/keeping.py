"""What was worked out before, kept so that it need not be worked out again: parts of a record and the lineage of its pages.

What is kept goes by a digest of everything it was made of: our code, the codebook, the rule, every field of the reports
and what is used of their pages, the names, what analysts decided. Another digest, or bytes that are not what they were,
and it is worked out anew: a keep that is lost or damaged costs time, and nothing else. Nothing in it is ever run; what it
says is believed no more than the record beside it, which whoever can write to it could write to as well.
"""

import hashlib
import io
import pickle
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields
from functools import lru_cache
from operator import attrgetter
from pathlib import Path
from typing import Any, Protocol

from detente import model
from detente.chronicle.copies import Lineage, trace
from detente.chronicle.fields import Rule
from detente.chronicle.ids import Known
from detente.chronicle.judging import Ruling
from detente.chronicle.tellings import Told
from detente.codebook import Codebook
from detente.codebook.sources import SourceWords
from detente.model import Document, Report

HOME = Path(__file__).parent
SEAL = 16  # bytes of the digest that stands before what is kept
SPOILT = (
    *(pickle.UnpicklingError, EOFError, ArithmeticError, AttributeError, ImportError, LookupError),
    *(MemoryError, RecursionError, TypeError, ValueError),
)


class Drawer(Protocol):
    """Where bytes are kept, by name; what is lost or spoilt there is None."""

    def get(self, name: str) -> tuple[str, bytes] | None:
        """The digest that something was put under, and its bytes."""

    def put(self, name: str, digest: str, kept: bytes) -> None: ...


@dataclass(frozen=True, slots=True)
class Keep:
    """A drawer, and what digests begin with: our code and codebook, and by which rule values are chosen."""

    drawer: Drawer
    basis: bytes
    rule: Rule

    def part(self, name: str, digest: str, reports: Mapping[str, Report]) -> Any:
        """What was kept of one block; None where nothing was, or something else."""
        found = self._bytes(name, digest)
        with suppress(*SPOILT):
            return _Reader(io.BytesIO(found), reports).load() if found else None
        return None

    def put(self, name: str, digest: str, part: Any) -> None:
        buffer = io.BytesIO()
        _Writer(buffer, protocol=5).dump(part)
        self.drawer.put(name, digest, _sealed(buffer.getvalue()))

    def _bytes(self, name: str, digest: str) -> bytes | None:
        found = self.drawer.get(name)
        if found is None or found[0] != digest:
            return None
        kept = found[1][SEAL:]
        return kept if found[1] == _sealed(kept) else None


def keep(drawer: Drawer, book: Codebook, rule: Rule) -> Keep:
    return Keep(drawer, f"{code_version()} {book.version}".encode(), rule)


@lru_cache(maxsize=1)
def code_version() -> str:
    """A digest of what gathers and of what is gathered: another version of either keeps other things."""
    found = hashlib.sha256()
    for path in sorted([*HOME.rglob("*.py"), *Path(model.__file__).parent.glob("*.py")]):
        found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def _sealed(kept: bytes) -> bytes:
    return hashlib.sha256(kept).digest()[:SEAL] + kept


class _Writer(pickle.Pickler):
    """Reports are rows already: of each only the id is kept."""

    def persistent_id(self, obj: object) -> str | None:
        return obj.id if isinstance(obj, Report) else None


class _Reader(pickle.Unpickler):
    """Nothing but our own nouns and days is ever made out of a file: no function, no other class."""

    def __init__(self, file: io.BytesIO, reports: Mapping[str, Report]) -> None:
        super().__init__(file)
        self._reports = reports

    def persistent_load(self, pid: str) -> Report:
        return self._reports[pid]

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in ALLOWED or (module.startswith("detente.model.") and name in model.__all__):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} has no place in what is kept")


ALLOWED = {
    ("detente.chronicle.parts", "Part"),
    ("detente.chronicle.events", "Consolidated"),
    ("detente.chronicle.copies", "Lineage"),
    ("datetime", "date"),
    ("datetime", "datetime"),
    ("datetime", "timezone"),
    ("datetime", "timedelta"),
}


# -- digests ---------------------------------------------------------------------------------------------------


def of_block(
    kept: Keep,
    told: Iterable[Told],
    origins: Mapping[str, str],
    replaced: Collection[str],
    known: Known,
    ruling: Ruling,
) -> str:
    """The digest of all that one block's part is a function of."""
    found, ids = hashlib.sha256(kept.basis + kept.rule.encode()), set[str]()
    for id, reading, report in sorted(((t.id, r, t) for r, t in told), key=lambda x: (x[0], x[1].document.id)):
        ids.add(id)
        page = reading.document
        unread = [(t.start, t.end) for t in reading.times if t.when is None] if report.when is None else []
        of_page = (*_page(page), origins.get(page.id), page.id in replaced)
        found.update(repr((of_page, unread, _fields(report), known.of(id))).encode())
    found.update(repr(_of_ruling(ruling, ids)).encode())
    return found.hexdigest()


def _page(document: Document) -> tuple[object, ...]:
    return (
        document.id,
        document.uri,
        document.canonical_url,
        document.outlet,
        document.language,
        str(document.published),
    )


_fields = attrgetter(*(f.name for f in fields(Report)))


def _of_ruling(ruling: Ruling, ids: set[str]) -> tuple[object, ...]:
    """What analysts decided on these reports."""
    return (
        sorted(ids & ruling.wrong),
        sorted(ids & ruling.right),
        [p for p in ruling.links.same if ids & {*p}],
        [p for p in ruling.links.different if ids & {*p}],
        [(j.id, on) for j, on in ruling.of_events if ids & {*on}],
        sorted((key, j.effect.value, j.reports, j.by) for key, j in ruling.judged.items() if ids & {*j.reports}),
        sorted((i, ruling.was[i]) for i in ids & ruling.was.keys()),
    )


def of_documents(basis: bytes, documents: Sequence[Document]) -> str:
    """The digest of all that the lineage of these is a function of."""
    found = hashlib.sha256(basis)
    for document in sorted(documents, key=lambda d: d.id):
        found.update(repr([getattr(document, f.name) for f in fields(Document)]).encode())
    return found.hexdigest()


def lineage(kept: Keep | None, documents: Sequence[Document], words: SourceWords) -> Lineage:
    """That of `trace`, worked out only where it is not kept."""
    if kept is None:
        return trace(documents, words)
    digest = of_documents(kept.basis, documents)
    found = kept.part(LINEAGE, digest, {})
    if not isinstance(found, Lineage):
        found = trace(documents, words)
        kept.put(LINEAGE, digest, found)
    return found


LINEAGE = "\0lineage"  # no block is called so
