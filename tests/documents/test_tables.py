"""Tables of articles: each row a page or a refusal, whatever the others are; in bounded memory."""

import datetime
import io
import json
import tracemalloc
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.codebook.pages import PageWords
from detente.documents import Found, Source, read, unpack
from detente.documents.containers.delimited import Records
from detente.model import Page, Refusal

TEXT = "La ministre a signé vendredi à Lomé, avec son homologue ghanéen, un accord qui rétablit les vols directs."
MORE = "Les liaisons avaient été suspendues à la suite d’un différend sur les droits de survol."


def found_in(data: bytes, uri: str, columns: Mapping[str, str] | None = None) -> list[Found]:
    return list(unpack(Source(uri, lambda: io.BytesIO(data), len(data), columns=columns or {})))


def brief(found: Sequence[Found]) -> list[str]:
    return [one.reason if isinstance(one, Refusal) else "page" for one in found]


def parquet(columns: Mapping[str, Any], **options: Any) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(dict(columns)), out, **options)
    return out.getvalue()


ROW = {"link": "https://littoral.example/a", "headline": "Un accord", "body": f"{TEXT}\n\n{MORE}", "date": "2025-12-09",
       "author": ["Awa Keita", "Kofi Mensah"], "source": "Le Littoral", "section": "Politique"}  # fmt: skip
AS_CSV = (
    "link;headline;body;date;author;source;section\r\n"
    f'https://littoral.example/a;Un accord;"{TEXT}\r\n\r\n{MORE}";9 décembre 2025;"Awa Keita, Kofi Mensah";Le Littoral;Politique\r\n'
)
SAME = [
    pytest.param(json.dumps(ROW).encode(), "a.jsonl", id="jsonl"),
    pytest.param(json.dumps([ROW], indent=1).encode(), "a.json", id="json"),
    pytest.param(json.dumps(ROW, ensure_ascii=False).encode("utf-16"), "a.ndjson", id="jsonl-utf-16"),
    pytest.param(AS_CSV.encode("utf-8-sig"), "a.csv", id="csv"),
    pytest.param(AS_CSV.encode("cp1252"), "a.csv", id="csv-windows-1252"),
    pytest.param(
        AS_CSV.replace("’", "'").encode("mac_roman").replace(b"'", "’".encode("mac_roman")), "a.csv", id="csv-mac"
    ),
    pytest.param(AS_CSV.replace(";", "\t").encode(), "a.tsv", id="tsv"),
    pytest.param(
        parquet({k: [v] for k, v in ROW.items()} | {"date": [datetime.datetime(2025, 12, 9, 10)]}), "a", id="parquet"
    ),
]


@pytest.mark.parametrize(("data", "uri"), SAME)
def test_the_same_article_in_every_kind_of_table(data: bytes, uri: str, words: PageWords) -> None:
    (page,) = found_in(data, uri)
    assert isinstance(page, Page)
    (document,) = read(page, words)
    assert document.text == f"{TEXT}\n\n{MORE}"
    assert (document.uri, document.title, document.outlet) == ("https://littoral.example/a", "Un accord", "Le Littoral")
    assert (document.byline, document.section) == ("Awa Keita, Kofi Mensah", "Politique")
    assert (str(document.published), document.published_basis) == ("2025-12-09", "column")


MIXED = [
    pytest.param(f'{{"text":"{TEXT}"}}\n{{broken\n[1]\n\n{{"text":""}}\n{{"text":"{TEXT}"}}', "a.jsonl",
                 {"a.jsonl#1": "page", "a.jsonl#2": "corrupt", "a.jsonl#3": "corrupt", "a.jsonl#5": "no-text",
                  "a.jsonl#6": "page"}, id="jsonl-by-line"),
    pytest.param(f'id,text\n1,"{TEXT}"\n2,\n3,a,b\n\n4,"said ""yes"""\n', "a.csv",
                 {"a.csv#1": "page", "a.csv#2": "no-text", "a.csv#3": "corrupt", "a.csv#4": "page"}, id="csv-by-record"),
    pytest.param(f'text\n{TEXT.replace(",", "")}\n"never closed\n', "a.csv",
                 {"a.csv#1": "page", "a.csv#2": "truncated"}, id="csv-open-quotation"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "uri", "expected"), MIXED)
def test_one_bad_row_costs_no_other(data: str, uri: str, expected: dict[str, str]) -> None:
    found = found_in(data.encode(), uri)
    where = [one.where if isinstance(one, Refusal) else one.uri for one in found]
    assert dict(zip(where, brief(found), strict=True)) == expected


def test_declared_columns_are_the_only_ones(words: PageWords) -> None:
    row = {"a": TEXT, "b": "Un accord", "text": "autre chose", "title": "autre titre"}
    (page,) = found_in(json.dumps(row).encode(), "a.jsonl", {"text": "a", "title": "b"})
    assert isinstance(page, Page)
    (document,) = read(page, words)
    assert (document.title, document.text) == ("Un accord", TEXT)


