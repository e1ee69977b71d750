"""The agenda of each meeting: what stood between the two that day, and what the pages say came up."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from detente.chronicle.irritants import AGAINST, GIVES_WAY, TOLD, Pair, Topic, day_of, in_time, pairs, topics
from detente.chronicle.ledger import in_force
from detente.model import Agenda, Document, Event, Item, Measure, Statement, When

RECENT = timedelta(days=366)  # what was raised longer ago no longer waits for the next meeting; our choice
SHOWN = 5  # events that raised a topic, the last ones
DEALT = GIVES_WAY | {"AGREE"}


def agenda(
    events: Sequence[Event],
    measures: Sequence[Measure],
    statements: Sequence[Statement],
    pages: Iterable[Document] = (),
) -> tuple[Agenda, ...]:
    """One for each meeting that was held on a known day and each two of its parties, in the order of days.

    pages: those of the record; what one printed before the meeting says was not said at it.
    Meetings on which nothing stood between the two, and nothing came up, are left out.
    """
    by_pair: dict[Pair, dict[str, Topic]] = defaultdict(dict)
    for (pair, name), topic in topics(events, measures).items():
        by_pair[pair][name] = topic
    said, printed = _by_page(statements), {d.id: d.published for d in pages if d.published}
    met = (e for e in events if e.type == "CONSULT" and e.status in TOLD and not e.review and day_of(e.when))
    found = [
        Agenda(meeting.id, pair, meeting.when, items)
        for meeting in sorted(met, key=in_time)
        for pair in pairs(meeting.actors, meeting.recipients)
        if meeting.when and (items := tuple(_items(meeting, meeting.when, pair, by_pair[pair], said, printed)))
    ]
    return tuple(found)


def _by_page(statements: Sequence[Statement]) -> Mapping[str, list[Statement]]:
    found = defaultdict(list)
    for said in statements:
        if said.topic and said.topic.kind == "instrument":
            found[said.evidence.document].append(said)
    return found


def _items(
    meeting: Event,
    when: When,
    pair: Pair,
    known: Mapping[str, Topic],
    said: Mapping[str, Sequence[Statement]],
    printed: Mapping[str, date],
) -> Iterator[Item]:
    day = day_of(when) or date.min
    pages = {p for r in meeting.reports if printed.get(p := r.evidence.document, day) >= day}
    heard = defaultdict(list)
    for s in (s for page in sorted(pages) for s in said.get(page, ())):
        if s.topic and s.side in pair and (s.when is None or s.when.meets(when)):
            heard[s.topic.code].append(s.id)
    for name in sorted({*known, *heard}):
        topic = known.get(name, Topic())
        acts = [e for e in topic.events if e.id != meeting.id and _at(e, when, pages)]
        before = _before(topic.raised, day, {e.id for e in acts})
        standing = tuple(s.measure.id for s in in_force(topic.measures, day))
        spoken = (*(e.id for e in acts), *heard.get(name, ()))
        if before or standing or spoken:
            yield Item(name, _outcome(acts, spoken, bool(before or standing)), before, standing, spoken)


def _at(event: Event, when: When, pages: Collection[str]) -> bool:
    """Whether it was done that day, on the word of a page that tells of the meeting; a measure of that day is none."""
    day = event.when is not None and event.when.meets(when)
    return day and event.type not in ("SANCTION", "COERCE") and any(r.evidence.document in pages for r in event.reports)


def _before(raised: Sequence[Event], day: date, there: Collection[str]) -> tuple[str, ...]:
    """The last events that raised it within a year before the day; the undated do not count."""
    days = [in_time(e)[0] for e in raised]
    recent = raised[bisect_left(days, day - RECENT) : bisect_left(days, day)]
    return tuple(e.id for e in recent if e.type in AGAINST and e.id not in there)[-SHOWN:]


def _outcome(acts: Sequence[Event], spoken: Sequence[str], stood: bool) -> str:
    if any(e.type in DEALT for e in acts):
        return "agreed"
    if spoken:
        return "raised" if stood else "new"
    return "silent"
