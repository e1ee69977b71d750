"""What holds pages: archives, feeds, tables, messages. One module a kind, and one line here."""

from collections.abc import Iterator
from dataclasses import replace

from detente.documents.kinds import SAMPLE, Kind, kind_of
from detente.documents.source import DEEPEST, Found, Opener, Source
from detente.model import Page, Refusal, UnreadablePage


def unpack(source: Source) -> Iterator[Found]:
    """The pages of `source`, one by one and in its order: itself, if it is a page.

    What cannot be read is a Refusal among them, and so is a container in which nothing is; never an exception but
    OSError. What is said of them can be kept by any record: no NUL.
    """
    found = None
    for found in _found(source):
        yield _sayable(found)
    if found is None:
        yield Refusal(source.uri, "empty", "nothing in it that could be a page")


def _found(source: Source) -> Iterator[Found]:
    try:
        with source.open() as file:
            kind = kind_of(file.read(SAMPLE), source.uri, source.media)
        opener = _opener(kind)
        if opener is None:
            yield source.page()
        elif source.depth >= DEEPEST:
            raise UnreadablePage("nested", f"it lies in {source.depth} containers; at most {DEEPEST} are opened")
        else:
            yield from opener(source)
    except UnreadablePage as error:
        reason, detail = (*map(str, error.args), "", "")[:2]
        yield Refusal(source.uri, reason or "unreadable", detail)


def _sayable(found: Found) -> Found:
    """Names and cells come from strangers; PostgreSQL keeps no NUL."""
    match found:
        case Page(uri=uri) if "\0" in uri:
            return replace(found, uri=uri.replace("\0", ""))
        case Refusal(where, reason, detail) if "\0" in where + detail:
            return Refusal(where.replace("\0", ""), reason, detail.replace("\0", ""))
    return found


def _opener(kind: Kind) -> Opener | None:
    """Imports wait until a file of the kind comes by."""
    match kind:
        case Kind.WARC:
            from detente.documents.containers.warc import pages
        case Kind.ZIP:
            from detente.documents.containers.zips import pages
        case Kind.GZIP:
            from detente.documents.containers.gzips import pages
        case Kind.FEED | Kind.SITEMAP:
            from detente.documents.containers.feeds import pages
        case Kind.EML:
            from detente.documents.containers.messages import pages
        case Kind.JSONL | Kind.CSV | Kind.PARQUET:
            from detente.documents.containers.tables import pages
        case _:
            return None
    return pages
