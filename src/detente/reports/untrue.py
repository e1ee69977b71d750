"""What a sentence says is not so: a rumour it calls false, what a "that" behind a denial tells."""

from detente.codebook.languages import Language
from detente.model import ActMention, Cue, Sentence

AFTER = 110  # characters after an act in which "are false", "was a hoax" still speak of it
THAT = 2  # characters from a denial to its "that"


def told_false(sentence: Sentence, act: ActMention, text: str, language: Language) -> bool:
    """ "Reports *that* its diplomats had been ordered out *are false*": said of what a "that" has just told."""
    that = language.maps["speech"]["that"]
    opened = [b for b in sentence.breaks if b < act.head]
    told = bool(opened) and text[opened[-1] : sentence.end].casefold().replace("’", "'").startswith(that)
    behind = (c for c in sentence.cues if c.kind == "untrue" and act.end <= c.start < act.end + AFTER)
    return told and any(";" not in text[act.end : c.start] for c in behind)


def denied_that(sentence: Sentence, act: ActMention, text: str, language: Language) -> bool:
    """ "Kigali *denied that* its troops had shelled Goma": what the "that" right behind a denial tells, up to the next clause."""
    that = language.maps["speech"]["that"]
    opened = [b for b in sentence.breaks if b < act.head]
    if not opened or not text[opened[-1] : sentence.end].casefold().replace("’", "'").startswith(that):
        return False
    told = text[opened[-1] : act.head].casefold()
    alone = "," not in told and not set(told.split()) & {*language["and"]}
    return alone and any(c.kind == "denied" and 0 <= opened[-1] - c.end <= THAT for c in sentence.cues)


def done_besides(cue: Cue, act: ActMention, text: str, language: Language) -> bool:
    """ "A démenti l'usage de la violence *et accusé* la Turquie": what a denial is joined to by "and" is said, not denied."""
    words = text[cue.end : act.head].casefold().split()
    joined = bool({w.strip(",") for w in words} & {*language["and"]})
    return joined and act.form == "verb" and act.tense not in ("infinitive", "gerund")
