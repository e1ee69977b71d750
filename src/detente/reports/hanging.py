"""Whether a time hangs on a noun, and so does not date the verb: "la convention de 2019", "the detention on 18 April"."""

from datetime import date

from detente.model import TimeMention, When
from detente.reports.scene import Scene

REACH = 20  # characters before a time that hold the longest of "de", "de la", "of"
LINKED = 4  # the same for a time after "de": "l'audience du 2 février", not "la convention de 2019"
FRESH = 7  # days before publication within which a day named in a lead is the day of the news


def is_news(when: When | None, published: date | None) -> bool:
    """Whether it is one day, of the week before publication."""
    return bool(
        published
        and when
        and when.earliest == when.latest
        and when.earliest
        and 0 <= (published - when.earliest).days <= FRESH
    )


def of_a_noun(scene: Scene, time: TimeMention) -> bool:
    """ "la convention de 2019"; not "l'audience du 2 février", nor what opens with a day: "Dans un communiqué du 3 mars, …"."""
    if not linked(scene, time) or time.when is None or time.when.latest is None:
        return False
    if time.when.days == 1 and time.end <= scene.act.head:
        return False
    return not any(0 <= time.start - a.end <= LINKED for a in scene.sentence.acts if a.head <= scene.act.head)


def of_a_deed_before(scene: Scene, time: TimeMention, published: date | None) -> bool:
    """ "Voiced concern at the *detention* of the crew on 18 April and asked for access": an older day, before the verb, of the
    deed that a noun names behind another verb."""
    act, others = scene.act, scene.sentence.acts
    if act.form != "verb" or time.start > act.head or is_news(time.when, published):
        return False
    deeds = [
        a for a in others if a.form == "noun" and a.end <= time.start and "," not in scene.text[a.end : time.start]
    ]
    return any(v.form == "verb" and v.head < d.start for d in deeds for v in others)


def linked(scene: Scene, time: TimeMention) -> bool:
    """Whether "de", "of" stands right before a time."""
    before = scene.text[max(0, time.start - REACH) : time.start].replace("’", "'").rstrip()
    return any(before.endswith((f" {w}", f"\u00a0{w}")) for w in scene.words("links"))
