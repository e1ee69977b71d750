"""Whose day it is, by how the sentence is built: behind a noun of another act, before a colon, counted from another act."""

import pytest

from coded import reports

PUBLISHED = "2031-03-06"  # a Thursday


def day(text: str, language: str, act: str, by: str) -> str | None:
    found = [r for r in reports(text, language, published=PUBLISHED) if r.act == act and by in r.actors]
    assert len(found) == 1
    return found[0].when.edtf if found[0].when else None


@pytest.mark.parametrize(
    ("language", "text", "act", "by", "expected"),
    [
        # what a noun or a participle names behind a deed lends it a day of the news
        pytest.param("fr", "Le président kényan a reçu à Nairobi l'envoyé spécial du Burundi mercredi.",
                     "meet", "BDI", "2031-03-05", id="behind-an-envoy"),
        pytest.param("en", "Chilean forces fired on a Peruvian patrol during two separate missions on Tuesday.",
                     "shoot", "CHL", "2031-03-04", id="behind-missions"),
        pytest.param("en", "Peru deplored the arrest of its consul by Chile on February 11.",
                     "condemn", "PER", None, id="not-of-words-an-older-day"),
        pytest.param("fr", "Le Togo a expulsé deux diplomates du Ghana arrêtés à Lomé le 3 janvier.",
                     "expel", "TGO", None, id="not-an-older-day"),
        pytest.param("en", "Kenya walked out of the joint commission with Uganda last October.",
                     "cancel", "KEN", "2030-10", id="past-what-it-names"),
        pytest.param("en", "The two neighbours, Peru and Chile, had undertaken at Tacna, in December 2029, not to use force.",
                     "promise", "PER", "2029-12", id="between-commas-before-an-infinitive"),
        # before a colon
        pytest.param("en", "Retaliation came on Tuesday: Laos recalled its ambassador to Thailand, and Thailand closed its "
                     "border with Laos.",
                     "close", "THA", "2031-03-04", id="before-a-colon"),
        pytest.param("fr", "L'affaire est ancienne : c'est en mai 2019 que le Maroc avait rappelé son ambassadeur en Guinée.",
                     "recall", "MAR", "2019-05", id="a-cleft-behind-a-colon"),
        # counted from another act of the sentence
        pytest.param("en", "Peru closed its consulate in Chile on Monday, three days after Chile recalled its ambassador to "
                     "Peru.",
                     "recall", "CHL", "2031-02-28", id="three-days-after"),
        pytest.param("en", "Peru closed its consulate in Chile on Monday, 48 hours after Chile recalled its ambassador to "
                     "Peru.",
                     "recall", "CHL", "2031-03-01", id="48-hours-after"),
        pytest.param("fr", "Le Pérou a fermé lundi son consulat au Chili, deux semaines après que le Chili eut rappelé son "
                     "ambassadeur au Pérou.",
                     "recall", "CHL", "2031-02-17/2031-02-23", id="weeks-are-weeks"),
        pytest.param("en", "Peru reopened its embassy in Chile on Monday, four years after Chile recalled its ambassador to "
                     "Peru.",
                     "recall", "CHL", "2027", id="years-are-years"),
        pytest.param("en", "Chile recalled its ambassador to Peru on Monday, three days before Peru closes its consulate in "
                     "Chile.",
                     "recall", "CHL", "2031-03-03", id="the-day-stays-the-first-one's"),
        pytest.param("en", "Three days after Chile recalled its ambassador to Peru, Peru closed its consulate in Chile.",
                     "recall", "CHL", None, id="no-day-to-count-from"),
        # what was said behind a day and "that"
        pytest.param("fr", "L'Angola et la Namibie ont déclaré mardi qu'ils avaient convenu de rouvrir leur frontière.",
                     "agree", "AGO", "2031-03-04", id="said-on-a-day-that"),
    ],
)  # fmt: skip
def test_days(language: str, text: str, act: str, by: str, expected: str | None) -> None:
    assert day(text, language, act, by) == expected


VISIT = (
    "La ministre finlandaise des Affaires étrangères a rencontré mardi à Nairobi son homologue kényane.\n\nElle a été reçue "
    "mercredi par le président du Kenya."
)


@pytest.mark.parametrize(
    ("after", "act", "by", "expected"),
    [
        pytest.param(" La Finlande a salué la médiation du Kenya.", "praise", "FIN", "2031-03-05", id="the-last-meeting"),
        pytest.param("\n\nLa Finlande et le Kenya ont appelé le Soudan au calme.", "call", "FIN", "2031-03-05",
                     id="of-those-who-met-about-a-third"),
        pytest.param("\n\nLa Finlande a salué la médiation de l'Ouganda.", "praise", "FIN", None, id="somebody-else"),
        pytest.param("\n\nLa Finlande avait salué la médiation du Kenya.", "praise", "FIN", None, id="what-had-been-said"),
    ],
)  # fmt: skip
def test_words_have_the_day_of_the_last_meeting_of_the_news(
    after: str, act: str, by: str, expected: str | None
) -> None:
    found = [r for r in reports(VISIT + after, published=PUBLISHED) if r.type in ("SUPPORT", "REQUEST")]
    assert [r.when.edtf if r.when else None for r in found] == [expected]
    assert found[0].actors[0] == by


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("en", "Oman and Yemen agreed on Tuesday to swap prisoners.\n\nThe deal followed a meeting in Salalah between "
                     "Oman's foreign minister and his Yemeni counterpart.", "2031-03-04", id="en"),
        pytest.param("fr", "L'Algérie et la Tunisie sont convenues mardi de rouvrir leur frontière.\n\nL'accord a été trouvé "
                     "lors d'une rencontre à Annaba entre les ministres algérien et tunisien de l'Intérieur.",
                     "2031-03-04", id="fr"),
        pytest.param("en", "Oman and Yemen agreed on Tuesday to swap prisoners.\n\nOman's foreign minister has met his Yemeni "
                     "counterpart.", None, id="not-any-meeting"),
    ],
)  # fmt: skip
def test_the_meeting_that_led_to_an_agreement(language: str, text: str, expected: str | None) -> None:
    met = [r for r in reports(text, language, published=PUBLISHED) if r.type == "CONSULT"]
    assert [r.when.edtf if r.when else None for r in met] == [expected]
