"""How much each word says among the tellings of a pair of states: the rarer, the more.

Of a pair told often, weights are whole steps of a halving. Each word is rounded up or down at a point of its own, so that
one page more changes the weight of a few words, and not that of all.
"""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from zlib import crc32

from detente.chronicle.tellings import Telling

UNSEEN = 20  # tellings of each pair that we have not read: few pages do not make a word common
EXACT = 1000  # tellings of a pair up to which weights are not rounded
STEP = math.log(2)


def weight(stem: str, times: int, among: int, exact: int = EXACT) -> float:
    """Of a word that so many tellings have, among all."""
    says = math.log((among + UNSEEN) / times)
    return says if among <= exact else STEP * math.floor(says / STEP + crc32(stem.encode()) / 2**32)


class Words:
    """The words of a pair's tellings, weighed against one another."""

    def __init__(self, exact: int = EXACT) -> None:
        self._exact = exact
        self._tellings: dict[str, Telling] = {}
        self._times: Counter[str] = Counter()
        self._weights: dict[str, float] = {}

    def change(self, gone: Iterable[str], come: Iterable[Telling]) -> dict[str, Telling]:
        """What comes, and all of which a word weighs otherwise now, weighed; by id."""
        for id in gone:
            self._take(self._tellings.pop(id))
        new = {t.id: t for t in come}
        for id, telling in new.items():
            self._take(self._tellings.get(id))
            self._put(telling)
        otherwise = self._reweighed()
        again = {id for id, t in self._tellings.items() if not otherwise.isdisjoint(t.stems)}
        changed = {id: self._weighed(self._tellings[id]) for id in sorted({*new, *again})}
        self._tellings.update(changed)
        return changed

    def _take(self, telling: Telling | None) -> None:
        if telling:
            self._times.subtract(telling.stems.keys())

    def _put(self, telling: Telling) -> None:
        self._tellings[telling.id] = telling
        self._times.update(telling.stems.keys())

    def _reweighed(self) -> set[str]:
        """The words that weigh otherwise than before."""
        among, changed = len(self._tellings), set[str]()
        for stem, times in self._times.items():
            now = weight(stem, times, among, self._exact) if times else 0.0
            if now != self._weights.get(stem):
                self._weights[stem] = now
                changed.add(stem)
        return changed

    def _weighed(self, telling: Telling) -> Telling:
        stems = {stem: self._weights[stem] for stem in telling.stems}
        return replace(telling, stems=stems, said=sum(stems.values()))
