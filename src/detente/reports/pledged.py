"""Harm that another act holds: what several settle to do to somebody is decided, what one promises to do is a threat."""

from detente.model import Sentence
from detente.reports import threats
from detente.reports.here import Here
from detente.reports.telling import Teller, Told
from detente.reports.who import Finder

HARM = 16  # characters from a promise to the harm that is its object: " de fortes "
ALLOWS = "accept"  # the act of those who let another do: "a autorisé *le départ* des Américains"
TOGETHER = "together"  # the frame of what several settle


def settles_harm(here: Here, index: int, finder: Finder) -> bool:
    """ "*Ont convenu de* suspendre leur aide à Kaboul": what several settle to do to somebody else is decided, and told by
    its own words."""
    teller, sentence = finder.teller, here.sentence
    content = _content(sentence, index)
    if content is None or teller.entry(sentence.acts[index])[1].frame != TOGETHER:
        return False
    told = teller.told(sentence, content, here.text)
    kept = _denied_between(sentence, index, content)
    who = finder.of(here, told) if teller.type_of(told) == "SANCTION" and not kept else ""
    return not isinstance(who, str) and bool(who.toward)


def promises_harm(here: Here, told: Told, type_: str, teller: Teller) -> bool:
    """ "Se dit prête à *fermer* tous les consulats russes", "promet d'*expulser*…": ready to harm is a threat."""
    acts, at = here.sentence.acts, _content(here.sentence, told.index)
    if (
        type_ != "AGREE"
        or told.act.id == ALLOWS
        or at is None
        or (acts[at].form == "noun" and acts[at].head - told.mention.end > HARM)
    ):
        return False
    what = teller.told(here.sentence, at, here.text)
    harm = told.group.frame != TOGETHER and teller.type_of(what) in threats.HARMS - {"MOBILIZE"}
    return harm and not _denied_between(here.sentence, told.index, at)


def _content(sentence: Sentence, index: int) -> int | None:
    """The act that another holds, by its place in the sentence."""
    return next((i for i, a in enumerate(sentence.acts) if a.governor == index), None)


def _denied_between(sentence: Sentence, index: int, content: int) -> bool:
    """ "S'est engagé à *ne pas* fermer": whether a negation stands between an act and its content."""
    first, last = sentence.acts[index].head, sentence.acts[content].head
    return any(c.kind == "negation" and first < c.start < last for c in sentence.cues)
