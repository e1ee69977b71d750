"""When an act took place: the day its sentence gives, never the day of printing by default."""

import pytest

from coded import reports
from detente.model import Basis

PUBLISHED = "2031-03-06"  # a Thursday


def days(text: str, language: str = "fr") -> dict[str, str | None]:
    return {r.act: r.when.edtf if r.when else None for r in reports(text, language, published=PUBLISHED)}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("fr", "Le 4 mars 2031, le Ghana a expulsé un diplomate togolais.", "2031-03-04", id="stated"),
        pytest.param("fr", "Le Ghana a expulsé mardi un diplomate togolais.", "2031-03-04", id="weekday"),
        pytest.param("fr", "Le Ghana a expulsé un diplomate togolais.", None, id="never-the-day-of-printing"),
        pytest.param("en", "Kenya expelled a Ugandan diplomat on Tuesday.", "2031-03-04", id="weekday-en"),
        pytest.param("en", "Kenya expelled a Ugandan diplomat.", None, id="never-the-day-of-printing-en"),
    ],
)
def test_one_act(language: str, text: str, expected: str | None) -> None:
    assert days(text, language) == {"expel": expected}


MEETING = "Le 2 mars 2031, le ministre ghanéen a rencontré son homologue togolais.\n\n"


# Each cause of a wrong day that we met, in sentences of our own: {act: day}; "none" must stay undated.
GOVERNED = [
    pytest.param("fr", "Le Ghana, qui avait signé en 2029 un accord avec le Togo, a expulsé mardi un diplomate togolais.",
                 "expel", "2031-03-04", id="relative-before"),
    pytest.param("fr", "Mardi, le Ghana a expulsé un diplomate togolais qui était arrivé à Accra en janvier.",
                 "expel", "2031-03-04", id="relative-after"),
    pytest.param("fr", "Le Togo, dont l'ambassadeur avait été rappelé en février par Lomé, a protesté auprès du Ghana.",
                 "protest", None, id="time-of-the-relative-alone"),
    pytest.param("fr", "Le Ghana a fermé sa frontière avec le Togo, que Lomé avait rouverte en 2029.",
                 "close", None, id="time-of-the-relative-behind"),
    pytest.param("fr", "Le Ghana a expulsé un diplomate togolais, nommé en 2029 à Accra.", "expel", None, id="participle"),
    pytest.param("fr", "Élu en 2029, le président du Ghana a condamné l'attitude du Togo.",
                 "condemn", None, id="participle-that-opens"),
    pytest.param("fr", "Le Ghana a expulsé un diplomate togolais en vertu de la convention de 1961.",
                 "expel", None, id="year-of-a-noun"),
    pytest.param("fr", "Le Ghana a levé les sanctions imposées au Togo en 2029.", "lift", None, id="when-it-was-imposed"),
    pytest.param("fr", "Le Ghana a levé lundi les sanctions imposées au Togo en 2029.",
                 "lift", "2031-03-03", id="lifted-and-imposed"),
    pytest.param("fr", "Le Ghana a suspendu lundi son aide au Togo, puis le Togo a fermé mercredi sa frontière avec le Ghana.",
                 "close", "2031-03-05", id="second-of-two"),
    pytest.param("fr", "Le Ghana a suspendu lundi son aide au Togo, puis le Togo a fermé mercredi sa frontière avec le Ghana.",
                 "suspend", "2031-03-03", id="first-of-two"),
    pytest.param("fr", "Le ministre ghanéen a reconnu mardi que la frontière était fermée et a promis au Togo de la rouvrir.",
                 "promise", "2031-03-04", id="shared-subject-shares-the-day"),
    pytest.param("fr", "Le Ghana a accusé le Togo, mardi, d'avoir violé son espace aérien en 2029.",
                 "accuse", "2031-03-04", id="said-and-what-is-said"),
    pytest.param("fr", "Dans un communiqué publié mardi, le Ghana a condamné l'attitude du Togo.",
                 "condemn", "2031-03-04", id="its-own-statement"),
    pytest.param("fr", "Le président ghanéen se rendra au Togo en mai, a annoncé lundi la présidence.",
                 "visit", "2031-05", id="coming-not-its-announcement"),
    pytest.param("fr", "Le Ghana a suspendu lundi, jusqu'au 30 juin, son aide au Togo.",
                 "suspend", "2031-03-03", id="expiry-is-not-the-day"),
    pytest.param("fr", "Le Ghana a suspendu son aide au Togo jusqu'au 30 juin.", "suspend", None, id="expiry-alone"),
    pytest.param("fr", "Le Ghana a décidé lundi de lever ses sanctions contre le Togo à compter du 15 mars.",
                 "lift", "2031-03-03", id="effect-is-not-the-day"),
    pytest.param("fr", "Ces tensions s'ajoutent à des sanctions ghanéennes imposées au Togo depuis le coup d'État de 2028.",
                 "impose", "2028/..", id="since-through-a-noun"),
    pytest.param("fr", "Dans un communiqué du 3 mars, le Ghana a condamné l'attitude du Togo.",
                 "condemn", "2031-03-03", id="its-own-statement-of-a-day"),
    pytest.param("fr", "Réunis mardi à Abidjan, le Ghana et le Togo ont levé leurs sanctions contre le Bénin.",
                 "lift", "2031-03-04", id="a-day-of-the-news-that-opens"),
    pytest.param("fr", "Le chef de la diplomatie ghanéenne, arrivé lundi à Lomé, a rencontré mardi son homologue togolais.",
                 "meet", "2031-03-04", id="its-own-before-the-participle's"),
    pytest.param("fr", "Le programme d'aide, que le Canada avait suspendu en février, reprendra au Sénégal, selon le Canada.",
                 "resume", None, id="to-come-is-not-past"),
    pytest.param("en", "On Sunday, Kenya closed its border with Uganda, which accuses Kenya of spying.",
                 "accuse", None, id="present-in-a-relative-en"),
    pytest.param("en", "Speaking in Nairobi on Tuesday, the Kenyan minister accused Uganda of meddling.",
                 "accuse", "2031-03-04", id="a-day-of-the-news-that-opens-en"),
    pytest.param("en", "Kenya recalled its envoy to Uganda on Monday, weeks after Uganda had expelled a Kenyan diplomat.",
                 "expel", None, id="weeks-after-the-other-en"),
    pytest.param("en", "Kenya, which signed a treaty with Uganda in 2029, expelled a Ugandan diplomat on Tuesday.",
                 "expel", "2031-03-04", id="relative-before-en"),
    pytest.param("en", "Kenya has expelled a Ugandan diplomat named to Nairobi in 2029.", "expel", None, id="participle-en"),
    pytest.param("en", "Elected in 2029, Kenya's president condemned Uganda's attitude.",
                 "condemn", None, id="participle-that-opens-en"),
    pytest.param("en", "Kenya has lifted the sanctions it imposed on Uganda in 2029.",
                 "lift", None, id="when-it-was-imposed-en"),
    pytest.param("en", "Kenya on Monday lifted the sanctions it imposed on Uganda in 2029.",
                 "lift", "2031-03-03", id="lifted-and-imposed-en"),
    pytest.param("en", "Kenya suspended its aid to Uganda on Monday, and Uganda has closed its border with Kenya.",
                 "close", None, id="second-of-two-undated-en"),
    pytest.param("en", "Kenya expelled a Ugandan envoy carrying two sealed diplomatic bags on Tuesday.",
                 "expel", "2031-03-04", id="day-of-the-news-behind-a-participle-en"),
    pytest.param("en", "Canada imposed a visa bond on Senegal that will take effect on April 1.",
                 "impose", None, id="effect-alone-en"),
    pytest.param("en", "Canada imposed a visa bond on Senegal on Wednesday that will take effect on April 1.",
                 "impose", "2031-03-05", id="effect-is-not-the-day-en"),
    pytest.param("en", "Kenya suspended its aid to Uganda until June 30.", "suspend", None, id="expiry-alone-en"),
    pytest.param("en", "Kenya accuses Uganda of violating its airspace in 2029.", "accuse", None, id="what-is-said-alone-en"),
    pytest.param("en", "A Ugandan diplomat was expelled on Tuesday by Kenya, where he had served since 2028.",
                 "expel", "2031-03-04", id="place-clause-en"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "act", "expected"), GOVERNED)
