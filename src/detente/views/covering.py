"""What a brief rests on: how many pages and outlets, which weeks nobody read, by which versions and weights."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from detente.model import Course, Document, Event
from detente.views.dates import human
from detente.views.parts import Asked, Counts, Coverage, Method, OutletLine
from detente.views.rows import Desk, outlet_key

WEEK = timedelta(days=6)


def counts(desk: Desk, events: Sequence[Event], pages: Sequence[Document], drawn: set[str], outside: int) -> Counts:
    """drawn: ids of the events on the curve; outside: how many lie outside the days asked for."""
    told = [e for e in events if not e.review]
    return Counts(
        pages=len(pages),
        outlets=len({outlet_key(d) for d in pages}),
        independent=len({outlet_key(d) for d in pages if is_own(desk, d)}),
        events=len(told),
        undated=sum(e.when is None for e in told),
        review=len(events) - len(told),
        unpublished=sum(d.published is None for d in pages),
        left_out=sum(e.id not in drawn for e in told) if drawn else 0,
        outside=outside,
    )


def is_own(desk: Desk, page: Document) -> bool:
    """Whether its outlet got the matter itself: the first of its origin is this page, or one of the same outlet."""
    first = desk.documents[desk.origins.get(page.id, desk.copies.get(page.id, page.id))]
    return outlet_key(first) == outlet_key(page)


def period(desk: Desk, events: Sequence[Event]) -> str:
    """From the first to the last date of the events, each as well known as its page knows it."""
    whens = [e.when for e in events if e.when]
    if not whens:
        return desk.say("ui.no_period")
    start = min(whens, key=lambda w: (str(w.earliest or w.latest), w.edtf)).edtf
    end = max(whens, key=lambda w: (str(w.latest or w.earliest), w.edtf)).edtf
    first, last = (human(_bound(e, i), desk.say) for e, i in ((start, 0), (end, -1)))
    return first if first == last else desk.say("ui.period", start=first, end=last)


def _bound(edtf: str, which: int) -> str:
    """First (0) or last (-1) known part of an interval: "2022/.." is 2022 either way."""
    parts = [p for p in edtf.split("/") if p not in ("", "..")]
    return parts[which] if parts else edtf


def printed(desk: Desk, pages: Sequence[Document]) -> str:
    say, days = desk.say, sorted(d.published.isoformat() for d in pages if d.published)
    if not days:
        return say("ui.printed_unknown") if pages else ""
    start, end = human(days[0], say), human(days[-1], say)
    return say("ui.printed", start=start, end=end) if start != end else say("ui.printed_once", start=start)


def span(desk: Desk, since: date | None, until: date | None) -> str:
    """The days asked for, in words: "" where there is no bound."""
    first, last = (human(day.isoformat(), desk.say) if day else "" for day in (since, until))
    if first and last:
        return desk.say("ui.span", first=first, last=last)
    return desk.say("ui.span_since", first=first) if first else desk.say("ui.span_until", last=last) if last else ""


def coverage(desk: Desk, pages: Sequence[Document], course: Course | None) -> Coverage:
    weeks = course.weeks if course else ()
    blank = [w.start for w in weeks if not w.pages]
    return Coverage(
        weeks=len(weeks),
        unread=len(blank),
        gap=_gap(desk, [(w.start, w.pages) for w in weeks]),
        outlets=tuple(_outlets(desk, pages)),
        languages=tuple(
            (desk.say.words.get(f"languages.{code}", code), n)
            for code, n in sorted(Counter(d.language for d in pages).items(), key=lambda row: (-row[1], row[0]))
        ),
    )


def _gap(desk: Desk, weeks: Sequence[tuple[date, int]]) -> str:
    """The longest run of weeks without a page, the first of those as long, in words."""
    runs = [[day for day, _ in run] for read, run in groupby(weeks, key=lambda w: bool(w[1])) if not read]
    if not runs:
        return ""
    longest = max(runs, key=len)
    first, last = (human(day.isoformat(), desk.say) for day in (longest[0], longest[-1] + WEEK))
    return desk.say("ui.from_to", first=first, last=last)


def _outlets(desk: Desk, pages: Sequence[Document]) -> list[OutletLine]:
    seats = {p.outlet: p.country for p in desk.record.profiles}
    by_key: dict[str, list[Document]] = {}
    for page in pages:
        by_key.setdefault(outlet_key(page), []).append(page)
    rows = [
        OutletLine(
            desk.outlet(own[0]),
            desk.side(seat).label if (seat := seats.get(key)) else "",
            len(own),
            sum(is_own(desk, d) for d in own),
        )
        for key, own in by_key.items()
    ]
    return sorted(rows, key=lambda o: (-o.pages, o.outlet))


def method(desk: Desk, asked: Asked) -> Method:
    """Versions, the rule, and every weight that the curve and the review rest on."""
    plover = desk.book.plover
    return Method(
        rule=asked.rule,
        rule_label=desk.say(f"rules.{asked.rule}"),
        known_on=human(asked.known_on.isoformat(), desk.say) if asked.known_on else "",
        versions=(*asked.versions, ("codebook", desk.book.version)),
        read_with=tuple(v for v in asked.read_with if v != desk.book.version),
        review=desk.book.confidence.review,
        types=tuple((code, kind.label[desk.say.language], kind.intensity) for code, kind in plover.types.items()),
        statuses=tuple((desk.say(f"statuses.{status}"), share) for status, share in plover.status_weight.items()),
    )
