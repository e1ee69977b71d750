"""The same as the command line, for programs: `detente.read`, `detente.open`.

Nothing heavy is imported until it is called, so that `detente --help` is instant.
"""

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from detente.choices import ExplainFormat, Lang, Rule
from detente.model import UsageError
from detente.opened import OpenRecord

if TYPE_CHECKING:
    from detente.codebook import Codebook
    from detente.intake import Fetch, Paths, Tally
    from detente.store import Store

DEFAULT = "detente.db"

Url = str | os.PathLike[str]


@dataclass(frozen=True, slots=True)
class Imported:
    """pages: new ones; known: those the record had, left as they are. lines: of the file, by kind.

    changed: lines by kind that the record, exported again, has otherwise; {} where it is the same to the last byte,
    None where the record was not empty before.
    """

    pages: int
    known: int
    lines: Mapping[str, int]
    changed: Mapping[str, int] | None


def read(
    paths: "Paths",
    record: Url = DEFAULT,
    *,
    columns: "Mapping[str, str] | None" = None,
    allow_private: bool = False,
    workers: int = 1,
) -> "Tally":
    """Reads files, folders or addresses into the record, made if it is not there.

    columns: field of an article ("text", "title", "url", "published"…) -> column of a table that holds it.
    allow_private: whether addresses of this machine and its network may be fetched.
    workers: processes that read; above 1, call this from under `if __name__ == "__main__":`, as multiprocessing asks.
    Returns what became of the pages. A page that cannot be read is a refusal in it, never an exception.
    Raises RecordError when the record cannot be opened or written.
    """
    from detente.intake import read_into
    from detente.pipeline import code
    from detente.store import Store

    with Store(record) as store, fetching(paths, allow_private) as fetch:
        return read_into(store, paths, codebook(), code=code, fetch=fetch, columns=columns, workers=workers)


def explain(
    page: "Paths",
    format: ExplainFormat = "text",
    lang: Lang = "en",
    *,
    all_sentences: bool = False,
    allow_private: bool = False,
) -> str:
    """Why a page is coded as it is: its sentences with what each names, the rule that fired, why another did not.

    page: a file, a folder of them, or an address; no record is asked or made. all_sentences: also those that name no act.
    Raises UsageError where there is nothing at all, UnreadablePage, as `read` would refuse it, where no page can be read.
    """
    from detente import pipeline
    from detente.intake import all_missing, pages
    from detente.model import Mentions, Reading, Refusal, UnreadablePage
    from detente.views import explain as view

    if all_missing(page):
        raise UsageError(f"there is nothing at {page}")
    book = codebook()
    found: list[tuple[Reading, Mentions]] = []
    unread: list[Refusal] = []
    with fetching(page, allow_private) as fetch:
        for one in pages(page, fetch):
            if isinstance(one, Refusal):
                unread.append(one)
                continue
            try:
                found += pipeline.explain(one, book)
            except UnreadablePage as error:
                unread.append(Refusal(one.uri, error.reason, error.detail))
    if not found and unread:
        raise UnreadablePage(f"{unread[0].where}: {unread[0].reason}", unread[0].detail)
    if not found:
        raise UsageError(f"there is no page in {page}")
    return view.render(found, book, format, lang, all_sentences=all_sentences, unread=unread)


def restore(file: Url, record: Url = DEFAULT) -> Imported:
    """Reads what `export("jsonl")` wrote into the record, made if it is not there; all of it or, where a line is wrong, nothing.

    Raises RecordError with the line and the reason; or when the file or the record cannot be opened.
    """
    from itertools import groupby
    from pathlib import Path

    from detente import chronicle, intake
    from detente.model import RecordError
    from detente.store import Store

    name = os.fspath(file)
    try:
        text = Path(name).read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise RecordError(f"{name}: no UTF-8 at byte {error.start}; it is none of our exports") from error
    found = intake.restore(text, name)
    with Store(record) as store:
        fresh = store.empty and not store.refusals()
        groups = groupby(found.readings, key=lambda r: r.document.page)
        new = [store.adopt(page, list(readings), found.codebook) for page, readings in groups]
        for uri, reason, detail in found.unread:
            store.refuse(None, uri, reason, detail)
        for judgement in found.judgements:
            store.judge(judgement)
        store.call(chronicle.names_of((r for read in found.readings for r in read.reports), found.events))
        again = gathered(store).export("jsonl") if fresh else None
    return Imported(sum(new), len(new) - sum(new), found.lines, _changed(text, again) if again else None)


def _changed(before: str, after: str) -> Mapping[str, int]:
    """kind -> lines of it that one text has and the other has not."""
    import json

    apart = set(before.split("\n")) ^ set(after.split("\n"))
    return Counter(json.loads(line)["kind"] for line in apart if line)


@contextmanager
def fetching(paths: "Paths", allow_private: bool) -> "Iterator[Fetch | None]":
    """What gets the pages of addresses; nothing, and nothing loaded, where `paths` has none."""
    from detente.intake import parted

    if not parted(paths)[0]:
        yield None
        return
    from detente.documents import kind_of, links
    from detente.fetching import Fetcher

    with Fetcher(allow_private=allow_private, kind=kind_of, links=links) as fetcher:
        yield fetcher.pages


def open(record: Url = DEFAULT, *, rule: Rule = "most-supported", known_on: date | None = None) -> OpenRecord:
    """The record, gathered. rule: which value an event gets where its pages differ.

    known_on: only from pages printed by that day; pages without a day are left out then.
    Raises RecordError when there is none, or it is none of ours.
    """
    from detente.store import Store

    with Store(record, create=False) as store:
        return gathered(store, rule, known_on)


def gathered(store: "Store", rule: Rule = "most-supported", known_on: date | None = None) -> OpenRecord:
    """What an open store says, consolidated; of what was worked out before, only what has changed is worked out again.

    Events keep the names under which they were seen, and new ones are kept in the store, if it can be written.
    """
    from contextlib import suppress

    from detente import chronicle
    from detente.model import RecordError
    from detente.store import drawer_of

    book, whole = codebook(), known_on is None and rule == "most-supported"
    readings = chronicle.known_by(store.readings(), known_on) if known_on else store.readings()
    with drawer_of(store.place, keeps=whole) as drawer:
        record = chronicle.gather(
            readings,
            book,
            store.refusals(),
            rule,
            known=store.names(),
            judgements=store.judgements(),
            kept=chronicle.keep(drawer, book, rule),
        )
    if whole:
        with suppress(RecordError):  # a record in a folder closed to us can be read all the same
            store.call(chronicle.names(record))
    return OpenRecord(record, book, rule, known_on, store.versions())


@cache
def codebook() -> "Codebook":
    """The codebook that comes with the package, read once a process."""
    from detente.codebook.kept import loaded

    return loaded()
