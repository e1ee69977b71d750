"""What holds across pages: events, measures, contradictions, and the curve of a relation."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from detente.model.agenda import Agenda, Irritant
from detente.model.judgements import Judged
from detente.model.pages import Document
from detente.model.reports import Report, Statement, Status
from detente.model.times import TimeMention, When


@dataclass(frozen=True, slots=True)
class Event:
    """The reports that tell the same act.

    when, status, place: the chosen values (`chosen_by` names the rule). outlets: how many printed it;
    independent_sources: how many of these are not copies of one another, at least 1.
    disputed: fields on which the reports disagree. possibly_same: ids of events it may be.
    review: whether no report of it is sure enough to count; a reader should look first.
    judged: ids of the judgements that bear on it, the earliest first.
    """

    id: str
    act: str
    type: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    status: Status
    reports: tuple[Report, ...]
    when: When | None = None
    place: str | None = None
    instrument: str | None = None
    amount: str | None = None
    people: tuple[str, ...] = ()
    outlets: int = 1
    independent_sources: int = 1
    disputed: tuple[str, ...] = ()
    possibly_same: tuple[str, ...] = ()
    chosen_by: str = "most-supported"
    review: bool = False
    judged: tuple[str, ...] = ()

    @property
    def parties(self) -> frozenset[str]:
        return frozenset(self.actors) | frozenset(self.recipients)

    @property
    def best(self) -> Report:
        """The report shown first: the surest, then the smallest id."""
        surest = max(r.confidence for r in self.reports)
        first, *others = [r for r in self.reports if r.confidence == surest]
        return min((first, *others), key=lambda r: r.id) if others else first


@dataclass(frozen=True, slots=True)
class Clue:
    """One thing that two events have in common or not. weight: above 0 it speaks for one event, below 0 against."""

    feature: str
    level: str
    weight: float


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two events (ids, in alphabetical order) that may be one, and what speaks for and against it."""

    a: str
    b: str
    clues: tuple[Clue, ...]

    @property
    def speaks_for(self) -> tuple[Clue, ...]:
        return tuple(c for c in self.clues if c.weight > 0)

    @property
    def speaks_against(self) -> tuple[Clue, ...]:
        return tuple(c for c in self.clues if c.weight < 0)


class MeasureState(StrEnum):
    ANNOUNCED = "announced"
    IN_FORCE = "in force"
    SUSPENDED = "suspended"
    EASED = "eased"
    LIFTED = "lifted"
    LAPSED = "lapsed"


class StepKind(StrEnum):
    """What a step does to its measure; DESIGN's *Measures*."""

    ANNOUNCED = "announced"
    IN_FORCE = "in force"
    AMENDED = "amended"
    EXTENDED = "extended"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    EASED = "eased"
    LIFTED = "lifted"
    LAPSED = "lapsed"
    NEVER = "never took effect"


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum as printed; value and currency (ISO 4217, or a bare "dollar" where nobody says whose) where it is one."""

    text: str
    value: float | None = None
    currency: str | None = None

    @property
    def plain(self) -> str:
        """ "15000 CAD"; as printed where it names no sum."""
        return self.text if self.value is None else f"{self.value:.15g} {self.currency}"


@dataclass(frozen=True, slots=True)
class MeasureStep:
    """What one event did to a measure. done: whether it happened, or is only announced. when: from when it applies.

    decided: the day of the act itself. effective, until: from and up to which day, only where a page says so.
    told: the day of the first page that tells it. overtaken: an end that later steps show was none.
    """

    event: str
    state: MeasureState
    done: bool
    when: When | None
    kind: StepKind = StepKind.IN_FORCE
    decided: When | None = None
    effective: When | None = None
    until: When | None = None
    amount: Amount | None = None
    told: date | None = None
    overtaken: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """A lasting act that restricts: who applies what to whom, since when, in which state.

    start, end: None when no page says. events: the steps, oldest first, and `steps` what each left.
    announced: the first day on which it was made known or decided. expiry: the day up to which it is to run, as last told.
    reciprocal_of: a measure's id; reciprocal_by: "said" by a page, or taken from a "mirror" measure or how "soon" it came, or
    told "beside" another answer.
    family: the wider instrument of the coding manual that its own is a kind of (fishing rights, of trade); else None.
    """

    id: str
    instrument: str
    imposer: tuple[str, ...]
    target: tuple[str, ...]
    state: MeasureState
    events: tuple[str, ...]
    start: When | None = None
    end: When | None = None
    amount: Amount | None = None
    reciprocal_of: str | None = None
    reciprocal_by: str | None = None
    steps: tuple[MeasureStep, ...] = ()
    announced: When | None = None
    expiry: When | None = None
    family: str | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One value of a disputed field, and the reports that give it."""

    value: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A field of an event on which independent sources cannot all be right."""

    event: str
    field: str
    kind: str
    values: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Values of a field that differ and can all be right. kind: why ("granularity", "update", "rounding"…)."""

    event: str
    field: str
    kind: str
    values: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """One outlet. country: of its seat, ISO 3166-1 alpha-3; kind: "agency"; None where the codebook does not know.

    pages: those that tell something; own: of these, pages that nobody printed before; carried: copies of another outlet's,
    and texts that drink from its source. alone: events that only its source tells. disputes: contradictions in which it
    takes a side; minority: of these, those in which fewer sources give its value than another.
    """

    outlet: str
    country: str | None
    kind: str | None
    pages: int
    own: int
    carried: int
    alone: int
    disputes: int
    minority: int


