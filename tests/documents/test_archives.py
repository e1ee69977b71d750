"""Archives: every whole record is a page, what is lost is refused once, and no archive costs more than it should."""

import base64
import gzip
import hashlib
import io
import json
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable
from datetime import date

import pytest
from fastwarc.stream_io import BrotliWriter, ZstdWriter
from hypothesis import given
from hypothesis import strategies as st

from detente.documents import Found, Source, unpack
from detente.documents.kinds import Kind, kind_of
from detente.documents.source import MAX_PAGE
from detente.model import Page, Refusal

HTML = "text/html; charset=utf-8"
TEXT = "<html><body><p>Le ministre a reçu son homologue de Bissau au poste de Koundara.</p></body></html>".encode()
DAY = date(2029, 3, 4)


def http(body: bytes, *fields: str, status: str = "200 OK", media: str = HTML) -> bytes:
    head = [f"HTTP/1.1 {status}", *([f"Content-Type: {media}"] if media else []), *fields, "", ""]
    return "\r\n".join(head).encode() + body


def record(
    block: bytes, *fields: str, kind: str = "response", uri: str = "https://vigie.example/1", version: str = "WARC/1.1",
    media: str = "application/http; msgtype=response", end: str = "\r\n", day: str = "2029-03-04T23:59:00Z",
) -> bytes:  # fmt: skip
    head = [version, f"WARC-Type: {kind}", f"WARC-Target-URI: {uri}", f"WARC-Date: {day}", *fields]
    head += [f"Content-Type: {media}", f"Content-Length: {len(block)}", "", ""]
    return end.join(head).encode() + block + (end * 2).encode()


def page(number: int, body: bytes = TEXT) -> bytes:
    return record(http(body + b"<!-- %d -->" % number), uri=f"https://vigie.example/{number}")


def found(data: bytes, uri: str = "crawl.warc", media: str = "") -> list[Found]:
    return list(unpack(Source(uri, lambda: io.BytesIO(data), len(data), media=media)))


def told(results: Iterable[Found]) -> list[str]:
    """One word a thing: the text of a page, `-reason` of a refusal, `~` for what is aside."""
    return [_word(result) for result in results]


def _word(result: Found) -> str:
    match result:
        case Page():
            return result.data.decode("utf-8", "replace")
        case Refusal():
            return f"-{result.reason}"
    return "~"


def one(data: bytes) -> Page:
    (only,) = found(data)
    assert isinstance(only, Page)
    return only


def members(*records: bytes) -> bytes:
    return b"".join(map(gzip.compress, records))


PLAIN = TEXT.decode()
GZIPPED = gzip.compress(TEXT)
RAW = zlib.compressobj(wbits=-15)
DEFLATED = RAW.compress(TEXT) + RAW.flush()
SHA1 = base64.b32encode(hashlib.sha1(http(TEXT)).digest()).decode()
CHUNKED = b"5\r\n" + TEXT[:5] + b"\r\n%x;name=x\r\n" % (len(TEXT) - 5) + TEXT[5:] + b"\r\n0\r\nTrailer: x\r\n\r\n"


def brotli(data: bytes) -> bytes:
    out = io.BytesIO()
    writer = BrotliWriter(out)
    writer.write(data)
    writer.close()
    return out.getvalue()


def zstd(data: bytes) -> bytes:
    out = io.BytesIO()
    writer = ZstdWriter(out)
    for start in range(0, len(data), 1 << 20):  # of a longer piece it writes the beginning only
        writer.write(data[start : start + (1 << 20)])
    writer.close()
    return out.getvalue()


