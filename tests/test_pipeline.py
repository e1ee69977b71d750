# ruff: noqa: E501 - a paragraph of a page is one line
"""The corridor as a whole: pure, exact, and the same in every process, locale and time zone."""

import hashlib
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import detente
from coded import book
from detente.model import Page, Reading, UnreadablePage
from detente.pipeline import code

PAGE = """Accra expulse deux diplomates togolais

Le Courrier du Golfe - Publié le 6 mars 2031

Le Ghana a expulsé mardi deux diplomates togolais, a annoncé le ministère ghanéen des Affaires étrangères dans un communiqué lu devant la presse à Accra.

« Cette décision est souveraine et nous ne reviendrons pas dessus », a déclaré le ministre ghanéen, Kofi Boateng. Le Togo a dénoncé une mesure injuste et a rappelé son ambassadeur au Ghana.
"""

RAIN = """De fortes pluies sur Accra

Le Courrier du Golfe - Publié le 6 mars 2031

De fortes pluies sont tombées sur Accra dans la nuit de mardi à mercredi. Les températures ont baissé de dix degrés et plusieurs quartiers de la ville ont été inondés, selon les services de la météo.

Les précipitations devraient se poursuivre jusqu'à la fin de la semaine. Les inondations de l'an dernier avaient fait de gros dégâts dans les jardins et les potagers des quartiers bas.
"""

SHOW = """
import sys
from detente.api import codebook
from detente.model import Page
from detente.pipeline import code
sys.stdout.buffer.write(ascii([code(Page(sys.stdin.buffer.read(), "a.txt"), codebook())]).encode())
"""


def readings(text: str, uri: str = "a.txt") -> tuple[Reading, ...]:
    return code(Page(text.encode(), uri), book())


def test_a_page_tells_what_it_says() -> None:
    (reading,) = readings(PAGE)
    expel, recall = (next(r for r in reading.reports if r.act == act) for act in ("expel", "recall"))
    assert (expel.type, expel.actors, expel.recipients) == ("SANCTION", ("GHA",), ("TGO",))
    assert expel.when is not None
    assert expel.when.edtf == "2031-03-04"
    assert (recall.type, recall.actors, recall.recipients) == ("SANCTION", ("TGO",), ("GHA",))
    assert ("Kofi Boateng", "GHA") in [(s.speaker, s.side) for s in reading.statements]
    assert reading.relevant


def test_an_irrelevant_page_tells_nothing_but_its_dates() -> None:
    (reading,) = readings(RAIN)
    assert (reading.relevant, reading.reports, reading.statements) == (False, (), ())
    assert reading.times


def test_code_is_pure() -> None:
    assert readings(PAGE) == readings(PAGE)


def test_the_same_in_every_process_locale_and_time_zone() -> None:
    worlds = [
        {"PYTHONHASHSEED": "0", "TZ": "UTC", "LANG": "C", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LANG": "fr_FR.UTF-8", "PYTHONUTF8": "0"},
    ]
    outputs = [
        subprocess.run(
            [sys.executable, "-c", SHOW],
            input=PAGE.encode(),
            env={**os.environ, **world},
            capture_output=True,
            check=True,
        ).stdout
        for world in worlds
    ]
    assert len({hashlib.sha256(o).hexdigest() for o in outputs}) == 1
    assert b"SANCTION" in outputs[0]


def export(folder: Path, record: str, *names: str) -> str:
    for name in names:
        detente.read(folder / name, record=folder / record)
    return detente.open(folder / record).export("json")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    second = PAGE.replace("2031", "2030").replace("Courrier", "Messager")
    for name, text in {"a.txt": PAGE, "b.txt": RAIN, "c.txt": second, "d.txt": PAGE}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_order_of_files_does_not_matter(folder: Path) -> None:
    names = ["a.txt", "b.txt", "c.txt", "d.txt"]
    assert export(folder, "one.db", *names) == export(folder, "other.db", *reversed(names))


def test_an_irrelevant_page_adds_no_report(folder: Path) -> None:
    export(folder, "t.db", "a.txt")
    before = detente.open(folder / "t.db").record
    export(folder, "t.db", "b.txt")
    after = detente.open(folder / "t.db").record
    assert len(after.documents) == len(before.documents) + 1
    assert (after.reports, after.events, after.measures) == (before.reports, before.events, before.measures)


def test_a_page_read_twice_changes_nothing(folder: Path) -> None:
    first = export(folder, "t.db", "a.txt")
    assert detente.read(folder / "a.txt", record=folder / "t.db").known == 1
    assert export(folder, "t.db", "a.txt") == first


FRAGMENTS = [
    "Le ministre malien", "L'ambassadeur de France au Mali", " a expulsé", " n'a pas reçu", " deux diplomates", " algériens",
    ", Issa Coulibaly,", ". ", " ! », ", "« Jamais de la vie, jamais »", "\n\n", "\n", " et ", " qu’", "La visite de",
    " des sanctions contre", " le Mali", " les deux pays", "Il ", "\u00a0:", "🙂", "e\u0301", "(", "'s", " mardi 4 mars 2025",
    " de l’", "…", "-", "*", "\t", "The Kenyan minister", " met", " expelled", " said that", " Uganda", "Publié le 3 mai 2025",
    "Lire aussi : ", "<p>", "</p><script>", "&nbsp;", "\r\n", "\ufeff", "\u202e", "\x00", "caution de 10 000 dollars", " 5 000 €",
    "Skip links", "Leave A Reply", "| aBamako.com",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join)
PARAGRAPH = (
    "\n\nLe Mali et l'Algérie ont repris leurs échanges la semaine dernière, après des mois de silence entre eux.\n\n"
)


def read_or_refused(data: bytes, uri: str) -> tuple[Reading, ...]:
    """What a page says; nothing where it is refused, which is the one thing it may raise."""
    with suppress(UnreadablePage):
        found = code(Page(data, uri), book())
        assert found
        return found
    return ()


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.booleans(), st.sampled_from(["a.txt", "a.html"]), st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_any_page_is_read_with_exact_offsets_or_refused(text: str, filled: bool, uri: str, encoding: str) -> None:
    data = (text + PARAGRAPH * filled + text).encode(encoding, "replace")
    for reading in read_or_refused(data, uri):
        own = reading.document
        evidence = [r.evidence for r in reading.reports] + [s.evidence for s in reading.statements]
        evidence += [o.evidence for o in reading.offices]
        assert all(own.text[e.start : e.end] == e.quote and e.document == own.id for e in evidence)
        assert all(own.text[t.start : t.end] == t.text for t in reading.times)
        assert len({r.id for r in reading.reports}) == len(reading.reports)
        assert all(not set(r.actors) & set(r.recipients) for r in reading.reports)
        assert reading.relevant or not (reading.reports or reading.statements)


@settings(max_examples=25, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html"]))
def test_any_bytes_are_read_or_refused(data: bytes, uri: str) -> None:
    assert all(r.document.text.strip() for r in read_or_refused(data, uri))
