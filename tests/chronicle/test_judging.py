"""What an analyst decided wins, whatever the pages, the coding or the order: dated, undone, never erased."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.story import BOOK, STORY, courrier, day, visite, weekend, wire
from chronicle.strategies import readings
from detente.chronicle import gather
from detente.chronicle.attaching import anchor_of
from detente.model import Anchor, Document, Event, Judgement, Reading, Record, Verdict

PLAIN = gather(STORY, BOOK)
KNOWN = {d.id: d for d in PLAIN.documents}


def at(hour: int, date: str = "2025-07-01") -> datetime:
    return datetime(*(int(p) for p in date.split("-")), hour, tzinfo=UTC)  # type: ignore[arg-type,misc]


def anchors(event: Event) -> tuple[Anchor, ...]:
    return tuple(anchor_of(r, KNOWN[r.evidence.document]) for r in event.reports)


def event_of(page: Document, type: str = "", record: Record = PLAIN) -> Event:
    return next(
        e for e in record.events if e.type.startswith(type) and any(r.evidence.document == page.id for r in e.reports)
    )


def anchor(page: Document, type: str = "") -> tuple[Anchor, ...]:
    found = next(r for r in PLAIN.reports if r.evidence.document == page.id and r.type.startswith(type))
    return (anchor_of(found, page),)


def judged(
    verdict: Verdict, hour: int, on: Sequence[Anchor] = (), other: Sequence[Anchor] = (), **more: Any
) -> Judgement:
    return Judgement(verdict, "A. Desk", at(hour), tuple(on), tuple(other), **more)


def undo(judgement: Judgement, hour: int) -> Judgement:
    return judged(Verdict.UNDONE, hour, undoes=judgement.id)


def after(*judgements: Judgement, pages: Sequence[Reading] = STORY) -> Record:
    return gather(pages, BOOK, judgements=judgements)


def effects(record: Record) -> list[str]:
    return [str(j.effect) for j in record.judgements]


AUDIENCE, WEEKEND, BOND = event_of(visite), event_of(weekend), event_of(wire)
SAME = judged(Verdict.SAME, 9, anchors(AUDIENCE), anchors(WEEKEND))
DIFFERENT = judged(Verdict.DIFFERENT, 9, anchors(AUDIENCE), anchors(WEEKEND))


# -- each verdict --------------------------------------------------------------------------------------------------


def test_what_may_be_one_is_one_when_an_analyst_says_so() -> None:
    record = after(SAME)
    event = event_of(weekend, record=record)
    assert {r.evidence.document for r in event.reports} >= {visite.id, weekend.id}
    assert (event.judged, record.doubts) == ((SAME.id,), ())


def test_what_may_be_one_is_not_when_an_analyst_says_so() -> None:
    record = after(DIFFERENT)
    assert len(record.events) == len(PLAIN.events)
    assert record.doubts == ()
    assert all(e.possibly_same == () for e in record.events)


def test_one_event_becomes_two() -> None:
    apart = judged(Verdict.DIFFERENT, 9, anchor(courrier, "SANCTION"), anchor(wire))
    record = after(apart)
    one, other = event_of(courrier, "SANCTION", record), event_of(wire, record=record)
    assert one.id != other.id
    assert len(record.events) == len(PLAIN.events) + 1
    assert apart.id in one.judged
    assert apart.id in other.judged


def test_what_the_sentence_does_not_say_is_no_event_and_is_still_shown() -> None:
    record = after(judged(Verdict.WRONG, 9, anchors(BOND)))
    assert not any({r.id for r in BOND.reports} & {r.id for r in e.reports} for e in record.events)
    assert {r.id for r in BOND.reports} <= {r.id for r in record.reports}
    assert not any(m.imposer == ("PRT",) and m.start for m in record.measures)


def test_what_was_read_unsurely_counts_once_it_is_said_to_be_right() -> None:
    unsure = replace(BOOK, confidence=replace(BOOK.confidence, review=0.99))
    right = judged(Verdict.RIGHT, 9, anchors(BOND))
    assert all(e.review for e in gather(STORY, unsure).events)
    found = [e.id for e in gather(STORY, unsure, judgements=[right]).events if not e.review]
    assert found == [BOND.id]


def test_a_sentence_read_wrongly_is_read_as_the_analyst_does() -> None:
    (told,) = anchor(wire)
    record = after(judged(Verdict.CORRECTED, 9, [told], field="amount", value="5000 EUR"))
    assert {c.field for c in PLAIN.contradictions} - {c.field for c in record.contradictions} == {"amount"}
    assert [r.amount for r in record.reports if r.evidence.document == wire.id] == ["5000 EUR"]


def test_a_value_of_the_event_leaves_its_sentences_as_they_are() -> None:
    judgement = judged(Verdict.CORRECTED, 9, anchors(BOND), field="amount", value="5500 EUR", of_event=True)
    record = after(judgement)
    event = event_of(wire, record=record)
    assert (event.amount, event.judged) == ("5500 EUR", (judgement.id,))
    assert {r.amount for r in event.reports} == {"5000 EUR", "6000 EUR"}
    assert record.contradictions == PLAIN.contradictions
    measure = next(m for m in record.measures if m.imposer == ("PRT",))
    assert measure.amount is not None
    assert measure.amount.text == "5500 EUR"


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        pytest.param("date", "2025-03-01", "2025-03-01", id="day"),
        pytest.param("date", "2025-02", "2025-02", id="month"),
        pytest.param("date", "2024/..", "2024/..", id="open"),
        pytest.param("date", "", None, id="no-date"),
        pytest.param("status", "denied", "denied", id="status"),
        pytest.param("actors", "GHA PRT", ("GHA", "PRT"), id="actors"),
        pytest.param("recipients", "", (), id="no-recipient"),
        pytest.param("people", "Afi Kponton, A. B.", ("A. B.", "Afi Kponton"), id="people"),
        pytest.param("instrument", "visa", "visa", id="instrument"),
        pytest.param("type", "ACCUSE", "ACCUSE", id="type"),
    ],
)
def test_every_field_has_its_values(field: str, value: str, expected: object) -> None:
    record = after(judged(Verdict.CORRECTED, 9, anchor(wire), field=field, value=value))
    (told,) = (r for r in record.reports if r.evidence.document == wire.id)
    found = (told.when.edtf if told.when else None) if field == "date" else getattr(told, field)
    assert found == expected
    assert effects(record) == ["applied"]


# -- time, conflict, undoing --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("judgements", "expected", "merged"),
    [
        pytest.param([SAME, replace(DIFFERENT, made=at(10))], ["overruled", "applied"], False, id="then-different"),
        pytest.param([replace(SAME, made=at(10)), DIFFERENT], ["overruled", "applied"], True, id="then-same"),
        pytest.param([SAME, undo(SAME, 10)], ["undone", "applied"], False, id="undone"),
        pytest.param(
            [SAME, undo(SAME, 10), undo(undo(SAME, 10), 11)], ["applied", "undone", "applied"], True, id="brought-back"
        ),
        pytest.param([undo(DIFFERENT, 8)], ["detached"], False, id="undoes-what-is-not-there"),
    ],
)
def test_the_latest_word_wins_and_both_are_shown(
    judgements: list[Judgement], expected: list[str], merged: bool
) -> None:
    record = after(*judgements)
    assert effects(record) == expected
    assert (event_of(visite, record=record).id == event_of(weekend, record=record).id) == merged


def test_of_two_values_the_later_holds_and_says_which_it_overrules() -> None:
    first = judged(Verdict.CORRECTED, 9, anchors(BOND), field="amount", value="1 EUR", of_event=True)
    second = judged(Verdict.CORRECTED, 10, anchors(BOND), field="amount", value="2 EUR", of_event=True)
    record = after(second, first)
    assert event_of(wire, record=record).amount == "2 EUR"
    assert [(str(j.effect), j.by) for j in record.judgements] == [("overruled", second.id), ("applied", None)]


@pytest.mark.parametrize(
    ("hours", "stands"),
    [pytest.param((9, 10), True, id="value-after-wrong"), pytest.param((10, 9), False, id="wrong-after-value")],
)
def test_who_corrects_a_value_says_that_the_rest_is_right(hours: tuple[int, int], stands: bool) -> None:
    wrong = judged(Verdict.WRONG, hours[0], anchor(wire))
    value = judged(Verdict.CORRECTED, hours[1], anchor(wire), field="place", value="Lomé")
    record = after(wrong, value)
    assert any(r.evidence.document == wire.id for e in record.events for r in e.reports) == stands


# -- recoding ------------------------------------------------------------------------------------------------------


def recoded(page: Document, before: str = "", **more: Any) -> list[Reading]:
    """The story as a later version reads it: one page's text begins with more words, its reports are coded anew."""
    found = []
    for reading in STORY:
        if reading.document.id == page.id:
            text = before + reading.document.text
            document = replace(reading.document, text=text)
            shifted = tuple(
                replace(
                    r, evidence=document.evidence(r.evidence.start + len(before), r.evidence.end + len(before)), **more
                )
                for r in reading.reports
            )
            reading = replace(reading, document=document, reports=shifted, statements=(), times=())
        found.append(reading)
    return found


