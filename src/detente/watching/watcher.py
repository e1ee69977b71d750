"""One round: feeds that are due are asked whether they changed, new pages are read, changes are told."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path

from detente.api import codebook, gathered
from detente.documents import Source, links, unpack
from detente.documents.kinds import SAMPLE, Kind, kind_of
from detente.fetching import Fetcher, post
from detente.intake import Tally, read_given
from detente.model import Page, Record, RecordError, Refusal, UnreadablePage
from detente.pipeline import code
from detente.store import Store
from detente.watching.changes import Change, changes, keys
from detente.watching.state import TRIES, Feed, State
from detente.watching.telling import messages, told_in

LONGEST = 86_400.0  # seconds between two visits to a feed that fails; a day
PASSING = {"dns", "tls", "connection", "timeout", "http-408", "http-425", "http-429"}  # and 500 and above: asked again


@dataclass(slots=True)
class Round:
    """What one round did. asked: feeds; changed: of them. tally: of the pages. changes: new, and told where `untold` is ""."""

    asked: int = 0
    changed: int = 0
    tally: Tally = field(default_factory=Tally)
    refused: list[Refusal] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    untold: str = ""


@dataclass(slots=True)
class Watcher:
    """feeds: their addresses. every: seconds between two visits to one. now: seconds of the epoch.

    hook: an address that is sent each change; atom: a feed they are put at the head of. lang: of the titles.
    """

    record: str
    feeds: Sequence[str]
    fetcher: Fetcher
    state: State
    every: float
    now: Callable[[], float]
    hook: str = ""
    atom: Path | None = None
    lang: str = "en"
    _told_at: tuple[int, ...] = ()  # the state of the record when all of it was told; whoever reads into it moves that

    def round(self) -> Round:
        """Raises RecordError where the record, the state or the Atom file cannot be read or written."""
        done = Round()
        with Store(self.record) as store:
            if self.state.told is None:  # what stands in the record when a watch begins is no news
                self.state.told = set(keys(gathered(store).record))
                self.state.save()
            for url in self.feeds:
                feed = self.state.feeds.setdefault(url, Feed())
                if feed.due <= self.now():
                    self._visit(url, feed, store, done)
                    self.state.save()
            if (state := store.state()) != self._told_at:
                self._tell(gathered(store).record, done)
                self._told_at = () if done.untold else state
        return done

    def rest(self) -> float:
        """Seconds until the next feed is due."""
        due = [self.state.feeds[url].due for url in self.feeds if url in self.state.feeds]
        return max(0.0, min(due, default=0.0) - self.now())

    def _visit(self, url: str, feed: Feed, store: Store, done: Round) -> None:
        done.asked += 1
        found = self.fetcher.fresh(url, feed.mark)
        left = False
        if found.page:
            done.changed += 1
            left = self._read(found.page, store, done)
        if found.refused:
            feed.failures, feed.refused = feed.failures + 1, f"{found.refused.reason}: {found.refused.detail}"
            done.refused.append(found.refused)
        else:
            feed.failures, feed.refused = 0, ""
            feed.mark = feed.mark if left else found.mark  # pages that could not be had are asked for next time
        wait = min(LONGEST, self.every * 2**feed.failures) if feed.failures else self.every
        feed.due = self.now() + max(wait, found.rest)

    def _read(self, page: Page, store: Store, done: Round) -> bool:
        """Reads what a feed lists and was not met yet; whether something is left that may be had later."""
        left = False
        for one in self._new(page):
            given = [one] if isinstance(one, Page) else []
            addresses = [] if isinstance(one, Page) else [one]
            uri = one.uri if isinstance(one, Page) else one
            tally = read_given(store, given, addresses, codebook(), code=code, fetch=self.fetcher.pages)
            left |= self._met(uri, tally)
            done.tally.take(tally)
        return left

    def _new(self, page: Page) -> Iterator[Page | str]:
        """The addresses that a feed lists; where it gives texts and no address, these; a page that is no feed, itself."""
        if kind_of(page.data[:SAMPLE], page.uri, page.media) not in (Kind.FEED, Kind.SITEMAP):
            yield page
            return
        try:
            listed = links(page.data, page.uri)
            whole = Source(
                page.uri, partial(BytesIO, page.data), len(page.data), media=page.media, fetched=page.fetched
            )
            texts = [] if listed else [one for one in unpack(whole) if isinstance(one, Page)]
        except UnreadablePage:
            return
        yield from (one for one in listed if _digest(one) not in self.state.met)
        yield from texts

    def _met(self, uri: str, tally: Tally) -> bool:
        """Notes that an address was had, or will not be; whether it is asked for again."""
        if any(r.reason in PASSING or r.reason.startswith("http-5") for r in tally.refusals):
            tries = self.state.tries.get(uri, 0) + 1
            if tries < TRIES:
                self.state.tries[uri] = tries
                return True
        self.state.tries.pop(uri, None)
        self.state.met.add(_digest(uri))
        return False

    def _tell(self, record: Record, done: Round) -> None:
        told = self.state.told or set()
        done.changes = list(changes(record, told, codebook(), self.lang))
        if not done.changes:
            return
        try:
            if self.atom:
                told_in(self.atom, done.changes, datetime.fromtimestamp(self.now(), UTC))
            for message in messages(done.changes) if self.hook else ():
                post(self.hook, message)
        except UnreadablePage as error:  # told again in the next round: whoever listens knows them by their keys
            done.untold = f"{error.reason}: {error.detail}"
            return
        self.state.told = told | {one.key for one in done.changes}
        self.state.save()


def _digest(uri: str) -> str:
    return hashlib.sha256(uri.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def start(record: str, state: Path | None) -> State:
    """What was remembered; beside the record where no place is given. Raises RecordError."""
    if state is None and "://" in record:
        raise RecordError(f"{record} is on a server: say where the watch remembers what it saw, with --state FILE")
    return State.load(state or Path(f"{record}.watch"))