def zeros(size: int) -> bytes:
    machine = zlib.compressobj(9, wbits=31)
    block = bytes(1_000_000)
    return b"".join(machine.compress(block) for _ in range(size // len(block))) + machine.flush()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(record(http(TEXT)), [PLAIN], id="response"),
        pytest.param(record(http(TEXT), version="WARC/1.0", uri="<https://vigie.example/1>"), [PLAIN], id="1.0"),
        pytest.param(record(http(TEXT), version="WARC/0.18"), [PLAIN], id="0.18"),
        pytest.param(record(http(TEXT), end="\n"), [PLAIN], id="bare-newlines"),
        pytest.param(record(http(TEXT).replace(b"\r\n", b"\n")), [PLAIN], id="bare-newlines-of-the-server"),
        pytest.param(record(http(TEXT))[:-4] + record(http(b"two")), [PLAIN, "two"], id="no-blank-line-between"),
        pytest.param(record(TEXT, kind="resource", media="text/html"), [PLAIN], id="resource"),
        pytest.param(record(b"Le texte.", kind="conversion", media="text/plain"), ["Le texte."], id="conversion"),
        pytest.param(record(http(b"GIF89a", media="image/gif")), ["~"], id="picture"),
        pytest.param(record(http(b"p {}", media="text/css")), ["~"], id="style-sheet"),
        pytest.param(record(http(b"{}", media="application/json")), ["~"], id="json"),
        pytest.param(record(http(b"<svg/>", media="text/xml")), ["~"], id="xml-of-no-kind-of-ours"),
        pytest.param(record(http(b"<html xmlns='x'/>", media="text/xml")), ["<html xmlns='x'/>"], id="xhtml-as-xml"),
        pytest.param(record(http(TEXT, media="")), [PLAIN], id="no-media-type"),
        pytest.param(record(http(b"\x00\x01\x02", media="")), ["~"], id="no-media-type-and-no-text"),
        pytest.param(record(http(b"User-agent: *", media="text/plain"), uri="https://v.example/robots.txt"), ["~"], id="robots"),
        pytest.param(record(b"Le texte.", kind="resource", media="text/plain", uri="urn:text:x"), ["~"], id="extract"),
        pytest.param(record(http(TEXT, status="404 Not Found")), ["~"], id="not-found"),
        pytest.param(record(http(b"", "Location: /2", status="301 Moved")), ["~"], id="redirect"),
        pytest.param(record(http(TEXT, status="OK")), ["~"], id="no-status"),
        pytest.param(record(http(TEXT), kind="revisit"), ["~"], id="revisit"),
        pytest.param(record(b"software: x\r\n", kind="warcinfo", media="application/warc-fields"), ["-empty"], id="warcinfo"),
        pytest.param(record(http(b""), kind="request"), ["-empty"], id="request"),
        pytest.param(record(b"outlink: x", kind="metadata", media="text/plain"), ["-empty"], id="metadata"),
        pytest.param(record(http(b"")), ["-empty"], id="nothing-sent"),
        pytest.param(b"", ["-empty"], id="nothing"),
    ],
)  # fmt: skip
def test_records(data: bytes, expected: list[str]) -> None:
    assert told(found(data)) == expected
    assert told(found(gzip.compress(data))) == (expected if data else ["-empty"])


def test_what_comes_with_a_page() -> None:
    got = one(record(http(TEXT), day="2029-03-04T23:30:00.123456-02:00", uri="<https://vigie.example/1>"))
    assert (got.uri, got.media, got.fetched) == ("https://vigie.example/1", HTML, date(2029, 3, 5))
    assert one(record(http(TEXT))).fetched == DAY
    assert one(record(http(TEXT), day="hier")).fetched is None


