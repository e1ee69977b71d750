"""Sides that stand sentences away: who leads, what is told again, whose page it is. `sided.py` holds the coded paragraphs."""

import pytest

from coded import actors, reports
from detente.model import Report
from sided import ENGLISH, FRENCH

EITHER = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})  # types of which the direction is not told here
LEFT = {  # acts of the paragraphs not coded yet: (paragraph, act)
    ("fr-counterpart", "REJECT|ACCUSE HRV>SRB"),
    ("fr-aid-frozen", "SANCTION CHE>LAO"),
    ("en-army", "ASSAULT TJK>AFG"),
    ("en-op-ed", "AID LVA>SYR"),
    ("en-islands", "SANCTION TUV>FJI"),
    ("en-three-parties", "SUPPORT SDN>EGY"),
    ("en-detained-firm", "CONCEDE AZE>FRA"),
}


def fits(report: Report, act: str) -> bool:
    """Whether a report is the act `TYPES actors>recipients`; what takes two may be told from either.

    An act of the same type and sides as one told before is not asked for again: a page tells it once.
    """
    types, _, sides = act.partition(" ")
    by, to = ({c for c in side.split("+") if c} for side in sides.split(">"))
    same = (set(report.actors), set(report.recipients)) == (by, to)
    both = report.type in EITHER and {*report.actors, *report.recipients} == by | to
    return report.type in types.split("|") and (same or both)


@pytest.mark.parametrize(("language", "title", "text", "acts"), [*FRENCH, *ENGLISH])
def test_paragraphs(
    request: pytest.FixtureRequest, language: str, title: str, text: str, acts: tuple[str, ...]
) -> None:
    name = request.node.callspec.id
    told = reports(text, language, title, "2029-06-12")
    missed = {act for act in acts if not any(fits(r, act) for r in told)}
    assert missed == {act for page, act in LEFT if page == name}


@pytest.mark.parametrize(
    ("language", "text", "word", "codes"),
    [
        pytest.param("fr", "Le Maroc et l'Algérie. Le royaume proteste.", "royaume", ("MAR",), id="kingdom"),
        pytest.param("fr", "Le Maroc et la Jordanie. Le royaume proteste.", "royaume", None, id="two kingdoms"),
        pytest.param("fr", "Le Maroc et l'Algérie. Un royaume proteste.", "royaume", None, id="any kingdom"),
        pytest.param("en", "Fiji met Peru. The archipelago protested.", "archipelago", ("FJI",), id="archipelago"),
        pytest.param("en", "Cuba met Peru on the island of Margarita.", "island", None, id="the island of something"),
        pytest.param("en", "Iran seized a Danish tanker. The ship is in port.", "ship", ("DNK",), id="ship"),
        pytest.param("en", "Iran seized a Danish tanker. A ship is in port.", "ship", None, id="any ship"),
        pytest.param(
            "en", "Iran seized a Danish tanker and a Greek tanker. The ship is in port.", "ship", None, id="two ships"
        ),
        pytest.param("fr", "L'armée thaïlandaise avance. L'armée a tiré.", "armée", ("THA",), id="army"),
        pytest.param(
            "fr", "L'armée thaïlandaise avance. L'armée cambodgienne aussi. L'armée a tiré.", "armée", None, id="armies"
        ),
        pytest.param(
            "en",
            "Peru's immigration minister spoke. The foreign minister of Chile listened. The foreign minister left.",
            "foreign minister",
            ("CHL",),
            id="an office by all its words",
        ),
    ],
)
def test_what_is_told_again(language: str, text: str, word: str, codes: tuple[str, ...] | None) -> None:
    assert next((m.codes for words, m in actors(text, language) if words == word), None) == codes


def sides(text: str, language: str, title: str) -> list[tuple[str, str, str]]:
    told = reports(text, language, title, "2029-06-12")
    return [(r.type, "+".join(r.actors), "+".join(r.recipients)) for r in told]


