"""What one sentence tells: reports, statements, offices; and all of it for one page."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from detente.model.pages import Document, Evidence, Page, Refusal
from detente.model.times import TimeMention, When

ASSIST = ":assist:"  # in a rule, before the name of the model that proposed what the rules did not see


class Status(StrEnum):
    """How far an act got. Source: `codebook/plover.yml`, CODING's *Status*."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PROPOSED = "proposed"
    CANCELLED = "cancelled"
    DENIED = "denied"
    ALLEGED = "alleged"


@dataclass(frozen=True, slots=True)
class Report:
    """One sentence's telling of one event, coded.

    type, mode, contexts: PLOVER. actors, recipients: ISO 3166-1 alpha-3, bloc codes, `WESTERN`.
    confidence: 0..1, that a careful reader would agree. rule: what fired.
    effect: what it does to a measure ("impose", "lift", "suspend"…), or None.
    answers: whether the sentence says it answers something ("en riposte").
    when: of the act itself. effective, until: from and up to which day what it decides applies ("à compter du 10 mars",
    "jusqu'au 30 juin"), where the page says so; never mixed with `when`.
    denial: where the same page says that one of its actors denies what is told here; None where nobody does, or where
    the telling itself is the denial ("denied having shelled").
    """

    act: str
    type: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    evidence: Evidence
    confidence: float
    rule: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    when: When | None = None
    place: str | None = None
    status: Status = Status.OCCURRED
    instrument: str | None = None
    amount: str | None = None
    attributed_to: str | None = None
    effect: str | None = None
    answers: bool = False
    effective: When | None = None
    until: When | None = None
    denial: Evidence | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence {self.confidence} is not within 0..1")
        if not self.actors:
            raise ValueError("a report without an actor")

    @property
    def id(self) -> str:
        """Stable over runs: a hash of where it stands and what it says."""
        parts = (
            self.evidence.document,
            str(self.evidence.start),
            str(self.evidence.end),
            self.act,
            self.type,
            *self.actors,
            ">",
            *self.recipients,
            self.instrument or "",
        )
        return "r" + hashlib.sha256("\0".join(parts).encode()).hexdigest()[:15]

    @property
    def parties(self) -> frozenset[str]:
        return frozenset(self.actors) | frozenset(self.recipients)

    @property
    def assist(self) -> str | None:
        """The language model that proposed it; None for what the rules told."""
        return self.rule.partition(ASSIST)[2] or None


class SpeechMode(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    UNSAID = "unsaid"


class Stance(StrEnum):
    """How a statement stands to its topic."""

    FOR = "for"
    AGAINST = "against"
    NEUTRAL = "neutral"
    CONDITIONAL = "conditional"


@dataclass(frozen=True, slots=True)
class Topic:
    """What a statement is about. kind: instrument, act or actor; code: the codebook's; start..end: the words that name it."""

    kind: str
    code: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """Reported or quoted speech, one per speaker and sentence; mode unsaid: what the page says was not said.

    speaker: as named; side: its actor code; None if unknown. verb: as the codebook writes it, strength: the codebook's
    (say, claim, deny, demand, praise, blame, warn, promise). content: from where to where in the text it was said.
    stance: toward the topic, None where the words do not settle it. addressee: the actor it is said to; venue: the words
    for where it was said; when: of saying it. All None where the page does not say.
    assist: the language model that proposed it, None for what the rules read.
    """

    evidence: Evidence
    mode: SpeechMode
    speaker: str | None = None
    side: str | None = None
    verb: str | None = None
    strength: str | None = None
    content: tuple[int, int] | None = None
    topic: Topic | None = None
    stance: Stance | None = None
    addressee: str | None = None
    venue: str | None = None
    when: When | None = None
    assist: str | None = None

    @property
    def id(self) -> str:
        parts = (self.evidence.document, str(self.evidence.start), str(self.evidence.end), self.speaker or "")
        if self.mode is SpeechMode.UNSAID:
            return "s" + hashlib.sha256("\0".join((*parts, self.mode)).encode()).hexdigest()[:15]
        return "s" + hashlib.sha256("\0".join(parts).encode()).hexdigest()[:15]


@dataclass(frozen=True, slots=True)
class Office:
    """A person's role for a state, learned from the page that says it."""

    person: str
    role: str
    side: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Answer:
    """What a language model answered about one article, as it came: an input of reading, like the page itself.

    asked: SHA-256 of what was sent, 64 hexadecimal digits. reason: why there is nothing to read in it, "" where there
    is. content: the text of the answer. counts: what became of its proposals, (kind and fate, how many), sorted.
    """

    model: str
    asked: str
    reason: str
    content: str
    counts: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one page says: a pure function of its bytes, the codebook, our version and, if any was asked, `answers`."""

    page: Page
    document: Document
    times: tuple[TimeMention, ...] = ()
    reports: tuple[Report, ...] = ()
    statements: tuple[Statement, ...] = ()
    offices: tuple[Office, ...] = ()
    relevant: bool = False
    refusals: tuple[Refusal, ...] = ()
    answers: tuple[Answer, ...] = ()
