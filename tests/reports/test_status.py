"""How far an act got: done, planned, called off, denied, only said; or not told at all."""

import pytest

from coded import reports, told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("Alger a expulsé deux diplomates maliens.", "occurred", id="done"),
        pytest.param("Alger expulse deux diplomates maliens.", "occurred", id="present"),
        pytest.param("Alger expulsera deux diplomates maliens.", "planned", id="future"),
        pytest.param("Alger va expulser deux diplomates maliens.", "planned", id="near-future"),
        pytest.param("Le Mali a annoncé qu'il expulserait deux diplomates algériens.", "planned", id="reported-future"),
        pytest.param("Alger aurait expulsé deux diplomates maliens.", "alleged", id="hearsay"),
        pytest.param(
            "Selon une source diplomatique, Alger a expulsé deux diplomates maliens.", "alleged", id="a-source"
        ),
        pytest.param("Alger dément avoir expulsé deux diplomates maliens.", "denied", id="denied"),
        pytest.param("Alger envisage d'expulser deux diplomates maliens.", "proposed", id="considered"),
        pytest.param("La visite du président malien à Alger a été annulée.", "cancelled", id="called-off"),
        pytest.param(
            "L'Inde a annoncé la suspension des visas pour le Pakistan et l'annulation de la rencontre.",
            "occurred",
            id="called-off-besides",
        ),
        pytest.param("Les sanctions américaines contre le Mali restent en vigueur.", "ongoing", id="in-force"),
        pytest.param("Le Mali n'a toujours pas levé son embargo sur le riz algérien.", "ongoing", id="not-lifted"),
        pytest.param(
            "L'embargo malien sur le riz algérien, jamais levé, pèse sur les prix.", "ongoing", id="never-lifted"
        ),
    ],
)
def test_french(text: str, status: str) -> None:
    assert [str(r.status) for r in reports(text)] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("Kenya expelled two Ugandan diplomats.", "occurred", id="done"),
        pytest.param("Kenya will expel two Ugandan diplomats.", "planned", id="future"),
        pytest.param("Kenya said it would expel two Ugandan diplomats.", "planned", id="reported-future"),
        pytest.param("Kenya reportedly expelled two Ugandan diplomats.", "alleged", id="reportedly"),
        pytest.param("Kenya denied expelling two Ugandan diplomats.", "denied", id="denied"),
        pytest.param("Kenya is considering expelling two Ugandan diplomats.", "proposed", id="considered"),
        pytest.param("The visit of the Kenyan president to Uganda was cancelled.", "cancelled", id="called-off"),
        pytest.param("American sanctions against Mali remain in force.", "ongoing", id="in-force"),
        pytest.param("Kenya has not lifted its ban on Ugandan milk.", "ongoing", id="not-lifted"),
        pytest.param("Kenya still hasn't removed its visa restrictions on Ugandans.", "ongoing", id="not-removed"),
        pytest.param("According to a diplomatic source, Kenya expelled two Ugandan diplomats.", "alleged", id="a-source"),
    ],
)  # fmt: skip
def test_english(text: str, status: str) -> None:
    assert [str(r.status) for r in reports(text, "en")] == [status]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("fr", "Alger n'a pas expulsé de diplomates maliens.", id="ne-pas"),
        pytest.param(
            "en", "If Kenya has not lifted its ban on Ugandan milk by June, Uganda will sue.", id="if-not-lifted"
        ),
        pytest.param("en", "Has Kenya not lifted its ban on Ugandan milk?", id="not-lifted-asked"),
        pytest.param("en", "Kenya did not lift its sanctions on Uganda.", id="did-not-lift"),
        pytest.param("en", "Kenya denied that it had not lifted its sanctions on Uganda.", id="not-lifted-denied"),
        pytest.param("fr", "Alger n'a jamais expulsé de diplomates maliens.", id="ne-jamais"),
        pytest.param("fr", "Alger n'a expulsé aucun diplomate malien.", id="ne-aucun"),
        pytest.param("fr", "Si Alger expulsait deux diplomates maliens, Bamako protesterait.", id="si"),
        pytest.param("fr", "Alger pourrait expulser deux diplomates maliens.", id="pourrait"),
        pytest.param("fr", "Alger expulserait deux diplomates maliens.", id="conditional-alone"),
        pytest.param("fr", "Alger a-t-elle expulsé deux diplomates maliens ?", id="question"),
        pytest.param("en", "Kenya has not expelled any Ugandan diplomat.", id="not"),
        pytest.param("en", "Kenya never expelled a Ugandan diplomat.", id="never"),
        pytest.param("en", "If Kenya expelled two Ugandan diplomats, Uganda would protest.", id="if"),
        pytest.param("en", "Kenya could expel two Ugandan diplomats.", id="could"),
        pytest.param("en", "Has Kenya expelled two Ugandan diplomats?", id="question-en"),
        pytest.param("en", "Kenya didn't expel two Ugandan diplomats.", id="n't"),
    ],
)
def test_what_did_not_happen_is_not_told(language: str, text: str) -> None:
    assert told(text, language) == []


