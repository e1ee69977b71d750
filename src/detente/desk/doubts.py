"""Two events that may be one, in words: what speaks for it, what against, and how much each weighs."""

from collections.abc import Sequence
from dataclasses import dataclass

from detente.desk.speaking import Speaker
from detente.model import Clue, Doubt
from detente.views.compose import Desk
from detente.views.lines import Line


@dataclass(frozen=True, slots=True)
class Told:
    """The other event, or both; each clue as (what was looked at, what was found, weight in words)."""

    doubt: Doubt
    lines: tuple[Line, ...]
    speaks_for: Sequence[tuple[str, str, str]]
    speaks_against: Sequence[tuple[str, str, str]]


def told(doubt: Doubt, id: str, desk: Desk, speaker: Speaker) -> Told:
    """Seen from the event `id`; seen from neither, where it is "" or another."""
    others = [i for i in (doubt.a, doubt.b) if i != id and i in desk.events]
    return Told(
        doubt,
        tuple(desk.line(desk.events[i]) for i in others),
        [_clue(c, speaker) for c in doubt.speaks_for],
        [_clue(c, speaker) for c in doubt.speaks_against],
    )


def _clue(clue: Clue, speaker: Speaker) -> tuple[str, str, str]:
    weight = f"{clue.weight:+g}".replace("-", "−")
    return speaker.word("clues", clue.feature), speaker.word("clue_levels", clue.level), weight
