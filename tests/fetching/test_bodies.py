"""Bodies: what was zipped comes back, and no more than asked for."""

import gzip
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.fetching.bodies import MEMBERS, beginning, whole
from detente.model import UnreadablePage

TEXT = b"Le ministre a parle. " * 50


def raw(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def cut(data: bytes, step: int) -> list[bytes]:
    return [data[i : i + step] for i in range(0, len(data), step)]


WHOLE = [
    pytest.param(TEXT, "", id="plain"),
    pytest.param(TEXT, "identity", id="identity"),
    pytest.param(TEXT, "utf-8", id="a-charset-by-mistake"),
    pytest.param(gzip.compress(TEXT), "gzip", id="gzip"),
    pytest.param(gzip.compress(TEXT), "GZIP, identity", id="gzip-capitals"),
    pytest.param(gzip.compress(TEXT), "x-gzip", id="x-gzip"),
    pytest.param(zlib.compress(TEXT), "deflate", id="deflate"),
    pytest.param(raw(TEXT), "deflate", id="deflate-unwrapped"),
    pytest.param(gzip.compress(TEXT[:70]) + gzip.compress(TEXT[70:]), "gzip", id="two-streams"),
    pytest.param(gzip.compress(TEXT) + b"\x00" * 40, "gzip", id="followed-by-zeros"),
]


@pytest.mark.parametrize(("sent", "coding"), WHOLE)
@pytest.mark.parametrize("step", [1, 7, 100_000])
def test_whole(sent: bytes, coding: str, step: int) -> None:
    assert whole(cut(sent, step), coding, len(TEXT)) == TEXT


REFUSED = [
    pytest.param(TEXT, "", len(TEXT) - 1, "too-large", id="one-byte-more"),
    pytest.param(gzip.compress(TEXT), "gzip", len(TEXT) - 1, "too-large", id="one-byte-more-unzipped"),
    pytest.param(gzip.compress(bytes(50_000_000)), "gzip", 100_000, "too-large", id="bomb"),
    pytest.param(raw(bytes(50_000_000)), "deflate", 100_000, "too-large", id="bomb-deflate"),
    pytest.param(gzip.compress(b"") * 900, "gzip", 10_000, "too-large", id="many-bytes-for-nothing"),
    pytest.param(gzip.compress(b"") * (MEMBERS + 1), "gzip", 10**6, "encoding", id="many-empty-streams"),
    pytest.param(gzip.compress(TEXT)[:-20], "gzip", 10**6, "encoding", id="cut-short"),
    pytest.param(b"<html>not zipped</html>", "gzip", 10**6, "encoding", id="not-zipped"),
    pytest.param(TEXT, "br", 10**6, "encoding", id="brotli"),
    pytest.param(gzip.compress(gzip.compress(TEXT)), "gzip, gzip", 10**6, "encoding", id="twice"),
]


@pytest.mark.parametrize(("sent", "coding", "size", "reason"), REFUSED)
def test_refused(sent: bytes, coding: str, size: int, reason: str) -> None:
    with pytest.raises(UnreadablePage) as refusal:
        whole(cut(sent, 4096), coding, size)
    assert refusal.value.reason == reason


def test_what_is_beyond_is_not_asked_for() -> None:
    asked = []

    def endless() -> Iterator[bytes]:
        while True:
            asked.append(1)
            yield b"x" * 1000

    assert beginning(endless(), "", 2500) == b"x" * 2500
    assert len(asked) == 3


@given(st.binary(max_size=3000), st.integers(1, 200), st.sampled_from([gzip.compress, zlib.compress, raw]))
def test_zipped_in_any_pieces_it_comes_back(data: bytes, step: int, pack: Callable[[bytes], bytes]) -> None:
    sent = pack(data)
    assert whole(cut(sent, step), "gzip", 5000) == data


@given(st.binary(max_size=300), st.integers(0, 200))
def test_no_bytes_break_it(data: bytes, size: int) -> None:
    with suppress(UnreadablePage):
        assert len(whole([data], "gzip", size)) <= size
