"""What of the codebook is written in which language."""

from click.testing import CliRunner

from coded import book
from detente.cli.commands import cli
from detente.coverage import covered


def test_both_languages_have_words_for_every_act_and_instrument() -> None:
    rows = {(row.language, row.kind): row for row in covered(book())}
    assert set(rows) == {(language, kind) for language in ("fr", "en") for kind in ("acts", "instruments", "actors")}
    for row in rows.values():
        assert row.entries + len(row.lacking) == row.of
        assert row.wordings >= row.entries
    assert {row.lacking for (_, kind), row in rows.items() if kind != "actors"} == {()}


def test_the_table_on_the_terminal() -> None:
    shown = CliRunner().invoke(cli, ["codebook", "coverage"])
    assert shown.exit_code == 0
    assert shown.output.splitlines()[1].split()[:2] == ["en", "acts"]
