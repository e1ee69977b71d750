"""Measures whose ends stand in two sentences, or are told by what they answer: lists of states, "the same measures", "in response to"."""

import pytest

from coded import reports

BOND = "The United States has introduced a visa bond for Malawi. "
BARRED = "Les États-Unis ont suspendu lundi la délivrance des visas à plusieurs pays africains. "
SHUT_OUT = "Les États-Unis ont interdit l'entrée de leur sol aux Maliens. "

HOLDS = [
    pytest.param(
        "fr", BARRED + "La décision touche le Nigeria, le Sénégal et le Togo.",
        "SANCTION visa USA>NGA+SEN+TGO occurred", id="fr-whom-a-decision-touches",
    ),
    pytest.param(
        "fr", BARRED + "Sont visés le Nigeria et le Togo.", "SANCTION visa USA>NGA+TGO occurred", id="fr-who-is-meant",
    ),
    pytest.param(
        "en", "Norway added seven countries to its visa list on Monday. The measure affects Bhutan and Guinea.",
        "SANCTION visa NOR>BTN+GIN occurred", id="en-whom-a-measure-affects",
    ),
    pytest.param(
        "en", BOND + "Gambia was added to the list on October 11.", "SANCTION visa-bond USA>GMB occurred", id="en-added-to-the-list",
    ),
    pytest.param(
        "en", BOND + "The bond has applied since January to nationals of Bhutan.", "SANCTION visa-bond USA>BTN ongoing",
        id="en-to-whom-a-measure-applies",
    ),
    pytest.param(
        "fr", "La Norvège a imposé un visa aux Maliens. Le Togo a été retiré de la liste en juin.",
        "CONCEDE visa NOR>TGO occurred", id="fr-taken-off-the-list",
    ),
    pytest.param(
        "fr", SHUT_OUT + "Le Mali applique désormais les mêmes restrictions aux Américains.",
        "SANCTION entry-ban MLI>USA occurred", id="fr-the-same-restrictions",
    ),
    pytest.param(
        "fr", "Londres a expulsé dix diplomates russes. Le Kremlin a riposté dans les mêmes proportions.",
        "SANCTION expulsion RUS>GBR occurred", id="fr-in-the-same-proportions",
    ),
    pytest.param(
        "fr", "Le Niger a cessé de délivrer des visas aux Américains, en réponse à l'interdiction d'entrée de ses ressortissants.",
        "SANCTION entry-ban USA>NER occurred", id="fr-what-is-answered-is-the-other-s",
    ),
    pytest.param(
        "fr", "Alger a expulsé douze agents français en avril. Paris a fait de même et rappelé son ambassadeur.",
        "SANCTION expulsion FRA>DZA occurred", id="fr-did-the-same-and-more",
    ),
    pytest.param(
        "en", "Kenya shut its skies to Somali planes on Monday, after Somalia had expelled a Kenyan consul. Somalia answered in kind.",
        "SANCTION airspace SOM>KEN occurred", id="en-in-kind-is-what-was-done-to-him",
    ),
    pytest.param(
        "en", "Peru and Mexico each expelled the other's ambassador.", "SANCTION expulsion MEX>PER occurred", id="en-each-the-other-s",
    ),
    pytest.param(
        "en", "EU ministers agreed on Monday to suspend sanctions on Syria.", "CONCEDE sanctions EU>SYR occurred",
        id="en-what-one-side-settles",
    ),
    pytest.param("en", "Ghana now bans Togolese rice.", "SANCTION trade GHA>TGO occurred", id="en-bans-is-a-verb"),
    pytest.param(
        "en", "Ghana's embassy in Lomé was closed in 2028.", "SANCTION embassy GHA>TGO occurred", id="en-its-own-house",
    ),
    pytest.param(
        "fr", "L'ambassade de France à Niamey a été fermée par les autorités nigériennes.",
        "SANCTION embassy NER>FRA occurred", id="fr-a-house-that-the-host-closes",
    ),
    pytest.param(
        "en", "Russia ordered the British consul home.", "SANCTION expulsion RUS>GBR occurred", id="en-another-s-consul-sent-home",
    ),
    pytest.param(
        "en", "London ordered its consul in Moscow home.", "SANCTION ambassador-recall GBR>RUS occurred", id="en-its-own-called-home",
    ),
    pytest.param(
        "en", "Russia's ambassador to the United States returned to his post on Sunday.",
        "SUPPORT ambassador-recall RUS>USA occurred", id="en-back-at-his-post",
    ),
]  # fmt: skip

REFUSED = [
    pytest.param("en", BOND + "The novel touches Gambia and Togo.", ">GMB", id="en-no-measure-touches"),
    pytest.param("en", BOND + "Gambia was added to the heritage list in June.", ">GMB", id="en-another-list"),
    pytest.param("fr", BARRED + "La décision irrite le Nigeria.", "USA>NGA", id="fr-whom-it-only-angers"),
    pytest.param("en", "Iran and Iraq agreed to lift tariffs.", "CONCEDE", id="en-what-two-agree-on-is-to-come"),
    pytest.param("en", "The US bans on Togolese rice remain.", "TGO>", id="en-bans-is-a-noun"),
    pytest.param(
        "fr", "Londres applique les mêmes règles à tous les voyageurs.", "retaliate", id="fr-the-same-for-all"
    ),
]


def _lines(text: str, language: str) -> list[str]:
    found = reports(text, language, title="T", published="2031-06-12")
    sides = ["{}>{}".format("+".join(sorted(r.actors)), "+".join(sorted(r.recipients))) for r in found]
    return [f"{r.type} {r.instrument} {of} {r.status}" for r, of in zip(found, sides, strict=True)]


@pytest.mark.parametrize(("language", "text", "told"), HOLDS)
def test_what_a_page_tells_of_measures(language: str, text: str, told: str) -> None:
    assert told in _lines(text, language)


@pytest.mark.parametrize(("language", "text", "told"), REFUSED)
def test_what_a_page_does_not_tell(language: str, text: str, told: str) -> None:
    assert not any(told in line for line in _lines(text, language))
