"""The rows of tables, as streams: names and values; in the place of one that cannot be read, an UnreadablePage.

None stands for a line that is no row but is counted, so that rows keep the numbers of their lines.
"""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from detente.documents.containers.columns import Columns, Row
from detente.documents.containers.delimited import Records, delimiter_of
from detente.documents.containers.textlines import text_lines
from detente.documents.source import MAX_PAGE, RATIO, Source
from detente.model import UnreadablePage

BATCH = 16  # rows of a Parquet file in memory at once
MEMBERS = 100  # of a list in a cell (authors, sections); more are not looked at
_WIDE = 1_000  # columns; more are no table of articles
_BROKEN = "the row is no JSON object: {}"

Rows = Iterator[Row | UnreadablePage | None]


def json_rows(source: Source, columns: Columns) -> Rows:
    """One row a line; or, where the file is one array of objects, one a member."""
    with source.open() as file:
        if file.read(4096).lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"[":
            yield from _array(source)
            return
        file.seek(0)
        for line in text_lines(file):
            if isinstance(line, UnreadablePage):
                yield line
            else:
                yield _object(line) if line.strip() else None


def _object(line: str) -> Row | UnreadablePage:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return UnreadablePage("corrupt", _BROKEN.format(error))
    return row if isinstance(row, dict) else UnreadablePage("corrupt", _BROKEN.format(f"it is a {type(row).__name__}"))


def _array(source: Source) -> Rows:
    data = source.page().data.decode("utf-8-sig", errors="replace")
    try:
        members = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UnreadablePage("corrupt", f"no JSON: {error}") from error
    for member in members:
        yield member if isinstance(member, dict) else UnreadablePage("corrupt", _BROKEN.format("another value"))


def csv_rows(source: Source, columns: Columns) -> Rows:
    """The records under the header. Raises UnreadablePage: no-column, empty."""
    with source.open() as file:
        lines = text_lines(file)
        first = next(lines, "")
        if isinstance(first, UnreadablePage):
            raise first
        if not first.strip():
            raise UnreadablePage("empty", "the table has no header")
        records = Records(delimiter_of(first))
        header = next(iter(records.of(iter([first]))), [])
        if isinstance(header, UnreadablePage):
            raise UnreadablePage("corrupt", "the header of the table breaks off")
        names = [name.strip() for name in header]
        columns.check(names)
        for record in records.of(lines):
            yield record if isinstance(record, UnreadablePage) else _row(names, record)


def _row(names: list[str], record: list[str]) -> Row | UnreadablePage:
    """A row that is longer than the header has a separator in a cell that should have been quoted."""
    if any(cell.strip() for cell in record[len(names) :]):
        return UnreadablePage("corrupt", f"the row has {len(record)} cells, the header {len(names)}")
    return dict(zip(names, record, strict=False))


def parquet_rows(source: Source, columns: Columns) -> Rows:
    """The rows of a Parquet file, of its wanted columns. Raises UnreadablePage: no-column, corrupt, bomb."""
    with source.open() as file:
        try:
            yield from _batches(file, columns, source.size)
        except (pa.ArrowException, OSError, ValueError, TypeError, KeyError, MemoryError) as error:
            raise UnreadablePage("corrupt", f"the Parquet file cannot be read: {_said(error)}") from error


def _batches(file: BinaryIO, columns: Columns, size: int) -> Rows:
    whole = pq.ParquetFile(file)
    schema, parts, names = whole.schema_arrow, whole.schema, whole.schema_arrow.names
    if len(names) > _WIDE:
        raise UnreadablePage("corrupt", f"the table has {len(names)} columns; at most {_WIDE} are read")
    columns.check(names)
    wanted = [name for name in columns.wanted(names) if _is_flat(schema.field(name).type)]
    leaves = [leaf.path for at in range(len(parts)) if (leaf := parts.column(at)).physical_type == "BYTE_ARRAY"]
    # Values that the file keeps once are kept once here too: a bomb repeats one of megabytes in every row.
    once = [path for path in leaves if path.partition(".")[0] in wanted]
    table = pq.ParquetFile(file, pre_buffer=False, buffer_size=1 << 16, read_dictionary=once)
    _weigh(table.metadata, size)
    for batch in table.iter_batches(BATCH, columns=wanted, use_threads=False):
        for at in range(batch.num_rows):
            yield {name: _value(column[at]) for name, column in zip(batch.schema.names, batch.columns, strict=True)}


def _is_flat(kind: pa.DataType) -> bool:
    """Whether a cell holds one value, or a list of such."""
    inner = kind.value_type if pa.types.is_list(kind) or pa.types.is_large_list(kind) else kind
    return not pa.types.is_nested(inner)


def _weigh(metadata: Any, size: int) -> None:
    """A group of rows that unpacks to more than `RATIO` times the file, beyond a page's size, is a bomb.

    The parts of a group would tell more, but Arrow ends the process on some that are broken (bench/fuzz/found).
    """
    for group in range(metadata.num_row_groups):
        told = metadata.row_group(group).total_byte_size
        if told > max(MAX_PAGE, RATIO * size):
            raise UnreadablePage("bomb", f"{told} bytes of rows in a file of {size}")


def _value(scalar: Any) -> Any:
    """The cell, unless it is longer than any page."""
    if isinstance(scalar, pa.DictionaryScalar):
        scalar = scalar.value
    if isinstance(scalar, (pa.ListScalar, pa.LargeListScalar)):
        members = scalar.values if scalar.is_valid else ()
        return [_value(members[at]) for at in range(min(len(members), MEMBERS))]
    if isinstance(scalar, (pa.StringScalar, pa.LargeStringScalar, pa.BinaryScalar, pa.LargeBinaryScalar)):
        buffer = scalar.as_buffer()
        return None if buffer is None or buffer.size > MAX_PAGE else scalar.as_py()
    return scalar.as_py()


def _said(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
