"""Where an act's clause begins and ends: between break words, a relative clause closed by its comma left out."""

from detente.codebook.languages import Language
from detente.model import ActMention, Sentence


def span(sentence: Sentence, act: ActMention, text: str, language: Language) -> tuple[int, int]:
    """Offsets of the clause of `act`: "Lebanon, [which denies the charge,] threw out…" begins at its first word."""
    before = [b for b in sentence.breaks if b < act.head and not _closed(text, b, act.head, language)]
    after = [b for b in sentence.breaks if b >= act.end]
    joined = coordinated(sentence, text, language)
    before += [b for b in joined if b < act.head]
    after += [b for b in joined if b >= act.end]
    return max(before, default=sentence.start), min(after, default=sentence.end)


def coordinated(sentence: Sentence, text: str, language: Language) -> list[int]:
    """Where "and" begins a clause with a subject of its own: "A closed its border, *and* B recalled its envoy"."""
    found = set()
    for argument in sentence.arguments:
        if argument.role not in ("subject", "passive_subject", "pronoun") or not 0 <= argument.act < len(sentence.acts):
            continue
        words = text[sentence.start : argument.start].split()
        act = sentence.acts[argument.act]
        told = any(a.form == "verb" and a.head < argument.start for a in sentence.acts)
        told = told or (len(words) > 1 and words[-2].endswith(","))
        if (
            told
            and act.form == "verb"
            and words
            and words[-1].casefold() in language["and"]
            and argument.head < act.head
        ):
            found.add(text.rindex(words[-1], sentence.start, argument.start))
    return sorted(found)


def _closed(text: str, opened: int, head: int, language: Language) -> bool:
    """Whether the relative clause that a comma opens at `opened` is closed by another before `head`."""
    word = text[opened:head].split(maxsplit=1)[0].casefold() if text[opened:head].strip() else ""
    relative = word in language["relative"] and text[:opened].rstrip().endswith(",")
    return relative and "," in text[opened:head]


def enclosed(sentence: Sentence, head: int, text: str, language: Language) -> list[tuple[int, int]]:
    """The relative clauses that two commas close before `head`, up to the first of their own commas."""
    opened = [b for b in sentence.breaks if b < head and _closed(text, b, head, language)]
    return [(b, text.index(",", b, head)) for b in opened]
