"""What became of the pages of one run."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from detente.model import Refusal

INTERNAL = "internal-error"  # a fault of ours, met on one page


class Fate(StrEnum):
    """What became of one page."""

    READ = "read"
    KNOWN = "already known"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One page, done: `refusal` says why where it was refused. page: its id, None where no bytes could be had."""

    uri: str
    fate: Fate
    refusal: Refusal | None = None
    page: str | None = None


@dataclass(slots=True)
class Tally:
    """Counts, and the refusals themselves; `seen == read + known + refused`, always.

    aside: how many files, or things in archives, are of formats that are no page.
    """

    aside: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    _fates: Counter[Fate] = field(default_factory=Counter)

    def note(self, outcome: Outcome) -> None:
        self._fates[outcome.fate] += 1
        if outcome.refusal is not None:
            self.refusals.append(outcome.refusal)

    def take(self, other: "Tally") -> None:
        """Counts what another counted as well."""
        self.aside += other.aside
        self.refusals += other.refusals
        self._fates += other._fates

    @property
    def seen(self) -> int:
        return self._fates.total()

    @property
    def read(self) -> int:
        return self._fates[Fate.READ]

    @property
    def known(self) -> int:
        return self._fates[Fate.KNOWN]

    @property
    def refused(self) -> int:
        return self._fates[Fate.REFUSED]

    @property
    def faults(self) -> int:
        """How many pages were refused through a fault of ours."""
        return sum(r.reason == INTERNAL for r in self.refusals)