def test_the_time_that_governs_the_act(language: str, text: str, act: str, expected: str | None) -> None:
    found = days(text, language)
    assert act in found
    assert found[act] == expected


# What other sentences of the page say: dated by them, or not.
RETOLD = [
    pytest.param("fr", "Le 10 février, le Ghana a suspendu son aide au Togo.\n\nEn riposte, le Togo a fermé sa frontière avec le Ghana.",
                 "close", "2031-02-10/2031-03-06", id="answer"),
    pytest.param("fr", "Le Ghana a suspendu son aide au Togo.\n\nEn riposte, le Togo a fermé sa frontière avec le Ghana.",
                 "close", None, id="answer-to-an-undated-act"),
    pytest.param("fr", "Le Ghana a suspendu son aide au Togo. La décision, rendue publique lundi, a surpris Lomé.",
                 "suspend", "2031-03-03", id="next-sentence-says-when"),
    pytest.param("fr", "Le Ghana a suspendu son aide au Togo. La décision, contestée depuis 2029, a surpris Lomé.",
                 "suspend", None, id="next-sentence-says-since-when-it-is-disputed"),
    pytest.param("fr", "Le Ghana a suspendu son aide au Togo. Lundi, la pluie est tombée sur Accra.",
                 "suspend", None, id="next-sentence-tells-something-else"),
    pytest.param("fr", "En 2029, les deux pays s'étaient brouillés. Le Ghana avait expulsé un diplomate togolais.",
                 "expel", "2029", id="background-paragraph"),
    pytest.param("fr", "La semaine prochaine, les deux ministres se verront. Le Ghana a expulsé un diplomate togolais.",
                 "expel", None, id="done-is-not-to-come"),
    pytest.param("fr", "Le 2 mars 2031, le Ghana et le Togo signent un accord.\n\nAux termes de l'accord, Accra s'engage à aider le Togo.",
                 "promise", "2031-03-02", id="under-the-agreement"),
    pytest.param("fr", "Le Ghana a suspendu lundi son aide au Togo. Dans le même temps, le Ghana a expulsé un diplomate togolais.",
                 "expel", "2031-03-03", id="at-the-same-time"),
    pytest.param("fr", MEETING + "À plusieurs reprises, le Ghana a remercié le Togo pour son aide.",
                 "praise", None, id="said-many-times"),
    pytest.param("fr", "Le 12 mars 2031, le ministre ghanéen verra son homologue togolais.\n\nLe Ghana a remercié le Togo de son aide.",
                 "praise", None, id="meeting-still-to-come"),
    pytest.param("en", "On February 10, Kenya suspended its aid to Uganda.\n\nIn response, Uganda closed its border with Kenya.",
                 "close", "2031-02-10/2031-03-06", id="answer-en"),
    pytest.param("en", "Kenya has suspended its aid to Uganda. The decision, announced on Monday, surprised Kampala.",
                 "suspend", "2031-03-03", id="next-sentence-says-when-en"),
    pytest.param("en", "Kenya has suspended its aid to Uganda. The rain will stop on Monday.",
                 "suspend", None, id="next-sentence-tells-something-else-en"),
    pytest.param("en", "Next week, the two ministers will meet. Kenya has expelled a Ugandan diplomat.",
                 "expel", None, id="done-is-not-to-come-en"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "act", "expected"), RETOLD)
