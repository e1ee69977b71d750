"""Whether an act is still ahead of who tells it: by the "will" or "would" before it, or as it was announced."""

from detente.codebook.languages import Language
from detente.model import ActMention, Sentence
from detente.reports.spelling import low

WOULD = 40  # characters before a participle in which its auxiliary stands
WILL = 12  # characters from "will" to its verb: " no longer"
FUTURES = ("future", "reported-future")  # kinds of cue


def led(sentence: Sentence, act: ActMention, kinds: tuple[str, ...] = FUTURES) -> bool:
    """Whether a word for a future stands right before the act."""
    return any(c.kind in kinds and 0 <= act.head - c.end <= WILL for c in sentence.cues)


def would_be(sentence: Sentence, act: ActMention) -> bool:
    """ "Its ambassador *would be* withdrawn": a passive right behind the word for a future in the past."""
    return act.tense == "infinitive" and act.voice == "passive" and led(sentence, act, ("reported-future",))


def will(sentence: Sentence, act: ActMention) -> bool:
    """ "*Will let* lorries in", "*will shut* its border": a verb whose past is spelt as its infinitive."""
    return act.form == "verb" and act.voice == "active" and led(sentence, act, ("future",))


def told_before(sentence: Sentence, act: ActMention) -> bool:
    """ "Paris a annoncé qu'il suspendrait": after a verb of saying the conditional is a future, not a supposition."""
    return any(c.kind in ("verb", "weak-verb") and c.start < act.head for c in sentence.speech)


def only_would(sentence: Sentence, act: ActMention) -> bool:
    """ "Backed a deal *that would free* the hostages": what something is said to bring about, in a clause of its own."""
    held = [
        c for c in sentence.arguments if c.act < 0 and c.role == "relative" and c.start < act.end and act.head < c.end
    ]
    return any(c.start <= cue.start < act.head for c in held for cue in sentence.cues if cue.kind == "reported-future")


def announced(sentence: Sentence, act: ActMention, text: str, language: Language) -> bool:
    """ "A annoncé, samedi, *rappeler* son ambassadeur": an infinitive right behind a verb that makes known what one does."""
    words = low(text[sentence.start : act.head]).split()
    small = {*language["inserted"], *language["remention"], "se"}
    while words and (words[-1].strip(",") in small or not words[-1].strip(",")):
        words.pop()
    return bool(words) and words[-1].strip(",").startswith(language["announcing"])


def announced_passive(act: ActMention, text: str, language: Language) -> bool:
    """ "A annoncé que ses postes *seraient* fermés": announced, a passive in the conditional is a future."""
    words = text[max(0, act.head - WOULD) : act.head].casefold().split()
    return act.voice == "passive" and any(language.auxiliary("be").get(w) == "conditional" for w in words[1:])
