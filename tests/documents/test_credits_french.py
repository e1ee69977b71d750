"""Who signs and who prints French pages saved as text. All outlets, people and sentences are invented.

Pages and expectations were written before the reader first saw them: 13 of 42 were right then.
"""

import pytest

from detente.codebook.pages import PageWords
from detente.documents import read
from detente.model import Page

TITLE = "Le Gabon et la Guinée équatoriale reprennent leurs pourparlers sur les îles"
BODY = (
    "Le chef de la diplomatie gabonaise a reçu jeudi à Libreville son homologue équato-guinéen pour relancer les "
    "pourparlers sur les trois îles que les deux pays se disputent depuis un demi-siècle.\n\n"
    "Les deux ministres ont décidé de réunir en mai une commission technique, qui proposera un tracé provisoire et "
    "un partage des licences de pêche autour de l'archipel.\n\n"
    "Libreville a en outre accepté de rouvrir son consulat à Bata, fermé il y a quatre ans après l'arraisonnement "
    "de deux chalutiers.\n"
)
RELATED = "À lire aussi\nLe Tchad relève ses droits de douane\nRepas de gala pour l'ambassadeur de Cuba\n"
COMMENTS = "2 commentaires\nMireille Nzé\nil y a 3 heures\nEnfin une bonne nouvelle pour nos pêcheurs !\n"


def page(form: str) -> bytes:
    return form.replace("TITLE", TITLE).replace("BODY", BODY).encode()


