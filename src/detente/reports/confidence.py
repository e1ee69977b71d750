"""How surely a report is right in type and sides: what is known of it when it is coded, weighed by the codebook."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from detente.codebook.confidence import Confidence
from detente.model import ActMention, Mentions, Report, Sentence, Status
from detente.reports.parties import GUESSED

UNSETTLED = frozenset({Status.ALLEGED, Status.DENIED, Status.PLANNED, Status.CANCELLED})
COOPERATION = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}
)  # PLOVER's, both kinds


@dataclass(frozen=True, slots=True)
class Seen:
    """A report with the sentence that is its evidence. mention: its act there, None for a measure only a noun names."""

    report: Report
    sentence: Sentence
    mention: ActMention | None

    @property
    def witness(self) -> str:
        return self.report.rule.rpartition(":")[2]

    @property
    def tense(self) -> str:
        return self.mention.tense if self.mention else ""

    @property
    def named(self) -> frozenset[str]:
        """Actors of the sentence that are more than a place in it."""
        return frozenset(code for m in self.sentence.actors if not m.place for code in m.codes)

    def by(self, how: str) -> bool:
        """Whether a side of the report is there in this way and in no other."""
        ways = ({m.how for m in self.sentence.actors if code in m.codes} for code in self.report.parties)
        return any(found == {how} for found in ways)

    def within(self, *roles: str) -> bool:
        """Whether the act stands in such a clause of its sentence."""
        head = self.mention.head if self.mention else -1
        return any(a.act < 0 and a.role in roles and a.start <= head < a.end for a in self.sentence.arguments)


FEATURES: Mapping[str, Callable[[Seen], bool]] = {
    "filled": lambda s: s.witness in GUESSED,  # one side is not in the sentence: the page's own pair
    "measure": lambda s: s.witness == "measure",  # one side is that of the measure told before
    "order": lambda s: s.witness in ("order", "stands"),  # seen by word order, not by the parser
    "noun": lambda s: ".noun." in s.report.rule,
    "unsettled": lambda s: s.report.status in UNSETTLED,
    "proposed": lambda s: s.report.status is Status.PROPOSED,
    "undated": lambda s: s.report.when is None,
    "present": lambda s: s.tense == "present",
    "pronoun": lambda s: s.by("pronoun"),
    "adjective": lambda s: s.by("adjective"),
    "alone": lambda s: len(s.named) < 2,  # one actor in the sentence, or none
    "content": lambda s: s.within("content"),
    "clause": lambda s: s.within("relative", "reduced", "adverbial"),
    "negation": lambda s: any(c.kind == "negation" for c in s.sentence.cues),
    "people": lambda s: bool(s.report.people),
    "cooperation": lambda s: s.report.type in COOPERATION,
}


def weighed(reports: Iterable[Report], mentions: Mentions, model: Confidence) -> tuple[Report, ...]:
    """The reports of one page, each with its probability."""
    return tuple(replace(r, confidence=model.of(features(s))) for s in seen(reports, mentions) for r in (s.report,))


def features(one: Seen) -> frozenset[str]:
    """Names of what holds of a report."""
    return frozenset(name for name, holds in FEATURES.items() if holds(one))


def seen(reports: Iterable[Report], mentions: Mentions) -> Iterable[Seen]:
    """Each report with its sentence, in the same order."""
    sentences = {s.start: s for s in mentions.sentences}
    for report in reports:
        sentence = sentences[report.evidence.start]
        yield Seen(report, sentence, _mention(report, sentence))


def _mention(report: Report, sentence: Sentence) -> ActMention | None:
    act, form = report.rule.split(".")[:2]
    return next((a for a in sentence.acts if (a.act, a.form) == (act, form)), None)