@pytest.mark.parametrize(
    ("body", "fields", "expected"),
    [
        pytest.param(GZIPPED, ["Content-Encoding: gzip"], PLAIN, id="gzip"),
        pytest.param(GZIPPED + b"\r\n", ["Content-Encoding: x-gzip"], PLAIN, id="gzip-and-an-end-of-line"),
        pytest.param(TEXT, ["Content-Encoding: gzip"], PLAIN, id="gzip-already-undone"),
        pytest.param(zlib.compress(TEXT), ["Content-Encoding: deflate"], PLAIN, id="deflate"),
        pytest.param(DEFLATED, ["Content-Encoding: deflate"], PLAIN, id="deflate-without-zlib's-wrapping"),
        pytest.param(brotli(TEXT), ["Content-Encoding: br"], PLAIN, id="brotli"),
        pytest.param(zstd(TEXT), ["Content-Encoding: zstd"], PLAIN, id="zstd"),
        pytest.param(TEXT, ["Content-Encoding: zstd"], PLAIN, id="zstd-already-undone"),
        pytest.param(b"(\xb5/\xfd" + b"\xff" * 9, ["Content-Encoding: zstd"], "-corrupt", id="zstd-damaged"),
        pytest.param(zstd(TEXT)[:-5], ["Content-Encoding: zstd"], "-corrupt", id="zstd-cut"),
        pytest.param(zstd(bytes(30_000_000)), ["Content-Encoding: zstd"], "-bomb", id="zstd-bomb"),
        pytest.param(TEXT, ["Content-Encoding: br"], PLAIN, id="brotli-already-undone"),
        pytest.param(gzip.compress(brotli(TEXT)), ["Content-Encoding: br, gzip"], PLAIN, id="two"),
        pytest.param(CHUNKED, ["Transfer-Encoding: chunked"], PLAIN, id="chunks"),
        pytest.param(TEXT, ["Transfer-Encoding: chunked"], PLAIN, id="chunks-already-joined"),
        pytest.param(TEXT, ["Content-Encoding: utf-8"], PLAIN, id="charset-as-encoding"),
        pytest.param(GZIPPED[:-12], ["Content-Encoding: gzip"], "-truncated", id="gzip-cut"),
        pytest.param(GZIPPED[:-8] + bytes(8), ["Content-Encoding: gzip"], "-corrupt", id="gzip-with-a-wrong-checksum"),
        pytest.param(zlib.compress(TEXT)[:-9], ["Content-Encoding: deflate"], "-truncated", id="deflate-cut"),
        pytest.param(b"\xff\xff\xff", ["Content-Encoding: deflate"], "-corrupt", id="deflate-of-nothing"),
        pytest.param(brotli(TEXT)[:-5], ["Content-Encoding: br"], "-corrupt", id="brotli-cut"),
        pytest.param(CHUNKED[:-40], ["Transfer-Encoding: chunked"], "-truncated", id="chunks-cut"),
        pytest.param(b"5\r\nab\r\n0\r\n\r\n", ["Transfer-Encoding: chunked"], "-corrupt", id="chunk-with-a-wrong-length"),
        pytest.param(b"x", ["Content-Encoding: rot13"], "-encoding", id="unknown"),
        pytest.param(b"x", ["Content-Encoding: gzip, gzip, gzip, gzip"], "-encoding", id="four-layers"),
        pytest.param(zeros(30_000_000), ["Content-Encoding: gzip"], "-bomb", id="gzip-bomb"),
        pytest.param(brotli(bytes(30_000_000)), ["Content-Encoding: br"], "-bomb", id="brotli-bomb"),
        pytest.param(zlib.compress(bytes(30_000_000)), ["Content-Encoding: deflate"], "-bomb", id="deflate-bomb"),
    ],
)  # fmt: skip
def test_encodings_of_a_server(body: bytes, fields: list[str], expected: str) -> None:
    assert told(found(record(http(body, *fields)) + page(2))) == [expected, f"{PLAIN}<!-- 2 -->"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(record(http(TEXT), "WARC-Truncated: length"), "truncated", id="cut-by-the-crawler"),
        pytest.param(record(http(TEXT), "WARC-Segment-Number: 1"), "truncated", id="a-segment"),
        pytest.param(record(http(TEXT), f"WARC-Block-Digest: sha1:{'A' * 32}"), "corrupt", id="another-digest"),
        pytest.param(record(http(b"a" * (MAX_PAGE + 1))), "too-large", id="too-large"),
        pytest.param(record(http(b"a" * (MAX_PAGE + 100_000))), "too-large", id="too-large-to-hold"),
    ],
)
def test_a_record_that_is_refused_costs_no_other(data: bytes, reason: str) -> None:
    first, second = found(data + page(2))
    assert isinstance(first, Refusal)
    assert (first.where, first.reason) == ("https://vigie.example/1", reason)
    assert isinstance(second, Page)


def test_a_digest_that_agrees_or_that_nobody_can_verify() -> None:
    assert told(found(record(http(TEXT), f"WARC-Block-Digest: sha1:{SHA1}"))) == [PLAIN]
    assert told(found(record(http(TEXT), "WARC-Block-Digest: blake3:x"))) == [PLAIN]


def test_a_large_picture_is_no_page_that_is_too_large() -> None:
    assert told(found(record(http(b"a" * (MAX_PAGE + 1), media="image/png")))) == ["~"]


