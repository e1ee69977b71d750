"""What we talk about: frozen nouns, with bounds and units; no I/O, nobody else's library."""

from detente.model.errors import CodebookError, DetenteError, RecordError, UnreadablePage, UsageError
from detente.model.mentions import (
    ActMention,
    ActorMention,
    Argument,
    Cue,
    InstrumentMention,
    Mentions,
    Sentence,
    Utterance,
)
from detente.model.pages import Block, BlockKind, Document, Evidence, Page, Refusal
from detente.model.record import (
    Change,
    ChangeKind,
    Contradiction,
    Disagreement,
    Event,
    Measure,
    MeasureState,
    Point,
    Record,
)
from detente.model.reports import Office, Reading, Report, SpeechMode, Statement, Status
from detente.model.times import Basis, TimeMention, When

__all__ = [
    "ActMention",
    "ActorMention",
    "Argument",
    "Basis",
    "Block",
    "BlockKind",
    "Change",
    "ChangeKind",
    "CodebookError",
    "Contradiction",
    "Cue",
    "DetenteError",
    "Disagreement",
    "Document",
    "Event",
    "Evidence",
    "InstrumentMention",
    "Measure",
    "MeasureState",
    "Mentions",
    "Office",
    "Page",
    "Point",
    "Reading",
    "Record",
    "RecordError",
    "Refusal",
    "Report",
    "Sentence",
    "SpeechMode",
    "Statement",
    "Status",
    "TimeMention",
    "UnreadablePage",
    "UsageError",
    "Utterance",
    "When",
]
