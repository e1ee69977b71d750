"""When an act took place, as far as its own sentence says: never the day of printing by default."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from detente.model import ActMention, Argument, Basis, Cue, Status, TimeMention, When
from detente.reports import terms
from detente.reports.counted import COUNT, from_event
from detente.reports.governing import (
    BEHIND,
    OPENING,
    behind_participle,
    clauses,
    foreign,
    singled_out,
    subjects,
)
from detente.reports.reaching import SINCE, with_reach
from detente.reports.scene import Scene
from detente.reports.spelling import low

PREPOSITION = 2  # words of "après la" before a noun that it rules
ENDED = 60  # characters from "au terme d'", "said at the end of" to the visit
LASTING = 30  # characters from "two-day", "de deux jours" to it, on either side
BESIDE = 4  # characters between a denial and its day: "denied on Tuesday"
BREATH = 60  # characters from "a indiqué", "said in a statement published late" to the day it was said
ANNOUNCED = "the day it was told; the act is not later"
DONE = frozenset({Status.OCCURRED, Status.DENIED, Status.ALLEGED, Status.CANCELLED})


def of_act(scene: Scene, times: Sequence[TimeMention], status: Status, published: date | None = None) -> When | None:
    """The time that governs the act: nearest in its clause, else the one that opens the sentence, else a lone one in it.

    Not a time said of something else: in a clause that does not hold the act, of another act, or of a noun ("la convention
    de 2019"); nor one the act cannot have: to come for what is done, its announcement's for what is planned.
    """
    if stayed := _stay(scene, times, published):
        return stayed
    if status in DONE and (counted := from_event(scene, times, published)):
        return counted
    inside = [t for t in with_reach(scene, times, published) if t.when]
    inside = [t for t in inside if not _of_the_event(scene, t, inside)]
    possible = [t for t in inside if can_be(t.when, status, published) and not _missed(scene, t, published)]
    possible = [t for t in possible if not terms.tells_effect(scene.sentence, t, scene.act)]
    possible = [t for t in possible if not _superseded(scene, t, times)]
    if status is Status.DENIED:
        possible = [t for t in possible if not _of_the_denial(scene, t)]
    told = [t for t in possible if _announced(scene, t)]
    own = [
        t for t in possible if t not in told and not foreign(scene, t, [x for x in inside if x not in told], published)
    ]
    found = _nearest(scene, own, inside) or (_over_a_colon(scene, possible) if status in DONE else None)
    if found or status is Status.PLANNED:
        return found
    if told and told[0].when:
        return replace(told[0].when, basis=Basis.INFERRED, reason=ANNOUNCED)
    before = next((t.when for t in possible if behind_participle(scene, t, published)), None)
    return until_printed(before, published) if status in DONE else None


def _superseded(scene: Scene, time: TimeMention, times: Sequence[TimeMention]) -> bool:
    """ "The audience of 2 February …, despite what was sent *some months earlier*, among it a ban": it is of a time nobody can tell;
    "closed it on Monday, *a day after* a raid in which soldiers shot two": not of that Monday."""
    vague = (t for t in times if t.when is None and (t.unvalued == "vague" or COUNT.search(t.rule)))
    return any(time.end <= t.start and t.end <= scene.act.head for t in vague)


def _of_the_denial(scene: Scene, time: TimeMention) -> bool:
    """ "*On Tuesday denied* that its plane had entered…": the day beside a denial is not that of what is denied."""
    before = (c for c in scene.sentence.cues if c.kind == "denied" and c.start < scene.act.head)
    return any(0 <= time.start - c.end <= BESIDE or 0 <= c.start - time.end <= BESIDE for c in before)


def until_printed(when: When | None, published: date | None, what: str = "not before what is told") -> When | None:
    """Between what came first, if days are known, and publication: an act that came after it, printed by then."""
    if when is None or published is None or when.earliest is None or when.latest is None or when.latest > published:
        return None
    start = when.edtf.split("/")[0]
    if not when.earliest.isoformat().startswith(start):  # a season, a one-of set
        start = when.earliest.isoformat()
    if start == published.isoformat():
        return replace(when, basis=Basis.INFERRED, reason=f"{what} of that day, on which the page was printed")
    reason = f"{what} of {when.edtf}, and printed on {published.isoformat()}"
    return When(when.earliest, published, f"{start}/{published.isoformat()}", Basis.INFERRED, reason)


def _nearest(scene: Scene, own: Sequence[TimeMention], inside: Sequence[TimeMention]) -> When | None:
    start, end = scene.clause
    same = [t for t in own if start <= t.start < end]
    if same:
        return min(same, key=lambda t: (_of_the_verb_before(scene, t, same), _gap(t, scene.act), t.start)).when
    opening = [t for t in own if t.start - scene.sentence.start < OPENING or singled_out(scene, t)]
    lone = own if len(inside) == 1 and not _parted_noun(scene, inside[0]) and not _beyond(scene, inside[0]) else []
    return next((t.when for t in [*opening, *lone]), None)


def _over_a_colon(scene: Scene, possible: Sequence[TimeMention]) -> When | None:
    """ "Retaliation came *two days later*: the envoy was expelled, and a convoy held": of all behind it that names no time."""
    act, text = scene.act, scene.text
    colon = text.rfind(":", scene.sentence.start, act.head)
    told = act.form == "verb" and act.voice != "bare" and act.tense in ("past", "preterite", "present")
    before = [t.when for t in possible if t.end <= colon]
    if (
        colon < 0
        or not told
        or len(before) != 1
        or len(possible) != 1
        or any(m in text[colon : act.head] for m in '«“"')
    ):
        return None
    words = low(text[colon : act.head]).split()
    if any(scene.language.auxiliary("have").get(w.rpartition("'")[2]) in ("imperfect", "past") for w in words):
        return None  # "was angry on Monday: it had expelled…"
    return before[0] if before[0] and before[0].latest else None


def _of_the_verb_before(scene: Scene, time: TimeMention, same: Sequence[TimeMention]) -> bool:
    """ "recalled its envoy on Monday and closed its border on Wednesday", "expelled two on Tuesday in response to the expulsion
    of one on Monday": each has the day behind it."""
    act = scene.act
    others = [a for a in scene.sentence.acts if a.form == "verb" and act.form != "phrase" and a.end <= time.start]
    behind = [t for t in same if t.start >= act.end and not _act_between(scene, act.end, t.start)]
    return bool(behind) and any(a.head < time.start < act.head for a in others)


def _act_between(scene: Scene, start: int, end: int) -> bool:
    return any(start <= a.head < end for a in scene.sentence.acts)


def _of_the_event(scene: Scene, time: TimeMention, inside: Sequence[TimeMention]) -> bool:
    """ "After the closure of the border in November 2030, …": the month is the closure's, what came after it the rest's."""
    when = time.when
    for other in inside:
        first, last = (time, other) if time.start < other.start else (other, time)
        whole, day = first.when, last.when
        if other is time or not whole or not day or not whole.edtf.startswith(f"{day.edtf}/"):
            continue
        named = first.start <= scene.act.head < last.start
        if last.start - first.end <= SINCE and when is (whole if named else day):
            return True
    return False


def _announced(scene: Scene, time: TimeMention) -> bool:
    """Whether a time says when the act was told: ", a annoncé mardi la présidence", "Selon un rapport publié lundi, …"."""
    sentence, act = scene.sentence, scene.act
    if _before_having_done(scene, time):
        return True
    content = [c for c in clauses(sentence) if c.start >= time.end and c.start <= act.head < c.end]
    content = [c for c in content if c.role == "content" or _right_behind(scene, c, time)]
    reported = [c for c in sentence.speech if c.kind in ("verb", "weak-verb") and _in_one_breath(scene, c, time)]
    reported = [c for c in reported if not any(a.start < c.end and c.start < a.end for a in sentence.acts)]
    if any(act.head < c.start or content or _said_after(scene, c, time) for c in reported):
        return True
    sources = [c for c in sentence.speech if c.kind == "according" and c.start - sentence.start < OPENING]
    return any(c.end <= time.start and "," not in scene.text[c.end : time.start] for c in sources)


def _before_having_done(scene: Scene, time: TimeMention) -> bool:
    """ "A confirmé *jeudi* avoir arrêté quatre marins le 12": before a perfect infinitive stands the day of who says so."""
    words = scene.text[time.end : scene.act.head].casefold().split()
    have = {**scene.language.auxiliary("have"), **scene.language.auxiliary("be")}
    done = scene.act.form == "verb" and len(words) == 1 and have.get(words[0]) == "infinitive"
    return done and not scene.language["premodified"]


def _right_behind(scene: Scene, clause: Argument, time: TimeMention) -> bool:
    """ "Ont déclaré mercredi *qu'ils avaient convenu*": a "that" behind the day tells what was said, whatever it is taken for."""
    that = scene.language.maps["speech"]["that"]
    words = low(scene.text[clause.start : clause.start + BEHIND + 5])
    return clause.start - time.end <= BEHIND and words.startswith(that)


def _said_after(scene: Scene, verb: Cue, time: TimeMention) -> bool:
    """ "Oslo said on Thursday *it* would expel three": what is said has a subject of its own, with or without "that"."""
    first = min((s.start for s in subjects(scene)), default=-1)
    return verb.end <= time.start and time.end <= first and not scene.text[time.end : first].strip()


def _in_one_breath(scene: Scene, verb: Cue, time: TimeMention) -> bool:
    """ "said in a statement published late on Tuesday": no other act, nor what was said, between the two."""
    if 0 <= time.start - verb.end <= BEHIND:
        return True
    between = scene.text[verb.end : time.start].strip(" ,")
    parted = any(mark in scene.text[scene.act.end : verb.start] for mark in ",»”")
    if scene.act.head < verb.start and not parted:
        return False  # what is told stands before, parted from who tells it
    if not 0 <= time.start - verb.end <= BREATH or any(mark in between for mark in ',;:«“"'):
        return False
    around = clauses(scene.sentence)
    said = [c for c in around if c.role == "content" and verb.end <= c.start <= time.start < c.end]
    # "une réunion que l'on disait périlleuse depuis l'hiver": said of something else
    aside = [c for c in around if c.role == "relative" and c.start <= verb.start < c.end]
    aside = [c for c in aside if not c.start <= scene.act.head < c.end]
    return not said and not aside and not _act_between(scene, verb.end, time.start)


def _stay(scene: Scene, times: Sequence[TimeMention], published: date | None) -> When | None:
    """ "Said on Thursday at the end of a two-day visit": the visit's days are that one and those before it."""
    act, text = scene.act, scene.text
    before = text[max(scene.sentence.start, act.start - ENDED) : act.start].casefold()
    around = text[max(scene.sentence.start, act.start - LASTING) : act.end + LASTING].casefold()
    lengths = [int(n) for n, words in scene.language.maps["lasting"].items() if any(w in around for w in words)]
    told = before if act.form == "noun" else text[act.start : act.end].casefold()
    if not lengths or not any(w in told for w in scene.language["concluded"]):
        return None
    days = [t.when for t in times if scene.sentence.start <= t.start < scene.sentence.end and t.when]
    last = next(
        (d.earliest for d in days if d.days == 1 and published and d.earliest and d.earliest <= published), None
    )
    first = last - timedelta(days=lengths[0] - 1) if last else None
    if first is None or last is None:
        return None
    return When(first, last, f"{first}/{last}", Basis.INFERRED, f"told on the last of its {lengths[0]} days")


def can_be(when: When | None, status: Status, published: date | None) -> bool:
    """Whether an act that got that far can have that time."""
    if when is None:
        return False
    if status in DONE and when.earliest is None:
        return False  # a term: "d'ici à fin mai"
    coming = published is not None and when.earliest is not None and when.earliest > published
    return not (coming and status in DONE - {Status.CANCELLED})


def _missed(scene: Scene, time: TimeMention, published: date | None) -> bool:
    """Whether the time is over that a future tense would have ("redémarrera", not "devait se rendre")."""
    latest = time.when.latest if time.when else None
    return bool(scene.act.tense == "future" and published and latest and latest < published)


def _gap(time: TimeMention, act: ActMention) -> int:
    return max(time.start - act.end, act.head - time.end, 0)


def _beyond(scene: Scene, time: TimeMention) -> bool:
    """Whether a semicolon parts them: "the two signed a pact; envoys went back in May"."""
    low, high = sorted((time.start, scene.act.head))
    return ";" in scene.text[low:high]


def _parted_noun(scene: Scene, time: TimeMention) -> bool:
    """ "engagées fin 2030, puis interrompues lors du départ": a break word stands between, not right before ("après le")."""
    act = scene.act
    between = [b for b in scene.sentence.breaks if time.end <= b < act.head]
    return act.form == "noun" and any(len(scene.text[b : act.head].split()) > PREPOSITION for b in between)
