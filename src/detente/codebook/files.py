"""YAML in, checked plain values out; every complaint names the file and the mend."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from detente.model import CodebookError


class NotYaml(ValueError):
    """A text that is no YAML. where: the place, as its reader names it; "" where it does not."""

    def __init__(self, message: str, where: str) -> None:
        super().__init__(message)
        self.where = where


def parsed(text: str) -> Any:
    """What a YAML text holds. Raises NotYaml."""
    import yaml  # most processes find the codebook kept, and read none

    try:
        return yaml.load(
            text, getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        )  # the C one is ten times faster, and optional
    except yaml.YAMLError as error:
        raise NotYaml(str(error), str(getattr(error, "problem_mark", "")).strip()) from error


def read(path: Path) -> dict[str, Any]:
    """One YAML file holding one mapping."""
    try:
        found = parsed(path.read_text(encoding="utf-8"))
    except NotYaml as error:
        raise CodebookError(f"{short(path)}: not YAML ({error.where}); check its quotes and indentation") from error
    if not isinstance(found, dict):
        raise CodebookError(f"{short(path)}: holds no mapping; begin with `key: value` lines")
    return found


def short(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def only(path: Path, found: Iterable[object], known: Iterable[str]) -> None:
    """Refuse a key nobody reads: most often a typing mistake."""
    if strange := sorted(map(str, set(found) - set(known))):
        raise CodebookError(f"{short(path)}: unknown {', '.join(strange)}; known are {', '.join(sorted(known))}")


def strings(path: Path, value: object, key: str) -> tuple[str, ...]:
    """A list of plain strings; YAML reads `on` and `2020` as something else, so those are refused."""
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise CodebookError(f"{short(path)}: {key} must be a list of words; put quotes around what is not a word")
    return tuple(value)


def labels(path: Path, found: Mapping[str, Any]) -> dict[str, str]:
    label = found.get("label")
    if not isinstance(label, dict) or not {"fr", "en"} <= set(label):
        raise CodebookError(f"{short(path)}: label needs fr and en")
    return {str(k): str(v) for k, v in label.items()}
