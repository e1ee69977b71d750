"""The record as the desk holds it: gathered once, again behind the visitors' backs when it changes, or as known on a day."""

import sys
import threading
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from datetime import date
from itertools import chain

from detente import chronicle
from detente.api import gathered
from detente.desk import relation
from detente.desk.snapshot import Snapshot
from detente.model import Judgement
from detente.opened import OpenRecord
from detente.store import Store
from detente.store.again import Lost

PAUSE = 1.0  # seconds between two looks at the file: a page reads several indexes of one snapshot
PATIENCE = 5.0  # seconds that whoever wrote waits to see it; a large record takes longer, and its pages say so
REST = 4  # times as long as a gathering took, the visitors have the processor for themselves before the next
GATHERING, FAILED = "gathering", "failed"


class Records:
    """One record. `now()` is the last snapshot that is whole, and never waits for another.

    When the file has changed, one thread gathers it again; at most two snapshots are held meanwhile, that one and the
    one before. `news` says how far it got: "", "gathering" or "failed". pause: seconds, see PAUSE. settled: called when
    all that belongs to a snapshot is made. Raises RecordError where there is no record, or it is none of ours.
    """

    def __init__(
        self,
        url: str,
        gather: Callable[[Store], OpenRecord] = gathered,
        pause: float = PAUSE,
        settled: Callable[[], None] = lambda: None,
    ) -> None:
        self.url, self._gather, self._pause, self._settled = url, gather, pause, settled
        self._changing = threading.Condition()  # guards the five below
        self._busy, self.news, self._looked = False, "", 0.0
        self._took, self._waiting = 0.0, 0  # seconds of the last gathering; how many wait for what they wrote
        with Store(url, create=False) as store:
            self.place = store.place
            self._stamp, self._state = store.place.stamp(), store.state()
            self._snapshot = self._take(store)
        threading.Thread(target=self._warm, args=(self._snapshot,), daemon=True).start()

    def now(self) -> Snapshot:
        """The record as it was last gathered. A look at the file's size and time is all it costs while nothing changes."""
        if self.due:
            self._look()
        return self._snapshot

    @property
    def due(self) -> bool:
        """Whether it is time to look at the file again."""
        return time.monotonic() - self._looked > max(self._pause, REST * self._took)

    @property
    def last(self) -> Snapshot:
        """The last snapshot, without a look at anything."""
        return self._snapshot

    def renewed(self, patience: float | None = None) -> Snapshot:
        """The record with what was written to it until now, or, after `patience` seconds, the one before."""
        self._look()
        with self._changing:
            self._waiting += 1
            self._changing.notify_all()
            self._changing.wait_for(lambda: not self._busy, patience)
            self._waiting -= 1
        return self._snapshot

    def keep(self, judgement: Judgement) -> Snapshot:
        """Puts a judgement on the record; the snapshot in which it holds. Raises UsageError, RecordError."""
        from detente import judging

        judging.keep(judgement, self.url)
        return self.renewed(PATIENCE)

    def known_on(self, day: date, a: str, b: str) -> Snapshot:
        """What one could have known of two actors on a day: from pages printed by then that tell of the two."""
        now = self.now()
        pages = {r.evidence.document for e in now.between(a, b) for r in e.reports}
        return now.past.get((day, min(a, b), max(a, b)), lambda: self._back(day, pages, now))

    def _back(self, day: date, pages: Collection[str], now: Snapshot) -> Snapshot:
        with Store(self.url, create=False) as store:
            read = list(chronicle.known_by(store.readings_of(pages), day))
            judged = store.judgements()
        record = chronicle.gather(read, now.book, judgements=judged)
        printed = tuple(d for d in now.record.documents if d.published and d.published <= day)
        return Snapshot(OpenRecord(record, now.book), known=printed)

    # -- behind the visitors' backs --------------------------------------------------------------------------

    def _look(self) -> None:
        """Begins to gather what was written since; whoever gathers already will look again before it ends."""
        with self._changing:
            self._looked = time.monotonic()
            if self._busy or self._seen() == self._stamp:
                return
            self._busy, self.news = True, GATHERING
        threading.Thread(target=self._catch_up, daemon=True).start()

    def _seen(self) -> tuple[object, ...]:
        """What moves when the record changes; of a server that restarts, what was seen last: its record still stands."""
        with suppress(Lost):
            return self.place.stamp()
        return self._stamp

    def _catch_up(self) -> None:
        """Gathers until nothing new is there; what takes longer is made once the visitors have the new one."""
        while self._goes_on():
            self._advance()
            self._rest()
        self._warm(self._snapshot)

    def _rest(self) -> None:
        """Where more was written meanwhile, a while before it is gathered, unless somebody waits for it."""
        with self._changing:
            if self._seen() != self._stamp:
                self._changing.wait_for(lambda: self._waiting, REST * self._took)

    def _goes_on(self) -> bool:
        """Whether something was written since the last look; if not, nobody gathers any more."""
        with self._changing:
            if (seen := self._seen()) != self._stamp:
                self._stamp, self.news = seen, GATHERING
                return True
            self._busy, self.news = False, "" if self.news == GATHERING else self.news
            self._changing.notify_all()
            return False

    def _advance(self) -> None:
        """The next snapshot instead of this one; where the file cannot be read, this one stays, and the terminal is told."""
        try:
            with Store(self.url, create=False) as store:
                if (state := store.state()) != self._state:
                    began = time.monotonic()
                    self._snapshot, self._state = self._take(store), state
                    self._took = time.monotonic() - began
        except Exception as error:  # the visitors keep what they have, whoever spoilt the file
            self.news = FAILED
            print(f"detente: the record could not be gathered again, {type(error).__name__}: {error}", file=sys.stderr)

    def _take(self, store: Store) -> Snapshot:
        found = Snapshot(self._gather(store), tuple(store.offices()), place=store.place)
        found.warm()
        return found

    def _warm(self, found: Snapshot) -> None:
        """Stops where a newer one is being gathered: two at work at once would be a third in memory."""
        for _ in warming(found):
            if self._busy or found is not self._snapshot:
                return
        self._settled()


def warming(found: Snapshot) -> Iterator[None]:
    """Makes what visitors of a large record would wait for, a step at a time."""
    return chain(found.warm_through(), relation.warm(found))
