"""What is new since somebody last looked: the pages added since, and what they told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from starlette.exceptions import HTTPException

from detente.desk import chronology
from detente.desk.asking import Asked, Misasked, asked
from detente.desk.pages.relation import codes
from detente.desk.snapshot import Snapshot
from detente.model import Event
from detente.store import Store


@dataclass(frozen=True, slots=True)
class News:
    """pages: how many documents were added. new: events first told by them; again: told before, and by them too."""

    pages: int
    new: tuple[Event, ...] = ()
    again: tuple[Event, ...] = ()

    def among(self, ids: Iterable[str]) -> "News":
        kept = frozenset(ids)
        return News(
            self.pages,
            tuple(e for e in self.new if e.id in kept),
            tuple(e for e in self.again if e.id in kept),
        )


def since(page: int, url: str, snapshot: Snapshot) -> News:
    """page: the last one seen (`Store.last_page`). Events read too unsurely wait in review, and are no news."""
    with Store(url, create=False) as store:
        added = store.pages_after(page)
    new: list[Event] = []
    again: list[Event] = []
    for id in sorted(
        {snapshot.home[r.id] for d in added for r in snapshot.by_page.get(d, ()) if r.id in snapshot.home}
    ):
        event = snapshot.events[id]
        if not event.review:
            (new if {r.evidence.document for r in event.reports} <= added else again).append(event)
    return News(len(added), tuple(new), tuple(again))


def last_page(url: str) -> int:
    with Store(url, create=False) as store:
        return store.last_page()


@dataclass(frozen=True, slots=True)
class Place:
    """A view of two actors, filters and all; of another page of the desk, a and b are ""."""

    a: str
    b: str
    asked: Asked

    def events(self, snapshot: Snapshot) -> Sequence[str]:
        """The ids of those the view shows, on whatever page of it."""
        rows = chronology.facts(snapshot.between(self.a, self.b), snapshot) if self.a else ()
        return [row.event.id for row in chronology.matching(rows, self.asked)]


def placed(path: str, snapshot: Snapshot) -> Place:
    """What an address shows. It may be of a time when the record knew more names, and is then of no two."""
    parts = urlsplit(path)
    names = parts.path.strip("/").split("/")
    try:
        wanted = asked(dict(parse_qsl(parts.query)))
        a, b = codes(snapshot, names[1], names[2]) if len(names) == 3 and names[0] == "r" else ("", "")
    except (HTTPException, Misasked):
        return Place("", "", Asked())
    return Place(a, b, wanted)
