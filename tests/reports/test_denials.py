"""Where a page says that what it tells is denied, by one who is said to have done it: both sentences are kept."""

import pytest

from coded import reports

TOLD = [
    pytest.param(
        "fr",
        "Des drones russes ont frappé jeudi un dépôt en Roumanie, selon Bucarest.\n\nMoscou a démenti toute implication.",
        ["ASSAULT RUS denied: Moscou a démenti toute implication."],
        id="toute-implication-paragraphe-suivant",
    ),
    pytest.param(
        "en",
        "Ethiopian troops shelled a Sudanese village on Monday, Khartoum said. Addis Ababa rejected the claim.",
        ["ASSAULT ETH denied: Addis Ababa rejected the claim."],
        id="rejected-the-claim",
    ),
    pytest.param(
        "en",
        "Serbian forces arrested three Kosovo policemen on Tuesday, which Belgrade denied.",
        ["COERCE SRB denied: Serbian forces arrested three Kosovo policemen on Tuesday, which Belgrade denied."],
        id="which-it-denied",
    ),
    pytest.param(
        "fr",
        "L'armée thaïlandaise a bombardé un village cambodgien, ce que Bangkok dément.",
        ["ASSAULT THA denied: L'armée thaïlandaise a bombardé un village cambodgien, ce que Bangkok dément."],
        id="ce-qu-il-dement",
    ),
    # the telling itself is the denial: there is no other sentence to hold against it
    pytest.param("fr", "Kigali dément avoir bombardé le Burundi.", ["ASSAULT RWA denied: -"], id="dement-avoir"),
    pytest.param(
        "en", "Rwanda denied that its troops had shelled Burundi.", ["ASSAULT RWA denied: -"], id="denied-that"
    ),
    # a third party's denial is no denial of who did it; a later paragraph's is of another thing
    pytest.param(
        "en",
        "Ethiopian troops shelled a Sudanese village on Monday. Kenya denied any involvement.",
        ["ASSAULT ETH occurred: -"],
        id="a-third-party",
    ),
    pytest.param(
        "fr",
        "Des soldats turcs ont attaqué un poste grec.\n\nLe vent soufflait.\n\nLa mer était forte.\n\n"
        "Les quais étaient vides.\n\nAnkara dément toute implication.",
        ["ASSAULT TUR occurred: -"],
        id="far-behind",
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), TOLD)
def test_denied_where(language: str, text: str, expected: list[str]) -> None:
    found = [r for r in reports(text, language) if r.type in ("ASSAULT", "COERCE")]
    told = [f"{r.type} {'+'.join(r.actors)} {r.status}: {r.denial.quote if r.denial else '-'}" for r in found]
    assert told == expected
