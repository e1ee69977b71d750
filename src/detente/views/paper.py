"""The brief as a document to hand over: Word by pandoc, PDF by typst, both from the one Markdown text.

Both libraries bring their program with them (`detente[documents]`); nothing is fetched, and the same brief gives the same bytes.
"""

import base64
import os
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from detente.codebook.labels import Labels
from detente.model import UsageError
from detente.views import markdown, word
from detente.views.exports.made import needed
from detente.views.parts import Brief
from detente.views.plot import described
from detente.views.templates import HOME

DIALECT = "commonmark+footnotes+pipe_tables+bracketed_spans+attributes+raw_attribute+gfm_auto_identifiers"
PATIENCE = 120  # seconds for pandoc; a brief of 1,000 events takes some five
REGIONS = {"fr": "FR", "en": "GB"}


def docx(brief: Brief, say: Labels, day: date | None, picture: bytes | None = None) -> bytes:
    """A Word document with footnotes, contents, headings and properties. day: written as that of its making.

    picture: a PNG of the curve. UsageError where pandoc is not installed.
    """
    image = (
        f"![{say('ui.curve_alt')}](data:image/png;base64,{base64.b64encode(picture).decode()}){{width=16cm}}"
        if picture
        else ""
    )
    contents = raw("openxml", word.CONTENTS)
    text = markdown.finished(markdown.body(brief, say, linked=True, picture=image, contents=contents))
    meta = {
        "title": title(brief, say),
        "subject": say("ui.kicker"),
        "lang": f"{brief.language}-{REGIONS[brief.language]}",
    }
    options = ["--reference-doc", os.fspath(HOME / "reference.docx"), *(f"--metadata={k}={v}" for k, v in meta.items())]
    return word.finished(pandoc(text, "docx", *options), say("ui.contents"), day)


def pdf(brief: Brief, say: Labels, day: date | None, picture: bytes | None = None) -> bytes:
    """A tagged PDF with footnotes, an outline, page numbers, embedded fonts. Arguments as of `docx`.

    UsageError where pandoc or typst is not installed.
    """
    typst = needed("typst", "a PDF", "documents")
    image = raw("typst", drawn(brief, say)) if picture else ""
    contents = raw("typst", "#contents()")
    text = markdown.finished(markdown.body(brief, say, linked=True, picture=image, contents=contents))
    written = pandoc(text, "typst").decode()
    head = (HOME / "brief.typ").read_text(encoding="utf-8")
    made = f"datetime(year: {day.year}, month: {day.month}, day: {day.day})" if day else "none"
    given = {
        "title": title(brief, say),
        "kicker": say("ui.kicker"),
        "lang": brief.language,
        "heading": say("ui.contents"),
    }
    values = "".join(f"#let brief-{name} = {quoted(value)}\n" for name, value in given.items())
    source = f"{values}#let brief-made = {made}\n{head}\n{written}"
    with TemporaryDirectory() as folder:
        main = Path(folder, "brief.typ")
        main.write_text(source, encoding="utf-8")
        if picture:
            Path(folder, "curve.png").write_bytes(picture)
        return typeset(typst, main)


def drawn(brief: Brief, say: Labels) -> str:
    """The curve, with words for who cannot see it."""
    return f'#image("curve.png", width: 100%, alt: {quoted(described(brief, say))})'


def typeset(typst: Any, main: Path) -> bytes:
    """Accessible (PDF/UA-1), with the fonts that typst brings; a letter that these lack is sought among the machine's."""
    try:
        data: bytes = typst.compile(main, format="pdf", ignore_system_fonts=True, pdf_standards=["ua-1"])
    except typst.TypstError:
        data = typst.compile(main, format="pdf")
    return data


def title(brief: Brief, say: Labels) -> str:
    return say("ui.title", a=brief.a.label, b=brief.b.label)


def quoted(text: str) -> str:
    """`text` as a typst string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def raw(format: str, text: str) -> str:
    """A block that pandoc hands through to one format."""
    return f"```{{={format}}}\n{text}\n```"


def pandoc(text: str, to: str, *options: str) -> bytes:
    """What pandoc makes of a Markdown text; it reads no file of its own accord."""
    program = needed("pypandoc", "a document", "documents").get_pandoc_path()
    command = [
        program,
        "--from",
        DIALECT,
        "--to",
        to,
        "--output",
        "-",
        "--sandbox",
        "--shift-heading-level-by=-1",
        *options,
    ]
    stamped: Mapping[str, Any] = {**os.environ, "SOURCE_DATE_EPOCH": "0"}
    try:
        done = subprocess.run(
            command, input=text.encode(), capture_output=True, timeout=PATIENCE, env=stamped, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise UsageError(f"pandoc took over {PATIENCE} s: give fewer days, with --since and --until") from error
    if done.returncode:
        raise UsageError(f"pandoc could not write the {to}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout
