"""Where a result goes: the terminal, a pipe, or a file that is whole or not there."""

import os
import shutil
import sys
from pathlib import Path

import click

_STDOUT = Path("-")
_ELSEWHERE = 100  # columns where there is no terminal to ask


def width() -> int:
    """Columns of the terminal we write to."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else _ELSEWHERE


def put(text: str, to: Path | None) -> None:
    """Writes `text`, as UTF-8 whatever the locale, to `to` or to standard output."""
    if to is None or to == _STDOUT:
        show(text)
    else:
        write_whole(to, click.unstyle(text).encode("utf-8"))


def put_bytes(data: bytes, to: Path | None) -> None:
    """Writes `data` as it is, to `to` or to standard output."""
    if to is None or to == _STDOUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_whole(to, data)


def show(text: str) -> None:
    """On a terminal with its colours, elsewhere without."""
    sys.stdout.flush()
    sys.stdout.buffer.write((text if _draws() else click.unstyle(text)).encode("utf-8"))
    sys.stdout.buffer.flush()


def _draws() -> bool:
    """Whether we write to a terminal that knows the sequences for bold and colour."""
    return sys.stdout.isatty() and os.environ.get("TERM") not in ("dumb", "unknown")


def write_whole(path: Path, data: bytes) -> None:
    """Replaces `path` in one step, so that a reader never sees half of it. Raises OSError."""
    target = path.resolve()  # a link stays a link
    if target.exists() and not target.is_file():  # a device: /dev/stdout, /dev/null
        target.write_bytes(data)
        return
    try:
        _replace(target, data)
    except OSError as error:  # told of the file that was asked for, not of the one beside it
        raise OSError(error.errno, error.strerror, os.fspath(path)) from error


def _replace(target: Path, data: bytes) -> None:
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            beside.chmod(target.stat().st_mode)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
