"""Where templates are read: text of pages is escaped in HTML by Jinja itself, in Markdown by a filter of ours."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from detente.codebook.labels import Labels

HOME = Path(__file__).parent


@cache
def environment() -> Environment:
    """Jinja, escaping everything in *.html.j2 and *.svg.j2; an unknown name is an error, not a blank."""
    found = Environment(
        loader=FileSystemLoader(HOME),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=lambda name: name is not None and not name.endswith(".md.j2"),
    )
    found.filters["md"] = plain_in_markdown
    found.filters["span"] = number_span
    found.filters["signed"] = signed
    found.filters["plain"] = plain
    return found


def signed(value: float, say: Labels | None = None) -> str:
    """With its sign, and the decimal mark of the language."""
    text = f"{round(value, 1) + 0.0:+.1f}".replace("-", "−")
    return text.replace(".", say("ui.decimal")) if say else text


def plain(value: float, say: Labels) -> str:
    """With the decimal mark of the language."""
    return f"{value:g}".replace(".", say("ui.decimal"))


def number_span(text: str) -> tuple[str, str]:
    """A count split at its no-break space: "3\u00a0pages" as ("3", "pages")."""
    number, _, noun = text.partition("\u00a0")
    return number, noun


def safe(text: str) -> str:
    """`text` on one line without control or direction characters: a page cannot steer the terminal."""
    spaced = ("\u0020" if c in "\t\n\r\v\f" else c for c in text)
    return "".join(c for c in spaced if unicodedata.category(c) not in ("Cc", "Cf"))


MARKS = re.compile(r"[\\`*_\[\]<>|~&{}]")
STARTS = re.compile(r"^([-+#=]|\d+(?=[.)]))")


def plain_in_markdown(text: str) -> str:
    """`text` on one line, with everything Markdown or HTML would read as a mark made plain."""
    line = MARKS.sub(r"\\\g<0>", " ".join(safe(text).split()))
    return STARTS.sub(lambda m: m[0] + "\\" if m[0].isdigit() else "\\" + m[0], line)
