"""What two tellings have in common, feature by feature: each says at which level, or nothing.

A feature looks at one thing only and weighs nothing; what a level is worth is for `same.WEIGHTS` to say.
"""

from collections.abc import Callable, Collection
from datetime import date, timedelta

from detente.chronicle.folding import same_person, same_place, words
from detente.chronicle.tellings import AHEAD, Telling, Window
from detente.model import Status, When

SLIP = 1  # days; how far two pages err on the day of one act
SETTLED = 7  # days; the same step by the same state within a week is one step, told twice
UNDER_WAY = 60  # days from a decision to the day since which it is said to run
NARROW = 31  # days; a date no wider says in which month
CLOSE, ALIKE = 0.5, 0.3  # share of the shorter quote's rare stems
MANY = 4  # stems of one quote; where another in its language shares none of them, it may speak of something else
FEWEST = 2  # stems two quotes must share before they are alike

# Types that two pages give to one act: PLOVER's neighbours, and what was promised beside what was done.
NEIGHBOURS = frozenset(
    frozenset(pair.split())
    for pair in (
        "CONCEDE RETREAT",
        "CONCEDE SUPPORT",
        "CONCEDE AID",
        "RETREAT SUPPORT",
        "RETREAT AID",
        "RETREAT COERCE",
        "AID COOPERATE",
        "AID MOBILIZE",
        "SUPPORT COOPERATE",
        "SANCTION COERCE",
        "SANCTION REJECT",
        "ACCUSE PROTEST",
        "ACCUSE REJECT",
        "ASSAULT COERCE",
    )
)
PROMISED = frozenset(
    {"CONSULT", "AID", "SUPPORT", "COOPERATE", "CONCEDE", "RETREAT", "MOBILIZE"}
)  # once AGREE, planned
# Instruments that two pages give to one act: what is done to a person, to travel, to goods, to an embassy.
NEAR = frozenset(
    frozenset(pair.split())
    for pair in (
        "arrest detention",
        "deportation expulsion",
        "visa entry-ban",
        "sanctions entry-ban",
        "trade customs",
        "trade transport",
        "border transport",
        "border customs",
        "aid loan",
        "embassy diplomatic-relations",
        "embassy representation",
        "cooperation military-agreement",
        "military-agreement military-presence",
        "expulsion accreditation",
    )
)
RELIEVES = frozenset({"lift", "ease", "pause"})  # one outlet's lifting is another's easing
VAGUE = frozenset({"cooperation"})  # an instrument that names next to nothing
CALLED_OFF = frozenset({Status.CANCELLED})
MOVABLE = AHEAD | CALLED_OFF  # what was only planned may get another day

Feature = Callable[[Telling, Telling], str | None]


def gap(a: Window, b: Window) -> int:
    """Days from the end of one window to the start of the other; 0 when they meet."""
    late = (a[0] - b[1]).days if a[0] and b[1] else 0
    early = (b[0] - a[1]).days if b[0] and a[1] else 0
    return max(late, early, 0)


def same_document(a: Telling, b: Telling) -> bool:
    return a.report.evidence.document == b.report.evidence.document


def related(a: str | None, b: str | None) -> bool:
    """Equal, or one the broader term of the other ("visa" / "visa-bond", "aid" / "military-aid")."""
    first, second = sorted((a or "", b or ""), key=len)
    return first == second or (first != "" and (second.startswith(first + "-") or second.endswith("-" + first)))


def shared_person(a: Telling, b: Telling) -> bool:
    return any(same_person(p, q) for p in a.report.people for q in b.report.people)


def act(a: Telling, b: Telling) -> str | None:
    if a.report.type == b.report.type:
        return "same" if a.report.act == b.report.act else "same type"
    if {a.report.type, b.report.type} == {"CONSULT", "REJECT"}:
        return "neighbour" if CALLED_OFF & {a.report.status, b.report.status} else "other"
    if _kept(a, b) or _kept(b, a) or frozenset((a.report.type, b.report.type)) in NEIGHBOURS:
        return "neighbour"
    return "other"


def _kept(promise: Telling, done: Telling) -> bool:
    """Whether the second may be what the first promises."""
    return promise.report.type == "AGREE" and promise.report.status in AHEAD and done.report.type in PROMISED


def step(a: Telling, b: Telling) -> str | None:
    """What each does to a measure: a lifting is no imposing, nor a tightening one."""
    if not (a.step and b.step):
        return None
    if a.step == b.step:
        return "same"
    return "near" if {a.step, b.step} <= RELIEVES else "other"


