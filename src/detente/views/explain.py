"""Why a page was coded as it was: each sentence with what it names, what it was taken to tell, and what was refused and why."""

from collections.abc import Iterator, Sequence

from detente.model import ActMention, Document, Mentions, Reading, Report, Sentence
from detente.views.templates import safe


def render(accounts: Sequence[tuple[Reading, Mentions]], all_sentences: bool = False) -> str:
    """Plain text, one article after the other. all_sentences: also those that name neither an act nor words said."""
    return "\n\n".join("\n".join(map(safe, _article(*account, all_sentences))) for account in accounts) + "\n"


def _article(reading: Reading, mentions: Mentions, all_sentences: bool) -> Iterator[str]:
    page = reading.document
    yield page.title or "—"
    yield f"published {page.published or '—'}; main actors {' '.join(mentions.pair) or '—'}; relevant {reading.relevant}"
    for sentence in mentions.sentences:
        if all_sentences or sentence.acts or sentence.speech:
            yield ""
            yield from _sentence(reading, sentence)


def _sentence(reading: Reading, sentence: Sentence) -> Iterator[str]:
    page = reading.document
    yield f"[{sentence.start}–{sentence.end}] {page.text[sentence.start : sentence.end]}"
    for label, found in (("actors", _actors), ("on", _instruments), ("times", _times), ("cues", _cues)):
        if said := found(reading, sentence):
            yield f"    {label}: {'; '.join(said)}"
    told = [r for r in reading.reports if (r.evidence.start, r.evidence.end) == (sentence.start, sentence.end)]
    for act in sentence.acts:
        yield from _act(reading, act, [r for r in told if r.act == act.act])
    yield from (f"    {_report(r)}" for r in told if r.act not in {a.act for a in sentence.acts})
    for s in reading.statements:
        if (s.evidence.start, s.evidence.end) == (sentence.start, sentence.end):
            yield f"    said, {s.mode}: {s.speaker or '—'} ({s.side or '—'})"


def _act(reading: Reading, act: ActMention, told: Sequence[Report]) -> Iterator[str]:
    form = " ".join(filter(None, (act.form, act.tense, act.voice)))
    head = f"    “{reading.document.text[act.start : act.end]}” {act.act} ({form})"
    where = f"{reading.document.id}:{act.start}"
    why = next((r.reason for r in reading.refusals if r.where == where), None)
    if why or not told:
        yield f"{head}: {why or 'told already, or better, elsewhere in the page'}"
    else:
        yield f"{head}: {_report(told[0])}"


def _report(report: Report) -> str:
    sides = f"{'+'.join(report.actors)} → {'+'.join(report.recipients) or '·'}"
    parts = (report.type, sides, report.instrument, report.when.edtf if report.when else "undated", report.status)
    return f"{' '.join(filter(None, parts))} ({report.confidence:.2f}, {report.rule})"


def _actors(reading: Reading, sentence: Sentence) -> list[str]:
    return [
        f"{_words(reading.document, m.start, m.end)} = {'+'.join(m.codes)}, {'place' if m.place else m.carrier or m.how}"
        for m in sentence.actors
    ]


def _instruments(reading: Reading, sentence: Sentence) -> list[str]:
    return [f"{_words(reading.document, i.start, i.end)} = {i.instrument}" for i in sentence.instruments]


def _times(reading: Reading, sentence: Sentence) -> list[str]:
    here = [t for t in reading.times if sentence.start <= t.start < sentence.end]
    return [f"{_words(reading.document, t.start, t.end)} = {t.when.edtf if t.when else 'no value'}" for t in here]


def _cues(reading: Reading, sentence: Sentence) -> list[str]:
    return [f"{_words(reading.document, c.start, c.end)} = {c.kind}" for c in (*sentence.cues, *sentence.speech)]


def _words(page: Document, start: int, end: int) -> str:
    return f"“{page.text[start:end]}”"
