"""Whom the pronouns around a verb stand for: "*il* accuse", "et *l'*a convié", "les Émirats, *qu'*il accuse", "told *him*"."""

from dataclasses import replace
from itertools import pairwise

from detente.model import ActorMention, Sentence
from detente.reports.scene import Actors, Scene, Sides, leads
from detente.reports.spelling import low, low_words

GIVEN = 60  # characters from "lui a" to what is given: "lui a de nouveau adressé vendredi un sévère avertissement"
AUXILIARY = 4  # words from a pronoun to the participle: "l'a aussi vivement", "lui avait"
APART = 3  # characters from an antecedent to its relative: ", "


def subject(scene: Scene) -> str:
    """The personal pronoun that is the act's subject, "" if none: "Niamey said that *it* had recalled…"."""
    own = [a for a in scene.sentence.arguments if a.act == scene.index and a.role == "pronoun"]
    words = [scene.text[a.start : a.end].casefold() for a in own]
    return next((w for w in words if w in scene.language["pronouns"]), "")


def meant(scene: Scene, start: int) -> Actors:
    """Who led the sentence before the clause that begins at `start`."""
    leaders = [m for m in scene.sentence.actors if m.end <= start + 1 and not m.place and leads(m)]
    if subject(scene) in scene.language["neuter"]:  # "it" is a state, never its minister
        leaders = [m for m in leaders if m.carrier != "office" and m.how != "pronoun"]
    elif (person := _person(scene, leaders)) is not None:
        return (person,)
    else:
        leaders = [m for m in leaders if not m.preposition]
    return scene.joined(leaders[0], leaders) if leaders else ()


def _person(scene: Scene, leaders: list[ActorMention]) -> ActorMention | None:
    """ "*Lima* expelled the Chilean ambassador after *he* had refused": in a language that has an "it", no state but the one
    official named before; None where several are."""
    personal = {*scene.language["pronouns"]} - {*scene.language["neuter"]} - {*scene.language["plural_pronouns"]}
    if not scene.language["neuter"] or subject(scene) not in personal or not leaders:
        return None
    people = [m for m in leaders if m.carrier == "office" or m.how == "pronoun"]
    alone = len(people) == 1 and leaders[0] not in people
    return people[0] if alone else None


def obj(scene: Scene, by: Actors) -> Actors:
    """The other side that a relative or personal pronoun names again."""
    if scene.act.form != "verb" or scene.passive:
        return ()
    return antecedent(scene, by) or _clitic(scene, by) or _to_us(scene, by)


def _to_us(scene: Scene, by: Actors) -> Actors:
    """ "Mogadiscio *nous* a proposé un nom"."""
    near = [m for m in scene.sentence.actors if m.end <= scene.act.head and scene.reported_to(m) and _other(m, by)]
    return tuple(near[-1:])


def antecedent(scene: Scene, by: Actors) -> Actors:
    """ "L'Ouganda, *que* Kinshasa soupçonnait", "*dont* elle exige le départ": the actor right before a relative that is no subject."""
    start = _relative(scene)
    near = [m for m in scene.sentence.actors if start is not None and 0 <= start - m.end <= APART and leads(m)]
    if start is None or not near:
        return ()
    found = _agent_there(scene, near[-1]) or near[-1]
    comma = "," in scene.text[near[-1].end : start]
    if not (comma or near[-1].carrier) or not _other(found, by):
        return ()
    return scene.joined(found, [m for m in scene.sentence.actors if m.end <= start])


def _relative(scene: Scene) -> int | None:
    """Where the relative begins that a clause opens with and that is no subject, with its preposition: "*que* Kinshasa soupçonnait",
    "*à qui* il reproche"; None where there is none."""
    start = scene.clause[0]
    if (later := _inside(scene, start)) is not None:
        return later
    word = scene.text[start : scene.act.head].replace("’", "'").partition(" ")[0].casefold()
    word = word[: word.index("'") + 1] if "'" in word else word
    if word in (*scene.language["relative_objects"], *scene.language["relative_owners"]):
        return start
    before = scene.text[scene.sentence.start : start].rstrip().rpartition(" ")[2]
    ruled = word in scene.language["relative"] and before.casefold() in scene.words("toward", "with")
    return scene.text.rindex(before, scene.sentence.start, start) if ruled else None


def _inside(scene: Scene, start: int) -> int | None:
    """Where, in the clause, a comma and a preposition lead to a relative: "rompt avec la Belgique, | *à laquelle* il reproche"."""
    comma = scene.text.rfind(",", start, scene.act.head)
    words = scene.text[comma + 1 : scene.act.head].casefold().split()[:2] if comma >= 0 else []
    led = len(words) == 2 and words[0] in scene.words("toward", "with") and words[1] in scene.language["relative"]
    return comma + 2 if led else None


def _agent_there(scene: Scene, place: ActorMention) -> ActorMention | None:
    """ "L'exfiltration *par les services français* à Tunis, qu'elle a dénoncée": who does it, not where."""
    if not place.place:
        return None
    agents = scene.language["passive_by"]
    did = (m for m in scene.sentence.actors if m.preposition in agents and 0 <= place.start - m.end <= APART)
    return next(did, None)


