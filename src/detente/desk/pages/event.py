"""One event: every value of every field with who gives it, its sentences, what it answers, what was judged."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from fastapi import APIRouter, HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from detente.desk.doubts import Told, told
from detente.desk.snapshot import Snapshot
from detente.desk.speaking import Speaker, render, speaker_of
from detente.model import Event, Judged, Measure, Report
from detente.views.compose import Desk
from detente.views.dates import human
from detente.views.doubts import disagreement, in_words
from detente.views.lines import Disagreement, Line, Quote

router = APIRouter()
SHOWN = 60  # sentences on a page


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a field in words; chosen: whether it is the event's. quotes: of the reports that give it."""

    text: str
    chosen: bool
    quotes: tuple[tuple[str, Quote], ...]


@router.get("/e/{id}")
def event(request: Request, id: str) -> Response:
    speaker = speaker_of(request)
    snapshot = speaker.snapshot
    found = snapshot.events.get(id)
    if found is None:
        if id in snapshot.home:  # a report's id leads to its event
            return RedirectResponse(f"/e/{snapshot.home[id]}#{id}")
        raise HTTPException(404, speaker.say("desk.no_event", id=id[:40]))
    return render(request, "event.html.j2", speaker=speaker, view=EventPage(found, speaker))


@dataclass(frozen=True)
class EventPage:
    event: Event
    speaker: Speaker

    @property
    def snapshot(self) -> Snapshot:
        return self.speaker.snapshot

    @cached_property
    def desk(self) -> Desk:
        """Names and rows of this part of the record."""
        others = [self.snapshot.events[i] for i in self.event.possibly_same if i in self.snapshot.events]
        return Desk(self.snapshot.part([self.event, *others]), self.snapshot.book, self.speaker.say)

    @property
    def line(self) -> Line:
        return self.desk.line(self.event)

    def fields(self) -> Iterator[tuple[str, Sequence[Value]]]:
        """(field in words, its values): the chosen one first, then by how many give it. A field nobody fills is left out."""
        for name, show in FIELDS:
            if values := self._values(show):
                yield self.speaker.word("desk", f"field_{name}"), values

    def _values(self, show: "Shown") -> Sequence[Value]:
        chosen = show(self.speaker, self.event)
        given: dict[str, list[tuple[str, Quote]]] = {chosen: []} if chosen else {}
        for report in self.event.reports:
            if text := show(self.speaker, report):
                given.setdefault(text, []).append((report.id, self.desk.quote(report.evidence, report)))
        rows = [Value(text, text == chosen, tuple(quotes)) for text, quotes in given.items()]
        return sorted(rows, key=lambda v: (not v.chosen, -len(v.quotes), v.text))

    def reports(self) -> Sequence[tuple[Report, Quote]]:
        """The sentences, those that tell most first."""
        rows = sorted(self.event.reports, key=lambda r: self.desk.weakness(self.event, r))
        return [(r, self.desk.quote(r.evidence, r)) for r in rows[:SHOWN]]

    def contradictions(self) -> Sequence[Disagreement]:
        return [disagreement(self.desk, c) for c in self.snapshot.contradictions.get(self.event.id, ())]

    def differences(self) -> Sequence[tuple[str, str, Sequence[str]]]:
        """(field, why it is no contradiction, the values)."""
        return [
            (
                self.desk.field(d.field),
                self.speaker.word("desk", f"difference_{d.kind.replace(' ', '_')}"),
                [in_words(self.desk, d.field, v.value) for v in d.values],
            )
            for d in self.snapshot.differences.get(self.event.id, ())
        ]

    def measures(self) -> Sequence[tuple[Measure, str, Sequence[tuple[Measure, str]], Sequence[tuple[Measure, str]]]]:
        """(measure, its name, what it answers, what answers it) of those that the event is a step of."""
        snapshot = self.snapshot
        rows = []
        for m in snapshot.measures_of.get(self.event.id, ()):
            before = [n] if (n := snapshot.measures.get(m.reciprocal_of or "")) else []
            after = snapshot.mirrors.get(m.id, ())
            rows.append((m, self.name(m), [(x, self.name(x)) for x in before], [(x, self.name(x)) for x in after]))
        return rows

    def name(self, measure: Measure) -> str:
        who, whom = (", ".join(self.desk.sides(codes)) for codes in (measure.imposer, measure.target))
        return f"{who} → {whom}, {self.desk.instrument(measure.instrument)}"

    def pairs(self) -> Sequence[tuple[str, str]]:
        """The relations that it belongs to."""
        codes = sorted(self.event.parties)
        both = [(a, b) for i, a in enumerate(codes) for b in codes[i + 1 :]]
        return [(a, b) for a, b in both if self.event in self.snapshot.between(a, b)]

    def maybe(self) -> Sequence[Told]:
        return [told(d, self.event.id, self.desk, self.speaker) for d in self.snapshot.doubts.get(self.event.id, ())]

    def judged(self) -> Sequence[tuple[Judged, str, str]]:
        """(judgement, in words, what became of it), the earliest first."""
        rows = self.snapshot.judged.get(self.event.id, ())
        return [
            (j, self.desk.judgement(j.judgement), self.speaker.say(f"effects_of_judgements.{j.effect}")) for j in rows
        ]


Shown = Callable[[Speaker, Report | Event], str]


def _codes(name: str) -> Shown:
    return lambda speaker, told: ", ".join(speaker.side(c) for c in getattr(told, name))


def _plain(name: str) -> Shown:
    return lambda speaker, told: getattr(told, name) or ""


FIELDS: Sequence[tuple[str, Shown]] = (
    ("act", lambda speaker, told: speaker.names.deed_of(told)),
    ("type", lambda speaker, told: f"{speaker.type(told.type)} ({told.type})"),
    ("actors", _codes("actors")),
    ("recipients", _codes("recipients")),
    ("date", lambda speaker, told: human(told.when.edtf, speaker.say) if told.when else ""),
    ("status", lambda speaker, told: speaker.say(f"statuses.{told.status}")),
    ("instrument", lambda speaker, told: speaker.instrument(told.instrument)),
    ("amount", _plain("amount")),
    ("place", _plain("place")),
    ("people", lambda speaker, told: ", ".join(told.people)),
)
