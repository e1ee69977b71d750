"""What the kind of a page says of the day of an act: chronologies, live pages, communiqués, what follows a day. Pages ours."""

import pytest

from coded import reports

DAY = "2031-06-12"  # a Thursday

FRENCH_LIVE = (
    "09h10\n\nLe Ghana a expulsé deux diplomates togolais. Le Togo rencontrera le Ghana lundi.\n\n"
    "08h05\n\nLe Togo, qui dénonce une ingérence, avait fermé sa frontière avec le Ghana. Le Bénin a rappelé son ambassadeur "
    "au Ghana.\n\n"
    "07h30\n\nUn rappel des faits. En mars, le Ghana a convoqué l'ambassadeur du Niger. Le Niger a expulsé un attaché ghanéen."
)
ENGLISH_LIVE = (
    "09.10 GMT\n\nGhana has expelled two Togolese diplomats. Togo will meet Ghana on Monday.\n\n"
    "08.05 GMT\n\nTogo, which accuses Ghana of meddling, had closed its border with Ghana. Benin has recalled its ambassador "
    "to Ghana.\n\n"
    "07.30 GMT\n\nHow we got here. In March, Ghana summoned Niger's ambassador. Niger expelled a Ghanaian attaché."
)
FRENCH_ENTRIES = (
    "3 juin 2031\n\nLe Togo suspend le transit des camions ghanéens, accordé en 2010. Il demande au Ghana des excuses.\n\n"
    "5 juin 2031\n\nLe Ghana, qui avait expulsé un consul togolais, propose au Togo un cessez-le-feu. Dans la soirée, le Ghana "
    "ferme sa frontière avec le Togo."
)
ENGLISH_ENTRIES = (
    "3 June 2031\n\nTogo suspends the transit of Ghanaian lorries, granted in 2010. It demands an apology from Ghana.\n\n"
    "5 June 2031\n\nGhana, which had expelled a Togolese consul, offers Togo a ceasefire. That same day Ghana closes its border "
    "with Togo."
)
STATEMENT, NOTE = (
    "Press statement: visit of the Foreign Minister to Togo",
    "Note de presse : visite du ministre au Togo",
)
VISIT = (
    "The Minister called on the President of Togo in Lomé on 10 June. "
    "The President thanked Ghana for its support.\n\nGhana condemns Niger's closure of the bridge."
)
VISITE = (
    "Le ministre est arrivé à Lomé le 10 juin. Le Togo a remercié le Ghana de son "
    "soutien.\n\nLe Ghana condamne la fermeture du pont par le Niger."
)
FRENCH_STORY = (
    "Le ministre ghanéen est arrivé à Lomé le 10 juin. Le Togo a dénoncé la fermeture de la frontière par le Ghana. Le Ghana a "
    "expulsé deux diplomates togolais. Le Bénin avait rappelé son ambassadeur au Togo."
)
ENGLISH_STORY = (
    "The Ghanaian minister arrived in Lomé on 10 June. Togo condemned Ghana's closure of the border. Ghana expelled two Togolese "
    "diplomats. Benin had recalled its ambassador to Togo."
)
TWO_DAYS = "The Ghanaian minister arrived on 10 June for talks that end on 11 June. Togo condemned Ghana's closure of the border."


def days(text: str, language: str, act: str, actor: str, title: str | None = None) -> list[str | None]:
    told = reports(text, language, title, published=DAY)
    return [r.when.edtf if r.when else None for r in told if r.act == act and actor in r.actors]


