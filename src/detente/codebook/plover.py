"""PLOVER's types, and the table that composes them from effect and instrument."""

from collections.abc import Mapping
from dataclasses import dataclass
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
    """`plover.yml`, checked."""

    types: Mapping[str, PloverType]
    status_weight: Mapping[str, float]
    compose: Mapping[str, Mapping[str, str]]

    def type_of(self, effect: str, kind: str) -> str | None:
        """The PLOVER type of an effect on a kind of instrument; None abstains."""
        return self.compose.get(effect, {}).get(kind)


def load_plover(path: Path) -> Plover:
    found = files.read(path)
    files.only(path, found, {"types", "status_weight", "compose"})
    types = {
        n: PloverType(files.labels(path, t), float(t["intensity"]), int(t["quad"])) for n, t in found["types"].items()
    }
    for effect, row in found["compose"].items():
        if strange := (set(row) - set(KINDS)) | (set(row.values()) - set(types)):
            raise CodebookError(f"{files.short(path)}: compose.{effect} names unknown {', '.join(sorted(strange))}")
    if missing := {str(s) for s in Status} - set(found["status_weight"]):
        raise CodebookError(f"{files.short(path)}: status_weight lacks {', '.join(sorted(missing))}")
    return Plover(types, {k: float(v) for k, v in found["status_weight"].items()}, found["compose"])
