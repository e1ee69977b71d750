"""The gazetteer as shipped: its own examples, its facts; and what the loader refuses."""

import shutil
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from detente.codebook import actors
from detente.codebook.actors import load_actors, nearest
from detente.codebook.actors_model import ActorBook, ActorForm
from detente.mentions.holders import Holders
from detente.mentions.tokens import tokens
from detente.model import CodebookError

FOLDER = Path(actors.__file__).parent / "actors"
LONGEST = 90  # code points; no form or mask is longer, test_forms_are_short says so


@cache
def book() -> ActorBook:
    return load_actors(FOLDER)


@cache
def by_text(language: str) -> dict[str, tuple[ActorForm, ...]]:
    found: dict[str, tuple[ActorForm, ...]] = {}
    for form in book().forms[language]:
        found[form.form] = (*found.get(form.form, ()), form)
    return found


def edges(text: str, start: int) -> list[int]:
    """Where a form that begins at `start` may end, farthest first; an inner hyphen closes a prefix."""
    ends = range(min(len(text), start + LONGEST), start, -1)
    return [e for e in ends if not (text[e - 1].isalnum() and text[e : e + 1].isalnum())]


def matched(text: str, language: str) -> Iterator[tuple[ActorForm, ...]]:
    """A naive longest match from left to right: masks hide what is in them. The real matcher is `mentions`."""
    text, start, masks = text.replace("’", "'"), 0, set(book().masks[language])
    while start < len(text):
        if start and text[start - 1].isalnum() and text[start].isalnum():
            start += 1
            continue
        spans = ((e, text[start:e]) for e in edges(text, start))
        end, span = next(((e, s) for e, s in spans if s in masks or s in by_text(language)), (start + 1, ""))
        if span and span not in masks:
            yield by_text(language)[span]
        start = end


@cache
def holders(language: str) -> Holders:
    return Holders(book().people, language)


def read(text: str, language: str, day: date | None) -> tuple[set[str], set[str]]:
    """Actors surely named, and those only perhaps."""
    forms = [f for found in matched(text, language) for f in found]
    hidden = [mask for mask in book().masks[language] if mask in text]
    held = [m.payload for m in holders(language).find(tokens(text), day) if m.payload]
    forms += [f for f in held if not any(f.form in mask for mask in hidden)]
    sure = {f.actor for f in forms if not f.weak}
    return sure, {f.actor for f in forms if f.weak} - sure


def examples() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.yml")):
        tree = yaml.safe_load(path.read_text(encoding="utf-8"))
        for language, rows in tree.get("examples", {}).items():
            for number, row in enumerate(rows):
                yield pytest.param(language, row, id=f"{path.stem}-{language}-{number}")


@pytest.mark.parametrize(("language", "row"), examples())
def test_examples_of_the_pages(language: str, row: dict[str, Any]) -> None:
    sure, perhaps = read(row["text"], language, row.get("published"))
    assert sure == set(row["expect"])
    if "perhaps" in row:
        assert perhaps == set(row["perhaps"])


@pytest.mark.parametrize(
    ("language", "text", "sure", "perhaps"),
    [
        pytest.param("fr", "Les États-Unis et le Mali", "USA MLI", "", id="names"),
        pytest.param("fr", "les Etats-Unis, l'Egypte, l'Ethiopie", "USA EGY ETH", "", id="capitals-without-accents"),
        pytest.param("fr", "une visite américano-malienne", "USA MLI", "", id="compound"),
        pytest.param("fr", "des navires sud-coréens", "KOR", "", id="south-korean"),
        pytest.param("fr", "des Sud-Coréens", "KOR", "", id="people-both-capitals"),
        pytest.param("fr", "le ministre nigérien", "NER", "", id="nigérien"),
        pytest.param("fr", "la ministre nigériane", "NGA", "", id="nigériane"),
        pytest.param("fr", "le président équato-guinéen", "GNQ", "", id="équato-guinéen"),
        pytest.param("fr", "le président bissau-guinéen", "GNB", "", id="bissau-guinéen"),
        pytest.param("fr", "la Guinée équatoriale", "GNQ", "", id="equatorial-guinea"),
        pytest.param("fr", "la République de Guinée équatoriale", "GNQ", "", id="republic-of-half-a-name"),
        pytest.param("en", "the Republic of Guinea-Bissau", "GNB", "", id="republic-of-half-a-name-en"),
        pytest.param("fr", "la Papouasie-Nouvelle-Guinée", "PNG", "", id="papua"),
        pytest.param("fr", "le Congo, la RDC", "COG COD", "", id="two-congos"),
        pytest.param("fr", "l'armée congolaise", "", "COD COG", id="congolais-needs-context"),
        pytest.param("fr", "une loi soudanaise, une loi sud-soudanaise", "SDN SSD", "", id="two-sudans"),
        pytest.param("fr", "rentré du Caire", "EGY", "", id="contracted-article"),
        pytest.param("fr", "Hollande a signé", "", "FRA NLD", id="person-or-country"),
        pytest.param("fr", "Maurice a parlé", "", "MUS", id="first-name"),
        pytest.param("fr", "l'île Maurice", "MUS", "", id="mauritius"),
        pytest.param("fr", "la presse latino-américaine", "", "", id="latin-american"),
        pytest.param("fr", "une interview du Washington Post", "", "", id="washington-post"),
        pytest.param("fr", "le fleuve Niger et le lac Tchad", "", "", id="water"),
        pytest.param("fr", "nous avons eu une union au nom de tous", "", "", id="lower-case-is-no-acronym"),
        pytest.param("en", "the US told us", "USA", "", id="us"),
        pytest.param("en", "a Nigerien and a Nigerian", "NER NGA", "", id="nigerien"),
        pytest.param("en", "Sino-American talks", "CHN USA", "", id="en-compound"),
        pytest.param("en", "Georgia voted", "", "GEO", id="georgia-needs-context"),
        pytest.param("en", "the Democratic Republic of the Congo", "COD", "", id="drc"),
        pytest.param("en", "he ate a turkey in a chad", "", "", id="lower-case"),
    ],
)
def test_tricky(language: str, text: str, sure: str, perhaps: str) -> None:
    assert read(text, language, date(2014, 6, 1)) == (set(sure.split()), set(perhaps.split()))


