"""Measures as rows: since when, in which state, on whose word, what it answers, with how much doubt."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from detente.model import Account, Amount, Event, Measure, MeasureState, MeasureStep, Standing, StepKind, When, Why
from detente.views.dates import human
from detente.views.lines import MeasureLine, StepLine

if TYPE_CHECKING:
    from detente.views.rows import Desk

OVER = (MeasureState.LIFTED, MeasureState.LAPSED)
ISO = re.compile("[A-Z]{3}")  # a currency of ISO 4217


def measure_line(desk: "Desk", measure: Measure, on: Standing | None = None) -> MeasureLine:
    """One measure; on: how it stands on the day asked for, without which its state is that after the last page."""
    say, state = desk.say, on.state if on else measure.state
    told = [r for i in measure.events for r in desk.events[i].reports]
    history = tuple(step_line(desk, s) for s in measure.steps)
    opening = next((h for h, s in zip(history, measure.steps, strict=True) if s.state not in OVER), None)
    mirror = _named(desk, measure.reciprocal_of)
    effective = measure.start in [r.effective for r in told if r.effective]
    decided = next((s.decided for s in measure.steps if s.decided), None)
    return MeasureLine(
        id=measure.id,
        instrument=desk.instrument(measure.instrument),
        name=name_of(desk, measure),
        title=title_of(desk, measure),
        imposer=desk.sides(measure.imposer),
        target=desk.sides(measure.target),
        state=state,
        state_label=say("steps.never took effect") if _never(measure) else say(f"states.{state}"),
        since=desk.since(measure.start),
        since_basis=desk.basis(measure.start),
        until=_day(desk, measure.end) if state in OVER else "",
        announced=_day(desk, measure.announced),
        decided=_day(desk, decided) if effective and decided != measure.start else "",
        effective=desk.since(measure.start) if effective else "",
        term=_day(desk, measure.expiry),
        amount=sum_of(desk, measure.amount),
        answers=mirror,
        answers_id=measure.reciprocal_of if mirror else None,
        answers_how=say(f"answered.{measure.reciprocal_by}") if mirror and measure.reciprocal_by else "",
        doubts=tuple(_doubt(desk, on, why) for why in on.doubts) if on else (),
        ahead=_doubt(desk, on, Why.AHEAD) if on and Why.AHEAD in on.doubts else "",
        told=(opening or history[0]).quotes[0] if history else None,
        last_told=human(on.last_told.isoformat(), say) if on and on.last_told else "",
        steps=tuple(desk.line(desk.events[i]) for i in measure.events),
        history=history,
    )


def standings(account: Account | None) -> Mapping[str, Standing]:
    """How each measure of an account stands, by its id."""
    rows = (*account.standing, *account.over, *account.lasting) if account else ()
    return {s.measure.id: s for s in rows}


def ended(line: MeasureLine) -> bool:
    return line.state in OVER


def _never(measure: Measure) -> bool:
    return bool(measure.steps) and all(s.kind is StepKind.NEVER for s in measure.steps)


def name_of(desk: "Desk", measure: Measure) -> str:
    """An aid in force would be one that is given: what was withheld, closed, cut or left is named by what was done to it."""
    label, known = desk.instrument(measure.instrument), desk.book.instruments.get(measure.instrument)
    if known is None or known.kind == "restriction" or measure in desk.record.standing:
        return label
    opening = next((desk.events[s.event] for s in measure.steps if s.state not in OVER), None)
    done = desk.say.words.get(f"effects.{_done(desk, opening, known.kind)}") if opening else None
    return desk.grammar.noun(done, measure.instrument, label) if done else label


def title_of(desk: "Desk", measure: Measure) -> str:
    """A measure in one line, to be read aloud: "suspension of aid by Canada to Senegal"."""
    return desk.owned(name_of(desk, measure), measure.instrument, measure.imposer, measure.target)


def _done(desk: "Desk", opening: Event, kind: str) -> str | None:
    """Its effect in words that fit: relations are not imposed but ended, visas that an act restricts are restricted."""
    effect = _effect(desk, opening)
    if effect != "impose" or kind not in ("tie", "benefit", "passage"):
        return effect
    return effect if opening.act == effect else "restrict" if kind == "passage" else "end"


def _effect(desk: "Desk", event: Event) -> str | None:
    """What the event did: as its act says, else as its sentences do."""
    act = desk.book.acts.get(event.act)
    return (act.effect if act else None) or next((r.effect for r in event.reports if r.effect), None)


def step_line(desk: "Desk", step: MeasureStep) -> StepLine:
    """One step, with the sentences that tell it."""
    event = desk.events[step.event]
    first = sorted(event.reports, key=lambda r: desk.weakness(event, r))
    kind = desk.say(f"steps.{step.kind}")
    ahead = step.kind is StepKind.ANNOUNCED and step.state in OVER
    return StepLine(
        event=event.id,
        kind=step.kind,
        label=f"{kind} ({desk.say(f'states.{step.state}')})" if ahead else kind,
        date=human(step.when.edtf if step.when else None, desk.say),
        edtf=step.when.edtf if step.when else None,
        basis=desk.basis(step.when),
        decided=_day(desk, step.decided),
        effective=_day(desk, step.effective),
        term=_day(desk, step.until),
        amount=sum_of(desk, step.amount),
        value=step.amount.value if step.amount else None,
        currency=step.amount.currency if step.amount else None,
        independent=event.independent_sources,
        quotes=tuple(desk.quote(r.evidence, r) for r in first),
    )


def sum_of(desk: "Desk", amount: Amount | None) -> str:
    """A sum in the reader's language; as printed where the page does not say in whose money."""
    if amount is None or amount.value is None or not ISO.fullmatch(amount.currency or ""):
        return amount.text if amount else ""
    return desk.say.money(amount.value, amount.currency or "")


def _doubt(desk: "Desk", on: Standing, why: Why) -> str:
    measure, ahead = on.measure, on.ahead
    return desk.say(
        f"why.{why}",
        measure=_named(desk, _counterpart(desk, measure)),
        step=desk.say(f"steps.{ahead.kind}") if ahead else "",
        date=_day(desk, (ahead.effective or ahead.when) if ahead and why is Why.AHEAD else measure.expiry),
        fields=", ".join(desk.field(f) for f in _disputed(desk.events[s.event] for s in measure.steps)),
    )


def _disputed(events: Iterable[Event]) -> list[str]:
    return sorted({f for e in events for f in e.disputed})


def _counterpart(desk: "Desk", measure: Measure) -> str | None:
    back = (m.id for m in desk.record.measures if m.reciprocal_of == measure.id)
    return measure.reciprocal_of or next(back, None)


def _named(desk: "Desk", id: str | None) -> str:
    """A measure in one line; "" where there is none."""
    found = next((m for m in desk.record.measures if m.id == id), None)
    return title_of(desk, found) if found else ""


def _day(desk: "Desk", when: When | None) -> str:
    return human(when.edtf.removesuffix("/.."), desk.say) if when else ""
