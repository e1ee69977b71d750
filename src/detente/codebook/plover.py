"""PLOVER's types, and the table that composes them from effect and instrument."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from detente.codebook import files
from detente.codebook.entries import KINDS
from detente.model import CodebookError, Status


@dataclass(frozen=True, slots=True)
class PloverType:
    """intensity: -10 (conflict) to 10 (cooperation). quad: 1..4, verbal/material cooperation, then conflict."""

    label: Mapping[str, str]
    intensity: float
    quad: int


@dataclass(frozen=True, slots=True)
class Plover:
    """`plover.yml`, checked. status_band: status -> between what and what it may weigh, `status_weight` inside.

    doubt: type -> instrument -> between which intensities the act may be argued to lie, the type's own inside.
    """

    types: Mapping[str, PloverType]
    status_weight: Mapping[str, float]
    compose: Mapping[str, Mapping[str, str]]
    status_band: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    doubt: Mapping[str, Mapping[str, tuple[float, float]]] = field(default_factory=dict)

    def type_of(self, effect: str, kind: str) -> str | None:
        """The PLOVER type of an effect on a kind of instrument; None abstains."""
        return self.compose.get(effect, {}).get(kind)


def load_plover(path: Path) -> Plover:
    found = files.read(path)
    files.only(path, found, {"types", "status_weight", "status_band", "doubt", "compose"})
    types = {
        n: PloverType(files.labels(path, t), float(t["intensity"]), int(t["quad"])) for n, t in found["types"].items()
    }
    for effect, row in found["compose"].items():
        if strange := (set(row) - set(KINDS)) | (set(row.values()) - set(types)):
            raise CodebookError(f"{files.short(path)}: compose.{effect} names unknown {', '.join(sorted(strange))}")
    if missing := {str(s) for s in Status} - set(found["status_weight"]):
        raise CodebookError(f"{files.short(path)}: status_weight lacks {', '.join(sorted(missing))}")
    weights = {k: float(v) for k, v in found["status_weight"].items()}
    band = {k: _range(path, f"status_band.{k}", v, weights[k]) for k, v in (found.get("status_band") or {}).items()}
    doubt = {
        n: {i: _range(path, f"doubt.{n}.{i}", v, types[n].intensity) for i, v in row.items()}
        for n, row in (found.get("doubt") or {}).items()
    }
    return Plover(types, weights, found["compose"], band, doubt)


def _range(path: Path, name: str, ends: list[float], best: float) -> tuple[float, float]:
    """Two ends, with the value that counts between them."""
    low, high = float(ends[0]), float(ends[1])
    if not low <= best <= high:
        raise CodebookError(f"{files.short(path)}: {name} runs from {low} to {high}, and {best} is not between them")
    return low, high
