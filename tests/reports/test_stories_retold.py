"""What the stories of several outlets taught: one act told in other words on every page, who did it, and on which day."""

import pytest

from coded import reports


def row(text: str, language: str, published: str) -> list[str]:
    return sorted(
        f"{r.act} {'+'.join(r.actors)}>{'+'.join(r.recipients)} {r.status.value} {r.when.edtf if r.when else None}"
        for r in reports(text, language, published=published)
    )


@pytest.mark.parametrize(
    ("language", "published", "text", "expected"),
    [
        pytest.param(
            "en", "2031-10-13", "Peru on Monday gave five U.S. embassy staff 48 hours to leave the country.",
            "expel PER>USA occurred 2031-10-13", id="a-gap-runs-over-the-points-of-us",
        ),
        pytest.param(
            "en", "2031-10-13", "Peru will require U.S. citizens to post bonds of up to $10,000 for tourist visas.",
            "impose PER>USA planned None", id="a-bond-that-is-required",
        ),
        pytest.param(
            "fr", "2031-10-13", "Le Pérou exigera des citoyens américains des cautions de 10.000 dollars pour un visa.",
            "impose PER>USA planned None", id="bonds",
        ),
        pytest.param(
            "en", "2031-07-28", 'Laos and Myanmar agreed on Monday to an "immediate and unconditional" ceasefire.',
            "ceasefire LAO+MMR> occurred 2031-07-28", id="a-gap-holds-a-short-quotation",
        ),
        pytest.param(
            "fr", "2031-12-09", "Un avion de l'armée togolaise a pénétré lundi sans autorisation dans l'espace aérien du Bénin.",
            "overfly TGO>BEN occurred 2031-12-08", id="without-leave-is-no-negation",
        ),
        pytest.param(
            "en", "2031-12-09", "Two Togolese jets entered Beninese airspace without permission on Monday.",
            "overfly TGO>BEN occurred 2031-12-08", id="without-permission",
        ),
        pytest.param(
            "en", "2031-12-10", "Togo's air force on Tuesday denied that one of its planes had violated Benin's airspace.",
            "overfly TGO>BEN denied None", id="the-day-of-a-denial",
        ),
        pytest.param(
            "fr", "2031-12-10", "Le Togo a démenti mardi avoir bombardé un village du Bénin.",
            "bomb TGO>BEN denied None", id="the-day-of-a-denial-in-french",
        ),
        pytest.param(
            "fr", "2031-04-18",
            "L'Algérie et la France négocient. La visite du président Paul Moreno en France, prévue le 2 mai, est reportée.",
            "visit DZA>FRA planned 2031-05-02", id="a-president-s-visit-to-a-state-is-not-of-that-state",
        ),
        pytest.param(
            "en", "2030-06-24",
            "Kenya has closed the Liboi border post after Somali soldiers crossed into Mandera County on Saturday, killed a "
            "Kenyan police officer and carried off nine others.",
            "kill SOM>KEN occurred None", id="nobody-kills-his-own",
        ),
        pytest.param(
            "fr", "2031-03-12", "Sept soldats tchadiens ont été tués vendredi dans une frappe de l'armée soudanaise contre leur camp.",
            "bomb SDN>TCD occurred 2031-03-07", id="a-strike-is-of-the-army-behind-it",
        ),
        pytest.param(
            "en", "2031-03-12", "Three Armenian soldiers were killed in an Azerbaijani attack on Tuesday.",
            "attack AZE>ARM occurred 2031-03-11", id="who-fell-in-an-attack",
        ),
        pytest.param(
            "en", "2031-03-12", "Three Armenian soldiers were killed in a Sudanese drone strike on Tuesday.",
            "bomb SDN>ARM occurred 2031-03-11", id="whose-drone-it-is",
        ),
        pytest.param(
            "fr", "2031-03-12", "Trois soldats nigériens ont été tués dans ces tirs de l'armée béninoise le 11 mars.",
            "kill BEN>NER occurred 2031-03-11", id="in-whose-fire-one-falls",
        ),
        pytest.param(
            "en", "2031-03-12", "Azerbaijan denied opening fire on Armenian troops, saying Armenian soldiers had shelled its positions.",
            "shoot AZE>ARM denied None", id="a-gerund-behind-a-denial",
        ),
        pytest.param(
            "en", "2031-03-12", "Azerbaijan denied opening fire on Armenian troops, saying Armenian soldiers had shelled its positions.",
            "bomb ARM>AZE alleged None", id="what-one-says-besides-is-not-denied",
        ),
        pytest.param(
            "en", "2031-03-12",
            "Togo said it had expelled a Beninese consul on Tuesday in response to the expulsion of its attache by Benin on Monday.",
            "expel BEN>TGO occurred 2031-03-10", id="each-of-two-has-the-day-behind-it",
        ),
        pytest.param(
            "en", "2031-11-10",
            "Togo's navy arrested 17 Beninese fishermen poaching in Togolese waters on Friday, spokesman Kofi Mensah said on Monday.",
            "arrest TGO>BEN occurred 2031-11-07", id="not-the-day-it-was-said",
        ),
        pytest.param(
            "en", "2031-11-10", "Togo's navy arrested 17 Beninese fishermen and seized two trawlers in the small hours of Saturday.",
            "arrest TGO>BEN occurred 2031-11-08", id="two-verbs-share-the-day-behind",
        ),
        pytest.param(
            "fr", "2032-02-19", "L'Iran a confirmé jeudi avoir arrêté quatre ressortissants suisses le 12 février.",
            "arrest IRN>CHE occurred 2032-02-12", id="before-having-done-stands-the-day-it-was-said",
        ),
        pytest.param(
            "fr", "2031-03-12", "Le Togo a reconduit à la frontière vendredi 1 200 ressortissants béninois.",
            "deport TGO>BEN occurred 2031-03-07", id="a-sum-is-no-day",
        ),
        pytest.param(
            "en", "2032-10-13", "Togo expelled two Beninese on March 4, and Benin answered six days later by expelling four Togolese.",
            "expel BEN>TGO occurred 2032-03-10", id="answered-some-days-later-by",
        ),
    ],
)  # fmt: skip
def test_told(language: str, published: str, text: str, expected: str) -> None:
    assert expected in row(text, language, published)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The ministers of Kenya and Tanzania met on March 2 in Moshi and agreed on a truce.", "Moshi", id="and"
        ),
        pytest.param(
            "The ministers of Kenya and Tanzania met on March 2 and will sign a deal in Moshi.", None, id="of-the-next"
        ),
    ],
)
def test_met_where(text: str, expected: str | None) -> None:
    assert {r.place for r in reports(text, "en", published="2031-03-12") if r.type == "CONSULT"} == {expected}


