"""Of two measures that one sentence tells, which answers the other; and what is announced, or to come, in the words of the press."""

import pytest

from coded import line, reports

FIRST, THEN = "BOL>PER", "PER>BOL"  # who began, who answers


def _answers(text: str, language: str) -> dict[str, bool]:
    told = reports(text, language, published="2031-03-12")
    return {f"{'+'.join(r.actors)}>{'+'.join(r.recipients)}": r.answers for r in told if r.type == "SANCTION"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param(
            "en",
            "Peru suspended visas for Bolivians in retaliation for a visa suspension imposed by Bolivia.",
            id="for",
        ),
        pytest.param(
            "en", "Bolivia recalled its ambassador, prompting Peru to expel two Bolivian diplomats.", id="prompting"
        ),
        pytest.param(
            "en",
            "Bolivia banned Peruvian flights, which prompted Lima to close its border with Bolivia.",
            id="prompted",
        ),
        pytest.param(
            "en", "Bolivia suspended flights from Peru and Lima retaliated by closing its border with Bolivia.", id="by"
        ),
        pytest.param(
            "en",
            "Peru closed its border with Bolivia in retaliation, after La Paz suspended Peruvian flights.",
            id="after",
        ),
        pytest.param(
            "en",
            "After Bolivia's expulsion of the Peruvian consul, Peru expelled the Bolivian ambassador in retaliation.",
            id="after-a-noun",
        ),
        pytest.param(
            "fr",
            "Le Pérou a suspendu ses visas en réponse à la suspension des visas décidée par la Bolivie.",
            id="en-réponse-à",
        ),
        pytest.param(
            "fr",
            "Le Pérou a annoncé une surtaxe en représailles sur le lait bolivien, après que La Paz a surtaxé en mai le riz péruvien.",
            id="après-que",
        ),
        pytest.param(
            "fr",
            "La Bolivie a expulsé le consul péruvien, et Lima a riposté en expulsant l'ambassadeur bolivien.",
            id="et-a-riposté",
        ),
        pytest.param(
            "fr",
            "Lima a répliqué à l'expulsion de son consul par La Paz en fermant sa frontière avec la Bolivie.",
            id="répliqué-à",
        ),
    ],
)
def test_which_of_two_answers(language: str, text: str) -> None:
    assert _answers(text, language) == {FIRST: False, THEN: True}


def test_two_that_nothing_links() -> None:
    text = "Bolivia suspended flights from Peru, and Lima closed its border with Bolivia."
    assert _answers(text, "en") == {FIRST: False, THEN: False}


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        pytest.param(
            "en",
            "Peru expelled a Bolivian envoy on Monday in retaliation for the expulsion of its consul by La Paz.",
            None,
            id="monday",
        ),
        pytest.param(
            "fr",
            "Lima a suspendu lundi ses visas en réponse à la suspension des visas décidée en mai par la Bolivie.",
            "2030-05",
            id="mai",
        ),
        pytest.param(
            "fr",
            "Lima a suspendu lundi ses visas en réponse à la suspension des visas décidée par la Bolivie.",
            None,
            id="lundi",
        ),
    ],
)
def test_the_day_of_an_answer_is_not_that_of_what_it_answers(language: str, text: str, day: str | None) -> None:
    told = {
        "+".join(r.actors): r.when.edtf if r.when else None for r in reports(text, language, published="2031-03-12")
    }
    assert told == {"PER": "2031-03-10", "BOL": day}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "fr",
            "Le Pérou a annoncé samedi des droits de douane sur les produits boliviens.",
            ["SANCTION PER>BOL occurred"],
            id="annoncé-samedi",
        ),
        pytest.param(
            "fr",
            "Le Pérou annonce un embargo sur le bétail bolivien.",
            ["SANCTION PER>BOL occurred"],
            id="annonce-un-embargo",
        ),
        pytest.param(
            "fr",
            "Le Pérou a annoncé mardi une surtaxe de 20 % sur le lait bolivien.",
            ["SANCTION PER>BOL occurred"],
            id="surtaxe",
        ),
        pytest.param(
            "fr",
            "Le Pérou réplique avec des droits de douane de 15 % sur le lait bolivien.",
            ["SANCTION PER>BOL occurred"],
            id="réplique-avec",
        ),
        pytest.param(
            "fr",
            "Les droits de douane péruviens sur le lait bolivien entreront en vigueur le 20 mars.",
            ["SANCTION PER>BOL planned"],
            id="entreront-en-vigueur",
        ),
        pytest.param(
            "fr",
            "L'interdiction péruvienne d'importer du lait bolivien prendra effet lundi.",
            ["SANCTION PER>BOL planned"],
            id="prendra-effet",
        ),
        pytest.param(
            "fr",
            "L'embargo péruvien contre la Bolivie est entré en vigueur dimanche.",
            ["SANCTION PER>BOL occurred"],
            id="est-entré",
        ),
        pytest.param("en", "Bolivia was hit by Peru's sanctions.", ["SANCTION PER>BOL occurred"], id="hit-by"),
        pytest.param("fr", "Le Pérou a annoncé des tarifs préférentiels pour la Bolivie.", [], id="préférentiels"),
        pytest.param(
            "fr",
            "Le Pérou a menacé de riposter en expulsant l'ambassadeur bolivien.",
            ["THREATEN PER>BOL occurred"],
            id="menacé-de-riposter-en",
        ),
        pytest.param(
            "en",
            "Peru threatened to retaliate by expelling the Bolivian ambassador.",
            ["THREATEN PER>BOL occurred"],
            id="threatened-to-retaliate-by",
        ),
        pytest.param("en", "Bolivia was hit by a flood from Peru.", [], id="hit-by-a-flood"),
    ],
)
def test_what_is_announced_or_to_come(language: str, text: str, expected: list[str]) -> None:
    assert [line(r) for r in reports(text, language, published="2031-03-12")] == expected