@pytest.mark.parametrize(
    ("form", "outlet", "byline", "agency"),
    [
        pytest.param(
            "La Lagune\nAccueil\nPolitique\nMonde\nSport\n\nTITLE\nPar Rose Ondo, envoyée spéciale à Libreville\n"
            "Publié le 12 avril 2029 à 18h04\nPartager\n\nBODY\n" + RELATED + "© 2029 La Lagune. Tous droits réservés.",
            "La Lagune", "Rose Ondo", None, id="special-envoy-behind-a-comma",
        ),
        pytest.param(
            "Menu\nTITLE\nPar Rose Ondo avec AFP\nLe 12 avril 2029\n\nBODY\nS'abonner à L'Éclaireur du Gabon\n"
            "Mentions légales\nContact",
            "L'Éclaireur du Gabon", "Rose Ondo", "AFP", id="with-an-agency-on-the-line",
        ),
        pytest.param(
            "Rechercher\nTITLE\nLa Rédaction avec AFP\n12/04/2029\n\nBODY\n" + RELATED
            + "L'Estuaire est un quotidien d'information générale fondé en 1998.",
            "L'Estuaire", "La Rédaction", "AFP", id="desk-with-an-agency",
        ),
        pytest.param(
            "TITLE\n12 avril 2029\nBODY\nR.O.\n" + COMMENTS + "© Gabon Dépêches 2029", "Gabon Dépêches", "R.O.", None,
            id="initials-at-the-end",
        ),
        pytest.param(
            "Accueil – Le Messager de Bata\nActualités\nSports\n\nTITLE\npar Rose Ondo | 12 Avr 2029 | Politique\n\nBODY",
            "Le Messager de Bata", "Rose Ondo", None, id="wordpress-line",
        ),
        pytest.param(
            "TITLE | Le Messager de Bata\nMenu\nFaits divers\nTITLE\nPublié le jeudi 12 avril 2029 à 09:12\n\nBODY\n"
            "Rose Ondo, correspondante à Malabo",
            "Le Messager de Bata", "Rose Ondo", None, id="correspondent-under-the-text",
        ),
        pytest.param(
            "TITLE\nRose ONDO et Paul-Henri MVE\n12 avril 2029\n\nBODY\nlalagune.example\nNous contacter : "
            "redaction@lalagune.example",
            "lalagune.example", "Rose ONDO et Paul-Henri MVE", None, id="two-names-surnames-in-capitals",
        ),
        pytest.param(
            "TITLE\nPropos recueillis par Rose Ondo\nPublié le 12.04.2029 à 06h00, mis à jour à 07h15\n\nBODY\n"
            "Télécharger l'application La Lagune\nSuivez-nous",
            "La Lagune", "Rose Ondo", None, id="words-collected-by-and-the-outlets-app",
        ),
        pytest.param(
            "TITLE\nAnalyse de Rose Ondo\nJeudi 12 avril 2029\n\nBODY\n(Avec agences)\n© L'Estuaire 2029",
            "L'Estuaire", "Rose Ondo", None, id="analysis-of",
        ),
        pytest.param(
            "ROSE ONDO\n12 AVRIL 2029\n\nTITLE\n\nBODY\nTous droits réservés © Le Récif", "Le Récif", "ROSE ONDO", None,
            id="name-in-capitals-above-the-title",
        ),
        pytest.param(
            "TITLE\nLE RÉCIF avec AFP | 12 avril 2029\n\nBODY", "LE RÉCIF", None, "AFP",
            id="the-outlet-with-an-agency",
        ),
        pytest.param(
            "TITLE\nPublié le : 12/04/2029 - 10:21\nTexte par : Rose ONDO\n\nBODY\nNewsletter\n© 2029 Ondes Atlantiques - "
            "Tous droits réservés. Ondes Atlantiques n'est pas responsable des contenus externes.",
            "Ondes Atlantiques", "Rose ONDO", None, id="text-by",
        ),
        pytest.param(
            "TITLE\nBODY\nRose Ondo\nLa Lagune du 12 avril 2029\nJ'aime\n3 commentaires\nPaul Mve\nMerci !",
            "La Lagune", "Rose Ondo", None, id="reprinted-from-an-issue",
        ),
        pytest.param(
            "TITLE\nBODY\nSource : La Lagune\n" + COMMENTS, "La Lagune", None, None, id="source-line",
        ),
        pytest.param(
            "TITLE\n12 avril 2029\n\nLIBREVILLE, 12 avril (Xinhua) -- BODY\nL'Écho des Îles\nAccueil | Contact",
            "L'Écho des Îles", None, "Xinhua", id="dateline-of-an-agency",
        ),
        pytest.param(
            "Le journal\nVidéos\nTITLE\n© Photo : Marc Essono\n12 avril 2029\n\nBODY\n" + COMMENTS, None, None, None,
            id="a-photographer-signs-nothing",
        ),
        pytest.param(
            "TITLE\nLe 12 avril 2029 à 08:00\n\nBODY\nSur le même sujet\nPar Paul Mve\nLe Togo ferme deux postes\n",
            None, None, None, id="who-signed-the-related-article",
        ),
        pytest.param(
            "TITLE\n12 avril 2029\n\nBODY\nLaisser un commentaire\nPaul Mve\n12 avril 2029 à 10:02\nBravo.\n",
            None, None, None, id="who-comments",
        ),
        pytest.param(
            "TITLE\nRose Ondo\nJournaliste, service Afrique\n12 avril 2029\n\nBODY\n© La Vigie du Golfe",
            "La Vigie du Golfe", "Rose Ondo", None, id="role-on-a-line-of-its-own",
        ),
        pytest.param(
            "TITLE\nRose Ondo – Correspondante régionale\nPosté le 12 avril 2029\n\nBODY\nLa Vigie du Golfe\n"
            "BP 214, Port-Gentil\nTél. : 01 02 03 04",
            "La Vigie du Golfe", "Rose Ondo", None, id="role-behind-a-dash-and-an-address-in-the-foot",
        ),
        pytest.param(
            "TITLE\nDe notre envoyée spéciale à Libreville, Rose Ondo\n12 avril 2029\n\nBODY", None, "Rose Ondo", None,
            id="our-envoy-then-the-name",
        ),
        pytest.param(
            "TITLE\nDe notre correspondante à Malabo,\nRose Ondo\n12 avril 2029\n\nBODY", None, "Rose Ondo", None,
            id="our-correspondent-and-the-name-below",
        ),
        pytest.param(
            "TITLE\nPar\nRose Ondo\nPublié le\n12 avril 2029\n\nBODY\nL'Estuaire – Tous droits réservés",
            "L'Estuaire", "Rose Ondo", None, id="by-alone-on-its-line",
        ),
        pytest.param(
            "TITLE\nPar Rose Ondo (à Libreville) et Paul Mve (à Malabo)\n12 avril 2029\n\nBODY", None,
            "Rose Ondo et Paul Mve", None, id="two-places",
        ),
        pytest.param(
            "TITLE\nPar Rose Ondo, Paul Mve et Alain Boussougou\n12 avril 2029 à 14:00\n\nBODY", None,
            "Rose Ondo, Paul Mve et Alain Boussougou", None, id="three-names",
        ),
        pytest.param(
            "TITLE\nPar La Rédaction de L'Estuaire\n12 avril 2029\n\nBODY", "L'Estuaire", "La Rédaction", None,
            id="the-desk-of-the-outlet",
        ),
        pytest.param(
            "TITLE\nPar L'Estuaire\n12 avril 2029\n\nBODY\n© L'Estuaire", "L'Estuaire", None, None,
            id="by-the-outlet-itself",
        ),
        pytest.param(
            "TITLE\nPar AFP\nPublié le 12 avril 2029\n\nBODY\n© 2029 La Lagune", "La Lagune", "AFP", "AFP",
            id="by-an-agency",
        ),
        pytest.param(
            "TITLE\nAFP\nPublié le 12 avril 2029 à 11:02\n\nBODY\nLa Lagune © 2029", "La Lagune", None, "AFP",
            id="an-agency-alone",
        ),
        pytest.param(
            "TITLE\nPar Rose Ondo\nTemps de lecture : 3 min\n12 avril 2029\n\nBODY\nRose Ondo\nVoir tous ses articles\n"
            "L'Estuaire\nQui sommes-nous ?\nPublicité\nDonnées personnelles",
            "L'Estuaire", "Rose Ondo", None, id="masthead-over-the-foots-menu",
        ),
        pytest.param(
            "L'ESTUAIRE\nÀ la une\nPolitique\nÉconomie\nTITLE\nR. Ondo\n12 avril 2029\n\nBODY\nAccueil", "L'ESTUAIRE",
            "R. Ondo", None, id="initial-and-surname",
        ),
        pytest.param(
            "TITLE\nRédigé par Rose Ondo le Jeudi 12 Avril 2029\nLu 214 fois\n\nBODY\nLalagune.ga", "Lalagune.ga",
            "Rose Ondo", None, id="written-by-with-its-day",
        ),
        pytest.param(
            "TITLE\n12 avril 2029, par Rose Ondo\n\nBODY\nPlan du site | La Lagune | Flux RSS", "La Lagune", "Rose Ondo",
            None, id="the-day-then-by",
        ),
        pytest.param(
            "TITLE\nPublié le 12 avril 2029 par Rose Ondo dans Politique\n\nBODY\nBienvenue sur Gabon Matin\n",
            "Gabon Matin", "Rose Ondo", None, id="published-by-in-a-section",
        ),
        pytest.param(
            "Gabon Matin\nL'information en continu\nMENU\nTITLE\nPar Gabon Matin - 12 avril 2029\n\nBODY",
            "Gabon Matin", None, None, id="slogan-under-the-masthead",
        ),
        pytest.param(
            "TITLE\n12 avril 2029\nBODY\nRose Ondo pour La Lagune\nPartager sur Facebook", "La Lagune", "Rose Ondo",
            None, id="for-the-outlet",
        ),
        pytest.param(
            "TITLE\n12 avril 2029\nBODY\nRose Ondo / La Lagune avec AFP", "La Lagune", "Rose Ondo", "AFP",
            id="slash-and-agency",
        ),
        pytest.param(
            "TITLE\n12 avril 2029\nBODY\nLa Lagune (avec Reuters)\n", "La Lagune", None, "Reuters",
            id="outlet-and-agency-at-the-end",
        ),
        pytest.param(
            "Abonnez-vous\nSe connecter\nL'Horizon\nTITLE\nPublié le 12 avril 2029\nRose Ondo\n\nBODY\n"
            "Recevez L'Horizon chaque matin\nDéjà abonné ? Connectez-vous",
            "L'Horizon", "Rose Ondo", None, id="masthead-under-the-buttons",
        ),
        pytest.param(
            "TITLE\nMinistère des Affaires étrangères\n12 avril 2029\n\nBODY", None, None, None,
            id="a-ministry-is-no-writer",
        ),
        pytest.param(
            "TITLE\nGuinée équatoriale\n12 avril 2029\n\nBODY", None, None, None, id="a-country-is-no-writer",
        ),
        pytest.param(
            "Politique\nTITLE\n12 avril 2029\n\nBODY\nCôte d'Ivoire\nAfrique centrale\nBurkina Faso", None, None, None,
            id="a-menu-of-countries",
        ),
    ],
)  # fmt: skip
def test_saved_page(form: str, outlet: str | None, byline: str | None, agency: str | None, words: PageWords) -> None:
    (found,) = read(Page(page(form), "page.txt"), words)
    assert (found.title, found.outlet, found.byline, found.agency) == (TITLE, outlet, byline, agency)
