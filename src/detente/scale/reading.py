"""`read`: pages of many files, coded by many processes, on this machine or on a cluster; Ray moves them about."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from detente.intake.crew import coded, settling
from detente.intake.told import reason_of
from detente.model import Page, Reading, Refusal, Report, UnreadablePage
from detente.scale.lake import KNOWN, READ, REFUSED, Lake, Row, digest_of
from detente.scale.running import running
from detente.scale.sources import listed, opened
from detente.store.packing import packed

if TYPE_CHECKING:
    from detente.codebook import Codebook

PAGES, BYTES = 64, 16 << 20  # of a batch, whichever comes first
OPENING = 0.1  # of a processor: files are opened beside the coding
_PAGE = pa.schema(
    [(n, pa.string()) for n in ("uri", "media", "fetched", "reason", "detail")] + [("data", pa.large_binary())]
)


@dataclass(frozen=True, slots=True)
class Ran:
    """fates: "read", "known", "refused" -> how many pages. reports: in the whole lake, now."""

    fates: Mapping[str, int]
    files: int
    reports: int


def read(
    sources: Sequence[str],
    out: str,
    *,
    address: str | None = None,
    workers: int | None = None,
    columns: Mapping[str, str] | None = None,
    on_progress: Callable[[int], None] = lambda done: None,
) -> Ran:
    """Reads all that lies at `sources` (files, folders, archives, tables; paths or addresses) into the lake at `out`.

    address: of a Ray cluster, as `ray.init` takes it; without it, Ray runs on this machine alone. workers: processes
    that code, as many as there are processors where none is said. What the lake has already is not read again.
    Raises UsageError for sources that cannot be listed, RecordError for a lake that is none.
    """
    files, lake, fates = listed(sources), Lake(out), Counter[str]()
    if not files:
        return Ran(fates, 0, 0)
    with running(address, workers) as (ray, size):
        told = (
            ray.data.from_items([{"source": one} for one in files], override_num_blocks=_blocks(len(files), size))
            .map_batches(_Opener(dict(columns or {})), batch_size=None, num_cpus=OPENING)
            .map_batches(
                Coder,
                batch_size=None,
                batch_format="pyarrow",
                compute=ray.data.ActorPoolStrategy(size=size),
                num_cpus=1,
                fn_constructor_args=(out,),
            )
        )
        for row in told.iter_rows():
            fates[row["fate"]] += row["pages"]
            on_progress(fates.total())
    return Ran(fates, len(files), lake.partition())


def _blocks(files: int, size: int) -> int:
    """Into how many tasks the opening of files falls: several a process, and none of more than a batch."""
    return max(1, min(files, max(4 * size, files // PAGES)))


@dataclass(frozen=True)
class _Opener:
    """Files in, pages out, in tables no longer than one batch: an archive is never in memory whole."""

    columns: Mapping[str, str]

    def __call__(self, batch: Mapping[str, Any]) -> Iterator[pa.Table]:
        held, size = list[dict[str, Any]](), 0
        for source in batch["source"]:
            for found in opened(str(source), self.columns):
                held.append(_row(found))
                size += len(held[-1]["data"])
                if len(held) >= PAGES or size >= BYTES:
                    yield pa.Table.from_pylist(held, schema=_PAGE)
                    held, size = [], 0
        if held:
            yield pa.Table.from_pylist(held, schema=_PAGE)


def _row(found: Any) -> dict[str, Any]:
    if isinstance(found, Refusal):
        return {"uri": found.where, "reason": found.reason, "detail": found.detail, "data": b""}
    fetched = found.fetched.isoformat() if found.fetched else None
    return {"uri": found.uri, "media": found.media, "fetched": fetched, "data": found.data}


class Coder:
    """One process that codes: the codebook and the models are read once, then batches of pages one after the other."""

    def __init__(self, out: str) -> None:
        from detente.api import codebook

        self._book, self._lake = codebook(), Lake(out)
        self._done = 0
        self._read, self._met = self._lake.seen()  # of one that died in this run too: nothing is kept twice

    def __call__(self, batch: pa.Table) -> pa.Table:
        """Pages in; what became of them in the lake, and their counts out."""
        fates, new = Counter[str](), list[Row]()
        for row in batch.to_pylist():
            one = self._became(row)
            fates[one.fate] += 1
            self._done += 1
            settling(self._done)
            if one.fate != KNOWN or digest_of(one.page, one.uri) not in self._met:
                new.append(one)
        if new:
            self._lake.put(new)
        return pa.Table.from_pylist([{"fate": fate, "pages": n} for fate, n in sorted(fates.items())])

    def _became(self, row: Mapping[str, Any]) -> Row:
        if row["reason"]:
            return Row("", row["uri"], REFUSED, reason=row["reason"], detail=row["detail"])
        fetched = date.fromisoformat(row["fetched"]) if row["fetched"] else None
        page = Page(row["data"], row["uri"], row["media"] or "", fetched)
        if bytes.fromhex(page.id) in self._read:
            return Row(page.id, page.uri, KNOWN)
        return became(page, self._book)


def became(page: Page, book: "Codebook") -> Row:
    """The row of one page. Whatever it does costs no other page."""
    from detente.pipeline import code

    about = Row(page.id, page.uri, READ, len(page.data), page.media, book.version)
    found = coded(code, page, book)
    if not isinstance(found, UnreadablePage):
        try:
            return replace(
                about, readings=packed(found), reports=json.dumps([_flat(r, x) for x in found for r in x.reports])
            )
        except ValueError as error:
            found = UnreadablePage(*reason_of(error))
    words = (*found.args, "", "")
    return replace(about, fate=REFUSED, reason=str(words[0]), detail=str(words[1]))


def _flat(report: Report, reading: Reading) -> dict[str, Any]:
    """A report as one row: what the export says of it, its pair and its month."""
    from detente.views.export import report_row

    row, page = report_row(report, None), reading.document
    plain = {k: v if isinstance(v, str | int | float | bool | None) else json.dumps(v) for k, v in row.items()}
    about = {"pair": "-".join(sorted({*report.actors, *report.recipients})), "month": _month(report, page.published)}
    known = {"uri": page.uri, "outlet": page.outlet, "published": page.published and page.published.isoformat()}
    return {**about, **plain, **{k: list(row[k]) for k in _LISTS}, **known}


def _month(report: Report, published: date | None) -> str:
    """Of the act as far as it is known, else of the page."""
    day = (report.when and (report.when.earliest or report.when.latest)) or published
    return f"{day:%Y-%m}" if day else "unknown"


_LISTS = ("actors", "recipients", "people", "contexts")
