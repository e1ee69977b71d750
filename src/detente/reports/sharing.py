"""The other side of an act, shared with another of its sentence: a verb with the same subject, a noun in the same list."""

from collections.abc import Iterator
from dataclasses import replace

from detente.codebook.languages import Language
from detente.model import TOWN, ActorMention
from detente.reports import judged, sides
from detente.reports.here import Here
from detente.reports.parties import Named, named
from detente.reports.scene import Sides
from detente.reports.spelling import low_words
from detente.reports.telling import Teller, Told

MEASURES = frozenset({"SANCTION", "COERCE"})  # types of what whoever does it makes known himself
CONTENT = 2  # characters from a verb to "that", "que"


def shared(here: Here, told: Told, found: Sides, who: Named, teller: Teller) -> Named | None:
    """The sides of an act that lacks its other one, with that of another act of its sentence; None where there is none."""
    if told.mention.form == "noun" and teller.type_of(told) in MEASURES and not found.toward:
        return _listed(here, told, found, teller)
    one_sided = bool(found.by) and not found.toward and not who.symmetric
    if told.mention.form != "verb" or not one_sided or not _shares(told, found, here.text, teller.language):
        return None
    return _coordinated(here, told, found, teller)


# -- verbs with the same subject
def _shares(told: Told, found: Sides, text: str, language: Language) -> bool:
    """Whether nothing of its own takes the place of the other side behind the verb."""
    own = _of_its_own(told, text, language) or bool(judged.named(told, text, language))
    return _carries_on(told, text, language) and not _others(told, found) and not own


def _coordinated(here: Here, told: Told, found: Sides, teller: Teller) -> Named | None:
    """ "A rendu hommage aux Ukrainiens et *promis* un lot d'armes": the other side of a verb with the same subject."""
    for index in _verbs_beside(told):
        other = sides.decide(teller.told(told.sentence, index, here.text).scene)
        gerund = told.sentence.acts[index].tense == "gerund"
        if gerund and all(m.preposition in teller.language["links"] for m in other.toward):
            continue  # "praised the step while insisting on the role *of the Union*"
        if other.toward and set(other.by) & set(found.by):
            who = named(replace(found, toward=other.toward), False)
            return replace(who, witness=found.witness) if who.whole else None
    return None


def _verbs_beside(told: Told) -> Iterator[int]:
    """The other verbs of the sentence that are no content: those before it, then those behind, the nearest first."""
    acts, head = told.sentence.acts, told.mention.head
    for index in sorted(range(len(acts)), key=lambda i: (acts[i].head > head, abs(acts[i].head - head))):
        holds = acts[index].head > head and any(
            a.governor == index for a in acts
        )  # "blames, and vows to *seize the UN*"
        if index != told.index and acts[index].form != "noun" and acts[index].governor is None and not holds:
            yield index


def _carries_on(told: Told, text: str, language: Language) -> bool:
    """Whether a verb may share the other side of one before: not one whose wording waits for its own ("plaide pour …"),
    nor a participle or an English gerund on a noun ("citizens *held* in jails", "praised it for *opposing*")."""
    act = told.mention
    that = language.maps["speech"]["that"]
    if any(0 <= b - act.end <= CONTENT and text[b:].casefold().startswith(that) for b in told.sentence.breaks):
        return False  # "promised *that* Estonia would": what it is about has sides of its own
    reduced = any(a.act < 0 and a.role == "reduced" and a.head == act.head for a in told.sentence.arguments)
    reduced = reduced and not (act.tense == "gerund" and not language["premodified"])
    return (
        not _waits(told, text, language)
        and not reduced
        and not (act.tense == "gerund" and _ruled(told, text, language))
    )


def _waits(told: Told, text: str, language: Language) -> bool:
    """Whether the wording ends in a preposition: "plaide *pour*"; not "s'engageant *à renforcer* leurs liens"."""
    act = told.mention
    last = text[act.head : act.end].rsplit(maxsplit=1)[-1].casefold()
    faced = any(0 <= m.start - act.end <= CONTENT for m in told.sentence.actors)
    promised = told.act.type == "AGREE" and told.group.governs and not faced
    return any(last in language[kind] for kind in ("toward", "with", "links", "within", "from")) and not promised


def _ruled(told: Told, text: str, language: Language) -> bool:
    """Whether a preposition stands before the verb: "praised it *for* opposing"."""
    before = text[told.sentence.start : told.mention.head].rsplit(maxsplit=1)
    return bool(before) and any(before[-1].casefold() in language[k] for k in ("toward", "links", "with"))


def _of_its_own(told: Told, text: str, language: Language) -> bool:
    """ "A critiqué *la bureaucratie du bloc*, soutenu Paris": what is judged or refused stands behind the verb."""
    act = told.mention
    words = low_words(text[act.end : told.sentence.end])
    judged = act.voice == "active" and told.act.type in ("ACCUSE", "REJECT") and not language["premodified"]
    return judged and bool(words) and words[0] in (*language["definite"], *language["possessives"])


def _others(told: Told, found: Sides) -> bool:
    """Whether another actor stands behind the act in its clause: then the other side is not left out."""
    act, own = told.mention, {c for m in found.by for c in m.codes}
    end = min([b for b in told.sentence.breaks if b >= act.end], default=told.sentence.end)
    end = min([end, *(a.head for a in told.sentence.acts if a.form == "verb" and a.head >= act.end)])
    return any(act.head < m.start < end and m.how != TOWN and not set(m.codes) <= own for m in told.sentence.actors)


# -- nouns in one list
def _listed(here: Here, told: Told, found: Sides, teller: Teller) -> Named | None:
    """ "A annoncé des mesures *contre Quito*, dont la fermeture de la frontière", "la suspension du pacte avec Quito, *la
    fermeture* de la frontière": in one list, the other side of what whoever makes it known does."""
    own = {c for m in found.by for c in m.codes}
    others = [m for m in told.sentence.actors if not set(m.codes) & own and not (m.place or m.how == "posting")]
    if not own or len({m.codes for m in others}) != 1 or not _makes_known(here, told, found, teller.language):
        return None
    against = {*teller.language["toward"]} - {*teller.language["within"]}
    faced = [m for m in others if m.preposition in against]
    faced += [m for m in _faced_beside(here, told, own, teller) if m in others]
    return named(replace(found, toward=tuple(faced[:1])), False) if faced else None


def _faced_beside(here: Here, told: Told, own: set[str], teller: Teller) -> Iterator[ActorMention]:
    """Whom the other measures of the same doer are done to, that nouns of the sentence tell."""
    rest = (i for i, a in enumerate(told.sentence.acts) if a.form == "noun" and i != told.index)
    listed = (teller.told(told.sentence, i, here.text) for i in rest)
    kin = (sides.decide(o.scene) for o in listed if teller.type_of(o) in MEASURES)
    return (m for k in kin if {c for m in k.by for c in m.codes} == own for m in k.toward)


def _makes_known(here: Here, told: Told, found: Sides, language: Language) -> bool:
    """Whether a verb by which one makes known what one does stands between the doer and the noun."""
    words = here.text[found.by[-1].end : told.mention.head].casefold().split()
    return any(w.startswith(language["announcing"]) for w in words)
