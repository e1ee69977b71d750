"""How two pieces of one text lie to each other: start inside, end outside."""

Span = tuple[int, int]


def overlap(one: Span, other: Span | None) -> bool:
    return other is not None and one[0] < other[1] and other[0] < one[1]


def apart(one: Span, other: Span) -> int:
    """Characters between the two; 0 where they touch."""
    return max(one[0] - other[1], other[0] - one[1], 0)
