"""Whose a thing is, by what stands behind it: "l'embargo *congolais*, décrété en juin", "réitéré l'engagement *de Téhéran*"."""

from detente.reports.scene import CLOSE, Actors, Scene, leads
from detente.reports.spelling import low, low_words

ASKS = "demand"  # the act of who asks for it
WORD = 6  # characters from a promise to whose it is: " de la "
OWNER = 3  # characters from a restriction to its adjective
DATED = 5  # words from whose a paper is to the participle: "la mesure d'Ottawa *du 18 janvier 2031* interdisant"


def imposer(scene: Scene) -> Actors:
    """Whoever its adjective names; () where the participle has an agent, or stands on something else."""
    act, thing = scene.act, scene.instrument
    if act.form != "verb" or act.voice != "bare" or not scene.bars or thing is None or thing.end > act.head:
        return ()
    if scene.language["premodified"] or any(thing.end <= a.head < act.head for a in scene.sentence.acts):
        return ()
    behind = [m for m in scene.sentence.actors if m.end <= act.head and 0 <= m.start - thing.end <= OWNER]
    near = [m for m in behind if m.how == "adjective" and act.head - m.end <= CLOSE]
    near = [m for m in near if "," in scene.text[m.end : act.head]]
    agents = any(m.preposition in scene.language["passive_by"] for m in scene.sentence.actors if m.start > act.head)
    return tuple(near[:1]) if not agents else ()


def maker(scene: Scene) -> Actors:
    """Whose the decision is that says so: "le décret *canadien* interdisant l'entrée", "*Ottawa's* order barring them"."""
    act = scene.act
    named = [m for m in scene.sentence.actors if m.end <= act.head and m.carrier in (None, "government")]
    if act.tense != "gerund" or not named:
        return ()
    between = low(scene.text[named[-1].end : act.start]).split()
    led = bool(between) and between[-1] in scene.words("gerund_leads")  # "a écrit au Togo, *en* interdisant"
    if led or len(between) > DATED or not all(w[-1].isalnum() for w in between):
        return ()
    small = scene.words("links", "articles", "definite", "premodified")
    before = [w for w in low(scene.text[: named[-1].start]).split()[-3:] if w not in small]
    papers = scene.words("texts", "measure_words", "retelling")
    paper = between if scene.language["premodified"] else before[-1:]
    return (named[-1],) if papers & {*paper} and not named[-1].place else ()


def word_of(scene: Scene) -> Actors:
    """ "A réitéré l'engagement *de Téhéran*", "exprimé la gratitude *du Niger*": whose word it is that somebody gives."""
    last = low_words(scene.wording)[-1]
    if (
        scene.act.form != "verb"
        or scene.passive
        or scene.group.frame != "acts"
        or scene.act.act == ASKS  # "sollicite l'appui *de l'Inde*": it is asked for
        or last not in scene.language["given_words"]
    ):
        return ()
    near = [m for m in scene.sentence.actors if 0 <= m.start - scene.act.end <= WORD]
    near = [m for m in near if m.preposition in scene.language["links"] and leads(m)]
    return scene.joined(near[0], scene.sentence.actors) if near else ()


def told_to(scene: Scene, by: Actors) -> Actors:
    """To whom it is given: who is named first behind whose word it is."""
    own = {c for m in by for c in m.codes}
    behind = [m for m in scene.sentence.actors if m.start >= by[-1].end and not set(m.codes) & own]
    return scene.joined(behind[0], behind) if behind else ()
