"""Events that change a measure, each with the state it leaves."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from detente.chronicle.states import (
    EASED,
    IN_FORCE,
    LAPSED,
    LIFTED,
    STANDING,
    SUSPENDED,
    effect_of,
    state_after,
)
from detente.chronicle.tellings import LEAVES
from detente.codebook import Codebook
from detente.model import Basis, Event, MeasureState, Status, StepKind, When

AMENDS = frozenset({"tighten", "extend", "maintain", "hold", "ease", "reduce", LEAVES})  # of what is already in force
ASKS = "REQUEST"  # the type of what one side asks of the other, whose measure it is
AMENDING = {"tighten": StepKind.AMENDED, "reduce": StepKind.AMENDED, "extend": StepKind.EXTENDED}
CLOSED = frozenset({LIFTED, LAPSED})
LESS = CLOSED | {EASED, SUSPENDED}
# Over as soon as done: events, never in force. An arrest is one until somebody is held or let go.
MOMENTARY = frozenset({"summons", "deportation", "court-case", "pardon", "mediation"})
SEIZES = "seize"  # the act of those who stop a boat: its crew is under arrest, if it is let go later
HELD = "detention"
PARDON = "pardon"  # an instrument: it frees whom the record knows to be held
DONE = frozenset({Status.OCCURRED, Status.ONGOING})
TOLD = frozenset({*DONE, Status.PLANNED, Status.CANCELLED})

YEAR = 365  # days
SLIP = timedelta(days=31)  # a page that tells as done what lies further ahead is wrong on its day
DISAGREE = "pages disagree on since when"
Printed = Mapping[str, date]


@dataclass(frozen=True, slots=True)
class Step:
    """An event that changes a measure, with the state it leaves. told: the day of the first page that tells it;
    seen: of the last page that tells it as done. if_known: it counts only where the record tells the other end too: a
    pardon frees who is known to be held, a crew was held if it is let go."""

    event: Event
    state: MeasureState
    instrument: str
    told: date | None
    seen: date | None = None
    if_known: bool = False

    @property
    def when(self) -> When | None:
        """Its day; None where no page could have told it as done by then: the day must be wrong."""
        when = self.event.when
        early = when and when.earliest and self.seen and self.done and self.seen < when.earliest - SLIP
        return None if early else when

    @property
    def done(self) -> bool:
        return self.event.status in DONE or self.left

    @property
    def left(self) -> bool:
        """Whether it only leaves the measure in force: who promises to lift it has not yet."""
        return effect_of(self.event) == LEAVES

    @property
    def never(self) -> bool:
        """Whether it was announced, then called off."""
        return self.event.status is Status.CANCELLED

    @property
    def closes(self) -> bool:
        return self.state in CLOSED

    @property
    def amends(self) -> bool:
        return self.state is EASED or effect_of(self.event) in AMENDS

    @property
    def kind(self) -> StepKind:
        if not self.done:
            return StepKind.NEVER if self.never else StepKind.ANNOUNCED
        effect = effect_of(self.event)
        if effect == "resume" and not (self.closes and self.event.type == "CONCEDE"):
            return StepKind.RESUMED
        return AMENDING.get(effect or "", StepKind(self.state)) if self.state is IN_FORCE else StepKind(self.state)

    @property
    def begins(self) -> bool:
        """Whether it starts the measure, or says since when it has run ("depuis 2022")."""
        since = self.event.when is not None and self.event.when.latest is None
        return not (self.closes or self.left) and (since or effect_of(self.event) not in AMENDS)

    @property
    def order(self) -> tuple[date, bool, date, str]:
        """A step that opens or changes stands at its first possible day, one that closes at its last.

        An opening nobody dates stands before all others: the pages know it as past. An undated end or easing that a page
        tells as done stands at the page's day. One only announced stands where it was announced: what gives it up comes
        after it.
        """
        less = self.closes or self.state is EASED
        wrong = self.when is None and self.event.when is not None
        when, first = self.when, self.told or date.max if less or wrong else date.min
        earliest, latest = (when.earliest, when.latest) if when else (None, None)
        day = (latest or earliest) if self.closes else (earliest or latest)
        if self.told and day and not (self.done or self.closes):
            day = min(day, self.told)
        return day or first, self.closes, latest or date.max, self.event.id

    @property
    def since(self) -> When | None:
        """From when it applies: the first day on which a page says it takes effect, or since which it is said to run;
        else the day of the act."""
        if between := _between([w for r in self.event.reports if (w := r.when)]):
            return between
        runs = [w for r in self.event.reports if (w := r.when) and w.earliest and w.latest is None]
        return self.effective or beginning(min(runs, key=_first, default=self.when))

    @property
    def effective(self) -> When | None:
        """The first day on which a page says it takes effect."""
        return min((w for r in self.event.reports if (w := r.effective) and w.earliest), key=_first, default=None)

    @property
    def until(self) -> When | None:
        """The last day up to which a page says it is to run."""
        return max((w for r in self.event.reports if (w := r.until)), key=_last, default=None)

    @property
    def sides(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Imposer and target, each in alphabetical order; two that broke with each other are both."""
        actors, recipients = tuple(sorted(self.event.actors)), tuple(sorted(self.event.recipients))
        if recipients and self.event.type == ASKS:
            return recipients, actors  # who is asked to lift it imposes it
        return actors, recipients or actors

    @property
    def mutual(self) -> bool:
        return not self.event.recipients

    @property
    def answers(self) -> bool:
        return any(r.answers for r in self.event.reports)


