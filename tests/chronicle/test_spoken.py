"""Where sides stand through time, one utterance in several pages, and what became of what was announced."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.chronicle.commitments import commitments
from detente.chronicle.positions import positions
from detente.chronicle.wordings import wordings
from detente.model import (
    Basis,
    Document,
    Event,
    Report,
    SpeechMode,
    Stance,
    Statement,
    Status,
    TimeMention,
    Topic,
    When,
)
from strategies import CODES


def _document(name: str, text: str) -> Document:
    return Document(name, name, f"{name}.txt", text, "fr", published=date(2026, 3, int(name)))


def _said(name: str, stance: Stance | None, side: str = "MLI", topic: str = "visa-bond") -> Statement:
    page = _document(name, f"Parole numéro {name}.")
    return Statement(
        page.evidence(0, 10), SpeechMode.DIRECT, "X", side, topic=Topic("instrument", topic, 0, 3), stance=stance
    )


DAYS = {str(day): date(2026, 3, day) for day in range(1, 9)}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param([_said("1", Stance.AGAINST), _said("3", Stance.FOR)], ["1 against", "3 for changed"], id="changes"),
        pytest.param([_said("3", Stance.FOR), _said("1", Stance.AGAINST)], ["1 against", "3 for changed"], id="by-day"),
        pytest.param([_said("1", Stance.FOR), _said("3", Stance.FOR)], ["1 for", "3 for"], id="stays"),
        pytest.param([_said("1", Stance.NEUTRAL), _said("2", None)], [], id="no-stance"),
        pytest.param([_said("1", Stance.FOR, topic="MLI")], [], id="on-itself"),
        pytest.param([_said("1", Stance.FOR), _said("3", Stance.AGAINST, "USA")], ["1 for", "3 against"], id="two-sides"),
    ],
)  # fmt: skip
def test_positions(said: list[Statement], expected: list[str]) -> None:
    found = positions(said, DAYS)
    shown = [f"{p.when.edtf[-1] if p.when else ''} {p.stance}{' changed' if p.changed else ''}" for p in found]
    assert shown == expected


QUOTE = "Nous ne céderons jamais devant la menace, et nos portes restent ouvertes."


@pytest.mark.parametrize(
    ("texts", "origins", "expected"),
    [
        pytest.param([QUOTE, QUOTE], {}, [["same", "same"]], id="word-for-word"),
        pytest.param([QUOTE, "Nous ne céderons jamais devant la menace."], {}, [["same", "cut"]], id="cut"),
        pytest.param([QUOTE, "Nous ne céderons jamais devant le chantage, et nos portes restent closes."], {},
                     [["altered", "same"]], id="altered"),
        pytest.param([QUOTE, "La pluie est tombée hier sur toute la région du fleuve."], {}, [], id="another"),
        pytest.param([QUOTE, QUOTE], {"2": "1"}, [], id="a-copy-is-no-second-wording"),
    ],
)  # fmt: skip
def test_wordings(texts: list[str], origins: dict[str, str], expected: list[list[str]]) -> None:
    pages = {str(i): _document(str(i), text) for i, text in enumerate(texts, 1)}
    said = [Statement(p.evidence(0, len(p.text)), SpeechMode.DIRECT, "X", "MLI") for p in pages.values()]
    found = wordings(said, pages, {name: name for name in pages} | origins)
    assert [sorted(q.kind for q in w.quoted) for w in found] == [sorted(kinds) for kinds in expected]


def _event(chosen: Status, *told: tuple[str, Status], due: int = 3) -> Event:
    day = When(date(2026, 3, due), date(2026, 3, due), f"2026-03-0{due}", Basis.STATED)
    reports = tuple(
        Report("visit", "CONSULT", ("MLI",), ("USA",), _document(name, "Il ira.").evidence(0, 7), 0.9, "x", when=day,
               status=status)
        for name, status in told
    )  # fmt: skip
    return Event("e", "visit", "CONSULT", ("MLI",), ("USA",), chosen, reports)


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        pytest.param(_event(Status.OCCURRED, ("1", Status.PLANNED), ("4", Status.OCCURRED)), ["kept"], id="kept"),
        pytest.param(
            _event(Status.CANCELLED, ("1", Status.PLANNED), ("4", Status.CANCELLED)), ["dropped"], id="dropped"
        ),
        pytest.param(_event(Status.PLANNED, ("1", Status.PLANNED)), ["open"], id="open"),
        pytest.param(_event(Status.PLANNED, ("1", Status.PLANNED), ("5", Status.PLANNED)), ["overdue"], id="overdue"),
        pytest.param(_event(Status.OCCURRED, ("4", Status.OCCURRED)), [], id="never-announced"),
    ],
)
def test_commitments(event: Event, expected: list[str]) -> None:
    assert [c.state for c in commitments([event], DAYS)] == expected


def _off(printed: str, day: int | None, type_: str = "REJECT", review: bool = False) -> Event:
    """A page that tells a visit called off, of that day or of none."""
    when = When(date(2026, 3, day), date(2026, 3, day), f"2026-03-0{day}", Basis.STATED) if day else None
    said = _document(printed, "Elle est annulée.").evidence(0, 17)
    report = Report("cancel", type_, ("MLI",), ("USA",), said, 0.5, "cancel.noun", when=when, status=Status.CANCELLED)
    return Event(
        f"off{printed}", "cancel", type_, ("MLI",), ("USA",), Status.CANCELLED, (report,), when=when, review=review
    )


VISIT = _event(Status.PLANNED, ("1", Status.PLANNED), ("5", Status.PLANNED))


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        pytest.param([_off("5", None)], ["dropped"], id="by-a-noun"),
        pytest.param([_off("5", None, review=True)], ["dropped"], id="told-unsurely"),
        pytest.param([_off("5", 3)], ["dropped"], id="of-its-day"),
        pytest.param([_off("5", 8)], ["overdue"], id="of-another-day"),
        pytest.param([_off("1", None)], ["overdue"], id="told-before"),
        pytest.param([_off("5", None, "SANCTION")], ["overdue"], id="another-thing-is-called-off"),
        pytest.param([_off("5", None), replace(_event(Status.PLANNED, ("2", Status.PLANNED), due=8), id="f")],
                     ["overdue", "open"], id="one-of-two"),
    ],
)  # fmt: skip
def test_a_meeting_called_off(others: list[Event], expected: list[str]) -> None:
    found = commitments([VISIT, *others], DAYS)
    assert [c.state for c in found if c.event in ("e", "f")] == expected


def _act(name: str, day: str, type_: str, instrument: str | None, status: Status = Status.OCCURRED) -> Event:
    report = Report(
        name, type_, ("GHA",), ("TGO",), _document(day, "Le Ghana.").evidence(0, 9), 0.9, "x", status=status
    )
    return Event(name, name, type_, ("GHA",), ("TGO",), status, (report,), instrument=instrument)


def _promise(topic: str = "border", side: str = "GHA") -> Statement:
    page = _document("2", "Le Ghana.")
    about = Topic("instrument", topic, 0, 2)
    return Statement(
        page.evidence(0, 9), SpeechMode.INDIRECT, "X", side, strength="promise", content=(0, 9), topic=about
    )


def _by(day: int) -> list[tuple[str, TimeMention]]:
    when = When(None, date(2026, 3, day), f"../2026-03-0{day}", Basis.STATED)
    return [("2", TimeMention(3, 8, "avant", when, "day"))]


PROMISE = _act("promise", "2", "AGREE", None)


@pytest.mark.parametrize(
    ("later", "said", "dates", "expected"),
    [
        pytest.param([_act("open", "4", "CONCEDE", "border")], _promise(), _by(5), ["kept ../2026-03-05"], id="kept"),
        pytest.param([_act("close", "4", "SANCTION", "border")], _promise(), _by(5), ["dropped ../2026-03-05"], id="contradicted"),
        pytest.param([_act("open", "4", "CONCEDE", "border", Status.CANCELLED)], _promise(), _by(5), ["dropped ../2026-03-05"],
                     id="called-off"),
        pytest.param([_act("open", "4", "CONCEDE", "visa")], _promise(), _by(5), ["open ../2026-03-05"], id="another-matter"),
        pytest.param([_act("open", "1", "CONCEDE", "border")], _promise(), _by(5), ["open ../2026-03-05"], id="done-before"),
        pytest.param([_act("talks", "8", "CONSULT", None)], _promise(), _by(5), ["overdue ../2026-03-05"], id="overdue"),
        pytest.param([_act("talks", "8", "CONSULT", None)], _promise(), _by(1), ["open None"], id="a-day-gone-by-is-not-due"),
        pytest.param([], _promise(), [*_by(2), *_by(5)], ["open ../2026-03-05"], id="by-then-not-today"),
        pytest.param([], _promise(side="TGO"), [], [], id="nobody-else-promises-it"),
    ],
)  # fmt: skip
def test_promises(
    later: list[Event], said: Statement, dates: list[tuple[str, TimeMention]], expected: list[str]
) -> None:
    found = commitments([PROMISE, *later], DAYS, [said], dates)
    assert [f"{c.state} {c.due.edtf if c.due else None}" for c in found] == expected


@given(
    st.lists(
        st.builds(_said, st.sampled_from(sorted(DAYS)), st.sampled_from(Stance), st.sampled_from(CODES)),
        max_size=6,
        unique_by=lambda s: s.id,  # a span and a speaker make one statement
    ),
    st.randoms(),
)
def test_the_order_of_pages_does_not_matter(said: list[Statement], shuffled: Random) -> None:
    other = list(said)
    shuffled.shuffle(other)
    assert positions(sorted(other, key=lambda s: s.id), DAYS) == positions(sorted(said, key=lambda s: s.id), DAYS)
