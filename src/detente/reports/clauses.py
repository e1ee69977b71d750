"""Where an act's clause begins and ends: between break words, a relative clause closed by its comma left out."""

import re
from collections.abc import Iterator

from detente.codebook.languages import Language
from detente.model import ActMention, ActorMention, Cue, Sentence
from detente.reports.spelling import low

LED = 4  # words of a time between "and" and its subject: "and on the following Wednesday it closed"
TOUCHING = 1  # characters between a name and its verb
NEAR = 16  # characters in which an "and" and an article stand before a name
ASIDE = 90  # characters of what is set aside between a subject and its verb: ", premier client du brut de Caracas,"
FINITE = frozenset({"present", "past", "preterite", "imperfect", "future"})  # tenses that have a subject
_WORD = re.compile(r"\S+")
_DECIMAL = re.compile(r"(?<=\d),(?=\d)")  # the comma of a number


def span(sentence: Sentence, act: ActMention, text: str, language: Language) -> tuple[int, int]:
    """Offsets of the clause of `act`: "Lebanon, [which denies the charge,] threw out…" begins at its first word."""
    before = [b for b in sentence.breaks if b < act.head and not _closed(text, b, act.head, language)]
    after = [b for b in sentence.breaks if b >= act.end]
    after += [b for b in attributions(sentence, text, language) if b >= act.end]
    joined = coordinated(sentence, text, language)
    before += [b for b in joined if b < act.head]
    after += [b for b in joined if b >= act.end]
    return max(before, default=sentence.start), min(after, default=sentence.end)


BEHIND = 6  # characters from a verb of saying to its subject behind it: " the ", " l'"


def _subject_behind(sentence: Sentence, cue: Cue) -> bool:
    """Whether a name, or what carries a state, stands right behind a verb of saying."""
    named = [m.start for m in sentence.actors if not m.place and not m.preposition]
    return any(0 < at - cue.end <= BEHIND for at in (*named, *(first for first, _ in sentence.carriers)))


def attributions(sentence: Sentence, text: str, language: Language) -> list[int]:
    """Where a comma leads to who said it, his verb before him: "Bakou et Erevan se verront, *a déclaré le ministre turc*";
    where only one side is named before, who says it may be the other."""
    verbs = [c for c in sentence.speech if c.kind in ("verb", "weak-verb")]
    if not verbs:
        return []
    small = {*language.auxiliary("have"), *language.auxiliary("be"), *language["reflexive"], *language["clitics"]}
    found = []
    for cue in verbs:
        before = text[sentence.start : cue.start]
        words = before.rpartition(",")[2].replace("’", "'").replace("'", "' ").split()
        sides = {c for m in sentence.actors if m.end <= cue.start and not m.place for c in m.codes}
        if (
            "," in before
            and len(sides) > 1
            and all(w.casefold() in small for w in words)
            and _subject_behind(sentence, cue)
        ):
            found.append(sentence.start + before.rindex(","))
    return found


def coordinated(sentence: Sentence, text: str, language: Language) -> list[int]:
    """Where "and" begins a clause with a subject of its own: "A closed its border, *and* B recalled its envoy"."""
    found = set()
    for argument in sentence.arguments:
        if argument.role not in ("subject", "passive_subject", "pronoun") or not 0 <= argument.act < len(sentence.acts):
            continue
        act = sentence.acts[argument.act]
        led = _led(text[sentence.start : argument.start], language)
        if led is None or act.form != "verb" or argument.head >= act.head:
            continue
        at = sentence.start + led
        told = any(a.form == "verb" and a.head < at for a in sentence.acts)
        apart = any(at < a.head < argument.start for a in sentence.acts)
        if (told and not apart) or text[sentence.start : at].rstrip().endswith(","):
            found.add(at)
    asides = (past_an_aside(sentence, m, text, language) for m in sentence.actors)
    found |= {begins for begins in asides if begins is not None}
    return sorted(found | set(named(sentence, text, language)))


