"""Which given names are women's and which men's: what "she" may stand for, where no title tells."""

from collections.abc import Mapping
from pathlib import Path

from detente.codebook import files
from detente.model import CodebookError

KINDS = ("feminine", "masculine")


def load_given(path: Path) -> Mapping[str, bool]:
    """Name -> whether a woman's. Raises CodebookError where a name is both."""
    found = files.read(path)
    files.only(path, found, KINDS)
    women, men = (frozenset(files.strings(path, found[kind], kind)) for kind in KINDS)
    for name in sorted(women & men):
        raise CodebookError(f"{files.short(path)}: {name} is feminine and masculine; leave it out")
    return {**dict.fromkeys(women, True), **dict.fromkeys(men, False)}
