"""PLOVER and our acts as CAMEO codes: `cameo.yml`, checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from detente.codebook import files
from detente.model import CodebookError, Event, Status

FILE = Path(__file__).parent / "cameo.yml"
AHEAD = (Status.PLANNED, Status.PROPOSED)
INTENT = ("03", "13")  # roots that say what is meant to be done already


@dataclass(frozen=True, slots=True)
class Cameo:
    """planned: "cooperation" and "conflict" -> code. effects: effect -> instrument or its kind -> code.

    goldstein: code -> -10..10, for every code that the others name.
    """

    planned: Mapping[str, str] = field(default_factory=dict)
    acts: Mapping[str, str] = field(default_factory=dict)
    effects: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    goldstein: Mapping[str, float] = field(default_factory=dict)

    def code(self, event: Event, effect: str | None, kind: str | None) -> str:
        """Three digits. effect: of its act, kind: of its instrument, both None where it has none."""
        steps = self.effects.get(effect or "", {})
        found = (
            self.acts.get(event.act)
            or steps.get(event.instrument or "")
            or steps.get(kind or "")
            or self.types[event.type]
        )
        if event.status in AHEAD and found[:2] not in INTENT:
            return self.planned["cooperation" if self.goldstein[found] > 0 else "conflict"]
        return found


def quad(code: str) -> int:
    """GDELT's QuadClass of a code: 1, 2 verbal and material cooperation, 3, 4 verbal and material conflict."""
    root = int(code[:2])
    return 1 if root <= 5 else 2 if root <= 9 else 3 if root <= 13 else 4


@cache
def cameo(path: Path = FILE) -> Cameo:
    """Raises CodebookError where a code has no place on Goldstein's scale, or a type no code."""
    found = files.read(path)
    files.only(path, found, ("planned", "acts", "effects", "types", "goldstein"))
    book = Cameo(**{**found, "goldstein": {str(code): float(v) for code, v in found["goldstein"].items()}})
    steps = [code for row in book.effects.values() for code in row.values()]
    used = [*book.planned.values(), *book.acts.values(), *book.types.values(), *steps]
    if strange := sorted({repr(code) for code in used if code not in book.goldstein}):
        raise CodebookError(f"{files.short(path)}: goldstein has no {', '.join(strange)}; write codes in quotes")
    return book
