"""From and up to which day a measure applies: never the day it was decided."""

import calendar
from collections.abc import Iterator, Sequence
from datetime import date

from detente.model import Basis, Sentence, TimeMention, When
from detente.reports.sides import Scene

NEAR = 30  # characters from "entrera en vigueur", "will apply to applications filed" to the day: our samples need 28
LATER = "completed: the first such day after the act"


def effective(sentence: Sentence, after: int, times: Sequence[TimeMention], decided: When | None = None) -> When | None:
    """The day from which what is decided before offset `after` applies: "… une caution qui entrera en vigueur le 1er avril"."""
    inside = [t for t in times if after <= t.start < sentence.end]
    cues = [c for c in sentence.cues if c.kind == "effective" and after <= c.start]
    near = [t for c in cues for t in inside if c.start < t.end and t.start - c.end <= NEAR]
    acts = [a.head for a in sentence.acts if not any(c.start < a.end and a.start < c.end for c in cues)]
    own = [t for t in near if not any(after <= head < t.start for head in acts)]
    return next((first for t in own if t.when and (first := _bound(t.when, 0, decided))), None)


def until(scene: Scene, times: Sequence[TimeMention], decided: When | None = None) -> When | None:
    """The day up to which it applies: "jusqu'au 30 juin" in the act's own clause."""
    start, end = scene.clause
    marks = scene.language["until"]
    for time in times:
        said = time.text.casefold().replace("’", "'").startswith(marks)
        between = [a.head for a in scene.sentence.acts if scene.act.end <= a.head < time.start]
        if said and start <= time.start < end and time.when and time.when.latest and not between:
            return _bound(time.when, -1, decided)
    return None


def _bound(when: When, which: int, decided: When | None) -> When | None:
    """One end of a run, as told: "2031-04-01/.." begins on 1 April. A year that was only completed is no earlier than the
    act: a measure does not end, nor take effect, before it is decided."""
    edtf = when.edtf.split("/")[which]
    days = list(_days(edtf))
    if not days:
        return None
    found = When(days[0], days[-1], edtf, when.basis, when.reason)
    early = decided and decided.earliest and days[-1] < decided.earliest
    later = list(_days(f"{days[0].year + 1}{edtf[4:]}")) if early and when.basis is Basis.INFERRED else []
    if not early or not later:
        return None if early else found
    return When(later[0], later[-1], f"{later[0].year}{edtf[4:]}", Basis.INFERRED, LATER)


def _days(edtf: str) -> Iterator[date]:
    """First and last day of a year, a month or a day; nothing for a season or a one-of set."""
    parts = edtf.split("-")
    if not all(p.isdigit() for p in parts) or len(parts) > 3 or (len(parts) > 1 and int(parts[1]) > 12):
        return
    year, month, day = [*map(int, parts), 0, 0][:3]
    last = calendar.monthrange(year, month or 12)[1]
    if day <= last:  # there is no 29 February in most years
        yield date(year, month or 1, day or 1)
        yield date(year, month or 12, day or last)
