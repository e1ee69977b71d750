"""Exports: one module a format, one line a format here.

Each is a pure function of the record and the codebook, makes the same bytes of the same record, and accounts for every row.
"""

from collections.abc import Callable, Mapping

from detente.codebook import Codebook
from detente.model import Record, UsageError
from detente.views.exports import (
    annotations,
    calendar,
    claims,
    contract,
    crate,
    followthemoney,
    gdelt,
    graphml,
    jsonl,
    parquet,
    plover,
    provenance,
    spreadsheet,
    stix,
    timeline,
)
from detente.views.exports.made import WHY, Count, Made

Writer = Callable[[Record, Codebook, str], Made]

WRITERS: Mapping[str, Writer] = {
    "json": contract.write,
    "jsonl": jsonl.write,
    "csv": spreadsheet.write,
    "parquet": parquet.write,
    "plover": plover.write,
    "gdelt": gdelt.write,
    "annotations": annotations.write,
    "prov": provenance.write,
    "ftm": followthemoney.write,
    "stix": stix.write,
    "graphml": graphml.write,
    "ical": calendar.write,
    "timeline": timeline.write,
    "claims": claims.write,
    "crate": crate.write,
}
FORMATS = tuple(WRITERS)
BY_TABLE = ("csv", "parquet")  # one file a table; all others of several files are a folder of them

__all__ = ["BY_TABLE", "FORMATS", "WHY", "Count", "Made", "make"]


def make(record: Record, book: Codebook, format: str = "json", lang: str = "en") -> Made:
    """The record as files. lang: of labels, where the format has any. UsageError names the formats there are."""
    if format not in WRITERS:
        raise UsageError(f"no export in {format}; there are {', '.join(WRITERS)}")
    return WRITERS[format](record, book, lang)