def named(sentence: Sentence, text: str, language: Language) -> Iterator[int]:
    """ "A voiced concern and *B urged* a halt": a name between "and" and a verb, no list that ends; the parser may miss it."""
    told = [a.head for a in sentence.acts if a.form == "verb" and a.tense in FINITE]
    for m in sentence.actors if language["premodified"] and len(told) > 1 else ():
        leads = min(told) < m.start and any(0 <= at - m.end <= TOUCHING for at in told)
        and_, at = _and(text, m.start, language) if leads and not m.place and not m.preposition else ("", 0)
        listed = any(0 <= at - n.end <= TOUCHING for n in sentence.actors)
        if and_ and not listed and at > min(told):
            yield at


def _and(text: str, start: int, language: Language) -> tuple[str, int]:
    """The "and" right before a name or its article, and where it stands."""
    words = list(_WORD.finditer(text[max(0, start - NEAR) : start]))
    if words and words[-1][0].casefold() in language["definite"]:
        words.pop()
    found = words[-1] if words and words[-1][0].casefold() in language["and"] else None
    return (found[0], max(0, start - NEAR) + found.start()) if found else ("", 0)


def past_an_aside(sentence: Sentence, mention: ActorMention, text: str, language: Language) -> int | None:
    """ "Soutient Caracas, *et la Chine,* son client*, a* critiqué…": where the "and" stands that leads a subject parted from its
    verb by what two commas set aside."""
    if text[mention.end : mention.end + 1] != "," or mention.preposition or mention.place:
        return None
    words = list(_WORD.finditer(text, sentence.start, mention.start))
    while words and low(words[-1][0]) in language["articles"]:
        words.pop()
    closed = text.find(",", mention.end + 1, mention.end + ASIDE)
    if closed < 0 or not words or words[-1][0].casefold() not in language["and"]:
        return None
    first = text[closed + 1 : sentence.end].casefold().split(maxsplit=1)[:1]
    has = {**language.auxiliary("have"), **language.auxiliary("be")}.get(first[0] if first else "", "past") != "past"
    does = any(a.form == "verb" and a.tense in FINITE and a.head == closed + 2 for a in sentence.acts)
    told = any(a.form == "verb" and a.head < words[-1].start() for a in sentence.acts)
    return words[-1].start() if told and (has or does) else None


def _led(before: str, language: Language) -> int | None:
    """Where the "and" stands that leads a subject: right before it, or parted by a comma and a few words of time, ", and on
    Wednesday it", " et, le lendemain, elle"."""
    if not any(w.strip(",").casefold() in language["and"] for w in before.rsplit(maxsplit=LED + 1)[-1 - LED :]):
        return None
    words = list(_WORD.finditer(before))[-1 - LED :]
    for left, word in enumerate(reversed(words)):
        if word[0].strip(",").casefold() in language["and"]:
            parted = word[0].endswith(",") or before[: word.start()].rstrip().endswith(",")
            return word.start() if not left or parted else None
    return None


def _closed(text: str, opened: int, head: int, language: Language) -> bool:
    """Whether the relative clause that a comma opens at `opened` is closed by another before `head`."""
    word = text[opened:head].split(maxsplit=1)[0].casefold() if text[opened:head].strip() else ""
    relative = word in language["relative"] and text[:opened].rstrip().endswith(",")
    return relative and "," in text[opened:head]


def enclosed(sentence: Sentence, head: int, text: str, language: Language) -> list[tuple[int, int]]:
    """The relative clauses that two commas close before `head`, up to the first of their own commas."""
    opened = [b for b in sentence.breaks if b < head and _closed(text, b, head, language)]
    return [(b, text.index(",", b, head)) for b in opened]


def without_decimals(text: str) -> str:
    """The text without the commas inside its numbers: "1,6 milliard" parts no two clauses."""
    return _DECIMAL.sub(" ", text)
