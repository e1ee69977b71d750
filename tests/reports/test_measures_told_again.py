"""A measure told over several sentences: by a noun alone, a ban's word, half of its sides, or by who does the same."""

import pytest

from coded import reports

SHUT = "Ghana shut its land border with Togo on Monday. "
FREEZE = "Norway suspended its aid to Malawi in March. "
BAN = "Nepal imposed a ban on flights from Bhutan in May. "
VISAS = "Le Kenya a suspendu en mai la délivrance de visas aux Ougandais. "
EMBARGO = "Les Nations unies ont prolongé mardi l'embargo sur les armes contre l'Érythrée. "
EXPELLED = "Bolivia expelled the Chilean consul on Monday"

HOLDS = [
    pytest.param(
        "fr",
        "Le Bénin a fermé en mai sa frontière avec le Togo. Lomé avait cadenassé la sienne le lendemain.",
        "SANCTION border close TGO>BEN occurred",
        id="fr-la-sienne",
    ),
    pytest.param(
        "fr",
        "Le Kenya a supprimé lundi le visa exigé des Nigérians. Le Nigeria a supprimé le sien mercredi.",
        "CONCEDE visa end NGA>KEN occurred",
        id="fr-a-visa-of-one-s-own-is-required",
    ),
    pytest.param(
        "en",
        "India cancelled visas for Pakistanis and shut the Attari border crossing to Pakistan.",
        "SANCTION border close IND>PAK occurred",
        id="en-what-is-cancelled-is-not-what-is-shut",
    ),
    pytest.param(
        "en",
        "Zambia's minister met his Zimbabwean counterpart. Lusaka's ban on Zimbabwean maize was decided in June.",
        "SANCTION trade impose ZMB>ZWE occurred",
        id="en-on-whose-maize",
    ),
    pytest.param(
        "en",
        "Two Canadians detained in China since 2018 arrived home on Saturday.",
        "RETREAT detention impose CHN>CAN occurred",
        id="en-who-was-held-is-home",
    ),
    pytest.param(
        "fr",
        "Deux Français détenus en Iran depuis 2022 sont rentrés à Paris mardi.",
        "RETREAT detention impose IRN>FRA occurred",
        id="fr-who-was-held-is-home",
    ),
    pytest.param(
        "fr",
        "L'Inde a interdit lundi les importations de jute du Bangladesh.\n\nDans la soirée, Dacca prenait une décision identique.",
        "SANCTION trade impose BGD>IND occurred",
        id="fr-an-identical-decision-a-paragraph-on",
    ),
    pytest.param(
        "fr",
        "L'Inde a rappelé lundi son ambassadeur à Dacca. Le Bangladesh a retourné la politesse.",
        "SANCTION ambassador-recall impose BGD>IND occurred",
        id="fr-the-courtesy-returned",
    ),
    pytest.param(
        "en", SHUT + "The closure, ordered last week, will run until June.", "SANCTION border close GHA>TGO occurred",
        id="en-a-closure-alone-is-no-plan",
    ),
    pytest.param(
        "en", FREEZE + "The freeze remains in place.", "SANCTION aid maintain NOR>MWI ongoing", id="en-a-freeze-is-kept"
    ),
    pytest.param(
        "fr", VISAS + "Elle vient d'être prolongée.", "SANCTION visa impose KEN>UGA occurred", id="fr-a-pronoun-five-words-off",
    ),
    pytest.param("en", BAN + "Nepal lifted its ban on Friday.", "CONCEDE flights lift NPL>BTN occurred", id="en-its-ban"),
    pytest.param(
        "en", BAN + "Bhutan's own ban took effect in June. Nepal and Bhutan trade little.",
        "SANCTION flights impose BTN>NPL occurred", id="en-its-own-ban-is-on-the-same",
    ),
    pytest.param(
        "fr", EMBARGO + "Les interdictions de voyage frappant huit généraux érythréens sont prolongées.",
        "SANCTION entry-ban extend UN>ERI occurred", id="fr-all-measures-are-of-one",
    ),
    pytest.param(
        "fr", EMBARGO + "L'Union européenne maintient son propre embargo.", "SANCTION sanctions maintain EU>ERI ongoing",
        id="fr-all-measures-are-against-one",
    ),
    pytest.param(
        "fr", "Le Kenya prolonge la fermeture de sa frontière avec l'Ouganda.", "SANCTION border extend KEN>UGA occurred",
        id="fr-a-closure-kept",
    ),
    pytest.param(
        "fr", "La suspension des importations de maïs ougandais, décidée par Nairobi en août 2030, a été levée mardi.",
        "SANCTION trade suspend KEN>UGA occurred", id="fr-lifted-but-with-a-day-of-its-own",
    ),
    pytest.param(
        "fr", "Le Kenya a levé mardi la suspension des importations de maïs ougandais.",
        "CONCEDE trade lift KEN>UGA occurred", id="fr-goods-are-no-member",
    ),
    pytest.param(
        "en", "Bhutanese planes have been banned from Nepalese airspace since May.",
        "SANCTION airspace impose NPL>BTN ongoing", id="en-whose-airspace-it-is",
    ),
    pytest.param(
        "fr", "Les chalutiers albanais sont interdits dans les ports monténégrins.",
        "SANCTION port impose MNE>ALB occurred", id="fr-whose-ports-they-are",
    ),
    pytest.param(
        "fr", "L'arrestation, dans la nuit de lundi, de deux diplomates paraguayens par la police uruguayenne a choqué.",
        "COERCE arrest impose URY>PRY occurred", id="fr-past-what-commas-set-aside",
    ),
    pytest.param("en", EXPELLED + "; Santiago did likewise.", "SANCTION expulsion impose CHL>BOL occurred", id="en-likewise"),
    pytest.param(
        "fr", "La Pologne a expulsé trois diplomates russes. La Lituanie a fait de même.",
        "SANCTION expulsion impose LTU>RUS occurred", id="fr-a-third-does-the-same",
    ),
    pytest.param(
        "fr", "La Pologne a expulsé trois diplomates russes. Deux attachés biélorusses ont subi le même sort.",
        "SANCTION expulsion impose POL>BLR occurred", id="fr-who-suffers-the-same-fate",
    ),
    pytest.param(
        "fr", "La Pologne a expulsé trois diplomates russes. La France et l'Italie l'avaient devancée lundi.",
        "SANCTION expulsion impose FRA+ITA>RUS occurred", id="fr-two-had-done-so-before",
    ),
    pytest.param(
        "fr", "L'Union africaine a suspendu le Soudan.", "SANCTION membership impose AU>SDN occurred",
        id="fr-an-organisation-suspends-a-member",
    ),
    pytest.param(
        "fr", "Le Koweït renvoie le chargé d'affaires libanais et rapatrie son ambassadeur.",
        "SANCTION ambassador-recall impose KWT>LBN occurred", id="fr-a-verb-behind-and-has-the-first-one-s-subject",
    ),
    pytest.param(
        "fr", "Après avoir expulsé l'ambassadeur du Liban, le Koweït a suspendu les visas.",
        "SANCTION expulsion impose KWT>LBN occurred", id="fr-who-leads-the-main-clause",
    ),
    pytest.param(
        "fr", "Oslo et Riga avaient un peu plus tôt renvoyé l'ambassadeur du Liban.",
        "SANCTION expulsion impose NOR+LVA>LBN occurred", id="fr-adverbs-before-a-participle",
    ),
    pytest.param(
        "fr", "Le vin géorgien est interdit en Russie depuis lundi.", "SANCTION trade impose RUS>GEO ongoing",
        id="fr-where-a-thing-is-banned",
    ),
    pytest.param(
        "fr", "L'Union européenne a mis fin mardi aux sanctions contre le Burundi.",
        "CONCEDE sanctions lift EU>BDI occurred", id="fr-a-day-inside-a-wording",
    ),
    pytest.param(
        "en", "Peru retaliated by closing the Bolivian consulate.", "SANCTION embassy close PER>BOL occurred",
        id="en-by-closing-is-a-deed",
    ),
    pytest.param(
        "en", "Ghana and Togo have not spoken since Ghana's border post was shut by Accra in May to Togolese trucks.",
        "SANCTION border close GHA>TGO occurred", id="en-what-came-before-is-not-denied",
    ),
]  # fmt: skip

