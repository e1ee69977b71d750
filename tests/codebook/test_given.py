"""Given names: whose they are, and no name that is both."""

from pathlib import Path

import pytest

from coded import book
from detente.codebook.given import load_given
from detente.model import CodebookError


@pytest.mark.parametrize(
    ("name", "woman"), [("Fatoumata", True), ("Ursula", True), ("Mamadou", False), ("Andrea", None)]
)
def test_given_names(name: str, woman: bool | None) -> None:
    assert book().given.get(name) is woman


def test_a_name_that_is_both_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "given_names.yml"
    file.write_text("feminine: [Sacha, Rosa]\nmasculine: [Sacha]\n", encoding="utf-8")
    with pytest.raises(CodebookError, match="Sacha"):
        load_given(file)
