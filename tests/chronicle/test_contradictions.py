"""What independent sources cannot both be right on, and what only looks like it."""

from dataclasses import replace
from typing import Any

import pytest

from chronicle.story import BOOK, day, document, reading, report, when
from detente.chronicle import gather
from detente.chronicle.copies import Lineage
from detente.chronicle.folding import figure
from detente.model import Basis, Reading, Status, When


def page(name: str, published: str = "2025-04-01", body: str = "", **told: Any) -> Reading:
    text = body or f"La page {name} parle de la caution que Lisbonne exige désormais des voyageurs togolais."
    here = document(f"pages/{name}.txt", text, outlet=name, published=day(published))
    date = told.pop("date", "2025-03-03")
    return reading(
        here,
        report(
            here,
            text,
            "impose",
            "SANCTION",
            "PRT",
            "TGO",
            instrument="visa-bond",
            effect="impose",
            when=when(date),
            **told,
        ),
    )


def fields(*pages: Reading) -> dict[str, list[str]]:
    return {c.field: [v.value for v in c.values] for c in gather(pages, BOOK).contradictions}


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(
            {"date": "2025-03-03"}, {"date": "2025-03-04"}, {"date": ["2025-03-03", "2025-03-04"]}, id="two-days"
        ),
        pytest.param({"date": "2025-03-03"}, {"date": "2025-03"}, {}, id="another-granularity"),
        pytest.param(
            {"date": "2025-02"}, {"date": "2025-03-03"}, {"date": ["2025-02", "2025-03-03"]}, id="outside-the-month"
        ),
        pytest.param({"date": "2022/.."}, {"date": "2022/2024"}, {}, id="open-intervals-that-meet"),
        pytest.param(
            {"date": "2022/.."}, {"date": "2012/2024"}, {"date": ["2012/2024", "2022/.."]}, id="since-against-from-to"
        ),
        pytest.param({"date": "2025-02-25"}, {"date": "2025-03-10/.."}, {}, id="decided-then-in-effect"),
        pytest.param(
            {"date": "2025-03-05"},
            {"date": "2025-03-03/..", "status": Status.ONGOING},
            {"date": ["2025-03-03/..", "2025-03-05"]},
            id="running-before-it-was-decided",
        ),
        pytest.param(
            {"date": "2025-03-05"}, {"date": "2025-03/..", "status": Status.ONGOING}, {}, id="since-that-month"
        ),
        pytest.param({"date": "2025-03-03", "status": Status.PLANNED}, {"date": "2025-03-04"}, {}, id="plan-moved"),
        pytest.param(
            {"amount": "5000 EUR"}, {"amount": "6000 EUR"}, {"amount": ["5000 EUR", "6000 EUR"]}, id="two-figures"
        ),
        pytest.param({"amount": "5000 EUR"}, {"amount": "5100 EUR"}, {}, id="rounded"),
        pytest.param({"amount": "5000 EUR"}, {"amount": "3000000 XOF"}, {}, id="two-currencies"),
        pytest.param({"amount": "5 000 euros"}, {"amount": "€5,000"}, {}, id="one-figure-in-other-words"),
        pytest.param(
            {"amount": "5 000 euros"}, {"amount": "€6,000"}, {"amount": ["5000 EUR", "6000 EUR"]}, id="in-other-words"
        ),
        pytest.param({"amount": "5000 EUR"}, {}, {}, id="only-one-gives-it"),
        pytest.param({"place": "Lomé"}, {"place": "Kara"}, {"place": ["Kara", "Lomé"]}, id="two-places"),
        pytest.param({"place": "Lomé"}, {"place": "Lome, Togo"}, {}, id="one-place-two-spellings"),
        pytest.param(
            {"place": "Braga"}, {"place": "Togo"}, {"place": ["Braga", "Togo"]}, id="a-town-and-another-state"
        ),
        pytest.param({"place": "Braga"}, {"place": "Faro"}, {"place": ["Braga", "Faro"]}, id="two-towns-of-one-state"),
        pytest.param({"place": "Braga"}, {"place": "Portugal"}, {}, id="a-town-and-its-state"),
        pytest.param({"place": "Tombouctou"}, {"place": "Timbuktu"}, {}, id="one-town-two-names"),
        pytest.param({}, {"status": Status.DENIED}, {"status": ["denied", "occurred"]}, id="denied"),
        pytest.param({"status": Status.PLANNED}, {"status": Status.CANCELLED}, {}, id="plan-cancelled"),
        pytest.param(
            {"published": "2025-03-10"},
            {"status": Status.CANCELLED, "published": "2025-03-01"},
            {},
            id="happened-after-all",
        ),
        pytest.param(
            {"published": "2025-03-01"},
            {"status": Status.CANCELLED, "published": "2025-03-10"},
            {"status": ["cancelled", "occurred"]},
            id="said-to-have-happened-then-not",
        ),
        pytest.param({"status": Status.ALLEGED}, {}, {}, id="alleged-is-no-denial"),
        pytest.param(
            {"status": Status.ALLEGED},
            {"status": Status.DENIED},
            {"status": ["alleged", "denied"]},
            id="claimed-and-denied",
        ),
        pytest.param(
            {"amount": "5000 EUR"},
            {"amount": "6000 EUR", "status": Status.PLANNED},
            {"amount": ["5000 EUR", "6000 EUR"]},
            id="still-planned-for-one-when-done-for-the-other",
        ),
        pytest.param(
            {"amount": "5000 EUR", "status": Status.PLANNED},
            {"amount": "6000 EUR", "published": "2025-04-20"},
            {},
            id="planned-then-done-otherwise",
        ),
    ],
)
def test_two_pages(a: dict[str, Any], b: dict[str, Any], expected: dict[str, list[str]]) -> None:
    assert fields(page("a", **a), page("b", **b)) == expected


