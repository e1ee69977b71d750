"""Two tellings that may be one act: what a model says of them, and whether its words stand in theirs."""

from dataclasses import dataclass

from detente.assisting.asking import Messages, messages
from detente.assisting.schema import Match, read


@dataclass(frozen=True, slots=True)
class Matched:
    """same: what the model says; None where it is refused. why: in a word, if so. a, b: its words, found in the sentences."""

    same: bool | None
    why: str = ""
    a: str = ""
    b: str = ""


def asked_of_two(one: tuple[str, str], other: tuple[str, str]) -> Messages:
    """one, other: a sentence, and the day on which it was printed ("" where nobody says)."""
    data = {"a": one[0], "printed a": one[1], "b": other[0], "printed b": other[1]}
    return messages("match", "", data)


def same(content: str, one: str, other: str) -> Matched:
    """What an answer on two sentences says; it counts only with words of both."""
    found = read(Match, content)
    if found is None:
        return Matched(None, "shape")
    if found.same and not (_stands(found.a, one) and _stands(found.b, other)):
        return Matched(None, "quote")
    return Matched(found.same, "", found.a, found.b)


def _stands(quote: str, text: str) -> bool:
    return len(quote) >= 8 and quote in text
