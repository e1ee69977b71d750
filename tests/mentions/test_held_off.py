"""Words held off, names and titles between quotation marks: sixty of them, at most three taken for speech."""

import pytest

from coded import speech

MOST = 3
FRENCH = (
    "Le ministre malien a inauguré le centre « Espoir et dignité » à Gao.",
    "L'opération « Bouclier du Sahel » a commencé lundi à la frontière du Niger.",
    "L'armée malienne a détruit trois « plots logistiques » près de Kidal.",
    "La France a lancé la mission « Takuba » avec dix pays européens.",
    "Le président sénégalais a reçu le prix « Bâtisseur de paix en Afrique ».",
    "Le Mali et le Niger ont signé la charte du « Liptako-Gourma ».",
    "Les diplomates qualifiés de « personae non gratae » ont quitté Bamako.",
    "Le Burkina Faso est l'un des pays dits « du champ » de la confédération.",
    "Le film « Les gardiens du fleuve » a été projeté à l'ambassade de France à Bamako.",
    "La Russie a remis au Mali un manuel intitulé « Pour une défense des frontières ».",
    "L'Algérie a rouvert la route dite « de l'unité africaine ».",
    "Le ministre nigérien a visité la base « 101 » de Niamey.",
    "La « diplomatie des drones » de la Turquie a séduit le Mali.",
    "La Chine et le Mali ont fêté la « route de la soie » par une exposition.",
    "Le Maroc défend une ligne de « neutralité active » entre le Mali et l'Algérie.",
    "Les États-Unis ont placé le Niger sur leur « liste noire » des voyages.",
    "Le Togo joue les « facilitateurs » entre le Mali et la Côte d'Ivoire.",
    "Le Sénégal a envoyé un « émissaire spécial » à Nouakchott.",
    "La CEDEAO a activé sa « force en attente » après le coup d'État au Niger.",
    "Le Bénin et le Niger ont créé un « comité des sages ».",
    "Le Mali reproche aux médias français leur couverture du programme « Serval ».",
    "La frontière, que l'on appelle ici « la ligne », sépare le Mali de la Mauritanie.",
    "La Mauritanie a arraisonné le chalutier « Étoile du matin » au large de Nouadhibou.",
    "Le chapitre « Relations avec les voisins » du rapport du Mali compte dix pages.",
    "Le Niger a fermé le site « Arlit 2 » de la société française.",
    "Le Gabon a rejoint le « club des non-alignés » avec le Cameroun.",
    "L'exercice « Flintlock » réunit le Ghana et la Côte d'Ivoire.",
    "Le ministère malien a publié un « livre blanc » sur les accords avec la France.",
    "Le Tchad a remis au Soudan les effets personnels du « général des sables ».",
    "Le traité, surnommé « pacte de Niamey », lie le Mali au Niger.",
)
ENGLISH = (
    "Kenya opened the “House of Peace” in Mogadishu on Monday.",
    "Operation “Northern Shield” began along the border with Niger.",
    "Uganda sent a so-called “technical mission” to Juba.",
    "Russia delivered a second “humanitarian convoy” to Mali.",
    "The Kenyan minister attended the premiere of “Guardians of the Lake” in Kampala.",
    "Ghana and Togo signed the “Volta Charter” last week.",
    "India put Canada on its “watch list” of consular posts.",
    "China promotes its “no-strings” loans in Kenya.",
    "The two “brother nations” of Mali and Niger share a long border.",
    "Egypt and Sudan staged the drill “Guardians of the South” in May.",
    "Somalia calls the area “the triangle”, Kenya claims it.",
    "The Maldives ended the “India first” policy of its former government.",
    "Turkey seized the trawler “Morning Star” off the Greek coast.",
    "Greece has long feared a “hot incident” with Turkey at sea.",
    "The United States moved Niger to “Level 4” of its travel advisory.",
    "Poland built what locals call “the wall” along the border with Belarus.",
    "Estonia joined the “coalition of the willing” with Poland.",
    "Venezuela named the disputed land “Guayana Esequiba” on its maps.",
    "Guyana published a “white paper” on the talks with Venezuela.",
    "Rwanda expelled four Belgian “trainers” in March.",
    "The army used “kamikaze” drones against positions held by Sudan.",
    "Ethiopia and Eritrea have lived in “no war, no peace” for years.",
    "Mexico returned the “Codex of the Lake” to Ecuador.",
    "The “gang of four” ambassadors left Caracas for Bogota.",
    "Malawi reopened its “honorary” consulate in Mozambique.",
    "Japan hosts the forum “Rivers without Borders” with Vietnam.",
    "Qatar acts as “post box” between Iran and the United States.",
    "South Korea stopped its “balloon” flights toward North Korea.",
    "Saudi Arabia and Iran run a “hotline” between their navies.",
    "The chapter “Relations with Neighbours” of the Kenyan report has ten pages.",
)


def taken_for_speech() -> list[str]:
    cases = [(t, "fr") for t in FRENCH] + [(t, "en") for t in ENGLISH]
    return [text for text, language in cases if any(s.mode == "direct" for s in speech(text, language))]


def test_at_most_three_of_sixty_are_taken_for_speech() -> None:
    assert len(FRENCH) == len(ENGLISH) == 30
    taken = taken_for_speech()
    assert len(taken) <= MOST, taken


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("fr", "Ottawa a suspendu l'aide au Sénégal « jusqu'à nouvel ordre ».", id="adverbial"),
        pytest.param("fr", "Le ministre malien a jugé la mesure « injuste ».", id="one-word"),
        pytest.param("en", "The Kenyan minister called the border closure “illegal”.", id="one-word-en"),
        pytest.param("en", "Niger recalled its ambassador from Benin “for consultations”.", id="adverbial-en"),
    ],
)
def test_what_looks_like_them_and_is_speech(language: str, text: str) -> None:
    assert [s.mode for s in speech(text, language)] == ["direct"]
