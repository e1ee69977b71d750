"""The codebook as it was last read, kept beside the package's own bytecode, so that the next process need not read YAML.

Kept by a digest of all it is made of: the YAML, our code, Python's version and that of the tables of names. Whatever
changes, the name changes with it, and the book is read anew.
"""

import hashlib
import os
import pickle
import sys
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile

from detente.codebook.book import HOME, Codebook, load

CODE = HOME.parent


def loaded(folder: Path = HOME, cache: Path | None = None) -> Codebook:
    """What `load` returns, from the cache when it is of these very files. Raises CodebookError, as `load` does.

    cache: where to keep it; by default the folder of our bytecode. A cache that cannot be read or written is no error.
    """
    cache = cache or Path(__file__).parent / "__pycache__"
    file = cache / f"book-{digest(folder)}.pickle"
    with suppress(OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError, ValueError):
        found = pickle.loads(file.read_bytes())  # our own, from where Python keeps what it runs
        if isinstance(found, Codebook):
            return found
    book = load(folder)
    with suppress(OSError):
        _keep(book, file)
    return book


def digest(folder: Path) -> str:
    """Of every file and version that a codebook is a function of; 24 hex digits."""
    found = hashlib.sha256(f"{sys.version} babel {version('babel')}".encode())
    code = [*(CODE / "codebook").glob("*.py"), *(CODE / "model").glob("*.py")]
    words = {
        root: [*root.rglob("*.yml"), *root.rglob("*.tsv")] for root in (folder, HOME)
    }  # the words for times are the package's own
    for root, paths in (*words.items(), (CODE, code)):
        for path in sorted(paths):
            found.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()[:24]


def _keep(book: Codebook, file: Path) -> None:
    """Written aside and moved, so that nobody reads half of it; those of other digests go."""
    file.parent.mkdir(exist_ok=True)
    with NamedTemporaryFile(dir=file.parent, delete=False) as aside:
        aside.write(pickle.dumps(book, protocol=5))
    try:
        os.replace(aside.name, file)
    except OSError:
        os.unlink(aside.name)
        raise
    for old in file.parent.glob("book-*.pickle"):
        if old != file:
            old.unlink(missing_ok=True)