def test_an_archive_in_a_record_is_opened() -> None:
    inner = zipped({"a.html": TEXT, "b.txt": b"Le texte."})
    got = found(record(http(inner, media="application/zip"), uri="https://v.example/dossier.zip"))
    assert [p.uri for p in got if isinstance(p, Page)] == [
        f"https://v.example/dossier.zip/{n}" for n in ("a.html", "b.txt")
    ]


# Archives cut short or damaged. Four records, as bytes, as a member of gzip each, and all in one member.

RECORDS = [page(number, TEXT + bytes(str(number) * 40, "ascii")) for number in range(4)]
WHOLE = told(found(b"".join(RECORDS)))
RECORDS_ZIPPED = [gzip.compress(one, mtime=0) for one in RECORDS]
SHAPES: dict[str, Callable[[list[bytes]], list[bytes]]] = {
    "plain": lambda records: records,
    "member-each": lambda records: [gzip.compress(one) for one in records],
}


@pytest.mark.parametrize("shape", SHAPES)
def test_wherever_it_is_cut_all_whole_records_and_one_refusal(shape: str) -> None:
    parts = SHAPES[shape](RECORDS)
    borders = [sum(map(len, parts[:n])) for n in range(5)]
    data = b"".join(parts)
    for cut in range(6, len(data) + 1):
        before = sum(border <= cut for border in borders) - 1
        got = told(found(data[:cut]))
        if shape == "plain" and any(border - 4 <= cut < border for border in borders):
            assert got == WHOLE[: before + 1]  # only the blank lines after a whole record are missing
        elif cut in borders:
            assert got == WHOLE[:before]
        elif cut - borders[before] < 20 and shape == "member-each" and before == 0:
            assert len(got) == 1  # not yet told from any other gzip file
        else:
            assert got in ([*WHOLE[:before], "-truncated"], [*WHOLE[: before + 1], "-truncated"])


@given(st.integers(0, 3), st.lists(st.binary(max_size=3000), min_size=1, max_size=6), st.data())
def test_a_cut_in_an_archive_of_any_pages(level: int, bodies: list[bytes], data: st.DataObject) -> None:
    records = [page(n, b"<p>" + body) for n, body in enumerate(bodies)]
    archive = gzip.compress(b"".join(records), level)
    cut = data.draw(st.integers(200, len(archive)))
    whole, got = told(found(archive)), told(found(archive[:cut]))
    assert len(whole) == len(bodies)
    if cut == len(archive):
        assert got == whole
    else:
        assert got[-1] == "-truncated"
        assert got[:-1] == whole[: len(got) - 1]


GARBAGE = b"\x07garbage, not a record" * 9


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(RECORDS[0] + GARBAGE, [WHOLE[0], "-corrupt"], id="garbage-at-the-end"),
        pytest.param(RECORDS[0] + GARBAGE + b"\r\n" + RECORDS[1], [*WHOLE[:2], "-corrupt"], id="garbage-between"),
        pytest.param(b"WARC/1.1\r\n" + GARBAGE, ["-truncated"], id="only-the-first-line"),
        pytest.param(b"WARC/1.1\r\n" + GARBAGE * 500, ["-corrupt"], id="a-header-that-never-ends"),
        pytest.param(RECORDS[0].replace(b"Length", b"Lenght") + RECORDS[1], [WHOLE[1], "-corrupt"], id="no-length"),
        pytest.param(RECORDS[0].replace(b"Length: ", b"Length: -") + RECORDS[1], [WHOLE[1], "-corrupt"], id="negative"),
        pytest.param(RECORDS[0].replace(b"Length: ", b"Length: 1") + RECORDS[1], ["-truncated"], id="length-too-long"),
        pytest.param(RECORDS[0].replace(TEXT, TEXT[:-9]) + RECORDS[1], [WHOLE[1], "-corrupt"], id="bytes-missing"),
        pytest.param(members(RECORDS[0]) + GARBAGE + members(RECORDS[1]), [*WHOLE[:2], "-corrupt"], id="gz-garbage"),
        pytest.param(members(RECORDS[0], RECORDS[1])[:-9] + members(*RECORDS[2:]), [WHOLE[0], *WHOLE[2:], "-corrupt"], id="gz-hole"),
        pytest.param(members(RECORDS[0]) + bytes(700), WHOLE[:1], id="gz-padding"),
        pytest.param(members(RECORDS[0], GARBAGE), [WHOLE[0], "-corrupt"], id="gz-of-garbage"),
        pytest.param((GARBAGE + b"\n").join(RECORDS), [*WHOLE, "-corrupt"], id="garbage-everywhere"),
        pytest.param(GARBAGE.join([members(RECORDS[1])] * 40), [WHOLE[1]] * 20 + ["-corrupt"], id="garbage-without-end"),
    ],
)  # fmt: skip
def test_a_damaged_archive(data: bytes, expected: list[str]) -> None:
    got = found(data)
    assert told(got) == expected
    last = got[-1]
    assert not isinstance(last, Refusal) or ("byte" in last.detail and last.where == "crawl.warc")


