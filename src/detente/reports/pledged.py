"""Harm that another act holds: what several settle, or one orders one's own people, to do to somebody is decided; what one
promises to do is a threat."""

from detente.model import Sentence
from detente.reports import threats
from detente.reports.here import Here
from detente.reports.parties import Named
from detente.reports.telling import Teller, Told
from detente.reports.who import Finder

HARM = 16  # characters from a promise to the harm that is its object: " de fortes "
ALLOWS = "accept"  # the act of those who let another do: "a autorisé *le départ* des Américains"
TOGETHER = "together"  # the frame of what several settle
WRONGS = "wrongs"  # the frame of what one does wrong: who promises not to do it promises something
WORDS = frozenset({"ACCUSE"})  # types of what one only says of another
DECIDED = frozenset({"SANCTION"})  # types of what is done by settling it
ORDERED = DECIDED | {"CONCEDE"}  # types of what is done by ordering it


def settles_harm(here: Here, index: int, finder: Finder) -> bool:
    """ "*Ont convenu de* suspendre leur aide à Kaboul", "*told its shops to* stop selling Thai rice": what several settle, or one
    orders one's own, to do to somebody else is decided, and told by its own words."""
    teller, sentence = finder.teller, here.sentence
    content = _content(sentence, index)
    if content is None:
        return False
    together = teller.entry(sentence.acts[index])[1].frame == TOGETHER
    if not (together or _commanding(here, index, teller)) or _denied_between(sentence, index, content):
        return False
    told = teller.told(sentence, content, here.text)
    type_ = teller.type_of(told)
    who = finder.of(here, told) if type_ in ORDERED else ""
    done = not isinstance(who, str) and bool(who.by) and bool(who.toward)
    settled = _of_one_side(sentence, index, who) if together and type_ not in DECIDED else together
    return done and (settled or (not together and _to_one_s_own(sentence, index, content, who)))


def _of_one_side(sentence: Sentence, index: int, who: Named | str) -> bool:
    """ "*EU ministers agreed* to suspend sanctions on Syria": what one side settles among its own gives way at once; what two agree
    on is still to come."""
    before = [m for m in sentence.actors if m.end <= sentence.acts[index].head and not m.place]
    return not isinstance(who, str) and bool(before) and all(set(m.codes) <= set(who.by) for m in before)


def _commanding(here: Here, index: int, teller: Teller) -> bool:
    """Whether an act is an order: "told", "instructed"; who *was told* gives none."""
    act = here.sentence.acts[index]
    active = act.form == "verb" and act.voice != "passive"
    return active and here.text[act.head : act.end].casefold().startswith(teller.language["commanding"])


def _to_one_s_own(sentence: Sentence, index: int, content: int, who: Named | str) -> bool:
    """ "Ordered *its banks* to freeze", "told *shops* to": nobody of another state stands between an order and what it orders."""
    first, last = sentence.acts[index].head, sentence.acts[content].head
    between = (m for m in sentence.actors if first < m.start < last)
    return not isinstance(who, str) and all(m.how == "possessed" or set(m.codes) <= set(who.by) for m in between)


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


def promises_words(here: Here, told: Told, type_: str | None, teller: Teller) -> bool:
    """ "A promis de *saisir le Conseil de sécurité*": who promises to complain, or to ask, promises nobody anything."""
    at = _content(here.sentence, told.index) if type_ == "AGREE" else None
    act, group = teller.entry(here.sentence.acts[at]) if at is not None else (None, None)
    return act is not None and group is not None and act.type in WORDS and group.frame != WRONGS


def _content(sentence: Sentence, index: int) -> int | None:
    """The act that another holds, by its place in the sentence."""
    return next((i for i, a in enumerate(sentence.acts) if a.governor == index), None)


def _denied_between(sentence: Sentence, index: int, content: int) -> bool:
    """ "S'est engagé à *ne pas* fermer": whether a negation stands between an act and its content."""
    first, last = sentence.acts[index].head, sentence.acts[content].head
    return any(c.kind == "negation" and first < c.start < last for c in sentence.cues)
