"""Where each side stands on a topic, through time; and what changed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise

from detente.model import Basis, Position, Stance, Statement, When

TAKEN = (Stance.FOR, Stance.AGAINST, Stance.CONDITIONAL)


def positions(statements: Iterable[Statement], printed: Mapping[str, date]) -> tuple[Position, ...]:
    """One row a statement that takes a stance, by side, topic and day; the undated last.

    printed: document id -> day of publication, which stands in where the page does not say when it was said.
    """
    rows = defaultdict(list)
    for said in statements:
        if said.side and said.topic and said.stance in TAKEN and said.topic.code != said.side:
            when = said.when or _printed(printed.get(said.evidence.document))
            rows[said.side, said.topic.kind, said.topic.code].append((when, said))
    found = []
    for key in sorted(rows):
        own = [Position(*key, said.stance or "", said.id, when) for when, said in sorted(rows[key], key=_order)]
        found += [own[0], *(_after(before, after) for before, after in pairwise(own))]
    return tuple(found)


def _after(before: Position, after: Position) -> Position:
    """Changed: another stance than the one before, taken on another day."""
    other_day = bool(before.when and after.when and not before.when.meets(after.when))
    changed = before.stance != after.stance and other_day
    return Position(after.side, after.kind, after.topic, after.stance, after.statement, after.when, changed)


def _printed(day: date | None) -> When | None:
    return When(day, day, day.isoformat(), Basis.PUBLICATION) if day else None


def _order(row: tuple[When | None, Statement]) -> tuple[date, str]:
    when, said = row
    return (when.earliest or when.latest or date.max) if when else date.max, said.id
