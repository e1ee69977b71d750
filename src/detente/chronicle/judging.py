"""What analysts decided, applied to what was read: the latest word on a thing wins, whatever order they arrive in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

from detente.chronicle.attaching import attached, by_page
from detente.chronicle.corrections import corrected
from detente.chronicle.groups import Groups
from detente.chronicle.linking import NONE, Links, Pair
from detente.chronicle.tellings import block_of
from detente.codebook import Codebook
from detente.model import Effect, Event, Judged, Judgement, Reading, Report, UsageError, Verdict

Held = tuple[tuple[str, ...], tuple[str, ...]]  # report ids on the first side, and on the other


@dataclass(frozen=True, slots=True)
class Ruling:
    """What judgements make of readings. readings: with their reports corrected. wrong, right: report ids.

    of_events: corrections of events, oldest first, each with the reports it was made on. judged: what became of each
    judgement so far, by its id. was: a corrected report -> as it was coded, where it is still between the same parties.
    """

    readings: tuple[Reading, ...]
    wrong: frozenset[str] = frozenset()
    right: frozenset[str] = frozenset()
    links: Links = NONE
    of_events: tuple[tuple[Judgement, tuple[str, ...]], ...] = ()
    judged: Mapping[str, Judged] = field(default_factory=dict)
    was: Mapping[str, str] = field(default_factory=dict)


UNJUDGED = Ruling(())


def rule(readings: Sequence[Reading], judgements: Iterable[Judgement], book: Codebook) -> Ruling:
    """All judgements on these readings; the same for any order of either."""
    ordered = sorted({j.id: j for j in judgements}.values(), key=lambda j: j.order)
    if not ordered:
        return Ruling(tuple(readings))
    bench = _Bench(readings, book)
    undone = _undone(ordered)
    for judgement in reversed(ordered):
        if judgement.id in undone:
            bench.close(judgement, Effect.UNDONE, by=undone[judgement.id])
        elif judgement.verdict is Verdict.UNDONE:
            known = any(j.id == judgement.undoes for j in ordered)
            bench.close(judgement, Effect.APPLIED if known else Effect.DETACHED)
        else:
            bench.hear(judgement)
    return bench.ruling()


def _undone(ordered: Sequence[Judgement]) -> dict[str, str]:
    """Judgement -> the one that undid it last; who undoes an undoing brings the first back."""
    found: dict[str, str] = {}
    for judgement in reversed(ordered):
        if judgement.undoes and judgement.id not in found:
            found.setdefault(judgement.undoes, judgement.id)
    return found


class _Bench:
    """Judgements heard one by one, the latest first: what is decided already is not decided again."""

    def __init__(self, readings: Sequence[Reading], book: Codebook) -> None:
        self.readings, self.book = readings, book
        self.pages = by_page(readings)
        self.reports = {r.id: r for reading in readings for r in reading.reports}
        self.decided: dict[tuple[str, str], Judgement] = {}  # (report, field or "whether") -> the latest word
        self.changed: dict[str, Report] = {}
        self.joined, self.apart = Groups(self.reports), list[tuple[Pair, Judgement]]()
        self.same: list[tuple[Pair, Judgement]] = []
        self.of_events: list[tuple[Judgement, tuple[str, ...]]] = []
        self.judged: dict[str, Judged] = {}

    def close(self, judgement: Judgement, effect: Effect, on: Iterable[str] = (), by: str | None = None) -> None:
        self.judged[judgement.id] = Judged(judgement, effect, tuple(sorted(set(on))), by)

    def hear(self, judgement: Judgement) -> None:
        one, other = self._held(judgement)
        if not one or (judgement.others and not other):
            return self.close(judgement, Effect.DETACHED)
        if judgement.verdict is Verdict.SAME:
            return self._join(judgement, one, other)
        if judgement.verdict is Verdict.DIFFERENT:
            return self._part(judgement, one, other)
        if judgement.of_event and judgement.field:
            self.of_events.append((judgement, one))
            return self.close(judgement, Effect.APPLIED, one)
        return self._decide(judgement, one)

    def _held(self, judgement: Judgement) -> Held:
        sides = (judgement.anchors, judgement.others)
        one, other = ([r.id for a in side if (r := attached(a, self.pages))] for side in sides)
        return tuple(dict.fromkeys(one)), tuple(dict.fromkeys(other))

    def _decide(self, judgement: Judgement, on: Sequence[str]) -> None:
        """Wrong, right, or another value: on each report the latest word on that matter; a value says it is right."""
        later = [self._later(judgement, i) for i in on]
        mine = [i for i, word in zip(on, later, strict=True) if word is None]
        if not mine:
            return self.close(judgement, Effect.OVERRULED, on, next(w.id for w in later if w))
        for i in mine:
            if judgement.field and judgement.value is not None:
                try:
                    now = corrected(self.changed.get(i, self.reports[i]), judgement.field, judgement.value, self.book)
                except (UsageError, ValueError):  # a code that this codebook no longer has
                    return self.close(judgement, Effect.DETACHED, on)
                self.changed[i] = now
                self.decided[i, judgement.field] = judgement
            self.decided.setdefault((i, "whether"), judgement)
        self.close(judgement, Effect.APPLIED, mine)

    def _later(self, judgement: Judgement, report: str) -> Judgement | None:
        """The later word that leaves this one nothing to say on a report."""
        whether = self.decided.get((report, "whether"))
        if judgement.verdict is Verdict.CORRECTED:
            gone = whether if whether and whether.verdict is Verdict.WRONG else None
            return gone or self.decided.get((report, judgement.field or ""))
        return whether

    def _join(self, judgement: Judgement, one: Sequence[str], other: Sequence[str]) -> None:
        pair = (one[0], other[0])
        a, b = (self.joined.head(i) for i in pair)
        for (x, y), against in self.apart:
            if {self.joined.head(x), self.joined.head(y)} == {a, b} and a != b:
                return self.close(judgement, Effect.OVERRULED, pair, against.id)
        self.joined.join(*pair)
        self.same.append((pair, judgement))
        self.close(judgement, Effect.APPLIED, pair)

    def _part(self, judgement: Judgement, one: Sequence[str], other: Sequence[str]) -> None:
        pairs = [(a, b) for a, b in product(one, other) if a != b]
        if any(self.joined.head(a) == self.joined.head(b) for a, b in pairs) or not pairs:
            last = next((j.id for (a, b), j in self.same if {a, b} & {*one, *other}), None)
            return self.close(judgement, Effect.OVERRULED if last else Effect.DETACHED, (*one, *other), last)
        self.apart += [(pair, judgement) for pair in pairs]
        self.close(judgement, Effect.APPLIED, (*one, *other))

    def ruling(self) -> Ruling:
        new = {i: r.id for i, r in self.changed.items()}

        def now(ids: Iterable[str]) -> tuple[str, ...]:
            return tuple(new.get(i, i) for i in ids)

        verdicts = {i: j.verdict for (i, what), j in self.decided.items() if what == "whether"}
        wrong = frozenset(now(i for i, v in verdicts.items() if v is Verdict.WRONG))
        return Ruling(
            readings=tuple(self._read(r) for r in self.readings),
            wrong=wrong,
            right=frozenset(now(verdicts)) - wrong,
            links=Links(
                tuple((now(p)[0], now(p)[1]) for p, _ in self.same),
                tuple((now(p)[0], now(p)[1]) for p, _ in self.apart),
            ),
            of_events=tuple((j, now(on)) for j, on in reversed(self.of_events)),
            judged={key: replace(j, reports=now(j.reports)) for key, j in self.judged.items()},
            was={r.id: i for i, r in self.changed.items() if block_of(r) == block_of(self.reports[i])},
        )

    def _read(self, reading: Reading) -> Reading:
        if not any(r.id in self.changed for r in reading.reports):
            return reading
        return replace(reading, reports=tuple(self.changed.get(r.id, r) for r in reading.reports))


def on_events(events: Iterable[Event], ruling: Ruling, book: Codebook) -> tuple[tuple[Event, ...], dict[str, Judged]]:
    """Events with the values analysts gave them, marked with what bears on them; what became of the corrections of these."""
    if not (ruling.of_events or ruling.judged or ruling.right):
        return tuple(events), {}
    known = {e.id: e for e in events}
    home = {r.id: e.id for e in known.values() for r in e.reports}
    judged: dict[str, Judged] = {}
    said: dict[tuple[str, str], str] = {}
    for judgement, on in reversed(ruling.of_events):
        held = [home[i] for i in on if i in home]
        if held:
            target = min(set(held), key=lambda e: (-held.count(e), e))
            judged[judgement.id], known[target] = _correct(judgement, on, known[target], said, book)
    marks = _marks({**ruling.judged, **judged}.values(), home)
    return tuple(_marked(e, marks.get(e.id, ()), ruling) for e in known.values()), judged


def _marks(judged: Iterable[Judged], home: Mapping[str, str]) -> dict[str, list[str]]:
    """Event -> the judgements that hold on it, the earliest first."""
    marks: dict[str, list[str]] = {}
    for j in sorted(judged, key=lambda j: j.judgement.order):
        for key in {home[i] for i in j.reports if i in home} if j.effect is Effect.APPLIED else ():
            marks.setdefault(key, []).append(j.judgement.id)
    return marks


def _marked(event: Event, marks: Iterable[str], ruling: Ruling) -> Event:
    right = any(r.id in ruling.right for r in event.reports)
    return replace(event, judged=tuple(marks), review=event.review and not right)


def _correct(
    judgement: Judgement, on: Sequence[str], event: Event, said: dict[tuple[str, str], str], book: Codebook
) -> tuple[Judged, Event]:
    """One correction of an event: of the one that holds most of the reports it was made on."""
    name, value = judgement.field or "", judgement.value or ""
    if (event.id, name) in said:
        return Judged(judgement, Effect.OVERRULED, tuple(on), said[event.id, name]), event
    try:
        changed = corrected(event, name, value, book)
    except (UsageError, ValueError):
        return Judged(judgement, Effect.DETACHED, tuple(on)), event
    said[event.id, name] = judgement.id
    return Judged(judgement, Effect.APPLIED, tuple(on)), changed
