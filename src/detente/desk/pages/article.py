"""A page: the article's text with every mention lit, what was coded of it beside; and why, sentence by sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from fastapi import APIRouter, HTTPException
from starlette.requests import Request
from starlette.responses import Response

from detente import pipeline
from detente.desk.speaking import Speaker, render, speaker_of
from detente.model import Document, Report, Statement, TimeMention
from detente.views.accounts import KINDS, accounts
from detente.views.compose import Desk
from detente.views.dates import human, meaning

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text. start: its first code point. of: ids of the reports and statements that stand on it; runs: (words,
    what they mean as a date)."""

    start: int
    of: tuple[str, ...]
    runs: tuple[tuple[str, str], ...]


@router.get("/p/{id}")
def article(request: Request, id: str) -> Response:
    speaker = speaker_of(request)
    return render(request, "article.html.j2", speaker=speaker, view=ArticlePage(document(speaker, id), speaker))


@router.get("/p/{id}/why")
def why(request: Request, id: str) -> Response:
    """Read again, for what it was that each rule saw; some seconds the first time in a language."""
    speaker = speaker_of(request)
    found = document(speaker, id)
    book = speaker.snapshot.book
    again = speaker.snapshot.remembered(("why", found.id), lambda: pipeline.recount(found, book))
    told = accounts([again], book, speaker.say, request.query_params.get("all", "") == "1")[0]
    return render(request, "why.html.j2", speaker=speaker, page=found, account=told, kinds=KINDS)


def document(speaker: Speaker, id: str) -> Document:
    """By its id as addresses have it; 404 where there is none such."""
    found = speaker.snapshot.documents.get(id.replace(".", "#"))
    if found is None:
        raise HTTPException(404, speaker.say("desk.no_page", id=id[:40]))
    return found


@dataclass(frozen=True)
class ArticlePage:
    page: Document
    speaker: Speaker

    @cached_property
    def reports(self) -> Sequence[Report]:
        """As the record counts them, in the order of the text; of two in one sentence, the one whose words come first."""
        found = self.speaker.snapshot.by_page.get(self.page.id, ())
        return sorted(found, key=lambda r: r.evidence.start)

    @cached_property
    def statements(self) -> Sequence[Statement]:
        found = self.speaker.snapshot.said_on.get(self.page.id, ())
        return sorted(found, key=lambda s: (s.evidence.start, s.id))

    @cached_property
    def dates(self) -> Sequence[TimeMention]:
        return self.speaker.snapshot.dates.get(self.page.id, ())

    @cached_property
    def desk(self) -> Desk:
        snapshot = self.speaker.snapshot
        homes = dict.fromkeys(snapshot.home[r.id] for r in self.reports if r.id in snapshot.home)
        return Desk(snapshot.part(snapshot.events[i] for i in homes), snapshot.book, self.speaker.say)

    def head(self) -> Sequence[tuple[str, str]]:
        """(name, value) of what is known of the page."""
        page, say = self.page, self.speaker.say
        basis = self.speaker.word("bases_of_day", page.published_basis)
        day = self.speaker.day(page.published) + (f" ({basis})" if page.published and basis else "")
        rows = (
            (say("ui.published"), day),
            (say("ui.outlet"), page.outlet or ""),
            (say("ui.byline"), page.byline or ""),
            (say("ui.language"), page.language),
            (say("desk.address"), page.canonical_url or page.uri),
            (say("ui.fingerprint"), page.page),
        )
        return [row for row in rows if row[1]]

    def notes(self) -> Sequence[str]:
        """What to know of it before trusting it: of what it is a copy, why its day may be wrong."""
        snapshot = self.speaker.snapshot
        return list(Desk(snapshot.part((), [self.page.id]), snapshot.book, self.speaker.say).notes(self.page))

    def alike(self) -> Sequence[tuple[Document, str]]:
        """Other pages that drink from the same source: (page, its outlet and day)."""
        snapshot = self.speaker.snapshot
        origin = snapshot.origins.get(self.page.id, self.page.id)
        others = [i for i in snapshot.alike.get(origin, ()) if i != self.page.id][:20]
        found = [snapshot.documents[i] for i in others]
        return [(d, f"{self.speaker.names.outlet(d)}, {self.speaker.day(d.published)}") for d in found]

    def blocks(self) -> Iterator[tuple[str, Sequence[Piece]]]:
        """(kind, its runs) of every block of the text."""
        for block in self.page.blocks:
            yield block.kind.value, list(self.pieces(block.start, block.end))

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """All of `start..end`, cut where a mention begins or ends."""
        coded: list[Report | Statement] = [*self.reports, *self.statements]
        spans = [(x.evidence.start, x.evidence.end, x.id) for x in coded]
        here = [(max(a, start), min(b, end), i) for a, b, i in spans if a < end and b > start]
        edges = sorted({start, end} | {c for a, b, _ in here for c in (a, b)})
        for a, b in pairwise(edges):
            of = tuple(dict.fromkeys(i for x, y, i in here if x <= a and b <= y))
            yield Piece(a, of, tuple(self.runs(a, b)))

    def runs(self, start: int, end: int) -> Iterator[tuple[str, str]]:
        """All of `start..end`, date expressions apart."""
        text, at = self.page.text, start
        for time in (t for t in self.dates if start <= t.start and t.end <= end):
            if time.start >= at:
                yield text[at : time.start], ""
                yield text[time.start : time.end], meaning(time, self.speaker.say)
                at = time.end
        yield text[at:end], ""

    def coded(self) -> Sequence[tuple[Report, str, str, str]]:
        """(report, its event, in words, when) of each report."""
        return [(r, self.speaker.snapshot.home.get(r.id, ""), self.worded(r), self.when(r)) for r in self.reports]

    def worded(self, report: Report) -> str:
        return " ".join(words for words, _ in self.speaker.names.headline(report))

    def when(self, report: Report) -> str:
        return human(report.when.edtf if report.when else None, self.speaker.say)