@pytest.mark.parametrize(
    ("language", "title", "text", "expected"),
    [
        pytest.param(
            "fr",
            "Communiqué du ministère gabonais des Affaires étrangères",
            "À la suite des tirs, le Ministère :\n\n– a rappelé son ambassadeur au Congo ;\n\n"
            "– a interdit l'importation de produits congolais.",
            [("SANCTION", "GAB", "COG"), ("SANCTION", "GAB", "COG")],
            id="items of a communiqué",
        ),
        pytest.param(
            "en",
            "Press release: Estonia responds to the closure of the border",
            "The Ministry summoned the Russian ambassador on Monday. We condemn the closure of the border by Russia.",
            [("ACCUSE", "EST", "RUS"), ("ACCUSE", "EST", "RUS")],
            id="the ministry, and we",
        ),
        pytest.param(
            "en",
            "Joint statement by Estonia and Latvia",
            "The Ministry summoned the Russian ambassador on Monday.",
            [],
            id="issued by two",
        ),
        pytest.param(
            "en",
            "Why we stayed in Bamako, by the foreign minister of Ireland",
            "Mali has changed. We reopened our embassy in Bamako in May. We know our duty.",
            [("SUPPORT", "IRL", "MLI")],
            id="signed by an official",
        ),
    ],
)
def test_whose_page(language: str, title: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    found = sides(text, language, title)
    assert [f for f in found if f in expected] == expected if expected else found == []


@pytest.mark.parametrize(
    ("language", "text", "harmed"),
    [
        pytest.param(
            "en",
            "Denmark recalled its ambassador from Mali. Copenhagen also froze its aid. The embassy was closed in May.",
            True,
            id="one alone does harm",
        ),
        pytest.param(
            "en",
            "Denmark froze its aid to Mali. Mali expelled two Danish diplomats. The embassy was closed in May.",
            False,
            id="both do",
        ),
        pytest.param(
            "en",
            "Denmark froze its aid to Mali. Mali accused Chad of spying. The embassy was closed in May.",
            False,
            id="a third party",
        ),
        pytest.param(
            "fr",
            "Le Danemark a gelé son aide au Mali. En représailles, l'ambassade a été fermée.",
            False,
            id="an answer",
        ),
    ],
)
def test_a_passive_of_nobody_goes_on(language: str, text: str, harmed: bool) -> None:
    told = reports(text, language, "Bamako and Copenhagen", "2029-06-12")
    assert any(r.instrument == "embassy" and r.rule.endswith(":run") for r in told) is harmed


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "fr", "La frontière avec le Tchad reste fermée du côté nigérien.", "SANCTION NER>TCD", id="du-côté"
        ),
        pytest.param("fr", "Côté tchadien, la frontière reste fermée.", "SANCTION TCD>NER", id="côté"),
        pytest.param("fr", "La frontière est toujours fermée du côté du Niger.", "SANCTION NER>TCD", id="du-côté-du"),
        pytest.param("fr", "La frontière a été rouverte lundi du côté tchadien.", "CONCEDE TCD>NER", id="rouverte"),
        pytest.param(
            "en", "The border with Chad remains closed on the Nigerien side.", "SANCTION NER>TCD", id="on-the-side"
        ),
        pytest.param(
            "en", "The border was closed from the Chadian side in May.", "SANCTION TCD>NER", id="from-the-side"
        ),
    ],
)
def test_on_whose_side_a_border_is_shut(language: str, text: str, expected: str) -> None:
    page = {"fr": "Le Niger et le Tchad se parlent peu. ", "en": "Niger and Chad are hardly on speaking terms. "}[
        language
    ]
    told = reports(page + text, language, "Niamey and N'Djamena", "2029-06-12")
    assert expected in [
        f"{r.type} {'+'.join(r.actors)}>{'+'.join(r.recipients)}" for r in told if r.instrument == "border"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Le Pérou a été retiré en mai de la liste noire bolivienne.", "CONCEDE BOL>PER", id="retiré"),
        pytest.param(
            "Le Pérou a été ajouté lundi à la liste des pays visés par l'interdiction d'entrée bolivienne.",
            "SANCTION BOL>PER",
            id="ajouté",
        ),
        pytest.param("Le Pérou a été ajouté lundi à la liste noire de la Bolivie.", "SANCTION BOL>PER", id="de-la"),
    ],
)
def test_whose_list_it_is(text: str, expected: str) -> None:
    told = reports(text, "fr", None, "2029-06-12")
    assert [f"{r.type} {'+'.join(r.actors)}>{'+'.join(r.recipients)}" for r in told] == [expected]
