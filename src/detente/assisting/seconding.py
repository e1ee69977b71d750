"""A reading with what a model adds to it, and how far the two agree. Pure: the answer comes in by the door."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.assisting.accepting import Bench
from detente.assisting.schema import Proposals, Said, Told, piece, read
from detente.codebook import Codebook
from detente.model import Answer, Reading, Refusal, Report, Sentence, Statement

AGREED, ALONE, RULES, REFUSED = "agreed", "only model", "only rules", "refused"
SAID_NO = frozenset(
    {"not told as done", "an opinion"}
)  # why the rules refuse an act whose words they saw and understood
_SHOWN = 120  # characters of a quote that is refused


def seconded(
    reading: Reading, sentences: Sequence[Sentence], answer: Answer, book: Codebook, off_topic: bool
) -> Reading:
    """The reading with the proposals that hold, those that do not among its refusals, and the answer with its counts.

    sentences: of the article, with what each names. off_topic: whether the rules put the page aside.
    """
    found = read(Proposals, answer.content) if not answer.reason else None
    if found is None:
        why = answer.reason or "no answer of the shape asked for"
        answer = replace(answer, counts=(("answers refused", 1),))
        refusal = Refusal(reading.document.id, f"assist: {why}", answer.content[:_SHOWN])
        return replace(reading, answers=(*reading.answers, answer), refusals=(*reading.refusals, refusal))
    hearing = _Hearing(reading, Bench(reading.document, sentences, reading.times, book, answer.model), off_topic)
    hearing.hear(found)
    return hearing.over(answer)


class _Hearing:
    """Proposals heard one by one, against what the rules told."""

    def __init__(self, reading: Reading, bench: Bench, off_topic: bool) -> None:
        self.reading, self.bench, self.off_topic = reading, bench, off_topic
        self.counts: Counter[str] = Counter()
        self.reports: list[Report] = []
        self.statements: list[Statement] = []
        self.refusals: list[Refusal] = []

    def hear(self, found: Proposals) -> None:
        reports, statements = set[str](), set[str]()  # of the rules, met again
        for one in found.reports:
            self._report(one, reports)
        for one in found.statements:
            self._statement(one, statements)
        self.counts[f"reports, {RULES}"] = len(_ours(self.reading.reports) - reports)
        self.counts[f"statements, {RULES}"] = len(_ours(self.reading.statements) - statements)

    def over(self, answer: Answer) -> Reading:
        was = self.reading
        counted = replace(answer, counts=tuple(sorted(self.counts.items())))
        return replace(
            was,
            reports=tuple(sorted((*was.reports, *self.reports), key=_place)),
            statements=tuple(sorted((*was.statements, *self.statements), key=lambda s: (*_place(s)[:2], s.speaker or ""))),
            relevant=was.relevant or bool(self.reports),
            refusals=(*was.refusals, *self.refusals),
            answers=(*was.answers, counted),
        )  # fmt: skip

    def _report(self, one: object, met: set[str]) -> None:
        told = piece(Told, one)
        report = self.bench.report(told) if told else "shape"
        if isinstance(report, str):
            return self._refuse("reports", report, one)
        if again := [r for r in self.reading.reports if _alike(r, report)]:
            met.update(r.id for r in again)
            self.counts[f"reports, {AGREED}"] += 1
        elif any(_alike(r, report) for r in self.reports):
            self._refuse("reports", "told twice", one)
        elif any(_rivals(r, report) for r in self.reading.reports) or self._ruled_out(report):
            self._refuse("reports", "the rules read it otherwise", one)
        elif self.off_topic:
            self._refuse("reports", "off topic", one)
        else:
            self.reports.append(report)
            self.counts[f"reports, {ALONE}"] += 1

    def _ruled_out(self, report: Report) -> bool:
        """Whether the rules saw this act in the sentence, and that it was not done: denied, supposed, an expert's view."""
        no = {r.where for r in self.reading.refusals if r.reason in SAID_NO}
        acts = (a for s in self.bench.sentences if s.start == report.evidence.start for a in s.acts)
        return any(a.act == report.act and f"{report.evidence.document}:{a.start}" in no for a in acts)

    def _statement(self, one: object, met: set[str]) -> None:
        said = piece(Said, one)
        statement = self.bench.statement(said) if said else "shape"
        if isinstance(statement, str):
            return self._refuse("statements", statement, one)
        here = [s for s in self.reading.statements if s.evidence == statement.evidence and s.side == statement.side]
        if here:
            met.update(s.id for s in here)
            self.counts[f"statements, {AGREED}"] += 1
        elif any(s.evidence == statement.evidence and s.side == statement.side for s in self.statements):
            self._refuse("statements", "told twice", one)
        elif not (self.reading.relevant or self.reports):
            self._refuse("statements", "off topic", one)
        else:
            self.statements.append(statement)
            self.counts[f"statements, {ALONE}"] += 1

    def _refuse(self, kind: str, reason: str, one: object) -> None:
        self.counts[f"{kind}, {REFUSED}: {reason}"] += 1
        quote = str(one.get("quote", "")) if isinstance(one, dict) else ""
        self.refusals.append(Refusal(self.reading.document.id, f"assist: {reason}", _plain(quote[:_SHOWN])))


def _ours(found: Sequence[Report] | Sequence[Statement]) -> set[str]:
    return {x.id for x in found if x.assist is None}


def _alike(one: Report, other: Report) -> bool:
    """Whether both tell one act: same kind between the same, and days that can meet."""
    if one.when and other.when and not one.when.meets(other.when):
        return False
    known = one.instrument is None or other.instrument is None or one.instrument == other.instrument
    return (
        known
        and one.type == other.type
        and (set(one.actors), set(one.recipients))
        == (
            set(other.actors),
            set(other.recipients),
        )
    )


def _rivals(one: Report, other: Report) -> bool:
    """Whether the rules read the same act of the same sentence, and otherwise: theirs stands."""
    return one.evidence == other.evidence and one.act == other.act


def _place(one: Report | Statement) -> tuple[int, int, str]:
    return one.evidence.start, one.evidence.end, one.id


def _plain(text: str) -> str:
    """Without half of a pair, which no record holds."""
    return text.encode("utf-8", "backslashreplace").decode()


def counted(answers: Iterator[Answer]) -> Counter[str]:
    """What became of all that was proposed."""
    found: Counter[str] = Counter()
    for answer in answers:
        found.update(dict(answer.counts))
        found["answers"] += 1
    return found
