"""Gold pages as readings: what a perfect coder would hand to the chronicle.

Gold says type, sides, people, date, place, status and instrument of each report, and where it stands. It says neither
the act's name, nor its effect on a measure, nor amounts, effective days and "in reply": these come from our own
report of the same sentence, type and instrument where there is one, else from a table over type and kind of
instrument. Whatever is then wrong is the chronicle's.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from detente.chronicle.folding import words
from detente.codebook import Codebook
from detente.model import Basis, Document, Evidence, Page, Reading, Report, Status, TimeMention, UnreadablePage, When
from detente.pipeline import code

SAME_SENTENCE = 0.5  # share of the shorter quote's words, as the scorer has it
MARKS = re.compile(r"[~?%]")
SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}  # first month; winter carries the year it begins in

# What an act does to an instrument of a kind, by PLOVER type; the inverse of `plover.yml`'s table.
OPENS = {"restriction": "impose", "passage": "close", "benefit": "suspend", "tie": "suspend", "force": "deploy"}
CLOSES = {"restriction": "lift", "passage": "open", "benefit": "resume", "tie": "resume", "force": "withdraw"}
AGAINST, FOR = {"SANCTION", "COERCE"}, {"CONCEDE", "RETREAT", "SUPPORT", "AID"}

BONDS = {"diplomatic-relations", "embassy", "representation", "membership"}  # ties that are restored, not signed

Gold = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Corpus:
    """One folder of coded pages. keys: gold event key of each report id; names: gold page of each document id."""

    readings: tuple[Reading, ...]
    keys: Mapping[str, str]
    names: Mapping[str, str]
    cross: Gold
    lost: tuple[str, ...]


def corpus(pages: Path, gold: Path, book: Codebook) -> Corpus:
    """The pages of one folder with their gold reports; `lost`: gold quotes that our text of the page does not hold."""
    readings, keys, names, lost = [], {}, {}, []
    for file in sorted(gold.glob("*.json")):
        if file.name == "cross.json":
            continue
        coding = json.loads(file.read_text(encoding="utf-8"))
        read = _read(pages / Path(coding["page"]).name, coding, book)
        if read is None:
            lost.append(file.stem)
            continue
        told = []
        for event in coding.get("events", []):
            report = _report(event, read, book)
            if report is None:
                lost.append(f"{file.stem} {event['key']}")
                continue
            told.append(report)
            keys[report.id] = event["key"]
        names[read.document.id] = file.stem
        readings.append(replace(read, reports=tuple(told), relevant=bool(coding.get("relevant"))))
    cross = gold / "cross.json"
    found = json.loads(cross.read_text(encoding="utf-8")) if cross.exists() else {}
    return Corpus(tuple(readings), keys, names, found, tuple(lost))


def _read(file: Path, coding: Gold, book: Codebook) -> Reading | None:
    """The page as a perfect reader would have it: our document, with the gold's text, day and unreadable dates."""
    try:
        read = next(iter(code(Page(file.read_bytes(), str(file)), book)), None)
    except UnreadablePage:
        return None
    if read is None:
        return None
    text, printed = coding["body"], coding.get("published")
    published = date.fromisoformat(printed) if printed else None
    document = replace(read.document, text=text, published=published, outlet=coding.get("outlet"), blocks=())
    unread = [d["text"] for d in coding.get("dates", []) if d.get("edtf") is None and d["text"] in text]
    times = (TimeMention(text.index(t), text.index(t) + len(t), t, None, "gold") for t in unread)
    return replace(read, document=document, times=tuple(times), statements=(), offices=())


