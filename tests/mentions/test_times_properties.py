"""What holds for every text and every day of publication."""

from datetime import date, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.codebook.labels import labels
from detente.codebook.times import load_times
from detente.mentions.times import TimeFinder
from detente.model import TimeMention
from detente.views.dates import human

DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
LANGUAGES = st.sampled_from(["fr", "en"])
READ = st.sampled_from(["fr", "en", "es"])
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
        "depuis le coup d'État",
        "after the visit",
        "le ramadan",
        "Eid al-Fitr",
        "lundi en huit",
        "hace dos años",
        "el próximo",
        "lunes",
        "années soixante",
        "à 14 h",
        "à 23 h GMT",
        "22:00 Washington time",
        "22/04",
        "sat",
        "Oct. 2",
        "'98",
        "1er",
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map(" ".join))


@cache
def finder(language: str, notes: bool = False) -> TimeFinder:
    return TimeFinder(load_times(language, notes))


def values(mentions: tuple[TimeMention, ...]) -> list[str | None]:
    return [m.when.edtf if m.when else None for m in mentions]


def first_day(mention: TimeMention) -> date:
    assert mention.when is not None
    assert mention.when.earliest is not None
    return mention.when.earliest


@settings(max_examples=300, deadline=None)
@given(READ, st.booleans(), TEXTS, st.none() | st.dates(), st.sampled_from([None, ZoneInfo("Asia/Tokyo")]))
def test_whatever_the_text_its_mentions_are_sound(
    language: str, notes: bool, text: str, published: date | None, seat: ZoneInfo | None
) -> None:
    end = 0
    for mention in finder(language, notes).find(text, published, seat=seat):
        assert mention.text == text[mention.start : mention.end] != ""
        assert mention.start >= end
        end = mention.end
        assert mention.anchor is None or mention.start <= mention.anchor[0] < mention.anchor[1] == end
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


@st.composite
def edtfs(draw: st.DrawFn) -> str:
    """A value as the record keeps it: a day, month, year or season, a run of them, an open interval, one of two days."""
    day = draw(st.dates(date(1960, 1, 1), date(2060, 12, 31)))
    later = day + timedelta(days=draw(st.integers(1, 900)))
    iso, then = day.isoformat(), later.isoformat()
    beside = (day + timedelta(days=1)).isoformat()
    whole = [iso, iso[:7], iso[:4], f"{iso[:4]}-{draw(st.integers(21, 24))}", f"[{iso},{beside}]"]
    runs = [f"{iso}/{then}", f"{iso[:7]}/{then[:7]}", f"{iso[:4]}/{then[:4]}"]
    opened = [f"{iso}/..", f"{iso[:7]}/..", f"{iso[:4]}/..", f"../{iso}", f"../{iso[:7]}", f"../{iso[:4]}"]
    return draw(st.sampled_from([*whole, *(run for run in runs if len(set(run.split("/"))) == 2), *opened]))


FRAMES = {"fr": "Le fait ({}).", "en": "The fact ({})."}


@settings(max_examples=300, deadline=None)
@given(LANGUAGES, edtfs(), st.none() | DAYS)
def test_a_date_as_we_print_it_reads_back(language: str, value: str, published: date | None) -> None:
    text = FRAMES[language].format(human(value, labels(language)))
    read = finder(language).find(text, published)
    if value.startswith("["):  # two days in words: each reads back
        assert values(read) == value[1:-1].split(",")
    else:
        assert values(read) == [value]


COUNTED = {  # every expression that counts in days from publication
    "fr": ["hier", "avant-hier", "demain", "après-demain", "aujourd'hui", "il y a douze jours", "dans trois jours"],
    "en": ["yesterday", "tomorrow", "today", "three days ago", "in three days", "the day after tomorrow"],
    "es": ["ayer", "anteayer", "hoy", "pasado mañana", "hace tres días", "dentro de dos días"],
}
WEEKLY = {  # every expression that counts in weeks
    "fr": ["cette semaine", "la semaine dernière", "lundi prochain", "mardi dernier", "il y a deux semaines", "jeudi"],
    "en": ["this week", "last week", "next Monday", "last Tuesday", "two weeks ago", "on Thursday", "this weekend"],
    "es": ["esta semana", "la semana pasada", "el próximo lunes", "hace dos semanas", "el jueves"],
}


def phrases(table: dict[str, list[str]]) -> st.SearchStrategy[tuple[str, str]]:
    return st.sampled_from([(language, text) for language, texts in table.items() for text in texts])


@settings(max_examples=120, deadline=None)
@given(phrases(COUNTED), DAYS, st.integers(-400, 400))
def test_a_day_counted_from_publication_moves_with_it(words: tuple[str, str], published: date, by: int) -> None:
    language, text = words
    (here,) = finder(language).find(text, published)
    (there,) = finder(language).find(text, published + timedelta(days=by))
    assert first_day(there) - first_day(here) == timedelta(days=by)


@settings(max_examples=120, deadline=None)
@given(phrases(WEEKLY), DAYS, st.integers(-60, 60))
def test_a_week_counted_from_publication_moves_by_weeks(words: tuple[str, str], published: date, by: int) -> None:
    language, text = words
    (here,) = finder(language).find(text, published)
    (there,) = finder(language).find(text, published + timedelta(weeks=by))
    assert first_day(there) - first_day(here) == timedelta(weeks=by)


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