def test_an_act_undated_by_its_sentence(language: str, text: str, act: str, expected: str | None) -> None:
    found = [r for r in reports(text, language, published=PUBLISHED) if r.act == act]
    assert found
    assert [r.when.edtf if r.when else None for r in found] == [expected]
    assert all(r.when is None or (r.when.basis is Basis.INFERRED and r.when.reason) for r in found)


@pytest.mark.parametrize(("language", "text", "act", "expected"), [*GOVERNED, *RETOLD])
def test_publication_is_never_the_day_of_an_act(language: str, text: str, act: str, expected: str | None) -> None:
    told = reports(text, language, published=PUBLISHED)
    assert not [r for r in told if r.when and (r.when.basis is Basis.PUBLICATION or r.when.edtf == PUBLISHED)]


def test_an_act_dated_by_its_announcement_says_so() -> None:
    (found,) = reports("Le Ghana a expulsé un diplomate togolais, a annoncé mardi la présidence.", published=PUBLISHED)
    assert found.when
    assert (found.when.edtf, found.when.basis) == ("2031-03-04", Basis.INFERRED)
    assert found.when.reason


def test_each_act_takes_the_day_of_its_own_clause() -> None:
    text = "Le Ghana, qui a fermé sa frontière avec le Togo le 3 janvier 2031, a expulsé le 4 mars 2031 un diplomate togolais."
    assert days(text) == {"close": "2031-01-03", "expel": "2031-03-04"}