@given(st.integers(0, 3), st.integers(18, 10_000), st.integers(0, 7))
def test_a_wrong_bit_in_a_member_is_never_read(which: int, place: int, bit: int) -> None:
    parts = [bytearray(member) for member in RECORDS_ZIPPED]
    parts[which][10 + (place - 10) % (len(parts[which]) - 10)] ^= 1 << bit
    if gzip.decompress(RECORDS_ZIPPED[which]) == _or_nothing(bytes(parts[which])):
        return  # a bit that says nothing: padding before the checksum, or the operating system's name
    got = told(found(b"".join(parts)))
    others = [*WHOLE[:which], *WHOLE[which + 1 :]]
    assert got[-1] in ("-corrupt", "-truncated")
    assert got[:-1] == others or (which in (0, 3) and got[:-1] in (WHOLE[:which], WHOLE))


def _or_nothing(data: bytes) -> bytes:
    try:
        return gzip.decompress(data)
    except (OSError, EOFError, zlib.error):
        return b""


def test_a_damaged_first_member_costs_no_other() -> None:
    got = found(RECORDS_ZIPPED[0][:30] + b"".join(RECORDS_ZIPPED[1:]), "crawl.warc.gz")
    assert told(got) == [*WHOLE[1:], "-corrupt"]


def test_the_refusal_says_where_and_after_how_many() -> None:
    last = found(b"".join(RECORDS)[:-50])[-1]
    assert isinstance(last, Refusal)
    assert f"byte {sum(map(len, RECORDS[:3]))}" in last.detail
    assert "3 whole records" in last.detail


def test_a_bomb_of_an_archive_stops() -> None:
    head = record(b"", kind="warcinfo").replace(b"Length: 0", b"Length: 300000000")[:-4]
    machine = zlib.compressobj(9, wbits=31)
    bomb = machine.compress(head) + b"".join(machine.compress(bytes(1_000_000)) for _ in range(300)) + machine.flush()
    assert told(found(members(RECORDS[0]) + bomb)) == [WHOLE[0], "-bomb"]


# One file, gzipped.


@pytest.mark.parametrize(
    ("data", "uri", "expected"),
    [
        pytest.param(GZIPPED, "page.html.gz", [PLAIN], id="page"),
        pytest.param(gzip.compress(TEXT[:40]) + gzip.compress(TEXT[40:]), "page.html.gz", [PLAIN], id="two-members"),
        pytest.param(gzip.compress(GZIPPED), "page.html.gz.gz", [PLAIN], id="twice"),
        pytest.param(gzip.compress(b""), "page.html.gz", ["-empty"], id="nothing-in-it"),
        pytest.param(GZIPPED[:-5], "page.html.gz", ["-truncated"], id="cut"),
        pytest.param(GZIPPED[:5], "page.html.gz", ["-truncated"], id="cut-in-its-header"),
        pytest.param(GZIPPED + b"more", "page.html.gz", [PLAIN, "-corrupt"], id="something-after-it"),
        pytest.param(GZIPPED[:-8] + bytes(8), "page.html.gz", ["-corrupt"], id="wrong-checksum"),
        pytest.param(b"\x1f\x8b\x07" + bytes(20), "page.html.gz", ["-corrupt"], id="no-gzip"),
        pytest.param(zeros(30_000_000), "page.html.gz", ["-bomb"], id="bomb"),
        pytest.param(gzip.compress(gzip.compress(GZIPPED)), "p.gz", ["-nested"], id="four-deep"),
        pytest.param(members(*RECORDS), "crawl", WHOLE, id="records-whatever-its-name"),
    ],
)
def test_gzipped(data: bytes, uri: str, expected: list[str]) -> None:
    if uri == "p.gz":
        data = gzip.compress(data)
    assert told(found(data, uri)) == expected