REFUSED = [
    pytest.param("en", SHUT + "The closure of a bakery upset Lome.", "SANCTION None", id="en-a-closure-of-something"),
    pytest.param("en", EXPELLED + ". Peru has not followed suit.", "PER>", id="en-not-likewise"),
    pytest.param("en", "Bolivia praised Chile. Peru did the same.", "PER>", id="en-praise-is-not-repeated"),
    pytest.param(
        "fr",
        "La Pologne a félicité la Russie. Deux lutteurs biélorusses ont subi le même sort.",
        ">BLR",
        id="fr-praise-is-no-fate",
    ),
    pytest.param("fr", "L'Union africaine a suspendu ses travaux sur le Soudan.", "membership", id="fr-no-member"),
    pytest.param(
        "en",
        EXPELLED + ". Peru did the same by recalling its envoy.",
        "expulsion impose PER>",
        id="en-it-says-itself-how",
    ),
    pytest.param(
        "fr",
        EMBARGO + "La Chine a imposé des sanctions à Djibouti. L'Union européenne maintient son propre embargo.",
        "EU>",
        id="fr-measures-against-two-leave-it-open",
    ),
    pytest.param(
        "en",
        BAN + "Nepal has also barred Bhutanese trucks from its roads. The curbs on both were eased.",
        "CONCEDE",
        id="en-of-two-which-is-eased",
    ),
    pytest.param(
        "fr",
        "Deux Français détenus en Iran depuis 2022 ne sont pas rentrés à Paris.",
        "RETREAT",
        id="fr-who-was-held-is-not-home",
    ),
    pytest.param(
        "en",
        "Congo called off a visit, and barred American rice.",
        "cancelled",
        id="en-what-is-called-off-is-the-visit",
    ),
    pytest.param("fr", VISAS + "La suspension du match a été levée.", "CONCEDE", id="fr-of-a-match"),
]