def test_a_day_of_another_paragraph_is_not_borrowed() -> None:
    text = "Le 2 janvier 2031, la pluie est tombée sur Accra.\n\nLe Ghana a expulsé un diplomate togolais."
    assert days(text) == {"expel": None}


def test_a_day_that_only_opens_the_paragraph_is_never_called_stated() -> None:
    text = "Le 2 janvier 2031, le Ghana a réuni ses ministres. Le Ghana a expulsé un diplomate togolais."
    assert not [r for r in reports(text) if r.when and r.when.basis is Basis.STATED]


def test_words_spoken_at_the_one_dated_meeting_have_its_day_and_say_why() -> None:
    found = {
        r.act: r.when for r in reports(MEETING + "Le Ghana a remercié le Togo pour son aide.", published=PUBLISHED)
    }
    praised = found["praise"]
    assert praised
    assert (praised.edtf, praised.basis) == ("2031-03-02", Basis.INFERRED)
    assert praised.reason


@pytest.mark.parametrize(
    "after",
    [
        pytest.param("Le Ghana a remercié la Chine pour son aide.", id="somebody-else"),
        pytest.param(
            "Le 9 février 2031, le ministre ghanéen a rencontré à Lomé son homologue togolais.\n\n"
            "Le Ghana a remercié le Togo pour son aide.",
            id="two-meetings",
        ),
    ],
)
def test_other_words_have_no_borrowed_day(after: str) -> None:
    assert days(MEETING + after)["praise"] is None


# From and up to which day a measure applies, beside the day it was decided: {act: (day, effective, until)}.
TERMS = [
    pytest.param("fr", "Le Ghana a décidé lundi de lever ses sanctions contre le Togo à compter du 15 mars.",
                 "lift", ("2031-03-03", "2031-03-15", None), id="à-compter-du"),
    pytest.param("fr", "Le Ghana a imposé mercredi au Togo une caution de visa, qui entrera en vigueur le 1er avril.",
                 "impose", ("2031-03-05", "2031-04-01", None), id="entrera-en-vigueur"),
    pytest.param("fr", "Le Ghana a suspendu lundi, jusqu'au 30 juin, son aide au Togo.",
                 "suspend", ("2031-03-03", None, "2031-06-30"), id="jusqu'au"),
    pytest.param("fr", "Le Ghana a suspendu son aide au Togo. La décision s'appliquera dès le 1er avril.",
                 "suspend", (None, "2031-04-01", None), id="next-sentence"),
    pytest.param("fr", "Le Ghana a suspendu son aide au Togo. La pluie s'arrêtera dès le 1er avril.",
                 "suspend", (None, None, None), id="next-sentence-of-something-else"),
    pytest.param("fr", "Le Ghana a suspendu lundi son aide au Togo et demandé qu'une loi entre en vigueur le 1er avril.",
                 "suspend", ("2031-03-03", None, None), id="behind-another-act"),
    pytest.param("fr", "Le Ghana a suspendu lundi son aide au Togo, versée depuis 2029.",
                 "suspend", ("2031-03-03", None, None), id="neither"),
    pytest.param("en", "Canada imposed a visa bond on Senegal on Wednesday that will take effect on April 1.",
                 "impose", ("2031-03-05", "2031-04-01", None), id="take-effect-en"),
    pytest.param("en", "Kenya on Monday suspended its aid to Uganda until June 30.",
                 "suspend", ("2031-03-03", None, "2031-06-30"), id="until-en"),
    pytest.param("en", "Kenya suspended its aid to Uganda on Monday, effective April 1.",
                 "suspend", ("2031-03-03", "2031-04-01", None), id="effective-en"),
    pytest.param("en", "Kenya has suspended its aid to Uganda. The change, gazetted on Monday, will apply from April 1.",
                 "suspend", ("2031-03-03", "2031-04-01", None), id="next-sentence-en"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "act", "expected"), TERMS)
def test_decided_effective_and_expiry_are_kept_apart(
    language: str, text: str, act: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    found = [r for r in reports(text, language, published=PUBLISHED) if r.act == act]
    assert [tuple(w.edtf if w else None for w in (r.when, r.effective, r.until)) for r in found] == [expected]


def test_a_day_that_a_later_year_has_not_is_no_term() -> None:
    (found,) = reports(
        "Le Ghana a suspendu le 3 mars 2028 son aide au Togo à compter du 29 février.", published="2028-03-06"
    )
    assert found.effective is None or found.effective.earliest
