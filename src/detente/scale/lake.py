"""A lake: `articles/` with all that was read, a file a batch, and `reports/` with the reports alone, by pair and month.

A file of articles is named by what it is made of and put in place whole: done again, after whatever died, it is the same
file. So nothing is in a lake by half, and nothing twice. `reports/` follows from them and is written anew each time.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from detente.model import RecordError
from detente.scale.sources import store_of

ARTICLES, REPORTS = "articles", "reports"
READ, KNOWN, REFUSED = "read", "known", "refused"
VERSION = "1"
_ABOUT = {"format": "detente-lake", "version": VERSION}


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one page. page: SHA-256 of its bytes, "" where none could be had.

    size: bytes. readings: `store.packing`, "" where there are none. reports: rows of the export, as JSON.
    """

    page: str
    uri: str
    fate: str
    size: int = 0
    media: str = ""
    codebook: str = ""
    reason: str = ""
    detail: str = ""
    readings: str = ""
    reports: str = "[]"


SCHEMA = pa.schema([(f.name, pa.int64() if f.name == "size" else pa.string()) for f in fields(Row)], metadata=_ABOUT)


@dataclass(frozen=True)
class Lake:
    """A folder, on this machine or in a store. address: a path or an address."""

    address: str

    def _place(self, *parts: str) -> tuple[Any, str]:
        files, root = store_of(self.address)
        return files, "/".join((root.rstrip("/"), *parts))

    def put(self, rows: Sequence[Row]) -> str:
        """Keeps rows as one file; the same rows are the same file. Its name."""
        digest = hashlib.sha256("".join(f"{r.page}\0{r.uri}\0" for r in rows).encode()).hexdigest()
        out = pa.BufferOutputStream()
        pq.write_table(pa.Table.from_pylist([_tree(r) for r in rows], schema=SCHEMA), out, compression="zstd")
        name = f"{digest[:32]}.parquet"
        files, folder = self._place(ARTICLES)
        files.makedirs(folder, exist_ok=True)
        with files.transaction, files.open(f"{folder}/{name}", "wb") as whole:  # in place when whole, or not at all
            whole.write(out.getvalue().to_pybytes())
        return name

    def names(self) -> list[str]:
        """The files of articles, sorted."""
        files, folder = self._place(ARTICLES)
        if not files.isdir(folder):
            return []
        return sorted(n for n in files.ls(folder, detail=False) if n.endswith(".parquet"))

    def rows(self, columns: Sequence[str] | None = None) -> Iterator[dict[str, Any]]:
        """Every row, file by file. Raises RecordError, with its name, on a file that is none of ours."""
        files, _ = self._place()
        for name in self.names():
            try:
                with files.open(name, "rb") as one:
                    found = pq.ParquetFile(one)
                    if (found.schema_arrow.metadata or {}).get(b"format") != b"detente-lake":
                        raise RecordError(f"{name} is no file of a lake of ours")
                    for batch in found.iter_batches(batch_size=256, columns=list(columns) if columns else None):
                        yield from batch.to_pylist()
            except (OSError, pa.ArrowException) as error:
                raise RecordError(f"{name}: {error}") from error

    def seen(self) -> tuple[set[bytes], set[bytes]]:
        """(pages that were read, pages under the names they were met by), as digests."""
        read, met = set[bytes](), set[bytes]()
        for row in self.rows(("page", "uri", "fate")):
            if row["fate"] != REFUSED:
                read.add(bytes.fromhex(row["page"]))
                met.add(digest_of(row["page"], row["uri"]))
        return read, met

    def partition(self) -> int:
        """Writes `reports/pair=…/month=…/` anew, out of the articles; how many reports. A page met twice counts once."""
        files, folder = self._place(REPORTS)
        if files.isdir(folder):
            files.rm(folder, recursive=True)
        rows, pages = list[dict[str, Any]](), set[str]()
        for row in self.rows(("page", "fate", "reports")):
            if row["fate"] == READ and row["page"] not in pages:
                pages.add(row["page"])
                rows += json.loads(row["reports"])
        if rows:
            _write(sorted(rows, key=lambda r: (r["pair"], r["month"], r["id"])), files, folder)
        return len(rows)


def digest_of(page: str, uri: str) -> bytes:
    """A page under a name, in sixteen bytes."""
    return hashlib.sha256(f"{page}\0{uri}".encode()).digest()[:16]


def _tree(row: Row) -> dict[str, Any]:
    return {f.name: getattr(row, f.name) for f in fields(Row)}


def _write(rows: list[dict[str, Any]], files: Any, folder: str) -> None:
    import pyarrow.dataset as ds

    names = ("pair", "month")
    table = pa.Table.from_pylist(rows)
    parts = ds.partitioning(pa.schema([(n, pa.string()) for n in names]), flavor="hive")
    ds.write_dataset(
        table,
        folder,
        filesystem=files,
        format="parquet",
        partitioning=parts,
        max_partitions=100_000,
        max_open_files=256,
    )
