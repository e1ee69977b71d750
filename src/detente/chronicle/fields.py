"""For every field of an event, the value most independent sources give.

A source supports every value that lies inside its own: "octobre 2025" supports 23 October as much as it
supports October. Ties go to the most precise value, then to the smallest.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from detente.chronicle.folding import same_person, words
from detente.chronicle.clues import related
from detente.chronicle.tellings import Telling
from detente.model import Status, When

V = TypeVar("V", bound=Hashable)

# How far an act got: a later stage replaces an earlier one, it does not contradict it.
STAGES = {Status.PROPOSED: 0, Status.PLANNED: 1}
HELD = 2
# Between equally supported statuses of one stage, the first.
FIRST = (Status.OCCURRED, Status.ONGOING, Status.CANCELLED, Status.DENIED, Status.ALLEGED)


def stage(status: Status) -> int:
    return STAGES.get(status, HELD)


def latest_stage(group: Sequence[Telling]) -> list[Telling]:
    """The tellings that know how far the act got; who only announced it tells less."""
    last = max(stage(t.report.status) for t in group)
    return [t for t in group if stage(t.report.status) == last]


def most_supported(
    told: Iterable[tuple[str, V]], inside: Callable[[V, V], bool], preference: Callable[[V], object]
) -> V | None:
    """The value with most origins behind it.

    told: (origin, value). inside: whether the first lies inside the second. preference: sort key among
    equals, smallest first, total. None when nobody gives a value.
    """
    given = set(told)

    def rank(value: V) -> tuple[int, object]:
        return -len({origin for origin, other in given if inside(value, other)}), preference(value)

    return min({value for _, value in given}, key=rank, default=None)


def chosen_status(group: Sequence[Telling]) -> Status:
    told = [(t.origin, t.report.status) for t in latest_stage(group)]
    order = [*FIRST, Status.PLANNED, Status.PROPOSED]
    return most_supported(told, lambda a, b: a == b, order.index) or Status.OCCURRED


def chosen_when(group: Sequence[Telling]) -> When | None:
    """When the act took place; a plan's date only where no page tells how it went."""
    return _supported_when(latest_stage(group)) or _supported_when(group) or _printed(group)


def _supported_when(group: Iterable[Telling]) -> When | None:
    told = [(t.origin, t.when) for t in group if t.when]
    return most_supported(told, _lies_inside, _most_precise)


def _most_precise(when: When) -> tuple[int, date, str, str, str]:
    return when.days or 10**6, when.earliest or date.min, when.edtf, when.basis, when.reason


def _printed(group: Sequence[Telling]) -> When | None:
    """The first day of printing, where a report has no better date; its basis says so."""
    known = [t.report.when for t in group if t.report.when]
    return min(known, key=lambda w: (w.latest or date.max, w.edtf), default=None)


def _lies_inside(a: When, b: When) -> bool:
    starts = b.earliest is None or (a.earliest is not None and a.earliest >= b.earliest)
    return starts and (b.latest is None or (a.latest is not None and a.latest <= b.latest))


def chosen_place(group: Sequence[Telling]) -> str | None:
    told = [(t.origin, t.report.place) for t in latest_stage(group) if t.report.place]
    return most_supported(told, lambda a, b: set(words(b)) <= set(words(a)), lambda p: (-len(words(p)), p))


def chosen_amount(group: Sequence[Telling]) -> str | None:
    told = [(t.origin, t.report.amount) for t in latest_stage(group) if t.report.amount]
    return most_supported(told, lambda a, b: a == b, lambda v: v)


def chosen_instrument(group: Sequence[Telling]) -> str | None:
    told = [(t.origin, t.report.instrument) for t in group if t.report.instrument]
    return most_supported(told, lambda a, b: related(a, b) and len(b) <= len(a), lambda i: (-len(i), i))


Act = tuple[str, str]  # act, PLOVER type
Sides = tuple[tuple[str, ...], tuple[str, ...]]  # actors, recipients


def chosen_act(group: Sequence[Telling], status: Status) -> Act:
    """Act and type together, from those who give the chosen status."""
    told = [(t.origin, (t.report.act, t.report.type)) for t in group if t.report.status == status]
    return most_supported(told, lambda a, b: a == b, lambda v: v) or ("", "")


def chosen_sides(group: Sequence[Telling]) -> Sides:
    """Who toward whom; a telling that says who hosts tells more than one that does not."""
    told = [(t.origin, (t.report.actors, t.report.recipients)) for t in latest_stage(group)]
    best = most_supported(told, lambda a, b: a == b or not b[1], lambda v: (not v[1], v))
    return best or (group[0].report.actors, group[0].report.recipients)


def chosen_people(group: Sequence[Telling]) -> tuple[str, ...]:
    """Everyone named, once, by the fullest name; sorted."""
    names = sorted({p for t in group for p in t.report.people}, key=lambda p: (-len(words(p)), p))
    kept: list[str] = []
    for name in names:
        if not any(same_person(name, other) for other in kept):
            kept.append(name)
    return tuple(sorted(kept))


def by_origin(group: Iterable[Telling]) -> dict[str, list[Telling]]:
    origins = defaultdict(list)
    for telling in group:
        origins[telling.origin].append(telling)
    return dict(origins)
