"""What an analyst decides against our coding: attached to a page's bytes and words, so that it outlives every re-coding."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum


class Verdict(StrEnum):
    SAME = "same"  # two reports or events tell one act
    DIFFERENT = "different"  # they do not
    WRONG = "wrong"  # the sentence does not say that
    RIGHT = "right"  # it does, however unsurely it was read
    CORRECTED = "corrected"  # a field has another value
    UNDONE = "undone"  # an earlier judgement no longer holds


@dataclass(frozen=True, slots=True)
class Anchor:
    """A claim on a page: where it stands (`start`, `end`: code points of the article's text then), and how it was coded.

    page: SHA-256 of the page's bytes. The words find the place again where offsets have moved; act, type, actors,
    recipients and instrument tell the claim from the others of its sentence.
    """

    page: str
    start: int
    end: int
    quote: str
    act: str
    type: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    instrument: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision: dated, signed, never erased.

    anchors: the claims it bears on; others: those they are the same as, or different from. of_event: whether a
    corrected value is the event's, whatever its sentences say, or that of the one sentence. field, value: of a
    correction, as typed. by: who. made: when, in UTC. undoes: the id of the judgement that no longer holds.
    """

    verdict: Verdict
    by: str
    made: datetime
    anchors: tuple[Anchor, ...] = ()
    others: tuple[Anchor, ...] = ()
    of_event: bool = False
    field: str | None = None
    value: str | None = None
    note: str = ""
    undoes: str | None = None

    def __post_init__(self) -> None:
        if self.made.tzinfo is not UTC:
            raise ValueError(f"a judgement made at {self.made}, which is no moment in UTC")
        if not self.by.strip():
            raise ValueError("a judgement that nobody signed")
        if bool(self.undoes) != (self.verdict is Verdict.UNDONE) or bool(self.anchors) == bool(self.undoes):
            raise ValueError("a judgement bears on claims, or undoes another")
        if bool(self.others) != (self.verdict in (Verdict.SAME, Verdict.DIFFERENT)):
            raise ValueError("same and different take two sides, all else one")
        if bool(self.field) != (self.verdict is Verdict.CORRECTED):
            raise ValueError("a correction names its field, and nothing else does")

    @property
    def id(self) -> str:
        """Stable: a hash of all it says."""
        said = json.dumps(asdict(self), default=str, sort_keys=True, ensure_ascii=False)
        return "j" + hashlib.sha256(said.encode()).hexdigest()[:15]

    @property
    def order(self) -> tuple[datetime, str]:
        """By when it was made, whenever it arrived."""
        return self.made, self.id


class Effect(StrEnum):
    APPLIED = "applied"
    OVERRULED = "overruled"  # by a later judgement on the same thing
    UNDONE = "undone"
    DETACHED = "detached"  # no report stands any longer where it was made, or its page is not in the record


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of a judgement in a record. reports: ids of those it bears on now. by: the judgement that overrules it."""

    judgement: Judgement
    effect: Effect
    reports: tuple[str, ...] = ()
    by: str | None = None
