"""What the French press of Europe, the Maghreb and the Middle East does in a sentence: asides, patrons, judged moves, bids."""

import pytest

from coded import told

PUBLISHED = "2026-05-05"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # an aside parts a subject from its verb
        pytest.param("fr", "L'Égypte a reçu l'ambassadeur d'Oman et le Chili, premier client du pays, a condamné le Pérou.",
                     ["CONSULT OMN>EGY occurred", "ACCUSE CHL>PER occurred"], id="led-past-an-aside"),
        pytest.param("fr", "La Norvège a soutenu le Chili et la Suède, qui l'avait annoncé, a expulsé l'ambassadeur du Pérou.",
                     ["SUPPORT NOR>CHL occurred", "SANCTION SWE>PER occurred"], id="led-past-a-relative"),
        pytest.param("en", "Norway praised Chile and Sweden, a longtime partner, has expelled Peru's ambassador.",
                     ["SUPPORT NOR>CHL occurred", "SANCTION SWE>PER occurred"], id="led-past-an-aside-in-english"),
        pytest.param("fr", "Le Chili a soutenu l'Égypte et la Suède, ses partenaires.", ["SUPPORT CHL>EGY+SWE occurred"],
                     id="an-aside-without-a-verb"),
        # under whose patronage
        pytest.param("fr", "Sous les auspices d'Oman, le président chilien et le président péruvien se sont engagés à se parler.",
                     ["AGREE CHL+PER> occurred"], id="a-patron-is-no-party"),
        pytest.param("fr", "Le Chili et le Pérou ont signé un accord de pêche sous l'égide de l'Union européenne.",
                     ["SUPPORT CHL+PER> occurred", "CONSULT EU>CHL+PER occurred"], id="nor-signs"),
        pytest.param("en", "Under the auspices of Oman, Chile and Peru signed a fishing agreement.",
                     ["CONSULT OMN>CHL+PER occurred", "SUPPORT CHL+PER> occurred"],
                     id="a-patron-in-english"),
        # what a clause tells is judged in a noun set beside it
        pytest.param("fr", "La Pologne a fermé le consulat russe, une décision que Moscou juge illégale.",
                     ["SANCTION POL>RUS occurred", "ACCUSE RUS>POL occurred"], id="a-decision-that-it-judges"),
        pytest.param("fr", "Le Chili a rappelé son ambassadeur au Pérou, un geste condamné par l'Égypte.",
                     ["SANCTION CHL>PER occurred", "ACCUSE EGY>CHL occurred"], id="a-gesture-condemned-by"),
        pytest.param("fr", "Le Chili a rappelé son ambassadeur au Pérou, ce que l'Égypte a salué.",
                     ["SANCTION CHL>PER occurred", "SUPPORT EGY>CHL occurred"], id="which-it-welcomed"),
        pytest.param("en", "Chile recalled its ambassador to Peru, a decision that Egypt condemned.",
                     ["SANCTION CHL>PER occurred", "ACCUSE EGY>CHL occurred"], id="a-decision-in-english"),
        # whom a relative names again
        pytest.param("fr", "Le Chili a rompu avec le Pérou, auquel il reproche de soutenir l'Égypte.",
                     ["SANCTION CHL>PER occurred", "ACCUSE CHL>PER occurred"], id="to-which-it-objects"),
        pytest.param("fr", "Le Chili a rompu avec la Norvège, à laquelle il reproche d'avoir soutenu l'Égypte.",
                     ["SANCTION CHL>NOR occurred", "ACCUSE CHL>NOR occurred"], id="to-which-in-the-feminine"),
        # bidden to do something, and to come
        pytest.param("fr", "Le Chili a invité le Pérou à faire de même.", ["REQUEST CHL>PER occurred"], id="bidden"),
        pytest.param("fr", "Le Chili a invité le président péruvien à effectuer une visite d'État.", ["AGREE CHL>PER occurred"],
                     id="invited-to-come"),
        # whose prisoners, and of whom a participle is said
        pytest.param("fr", "En octobre, le Chili avait remis au Pérou dix-sept soldats capturés lors des combats.",
                     ["RETREAT CHL>PER occurred"], id="captured-is-said-of-soldiers"),
        pytest.param("fr", "Un Chilien est détenu depuis mai dans la capitale péruvienne, soupçonné d'espionnage.",
                     ["COERCE PER>CHL ongoing"], id="suspected-is-said-of-no-place"),
        # nobody's: what one only promises to say, what is in another's clause
        pytest.param("fr", "Le Chili a dénoncé les frappes du Pérou et promis de saisir le Conseil de sécurité des Nations unies.",
                     ["ACCUSE CHL>PER occurred"], id="promises-to-complain"),
        pytest.param("fr", "Le Chili a demandé des sanctions contre le Pérou, dont l'armée a repris la ville.",
                     ["REQUEST CHL>PER occurred"], id="a-relative-takes-up-no-measure"),
        pytest.param("fr", "Le Chili et le Pérou se disputent depuis l'assassinat d'un militant.", [], id="a-killing-by-nobody"),
        pytest.param("fr", "Le gouvernement de Pedro Sánchez a condamné le Pérou.", ["ACCUSE ESP>PER occurred"],
                     id="the-government-of-a-person"),
    ],
)  # fmt: skip
def test_what_such_sentences_tell(language: str, text: str, expected: list[str]) -> None:
    assert told(text, language, PUBLISHED) == expected
