"""Two reports on two pages: one event, two, or a doubt; a row is what each page says."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings

from chronicle.story import BOOK, day, document, reading, report, when
from chronicle.strategies import readings
from detente.chronicle import gather, holds
from detente.chronicle.clues import FEATURES, related
from detente.chronicle.fields import RULES, Rule
from detente.chronicle.naming import Naming
from detente.chronicle.same import OF_KIND, START, WEIGHTS, clues, compare
from detente.chronicle.tellings import tellings
from detente.chronicle.weighing import Words
from detente.model import Event, Reading, Status, TimeMention

MEET: Mapping[str, Any] = {"act": "meet", "type": "CONSULT"}
BOND: Mapping[str, Any] = {"act": "impose", "type": "SANCTION", "instrument": "visa-bond", "effect": "impose"}
ACCUSE: Mapping[str, Any] = {"act": "accuse", "type": "ACCUSE"}
KPONTON, SARMENTO = ("Afi Kponton",), ("Duarte Sarmento",)

ONE, TWO, DOUBT = "one event", "two events", "possibly the same"


def page(name: str, published: str | None = None, unread: bool = False, **told: Any) -> Reading:
    """A page of one sentence and one report; `unread`: it dates itself by words without a value."""
    text = f"Ce week-end, la page {name} dit ce que {name * 6} fit."  # no rare word that another page has
    here = document(f"pages/{name}.txt", text, outlet=name, published=day(published) if published else None)
    times = (TimeMention(0, 11, text[:11], None, "week-end"),) if unread else ()
    sides = {"actors": "PRT", "recipients": "TGO"}
    date = told.pop("date", None)
    return reading(here, report(here, text, **{**sides, **told}, when=when(date) if date else None), times=times)


def outcome(*pages: Reading) -> str:
    events = gather(pages, BOOK).events
    if len(events) == 1:
        return ONE
    return DOUBT if any(e.possibly_same for e in events) else TWO


def row(a: Mapping[str, Any], b: Mapping[str, Any], expected: str, name: str) -> Any:
    return pytest.param(a, b, expected, id=name)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        row({**MEET, "date": "2025-06-02"}, {**MEET, "date": "2025-06-02"}, ONE, "meeting-same-day"),
        row(
            {**MEET, "date": "2025-06-02"},
            {**MEET, "date": "2025-06-02", "actors": "PRT TGO", "recipients": ""},
            ONE,
            "meeting-host-not-said",
        ),
        row({**MEET, "date": "2025-06-02"}, {**MEET, "date": "2025-06-04"}, TWO, "meeting-other-day"),
        row(
            {**MEET, "date": "2025-06-02", "people": KPONTON},
            {**MEET, "date": "2025-06-03", "people": KPONTON},
            ONE,
            "meeting-a-day-apart-same-person",
        ),
        row(
            {**MEET, "date": "2025-06-02", "people": KPONTON},
            {**MEET, "date": "2025-06-03", "people": SARMENTO},
            TWO,
            "meeting-a-day-apart-other-people",
        ),
        row(
            {**MEET, "date": "2025-06-02", "people": KPONTON, "place": "Lomé"},
            {**MEET, "date": "2025-06-02", "people": SARMENTO, "place": "Kara"},
            TWO,
            "meeting-other-people-elsewhere",
        ),
        row(
            {**MEET, "date": "2025-06-02", "people": KPONTON},
            {**MEET, "date": "2025-06-02", "people": SARMENTO},
            ONE,
            "meeting-each-side-names-its-own",
        ),
        row({**MEET, "date": "2025-06-02"}, {**MEET, "date": "2025-06"}, ONE, "meeting-only-the-month"),
        row({**MEET, "date": "2025-06-02"}, {**MEET}, ONE, "meeting-without-date-one-candidate"),
        row(
            {**MEET, "date": "2025-06-02"}, {**MEET, "published": "2025-05-01"}, TWO, "meeting-told-before-it-was-held"
        ),
        row({**MEET, "date": "2025-06-02"}, {**MEET, "unread": True}, DOUBT, "meeting-with-a-day-nobody-can-read"),
        row(
            {**MEET, "date": "2025-06-02", "status": Status.PLANNED},
            {**MEET, "date": "2025-06-02"},
            ONE,
            "planned-then-held",
        ),
        row({**MEET, "date": "2025-06-02"}, {**MEET, "date": "2025-06-02", "actors": "GHA"}, TWO, "meeting-of-others"),
        row({**BOND, "date": "2025-03-03"}, {**BOND, "date": "2025-03-05"}, ONE, "measure-days-apart"),
        row({**BOND, "date": "2025-03-03"}, {**BOND, "date": "2025-06-03"}, TWO, "measure-months-apart"),
        row({**BOND, "date": "2025-03-03"}, {**BOND, "date": "2025"}, ONE, "measure-only-the-year"),
        row(
            {**BOND, "date": "2025-03-03"},
            {**BOND, "date": "2025-03-03", "instrument": "visa"},
            ONE,
            "measure-broader-term",
        ),
        row(
            {**BOND, "date": "2025-03-03"},
            {**BOND, "date": "2025-03-03", "instrument": "aid"},
            TWO,
            "measure-other-kind",
        ),
        row(
            {**BOND, "date": "2025-03-03"},
            {**BOND, "date": "2025-03-03", "actors": "TGO", "recipients": "PRT"},
            TWO,
            "measure-of-the-other-side",
        ),
        row(
            {**BOND, "date": "2025-03-03"},
            {**BOND, "date": "2025-03-03", "effect": "tighten"},
            TWO,
            "measure-other-step",
        ),
        row({**ACCUSE, "date": "2025-03-03"}, {**ACCUSE, "date": "2025-03-03"}, ONE, "words-same-day"),
        row({**ACCUSE, "date": "2025-03-03"}, {**ACCUSE}, TWO, "words-without-date"),
        row(
            {**ACCUSE, "date": "2025-03-03", "people": KPONTON},
            {**ACCUSE, "people": KPONTON},
            ONE,
            "words-without-date-same-person",
        ),
        row(
            {**ACCUSE, "date": "2025-03-03", "people": KPONTON},
            {**ACCUSE, "date": "2025-03-03", "people": SARMENTO},
            TWO,
            "words-of-another-person",
        ),
    ],
)
def test_two_pages(a: Mapping[str, Any], b: Mapping[str, Any], expected: str) -> None:
    assert outcome(page("a", **a), page("b", **b)) == expected
    assert outcome(page("b", **a), page("a", **b)) == expected


@pytest.mark.parametrize("names", permutations("abc"))
def test_a_vague_date_that_fits_two_events_joins_neither(names: tuple[str, str, str]) -> None:
    dates = ("2025-06-02", "2025-06-20", "2025-06")
    found = gather([page(name, **MEET, date=date) for name, date in zip(names, dates, strict=True)], BOOK).events
    assert sorted(len(e.possibly_same) for e in found) == [1, 1, 2]


def test_a_named_person_picks_one_of_two_events() -> None:
    found = gather(
        [
            page("a", **MEET, date="2025-06-02", people=KPONTON),
            page("b", **MEET, date="2025-06-20"),
            page("c", **MEET, people=("Kponton",)),
        ],
        BOOK,
    ).events
    assert [(e.outlets, e.people) for e in found] == [(2, KPONTON), (1, ())]


def test_what_may_be_any_of_four_events_says_nothing_about_them() -> None:
    days = [page(str(n), **MEET, date=f"2025-06-{n:02}") for n in (2, 9, 16, 23)]
    assert not [e for e in gather([*days, page("c", **MEET, date="2025")], BOOK).events if e.possibly_same]


def test_two_accusations_of_one_page_are_two() -> None:
    text = "Lisbonne accuse Lomé de lenteur. Lisbonne accuse Lomé de froideur."
    here = document("pages/a.txt", text)
    told = [
        report(here, s, "accuse", "ACCUSE", "PRT", "TGO", when=when("2025-03-03"))
        for s in ("Lisbonne accuse Lomé de lenteur.", "Lisbonne accuse Lomé de froideur.")
    ]
    assert len(gather([reading(here, *told)], BOOK).events) == 2


def _status(*statuses: Status) -> Event:
    pages = [page(str(i), **MEET, date="2025-06-02", status=s) for i, s in enumerate(statuses)]
    return gather(pages, BOOK).events[0]


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ((Status.PLANNED, Status.OCCURRED), Status.OCCURRED),
        ((Status.PLANNED, Status.PLANNED, Status.OCCURRED), Status.OCCURRED),
        ((Status.PLANNED, Status.CANCELLED), Status.CANCELLED),
        ((Status.PROPOSED, Status.PLANNED), Status.PLANNED),
        ((Status.ALLEGED, Status.OCCURRED, Status.OCCURRED), Status.OCCURRED),
        ((Status.ALLEGED, Status.ALLEGED, Status.DENIED), Status.ALLEGED),
    ],
)
def test_a_later_stage_wins_then_the_number_of_sources(statuses: tuple[Status, ...], expected: Status) -> None:
    assert _status(*statuses).status is expected


def test_a_month_supports_the_day_inside_it() -> None:
    told = ("2025-03-03", "2025-03-05", "2025-03-05", "2025-03", "2025-03")
    (event,) = gather([page(str(i), **BOND, date=d) for i, d in enumerate(told)], BOOK).events
    assert event.when
    assert event.when.edtf == "2025-03-05"


def test_two_pages_of_one_outlet_are_one_source() -> None:
    first, second = page("a", **BOND, date="2025-03-03"), page("b", **BOND, date="2025-03-03")
    same = document("pages/b2.txt", second.document.text, outlet="a")
    again = reading(same, report(same, same.text, **BOND, actors="PRT", recipients="TGO", when=when("2025-03-03")))
    (event,) = gather([first, again], BOOK).events
    assert (event.outlets, event.independent_sources) == (1, 1)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("visa", "visa-bond", True),
        ("aid", "military-aid", True),
        (None, None, True),
        ("visa", None, False),
        ("military-aid", "military-agreement", False),
        ("visa", "visage", False),
        ("raid", "aid", False),
    ],
)
def test_related(a: str | None, b: str | None, expected: bool) -> None:
    assert related(a, b) is related(b, a) is expected


def test_what_is_left_open_says_what_speaks_for_and_against() -> None:
    record = gather([page("a", **MEET, date="2025-06-02", people=KPONTON), page("b", **MEET, unread=True)], BOOK)
    (doubt,) = record.doubts
    assert {doubt.a, doubt.b} == {e.id for e in record.events}
    assert [(c.feature, c.level) for c in doubt.clues] == [
        ("act", "same"),
        ("sides", "same"),
        ("unread", "a day nobody can read"),
    ]
    assert [c.feature for c in doubt.speaks_for] == ["act"]
    assert [c.feature for c in doubt.speaks_against] == ["unread"]


def test_the_sum_does_not_depend_on_the_order_of_the_two() -> None:
    a, b = page("a", **MEET, date="2025-06-02", people=KPONTON), page("b", **BOND, date="2025-06")
    told = [(p, r) for p in (a, b) for r in p.reports]
    one, other = Words().change((), tellings(told, {}, BOOK, Naming(BOOK), frozenset()).values()).values()
    assert compare(one, other) == compare(other, one)
    assert set(clues(one, other)) == set(clues(other, one))


@pytest.mark.parametrize(
    ("kind", "feature", "level"),
    [(k, f, level) for k in OF_KIND for f, levels in OF_KIND[k].items() for level in levels],
)
def test_a_kind_weighs_only_what_the_table_knows(kind: str, feature: str, level: str) -> None:
    assert kind in START
    assert level in WEIGHTS[feature]


def test_every_feature_has_its_row() -> None:
    assert [f.__name__ for f in FEATURES] == list(WEIGHTS)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        row(
            {**MEET, "date": "2025-06-02", "status": Status.CANCELLED, "place": "Lomé"},
            {**MEET, "date": "2025-09-09", "status": Status.PLANNED, "place": "Lomé"},
            ONE,
            "called-off-then-set-anew",
        ),
        row(
            {**MEET, "date": "2025-06-02", "status": Status.PLANNED, "place": "Lomé", "published": "2025-05-01"},
            {**MEET, "status": Status.CANCELLED, "place": "Lomé", "published": "2025-05-20"},
            ONE,
            "announced-then-called-off",
        ),
        row(
            {
                "act": "praise",
                "type": "AGREE",
                "status": Status.PLANNED,
                "date": "2025-06-02",
                "published": "2025-05-01",
            },
            {**MEET, "date": "2025-06-02"},
            ONE,
            "promised-then-done",
        ),
        row({**BOND, "date": "2025-02-25"}, {**BOND, "date": "2025-03-10/.."}, ONE, "measure-decided-then-in-effect"),
        row({**BOND, "date": "2020/.."}, {**BOND, "date": "2025-03-10"}, DOUBT, "measure-running-for-years"),
        row(
            {"act": "accuse", "type": "ASSAULT", "date": "2025-03-03"},
            {"act": "accuse", "type": "ASSAULT", "date": "2025-03-04"},
            ONE,
            "the-only-attack-of-the-month-a-day-apart",
        ),
    ],
)
def test_two_pages_at_two_times(a: Mapping[str, Any], b: Mapping[str, Any], expected: str) -> None:
    assert outcome(page("a", **a), page("b", **b)) == expected
    assert outcome(page("b", **a), page("a", **b)) == expected


@pytest.mark.parametrize("last", [4, 7])
def test_attacks_day_after_day_stay_apart(last: int) -> None:
    days = [page(str(n), act="accuse", type="ASSAULT", date=f"2025-03-0{n}") for n in range(2, last + 1)]
    assert len(gather(days, BOOK).events) == len(days)


@given(readings(), readings())
@settings(max_examples=60, deadline=None)
def test_a_later_page_never_changes_the_id_of_an_event_it_leaves_alone(
    pages: list[Reading], added: list[Reading]
) -> None:
    before, after = gather(pages, BOOK).events, gather([*pages, *added], BOOK).events
    same = {e.reports: e.id for e in after}
    assert all(same[e.reports] == e.id for e in before if e.reports in same)


@given(readings())
@settings(max_examples=40, deadline=None)
def test_an_event_printed_once_more_keeps_its_id(pages: list[Reading]) -> None:
    printed = {p.document.id for p in pages if p.document.published}
    for event in gather(pages, BOOK).events:
        if not printed & {r.evidence.document for r in event.reports}:
            continue  # no page says when it was printed: the first that does gives its name
        told = event.best
        again = document("pages/again.txt", told.evidence.quote, outlet="Le Dernier", published=day("2030-01-01"))
        quote = replace(told.evidence, document=again.id, start=0, end=len(again.text))
        later = reading(again, replace(told, evidence=quote))
        homes = [e for e in gather([*pages, later], BOOK).events if set(event.reports) <= set(e.reports)]
        assert not homes or (homes[0].id == event.id and holds(homes[0], event.id))


def test_an_earlier_print_gives_its_name_but_the_old_one_is_still_found() -> None:
    late, early = page("a", "2025-06-09", **MEET, date="2025-06-02"), page("b", "2025-06-03", **MEET, date="2025-06-02")
    (old,), (new,) = gather([late], BOOK).events, gather([late, early], BOOK).events
    assert new.id != old.id
    assert holds(new, old.id)


def chosen(rule: Rule, field: str, *told: Mapping[str, Any]) -> Any:
    pages = [page(str(n), **{**BOND, "date": "2025-03-03", **t}) for n, t in enumerate(told)]
    (event,) = gather(pages, BOOK, rule=rule).events
    assert event.chosen_by == rule
    value = getattr(event, field)
    return value.edtf if field == "when" else value


@pytest.mark.parametrize(
    ("field", "told", "expected"),
    [
        pytest.param(
            "when",
            [{"date": "2025-03-05"}, {"date": "2025-03-03"}, {"date": "2025-03-03"}, {"date": "2025-03"}],
            {"most-supported": "2025-03-03", "most-precise": "2025-03-03", "most-conservative": "2025-03"},
            id="date",
        ),
        pytest.param(
            "amount",
            [{"amount": "5000 EUR"}, {"amount": "5000 EUR"}, {"amount": "5120 EUR"}, {"amount": "4900 EUR"}],
            {"most-supported": "5000 EUR", "most-precise": "5120 EUR", "most-conservative": "4900 EUR"},
            id="amount",
        ),
        pytest.param(
            "status",
            [{}, {}, {"status": Status.ALLEGED}],
            {"most-supported": "occurred", "most-precise": "occurred", "most-conservative": "alleged"},
            id="status",
        ),
        pytest.param(
            "instrument",
            [{}, {"instrument": "visa"}, {"instrument": "visa"}],
            {"most-supported": "visa-bond", "most-precise": "visa-bond", "most-conservative": "visa"},
            id="instrument",
        ),
    ],
)
def test_a_value_by_each_rule(field: str, told: list[Mapping[str, Any]], expected: Mapping[Rule, str]) -> None:
    assert {rule: chosen(rule, field, *told) for rule in RULES} == expected
