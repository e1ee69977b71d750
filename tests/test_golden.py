"""The sample pages and their expected record; after a change that is meant, `make golden` writes it anew, to be read in the diff."""

from pathlib import Path

import pytest

import detente

ROOT = Path(__file__).parent.parent
EXPECTED = ROOT / "examples" / "expected" / "record.json"


def test_the_sample_pages_give_the_expected_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    record = tmp_path / "record.db"
    detente.read(["examples/press"], record=record)
    assert detente.open(record).export("json") == EXPECTED.read_text(encoding="utf-8")
