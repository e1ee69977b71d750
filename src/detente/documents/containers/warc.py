"""WARC archives, plain or gzipped: the pages a crawler kept, one record in memory at a time."""

from collections.abc import Iterator
from dataclasses import replace

from detente.documents.containers import unpack
from detente.documents.containers.records import PIECES, Record, records
from detente.documents.containers.responses import Payload, payload
from detente.documents.containers.unzipped import Damage
from detente.documents.kinds import SAMPLE, is_readable, may_be_readable
from detente.documents.source import Allowance, Aside, Found, Source
from detente.model import Refusal, UnreadablePage

_RECEIVED = frozenset({"response", "resource", "conversion"})
_NOTES = ("urn:text:", "urn:textfinal:")  # the crawler's own extract of a page that it also keeps (browsertrix)


def pages(source: Source) -> Iterator[Found]:
    """The pages received with success, under their own addresses; other files and answers aside.

    A damaged archive gives all its whole records and one refusal, under its own name, for the rest.
    """
    damages: list[Damage] = []
    count = 0
    with source.open() as file:
        for record in records(file, source.allowance or Allowance(source.size), damages):
            count += 1
            yield from _found(record, source)
    if damages:
        yield _refused(source.uri, damages, count)


def _found(record: Record, source: Source) -> Iterator[Found]:
    try:
        received = payload(record)
    except UnreadablePage as error:
        yield _refusal(f"{source.uri}/{record.offset}", error)
        return
    if received.type in _RECEIVED or received.type == "revisit":
        yield from _payload(received, received.uri or f"{source.uri}/{record.offset}", source)


def _payload(received: Payload, uri: str, source: Source) -> Iterator[Found]:
    if not _is_answer(received, uri):
        yield Aside(uri)
        return
    try:
        data = received.body()
    except UnreadablePage as error:
        yield _refusal(uri, error)
        return
    within = replace(source.within("", data, received.media), uri=uri, fetched=received.fetched or source.fetched)
    yield from unpack(within) if is_readable(data[:SAMPLE], uri, received.media) else [Aside(uri)]


def _is_answer(received: Payload, uri: str) -> bool:
    """Whether the server gave what it was asked for, and that is no picture, style sheet or note to crawlers."""
    note = uri.lower().startswith(_NOTES) or uri.endswith("/robots.txt")
    got = received.type in _RECEIVED and received.status == 200
    return got and not note and may_be_readable(received.media)


def _refusal(uri: str, error: UnreadablePage) -> Refusal:
    return Refusal(uri, error.reason, error.detail)


def _refused(uri: str, damages: list[Damage], count: int) -> Refusal:
    """One for all that an archive lost."""
    first, others = damages[0], len(damages) - 1
    detail = f"at byte {first.offset}: {first.detail}; {count} whole records were read"
    if others:
        detail += f"; {others} more damaged places" + (", and the rest given up" if others + 1 == PIECES else "")
    return Refusal(uri, first.reason, detail)