def _report(event: Gold, read: Reading, book: Codebook) -> Report | None:
    span = _span(event["evidence"], read.document)
    actors = tuple(event.get("actors") or event.get("source") or ())
    if span is None or not actors:
        return None
    types = event["type"].split("|")
    instrument = _instrument(event.get("instrument"), book)
    ours = _ours(event, types, instrument, read.reports)
    coded = Report(
        act=ours.act if ours else _act(types[0]),
        type=ours.type if ours else types[0],
        actors=actors,
        recipients=tuple(event.get("recipients") or event.get("target") or ()),
        evidence=span,
        confidence=1.0,
        rule="gold",
        people=tuple(event.get("people") or ()),
        when=when(event.get("date")),
        place=event.get("place"),
        status=Status(event.get("status") or "occurred"),
        instrument=instrument,
        attributed_to=event.get("attributed_to"),
        effect=_effect(
            types[0],
            instrument,
            not (event.get("recipients") or event.get("target")),
            event.get("status") == "planned",
            book,
        ),
    )
    coded = replace(coded, answers=_said_to_answer(event, actors, read.reports))
    if ours is None:
        return coded
    return replace(
        coded,
        effect=ours.effect or coded.effect,
        amount=ours.amount,
        effective=ours.effective,
        until=ours.until,
    )


def _span(quote: str, document: Document) -> Evidence | None:
    """Where the quote stands, whatever its apostrophes and spaces."""
    pattern = r"\s+".join(re.escape(w) for w in quote.strip().rstrip(".").split())
    pattern = re.sub(r"['’]", "['’]", pattern)
    match = re.search(pattern, document.text)
    return document.evidence(*match.span()) if match else None


def _instrument(name: str | None, book: Codebook) -> str | None:
    """ "aid (military)" is what the codebook calls military-aid."""
    if name and "(" in name:
        base, more = name.rstrip(")").split(" (")
        name = f"{more}-{base}"
    return name if name in book.instruments else None


def _act(type_: str) -> str:
    return "meet" if type_ == "CONSULT" else type_.lower()


def _effect(type_: str, instrument: str | None, together: bool, planned: bool, book: Codebook) -> str | None:
    if instrument is None:
        return None
    kind = book.instruments[instrument].kind
    if type_ == "SUPPORT" and together and kind == "tie" and instrument not in BONDS:
        return "sign"
    if type_ == "AGREE" and planned:
        return CLOSES.get(kind)
    return OPENS.get(kind) if type_ in AGAINST else CLOSES.get(kind) if type_ in FOR else None


def _ours(event: Gold, types: Sequence[str], instrument: str | None, told: Iterable[Report]) -> Report | None:
    """Our report of the same sentence that agrees on type and instrument; the nearest in words."""
    alike = [
        (overlap(event["evidence"], r.evidence.quote), r.id, r)
        for r in told
        if r.type in types and r.instrument == instrument
    ]
    best = max(alike, key=lambda x: x[:2], default=None)
    return best[2] if best and best[0] >= SAME_SENTENCE else None


def _said_to_answer(event: Gold, actors: Sequence[str], told: Iterable[Report]) -> bool:
    """Whether we saw the sentence say that this side answers, whatever we made of the act."""
    here = (r for r in told if r.answers and set(r.actors) == set(actors))
    return any(overlap(event["evidence"], r.evidence.quote) >= SAME_SENTENCE for r in here)


def overlap(a: str, b: str) -> float:
    """Share of the shorter text's words that stand in the other."""
    one, other = Counter(words(a)), Counter(words(b))
    shorter = min(sum(one.values()), sum(other.values()))
    return sum((one & other).values()) / shorter if shorter else 0.0


def when(edtf: str | None) -> When | None:
    """A gold date; None where gold gives none."""
    if not edtf:
        return None
    start, _, end = MARKS.sub("", edtf).partition("/")
    first = None if start in ("", "..") else days(start)[0]
    last = days(start)[1] if not end else None if end == ".." else days(end)[1]
    return When(first, last, edtf, Basis.STATED)


def days(text: str) -> tuple[date, date]:
    """First and last day of an EDTF date without marks."""
    parts = [int(p) for p in text.split("-")]
    if len(parts) == 3:
        return date(*parts), date(*parts)
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    year, month = parts[0], SEASONS.get(parts[1], parts[1])
    end = month + (3 if parts[1] in SEASONS else 1) - 1
    return date(year, month, 1), date(year + end // 12, end % 12 + 1, 1) - timedelta(days=1)
