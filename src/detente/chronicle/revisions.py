"""A page seen again under its address with other words: which replaces which, and what has changed."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher

from detente.chronicle.folding import words
from detente.chronicle.lineage.addresses import address
from detente.model import Change, ChangeKind, Document

SIMILAR = 0.2  # share of the shorter's 4-word shingles; two articles under one wrong address share far less
BACK = 8  # earlier versions looked at, besides the last of the same title: a wrong address may hold thousands
PIECES = 500  # of a text; one that has more is compared in larger pieces, so that time stays bounded
# To the end of its marks, closing quotation marks included; a run of marks is tried once, however long.
SENTENCE = re.compile(r"\S(?:.*?(?<![.!?…])[.!?…]++(?:\s?[»”\"’)\]])*+(?=\s)|.*)", re.DOTALL)
PARAGRAPH = re.compile(r"[^\n]+")
WHOLE = re.compile(r"\S.*", re.DOTALL)

Likeness = Callable[[Document, Document], float]
Spans = list[tuple[int, int]]  # start inside, end outside


def seen(document: Document) -> tuple[date, date, date, str]:
    """In what order versions were seen: fetched, modified, published, id; the unknown first."""
    days = (document.fetched, document.modified, document.published)
    fetched, modified, published = (day or date.min for day in days)
    return fetched, modified, published, document.id


def revisions(documents: Iterable[Document], likeness: Likeness) -> Iterator[tuple[str, str]]:
    """(document, the one that it replaces), address by address.

    likeness: share of words in common, 1.0 for equal texts, which are no revisions of one another.
    """
    shelves = defaultdict(list)
    for document in documents:
        if where := address(document):
            shelves[where].append(document)
    for where in sorted(where for where, shelf in shelves.items() if len(shelf) > 1):
        yield from _versions(sorted(shelves[where], key=seen), likeness)


def _versions(shelf: Sequence[Document], likeness: Likeness) -> Iterator[tuple[str, str]]:
    titled: dict[tuple[str, ...], Document] = {}
    for number, document in enumerate(shelf):
        title = words(document.title or "")
        elder = _replaced(document, shelf[max(number - BACK, 0) : number], titled.get(title), likeness)
        if title:
            titled[title] = document
        if elder and document.text != elder.text:
            yield document.id, elder.id


def _replaced(
    document: Document, before: Sequence[Document], namesake: Document | None, likeness: Likeness
) -> Document | None:
    """The last version before `document`, by its title or its words; one page's articles are not versions."""
    for elder in reversed(before):
        if elder.page != document.page and (elder is namesake or likeness(document, elder) >= SIMILAR):
            return elder
    return namesake if namesake and namesake.page != document.page else None


def difference(old: Document, new: Document) -> tuple[Change, ...]:
    """What `new` changes in `old`: the title first, then sentences in the order of the texts.

    Case, accents, spaces and punctuation alone are no change.
    """
    title, retitled = old.title or "", new.title or ""
    head = [] if words(title) == words(retitled) else [Change(_kind(title, retitled), "title", title, retitled)]
    return (*head, *_changes(old.text, new.text))


def _changes(old: str, new: str) -> Iterator[Change]:
    a, b = next(both for both in _cuts(old, new) if max(map(len, both)) <= PIECES)
    matcher = SequenceMatcher(None, [words(old[i:j]) for i, j in a], [words(new[i:j]) for i, j in b], autojunk=False)
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        if tag != "equal":
            was, now = _run(a[a1:a2], a1 and a[a1 - 1][1]), _run(b[b1:b2], b1 and b[b1 - 1][1])
            before, after = old[slice(*was)], new[slice(*now)]
            yield Change(_kind(before, after), "text", before, after, was, now)


def _cuts(old: str, new: str) -> Iterator[tuple[Spans, Spans]]:
    """Both texts in pieces: sentences, then paragraphs, then whole."""
    yield sentences(old), sentences(new)
    yield from ((spans(larger, old), spans(larger, new)) for larger in (PARAGRAPH, WHOLE))


def _kind(before: str, after: str) -> ChangeKind:
    if before and after:
        return ChangeKind.CHANGED
    return ChangeKind.REMOVED if before else ChangeKind.ADDED


def _run(found: Sequence[tuple[int, int]], where: int) -> tuple[int, int]:
    """From the start of the first piece to the end of the last; nothing at `where` if there is none."""
    return (found[0][0], found[-1][1]) if found else (where, where)


def sentences(text: str) -> Spans:
    """The sentences of `text`, as (start, end); none runs over the end of a paragraph."""
    return [(i + a, i + b) for i, j in spans(PARAGRAPH, text) for a, b in spans(SENTENCE, text[i:j])]


def spans(pattern: re.Pattern[str], text: str) -> Spans:
    return [(m.start(), m.start() + len(m.group().rstrip())) for m in pattern.finditer(text) if m.group().strip()]
