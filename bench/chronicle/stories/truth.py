"""What a perfect chronicle would say of the stories: who contradicts whom, how many sources, what stood when."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from bench.chronicle.stories.press import Printed, Said
from bench.chronicle.stories.world import Act

from detente.model import Report, Status

STATES = {"impose": "in force", "close": "in force", "tighten": "in force", "suspend": "in force", "ease": "eased"}
NOT_STANDING = "none"
Series = tuple[str, str, str]  # who, against whom, with what


def components(reports: Iterable[Report], printed: Printed) -> dict[str, str]:
    """Source of each report id: one outlet is one source, and so is one origin."""
    parent: dict[str, str] = {}

    def head(x: str) -> str:
        while parent.setdefault(x, x) != x:
            x = parent[x]
        return x

    told = list(reports)
    for r in told:
        name = r.evidence.document
        parent[head(printed.origins.get(name, name))] = head("~" + printed.outlet[name])
    return {r.id: head("~" + printed.outlet[r.evidence.document]) for r in told}


def sources(reports: Sequence[Report], printed: Printed) -> int:
    return len(set(components(reports, printed).values()))


def contradictions(told: Mapping[int, Sequence[Report]], printed: Printed) -> set[tuple[int, str]]:
    """(act, field) on which two sources cannot both be right. What a page corrected later it no longer says."""
    replaced = {old for _, old in printed.revisions}
    found = set()
    for act, reports in told.items():
        standing = [r for r in reports if r.evidence.document not in replaced]
        source = components(reports, printed)
        for a, b in combinations(standing, 2):
            if source[a.id] != source[b.id]:
                found |= {(act, f) for f in _clashes(a, b, printed)}
    return found


def _clashes(a: Report, b: Report, printed: Printed) -> set[str]:
    said: Mapping[str, Said] = printed.said
    ahead = {Status.PLANNED, Status.CANCELLED}
    if ahead & {a.status, b.status}:
        return set()
    wrong = said[a.id].wrong | said[b.id].wrong
    found = set()
    if {a.status, b.status} >= {Status.DENIED} and a.status != b.status:
        found.add("status")
    if "date" in wrong and not said[a.id].since and not said[b.id].since and a.when and b.when:
        found |= set() if a.when.meets(b.when) else {"date"}
    if "place" in wrong and a.place and b.place and _elsewhere(printed.places[a.place], printed.places[b.place]):
        found.add("place")
    if "amount" in wrong and a.amount and b.amount and not _rounding(a.amount, b.amount):
        found.add("amount")
    if "roles" in wrong and a.recipients and b.recipients and a.actors != b.actors:
        found.add("roles")
    return found


def _elsewhere(a: tuple[str, int], b: tuple[str, int]) -> bool:
    """Whether neither of two places can hold the other."""
    return a[0] != b[0] or (a[1] != b[1] and bool(a[1] and b[1]))


def _rounding(a: str, b: str) -> bool:
    """Whether one figure is the other, rounded to two digits."""
    one, other = (int(x.split()[0]) for x in (a, b))
    return one == other or any(round(x, 2 - len(str(x))) == y for x, y in ((one, other), (other, one)))


def states(acts: Iterable[Act]) -> dict[Series, list[tuple[date, str]]]:
    """Of every measure its changes, oldest first: (from which day, in which state)."""
    found: dict[Series, list[tuple[date, str]]] = defaultdict(list)
    for act in acts:
        if act.effect and act.instrument and not act.called_off:
            state = STATES.get(act.effect, NOT_STANDING)
            found[act.actor, act.other, act.instrument].append((act.starts or act.day, state))
    return {key: sorted(steps) for key, steps in sorted(found.items())}


def on(steps: Sequence[tuple[date, str]], day: date) -> str:
    return next((state for since, state in reversed(steps) if since <= day), NOT_STANDING)
