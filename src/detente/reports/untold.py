"""Why words that name an act tell none, by themselves: whatever the parser says of their sentence."""

from detente.codebook.languages import Language
from detente.reports import composing, nouns, status, strangers
from detente.reports.telling import FORCE, Teller, Told
from detente.reports.topics import spoken_of

BUILDS = "build"  # the effect of strengthening ties
STRANGE = frozenset(
    {"ASSAULT", "COERCE", "SUPPORT", "AID", "THREATEN", "MOBILIZE"}
)  # types of what rebels do, or have done to them
ADVANCED = frozenset({"SUPPORT", "SANCTION"})  # types of which a verb of saying has the words: "soutient", "condamne"


def untold(teller: Teller, told: Told, type_: str | None, text: str) -> str | None:
    """The reason why there is no report of an act; None where its words leave room for one. type_: of the act, if it has one."""
    mention, language = told.mention, teller.language
    if _aimed_at(told, text, language) or spoken_of(told, text, language):
        return "not told as done"
    if type_ == "REQUEST" and composing.demanded(told.instrument, mention):
        return "names a measure already asked for"
    if type_ is None or (told.group.needs == "instrument" and told.instrument is None and told.undone is None):
        return "no instrument"
    if mention.form != "verb" and nouns.unfulfilled(teller.scene(told, text)):
        return "not told as done"
    if type_ in STRANGE and strangers.concerned(told, text, language):
        return "by or to those who act for no state"
    if type_ in ADVANCED and status.closes_quotation(told.sentence, mention, text, language):
        return "a verb of saying here"
    return None


def _aimed_at(told: Told, text: str, language: Language) -> bool:
    """ "To deepen ties", "by developing cooperation": what is only a purpose; "*rebel* attacks": whoever speaks for no state."""
    mention = told.mention
    if told.act.effect == BUILDS:
        return mention.form == "verb" and mention.tense in ("infinitive", "gerund")
    before = text[told.sentence.start : mention.head].casefold().rsplit(maxsplit=1)
    harm = mention.form == "noun" and told.act.type in FORCE
    return harm and bool(before) and before[-1] in language["unofficial"]
