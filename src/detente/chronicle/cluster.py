"""From verdicts on pairs to groups: the sure first, then the vague where only one group fits."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from detente.chronicle.same import Verdict, compare, same_document, shared_person
from detente.chronicle.tellings import Telling

TOO_MANY = 3  # a telling that may be any of more events than this says nothing about them

Group = tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Clusters:
    """groups: each sorted by report id. doubtful: pairs of report ids whose groups may be one."""

    groups: tuple[Group, ...]
    doubtful: tuple[tuple[str, str], ...]


def cluster(found: Iterable[Telling]) -> Clusters:
    """Groups of tellings of one act; the order of arrival does not matter."""
    blocks = defaultdict(list)
    for telling in found:
        blocks[telling.block].append(telling)
    done = [_one_block(blocks[key]) for key in sorted(blocks)]
    return Clusters(
        tuple(g for groups, _ in done for g in groups), tuple(sorted(pair for _, pairs in done for pair in pairs))
    )


def _one_block(members: Sequence[Telling]) -> tuple[list[Group], list[tuple[str, str]]]:
    groups: list[Group] = []
    doubtful = []
    for part in _sure(members):
        fitting = narrowed(part, [g for g in groups if likeness(part, g) >= Verdict.UNSURE])
        if len(fitting) == 1 and likeness(part, fitting[0]) >= Verdict.FITS:
            groups[groups.index(fitting[0])] = _sorted((*fitting[0], *part))
            continue
        groups.append(part)
        if len(fitting) <= TOO_MANY:
            doubtful += [(g[0].id, part[0].id) for g in fitting]
    return groups, doubtful


def _sure(members: Sequence[Telling]) -> Iterator[Group]:
    """Groups joined by SAME alone, none holding two that are DIFFERENT; those with the most precise date first."""
    ordered = sorted(members, key=lambda t: t.vagueness)
    home: dict[str, Group] = {t.id: (t,) for t in ordered}
    for a, b in combinations(ordered, 2):
        one, two = home[a.id], home[b.id]
        if one is not two and compare(a, b) is Verdict.SAME and likeness(one, two) is not Verdict.DIFFERENT:
            whole = _sorted((*one, *two))
            home.update({t.id: whole for t in whole})
    return iter({group[0].id: group for group in home.values()}.values())


def likeness(a: Group, b: Group) -> Verdict:
    """The worst verdict on any two tellings of the two groups."""
    worst = Verdict.SAME
    for x, y in product(a, b):
        worst = min(worst, compare(x, y))
        if worst is Verdict.DIFFERENT:
            break
    return worst


def narrowed(part: Group, fitting: list[Group]) -> list[Group]:
    """Those told by the same page, where there are any; of these, those that name the same person."""
    for tie in (same_document, shared_person):
        fitting = [g for g in fitting if any(tie(x, y) for x in part for y in g)] or fitting
    return fitting


def _sorted(group: Iterable[Telling]) -> Group:
    return tuple(sorted(group, key=lambda t: t.id))
