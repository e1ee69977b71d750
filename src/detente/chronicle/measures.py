"""Steps become measures: who restricts whom with what, since when, in which state, in answer to what."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date

from detente.chronicle.answers import REPLY, answered
from detente.chronicle.series import by_series
from detente.chronicle.states import CUSTODY, EASED, IN_FORCE, LIFTED, effect_of
from detente.chronicle.steps import CLOSED, HELD, Printed, Step, standing_steps, steps
from detente.codebook import Codebook
from detente.model import Basis, Event, Measure, MeasureState, MeasureStep, Status, When

BACK = frozenset({"lift", "resume", "end"})  # what is given back was withheld, whenever it began
BRIEF = 7  # days up to which who is arrested is only under arrest: our reading
OPEN = "open"
SHUT = frozenset({"airspace", "border"})  # what is opened to another had been shut to him, whatever the word
GIVEN_UP = "withdraw"  # of a threat or a plan: alone, it says of no measure
FIRST_TOLD = "the day of the first page that announces it"


def fold_measures(events: Iterable[Event], book: Codebook, printed: Printed) -> tuple[Measure, ...]:
    """All measures that `events` tell, answers linked, sorted by start then id.

    printed: the day each document was published; documents without one may be left out.
    """
    found = []
    for series in by_series(steps(events, book, printed), book):
        found += [(_measure(e, book), e) for e in _episodes(series) if _is_measure(e, book)]
    return tuple(sorted(answered(found), key=_in_time))


def fold_standing(events: Iterable[Event], book: Codebook, printed: Printed) -> tuple[Measure, ...]:
    """What lasts between two states and restricts nobody: troops, membership, recognition; sorted as measures are."""
    series = by_series(standing_steps(events, book, printed), book)
    found = (_measure(e, book, "standing ") for one in series for e in _episodes(one))
    return tuple(sorted(found, key=_in_time))


def _episodes(series: Sequence[Step]) -> list[list[Step]]:
    """A measure that begins again after its end is another measure; one only told once more is not."""
    episodes: list[list[Step]] = [[]]
    for step in _after_beginning(_told_together(series)):
        done = any(s.closes and s.done for s in episodes[-1])
        if (done and step.begins) or _renewed(episodes[-1], step):
            episodes.append([])
        episodes[-1].append(step)
    return episodes


def _told_together(series: Sequence[Step]) -> Sequence[Step]:
    """The same steps; an end without a day comes right after the beginning that its own sentence tells with one."""
    moved = {s.event.id: o.event.id for s in series if s.closes and not s.when for o in series if _one_breath(o, s)}
    out = [s for s in series if s.event.id not in moved]
    for step in (s for s in series if s.event.id in moved):
        at = next(i for i, s in enumerate(out) if s.event.id == moved[step.event.id])
        out.insert(at + 1, step)
    return out


def _one_breath(opening: Step, end: Step) -> bool:
    where = [{(r.evidence.document, r.evidence.start) for r in s.event.reports} for s in (opening, end)]
    return opening.begins and opening.when is not None and not where[0].isdisjoint(where[1])


def _after_beginning(series: Sequence[Step]) -> Sequence[Step]:
    """The same steps; what changes a measure, on some day of a month in which it also begins, comes after it begins."""
    first = next((i for i, s in enumerate(series) if s.done and s.begins and not s.amends), None)
    begun = _first_day(series[first]) if first else None
    if not first or begun is None:
        return series
    late = [s for s in series[:first] if s.amends and s.when and (s.when.latest or begun) >= begun]
    return [*(s for s in series[:first] if s not in late), series[first], *late, *series[first + 1 :]]


def _renewed(episode: Sequence[Step], step: Step) -> bool:
    """Whether it imposes once more, long after the last time: another measure of the kind."""
    before = [day for s in episode if s.begins and s.done and (day := _first_day(s))]
    day = _first_day(step)
    return bool(before and day and step.begins and step.done and day - max(before) > REPLY)


def _first_day(step: Step) -> date | None:
    return step.when.earliest if step.when and step.when.days else None


def _is_measure(episode: Sequence[Step], book: Codebook) -> bool:
    """Whether somebody restricts: who only gives has lifted nothing, who only arrests holds nobody we know of, and who
    is free had been held for we know not what; whoever is to be freed is held."""
    instrument, begun = episode[0].instrument, [s for s in episode if not s.closes]
    if not begun:
        kind = book.instruments[instrument].kind
        done = any(s.done for s in episode)
        gives_back = kind == "passage" and done and _back(instrument, effect_of(episode[-1].event))
        gives_back |= kind == "tie" and all(s.event.type == "CONCEDE" for s in episode)  # a ban on it is lifted
        given_up = all(effect_of(s.event) == GIVEN_UP for s in episode)
        return not given_up and ((kind == "restriction" and not (instrument in CUSTODY and done)) or gives_back)
    arrests = all(s.instrument == "arrest" and s.event.status is not Status.ONGOING for s in begun)
    return not arrests or len(begun) < len(episode)


def _back(instrument: str, effect: str | None) -> bool:
    """Whether it gives back a passage that had been withheld."""
    return effect in BACK or (effect == OPEN and instrument in SHUT)


def _measure(episode: Sequence[Step], book: Codebook, sort: str = "") -> Measure:
    """One episode's measure. A step only planned changes no state, it announces. sort: what keeps its id apart."""
    done = [s for s in episode if s.done]
    untold = episode[0].begins and not any(s.begins for s in done)  # nobody tells that what was announced began
    opened = episode if untold or not done else done
    first = next((s for s in opened if s.begins and s.since and not s.never), None)
    closing = next((s for s in reversed(done) if s.closes), None)
    imposer, target = next((s.sides for s in episode if not s.closes), episode[0].sides)
    overtaken = _overtaken(episode)
    told = tuple(_told(s, imposer, book, gone) for s, gone in zip(episode, overtaken, strict=True))
    return Measure(
        id="m" + hashlib.sha256(f"{sort}{episode[0].instrument} {episode[0].event.id}".encode()).hexdigest()[:15],
        instrument=(instrument := _instrument(episode)),
        family=book.instruments[instrument].under,
        imposer=imposer,
        target=target,
        state=(state := _state(episode, overtaken)),
        events=tuple(s.event.id for s in episode),
        start=_begun(episode, first) if first else None,
        end=closing.when if closing and state in CLOSED else None,
        amount=next((s.amount for s in reversed(told) if s.amount and s.state not in CLOSED), None),
        steps=told,
        announced=_announced(episode),
        expiry=next((s.until for s in reversed(episode) if s.until and not s.closes), None),
    )