@pytest.mark.parametrize(
    ("data", "uri", "columns", "named"),
    [
        pytest.param(b'{"a":1,"b":2}\n' * 3, "a.jsonl", {}, "a, b", id="jsonl"),
        pytest.param(b'{"a":1,"b":2}\n' * 500, "a.jsonl", {}, "a, b", id="jsonl-500-rows"),
        pytest.param(b"a,b\n1,2\n", "a.csv", {}, "a, b", id="csv"),
        pytest.param(parquet({"a": [1], "b": [2]}), "a.parquet", {}, "a, b", id="parquet"),
        pytest.param(b"a,text\n1,2\n", "a.csv", {"text": "c"}, "a, text", id="declared-but-not-there"),
        pytest.param(b"a,text\n1,2\n", "a.csv", {"texte": "a"}, "text, html", id="no-such-field"),
    ],
)
def test_no_column_of_texts_is_one_refusal(data: bytes, uri: str, columns: dict[str, str], named: str) -> None:
    (refusal,) = found_in(data, uri, columns)
    assert isinstance(refusal, Refusal)
    assert (refusal.where, refusal.reason) == (uri, "no-column")
    assert named in refusal.detail


WHOLE = parquet({"text": [TEXT, MORE]})
REFUSED = [
    pytest.param(b"text\n", "a.csv", "empty", id="header-alone"),
    pytest.param(b"\0\1\2" * 1000, "a.csv", "binary", id="binary"),
    pytest.param(b"[" * 100_000, "a.json", "corrupt", id="nested"),
    pytest.param(b"[1, 2", "a.json", "corrupt", id="json-cut-short"),
    pytest.param(WHOLE[:-20], "a.parquet", "corrupt", id="parquet-cut-short"),
    pytest.param(b"PAR1" + bytes(range(256)) * 9 + b"PAR1", "a.parquet", "corrupt", id="parquet-noise"),
    pytest.param(parquet({f"c{n}": [1] for n in range(1_001)}), "a.parquet", "corrupt", id="1001-columns"),
    pytest.param(parquet({"text": ["a" * 30_000_000]}, compression="zstd", use_dictionary=False), "a.parquet", "bomb",
                 id="parquet-bomb"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "uri", "reason"), REFUSED)
def test_refused(data: bytes, uri: str, reason: str) -> None:
    assert brief(found_in(data, uri)) == [reason]


def test_a_text_kept_once_for_every_row_is_a_bomb() -> None:
    once = pa.DictionaryArray.from_arrays(pa.array([0] * 100_000), ["mot " * 250_000])
    found = brief(found_in(parquet({"text": once}, compression="zstd"), "a.parquet"))
    assert (found[0], found[-1]) == ("page", "bomb")
    assert len(found) < 200


class Endless(io.RawIOBase):
    """A stream of `size` bytes that nobody keeps: a head, then one letter again and again, then a tail."""

    def __init__(self, head: bytes, size: int, tail: bytes) -> None:
        self.head, self.size, self.tail, self.at = head, size, tail, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        assert whence == 0
        self.at = offset
        return offset

    def readinto(self, buffer: Any) -> int:
        start, end = self.at, min(self.at + len(buffer), self.size)
        piece = bytearray(b"a" * (end - start))
        piece[: max(0, len(self.head) - start)] = self.head[start:end]
        begins = self.size - len(self.tail)
        if end > begins:
            piece[max(0, begins - start) :] = self.tail[max(0, start - begins) : end - begins]
        buffer[: len(piece)] = piece
        self.at = end
        return len(piece)


@pytest.mark.parametrize(
    ("uri", "head"), [pytest.param("a.jsonl", b'{"text":"', id="jsonl"), pytest.param("a.csv", b"text\n", id="csv")]
)
def test_a_line_of_200_megabytes_is_passed_over(uri: str, head: bytes) -> None:
    tail = (
        b'"}\n' + (json.dumps({"text": TEXT}).encode() if uri == "a.jsonl" else TEXT.replace(",", "").encode()) + b"\n"
    )
    size = 200_000_000
    tracemalloc.start()
    source = Source(uri, lambda: io.BufferedReader(Endless(head, size, tail)), size)
    found = list(unpack(source))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert brief(found) == ["too-large", "page"]
    assert peak < 90_000_000


CELLS = st.lists(st.lists(st.text(st.characters(exclude_characters="\r\0", codec="utf-8")), min_size=2), min_size=1)


@given(CELLS)
def test_records_are_what_was_written(rows: list[list[str]]) -> None:
    quoted = "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows)
    assert list(Records(",").of(io.StringIO(quoted, newline="\n"))) == rows


@given(st.text(), st.sampled_from(["a.jsonl", "a.csv", "a.tsv", "a.json"]))
def test_any_text_is_a_table_or_refused(text: str, uri: str) -> None:
    assert found_in(text.encode("utf-8", "replace"), uri)
