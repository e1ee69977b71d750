"""Which reports are one event, who is independent, what contradicts, what is in force, how the curve moves."""

from detente.chronicle import ledger
from detente.chronicle.course import charted, course, printed_by_week
from detente.chronicle.curve import curve
from detente.chronicle.gather import Gathering, gather, known_by
from detente.chronicle.ids import holds, names, names_of
from detente.chronicle.keeping import keep
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
    "keep",
    "known_by",
    "ledger",
    "names",
    "names_of",
    "printed_by_week",
    "relation",
]
