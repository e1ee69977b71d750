"""What the loaders of acts, instruments and the table refuse: every complaint names the file and the mend."""

import shutil
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from detente.codebook import Codebook, load
from detente.codebook.book import HOME, version_of
from detente.codebook.entries import load_act, load_instrument
from detente.codebook.plover import load_plover
from detente.model import CodebookError, Status

ACT = """
    act: wave
    label: {fr: salue, en: waves}
    type: CONSULT
    words:
      fr:
        - {verbs: [saluer], nouns: [salut], frame: meets}
        - {phrases: [bonjour], status: planned, governs: true}
    examples:
      fr: [{text: "Rien.", expect: nothing, published: 2025-03-05}]
    """
INSTRUMENT = """
    instrument: toll
    label: {fr: péage, en: toll}
    kind: restriction
    words: {fr: [péage], en: [toll]}
    weak: {en: [charge]}
    near: {en: [road]}
    examples: {fr: [{text: "Un {toll:péage}."}]}
    """


def written(folder: Path, kind: str, text: str) -> Path:
    path = folder / kind / {"acts": "wave.yml", "instruments": "toll.yml"}[kind]
    path.parent.mkdir(exist_ok=True)
    path.write_text(dedent(text), encoding="utf-8")
    return path


def test_an_act_as_written(tmp_path: Path) -> None:
    act = load_act(written(tmp_path, "acts", ACT))
    first, second = act.groups["fr"]
    assert (act.id, act.type, act.effect) == ("wave", "CONSULT", None)
    assert (first.verbs, first.nouns, first.frame, first.of) == (("saluer",), ("salut",), "meets", "by")
    assert (second.phrases, second.frame, second.of) == (("bonjour",), "acts", "toward")
    assert (second.status, second.governs, second.needs) == (Status.PLANNED, True, None)
    assert [(e.language, e.expect, e.published) for e in act.examples] == [("fr", "nothing", "2025-03-05")]


def test_an_instrument_as_written(tmp_path: Path) -> None:
    toll = load_instrument(written(tmp_path, "instruments", INSTRUMENT))
    assert (toll.id, toll.kind, toll.by_itself) == ("toll", "restriction", False)
    assert (toll.words["fr"], toll.weak["en"], toll.near["en"], toll.refuse) == (("péage",), ("charge",), ("road",), {})
    assert [e.expect for e in toll.examples] == ["found"]


@pytest.mark.parametrize(
    ("load_one", "kind", "old", "new", "says"),
    [
        pytest.param(load_act, "acts", "act: wave", "act: bow", "acts/wave.yml: `act` must be wave", id="name"),
        pytest.param(load_act, "acts", "act: wave", "act: wave\n    typo: x", "unknown typo; known are", id="key"),
        pytest.param(load_act, "acts", "type: CONSULT", "", "acts/wave.yml: needs a `type`, or an `effect`", id="type"),
        pytest.param(load_act, "acts", "en: waves", "de: winkt", "acts/wave.yml: label needs fr and en", id="label"),
        pytest.param(load_act, "acts", "frame: meets", "frame: met", "acts/wave.yml: frame is one of acts", id="frame"),
        pytest.param(load_act, "acts", "frame: meets", "needs: luck", "needs, one of person", id="needs"),
        pytest.param(load_act, "acts", "frame: meets", "verb: x", "unknown verb; known are", id="group-key"),
        pytest.param(load_act, "acts", "[saluer]", "saluer", "verbs must be a list of words", id="no-list"),
        pytest.param(load_act, "acts", "[saluer]", "[on, 2020]", "put quotes around what is not a word", id="no-word"),
        pytest.param(load_act, "acts", "expect:", "expected:", "acts/wave.yml: unknown expected", id="example"),
        pytest.param(load_act, "acts", "{fr: salue", "{fr: 'salue", r"acts/wave.yml: not YAML \(", id="no-yaml"),
        pytest.param(
            load_instrument, "instruments", "instrument: toll", "instrument: x", "`instrument` must be toll", id="toll"
        ),
        pytest.param(
            load_instrument, "instruments", "kind: restriction", "kind: odd", "`kind` one of restriction", id="kind"
        ),
        pytest.param(
            load_instrument, "instruments", "weak:", "week:", "instruments/toll.yml: unknown week", id="toll-key"
        ),
        pytest.param(load_instrument, "instruments", "[péage]", "péage", "words.fr must be a list", id="toll-words"),
    ],
)
def test_a_wrong_entry_is_named_with_its_mend(
    tmp_path: Path, load_one: Callable[[Path], object], kind: str, old: str, new: str, says: str
) -> None:
    text = {"acts": ACT, "instruments": INSTRUMENT}[kind]
    assert old in text
    with pytest.raises(CodebookError, match=says):
        load_one(written(tmp_path, kind, text.replace(old, new, 1)))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        pytest.param("frame: meets", "of: nobody", "acts/wave.yml: .*of", id="of"),
        pytest.param("status: planned", "status: soon", "acts/wave.yml: .*status", id="status"),
        pytest.param('text: "Rien.", ', "", "acts/wave.yml: .*text", id="example-without-text"),
    ],
)
def test_a_wrong_value_is_named_with_its_mend(tmp_path: Path, old: str, new: str, says: str) -> None:
    with pytest.raises(CodebookError, match=says):
        load_act(written(tmp_path, "acts", ACT.replace(old, new, 1)))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A copy of the whole codebook, to be spoilt."""
    return Path(shutil.copytree(HOME, tmp_path / "codebook", ignore=shutil.ignore_patterns("*.py", "__pycache__")))


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        pytest.param("acts/expel.yml", "type: ", "type: X", "acts/expel.yml: no type X", id="unknown-type"),
        pytest.param("acts/lift.yml", "effect: lift", "effect: hoist", "acts/lift.yml: no effect hoist", id="effect"),
        pytest.param(
            "acts/leave.yml",
            "instrument: membership",
            "instrument: club",
            "acts/leave.yml names club, but there is no instruments/club.yml",
            id="unknown-instrument",
        ),
    ],
)
def test_what_one_file_says_of_another_must_be_there(home: Path, file: str, old: str, new: str, says: str) -> None:
    text = (home / file).read_text(encoding="utf-8")
    assert old in text
    (home / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CodebookError, match=says):
        load(home)


def test_the_version_follows_the_words_and_nothing_else(home: Path) -> None:
    before = version_of(home)
    (home / "notes.txt").write_text("not a word of it")
    assert version_of(home) == before
    with (home / "acts" / "expel.yml").open("a", encoding="utf-8") as file:
        file.write("\n# a word more\n")
    assert version_of(home) != before


def test_two_loads_are_of_one_version() -> None:
    books: list[Codebook] = [load(), load()]
    assert len({b.version for b in books}) == 1


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        pytest.param("types:", "kinds:", "plover.yml: unknown kinds", id="key"),
        pytest.param("impose:", "impose: {odd: SANCTION}\n  more:", "compose.impose names unknown odd", id="kind"),
        pytest.param("denied:", "refuted:", "status_weight lacks denied", id="status"),
    ],
)
def test_a_wrong_table_is_named_with_its_mend(home: Path, old: str, new: str, says: str) -> None:
    path = home / "plover.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CodebookError, match=says):
        load_plover(path)
