"""Who holds office: what the loader refuses, when somebody holds, and how names are spelled."""

from datetime import date
from pathlib import Path

import pytest

from detente.codebook.people import load_people
from detente.codebook.people_model import People, first_of, last_of
from detente.model import CodebookError

ROLES = """
minister: {fr: ministre, en: minister, nouns: {fr: [ministre], en: [minister]}}
ambassador: {fr: ambassadeur, en: ambassador}
"""
SPELLING = "skipped: [al]\nsame: {ahmed: [ahmad, ahmet]}\nnobody: [Lina Sow]\n"


def _folder(within: Path) -> Path:
    (within / "people").mkdir()
    return within / "people"


def people(folder: Path, roles: str = ROLES, **files: str) -> People:
    """The people of some files, for two states."""
    for name, text in {"roles": roles, "spelling": SPELLING, **files}.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return load_people(folder, ["MLI", "TGO"])


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        pytest.param("XXX: [{name: A B, role: minister, since: 2020}]", "XXX is nobody", id="code"),
        pytest.param("MLI: {name: A B, role: minister, since: 2020}", "write a list", id="no-list"),
        pytest.param("MLI: [{name: A B, role: king, since: 2020}]", "no role king", id="role"),
        pytest.param("MLI: [{name: A B, since: 2020}]", "no role None", id="no-role"),
        pytest.param("MLI: [{name: A B, role: minister}]", "since when", id="no-since"),
        pytest.param("MLI: [{name: A B, role: minister, since: 2020-13}]", "2020-13 is no day", id="month"),
        pytest.param("MLI: [{name: A B, role: minister, since: March 2020}]", "is no day, month", id="words"),
        pytest.param("MLI: [{name: A B, role: minister, since: 2020, until: 2019-12}]", "swap them", id="order"),
        pytest.param("MLI: [{name: A B, role: minister, since: 2020, form: x}]", "unknown form", id="key"),
        pytest.param("MLI: [{name: No, role: minister, since: 2020}]", "put what YAML takes", id="yaml"),
        pytest.param("MLI: [{name: A B, role: minister, since: 2020, any: [12]}]", "put what YAML", id="number"),
        pytest.param(
            "MLI:\n- {name: Awa Sow, role: minister, since: 2019}\n- {name: Awa Sow, role: ambassador, since: 2020}",
            "africa.yml, MLI, Awa Sow stands in people/africa.yml, MLI, Awa Sow at the same time",
            id="twice",
        ),
        pytest.param(
            "MLI:\n- {name: Ahmad Sow, role: minister, since: 2019, until: 2021-05}\n"
            "- {name: Ahmed al-Sow, role: minister, since: 2020}",
            "at the same time",
            id="twice-spelled-otherwise",
        ),
        pytest.param(
            "MLI:\n- {name: Awa Sow, role: minister, since: 2019}\n"
            "- {name: Awa Diop Sow, any: [Awa Sow], role: minister, since: 2021}",
            "at the same time",
            id="twice-by-another-name",
        ),
    ],
)
def test_refusals(tmp_path: Path, rows: str, says: str) -> None:
    with pytest.raises(CodebookError) as refusal:
        people(_folder(tmp_path), africa=rows)
    assert says in str(refusal.value)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param("2019, until: 2020}|2020-06}", id="within-a-year"),
        pytest.param("2019-03, until: 2020-05-20}|2020-05}", id="within-a-month"),
        pytest.param("2019-03, until: 2020-05-20}|2020-05-20}", id="on-a-day"),
        pytest.param("2019-03-01, until: 2019-09-02}|2022}", id="again-later"),
    ],
)
def test_who_changes_office_stands_in_two_rows(tmp_path: Path, rows: str) -> None:
    one, other = (f"- {{name: Awa Sow, role: minister, since: {of}" for of in rows.split("|"))
    assert len(list(people(tmp_path, africa=f"MLI:\n{one}\n{other}").every())) == len([one, other, "nobody"])


def test_one_name_for_two_states_is_two_rows(tmp_path: Path) -> None:
    row = "[{name: Awa Sow, role: minister, since: 2019}]"
    assert {h.actor for h in people(tmp_path, africa=f"MLI: {row}\nTGO: {row}").every()} == {"MLI", "TGO", ""}


@pytest.mark.parametrize(
    ("since", "until", "day", "holds"),
    [
        pytest.param("2020-10", "2026-01-05", "2020-10-01", True, id="first-of-the-month"),
        pytest.param("2020-10", "2026-01-05", "2020-09-30", False, id="the-day-before"),
        pytest.param("2020-10", "2026-01-05", "2026-01-05", True, id="last-day"),
        pytest.param("2020-10", "2026-01-05", "2026-01-06", False, id="the-day-behind"),
        pytest.param("2019", "2021", "2021-12-31", True, id="last-of-the-year"),
        pytest.param("2019", "2021", "2022-01-01", False, id="year-behind"),
        pytest.param("2019", "2020-02", "2020-02-29", True, id="leap-year"),
        pytest.param("2019", "", "2031-01-01", True, id="open"),
        pytest.param("2019", "", None, True, id="undated-and-open"),
        pytest.param("2019", "2021", None, False, id="undated-and-over"),
    ],
)
def test_who_holds(tmp_path: Path, since: str, until: str, day: str | None, holds: bool) -> None:
    end = f", until: {until}" if until else ""
    rows = f"MLI: [{{name: Awa Sow, role: minister, since: {since}{end}}}]"
    (held,) = (h for h in people(tmp_path, africa=rows).every() if h.actor)
    assert held.holds(date.fromisoformat(day) if day else None) == holds
    assert (held.since, held.until) == (since, until)  # as written: never a day that nobody knows


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
    ],
)
def test_days_of(edtf: str, first: str, last: str) -> None:
    assert (first_of(edtf).isoformat(), last_of(edtf).isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("role", "label"),
    [("minister", "ministre"), ("ambassador to Mali", "ambassadeur")],
)
def test_role(tmp_path: Path, role: str, label: str) -> None:
    assert people(tmp_path).role(role).label["fr"] == label
