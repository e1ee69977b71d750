"""The tables of a record. Offsets are code points of `documents.text`; days are ISO dates.

A quote is never stored: it is `text[start:end]` of its document, so the two cannot part.
JSON columns hold only what is a list of plain values (codes, names, blocks).
"""

from typing import Any

from sqlalchemy import DDL, JSON, Boolean, Column, Date, Float, ForeignKey, Integer, MetaData, Table, event

from detente.store.words import LONG, WORDS

VERSION = 9  # of the tables; a change of shape takes the next number and a migration

metadata = MetaData()

schema = Table("detente_schema", metadata, Column("version", Integer, primary_key=True))

pages = Table(  # one row a page read, whatever it said
    "pages",
    metadata,
    Column("id", WORDS, primary_key=True),  # SHA-256 of the bytes
    Column("size", Integer, nullable=False),  # bytes
    Column("codebook", WORDS, nullable=False),  # version of the codebook it was coded with
    Column("media", WORDS, nullable=False, server_default=""),  # media type that came with the bytes
)

sightings = Table(  # under which names the same bytes were seen; the smallest is shown
    "sightings",
    metadata,
    Column("page", ForeignKey("pages.id"), primary_key=True),
    Column("uri", WORDS, primary_key=True),
)

# The place of a row, in the order of adding: SQLite counts its rows itself (`rowid`), for PostgreSQL we ask for it.
PLACE = {"sqlite": "rowid", "postgresql": "place"}
PLACED = (pages, sightings)
for _table in PLACED:
    _place = f"ALTER TABLE {_table.name} ADD COLUMN place BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE"
    event.listen(_table, "after_create", DDL(_place).execute_if(dialect="postgresql"))  # type: ignore[no-untyped-call]

# What moves whenever something is added, judged, refused or settled, without counting what there may be millions of.
MOVES = (
    "SELECT concat_ws(' ', (SELECT max(place) FROM sightings), (SELECT count(*) FROM refusals), "
    "(SELECT count(*) FROM refusals WHERE standing), (SELECT count(*) FROM judgements))"
)

refusals = Table(  # what could not be read; `standing` until the same bytes or name are read
    "refusals",
    metadata,
    Column("subject", WORDS, primary_key=True),  # page id, or the uri when no bytes could be had
    Column("uri", WORDS, nullable=False, index=True),
    Column("reason", WORDS, nullable=False),
    Column("detail", WORDS, nullable=False),
    Column("standing", Boolean, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("id", WORDS, primary_key=True),
    Column("page", ForeignKey("pages.id"), nullable=False, index=True),
    Column("relevant", Boolean, nullable=False),
    Column("text", LONG, nullable=False),
    Column("language", WORDS, nullable=False),
    Column("title", WORDS),
    Column("outlet", WORDS),
    Column("byline", WORDS),
    Column("agency", WORDS),
    Column("published", Date),
    Column("published_basis", WORDS, nullable=False),
    Column("published_doubt", WORDS, nullable=False, server_default=""),
    Column("fetched", Date),
    Column("modified", Date),
    Column("section", WORDS),
    Column("canonical_url", WORDS),
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
        Column("edtf", WORDS),
        Column("basis", WORDS),
        Column("reason", WORDS),
    )


times = _of_document(
    "times",
    *_span(),
    Column("rule", WORDS, nullable=False),
    *_when(),
    Column("anchor_start", Integer),  # of the event that it counts from, inside start..end; NULL where it has none
    Column("anchor_end", Integer),
)

reports = _of_document(
    "reports",
    *_span(),
    Column("id", WORDS, nullable=False, index=True),
    Column("act", WORDS, nullable=False),
    Column("type", WORDS, nullable=False),
    Column("mode", WORDS),
    Column("contexts", JSON, nullable=False),
    Column("actors", JSON, nullable=False),
    Column("recipients", JSON, nullable=False),
    Column("people", JSON, nullable=False),
    *_when(),
    Column("place", WORDS),
    Column("status", WORDS, nullable=False),
    Column("instrument", WORDS),
    Column("amount", WORDS),
    Column("attributed_to", WORDS),
    Column("confidence", Float, nullable=False),  # 0..1
    Column("rule", WORDS, nullable=False),
    Column("effect", WORDS),
    Column("answers", Boolean, nullable=False),
    Column("effective", JSON(none_as_null=True)),  # [earliest, latest, edtf, basis, reason], as `_when`
    Column("until", JSON(none_as_null=True)),
    Column("denial", JSON(none_as_null=True)),  # [start, end] in the document's text
)

statements = _of_document(
    "statements",
    *_span(),
    Column("id", WORDS, nullable=False, index=True),
    Column("mode", WORDS, nullable=False),
    Column("speaker", WORDS),
    Column("side", WORDS),
    Column("verb", WORDS),
    Column("strength", WORDS),
    Column("content", JSON(none_as_null=True)),
    Column("topic", JSON(none_as_null=True)),  # [kind, code, start, end]
    Column("stance", WORDS),
    Column("addressee", WORDS),
    Column("venue", WORDS),
    Column("said", JSON(none_as_null=True)),  # when it was, as `effective`
    Column("assist", WORDS),  # the language model that proposed it; NULL for what the rules read
)

offices = _of_document(
    "offices",
    *_span(),
    Column("person", WORDS, nullable=False),
    Column("role", WORDS, nullable=False),
    Column("side", WORDS, nullable=False),
)

uncoded = _of_document(  # what a page that was read still leaves unsaid (an undated act…)
    "uncoded",
    Column("place", WORDS, nullable=False),
    Column("reason", WORDS, nullable=False),
    Column("detail", WORDS, nullable=False),
)

answers = _of_document(  # what language models answered about an article, as it came; none asked, none there
    "answers",
    Column("model", WORDS, nullable=False),
    Column("asked", WORDS, nullable=False),  # SHA-256 of what was sent
    Column("reason", WORDS, nullable=False),  # why there is nothing to read in it; "" where there is
    Column("content", LONG, nullable=False),
    Column("counts", JSON, nullable=False),  # [[kind and fate, how many], …]
)

judgements = Table(  # what analysts decided; a row is never changed: what undoes one is another
    "judgements",
    metadata,
    Column("id", WORDS, primary_key=True),
    Column("made", WORDS, nullable=False, index=True),  # UTC, ISO 8601
    Column("by", WORDS, nullable=False),
    Column("verdict", WORDS, nullable=False),
    Column(
        "anchors", JSON, nullable=False
    ),  # [[page, start, end, quote, act, type, actors, recipients, instrument], …]
    Column("others", JSON, nullable=False),
    Column("of_event", Boolean, nullable=False),
    Column("field", WORDS),
    Column("value", WORDS),
    Column("note", WORDS, nullable=False),
    Column("undoes", ForeignKey("judgements.id")),
)

names = Table(  # what events were called when they were seen; the last row of a report holds, none is ever changed
    "names",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("report", WORDS, nullable=False, index=True),
    Column("event", WORDS, nullable=False),
)
