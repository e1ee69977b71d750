"""Who leads a sentence: alone, together with another, before a word, or in the place of who is met."""

from collections.abc import Sequence
from itertools import pairwise

from detente.mentions.tokens import Token
from detente.model import ActorMention, Cue, Sentence

JOINED = 3  # words between two that lead together: "and its neighbour"
PEOPLE = ("office", "nationals")  # carriers that are people
STANDING = ("government", "office")  # carriers that stand for their state without naming it

STRAIGHT = '"'  # one mark for both ends
CLOSING = ("”", "»", STRAIGHT)
OPENING = ("“", "«")


def leader(sentence: Sentence) -> ActorMention | None:
    """Who leads a sentence: its first actor that is not a place."""
    return next((m for m in sentence.actors if not m.place and m.carrier not in ("nationals",)), None)


def single(sentence: Sentence) -> ActorMention | None:
    """ "As the two rivals met, *Oman* offered": who leads a sentence alone."""
    free = (m for m in sentence.actors if not m.place and not m.preposition and m.carrier != "nationals")
    return next((m for m in free if len(m.codes) == 1), None)


def together(sentence: Sentence, own: Sequence[Token], joins: frozenset[str]) -> tuple[str, ...]:
    """The codes of the two that lead a sentence, joined by "and", or of one mention of both; of all of a longer list."""
    every = [m for m in sentence.actors if not m.place and m.carrier != "nationals"]
    if len(listed := _listed(every, own, joins)) > len(every[:2]):
        return listed
    first = every[:2]
    if len(first) < 2 or len(first[0].codes) > 1:
        return first[0].codes if first else ()
    between = [t.key for t in own if first[0].end <= t.start and t.end <= first[1].start]
    joined = len(between) <= JOINED and any(k in joins for k in between)
    return tuple(dict.fromkeys((*first[0].codes, *first[1].codes))) if joined else first[0].codes


def named_together(sentence: Sentence, own: Sequence[Token], joins: frozenset[str]) -> tuple[str, ...]:
    """ "Accordé un délai *au Mali, au Burkina Faso et au Niger*": all of a list of names, wherever it stands."""
    every = [m for m in sentence.actors if not m.carrier and len(m.codes) == 1]
    runs = (_listed(every[at:], own, joins) for at in range(len(every)))
    return next((codes for codes in runs if len(codes) > len(every[:2])), ())


def _listed(leading: Sequence[ActorMention], own: Sequence[Token], joins: frozenset[str]) -> tuple[str, ...]:
    """ "*Riyadh, Doha and Manama* closed": the codes of those that commas, and one "and", join."""
    for n, (one, other) in enumerate(pairwise(leading), start=2):
        between = [t.key for t in own if one.end <= t.start and t.end <= other.start]
        joined = any(k in joins for k in between)
        if len(between) > JOINED or not (joined or "," in between):
            return ()
        if joined:
            return tuple(dict.fromkeys(c for m in leading[:n] for c in m.codes))
    return ()


def quotes(sentence: Sentence) -> list[Cue]:
    return [c for c in sentence.speech if c.kind in ("quote", "words")]


def quoted(sentence: Sentence, token: Token) -> bool:
    return any(c.start <= token.start < c.end for c in quotes(sentence))


def still_quoted(sentence: str, at: int) -> bool:
    """ "[…] *The government* demands it," she said: before the mark that closes a quotation begun in an earlier sentence."""
    closing = min((i for mark in CLOSING if (i := sentence.find(mark)) >= 0), default=-1)
    opened = any(mark in sentence[:closing] for mark in OPENING)
    straight = sentence[closing : closing + 1] == STRAIGHT and sentence.count(STRAIGHT) % 2 == 0
    return at < closing and not opened and not straight


def quoted_speaker(sentence: Sentence) -> ActorMention | None:
    """Who is quoted: an official or an institution named outside the quotation marks, by no preposition ruled."""
    marks = quotes(sentence)
    outside = (m for m in sentence.actors if marks and not any(c.start <= m.start < c.end for c in marks))
    return next((m for m in outside if m.carrier in STANDING and not m.preposition and not m.place), None)


def goes_on(lead: ActorMention | None) -> ActorMention | None:
    """Who led the sentence before, if it may be he who is quoted: an official, or who said "we"."""
    speaks = lead is not None and not lead.preposition and (lead.carrier == "office" or lead.how == "we")
    return lead if speaks else None


def led(sentence: Sentence, start: int, near: bool = False) -> ActorMention | None:
    """The sentence's first actor before `start` that no preposition rules, else the first.

    near: the last such person first: "The Kenyan said the *Ugandan* minister had met her counterpart".
    """
    earlier = [m for m in sentence.actors if m.end <= start and not m.place and m.carrier != "nationals"]
    free = [m for m in earlier if not m.preposition]
    people = [m for m in free if m.carrier == "office"] if near else []
    return next(iter([*people[-1:], *free, *earlier]), None)


def of_a_person(
    sentence: Sentence, start: int, lead: ActorMention, persons: Sequence[ActorMention]
) -> ActorMention | None:
    """ "Russia promised *his* country a credit": no state's, but of the last person before it, else of the one just spoken of."""
    if lead.person or lead.carrier in PEOPLE or lead.how == "pronoun":
        return lead
    named = [m for m in sentence.actors if m.end <= start and (m.person or m.carrier in PEOPLE)]
    return named[-1] if named else persons[0] if len({m.person for m in persons}) == 1 else None


def met(lead: ActorMention, persons: Sequence[ActorMention]) -> ActorMention | None:
    """ "Reçu par X, Y a plaidé… *Son hôte*": the other of the two officials whom the sentence before names."""
    others = [m for m in persons if m.person != lead.person and m.codes != lead.codes]
    known = any(m.person == lead.person for m in persons)
    return others[0] if known and len(persons) == 2 and len(others) == 1 else None


def rest(pair: tuple[str, ...], codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(c for c in pair if c not in codes) if set(codes) <= set(pair) else ()
