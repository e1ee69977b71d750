"""When: a run of civil days, its EDTF form, and what it rests on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Basis(StrEnum):
    """What a date rests on. Source: DESIGN's *When*; decisions/0004."""

    STATED = "stated"  # the text gives it whole ("lundi 8 décembre 2025")
    RELATIVE = "relative"  # counted from publication or another date ("hier", "la veille")
    INFERRED = "inferred"  # a part was completed by reasoning; `reason` says how
    JUDGED = "judged"  # an analyst gave it
    PUBLICATION = "publication"  # only the day of printing is known


@dataclass(frozen=True, slots=True)
class When:
    """Civil days `earliest` to `latest`, both inside; None is an open end.

    edtf: the same in EDTF (ISO 8601-2), levels 0 and 1: "2025-12-08", "2025-10", "2022/..", "2025-10/2025-12",
    "2025-23", "2026-05-27~"; and the one-of sets of level 2, "[2025-10-11,2025-10-12]", where the page contradicts
    itself. reason: why, in words, when the basis is not `stated`.
    """

    earliest: date | None
    latest: date | None
    edtf: str
    basis: Basis
    reason: str = ""

    def __post_init__(self) -> None:
        if self.earliest is None and self.latest is None:
            raise ValueError("a When with two open ends says nothing")
        if self.earliest and self.latest and self.latest < self.earliest:
            raise ValueError(f"empty When: {self.earliest} .. {self.latest}")

    def meets(self, other: "When") -> bool:
        """Whether the two share at least one day."""
        starts_late = self.earliest and other.latest and other.latest < self.earliest
        ends_early = self.latest and other.earliest and self.latest < other.earliest
        return not (starts_late or ends_early)

    @property
    def days(self) -> int | None:
        """How many days it spans; None when an end is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A date expression in a document's text, `start` inside, `end` outside (code points).

    when: None when the expression has no value on this page ("ce week-end" without a
    publication date, "ces derniers mois"). rule: the codebook rule that saw it, and behind " = "
    how much it counts from an event ("48 hours after" one). anchor: where the event stands that it counts from
    (code points), for "depuis le [coup d'État]"; it lies inside the expression.
    """

    start: int
    end: int
    text: str
    when: When | None
    rule: str
    anchor: tuple[int, int] | None = None

    @property
    def basis(self) -> str:
        """What its date rests on; of one without a value, why it has none: `event`, `vague` or `unsettled` here."""
        return self.when.basis.value if self.when else self.unvalued

    @property
    def unvalued(self) -> str:
        """Why it has no value: it counts from an event, it is vague, or the page does not settle it; "" with one."""
        if self.when:
            return ""
        core = self.rule.split(": ")[1:2]
        return next((w for w in ("event", "vague") if core and core[0].split()[-1].endswith(w)), "unsettled")
