"""The dossier of two actors: composed once, then written for a terminal, a browser, a press, a program."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from datetime import date

from detente.codebook import Codebook
from detente.codebook.labels import Labels, labels
from detente.model import Account, Course, Entry, Record, UsageError
from detente.views import markdown, page, paper, terminal_brief
from detente.views.compose import compose
from detente.views.parts import Asked, Brief


def render(
    record: Record,
    a: str,
    b: str,
    book: Codebook,
    format: str = "terminal",
    lang: str = "en",
    *,
    course: Course | None = None,
    account: Account | None = None,
    changes: Iterable[Entry] | None = None,
    asked: Asked | None = None,
    width: int = 100,
    color: bool = False,
) -> str:
    """The brief of actors `a` and `b` (codes) as text.

    format: "terminal", "md", "html" or "json". lang: "fr" or "en"; quotes stay in their own language.
    course: the relation's curve (`chronicle.course`); without it the brief has none.
    account: how the measures stand on a day (`chronicle.ledger.account`), with what makes each doubtful.
    changes: what became of them on the days asked for; asked: which days, which rule, by which versions.
    width, color: for the terminal only, in columns. UsageError names the formats there are.
    """
    if format not in FORMATS:
        raise UsageError(f"no brief in {format}; there are {', '.join(FORMATS)}")
    brief, say = _told(compose(record, a, b, book, lang, course, account, changes, asked), asked), labels(lang)
    if format == "terminal":
        return terminal_brief.write(brief, say, width, color)
    return WRITERS[format](brief, say)


def paged(
    record: Record,
    a: str,
    b: str,
    book: Codebook,
    format: str,
    lang: str = "en",
    *,
    course: Course | None = None,
    account: Account | None = None,
    changes: Iterable[Entry] | None = None,
    asked: Asked | None = None,
    picture: bytes | None = None,
) -> bytes:
    """The brief as a document to hand over. format: "docx" or "pdf"; picture: a PNG of the curve; the rest as of `render`.

    UsageError where the libraries of `detente[documents]` are missing.
    """
    if format not in PAPER:
        raise UsageError(f"no document in {format}; there are {', '.join(PAPER)}")
    brief = _told(compose(record, a, b, book, lang, course, account, changes, asked), asked)
    return PAPER[format](brief, labels(lang), account.day if account else None, picture)


def _told(brief: Brief, asked: Asked | None) -> Brief:
    """The same brief. UsageError where the days asked for leave nothing to tell."""
    bounded = asked and (asked.since or asked.until)
    if bounded and not (brief.chronology or brief.undated or brief.review or brief.changes):
        between = f"between {brief.a.label} and {brief.b.label}"
        raise UsageError(f"no event {between} on those days ({brief.span}): {brief.counts.outside} lie outside them")
    return brief


def as_json(brief: Brief, say: Labels) -> str:
    """The same rows for a program; keys as in `views.lines`."""
    return json.dumps({"format": "detente-brief", "version": 1, **asdict(brief)}, ensure_ascii=False, indent=1) + "\n"


WRITERS: Mapping[str, Callable[[Brief, Labels], str]] = {"md": markdown.write, "html": page.write, "json": as_json}
PAPER: Mapping[str, Callable[[Brief, Labels, date | None, bytes | None], bytes]] = {
    "docx": paper.docx,
    "pdf": paper.pdf,
}
FORMATS = ("terminal", *WRITERS)
