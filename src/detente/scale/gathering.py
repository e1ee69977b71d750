"""`gather`: what lies in a lake as one record, which the desk and all commands open."""

from dataclasses import dataclass

from detente.intake import cores
from detente.model import RecordError
from detente.scale.consolidating import consolidate
from detente.scale.lake import READ, REFUSED, Lake
from detente.store import Store
from detente.store.packing import unpacked


@dataclass(frozen=True, slots=True)
class Gathered:
    """pages, refused: new in the record. known: pages it had already. pairs: worked out in advance."""

    pages: int
    known: int
    refused: int
    pairs: int = 0


def gather(lake: str, record: str, workers: int | None = None) -> Gathered:
    """Puts every page of a lake into a record, made if it is not there; what it has already stays as it is.

    Of a record that is new, what each pair of actors comes to is then worked out by `workers` processes, as many as there are
    processors where none is said; 0 leaves that to whoever opens it first, with the same outcome.

    Raises RecordError where there is no lake, a file of it is none, or the record cannot be written.
    """
    found, counts = Lake(lake), {"pages": 0, "known": 0, "refused": 0}
    if not found.names():
        raise RecordError(f"{lake} is no lake: fill one with detente scale read SOURCE… --out {lake}")
    others = set[tuple[str, str]]()  # names of pages that another row of the lake tells of, which may stand behind it
    with Store(record) as store:
        for row in found.rows():
            if row["fate"] == REFUSED:
                store.refuse(row["page"] or None, row["uri"], row["reason"], row["detail"])
                counts["refused"] += 1
            elif row["fate"] == READ and store.adopt(
                row["page"], tuple(unpacked(row["readings"])), row["codebook"], size=row["size"], media=row["media"]
            ):
                counts["pages"] += 1
            else:
                others.add((row["page"], row["uri"]))
                counts["known"] += 1
        for page, uri in sorted(others):
            store.saw(page, uri)
        pairs = consolidate(store, cores() if workers is None else workers) if workers != 0 else 0
    return Gathered(**counts, pairs=pairs)
