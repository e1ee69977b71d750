"""For every field of an event, one value by a rule that can be named.

`most-supported`: what most origins give; one supports every value that lies inside its own ("octobre 2025" supports
23 October as much as it supports October). Ties go to the most precise value, then to the smallest.
`most-precise`: what says most; among equals, the most supported. `most-conservative`: what commits to least (the
widest date, the smallest amount, the doubt before the claim), whoever gives it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from typing import Literal, TypeVar

from detente.chronicle.clues import related
from detente.chronicle.folding import figure, same_person, words
from detente.chronicle.naming import Spot
from detente.chronicle.tellings import Telling
from detente.model import Status, When

Rule = Literal["most-supported", "most-precise", "most-conservative"]
RULES: tuple[Rule, ...] = ("most-supported", "most-precise", "most-conservative")
V = TypeVar("V", bound=Hashable)

# How far an act got: a later stage replaces an earlier one, it does not contradict it.
STAGES = {Status.PROPOSED: 0, Status.PLANNED: 1}
HELD = 2
# Between equally supported statuses of one stage, the first.
DOUBT = (
    Status.DENIED,
    Status.CANCELLED,
    Status.ALLEGED,
    Status.PROPOSED,
    Status.PLANNED,
    Status.ONGOING,
    Status.OCCURRED,
)  # what commits to least first
FIRST = (Status.OCCURRED, Status.ONGOING, Status.CANCELLED, Status.DENIED, Status.ALLEGED)


def stage(status: Status) -> int:
    return STAGES.get(status, HELD)


def latest_stage(group: Sequence[Telling]) -> list[Telling]:
    """The tellings that know how far the act got; who only announced it tells less."""
    last = max(stage(t.report.status) for t in group)
    return [t for t in group if stage(t.report.status) == last]


def choose(
    told: Iterable[tuple[str, V]],
    inside: Callable[[V, V], bool],
    precise: Callable[[V], object],
    rule: Rule,
    cautious: Callable[[V], object],
) -> V | None:
    """The value that `rule` prefers; None when nobody gives one.

    told: (origin, value). inside: whether the first lies inside the second. precise, cautious: sort keys, total,
    the value that says most, or commits to least, first.
    """
    given = set(told)

    def support(value: V) -> int:
        return -len({origin for origin, other in given if inside(value, other)})

    ranks: dict[Rule, Callable[[V], tuple[object, ...]]] = {
        "most-supported": lambda v: (support(v), precise(v)),
        "most-precise": lambda v: (precise(v), support(v)),
        "most-conservative": lambda v: (cautious(v), support(v), precise(v)),
    }
    return min({value for _, value in given}, key=ranks[rule], default=None)


def most_supported(
    told: Iterable[tuple[str, V]], inside: Callable[[V, V], bool], preference: Callable[[V], object]
) -> V | None:
    """What most origins give, whatever the rule: of two kinds of act none is the more precise."""
    return choose(told, inside, preference, "most-supported", preference)


def chosen_status(group: Sequence[Telling], rule: Rule = "most-supported") -> Status:
    told = [(t.origin, t.report.status) for t in latest_stage(group)]
    order = [*FIRST, Status.PLANNED, Status.PROPOSED]
    status = most_supported(told, lambda a, b: a == b, order.index) or Status.OCCURRED
    return min((s for _, s in told), key=DOUBT.index) if rule == "most-conservative" else status


def chosen_when(group: Sequence[Telling], rule: Rule = "most-supported") -> When | None:
    """When the act took place; a plan's date only where no page tells how it went."""
    return _supported_when(latest_stage(group), rule) or _supported_when(group, rule) or _printed(group)


def _supported_when(group: Iterable[Telling], rule: Rule) -> When | None:
    told = [(t.origin, t.when) for t in group if t.when]
    return choose(told, _lies_inside, _most_precise, rule, _widest)


def _widest(when: When) -> tuple[int, date, str]:
    return -(when.days or 10**6), when.earliest or date.min, when.edtf


def _most_precise(when: When) -> tuple[int, date, str, str, str]:
    return when.days or 10**6, when.earliest or date.min, when.edtf, when.basis, when.reason


def _printed(group: Sequence[Telling]) -> When | None:
    """The first day of printing, where a report has no better date; its basis says so."""
    known = [t.report.when for t in group if t.report.when]
    return min(known, key=lambda w: (w.latest or date.max, w.edtf), default=None)


def _lies_inside(a: When, b: When) -> bool:
    starts = b.earliest is None or (a.earliest is not None and a.earliest >= b.earliest)
    return starts and (b.latest is None or (a.latest is not None and a.latest <= b.latest))


def chosen_place(group: Sequence[Telling], rule: Rule = "most-supported") -> str | None:
    given = [t for t in latest_stage(group) if t.report.place]
    spots = {t.report.place: t.spot for t in given}
    told = [(t.origin, t.report.place) for t in given if t.report.place]
    return choose(
        told,
        lambda a, b: _within(spots[a], spots[b]) or set(words(b)) <= set(words(a)),
        lambda p: (-len(words(p)), p),
        rule,
        lambda p: (len(words(p)), p),
    )


def _within(place: Spot | None, wider: Spot | None) -> bool:
    """Whether a town is known to lie in a country."""
    return bool(place and wider and wider.whole and place.code == wider.code)


def chosen_amount(group: Sequence[Telling], rule: Rule = "most-supported") -> str | None:
    """As printed first, of those that give the sum chosen."""
    given = [t for t in latest_stage(group) if t.worth]
    precise = (lambda v: v) if rule == "most-supported" else _least_round
    sum_ = choose([(t.origin, t.worth) for t in given if t.worth], lambda a, b: a == b, precise, rule, _smallest)
    return next((t.report.amount for t in given if t.worth == sum_), None)


def _least_round(amount: str) -> tuple[int, str]:
    """The figure with most digits that are no trailing zeros first: 10,250 before 10,000."""
    found = figure(amount)
    digits = f"{found[0]:.2f}".replace(".", "").strip("0") if found else ""
    return -len(digits), amount


def _smallest(amount: str) -> tuple[float, str]:
    found = figure(amount)
    return (found[0] if found else 0.0), amount


def chosen_instrument(group: Sequence[Telling], rule: Rule = "most-supported") -> str | None:
    told = [(t.origin, t.report.instrument) for t in group if t.report.instrument]
    return choose(
        told, lambda a, b: related(a, b) and len(b) <= len(a), lambda i: (-len(i), i), rule, lambda i: (len(i), i)
    )


Act = tuple[str, str]  # act, PLOVER type
Sides = tuple[tuple[str, ...], tuple[str, ...]]  # actors, recipients


def chosen_act(group: Sequence[Telling], status: Status) -> Act:
    """Act and type together, from those who give the chosen status."""
    told = [(t.origin, (t.report.act, t.report.type)) for t in group if t.report.status == status]
    return most_supported(told, lambda a, b: a == b, lambda v: v) or ("", "")


def chosen_sides(group: Sequence[Telling]) -> Sides:
    """Who toward whom; a telling that says who hosts tells more than one that does not. Ties go to what most outlets print."""
    latest = latest_stage(group)
    told = [(t.origin, (t.report.actors, t.report.recipients)) for t in latest]
    outlets = Counter(sides for _, sides in {(t.outlet, (t.report.actors, t.report.recipients)) for t in latest})
    best = most_supported(told, lambda a, b: a == b or not b[1], lambda v: (not v[1], -outlets[v], v))
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
