"""Tables of articles, one a row: JSON lines, CSV, Parquet. Read row by row, whatever their size."""

from collections.abc import Callable, Iterator, Mapping

from detente.documents.containers.columns import Columns, Row, cell
from detente.documents.containers.rows import csv_rows, json_rows, parquet_rows
from detente.documents.given import has_markup
from detente.documents.item import Item, item_bytes
from detente.documents.kinds import SAMPLE, Kind, kind_of
from detente.documents.source import MAX_PAGE, RATIO, Found, Source
from detente.model import Page, Refusal, UnreadablePage

ASKED = 100  # rows in which a column of text is looked for before a table without a header is given up

Rows = Iterator[Row | UnreadablePage | None]
_READERS: Mapping[Kind, Callable[[Source, Columns], Rows]] = {
    Kind.JSONL: json_rows,
    Kind.CSV: csv_rows,
    Kind.PARQUET: parquet_rows,
}


def pages(source: Source) -> Iterator[Found]:
    """Every row with a text as a page of its own; a row that cannot be read, or has none, as a refusal.

    Raises UnreadablePage: no-column (no column holds texts), corrupt (no table of its kind).
    """
    columns = Columns(source.columns)
    with source.open() as file:
        kind = kind_of(file.read(SAMPLE), source.uri, source.media)
    rows = enumerate(_READERS[kind](source, columns), start=1)
    found = (_found(row, f"{source.uri}#{number}", columns, source) for number, row in rows if row is not None)
    yield from _patient(_weighed(found, max(MAX_PAGE, RATIO * source.size)))


def _weighed(found: Iterator[Page | Refusal], most: int) -> Iterator[Page | Refusal]:
    """Stops after `most` bytes of pages: a few bytes of a Parquet file may stand for a long text in every row."""
    for one in found:
        most -= len(one.data) if isinstance(one, Page) else 0
        if most < 0:
            raise UnreadablePage("bomb", f"its rows hold more than {RATIO} times what the file has")
        yield one


def _patient(found: Iterator[Page | Refusal]) -> Iterator[Found]:
    """All that is found; but one refusal instead of one a row where no row has a column of texts."""
    waiting: list[Refusal] = []
    for one in found:
        if isinstance(one, Refusal) and one.reason == "no-column":
            waiting.append(one)
            if len(waiting) == ASKED:
                break
            continue
        yield from waiting
        yield one
        yield from found
        return
    if waiting:
        raise UnreadablePage("no-column", waiting[0].detail)
    raise UnreadablePage("empty", "the table has no row")


def _found(row: Row | UnreadablePage, where: str, columns: Columns, source: Source) -> Page | Refusal:
    try:
        if isinstance(row, UnreadablePage):
            raise row
        item = _item(row, columns)
        data = item_bytes(item)
        if len(data) > MAX_PAGE:
            raise UnreadablePage("too-large", f"its article has {len(data)} bytes; at most {MAX_PAGE} are read")
    except UnreadablePage as error:
        reason, detail = (*map(str, error.args), "")[:2]
        return Refusal(where, reason, detail)
    return Page(data, item.url if "://" in item.url else where, "", source.fetched)


def _item(row: Row, columns: Columns) -> Item:
    """Raises UnreadablePage: no-column (it has no column of texts), no-text (the column is empty)."""
    said = {name: text for name in columns.fields if (text := cell(columns.value(row, name), name))}
    if not said.get("text") and not said.get("html"):
        columns.check(row)
        raise UnreadablePage("no-text", "the row has no text")
    if has_markup(said.get("text", "")):
        said.setdefault("html", said["text"])
    if "html" in said:
        said.pop("text", None)
    return Item(basis="column", **said)
