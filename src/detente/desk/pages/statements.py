"""Who said what, and how sides stand to topics."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from detente.desk.asking import number
from detente.desk.speaking import Speaker, linked, render, speaker_of
from detente.model import Position, Statement
from detente.views.compose import Desk
from detente.views.lines import Speech
from detente.views.voices import speech

router = APIRouter()
SIZE = 30
FILTERS = ("side", "speaker", "topic", "stance", "mode")


@router.get("/statements")
def statements(request: Request) -> Response:
    speaker = speaker_of(request)
    asked = {name: request.query_params.get(name, "")[:200] for name in FILTERS}
    view = Said(speaker, asked, number(request.query_params, "n", 1, 1_000_000))
    return render(request, "statements.html.j2", speaker=speaker, view=view)


@dataclass(frozen=True)
class Said:
    speaker: Speaker
    asked: Mapping[str, str]
    n: int

    @cached_property
    def all(self) -> Sequence[Statement]:
        """The latest first; those of no day last."""
        return self.speaker.snapshot.remembered("said", self._sorted)

    def _sorted(self) -> Sequence[Statement]:
        return sorted(self.speaker.snapshot.record.statements, key=self.place, reverse=True)

    def place(self, said: Statement) -> tuple[date, str, int]:
        return self.day(said), said.evidence.document, said.evidence.start

    def day(self, said: Statement) -> date:
        printed = self.speaker.snapshot.documents[said.evidence.document].published
        return (said.when and (said.when.earliest or said.when.latest)) or printed or date.min

    @cached_property
    def matching(self) -> Sequence[Statement]:
        wanted = [(name, value) for name, value in self.asked.items() if value]
        side = self.asked["side"]
        rows = self.speaker.snapshot.said_by.get(side, ()) if side else self.all
        rows = sorted(rows, key=self.place, reverse=True) if side else rows
        return [s for s in rows if all(self.value(s, name) == value for name, value in wanted)] if wanted else rows

    def value(self, said: Statement, name: str) -> str:
        if name == "topic":
            return f"{said.topic.kind}:{said.topic.code}" if said.topic else ""
        return str(getattr(said, name) or "")

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.matching) // SIZE))

    @property
    def here(self) -> int:
        return min(self.n, self.pages)

    def rows(self) -> Sequence[tuple[Statement, Speech, str, str]]:
        """(statement, as a row, on what, how it stands to it)."""
        shown = self.matching[(self.here - 1) * SIZE : self.here * SIZE]
        snapshot = self.speaker.snapshot
        desk = Desk(snapshot.part((), [s.evidence.document for s in shown]), snapshot.book, self.speaker.say)
        return [(s, speech(desk, s), self.worded("topic", self.value(s, "topic")), str(s.stance or "")) for s in shown]

    def options(self) -> Mapping[str, Sequence[tuple[str, str, int]]]:
        """filter -> (value, in words, how many), of all statements."""
        counts = self.speaker.snapshot.remembered("said-counts", self._counts)
        return {name: [(v, self.worded(name, v), n) for v, n in rows] for name, rows in counts.items()}

    def _counts(self) -> Mapping[str, Sequence[tuple[str, int]]]:
        found = {name: Counter(self.value(s, name) for s in self.all) for name in FILTERS if name != "speaker"}
        return {name: [(v, n) for v, n in counts.most_common(60) if v] for name, counts in found.items()}

    def worded(self, name: str, value: str) -> str:
        if not value:
            return ""
        if name == "side":
            return self.speaker.side(value)
        if name == "mode":
            return self.speaker.say(f"ui.{value}")
        if name == "stance":
            return self.speaker.say(f"desk.stance_{value}")
        kind, _, code = value.partition(":")
        return self.speaker.topic(kind, code)

    def positions(self) -> Sequence[tuple[Position, str, str]]:
        """(position, whose, on what): the latest of each side on each topic, as far as the filters go."""
        ids = {s.id for s in self.matching[:2000]}
        found = [p for i in ids for p in self.speaker.snapshot.stances.get(i, ())]
        found.sort(key=lambda p: (p.side, p.kind, p.topic, str(p.when.earliest if p.when else ""), p.statement))
        latest = {(p.side, p.kind, p.topic): p for p in found}
        return [(p, self.speaker.side(p.side), self.speaker.stood_on(p.kind, p.topic)) for p in latest.values()]

    def at(self, **changes: object) -> str:
        return linked("/statements", {**self.asked, **changes})