@pytest.mark.parametrize("how", ["name", "adjective", "capital"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_state_has_a_name_an_adjective_and_a_capital(how: str, language: str) -> None:
    have = {f.actor for f in book().forms[language] if f.how == how}
    states = {code for code, entry in book().entries.items() if entry.kind == "state"}
    named_like_the_state = {"capital": {"DJI", "LUX", "MCO", "SGP", "SMR", "VAT"}, "adjective": {"NZL"}}
    assert states - have <= named_like_the_state.get(how, set())


def test_how_many() -> None:
    kinds = [entry.kind for entry in book().entries.values()]
    assert kinds.count("state") == 193 + len(["COK", "ESH", "NIU", "PSE", "TWN", "VAT", "XKX"])
    assert all(len(masks) >= 80 for masks in book().masks.values())


def test_forms_are_short() -> None:
    texts = [f.form for forms in book().forms.values() for f in forms] + [m for ms in book().masks.values() for m in ms]
    assert max(map(len, texts)) <= LONGEST
    assert not [text for text in texts if "’" in text or text != text.strip()]


def test_a_form_of_two_actors_is_weak_for_both() -> None:
    for language in book().forms:
        shared = [fs for fs in by_text(language).values() if len({f.actor for f in fs}) > 1]
        assert shared
        assert all(f.weak for fs in shared for f in fs)


@pytest.mark.parametrize(
    ("code", "day", "count", "inside", "outside"),
    [
        pytest.param("ECOWAS", "2024-12-31", 15, "MLI", "MRT", id="ecowas-before"),
        pytest.param("ECOWAS", "2025-01-29", 12, "TGO", "NER", id="ecowas-after"),
        pytest.param("EU", "2020-01-31", 28, "GBR", "UKR", id="eu-with-britain"),
        pytest.param("EU", "2020-02-01", 27, "FRA", "GBR", id="eu-27"),
        pytest.param("NATO", "2024-03-07", 32, "SWE", "UKR", id="nato-32"),
        pytest.param("AU", "2025-01-01", 55, "MAR", "FRA", id="au-55"),
        pytest.param("AES", "2025-01-01", 3, "BFA", "TCD", id="aes"),
        pytest.param("G5S", "2022-05-16", 4, "NER", "MLI", id="g5-without-mali"),
        pytest.param("SADC", "2025-01-01", 16, "COD", "RWA", id="sadc"),
        pytest.param("LAS", "2012-01-01", 21, "EGY", "SYR", id="arab-league-without-syria"),
        pytest.param("LAS", "2024-01-01", 22, "SYR", "IRN", id="arab-league"),
        pytest.param("ASEAN", "2025-11-01", 11, "TLS", "PNG", id="asean"),
    ],
)
def test_members(code: str, day: str, count: int, inside: str, outside: str) -> None:
    members = book().entries[code].members_on(date.fromisoformat(day))
    assert len(members) == count
    assert inside in members
    assert outside not in members


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("MAL", "MLI"),
        ("Malie", "MLI"),
        ("mli", "MLI"),
        ("Burkina", "BFA"),
        ("Etats Unis", "USA"),
        ("CEDAO", "ECOWAS"),
        ("Nigéria", "NGA"),
        ("Koweit", "KWT"),
        ("germany", "DEU"),
    ],
)
def test_nearest(asked: str, first: str) -> None:
    assert first in nearest(asked, book())


def test_nearest_to_nothing() -> None:
    assert nearest("#####", book()) == ()


@given(st.sampled_from(sorted(book().entries)))
def test_a_code_is_nearest_to_itself(code: str) -> None:
    assert nearest(code, book())[0] == code


