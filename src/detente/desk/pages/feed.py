"""What is new between two: an Atom feed (RFC 4287) of their events and of the steps of their measures."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from detente.desk import chronology
from detente.desk.asking import asked
from detente.desk.pages.relation import codes
from detente.desk.relation import Between, between
from detente.desk.speaking import Speaker, environment, linked, speaker_of
from detente.model import Event
from detente.views.compose import Desk
from detente.views.dates import human

router = APIRouter()
ENTRIES = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """told: the day of the first page that tells it."""

    id: str
    told: date
    title: str
    path: str
    quote: str
    language: str
    outlet: str


@router.get("/r/{a}/{b}/feed.atom")
def feed(request: Request, a: str, b: str) -> Response:
    """With the filters of the desk: a view as a feed. Steps of measures are those that the events shown take."""
    speaker = speaker_of(request)
    one, other = codes(speaker.snapshot, a, b)
    found, wanted = between(speaker.snapshot, one, other), asked(request.query_params)
    ids = {row.event.id for row in chronology.matching(found.facts, wanted)}
    path = f"/r/{one}/{other}"
    entries = sorted(told(found, ids, speaker), key=lambda e: (e.told, e.id), reverse=True)[:ENTRIES]
    base = str(request.base_url).rstrip("/")
    text = environment().get_template("feed.atom.j2").render(
        say=speaker.say,
        lang=speaker.language,
        base=base,
        page=wanted.at(path),
        itself=wanted.at(f"{path}/feed.atom"),
        title=speaker.say("ui.title", a=speaker.side(one), b=speaker.side(other)),
        updated=max((e.told for e in entries), default=date(1970, 1, 1)),
        entries=entries,
        record="-".join(sorted((one, other))),
        view=linked("", wanted.params),
    )  # fmt: skip
    return Response(text, media_type="application/atom+xml", headers={"Content-Language": speaker.language})


def told(found: Between, ids: Collection[str], speaker: Speaker) -> Iterator[Entry]:
    """The latest events, and the latest steps; those no dated page tells are left out."""
    first = {e.id: day for e in found.events if e.id in ids and (day := first_told(e, speaker))}
    latest = sorted(first, key=lambda i: (first[i], i), reverse=True)[:ENTRIES]
    desk = Desk(found.snapshot.part(found.snapshot.events[i] for i in latest), speaker.snapshot.book, speaker.say)
    for id in latest:
        line = desk.line(desk.events[id])
        title = f"{line.date}: {' '.join(words for words, _ in line.headline)}"
        quote = line.quotes[0]
        yield Entry(id, first[id], title, f"/e/{id}", quote.text, quote.language, quote.outlet)
    for measure in desk.record.measures:
        for step in (s for s in measure.steps if s.told and s.event in desk.events):
            what = desk.instrument(measure.instrument)
            sides = f"{', '.join(desk.sides(measure.imposer))} → {', '.join(desk.sides(measure.target))}"
            when = human(step.when.edtf, speaker.say) if step.when else ""
            title = " · ".join(x for x in (what, sides, speaker.say(f"steps.{step.kind}"), when) if x)
            quote = desk.line(desk.events[step.event]).quotes[0]
            day = step.told or date.min
            yield Entry(
                f"{measure.id}-{step.event}", day, title, f"/e/{step.event}", quote.text, quote.language, quote.outlet
            )


def first_told(event: Event, speaker: Speaker) -> date | None:
    pages = speaker.snapshot.documents
    return min((d for r in event.reports if (d := pages[r.evidence.document].published)), default=None)
