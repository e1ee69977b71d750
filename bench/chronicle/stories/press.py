"""What outlets print of the acts: readings in our record's own terms, and what is true of each report.

A page tells one act as news and a few earlier ones besides. Its first teller writes it; the next writes its own or
carries what is there, word for word or rewritten. Who carries carries the errors too, and adds no source.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from hashlib import sha256

from bench.chronicle.stories.rates import (
    GRAIN_LATER,
    GRAIN_NEWS,
    LAG,
    PEOPLED,
    PEOPLED_ELSE,
    PLACED,
    PLACED_ELSE,
    UNDATED,
    Rates,
)
from bench.chronicle.stories.world import Act, Pair, word

from detente.chronicle.clues import NEIGHBOURS
from detente.model import Basis, Document, Page, Reading, Report, Status, When

KEPT_WORDS = 0.6  # share of an act's words in a sentence of one's own; ours
KEPT_WHEN_REWRITTEN = 0.75  # share of a sentence's words in its rewrite; ours
COGNATE = 0.25  # share of words alike in both languages, to their first five letters; ours
SINCE = 0.15  # of background on what stands says since when it has; ours
COARSE_PLACE = 0.2  # of places are said as the country; ours


@dataclass(frozen=True, slots=True)
class Outlet:
    name: str
    side: str  # a state, or "" for neither
    language: str
    reach: float


@dataclass(frozen=True, slots=True)
class Said:
    """What is true of one report. wrong: fields on which it errs. since: it dates from when it runs, not the act."""

    act: int
    wrong: frozenset[str] = frozenset()
    since: bool = False


@dataclass(slots=True)
class Printed:
    """The pages so far. origins: document -> first document of its origin; revisions: (document, the one replaced)."""

    readings: list[Reading] = field(default_factory=list)
    said: dict[str, Said] = field(default_factory=dict)
    outlet: dict[str, str] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    copies: list[tuple[str, str]] = field(default_factory=list)
    revisions: list[tuple[str, str]] = field(default_factory=list)
    places: dict[str, tuple[str, int]] = field(
        default_factory=dict
    )  # name -> country, and which of its places (0: all)


Told = tuple[Act, Status, bool]  # an act, how far it got on the day of the page, whether it is the page's news
Line = tuple[Report, Said]  # a report, its evidence still to be placed


class Press:
    """The outlets that write about one pair."""

    def __init__(self, pair: Pair, acts: Sequence[Act], rates: Rates, rng: random.Random, printed: Printed) -> None:
        self._pair, self._acts, self._rates, self._rng, self._printed = pair, acts, rates, rng, printed
        self._outlets = outlets(pair, rates, rng)
        self._foreign: dict[str, str] = {}
        for side, places in pair.places.items():
            printed.places |= {name: (side, places.index(p)) for p in places for name in p}

    def print_all(self) -> None:
        for act in self._acts:
            if act.announced and act.set_for:
                self._cover(replace(act, day=act.set_for), Status.PLANNED, act.announced, act.weight / 2)
            if act.called_off and act.set_for:
                self._cover(act, Status.CANCELLED, act.set_for - timedelta(self._rng.randrange(2)), act.weight)
                continue
            first = self._cover(act, Status.OCCURRED, act.day, act.weight)
            if self._rng.random() < self._rates.disputed:
                self._cover(act, Status.DENIED, first + timedelta(self._rng.randrange(1, 3)), act.weight / 2)

    def _cover(self, act: Act, status: Status, day: date, weight: float) -> date:
        """The pages of all outlets that tell an act from `day` on, at least one; the day of the first."""
        rng = self._rng
        chosen = [o for o in self._outlets if rng.random() < weight * o.reach] or [rng.choice(self._outlets)]
        days = sorted((day + timedelta(rng.choices(*zip(*LAG, strict=True))[0]), i) for i in range(len(chosen)))
        if status is Status.PLANNED:  # nobody announces what is over
            days = [(min(d, max(act.day - timedelta(1), day)), i) for d, i in days]
        written: list[tuple[Reading, list[Line]]] = []
        for printed, number in days:
            written.append(self._page(chosen[number], printed, (act, status, True), written))
        return days[0][0]

    def _page(
        self, outlet: Outlet, day: date, news: Told, before: list[tuple[Reading, list[Line]]]
    ) -> tuple[Reading, list[Line]]:
        rng, rates = self._rng, self._rates
        source = rng.choice(before) if before and rng.random() >= rates.original else None
        if source is None:
            lines = self._own(outlet, day, news)
        elif rng.random() < rates.verbatim and source[0].document.language == outlet.language:
            lines = source[1]
        else:
            lines = [self._rewritten(line, outlet) for line in source[1]]
        reading = self._printed_as(outlet, day, lines)
        head = source[0].document.id if source else reading.document.id
        self._printed.origins[reading.document.id] = self._printed.origins.get(head, head)
        if source:
            self._printed.copies.append((reading.document.id, head))
        elif any(said.wrong for _, said in lines) and rng.random() < rates.corrected:
            self._correct(outlet, day, news, reading)
        return reading, lines

    def _correct(self, outlet: Outlet, day: date, news: Told, wrong: Reading) -> None:
        """The outlet prints its page anew, without its errors."""
        careful = Press(self._pair, self._acts, self._rates.press(0), self._rng, self._printed)
        careful._foreign = self._foreign
        right = self._printed_as(outlet, day + timedelta(1), careful._own(outlet, day, news))
        self._printed.origins[right.document.id] = self._printed.origins[wrong.document.id]
        self._printed.revisions.append((right.document.id, wrong.document.id))

    def _own(self, outlet: Outlet, day: date, news: Told) -> list[Line]:
        told = [news, *self._background(day, news[0])]
        return [self._line(outlet, day, *one) for one in told]

    def _background(self, day: date, news: Act) -> Iterator[Told]:
        """Earlier acts of the pair, the recent and the much told before others."""
        rng = self._rng
        earlier = [a for a in self._acts if a.day < day - timedelta(1) and a.key != news.key and not a.called_off]
        recent = earlier[-25:]
        many = min(_poisson(rng, self._rates.background), len(recent))
        chosen = {rng.choices(recent, [a.weight * (i + 1) for i, a in enumerate(recent)])[0] for _ in range(many)}
        for act in sorted(chosen, key=lambda a: a.key):
            stands = act.effect in ("impose", "close", "suspend") and rng.random() < SINCE
            yield act, Status.ONGOING if stands else Status.OCCURRED, False

    def _line(self, outlet: Outlet, day: date, act: Act, status: Status, news: bool) -> Line:
        """One telling of one act, with what this teller leaves out and gets wrong."""
        rng, rates = self._rng, self._rates
        since = status is Status.ONGOING
        when, bad_date = self._dated(act, news, since)
        place, bad_place = self._placed(act, outlet)
        people, bad_person = self._peopled(act, news)
        amount, bad_amount = self._figure(act)
        roles = bool(act.other) and not act.symmetric and rng.random() < rates.wrong_roles
        sides = (act.other, act.actor) if roles else (act.actor, act.other)
        report = Report(
            act=act.act,
            type=act.type,
            actors=tuple(sorted(sides)) if act.symmetric else sides[:1],
            recipients=() if act.symmetric else sides[1:],
            evidence=Document("-", "-", "-", (quote := self._quote(act, outlet)), "fr").evidence(0, len(quote)),
            confidence=0.8,
            rule="story",
            people=people,
            when=when,
            place=place,
            status=status,
            instrument=act.instrument,
            amount=amount,
            effect=act.effect,
            answers=act.answers and rng.random() < 0.5,
            effective=_day(act.starts) if act.starts and not since and rng.random() < 0.5 else None,
        )
        bad = {"date": bad_date, "place": bad_place, "people": bad_person, "amount": bad_amount, "roles": roles}
        return self._miscoded(report), Said(act.key, frozenset(k for k, v in bad.items() if v), since)

    def _dated(self, act: Act, news: bool, since: bool) -> tuple[When | None, bool]:
        rng = self._rng
        if rng.random() < UNDATED.get(act.type, 0.4):
            return None, False
        day = act.starts if since and act.starts else act.day
        wrong = rng.random() < self._rates.wrong_date
        if wrong:
            day = _slipped(day, rng)
        grain = rng.choices(("day", "month", "year"), GRAIN_NEWS if news else GRAIN_LATER)[0]
        whole = dated(day, grain)
        return (When(whole.earliest, None, f"{whole.edtf}/..", Basis.STATED) if since else whole), wrong

    def _placed(self, act: Act, outlet: Outlet) -> tuple[str | None, bool]:
        rng = self._rng
        if not act.place[0] or rng.random() >= PLACED.get(act.type, PLACED_ELSE):
            return None, False
        column = 0 if outlet.language == "fr" else 1
        if rng.random() < self._rates.wrong_place:
            others = [p for side in self._pair.places.values() for p in side[1:] if p != act.place]
            return rng.choice(others)[column], True
        home = next(side for side, places in self._pair.places.items() if act.place in places)
        said = self._pair.places[home][0] if rng.random() < COARSE_PLACE else act.place
        return said[column], False

    def _peopled(self, act: Act, news: bool) -> tuple[tuple[str, ...], bool]:
        rng = self._rng
        if not act.people or rng.random() >= PEOPLED.get(act.type, PEOPLED_ELSE):
            return (), False
        named = list(act.people if rng.random() < 0.5 else act.people[:1])
        wrong = rng.random() < self._rates.wrong_person
        if wrong:
            side = next(s for s, people in self._pair.people.items() if named[0] in people)
            named[0] = rng.choice([p for p in self._pair.people[side] if p != named[0]])
        short = not news and rng.random() < 0.5
        return tuple(sorted(p.split()[-1] if short else p for p in named)), wrong

    def _figure(self, act: Act) -> tuple[str | None, bool]:
        rng = self._rng
        if act.amount is None or rng.random() < 0.4:
            return None, False
        if rng.random() < self._rates.wrong_figure:
            off = rng.choice((act.amount * 10, act.amount // 10, int(act.amount * rng.uniform(0.4, 1.8)) // 10 * 10))
            return f"{off} USD", off != act.amount
        digits = len(str(act.amount)) - 2
        return f"{round(act.amount, -digits) if rng.random() < self._rates.rounded else act.amount} USD", False

    def _quote(self, act: Act, outlet: Outlet) -> str:
        rng = self._rng
        kept = [w for w in act.words if rng.random() < KEPT_WORDS]
        return " ".join([*(self._in(outlet.language, w) for w in kept), *(word(rng) for _ in range(5))]).capitalize()

    def _in(self, language: str, french: str) -> str:
        if language == "fr":
            return french
        if french not in self._foreign:
            self._foreign[french] = french if self._rng.random() < COGNATE else word(self._rng)
        return self._foreign[french]

    def _rewritten(self, line: Line, outlet: Outlet) -> Line:
        """The same sentence in other words; what it leaves out is left out, nothing is added."""
        rng, (report, said) = self._rng, line
        kept = [w for w in report.evidence.quote.split() if rng.random() < KEPT_WHEN_REWRITTEN]
        quote = " ".join([*(self._in(outlet.language, w.lower()) for w in kept), word(rng), word(rng)])
        place = report.place
        if place:
            both = [p for side in self._pair.places.values() for p in side if place in p]
            place = both[0][0 if outlet.language == "fr" else 1]
        evidence = replace(report.evidence, end=len(quote), quote=quote)
        return replace(report, evidence=evidence, place=place, people=report.people[:1]), said

    def _miscoded(self, report: Report) -> Report:
        """What a coder makes of the sentence."""
        rng, rates = self._rng, self._rates
        near = sorted({t for pair in NEIGHBOURS if report.type in pair for t in pair} - {report.type})
        if near and rng.random() < rates.other_type:
            report = replace(report, type=(other := rng.choice(near)), act=other.lower())
        if rng.random() < rates.lost_people:
            report = replace(report, people=())
        if report.recipients and rng.random() < rates.lost_side:
            report = replace(report, actors=tuple(sorted((*report.actors, *report.recipients))), recipients=())
        if rng.random() < rates.lost_date:
            report = replace(report, when=None)
        if rng.random() < rates.lost_instrument:
            report = replace(report, instrument=None, effect=None)
        return report

    def _printed_as(self, outlet: Outlet, day: date, lines: Sequence[Line]) -> Reading:
        """A page of these sentences, one a paragraph."""
        printed = self._printed
        uri = f"stories/{self._pair.a}-{self._pair.b}/{len(printed.readings)}.txt"
        name = sha256(uri.encode()).hexdigest()
        text = "\n\n".join(report.evidence.quote for report, _ in lines)
        page = Document(name, name, uri, text, outlet.language, outlet=outlet.name, published=day)
        reports, start = [], 0
        for report, said in lines:
            length = len(report.evidence.quote)
            reports.append(replace(report, evidence=page.evidence(start, start + length)))
            printed.said[reports[-1].id] = said
            start += length + 2
        reading = Reading(Page(b"", uri), page, reports=tuple(reports), relevant=True)
        printed.readings.append(reading)
        printed.outlet[name] = outlet.name
        return reading


def outlets(pair: Pair, rates: Rates, rng: random.Random) -> list[Outlet]:
    """Three outlets on each side, six elsewhere, one an agency; a third write the other language."""
    sides = [pair.a] * 3 + [pair.b] * 3 + [""] * 6
    reach = [1.0, 0.7, 0.4] * 2 + [1.5, 0.8, 0.6, 0.5, 0.4, 0.3]
    language = ["en" if rng.random() < rates.foreign else "fr" for _ in sides]
    return [
        Outlet(f"{word(rng, 2)} {n}", side, lang, r)
        for n, (side, lang, r) in enumerate(zip(sides, language, reach, strict=True))
    ]


def _poisson(rng: random.Random, mean: float) -> int:
    """How many arrive within `mean` times of one another's average."""
    many, left = 0, rng.expovariate(1)
    while left < mean:
        many, left = many + 1, left + rng.expovariate(1)
    return many


def _slipped(day: date, rng: random.Random) -> date:
    """A day gone wrong: by one, by a week, by a month, by a year (ours)."""
    by = rng.choices((1, 7, 30, 365), (0.6, 0.2, 0.1, 0.1))[0]
    return day + timedelta(rng.choice((-by, by)))


def dated(day: date, grain: str) -> When:
    """The day, its month or its year."""
    return {"day": _day, "month": _month, "year": _year}[grain](day)


def _day(day: date) -> When:
    return When(day, day, day.isoformat(), Basis.STATED)


def _month(day: date) -> When:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return When(day.replace(day=1), following - timedelta(1), f"{day:%Y-%m}", Basis.STATED)


def _year(day: date) -> When:
    return When(date(day.year, 1, 1), date(day.year, 12, 31), f"{day:%Y}", Basis.STATED)
