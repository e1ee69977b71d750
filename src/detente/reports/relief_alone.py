"""What a noun alone eases or lifts: "*A relaxation* came in June", "*la réouverture* est intervenue lundi": the one measure
that the rest of the page tells of, if it is one that can be."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.model import ActMention, InstrumentMention, Report, Sentence
from detente.reports.banned import BAN, HARMS, may_be_banned
from detente.reports.spelling import low_words
from detente.reports.telling import Teller

RELIEF = frozenset({"lift", "ease", "open", "resume"})  # effects of what gives way
YIELDS = "CONCEDE"
EASES = "ease"  # the effect of what can only be a measure's: "a relaxation"
BEHIND = 1  # words behind the noun in which what it is of would be named: "the easing *of*"


def told_again(sentence: Sentence, firm: Sequence[Report], teller: Teller, text: str) -> Sentence:
    """The sentence, with the page's one measure named again by each noun that eases something and says not what."""
    found = tuple(
        InstrumentMention(sentence.acts[i].end - 1, sentence.acts[i].end, name, again=True, bears_on=bears_on)
        for i in alone(sentence, teller, text)
        for name, bears_on in _meant(teller.entry(sentence.acts[i])[0].effect or "", sentence, firm, teller)
    )
    return (
        replace(sentence, instruments=tuple(sorted((*sentence.instruments, *found), key=_start))) if found else sentence
    )


def alone(sentence: Sentence, teller: Teller, text: str) -> Iterator[int]:
    """The nouns of the sentence that ease something, by their place among its acts, with nothing named that they could ease."""
    for index, mention in enumerate(sentence.acts):
        act = teller.entry(mention)[0]
        if act.effect in RELIEF and not act.type and mention.governor is None and _is_noun(mention, teller, text):
            told = teller.told(sentence, index, text)
            named = any(i.start >= mention.end for i in sentence.instruments)
            if not (named or told.instrument or told.undone is not None or _of_something(mention, teller, text)):
                yield index


def _is_noun(mention: ActMention, teller: Teller, text: str) -> bool:
    """Whether it is a noun, or a gerund behind an article: "*the* reopening"; "a removal" may be of anything."""
    before = text[: mention.head].replace("’", "'").replace("'", "' ").rsplit(maxsplit=1)[-1:]
    led = bool(before) and before[0].casefold() in teller.language.words("definite", "pointing")
    eases = mention.form == "noun" and teller.entry(mention)[0].effect == EASES
    return eases or (led and (mention.form == "noun" or mention.tense == "gerund"))


def _of_something(mention: ActMention, teller: Teller, text: str) -> bool:
    """ "The opening *of* an inquiry", "la levée *du* corps": what it is of is none that we know."""
    behind = low_words(text[mention.end :])[:BEHIND]
    return any(w in teller.language.words("links", "within", "with", "toward", "between") for w in behind)


def _meant(effect: str, sentence: Sentence, firm: Sequence[Report], teller: Teller) -> Iterator[tuple[str, str | None]]:
    """The instrument, and what it bears on, of the one measure that the page tells of before the sentence."""
    before = {r.instrument for r in firm if r.type in HARMS and r.effect and r.evidence.start < sentence.start}
    named = before.pop() if len(before) == 1 else None
    if named is None:
        return
    kinds = teller.book.instruments
    if teller.book.plover.type_of(effect, kinds[named].kind) == YIELDS:
        yield named, None
    elif may_be_banned(named, teller.book) and teller.book.plover.type_of(effect, kinds[BAN].kind) == YIELDS:
        yield BAN, named


def _start(mention: InstrumentMention) -> int:
    return mention.start
