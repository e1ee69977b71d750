"""How two tellings differ on what they count: "12", "30+" for at least, "~40" for about."""

from detente.chronicle.tellings import Telling

ABOUT = 0.25  # of the greater of two counts, one of which is said to be about so many; our choice


def differ(name: str, a: Telling, b: Telling) -> str | None:
    """Of what kind their difference is; None where they agree, or one is silent."""
    one, other = a.counts.get(name, ""), b.counts.get(name, "")
    if not (one and other) or one == other:
        return None
    return "update" if name in a.growing and (_grew(a, b, name) or _grew(b, a, name)) else _apart(one, other)


def _grew(early: Telling, late: Telling, name: str) -> bool:
    """Whether the later page tells of more, as it may: who dies of wounds, who is found."""
    printed = early.published and late.published and early.published < late.published
    return bool(printed) and _number(early.counts[name]) < _number(late.counts[name])


def _apart(one: str, other: str) -> str:
    """ "30+" leaves room for all that is more, "~40" for what is near."""
    low, high = sorted((one, other), key=_number)
    if low.endswith("+") or (high.endswith("+") and _number(high) == _number(low)):
        return "granularity"
    about = "~" in one + other and _number(high) - _number(low) <= ABOUT * _number(high)
    return "rounding" if about else "value"


def _number(count: str) -> int:
    return int(count.strip("~+"))
