"""Whole pages of our own, and all that they tell: no more, no less."""

import pytest

from coded import line, reports, speech

EXPULSIONS = """Le Ghana a expulsé mardi deux diplomates togolais. Cette décision a surpris.

« Nous ne tolérerons aucune ingérence dans nos affaires », a déclaré le ministre ghanéen, Kofi Boateng.

En riposte, le Togo a expulsé mercredi deux diplomates ghanéens. Le Togo n'a pas fermé sa frontière avec le Ghana."""

TALKS = """The Kenyan minister, Jane Otieno, met her Ugandan counterpart in Kampala on Tuesday.

Kenya and Uganda signed a trade agreement on Wednesday. If Uganda closed its border, Kenya would protest.

The Kenyan minister said that the agreement was a success."""

RELIEF = """Le Japon a levé le 4 mars 2031 ses sanctions contre la Syrie.

Selon le ministère japonais, la mesure ouvre une ère nouvelle. Le ministre japonais se rendra en Syrie."""


@pytest.mark.parametrize(
    ("language", "text", "told", "said"),
    [
        pytest.param(
            "fr",
            EXPULSIONS,
            ["SANCTION GHA>TGO occurred 2031-03-04", "SANCTION TGO>GHA occurred 2031-03-05"],
            [("Kofi Boateng", "direct")],
            id="tit-for-tat",
        ),
        pytest.param(
            "en",
            TALKS,
            ["CONSULT KEN+UGA> occurred 2031-03-04", "SUPPORT KEN+UGA> occurred 2031-03-05"],
            [("Jane Otieno", "indirect")],
            id="talks",
        ),
        pytest.param(
            "fr",
            RELIEF,
            ["CONCEDE JPN>SYR occurred 2031-03-04", "CONSULT JPN>SYR planned None"],
            [("ministère japonais", "indirect")],
            id="relief",
        ),
    ],
)
def test_a_page(language: str, text: str, told: list[str], said: list[tuple[str, str]]) -> None:
    found = reports(text, language, published="2031-03-06")
    assert [f"{line(r)} {r.when.edtf if r.when else None}" for r in found] == told
    assert [(s.speaker, str(s.mode)) for s in speech(text, language)] == said
    assert all(text[r.evidence.start : r.evidence.end] == r.evidence.quote for r in found)