SAME = (
    "Lisbonne exige une caution des voyageurs togolais, selon un texte que deux journaux impriment sans en rien "
    "changer, sauf un chiffre que l'un des deux a mal recopié en le composant."
)


def test_a_copy_does_not_contradict_its_original() -> None:
    assert fields(page("a", body=SAME, amount="5000 EUR"), page("b", body=SAME + ".", amount="6000 EUR")) == {}


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("10000 USD", (10000.0, "usd")),
        ("2.5 EUR", (2.5, "eur")),
        ("beaucoup", None),
        ("50", (50.0, "")),
        ("C$15,000", (15000.0, "c")),
        ("10 000 euros", (10000.0, "euros")),
        ("2,5 EUR", (2.5, "eur")),
    ],
)
def test_figure(amount: str, expected: tuple[float, str] | None) -> None:
    assert figure(amount) == expected


SAID_NO: dict[str, Any] = {"status": Status.DENIED, "published": "2025-03-10"}


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        pytest.param([{"published": "2025-03-20"}], [], id="then-told-as-done"),
        pytest.param([{"published": "2025-03-20"}, {"published": "2025-03-05"}], ["status"], id="told-before-as-well"),
        pytest.param([{"published": "2025-03-05"}], ["status"], id="denied-once-told"),
    ],
)
def test_a_denial_is_overtaken_only_where_nobody_had_told_the_act(
    others: list[dict[str, Any]], expected: list[str]
) -> None:
    pages = [page("no", **SAID_NO), *(page(f"yes{n}", **told) for n, told in enumerate(others))]
    assert list(fields(*pages)) == expected


def test_a_page_whose_weekday_is_not_its_date_contradicts_itself() -> None:
    torn = page("a")
    told = replace(
        torn.reports[0], when=When(day("2025-03-03"), day("2025-03-04"), "[2025-03-03,2025-03-04]", Basis.INFERRED)
    )
    (found,) = gather([replace(torn, reports=(told,))], BOOK).contradictions
    assert (found.field, found.kind) == ("date", "itself")
    assert [(v.value, v.reports) for v in found.values] == [("2025-03-03", (told.id,)), ("2025-03-04", (told.id,))]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param({"date": "2025-03-03"}, {"date": "2025-03"}, {("date", "granularity")}, id="granularity"),
        pytest.param({"amount": "5000 EUR"}, {"amount": "5100 EUR"}, {("amount", "rounding")}, id="rounding"),
        pytest.param({"amount": "5000 EUR"}, {"amount": "3000000 XOF"}, {("amount", "currency")}, id="two-currencies"),
        pytest.param(
            {"date": "2025-02-25"}, {"date": "2025-03-10/.."}, {("date", "effect")}, id="decided-then-in-effect"
        ),
        pytest.param({"status": Status.ALLEGED}, {}, {("status", "claim")}, id="alleged"),
        pytest.param({"status": Status.PLANNED}, {}, {("status", "update")}, id="planned-then-done"),
        pytest.param({"place": "Lomé"}, {"place": "Lome, Togo"}, {("place", "granularity")}, id="more-closely-said"),
        pytest.param({"place": "Braga"}, {"place": "Portugal"}, {("place", "granularity")}, id="a-town-of-that-state"),
        pytest.param({"place": "Lomé"}, {"place": "Lomé"}, set(), id="nothing"),
    ],
)
def test_what_only_looks_like_a_contradiction_is_explained(
    a: dict[str, Any], b: dict[str, Any], expected: set[tuple[str, str]]
) -> None:
    record = gather([page("a", **a), page("b", **b)], BOOK)
    assert not record.contradictions
    assert {(d.field, d.kind) for d in record.differences} == expected


def test_a_page_corrected_by_its_outlet_contradicts_nobody_and_chooses_nothing() -> None:
    wrong, right, other = page("a", amount="9000 EUR"), page("b", amount="5000 EUR"), page("c", amount="5000 EUR")
    new, old = right.document.id, wrong.document.id
    origins = {new: old, old: old, other.document.id: other.document.id}
    record = gather([wrong, right, other], BOOK, lineage=Lineage((), origins, ((new, old),)))
    assert {(d.field, d.kind) for d in record.differences} == {("amount", "correction")}
    assert (record.contradictions, record.events[0].amount, record.events[0].independent_sources) == ((), "5000 EUR", 2)


@pytest.mark.parametrize(
    ("status", "kind"), [(Status.DENIED, "modality"), (Status.CANCELLED, "existence")], ids=["denied", "never-held"]
)
def test_the_kind_of_a_no(status: Status, kind: str) -> None:
    found = gather([page("a"), page("b", status=status, published="2025-04-02")], BOOK).contradictions
    assert [(c.field, c.kind) for c in found] == [("status", kind)]


def test_who_visits_whom_is_a_role() -> None:
    text = "La ministre Afi Kponton et l'envoyé Duarte Sarmento ont parlé de pêche et de visas à Lomé."
    told: dict[str, Any] = {"place": "Lomé", "people": ("Afi Kponton",), "when": when("2025-06-02")}
    pages = []
    for name, (visitor, host) in {"a": ("PRT", "TGO"), "b": ("TGO", "PRT")}.items():
        here = document(f"pages/{name}.txt", f"{text} Selon {name}.", outlet=name)
        pages.append(reading(here, report(here, text, "meet", "CONSULT", visitor, host, **told)))
    record = gather(pages, BOOK, lineage=Lineage((), {p.document.id: p.document.id for p in pages}))
    (found,) = record.contradictions
    assert (found.field, found.kind, [v.value for v in found.values]) == ("actors", "role", ["PRT > TGO", "TGO > PRT"])
