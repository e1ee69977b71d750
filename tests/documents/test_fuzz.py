"""Spoilt files of every kind: documents or refusals come of them, and nothing else (bench/fuzz does it for hours)."""

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT))  # bench is a folder of the repository, not of the package

from bench.fuzz.reader import Reader  # noqa: E402
from bench.fuzz.seeds import Seed, seeds  # noqa: E402
from bench.fuzz.trial import Case, cases  # noqa: E402

SEEDS = seeds()
EACH = 100  # spoilt files of each kind
FOUND = sorted(p for p in (ROOT / "bench" / "fuzz" / "found").iterdir() if not p.name.startswith("."))


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """A process of its own: some of these files once killed the one that read them."""
    reader = Reader()
    yield reader
    reader.close()


@pytest.mark.parametrize("kind", list(dict.fromkeys(seed.kind for seed in SEEDS)))
def test_spoilt_files_break_no_reader(kind: str, reader: Reader) -> None:
    for case in islice(cases(SEEDS, kind, 0), EACH):
        told, _ = reader.read(case)
        assert not isinstance(told, str), f"{told}\n{case.uri}: {case.data[:500]!r}"


@pytest.mark.parametrize("seed", [pytest.param(seed, id=f"{seed.kind}-{seed.uri}") for seed in SEEDS])
def test_what_is_spoilt_is_read_when_whole(seed: Seed, reader: Reader) -> None:
    """Seeds that nobody can read would only try the refusals."""
    told, _ = reader.read(Case(seed.kind, seed.uri, seed.data))
    assert not isinstance(told, str), told
    assert told["read"] or seed.kind == "sitemap"  # which only lists addresses


@pytest.mark.parametrize("path", [pytest.param(path, id=path.name) for path in FOUND])
def test_what_once_broke_a_reader_does_not(path: Path, reader: Reader) -> None:
    """Named cause-name: the name tells the kind of some files."""
    told, _ = reader.read(Case("found", path.name.partition("-")[2], path.read_bytes()))
    assert not isinstance(told, str), told
