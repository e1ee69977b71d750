"""What speaks for whose a source is, and how much each sign is worth."""

from collections.abc import Iterator, Sequence

# What each sign is worth, by how seldom it misled on the coded pages that we may read (docs/errors.md).
WEIGHTS = {
    "inside": 12.0,  # "an official at the ministry *in Dhaka*": his own words tell where he sits
    "house": 4.0,  # "*Egypt's minister* called… *The ministry* said": who leads such a house was just named
    "seat": 6.0,  # "an official in Doha"; "À Dakar, le ministre": outside what he says
    "known": 3.0,  # the only state with which the page named such an institution or office before
    "later": 0.5,  # and an institution, behind him
    "left": 2.0,  # the one of the page's two that the sentence leaves, or who led the sentence before
    "again": 2.5,  # "the minister" behind a speaker: of him who spoke last
    "spoke": 1.0,  # "an official" behind a speaker
    "here": 1.5,  # who leads the sentence before him, where he is nobody in particular
    "topic": 1.0,  # and where he is "the minister"
    "led": 3.0,  # and where he leads a clause of his own: "*Alger* a convoqué l'envoyé ; le ministère…"
    "framed": 1.0,  # "Au Kenya, … *Le gouvernement* estime": where the sentence before is set
    "set": 4.5,  # and where nobody speaks in the sentence that sets it
    "heard": 2.0,  # the only one for whom such an institution has spoken
    "host": 3.0,  # "*L'ambassade* … *Le gouvernement*": a mission stands in the other's country
    "wronged": 4.0,  # "*Le ministère* dénonce une atteinte à la souveraineté du Liban"
    "struck": 5.0,  # "neuf morts, selon *le ministère de la Santé*": where the last place is that was named
    "paragraph": 4.0,  # of whom the paragraph has told since it began, in two sentences or more
    "before": 0.5,  # who led the sentence before, where nobody leads this one
    "content": 3.0,  # "*China* will lift the duties, the ministry announced"
    "titled": 3.0,  # whose office, by the codebook, is called so: "*Nicolas Maduro* … le président"
    "held": 2.0,  # the only one with which the page named who has such an office
    "home": 3.5,  # where the page is written: "the ministry", "a duty officer", where nothing else tells
}
LEAST = 0.5  # points that a reading needs
MARGIN = 0.5  # points by which it must lead
Vote = tuple[str, str]  # a key of WEIGHTS, a side


def strongest(votes: Sequence[Vote]) -> Iterator[Vote]:
    """Of signs that all say of whom the page is speaking, the one that is worth most, for each side: together they are one."""
    best: dict[str, str] = {}
    set_there = [vote for vote in votes if vote[0] == "set"]
    for why, code in set_there or votes:
        if WEIGHTS[why] > WEIGHTS.get(best.get(code, ""), 0.0):
            best[code] = why
    yield from ((why, code) for code, why in best.items())