# -- refusals of the loader --------------------------------------------------------------------------------

STATES = """
MLI: {a2: ML, fr: {demonym: malien}, en: {demonym: Malian}}
SEN: {a2: SN, fr: {demonym: sénégalais}, en: {demonym: Senegalese}}
"""
PAGE = "actor: MLI\nkind: state\nlabel: {fr: Mali, en: Mali}\n"
OTHER = "actor: SEN\nkind: state\nlabel: {fr: Sénégal, en: Senegal}\n"


def little(folder: Path, **files: str) -> Path:
    """A folder of two states, with some of its files replaced."""
    shutil.copy(FOLDER / "spelling.yml", folder)
    for name, text in {"states": STATES, "masks": "{}", "context": "{}", **files}.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return folder


def test_a_little_book(tmp_path: Path) -> None:
    small = load_actors(little(tmp_path, mli=PAGE + "seats: {any: [Koulouba]}\n"))
    french = {(f.form, f.how) for f in small.forms["fr"] if f.actor == "MLI"}
    assert french == {
        ("Mali", "name"),
        ("Koulouba", "seat"),
        ("malien", "adjective"),
        ("maliens", "adjective"),
        ("malienne", "adjective"),
        ("maliennes", "adjective"),
        ("Malien", "people"),
        ("Maliens", "people"),
        ("Malienne", "people"),
        ("Maliennes", "people"),
    }


def test_prefer_settles_a_clash(tmp_path: Path) -> None:
    states = STATES + "GIN: {a2: GN, prefer: [Palais], any: {seats: Palais}}\n"
    small = load_actors(little(tmp_path, states=states, mli=PAGE + "seats: {any: [Palais]}\n"))
    assert {f.actor for f in small.forms["fr"] if f.form == "Palais"} == {"GIN"}


@pytest.mark.parametrize(
    ("files", "says"),
    [
        pytest.param({"mli": PAGE + "nams: {fr: [Mali]}\n"}, "mli.yml: unknown nams", id="unknown-key"),
        pytest.param({"mli": PAGE + "names: {de: [Mali]}\n"}, "mli.yml: unknown de", id="unknown-language"),
        pytest.param({"sen": PAGE}, "sen.yml is the page of MLI", id="file-name"),
        pytest.param({"mli": PAGE.replace("state", "planet")}, "kind planet", id="kind"),
        pytest.param({"xyz": PAGE.replace("MLI", "XYZ")}, "row in states.yml", id="state-without-row"),
        pytest.param({"mli": PAGE + "names: {fr: [le Mali]}\n"}, "without « le »", id="article"),
        pytest.param(
            {"mli": PAGE + "seats: {any: [Dakar]}\n", "sen": OTHER + "seats: {fr: [Dakar]}\n"},
            "« Dakar » stands in actors/mli.yml (MLI) and actors/sen.yml (SEN)",
            id="clash",
        ),
        pytest.param(
            {"mli": PAGE + "seats: {fr: ['~Dakar']}\n", "sen": OTHER + "seats: {fr: [Dakar]}\n"},
            "mark it ~ in both",
            id="half-weak",
        ),
        pytest.param({"bodies": "XXX: {any: {seats: [Palais]}}\n"}, "bodies.yml: XXX is nobody", id="body-of-nobody"),
        pytest.param({"bodies": "MLI: {any: {seat: [Palais]}}\n"}, "bodies.yml, MLI: unknown seat", id="body-key"),
        pytest.param(
            {"bodies": "SEN: {any: {seats: [Bamba]}}\nMLI: {any: {seats: [Bamba]}}\n"},
            "« Bamba » stands in",
            id="body-of-two",
        ),
        pytest.param({"bodies": "SEN: {not: {fr: [Mali]}}\n"}, "and a mask (fr)", id="body-mask"),
        pytest.param({"masks": "fr: [Mali]"}, "« Mali » is a form of MLI and a mask (fr)", id="mask"),
        pytest.param(
            {"aes": "actor: AES\nkind: bloc\nlabel: {fr: a, en: b}\nmembers: [XXX]\n"}, "member XXX", id="member"
        ),
        pytest.param({"states": "MLI: {a2: QQ}\n"}, "no territory QQ", id="alpha-2"),
        pytest.param({"states": "MLI: {a2: ML, fr: {demonym: maliq}}\n"}, "no ending of « maliq »", id="ending"),
        pytest.param({"states": "NOR: {a2: NO, fr: {demonym: malien}}\n"}, "no territory False", id="yaml-norway"),
        pytest.param({"mli": "actor: [MLI\n"}, "mli.yml cannot be read", id="broken-yaml"),
        pytest.param({"mli": PAGE + "names: {fr: [12]}\n"}, "put words in quotes", id="number"),
    ],
)
def test_refusals(tmp_path: Path, files: dict[str, str], says: str) -> None:
    with pytest.raises(CodebookError) as refusal:
        load_actors(little(tmp_path, **files))
    assert says in str(refusal.value)
