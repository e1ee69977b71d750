"""The record as the desk holds it: gathered once, again when the file has changed, or as it was known on a day."""

import threading
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import date

from detente import chronicle
from detente.api import OpenRecord, gathered
from detente.desk import relation
from detente.desk.kept import Kept
from detente.desk.snapshot import Snapshot
from detente.model import Judgement
from detente.store import Store
from detente.store.again import Lost

PAUSE = 1.0  # seconds between two looks at the record: a page reads several indexes of one snapshot
DAYS = 8  # snapshots kept of what was known of two actors on a day


class Records:
    """One record. `now()` is the latest snapshot; whoever asks while it is made anew gets the one before.

    Raises RecordError where there is none, or it is none of ours.
    """

    def __init__(self, url: str, gather: Callable[[Store], OpenRecord] = gathered) -> None:
        self.url, self._gather = url, gather
        self._lock = threading.Lock()
        self._looked = 0.0
        self._known: Kept[Snapshot] = Kept(DAYS)
        with Store(url, create=False) as store:
            self.place = store.place
            self._stamp, self._state = store.place.stamp(), store.state()
            self._snapshot = self._take(store)

    def now(self) -> Snapshot:
        """The record as it is. A look at its stamp is all it costs while nothing changes."""
        if time.monotonic() - self._looked > PAUSE and self._lock.acquire(blocking=False):
            try:
                with suppress(Lost):  # a server that restarts: what was known of the record still is
                    self._look()
            finally:
                self._lock.release()
        return self._snapshot

    def renewed(self) -> Snapshot:
        """The record with what was just written to it."""
        with self._lock:
            self._look()
        return self._snapshot

    def keep(self, judgement: Judgement) -> Snapshot:
        """Puts a judgement on the record; the snapshot in which it holds. Raises UsageError, RecordError."""
        from detente import judging

        judging.keep(judgement, self.url)
        return self.renewed()

    def known_on(self, day: date, a: str, b: str) -> Snapshot:
        """What one could have known of two actors on a day: from pages printed by then that tell of the two."""
        now = self.now()
        pages = {r.evidence.document for e in now.between(a, b) for r in e.reports}
        return self._known.get((id(now), day, min(a, b), max(a, b)), lambda: self._back(day, pages, now))

    def _back(self, day: date, pages: Collection[str], now: Snapshot) -> Snapshot:
        with Store(self.url, create=False) as store:
            read = list(chronicle.known_by(store.readings_of(pages), day))
            judged = store.judgements()
        record = chronicle.gather(read, now.book, judgements=judged)
        printed = tuple(d for d in now.record.documents if d.published and d.published <= day)
        return Snapshot(OpenRecord(record, now.book), known=printed)

    def _look(self) -> None:
        self._looked = time.monotonic()
        if (seen := self.place.stamp()) == self._stamp:
            return
        with Store(self.url, create=False) as store:
            if (state := store.state()) != self._state:
                self._snapshot, self._state = self._take(store), state
        self._stamp = seen

    def _take(self, store: Store) -> Snapshot:
        found = Snapshot(self._gather(store), tuple(store.offices()), place=store.place)
        found.warm()
        threading.Thread(target=_warm, args=(found,), daemon=True).start()
        return found


def _warm(found: Snapshot) -> None:
    found.warm_through()
    relation.warm(found)
