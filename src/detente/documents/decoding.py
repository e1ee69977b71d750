"""From bytes to characters: what kind of file it is, and in which encoding."""

import codecs
import re
from collections.abc import Iterator

from detente.model import UnreadablePage

MAX_BYTES = 20_000_000  # no press page is longer; callers check before loading, we check again
_SAMPLE = 65_536  # bytes looked at to tell an encoding
DIRT = 0.02  # share of zeros that a broken copy leaves in a text; programs and pictures have more

_SIGNATURES = (
    (b"%PDF", "a PDF"), (b"PK\x03\x04", "a zip archive (or a Word, Excel, EPUB file)"), (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"), (b"RIFF", "a RIFF file (WebP, WAV, AVI)"),
    (b"\x1f\x8b", "a gzip archive"), (b"BZh", "a bzip2 archive"), (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"), (b"Rar!", "a RAR archive"), (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"), (b"ID3", "an MP3 file"), (b"OggS", "an Ogg file"), (b"SQLite format 3", "a database"),
    (b"II*\x00", "a TIFF image"), (b"MM\x00*", "a TIFF image"), (b"WARC/", "a WARC archive"), (b"\x7fELF", "a program"),
    (b"(\xb5/\xfd", "a Zstandard archive: unpack it with `unzstd` first"),
    (b"]*M\x18", "a Zstandard archive with a dictionary: unpack it with `unzstd` first"),
)  # fmt: skip
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_\-]{3,20})""")
_META = re.compile(rb"""<(?:meta\b[^>]{0,300}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s*=[^>]{3,40}""", re.IGNORECASE)
_OTHER_MARKUP = (("<?xml", "an XML file"), ("<rss", "an RSS feed"), ("<feed", "an Atom feed"))
_TAGS = re.compile(r"<(?:!doctype html|html|head|body|article|main|div|p|h1|meta|title)\b", re.IGNORECASE)
_MANGLED = re.compile("Ã[\u0080-\u00bf©¨ª®´»¢§ ]|â[€\u0080]")
_LATIN_9 = re.compile("[¼½][a-zà-ÿ]|\\d\\s?¤")  # "œ" and "€" of ISO 8859-15 as Windows-1252 shows them
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")


def decode(data: bytes, media: str = "") -> str:
    """The characters of a page: byte-order mark, UTF-8, the encoding that came with it, then the one it declares,
    then the likeliest. media: the media type that came with the bytes, with its `charset`.

    Raises UnreadablePage: empty, too-large, wrong-type, binary.
    """
    _check(data)
    text = _decoded(data, media)
    if len(_CONTROL.findall(text[:_SAMPLE])) > 0.01 * min(len(text), _SAMPLE):
        raise UnreadablePage("binary", "the bytes are no text in any encoding we know")
    if not text.strip():
        raise UnreadablePage("empty", "the page holds nothing but blanks")
    return _unmangled(text)


def is_html(text: str) -> bool:
    """Whether `text` is a web page, by its tags. Raises UnreadablePage (wrong-type) for XML that is none."""
    head = text[:_SAMPLE].lstrip()
    _refuse_other_markup(head)
    return bool(_TAGS.match(head)) or len(_TAGS.findall(head)) >= 3


def _refuse_other_markup(head: str) -> None:
    low = head[:1000].lower()
    for mark, name in _OTHER_MARKUP:
        if low.startswith(mark) and "<html" not in low:
            raise UnreadablePage("wrong-type", f"this is {name}, not a page")


def _check(data: bytes) -> None:
    if not data:
        raise UnreadablePage("empty", "the page has no bytes")
    if len(data) > MAX_BYTES:
        raise UnreadablePage("too-large", f"the page has {len(data)} bytes, more than {MAX_BYTES}")
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadablePage("wrong-type", f"this is {name}, not a page")


def _decoded(data: bytes, media: str) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, errors="replace")
    if b"\x00" in data:
        data = _without_zeros(data)
    for name in _names(data, media):
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return _mostly_utf8(data) or _guessed(data)


def _names(data: bytes, media: str) -> Iterator[str]:
    """The encodings to try, in order; what the page declares is searched for only if it comes to that."""
    yield "utf-8"
    yield from _named(media.encode())
    declared = _META.search(data, 0, _SAMPLE)
    yield from _named(declared[0] if declared else b"")


def _without_zeros(data: bytes) -> bytes:
    """UTF-16 without its mark has a zero in every other byte; a few zeros in a text are dirt; many are no text."""
    sample = data[:_SAMPLE]
    for name, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if zeros.count(0) > 0.8 * len(zeros):
            return data.decode(name, errors="replace").encode("utf-8", errors="replace")
    if data.count(0) > DIRT * len(data):
        raise UnreadablePage("binary", "the bytes hold zeros, as text does not")
    return data.replace(b"\x00", b"")


def _mostly_utf8(data: bytes) -> str:
    """The text, with a mark for each byte that is none, where UTF-8 fits most of what is not ASCII; else ""."""
    text = data.decode("utf-8", errors="replace")
    beyond = sum(ord(char) > 127 for char in text)
    return text if text.count("\ufffd") < 0.2 * beyond else ""


def _named(declaration: bytes) -> list[str]:
    """The encoding named there; browsers read Latin-1 as Windows-1252 (WHATWG Encoding), so do we."""
    match = _DECLARED.search(declaration)
    name = match[1].decode("ascii").lower() if match else ""
    return ["cp1252" if name in ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii") else name] if name else []


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes  # few pages leave their encoding to be guessed

    best = from_bytes(data[:_SAMPLE], cp_isolation=["cp1252", "mac_roman", "iso8859_15", "utf_8"]).best()
    text = data.decode(best.encoding if best else "cp1252", errors="replace")
    return data.decode("iso8859_15") if _LATIN_9.search(text) else text


def _unmangled(text: str) -> str:
    """UTF-8 once read as Windows-1252 and saved so ("Ã©" for "é") is put right, if all of it can be."""
    if not any(mark in text for mark in "Ãâ") or len(_MANGLED.findall(text[:_SAMPLE])) < 5:
        return text
    try:
        return b"".join(map(_byte, text)).decode("utf-8")
    except UnicodeError:
        return text


def _byte(char: str) -> bytes:
    """The byte that Windows-1252 shows as `char`, or Latin-1 where Windows-1252 has a hole."""
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1")
