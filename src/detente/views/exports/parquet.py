"""Parquet: one typed file a table, for pandas, polars, DuckDB, R."""

from typing import Any

from detente.codebook import Codebook
from detente.model import Record
from detente.views.export import VERSION
from detente.views.exports.made import Made, made
from detente.views.exports.tables import Table, tables


def write(record: Record, book: Codebook, lang: str) -> Made:
    """`NAME.parquet` for every table, with the types of its columns."""
    found = tables(record)
    return made(record, ((f"{t.name}.parquet", as_parquet(t)) for t in found), {t.name: {} for t in found})


def as_parquet(table: Table) -> bytes:
    """Bytes are the same for the same rows and the same version of Arrow, which names itself in the file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    types: dict[str, Any] = {
        "text": pa.string(),
        "int": pa.int64(),
        "real": pa.float64(),
        "flag": pa.bool_(),
        "day": pa.date32(),
        "list": pa.list_(pa.string()),
    }
    about = {"format": "detente-record", "version": str(VERSION), "table": table.name}
    schema = pa.schema([pa.field(c.name, types[c.kind]) for c in table.columns], metadata=about)
    out = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_pylist(table.rows, schema=schema), out, compression="zstd")
    return bytes(out.getvalue())
