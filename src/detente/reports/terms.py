"""From and up to which day a measure applies: never the day it was decided."""

import calendar
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from detente.model import ActMention, Basis, Cue, Sentence, TimeMention, When
from detente.reports.scene import Scene
from detente.reports.spelling import low

NEAR = 30  # characters from "entrera en vigueur", "will apply to applications filed" to the day: our samples need 28
WEEK = timedelta(days=7)
DAY = len("2031-04-01")
LATER = "completed: the first such day after the act"


def effective(
    sentence: Sentence,
    after: int,
    times: Sequence[TimeMention],
    decided: When | None = None,
    before: Callable[[TimeMention], bool] = lambda time: False,
) -> When | None:
    """The day from which what is decided before offset `after` applies: "… une caution qui entrera en vigueur le 1er avril".

    before: whether a day is said to be that from which ("*from* Monday")."""
    inside = [t for t in times if after <= t.start < sentence.end]
    cues = [c for c in sentence.cues if c.kind == "effective" and after <= c.start]
    acts = [a.head for a in sentence.acts if not any(c.start < a.end and a.start < c.end for c in cues)]
    own = [t for t in inside if not any(after <= head < t.start for head in acts)]
    near = [t for t in own if any(_told_by(c, t) for c in cues) or before(t) or _ahead(sentence, after, t, decided)]
    return next((first for t in near if t.when and (first := _bound(t.when, 0, decided))), None)


def as_from(scene: Scene, time: TimeMention) -> bool:
    """ "Will let lorries in *from Monday*": from a day on, in the clause of an act that is told as to come."""
    words = low(scene.text[scene.sentence.start : time.start]).rstrip()
    led = any(words.endswith(f" {w}") for w in scene.language["as_from"]) or time.text.casefold().startswith(
        tuple(f"{w} " for w in scene.language["as_from"])
    )
    start, end = scene.clause
    coming = any(c.kind in ("future", "reported-future") and start <= c.start < end for c in scene.sentence.cues)
    return led and start <= time.start < end and (coming or scene.act.tense == "future")


def of_itself(sentence: Sentence, act: ActMention, when: When | None) -> When | None:
    """The day of an act that is itself to take effect: "la mesure *entrera en vigueur* le 1er juin"."""
    takes = any(c.kind == "effective" and c.start < act.end and act.start < c.end for c in sentence.cues)
    return _bound(when, 0, None) if takes and when and when.earliest else None


def tells_effect(sentence: Sentence, time: TimeMention, act: ActMention | None = None) -> bool:
    """Whether a time is the day from which something applies, "elle entre en vigueur lundi", if that is not `act` itself."""
    cues = [c for c in sentence.cues if c.kind == "effective" and _told_by(c, time)]
    return any(act is None or c.end <= act.start or act.end <= c.start for c in cues)


def _told_by(cue: Cue, time: TimeMention) -> bool:
    return cue.start < time.end and time.start - cue.end <= NEAR


def _ahead(sentence: Sentence, after: int, time: TimeMention, decided: When | None) -> bool:
    """ "suspended its aid from 1 May until 30 June": from day to day in the act's clause, after it was decided."""
    when = time.when
    apart = any(after <= b < time.start for b in sentence.breaks)
    if when is None or when.earliest is None or "/" not in when.edtf or apart:
        return False
    days = all(len(end) == DAY for end in when.edtf.split("/"))
    if decided is None or decided.earliest is None or decided.latest is None:
        return days
    early = when.basis is Basis.INFERRED and when.latest is not None and when.latest < decided.earliest
    return days and (early or decided.latest < when.earliest)  # a year only completed: `_bound` takes the next


def until(scene: Scene, times: Sequence[TimeMention], decided: When | None = None) -> When | None:
    """The day up to which it applies: "jusqu'au 30 juin" in the act's own clause."""
    start, end = scene.clause
    marks = scene.language["until"]
    for time in times:
        said = low(time.text).startswith(marks)
        said = said or (time.start >= scene.act.end and _ahead(scene.sentence, scene.act.end, time, decided))
        between = [a for a in scene.sentence.acts if scene.act.end <= a.head < time.start and not _in_effect(scene, a)]
        inside = start <= time.start < end or _runs_on(scene, time)
        inside = inside and not scene.act.start <= time.start < scene.act.end  # "gave them *until Friday* to leave"
        if said and inside and time.when and time.when.latest and not between:
            return _bound(time.when, -1, decided)
    return None


def _in_effect(scene: Scene, act: ActMention) -> bool:
    return any(c.kind == "effective" and c.start < act.end and act.start < c.end for c in scene.sentence.cues)


def _runs_on(scene: Scene, time: TimeMention) -> bool:
    """ "… an embargo that takes effect on July 1 and runs until December 31": behind the day from which it applies."""
    cues = [c for c in scene.sentence.cues if c.kind == "effective" and scene.act.end <= c.start]
    return any(c.end <= time.start for c in cues)


def _bound(when: When, which: int, decided: When | None) -> When | None:
    """One end of a run, as told: "2031-04-01/.." begins on 1 April. A measure does not end, nor take effect, before it is
    decided: a year that was only completed is the next, a weekday ("a donné mardi jusqu'à lundi") the coming one."""
    edtf = when.edtf.split("/")[which]
    days = list(_days(edtf))
    if not days:
        return None
    if decided is None or decided.earliest is None or days[-1] >= decided.earliest:
        return When(days[0], days[-1], edtf, when.basis, when.reason)
    if when.basis is Basis.RELATIVE and days[0] == days[-1] and decided.earliest - days[0] < WEEK:
        return When(days[0] + WEEK, days[0] + WEEK, (days[0] + WEEK).isoformat(), Basis.INFERRED, LATER)
    later = list(_days(f"{days[0].year + 1}{edtf[4:]}")) if when.basis is Basis.INFERRED else []
    return When(later[0], later[-1], f"{later[0].year}{edtf[4:]}", Basis.INFERRED, LATER) if later else None


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
