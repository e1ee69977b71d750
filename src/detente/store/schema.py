"""The tables of a record. Offsets are code points of `documents.text`; days are ISO dates.

A quote is never stored: it is `text[start:end]` of its document, so the two cannot part.
JSON columns hold only what is a list of plain values (codes, names, blocks).
"""

from typing import Any

from sqlalchemy import JSON, Boolean, Column, Date, Float, ForeignKey, Integer, MetaData, String, Table, Text

VERSION = 7  # of the tables; a change of shape takes the next number and a migration

metadata = MetaData()

schema = Table("detente_schema", metadata, Column("version", Integer, primary_key=True))

pages = Table(  # one row a page read, whatever it said
    "pages",
    metadata,
    Column("id", String, primary_key=True),  # SHA-256 of the bytes
    Column("size", Integer, nullable=False),  # bytes
    Column("codebook", String, nullable=False),  # version of the codebook it was coded with
    Column("media", String, nullable=False, server_default=""),  # media type that came with the bytes
)

sightings = Table(  # under which names the same bytes were seen; the smallest is shown
    "sightings",
    metadata,
    Column("page", ForeignKey("pages.id"), primary_key=True),
    Column("uri", String, primary_key=True),
)

refusals = Table(  # what could not be read; `standing` until the same bytes or name are read
    "refusals",
    metadata,
    Column("subject", String, primary_key=True),  # page id, or the uri when no bytes could be had
    Column("uri", String, nullable=False, index=True),
    Column("reason", String, nullable=False),
    Column("detail", String, nullable=False),
    Column("standing", Boolean, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("id", String, primary_key=True),
    Column("page", ForeignKey("pages.id"), nullable=False, index=True),
    Column("relevant", Boolean, nullable=False),
    Column("text", Text, nullable=False),
    Column("language", String, nullable=False),
    Column("title", String),
    Column("outlet", String),
    Column("byline", String),
    Column("agency", String),
    Column("published", Date),
    Column("published_basis", String, nullable=False),
    Column("published_doubt", String, nullable=False, server_default=""),
    Column("fetched", Date),
    Column("modified", Date),
    Column("section", String),
    Column("canonical_url", String),
    Column("blocks", JSON, nullable=False),  # [[start, end, kind], …]
)


def _of_document(name: str, *columns: Column[Any]) -> Table:
    """A table of rows that belong to a document, in the order they were told (`seq`, from 0)."""
    document: Column[Any] = Column("document", ForeignKey("documents.id"), primary_key=True)
    return Table(name, metadata, document, Column("seq", Integer, primary_key=True), *columns)


def _span() -> tuple[Column[Any], ...]:
    return Column("start", Integer, nullable=False), Column("end", Integer, nullable=False)


def _when() -> tuple[Column[Any], ...]:
    """The five fields of a `When`; all NULL where there is none."""
    return (
        Column("earliest", Date),
        Column("latest", Date),
        Column("edtf", String),
        Column("basis", String),
        Column("reason", String),
    )


times = _of_document(
    "times",
    *_span(),
    Column("rule", String, nullable=False),
    *_when(),
    Column("anchor_start", Integer),  # of the event that it counts from, inside start..end; NULL where it has none
    Column("anchor_end", Integer),
)

reports = _of_document(
    "reports",
    *_span(),
    Column("id", String, nullable=False, index=True),
    Column("act", String, nullable=False),
    Column("type", String, nullable=False),
    Column("mode", String),
    Column("contexts", JSON, nullable=False),
    Column("actors", JSON, nullable=False),
    Column("recipients", JSON, nullable=False),
    Column("people", JSON, nullable=False),
    *_when(),
    Column("place", String),
    Column("status", String, nullable=False),
    Column("instrument", String),
    Column("amount", String),
    Column("attributed_to", String),
    Column("confidence", Float, nullable=False),  # 0..1
    Column("rule", String, nullable=False),
    Column("effect", String),
    Column("answers", Boolean, nullable=False),
    Column("effective", JSON(none_as_null=True)),  # [earliest, latest, edtf, basis, reason], as `_when`
    Column("until", JSON(none_as_null=True)),
)

statements = _of_document(
    "statements",
    *_span(),
    Column("id", String, nullable=False, index=True),
    Column("mode", String, nullable=False),
    Column("speaker", String),
    Column("side", String),
    Column("verb", String),
    Column("strength", String),
    Column("content", JSON(none_as_null=True)),
    Column("topic", JSON(none_as_null=True)),  # [kind, code, start, end]
    Column("stance", String),
    Column("addressee", String),
    Column("venue", String),
    Column("said", JSON(none_as_null=True)),  # when it was, as `effective`
)

offices = _of_document(
    "offices",
    *_span(),
    Column("person", String, nullable=False),
    Column("role", String, nullable=False),
    Column("side", String, nullable=False),
)

uncoded = _of_document(  # what a page that was read still leaves unsaid (an undated act…)
    "uncoded",
    Column("place", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("detail", String, nullable=False),
)

judgements = Table(  # what analysts decided; a row is never changed: what undoes one is another
    "judgements",
    metadata,
    Column("id", String, primary_key=True),
    Column("made", String, nullable=False, index=True),  # UTC, ISO 8601
    Column("by", String, nullable=False),
    Column("verdict", String, nullable=False),
    Column(
        "anchors", JSON, nullable=False
    ),  # [[page, start, end, quote, act, type, actors, recipients, instrument], …]
    Column("others", JSON, nullable=False),
    Column("of_event", Boolean, nullable=False),
    Column("field", String),
    Column("value", String),
    Column("note", String, nullable=False),
    Column("undoes", ForeignKey("judgements.id")),
)

names = Table(  # what events were called when they were seen; the last row of a report holds, none is ever changed
    "names",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("report", String, nullable=False, index=True),
    Column("event", String, nullable=False),
)
