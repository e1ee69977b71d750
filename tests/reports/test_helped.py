"""Help withheld: who gives it is who suspends it, and not whom the suspension befalls."""

import pytest

from coded import told

QUARREL = "Le Danemark et le Laos sont brouillés. Le Danemark s'impatiente, le Laos aussi. "
RIFT = "Denmark and Laos are at odds. Denmark is losing patience, and Laos too. "


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "fr", f"{QUARREL}L'aide danoise est suspendue depuis mars.", "SANCTION DNK>LAO ongoing", id="adjective"
        ),
        pytest.param(
            "fr", f"{QUARREL}L'aide au Laos a été réduite en février.", "SANCTION DNK>LAO occurred", id="to-whom"
        ),
        pytest.param("fr", "L'aide du Danemark au Laos a été gelée lundi.", "SANCTION DNK>LAO occurred", id="both"),
        pytest.param(
            "fr",
            f"{QUARREL}L'aide laotienne à la santé, financée par le Danemark, a été suspendue.",
            "SANCTION DNK>LAO occurred",
            id="funded-by",
        ),
        pytest.param(
            "en", f"{RIFT}Danish aid was suspended on Monday.", "SANCTION DNK>LAO occurred", id="adjective-en"
        ),
        pytest.param("en", f"{RIFT}Aid to Laos has been frozen.", "SANCTION DNK>LAO occurred", id="to-whom-en"),
        pytest.param("en", "Danish aid to Laos was cut in May.", "SANCTION DNK>LAO occurred", id="both-en"),
        pytest.param(
            "en", "Aid to Laos was suspended by Denmark on Monday.", "SANCTION DNK>LAO occurred", id="agent-en"
        ),
        pytest.param(
            "fr",
            f"{QUARREL}Les diplomates danois ont été expulsés lundi.",
            "SANCTION LAO>DNK occurred",
            id="people-are-no-help",
        ),
        pytest.param(
            "en", f"{RIFT}Danish flights were banned on Monday.", "SANCTION LAO>DNK occurred", id="flights-are-no-help"
        ),
    ],
)
def test_who_gives_is_who_withholds(language: str, text: str, expected: str) -> None:
    assert expected in told(text, language, "2031-03-14")
