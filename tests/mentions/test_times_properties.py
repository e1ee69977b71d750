"""What holds for every text and every day of publication."""

from datetime import date, timedelta
from functools import cache

import edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.codebook.times import load_times
from detente.mentions.times import TimeFinder
from detente.model import TimeMention

DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
LANGUAGES = st.sampled_from(["fr", "en"])
MONTHS = {
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
WEEKDAYS = {
    "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}
PIECES = st.sampled_from(
    [
        *MONTHS["fr"][:4],
        *MONTHS["en"][:4],
        *WEEKDAYS["fr"][:3],
        *WEEKDAYS["en"][:3],
        "le",
        "du",
        "au",
        "de",
        "à",
        "en",
        "fin",
        "début",
        "mi-",
        "depuis",
        "jusqu'au",
        "entre",
        "et",
        "il y a",
        "dans",
        "trois",
        "mois",
        "ans",
        "jours",
        "plus tard",
        "la veille",
        "le lendemain",
        "dernier",
        "prochain",
        "semaine",
        "la semaine",
        "année",
        "l'année",
        "l'hiver",
        "été",
        "trimestre",
        "premier",
        "from",
        "to",
        "between",
        "and",
        "since",
        "until",
        "by",
        "late",
        "the",
        "of",
        "ago",
        "later",
        "two",
        "years",
        "weeks",
        "last",
        "next",
        "first",
        "half",
        "week",
        "day",
        "2025",
        "2019",
        "0",
        "31",
        "3",
        "30/2",
        "8/12",
        "8/12/2025",
        "1999-2001",
        "9999",
        "1500",
        ",",
        ".",
        "(",
        ")",
        "\n\n",
        "va",
        "sera",
        "will",
        "2199",
        "999",
        "Noël",
        "Easter",
        "soldats",
        "'98",
        "1er",
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map(" ".join))


@cache
def finder(language: str) -> TimeFinder:
    return TimeFinder(load_times(language))


def values(mentions: tuple[TimeMention, ...]) -> list[str | None]:
    return [m.when.edtf if m.when else None for m in mentions]


def first_day(mention: TimeMention) -> date:
    assert mention.when is not None
    assert mention.when.earliest is not None
    return mention.when.earliest


@settings(max_examples=300, deadline=None)
@given(LANGUAGES, TEXTS, st.none() | st.dates())
def test_whatever_the_text_its_mentions_are_sound(language: str, text: str, published: date | None) -> None:
    end = 0
    for mention in finder(language).find(text, published):
        assert mention.text == text[mention.start : mention.end] != ""
        assert mention.start >= end
        end = mention.end
        if mention.when:
            edtf.parse_edtf(mention.when.edtf)
            first, last = mention.when.earliest, mention.when.latest
            assert first is None or last is None or first <= last


@settings(max_examples=60, deadline=None)
@given(LANGUAGES, DAYS, st.none() | DAYS)
def test_a_date_written_out_reads_back(language: str, day: date, published: date | None) -> None:
    weekday, month = WEEKDAYS[language][day.weekday()], MONTHS[language][day.month - 1]
    forms = {"fr": f"{weekday} {day.day} {month} {day.year}", "en": f"{weekday}, {month} {day.day}, {day.year}"}
    (mention,) = finder(language).find(forms[language], published)
    assert mention.text == forms[language]
    assert values((mention,)) == [day.isoformat()]


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(
        [
            ("fr", "hier"),
            ("fr", "avant-hier"),
            ("fr", "demain"),
            ("fr", "il y a douze jours"),
            ("en", "yesterday"),
            ("en", "tomorrow"),
            ("en", "three days ago"),
        ]
    ),
    DAYS,
    st.integers(-400, 400),
)
def test_a_day_counted_from_publication_moves_with_it(words: tuple[str, str], published: date, by: int) -> None:
    language, text = words
    (here,) = finder(language).find(text, published)
    (there,) = finder(language).find(text, published + timedelta(days=by))
    assert first_day(there) - first_day(here) == timedelta(days=by)


@settings(max_examples=60, deadline=None)
@given(LANGUAGES, DAYS, st.integers(0, 6))
def test_a_bare_weekday_lies_within_the_week_before_publication(language: str, published: date, number: int) -> None:
    (mention,) = finder(language).find(WEEKDAYS[language][number], published)
    day = first_day(mention)
    assert day.weekday() == number
    assert timedelta(0) <= published - day <= timedelta(days=6)


@settings(max_examples=60, deadline=None)
@given(LANGUAGES, TEXTS, DAYS)
def test_reading_twice_reads_the_same(language: str, text: str, published: date) -> None:
    assert finder(language).find(text, published) == finder(language).find(text, published)
