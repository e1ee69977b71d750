"""Steps become measures: who restricts whom with what, since when, in which state, in answer to what."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from detente.chronicle.clues import related
from detente.chronicle.tellings import tone
from detente.codebook import Codebook
from detente.model import Basis, Event, Measure, MeasureState, Status, When

IN_FORCE, LIFTED = MeasureState.IN_FORCE, MeasureState.LIFTED
EASED, SUSPENDED, LAPSED = MeasureState.EASED, MeasureState.SUSPENDED, MeasureState.LAPSED

# kind of instrument -> effect -> the state after it. What is not here is no step of a measure:
# only restrictions, closed passages and suspended benefits or ties are measures (CODING, *Across pages*).
_RESTRICTION = {
    "impose": IN_FORCE,
    "tighten": IN_FORCE,
    "extend": IN_FORCE,
    "maintain": IN_FORCE,
    "resume": IN_FORCE,
    "suspend": SUSPENDED,
    "reduce": EASED,
    "ease": EASED,
    "lift": LIFTED,
    "end": LIFTED,
    "withdraw": LIFTED,
    "lapse": LAPSED,
}
_PASSAGE = {
    "impose": IN_FORCE,
    "tighten": IN_FORCE,
    "close": IN_FORCE,
    "suspend": IN_FORCE,
    "reduce": IN_FORCE,
    "end": IN_FORCE,
    "ease": EASED,
    "open": LIFTED,
    "resume": LIFTED,
    "grant": LIFTED,
    "lift": LIFTED,
}
_BENEFIT = {"suspend": SUSPENDED, "resume": LIFTED, "open": LIFTED, "lapse": LAPSED}
STATES: Mapping[str, Mapping[str, MeasureState]] = {
    "restriction": _RESTRICTION,
    "passage": _PASSAGE,
    "benefit": _BENEFIT,
    "tie": _BENEFIT,
}

AMENDS = frozenset({"tighten", "extend", "maintain", "ease", "reduce"})  # of what is already in force
CLOSED = frozenset({LIFTED, LAPSED})
# Over as soon as done: events, never in force.
MOMENTARY = frozenset({"summons", "expulsion", "arrest", "detention", "deportation", "court-case"})
DONE = frozenset({Status.OCCURRED, Status.ONGOING})
REPLY = timedelta(days=366)  # a mirror measure later than this is not taken for an answer; our choice


Printed = Mapping[str, date]
REPLIED = "an answer: not before what it answers, not after the first page that tells it"


@dataclass(frozen=True, slots=True)
class Step:
    """An event that changes a measure, with the state it leaves. told: the day of the first page that tells it."""

    event: Event
    state: MeasureState
    instrument: str
    told: date | None

    @property
    def closes(self) -> bool:
        return self.state in CLOSED

    @property
    def begins(self) -> bool:
        """Whether it starts the measure, or says since when it has run ("depuis 2022")."""
        since = self.event.when is not None and self.event.when.latest is None
        return not self.closes and (since or effect_of(self.event) not in AMENDS)

    @property
    def order(self) -> tuple[date, bool, date, str]:
        """A step that opens stands at its first possible day, one that closes at its last.

        An opening nobody dates stands before all others: the pages know it as past.
        """
        when, first = self.event.when, date.max if self.closes else date.min
        earliest, latest = (when.earliest, when.latest) if when else (None, None)
        day = (latest or earliest) if self.closes else (earliest or latest)
        return day or first, self.closes, latest or date.max, self.event.id

    @property
    def since(self) -> When | None:
        """From when it applies: the first day on which a page says it takes effect, else the day of the act."""
        told = [r.effective for r in self.event.reports if r.effective and r.effective.earliest]
        return min(told, key=lambda w: (w.earliest or date.max, w.edtf), default=self.event.when)

    @property
    def sides(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Imposer and target, each in alphabetical order."""
        return tuple(sorted(self.event.actors)), tuple(sorted(self.event.recipients))

    @property
    def answers(self) -> bool:
        return any(r.answers for r in self.event.reports)


def steps(events: Iterable[Event], book: Codebook, printed: Printed) -> tuple[Step, ...]:
    """The steps among `events`, planned ones included, oldest first."""
    found = [step for event in events if (step := _step(event, book, printed))]
    return tuple(sorted(found, key=lambda s: s.order))


def _step(event: Event, book: Codebook, printed: Printed) -> Step | None:
    instrument = book.instruments.get(event.instrument or "")
    lasting = instrument is not None and instrument.id not in MOMENTARY
    if not instrument or not lasting or not event.recipients or event.status not in {*DONE, Status.PLANNED}:
        return None
    state = STATES.get(instrument.kind, {}).get(effect_of(event) or "")
    days = (printed.get(r.evidence.document) for r in event.reports)
    told = min((d for d in days if d), default=None)
    return Step(event, _checked(state, event, book), instrument.id, told) if state else None


def _checked(state: MeasureState, event: Event, book: Codebook) -> MeasureState:
    """An act of cooperation undoes, whatever its effect is called: ambassadors sent back, prisoners let go."""
    return LIFTED if state is IN_FORCE and tone(event.type, book) > 0 else state


def effect_of(event: Event) -> str | None:
    """The effect most of its reports give; ties to the first in the alphabet."""
    told = Counter(r.effect for r in event.reports if r.effect)
    return min(told, key=lambda e: (-told[e], e), default=None)


