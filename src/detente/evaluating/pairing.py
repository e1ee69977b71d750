"""Rows of the gold put beside rows of ours: the likest first, each once."""

from collections.abc import Callable, Sequence

from detente.codebook import Codebook
from detente.evaluating.alike import near_day, same_parties, same_way, shared, types_of
from detente.model.evaluation import Compared, Match, Row

Pair = tuple[Row, Row]
WORDS, SAID, PLACED = 0.5, 0.6, 0.5  # of an event's sentence, of a statement's, and the least likeness


def paired(golds: Sequence[Row], ours: Sequence[Row], like: Callable[[Row, Row], float], least: float) -> list[Pair]:
    """The pairs at least so alike; of equally alike ones the earlier. Each row at most once."""
    ranked = sorted(
        ((-like(g, o), i, j) for i, g in enumerate(golds) for j, o in enumerate(ours)),
    )
    left, right, found = set(range(len(golds))), set(range(len(ours))), []
    for unlike, i, j in ranked:
        if -unlike >= least and i in left and j in right:
            left.remove(i)
            right.remove(j)
            found.append((golds[i], ours[j]))
    return found


def pair_reports(golds: Sequence[Row], ours: Sequence[Row], book: Codebook) -> list[Pair]:
    """Events of a coded page beside reports of it: the same sentence and parties; types decide among several."""

    def like(event: Row, report: Row) -> float:
        lexical = shared(event["evidence"], report.get("text"))
        if lexical < WORDS or not same_parties(event, report):
            return 0.0
        types = types_of(event)
        return lexical + 2 * (report["type"] in types) + 0.5 * same_quad(types, report["type"], book)

    return paired(golds, ours, like, PLACED)


def pair_statements(golds: Sequence[Row], ours: Sequence[Row]) -> list[Pair]:
    """Statements by what is shared of their sentences."""
    return paired(golds, ours, lambda g, o: shared(g["evidence"], o.get("text")), SAID)


def same_quad(types: Sequence[str], got: str, book: Codebook) -> bool:
    """Whether a type is verbal or material, cooperation or conflict, as one of the coded ones."""
    known = book.plover.types
    return got in known and known[got].quad in {known[one].quad for one in types if one in known}


def outcome(event: Row, report: Row) -> Match:
    """What is first wrong of a report that was put beside an event."""
    if report["type"] not in types_of(event):
        return Match.TYPE
    if not same_way(event, report):
        return Match.DIRECTION
    if (event.get("status") or "occurred") != report.get("status"):
        return Match.STATUS
    return Match.RIGHT if near_day(event.get("date"), report.get("date")) else Match.DATE


def compared(page: str, kind: str, golds: Sequence[Row], ours: Sequence[Row], pairs: Sequence[Pair]) -> list[Compared]:
    """Every row of both, once: pairs with what is wrong of them, then what was missed and what is too many."""
    judge = outcome if kind == "report" else said
    seen, known = {id(g) for g, _ in pairs}, {id(o) for _, o in pairs}
    return [
        *(Compared(page, kind, judge(g, o), g, o) for g, o in pairs),
        *(Compared(page, kind, Match.MISSED, g, None) for g in golds if id(g) not in seen),
        *(Compared(page, kind, Match.EXTRA, None, o) for o in ours if id(o) not in known),
    ]


def said(statement: Row, ours: Row) -> Match:
    """Whether a statement that was found is the right side's."""
    return Match.RIGHT if statement.get("side") == ours.get("side") else Match.SIDE
