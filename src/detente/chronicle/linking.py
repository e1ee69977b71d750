"""Groups of tellings, once analysts have said which are one act and which are not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from detente.chronicle.cluster import Clusters
from detente.chronicle.groups import Groups
from detente.chronicle.linked import Group
from detente.chronicle.same import compare
from detente.chronicle.tellings import Block, Telling

Pair = tuple[str, str]  # two report ids


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs of report ids that are one act, and that are not; no pair of the second is joined by the first."""

    same: tuple[Pair, ...] = ()
    different: tuple[Pair, ...] = ()


NONE = Links()


def settle(clusters: Clusters, links: Links) -> Clusters:
    """The same groups, joined and parted as `links` say; the doubts that these settle are gone."""
    if not (links.same or links.different):
        return clusters
    known = {t.id: t for group in clusters.groups for t in group}
    same = [p for p in links.same if all(i in known for i in p)]
    apart = {p for p in links.different if all(i in known for i in p)}
    whole = Groups(known)
    for group in clusters.groups:
        for telling in group:
            whole.join(group[0].id, telling.id)
    for a, b in same:
        whole.join(a, b)
    groups = [part for members in whole for part in _parted([known[i] for i in members], same, apart)]
    home = {t.id: n for n, group in enumerate(groups) for t in group}
    settled = {frozenset((home[a], home[b])) for a, b in apart}
    doubtful = ((a, b) for a, b in clusters.doubtful if home[a.id] != home[b.id])
    return Clusters(
        tuple(groups), tuple((a, b) for a, b in doubtful if frozenset((home[a.id], home[b.id])) not in settled)
    )


def heads(links: Links, block_of: Mapping[str, Block]) -> dict[Block, Block]:
    """Blocks joined by what was said to be one act -> the first of them; of reports it knows nothing of, none."""
    named = {"\0".join(block): block for block in block_of.values()}
    joined = Groups(named)
    for a, b in links.same:
        if a in block_of and b in block_of:
            joined.join("\0".join(block_of[a]), "\0".join(block_of[b]))
    groups = (group for group in joined if len(group) > 1)
    return {named[key]: named[group[0]] for group in groups for key in group}


def _parted(members: Sequence[Telling], same: Iterable[Pair], apart: Iterable[Pair]) -> list[Group]:
    """One group, or as many as what was said to differ needs; who was named on no side goes where it is most alike."""
    ids = {t.id for t in members}
    against = [p for p in apart if ids.issuperset(p)]
    if not against:
        return [_sorted(members)]
    atoms = Groups(ids)
    for a, b in same:
        if {a, b} <= ids:
            atoms.join(a, b)
    known = {t.id: t for t in members}
    pieces = {atom[0]: [known[i] for i in atom] for atom in atoms}
    foes: dict[str, set[str]] = {head: set() for head in pieces}
    for a, b in against:
        foes[atoms.head(a)].add(atoms.head(b))
        foes[atoms.head(b)].add(atoms.head(a))
    return _coloured(pieces, foes)


def _coloured(pieces: Mapping[str, Sequence[Telling]], foes: Mapping[str, set[str]]) -> list[Group]:
    """Pieces into the fewest groups that a greedy hand finds, those with foes first, none beside a foe."""
    groups: list[list[str]] = []
    for head in sorted(pieces, key=lambda h: (not foes[h], h)):
        free = [g for g in groups if not foes[head] & set(g)]
        if free:
            max(free, key=lambda g: (_alike(pieces[head], [t for h in g for t in pieces[h]]), g)).append(head)
        else:
            groups.append([head])
    return [_sorted(t for h in group for t in pieces[h]) for group in groups]


def _alike(one: Iterable[Telling], other: Iterable[Telling]) -> float:
    """The mean of what speaks for each pair; what forbids one counts as much as it may."""
    sums = [max(compare(a, b), FORBIDDEN) for a, b in product(one, other)]
    return sum(sums) / len(sums)


FORBIDDEN = -100.0  # for NEVER, in a mean: far below any sum of weights


def _sorted(tellings: Iterable[Telling]) -> Group:
    return tuple(sorted(tellings, key=lambda t: t.id))
