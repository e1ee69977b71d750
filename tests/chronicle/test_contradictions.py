"""What independent sources cannot both be right on, and what only looks like it."""

from dataclasses import replace
from typing import Any

import pytest

from chronicle.story import BOOK, day, document, reading, report, when
from detente.chronicle import gather
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
        pytest.param({"date": "2025-03-03", "status": Status.PLANNED}, {"date": "2025-03-04"}, {}, id="plan-moved"),
        pytest.param(
            {"amount": "5000 EUR"}, {"amount": "6000 EUR"}, {"amount": ["5000 EUR", "6000 EUR"]}, id="two-figures"
        ),
        pytest.param({"amount": "5000 EUR"}, {"amount": "5100 EUR"}, {}, id="rounded"),
        pytest.param({"amount": "5000 EUR"}, {"amount": "3000000 XOF"}, {}, id="two-currencies"),
        pytest.param({"amount": "5000 EUR"}, {}, {}, id="only-one-gives-it"),
        pytest.param({"place": "Lomé"}, {"place": "Kara"}, {"place": ["Kara", "Lomé"]}, id="two-places"),
        pytest.param({"place": "Lomé"}, {"place": "Lome, Togo"}, {}, id="one-place-two-spellings"),
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
