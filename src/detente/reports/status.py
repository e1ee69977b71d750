"""How far an act got: what denies it, doubts it, plans it or calls it off, within its clause."""

from detente.codebook.entries import Group
from detente.codebook.languages import Language
from detente.model import ActMention, Basis, Cue, Sentence, Status, When
from detente.reports import clauses

AFTER = 110  # characters after an act in which "a été annulée", "prévue", "reste en vigueur" still speak of it

REACH = 45  # characters from "ne … pas", "not" to the verb it denies
QUOTES = ("»", "”", '"')
_AFTER = {True: ("cancelled", "future", "ongoing"), False: ("ongoing",)}  # cues that may follow a noun; a verb

# An act that exists by being said (an accusation, a demand) is done even if what it says is not.
SAID = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT", "AGREE", "SUPPORT"})


def decide(
    sentence: Sentence, act: ActMention, group: Group, type_: str, text: str, language: Language
) -> Status | None:
    """None when the sentence does not tell the act: negated, supposed, asked, wished."""
    cues = _in_scope(sentence, act, text, language)
    if "negation" in cues or text[: sentence.end].rstrip().endswith("?"):
        return None
    if "cancelled" in cues:
        return Status.CANCELLED
    if "denied" in cues:
        return Status.DENIED
    if act.tense == "hearsay":
        return Status.ALLEGED
    if act.tense == "conditional" or ("reported-future" in cues and act.tense == "present"):
        return Status.PLANNED if _told_before(sentence, act) else None
    if group.status is not None:
        return group.status
    if "proposed" in cues:
        return Status.PROPOSED
    if "hypothesis" in cues:
        return None
    if act.tense == "future" or ("future" in cues and act.tense in ("infinitive", "present", "")):
        return Status.PLANNED
    if act.tense == "infinitive" and "decided" not in cues and act.governor is None:
        if "sequence" in cues and _follows(sentence, act):
            return Status.OCCURRED
        return Status.ONGOING if "ongoing" in cues else None
    if "alleged" in cues and type_ not in SAID:
        return Status.ALLEGED
    return Status.ONGOING if "ongoing" in cues and act.tense not in ("preterite",) else Status.OCCURRED


HARMS = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "REJECT"})


def threatened(sentence: Sentence, act: ActMention, type_: str) -> bool:
    """ "Faute de quoi Niamey dénoncera la convention": harm announced under a condition is a threat (CODING)."""
    ahead = act.form == "verb" and act.tense in ("future", "conditional", "present", "infinitive")
    return type_ in HARMS and ahead and any(c.kind == "otherwise" and c.start < act.head for c in sentence.cues)


def closes_quotation(sentence: Sentence, act: ActMention, text: str) -> bool:
    """ "« … », *soutient* le ministère": behind a quotation and its comma stands a verb of saying."""
    before = text[sentence.start : act.head].rstrip()
    said = any(c.kind in ("verb", "weak-verb") and c.start <= act.head < c.end for c in sentence.speech)
    return said and before[-1:] == "," and any(before[:-1].rstrip().endswith(mark) for mark in QUOTES)


def _in_scope(sentence: Sentence, act: ActMention, text: str, language: Language) -> set[str]:
    """Kinds of the cues in the act's clause, before it; cancelled and denied also just after it."""
    start, end = clauses.span(sentence, act, text, language)
    kinds = set()
    for cue in sentence.cues:
        if start <= cue.start < act.head and not (cue.kind == "negation" and _far(text, cue, act)):
            kinds.add(cue.kind)
        elif cue.kind == "negation" and act.head < cue.start < act.end + 3:
            kinds.add(cue.kind)  # "imposed no sanctions", "donated nothing"
        elif cue.kind in _AFTER[act.form == "noun"] and act.end <= cue.start < min(end, act.end + AFTER):
            kinds.add(cue.kind)
    return kinds


def _far(text: str, cue: Cue, act: ActMention) -> bool:
    """A negation reaches its own verb: not past a comma, nor half a line on."""
    return act.head - cue.end > REACH or "," in text[cue.end : act.head]


def running(how: Status, when: When | None, act: ActMention) -> Status:
    """ "Finance depuis 2028", "has occupied since 2008": done, with a beginning and no end, is still running."""
    open_ended = when is not None and when.latest is None and when.basis is not Basis.INFERRED
    return Status.ONGOING if how is Status.OCCURRED and open_ended and act.tense != "preterite" else how


def answers(sentence: Sentence) -> bool:
    """Whether the sentence says that it answers something: "en riposte", "in kind"."""
    return any(c.kind == "answers" for c in sentence.cues)


def _follows(sentence: Sentence, act: ActMention) -> bool:
    """ "S'est entretenue avec X, avant d'être *reçue* par Y": behind what was done, done as well."""
    return any(a.head < act.head and a.form == "verb" and a.tense in ("past", "preterite") for a in sentence.acts)


def _told_before(sentence: Sentence, act: ActMention) -> bool:
    """ "Paris a annoncé qu'il suspendrait": after a verb of saying the conditional is a future, not a supposition."""
    return any(c.kind in ("verb", "weak-verb") and c.start < act.head for c in sentence.speech)
