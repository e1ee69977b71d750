"""`detente brief`: the dossier of two states, on a screen or as a file to hand over."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from detente.choices import BriefFormat, PaperFormat
from detente.cli import options
from detente.cli.group import typed
from detente.model import UsageError

if TYPE_CHECKING:
    from datetime import datetime

    from detente.choices import Lang, Rule

_TEXTS, _PAPERS = get_args(BriefFormat), get_args(PaperFormat)
_ENDINGS = {
    ".md": "md",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".txt": "terminal",
    ".docx": "docx",
    ".pdf": "pdf",
}


@click.command()
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@options.record
@click.option("--since", type=options.DAY, metavar="DAY", help="Tell of events from this day, and what changed since…")
@click.option(
    "--until", type=options.DAY, metavar="DAY", help="…up to this one, both inside; measures stand as on that day."
)
@click.option(
    "--format",
    "form",
    type=click.Choice([*_TEXTS, *_PAPERS]),
    help="When not given: by the ending of -o FILE, else terminal.",
)
@options.rule
@options.known
@options.output
@options.lang
def brief(
    a: str,
    b: str,
    record: str,
    since: "datetime | None",
    until: "datetime | None",
    form: str | None,
    rule: "Rule",
    known: "datetime | None",
    output: Path | None,
    lang: "Lang",
) -> None:
    """The dossier of two states A and B: a summary, measures in force, chronology, positions, each with its sentence.

    A and B are ISO 3166-1 alpha-3 or bloc codes, or names the codebook knows.

    \b
        detente brief MLI USA
        detente brief Mali "United States" --lang fr -o mali.html
        detente brief CAN SEN --since 2031-05-01 --lang fr -o note.docx
        detente brief CAN SEN --as-known-on 2031-04-30 --rule most-conservative
    """
    import detente
    from detente.cli.output import put, put_bytes, width

    chosen = chosen_format(form, output)
    opened = detente.open(record, rule=rule, known_on=known.date() if known else None)
    first, last = (day.date() if day else None for day in (since, until))
    if chosen == "docx" or chosen == "pdf":
        put_bytes(opened.document(typed(a), typed(b), chosen, lang, since=first, until=last), output)
        return
    text = opened.brief(typed(a), typed(b), chosen, lang, since=first, until=last, width=width(), color=True)
    put(text, output)


def chosen_format(form: str | None, output: Path | None) -> "BriefFormat | PaperFormat":
    """What was asked for, or what the file's ending says. UsageError where the two differ, or there is neither."""
    named = output if output and output != Path("-") else None
    ending = named.suffix.lower() if named else ""
    by_name = _ENDINGS.get(ending)
    if form and by_name and form != by_name and ending != ".txt":
        raise UsageError(f"{named} ends in {ending}, and --format says {form}: change one of them")
    if named and not form and not by_name:
        raise UsageError(
            f"{named}: no brief ends in {ending or 'nothing'}; take {', '.join(_ENDINGS)}, or say --format"
        )
    chosen = form or by_name or "terminal"
    if chosen in _PAPERS and not named and (output is None or sys.stdout.isatty()):
        raise UsageError(f"a {chosen} is a file: say which, with -o note.{chosen}")
    return chosen  # type: ignore[return-value]  # click has checked it
