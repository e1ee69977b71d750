"""Every example and refusal of the language files, and what only several sentences can show."""

from datetime import date
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from detente.codebook.times import TimeExample, languages, load_times
from detente.mentions.times import TimeFinder
from detente.mentions.times_tense import Lean
from detente.model import Basis


@cache
def finder(language: str, notes: bool = False) -> TimeFinder:
    return TimeFinder(load_times(language, notes))


def found(language: str, text: str, published: str | None) -> list[tuple[str, str | None]]:
    day = date.fromisoformat(published) if published else None
    return [(m.text, m.when.edtf if m.when else None) for m in finder(language).find(text, day)]


@pytest.mark.parametrize(
    ("language", "notes", "example"),
    [
        pytest.param(language, notes, example, id=f"{language}-{'notes-' * notes}{number}")
        for language in languages()
        for notes in (False, True)
        for number, example in enumerate(load_times(language, notes).examples)
    ],
)
def test_an_example_yields_its_marks_and_nothing_else(language: str, notes: bool, example: TimeExample) -> None:
    mentions = finder(language, notes).find(example.text, example.published)
    assert [(m.text, m.when.edtf if m.when else None) for m in mentions] == [
        (example.text[start:end], edtf) for start, end, edtf, _ in example.marks
    ]
    named = [(m, basis) for m, (_, _, _, basis) in zip(mentions, example.marks, strict=True) if basis]
    assert [m.when and m.when.basis.value for m, _ in named] == [basis for _, basis in named]


@pytest.mark.parametrize(("language", "at_least"), [("fr", 200), ("en", 160), ("es", 60)])
def test_a_language_brings_examples_and_refusals(language: str, at_least: int) -> None:
    examples = load_times(language).examples
    assert len(examples) >= at_least
    assert sum(not e.marks for e in examples) >= 8