@pytest.mark.parametrize(
    ("language", "text", "act", "actor", "expected"),
    [
        pytest.param("fr", FRENCH_LIVE, "expel", "GHA", DAY, id="fr-live-under-its-hour"),
        pytest.param("fr", FRENCH_LIVE, "accuse", "TGO", DAY, id="fr-live-in-a-relative-clause"),
        pytest.param("fr", FRENCH_LIVE, "close", "TGO", None, id="fr-live-what-had-been-done"),
        pytest.param("fr", FRENCH_LIVE, "recall", "BEN", DAY, id="fr-live-second-sentence"),
        pytest.param("fr", FRENCH_LIVE, "meet", "TGO", "2031-06-16", id="fr-live-its-own-day"),
        pytest.param("fr", FRENCH_LIVE, "expel", "NER", "2031-03", id="fr-live-looks-back"),
        pytest.param("en", ENGLISH_LIVE, "expel", "GHA", DAY, id="en-live-under-its-hour"),
        pytest.param("en", ENGLISH_LIVE, "accuse", "TGO", DAY, id="en-live-in-a-relative-clause"),
        pytest.param("en", ENGLISH_LIVE, "close", "TGO", None, id="en-live-what-had-been-done"),
        pytest.param("en", ENGLISH_LIVE, "recall", "BEN", DAY, id="en-live-second-sentence"),
        pytest.param("en", ENGLISH_LIVE, "meet", "TGO", "2031-06-16", id="en-live-its-own-day"),
        pytest.param("en", ENGLISH_LIVE, "expel", "NER", "2031-03", id="en-live-looks-back"),
        pytest.param("fr", FRENCH_ENTRIES, "suspend", "TGO", "2031-06-03", id="fr-entry-beside-another-year"),
        pytest.param("fr", FRENCH_ENTRIES, "demand", "TGO", "2031-06-03", id="fr-entry-second-sentence"),
        pytest.param("fr", FRENCH_ENTRIES, "offer", "GHA", "2031-06-05", id="fr-entry-an-offer"),
        pytest.param("fr", FRENCH_ENTRIES, "expel", "GHA", None, id="fr-entry-what-had-been-done"),
        pytest.param("fr", FRENCH_ENTRIES, "close", "GHA", "2031-06-05", id="fr-entry-in-the-evening"),
        pytest.param("en", ENGLISH_ENTRIES, "suspend", "TGO", "2031-06-03", id="en-entry-beside-another-year"),
        pytest.param("en", ENGLISH_ENTRIES, "demand", "TGO", "2031-06-03", id="en-entry-second-sentence"),
        pytest.param("en", ENGLISH_ENTRIES, "offer", "GHA", "2031-06-05", id="en-entry-an-offer"),
        pytest.param("en", ENGLISH_ENTRIES, "expel", "GHA", None, id="en-entry-what-had-been-done"),
        pytest.param("en", ENGLISH_ENTRIES, "close", "GHA", "2031-06-05", id="en-entry-that-same-day"),
        pytest.param("en", VISIT, "praise", "TGO", "2031-06-10", id="en-visit-said-on-its-day"),
        pytest.param("fr", VISITE, "praise", "TGO", "2031-06-10", id="fr-visit-said-on-its-day"),
        pytest.param("fr", FRENCH_STORY, "condemn", "TGO", "2031-06-10", id="fr-words-behind-a-day"),
        pytest.param("fr", FRENCH_STORY, "expel", "GHA", "2031-06-10/2031-06-12", id="fr-deeds-not-before-it"),
        pytest.param("fr", FRENCH_STORY, "recall", "BEN", None, id="fr-what-had-been-done-is-no-part"),
        pytest.param("en", ENGLISH_STORY, "condemn", "TGO", "2031-06-10", id="en-words-behind-a-day"),
        pytest.param("en", ENGLISH_STORY, "expel", "GHA", "2031-06-10/2031-06-12", id="en-deeds-not-before-it"),
        pytest.param("en", ENGLISH_STORY, "recall", "BEN", None, id="en-what-had-been-done-is-no-part"),
        pytest.param("en", TWO_DAYS, "condemn", "TGO", None, id="en-two-days-leave-it-open"),
        pytest.param(
            "en", ENGLISH_STORY.replace(". Ghana", ".\n\nGhana"), "expel", "GHA", None, id="en-a-new-paragraph"
        ),
        pytest.param(
            "fr", FRENCH_STORY.replace(". Le Ghana", ".\n\nLe Ghana"), "expel", "GHA", None, id="fr-a-new-paragraph"
        ),
    ],
)
def test_the_day_that_the_kind_of_a_page_gives(
    language: str, text: str, act: str, actor: str, expected: str | None
) -> None:
    assert days(text, language, act, actor) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "title", "expected"),
    [
        pytest.param("en", VISIT, STATEMENT, DAY, id="en-press-statement"),
        pytest.param("fr", VISITE, NOTE, DAY, id="fr-note-de-presse"),
        pytest.param("en", VISIT, "Foreign Minister visits Togo", None, id="en-news"),
        pytest.param("fr", VISITE, "Le ministre au Togo : une visite brève", None, id="fr-news"),
        pytest.param("en", VISIT, "No statement was made in Lomé: a visit in silence", None, id="en-a-long-headline"),
    ],
)
def test_what_a_communique_does_is_of_its_day(language: str, text: str, title: str, expected: str | None) -> None:
    assert days(text, language, "condemn", "GHA", title) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "act", "expected"),
    [
        pytest.param("en", "Togo has called off the joint exercise with Ghana that was to begin next Monday.", "cancel",
                     ("cancelled", "2031-06-16"), id="en-called-off-for-the-day-it-was-due"),
        pytest.param("en", "Togo walked out of talks with Ghana on Monday.", "cancel",
                     ("occurred", "2031-06-09"), id="en-broken-off"),
        pytest.param("fr", "Le Togo a annulé le sommet avec le Ghana, qui devait s'ouvrir le 20 juin.", "cancel",
                     ("cancelled", "2031-06-20"), id="fr-called-off-for-the-day-it-was-due"),
        pytest.param("fr", "Le Togo a suspendu lundi les négociations avec le Ghana.", "cancel",
                     ("occurred", "2031-06-09"), id="fr-broken-off"),
        pytest.param("en", "Trouble started on January 14 when Ghana imposed a $10,000 bond on Togolese seeking visas.", "impose",
                     ("occurred", "2031-01-14"), id="en-on-a-day-when"),
        pytest.param("fr", "Tout commença le 14 janvier, quand le Ghana expulsa deux diplomates togolais.", "expel",
                     ("occurred", "2031-01-14"), id="fr-un-jour-quand"),
        pytest.param("fr", "Le Ghana et le Togo n'avaient renoué qu'en août 2027.", "restore-relations",
                     ("occurred", "2027-08"), id="fr-not-before"),
        pytest.param("en", "Ghana and Togo signed an accord in Lomé; envoys went back in September 2028.", "sign",
                     ("occurred", None), id="en-behind-a-semicolon"),
        pytest.param("en", "Ghana voiced concern at Togo's detention of nine sailors on 18 April and demanded their release from "
                     "Togo.", "demand", ("occurred", None), id="en-the-older-day-of-a-deed"),
        pytest.param("en", "Ghana protested on Tuesday over the detention of nine sailors and demanded their release from Togo.",
                     "demand", ("occurred", "2031-06-10"), id="en-the-day-of-the-news"),
    ],
)  # fmt: skip
def test_the_status_and_the_day_of_an_act(language: str, text: str, act: str, expected: tuple[str, str | None]) -> None:
    told = [r for r in reports(text, language, published=DAY) if r.act == act]
    assert [(r.status.value, r.when.edtf if r.when else None) for r in told] == [expected]
