"""`import detente`: the same as the command line, for programs."""

from datetime import date
from pathlib import Path

import pytest

import detente
from detente.api import codebook
from detente.model import RecordError, UsageError
from detente.naming import actor_code

PAGE = """Alger expulse deux diplomates portugais

Publié le 4 mars 2025

L'Algérie a expulsé mardi deux diplomates portugais, a annoncé le ministère algérien des Affaires étrangères dans un
communiqué diffusé en fin de journée.

Le Portugal a dit regretter cette décision et a appelé à la poursuite du dialogue entre les deux capitales, selon un
porte-parole du gouvernement.
"""


def test_read_open_relation_brief_export(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    record = tmp_path / "t.db"
    tally = detente.read(tmp_path / "page.txt", record=record)
    assert (tally.seen, tally.read, tally.refusals) == (1, 1, [])
    opened = detente.open(record)
    assert opened.pairs()
    a, b, count = opened.pairs()[0]
    assert (a, b) == ("DZA", "PRT")
    assert len(opened.relation("Portugal", "dza").events) == count
    assert opened.brief(a, b).startswith("#")
    assert opened.export("json") == detente.open(record).export("json")


def test_what_was_in_force_on_a_day_and_values_by_another_rule(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    record = tmp_path / "t.db"
    detente.read(tmp_path / "page.txt", record=record)
    opened = detente.open(record, rule="most-conservative")
    assert {e.chosen_by for e in opened.record.events} == {"most-conservative"}
    assert opened.in_force("Portugal", "DZA", date(2025, 3, 3)) == ()
    assert [s.measure.instrument for s in opened.in_force("Portugal", "DZA", date(2025, 3, 4))] == ["expulsion"]


def test_there_must_be_a_record_to_open(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="there is no record"):
        detente.open(tmp_path / "t.db")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("MLI", "MLI"),
        ("mli", "MLI"),
        ("Mali", "MLI"),
        ("mali", "MLI"),
        ("  mali ", "MLI"),
        ("United States", "USA"),
        ("États-Unis", "USA"),
        ("etats-unis", "USA"),
        ("Côte d’Ivoire", "CIV"),
        ("ecowas", "ECOWAS"),
        ("Algérie", "DZA"),
    ],
)
def test_a_name_or_a_code_in_any_case(name: str, code: str) -> None:
    assert actor_code(name, codebook()) == code


@pytest.mark.parametrize(("name", "hint"), [("Malli", "MLI (Mali)"), ("", "alpha-3"), ("\x1b", "alpha-3")])
def test_an_unknown_name_says_what_to_try(name: str, hint: str) -> None:
    with pytest.raises(UsageError) as error:
        actor_code(name, codebook())
    assert hint in str(error.value)


def _put(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    detente.read(folder / name, record=folder / "t.db")
    return folder / "t.db"


def test_an_event_once_seen_keeps_its_id_whatever_is_read_later(tmp_path: Path) -> None:
    record = _put(tmp_path, "late.txt", PAGE.replace("Publié le 4 mars 2025", "Publié le 6 mars 2025"))
    before = [e.id for e in detente.open(record).record.events]
    _put(tmp_path, "early.txt", PAGE)
    after = detente.open(record).record.events
    assert [e.id for e in after] == before
    assert max(len(e.reports) for e in after) == 2
    (tmp_path / "t.db.gathered").unlink()
    assert detente.open(record).record.events == after
    assert [e.id for e in detente.open(record, known_on=date(2025, 3, 5)).record.events] == before


def test_what_is_kept_beside_a_record_changes_nothing_in_it(tmp_path: Path) -> None:
    record = _put(tmp_path, "one.txt", PAGE)
    first = detente.open(record).export("json")
    _put(tmp_path, "two.txt", PAGE.replace("Portugal", "Maroc").replace("portugais", "marocains"))
    kept = detente.open(record).export("json")
    assert kept != first
    (tmp_path / "t.db.gathered").unlink()
    assert detente.open(record).export("json") == kept
