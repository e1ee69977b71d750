"""A record of any tables that were ever released is brought up to ours, in either database: nothing is lost or invented."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations

from detente.model import Answer, Basis, Document, Page, Reading, Report, SpeechMode, Statement, TimeMention, When
from detente.store import Store, schema
from store.behind import behind

ADDED: Mapping[int, Mapping[str, tuple[str, ...]]] = {  # version -> what it added: columns by table, or a whole table
    2: {"pages": ("media",), "documents": ("published_doubt", "fetched", "modified", "section")},
    3: {"reports": ("effective", "until")},
    4: {"statements": ("strength", "content")},
    5: {"statements": ("topic", "stance", "addressee", "venue", "said"), "times": ("anchor_start", "anchor_end")},
    6: {"judgements": ()},
    7: {"names": ()},
    8: {"answers": (), "statements": ("assist",)},
    9: {"reports": ("denial",)},
}
PAGE = Page(b"text", "a.txt")
DOCUMENT = Document(PAGE.id, PAGE.id, PAGE.uri, "depuis la visite", "fr", title="T", section="Monde")
TIME = TimeMention(0, 16, DOCUMENT.text, None, "times/fr: since event: x", (10, 16))
TOLD = Report(
    "meet",
    "CONSULT",
    ("MLI",),
    ("USA",),
    DOCUMENT.evidence(0, 4),
    0.8,
    "meet.verb",
    until=When(date(2031, 3, 1), None, "2031-03-01/..", Basis.STATED, "told"),
    denial=DOCUMENT.evidence(7, 16),
)
SAID = Statement(DOCUMENT.evidence(0, 6), SpeechMode.DIRECT, venue="Gao", assist="m")
ANSWER = Answer("m", "", "", "{}", (("reports, agreed", 1),))
READING = Reading(PAGE, DOCUMENT, (TIME,), (TOLD,), (SAID,), answers=(ANSWER,))


def made_old(store: Store, version: int) -> None:
    """The tables as that version made them."""
    with behind(store, writes=True) as db:
        op = Operations(MigrationContext.configure(db))
        for table, columns in ((t, c) for later in range(schema.VERSION, version, -1) for t, c in ADDED[later].items()):
            for name in columns:
                op.drop_column(table, name)
            if not columns:
                op.drop_table(table)
        db.execute(schema.schema.update().values(version=version))


def as_kept(version: int) -> Reading:
    """What that version knew of the reading."""
    document = replace(DOCUMENT, section=DOCUMENT.section if version >= 2 else None)
    told = replace(TOLD, until=TOLD.until if version >= 3 else None, denial=TOLD.denial if version >= 9 else None)
    said = replace(SAID, venue=SAID.venue if version >= 5 else None, assist=SAID.assist if version >= 8 else None)
    time = replace(TIME, anchor=TIME.anchor if version >= 5 else None)
    answers = (ANSWER,) if version >= 8 else ()
    return Reading(Page(b"", PAGE.uri), document, (time,), (told,), (said,), answers=answers)


@pytest.mark.parametrize("version", range(1, schema.VERSION + 1))
def test_a_record_of_older_tables_is_brought_up_to_ours(url: str, version: int) -> None:
    with Store(url) as store:
        store.add(PAGE, (READING,), "v1")
        made_old(store, version)
    with Store(url, create=False) as store:
        assert list(store.readings()) == [as_kept(version)]
        assert (store.names(), store.judgements(), store.call({TOLD.id: "e0"})) == ({}, (), 1)
        with behind(store) as db:
            context = MigrationContext.configure(db, opts={"include_name": not_the_place_of_pages})
            assert compare_metadata(context, schema.metadata) == []


def not_the_place_of_pages(name: str | None, kind: str, parents: Mapping[str, str | None]) -> bool:
    """PostgreSQL's alone, and no part of the tables that both have: see `schema.PLACE`."""
    tables = [table.name for table in schema.PLACED]
    keys = [f"{table}_place_key" for table in tables]
    return name not in keys and not (name == "place" and parents.get("table_name") in tables)


def test_who_adds_a_version_adds_its_step() -> None:
    from detente.store.migrations import STEPS

    assert sorted(STEPS) == list(range(1, schema.VERSION)) == [v - 1 for v in ADDED]


def test_two_programs_that_bring_up_one_record_do_it_once(new_url: Callable[[], str]) -> None:
    url = new_url()
    with Store(url) as store:
        made_old(store, 5)
    with Store(url) as first, Store(url) as second:
        assert first.judgements() == second.judgements() == ()
