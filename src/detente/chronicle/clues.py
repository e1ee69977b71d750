"""What two tellings have in common, feature by feature: each says at which level, or nothing.

A feature looks at one thing only and weighs nothing; what a level is worth is for `same.WEIGHTS` to say.
"""

from collections.abc import Callable, Collection

from detente.chronicle.days import SETTLED, dates, printed
from detente.chronicle.folding import same_person, words
from detente.chronicle.naming import same_spot
from detente.chronicle.tellings import AHEAD, Telling
from detente.model import Status

# Share of the weight of the shorter quote's stems that stands in the other. Of the coded pages' pairs of one kind in one
# language, one event and two: under .1, 8 and 211; under .2, 17 and 37; under .4, 35 and 21; under .6,
# 23 and 1; above, 50 and 2 (of the press's copies).
SAME, CLOSE, ALIKE, NOTHING = 0.6, 0.4, 0.2, 0.1
MANY = 4  # stems of one quote; where another in its language shares none of them, it may speak of something else
FEWEST = 2  # stems two quotes of one language must share before they are alike
# Two languages share few words, and those say much: none, 65 of one event and 229 of two; one, 48 and 16; more, 39 and 5.
RARE, MANY_RARE = 2.0, 6.0  # weight of one stem that is in a seventh of the pair's tellings at most, and of three

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
        "airspace flights",
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
PROMISE = "AGREE"  # the type of what is given though it is to come
CALLED_OFF = frozenset({Status.CANCELLED})

Feature = Callable[[Telling, Telling], str | None]


def same_document(a: Telling, b: Telling) -> bool:
    return not a.pages.isdisjoint(b.pages)


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
    if set(a.report.actors) == set(b.report.actors):
        return "same"
    return "each its own" if a.report.answers != b.report.answers else "other"


def instrument(a: Telling, b: Telling) -> str | None:
    one, other = a.report.instrument, b.report.instrument
    if one == other:
        return ("vague" if one in VAGUE else "same") if one else None
    if not (one and other):
        return "one silent"
    if related(one, other):
        return "broader"
    return "near" if frozenset((one, other)) in NEAR else "other"


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
    if not (a.spot and b.spot):
        return None
    same = same_spot(a.spot, b.spot)
    return None if same is None else "same" if same else "other"


def amount(a: Telling, b: Telling) -> str | None:
    one, other = a.worth, b.worth
    if not (one and other):
        return None
    return "same" if one == other else "other"


def wording(a: Telling, b: Telling) -> str | None:
    """How much of what the shorter quote's words say stands in the other, by their stems: "suspension" / "suspended"."""
    shared = a.stems.keys() & b.stems.keys()
    weight = sum(map(a.stems.__getitem__, shared)) if shared else 0.0
    if a.language != b.language:
        return "close" if weight >= MANY_RARE else "alike" if weight >= RARE else None
    fewer = min(len(a.stems), len(b.stems))
    whole = min(a.said, b.said)
    share = weight / whole if whole else 0.0
    if share < NOTHING and fewer >= MANY:
        return "nothing"
    if len(shared) < min(FEWEST, fewer) or not shared:
        return None
    return next((level for least, level in LEVELS if share >= least), None)


LEVELS = ((SAME, "almost the same"), (CLOSE, "close"), (ALIKE, "alike"))


def page(a: Telling, b: Telling) -> str | None:
    """A page tells an act once (CODING, *What a report is*): two of one page are two acts."""
    if same_document(a, b):
        return "one"
    if a.origin == b.origin and told_alike(a) == told_alike(b):
        return "copied"
    return None


def told_alike(a: Telling) -> tuple[object, ...]:
    """What the copies of a sentence have in common."""
    return a.origin, a.report.instrument, a.report.status, words(a.report.evidence.quote)


def slip(a: Telling, b: Telling) -> str | None:
    """Whether all but one field speaks for one act, in the same words: a page errs on who or when, and writes on.

    Who does what to whom may err only in words and meetings: what states do to one another they answer in kind, and
    two expulsions in one week are told in the same words.
    """
    shared = len(a.stems.keys() & b.stems.keys())
    if not shared or (a.language == b.language and shared < MANY):
        return None
    level = wording(a, b)
    if level != "almost the same" and (level != "close" or a.kind == "meeting"):
        return None
    contrary = [f for f in ERRABLE if f(a, b) in CONTRARY]
    if len(contrary) != 1 or (contrary == [sides] and {a.kind, b.kind} & {"measure", "act"}):
        return None
    return "one field apart, in the same words"


def denies(a: Telling, b: Telling) -> str | None:
    """Whether one only denies, within a week, what the other tells: nobody denies what nobody has said."""
    one, other = a.report.status is Status.DENIED, b.report.status is Status.DENIED
    if one == other or (a.report.type != PROMISE and AHEAD & {a.report.status, b.report.status}):
        return None
    denial = a if one else b
    near = a.published and b.published and abs((a.published - b.published).days) <= SETTLED
    return "what the other tells" if near and denial.report.denial is None else None


def unread(a: Telling, b: Telling) -> str | None:
    return "a day nobody can read" if a.unread_day or b.unread_day else None


ERRABLE: tuple[Feature, ...] = (sides, dates, people, place, amount)
CONTRARY = frozenset({"other", "a week apart", "another date"})

FEATURES: tuple[Feature, ...] = (
    act,
    step,
    sides,
    page,
    instrument,
    dates,
    printed,
    people,
    place,
    amount,
    wording,
    slip,
    denies,
    unread,
)
