"""Who is what for whom, as the pages say; and what each did and said."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter, HTTPException
from starlette.requests import Request
from starlette.responses import Response

from detente.desk.asking import number
from detente.desk.snapshot import Snapshot
from detente.desk.speaking import linked, render, speaker_of
from detente.model import Event, Office, Statement
from detente.views.compose import Desk
from detente.views.voices import speech

router = APIRouter()
SIZE = 60
FEW = 30  # events and statements of one person


@dataclass(frozen=True, slots=True)
class Person:
    """roles: (role as printed, side, first and last day of the pages that say so, one of these pages)."""

    name: str
    roles: tuple[tuple[str, str, date | None, date | None, str], ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]

    @property
    def sides(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*(r[1] for r in self.roles), *(s.side for s in self.statements if s.side)]))


@router.get("/people")
def people(request: Request) -> Response:
    speaker = speaker_of(request)
    side, q = (request.query_params.get(name, "")[:100] for name in ("side", "q"))
    known = everybody(speaker.snapshot)
    wanted = [p for p in known.values() if (not side or side in p.sides) and q.strip().casefold() in p.name.casefold()]
    pages = max(1, -(-len(wanted) // SIZE))
    n = min(number(request.query_params, "n", 1, 1_000_000), pages)
    sides = sorted({s for p in known.values() for s in p.sides}, key=speaker.side)
    return render(
        request,
        "people.html.j2",
        speaker=speaker,
        rows=wanted[(n - 1) * SIZE : n * SIZE],
        found=len(wanted),
        sides=sides,
        side=side,
        q=q,
        n=n,
        pages=pages,
        at=lambda i: linked("/people", {"side": side, "q": q, "n": i}),
    )


@router.get("/person/{name}")
def person(request: Request, name: str) -> Response:
    speaker = speaker_of(request)
    found = everybody(speaker.snapshot).get(name)
    if found is None:
        raise HTTPException(404, speaker.say("desk.nobody", name=name[:80]))
    events, said = found.events[:FEW], found.statements[:FEW]
    part = speaker.snapshot.part(events, [s.evidence.document for s in said])
    desk = Desk(part, speaker.snapshot.book, speaker.say)
    return render(
        request,
        "person.html.j2",
        speaker=speaker,
        person=found,
        lines=[desk.line(e) for e in events],
        said=[(s, speech(desk, s)) for s in said],
        outlet=lambda id: desk.outlet(speaker.snapshot.documents[id]),
    )


def everybody(snapshot: Snapshot) -> Mapping[str, Person]:
    """name -> person, those most spoken of first. Two spellings of a name are two people here."""
    return snapshot.remembered("people", lambda: _everybody(snapshot))


def _everybody(snapshot: Snapshot) -> Mapping[str, Person]:
    offices: dict[str, list[Office]] = defaultdict(list)
    events: dict[str, list[Event]] = defaultdict(list)
    said: dict[str, list[Statement]] = defaultdict(list)
    for office in snapshot.offices:
        offices[office.person].append(office)
    for event in reversed(snapshot.record.events):
        for name in event.people:
            events[name].append(event)
    for statement in snapshot.record.statements:
        if statement.speaker in offices or statement.speaker in events:
            said[statement.speaker or ""].append(statement)
    names = sorted({*offices, *events}, key=lambda n: (-len(events[n]) - len(said[n]) - len(offices[n]), n))
    return {n: Person(n, _roles(offices[n], snapshot), tuple(events[n]), tuple(said[n])) for n in names}


def _roles(offices: Sequence[Office], snapshot: Snapshot) -> tuple[tuple[str, str, date | None, date | None, str], ...]:
    by_role: dict[tuple[str, str], list[str]] = defaultdict(list)
    for office in offices:
        by_role[office.role, office.side].append(office.evidence.document)
    rows = []
    for (role, side), pages in by_role.items():
        days = sorted(d for i in pages if (d := snapshot.documents[i].published))
        rows.append((role, side, days[0] if days else None, days[-1] if days else None, pages[0]))
    return tuple(rows)
