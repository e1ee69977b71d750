"""The dossier of two actors: composed once, then written for a terminal, Markdown, a browser or a program."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict

from detente.codebook import Codebook
from detente.codebook.labels import Labels, labels
from detente.model import Account, Course, Record, UsageError
from detente.views import markdown, page, terminal
from detente.views.compose import compose
from detente.views.parts import Brief


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
    width: int = 100,
    color: bool = False,
) -> str:
    """The brief of actors `a` and `b` (codes) as text.

    format: "terminal", "md", "html" or "json". lang: "fr" or "en"; quotes stay in their own language.
    course: the relation's curve (`chronicle.course`); without it the brief has none.
    account: how the measures stand on a day (`chronicle.ledger.account`), with what makes each doubtful.
    width, color: for the terminal only, in columns. UsageError names the formats there are.
    """
    if format not in FORMATS:
        raise UsageError(f"no brief in {format}; there are {', '.join(FORMATS)}")
    brief, say = compose(record, a, b, book, lang, course, account), labels(lang)
    if format == "terminal":
        return terminal.write(brief, say, width, color)
    return WRITERS[format](brief, say)


def as_json(brief: Brief, say: Labels) -> str:
    """The same rows for a program; keys as in `views.lines`."""
    return json.dumps({"format": "detente-brief", "version": 1, **asdict(brief)}, ensure_ascii=False, indent=1) + "\n"


WRITERS: Mapping[str, Callable[[Brief, Labels], str]] = {"md": markdown.write, "html": page.write, "json": as_json}
FORMATS = ("terminal", *WRITERS)
