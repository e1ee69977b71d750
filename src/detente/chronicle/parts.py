"""What one block comes to: the reports between the same parties, or of some blocks that analysts joined."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from detente.chronicle import judging
from detente.chronicle.events import Consolidated, consolidate
from detente.chronicle.fields import Rule
from detente.chronicle.ids import NONE as UNKNOWN
from detente.chronicle.ids import Known
from detente.chronicle.judging import UNJUDGED, Ruling
from detente.chronicle.measures import fold_measures, fold_standing
from detente.chronicle.naming import Naming
from detente.chronicle.tellings import Told, of_block
from detente.codebook import Codebook
from detente.model import Judged, Measure


@dataclass(frozen=True, slots=True)
class Part:
    """What one block comes to."""

    told: Consolidated
    measures: tuple[Measure, ...]
    standing: tuple[Measure, ...] = ()
    judged: Mapping[str, Judged] = field(default_factory=dict)


def consolidated(
    blocks: Sequence[Sequence[Told]],
    origins: Mapping[str, str],
    book: Codebook,
    rule: Rule = "most-supported",
    replaced: Collection[str] = (),
    known: Known = UNKNOWN,
    ruling: Ruling = UNJUDGED,
) -> Part:
    """What the reports of one block, or of some that analysts joined, come to; each with the page it stands on."""
    naming = _naming(book)
    tellings = [t for told in blocks if told for t in of_block(told, origins, book, naming) if t.id not in ruling.wrong]
    if not tellings:
        return Part(Consolidated((), (), (), ()), ())
    found = consolidate(tellings, rule, book.confidence.review, replaced, known, ruling.links)
    events, judged = judging.on_events(found.events, ruling, book)
    sure = [e for e in events if not e.review or e.best.confidence >= book.confidence.ledger]
    printed = {r.document.id: r.document.published for told in blocks for r, _ in told if r.document.published}
    measures, standing = fold_measures(sure, book, printed), fold_standing(sure, book, printed)
    return Part(replace(found, events=events), measures, standing, judged)


@lru_cache(maxsize=2)
def _naming(book: Codebook) -> Naming:
    """Names are read out of a codebook once."""
    return Naming(book)
