"""Ways to spoil bytes; the same generator gives the same spoilt bytes."""

import re
from collections.abc import Callable
from random import Random

LARGEST = 120_000  # bytes; larger pages have tests of their own, here many small ones count
_NUMBER = re.compile(rb"\d+")
_SCRAPS = (
    b"\x00", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc0\x80", b"\xf4\x90\x80\x80", b"\x1f\x8b",
    b"PK\x03\x04", b"%PDF-1.4\n", b"WARC/1.0\r\n", b"\r\n\r\n", b"\r", b"\n" * 300, b" " * 2000, b"<", b">", b"<" * 500,
    b"<div>" * 400, b"</div>", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?xml version='1.0' encoding='utf-16'?>",
    b"<meta charset=utf-7>", b"<meta charset='rot13'>", b"&#x110000;", b"&#xD800;", b"&#0;", b"&a;&b;", b"&amp;amp;",
    b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xc2\x85", b"\x0b\x0c\x1c", "é" .encode() * 200, b"\xc2\xab", b'"' * 50, b"\\u0000",
    b"{" * 2000, b"[" * 2000, b"%s%n", b"../../x", b"2026-13-45", b"0000-00-00", "31 février 2026".encode(), b"D:99999999",
    b"99999-99-99T99:99:99Z", "lundi 29 février 2025, 25h61".encode(), b"<time datetime='-5'>", b"=?utf-8?b?////?=",
    b"Content-Type: text/html; charset=idna\r\n", b"Content-Transfer-Encoding: base64\r\n", b"http://[::1", b"//[/",
)  # fmt: skip
_NUMBERS = (
    b"0",
    b"1",
    b"-1",
    b"255",
    b"65536",
    b"2147483648",
    b"4294967295",
    b"18446744073709551616",
    b"9" * 60,
    b"1e999",
)


def spoilt(data: bytes, other: bytes, random: Random) -> bytes:
    """`data` after one to six accidents, some of them with pieces of `other`."""
    for _ in range(random.choice((1, 1, 1, 2, 3, 6))):
        data = random.choice(WAYS)(data, other, random)[:LARGEST]
    return data


def _run(data: bytes, random: Random) -> tuple[int, int]:
    """Two places in order, more often near than far."""
    start = random.randrange(len(data) + 1)
    return start, min(len(data), start + int(2 ** random.uniform(0, 12)))


def _flip(data: bytes, other: bytes, random: Random) -> bytes:
    if not data:
        return data
    spoilt = bytearray(data)
    for _ in range(random.choice((1, 1, 4, 30))):
        spoilt[random.randrange(len(spoilt))] ^= 1 << random.randrange(8)
    return bytes(spoilt)


def _noise(data: bytes, other: bytes, random: Random) -> bytes:
    start, end = _run(data, random)
    return data[:start] + random.randbytes(min(end - start, 64)) + data[end:]


def _cut(data: bytes, other: bytes, random: Random) -> bytes:
    start, end = _run(data, random)
    return data[:start] + data[end:]


def _end(data: bytes, other: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _repeat(data: bytes, other: bytes, random: Random) -> bytes:
    start, end = _run(data, random)
    times = random.choice((2, 3, 10, 100, 3000))
    return data[:end] + data[start:end] * min(times, LARGEST // (end - start + 1)) + data[end:]


def _swap(data: bytes, other: bytes, random: Random) -> bytes:
    start, end = _run(data, random)
    return data[end:] + data[start:end] + data[:start]


def _splice(data: bytes, other: bytes, random: Random) -> bytes:
    start, end = _run(data, random)
    first, last = _run(other, random)
    return data[:start] + other[first:last] + data[end:]


def _scrap(data: bytes, other: bytes, random: Random) -> bytes:
    start, end = _run(data, random)
    return data[:start] + random.choice(_SCRAPS) + data[random.choice((start, end)) :]


def _number(data: bytes, other: bytes, random: Random) -> bytes:
    numbers = list(_NUMBER.finditer(data))
    if not numbers:
        return data
    found = random.choice(numbers)
    return data[: found.start()] + random.choice(_NUMBERS) + data[found.end() :]


WAYS: tuple[Callable[[bytes, bytes, Random], bytes], ...] = (
    _flip, _flip, _noise, _cut, _end, _repeat, _swap, _splice, _scrap, _scrap, _number,
)  # fmt: skip
