"""What is remembered from one round to the next: a file beside the record, put in place whole."""

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from detente.fetching import Mark
from detente.model import RecordError

VERSION = 1
TRIES = 5  # times that a page which could not be had is asked for


@dataclass(slots=True)
class Feed:
    """due: seconds of the epoch before which it is not asked. failures: in a row."""

    mark: Mark = field(default_factory=Mark)
    due: float = 0.0
    failures: int = 0
    refused: str = ""


@dataclass(slots=True)
class State:
    """feeds: by address. met: digests of addresses that need not be asked for again. tries: address -> failed times.

    told: keys of what was told already, or stood in the record when the watch began; None before it began.
    """

    path: Path
    feeds: dict[str, Feed] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)
    tries: dict[str, int] = field(default_factory=dict)
    told: set[str] | None = None

    @classmethod
    def load(cls, path: Path) -> "State":
        """Raises RecordError on a file that is none of ours."""
        if not path.exists():
            return cls(path)
        try:
            whole = json.loads(path.read_text(encoding="utf-8"))
            if whole["version"] != VERSION:
                raise ValueError(f"version {whole['version']}")
            return cls(
                path,
                {url: _feed(row) for url, row in whole["feeds"].items()},
                set(whole["met"]),
                {str(url): int(n) for url, n in whole["tries"].items()},
                None if whole["told"] is None else set(whole["told"]),
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise RecordError(
                f"{path} is none of our files of a watch ({error}): move it away to begin anew"
            ) from error

    def save(self) -> None:
        """Raises RecordError where it cannot be written."""
        whole: dict[str, Any] = {"version": VERSION, "feeds": {url: asdict(f) for url, f in sorted(self.feeds.items())}}
        whole |= {"met": sorted(self.met), "tries": self.tries}
        whole["told"] = None if self.told is None else sorted(self.told)
        half = self.path.with_name(f"{self.path.name}.part")
        try:
            half.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
            os.replace(half, self.path)
        except OSError as error:
            raise RecordError(f"{self.path}: {error.strerror or error}") from error


def _feed(row: dict[str, Any]) -> Feed:
    mark = Mark(str(row["mark"]["etag"]), str(row["mark"]["modified"]))
    return Feed(mark, float(row["due"]), int(row["failures"]), str(row["refused"]))
