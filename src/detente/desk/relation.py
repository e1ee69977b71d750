"""Two actors as the desk shows them: what is worked out once for the two, and what each address asks of it."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import islice
from typing import TypeVar

from detente import chronicle
from detente.chronicle import ledger
from detente.codebook.labels import languages
from detente.desk import bars, charts, chronology
from detente.desk.asking import Asked
from detente.desk.chronology import SIZE, Facts
from detente.desk.snapshot import Snapshot, grouped
from detente.desk.speaking import Speaker
from detente.model import Account, Commitment, Course, Event, Position, Record, Standing, Statement
from detente.views.compose import Desk
from detente.views.doubts import disagreement
from detente.views.lines import Disagreement, Line, MeasureLine, Speech
from detente.views.measuring import measure_line
from detente.views.plot import Dot, Plot, Scale
from detente.views.voices import speech

CARDS = 12  # measures shown with their sentence; all are on their own page
LARGE, LARGEST = 200, 100  # events of a relation that is worked out beforehand; how many such at most
T = TypeVar("T")
PERIODS = (("desk.last_year", 365), ("desk.last_quarter", 91), ("desk.last_month", 30))
FEW = 6  # disagreements, statements of a side


@dataclass(frozen=True)
class Between:
    """What the record holds between two, whoever looks at it. part: the record as far as they go."""

    snapshot: Snapshot
    a: str
    b: str

    @cached_property
    def events(self) -> tuple[Event, ...]:
        return self.snapshot.between(self.a, self.b)

    @cached_property
    def part(self) -> Record:
        return self.snapshot.part(self.events, pair=(min(self.a, self.b), max(self.a, self.b)))

    @cached_property
    def facts(self) -> tuple[Facts, ...]:
        return chronology.facts(self.events, self.snapshot)

    @cached_property
    def course(self) -> Course:
        found = chronicle.relation(self.part, self.a, self.b)
        return chronicle.charted(
            found, self.snapshot.book, self.snapshot.read, self.snapshot.last_day, directions=False
        )

    @cached_property
    def positions(self) -> tuple[Position, ...]:
        said = [s.id for s in self.part.statements if s.side in (self.a, self.b)]
        return tuple(p for i in said for p in self.snapshot.stances.get(i, ()))

    @cached_property
    def said_by(self) -> Mapping[str, Sequence[tuple[date, Statement]]]:
        """side -> what it said with the day of its page, the latest first."""
        pages = self.snapshot.documents
        rows = [(pages[s.evidence.document].published or date.min, s) for s in self.part.statements]
        rows.sort(key=lambda row: (row[0], row[1].evidence.document, -row[1].evidence.start), reverse=True)
        return grouped((s.side, (d, s)) for d, s in rows if s.side)

    def account(self, day: date) -> Account:
        return ledger.account(self.part, self.a, self.b, day)


def between(snapshot: Snapshot, a: str, b: str) -> Between:
    return snapshot.remembered(("between", a, b), lambda: Between(snapshot, a, b))


def warm(snapshot: Snapshot) -> Iterator[None]:
    """Works out the largest relations before anybody asks for them, and draws them in each language, one a step."""
    largest = sorted(snapshot.by_pair, key=lambda pair: -len(snapshot.by_pair[pair]))
    for a, b in [pair for pair in largest[:LARGEST] if len(snapshot.by_pair[pair]) > LARGE]:
        found = between(snapshot, a, b)
        for name in ("part", "facts", "course", "said_by", "positions"):
            getattr(found, name)
        for view in (RelationPage(found, Speaker(snapshot, code), Asked()) for code in languages()):
            for name in ("plot", "through_time", "account"):
                getattr(view, name)
            view.facets()
        yield


@dataclass(frozen=True)
class RelationPage:
    """One visit. day: that on which measures are shown, the last of the period asked for, or of the record."""

    found: Between
    speaker: Speaker
    asked: Asked

    @property
    def path(self) -> str:
        return f"/r/{self.found.a}/{self.found.b}"

    @cached_property
    def desk(self) -> Desk:
        key = ("desk", self.found.a, self.found.b, self.speaker.language)
        return self._kept(key, lambda: Desk(self.found.part, self.speaker.snapshot.book, self.speaker.say))

    @cached_property
    def day(self) -> date | None:
        last = self.found.snapshot.last_day
        return min(self.asked.until, last) if self.asked.until and last else last

    # -- measures ------------------------------------------------------------------------------------------

    @cached_property
    def account(self) -> Account | None:
        day = self.day
        if day is None:
            return None
        return self._kept(("account", self.found.a, self.found.b, day), lambda: self.found.account(day))

    @cached_property
    def standing(self) -> Sequence[Standing]:
        return self.account.standing if self.account else ()

    def cards(self, rows: Sequence[Standing]) -> tuple[MeasureLine, ...]:
        return tuple(measure_line(self.desk, s.measure, s) for s in rows)

    @property
    def in_force(self) -> tuple[MeasureLine, ...]:
        return self.cards(self.standing[:CARDS])

    # -- drawings ------------------------------------------------------------------------------------------

    @cached_property
    def scale(self) -> Scale | None:
        return bars.span_of(self.found.course.both, self.found.part.measures, self.found.snapshot.last_day)

    @cached_property
    def plot(self) -> Plot | None:
        key = ("plot", self.found.a, self.found.b, self.speaker.language)
        return self._kept(key, lambda: charts.curve(self.found.course, self.desk))

    @cached_property
    def dots(self) -> Sequence[tuple[Dot, str, int]]:
        """(dot, where it leads, how many events it stands for): one to itself, several to their days in the chronology."""
        found = zip(self.plot.dots, charts.runs(self.found.course), strict=True) if self.plot else ()
        return [
            (
                dot,
                f"/e/{ids[0]}" if len(ids) == 1 else f"{self.asked.at(self.path, since=a, until=b)}#chronology",
                len(ids),
            )
            for dot, (a, b, ids) in found
        ]

    @cached_property
    def through_time(self) -> bars.Bars | None:
        measures = ledger.between(self.found.part.measures, self.found.a, self.found.b)
        last, whole = self.found.snapshot.last_day, self.scale
        if not (measures and last and whole):
            return None
        scale = bars.within(whole, self.asked.since, self.asked.until)
        title = self.speaker.say("ui.plot_measures", a=self.label(self.found.a), b=self.label(self.found.b))
        key = ("bars", self.found.a, self.found.b, self.speaker.language, scale)
        return self._kept(key, lambda: bars.draw(measures, self.desk, last, scale, title))

    def periods(self) -> Sequence[tuple[str, str, bool]]:
        """(words, address, whether it is shown) of the periods that end with the last page, and of the whole."""
        last, asked = self.found.snapshot.last_day, self.asked
        rows = [(self.speaker.say("desk.whole_period"), asked.without(self.path, "since", "until"), not asked.since)]
        for key, days in PERIODS if last and self.scale and self.scale.first < last else ():
            since = last - timedelta(days=days) if last else None
            rows.append((self.speaker.say(key), asked.at(self.path, since=since, until=last), asked.since == since))
        return rows

    @cached_property
    def shade(self) -> tuple[float, float] | None:
        return charts.shaded(self.scale, self.asked.since, self.asked.until) if self.scale else None

    # -- chronology ----------------------------------------------------------------------------------------

    @cached_property
    def matching(self) -> tuple[Facts, ...]:
        return chronology.matching(self.found.facts, self.asked)

    @cached_property
    def pages(self) -> int:
        return max(1, -(-len(self.matching) // SIZE))

    @property
    def n(self) -> int:
        return min(self.asked.n, self.pages)

    def lines(self) -> tuple[Line, ...]:
        start = (self.n - 1) * SIZE
        return tuple(self.desk.line(f.event) for f in self.matching[start : start + SIZE])

    def facets(self) -> Mapping[str, Sequence[tuple[str, str, int]]]:
        """name -> (value, in words, how many)."""
        key = ("counted", self.found.a, self.found.b, self.asked.but(n=1, order="new"))
        found = self._kept(key, lambda: chronology.counted(self.found.facts, self.asked))
        return {name: [(v, self.worded(name, v), n) for v, n in rows[:80]] for name, rows in found.items()}

    def worded(self, facet: str, value: str) -> str:
        """A value of a filter in words."""
        if facet == "status":
            return self.speaker.say(f"statuses.{value}")
        make = {"type": self.speaker.type, "side": self.label, "instrument": self.speaker.instrument}.get(facet)
        return make(value) if make else value

    @cached_property
    def review(self) -> int:
        return sum(e.review for e in self.found.events)

    # -- what else is said ---------------------------------------------------------------------------------

    @cached_property
    def contested(self) -> Sequence[Disagreement]:
        ids = {f.event.id for f in self.matching}
        found = [c for c in self.found.part.contradictions if c.event in ids]
        return [disagreement(self.desk, c) for c in found[:FEW]]

    @property
    def contested_count(self) -> int:
        ids = {f.event.id for f in self.matching}
        return sum(c.event in ids for c in self.found.part.contradictions)

    def said(self) -> Sequence[tuple[str, str, Sequence[tuple[Statement, Speech]]]]:
        """(code, name, the latest statements) of each side, in the period asked for."""
        return [(code, self.label(code), self._latest(code)) for code in (self.found.a, self.found.b)]

    def _latest(self, code: str) -> Sequence[tuple[Statement, Speech]]:
        since, until = self.asked.since or date.min, self.asked.until or date.max
        rows = (s for d, s in self.found.said_by.get(code, ()) if since <= d <= until)
        return [(s, speech(self.desk, s)) for s in islice(rows, FEW)]

    def stances(self) -> Sequence[tuple[Position, str, str]]:
        """(position, whose, on what), the latest on each topic of each side."""
        latest = {(p.side, p.kind, p.topic): p for p in self.found.positions}
        return [(p, self.label(p.side), self.topic(p)) for p in latest.values()]

    def topic(self, found: Position) -> str:
        return self.speaker.stood_on(found.kind, found.topic)

    def announced(self) -> Sequence[tuple[Commitment, Line]]:
        """What was told ahead and is open still, or should have come by now."""
        found = [c for c in self.found.part.commitments if c.state in ("open", "overdue")]
        ids = {e.id for e in self.found.events}
        return [(c, self.desk.line(self.desk.events[c.event])) for c in found if c.event in ids]

    def label(self, code: str) -> str:
        return self.speaker.side(code)

    def _kept(self, key: Hashable, make: Callable[[], T]) -> T:
        return self.found.snapshot.remembered(key, make)
