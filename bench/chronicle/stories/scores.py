"""A gathered record held against the truth of its stories; all figures 0..1."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from bench.chronicle.stories.simulation import Simulation
from bench.chronicle.stories.truth import NOT_STANDING, contradictions, on, sources, states

from detente.chronicle import ledger
from detente.model import Event, Measure, Record

Figures = dict[str, float]
OVER = {"lifted", "lapsed", "announced"}
FIELDS = {"date": "date", "place": "place", "amount": "amount", "status": "status", "actors": "roles"}


def score(found: Simulation, record: Record) -> Figures:
    act_of = {r: said.act for r, said in found.printed.said.items()}
    return {
        **_b_cubed(record, act_of),
        **_contradictions(found, record, act_of),
        **_origins(found, record, act_of),
        **_states(found, record),
    }


def _b_cubed(record: Record, act_of: Mapping[str, int]) -> Figures:
    size = Counter(act_of.values())
    precision = recall = 0.0
    for event in record.events:
        for act, n in Counter(act_of[r.id] for r in event.reports).items():
            precision += n * n / len(event.reports)
            recall += n * n / size[act]
    p, r = precision / len(act_of), recall / len(act_of)
    return {"b3.p": p, "b3.r": r, "b3": _f1(p, r)}


def _contradictions(found: Simulation, record: Record, act_of: Mapping[str, int]) -> Figures:
    want = contradictions(found.told, found.printed)
    acts = {e.id: Counter(act_of[r.id] for r in e.reports).most_common(1)[0][0] for e in record.events}
    got = {(acts[c.event], FIELDS[c.field]) for c in record.contradictions if c.field in FIELDS}
    hit = len(want & got)
    by_field = {
        f"clash.{field}": sum(f == field for _, f in want & got) / max(sum(f == field for _, f in want), 1)
        for field in ("date", "amount", "place", "status", "roles")
    }
    known = hit / len(got) if got and want else 1.0
    return {"clash.p": known, "clash.r": hit / max(len(want), 1), "alarms": len(got - want), **by_field}


def _origins(found: Simulation, record: Record, act_of: Mapping[str, int]) -> Figures:
    """Of the events that hold all reports of one act and no other, those whose sources are counted right."""
    whole = [e for e in record.events if _whole(e, found, act_of)]
    right = sum(e.independent_sources == sources(e.reports, found.printed) for e in whole)
    return {"whole": len(whole) / len(found.told), "origins": right / max(len(whole), 1)}


def _whole(event: Event, found: Simulation, act_of: Mapping[str, int]) -> bool:
    acts = {act_of[r.id] for r in event.reports}
    return len(acts) == 1 and len(event.reports) == len(found.told[min(acts)])


def _states(found: Simulation, record: Record) -> Figures:
    """Of the days from a measure's first step to the last page, those on which its state is right; and of those
    only on which it stands, in truth or in the record."""
    last = max(r.document.published for r in found.printed.readings if r.document.published)
    ours = defaultdict(list)
    for m in record.measures:
        ours[m.imposer, m.target, m.instrument].append(m)
    days = right = standing = kept = 0
    for (who, whom, what), steps in states(found.acts[k] for k in found.told).items():
        known = ours[(who,), (whom,), what]
        for n in range((last - steps[0][0]).days + 1):
            day = steps[0][0] + timedelta(n)
            want, got = on(steps, day), _state(known, day)
            days, right = days + 1, right + (want == got)
            if {want, got} != {NOT_STANDING}:
                standing, kept = standing + 1, kept + (want == got)
    return {"state": right / max(days, 1), "state.standing": kept / max(standing, 1)}


def _state(measures: Sequence[Measure], day: date) -> str:
    """The state of the one of these that stands on a day; the last to begin where several do."""
    found = [s for s in ledger.in_force(measures, day) if s.state.value not in OVER]
    last = max(found, key=lambda s: s.since.earliest if s.since and s.since.earliest else date.min, default=None)
    return last.state.value if last else NOT_STANDING


def _f1(p: float, r: float) -> float:
    return 2 * p * r / (p + r) if p + r else 0.0
