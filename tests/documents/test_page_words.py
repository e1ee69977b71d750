"""The codebook's page words: what a wrong file says, and what the right ones hold."""

from pathlib import Path
from shutil import copytree

import pytest

from detente.codebook.pages import PageWords, load_pages
from detente.documents.lexicon import fold, lexicon, patterns
from detente.model import CodebookError

CODEBOOK = Path(load_pages.__code__.co_filename).parent


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        pytest.param("pages/fr.yml", "over:", "overr:", "pages/fr.yml lacks over", id="key-missing"),
        pytest.param("pages/fr.yml", "language: fr", "language: fr\nnew: []", "which nothing reads", id="key-unknown"),
        pytest.param("pages/fr.yml", "  mars: 3", "  mars: 13", "mars: 13", id="month-out-of-bounds"),
        pytest.param("pages/fr.yml", "language: fr", "language: [", "not readable YAML", id="not-yaml"),
        pytest.param("publishers/rfi.yml", "rfi.fr", "afp.com", "afp.com is claimed by", id="domain-twice"),
        pytest.param("publishers/rfi.yml", "Europe/Paris", "Europe/Lutetia", "Europe/Lutetia is no IANA", id="zone"),
        pytest.param("publishers/afp.yml", "agency: true", "agency: 3", "agency must be true or false", id="agency"),
    ],
)
def test_a_wrong_file_is_named(file: str, old: str, new: str, says: str, tmp_path: Path) -> None:
    for folder in ("pages", "publishers"):
        copytree(CODEBOOK / folder, tmp_path / folder)
    path = tmp_path / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CodebookError, match=file.split("/")[0]) as error:
        load_pages(tmp_path)
    assert says in str(error.value)


def test_an_empty_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match=r"holds no \.yml"):
        load_pages(tmp_path)


@pytest.mark.parametrize(
    ("pattern", "line", "matches"),
    [
        pytest.param("publié *", "Publié le 3 mars", True, id="any-ending"),
        pytest.param("publié *", "Republié le 3 mars", False, id="not-in-the-middle"),
        pytest.param("# min de lecture", "- 12 min de lecture", True, id="number"),
        pytest.param("# min de lecture", "min de lecture", False, id="number-missing"),
        pytest.param("lire : *", "LIRE: la suite", True, id="colon-and-case"),
        pytest.param("accueil", "• Accueil »", True, id="outer-punctuation"),
        pytest.param("accueil", "Accueil glacial", False, id="whole-line"),
        pytest.param("photo (c) dr", "Photo (C) DR", True, id="nothing-is-a-regex"),
    ],
)
def test_patterns(pattern: str, line: str, matches: bool) -> None:
    assert patterns([pattern]).match(fold(line)) is matches


def test_every_pattern_matches_a_line_made_of_it(words: PageWords) -> None:
    ready = lexicon(words)
    for furniture in words.furniture:
        for key in ("furniture", "over", "related", "aside", "caption", "desks", "roles"):
            for pattern in getattr(furniture, key):
                line = pattern.replace("*", "quelque chose").replace("#", "12")
                assert getattr(ready, key).match(fold(line)), f"{furniture.language} {key}: {pattern}"
