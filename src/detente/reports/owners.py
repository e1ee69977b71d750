"""Whose passage decides: of two that a passive names, the state whose airspace, ports or waters are closed to the other."""

from dataclasses import replace

from detente.model import Sentence
from detente.reports.parties import Named
from detente.reports.telling import Told

OWNED = frozenset({"airspace", "port", "fishing"})  # passages that are one state's own
BESIDE = 8  # characters from a passage to whose it is: "airspace of *the* Gambia", "ports de *la* Libye"
BOTH = 2  # who is closed out, and whose passage it is


def by_the_owner(told: Told, who: Named) -> Named | None:
    """ "Moroccan aircraft were banned from *Algerian airspace*": of two that a passive names, whose passage it is decides."""
    if who.by or len(who.toward) < BOTH or told.mention.voice not in ("passive", "bare"):
        return None
    by = _owners(told.sentence) & set(who.toward)
    rest = tuple(c for c in who.toward if c not in by)
    return replace(who, by=tuple(by), toward=rest, witness="order") if len(by) == 1 and rest else None


def _owners(sentence: Sentence) -> set[str]:
    """Who stands right beside a passage, by itself or as an adjective: "*Algerian* airspace", "ports de la *Libye*"."""
    owned = [i for i in sentence.instruments if i.instrument in OWNED]
    beside = [m for m in sentence.actors for i in owned if 0 <= m.start - i.end <= BESIDE or 0 <= i.start - m.end <= 1]
    return {c for m in beside if m.how == "adjective" or not m.carrier for c in m.codes}