def test_what_is_offered_has_its_sum() -> None:
    found = reports("India has offered Sri Lanka a credit line worth $450 million to rebuild the port.", "en")
    assert [r.amount for r in found] == ["$450 million"]


@pytest.mark.parametrize(
    ("language", "text", "act"),
    [
        pytest.param("en", "Togolese troops exchanged fire with Beninese soldiers.", "exchange-prisoners", id="fire"),
        pytest.param("fr", "Le Togo accuse le Bénin d'avoir laissé des hommes armés tirer.", "arm", id="armed-men"),
        pytest.param(
            "en", "Peru has removed Ghana from its list of countries subject to visa bonds.", "impose", id="list"
        ),
        pytest.param(
            "fr",
            "L'ambassade du Pérou dit que les Ghanéens demandant un visa attendront.",
            "demand",
            id="who-asks-for-a-visa",
        ),
    ],
)
def test_no_such_act(language: str, text: str, act: str) -> None:
    assert act not in {r.act for r in reports(text, language)}


def test_what_a_page_tells_and_denies_is_denied_with_both_sentences() -> None:
    text = (
        "Selon Tallinn, le Bélarus a arrêté une enseignante estonienne.\n\nMinsk dément avoir arrêté cette enseignante "
        "estonienne."
    )
    found = [r for r in reports(text) if r.act == "arrest"]
    assert [(r.status.value, r.evidence.quote[:5], r.denial.quote[:5] if r.denial else "") for r in found] == [
        ("denied", "Selon", "Minsk")
    ]


def test_words_are_not_of_a_meeting_that_later_acts_have_overtaken() -> None:
    text = (
        "The French minister urged Algiers to drop the ban.\n\nOn April 13 Algeria expelled two French diplomats.\n\n"
        "The minister had met Algeria's president on April 6."
    )
    assert "demand FRA>DZA occurred 2031-04-06" not in row(text, "en", "2031-04-14")


def test_a_day_is_not_that_of_what_happened_some_hours_before() -> None:
    text = (
        "Nouakchott a suspendu, mercredi 14 avril, les licences des pirogues sénégalaises, vingt-quatre heures après une "
        "fusillade au cours de laquelle des garde-côtes mauritaniens ont visé une embarcation sénégalaise, tuant un pêcheur."
    )
    assert "kill MRT>SEN occurred None" in row(text, "fr", "2027-04-15")


def test_two_concessions_of_one_page_are_two() -> None:
    text = (
        "L'Équateur a délivré vendredi un sauf-conduit à l'opposante, hôte de l'ambassade du Mexique.\n\n"
        "L'Équateur a reconnu vendredi un tort envers le Mexique."
    )
    acts = [r.act for r in reports(text, published="2029-02-16") if r.type == "CONCEDE"]
    assert "grant-safe-conduct" in acts