def _lines(text: str, language: str) -> list[str]:
    return [
        f"{r.type} {r.instrument} {r.effect} {'+'.join(r.actors)}>{'+'.join(r.recipients)} {r.status}"
        for r in reports(text, language, published="2031-06-14")
    ]


@pytest.mark.parametrize(("language", "text", "expected"), HOLDS)
def test_a_measure_told_again(language: str, text: str, expected: str) -> None:
    assert expected in _lines(text, language)


@pytest.mark.parametrize(("language", "text", "never"), REFUSED)
def test_what_tells_no_measure_again(language: str, text: str, never: str) -> None:
    assert not [line for line in _lines(text, language) if never in line]


def test_a_noun_alone_tells_no_second_measure() -> None:
    assert len(_lines(VISAS + "La suspension durera jusqu'en août.", "fr")) == 1


def test_who_does_likewise_answers_and_has_his_own_day() -> None:
    text = "Le Rwanda a fermé lundi son espace aérien aux avions congolais. Kinshasa en a fait autant mardi."
    back = next(r for r in reports(text, "fr", published="2031-03-14") if r.actors == ("COD",))
    assert back.answers
    assert back.when is not None
    assert back.when.edtf == "2031-03-11"
    assert back.evidence.quote == "Kinshasa en a fait autant mardi."


def test_of_two_harms_in_a_sentence_the_one_told_after_answers() -> None:
    text = "Brazil expelled a Nicaraguan envoy on Thursday, a day after Nicaragua had expelled a Brazilian consul."
    told = {r.actors: r.answers for r in reports(text, "en", published="2031-06-14")}
    assert told == {("BRA",): True, ("NIC",): False}


def test_what_an_answer_leads_to_answers_nothing() -> None:
    text = "Kinshasa a expulsé un consul américain en janvier, en représailles aux sanctions américaines contre le Congo-Kinshasa."
    told = {r.actors: r.answers for r in reports(text, "fr", published="2031-06-14")}
    assert not told.get(("USA",), False)


SHUT = "Laos closed its airspace to Thai planes on Wednesday. "
FERME = "Le Laos a fermé son espace aérien aux avions thaïlandais mercredi. "
ANSWERING = [
    pytest.param("en", SHUT + "The move follows Thailand's suspension of visas for Laotians.", "LAO", id="en-the-move-follows"),
    pytest.param("en", SHUT + "This came after Thailand suspended visas for Laotians.", "LAO", id="en-this-came-after"),
    pytest.param("en", SHUT + "Hours after that, Thailand suspended visas for Laotians.", "THA", id="en-hours-after-that"),
    pytest.param("en", SHUT + "It was followed by Thailand's suspension of visas for Laotians.", "THA", id="en-was-followed-by"),
    pytest.param("fr", FERME + "Cette mesure intervient après que Bangkok a suspendu les visas des Laotiens.", "LAO", id="fr-apres-que"),
    pytest.param("fr", FERME + "Elle répond à la suspension des visas des Laotiens par la Thaïlande.", "LAO", id="fr-elle-repond"),
    pytest.param("fr", FERME + "Après cette décision, la Thaïlande a suspendu les visas des Laotiens.", "THA", id="fr-apres-cette"),
    pytest.param(
        "fr", FERME + "Comme mesure de rétorsion, la Thaïlande a suspendu les visas des Laotiens.", "THA", id="fr-comme-mesure"
    ),
    pytest.param(
        "fr",
        "Le Laos a expulsé deux diplomates thaïlandais, quelques jours après l'expulsion de deux diplomates laotiens par la Thaïlande.",
        "LAO", id="fr-jours-apres-l-autre",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "who"), ANSWERING)
def test_who_answers_of_two_told(language: str, text: str, who: str) -> None:
    told = {r.actors: r.answers for r in reports(text, language, published="2031-06-14")}
    assert told == {("LAO",): who == "LAO", ("THA",): who == "THA"}
