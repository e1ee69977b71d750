"""What two do to each other is two acts (CODING): "the two countries threw out *each other's* diplomats", "s'accusent *mutuellement*"."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from detente.codebook.languages import Language
from detente.model import ActorMention, Report
from detente.reports.spelling import low
from detente.reports.telling import Told

AGAINST = frozenset(
    {"SANCTION", "COERCE", "ASSAULT", "ACCUSE", "THREATEN", "REJECT"}
)  # types of what one does to another
UNDONE = frozenset({"CONCEDE", "RETREAT"})  # types of what two take back that each had done to the other
SYMMETRIC = frozenset({"meets", "together"})  # frames of what two do at once: a clash stays one act
BEHIND = 60  # characters from an act to the words that make it mutual: "two of each other's diplomats"
BEFORE = 12  # the same before it: "s'", "mutuellement"


def parted(report: Report, told: Told, text: str, language: Language, pair: Collection[str] = ()) -> Iterator[Report]:
    """The report; one each way where two do it to each other; so do the page's two that recall their envoys."""
    two = report.type in AGAINST | UNDONE and len(report.actors) == 2 and not report.recipients
    recalled = told.group.frame == "recalls" and set(report.actors) == set(pair)
    if not two or told.group.frame in SYMMETRIC or not (recalled or is_mutual(told, text, language)):
        yield report
        return
    one, other = report.actors
    yield replace(report, actors=(one,), recipients=(other,))
    yield replace(report, actors=(other,), recipients=(one,))


def of_one(told: Told, text: str, language: Language, by: Sequence[ActorMention]) -> bool:
    """ "*Sudan's generals* accused *each other*": of one side, to itself."""
    act, end = told.mention, told.sentence.end
    behind = text[act.head : min(end, act.end + BEFORE)].casefold()
    itself = act.form == "verb" and any(words in behind for words in language["each_other"])
    return itself and len({c for m in by for c in m.codes}) == 1


def is_mutual(told: Told, text: str, language: Language) -> bool:
    """Whether words around the act make it one of each toward the other."""
    act, sentence = told.mention, told.sentence
    around = text[max(sentence.start, act.head - BEFORE) : min(sentence.end, act.end + BEHIND)]
    words = low(around).replace("'", "' ")
    own = words[: act.end - act.head + BEFORE].split()
    return any(w in words for w in language["mutual"]) or any(w in own for w in language["reflexive"])
