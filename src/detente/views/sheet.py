"""How one page was read: what is known of it, which pages say the same, its text with the kind of each block."""

from collections.abc import Iterable, Iterator

from detente.codebook import Codebook
from detente.codebook.labels import Labels, labels
from detente.model import BlockKind, Change, Document, Record
from detente.views.compose import Desk
from detente.views.dates import human, meaning
from detente.views.templates import safe


def render(record: Record, document: Document, book: Codebook, lang: str, changes: Iterable[Change] = ()) -> str:
    """Plain text. changes: from the earlier version of the page, where there is one."""
    desk = Desk(record, book, labels(lang))
    parts = (
        _head(document, desk),
        _alike(document, desk),
        _text(document, desk.say),
        _dates(document, desk),
        _changes(changes, desk.say),
    )
    return "\n\n".join("\n".join(map(safe, lines)) for part in parts if (lines := list(part))) + "\n"


def _head(page: Document, desk: Desk) -> Iterator[str]:
    say = desk.say
    yield page.title or say("ui.untitled")
    names = (page.outlet or say("ui.unnamed"), page.section, page.agency)
    yield " · ".join(name for name in names if name)
    if page.byline:
        yield f"{say('ui.byline')} {page.byline}"
    yield say("ui.field", name=say("ui.published"), value=_day(page, say))
    yield from desk.notes(page)
    yield say("ui.field", name=say("ui.language"), value=page.language)
    yield page.canonical_url or page.uri
    yield page.id


def _day(page: Document, say: Labels) -> str:
    if not page.published:
        return say("ui.undated_page")
    basis = say.words.get(f"bases_of_day.{page.published_basis}", page.published_basis)
    return f"{human(page.published.isoformat(), say)} ({say('ui.rests_on', basis=basis)})"


def _alike(page: Document, desk: Desk) -> Iterator[str]:
    """The other pages of its origin: copies, versions, and pages that drink from the same source."""
    origin = desk.origins.get(page.id)
    same = [other for other, first in desk.record.origins if first == origin and other != page.id]
    if same:
        yield desk.say("ui.pages_alike")
    for other in (desk.documents[name] for name in same):
        notes = "".join(f" ({note})" for note in desk.notes(other))
        yield f"- {desk.outlet(other)}, {desk.day(other)}. {other.title or desk.say('ui.untitled')}. {other.uri}{notes}"


def _text(page: Document, say: Labels) -> Iterator[str]:
    for block in page.blocks:
        kind = "" if block.kind is BlockKind.PARAGRAPH else f" {say(f'blocks.{block.kind}')}"
        yield f"[{block.start}–{block.end}{kind}] {page.text[block.start : block.end]}"


def _dates(page: Document, desk: Desk) -> Iterator[str]:
    """Every date expression of its text, what it means, and what that rests on."""
    times = [time for name, time in desk.record.dates if name == page.id]
    if times:
        yield desk.say("ui.dates_told")
    for time in times:
        basis = f" ({desk.basis(time.when)})" if time.when and desk.basis(time.when) else ""
        yield f"[{time.start}–{time.end}] “{time.text}” = {meaning(time, desk.say)}{basis}"


def _changes(changes: Iterable[Change], say: Labels) -> Iterator[str]:
    for number, change in enumerate(changes):
        if not number:
            yield say("ui.versions")
        if change.before:
            yield f"− {change.before}"
        if change.after:
            yield f"+ {change.after}"