def test_the_name_in_a_gzip_file() -> None:
    (got,) = found(GZIPPED, "a/page.html.gz")
    assert isinstance(got, Page)
    assert got.uri == "a/page.html.gz/page.html"


def rows(count: int, size: int, chance: random.Random) -> bytes:
    texts = (f"{PLAIN} {chance.randbytes(size).hex()}" for _ in range(count))
    return b"".join(json.dumps({"text": text}).encode() + b"\n" for text in texts)


@pytest.mark.parametrize(
    ("count", "size", "cut"),
    [
        pytest.param(50, 300, 0, id="whole"),
        pytest.param(50, 300, 5, id="cut-in-its-checksum"),
        pytest.param(50, 300, 4000, id="cut"),
        pytest.param(4000, 3000, 0, id="too-long-for-memory"),
        pytest.param(4000, 3000, 50_000, id="too-long-for-memory-and-cut"),
    ],
)
def test_a_table_gzipped_and_cut_is_its_whole_lines(count: int, size: int, cut: int) -> None:
    whole = gzip.compress(rows(count, size, random.Random(1)), 1)
    data = whole[: len(whole) - cut]
    got = found(data, "table.jsonl.gz")
    lines = zlib.decompressobj(wbits=31).decompress(data).count(b"\n")
    assert sum(isinstance(one, Page) for one in got) == lines
    assert [one.reason for one in got if isinstance(one, Refusal)] == (["truncated"] if cut else [])


def test_a_bomb_called_a_table_stops() -> None:
    got = found(zeros(250_000_000), "table.jsonl.gz")
    assert got
    assert not any(isinstance(one, Page) for one in got)
    assert len(got) < 50


# Zip archives.


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return out.getvalue()


def named(data: bytes, old: bytes, new: bytes) -> bytes:
    """The same archive with a member's name replaced in both places where it stands."""
    assert len(old) == len(new)
    assert data.count(old) == 2
    return data.replace(old, new)


def flagged(data: bytes, bit: int) -> bytes:
    """The same archive with a flag set on every member."""
    changed = bytearray(data)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(mark)
        while at >= 0:
            changed[at + place] |= bit
            at = changed.find(mark, at + 4)
    return bytes(changed)


def linked() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("page.html")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return out.getvalue()


def overlapping() -> bytes:
    """Two entries of the directory for one and the same member, as in Fifield's bomb."""
    data = zipped({"a.html": TEXT})
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry = data[start:end]
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 2, 2, 2 * len(entry), start, 0)
    return data[:start] + entry * 2 + tail


def nested(depth: int) -> bytes:
    data = TEXT
    for level in range(depth):
        data = zipped({"page.html" if level == 0 else "inner.zip": data})
    return data


def quine_of_bombs() -> bytes:
    """Each layer is within bounds by itself; together they unfold to some 40 GB."""
    layer = zipped({f"{n}.txt": bytes(900_000) for n in range(20)})
    layer = zipped({f"{n}.zip": layer for n in range(45)})
    return zipped({f"{n}.zip": layer for n in range(45)})