@pytest.mark.parametrize(
    ("language", "published", "text", "expected"),
    [
        pytest.param(
            "fr",
            "2025-12-09",
            "Le 3 mai 2024, il part.\n\nLe lendemain, il dort. Trois jours plus tard, il rit.",
            [("Le 3 mai 2024", "2024-05-03"), ("Le lendemain", "2024-05-04"), ("Trois jours plus tard", "2024-05-07")],
            id="anaphors-chain",
        ),
        pytest.param(
            "fr",
            "2025-12-09",
            "Le 3 mai 2024, il part. En 2023, il hésitait. La veille, il se taisait.",
            [("Le 3 mai 2024", "2024-05-03"), ("En 2023", "2023"), ("La veille", "2024-05-02")],
            id="a-day-counts-from-a-day",
        ),
        pytest.param(
            "fr",
            "2025-12-09",
            "En 2012, l'armée prend le pouvoir. Le 21 avril, elle le rend.",
            [("En 2012", "2012"), ("Le 21 avril", "2012-04-21")],
            id="the-paragraph-tells-the-year",
        ),
        pytest.param(
            "fr",
            "2025-12-09",
            "En 2012, l'armée prend le pouvoir. Le 8 décembre, l'accord est signé.",
            [("En 2012", "2012"), ("Le 8 décembre", "2025-12-08")],
            id="fresh-news-is-not-history",
        ),
        pytest.param(
            "fr",
            "2025-12-09",
            "En 2012, l'armée prend le pouvoir.\n\nLe 21 avril, un camion passe.",
            [("En 2012", "2012"), ("Le 21 avril", "2025-04-21")],
            id="not-across-paragraphs",
        ),
        pytest.param(
            "fr",
            "2025-12-09",
            "La crise dure depuis 2020. Le 21 avril, un accord est signé.",
            [("depuis 2020", "2020/.."), ("Le 21 avril", "2025-04-21")],
            id="background-lends-no-year",
        ),
        pytest.param(
            "fr",
            None,
            "Le 5 janvier, il part. Le 28 décembre 2025, il avait écrit.",
            [("Le 5 janvier", "2026-01-05"), ("Le 28 décembre 2025", "2025-12-28")],
            id="no-publication-nearest-date-lends-its-year",
        ),
        pytest.param(
            "fr",
            None,
            "Lundi, il est parti il y a trois jours, cette semaine, depuis deux ans.",
            [("Lundi", None), ("il y a trois jours", None), ("cette semaine", None), ("depuis deux ans", None)],
            id="no-publication-no-value",
        ),
        pytest.param("fr", "2025-12-09", "Né le 31 février 2025.", [("le 31 février 2025", None)], id="no-such-day"),
        pytest.param(
            "fr",
            "2025-12-09",
            "le 8\u00a0décembre\u202f2025",
            [("le 8\u00a0décembre\u202f2025", "2025-12-08")],
            id="no-break-spaces",
        ),
        pytest.param(
            "fr",
            "2025-12-09",
            "Il est venu le 8\n\ndécembre 2025 fut froid.",
            [("décembre 2025", "2025-12")],
            id="a-blank-line-parts",
        ),
        pytest.param(
            "fr",
            "2025-12-09",
            "Fin du mois, puis en fin d'année et en début de semaine.",
            [
                ("Fin du mois", "2025-12"),
                ("en fin d'année", "2025-10/2025-12"),
                ("en début de semaine", "2025-12-08/2025-12-14"),
            ],
            id="parts-of-the-present",
        ),
        pytest.param(
            "fr",
            "2025-12-10",
            "Ils se retrouveront ce week-end.",
            [("ce week-end", "2025-12-13/2025-12-14")],
            id="a-weekend-to-come",
        ),
        pytest.param(
            "fr",
            "2025-12-08",
            "Le ministre a parlé lundi, et non lundi dernier.",
            [("lundi", "2025-12-08"), ("lundi dernier", "2025-12-01")],
            id="printed-on-that-weekday",
        ),
        pytest.param(
            "en",
            "2025-12-09",
            "He signed on 3 May 2024. Six months later, he left.",
            [("on 3 May 2024", "2024-05-03"), ("Six months later", "2024-11")],
            id="counted-at-its-unit",
        ),
        pytest.param(
            "en",
            "2025-12-09",
            "Talks on 11/12/2025 and on 25/12/2025.",
            [("on 11/12/2025", "2025-12-11"), ("on 25/12/2025", "2025-12-25")],
            id="either-order-nearest",
        ),
        pytest.param(
            "fr",
            "2025-12-09",
            "Après l'instauration de la caution en octobre 2025, il a parlé. Depuis le coup d'État, rien.",
            [
                ("Après l'instauration", "2025-10/2025-12-09"),
                ("en octobre 2025", "2025-10"),
                ("Depuis le coup d'État", None),
            ],
            id="an-event-lends-its-date-or-none",
        ),
        pytest.param(
            "fr",
            "2025-12-09",
            "Après la visite, le ministre a parlé lundi.",
            [("Après la visite", None), ("lundi", "2025-12-08")],
            id="a-date-behind-a-comma-is-not-the-event's",
        ),
        pytest.param(
            "fr",
            "2031-06-24",
            "La caution tombera le 1er juillet. Dakar a levé la sienne quelques heures plus tard.",
            [("le 1er juillet", "2031-07-01"), ("quelques heures plus tard", None)],
            id="what-is-to-come-is-no-anchor-for-what-was-done",
        ),
        pytest.param(
            "fr",
            "2027-06-22",
            "Le Brésil a proposé d'accueillir début juillet un sommet.",
            [("début juillet", "2027-07")],
            id="a-promise-lies-on-the-nearer-side",
        ),
        pytest.param(
            "fr",
            "2031-06-24",
            "La décision, rendue publique lundi, s'appliquera le 1er juillet.",
            [("lundi", "2031-06-23"), ("le 1er juillet", "2031-07-01")],
            id="a-participle-looks-back",
        ),
        pytest.param(
            "en",
            "2031-03-08",
            "Dakar will receive the minister as planned, officials said on Friday.",
            [("on Friday", "2031-03-07")],
            id="a-comma-ends-the-shelter-of-will",
        ),
        pytest.param(
            "fr",
            "2025-12-09",
            "Rendez-vous mardi 14 h 30, samedi à 18h ou jeudi à minuit.",
            [("mardi", "2025-12-09"), ("samedi à 18h", "2025-12-06"), ("jeudi à minuit", "2025-12-04")],
            id="a-time-of-day-is-no-day-of-the-month",
        ),
        pytest.param(
            "fr",
            "2025-12-09",
            "LE 3 DECEMBRE 2025, LA DERNIERE SEMAINE DE FEVRIER 2025.",
            [("LE 3 DECEMBRE 2025", "2025-12-03"), ("LA DERNIERE SEMAINE DE FEVRIER 2025", "2025-02-17/2025-02-23")],
            id="capitals-leave-accents-out",
        ),
        pytest.param(
            "fr",
            "2025-12-09",
            "La mer. Le jeu. La mairie a acheté 98 vélos en mai, 93 en juin.",
            [("en mai", "2025-05"), ("en juin", "2025-06")],
            id="short-weekdays-and-short-years-are-words-and-sums",
        ),
        pytest.param(
            "fr",
            None,
            "Le 2 juin 2031, ils ont signé. Une réunion est prévue en septembre.",
            [("Le 2 juin 2031", "2031-06-02"), ("en septembre", "2031-09")],
            id="no-publication-what-is-to-come-follows-all-that-is-told",
        ),
        pytest.param(
            "fr",
            None,
            "Bloqués au printemps, ils ont signé le 2 juin 2031.",
            [("au printemps", "2031-21"), ("le 2 juin 2031", "2031-06-02")],
            id="no-publication-a-season-by-the-date-told",
        ),
        pytest.param(
            "en",
            "2025-12-09",
            "It was the first visit in two years. The bridge will open in two years.",
            [("in two years", None), ("in two years", "2027")],
            id="a-span-looking-back-is-a-duration",
        ),
        pytest.param(
            "en",
            "2025-12-09",
            "It is the third rupture in five years.",
            [("in five years", None)],
            id="a-span-that-looks-nowhere-is-a-duration",
        ),
        pytest.param(
            "en",
            "2031-02-27",
            "The hail ended any hope of selling before Easter. By Wednesday, prices had doubled.",
            [("before Easter", "../2031-04-13"), ("By Wednesday", "../2031-02-26")],
            id="a-limit-lies-on-the-nearer-side",
        ),
        pytest.param(
            "fr",
            "2025-03-12",
            "L'accord du lundi 12 octobre 2025 vaut depuis lundi 12 octobre 2025.",
            [("lundi 12 octobre 2025", "[2025-10-12,2025-10-13]"), ("depuis lundi 12 octobre 2025", "2025-10-12/..")],
            id="a-contradiction-is-a-set-and-an-interval-has-none",
        ),
        pytest.param(
            "en",
            "2025-12-09",
            "Speaking on Sunday, he said talks would go on. Speaking on Sunday, he will not say more.",
            [("on Sunday", "2025-12-07"), ("on Sunday", "2025-12-07")],
            id="who-speaks-as-the-sentence-opens-has-spoken",
        ),
        pytest.param(
            "fr",
            "2025-12-09",
            "Attendu lundi à Tunis, il hésite. Reçu lundi à Tunis, il partira demain.",
            [("lundi", "2025-12-15"), ("lundi", "2025-12-08"), ("demain", "2025-12-10")],
            id="the-participle-that-opens-says-which-way",
        ),
        pytest.param(
            "en",
            "2025-12-09",
            "The truce was to hold until December 20.",
            [("until December 20", "../2025-12-20")],
            id="was-to-is-a-promise",
        ),
        pytest.param(
            "fr",
            "2025-12-09",
            "La trêve prendra fin mardi, ou fin mars.",
            [("mardi", "2025-12-09"), ("fin mars", "2026-03")],
            id="to-end-is-no-end-of-a-day",
        ),
        pytest.param(
            "en",
            "2025-12-09",
            "The visit will be announced on Friday.",
            [("on Friday", "2025-12-12")],
            id="a-participle-in-the-shelter-of-will",
        ),
    ],
)
def test_several_expressions(
    language: str, published: str | None, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert found(language, text, published) == expected


@pytest.mark.parametrize(
    ("language", "published", "text", "expected"),
    [
        pytest.param(
            "fr",
            "2030-09-09",
            "Une gestion commune, imaginée en 2010, dort encore. Le ministre le regrettait en juin.",
            [("en 2010", "2010"), ("en juin", "2030-06")],
            id="fr-a-year-that-hangs-on-a-thing-lends-nothing",
        ),
        pytest.param(
            "fr",
            "2030-09-09",
            "En 2010, tout parut réglé. En juin, le ministre démissionna.",
            [("En 2010", "2010"), ("En juin", "2010-06")],
            id="fr-a-year-that-opens-tells-the-story",
        ),
        pytest.param(
            "en",
            "2030-09-09",
            "A treaty ratified in 2019 covers them. One was arrested in July.",
            [("in 2019", "2019"), ("in July", "2030-07")],
            id="en-a-year-that-hangs-on-a-thing-lends-nothing",
        ),
        pytest.param(
            "en",
            "2030-09-09",
            "The treaty entered into force in March 2024. A joint drill will be held in November.",
            [("in March 2024", "2024-03"), ("in November", "2030-11")],
            id="en-what-is-to-come-is-no-part-of-the-story",
        ),
        pytest.param(
            "en",
            "2030-09-09",
            "The treaty was signed in May 2024. Envoys met last week, and the drill was moved to October 4.",
            [("in May 2024", "2024-05"), ("last week", "2030-09-02/2030-09-08"), ("October 4", "2030-10-04")],
            id="en-the-present-ends-the-story",
        ),
        pytest.param(
            "fr",
            "2030-07-09",
            "Le conflit éclate en février 2029. À l’automne, l’île boude le sommet.",
            [("en février 2029", "2029-02"), ("À l’automne", "2029-23")],
            id="fr-a-season-of-the-story",
        ),
        pytest.param(
            "fr",
            "2030-09-09",
            "Les relations sont froides. À l’automne, l’île boudera le sommet.",
            [("À l’automne", "2030-23")],
            id="fr-a-season-to-come",
        ),
        pytest.param(
            "fr",
            "2030-09-09",
            "La visite, deux fois annoncée, a été reportée au 4 octobre.",
            [("4 octobre", "2030-10-04")],
            id="fr-the-new-day-of-what-is-put-off",
        ),
        pytest.param(
            "fr",
            "2030-03-21",
            "Jeudi, il a parlé. En février 2001, le pays avait cédé ; trois semaines plus tard, il se ravisait.",
            [("Jeudi", "2030-03-21"), ("En février 2001", "2001-02"), ("trois semaines plus tard", "2001-02/2001-03")],
            id="fr-weeks-from-a-month",
        ),
        pytest.param(
            "en",
            "2030-03-21",
            "In February 2001 the country gave in. Ten days later it thought better of it.",
            [("In February 2001", "2001-02"), ("Ten days later", "2001-02/2001-03")],
            id="en-days-from-a-month",
        ),
        pytest.param(
            "fr",
            "2030-06-20",
            "Lundi 3 juin\n\nL’alerte a été donnée la veille.\n\nMardi 4 juin\n\nDans la soirée, la ville ferme le pont.",
            [
                ("Lundi 3 juin", "2030-06-03"),
                ("la veille", "2030-06-02"),
                ("Mardi 4 juin", "2030-06-04"),
                ("Dans la soirée", "2030-06-04"),
            ],
            id="fr-an-entry-counts-from-its-own-day",
        ),
        pytest.param(
            "en",
            "2029-03-20",
            "Monday 5 March\n\nThe treaty of 2017 will end. Hours earlier, an attaché left.\n\nTuesday 6 March\n\nSilence.",
            [
                ("Monday 5 March", "2029-03-05"),
                ("2017", "2017"),
                ("Hours earlier", "2029-03-05"),
                ("Tuesday 6 March", "2029-03-06"),
            ],
            id="en-an-entry-counts-from-its-own-day",
        ),
        pytest.param(
            "en",
            "2029-03-20",
            "2015: a mission restores order. 2019: the island drops its old ally. April 2022: a pact is signed.",
            [("2015", "2015"), ("2019", "2019"), ("April 2022", "2022-04")],
            id="en-entries-in-one-paragraph",
        ),
        pytest.param(
            "en",
            "2029-03-20",
            "The score was 2019: 1, he joked in 2021.",
            [("in 2021", "2021")],
            id="en-a-number-before-a-colon-is-no-entry",
        ),
    ],
)
def test_the_year_and_the_day_that_the_page_is_telling(
    language: str, published: str | None, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert found(language, text, published) == expected


def test_a_weekday_that_contradicts_its_date_is_said() -> None:
    (mention,) = finder("fr").find("mardi 8 décembre 2025", date(2025, 12, 9))
    assert mention.when is not None
    assert mention.when.basis is Basis.INFERRED
    assert "2025-12-08, or 2025-12-09 by its weekday" in mention.when.reason


def test_the_rule_names_language_meaning_and_pattern() -> None:
    (mention,) = finder("en").find("He left yesterday.", None)
    assert mention.rule.startswith("times/en: day-1: yesterday")


def test_a_long_text_without_sense_is_read_in_reasonable_time() -> None:
    text = "fin de la fin de " * 400 + "2025 " + "entre le 3 et " * 400
    assert all(m.text for m in finder("fr").find(text, date(2025, 12, 9)))


def test_an_agenda_looks_ahead_where_its_words_do_not_say() -> None:
    (press,) = finder("fr").find("vendredi", date(2025, 12, 9))
    (agenda,) = finder("fr").find("vendredi", date(2025, 12, 9), Lean.AHEAD)
    assert [m.when and m.when.edtf for m in (press, agenda)] == ["2025-12-05", "2025-12-12"]


def test_a_feast_of_the_moon_may_lie_a_day_off() -> None:
    (mention,) = finder("fr").find("à la Tabaski", date(2026, 6, 30))
    assert mention.when is not None
    assert (mention.when.edtf, mention.when.basis) == ("2026-05-27~", Basis.INFERRED)
    assert (mention.when.earliest, mention.when.latest) == (date(2026, 5, 26), date(2026, 5, 28))
    assert "moon" in mention.when.reason


@pytest.mark.parametrize("language", ["fr", "en", "es"])
def test_whatever_is_not_stated_says_why(language: str) -> None:
    for example in load_times(language).examples:
        for mention in finder(language).find(example.text, example.published):
            assert mention.when is None or mention.when.basis is Basis.STATED or mention.when.reason


@pytest.mark.parametrize(
    ("language", "text", "anchor"),
    [
        pytest.param("fr", "Le dialogue est gelé depuis le récent coup d'État.", "coup d'État", id="fr-since"),
        pytest.param("fr", "Le ton a changé à la suite de cette visite.", "visite", id="fr-after"),
        pytest.param("en", "Ties froze after the military coup.", "coup", id="en-after"),
        pytest.param("es", "El diálogo está roto desde el golpe de Estado.", "golpe de Estado", id="es-since"),
    ],
)
def test_what_counts_from_an_event_says_where_the_event_stands(language: str, text: str, anchor: str) -> None:
    (mention,) = finder(language).find(text, date(2025, 12, 9))
    assert (mention.when, mention.basis) == (None, "event")
    assert mention.anchor is not None
    assert text[slice(*mention.anchor)] == anchor


def test_an_event_that_is_dated_keeps_its_place() -> None:
    text = "Après l'instauration de la caution en octobre 2025, il a parlé."
    after, dated = finder("fr").find(text, date(2025, 12, 9))
    assert (after.basis, dated.basis, dated.anchor) == ("inferred", "stated", None)
    assert after.anchor is not None
    assert text[slice(*after.anchor)] == "instauration"


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        pytest.param("Récemment, il est parti.", "vague", id="vague"),
        pytest.param("Il est parti avant le sommet.", "event", id="event"),
        pytest.param("Il est parti hier.", "unsettled", id="no-publication"),
        pytest.param("Il est parti le 3 mai 2024.", "stated", id="stated"),
    ],
)
def test_a_mention_without_value_says_why(text: str, basis: str) -> None:
    (mention,) = finder("fr").find(text, None)
    assert mention.basis == basis


