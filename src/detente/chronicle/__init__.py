"""Which reports are one event, who is independent, what contradicts, what is in force, how the curve moves."""

from detente.chronicle import ledger
from detente.chronicle.course import charted, course, printed_by_week
from detente.chronicle.curve import curve
from detente.chronicle.events import holds
from detente.chronicle.gather import Gathering, gather, known_by, names
from detente.chronicle.relation import Relation, relation
from detente.chronicle.revisions import difference

__all__ = [
    "Gathering",
    "Relation",
    "charted",
    "course",
    "curve",
    "difference",
    "gather",
    "holds",
    "known_by",
    "ledger",
    "names",
    "printed_by_week",
    "relation",
]