@pytest.mark.parametrize(
    ("pages", "effect"),
    [
        pytest.param(STORY, "applied", id="as-it-was"),
        pytest.param(recoded(wire, "By our staff. "), "applied", id="offsets-moved"),
        pytest.param(recoded(wire, confidence=0.3, rule="another"), "applied", id="another-rule"),
        pytest.param(recoded(wire, when=None, amount=None), "applied", id="other-details"),
        pytest.param(recoded(wire, act="accuse", type="ACCUSE"), "applied", id="another-act-of-the-same-two"),
        pytest.param(
            recoded(wire, act="praise", type="SUPPORT", actors=("GHA",), recipients=("TGO",), instrument=None),
            "applied",
            id="only-whom-is-the-same",
        ),
        pytest.param(
            recoded(wire, act="praise", type="SUPPORT", actors=("GHA",), recipients=("PRT",), instrument=None),
            "detached",
            id="nothing-is-the-same",
        ),
        pytest.param([r for r in STORY if r.document.id != wire.id], "detached", id="page-not-in-the-record"),
    ],
)
def test_it_survives_recoding(pages: Sequence[Reading], effect: str) -> None:
    record = after(judged(Verdict.WRONG, 9, anchor(wire)), pages=pages)
    assert effects(record) == [effect]
    assert any(r.evidence.document == wire.id for e in record.events for r in e.reports) == (
        effect == "detached" and any(p.document.id == wire.id for p in pages)
    )


