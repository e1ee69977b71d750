"""Fields on which the tellings of one event differ: contradictions, and differences that are none, each with its kind.

Contradictions, between sources that cannot all be right: `value` (two days, places, amounts, counts of what was done), `extent` (since when
against from when to when), `modality` (it happened, against its denial), `existence` (it was held, against it never was),
`role` (who visits or deals with whom), `responsibility` (who did it to whom), `itself` (a page whose weekday is not its
date's). Compatible: `granularity` (October 2025 / 23 October 2025, Bamako / Mali), `update` (planned, then held or moved;
denied, then told as done), `correction` (an outlet's page replaced by its own later one), `effect` (the day of the decision
beside that of its effect), `rounding`, `currency` (not compared), `claim` (alleged by one, told as fact by another).
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from detente.chronicle import stages, tolls
from detente.chronicle.days import UNDER_WAY, end_of_start, gap
from detente.chronicle.fields import latest_stage
from detente.chronicle.folding import figure
from detente.chronicle.naming import same_spot
from detente.chronicle.tellings import AHEAD, Telling
from detente.model import Contradiction, Difference, Disagreement, Status, When

ROUNDED = 0.05  # two amounts this near are one figure, rounded by one of the two; our choice
MONTH = 31  # days
YEAR = 365  # days; a range no wider says roughly when, not from when to when
CLASHES = frozenset({"value", "extent", "modality", "existence", "role", "responsibility"})


@dataclass(frozen=True, slots=True)
class Around:
    """What a pair of tellings cannot say alone. effect: ids of those that date the effect of a measure, not its decision.

    overtaken: of those that say no before any page says yes. replaced: of those whose page its outlet corrected.
    """

    effect: frozenset[str]
    overtaken: frozenset[str]
    replaced: frozenset[str]


Kind = str
Value = Callable[[Telling], str | None]
Relation = Callable[[Telling, Telling, Around], Kind | None]
How = tuple[Value, Relation]  # what a telling says of a field, and how two of them differ on it
Sides = tuple[Disagreement, ...]


def differences(
    event: str, group: Sequence[Telling], replaced: Collection[str] = ()
) -> tuple[list[Contradiction], list[Difference]]:
    """All contradictions within one event's tellings, and all that only looks like one; one a field and kind.

    replaced: documents that their outlet has corrected since.
    """
    around = _around(group, replaced)
    known = {**FIELDS, **{name: _counted(name) for name in sorted({name for t in group for name in t.counts})}}
    found = [(f, kind, sides) for f, how in known.items() for kind, sides in _differing(f, how, group, around)]
    clashes = [Contradiction(event, field, kind, sides) for field, kind, sides in found if kind in CLASHES]
    rest = [Difference(event, field, kind, sides) for field, kind, sides in found if kind not in CLASHES]
    return [*clashes, *_with_itself(event, group)], rest


def _around(group: Sequence[Telling], replaced: Collection[str]) -> Around:
    held = [t for t in latest_stage(group) if t.report.status not in AHEAD]
    return Around(
        effect=_of_effect(held),
        overtaken=frozenset(t.id for t in held if stages.overtaken(t, held)),
        replaced=frozenset(t.id for t in group if t.pages <= set(replaced)),
    )


def _differing(field: str, how: How, group: Sequence[Telling], around: Around) -> Iterator[tuple[Kind, Sides]]:
    """Every kind of difference on one field, with the values that so differ; pages of one source are not compared."""
    value, relation = how
    claims: dict[tuple[object, ...], list[Telling]] = defaultdict(list)
    for t in group:
        if (said := value(t)) is not None:
            claims[said, t.origin, t.report.status, *(t.id in s for s in (around.effect, around.replaced))].append(t)
    found: dict[Kind, set[tuple[str, str]]] = defaultdict(set)
    for a, b in combinations(claims.values(), 2):
        if a[0].origin != b[0].origin and (kind := _kind(a[0], b[0], relation, around)):
            found[kind] |= {(value(t) or "", t.id) for t in (*a, *b)}
    if field == "status" and (disputed := set(stages.disputed(group, around.replaced))):
        found["modality"] |= disputed
    for kind in sorted(found):
        yield kind, _sided(found[kind])


def _sided(told: Collection[tuple[str, str]]) -> Sides:
    """The values, each with the ids that give it."""
    return tuple(Disagreement(v, tuple(sorted(i for x, i in told if x == v))) for v in sorted({v for v, _ in told}))


def _kind(a: Telling, b: Telling, relation: Relation, around: Around) -> Kind | None:
    """How the two differ; what its outlet corrected, or what was only planned when it was told, contradicts nothing."""
    kind = relation(a, b, around)
    if kind not in CLASHES:
        return kind
    if kind != "modality" and (stages.to_come(a, b) or stages.to_come(b, a)):
        return "update"
    return "correction" if {a.id, b.id} & around.replaced else kind


def _dates(a: Telling, b: Telling, around: Around) -> Kind | None:
    if not (a.when and b.when) or a.when.edtf == b.when.edtf:
        return None
    if _extents_apart(a, b):
        return "extent"
    if _runs_before(a, b) or _runs_before(b, a):
        return "value"
    if (a.id in around.effect) != (b.id in around.effect):
        decision, effect = (b, a) if a.id in around.effect else (a, b)
        if decision.when and effect.when and _decided(decision.when, effect.when):
            return "effect"
    return "granularity" if a.when.meets(b.when) else "value"


def _decided(decision: When, effect: When) -> bool:
    """Whether the one may be the day of a decision, the other that of its effect: not before it, nor long after."""
    begun = decision.earliest is None or effect.earliest is None or decision.earliest <= effect.earliest
    return begun and gap((decision.earliest, decision.latest), (effect.earliest, effect.latest)) <= UNDER_WAY


def _of_effect(held: Sequence[Telling]) -> frozenset[str]:
    """Of a measure, who tells its effect, beside who tells its decision: each has a day of its own."""
    starts = [w for t in held if t.kind == "measure" and (w := _since(t))]
    effect = frozenset(t.id for t in held if t.when and any(_in_effect(t.when, w) for w in starts))
    return effect if len(effect) < len(held) else frozenset()


def _since(telling: Telling) -> When | None:
    """From when it says that the measure runs."""
    when = telling.report.effective or telling.when
    runs = when is not None and (when.latest is None or telling.report.effective is not None)
    return when if when and runs and when.earliest else None


def _in_effect(when: When, since: When) -> bool:
    """Whether a date is that of the effect: it begins no earlier than its month, and holds its day."""
    start = since.earliest
    if start is None:
        return False
    first = when.earliest is not None and (start - when.earliest).days <= MONTH
    late = when.earliest is not None and when.earliest > (since.latest or end_of_start(since))
    return first and not late and (when.latest is None or start <= when.latest)


def _extents_apart(a: Telling, b: Telling) -> bool:
    """One says since when it runs, the other from when to when, years earlier: of what lasts, both cannot be."""
    return any(_before(x.when, y.when) for x, y in ((a, b), (b, a))) and "measure" in (a.kind, b.kind)


def _runs_before(running: Telling, decided: Telling) -> bool:
    """One says of a measure that it runs since a day, the other that it was decided on a later one: both cannot be."""
    since, day = running.when, decided.when
    if not (since and day and since.earliest and day.earliest) or running.kind != "measure":
        return False
    named = since.latest is None and since.edtf.split("/")[0].count("-") == 2
    decision = decided.precise and decided.report.status is Status.OCCURRED
    return named and decision and since.earliest < day.earliest


def _before(lasted: When | None, since: When | None) -> bool:
    if not (lasted and since and since.earliest and since.latest is None and lasted.earliest):
        return False
    wide = lasted.days is not None and lasted.days > YEAR and "/" in lasted.edtf
    return wide and (since.earliest - lasted.earliest).days > YEAR


def _places(a: Telling, b: Telling, around: Around) -> Kind | None:
    if not (a.spot and b.spot) or a.report.place == b.report.place:
        return None
    return "value" if same_spot(a.spot, b.spot) is False else "granularity"


def _amounts(a: Telling, b: Telling, around: Around) -> Kind | None:
    """Other figures in one currency, or of one thing counted."""
    one, other = figure(a.worth or ""), figure(b.worth or "")
    if one is None or other is None or one == other:
        return None
    if one[1] != other[1]:
        return "currency"
    return "value" if abs(one[0] - other[0]) > ROUNDED * max(one[0], other[0]) else "rounding"


def _counted(name: str) -> How:
    """How many one and the other give of one kind: killed, expelled, drones."""
    return lambda t: t.counts.get(name), lambda a, b, around: tolls.differ(name, a, b)


def _sides(a: Telling, b: Telling, around: Around) -> Kind | None:
    if not (a.report.recipients and b.report.recipients) or set(a.report.actors) == set(b.report.actors):
        return None
    return "responsibility" if a.hostile else "role"


def _toward(telling: Telling) -> str | None:
    r = telling.report
    return f"{', '.join(sorted(r.actors))} > {', '.join(sorted(r.recipients))}" if r.recipients else None


def _with_itself(event: str, group: Sequence[Telling]) -> Iterator[Contradiction]:
    """The days between which a page leaves the choice, for its weekday is not its date's: "[2025-10-11,2025-10-12]"."""
    values: dict[str, set[str]] = defaultdict(set)
    for t in group:
        if t.when and t.when.edtf.startswith("["):
            for day in t.when.edtf.strip("[]").split(","):
                values[day].add(t.id)
    if values:
        yield Contradiction(
            event, "date", "itself", tuple(Disagreement(day, tuple(sorted(values[day]))) for day in sorted(values))
        )


FIELDS: Mapping[str, How] = {
    "date": (lambda t: t.when.edtf if t.when else None, _dates),
    "place": (lambda t: t.report.place, _places),
    "amount": (lambda t: t.worth, _amounts),
    "status": (lambda t: t.report.status.value, lambda a, b, around: stages.differ(a, b, around.overtaken)),
    "actors": (_toward, _sides),
}
