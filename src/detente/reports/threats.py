"""Whether harm is threatened: announced on a condition, or for want of what was asked."""

from detente.model import ActMention, Sentence
from detente.reports import ahead

HARMS = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "REJECT"})


def threatened(sentence: Sentence, act: ActMention, type_: str) -> bool:
    """ "Faute de quoi Niamey dénoncera la convention": harm announced under a condition is a threat (CODING)."""
    led = ahead.led(sentence, act)
    to_come = act.form == "verb" and (led or act.tense in ("future", "conditional", "present", "infinitive"))
    if type_ not in HARMS or not to_come:
        return False
    if any(c.kind == "otherwise" and c.start < act.head for c in sentence.cues):
        return True
    will = led or act.tense in ("future", "conditional")
    return (
        will
        and any(c.kind == "condition" for c in sentence.cues)
        and not any(c.kind == "opinion" for c in sentence.cues)
    )
