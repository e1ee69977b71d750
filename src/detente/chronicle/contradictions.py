"""Fields on which independent sources cannot all be right.

Never a difference of granularity (October 2025 / 23 October 2025), an update (planned, then held), or
two windows that share a day.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from detente.chronicle.fields import latest_stage
from detente.chronicle.folding import same_place, words
from detente.chronicle.tellings import AHEAD, Telling
from detente.model import Contradiction, Disagreement, Status

NUMBER = re.compile(r"\d+(?:\.\d+)?")
ROUNDED = 0.05  # two amounts this near are one figure, rounded by one of the two; our choice

Value = Callable[[Telling], str | None]
Clash = Callable[[Telling, Telling], bool]


def contradictions_of(event: str, group: Sequence[Telling]) -> list[Contradiction]:
    """All disagreements within one event's tellings, one a field; plans may change, so they cannot clash."""
    held = [t for t in latest_stage(group) if t.report.status not in AHEAD]
    found = (_disagreement(event, field, kind, held, value, clash) for field, kind, value, clash in FIELDS)
    return [c for c in found if c]


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


def _places_apart(a: Telling, b: Telling) -> bool:
    return not same_place(a.report.place or "", b.report.place or "")


def _amounts_apart(a: Telling, b: Telling) -> bool:
    """Other figures in one currency; figures in two currencies are not compared."""
    one, other = figure(a.report.amount or ""), figure(b.report.amount or "")
    if one is None or other is None or one[1] != other[1]:
        return False
    return abs(one[0] - other[0]) > ROUNDED * max(one[0], other[0])


def figure(amount: str) -> tuple[float, str] | None:
    """Number and unit of "10000 USD"; None where there is no number."""
    number = NUMBER.search(amount)
    return (float(number.group()), " ".join(words(NUMBER.sub("", amount)))) if number else None


SAID = frozenset({Status.OCCURRED, Status.ONGOING})
UNSAID = frozenset({Status.CANCELLED, Status.DENIED})


def _happened_or_not(a: Telling, b: Telling) -> bool:
    for said, unsaid in _both_ways(a, b):
        if said.report.status in SAID and unsaid.report.status in UNSAID:
            return not _overtaken(said, unsaid)
    return False


def _overtaken(said: Telling, unsaid: Telling) -> bool:
    """Whether the page that says no came first: what followed is an update."""
    return bool(said.published and unsaid.published and unsaid.published < said.published)


def _both_ways(a: Telling, b: Telling) -> Iterator[tuple[Telling, Telling]]:
    return iter(((a, b), (b, a)))


FIELDS: tuple[tuple[str, str, Value, Clash], ...] = (
    ("date", "value", lambda t: t.when.edtf if t.when else None, _days_apart),
    ("place", "value", lambda t: t.report.place, _places_apart),
    ("amount", "value", lambda t: t.report.amount, _amounts_apart),
    ("status", "modality", lambda t: t.report.status.value, _happened_or_not),
)
