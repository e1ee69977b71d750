"""A record of the sample pages and of two that contradict each other, read once; and a desk over it, or over a copy."""

import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the desk's libraries are an extra: pip install 'detente[desk]'")
from starlette.exceptions import StarletteDeprecationWarning

with warnings.catch_warnings():  # starlette would rather have a client that we use nowhere else
    warnings.simplefilter("ignore", StarletteDeprecationWarning)
    from starlette.testclient import TestClient

import detente
from detente.desk.app import make
from detente.desk.records import Records
from detente.desk.snapshot import Snapshot

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "examples" / "press", Path(__file__).parent / "pages")


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record's file; whoever writes takes a copy."""
    path = tmp_path_factory.mktemp("desk") / "record.db"
    detente.read([str(p) for p in PAGES], record=path)
    return path


@pytest.fixture(scope="session")
def records(record: Path) -> Records:
    return Records(str(record))


@pytest.fixture(scope="session")
def snapshot(records: Records) -> Snapshot:
    return records.now()


@pytest.fixture(scope="session")
def one_desk(records: Records) -> Iterator[TestClient]:
    with TestClient(make(records, {"testserver"})) as client:
        yield client


@pytest.fixture
def desk(one_desk: TestClient) -> TestClient:
    """A visitor without a past: the language that one test chose is no other's."""
    one_desk.cookies.clear()
    return one_desk


@pytest.fixture
def own(record: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A desk over a record that may be written to."""
    path = tmp_path / "own.db"
    shutil.copy(record, path)
    with TestClient(make(Records(str(path)), {"testserver"})) as client:
        yield client
