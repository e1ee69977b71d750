"""The record: one transaction a page, so that what is kept is whole."""

import os
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from types import TracebackType
from typing import Any, Self

from sqlalchemy import ColumnElement, Connection, Integer, Select, Table, func, literal_column, select, update

from detente.model import Answer, Evidence, Judgement, Office, Page, Reading
from detente.store import copying, opening, rows, schema
from detente.store.again import again

_CHILDREN = (schema.times, schema.reports, schema.statements, schema.offices, schema.uncoded, schema.answers)
_AT_ONCE = 200  # documents brought into memory together; SQLite takes 32,766 parameters since 3.32


class Store:
    """A record: `url` is `sqlite:///detente.db`, a bare path, or `postgresql://…`; made where there is none, unless
    `create` is False.

    Raises RecordError when what is there is not ours, cannot be opened or cannot be written.
    """

    def __init__(self, url: str | os.PathLike[str], *, create: bool = True) -> None:
        self.place = opening.place_of(url)
        with opening.told(self.place):
            self.place.check(create)
            self._engine = self.place.engine(create)
            try:
                self._prepare(create)
            except BaseException:
                self._engine.dispose()
                raise

    def _prepare(self, create: bool) -> None:
        """Tables made, checked, brought up to ours."""
        with self._transaction(writes=create) as db:
            today = opening.make_or_check(db, self.place, create)
        if not today:
            with self._transaction(writes=True) as db:
                opening.bring_up(db, self.place)
        if create:
            self.place.settle(self._engine)

    @again
    def knows(self, page_id: str) -> bool:
        """Whether these bytes were read."""
        with self._transaction() as db:
            return _is_read(db, page_id)

    @again
    def add(self, page: Page, readings: Sequence[Reading], version: str) -> bool:
        """Keeps all that one page says, or nothing; a page already read only gains a name. Whether it was new."""
        with self._transaction(writes=True) as db:
            new = not _is_read(db, page.id)
            if new:
                _keep(db, {"id": page.id, "size": len(page.data), "codebook": version, "media": page.media}, readings)
            _see(db, page.id, page.uri)
        return new

    @again
    def adopt(self, page_id: str, readings: Sequence[Reading], version: str, *, size: int = 0, media: str = "") -> bool:
        """Keeps what was read elsewhere of a page whose bytes are not here; size: 0 where nobody knows. Whether it was new."""
        with self._transaction(writes=True) as db:
            new = not _is_read(db, page_id)
            if new:
                _keep(db, {"id": page_id, "size": size, "codebook": version, "media": media}, readings)
            for uri in sorted({r.document.uri for r in readings}):
                _see(db, page_id, uri)
        return new

    @again
    def saw(self, page_id: str, uri: str) -> None:
        """Known bytes under one more name."""
        with self._transaction(writes=True) as db:
            _see(db, page_id, uri)

    @again
    def refuse(self, page_id: str | None, uri: str, reason: str, detail: str) -> None:
        """Something not read, kept once for the same bytes; `page_id` None where no bytes could be had."""
        with self._transaction(writes=True) as db:
            _refuse(db, page_id or uri, uri, reason, detail)

    @again
    def settle(self, uri: str) -> None:
        """What could not be had under this name before was had now: that refusal no longer stands."""
        table = schema.refusals
        with self._transaction(writes=True) as db:
            db.execute(update(table).where(table.c.subject == uri).values(standing=False))

    @again
    def judge(self, judgement: Judgement) -> bool:
        """Keeps what an analyst decided; the same again changes nothing. Whether it was new."""
        table = schema.judgements
        with self._transaction(writes=True) as db:
            new = db.execute(select(table.c.id).where(table.c.id == judgement.id)).first() is None
            if new:
                db.execute(table.insert().values(rows.of_judgement(judgement)))
        return new

    @again
    def judgements(self) -> tuple[Judgement, ...]:
        """All that analysts decided, what was undone too, by when it was made."""
        with self._transaction() as db:
            found = [rows.to_judgement(row) for row in db.execute(select(schema.judgements)).mappings()]
        return tuple(sorted(found, key=lambda j: j.order))

    @again
    def names(self) -> dict[str, str]:
        """report -> the event that it was part of when last seen."""
        with self._transaction() as db:
            return _names(db)

    @again
    def call(self, names: Mapping[str, str]) -> int:
        """Keeps what events are called (report -> event) where that is new; how many rows it took. Old rows stay."""
        with self._transaction(writes=True) as db:
            known = _names(db)
            new = [{"report": r, "event": names[r]} for r in sorted(names) if known.get(r) != names[r]]
            if new:
                db.execute(schema.names.insert(), new)
        return len(new)

    def readings(self) -> Iterator[Reading]:
        """All that was read, by document id; one moment of the record, whoever writes meanwhile.

        Each carries the smallest uri its bytes were seen under, and no bytes.
        """
        with self._transaction() as db:
            documents = db.execute(_documents()).mappings()
            while batch := list(islice(documents, _AT_ONCE)):
                children = _children(db, [row["id"] for row in batch])
                for row in batch:
                    yield rows.to_reading(row, children[row["id"]])

    def readings_of(self, documents: Collection[str]) -> Iterator[Reading]:
        """The same of some documents (ids) alone, by id."""
        wanted = sorted(set(documents))
        with self._transaction() as db:
            for start in range(0, len(wanted), _AT_ONCE):
                ids = wanted[start : start + _AT_ONCE]
                children = _children(db, ids)
                for row in db.execute(_documents().where(schema.documents.c.id.in_(ids))).mappings():
                    yield rows.to_reading(row, children[row["id"]])

    def offices(self) -> Iterator[Office]:
        """Who is what for whom, as each page says, in the order of pages and of their texts."""
        table, pages = schema.offices, schema.documents.c
        query = select(table, pages.text).join(schema.documents, pages.id == table.c.document)
        with self._transaction() as db:
            for row in db.execute(query.order_by(table.c.document, table.c.seq)).mappings():
                start, end = row["start"], row["end"]
                span = Evidence(row["document"], start, end, row["text"][start:end])
                yield Office(row["person"], row["role"], row["side"], span)

    @again
    def state(self) -> tuple[int, ...]:
        """Counts that move whenever something is added, judged, refused or settled: the same, and nothing has."""
        counted = (schema.sightings, schema.judgements, schema.refusals)
        with self._transaction() as db:
            sizes = [db.execute(select(func.count()).select_from(t)).scalar_one() for t in counted]
            standing = select(func.count()).select_from(schema.refusals).where(schema.refusals.c.standing)
            return (*sizes, db.execute(standing).scalar_one())

    @again
    def refusals(self) -> tuple[tuple[str, str, str], ...]:
        """(uri, reason, detail) of what still could not be read, by uri."""
        table = schema.refusals.c
        query = select(table.uri, table.reason, table.detail).where(table.standing)
        with self._transaction() as db:
            return tuple(sorted((uri, reason, detail) for uri, reason, detail in db.execute(query)))

    @again
    def versions(self) -> tuple[str, ...]:
        """The codebook versions its pages were coded with, sorted."""
        with self._transaction() as db:
            return tuple(sorted(db.execute(select(schema.pages.c.codebook).distinct()).scalars()))

    @again
    def codebooks(self) -> dict[str, str]:
        """Page id -> the codebook version it was coded with."""
        with self._transaction() as db:
            return {row.id: row.codebook for row in db.execute(select(schema.pages.c.id, schema.pages.c.codebook))}

    @again
    def of_page(self, page_id: str) -> tuple[Reading, ...]:
        """What was read of one page, article by article."""
        with self._transaction() as db:
            found = db.execute(_documents().where(schema.documents.c.page == page_id)).mappings().all()
            children = _children(db, [row["id"] for row in found])
            return tuple(rows.to_reading(row, children[row["id"]]) for row in found)

    def damage(self) -> tuple[str, ...]:
        """What the database finds wrong with itself, in its words; nothing where it is sound."""
        with self._transaction() as db:
            return self.place.damage(db)

    def backup(self, to: str | os.PathLike[str]) -> None:
        """The whole record, as it stands at one moment, into a new one; readers and writers go on meanwhile.

        Raises RecordError where there is something at `to`, or it cannot be written.
        """
        with opening.told(self.place), self._engine.connect() as db:
            copying.copy(db, self.place, opening.place_of(to))

    @again
    def pages(self) -> int:
        """How many pages were read, names apart."""
        with self._transaction() as db:
            return db.execute(select(func.count()).select_from(schema.pages)).scalar_one()

    @again
    def last_page(self) -> int:
        """The place of the page last added, counted from 1 in the order of adding; 0 where there is none."""
        with self._transaction() as db:
            return db.execute(select(func.max(_place(db))).select_from(schema.pages)).scalar_one() or 0

    @again
    def answers(self, document: str | None = None) -> tuple[Answer, ...]:
        """What language models answered, about one article or about all, in the order of asking."""
        table = schema.answers
        query = select(table).order_by(table.c.document, table.c.seq)
        with self._transaction() as db:
            own = query.where(table.c.document == document) if document else query
            return tuple(rows.to_answer(row) for row in db.execute(own).mappings())

    @again
    def pages_after(self, place: int) -> frozenset[str]:
        """The ids of documents on pages added after that place."""
        with self._transaction() as db:
            added = select(schema.pages.c.id).where(_place(db) > place).subquery()
            query = select(schema.documents.c.id).join(added, added.c.id == schema.documents.c.page)
            return frozenset(db.execute(query).scalars())

    @property
    def empty(self) -> bool:
        """Whether no article was read yet."""
        with self._transaction() as db:
            return db.execute(select(schema.documents.c.id).limit(1)).first() is None

    def close(self) -> None:
        """Lets go of it; SQLite folds its journal into the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _transaction(self, writes: bool = False) -> Iterator[Connection]:
        with opening.told(self.place), self._engine.connect().execution_options(writes=writes) as db, db.begin():
            yield db


def _is_read(db: Connection, page_id: str) -> bool:
    return db.execute(select(schema.pages.c.id).where(schema.pages.c.id == page_id)).first() is not None


def _names(db: Connection) -> dict[str, str]:
    table = schema.names.c
    query = select(table.report, table.event).order_by(table.seq)
    return {row.report: row.event for row in db.execute(query)}


def _keep(db: Connection, page: Mapping[str, Any], readings: Sequence[Reading]) -> None:
    """page: its row."""
    db.execute(schema.pages.insert().values(page))
    for reading in readings:
        if reading.document.page != page["id"]:
            raise ValueError(f"a reading of {reading.document.page} for the page {page['id']}")
        for table, lines in rows.of_reading(reading):
            if lines:
                db.execute(table.insert(), lines)


def _see(db: Connection, page_id: str, uri: str) -> None:
    """One more name for a page that was read; what was refused under either no longer stands."""
    seen = schema.sightings.c
    if db.execute(select(seen.uri).where(seen.page == page_id, seen.uri == uri)).first() is None:
        db.execute(schema.sightings.insert().values(page=page_id, uri=uri))
    refused = schema.refusals
    db.execute(update(refused).where((refused.c.subject == page_id) | (refused.c.uri == uri)).values(standing=False))


def _refuse(db: Connection, subject: str, uri: str, reason: str, detail: str) -> None:
    table = schema.refusals
    db.execute(update(table).where(table.c.uri == uri, table.c.subject != subject).values(standing=False))
    before = db.execute(select(table).where(table.c.subject == subject)).mappings().first()
    if before is None:
        db.execute(table.insert().values(subject=subject, uri=uri, reason=reason, detail=detail, standing=True))
        return
    name = min(uri, before["uri"]) if before["standing"] else uri
    now = {"uri": name, "reason": reason, "detail": detail, "standing": True}
    db.execute(update(table).where(table.c.subject == subject).values(now))


def _documents() -> Select[Any]:
    """Streamed: a server would else hand over a whole record at once."""
    seen = schema.sightings.c
    names = select(seen.page, func.min(seen.uri).label("uri")).group_by(seen.page).subquery()
    table = schema.documents
    query = select(table, names.c.uri).join(names, names.c.page == table.c.page).order_by(table.c.id)
    return query.execution_options(stream_results=True, max_row_buffer=_AT_ONCE)


def _place(db: Connection) -> ColumnElement[int]:
    return literal_column(schema.PLACE[db.dialect.name], Integer())


def _children(db: Connection, documents: list[str]) -> Mapping[str, Mapping[str, list[rows.Row]]]:
    """document id -> table name -> its rows in the order they were told."""
    found: dict[str, dict[str, list[rows.Row]]] = defaultdict(lambda: defaultdict(list))
    for table in _CHILDREN:
        for row in db.execute(_rows_of(table, documents)).mappings():
            found[row["document"]][table.name].append(row)
    return found


def _rows_of(table: Table, documents: list[str]) -> Select[Any]:
    return select(table).where(table.c.document.in_(documents)).order_by(table.c.document, table.c.seq)
