"""Short pages of ours, read and gathered: the measures that the ledger has after them. Figures of the whole bank: docs/errors.md."""

import pytest

from banks.ledger import cases, right
from coded import book, document
from detente.chronicle import gather
from detente.pipeline import code_again

ASSERTED = (
    "fr-visas-par-reciprocite",
    "fr-expulsions-croisees",
    "fr-ambassadeur-rappele-puis-de-retour",
    "en-private-bodies-no-measure",
    "fr-caution-de-visa-montant",
    "fr-aide-suspendue-et-reprise",
    "en-embargo-expired",
    "fr-mesure-jamais-appliquee",
    "en-recognition-and-its-answer",
    "en-one-off-seizure-nothing-left",
    "fr-embargo-leve-en-partie",
    "fr-sanctions-levees-deux-journaux",
    "en-court-and-summons-no-measure",
    "fr-ambassadeur-prie-de-partir-puis-accredite",
    "en-reopened-after-talks-announced-only",
    "en-hypothesis-and-analyst",
    "fr-exercices-et-visites-rien",
    "en-waters-still-barred",
    "fr-sanction-annoncee-puis-en-vigueur",
)
BANK = {case.name: case for case in cases()}


@pytest.mark.parametrize("name", ASSERTED)
def test_the_ledger_after_short_pages(name: str) -> None:
    case = BANK[name]
    assert right(case), case.told()


def test_no_asserted_case_is_held_out() -> None:
    assert not [name for name in ASSERTED if BANK[name].held_out]


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        pytest.param(
            "Oman has closed its border with Yemen. Yemen shut its airspace to Omani planes on Sunday.",
            True,
            id="behind",
        ),
        pytest.param(
            "Yemen shut its airspace to Omani planes on Sunday. Oman has closed its border with Yemen.",
            False,
            id="before",
        ),
        pytest.param(
            "Oman has closed its border with Yemen. Yemen shut its airspace to Omani planes in 2029.",
            False,
            id="long ago",
        ),
    ],
)
def test_what_is_told_behind_an_undated_measure_answers_it(text: str, answered: bool) -> None:
    page = document(text, "en", title="Oman and Yemen fall out", published="2031-06-24")
    airspace = [m for m in gather([code_again(page, book())], book()).measures if m.instrument == "airspace"]
    assert [m.reciprocal_of is not None for m in airspace] == [answered]


@pytest.mark.parametrize(
    ("text", "how"),
    [
        pytest.param(
            "Oman has expelled two Yemeni diplomats. Yemen expelled two Omani diplomats.",
            ["mirror"],
            id="the like, in the next sentence",
        ),
        pytest.param(
            "Yemen expelled two Omani diplomats in 2029. Oman has expelled two Yemeni diplomats in 2020.",
            [],
            id="an earlier one is no answer",
        ),
        pytest.param(
            "Oman expelled two Yemeni diplomats on Friday. In response, Yemen expelled two Omani diplomats. It also shut its "
            "airspace to Omani planes.",
            ["beside", "said"],
            id="what is done beside an answer answers",
        ),
    ],
)
def test_what_is_told_side_by_side(text: str, how: list[str]) -> None:
    page = document(text, "en", title="Oman and Yemen fall out", published="2031-06-24")
    measures = gather([code_again(page, book())], book()).measures
    assert sorted(m.reciprocal_by for m in measures if m.reciprocal_by) == how


BARRED = "On Friday Norway barred the nationals of Chad, Mali and Niger from entering the country. "


@pytest.mark.parametrize(
    ("text", "how"),
    [
        pytest.param(
            BARRED + "In retaliation, Chad stopped issuing visas to Norwegians on Monday.",
            ["said"],
            id="one of several",
        ),
        pytest.param(BARRED + "In 2029 Chad stopped issuing visas to Norwegians.", [], id="long before"),
        pytest.param(
            "Chad, Mali and Niger recalled their ambassadors from Norway on Friday. On Sunday Norway recalled its ambassadors to "
            "Chad and Mali.",
            ["mirror"],
            id="one answers several",
        ),
        pytest.param(BARRED + "Togo stopped issuing visas to Norwegians on Monday.", [], id="of whom nothing is done"),
    ],
)
def test_what_one_of_several_answers(text: str, how: list[str]) -> None:
    page = document(text, "en", title="Norway and Chad fall out", published="2031-06-24")
    measures = gather([code_again(page, book())], book()).measures
    assert sorted(m.reciprocal_by for m in measures if m.reciprocal_by) == how
