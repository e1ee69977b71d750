"""The page words of the real codebook, read once."""

from importlib.resources import files
from pathlib import Path

import pytest

from detente.codebook.pages import PageWords, load_pages


@pytest.fixture(scope="session")
def words() -> PageWords:
    return load_pages(Path(str(files("detente.codebook"))))