# -- properties ----------------------------------------------------------------------------------------------------


@st.composite
def judgements(draw: st.DrawFn, pages: list[Reading]) -> list[Judgement]:
    """Up to six judgements on these pages, some undone, some at one moment."""
    documents = {p.document.id: p.document for p in pages}
    claims = [anchor_of(r, documents[r.evidence.document]) for p in pages for r in p.reports]
    found: list[Judgement] = []
    for _ in range(draw(st.integers(0, 6)) if claims else 0):
        hour, one = draw(st.integers(0, 5)), draw(st.sampled_from(claims))
        verdict = draw(st.sampled_from(list(Verdict)))
        if verdict is Verdict.UNDONE:
            found += [undo(draw(st.sampled_from(found)), hour)] if found else []
        elif verdict in (Verdict.SAME, Verdict.DIFFERENT):
            found.append(judged(verdict, hour, [one], [draw(st.sampled_from(claims))]))
        elif verdict is Verdict.CORRECTED:
            more = draw(st.sampled_from([("place", "Kara"), ("date", "2025-03-09"), ("status", "denied")]))
            found.append(judged(verdict, hour, [one], field=more[0], value=more[1], of_event=draw(st.booleans())))
        else:
            found.append(judged(verdict, hour, [one]))
    return found


@st.composite
def judged_pages(draw: st.DrawFn) -> tuple[list[Reading], list[Judgement], list[Judgement]]:
    pages = draw(readings())
    found = draw(judgements(pages))
    return pages, found, draw(st.permutations(found))


@given(judged_pages())
@settings(max_examples=80, deadline=None)
def test_they_count_by_when_they_were_made_not_by_when_they_arrived(
    drawn: tuple[list[Reading], list[Judgement], list[Judgement]],
) -> None:
    pages, found, shuffled = drawn
    assert gather(pages, BOOK, judgements=found) == gather(reversed(pages), BOOK, judgements=[*shuffled, *found])


@given(judged_pages())
@settings(max_examples=80, deadline=None)
def test_all_undone_is_as_if_nobody_had_judged(drawn: tuple[list[Reading], list[Judgement], list[Judgement]]) -> None:
    pages, found, _ = drawn
    real = [j for j in found if j.verdict is not Verdict.UNDONE]
    record = gather(pages, BOOK, judgements=[*real, *(undo(j, 23) for j in real)])
    assert replace(record, judgements=()) == gather(pages, BOOK)


@given(judged_pages())
@settings(max_examples=80, deadline=None)
def test_nothing_that_was_read_or_judged_is_lost(drawn: tuple[list[Reading], list[Judgement], list[Judgement]]) -> None:
    pages, found, _ = drawn
    record = gather(pages, BOOK, judgements=found)
    plain = gather(pages, BOOK)
    assert {j.judgement.id for j in record.judgements} == {j.id for j in found}
    assert [(r.evidence, r.act) for r in record.reports] == [(r.evidence, r.act) for r in plain.reports]
    told = [r.id for e in record.events for r in e.reports]
    assert len(told) == len(set(told))


@given(judged_pages())
@settings(max_examples=80, deadline=None)
def test_two_said_to_differ_never_share_an_event(drawn: tuple[list[Reading], list[Judgement], list[Judgement]]) -> None:
    pages, found, _ = drawn
    record = gather(pages, BOOK, judgements=found)
    home = {r.id: e.id for e in record.events for r in e.reports}
    for j in record.judgements:
        if j.effect == "applied" and j.judgement.verdict in (Verdict.SAME, Verdict.DIFFERENT) and len(j.reports) == 2:
            homes = [home[i] for i in j.reports if i in home]
            if len(homes) == 2:
                assert (homes[0] == homes[1]) == (j.judgement.verdict is Verdict.SAME)


def test_the_day_of_a_judgement_is_no_day_of_the_story() -> None:
    assert max(d.published for d in after(SAME).documents if d.published) == day("2025-06-22")
