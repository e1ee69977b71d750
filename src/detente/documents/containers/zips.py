"""Zip archives of pages, and WACZ, which is a zip archive of WARC archives. Nothing is ever written to disk."""

import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from detente.documents.containers import unpack
from detente.documents.kinds import SAMPLE, SUFFIXES, Kind, kind_of
from detente.documents.source import MAX_PAGE, RATIO, Allowance, Aside, Found, Source
from detente.model import Refusal, UnreadablePage

MEMBERS = 100_000  # a choice of ours: a year of a newspaper; the directory of more costs gigabytes
DIRECTORY = 32_000_000  # bytes; a longer directory is refused before it is parsed
SMALL = 1_000_000  # bytes of a member that may shrink as it will
_HEADER = 30  # bytes before the name of a member (APPNOTE.TXT, 4.3.7)
_UTF8 = 0x800  # flag: the name is in UTF-8
_ENCRYPTED = 0x1
_STREAMED = frozenset({Kind.WARC, Kind.JSONL, Kind.CSV, Kind.GZIP})  # read piece by piece, so of any size
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others are rare, and unfold without bounds
_UNSAFE = re.compile(r"^/|^[A-Za-z]:|(?:^|/)\.\.(?:/|$)|[\x00-\x1f\x7f]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_OTHERS = {
    "[Content_Types].xml": "an Office file; a Word document is read if its name ends in .docx",
    "mimetype": "an OpenDocument file or an e-book", "META-INF/MANIFEST.MF": "a Java archive",
}  # fmt: skip
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, NotImplementedError, RuntimeError)


class _Bounded:
    """A file of which no more than DIRECTORY bytes are read at once; only the directory is read at once.

    zipfile would parse a directory of any length, at some five hundred bytes of memory a member.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.tell, self.close, self.seekable = file.tell, file.close, file.seekable

    def seek(self, offset: int, whence: int = 0) -> int:
        if whence == 0 and offset < 0:
            raise zipfile.BadZipFile("a place before its beginning")
        return self._file.seek(offset, whence)

    def read(self, size: int = -1) -> bytes:
        if size > DIRECTORY:
            raise UnreadablePage("too-large", f"its directory has {size} bytes; at most {DIRECTORY} are read")
        return self._file.read(size)


def pages(source: Source) -> Iterator[Found]:
    """The pages of its members, in the order of its directory. Raises UnreadablePage when it is no archive of pages."""
    source = replace(source, allowance=source.allowance or Allowance(source.size))
    with source.open() as file, _opened(file) as archive:
        members = archive.infolist()
        _check(members)
        crawl = any(member.filename == "datapackage.json" for member in members)
        for member in members:
            name = _name(member)
            if _is_archive(name) if crawl else not _is_left_out(name):
                yield from _found(archive, member, name, source)


def _opened(file: BinaryIO) -> zipfile.ZipFile:
    """Raises UnreadablePage (truncated, corrupt, too-large)."""
    try:
        return zipfile.ZipFile(cast(BinaryIO, _Bounded(file)))
    except _BROKEN as error:
        cut = "not a zip file" in str(error)
        detail = "the directory at its end is missing" if cut else f"its directory is damaged: {error}"
        raise UnreadablePage("truncated" if cut else "corrupt", detail) from error


def _check(members: list[zipfile.ZipInfo]) -> None:
    """Raises UnreadablePage (too-large, wrong-type, bomb)."""
    if len(members) > MEMBERS:
        raise UnreadablePage("too-large", f"{len(members)} members; at most {MEMBERS} are read")
    for member in members:
        if what := _OTHERS.get(member.filename):
            raise UnreadablePage("wrong-type", f"this is {what}")
    placed = sorted(members, key=lambda m: m.header_offset)
    for first, second in pairwise(placed):
        if first.header_offset + _HEADER + first.compress_size > second.header_offset:
            raise UnreadablePage("bomb", f"its members overlap: {first.filename[:80]} and {second.filename[:80]}")


def _name(member: zipfile.ZipInfo) -> str:
    """As its writer meant it: UTF-8, by flag or by mistake without, else code page 437; forward slashes.

    zipfile cuts names at a zero byte; `orig_filename` still has it.
    """
    name = member.orig_filename
    if not member.flag_bits & _UTF8:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def _is_archive(name: str) -> bool:
    """Of a WACZ, whose other members are indexes, lists and logs."""
    return name.startswith("archive/") and name.lower().endswith((".warc", ".warc.gz"))


def _is_left_out(name: str) -> bool:
    """Folders, hidden files, and what a Mac leaves behind."""
    parts = [part for part in name.split("/") if part not in ("", ".", "..")]
    return name.endswith("/") or "__MACOSX" in parts or any(part.startswith(".") for part in parts)


def _found(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, source: Source) -> Iterator[Found]:
    """Raises UnreadablePage (bomb) once the archive as a whole has unfolded to too much."""
    within = source.within(_CONTROL.sub(lambda m: f"\\x{ord(m[0]):02x}", name), b"")
    if _UNSAFE.search(name):
        yield Refusal(within.uri, "unsafe-name", "its name leaves the archive or hides something; nothing is written")
    elif PurePosixPath(name).suffix.lower() not in SUFFIXES:
        yield Aside(within.uri)
    elif (objection := _objection(member)) is not None:
        yield Refusal(within.uri, *objection)
    else:
        _spend(member, source)
        read = _whole if member.file_size <= MAX_PAGE else _streamed
        yield from read(archive, member, within)


def _objection(member: zipfile.ZipInfo) -> tuple[str, str] | None:
    """Why a member is not read at all: a reason and a detail."""
    if stat.S_ISLNK(member.external_attr >> 16):
        return "link", "a symbolic link; what it points to is not looked at"
    if member.flag_bits & _ENCRYPTED:
        return "encrypted", "it is locked with a password; unpack it first"
    if member.compress_type not in _METHODS:
        return "format", f"it is compressed by method {member.compress_type}; stored and deflated members are read"
    if member.file_size > max(SMALL, RATIO * member.compress_size):
        return "bomb", f"{member.compress_size} bytes that unfold to {member.file_size}"
    return None


def _spend(member: zipfile.ZipInfo, source: Source) -> None:
    if source.allowance is not None and member.compress_type != zipfile.ZIP_STORED:
        source.allowance.spend(member.file_size)


def _whole(archive: zipfile.ZipFile, member: zipfile.ZipInfo, within: Source) -> Iterator[Found]:
    try:
        data = archive.read(member)
    except _BROKEN as error:
        yield _damaged(within.uri, error)
    else:
        yield from unpack(replace(within, open=lambda: BytesIO(data), size=len(data)))


def _streamed(archive: zipfile.ZipFile, member: zipfile.ZipInfo, within: Source) -> Iterator[Found]:
    """An archive or a table too long for memory; anything else of that length is refused."""
    try:
        with archive.open(member) as file:
            kind = kind_of(file.read(SAMPLE), within.uri)
        if kind not in _STREAMED:
            raise UnreadablePage("too-large", f"{member.file_size} bytes; at most {MAX_PAGE} are read")
        yield from unpack(replace(within, open=lambda: cast(BinaryIO, archive.open(member)), size=member.file_size))
    except UnreadablePage as error:
        yield Refusal(within.uri, error.reason, error.detail)
    except _BROKEN as error:
        yield _damaged(within.uri, error)


def _damaged(uri: str, error: Exception) -> Refusal:
    return Refusal(uri, "corrupt", f"the member is damaged: {error or type(error).__name__}")
