"""What a measure answers: the other side's measure before it, if words say so, or a mirror, or the days between."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from operator import itemgetter

from detente.chronicle.adjoining import beside, right_behind
from detente.chronicle.clues import related
from detente.chronicle.states import CUSTODY
from detente.chronicle.steps import CLOSED, Step
from detente.model import Basis, Measure, When

REPLY = timedelta(days=366)  # a mirror measure later than this is not taken for an answer; our choice
# Whatever its instrument, one that follows so soon upon the other side's is taken for an answer. Of those that do within three days on
# our coded pages (dev, dev2, dev3, seeds, examples) 17 of 27 answer; of those that do later, within two weeks, 6 of 7.
SOON = timedelta(days=3)
TOGETHER = timedelta(days=14)  # the same, where one page tells both
PRECISE = 3  # days; what begins within no more is dated to the day
REPLIED = "an answer: not before what it answers, not after the first page that tells it"

Told = tuple[Measure, Sequence[Step]]
Parties = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True)
class Tale:
    """A measure with its steps, and what is asked of them for each that may answer it."""

    measure: Measure
    steps: Sequence[Step]

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each page first tells of it."""
        told = ((r.evidence.document, r.evidence.start) for s in self.steps for r in s.event.reports)
        return dict(sorted(told, reverse=True))

    @cached_property
    def known(self) -> date | None:
        """The first day by which it was told."""
        return min((s.told for s in self.steps if s.told), default=None)

    @cached_property
    def said(self) -> bool:
        """Whether it is told as an answer."""
        return any(s.answers for s in self.steps if not s.closes)


class Faced:
    """What each two parties do, by the pages that tell of it and by the day by which it had begun."""

    def __init__(self, tales: Iterable[Tale]) -> None:
        self._between: dict[Parties, list[Tale]] = defaultdict(list)
        self._on: dict[tuple[Parties, str], list[Tale]] = defaultdict(list)
        self._begun: dict[Parties, list[tuple[int, str, Tale]]] = defaultdict(list)
        for tale in tales:
            mine = tale.measure
            parties = mine.imposer, mine.target
            self._between[parties].append(tale)
            for page in tale.places:
                self._on[parties, page].append(tale)
            if mine.start and mine.start.latest:
                self._begun[parties].append((mine.start.latest.toordinal(), mine.id, tale))
        for begun in self._begun.values():
            begun.sort(key=itemgetter(0, 1))

    def by(self, tale: Tale) -> Collection[Tale]:
        """What the other side does that it may answer: anything if it is said to answer; else what a page tells beside it, and what
        began in the time before it in which a mirror is an answer."""
        mine = tale.measure
        parties = mine.target, mine.imposer
        if tale.said:
            return [other for other in self._between[parties] if other is not tale]
        near = {o.measure.id: o for page in tale.places for o in self._on.get((parties, page), ()) if o is not tale}
        first = mine.start.earliest.toordinal() if mine.start and mine.start.earliest else 0
        begun = self._begun.get(parties, [])
        lower, upper = (bisect_left(begun, day, key=itemgetter(0)) for day in (first - REPLY.days, first))
        return (near | {o.measure.id: o for _, _, o in begun[lower:upper]}).values()


def answered(found: Sequence[Told]) -> list[Measure]:
    """Each measure with what it answers and how that is known: "said", "mirror", "soon", or "beside" another answer."""
    tales = [Tale(m, episode) for m, episode in found]
    faced = Faced(tales)
    replies = {tale.measure.id: _answer(tale, faced) for tale in tales}
    claims = {m.id: _claim(m, episode) for m, episode in found}
    for mine, other in sorted((mine, reply[0]) for mine, reply in replies.items() if reply):
        if replies[mine] and (back := replies.get(other)) and back[0] == mine:
            replies[min(mine, other, key=claims.__getitem__)] = (
                None  # both seem to answer: the one of which it is said more
            )
    starts, meant = {m.id: m.start for m, _ in found}, {reply[0] for reply in replies.values() if reply}
    free = [told for told in found if replies[told[0].id] is None and told[0].id not in meant]
    answers = [told for told in found if replies[told[0].id]]
    replies |= {told[0].id: beside(told, answers, replies) for told in free}
    return [_with(m, replies[m.id], starts, episode) for m, episode in found]


