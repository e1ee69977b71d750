"""CAMEO as GDELT 2.0 lays it out: one row a pair of actors, for tools that read GDELT's event tables."""

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256

from detente.codebook import Codebook
from detente.codebook.cameo import cameo, quad
from detente.model import Document, Event, Record
from detente.views.exports.events import address, country, documents, dyads, first_day, name, told, unfit
from detente.views.exports.made import Made, Row, days, made, sift

_ACTOR = "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
_PLACE = "Geo_Type Geo_FullName Geo_CountryCode Geo_ADM1Code Geo_ADM2Code Geo_Lat Geo_Long Geo_FeatureID"
COLUMNS = (
    *["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"],
    *(f"Actor{n}{part}" for n in (1, 2) for part in _ACTOR.split()),
    *["IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"],
    *["NumMentions", "NumSources", "NumArticles", "AvgTone"],
    *(f"{who}{part}" for who in ("Actor1", "Actor2", "Action") for part in _PLACE.split()),
    *["DATEADDED", "SOURCEURL"],
)

MONTH = 31  # days


def write(record: Record, book: Codebook, lang: str) -> Made:
    """PLOVER's events, save those known to no better than a month: a header, then rows; what we do not know is empty."""
    kept, left = sift(record.events, vague)
    out = io.StringIO()
    table = csv.DictWriter(
        out, COLUMNS, restval="", delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None
    )
    table.writeheader()
    pages = documents(record)
    for event in kept:
        table.writerows({k: plain(v) for k, v in row.items()} for row in rows(event, pages, book))
    return made(record, [("gdelt.tsv", out.getvalue())], {"events": left})


def vague(event: Event) -> str | None:
    """GDELT has one day an event: a year's first would be a wrong one."""
    span = days(event)
    return unfit(event) or ("too-wide" if span and (span[1] - span[0]).days >= MONTH else None)


def plain(value: object) -> str:
    """No tab, no line end, no other control: a TSV has no quotes to hide them in."""
    return "".join(c if c.isprintable() else " " for c in str(value))


def rows(event: Event, pages: Mapping[str, Document], book: Codebook) -> Iterator[Row]:
    act, instrument = book.acts.get(event.act), book.instruments.get(event.instrument or "")
    code = cameo().code(event, act.effect if act else None, instrument.kind if instrument else None)
    sources = told(event, pages)
    urls = [address(page) or page.uri for _, page in sources]
    printed = next((p.published for _, p in sources if p.published), None)
    day = first_day(event)
    for one, other in dyads(event):
        yield {
            "GLOBALEVENTID": number(event.id, one, other or ""),
            **_dates(day),
            **_actor(1, one, book),
            **(_actor(2, other, book) if other else {}),
            "IsRootEvent": 1,
            "EventCode": code,
            "EventBaseCode": code,
            "EventRootCode": code[:2],
            "QuadClass": quad(code),
            "GoldsteinScale": cameo().goldstein[code],
            "NumMentions": len(event.reports),
            "NumSources": event.outlets,
            "NumArticles": len({page.id for _, page in sources}),
            "ActionGeo_FullName": event.place or "",
            "DATEADDED": f"{printed:%Y%m%d}000000" if printed else "",
            "SOURCEURL": urls[0],
        }


def number(*parts: str) -> int:
    """A stable number below 2**53, so that a spreadsheet keeps it whole."""
    return int(sha256("\0".join(parts).encode()).hexdigest()[:13], 16)


def _dates(day: date) -> Row:
    part = min((day.month * 30 + day.day) / 365, 0.9999)  # GDELT's own formula: its months have 30 days
    return {
        "SQLDATE": f"{day:%Y%m%d}",
        "MonthYear": f"{day:%Y%m}",
        "Year": day.year,
        "FractionDate": f"{day.year + part:.4f}",
    }


def _actor(n: int, code: str, book: Codebook) -> Row:
    entry = book.actors.entries.get(code)
    return {
        f"Actor{n}Code": code,
        f"Actor{n}Name": name(code, book).upper(),
        f"Actor{n}CountryCode": country(code, book) or "",
        f"Actor{n}Type1Code": "IGO" if entry and entry.kind in ("igo", "bloc") else "",
    }
