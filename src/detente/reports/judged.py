"""Who did what is judged, where the sentence only names it: "Paris condemned *the raid*", "Tokyo welcomed *the deployment*"."""

from collections.abc import Iterator
from dataclasses import replace

from detente.codebook.languages import Language
from detente.model import Argument, Report
from detente.reports.here import Here
from detente.reports.labelled import GENERIC, HARM, HARMS, WORDS
from detente.reports.parties import Named
from detente.reports.spelling import low, low_words
from detente.reports.telling import Teller, Told

JUDGES = frozenset(
    {"condemn", "criticize", "praise", "protest", "support"}
)  # acts by which one speaks of what another did
FORCE = frozenset({"ASSAULT", "COERCE"})  # types of what is done by force
BACK = 4  # sentences before one that speaks of "the move" in which it is told
LIGHT = 4  # words of "tenue de cette rencontre"
PROTEST = "protest"  # the act of those who protest


def doer(here: Here, told: Told, who: Named, teller: Teller) -> Named | None:
    """`who` toward those who did, by the last telling before, what the object names; None where nothing names it, or where
    whoever judges did it himself."""
    if who.toward or not who.by or who.symmetric:
        return None
    types = named(told, here.text, teller.language) or _bare(here, told, who)
    near = bool(types & {GENERIC, HARM})
    forced = types | FORCE if types & FORCE else types  # "condemned *the raid*": embassies are stormed, not attacked
    meant = [
        r
        for r in _before(here, near)
        if r.type in forced or (GENERIC in types and r.act not in JUDGES) or (HARM in types and r.type in HARMS)
    ]
    mine = [r for r in meant if set(who.by) & set(r.recipients)]  # "regretted *the expulsion*": of its own envoy
    actors = (mine or meant)[-1].actors if meant else ()
    return replace(who, toward=actors, witness="judged") if actors and not set(actors) & set(who.by) else None


def _bare(here: Here, told: Told, who: Named) -> frozenset[str]:
    """ "China fired missiles off Taiwan, and *Tokyo lodged a protest*": a third party's, against whom it does not say."""
    third = told.act.id == PROTEST and bool(here.mentions.pair) and not set(who.by) & set(here.mentions.pair)
    own = any(a.start >= told.mention.end for a in _objects(told)) or told.mention.form != "verb"
    return frozenset({HARM}) if third and not own else frozenset()


def named(told: Told, text: str, language: Language) -> frozenset[str]:
    """The types of deed that the object of a verb that judges names; none for any other act."""
    if told.act.id not in JUDGES or told.mention.form != "verb":
        return frozenset()
    return frozenset(t for a in _objects(told) for t in _named(text, a, language))


def _objects(told: Told) -> Iterator[Argument]:
    """What is judged: the verb's object, or what its wording's own preposition rules ("object to the raid")."""
    roles = ("object", "oblique", "passive_subject")
    return (
        a for a in told.sentence.arguments if a.act == told.index and a.role in roles and a.head > told.mention.head
    )


def _named(text: str, argument: Argument, language: Language) -> list[str]:
    """The types of deed that a definite noun names: "the raid", "these strikes"; not "a raid", nor "its raid". A decision is
    the one just told whatever its article: "regrette *une décision* unilatérale"."""
    words = low_words(text[argument.start : argument.head])
    if words and words[0] in (*language["links"], *language["within"]):
        words.pop(0)
    noun = _told_again(text, argument.head, language)
    types = [type_ for type_, nouns in language.maps["deeds"].items() if noun in nouns]
    if words and words[0] in language["pointing"]:
        return types
    return [t for t in types if t == GENERIC and words and words[0] in language["articles"]]


def _told_again(text: str, head: int, language: Language) -> str:
    """The noun itself; of "la *tenue* de cette *rencontre*" the meeting."""
    words = [w.strip(",.;:”\"'’»") for w in low(text[head:]).split(maxsplit=LIGHT)[:LIGHT]]
    light = len(words) == LIGHT and words[0] in language["taking_place"] and words[2] in language["pointing"]
    return words[3] if light else words[0]


def _before(here: Here, near: bool) -> list[Report]:
    """What the page tells before this sentence; where any deed is meant, in the sentences just before, and no mere words."""
    told = [r for r in here.told if r.evidence.start < here.sentence.start]
    if not near:
        return told
    starts = [s.start for s in here.earlier(BACK)]
    return [r for r in told if starts and r.evidence.start >= starts[0] and r.type not in WORDS]