def sides(a: Telling, b: Telling) -> str | None:
    """Who acts on whom; a page that names all as acting does not say."""
    if not (a.report.recipients and b.report.recipients):
        return None
    return "same" if set(a.report.actors) == set(b.report.actors) else "other"


def instrument(a: Telling, b: Telling) -> str | None:
    one, other = a.report.instrument, b.report.instrument
    if one == other:
        return ("vague" if one in VAGUE else "same") if one else None
    if not (one and other):
        return "one silent"
    if related(one, other):
        return "broader"
    return "near" if frozenset((one, other)) in NEAR else "other"


def dates(a: Telling, b: Telling) -> str | None:
    if _runs_on(a) and _runs_on(b) and a.when and b.when and _since(a.when) != _since(b.when):
        return "since other days"
    apart = gap(a.window, b.window)
    if not apart:
        return "began before" if _began_before(a, b) or _began_before(b, a) else _meeting_dates(a, b)
    if MOVABLE & {a.report.status, b.report.status} and a.report.place and b.report.place:
        return "another day set"
    if a.precise and b.precise and apart <= SLIP:
        return "a day apart"
    if apart <= SETTLED and a.when and b.when:
        return "a week apart"
    return "decided, then in effect" if apart <= UNDER_WAY and (_runs_on(a) or _runs_on(b)) else "apart"


def _meeting_dates(a: Telling, b: Telling) -> str | None:
    if not (a.when and b.when):
        return None
    if a.precise and b.precise:
        return "same day"
    widest = max(a.when.days or 10**6, b.when.days or 10**6)
    return "same month" if widest <= NARROW and not (a.precise or b.precise) else "may be"


def _runs_on(a: Telling) -> bool:
    """Whether its date is one since which something runs."""
    return a.when is not None and a.when.latest is None and a.when.earliest is not None


def _since(when: When) -> str:
    return when.edtf.split("/")[0]


def _began_before(since: Telling, told: Telling) -> bool:
    """Whether the first has run on from a day long before the second took place."""
    start, day = since.when, told.when
    if not (start and day and start.latest is None and start.earliest and day.earliest and day.latest):
        return False
    return (day.earliest - start.earliest).days > UNDER_WAY and day.earliest > _end_of_start(start)


def _end_of_start(since: When) -> date:
    """The last day of the year, month or day that opens "2028/.."."""
    first = since.earliest or date.min
    parts = since.edtf.split("/")[0].count("-")
    return first if parts == 2 else date(first.year, 12, 31) if parts == 0 else first + timedelta(days=NARROW - 1)


def people(a: Telling, b: Telling) -> str | None:
    one, other = a.report.people, b.report.people
    if not (one and other):
        return None
    if _all_among(one, other) or _all_among(other, one):
        return "shared"
    return "in part" if shared_person(a, b) else "other"


def _all_among(some: Collection[str], others: Collection[str]) -> bool:
    return all(any(same_person(p, q) for q in others) for p in some)


def place(a: Telling, b: Telling) -> str | None:
    here, there = a.report.place, b.report.place
    if not (here and there):
        return None
    return "same" if same_place(here, there) else "other"


def amount(a: Telling, b: Telling) -> str | None:
    one, other = a.report.amount, b.report.amount
    if not (one and other):
        return None
    return "same" if one == other else "other"


def wording(a: Telling, b: Telling) -> str | None:
    """How much of the shorter quote's rare words stands in the other, by their stems: "suspension" / "suspended"."""
    shared = len(a.stems & b.stems)
    shorter = min(len(a.stems), len(b.stems))
    if not shared and shorter >= MANY and a.language == b.language:
        return "nothing"
    if shared < FEWEST:
        return "alike" if shared and shorter <= FEWEST else None
    return "close" if shared >= CLOSE * shorter else "alike" if shared >= ALIKE * shorter else None


def page(a: Telling, b: Telling) -> str | None:
    """A page tells an act once (CODING, *What a report is*): two of one page are two acts."""
    if same_document(a, b):
        return "one"
    if a.origin == b.origin and _told(a) == _told(b):
        return "copied"
    return None


def _told(a: Telling) -> tuple[object, ...]:
    return a.report.instrument, a.report.status, words(a.report.evidence.quote)


def unread(a: Telling, b: Telling) -> str | None:
    return "a day nobody can read" if a.unread_day or b.unread_day else None


FEATURES: tuple[Feature, ...] = (
    act,
    step,
    sides,
    page,
    instrument,
    dates,
    people,
    place,
    amount,
    wording,
    unread,
)
