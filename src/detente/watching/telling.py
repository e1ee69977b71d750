"""What is told of changes: a message to a hook, entries of an Atom feed."""

import json
import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from detente.model import RecordError
from detente.views.templates import environment
from detente.watching.changes import Change

ENTRIES = 200  # of the feed, the newest first
MESSAGE = 100  # changes of one message


def messages(changes: Sequence[Change]) -> list[bytes]:
    """JSON, some changes each. Whoever is told the same twice knows it by its `key`."""
    rows = [_row(one) for one in changes]
    parts = [rows[i : i + MESSAGE] for i in range(0, len(rows), MESSAGE)]
    return [
        json.dumps({"format": "detente-changes", "version": 1, "changes": p}, ensure_ascii=False).encode()
        for p in parts
    ]


def _row(change: Change) -> dict[str, Any]:
    plain = {name: getattr(change, name) for name in ("key", "kind", "title", "quote", "outlet", "uri")}
    return {**plain, change.kind: change.row}


def told_in(path: Path, changes: Sequence[Change], now: datetime) -> None:
    """Puts entries at the head of an Atom feed (RFC 4287), made if it is not there; beside it, its entries as JSON lines.

    Raises RecordError where it cannot be written.
    """
    kept = path.with_name(f"{path.name}.entries")
    try:
        before = kept.read_text(encoding="utf-8").splitlines() if kept.exists() else []
        day = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        new = [json.dumps({**_row(one), "updated": day}, ensure_ascii=False) for one in changes]
        keys = {one.key for one in changes}
        lines = [*new, *(line for line in before if json.loads(line)["key"] not in keys)][:ENTRIES]
        _whole(kept, "".join(f"{line}\n" for line in lines))
        entries = [json.loads(line) for line in lines]
        text = environment().get_template("changes.atom.xml.j2").render(entries=entries, updated=day, name=path.name)
        _whole(path, text)
    except (OSError, ValueError, KeyError) as error:
        raise RecordError(f"{path}: {error}") from error


def _whole(path: Path, text: str) -> None:
    half = path.with_name(f"{path.name}.part")
    half.write_text(text, encoding="utf-8")
    os.replace(half, path)
