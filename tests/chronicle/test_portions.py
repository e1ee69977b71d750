"""A block that grows page by page: what it comes to is that of all its pages at once, to the last byte.

On simulated stories, with the bounds set so low that a few dozen tellings are treated as thousands are.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest
from bench.chronicle.stories.rates import Rates
from bench.chronicle.stories.simulation import Simulation, simulate
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.chronicle import Gathering
from detente.chronicle.block import Block, Bounds
from detente.chronicle.graph import Graph
from detente.chronicle.islands import Islands
from detente.chronicle.linked import Links
from detente.chronicle.naming import Naming
from detente.chronicle.near import REACH, Shelves, in_order
from detente.chronicle.parts import Part
from detente.chronicle.tellings import Telling, blocks_of, tellings
from detente.chronicle.weighing import Words, weight
from detente.codebook import load
from detente.model import Basis, Reading, When

BOOK = load()
FEW_NEAR = dict.fromkeys(REACH, 2)
LOW = Bounds(few=0, exact=0, many=0, reach=FEW_NEAR)
Portions = Sequence[Sequence[Reading]]


@cache
def stories(seed: int, days: int = 240) -> Simulation:
    return simulate(seed, Rates(), BOOK, pairs=1, days=days)


@cache
def told(seed: int, days: int = 300) -> tuple[Telling, ...]:
    """The tellings of the largest block of a story, unweighed."""
    block, found = max(blocks_of(stories(seed, days).printed.readings).items(), key=lambda b: len(b[1]))
    naming = Naming(BOOK)
    return tuple(tellings(found, {}, BOOK, naming, naming.stems(block)).values())


def parts(portions: Portions, origins: Mapping[str, str], bounds: Bounds) -> list[tuple[object, Part]]:
    gathering = Gathering(BOOK, bounds=bounds)
    for pages in portions:
        gathering.add(pages, {p.document.id: origins.get(p.document.id, p.document.id) for p in pages})
    return list(gathering.parts())


def cut(pages: Sequence[Reading], places: Sequence[int]) -> Portions:
    ends = [*sorted({p % (len(pages) + 1) for p in places}), len(pages)]
    return [pages[a:b] for a, b in zip([0, *ends], ends, strict=False)]


def worse(pages: Sequence[Reading]) -> list[Reading]:
    """The same pages under another address, half of what they tell left out: read again, each is replaced."""
    return [replace(p, document=replace(p.document, uri="~" + p.document.uri), reports=p.reports[::2]) for p in pages]


@pytest.mark.parametrize(
    "bounds", [LOW, Bounds(few=5, exact=12, many=9), Bounds(many=0)], ids=["low", "crossed", "usual"]
)
@given(st.integers(0, 9), st.lists(st.integers(0, 400), max_size=12), st.integers(), st.booleans())
@settings(max_examples=12, deadline=None)
def test_portions_come_to_what_the_whole_does(
    bounds: Bounds, seed: int, places: list[int], order: int, again: bool
) -> None:
    printed = stories(seed).printed
    pages = list(printed.readings)
    random.Random(order).shuffle(pages)
    portions = [worse(pages[::3])] if again else []
    whole = parts([printed.readings], printed.origins, bounds)
    assert repr(parts([*portions, *cut(pages, places)], printed.origins, bounds)) == repr(whole)


def test_page_by_page_comes_to_what_the_whole_does() -> None:
    printed = stories(17, 300).printed
    single = [[page] for page in printed.readings]
    assert repr(parts(single, printed.origins, LOW)) == repr(parts([printed.readings], printed.origins, LOW))


@given(st.integers(0, 9), st.lists(st.integers(0, 10_000), min_size=1, max_size=30))
@settings(max_examples=12, deadline=None)
def test_what_comes_and_goes_leaves_no_trace(seed: int, picked: list[int]) -> None:
    all_ = told(seed)
    some = {all_[i % len(all_)].id for i in picked}
    block, other = Block(LOW), Block(LOW)
    block.change((), all_)
    block.change(some, ())
    other.change((), [t for t in all_ if t.id not in some])
    assert repr(block.clusters()) == repr(other.clusters())
    block.change((), [t for t in all_ if t.id in some])
    other = Block(LOW)
    other.change((), all_)
    assert repr(block.clusters()) == repr(other.clusters())


def links(told: Sequence[Telling], changes: Sequence[Mapping[str, Telling | None]]) -> list[object]:
    """What is near and beside what after all changes to a graph of some tellings."""
    graph = Graph(0, FEW_NEAR)
    for changed in ({t.id: t for t in told}, *changes):
        graph.change(changed, Links(graph.days))
    return [{k: v for k, v in found.items() if v} for found in (graph.near, graph.beside)]


def check_links(told: Sequence[Telling], picked: Sequence[int]) -> None:
    """Some come late, one by one, and go again: the links are those of the tellings there are."""
    late = {told[i % len(told)].id: told[i % len(told)] for i in picked}
    rest = [t for t in told if t.id not in late]
    assert links(rest, [{id: t} for id, t in late.items()]) == links(told, [])
    assert links(told, [{id: None} for id in late]) == links(rest, [])


@given(st.integers(0, 9), st.lists(st.integers(0, 10_000), min_size=1, max_size=8))
@settings(max_examples=20, deadline=None)
def test_links_are_those_of_the_tellings_there_are(seed: int, picked: list[int]) -> None:
    check_links(list(Words().change((), told(seed)).values()), picked)


@given(st.lists(st.integers(0, 40), min_size=3, max_size=8), st.lists(st.integers(0, 40), min_size=1, max_size=3))
@settings(max_examples=40, deadline=None)
def test_a_third_day_takes_the_slip_of_two_back(days: list[int], picked: list[int]) -> None:
    """Two acts a day apart are one with a slip of the pen, as long as no third is told within the month."""
    act = next(t for t in Words().change((), told(3)).values() if t.kind == "act" and t.precise and t.when)
    check_links([_moved(act, n, by) for n, by in enumerate(days)], picked)


def _moved(t: Telling, number: int, by: int) -> Telling:
    day = date(2025, 3, 1) + timedelta(by)
    when = When(day, day, day.isoformat(), Basis.STATED)
    id = f"{t.id}{number}"
    return replace(t, id=id, origin=id, outlet=id, pages=frozenset({id}), when=when, window=(day, day))


@given(st.integers(0, 9), st.lists(st.integers(0, 10_000), min_size=1, max_size=4))
@settings(max_examples=12, deadline=None)
def test_shelves_say_which_pairs_a_change_brings_near_and_parts(seed: int, picked: list[int]) -> None:
    here = list(Words().change((), told(seed)).values())
    shelves = Shelves(here, FEW_NEAR)
    for at in picked:
        one = here[at % len(here)]
        for new in (None, one):
            before = shelves.pairs()
            near, parted = shelves.change(one.id, new)
            after = shelves.pairs()
            assert {p for p in after - before if one.id not in p} <= near
            assert {p for p in before - after if one.id not in p} <= parted
            assert {in_order(one.id, other) for other in (shelves.beside(one.id) if new else ())} == {
                p for p in after if one.id in p
            }
            assert all(shelves.meet(*p) == (p in after) for p in near | parted if one.id not in p)
    assert shelves.pairs() == Shelves(here, FEW_NEAR).pairs()


Edges = list[tuple[int, int]]


@given(st.lists(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=6), max_size=5))
def test_islands_are_those_of_the_last_graph(graphs: list[Edges]) -> None:
    islands, parts = Islands(), set[tuple[str, ...]]()
    beside: dict[str, set[str]] = {str(n): set() for n in range(10)}
    for edges in graphs:
        now: dict[str, set[str]] = {key: set() for key in beside}
        for a, b in edges:
            now[str(a)].add(str(b))
            now[str(b)].add(str(a))
        touched = {key for key in beside if now[key] != beside[key]}
        beside = now
        gone, come = islands.change((), touched, beside.__getitem__)
        parts = (parts - gone) | {*come}
        fresh = Islands().change((), {*beside}, beside.__getitem__)[1]
        assert {p for p in parts if len(p) > 1} == {p for p in fresh if len(p) > 1}


def steps(stem: str) -> Iterator[float]:
    yield from (weight(stem, 3, among, exact=0) for among in range(3, 3000))


@given(st.text("abcdefgh", min_size=5, max_size=5))
def test_a_rounded_weight_is_near_the_true_one_and_seldom_changes(stem: str) -> None:
    assert all(abs(w - weight(stem, 3, n, exact=n)) <= 0.7 for n, w in enumerate(steps(stem), start=3))
    assert len({*steps(stem)}) <= 9
