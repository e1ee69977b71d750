"""The commands: each is one call into the package. Imports wait until a command runs."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.api import DEFAULT
from detente.cli import (
    assisting,
    briefing,
    evaluating,
    exporting,
    judging,
    options,
    plotting,
    scaling,
    serving,
    trusting,
    watching,
)
from detente.cli.group import TRACE, Fault, Group, Interrupted, printable, traced, typed
from detente.model import UsageError

if TYPE_CHECKING:
    from datetime import date, datetime

    from detente.assisted import Assist
    from detente.choices import CurveFormat, ExplainFormat, Lang, MeasuresFormat, Rule
    from detente.codebook import Codebook
    from detente.intake import Outcome, Tally
    from detente.model import Refusal
    from detente.opened import OpenRecord
    from detente.store import Store

_CURVES: "dict[str, CurveFormat]" = {".json": "json", ".csv": "csv"}
_DRAWN = (".svg", ".png")

_SHOWN = 40  # refusals listed one by one; more are counted by reason


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="detente", message="%(prog)s %(version)s")
def cli() -> None:
    """Press pages in, a sourced chronology of the relation between two states out.

    \b
        detente read examples/press
        detente brief MLI USA
    """


@cli.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…", type=click.Path())
@options.record
@click.option(
    "--keep-going/--strict",
    default=True,
    show_default=True,
    help="Whether pages that cannot be read leave the exit status at 0. Either way all others are read.",
)
@click.option(
    "--columns",
    metavar="FIELD=NAME,…",
    default="",
    help="Which columns of a table (.csv, .jsonl, .parquet) hold text, title, url, published, outlet, byline…",
)
@click.option(
    "--allow-private", is_flag=True, help="Also fetch from this machine and the local network; otherwise refused."
)
@click.option(
    "--workers",
    type=click.IntRange(1),
    metavar="N",
    help="Processes that read pages; as many as there are cores unless said. A few pages need none.",
)
@options.assist
@options.model
def read(
    paths: tuple[str, ...],
    record: str,
    keep_going: bool,
    columns: str,
    allow_private: bool,
    workers: int | None,
    assist: str | None,
    model: str | None,
) -> None:
    """Read pages into the record: files, folders of them, or addresses.

    Saved text and web pages, Word, PDF and mail; archives (.warc, .wacz, .zip, .gz), feeds (.rss,
    .atom, .xml) and tables (.jsonl, .csv, .parquet) of such; https://… pages and feeds.
    A page already read changes nothing; one that cannot be read is listed with its reason, and
    the others are read all the same. Stopped at any moment, the same command goes on where it was.

    \b
        detente read examples/press --record mali.db
        detente read crawl.warc.gz articles.csv --columns text=body,published=day
    """
    from detente.api import codebook
    from detente.intake import all_missing, cores
    from detente.store import Store

    if all_missing(paths):
        raise UsageError(f"there is nothing at {', '.join(paths)}")
    declared, second = options.declared(columns), options.assisted(assist, model)
    with Store(record) as kept:
        tally = _read(kept, paths, codebook(), record, declared, allow_private, workers or cores(), second)
        _say(tally)
        if second:
            assisting.say(record)
        if not tally.seen and not tally.aside:
            click.echo(f"There is no page in {printable(', '.join(paths))}: {_formats()}.")
        _say_record(kept, record, codebook())
    if tally.refused and not keep_going:
        raise click.exceptions.Exit(Fault.exit_code if tally.faults else 1)


def _formats() -> str:
    from detente.documents import SUFFIXES

    return f"of folders, files ending in {' '.join(sorted(SUFFIXES))} are read"


def _read(
    kept: "Store",
    paths: tuple[str, ...],
    book: "Codebook",
    record: str,
    columns: dict[str, str],
    allow_private: bool,
    workers: int,
    second: "Assist | None" = None,
) -> "Tally":
    from detente.api import fetching
    from detente.cli import screen
    from detente.intake import Tally, read_into, settling
    from detente.pipeline import code

    tally = Tally()
    try:
        with screen.progress() as step, fetching(paths, allow_private) as fetch:

            def one_more(done: int, total: int, outcome: "Outcome") -> None:
                step(done, total, outcome)
                settling(done)

            return read_into(
                kept,
                paths,
                book,
                one_more,
                code=traced(second.code if second else code),
                fetch=fetch,
                columns=columns,
                tally=tally,
                workers=workers,
            )
    except KeyboardInterrupt as error:
        _say(tally)
        raise Interrupted(
            f"interrupted; {record} holds {_counted(kept.pages(), 'page')}, each whole: "
            "the same command again reads the rest"
        ) from error


def _say(tally: "Tally") -> None:
    from detente.cli import screen
    from detente.intake import INTERNAL

    out = screen.console()
    kinds = f"{tally.read} read + {tally.known} already known + {tally.refused} refused"
    out.print(f"{_counted(tally.seen, 'page')} seen = {kinds}")
    if tally.aside:
        out.print(f"{_counted(tally.aside, 'other file')} left aside: {_formats()}")
    if tally.refusals:
        out.print(screen.refusals(tally.refusals[:_SHOWN]))
    if len(tally.refusals) > _SHOWN:
        out.print(f"… and {_more(tally.refusals[_SHOWN:])}; the export lists them all")
    if tally.faults:
        out.print(f"{INTERNAL} is a fault of ours, not of the page; {TRACE}=1 shows where. Please report it.")


def _more(refusals: "list[Refusal]") -> str:
    """Reasons and how many each: `812 no-text, 3 truncated`."""
    return ", ".join(f"{number} {reason}" for reason, number in Counter(r.reason for r in refusals).most_common())


def _say_record(kept: "Store", record: str, book: "Codebook") -> None:
    from detente.store.opening import named

    where = "" if record == DEFAULT else f" --record {printable(named(record))}"
    then = "" if kept.empty else f" Next: detente brief A B{where}"
    click.echo(f"The record {printable(named(record))} holds {_counted(kept.pages(), 'page')}.{then}")
    if set(kept.versions()) - {book.version}:
        click.echo(
            "Some were read with another version of the codebook: to code them anew, read them into a new record.",
            err=True,
        )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _opened(record: str, rule: "Rule", known: "datetime | None") -> "OpenRecord":
    import detente

    return detente.open(record, rule=rule, known_on=known.date() if known else None)


cli.add_command(briefing.brief)


@cli.command()
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@options.record
@click.option(
    "--on", type=options.DAY, metavar="DAY", help="How things stood on DAY; when not given, on that of the last page."
)
@click.option("--since", type=options.DAY, metavar="DAY", help="Also what changed from this day…")
@click.option(
    "--until", type=options.DAY, metavar="DAY", help="…to this one, both inside; when not given, that of --on."
)
@click.option("--format", "form", type=click.Choice(["terminal", "json", "csv"]), default="terminal", show_default=True)
@options.rule
@options.known
@options.output
@options.lang
def measures(
    a: str,
    b: str,
    record: str,
    on: "datetime | None",
    since: "datetime | None",
    until: "datetime | None",
    form: "MeasuresFormat",
    rule: "Rule",
    known: "datetime | None",
    output: Path | None,
    lang: "Lang",
) -> None:
    """What A and B hold against each other: in force, over, left standing; each step with its sentence.

    \b
        detente measures CAN SEN
        detente measures CAN SEN --on 2031-03-20 --since 2031-02-01 --until 2031-03-31
        detente measures CAN SEN --format csv -o measures.csv
    """
    from detente.cli.output import put, width

    opened = _opened(record, rule, known)
    day = on.date() if on else None
    span = _span(since, until, day or opened.last_day)
    put(opened.measures(typed(a), typed(b), day, span, form, lang, width=width(), color=True), output)


@cli.command()
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@options.record
@click.option("--since", type=options.DAY, metavar="DAY", help="Show it from this day…")
@click.option("--until", type=options.DAY, metavar="DAY", help="…to this one, both inside.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "json", "csv"]),
    help="When not given: by the ending of -o FILE, else terminal.",
)
@options.rule
@options.known
@options.output
@options.lang
def curve(
    a: str,
    b: str,
    record: str,
    since: "datetime | None",
    until: "datetime | None",
    form: "CurveFormat | None",
    rule: "Rule",
    known: "datetime | None",
    output: Path | None,
    lang: "Lang",
) -> None:
    """Cooperation and conflict between A and B, day by day: the index, how far doubt moves it, what was read, its turns.

    \b
        detente curve CAN SEN
        detente curve CAN SEN --since 2031-01-01 -o curve.json
        detente curve CAN SEN --as-known-on 2031-03-31 --format csv
    """
    from detente.cli.output import put, width

    if output and output.suffix.lower() in _DRAWN:
        raise UsageError(f"{output} is a drawing, and curve gives numbers: detente plot {a} {b} -o {output}")
    ending = _CURVES.get(output.suffix.lower() if output else "", "terminal")
    days = (day.date() if day else None for day in (since, until))
    first, last = days
    opened = _opened(record, rule, known)
    put(
        opened.curve(typed(a), typed(b), form or ending, lang, since=first, until=last, width=width(), color=True),
        output,
    )


def _span(since: "datetime | None", until: "datetime | None", last: "date | None") -> "tuple[date, date] | None":
    if since is None and until is None:
        return None
    end = until.date() if until else last
    if since is None or end is None or end < since.date():
        raise UsageError("what changed takes two days, the first one first: --since 2031-02-01 --until 2031-03-31")
    return since.date(), end


@cli.command()
@click.argument("name", metavar="PAGE")
@options.record
@options.lang
@options.output
def page(name: str, record: str, lang: "Lang", output: Path | None) -> None:
    """How PAGE was read: its day and what that rests on, its text by blocks, which pages say the same.

    PAGE is a name or address as the brief shows it, or the first letters of its fingerprint. Of a page seen
    again under the same address with other content, it shows what changed.

    \b
        detente page examples/press/03-sahel-reciprocite.html
    """
    import detente
    from detente.cli.output import put

    put(detente.open(record).page(typed(name), lang), output)


@cli.command()
@click.argument("name", metavar="PAGE", type=click.Path())
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "html"]),
    help="When not given: by the ending of -o FILE, else text.",
)
@click.option("--all", "every", is_flag=True, help="Also the sentences that name neither an act nor words said.")
@click.option("--allow-private", is_flag=True, help="Also fetch from this machine and the local network.")
@options.output
@options.lang
def explain(
    name: str, form: "ExplainFormat | None", every: bool, allow_private: bool, output: Path | None, lang: "Lang"
) -> None:
    """Why PAGE is coded as it is: sentence by sentence, what it names, which rule fired, why another did not.

    PAGE is a file, a folder or an address, as for `read`; no record is asked or made.

    \b
        detente explain examples/press/03-sahel-reciprocite.html
        detente explain examples/press/03-sahel-reciprocite.html --all --lang fr -o why.html
    """
    import detente
    from detente.cli.output import put

    html = output is not None and output.suffix.lower() in (".html", ".htm")
    chosen: ExplainFormat = form or ("html" if html else "text")
    put(detente.explain(name, chosen, lang, all_sentences=every, allow_private=allow_private), output)


cli.add_command(exporting.export)
cli.add_command(exporting.restore)
for command in (trusting.verify, trusting.backup, trusting.restore):
    cli.add_command(command)
cli.add_command(plotting.plot)
cli.add_command(evaluating.evaluate)


@cli.group()
def codebook() -> None:
    """The meanings of codes and words.

    \b
        detente codebook check
    """


@codebook.command()
def check() -> None:
    """Run every example and refusal of the codebook, failures last; exit status 1 if one fails.

    \b
        detente codebook check
    """
    from detente import checks
    from detente.api import codebook as load
    from detente.cli import screen

    rows = sorted(checks.run(load()), key=lambda row: not row.ok)
    failed = sum(not row.ok for row in rows)
    out = screen.console()
    out.print(screen.checks(rows))
    out.print(f"{len(rows)} examples and refusals, {failed} failed")
    if failed:
        raise click.exceptions.Exit(1)


@codebook.command()
def coverage() -> None:
    """How much of the codebook is written in each language, and what is not.

    \b
        detente codebook coverage
    """
    from detente import coverage
    from detente.api import codebook as load
    from detente.cli import screen

    screen.console().print(screen.coverage(coverage.covered(load())))


@codebook.command()
@click.argument("actor")
@click.option("--on", "day", type=options.DAY, metavar="DAY", help="Only who held office that day (2024-05-31).")
@options.lang
def people(actor: str, day: "datetime | None", lang: "Lang") -> None:
    """Who held which office for ACTOR, as the codebook knows them.

    \b
        detente codebook people Niger --on 2024-05-31
    """
    from detente.api import codebook as load
    from detente.cli import screen
    from detente.naming import actor_code

    book = load()
    held = book.actors.people.of(actor_code(typed(actor), book), day.date() if day else None)
    screen.console().print(screen.people(held, book.actors.people, lang))


cli.add_command(judging.judge)
cli.add_command(judging.judgements)
cli.add_command(scaling.scale)
cli.add_command(assisting.assist)
cli.add_command(watching.watch)
cli.add_command(serving.serve)
cli.add_command(serving.accounts)
