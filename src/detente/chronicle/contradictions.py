"""Fields on which independent sources cannot all be right, each with the kind of disagreement.

kind: `value` (two days, places, amounts), `extent` (since when against from when to when), `modality` (it happened
against it did not), `itself` (a page whose weekday is not its date's). Never a difference of granularity
(October 2025 / 23 October 2025), an update (planned, then held; denied, then told as done), a figure rounded,
the day of a decision beside that of its effect, or two windows that share a day.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from detente.chronicle.fields import latest_stage
from detente.chronicle.folding import figure
from detente.chronicle.naming import same_spot
from detente.chronicle.tellings import AHEAD, Telling
from detente.model import Contradiction, Disagreement, Status, When

ROUNDED = 0.05  # two amounts this near are one figure, rounded by one of the two; our choice
MONTH = 31  # days
YEAR = 365  # days; a range no wider says roughly when, not from when to when

Parts = Callable[[Sequence[Telling]], list[Sequence[Telling]]]
Value = Callable[[Telling], str | None]
Clash = Callable[[Telling, Telling], bool]


def contradictions_of(event: str, group: Sequence[Telling]) -> list[Contradiction]:
    """All disagreements within one event's tellings, one a field and kind; plans may change, so they cannot clash."""
    held = [t for t in latest_stage(group) if t.report.status not in AHEAD]
    found = [
        _disagreement(event, field, kind, part, value, clash)
        for field, kind, value, clash in FIELDS
        for part in PARTS.get((field, kind), _whole)(held)
    ]
    return [*(c for c in found if c), *_with_itself(event, held)]


def _whole(held: Sequence[Telling]) -> list[Sequence[Telling]]:
    return [held]


def _not_overtaken(held: Sequence[Telling]) -> list[Sequence[Telling]]:
    return [[t for t in held if not _overtaken(t, held)]]


def _by_day_meant(held: Sequence[Telling]) -> list[Sequence[Telling]]:
    """Of a measure, who tells its decision and who tells its effect: each has a day of its own."""
    starts = [w for t in held if t.kind == "measure" and (w := _since(t))]
    effect = [t for t in held if t.when and any(_in_effect(t.when, w) for w in starts)]
    return [[t for t in held if t not in effect], effect] if len(effect) < len(held) else [held]


def _since(telling: Telling) -> date | None:
    """From which day it says that the measure runs."""
    when = telling.report.effective or telling.when
    runs = when is not None and (when.latest is None or telling.report.effective is not None)
    return when.earliest if when and runs else None


def _in_effect(when: When, start: date) -> bool:
    """Whether a date is that of the effect: it begins no earlier than its month, and holds its day."""
    first = when.earliest is not None and (start - when.earliest).days <= MONTH
    return first and (when.latest is None or start <= when.latest)


def _disagreement(
    event: str, field: str, kind: str, group: Iterable[Telling], value: Value, clash: Clash
) -> Contradiction | None:
    given = [t for t in group if value(t) is not None]
    against = [(a, b) for a, b in combinations(given, 2) if a.origin != b.origin and clash(a, b)]
    if not against:
        return None
    party = {t.id: t for pair in against for t in pair}
    values = sorted({str(value(t)) for t in party.values()})
    sides = (Disagreement(v, tuple(sorted(i for i, t in party.items() if str(value(t)) == v))) for v in values)
    return Contradiction(event, field, kind, tuple(sides))


def _days_apart(a: Telling, b: Telling) -> bool:
    return bool(a.when and b.when and not a.when.meets(b.when))


def _extents_apart(a: Telling, b: Telling) -> bool:
    """One says since when it runs, the other from when to when, years earlier: of what lasts, both cannot be."""
    return any(_before(x.when, y.when) for x, y in ((a, b), (b, a))) and "measure" in (a.kind, b.kind)


def _before(lasted: When | None, since: When | None) -> bool:
    if not (lasted and since and since.earliest and since.latest is None and lasted.earliest):
        return False
    wide = lasted.days is not None and lasted.days > YEAR and "/" in lasted.edtf
    return wide and (since.earliest - lasted.earliest).days > YEAR


def _places_apart(a: Telling, b: Telling) -> bool:
    return bool(a.spot and b.spot) and same_spot(a.spot, b.spot) is False


def _amounts_apart(a: Telling, b: Telling) -> bool:
    """Other figures in one currency; figures in two currencies are not compared."""
    one, other = figure(a.report.amount or ""), figure(b.report.amount or "")
    if one is None or other is None or one[1] != other[1]:
        return False
    return abs(one[0] - other[0]) > ROUNDED * max(one[0], other[0])


SAID = frozenset({Status.OCCURRED, Status.ONGOING})
UNSAID = frozenset({Status.CANCELLED, Status.DENIED})


def _happened_or_not(a: Telling, b: Telling) -> bool:
    return any(x.report.status in SAID and y.report.status in UNSAID for x, y in ((a, b), (b, a)))


def _overtaken(telling: Telling, group: Iterable[Telling]) -> bool:
    """Whether it says no before any page says yes, and one printed later does: an update. Who says no to what was
    told before disputes it, however often it is told again."""
    if telling.report.status not in UNSAID or telling.published is None:
        return False
    said = [t.published for t in group if t.report.status in SAID and t.published]
    return bool(said) and all(day > telling.published for day in said)


def _with_itself(event: str, group: Iterable[Telling]) -> Iterator[Contradiction]:
    """The days between which a page leaves the choice, for its weekday is not its date's: "[2025-10-11,2025-10-12]"."""
    torn = {t.when.edtf: t for t in group if t.when and t.when.edtf.startswith("[")}
    values: dict[str, set[str]] = {}
    for edtf in torn:
        for day in edtf.strip("[]").split(","):
            values.setdefault(day, set()).update(t.id for t in group if t.when and t.when.edtf == edtf)
    if values:
        sides = (Disagreement(day, tuple(sorted(values[day]))) for day in sorted(values))
        yield Contradiction(event, "date", "itself", tuple(sides))


FIELDS: tuple[tuple[str, str, Value, Clash], ...] = (
    ("date", "value", lambda t: t.when.edtf if t.when else None, _days_apart),
    ("date", "extent", lambda t: t.when.edtf if t.when else None, _extents_apart),
    ("place", "value", lambda t: t.report.place, _places_apart),
    ("amount", "value", lambda t: t.report.amount, _amounts_apart),
    ("status", "modality", lambda t: t.report.status.value, _happened_or_not),
)
# Which tellings of an event are compared; all of them where nothing is said.
PARTS: Mapping[tuple[str, str], Parts] = {("date", "value"): _by_day_meant, ("status", "modality"): _not_overtaken}
