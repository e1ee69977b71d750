"""Whether what a page is about lies elsewhere than between states."""

# Words of another subject for one thing that speaks for relations: at most .3 on our coded pages (.7 in the hard cases of
# tests/reports/test_relevance.py), at least 1.1 on the pages of corpus/negative/dev that would tell something.
OUTWEIGHS = 0.7
MANY = 4  # different words of one other subject (sport, weather…) before they can outweigh anything
# What speaks for relations, for each sentence: on our coded pages .42 and more, an editorial apart (.16). Real pages on a
# debate, a market, a law or a life, that name two states in passing, have .05 to .31: a word of diplomacy now and then.
DENSE = 0.315
POWERS = frozenset({"government", "office", "force"})  # who acts for a state; not its nationals, not its name alone
LONG = 100  # sentences beyond which a page repeats its words


def elsewhere(other: int, known: int, sentences: int) -> bool:
    """Whether another subject outweighs relations between states, or a page seldom speaks of them.

    other: words of that subject. known: what speaks for relations. sentences: the length of the page.
    """
    return (other >= MANY and other > OUTWEIGHS * known) or known < DENSE * min(sentences, LONG)
