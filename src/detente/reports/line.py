"""An act as one sentence tells it, with the day that the sentence gives and the report that was made of it."""

from dataclasses import dataclass

from detente.model import ActMention, Report, Sentence, Status, When

HELD = frozenset({Status.OCCURRED, Status.ONGOING})


@dataclass(frozen=True, slots=True)
class Half:
    """A measure of which one end is known: who decides it, or whom it touches."""

    by: tuple[str, ...]
    toward: tuple[str, ...]
    instrument: str | None
    type: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """An act one sentence tells: dated by it or not, coded or (report None) not. half: what is known of its ends all the same."""

    sentence: Sentence
    mention: ActMention
    type: str | None
    when: When | None
    report: Report | None = None
    half: Half | None = None

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(c.kind for c in self.sentence.cues)

    @property
    def held(self) -> bool:
        return self.when is not None and self.report is not None and self.report.status in HELD

    @property
    def stands(self) -> bool:
        """A measure in force that only a noun names."""
        return self.report is not None and self.report.rule.endswith(":stands")

    @property
    def main(self) -> bool:
        """Whether it is no clause's but the sentence's own."""
        parted = [a for a in self.sentence.arguments if a.act < 0 and a.role in ("relative", "reduced")]
        return not any(a.start <= self.mention.head < a.end for a in parted)