def _with(
    measure: Measure, reply: tuple[str, str] | None, starts: dict[str, When | None], episode: Sequence[Step]
) -> Measure:
    if reply is None:
        return measure
    start = measure.start or _after(starts.get(reply[0]), episode)
    return replace(measure, reciprocal_of=reply[0], reciprocal_by=reply[1], start=start)


Claim = tuple[float, date, date, int, str]


def _claim(measure: Measure, episode: Sequence[Step]) -> Claim:
    """How surely it answers: the share of its reports that say so, then how late it begins, then how late it is told."""
    told = [r for s in episode for r in s.event.reports]
    share, start = sum(r.answers for r in told) / len(told), measure.start
    last = (start.latest if start else None) or date.max
    return share, _day(start) if start else date.max, last, min(r.evidence.start for r in told), measure.id


def _after(answered: When | None, episode: Sequence[Step]) -> When | None:
    """When an undated answer began: not before what it answers, not after the first page that tells it."""
    told = [d for s in episode if (d := s.told)]
    if answered is None or answered.earliest is None or not told or min(told) < answered.earliest:
        return None
    one_of = answered.edtf.startswith("[")  # a set has no first part that could open an interval
    start = answered.earliest.isoformat() if one_of else answered.edtf.split("/")[0]
    return When(answered.earliest, min(told), f"{start}/{min(told)}", Basis.INFERRED, REPLIED)


def _answer(tale: Tale, faced: Faced) -> tuple[str, str] | None:
    """The measure it answers and why: a mirror before any other, of several the latest."""
    choices = [
        (other.measure, why) for other in faced.by(tale) if (why := _why(tale, other) or _by_its_place(tale, other))
    ]
    best = max(choices, key=lambda c: (_alike(tale.measure, c[0]), _day(c[0].start), c[0].id), default=None)
    return (best[0].id, best[1]) if best else None


def _alike(measure: Measure, other: Measure) -> bool:
    return related(measure.instrument, other.instrument)


def _why(tale: Tale, facing: Tale) -> str | None:
    """How an answer is known from what is said of both, or from their days."""
    measure, other = tale.measure, facing.measure
    known = other.start is not None or facing.known is not None or _alike(measure, other)
    if (
        tale.said
        and known
        and not follows(other.start, measure.start)
        and (_alike(measure, other) or _not_long(measure, other))
    ):
        return "said"
    if _alike(measure, other) and follows(measure.start, other.start):
        return "mirror"
    within = SOON if tale.places.keys().isdisjoint(facing.places) else TOGETHER
    return "soon" if follows(measure.start, other.start, within) and _to_the_day(measure, other) else None


def _by_its_place(tale: Tale, facing: Tale) -> str | None:
    """How an answer is known from where the page tells it."""
    if right_behind(tale.measure, facing.measure, tale.steps, facing.steps):
        return "mirror"
    return _told_behind(tale, facing)


def _told_behind(tale: Tale, facing: Tale) -> str | None:
    """ "Kenya has closed its border. Somalia shut its airspace *on Sunday*": one dated to the day, told in one page behind
    what nobody dates, while both are news. So are told three answers of ours (dev2, dev3), and nothing else of this kind."""
    day, other, told = tale.measure.start, facing.measure, facing.known
    custody = tale.measure.instrument in CUSTODY
    if other.start or other.state in CLOSED or custody or not (day and day.earliest and told):
        return None
    news = day.days is not None and day.days <= PRECISE and timedelta(0) <= told - day.earliest <= TOGETHER
    first, later = facing.places, tale.places
    return "soon" if news and any(first[page] < later[page] for page in first.keys() & later.keys()) else None


def _not_long(measure: Measure, other: Measure) -> bool:
    """Whether the other began within a year before, or nobody says when."""
    if not (measure.start and other.start):
        return True
    return abs((_day(measure.start) - _day(other.start)).days) <= REPLY.days


def _to_the_day(*both: Measure) -> bool:
    return all(m.start is not None and m.start.days is not None and m.start.days <= PRECISE for m in both)


def follows(later: When | None, earlier: When | None, within: timedelta = REPLY) -> bool:
    """Whether the first begins after the second for certain, and soon enough to answer it."""
    if not (later and earlier and later.earliest and earlier.latest):
        return False
    return earlier.latest < later.earliest <= earlier.latest + within


def _day(when: When | None) -> date:
    return (when.earliest or when.latest or date.min) if when else date.min
