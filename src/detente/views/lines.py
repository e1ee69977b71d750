"""What views are made of: frozen rows of plain words, the same for every format.

Every text is in the brief's language, save quotes, titles and names, which stay as the pages print them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Side:
    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Quote:
    """One sentence of one page. start, end: code points in the document's text.

    page: SHA-256 of the page's bytes. copy: whether this document reproduces another of the record.
    """

    text: str
    outlet: str
    title: str
    published: str
    uri: str
    document: str
    page: str
    language: str
    start: int
    end: int
    copy: bool
    attributed_to: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """One event. date: in words; edtf: the same for machines. basis: "" where the page states the date.

    headline: the whole act in pieces, names strong. short: the act alone ("suspension de l'aide", "accuse").
    status: "" where it took place. tone: "cooperation", "conflict" or "".
    judged: what analysts decided of it, in words, with their names and days.
    effective, term: from when and up to when what was decided applies.
    who, whom: names; whom is empty where all of `who` act together. quotes: the best first.
    """

    id: str
    date: str
    edtf: str | None
    basis: str
    headline: tuple[tuple[str, bool], ...]
    short: str
    act: str
    instrument: str
    type: str
    tone: str
    who: tuple[str, ...]
    whom: tuple[str, ...]
    status: str
    people: tuple[str, ...]
    place: str
    amount: str
    effective: str
    term: str
    answers: bool
    outlets: int
    independent: int
    outlet_names: tuple[str, ...]
    disputed: tuple[str, ...]
    unsure: bool
    possibly_same: tuple[str, ...]
    quotes: tuple[Quote, ...]
    judged: tuple[str, ...] = ()

    @property
    def year(self) -> str:
        """The year it is filed under: of its first known day."""
        parts = [p for p in (self.edtf or "").lstrip("[").split("/") if p not in ("", "..")]
        return parts[0][:4] if parts else ""


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of a measure. kind: its code; label: in words. date: from when it applies, edtf the same for machines.

    decided, effective, term: the day of the act, the first day and the last day it applies, "" where no page gives one.
    amount: as printed; value, currency: the same as a number in a currency (ISO 4217), None where it is no sum.
    quotes: the sentence that tells most first.
    """

    event: str
    kind: str
    label: str
    date: str
    edtf: str | None
    basis: str
    decided: str
    effective: str
    term: str
    amount: str
    value: float | None
    currency: str | None
    independent: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One measure. state: its code; state_label: in words. answers: what it answers, in words; answers_id: its id.

    name: the instrument, with what was done to it where that says more ("suspension of visas"); title: the same with its sides.
    effective, term: from when it applies and up to when, where a page gives that apart from the day of the act; decided:
    that day, where the measure applies from another.
    answers_how: whether a page says that it answers, or what that is taken from. doubts: why its state may be otherwise;
    ahead: of these, the change that is decided and takes effect later, "" where there is none.
    told: the sentence that says it began. last_told: the day of the last page that speaks of it.
    """

    id: str
    instrument: str
    name: str
    title: str
    imposer: tuple[str, ...]
    target: tuple[str, ...]
    state: str
    state_label: str
    since: str
    since_basis: str
    until: str
    announced: str
    decided: str
    effective: str
    term: str
    amount: str
    answers: str
    answers_id: str | None
    answers_how: str
    doubts: tuple[str, ...]
    ahead: str
    told: Quote | None
    last_told: str
    steps: tuple[Line, ...]
    history: tuple[StepLine, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """One of the values sources disagree on, and the sentences that give it."""

    value: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    field: str
    line: Line
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Speech:
    """A statement: whose side, who spoke, "direct" or "indirect" in words."""

    side: str
    speaker: str
    mode: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Source:
    """A page the brief rests on. number: by which its notes cite it, from 1; 0 outside a brief.

    notes: what to know of it: a copy of which, of the same source as which, doubts.
    """

    document: str
    page: str
    title: str
    outlet: str
    published: str
    uri: str
    language: str
    notes: tuple[str, ...]
    number: int = 0


@dataclass(frozen=True, slots=True)
class Unread:
    uri: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class TurnLine:
    """A week, its Monday in words and in ISO 8601, from which the curve runs on another level; what moved it."""

    date: str
    start: str
    before: float
    after: float
    lines: tuple[Line, ...]
