"""What a record is worth beside pages that somebody coded by hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from detente.model.pages import Refusal

Row = Mapping[str, Any]  # one row of the export, or of a gold page


class Match(StrEnum):
    """What became of a coded row; of a report, the first thing that is wrong of it."""

    RIGHT = "right"
    TYPE = "type"
    DIRECTION = "direction"
    STATUS = "status"
    DATE = "date"
    SIDE = "side"
    MISSED = "missed"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Figure:
    """A share or an F1 between 0 and 1. low, high: its 95 % bootstrap interval, None where nothing could be drawn anew.

    units: of how many pages, rows or events it is made.
    """

    name: str
    value: float
    low: float | None
    high: float | None
    units: int


@dataclass(frozen=True, slots=True)
class Compared:
    """A row of the gold, a row of ours, or both where they tell the same. kind: "report" or "statement"."""

    page: str
    kind: str
    outcome: Match
    gold: Row | None
    ours: Row | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """titles: name of a page -> its title, of all pages of the gold. refused: gold that could not be used."""

    figures: tuple[Figure, ...]
    compared: tuple[Compared, ...]
    titles: Mapping[str, str]
    refused: tuple[Refusal, ...]

    def __getitem__(self, name: str) -> float:
        """The value of a figure. Raises KeyError."""
        return {f.name: f.value for f in self.figures}[name]
