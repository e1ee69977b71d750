"""What a measure answers: the other side's measure before it, if words say so, or a mirror, or the days between."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

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


def answered(found: Sequence[Told]) -> list[Measure]:
    """Each measure with what it answers and how that is known: "said", "mirror", "soon", or "beside" another answer."""
    replies = {m.id: _answer(m, episode, found) for m, episode in found}
    claims = {m.id: _claim(m, episode) for m, episode in found}
    for mine, other in sorted((mine, reply[0]) for mine, reply in replies.items() if reply):
        if replies[mine] and (back := replies.get(other)) and back[0] == mine:
            replies[min(mine, other, key=claims.__getitem__)] = (
                None  # both seem to answer: the one of which it is said more
            )
    starts, meant = {m.id: m.start for m, _ in found}, {reply[0] for reply in replies.values() if reply}
    free = [told for told in found if replies[told[0].id] is None and told[0].id not in meant]
    replies |= {told[0].id: beside(told, found, replies) for told in free}
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


def _answer(measure: Measure, episode: Sequence[Step], found: Sequence[Told]) -> tuple[str, str] | None:
    """The measure it answers and why: a mirror before any other, of several the latest."""
    said = any(s.answers for s in episode if not s.closes)
    choices = [
        (m, why)
        for m, steps, known, within in _facing(measure, episode, found)
        if (why := _why(measure, m, said and known, within) or _by_its_place(measure, m, episode, steps))
    ]
    best = max(choices, key=lambda c: (_alike(measure, c[0]), _day(c[0].start), c[0].id), default=None)
    return (best[0].id, best[1]) if best else None


def _facing(
    measure: Measure, episode: Sequence[Step], found: Sequence[Told]
) -> Iterator[tuple[Measure, Sequence[Step], bool, timedelta]]:
    """What the other side imposes on this one, by its steps, whether we know a day by which it was known, and how soon one that answers
    follows."""
    own = _pages(episode)
    for m, steps in found:
        if m is not measure and m.imposer == measure.target and m.target == measure.imposer:
            known = m.start is not None or any(s.told for s in steps) or _alike(measure, m)
            yield m, steps, known, SOON if own.isdisjoint(_pages(steps)) else TOGETHER


def _pages(episode: Sequence[Step]) -> frozenset[str]:
    return frozenset(r.evidence.document for s in episode for r in s.event.reports)


def _alike(measure: Measure, other: Measure) -> bool:
    return related(measure.instrument, other.instrument)


def _why(measure: Measure, other: Measure, said: bool, within: timedelta) -> str | None:
    if said and not follows(other.start, measure.start) and (_alike(measure, other) or _not_long(measure, other)):
        return "said"
    if _alike(measure, other) and follows(measure.start, other.start):
        return "mirror"
    return "soon" if follows(measure.start, other.start, within) and _to_the_day(measure, other) else None


def _by_its_place(measure: Measure, other: Measure, episode: Sequence[Step], steps: Sequence[Step]) -> str | None:
    """How an answer is known from where the page tells it."""
    if right_behind(measure, other, episode, steps):
        return "mirror"
    return _told_behind(measure, other, episode, steps)


def _told_behind(measure: Measure, other: Measure, episode: Sequence[Step], steps: Sequence[Step]) -> str | None:
    """ "Kenya has closed its border. Somalia shut its airspace *on Sunday*": one dated to the day, told in one page behind
    what nobody dates, while both are news. So are told three answers of ours (dev2, dev3), and nothing else of this kind."""
    day, told = measure.start, min((s.told for s in steps if s.told), default=None)
    if other.start or other.state in CLOSED or measure.instrument in CUSTODY or not (day and day.earliest and told):
        return None
    news = day.days is not None and day.days <= PRECISE and timedelta(0) <= told - day.earliest <= TOGETHER
    first, later = _places(steps), _places(episode)
    return "soon" if news and any(first[page] < later[page] for page in first.keys() & later.keys()) else None


def _places(episode: Sequence[Step]) -> dict[str, int]:
    """Where each page first tells of it."""
    told = sorted(((r.evidence.document, r.evidence.start) for s in episode for r in s.event.reports), reverse=True)
    return dict(told)


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