def of_a_stranger(scene: Scene) -> bool:
    """ "Le *M23*, *qu'*elle accuse de…": the object of a relative is a name that is no actor of ours."""
    start = scene.clause[0]
    begun = low(scene.text[start : scene.act.head])
    if scene.act.form != "verb" or not begun.startswith(scene.language["relative_objects"]):
        return False
    before = scene.text[scene.sentence.start : start].rstrip(" ,").rsplit(maxsplit=1)[-1:]
    known = any(0 <= start - m.end <= APART for m in scene.sentence.actors)
    return bool(before) and before[0][:1].isupper() and not known


def _clitic(scene: Scene, by: Actors) -> Actors:
    """ "Moscou *l'*a menacée", "has accused *them*": the last actor named before that is not who does it."""
    own = [a for a in scene.sentence.arguments if a.act == scene.index and a.role == "object"]
    found = [a for a in own if low(scene.text[a.start : a.end]) in scene.language["clitic_objects"]]
    if not found and not (scene.gives and _before_the_verb(scene) in scene.language.maps["speech"]["him"]):
        return ()
    start = found[0].start if found else scene.act.head  # "laquelle *lui* a livré": where the parser sees no object
    before = [m for m in scene.sentence.actors if m.end <= start and not m.place and leads(m) and _other(m, by)]
    return scene.joined(before[-1], before) if before else ()


def renamed(scene: Scene, toward: Actors) -> Actors:
    """ "Il *l'*accuse de téléguider la Cédéao", "qui *lui* demandait le départ des soldats russes": a pronoun right before the
    verb is whom it is done to; who is named behind is part of what is said, unless a preposition leads to him."""
    small = _before_the_verb(scene) if toward and scene.act.form == "verb" and scene.group.frame == "acts" else ""
    if not small or not scene.says or scene.passive or scene.language["premodified"]:
        return toward
    given = small in scene.language.maps["speech"]["him"] or small in scene.language["plural_pronouns"]
    ruling = () if given else scene.words("toward", "with")
    return tuple(m for m in toward if m.end <= scene.act.head or m.preposition in ruling)


def _before_the_verb(scene: Scene) -> str:
    """The object pronoun that stands before a verb and its auxiliary, with no more than adverbs between; "" if none."""
    words = low_words(scene.text[scene.clause[0] : scene.act.head])
    have, clitics = scene.language.auxiliary("have"), scene.language["clitic_objects"]
    own = scene.act.tense == "past"
    if not own:
        return words[-1] if words and words[-1] in clitics else ""
    near = words[-1 - AUXILIARY :]
    return next((one for one, two in pairwise(near) if one in clitics and two in have), "")


def of_before(scene: Scene, found: Sides, before: Sentence) -> Sides:
    """ "Le ministre est arrivé. *Tebboune l'a reçu*", "*lui* a renouvelé son invitation": with nobody before it in its own
    sentence, the object is the official whom the sentence before names besides who does it."""
    hosts = scene.group.frame == "hosts"
    known, missing = (found.toward, found.by) if hosts else (found.by, found.toward)
    if not known or missing or scene.passive or not (cliticized(scene) or _given_to(scene)):
        return found
    people = [m for m in before.actors if m.carrier == "office" and not m.place and leads(m) and _other(m, known)]
    free = tuple([m for m in people if not m.preposition] or people)[:1] or _spoken_of(scene, before, known)
    return replace(found, by=free) if hosts else replace(found, toward=free)


def _spoken_of(scene: Scene, before: Sentence, known: Actors) -> Actors:
    """ "Le Chili accuse le Pérou. Il *l'*accuse aussi…": the one other whom the sentence before names."""
    others = [m for m in before.actors if not m.place and m.carrier != "nationals" and leads(m) and _other(m, known)]
    alone = len({m.codes for m in others}) == 1 and scene.says and bool(_before_the_verb(scene))
    return tuple(others[-1:]) if alone else ()


def cliticized(scene: Scene) -> bool:
    """Whether an object pronoun hangs on the act."""
    own = [a for a in scene.sentence.arguments if a.act == scene.index and a.role == "object"]
    words = (low(scene.text[a.start : a.end]) for a in own)
    return any(w in scene.language["clitic_objects"] for w in words)


def _given_to(scene: Scene) -> bool:
    """ "*Lui a* renouvelé son invitation", "*leur avait* adressé un avertissement": to whom a noun is given, before its auxiliary."""
    words = scene.text[max(scene.clause[0], scene.act.head - GIVEN) : scene.act.head].casefold().split()
    have = scene.language.auxiliary("have")
    datives = {*scene.language["clitic_objects"]} & {
        *scene.language["plural_pronouns"],
        *scene.language.maps["speech"]["him"],
    }
    return any(one in datives and two in have for one, two in pairwise(words))


def _other(mention: ActorMention, by: Actors) -> bool:
    return mention.how != "possessed" and not set(mention.codes) & {c for m in by for c in m.codes}
