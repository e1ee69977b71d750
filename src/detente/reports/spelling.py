"""Words of a text as rules compare them: in lower case, apostrophes straight."""


def low(text: str) -> str:
    """What two spellings of one wording share: "L’Union" and "l'union"."""
    return text.casefold().replace("’", "'")


def low_words(text: str) -> list[str]:
    """The words of a text between its spaces, what is elided apart: "l'Union africaine" -> l', union, africaine."""
    return low(text).replace("'", "' ").split()
