"""How surely a report is right in type and sides: what is known of it when it is coded, weighed by the codebook."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from re import findall

from detente.codebook.confidence import Confidence
from detente.model import ActMention, Basis, Mentions, Report, Sentence, Status
from detente.reports.parties import GUESSED

LEAD = 3  # sentences
COOPERATION = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}
)  # PLOVER's, both kinds


@dataclass(frozen=True, slots=True)
class Seen:
    """A report with the sentence that is its evidence. mention: its act there, None for a measure only a noun names.

    place: how many sentences of the page stand before it. counts: how often the page names each actor, as more than a place.
    """

    report: Report
    sentence: Sentence
    mention: ActMention | None
    place: int
    counts: Mapping[str, int]
    model: Confidence

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

    @property
    def share(self) -> float:
        """Of all that the page names, how much is a party of the report, 0..1."""
        return sum(self.counts.get(code, 0) for code in self.report.parties) / max(1, sum(self.counts.values()))

    @property
    def words(self) -> float:
        """How far the words of the sentence speak for the type."""
        return self.model.wordings.speak(words_of(self.report.evidence.quote), self.report.type)

    @property
    def act(self) -> str:
        return act_of(self.report.rule)

    def cued(self, kind: str) -> bool:
        return any(c.kind == kind for c in self.sentence.cues)

    def within(self, *roles: str) -> bool:
        """Whether the act stands in such a clause of its sentence."""
        head = self.mention.head if self.mention else -1
        return any(a.act < 0 and a.role in roles and a.start <= head < a.end for a in self.sentence.arguments)


FEATURES: Mapping[str, Callable[[Seen], float]] = {
    "filled": lambda s: s.witness in GUESSED,  # one side is not in the sentence: the page's own pair
    "measure": lambda s: s.witness == "measure",  # one side is that of the measure told before
    "agreed": lambda s: s.witness == "syntax+order",
    "noun": lambda s: ".noun." in s.report.rule,
    "proposed": lambda s: s.report.status is Status.PROPOSED,
    "undated": lambda s: s.report.when is None,
    "stated": lambda s: s.report.when is not None and s.report.when.basis is Basis.STATED,
    "present": lambda s: s.tense == "present",
    "past": lambda s: s.tense == "past",
    "pronoun": lambda s: s.by("pronoun"),
    "adjective": lambda s: s.by("adjective"),
    "third": lambda s: bool(s.named - s.report.parties),  # somebody else stands in it
    "content": lambda s: s.within("content"),
    "clause": lambda s: s.within("relative", "reduced", "adverbial"),
    "hypothesis": lambda s: s.cued("hypothesis"),
    "occasion": lambda s: s.cued("occasion-of-speech"),
    "people": lambda s: bool(s.report.people),
    "cooperation": lambda s: s.report.type in COOPERATION,
    "first": lambda s: s.place < LEAD,
    "share": lambda s: s.share,
    "words": lambda s: s.words,
    "act": lambda s: s.model.acts.get(s.act, 0.0),  # some acts are told by words that tell much else
}


def weighed(reports: Iterable[Report], mentions: Mentions, model: Confidence) -> tuple[Report, ...]:
    """The reports of one page, each with its probability."""
    found = seen(reports, mentions, model)
    return tuple(replace(one.report, confidence=model.of(features(one))) for one in found)


def features(one: Seen) -> Mapping[str, float]:
    """How much of each feature a report has, to three decimals; those it has nothing of are left out."""
    found = {name: round(float(much(one)), 3) for name, much in FEATURES.items()}
    return {name: much for name, much in found.items() if much}


def seen(reports: Iterable[Report], mentions: Mentions, model: Confidence) -> Iterable[Seen]:
    """Each report with its sentence, in the same order."""
    sentences = {s.start: (n, s) for n, s in enumerate(mentions.sentences)}
    counts = Counter(c for s in mentions.sentences for m in s.actors if not m.place for c in set(m.codes))
    for report in reports:
        place, sentence = sentences[report.evidence.start]
        yield Seen(report, sentence, _mention(report, sentence), place, counts, model)


def act_of(rule: str) -> str:
    """The act of `recall.verb.0:syntax`."""
    return rule.partition(".")[0]


def words_of(text: str) -> frozenset[str]:
    """The words of a text that begin with a small letter: names say who, not what."""
    return frozenset(word for word in findall(r"[^\W\d_]+", text) if word[0].islower())


def _mention(report: Report, sentence: Sentence) -> ActMention | None:
    act, form = report.rule.split(".")[:2]
    return next((a for a in sentence.acts if (a.act, a.form) == (act, form)), None)