def _between(told: Sequence[When]) -> When | None:
    """From the first to the last start, where one page says since when and another names years that begin earlier."""
    since = [w for w in told if w.earliest and w.latest is None]
    ranges = [w for w in told if w.days and w.days > YEAR and "/" in w.edtf]
    first, last = min(ranges, key=_first, default=None), min(since, key=_first, default=None)
    if not (first and last and first.earliest and last.earliest) or (last.earliest - first.earliest).days <= YEAR:
        return None
    starts = (w.edtf.split("/")[0] for w in (first, last))
    return When(first.earliest, last.earliest, "/".join(starts), Basis.INFERRED, DISAGREE)


def _first(when: When) -> tuple[date, str]:
    return when.earliest or date.min, when.edtf


def _last(when: When) -> tuple[date, str]:
    return when.latest or date.max, when.edtf


def beginning(when: When | None) -> When | None:
    """When something began that has run since then: "since March 2022" began in March 2022."""
    if when is None or when.earliest is None or when.latest is not None:
        return when
    start = when.edtf.split("/")[0]
    return When(when.earliest, _last_day(when.earliest, start.rstrip("~?%").count("-")), start, when.basis, when.reason)


def _last_day(first: date, dashes: int) -> date:
    """Of the year, month or day that EDTF writes with 0, 1 or 2 dashes."""
    if dashes > 1:
        return first
    month = first.year * 12 + (first.month if dashes else 12)
    return date(month // 12, month % 12 + 1, 1) - timedelta(days=1)


def steps(events: Iterable[Event], book: Codebook, printed: Printed) -> tuple[Step, ...]:
    """The steps among `events`, planned and cancelled ones included, oldest first."""
    found = [step for event in events if (step := _step(event, book, printed))]
    return tuple(sorted(found, key=lambda s: s.order))


def standing_steps(events: Iterable[Event], book: Codebook, printed: Printed) -> tuple[Step, ...]:
    """The steps of what stands between two by itself (`stands` in the instrument's file), oldest first."""
    found = []
    for event in events:
        instrument = book.instruments.get(event.instrument or "")
        if instrument and instrument.stands and event.status in TOLD and (event.recipients or len(event.actors) > 1):
            state = STANDING.get(effect_of(event) or "")
            found += [Step(event, state, instrument.id, _told(event, printed), _seen(event, printed))] if state else []
    return tuple(sorted(found, key=lambda s: s.order))


def _step(event: Event, book: Codebook, printed: Printed) -> Step | None:
    if (state := _of_custody(event)) and event.recipients and event.status in DONE:
        return Step(
            event,
            state,
            "arrest" if state is IN_FORCE else HELD,
            _told(event, printed),
            _seen(event, printed),
            if_known=True,
        )
    instrument = book.instruments.get(event.instrument or "")
    told = event.status in TOLD or (event.status is Status.PROPOSED and effect_of(event) == LEAVES)
    if not instrument or instrument.id in MOMENTARY or not told:
        return None
    if not event.recipients and len(event.actors) < 2:
        return None
    state = state_after(event, instrument.kind, book)
    if state is None or (state in CLOSED and event.status is Status.CANCELLED):
        return None  # a lifting called off changes nothing
    if not event.recipients and instrument.kind != "tie" and state not in LESS:
        return None  # two may cut a tie together; what else they do against each other is told of each
    return Step(event, state, instrument.id, _told(event, printed), _seen(event, printed))


def _of_custody(event: Event) -> MeasureState | None:
    """What a seizure begins, or a pardon ends, though neither is a measure by itself."""
    if event.type == "COERCE" and event.instrument is None and any(r.act == SEIZES for r in event.reports):
        return IN_FORCE
    return LIFTED if event.type == "CONCEDE" and event.instrument == PARDON else None


def _told(event: Event, printed: Printed) -> date | None:
    """The day of the first page that tells it."""
    return min((d for r in event.reports if (d := printed.get(r.evidence.document))), default=None)


def _seen(event: Event, printed: Printed) -> date | None:
    """The day of the last page that tells it as done."""
    return max((d for r in event.reports if r.status in DONE and (d := printed.get(r.evidence.document))), default=None)
