"""The second side of an act, where its sentence has it in words of their own; and where it has it in nobody's.

The sentences are ours, in the manner of the press; those of `NOBODY` stand on a page of two states that would fill the side.
"""

import pytest

from coded import reports, sides

FRENCH = [
    pytest.param("Kampala regrette la décision du gouvernement tanzanien de fermer sa frontière avec l'Ouganda.",
                 {"SANCTION TZA>UGA", "ACCUSE UGA>TZA"}, id="decision-of"),
    pytest.param("Cette visite suit la décision du Tchad de rappeler son ambassadeur au Cameroun.", {"SANCTION TCD>CMR"},
                 id="decision-to-recall"),
    pytest.param("La menace de la Turquie d'expulser l'ambassadeur grec a été prise au sérieux.", {"THREATEN TUR>GRC"},
                 id="object-before-an-auxiliary"),
    pytest.param("L'Ouganda menace le Kenya de représailles.", {"THREATEN UGA>KEN"}, id="inside-the-wording"),
    pytest.param("La journaliste danoise est détenue en Iran depuis trois ans.", {"COERCE IRN>DNK"}, id="held-in"),
    pytest.param("Un opposant turc arrêté en Grèce a demandé l'asile.", {"COERCE GRC>TUR"}, id="arrested-in"),
    pytest.param("Un diplomate turc a été arrêté à Athènes par la police grecque.", {"COERCE GRC>TUR"}, id="agent-before-the-place"),
    pytest.param("La frontière entre la Turquie et l'Arménie est ouverte depuis l'aube.", {"CONCEDE ARM+TUR>"}, id="between-two"),
    pytest.param("L'Ouganda est frappé par des sanctions américaines depuis 2023.", {"SANCTION USA>UGA"}, id="sanctions-of"),
    pytest.param("La rencontre entre le ministre français des Affaires étrangères et son homologue marocain a eu lieu à Paris.",
                 {"CONSULT FRA+MAR>"}, id="office-with-what-it-is-of"),
    pytest.param("L'accord est né d'une rencontre à Porto entre Joan Mercer, ministre canadienne, et son homologue sénégalaise.",
                 {"CONSULT CAN+SEN>"}, id="between-one-and-her-counterpart"),
    pytest.param("L'ambassadeur du Japon au Sénégal a remis un lot de véhicules au ministère de la Santé.", {"AID JPN>SEN"},
                 id="posted-there"),
    pytest.param("Les présidents burundais et rwandais se sont retrouvés à Luanda.", {"CONSULT BDI+RWA>"}, id="town-is-no-party"),
]  # fmt: skip
ENGLISH = [
    pytest.param("The order follows the decision of the Serbian authorities to reduce the staff of the Croatian embassy.",
                 {"SANCTION SRB>HRV"}, id="decision-of"),
    pytest.param("The decision by Greece to recall its ambassador from Turkey came on Monday.", {"SANCTION GRC>TUR"}, id="decision-by"),
    pytest.param("Two Danish writers held in Iran since 2019 are in poor health.", {"COERCE IRN>DNK"}, id="held-in"),
    pytest.param("A defence pact between Norway and Canada was signed in Oslo on Wednesday.", {"SUPPORT CAN+NOR>"}, id="pact-between"),
    pytest.param("The deal came out of a meeting in Porto between Joan Mercer, Canada's foreign minister, and her Senegalese counterpart.",
                 {"CONSULT CAN+SEN>"}, id="between-one-and-her-counterpart"),
    pytest.param("Officials from Kenya and Uganda met in Nairobi on Friday.", {"CONSULT KEN+UGA>"}, id="officials-from-two"),
    pytest.param("Two Kenyan diplomats were ordered to leave Uganda within 72 hours.", {"SANCTION UGA>KEN"}, id="ordered-to-leave"),
    pytest.param("Some 108 Ghanaians deported from the United States landed at dawn.", {"COERCE USA>GHA"}, id="deported-from"),
    pytest.param("The Dutch foreign ministry issued a statement on the expulsion of 17 Russian diplomats.", {"SANCTION NLD>RUS"},
                 id="number-behind-of"),
]  # fmt: skip
NOBODY = [
    pytest.param("fr", "Kigali accueille en mars un sommet tripartite.", id="of-three"),
    pytest.param("fr", "Le président rwandais participe au sommet de Charm el-Cheikh.", id="summit"),
    pytest.param("en", "The measures were decided at a meeting of the cabinet in Kigali.", id="one's-own-cabinet"),
    pytest.param("en", "Rwanda denies supporting the AFC.", id="initials-of-no-state"),
]
PAGE = {
    "fr": "Le Rwanda et l'Ouganda se parlent. Le Rwanda a félicité l'Ouganda mardi. L'Ouganda a remercié le Rwanda.",
    "en": "Rwanda and Uganda are on speaking terms. Rwanda praised Uganda on Tuesday. Uganda thanked Rwanda.",
}


def _sides(text: str, language: str) -> set[str]:
    return {sides(r) for r in reports(text, language)}


@pytest.mark.parametrize(("text", "acts"), FRENCH)
def test_french(text: str, acts: set[str]) -> None:
    assert _sides(text, "fr") == acts


@pytest.mark.parametrize(("text", "acts"), ENGLISH)
def test_english(text: str, acts: set[str]) -> None:
    assert _sides(text, "en") == acts


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_nobody_of_the_page_is_meant(language: str, text: str) -> None:
    """The same as the page tells without the sentence."""
    assert _sides(f"{PAGE[language]} {text}", language) == _sides(PAGE[language], language)