def fold_measures(events: Iterable[Event], book: Codebook, printed: Printed) -> tuple[Measure, ...]:
    """All measures that `events` tell, answers linked, sorted by start then id.

    printed: the day each document was published; documents without one may be left out.
    """
    found = []
    for series in _series(steps(events, book, printed)):
        found += [(_measure(episode), episode) for episode in _episodes(series)]
    return tuple(sorted(_answered(found), key=_in_time))


def _series(ordered: Sequence[Step]) -> list[list[Step]]:
    """Steps by imposer, target and instrument; a broader term joins the one narrower series there is."""
    series: dict[tuple[tuple[str, ...], tuple[str, ...], str], list[Step]] = defaultdict(list)
    for step in ordered:
        series[(*step.sides, step.instrument)].append(step)
    for key in sorted(series, key=lambda k: (len(k[2]), k)):
        narrower = [
            k
            for k in series
            if k[:2] == key[:2] and k[2] != key[2] and len(k[2]) > len(key[2]) and related(key[2], k[2])
        ]
        if len(narrower) == 1:
            series[narrower[0]] = sorted(series[narrower[0]] + series.pop(key), key=lambda s: s.order)
    return [series[key] for key in sorted(series)]


def _episodes(series: Sequence[Step]) -> list[list[Step]]:
    """A measure that begins again after its end is another measure."""
    episodes: list[list[Step]] = [[]]
    for step in series:
        done = any(s.closes and s.event.status in DONE for s in episodes[-1])
        if done and not step.closes:
            episodes.append([])
        episodes[-1].append(step)
    return episodes


def _measure(episode: Sequence[Step]) -> Measure:
    """One episode's measure. A step only planned changes no state, it announces."""
    done = [s for s in episode if s.event.status in DONE]
    start = next((s.since for s in done or episode if s.begins and s.since), None)
    closing = next((s for s in reversed(done) if s.closes), None)
    imposer, target = episode[0].sides
    amounts = [s.event.amount for s in episode if s.event.amount and not s.closes]
    return Measure(
        id="m" + hashlib.sha256(f"{episode[0].instrument} {episode[0].event.id}".encode()).hexdigest()[:15],
        instrument=max((s.instrument for s in episode), key=lambda i: (len(i), i)),
        imposer=imposer,
        target=target,
        state=_state(episode),
        events=tuple(s.event.id for s in episode),
        start=start,
        end=closing.event.when if closing else None,
        amount=amounts[-1] if amounts else None,
    )


def _state(episode: Sequence[Step]) -> MeasureState:
    done = [s.state for s in episode if s.event.status in DONE]
    if done:
        return done[-1]
    return IN_FORCE if all(s.closes for s in episode) else MeasureState.ANNOUNCED


Told = tuple[Measure, Sequence[Step]]


def _answered(found: Sequence[Told]) -> list[Measure]:
    """Each measure with what it answers: the mirror measure, if words or time say so."""
    replies = {m.id: _mirror(m, episode, found) for m, episode in found}
    claims = {m.id: _claim(m, episode) for m, episode in found}
    for mine, other in sorted(replies.items()):
        if other and replies.get(other) == mine:  # both seem to answer: the one of which it is said more
            replies[min(mine, other, key=claims.__getitem__)] = None
    starts = {m.id: m.start for m, _ in found}
    return [
        replace(m, reciprocal_of=reply, start=m.start or _after(starts.get(reply or ""), episode))
        for m, episode in found
        for reply in (replies[m.id],)
    ]


def _claim(measure: Measure, episode: Sequence[Step]) -> tuple[float, date, str]:
    """How surely it answers: the share of its reports that say so, then how late it begins."""
    told = [r.answers for s in episode for r in s.event.reports]
    return sum(told) / len(told), _day(measure.start) if measure.start else date.max, measure.id


def _after(answered: When | None, episode: Sequence[Step]) -> When | None:
    """When an undated answer began: not before what it answers, not after the first page that tells it."""
    told = [d for s in episode if (d := s.told)]
    if answered is None or answered.earliest is None or not told or min(told) < answered.earliest:
        return None
    one_of = answered.edtf.startswith("[")  # a set has no first part that could open an interval
    start = answered.earliest.isoformat() if one_of else answered.edtf.split("/")[0]
    return When(answered.earliest, min(told), f"{start}/{min(told)}", Basis.INFERRED, REPLIED)


def _mirror(measure: Measure, episode: Sequence[Step], found: Sequence[Told]) -> str | None:
    said = any(s.answers for s in episode)
    mirrors = [
        m
        for m, _ in found
        if m.imposer == measure.target
        and m.target == measure.imposer
        and related(m.instrument, measure.instrument)
        and _may_answer(measure, m, said)
    ]
    return max(mirrors, key=lambda m: (_day(m.start), m.id), default=measure).id if mirrors else None


def _may_answer(measure: Measure, other: Measure, said: bool) -> bool:
    return follows(measure.start, other.start) or (said and not follows(other.start, measure.start))


def follows(later: When | None, earlier: When | None) -> bool:
    """Whether the first begins after the second for certain, and soon enough to answer it."""
    if not (later and earlier and later.earliest and earlier.latest):
        return False
    return earlier.latest < later.earliest <= earlier.latest + REPLY


def _day(when: When | None) -> date:
    return (when.earliest or when.latest or date.min) if when else date.min


def _in_time(measure: Measure) -> tuple[bool, date, str]:
    return measure.start is None, _day(measure.start), measure.id
