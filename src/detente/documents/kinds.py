"""What a file is: told by its first bytes, then by what came with it, at last by its name."""

import re
import zlib
from enum import StrEnum
from pathlib import PurePosixPath

SAMPLE = 4096  # bytes looked at

# What a walk through folders picks up; anything named outright is looked at whatever its name.
SUFFIXES = frozenset(
    {".txt", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".eml", ".pdf", ".docx", ".rss", ".atom", ".xml",
     ".warc", ".wacz", ".gz", ".zip", ".jsonl", ".ndjson", ".csv", ".tsv", ".parquet"}
)  # fmt: skip


class Kind(StrEnum):
    """PAGE: a web page or a text, which only its characters tell apart. From EML on they hold pages."""

    PAGE = "page"
    PDF = "PDF"
    DOCX = "Word document"
    ITEM = "item"
    EML = "message"
    WARC = "WARC archive"
    ZIP = "zip archive"
    GZIP = "gzip file"
    FEED = "feed"
    SITEMAP = "sitemap"
    JSONL = "JSON lines"
    CSV = "CSV table"
    PARQUET = "Parquet table"


_MEDIA = {
    "text/html": Kind.PAGE, "application/xhtml+xml": Kind.PAGE, "message/rfc822": Kind.EML,
    "multipart/related": Kind.EML, "text/csv": Kind.CSV, "application/csv": Kind.CSV,
    "text/tab-separated-values": Kind.CSV, "application/x-ndjson": Kind.JSONL, "application/jsonl": Kind.JSONL,
    "application/x-jsonlines": Kind.JSONL, "application/jsonlines": Kind.JSONL,
    "application/rss+xml": Kind.FEED, "application/atom+xml": Kind.FEED,
}  # fmt: skip
_READABLE = frozenset(_MEDIA) | {
    "text/plain", "application/pdf", "application/rdf+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.apache.parquet",
    "application/zip", "application/x-zip-compressed", "application/gzip", "application/x-gzip", "application/warc",
    "application/wacz",
}  # fmt: skip
_XML_MEDIA = frozenset({"text/xml", "application/xml"})  # a feed, a page, or a thousand other things
_UNTOLD = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/force-download"})
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a]")

_ITEM = b'{"detente-item":'
_MAGIC = (
    (b"%PDF", Kind.PDF),
    (b"WARC/", Kind.WARC),
    (b"PAR1", Kind.PARQUET),
    (b"\x1f\x8b", Kind.GZIP),
    (b"PK\x03\x04", Kind.ZIP),
    (b"PK\x05\x06", Kind.ZIP),  # an empty one
    (_ITEM, Kind.ITEM),
)
# Each part of a prolog is taken whole or not at all: a pattern that tries again takes for ever on many comments.
_XML = re.compile(
    rb"(?:\xef\xbb\xbf)?(?>\s*(?:<\?[^>]*+>|<!--(?:(?!-->).)*+-->|<!DOCTYPE(?:[^>\[]|\[[^\]]*+\])*+>))*+\s*<([\w:.-]+)",
    re.DOTALL | re.IGNORECASE,
)
_ROOTS = {
    b"rss": Kind.FEED, b"feed": Kind.FEED, b"atom:feed": Kind.FEED, b"rdf:rdf": Kind.FEED,
    b"urlset": Kind.SITEMAP, b"sitemapindex": Kind.SITEMAP,
}  # fmt: skip
_HEADER = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+")  # RFC 5322, 2.2: fields, folded or not
_MAIL = re.compile(rb"^(?:from|received|message-id|mime-version|return-path):", re.IGNORECASE | re.MULTILINE)
_WORD = re.compile(rb"PK\x03\x04.{26}word/", re.DOTALL)  # a member in Word's own folder (ECMA-376, part 2)
_NAMED = {
    ".eml": Kind.EML, ".mht": Kind.EML, ".mhtml": Kind.EML, ".jsonl": Kind.JSONL, ".ndjson": Kind.JSONL,
    ".csv": Kind.CSV, ".tsv": Kind.CSV, ".rss": Kind.FEED, ".atom": Kind.FEED, ".json": Kind.JSONL,
}  # fmt: skip


def kind_of(head: bytes, uri: str, media: str = "") -> Kind:
    """What the file that begins with `head` is."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return _within_zipped(head, uri) if kind in (Kind.ZIP, Kind.GZIP) else kind
    if (root := _XML.match(head)) and (found := _ROOTS.get(root[1].lower())):
        return found
    header = _HEADER.match(head.replace(b"\r\n", b"\n"))
    if header and len(_MAIL.findall(header[0])) >= 2:
        return Kind.EML
    return _MEDIA.get(_base(media)) or _NAMED.get(PurePosixPath(uri).suffix.lower(), Kind.PAGE)


def may_be_readable(media: str) -> bool:
    """Whether what a server sent as `media` may be or hold a page: no picture, style sheet or script."""
    return _base(media) in _READABLE | _XML_MEDIA | _UNTOLD


def is_readable(head: bytes, uri: str, media: str) -> bool:
    """The same, once its first bytes are known: XML may be anything, and so may what has no media type."""
    base = _base(media)
    if base in _READABLE or kind_of(head, uri) is not Kind.PAGE or b"<html" in head.lower():
        return may_be_readable(media)
    return base in _UNTOLD and not _CONTROL.search(head)


def _base(media: str) -> str:
    return media.partition(";")[0].strip().lower()


def _within_zipped(head: bytes, uri: str) -> Kind:
    """A Word document is a zip archive; a WARC archive is mostly gzipped, record by record."""
    if head.startswith(b"\x1f\x8b"):
        named = uri.lower().endswith(".warc.gz")  # its first record may be the damaged one
        return Kind.WARC if named or unzipped_head(head, 5) == b"WARC/" else Kind.GZIP
    return Kind.DOCX if uri.lower().endswith((".docx", ".docm")) or _WORD.search(head) else Kind.ZIP


def unzipped_head(data: bytes, size: int) -> bytes:
    """The first bytes in a gzip file that begins with `data`, `size` at most; none if it is broken."""
    try:
        return zlib.decompressobj(wbits=31).decompress(data, size)
    except zlib.error:
        return b""
