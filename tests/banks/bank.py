"""Banks of coded passages: what a bank asks, what the reader tells, how far they agree.

A bank is a text file. `# fr` and `# en` say the language of the lines below. A line is `passage ||| acts`, acts parted by commas, `-` where
the passage tells none: `SANCTION:FRA>MLI`, `CONSULT:FRA+DEU`, `CONSULT|AGREE:FRA>MLI:planned`. A line that begins with `~ ` is not read
right yet: it is counted, not asserted. Every third passage is held out: its total is looked at, its misses are not.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from coded import reports

EITHER = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})  # may be told from either side


class Act(NamedTuple):
    """Who (`by`) did one of `types` toward whom; the reader tells one type."""

    types: frozenset[str]
    by: frozenset[str]
    toward: frozenset[str]
    status: str

    def fits(self, told: "Act") -> bool:
        """Whether `told` is this act, whatever its status."""
        if not told.types <= self.types:
            return False
        return self[1:3] == told[1:3] or (told.types <= EITHER and self.by | self.toward == told.by | told.toward)


@dataclass(frozen=True, slots=True)
class Passage:
    text: str
    language: str
    acts: tuple[Act, ...]
    asserted: bool
    held_out: bool

    def told(self, types: frozenset[str]) -> list[Act]:
        """The acts of `types` that the reader tells of the passage."""
        found = reports(self.text, self.language, published="2026-03-12")
        acts = (Act(frozenset({r.type}), frozenset(r.actors), frozenset(r.recipients), r.status) for r in found)
        return [act for act in acts if act.types <= types]


def passages(bank: Path) -> Iterator[Passage]:
    """The passages of a bank. Raises ValueError for a line that cannot be read."""
    language, count = "", 0
    for line in bank.read_text("utf-8").splitlines():
        if line.startswith("# "):
            language = line[2:].strip()
        elif line.strip():
            count += 1
            text, acts = line.removeprefix("~ ").split(" ||| ")
            wanted = tuple(map(_act, acts.split(", "))) if acts.strip() != "-" else ()
            yield Passage(text, language, wanted, not line.startswith("~ "), count % 3 == 0)


def _act(words: str) -> Act:
    types, sides, status = (*words.strip().split(":"), "")[:3]
    by, _, toward = sides.partition(">")
    return Act(frozenset(types.split("|")), _names(by), _names(toward), status or "occurred")


def _names(side: str) -> frozenset[str]:
    return frozenset(filter(None, side.split("+")))


def paired(wanted: Sequence[Act], told: Sequence[Act]) -> list[tuple[Act, Act]]:
    """Each wanted act with one told act that fits it, none taken twice."""
    left, pairs = list(told), []
    for act in wanted:
        if found := next((other for other in left if act.fits(other)), None):
            left.remove(found)
            pairs.append((act, found))
    return pairs


def right(passage: Passage, types: frozenset[str]) -> bool:
    """Whether the reader tells all that the passage tells of `types`, and nothing else of them."""
    told = passage.told(types)
    return len(paired(passage.acts, told)) == len(passage.acts) == len(told)


def figures(bank: Iterable[Passage], types: frozenset[str]) -> str:
    """One line: precision, recall and F1 of type with sides; direction and status of the right ones; traps that were coded."""
    found, told, wanted, directed, stated, coded, traps = 0, 0, 0, 0, 0, 0, 0
    for passage in bank:
        acts = passage.told(types)
        pairs = paired(passage.acts, acts)
        found, told, wanted = found + len(pairs), told + len(acts), wanted + len(passage.acts)
        directed += sum(a[1:3] == b[1:3] for a, b in pairs)
        stated += sum(a.status == b.status for a, b in pairs)
        traps, coded = traps + (not passage.acts), coded + (not passage.acts and bool(acts))
    precision, recall = found / max(told, 1), found / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return (
        f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f} ({found} of {told} told, {wanted} wanted) "
        f"direction {directed / max(found, 1):.2f} status {stated / max(found, 1):.2f} traps coded {coded} of {traps}"
    )
