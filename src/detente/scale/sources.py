"""Where pages lie: on this machine, or in a store that fsspec knows (`s3://`, `gs://`, `file://`…)."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from detente.documents import SUFFIXES, Aside, Found, Source, unpack
from detente.intake.told import reason_of
from detente.intake.walking import source_of, uri_of, walk
from detente.model import Refusal, UsageError


def listed(sources: Sequence[str]) -> list[str]:
    """Every file of our formats under `sources`, sorted, each once: paths as they are given, addresses whole.

    Raises UsageError where an address is of a store that is not known, or cannot be listed.
    """
    remote = {s for s in sources if "://" in s}
    found = (
        {str(path) for path in walk([s for s in sources if s not in remote]).files} if set(sources) - remote else set()
    )
    return sorted(found.union(*(_remote(source) for source in sorted(remote))))


def _remote(address: str) -> Iterator[str]:
    files, path = store_of(address)
    try:
        if files.isfile(path):
            yield address
            return
        names = files.find(path)
    except OSError as error:
        raise UsageError(f"{address} cannot be listed: {error}") from error
    for name in names:
        inner = PurePosixPath(name)
        if inner.suffix.lower() in SUFFIXES and not any(part.startswith(".") for part in inner.parts):
            yield str(files.unstrip_protocol(name))


def store_of(address: str) -> tuple[Any, str]:
    """(what reads there, the path in it). Raises UsageError for a scheme that fsspec does not know or has no library for."""
    import fsspec

    try:
        files, path = fsspec.core.url_to_fs(address)
    except (ValueError, ImportError, OSError) as error:
        raise UsageError(f"{address}: {error}") from error
    return files, str(path)


def opened(source: str, columns: Mapping[str, str]) -> Iterator[Found]:
    """What lies in one file: pages, and why others are none. Whatever it does costs no other file."""
    try:
        yield from (found for found in unpack(_source(source, columns)) if not isinstance(found, Aside))
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        yield Refusal(_named(source), *reason_of(error))


def _named(source: str) -> str:
    return source if "://" in source else uri_of(Path(source))


def _source(source: str, columns: Mapping[str, str]) -> Source:
    if "://" not in source:
        return source_of(Path(source), columns)
    files, path = store_of(source)
    return Source(source, partial(files.open, path, "rb"), int(files.size(path)), columns=columns)
