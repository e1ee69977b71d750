"""Whether two tellings are of one act: a few rules read from top to bottom, the first that speaks decides.

What the rules cannot tell apart stays apart, and is shown as possibly the same.
"""

from collections.abc import Callable, Mapping
from enum import IntEnum

from detente.chronicle.folding import same_person, same_place, words
from detente.chronicle.tellings import Telling, Window

SLIP = 1  # days; how far two pages err on the day of one meeting of the same people
SETTLED = 7  # days; the same step by the same state within a week is one step, told twice


class Verdict(IntEnum):
    DIFFERENT = 0
    UNSURE = 1  # possibly the same, never joined by rule
    FITS = 2  # joined when nothing else fits as well
    SAME = 3


Rule = Callable[[Telling, Telling], Verdict | None]


def compare(a: Telling, b: Telling) -> Verdict:
    """The verdict on two tellings of one block; symmetric in its arguments."""
    for rule in RULES[a.kind]:
        if (verdict := rule(a, b)) is not None:
            return verdict
    return Verdict.FITS


def gap(a: Window, b: Window) -> int:
    """Days from the end of one window to the start of the other; 0 when they meet."""
    late = (a[0] - b[1]).days if a[0] and b[1] else 0
    early = (b[0] - a[1]).days if b[0] and a[1] else 0
    return max(late, early, 0)


def shared_person(a: Telling, b: Telling) -> bool:
    return any(same_person(p, q) for p in a.report.people for q in b.report.people)


def other_people(a: Telling, b: Telling) -> bool:
    return bool(a.report.people and b.report.people) and not shared_person(a, b)


def other_place(a: Telling, b: Telling) -> bool:
    here, there = a.report.place, b.report.place
    return bool(here and there) and not same_place(here or "", there or "")


def related(a: str | None, b: str | None) -> bool:
    """Equal, or one the broader term of the other ("visa" / "visa-bond", "aid" / "military-aid")."""
    first, second = sorted((a or "", b or ""), key=len)
    return first == second or (first != "" and (second.startswith(first + "-") or second.endswith("-" + first)))


def same_document(a: Telling, b: Telling) -> bool:
    return a.report.evidence.document == b.report.evidence.document


def other_direction(a: Telling, b: Telling) -> Verdict | None:
    """Who acts on whom; where a page names both sides as acting, it may be either."""
    told = a.report.recipients and b.report.recipients
    return Verdict.DIFFERENT if told and set(a.report.actors) != set(b.report.actors) else None


def copied_words(a: Telling, b: Telling) -> Verdict | None:
    """One sentence in two copies: one act, even where each copy counted "hier" from its own day."""
    if a.origin != b.origin or same_document(a, b):
        return None
    return Verdict.SAME if _told(a) == _told(b) else None


def _told(a: Telling) -> tuple[object, ...]:
    return a.report.instrument, a.report.status, words(a.report.evidence.quote)


def slipped_day(a: Telling, b: Telling) -> Verdict | None:
    near = a.precise and b.precise and 0 < gap(a.window, b.window) <= SLIP
    return Verdict.SAME if near and shared_person(a, b) and not same_document(a, b) else None


def other_days(a: Telling, b: Telling) -> Verdict | None:
    return Verdict.DIFFERENT if gap(a.window, b.window) else None


def other_weeks(a: Telling, b: Telling) -> Verdict | None:
    return Verdict.DIFFERENT if gap(a.window, b.window) > SETTLED else None


def other_people_elsewhere(a: Telling, b: Telling) -> Verdict | None:
    return Verdict.DIFFERENT if other_people(a, b) and other_place(a, b) else None


def other_people_or_place(a: Telling, b: Telling) -> Verdict | None:
    return Verdict.DIFFERENT if other_people(a, b) or other_place(a, b) else None


def other_instrument(a: Telling, b: Telling) -> Verdict | None:
    return None if related(a.report.instrument, b.report.instrument) else Verdict.DIFFERENT


def told_apart(a: Telling, b: Telling) -> Verdict | None:
    """A page tells an act once (CODING, *What a report is*): two of one page are two acts."""
    return Verdict.DIFFERENT if same_document(a, b) else None


def unread_day(a: Telling, b: Telling) -> Verdict | None:
    return Verdict.UNSURE if a.unread_day or b.unread_day else None


def both_days(a: Telling, b: Telling) -> Verdict | None:
    equal = a.kind == "meeting" or a.report.instrument == b.report.instrument
    return Verdict.SAME if a.precise and b.precise and equal else None


def no_day_nor_more(a: Telling, b: Telling) -> Verdict | None:
    """Words alone, undated, join only on a person or an instrument both name."""
    if (a.when and b.when) or shared_person(a, b):
        return None
    named = a.report.instrument and a.report.instrument == b.report.instrument
    return None if named else Verdict.DIFFERENT


RULES: Mapping[str, tuple[Rule, ...]] = {
    "meeting": (slipped_day, copied_words, other_days, other_people_elsewhere, unread_day, both_days),
    "measure": (other_direction, other_instrument, copied_words, other_weeks, both_days),
    "act": (
        other_direction,
        copied_words,
        told_apart,
        other_instrument,
        other_days,
        other_people_or_place,
        both_days,
        no_day_nor_more,
    ),
}
