"""iCalendar: what is announced for a day to come, for any calendar."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from detente.codebook import Codebook
from detente.codebook.labels import labels
from detente.model import Document, Event, Record, Status
from detente.views.compose import Desk
from detente.views.exports.events import address, documents, headline, told, undated
from detente.views.exports.made import Made, days, made, needed, sift

ALWAYS = date(1970, 1, 1)  # DTSTAMP of an event no dated page tells: RFC 5545 wants one


def write(record: Record, book: Codebook, lang: str) -> Made:
    """A whole-day entry for every planned event with a day; a range of days is one entry."""
    cal = needed("icalendar", "ical")
    desk, pages = Desk(record, book, labels(lang)), documents(record)
    kept, left = sift(record.events, unfit)
    whole = cal.Calendar()
    for key, value in (
        ("prodid", "-//detente//record//EN"),
        ("version", "2.0"),
        ("x-wr-calname", desk.say("ui.announced_ahead")),
    ):
        whole.add(key, value)
    for event in sorted(kept, key=lambda e: (days(e) or (ALWAYS,), e.id)):
        whole.add_component(_entry(event, cal, desk, pages))
    return made(record, [("announced.ics", whole.to_ical())], {"events": left})


def unfit(event: Event) -> str | None:
    if event.review:
        return "review"
    return "not-ahead" if event.status is not Status.PLANNED else undated(event)


def _entry(event: Event, cal: Any, desk: Desk, pages: Mapping[str, Document]) -> Any:
    sources = told(event, pages)
    first, last = days(event) or (ALWAYS, ALWAYS)
    stamp = max((p.published for _, p in sources if p.published), default=ALWAYS)
    told_by = [f"“{r.evidence.quote}”\n{desk.outlet(p)}, {desk.day(p)}. {address(p) or p.uri}" for r, p in sources]
    entry = cal.Event()
    entry.add("uid", f"{event.id}@detente")
    entry.add("dtstamp", datetime.combine(stamp, time(), UTC))
    entry.add("dtstart", first)
    entry.add("dtend", last + timedelta(days=1))  # the first day outside
    entry.add("summary", f"{_plain(headline(event, desk))} ({desk.say(f'statuses.{event.status}')})")
    entry.add("description", _plain("\n\n".join(told_by)))
    entry.add("status", "TENTATIVE")  # a page's word that it will be is no confirmation
    entry.add("transp", "TRANSPARENT")
    if event.place:
        entry.add("location", _plain(event.place))
    if url := next((u for _, p in sources if (u := address(p))), None):
        entry.add("url", url)
    return entry


def _plain(text: str) -> str:
    """No control but the line end: RFC 5545, 3.1, allows no other in a text."""
    return "".join(c if c == "\n" or c.isprintable() else " " for c in text)
