"""Whether a record holds, and copies of it: `detente.verify`, `detente.backup`, `detente.recover`."""

from typing import TYPE_CHECKING

from detente.api import DEFAULT, Url, codebook, fetching, gathered
from detente.model import RecordError

if TYPE_CHECKING:
    from detente.intake import Paths
    from detente.verifying import Verified


def verify(record: Url = DEFAULT, paths: "Paths" = (), *, allow_private: bool = False) -> "Verified":
    """Derives the record again, and says what does not hold. paths: where the bytes of its pages lie, if at hand.

    Raises RecordError when the record cannot be opened.
    """
    from detente.store import Store
    from detente.verifying import verify

    with Store(record, create=False) as store, fetching(paths, allow_private) as fetch:
        return verify(store, codebook(), lambda: gathered(store).record, paths, fetch)


def backup(record: Url, to: Url) -> None:
    """Copies the record, as it stands at one moment, to a new file. Raises RecordError where that cannot be."""
    from detente.store import Store

    with Store(record, create=False) as store:
        store.backup(to)


def recover(source: Url, record: Url) -> None:
    """Brings a backup back as a record that is not there yet. Raises RecordError for a damaged one, or where one is there."""
    from detente.store import Store

    with Store(source, create=False) as store:
        if damage := store.damage():
            raise RecordError(f"{store.place.shown} is damaged, and was not brought back: {damage[0]}")
        store.backup(record)