def _begun(episode: Sequence[Step], first: Step) -> When | None:
    """Since when it applies: what is decided today, and told to take effect later, from that later day."""
    day = first.since.earliest if first.since else None
    ahead = [w for s in episode if s.begins and not (s.done or s.never) and (w := s.effective) and w.earliest]
    later = [w for w in ahead if first.done and first.effective is None and day and w.earliest and day < w.earliest]
    return min(later, key=lambda w: (w.earliest or date.max, w.edtf), default=first.since)


def _overtaken(episode: Sequence[Step]) -> list[bool]:
    """Of each step, whether it counts for nothing: an end after which the measure is changed, or that is told again, on
    the word of no fewer sources; a change after an end that more sources tell."""
    found = []
    for i, step in enumerate(episode):
        done = [s for s in episode[i + 1 :] if s.done]
        before = [s for s in episode[:i] if s.done and s.closes]
        ended = step.closes and any((s.closes or s.amends) and _no_fewer(s, step) for s in done)
        changed = _changes(step) and bool(before) and not _no_fewer(step, before[-1])
        found.append(step.done and (ended or changed))
    return found


def _changes(step: Step) -> bool:
    return step.amends and not step.closes


def _no_fewer(step: Step, other: Step) -> bool:
    return step.event.independent_sources >= other.event.independent_sources


def _told(step: Step, imposer: tuple[str, ...], book: Codebook, overtaken: bool) -> MeasureStep:
    event = step.event
    return MeasureStep(
        event=event.id,
        state=step.state,
        done=step.done,
        when=step.when if step.closes else step.since,
        kind=step.kind,
        decided=step.when if step.done else None,
        effective=step.effective,
        until=step.until,
        amount=book.money.amount(event.amount, imposer) if event.amount else None,
        told=step.told,
        overtaken=overtaken,
    )


def _announced(episode: Sequence[Step]) -> When | None:
    """The day of the first decision to impose; of what is only planned, that of the first page that tells it."""
    opening = next((s for s in episode if s.begins), None)
    if opening is None:
        return None
    if opening.done:
        return opening.event.when if opening.effective else None
    told = opening.told
    return When(told, told, told.isoformat(), Basis.PUBLICATION, FIRST_TOLD) if told else None


def _instrument(episode: Sequence[Step]) -> str:
    """The narrowest name; who was only arrested, then let go, was under arrest, whatever his release is called, unless he
    was held for long, or still is."""
    names = {s.instrument for s in episode if s.instrument not in CUSTODY or not s.closes}
    still = not any(s.closes and s.done for s in episode)
    if names == {"arrest"} and (still or _for_long(episode)):
        return HELD
    return max(names or {s.instrument for s in episode}, key=lambda i: (len(i), i))


def _for_long(episode: Sequence[Step]) -> bool:
    """Whether more than `BRIEF` days lie between the last day of the arrest and the first of the release."""
    begun = [w.latest for s in episode if not s.closes and (w := s.when) and w.latest]
    ended = [d for s in episode if s.closes and (d := s.when.earliest if s.when else s.told)]
    return bool(begun and ended) and (min(ended) - max(begun)).days > BRIEF


def _state(episode: Sequence[Step], overtaken: Sequence[bool]) -> MeasureState:
    """After the last step done that no other overtakes. What is to be lifted later is not lifted yet: the lifting before was in part."""
    done = [s.state for s, gone in zip(episode, overtaken, strict=True) if s.done and not gone]
    if not done:
        never = all(s.never for s in episode)
        return MeasureState.LAPSED if never else IN_FORCE if all(s.closes for s in episode) else MeasureState.ANNOUNCED
    if done[-1] is LIFTED and _only_announced(episode):
        return MeasureState.LAPSED
    to_come = any(s.closes and not s.done and s.order > episode[i].order for i, s in _after_lifting(episode))
    return EASED if done[-1] is LIFTED and to_come else done[-1]


def _only_announced(episode: Sequence[Step]) -> bool:
    """Whether it was given up before the day from which it should have applied, or no page gives such a day."""
    opened = [s for s in episode if s.begins]
    closed = next((s.when for s in reversed(episode) if s.done and s.closes), None)
    if not opened or any(s.done for s in opened):
        return False
    days = [w.earliest for s in opened if (w := s.since) and w.earliest]
    return not days or closed is None or closed.earliest is None or closed.earliest < min(days)


def _after_lifting(episode: Sequence[Step]) -> list[tuple[int, Step]]:
    """Each step with the place of the last lifting done before it."""
    places = [i for i, s in enumerate(episode) if s.done and s.closes]
    return [(places[-1], s) for s in episode[places[-1] + 1 :]] if places else []


def _in_time(measure: Measure) -> tuple[bool, date, str]:
    when = measure.start
    return when is None, ((when.earliest or when.latest) if when else None) or date.min, measure.id