def test_a_negated_act_does_not_hide_its_neighbour() -> None:
    text = "Alger n'a pas fermé sa frontière avec le Mali, mais Alger a expulsé deux diplomates maliens."
    assert told(text) == ["SANCTION DZA>MLI occurred"]


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("En riposte, le Togo a expulsé deux diplomates ghanéens.", True),
        ("Par réciprocité, le Togo a expulsé deux diplomates ghanéens.", True),
        ("Le Togo a expulsé deux diplomates ghanéens.", False),
    ],
)
def test_what_answers_says_so(text: str, answers: bool) -> None:
    assert [r.answers for r in reports(text)] == [answers]


PRINTED = "2033-09-15"  # a Thursday

# (language, text, act, (status, day)): the causes that a second coded corpus showed
SETTLED = [
    pytest.param("en", "Bolivia has asked Chile to reopen the Tambo crossing by 30 September.",
                 "demand", ("occurred", None), id="a-deadline-is-a-term"),
    pytest.param("fr", "La Zambie a promis de rouvrir sa frontière avec le Malawi d'ici à fin octobre.",
                 "promise", ("planned", "../2033-10"), id="a-promise-on-its-term"),
    pytest.param("en", "Peru expelled two Ecuadorian diplomats on Monday, and Bolivian engineers are still working in Quito.",
                 "expel", ("occurred", "2033-09-12"), id="still-in-the-next-clause"),
    pytest.param("fr", "Le Kenya a expulsé lundi l'ambassadeur de l'Ouganda, et la visite du ministre tanzanien est toujours "
                 "prévue en octobre.", "expel", ("occurred", "2033-09-12"), id="planned-in-the-next-clause"),
    pytest.param("en", "Somalia, which denies the charge, expelled two Kenyan diplomats on Monday.",
                 "expel", ("occurred", "2033-09-12"), id="denied-in-a-closed-clause"),
    pytest.param("fr", "L'Algérie a levé mardi l'embargo que le Maroc lui imposait depuis trois mois.",
                 "lift", ("occurred", "2033-09-13"), id="lifted-then"),
    pytest.param("fr", "La Jordanie forme toujours des policiers irakiens à Amman.", "train", ("ongoing", None), id="still"),
    pytest.param("fr", "La Jordanie forme depuis juin des policiers irakiens.", "train", ("ongoing", "2033-06/.."), id="since"),
    pytest.param("en", "Kenya will reopen its border with Somalia, the Kenyan president said on Wednesday at the end of a "
                 "three-day visit to Somalia.", "visit", ("occurred", "2033-09-12/2033-09-14"), id="at-the-end-of-a-visit"),
    pytest.param("fr", "Une visite du Premier ministre croate en Serbie est annoncée pour le 3 octobre.",
                 "visit", ("planned", "2033-10-03"), id="announced-for"),
    pytest.param("fr", "Le ministre croate, qui devait se rendre en Serbie lundi, a vu sa visite reportée au 3 octobre.",
                 "visit", ("planned", "2033-10-03"), id="put-off"),
    pytest.param("en", "Georgian officials say that Russia arrested six Georgian farmers last week.",
                 "arrest", ("alleged", "2033-09-05/2033-09-11"), id="claimed-by-who-suffers-it"),
    pytest.param("en", "A Georgian official claimed that Russian soldiers had arrested six Georgian farmers, which Moscow denied.",
                 "arrest", ("denied", None), id="denied-beside"),
    pytest.param("fr", "Un drone soudanais a bombardé dimanche un poste tchadien.\n\nKhartoum a démenti toute implication.",
                 "bomb", ("denied", "2033-09-11"), id="denied-after"),
    pytest.param("fr", "18 h 45 – Le Niger rappelle son ambassadeur au Bénin.\n\n17 h 10 – Le Bénin expulse deux diplomates "
                 "nigériens.", "recall", ("occurred", "2033-09-15"), id="live"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "act", "expected"), SETTLED)
