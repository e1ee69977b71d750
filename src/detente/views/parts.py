"""What a brief is made of: its parts, in the order in which it is read."""

from dataclasses import dataclass
from datetime import date

from detente.views.lines import (
    Disagreement,
    Line,
    MeasureLine,
    Quote,
    Side,
    Source,
    Speech,
    StepLine,
    TurnLine,
    Unread,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asked for. since, until: the days to tell of, both inside; None: no bound on that side.

    known_on: only from pages printed by that day. rule: which value an event gets where its pages differ.
    versions: (what, which) of all that the answer depends on; read_with: codebooks the pages were coded with.
    """

    since: date | None = None
    until: date | None = None
    known_on: date | None = None
    rule: str = "most-supported"
    versions: tuple[tuple[str, str], ...] = ()
    read_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """One coded fact of the summary, in words; events: ids of those it rests on, the first one shown; quote: its sentence."""

    text: str
    events: tuple[str, ...]
    quote: Quote


@dataclass(frozen=True, slots=True)
class Heading:
    """Clauses of one kind under their words ("Measures in force"). kind: its code; more: how many were left out."""

    kind: str
    label: str
    clauses: tuple[Clause, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A step taken between the days asked for, and the measure it changed."""

    measure: MeasureLine
    step: StepLine


@dataclass(frozen=True, slots=True)
class Taken:
    """A stance once taken: in words and as its code, on which day, in whose words."""

    stance: str
    label: str
    date: str
    edtf: str | None
    speaker: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a side stands on a topic. kind, code: of the topic, as in the record; now: the last stance taken, undated ones aside.

    before: the others, the latest first. changed: whether it took another stance on another day.
    """

    side: str
    kind: str
    code: str
    topic: str
    now: Taken
    before: tuple[Taken, ...]
    changed: bool


@dataclass(frozen=True, slots=True)
class Promise:
    """What was announced or promised. state: open, overdue, kept or dropped; label: in words. due: the day, in words and EDTF.

    told: the sentence that announces it; settled: the one that says what became of it.
    """

    state: str
    label: str
    due: str
    edtf: str | None
    line: Line
    told: Quote
    settled: Quote | None


@dataclass(frozen=True, slots=True)
class Irritant:
    """One topic on which one acted or spoke against the other. state: open, eased, answered or closed; label: in words.

    said: who raised it, how often, from when to when. raised: the last time, or what opened the measure; answered,
    settled: the last event that answered it, or gave way.
    """

    topic: str
    code: str
    state: str
    label: str
    said: str
    raised: Line
    answered: Line | None
    settled: Line | None


@dataclass(frozen=True, slots=True)
class Matter:
    """One topic of a meeting. outcome: agreed, raised, new or silent; label: in words. event, quote: what was said or done on
    it there, or, where nothing was, what stood between the two.
    """

    topic: str
    outcome: str
    label: str
    event: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting against what stood between the two that day."""

    line: Line
    matters: tuple[Matter, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """One page's wording of an utterance. kind: same, cut or altered; label: in words."""

    kind: str
    label: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Wordings:
    """One utterance as several outlets quote it."""

    side: str
    speaker: str
    spoken: tuple[Spoken, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """pages, outlets: those that tell an event of this relation. independent: outlets with a page of their own.

    events, undated: of the chronology; review: those beside it; outside: those outside the days asked for.
    left_out: events of the relation that have no place on the curve.
    """

    pages: int
    outlets: int
    independent: int
    events: int
    undated: int
    unpublished: int
    left_out: int
    review: int = 0
    outside: int = 0


@dataclass(frozen=True, slots=True)
class OutletLine:
    """One outlet in this relation. pages: those that tell; own: of these, of no other's source; seat: its country, "" if unknown."""

    outlet: str
    seat: str
    pages: int
    own: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was read of the time told. weeks: from the first page to the last; unread: those without a page.

    gap: the longest run of unread weeks in words, "" where there is none. languages: (in words, pages).
    """

    weeks: int
    unread: int
    gap: str
    outlets: tuple[OutletLine, ...]
    languages: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Method:
    """By what the answer was made. types: (code, in words, weight -10..10); statuses: (in words, share of the weight).

    review: the confidence under which an event counts in nothing.
    """

    rule: str
    rule_label: str
    known_on: str
    versions: tuple[tuple[str, str], ...]
    read_with: tuple[str, ...]
    review: float
    types: tuple[tuple[str, str, float], ...]
    statuses: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """The dossier of two actors. chronology: newest last; undated: events no page dates; cited: events outside the days
    asked for, on which something above rests.

    review: what was read less surely; it counts in nothing above. on: the day on which the measures stand as said.
    span: the days asked for, in words, "" for all. changes: of measures on those days, None where no first day was asked for.
    lasting: troops, membership, recognition. irritants: what each holds against the other;
    meetings: what came up at each. band: low and high of each day of the curve. weeks: the Monday, the pages
    printed, their outlets, those that tell of the two. turns: where the curve took another level.
    """

    language: str
    a: Side
    b: Side
    period: str
    printed: str
    span: str
    on: str
    counts: Counts
    summary: tuple[Heading, ...]
    measures: tuple[MeasureLine, ...]
    changes: tuple[ChangeLine, ...] | None
    past_measures: tuple[MeasureLine, ...]
    lasting: tuple[MeasureLine, ...]
    ahead: tuple[Promise, ...]
    settled: tuple[Promise, ...]
    positions: tuple[Stand, ...]
    irritants: tuple[Irritant, ...]
    meetings: tuple[Meeting, ...]
    curve: tuple[tuple[str, float, tuple[str, ...]], ...]
    band: tuple[tuple[float, float], ...]
    weeks: tuple[tuple[str, int, int, int], ...]
    turns: tuple[TurnLine, ...]
    chronology: tuple[Line, ...]
    undated: tuple[Line, ...]
    cited: tuple[Line, ...]
    review: tuple[Line, ...]
    disagreements: tuple[Disagreement, ...]
    possibly_same: tuple[tuple[Line, Line], ...]
    wordings: tuple[Wordings, ...]
    statements: tuple[Speech, ...]
    coverage: Coverage
    unread: tuple[Unread, ...]
    sources: tuple[Source, ...]
    method: Method
    codebook: str

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each source, by the id of its document."""
        return {s.document: s.number for s in self.sources}
