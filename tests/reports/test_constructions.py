"""Who did what toward whom, by how the sentence is built: pronouns, relatives, inversions, places given to, passives."""

import pytest

from coded import reports, sides

FRENCH = [
    pytest.param("Niamey réclame à Cotonou l'extradition d'un ancien ministre.", {"REQUEST NER>BEN"}, id="asked-of-a-capital"),
    pytest.param("Le Kazakhstan a accordé à Kiev un don de deux cents générateurs.", {"AID KAZ>UKR"}, id="capital-inside-the-wording"),
    pytest.param("L'Ouganda, que Kinshasa soupçonnait de complicité avec les rebelles, a ouvert une enquête.", {"ACCUSE COD>UGA"},
                 id="relative-object"),
    pytest.param("Le Soudan a rompu ses relations avec les Émirats arabes unis, qu'il accuse d'armer les paramilitaires.",
                 {"SANCTION SDN>ARE", "ACCUSE SDN>ARE"}, id="relative-object-pronoun-subject"),
    pytest.param("Le roi de Jordanie a félicité le nouveau président irakien pour son élection et l'a convié à Amman.",
                 {"SUPPORT JOR>IRQ", "AGREE JOR>IRQ"}, id="clitic-object"),
    pytest.param("Le président finlandais a rendu hommage au courage des Ukrainiens et promis un trentième lot d'armes.",
                 {"SUPPORT FIN>UKR", "AGREE FIN>UKR"}, id="other-side-shared"),
    pytest.param("Le Tchad a interpellé puis relâché deux officiers centrafricains.", {"COERCE TCD>CAF", "RETREAT TCD>CAF"},
                 id="two-verbs-one-object"),
    pytest.param("« La position de Lima est inadmissible », a fustigé la présidente mexicaine.", {"ACCUSE MEX>PER"}, id="inverted"),
    pytest.param("Une délégation de l'Union africaine est arrivée vendredi à Antananarivo.", {"CONSULT AU>MDG"}, id="motion-is-active"),
    pytest.param("Le ministre libyen a imputé la pénurie à la fermeture par l'Égypte du poste de Salloum.",
                 {"ACCUSE LBY>EGY"}, id="agent-of-the-noun"),
    pytest.param("Le Parlement européen a réclamé la suspension de l'accord d'association avec Israël.", {"REQUEST EU>ISR"},
                 id="object-of-a-demand-is-not-told"),
    pytest.param("Aucun ministre norvégien ne se rendra en Chine.", set(), id="nobody"),
]  # fmt: skip
ENGLISH = [
    pytest.param("Two Ukrainian brigades were trained by Poland this year.", {"AID POL>UKR"}, id="passive-of-verb-and-object"),
    pytest.param("Eight Sri Lankan fishermen arrested off Vizag by the Indian coast guard are to appear in court.", {"COERCE IND>LKA"},
                 id="participle-and-agent"),
    pytest.param("Abuja received 12 attack helicopters from Washington last month.", {"AID USA>NGA"}, id="receives-from"),
    pytest.param("Lebanon said it would sue Israel at the Security Council over the strikes.", {"ACCUSE LBN>ISR"}, id="forum"),
    pytest.param("Rwanda severed diplomatic ties with Belgium in March and gave its diplomats two days to leave.", {"SANCTION RWA>BEL"},
                 id="other-side-shared"),
    pytest.param("The visit of the Kenyan president to Uganda was cancelled.", {"CONSULT KEN>UGA"}, id="noun-before-its-passive"),
]  # fmt: skip


def _sides(text: str, language: str) -> set[str]:
    return {sides(r) for r in reports(text, language)}


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_french(text: str, expected: set[str]) -> None:
    assert _sides(text, "fr") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: set[str]) -> None:
    assert _sides(text, "en") == expected
