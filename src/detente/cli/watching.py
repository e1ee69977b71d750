"""`detente watch`: feeds, again and again."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli import options
from detente.cli.group import printable
from detente.model import UnreadablePage, UsageError

if TYPE_CHECKING:
    from detente.choices import Lang
    from detente.watching import Round


@click.command()
@click.argument("feeds", metavar="FEEDS", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@options.record
@click.option("--every", type=click.IntRange(1, 1440), default=30, show_default=True, metavar="MINUTES")
@click.option("--once", is_flag=True, help="One round, for whoever is called by a timer.")
@click.option("--webhook", "hook", default="", metavar="URL", help="Sent each change, as JSON.")
@click.option(
    "--atom", type=click.Path(path_type=Path), metavar="FILE", help="A feed that changes are put at the head of."
)
@click.option("--state", type=click.Path(path_type=Path), metavar="FILE", help="What is remembered; RECORD.watch")
@click.option("--allow-private", is_flag=True, help="Feeds of this machine and its network may be fetched.")
@options.lang
def watch(
    feeds: Path,
    record: str,
    every: int,
    once: bool,
    hook: str,
    atom: Path | None,
    state: Path | None,
    allow_private: bool,
    lang: "Lang",
) -> None:
    """Ask the feeds in FEEDS (OPML, or an address a line), read what is new, and tell what it changes. Ctrl-C ends it.

    A feed is asked whether it changed since (ETag), less and less often while it fails, and no sooner than it wishes.
    Told are new events, measures that stand otherwise, contradictions; not what was in the record when it began.

    \b
        detente watch feeds.opml --record mali.db --atom changes.xml
        detente watch feeds.txt --record mali.db --once --webhook https://desk.example.org/hook
    """
    from detente.documents import kind_of, links, outlines
    from detente.fetching import Fetcher
    from detente.watching import Watcher, start

    if hook and not hook.startswith(("http://", "https://")):
        raise UsageError(f"--webhook {printable(hook)}: give a web address")
    try:
        listed = outlines(feeds.read_bytes())
    except UnreadablePage as error:
        raise UsageError(f"{feeds}: {error.detail}") from error
    with Fetcher(allow_private=allow_private, kind=kind_of, links=links) as fetcher:
        watcher = Watcher(record, listed, fetcher, start(record, state), every * 60, time.time, hook, atom, lang)
        while True:
            _say(watcher.round())
            if once:
                return
            time.sleep(max(1.0, watcher.rest()))


def _say(done: "Round") -> None:
    now = time.strftime("%Y-%m-%d %H:%M")
    pages = f"{done.tally.read} pages read + {done.tally.known} already known + {done.tally.refused} refused"
    click.echo(f"{now}  {done.asked} feeds asked, {done.changed} changed; {pages}; {len(done.changes)} changes")
    for change in done.changes:
        click.echo(printable(f"  {change.kind}: {change.title}"))
    for refused in (*done.refused, *done.tally.refusals):
        click.echo(printable(f"  refused: {refused.where}: {refused.reason}: {refused.detail}"), err=True)
    if done.untold:
        click.echo(printable(f"  not told, and told again next time: {done.untold}"), err=True)
