"""Which documents reproduce another, which drink from the same source, which replace one another.

Similarity takes no page away: it says who is whose source. How: lineage/, revisions.py; why: decisions/0012.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from detente.chronicle.groups import Groups
from detente.chronicle.lineage.descent import Descent
from detente.chronicle.lineage.kin import Kin
from detente.chronicle.revisions import revisions
from detente.codebook.sources import SourceWords
from detente.model import Document

UNSAID = SourceWords()


@dataclass(frozen=True, slots=True)
class Lineage:
    """Who reproduces whom.

    copies: (document, the document it reproduces), sorted by document.
    origins: every document -> the first document of its origin; copies, revisions and retellings of one dispatch.
    revisions: (document, the one it replaces under the same address), sorted by document.
    """

    copies: tuple[tuple[str, str], ...]
    origins: Mapping[str, str]
    revisions: tuple[tuple[str, str], ...] = ()


def trace(documents: Iterable[Document], words: SourceWords | None = None) -> Lineage:
    """The lineage of all `documents`, one an id; their order does not matter.

    words: how pages credit their sources; without them, only `agency` and `byline` say.
    """
    ordered = sorted({d.id: d for d in documents}.values(), key=lambda d: (d.published or date.max, d.id))
    kin = Kin(ordered, words or UNSAID)
    number = {d.id: at for at, d in enumerate(ordered)}
    replaced = sorted(revisions(ordered, lambda a, b: kin.likeness(number[a.id], number[b.id])))
    descent = _descent(kin, _versions(number, replaced))
    copies = sorted((ordered[a].id, ordered[b].id) for a, b in descent.parent.items())
    return Lineage(tuple(copies), _origins(ordered, descent, replaced), tuple(replaced))


def _versions(number: Mapping[str, int], replaced: Iterable[tuple[str, str]]) -> Callable[[int, int], bool]:
    """Whether two texts are versions of one page."""
    groups = Groups(i for pair in replaced for i in pair)
    for one, other in replaced:
        groups.join(one, other)
    page = {number[i]: head for group in groups for i in group for head in group[:1]}
    return lambda a, b: a in page and page[a] == page.get(b)


def _descent(kin: Kin, versions: Callable[[int, int], bool]) -> Descent:
    close, telling = kin.close().tolist(), kin.telling().tolist()
    related = {(a, b) for a, b in close if kin.same_origin(a, b)} | {(a, b) for a, b in telling if kin.retold(a, b)}
    return Descent(kin, sorted(related), versions)


def _origins(ordered: Sequence[Document], descent: Descent, replaced: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Every document's head; versions of one page have one."""
    groups = Groups(d.id for d in ordered)
    for number, head in descent.head.items():
        groups.join(ordered[number].id, ordered[head].id)
    for one, other in replaced:
        groups.join(one, other)
    rank = {d.id: descent.rank_of(at) for at, d in enumerate(ordered)}
    heads = {i: min(group, key=rank.__getitem__) for group in groups for i in group}
    return dict(sorted(heads.items()))
