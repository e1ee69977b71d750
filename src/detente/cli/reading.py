"""`detente read`: pages into the record, and what became of each."""

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import click

from detente.api import DEFAULT
from detente.cli import assisting, options
from detente.cli.group import TRACE, Fault, Interrupted, printable, traced
from detente.model import UsageError

if TYPE_CHECKING:
    from detente.assisted import Assist
    from detente.codebook import Codebook
    from detente.intake import Outcome, Progress, Tally
    from detente.model import Refusal
    from detente.store import Store

_SHOWN = 40  # refusals listed one by one; more are counted by reason


class How(NamedTuple):
    """columns: field of an article -> column of a table. second: the model that is asked besides, if any."""

    columns: dict[str, str]
    allow_private: bool
    workers: int
    second: "Assist | None"


@click.command()
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
        tally = _read(kept, paths, record, How(declared, allow_private, workers or cores(), second))
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


def _read(kept: "Store", paths: tuple[str, ...], record: str, how: How) -> "Tally":
    from detente.api import codebook, fetching
    from detente.cli import screen
    from detente.intake import Tally, read_into
    from detente.pipeline import code

    tally, coding = Tally(), traced(how.second.code if how.second else code)
    try:
        with screen.progress() as step, fetching(paths, how.allow_private) as fetch:
            as_asked = partial(read_into, code=coding, fetch=fetch, columns=how.columns, workers=how.workers)
            return as_asked(kept, paths, codebook(), _settled(step), tally=tally)
    except KeyboardInterrupt as error:
        _say(tally)
        whole = f"{record} holds {_counted(kept.pages(), 'page')}, each whole"
        raise Interrupted(f"interrupted; {whole}: the same command again reads the rest") from error


def _settled(step: "Progress") -> "Progress":
    """Shows a page, then lets what is loaded by now be left to itself."""
    from detente.intake import settling

    def one_more(done: int, total: int, outcome: "Outcome") -> None:
        step(done, total, outcome)
        settling(done)

    return one_more


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
