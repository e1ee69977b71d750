"""Accusations in plain words, and whom a word is against where the sentence says so only by what the word is about."""

import pytest

from coded import told

SAID = [
    pytest.param("en", "Norway's premier said it was outrageous that Russia had shut the road.", ["ACCUSE NOR>RUS occurred"],
                 id="judged before that"),
    pytest.param("en", '"This is extortion," Laos\'s energy minister said of the Thai offer.', ["ACCUSE LAO>THA occurred"],
                 id="said of his offer"),
    pytest.param("fr", "« C'est une honte », a lancé l'ambassadeur ukrainien à son homologue russe.", ["ACCUSE UKR>RUS occurred"],
                 id="said to him"),
    pytest.param("fr", "L'Érythrée serait à l'origine du sabotage, affirme le ministre éthiopien.", ["ACCUSE ETH>ERI occurred"],
                 id="hearsay of a wrong"),
    pytest.param("fr", "Le sabotage a été orchestré par Téhéran, assure le ministre koweïtien.", ["ACCUSE KWT>IRN occurred"],
                 id="culprit behind par"),
    pytest.param("en", "Any violation by Chad will be noticed, Sudan's minister said.", [], id="any breach"),
    pytest.param("en", "Kenya's minister said Somalia was the victim of an injustice.", [], id="victim"),
    pytest.param("en", "Poland condemned the invasion of Ukraine.", [], id="condemned what befell him"),
    pytest.param("en", "Poland denounced the occupation of Cyprus by Turkey.",
                 ["ACCUSE POL>TUR occurred", "ASSAULT TUR>CYP occurred"], id="befell one by another"),
    pytest.param("fr", "La Suisse s'inquiète de la situation humanitaire au Soudan.", [], id="sorrow"),
    pytest.param("en", "Canada stopped short of accusing India.", [], id="stopped short of"),
    pytest.param("en", "Sudan's generals accused each other of lies over Chad.", [], id="one another"),
]  # fmt: skip
AGAINST = [
    pytest.param("en", "Kyiv ruled out the terms put forward by Moscow.", ["REJECT UKR>RUS occurred"], id="his terms"),
    pytest.param("en", "Iraq complained to the Security Council about Turkish raids.", ["ACCUSE IRQ>TUR occurred"],
                 id="told to a forum"),
    pytest.param("fr", "Le Quai d'Orsay a condamné l'arrestation de deux Français à Téhéran.",
                 ["ACCUSE FRA>IRN occurred", "COERCE IRN>FRA occurred"], id="held there"),
    pytest.param("en", "The Swiss envoy was summoned in Tehran.", ["ACCUSE IRN>CHE occurred"], id="summoned in a capital"),
    pytest.param("fr", "La décision britannique a provoqué la colère de Port-Louis.", ["ACCUSE MUS>GBR occurred"],
                 id="whose decision angers"),
    pytest.param("fr", "Le chef de l'État malien a accusé le Pérou de mensonge.", ["ACCUSE MLI>PER occurred"],
                 id="the head of that state"),
]  # fmt: skip
THREATS = [
    pytest.param("fr", "Bagdad coupera l'eau si le Koweït persiste, a averti un ministre irakien.", ["THREATEN IRQ>KWT occurred"],
                 id="closed by a warning"),
    pytest.param("en", "The Kremlin said Latvia will pay a heavy price.", ["THREATEN RUS>LVA occurred"], id="harm foretold"),
    pytest.param("fr", "Le Pakistan a promis à l'Inde une « réponse dévastatrice ».", ["THREATEN PAK>IND occurred"],
                 id="a quotation mark inside a wording"),
    pytest.param("en", "Nigeria said it would cut power to Niger if the debt stood.", ["THREATEN NGA>NER occurred"], id="would cut if"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), SAID + AGAINST + THREATS)
def test_against(language: str, text: str, expected: list[str]) -> None:
    assert told(text, language, published="2026-03-12") == expected
