"""How far a time reaches: "depuis les changements de 2020" begins a run, "depuis deux mois" counts from the time of the sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from detente.model import Basis, TimeMention, When
from detente.reports.hanging import linked
from detente.reports.scene import Scene
from detente.reports.spelling import low

SINCE = 40  # characters from "depuis" to the year it reaches: "depuis les changements politiques de 2020" is 33
COUNTING = 4  # words before "since" that say which of several: "for the first time", "its first such visit"
COUNTED = "since back:"  # the rule of "depuis deux mois"


def with_reach(scene: Scene, times: Sequence[TimeMention], published: date | None) -> Iterator[TimeMention]:
    """The times of the sentence; one that "depuis" reaches through a noun begins a run: "depuis les changements de 2020"."""
    sentence = scene.sentence
    for time in times:
        if not sentence.start <= time.start < sentence.end:
            continue
        before = scene.text[max(sentence.start, time.start - SINCE) : time.start].casefold()
        phrase = before.replace("’", "' ").rpartition(",")[2].split()
        since = any(w in scene.language["since"] for w in phrase)
        if scene.act.tense == "imperfect" and COUNTED in time.rule:
            yield replace(time, when=_until_then(scene, time, times, published))
        else:
            yield replace(time, when=_onward(time.when)) if since and linked(scene, time) else time


def _until_then(scene: Scene, time: TimeMention, times: Sequence[TimeMention], published: date | None) -> When | None:
    """ "En août, la Turquie levait l'interdiction qu'elle imposait depuis deux mois": counted from the time of the sentence."""
    when = time.when
    days = [t.when for t in times if scene.sentence.start <= t.start < scene.sentence.end and t is not time and t.when]
    told = next((d for d in days if d.earliest and d.latest and "/" not in d.edtf), None)
    if told is None or told.earliest is None or when is None or when.earliest is None or published is None:
        return when
    start = _moved(when.edtf.split("/")[0], when.earliest, published, told.earliest)
    reason = f"counted back from {told.edtf}, of which the sentence tells"
    return When(start[0], told.latest, f"{start[1]}/{told.edtf}", Basis.INFERRED, reason)


def _moved(edtf: str, start: date, published: date, then: date) -> tuple[date, str]:
    """A day, month or year as far before `then` as `start` is before publication, and how it is written."""
    if len(edtf) == len("2031"):
        year = then.year - (published.year - start.year)
        return date(year, 1, 1), str(year)
    if len(edtf) == len("2031-04"):
        months = (
            then.year * 12 + then.month - (published.year * 12 + published.month - start.year * 12 - start.month) - 1
        )
        first = date(months // 12, months % 12 + 1, 1)
        return first, first.isoformat()[: len(edtf)]
    first = then - (published - start)
    return first, first.isoformat()


def since(scene: Scene, when: When | None, times: Sequence[TimeMention]) -> bool:
    """Whether a time of the sentence that means `when` is told by "since"."""
    if when is None or when.latest is not None:
        return False
    marks = scene.language["since"]
    inside = (t for t in times if scene.sentence.start <= t.start < scene.sentence.end)
    told = (t for t in inside if t.when and t.when.earliest == when.earliest and _counts_from(scene, t))
    told = (t for t in told if not any(mark in scene.text[t.end : scene.act.head] for mark in ":;"))
    return any(scene.text[max(0, t.start - SINCE) : t.end].casefold().rfind(w) >= 0 for t in told for w in marks)


def _counts_from(scene: Scene, time: TimeMention) -> bool:
    """Not what opens a perfect: "since October, it has expelled three" tells of days within that time."""
    return (scene.act.tense != "past" or time.start >= scene.act.head) and not one_of_several(scene, time)


def one_of_several(scene: Scene, time: TimeMention) -> bool:
    """ "Pulled its envoy *for the second time since* 2024", "une première *depuis* 2019": which one of several, no day of it."""
    text = low(scene.text[max(scene.sentence.start, time.start - SINCE) : time.end])
    at = max((text.rfind(mark) for mark in scene.language["since"]), default=-1)
    words = text[:at].replace("'", "' ").replace(",", " ,").split()[-COUNTING:] if at >= 0 else []
    told = {w for w, after in zip(words, (*words[1:], ""), strict=False) if after not in scene.words("links")}
    return "," not in words and bool(told & scene.words("counting"))  # not "a *fifth of* Georgia since 2008"


def _onward(when: When | None) -> When | None:
    if when is None or when.earliest is None or "/" in when.edtf:
        return when
    return When(when.earliest, None, f"{when.edtf}/..", when.basis, when.reason)