def test_how_far_and_when(language: str, text: str, act: str, expected: tuple[str, str | None]) -> None:
    found = [r for r in reports(text, language, published=PRINTED) if r.act == act]
    assert expected in [(str(r.status), r.when.edtf if r.when else None) for r in found]


def test_a_communique_is_of_the_day_it_is_issued_and_says_so() -> None:
    text = "Le Gouvernement du Burundi accuse le Rwanda d'hostilité."
    issued = [r.when for r in reports(text, title="Communiqué du Gouvernement", published=PRINTED)]
    assert issued
    assert all(w is not None and w.edtf == PRINTED and "issued" in w.reason for w in issued)
    assert [r.when for r in reports(text, title="Le Burundi accuse le Rwanda", published=PRINTED)] == [None] * len(
        issued
    )


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("en", "Fiji denied on Friday that it had expelled two Tongan diplomats.", ["SANCTION FJI>TON denied"], id="a-day"),
        pytest.param("en", "Fiji denied media reports that it had expelled two Tongan diplomats.", ["SANCTION FJI>TON denied"],
                     id="reports"),
        pytest.param("en", "Fiji denied the visa, saying that it had expelled two Tongan diplomats.",
                     ["REJECT FJI>TON occurred", "SANCTION FJI>TON occurred"], id="another-denial"),
        pytest.param("fr", "La Bolivie a démenti jeudi les informations selon lesquelles elle avait expulsé deux diplomates péruviens.",
                     ["SANCTION BOL>PER denied"], id="selon-lesquelles"),
        pytest.param("fr", "La Bolivie n'a pas expulsé deux diplomates péruviens, a démenti jeudi son ministère.",
                     ["SANCTION BOL>PER denied"], id="not-done-denies-the-ministry"),
        pytest.param("fr", "La Bolivie n'a pas expulsé de diplomates péruviens, a dit son ministère.", [], id="not-done"),
        pytest.param("fr", "La Bolivie a renoncé à lever les sanctions contre le Pérou.", [], id="a-concession-given-up"),
        pytest.param("fr", "La Bolivie a renoncé à fermer sa frontière avec le Pérou.", ["CONCEDE BOL>PER occurred"],
                     id="a-measure-given-up"),
        pytest.param("fr", "Le ministre bolivien a promis au Pérou de lever les sanctions.", ["AGREE BOL>PER planned"],
                     id="to-lift-sanctions-is-no-threat"),
    ],
)  # fmt: skip
def test_what_a_denial_and_a_renunciation_leave(language: str, text: str, expected: list[str]) -> None:
    assert told(text, language, "2025-05-20") == expected
