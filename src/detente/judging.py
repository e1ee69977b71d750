"""Judging, for programs: what an analyst decided goes on the record, and never off it."""

from collections.abc import Iterable
from datetime import datetime

from detente.api import DEFAULT, Url, open
from detente.model import Judgement, UsageError, Verdict
from detente.naming import one_id
from detente.opened import OpenRecord


def judge(
    ids: Iterable[str],
    verdict: Verdict,
    by: str,
    made: datetime,
    record: Url = DEFAULT,
    *,
    field: str | None = None,
    value: str | None = None,
    note: str = "",
) -> Judgement:
    """Keeps what an analyst decided on one event or report, or on two (same, different); the first letters of ids will do.

    made: when, in UTC; of two judgements on one thing the later holds. field, value: of a correction; see `corrections`.
    Raises UsageError where an id or a value is none, and where the very moment already has a judgement on the thing.
    """
    found = decided(open(record), ids, verdict, by, made, field=field, value=value, note=note)
    return keep(found, record)


def decided(
    opened: OpenRecord,
    ids: Iterable[str],
    verdict: Verdict,
    by: str,
    made: datetime,
    *,
    field: str | None = None,
    value: str | None = None,
    note: str = "",
) -> Judgement:
    """The same judgement on an open record, kept nowhere yet."""
    from detente.chronicle.corrections import value_of

    if field is not None:
        value_of(field, value or "", opened.book)
    sides = [opened.claims(i) for i in ids]
    if len(sides) != (2 if verdict in (Verdict.SAME, Verdict.DIFFERENT) else 1):
        raise UsageError("same and different take two ids, all other judgements one")
    other = sides[1][1] if len(sides) > 1 else ()
    return Judgement(verdict, by, made, sides[0][1], other, sides[0][0] and field is not None, field, value, note)


def keep(found: Judgement, record: Url = DEFAULT) -> Judgement:
    """Puts a judgement on the record. Raises UsageError where its very moment already has one on the same thing."""
    from detente.store import Store

    with Store(record) as store:
        _check_moment(found, store.judgements())
        store.judge(found)
    return found


def _check_moment(new: Judgement, known: Iterable[Judgement]) -> None:
    for old in known:
        same_thing = {*old.anchors, *old.others} & {*new.anchors, *new.others}
        if old.made == new.made and same_thing and old.id != new.id and old.field == new.field:
            raise UsageError(f"{old.id} judges the same at that very moment: say which came later, as 2031-07-01T14:30")


def undo(judgement: str, by: str, made: datetime, record: Url = DEFAULT, note: str = "") -> Judgement:
    """Undoes a judgement, by its id or the first letters of it; it stays on the record. Who undoes this brings it back."""
    from detente.store import Store

    open(record)  # refuses what is no record, and makes none
    with Store(record) as store:
        known = [j.id for j in store.judgements()]
        found = Judgement(Verdict.UNDONE, by, made, undoes=one_id(judgement, known, "judgement"), note=note)
        store.judge(found)
    return found
