"""Whether somebody will not do an act, or only on a condition: "will not lift", "ne lèvera que si"."""

from detente.codebook.entries import Group
from detente.codebook.languages import Language
from detente.model import ActMention, Sentence
from detente.reports import ahead, clauses, scope
from detente.reports.spelling import low

WANTED = 3  # words from "voulu" to its infinitive: "voulu le recevoir"


def refused(
    sentence: Sentence, act: ActMention, group: Group, type_: str, text: str, language: Language, told: bool
) -> bool:
    """ "N'acceptait pas", "will not lift": whether a verb tells that somebody will not do it. told: whether it is done by
    being said; what is only not done ("did not lift", "pas encore") is no refusal."""
    tenses = ("present", "future", *(("past", "preterite", "imperfect", "infinitive") if told else ()))
    to_come = act.tense in tenses or (act.tense == "conditional" and ahead.told_before(sentence, act))
    if not told and language["premodified"]:  # "did not lift" and "will not lift" have one form
        to_come = ahead.led(sentence, act)
    to_come = to_come or _unwilling(sentence, act, text, language)
    if act.form != "verb" or act.voice != "active" or not to_come:
        return False
    start, end = clauses.span(sentence, act, text, language)
    around = f" {text[start : max(end, act.end)].casefold()} "
    if any(f" {words} " in around for words in language["pending"]) or only_if(sentence, act, text, language):
        return False
    cues = scope.kinds(sentence, act, text, language, group.governs, type_)
    sure = not cues & {"hypothesis", "cancelled", "denied"} and "?" not in around
    return "negation" in cues and sure and not _of_nobody(sentence, act)


def _unwilling(sentence: Sentence, act: ActMention, text: str, language: Language) -> bool:
    """ "N'a pas *voulu* le recevoir": who did not want to has refused."""
    words = text[sentence.start : act.head].casefold().split()[-WANTED:]
    return act.tense == "infinitive" and any(w in language["unwilling"] for w in words)


def _of_nobody(sentence: Sentence, act: ActMention) -> bool:
    """ "*Aucun* ministre norvégien ne se rendra en Chine": that nobody does it is no word of theirs."""
    denied = (c for c in sentence.cues if c.kind == "negation" and sentence.start <= c.start < act.head)
    first = min((m.start for m in sentence.actors), default=sentence.end)
    return any(c.end <= first for c in denied)


def only_if(sentence: Sentence, act: ActMention, text: str, language: Language) -> bool:
    """ "*Ne* lèvera l'embargo *que si*", "will reopen it *only if*": what is said to hang on a condition is not told as planned."""
    behind = low(text[act.end : sentence.end])
    before = low(text[sentence.start : act.head])
    ne = before.endswith(tuple(w if w[-1] == "'" else f"{w} " for w in language.maps["negation"]["before"]))
    if act.form != "verb" or (language.maps["negation"]["confirm"] and not ne):
        return False
    return any(f" {words}" in behind for words in language["only_if"])
