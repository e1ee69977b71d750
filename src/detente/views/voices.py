"""What each side says: where it stands on a topic, how outlets word one utterance, all its statements."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from detente.model import Position, Quoted, Statement, Wording
from detente.views.dates import human
from detente.views.lines import Quote, Speech
from detente.views.parts import Spoken, Stand, Taken, Wordings
from detente.views.rows import Desk

DOOR = "passage"  # kind of instrument of which a stance is one toward its closing


def speech(desk: Desk, statement: Statement) -> Speech:
    return Speech(
        desk.side(statement.side).label if statement.side else "",
        statement.speaker or desk.say("ui.unknown_speaker"),
        " · ".join((desk.say(f"ui.{statement.mode}"), *desk.proposed((statement,)))),
        desk.quote(statement.evidence),
    )


def stands(desk: Desk, positions: Iterable[Position], said: Sequence[Statement]) -> Iterator[Stand]:
    """One a side and topic. positions: of the record, by side and topic, the oldest first; said: which statements to show."""
    known = {s.id: s for s in said}
    shown = (p for p in positions if p.statement in known)
    for (side, kind, code), group in groupby(shown, key=lambda p: (p.side, p.kind, p.topic)):
        own = list(group)
        dated = [p for p in own if p.when]
        now = (dated or own)[-1]
        rest = [p for p in reversed(own) if p is not now]
        yield Stand(
            desk.side(side).label,
            kind,
            code,
            topic(desk, kind, code),
            taken(desk, now, known[now.statement]),
            tuple(taken(desk, p, known[p.statement]) for p in rest),
            any(p.changed for p in own),
        )


def topic(desk: Desk, kind: str, code: str) -> str:
    """What it is about: an instrument or an actor by its name, an act as what somebody does, a border as its restriction."""
    if kind == "instrument":
        known, label = desk.book.instruments.get(code), desk.instrument(code)
        return desk.grammar.noun(desk.say("effects.restrict"), code, label) if known and known.kind == DOOR else label
    if kind == "actor":
        return desk.side(code).label
    act = desk.book.acts.get(code)
    return desk.say("ui.topic_act", act=act.label[desk.say.language] if act else code)


def taken(desk: Desk, position: Position, said: Statement) -> Taken:
    edtf = position.when.edtf if position.when else None
    return Taken(
        position.stance,
        desk.say(f"stances.{position.stance}"),
        human(edtf, desk.say),
        edtf,
        said.speaker or desk.say("ui.unknown_speaker"),
        desk.quote(said.evidence),
    )


def wordings(desk: Desk, found: Iterable[Wording], said: Sequence[Statement]) -> Iterator[Wordings]:
    """Those of which at least two wordings are among the statements to show, the fullest first."""
    known = {s.id: s for s in said}
    for wording in found:
        told = [q for q in wording.quoted if q.statement in known]
        if len(told) > 1:
            speakers = sorted({known[q.statement].speaker or "" for q in told}, key=lambda name: (-len(name), name))
            spoken = sorted((_spoken(desk, q, known[q.statement]) for q in told), key=_first)
            side = desk.side(wording.side).label if wording.side else ""
            yield Wordings(side, speakers[0] or desk.say("ui.unknown_speaker"), tuple(spoken))


def _spoken(desk: Desk, quoted: Quoted, said: Statement) -> Spoken:
    return Spoken(quoted.kind, desk.say(f"wordings.{quoted.kind}"), desk.quote(said.evidence))


KINDS = ("same", "cut", "altered")
TOPICS = ("instrument", "actor", "act")


def _first(spoken: Spoken) -> tuple[int, bool, str]:
    quote: Quote = spoken.quote
    return KINDS.index(spoken.kind), quote.copy, quote.uri
