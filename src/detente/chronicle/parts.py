"""What one block comes to: the reports between the same parties, or of some blocks that analysts joined."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from detente.chronicle import judging
from detente.chronicle.block import USUAL, Block, Bounds
from detente.chronicle.cluster import Clusters
from detente.chronicle.events import Consolidated, Kept, consolidate
from detente.chronicle.fields import Rule
from detente.chronicle.ids import NONE as UNKNOWN
from detente.chronicle.ids import Known
from detente.chronicle.judging import UNJUDGED, Ruling
from detente.chronicle.linking import settle
from detente.chronicle.measures import fold_measures, fold_standing
from detente.chronicle.naming import Naming
from detente.chronicle.tellings import Telling, Told, tellings
from detente.codebook import Codebook
from detente.model import Judged, Measure


@dataclass(frozen=True, slots=True)
class Part:
    """What one block comes to."""

    told: Consolidated
    measures: tuple[Measure, ...]
    standing: tuple[Measure, ...] = ()
    judged: Mapping[str, Judged] = field(default_factory=dict)


class Sheaf:
    """The reports of one block, grouped: kept, so that a page re-does only what it touches."""

    def __init__(
        self, parties: Iterable[str], book: Codebook, wrong: Collection[str] = (), bounds: Bounds = USUAL
    ) -> None:
        """wrong: reports that an analyst found to be none."""
        self._book, self._naming, self._wrong = book, _naming(book), wrong
        self._own = self._naming.stems(parties)
        self._block = Block(bounds)
        self._of_page: dict[str, frozenset[str]] = {}
        self.printed: dict[str, date] = {}
        self.kept: Kept = {}

    def change(self, pages: Mapping[str, Sequence[Told]], origins: Mapping[str, str]) -> None:
        """pages: what each page now tells between these parties, by document; nothing, of one that is gone."""
        gone, come = set[str](), dict[str, Telling]()
        for page, told in pages.items():
            found = tellings(told, origins, self._book, self._naming, self._own)
            gone |= self._of_page.pop(page, frozenset())
            come |= {id: t for id, t in found.items() if id not in self._wrong}
            self._of_page[page] = frozenset(found.keys() - self._wrong)
            if told and (day := told[0][0].document.published):
                self.printed[page] = day
        self._block.change(gone - come.keys(), come.values())

    def __len__(self) -> int:
        return sum(map(len, self._of_page.values()))

    def clusters(self) -> Clusters:
        return self._block.clusters()


def consolidated(
    sheaves: Sequence[Sheaf],
    book: Codebook,
    rule: Rule = "most-supported",
    replaced: Collection[str] = (),
    known: Known = UNKNOWN,
    ruling: Ruling = UNJUDGED,
) -> Part:
    """What the reports of one block, or of some that analysts joined, come to; each block is grouped by itself: what two
    states do is told apart from what three do."""
    found = [s.clusters() for s in sheaves]
    whole = Clusters(tuple(g for c in found for g in c.groups), tuple(pair for c in found for pair in c.doubtful))
    kept = sheaves[0].kept if len(sheaves) == 1 else {}
    told = consolidate(settle(whole, ruling.links), rule, book.confidence.review, replaced, known, kept)
    events, judged = judging.on_events(told.events, ruling, book)
    sure = [e for e in events if not e.review or e.best.confidence >= book.confidence.ledger]
    printed = {page: day for s in sheaves for page, day in s.printed.items()}
    measures, standing = fold_measures(sure, book, printed), fold_standing(sure, book, printed)
    return Part(replace(told, events=events), measures, standing, judged)


@lru_cache(maxsize=2)
def _naming(book: Codebook) -> Naming:
    """Names are read out of a codebook once."""
    return Naming(book)