class ChangeKind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """Sentences that one version of a page has and the other has not.

    part: "title" or "text". before, after: as printed, "" where there is nothing; in the text, `old.text[a:b]` and
    `new.text[a:b]` for (a, b) = was, now.
    """

    kind: ChangeKind
    part: str
    before: str
    after: str
    was: tuple[int, int] = (0, 0)
    now: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Position:
    """How a side stands to a topic in one statement (its id). kind, topic: as `Topic`; stance: as `Stance`.

    when: of saying it, else of printing (basis publication). changed: it stood otherwise on an earlier day.
    """

    side: str
    kind: str
    topic: str
    stance: str
    statement: str
    when: When | None
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Quoted:
    """One page's wording of an utterance: "same" as the fullest, "cut", or "altered"."""

    statement: str
    document: str
    kind: str


@dataclass(frozen=True, slots=True)
class Wording:
    """One utterance of a side, as pages of different sources quote it."""

    side: str | None
    quoted: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Commitment:
    """An event told ahead: who, to whom, by when. state: open, overdue (a later page tells of them), kept or dropped.

    told, settled: ids of the reports that announce it, and of those that say what became of it.
    """

    event: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    due: When | None
    state: str
    told: tuple[str, ...]
    settled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """All that the pages say, consolidated; rows in a stable order.

    copies: (document id, id of the document it reproduces).
    origins: (document id, id of the first document that drinks from the same source), one a document.
    revisions: (document id, id of the document it replaces under the same address).
    doubts: one a pair of events that may be one. differences: what looks like a contradiction and is none.
    judgements: what became of each, by when it was made.
    standing: what lasts between two states and restricts nobody (troops, membership), as measures.
    profiles: one an outlet that tells something.
    unread: (uri, reason, detail), one a refused page.
    """

    documents: tuple[Document, ...]
    relevant: frozenset[str]
    dates: tuple[tuple[str, TimeMention], ...]
    reports: tuple[Report, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    measures: tuple[Measure, ...]
    contradictions: tuple[Contradiction, ...]
    copies: tuple[tuple[str, str], ...] = ()
    origins: tuple[tuple[str, str], ...] = ()
    revisions: tuple[tuple[str, str], ...] = ()
    unread: tuple[tuple[str, str, str], ...] = ()
    doubts: tuple[Doubt, ...] = ()
    differences: tuple[Difference, ...] = ()
    standing: tuple[Measure, ...] = ()
    judgements: tuple[Judged, ...] = ()
    profiles: tuple[Profile, ...] = ()
    positions: tuple[Position, ...] = ()
    wordings: tuple[Wording, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    irritants: tuple[Irritant, ...] = ()
    agenda: tuple[Agenda, ...] = ()
