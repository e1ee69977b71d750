"""Why words that name an act tell none, by themselves: whatever the parser says of their sentence."""

from detente.codebook.languages import Language
from detente.model import ActMention, Sentence
from detente.reports import composing, nouns, strangers
from detente.reports.telling import FORCE, Teller, Told
from detente.reports.topics import spoken_of

SAYS = 2  # words of the longest verb of saying: "affirmer à"
BUILDS = "build"  # the effect of strengthening ties
BENEFITS = frozenset({"CONCEDE", "AID", "RETREAT"})  # types of what one gives
OBJECT = 12  # characters from a verb to the infinitive that is its object
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
    if mention.form != "verb" and nouns.unfulfilled(told.scene):
        return "not told as done"
    if _gives_up_giving(teller, told, type_, text):
        return "not told as done"
    if type_ in STRANGE and strangers.concerned(told, text, language):
        return "by or to those who act for no state"
    if type_ in ADVANCED and _closes_quotation(told.sentence, mention, text, language):
        return "a verb of saying here"
    return None


def _closes_quotation(sentence: Sentence, act: ActMention, text: str, language: Language) -> bool:
    """ "« … », *soutient* le ministère": behind a quotation and its comma stands a verb of saying."""
    before = text[sentence.start : act.head].rstrip()
    small = {*language.auxiliary("have"), *language.auxiliary("be")}
    if before and before.rsplit(maxsplit=1)[-1].casefold() in small:
        before = before.rsplit(maxsplit=1)[0].rstrip() if " " in before else ""  # "« … », *a* rappelé le diplomate"
    said = any(c.kind in ("verb", "weak-verb") and c.start <= act.head < c.end for c in sentence.speech)
    if len(text[act.head : act.end].split()) > SAYS:
        return False  # "…, *a déclaré persona non grata* l'ambassadeur"
    return (
        said
        and before[-1:] == ","
        and before[:-1].rstrip().endswith(tuple(pair[1] for pair in language.maps["speech"]["quotes"]))
    )


def _gives_up_giving(teller: Teller, told: Told, type_: str, text: str) -> bool:
    """ "A renoncé *à lever* les sanctions": who gives up what he would have conceded concedes nothing."""
    acts, own = told.sentence.acts, told.mention
    if type_ != "CONCEDE" or own.form != "verb":
        return False
    inner = next((i for i, a in enumerate(acts) if 0 <= a.start - own.end <= OBJECT and a.tense == "infinitive"), None)
    found = None if inner is None else teller.told(told.sentence, inner, text)
    return found is not None and teller.type_of(found) in BENEFITS


def _aimed_at(told: Told, text: str, language: Language) -> bool:
    """ "To deepen ties", "by developing cooperation": what is only a purpose; "*rebel* attacks": whoever speaks for no state."""
    mention = told.mention
    if told.act.effect == BUILDS:
        return mention.form == "verb" and mention.tense in ("infinitive", "gerund")
    before = text[told.sentence.start : mention.head].casefold().rsplit(maxsplit=1)
    harm = mention.form == "noun" and told.act.type in FORCE
    return harm and bool(before) and before[-1] in language["unofficial"]
