"""What the French-language press of Africa does, retold: pronouns before a verb, who was named last, what was just told, quoted adverbs."""

import pytest

from coded import told

PUBLISHED = "2031-05-05"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # a pronoun before the verb is whom it is done to
        pytest.param("fr", "Le Chili accuse le Pérou de mentir. Il l'accuse aussi de financer la Bolivie.",
                     ["ACCUSE CHL>PER occurred"] * 2, id="accuses-him-of"),
        pytest.param("fr", "Le président péruvien a rencontré Omar Vega, le ministre chilien, qui lui demandait"
                     " le départ des soldats boliviens.",
                     ["CONSULT CHL+PER> occurred", "REQUEST CHL>PER occurred"], id="asked-him-for"),
        pytest.param("fr", "Le Chili l'a demandé à la Bolivie.", ["REQUEST CHL>BOL occurred"], id="asked-it-of"),
        # who was named last
        pytest.param("fr", "Le ministre chilien Omar Vega a reçu l'ambassadeur du Pérou, Luis Rojas. Ce dernier a remercié le Chili.",
                     ["CONSULT PER>CHL occurred", "SUPPORT PER>CHL occurred"], id="the-latter"),
        pytest.param("en", "Chile's foreign minister met Peru's ambassador. The latter thanked Chile.",
                     ["CONSULT CHL+PER> occurred", "SUPPORT PER>CHL occurred"], id="the-latter-in-english"),
        pytest.param("fr", "Le Chili et le Pérou ont une frontière. Celle-ci avait été fermée par le Chili.",
                     ["SANCTION CHL>PER occurred"], id="the-border-again"),
        # what is judged was just told
        pytest.param("fr", "Le ministre chilien a rencontré son homologue péruvien. Le Brésil a salué la tenue de cette rencontre.",
                     ["CONSULT CHL+PER> occurred", "SUPPORT BRA>CHL+PER occurred"], id="hailed-the-holding-of"),
        pytest.param("fr", "Le Chili a fermé sa frontière avec le Pérou. Le Brésil regrette une décision unilatérale.",
                     ["SANCTION CHL>PER occurred", "ACCUSE BRA>CHL occurred"], id="a-decision-just-told"),
        pytest.param("fr", "Le Brésil et la Bolivie ont salué la pluie.", [], id="hailed-nothing-told"),
        # a host who did not want to
        pytest.param("fr", "Le président chilien n'a pas voulu recevoir l'émissaire péruvien.", ["REJECT CHL>PER occurred"],
                     id="did-not-want-to-receive"),
        pytest.param("fr", "Le président chilien n'a pas reçu l'émissaire péruvien.", [], id="only-did-not-receive"),
        # whose word it is
        pytest.param("fr", "Le diplomate a réitéré l'engagement du Chili à appuyer le Pérou.", ["AGREE CHL>PER planned"],
                     id="the-commitment-of"),
        # a date, an adverb, quoted words inside a wording
        pytest.param("fr", "Le Chili a mis fin en mars à l'accord militaire qui le liait au Pérou.", ["SANCTION CHL>PER occurred"],
                     id="a-date-before-the-last-word"),
        pytest.param("fr", "Le Chili a rompu « avec effet immédiat » ses relations diplomatiques avec le Pérou.",
                     ["SANCTION CHL>PER occurred"], id="quoted-words-inside"),
        # done because one had to, or had it coming
        pytest.param("fr", "Le Chili a été contraint par la foule de retirer ses troupes du Pérou.", ["RETREAT CHL>PER occurred"],
                     id="forced-to"),
        pytest.param("fr", "Le Pérou et l'Équateur sont voisins. Lima a refoulé des commerçants équatoriens, ce qui avait valu à son"
                     " ambassadeur d'être convoqué à Quito.",
                     ["COERCE PER>ECU occurred", "ACCUSE ECU>PER occurred"], id="earned-him-a-summons"),
        # where somebody is held
        pytest.param("fr", "Retenus depuis dix jours au Chili, les soldats péruviens attendent.", ["COERCE CHL>PER ongoing"],
                     id="held-there-leads-the-sentence"),
        pytest.param("fr", "Le Pérou soutient le Chili. Le président péruvien Luis Rojas est toujours séquestré.",
                     ["SUPPORT PER>CHL occurred"], id="a-ruler-is-held-at-home"),
        # no side of it
        pytest.param("fr", "Le ministre chilien a visité les camps de réfugiés péruviens.", [], id="a-camp-of-refugees"),
        pytest.param("fr", "« Tout va bien », a rassuré le ministre chilien au Pérou.", [], id="reassured-as-a-verb-of-saying"),
        pytest.param("fr", "Dans un entretien accordé à l'AFP, le président chilien a remercié le Pérou.", ["SUPPORT CHL>PER occurred"],
                     id="an-interview-is-no-meeting"),
        pytest.param("fr", "Le Chili a offert au Pérou d'abriter une rencontre, proposition que Lima a déclinée.",
                     ["AGREE CHL>PER proposed", "REJECT PER>CHL occurred"], id="a-proposal-that-was-declined"),
        pytest.param("fr", "Le Chili et le Pérou ont signé un accord de défense, et la Bolivie accuse le Brésil.",
                     ["SUPPORT CHL+PER> occurred", "ACCUSE BOL>BRA occurred"], id="the-subject-of-the-next-verb"),
        pytest.param("fr", "Vega, le président chilien, avait pressé le Pérou, la Bolivie et le Brésil de reconsidérer leur décision.",
                     ["REQUEST CHL>BOL+BRA+PER occurred"], id="pressed-three"),
        pytest.param("fr", "Un rapport des experts de l'ONU accuse le Chili de mentir.", ["ACCUSE UN>CHL occurred"],
                     id="whose-report-it-is"),
    ],
)  # fmt: skip
def test_told(language: str, text: str, expected: list[str]) -> None:
    assert told(text, language, PUBLISHED) == expected
