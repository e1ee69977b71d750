"""Who acts where a clause has no verb, no state or no subject of its own: numbers that go on, envoys without a flag."""

import pytest

from coded import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "La Norvège a expulsé deux diplomates serbes et la Suède trois.",
            ["SANCTION NOR>SRB occurred", "SANCTION SWE>SRB occurred"],
            id="and-three",
        ),
        pytest.param(
            "Le Pérou accuse la Bolivie de mentir. Une délégation s'est rendue mardi à La Paz.",
            ["ACCUSE PER>BOL occurred", "CONSULT PER>BOL occurred"],
            id="a-mission-of-nobody-named",
        ),
        pytest.param(
            "Le Pérou accuse la Bolivie. Le président bolivien a critiqué l'embargo péruvien, imposé en mars.",
            ["ACCUSE PER>BOL occurred", "ACCUSE BOL>PER occurred", "SANCTION PER>BOL occurred"],
            id="whose-the-embargo-is",
        ),
        pytest.param(
            "Le ministre bolivien doit être reçu dans la journée par le président péruvien.",
            ["CONSULT BOL>PER planned"],
            id="a-day-is-no-participle",
        ),
        pytest.param(
            "Des soldats dominicains appuyés par un hélicoptère longent la frontière haïtienne.",
            [],
            id="backed-by-a-helicopter",
        ),
    ],
)
def test_sides_without_a_name(text: str, expected: list[str]) -> None:
    assert told(text) == expected
