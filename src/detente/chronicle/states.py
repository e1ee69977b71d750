"""The state that an event leaves a measure in: by the kind of instrument, the effect and the type."""

from collections import Counter
from collections.abc import Mapping

from detente.chronicle.tellings import LEAVES, tone
from detente.codebook import Codebook
from detente.model import Event, MeasureState, Status

IN_FORCE, LIFTED = MeasureState.IN_FORCE, MeasureState.LIFTED
EASED, SUSPENDED, LAPSED = MeasureState.EASED, MeasureState.SUSPENDED, MeasureState.LAPSED

# kind of instrument -> effect -> the state after it. What is not here is judged by the type of the act alone.
_RESTRICTION = {
    "impose": IN_FORCE,
    "tighten": IN_FORCE,
    "extend": IN_FORCE,
    "maintain": IN_FORCE,
    "resume": IN_FORCE,
    "suspend": SUSPENDED,
    "reduce": EASED,
    "ease": EASED,
    "lift": LIFTED,
    "end": LIFTED,
    "withdraw": LIFTED,
    "lapse": LAPSED,
}
_PASSAGE = {
    "impose": IN_FORCE,
    "tighten": IN_FORCE,
    "close": IN_FORCE,
    "suspend": IN_FORCE,
    "reduce": IN_FORCE,
    "end": IN_FORCE,
    "ease": EASED,
    "open": LIFTED,
    "resume": LIFTED,
    "grant": LIFTED,
    "lift": LIFTED,
    "hold": IN_FORCE,
    "lapse": LAPSED,
}
# Help withheld is a measure in force, whatever the word for it ("aid suspended"): what may be suspended is a restriction.
_BENEFIT = {"suspend": IN_FORCE, "hold": IN_FORCE, "ease": EASED, "resume": LIFTED, "open": LIFTED, "lapse": LAPSED}
_TIE = {"suspend": IN_FORCE, "hold": IN_FORCE, "ease": EASED, "resume": LIFTED, "open": LIFTED, "lapse": LAPSED}
STATES: Mapping[str, Mapping[str, MeasureState]] = {
    "restriction": _RESTRICTION,
    "passage": _PASSAGE,
    "benefit": _BENEFIT,
    "tie": _TIE,
}

# What holds by itself and binds: the troops of one on the soil of the other, a seat in an organisation.
STANDING = {
    "deploy": IN_FORCE,
    "build": IN_FORCE,
    "sign": IN_FORCE,
    "open": IN_FORCE,
    "grant": IN_FORCE,
    "extend": IN_FORCE,
    "maintain": IN_FORCE,
    "resume": IN_FORCE,
    "impose": IN_FORCE,
    "reduce": EASED,
    "suspend": SUSPENDED,
    "close": LIFTED,
    "end": LIFTED,
    "withdraw": LIFTED,
    "lift": LIFTED,
    "lapse": LAPSED,
}

CUSTODY = frozenset({"arrest", "detention"})
IMPOSING = frozenset({"SANCTION", "COERCE"})
RELIEVING = frozenset({"CONCEDE", "RETREAT", "SUPPORT", "AID", "COOPERATE"})
PLAIN = frozenset({"SANCTION", "CONCEDE", "RETREAT", "REJECT"})  # types that alone say what becomes of a measure
ENTERED = frozenset({"embassy", "representation"})  # who enters these by force has not closed them
BARRED = frozenset({"accreditation", "entry-ban", "visa"})  # to refuse these is to restrict
PAUSES = {"suspend": SUSPENDED, "reduce": EASED}  # effects that concede on a restriction alone

GOOD = frozenset({"tie", "benefit"})  # kinds of what helps by being there
NEW = frozenset(
    {"sign", "build", "grant", "deliver", "extend", "maintain", ""}
)  # begins or keeps something good; lifts nothing


def state_after(event: Event, kind: str, book: Codebook) -> MeasureState | None:
    """The state an event leaves; None where it is no step. Type and effect must agree: an act of conflict lifts
    nothing, and one of cooperation imposes nothing, whatever its effect is called (ambassadors sent back)."""
    effect = effect_of(event) or ""
    if not effect and event.type not in PLAIN and event.instrument not in CUSTODY:
        return None  # praise or pressure over a measure changes nothing in it
    if event.type == "COERCE" and event.instrument in ENTERED:
        return None
    if effect == LEAVES:
        return IN_FORCE
    state = STATES.get(kind, {}).get(effect)
    if event.type in IMPOSING or (event.type == "REJECT" and event.instrument in BARRED):
        return state if state not in (LIFTED, None) else IN_FORCE if kind in STATES else None
    if event.type not in RELIEVING:
        return state if effect and event.status is Status.PLANNED else None
    if event.type == "CONCEDE" and effect in PAUSES:
        return PAUSES[effect]  # of a ban, whatever it bears on
    if kind not in STATES or (kind in GOOD and effect in NEW) or (kind == "benefit" and effect == "impose"):
        return None  # who gives something new has given nothing back
    return LIFTED if state in (IN_FORCE, None) or tone(event.type, book) <= 0 else state


def effect_of(event: Event) -> str | None:
    """The effect most of its reports give; ties to the first in the alphabet."""
    told = Counter(r.effect for r in event.reports if r.effect)
    return min(told, key=lambda e: (-told[e], e), default=None)
