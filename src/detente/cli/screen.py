"""What `read` and `codebook check` show; rich is imported here only, and this module only when it is needed."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from detente.cli.group import printable
from detente.model import Refusal

if TYPE_CHECKING:
    from detente.checks import CheckRow
    from detente.codebook.people_model import Holder, People
    from detente.coverage import Covered
    from detente.intake import Outcome

    Step = Callable[[int, int, Outcome], None]

_PIPE_WIDTH = 200  # columns where there is no terminal to ask: a log line, not a screen


def console() -> Console:
    """Standard output, at the terminal's width or wide enough for a log."""
    return Console(width=None if sys.stdout.isatty() else _PIPE_WIDTH, highlight=False, markup=False)


@contextmanager
def progress() -> "Iterator[Step]":
    """A bar on stderr when that is a terminal; nothing otherwise."""
    screen = Console(stderr=True)
    if not screen.is_terminal:
        yield lambda done, total, outcome: None
        return
    with Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=screen,
        transient=True,
    ) as bar:
        task = bar.add_task("loading the language models", total=None)
        yield lambda done, total, outcome: bar.update(
            task, completed=done, total=total, description=f"reading {printable(outcome.uri)[-40:]}"
        )


@contextmanager
def counting(what: str) -> "Iterator[Callable[[int], None]]":
    """How many so far, on stderr when that is a terminal, where nobody knows how many there are."""
    screen = Console(stderr=True)
    if not screen.is_terminal:
        yield lambda done: None
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=screen, transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done: bar.update(task, completed=done, description=f"{what}: {done:,} pages")


def refusals(rows: Iterable[Refusal]) -> Table:
    table = _table("page", "reason", "detail")
    for row in rows:
        table.add_row(_cell(row.where), _cell(row.reason, "yellow"), _cell(row.detail))
    return table


def checks(rows: Iterable["CheckRow"]) -> Table:
    table = _table("", "file", "text", "expected", "got")
    for row in rows:
        mark = _cell("ok", "green") if row.ok else _cell("FAILED", "bold red")
        table.add_row(mark, *(_cell(str(word)) for word in (row.file, row.text, row.expected, row.got)))
    return table


def coverage(rows: Iterable["Covered"]) -> Table:
    table = _table("language", "kind", "with words", "of", "wordings", "examples", "without")
    for row in rows:
        counts = (row.entries, row.of, row.wordings, row.examples)
        table.add_row(row.language, row.kind, *(f"{n:,}" for n in counts), _cell(" ".join(row.lacking), "yellow"))
    return table


def people(rows: Iterable["Holder"], every: "People", lang: str) -> Table:
    table = _table("name", "office", "since", "until")
    for row in rows:
        table.add_row(*map(_cell, (row.name, every.role(row.role).label[lang], row.since, row.until)))
    return table


def _table(*names: str) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in names:
        table.add_column(name, overflow="fold")
    return table


def _cell(text: str, style: str = "") -> Text:
    return Text(printable(text), style)
