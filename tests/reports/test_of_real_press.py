"""What real press does and our own pages seldom did: lists, joint decisions, refusals by "not", blame for what befell another."""

import pytest

from coded import told

PUBLISHED = "2026-05-05"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # one office of several states
        pytest.param("fr", "Les ministres de la Pêche du Ghana, du Togo et du Bénin se sont réunis lundi à Abuja.",
                     ["CONSULT BEN+GHA+TGO> occurred"], id="ministers-of-three"),
        pytest.param("fr", "Les délégations de l'Oman et du Yémen ont signé un accord de pêche.", ["SUPPORT OMN+YEM> occurred"],
                     id="delegations-of-two"),
        pytest.param("fr", "Le ministre chilien des Affaires étrangères et de la Coopération a reçu le président péruvien.",
                     ["CONSULT PER>CHL occurred"], id="a-portfolio-is-no-list"),
        # what several settle to do to somebody else
        pytest.param("fr", "Le Chili et le Pérou ont convenu de suspendre leur aide à la Birmanie.",
                     ["SANCTION CHL+PER>MMR occurred"], id="settle-to-suspend"),
        pytest.param("en", "European Union ministers agreed to sanction senior Belarusian officials.",
                     ["SANCTION EU>BLR occurred"], id="agreed-to-sanction"),
        pytest.param("fr", "Le Chili et le Pérou ont convenu de fermer leur frontière commune.", ["AGREE CHL+PER> occurred"],
                     id="of-their-own"),
        pytest.param("fr", "Le Chili et le Pérou sont convenus de ne pas suspendre leur aide à la Bolivie.",
                     ["AGREE CHL+PER> occurred"], id="not-to"),
        # no is a refusal
        pytest.param("fr", "Nairobi a fait savoir qu'il n'acceptait pas la proposition de Kampala.", ["REJECT KEN>UGA occurred"],
                     id="did-not-accept"),
        pytest.param("fr", "La Serbie n'a pas reconnu le gouvernement kosovar.", ["REJECT SRB>XKX occurred"], id="not-recognised"),
        pytest.param("en", "Kenya will not lift its sanctions on Uganda.", ["REJECT KEN>UGA occurred"], id="will-not-lift"),
        pytest.param("en", "Kenya did not lift its sanctions on Uganda.", [], id="only-not-done"),
        pytest.param("fr", "Nairobi n'a pas encore accepté la proposition de Kampala.", [], id="not-yet"),
        pytest.param("fr", "Nairobi ne lèvera les sanctions contre Kampala que si les otages sont libérés.", [], id="only-if"),
        pytest.param("en", "Kenya will resume talks with Uganda only if it withdraws its troops.", [], id="only-if-in-english"),
        # several measures, several things
        pytest.param("fr", "Quito a annoncé des mesures contre le Pérou, dont la fermeture de la frontière et la suspension des visas.",
                     ["SANCTION ECU>PER occurred"] * 2, id="measures-against"),
        pytest.param("fr", "Quito a annoncé la suspension du traité de pêche avec le Pérou et le rappel de son ambassadeur.",
                     ["SANCTION ECU>PER occurred"] * 2, id="the-list-shares-its-other-side"),
        pytest.param("fr", "La Zambie a fermé sa frontière et son espace aérien au Malawi.", ["SANCTION ZMB>MWI occurred"] * 2,
                     id="two-things"),
        pytest.param("en", "Zambia closed its border and its airspace to Malawi.", ["SANCTION ZMB>MWI occurred"] * 2,
                     id="two-things-in-english"),
        pytest.param("fr", "La Zambie a fermé ses frontières et ses postes-frontières avec le Malawi.", ["SANCTION ZMB>MWI occurred"],
                     id="one-thing-said-twice"),
        pytest.param("fr", "La Zambie a annoncé la suspension « immédiate » de la délivrance des visas aux Malawites.",
                     ["SANCTION ZMB>MWI occurred"], id="of-what-is-suspended"),
        # whom harm befell is not blamed
        pytest.param("fr", "Le Chili a condamné l'attaque contre l'ambassade indienne à Kaboul.", [], id="attacked-not-blamed"),
        pytest.param("fr", "Le Chili a condamné l'arrestation de deux diplomates indiens.", [], id="arrested-not-blamed"),
        pytest.param("fr", "Le Chili a condamné les frappes saoudiennes contre le Yémen.",
                     ["ACCUSE CHL>SAU occurred", "ASSAULT SAU>YEM occurred"], id="whose-strikes"),
        pytest.param("fr", "Le Chili a critiqué le Rwanda pour ses attaques contre le Burundi.", ["ACCUSE CHL>RWA occurred"],
                     id="blamed-by-name"),
        # those who act for no state
        pytest.param("fr", "L'attaque de missions diplomatiques indiennes par des manifestants au Népal a choqué.", [],
                     id="by-protesters"),
        pytest.param("fr", "Une ville congolaise est tombée aux mains du M23 appuyé par l'armée rwandaise.", [], id="backs-initials"),
        pytest.param("fr", "Deux soldats togolais ont été tués par l'armée béninoise.", ["ASSAULT BEN>TGO occurred"], id="by-an-army"),
        # members spelt out
        pytest.param("fr", "L'Alliance des États du Sahel (Mali, Burkina Faso et Niger) a condamné mardi le Ghana.",
                     ["ACCUSE BFA+MLI+NER>GHA occurred"], id="its-members"),
        pytest.param("en", "The Alliance of Sahel States, which groups Mali, Burkina Faso and Niger, condemned Ghana on Tuesday.",
                     ["ACCUSE BFA+MLI+NER>GHA occurred"], id="its-members-in-english"),
        pytest.param("fr", "L'AES a condamné le Mali et le Niger.", ["ACCUSE AES>MLI+NER occurred"], id="two-of-its-members"),
        # a forum is no side
        pytest.param("fr", "Le Canada a porté plainte devant l'OMC contre l'Union européenne.", ["ACCUSE CAN>EU occurred"],
                     id="against-an-organisation"),
        pytest.param("fr", "L'Union européenne a contesté les droits de douane canadiens auprès de l'OMC.", ["ACCUSE EU>CAN occurred"],
                     id="at-a-forum"),
        # between a preposition and its noun
        pytest.param("fr", "Oslo a annoncé l'expulsion de nombreux diplomates bélarusses.", ["SANCTION NOR>BLR occurred"],
                     id="many-envoys"),
        pytest.param("fr", "Oslo a annoncé l'expulsion « de nouveaux » diplomates bélarusses.", ["SANCTION NOR>BLR occurred"],
                     id="in-quotation-marks"),
        pytest.param("fr", "La Turquie a offert un don d'une valeur d'environ 2,5 millions de dollars au Tchad.",
                     ["AID TUR>TCD occurred"], id="the-comma-of-a-number"),
        pytest.param("fr", "Des responsables chiliens sont arrivés lundi en Bolivie.", ["CONSULT CHL>BOL occurred"],
                     id="an-article-opens-the-sentence"),
        # words
        pytest.param("fr", "Le Ghana a annoncé la suspension des extraditions vers le Togo.", ["SANCTION GHA>TGO occurred"],
                     id="no-more-extraditions"),
        pytest.param("fr", "Le Canada a décidé de restreindre les visas non immigrants pour les ressortissants du Népal.",
                     ["SANCTION CAN>NPL occurred"], id="non-is-part-of-a-name"),
        pytest.param("fr", "Manille proteste contre des navires dans les eaux revendiquées par la Chine.", ["ACCUSE PHL>CHN occurred"],
                     id="a-claim-is-no-demand"),
        pytest.param("fr", "« Nous avons arrêté toute relation avec le Togo », a déclaré le ministre ghanéen.",
                     ["SANCTION GHA>TGO occurred"], id="stops-ties-arrests-nobody"),
        pytest.param("fr", "Le président chilien a dit vouloir de nouvelles sanctions contre Minsk.", ["SANCTION CHL>BLR proposed"],
                     id="only-wished"),
        pytest.param("fr", "Des rumeurs sur la fermeture de la frontière entre le Togo et le Ghana circulent.", [], id="rumours"),
        pytest.param("fr", "Le Pérou a promis de punir la Bolivie.", ["THREATEN PER>BOL occurred"], id="promises-harm"),
    ],
)  # fmt: skip
def test_told(language: str, text: str, expected: list[str]) -> None:
    assert told(text, language, PUBLISHED) == expected