BAGHDAD, MONTREAL = ZoneInfo("Asia/Baghdad"), ZoneInfo("America/Montreal")


@pytest.mark.parametrize(
    ("language", "text", "seat", "edtf"),
    [
        pytest.param("fr", "Le tir a eu lieu lundi à 23 h GMT.", BAGHDAD, "[2025-12-08,2025-12-09]", id="next-day"),
        pytest.param("fr", "Le tir a eu lieu lundi à 12 h GMT.", BAGHDAD, "2025-12-08", id="same-day"),
        pytest.param("fr", "Le tir a eu lieu lundi à 23 h GMT.", None, "2025-12-08", id="seat-unknown"),
        pytest.param("fr", "Le tir a eu lieu lundi à 23 heures.", BAGHDAD, "2025-12-08", id="no-zone"),
        pytest.param("fr", "Le tir a eu lieu lundi à 2h30 GMT.", MONTREAL, "[2025-12-07,2025-12-08]", id="day-before"),
        pytest.param("en", "It came late Monday at 2230 GMT.", BAGHDAD, "[2025-12-08,2025-12-09]", id="four-digits"),
        pytest.param(
            "en", "It came on Monday at 22:00 Washington time.", BAGHDAD, "[2025-12-08,2025-12-09]", id="a-city"
        ),
        pytest.param("en", "It came in November, at 22:00 GMT.", BAGHDAD, "2025-11", id="a-month-has-no-hour"),
    ],
)
def test_an_hour_of_another_zone_keeps_both_days(language: str, text: str, seat: ZoneInfo | None, edtf: str) -> None:
    (mention,) = finder(language).find(text, date(2025, 12, 9), seat=seat)
    assert mention.when is not None
    assert mention.when.edtf == edtf
    assert ("at the outlet's seat" in mention.when.reason) == edtf.startswith("[")


def test_prose_is_not_read_as_notes_are() -> None:
    for language, texts in {"fr": ("22/04", "le 2 et", "Oct. 2 (1)"), "en": ("he sat", "the 1st", "march 3")}.items():
        assert [finder(language).find(text, date(2025, 12, 9)) for text in texts] == [()] * len(texts)
        assert all(finder(language, True).find(text, date(2025, 12, 9)) for text in texts)
