"""When an act took place, as far as the page says: never the day of printing by default."""

from collections.abc import Sequence
from dataclasses import replace

from detente.model import ActMention, Basis, Report, Sentence, TimeMention, When

# Words spoken at a meeting are dated by it when the page tells one dated meeting of the same two.
SPOKEN = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT"})


def of_act(sentence: Sentence, act: ActMention, times: Sequence[TimeMention]) -> When | None:
    """The time in the act's clause that stands nearest; else one that opens the sentence; else a lone one in it."""
    inside = [t for t in times if sentence.start <= t.start < sentence.end and t.when]
    if not inside:
        return None
    start = max([b for b in sentence.breaks if b < act.head], default=sentence.start)
    end = min([b for b in sentence.breaks if b >= act.end], default=sentence.end)
    same = [t for t in inside if start <= t.start < end]
    if same:
        return min(same, key=lambda t: (_gap(t, act), t.start)).when
    opening = [t for t in inside if t.start - sentence.start < 4]
    lone = inside if len(inside) == 1 else []
    return next((t.when for t in [*opening, *lone]), None)


def _gap(time: TimeMention, act: ActMention) -> int:
    return max(time.start - act.end, act.head - time.end, 0)


def spoken_at_the_meeting(reports: Sequence[Report]) -> list[Report]:
    """Undated words of the parties to the page's one dated meeting get its day, and say so."""
    meetings = {r.when: r for r in reports if r.type == "CONSULT" and r.when and (r.when.days or 999) <= 7}
    if len(meetings) != 1:
        return list(reports)
    when, meeting = next(iter(meetings.items()))
    assert when is not None
    inferred = replace(when, basis=Basis.INFERRED, reason="said at the page's one dated meeting of the same parties")
    return [
        replace(r, when=inferred) if r.when is None and r.type in SPOKEN and r.parties <= meeting.parties else r
        for r in reports
    ]
