"""What a sentence says is not so: a rumour it calls false, what a "that" behind a denial tells."""

from detente.codebook.languages import Language
from detente.model import ActMention, Cue, Sentence
from detente.reports.spelling import low

AFTER = 110  # characters after an act in which "are false", "was a hoax" still speak of it
THAT = 2  # characters from a denial to its "that"
FAR = 45  # and where a day, or a noun for what was said, stands between: "denied on Tuesday reports that"


def told_false(sentence: Sentence, act: ActMention, text: str, language: Language) -> bool:
    """ "Reports *that* its diplomats had been ordered out *are false*": said of what a "that" has just told."""
    that = language.maps["speech"]["that"]
    opened = [b for b in sentence.breaks if b < act.head]
    told = bool(opened) and low(text[opened[-1] : sentence.end]).startswith(that)
    behind = (c for c in sentence.cues if c.kind == "untrue" and act.end <= c.start < act.end + AFTER)
    return told and any(";" not in text[act.end : c.start] for c in behind)


def denied_that(sentence: Sentence, act: ActMention, text: str, language: Language) -> bool:
    """ "Kigali *denied that* its troops had shelled Goma": what the "that" right behind a denial tells, up to the next clause."""
    that = language.maps["speech"]["that"]
    opened = [b for b in sentence.breaks if b < act.head]
    if not opened or not low(text[opened[-1] : sentence.end]).startswith(that):
        return False
    told = text[opened[-1] : act.head].casefold()
    alone = "," not in told and not set(told.split()) & {*language["and"]}
    return alone and any(c.kind == "denied" and _reaches(c, opened[-1], text, language) for c in sentence.cues)


def closed_by_denial(sentence: Sentence, act: ActMention, text: str) -> bool:
    """ "Rabat n'a pas rappelé son ambassadeur, *a démenti* le ministère": not done, says who denies it behind a comma."""
    behind = [c for c in sentence.cues if c.kind == "denied" and act.end <= c.start]
    return any("," in text[act.end : c.start] and ";" not in text[act.end : c.start] for c in behind)


def _reaches(cue: Cue, that: int, text: str, language: Language) -> bool:
    """ "Denied *on Tuesday* that", "denied *reports* that": nothing between but a day, or what was said."""
    if not 0 <= that - cue.end <= FAR:
        return False
    between = low(text[cue.end : that]).split()
    speech = language.maps["speech"]
    small = {w.casefold() for w in (*speech["after"], *language["articles"], *language["definite"])}
    told = tuple(n.rstrip("e") for n in (*speech["nouns"], *speech["told"]))
    return that - cue.end <= THAT or all(w in small or w.startswith(told) for w in between)


def done_besides(cue: Cue, act: ActMention, text: str, language: Language) -> bool:
    """ "A démenti l'usage de la violence *et accusé* la Turquie": what a denial is joined to by "and" is said, not denied."""
    words = text[cue.end : act.head].casefold().split()
    joined = bool({w.strip(",") for w in words} & {*language["and"]})
    return joined and act.form == "verb" and act.tense not in ("infinitive", "gerund")