STORED = zipped({"a.html": TEXT, "b.txt": b"Le texte."}, zipfile.ZIP_STORED)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(zipped({"a.html": TEXT, "b.txt": b"Le texte."}), [PLAIN, "Le texte."], id="pages"),
        pytest.param(zipped({"a.html": TEXT}, zipfile.ZIP_STORED), [PLAIN], id="stored"),
        pytest.param(zipped({"a/b.html": TEXT, "a/c.jpg": b"\xff\xd8", "a/d.css": b"p{}"}), [PLAIN, "~", "~"], id="others"),
        pytest.param(zipped({"a/": b"", "__MACOSX/a.html": TEXT, ".a.html": TEXT, "x/.git/a.txt": TEXT}), ["-empty"], id="hidden"),
        pytest.param(zipped({"c.warc.gz": members(*RECORDS)}), WHOLE, id="warc"),
        pytest.param(zipped({"a.html.gz": GZIPPED}), [PLAIN], id="gzip"),
        pytest.param(zipped({}), ["-empty"], id="empty"),
        pytest.param(zipped({"../../x.html": TEXT, "a.html": TEXT}), ["-unsafe-name", PLAIN], id="climbs-out"),
        pytest.param(zipped({"a/../../x": TEXT}), ["-unsafe-name"], id="climbs-out-within"),
        pytest.param(zipped({"..\\x.html": TEXT}), ["-unsafe-name"], id="climbs-out-backwards"),
        pytest.param(zipped({"/etc/x.html": TEXT}), ["-unsafe-name"], id="absolute"),
        pytest.param(zipped({"C:\\x.html": TEXT}), ["-unsafe-name"], id="drive"),
        pytest.param(named(zipped({"a.html_.png": TEXT}), b"a.html_.png", b"a.html\0.png"), ["-unsafe-name"], id="zero-in-a-name"),
        pytest.param(zipped({"a\nb.html": TEXT}), ["-unsafe-name"], id="newline-in-a-name"),
        pytest.param(linked(), ["-link"], id="link"),
        pytest.param(flagged(zipped({"a.html": TEXT}), 1), ["-encrypted"], id="encrypted"),
        pytest.param(zipped({"a.html": TEXT}, zipfile.ZIP_BZIP2), ["-format"], id="bzip2"),
        pytest.param(STORED.replace(TEXT, TEXT[:-1] + b"?"), ["-corrupt", "Le texte."], id="wrong-checksum"),
        pytest.param(zipped({"a.html": TEXT})[:-30], ["-truncated"], id="cut"),
        pytest.param(zipped({"a.html": TEXT})[:40], ["-truncated"], id="cut-early"),
        pytest.param(zipped({"a.html": bytes(30_000_000)}), ["-bomb"], id="bomb"),
        pytest.param(zipped({"a.html": b"a" * (MAX_PAGE + 1)}, zipfile.ZIP_STORED), ["-too-large"], id="too-large"),
        pytest.param(overlapping(), ["-bomb"], id="overlap"),
        pytest.param(nested(3), [PLAIN], id="three-deep"),
        pytest.param(nested(4), ["-nested"], id="four-deep"),
        pytest.param(zipped({"[Content_Types].xml": b"<x/>", "xl/a.xml": b"<x/>"}), ["-wrong-type"], id="spreadsheet"),
        pytest.param(zipped({"mimetype": b"application/epub+zip", "a.xhtml": TEXT}), ["-wrong-type"], id="e-book"),
    ],
)  # fmt: skip
def test_zip_archives(data: bytes, expected: list[str]) -> None:
    assert told(found(data, "pages.zip")) == expected


def test_the_name_of_a_member() -> None:
    accents = zipped({"décès à Bafatá.html": TEXT})
    assert [p.uri for p in found(accents, "p.zip") if isinstance(p, Page)] == ["p.zip/décès à Bafatá.html"]
    unflagged = bytearray(accents)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        struct.pack_into("<H", unflagged, accents.index(mark) + place, 0)
    assert [p.uri for p in found(bytes(unflagged), "p.zip") if isinstance(p, Page)] == ["p.zip/décès à Bafatá.html"]
    old = named(zipped({"d_c_s.html": TEXT}), b"d_c_s.html", b"d\x82c\x8as.html")
    assert [p.uri for p in found(old, "p.zip") if isinstance(p, Page)] == ["p.zip/décès.html"]


def test_an_unsafe_name_is_told_without_its_controls() -> None:
    (refusal,) = found(zipped({"a\x1b[2J.html": TEXT}), "p.zip")
    assert isinstance(refusal, Refusal)
    assert refusal.where == "p.zip/a\\x1b[2J.html"


def test_a_wacz_is_its_archives() -> None:
    files = {
        "archive/data.warc.gz": members(*RECORDS),
        "pages/pages.jsonl": b'{"url": "x"}\n',
        "datapackage.json": b"{}",
    }
    files |= {"indexes/index.cdx.gz": gzip.compress(b"x"), "archive/more.warc": page(7)}
    got = found(zipped(files, zipfile.ZIP_STORED), "crawl.wacz")
    assert told(got) == [*WHOLE, f"{PLAIN}<!-- 7 -->"]


