"""One file, read as the command reads it, and what must never come of it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields
from io import BytesIO
from random import Random

from bench.fuzz.mutations import spoilt
from bench.fuzz.seeds import Seed

from detente.codebook.pages import PageWords
from detente.documents import Aside, Source, read, unpack
from detente.model import Document, Page, Refusal, UnreadablePage

MOST = 50  # pages read of one file: a spoilt table may have thousands


class Broken(Exception):
    """A promise that was not kept."""


@dataclass(frozen=True, slots=True)
class Case:
    """A file to try: its name, which may tell its kind, and its bytes."""

    kind: str
    uri: str
    data: bytes


def cases(all_seeds: tuple[Seed, ...], kind: str, start: int) -> Iterator[Case]:
    """Spoilt files of one kind, without end; the same `start` gives the same ones."""
    own, random = [s for s in all_seeds if s.kind == kind], Random(f"{kind} {start}")
    while True:
        seed, other = random.choice(own), random.choice(all_seeds)
        if random.random() < 0.5:
            yield Case(kind, seed.uri, spoilt(seed.data, other.data, random))
        else:
            yield Case(kind, seed.uri, seed.wrap(spoilt(seed.inner, other.inner, random)))


def attempt(case: Case, words: PageWords) -> Counter[str]:
    """How many documents and refusals came of it. Raises whatever a reader raises and must not, and Broken."""
    told = Counter[str]()
    source = Source(case.uri, lambda: BytesIO(case.data), len(case.data))
    for found in unpack(source):
        if told.total() >= MOST:
            break
        match found:
            case Page():
                told += _read(found, words)
            case Refusal():
                _sayable(found)
                told["refused"] += 1
            case Aside():
                told["aside"] += 1
            case _:
                raise Broken(f"unpack gave {found!r}")
    if not told:
        raise Broken("a file gave nothing, not even a refusal")
    return told


def _read(page: Page, words: PageWords) -> Counter[str]:
    try:
        documents = read(page, words)
    except UnreadablePage as refusal:
        _sayable(Refusal(page.uri, refusal.reason, refusal.detail))
        return Counter(refused=1)
    for document in documents:
        _sayable(document)
        if not document.text.strip():
            raise Broken("a document without a text")
        _in_order(document)
    return Counter(read=len(documents))


def _sayable(found: Document | Refusal) -> None:
    """Any store and any terminal can hold its words: no half of a character, no NUL."""
    for field in fields(found):
        value = getattr(found, field.name)
        if isinstance(value, str):
            value.encode()
            if "\x00" in value:
                raise Broken(f"NUL in {field.name}")


def _in_order(document: Document) -> None:
    ends = [0, *(b.end for b in document.blocks)]
    if any(b.start < end for b, end in zip(document.blocks, ends, strict=False)):
        raise Broken("blocks overlap")