def test_a_cut_archive_in_a_wacz_costs_only_its_rest() -> None:
    files = {
        "archive/1.warc.gz": members(*RECORDS)[:-9],
        "archive/2.warc.gz": members(RECORDS[3]),
        "datapackage.json": b"",
    }
    assert told(found(zipped(files), "c.wacz")) == [*WHOLE, "-truncated", WHOLE[3]]


def test_a_member_too_long_for_memory_is_read_piece_by_piece() -> None:
    pictures = [record(http(bytes(range(256)) * 20_000, media="image/png")) for _ in range(5)]
    got = told(
        found(zipped({"archive.warc": b"".join([RECORDS[0], *pictures, RECORDS[1]])}, zipfile.ZIP_STORED), "p.zip")
    )
    assert got == [WHOLE[0], *"~~~~~", WHOLE[1]]


def test_a_damaged_member_too_long_for_memory_is_refused_once() -> None:
    picture = record(http(bytes(25_000_000), media="image/png"))
    data = zipped({"archive.warc": picture * 2 + RECORDS[0]}, zipfile.ZIP_STORED).replace(TEXT, TEXT[:-1] + b"?")
    got = told(found(data, "p.zip"))
    assert got[0] == "~"
    assert got[-1] == "-corrupt"
    assert len(got) <= 3


def test_a_bomb_of_bombs_spends_one_allowance() -> None:
    data, count, last = quine_of_bombs(), 0, ""
    for result in unpack(Source("b.zip", lambda: io.BytesIO(data), len(data))):
        count, last = count + 1, getattr(result, "reason", "")
    assert last == "bomb"
    assert count < 2000


def test_a_directory_without_end_is_refused_before_it_is_parsed() -> None:
    entry = zipped({"a.txt": b""})
    entry = entry[entry.index(b"PK\x01\x02") : entry.index(b"PK\x05\x06")]
    count = 1_000_000
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65_535, 65_535, count * len(entry), 0, 0)
    (refusal,) = found(b"PK\x03\x04" + entry * count + tail, "p.zip")
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "too-large"


def test_more_members_than_any_archive_of_pages() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(100_001):
            archive.writestr(zipfile.ZipInfo(f"{number}.txt"), b"")
    assert told(found(out.getvalue(), "p.zip")) == ["-too-large"]


@given(st.integers(4, 400), st.integers(0, 255))
def test_no_wrong_byte_in_a_zip_archive_is_an_error_of_ours(place: int, value: int) -> None:
    data = bytearray(zipped({"a.html": TEXT, "b.html": TEXT[::-1]}))
    data[4 + place % (len(data) - 4)] = value
    for result in found(bytes(data), "p.zip"):
        assert not isinstance(result, Page) or result.data in (TEXT, TEXT[::-1])


@pytest.mark.parametrize(
    ("head", "uri", "media", "kind"),
    [
        pytest.param(members(RECORDS[0]), "x", "", Kind.WARC, id="warc-gz"),
        pytest.param(GZIPPED, "x.html.gz", "", Kind.GZIP, id="gzip"),
        pytest.param(b"\x1f\x8b\x08" + bytes(20), "x.warc.gz", "", Kind.WARC, id="warc-gz-damaged-at-its-head"),
        pytest.param(b"\x1f\x8b", "x.gz", "", Kind.GZIP, id="two-bytes"),
        pytest.param(zipped({"mots/word/a.html": TEXT}), "x.zip", "", Kind.ZIP, id="a-folder-called-word"),
        pytest.param(zipped({"word/document.xml": TEXT}), "x", "", Kind.DOCX, id="word"),
        pytest.param(TEXT, "https://v.example/t.csv", HTML, Kind.PAGE, id="web-page-at-a-table's-address"),
        pytest.param(b"a,b", "https://v.example/t", "text/csv", Kind.CSV, id="csv-by-media-type"),
    ],
)
def test_kinds(head: bytes, uri: str, media: str, kind: Kind) -> None:
    assert kind_of(head[:4096], uri, media) is kind
