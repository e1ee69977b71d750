"""The parser's witness: which side each thing that hangs on the act names."""

from detente.model import TOWN, ActorMention, Argument
from detente.reports.scene import Actors, Scene, Sides, aside, officials
from detente.reports.spelling import low, low_words

TITLE = 40  # characters from an office to the end of the name behind it: "ministre des Affaires étrangères X"
BESIDE = 2  # characters from a noun to its adjective
OPENING = 8  # characters from the head of a sentence to the place that opens it: "Dans la "
QUANTITY = 3  # words before a noun in which its number stands: "une dizaine *de* pays"
APPOSED = 14  # characters from a head noun to its name: "bloc ECOWAS", "président Poutine"


def told(scene: Scene) -> Sides:
    """The parser's witness: the sides that hang on the act, each by its role."""
    by: list[ActorMention] = []
    toward: list[ActorMention] = []
    for argument in scene.sentence.arguments:
        if argument.act != scene.index:
            continue
        apart = _only_frames(scene, argument) or _only_where(scene, argument) or _antecedent(scene, argument)
        side = None if apart else _side(scene, argument)
        if side == "toward" and any(scene.left(m) for m in _heads(scene, argument)):
            side = "by"
        if side == "by":
            told_by = _heads(scene, argument) or _harm_of(scene, argument) or _of_a_paper(scene, argument)
            by += [m for m in told_by if not m.place or scene.left(m)]
        elif side == "toward":
            told_of = bool(toward) and argument.role == "oblique" and argument.preposition in scene.words("links")
            if told_of and scene.says:
                continue  # "accused Kyiv *of* arming rebels for an attack in which Russians died"
            if toward and _is_why(scene, toward[-1], argument):
                continue
            reached = _heads(scene, argument) or _reached(scene, argument)
            toward += [m for m in reached if scene.faces(m) and not _sets_the_scene(scene, m)]
    return Sides(officials(by), tuple(toward), "syntax")


def _is_why(scene: Scene, whom: ActorMention, argument: Argument) -> bool:
    """ "Thanked Nepal *for its support against Bhutan*", "sanctioned Nepalese officials *over the raid on* it": past whom it is
    done to and a word for why, who is named is only spoken of."""
    words = low_words(scene.text[whom.end : argument.head])
    told = argument.role == "oblique" and whom.end <= argument.head
    return told and bool(scene.words("reasons") & {*words, argument.preposition})


def _side(scene: Scene, argument: Argument) -> str | None:
    """Which side an argument names, by the act's frame and voice."""
    first, second = ("toward", "by") if scene.group.frame == "hosts" else ("by", "toward")
    if argument.role == "subject" and _is_second(scene, argument):
        return second
    if argument.role in ("subject", "passive_subject"):
        hidden = argument.role == "passive_subject" and not scene.surely_active
        passive = (scene.passive or hidden) and not scene.departs
        return second if passive else first
    if argument.role == "agent" or argument.preposition in scene.language["passive_by"]:
        return (
            first if scene.passive else None
        )  # behind an active verb, of a noun: "la fermeture *par l'Égypte* du poste"
    if argument.role == "object":
        return None if scene.passive else second
    return second if argument.role == "oblique" and argument.preposition in scene.facing else None


def _is_second(scene: Scene, argument: Argument) -> bool:
    """ "Tinubu avait pressé *le Mali*": behind an active verb that has a subject before it, what the parser calls another is its object."""
    own = (a for a in scene.sentence.arguments if a.act == scene.index and a.role == "subject")
    led = any(a.end <= scene.act.head for a in own)
    return led and argument.start >= scene.act.end and not scene.passive and scene.act.form == "verb"


def _only_frames(scene: Scene, argument: Argument) -> bool:
    """ "*Selon Paris*, l'ambassadeur a été convoqué": a name behind such a word is no subject, though the parser takes it for one."""
    own = (m for m in scene.sentence.actors if m.start <= argument.head < m.end)
    ruled = any(m.preposition in scene.language["sidelined"] for m in own)
    return ruled and argument.role in ("subject", "passive_subject")


def _antecedent(scene: Scene, argument: Argument) -> bool:
    """ "Le Pérou, *auquel* il reproche": before a relative that is no subject stands none, though the parser takes it for one."""
    start = scene.clause[0]
    begun = low(scene.text[start : scene.act.head])
    led = argument.role == "subject" and argument.start < start and bool(argument.preposition)
    return led and begun.startswith(scene.language["relative_objects"])


def _only_where(scene: Scene, argument: Argument) -> bool:
    """ "Détenu *dans la capitale azerbaïdjanaise*, soupçonné d'espionnage": behind "in" stands a place, of which nothing is said."""
    alone = scene.act.voice == "bare" and scene.act.form == "verb" and argument.role == "subject"
    place = any(m.carrier != "office" for m in _heads(scene, argument))
    return alone and argument.preposition in scene.words("within") and place


def _sets_the_scene(scene: Scene, mention: ActorMention) -> bool:
    """ "*À Nairobi,* le ministre a fustigé…": a place that opens the sentence is where it is said, not of whom."""
    opens = mention.start - scene.sentence.start <= OPENING and mention.end < scene.act.head
    own = scene.group.frame == "acts" and scene.says and mention.place
    return own and opens and scene.text[mention.end : mention.end + 1] == ","


def _harm_of(scene: Scene, argument: Argument) -> Actors:
    """ "Frappé par des sanctions *américaines*": whose the noun is that the wording of a passive ends with."""
    inside = argument.role == "agent" and argument.start < scene.act.end
    near = (m for m in scene.sentence.actors if m.how == "adjective" and 0 <= m.start - scene.act.end <= BESIDE)
    return tuple(near)[:1] if inside else ()


def _of_a_paper(scene: Scene, argument: Argument) -> Actors:
    """ "*Un rapport de l'ONU* reproche à Kampala de…": whose paper says it."""
    noun = scene.text[argument.head :].split(maxsplit=1)[0].casefold().strip(",.")
    papers = (*scene.language["texts"], *scene.language.maps["speech"]["papers"])
    if argument.role != "subject" or not scene.says or scene.passive or noun not in papers:
        return ()
    end = min(argument.end, scene.act.head)
    inside = [m for m in scene.sentence.actors if argument.head < m.start and m.end <= end]
    return tuple(m for m in inside if m.preposition in scene.words("links"))[:1]


def _apposed(mention: ActorMention, argument: Argument) -> bool:
    """ "the regional bloc ECOWAS": the name that stands right behind the head."""
    return (
        0 < mention.start - argument.head < APPOSED
        and mention.end <= argument.end
        and not mention.preposition
        and mention.how in ("name", "capital", "person", "seat")
    )


def _reached(scene: Scene, argument: Argument) -> Actors:
    """Whose thing an argument is; "dans le cadre *du programme de l'OTAN*" only frames the act."""
    said = f" {low(scene.text[min(scene.act.end, argument.start) : argument.end])}"
    framed = argument.role == "oblique" and any(f" {words} " in said for words in scene.language["framing"])
    return () if framed else _owners(scene, argument)


def _owners(scene: Scene, argument: Argument) -> Actors:
    """ "critiqué la politique française": the state whose thing the object is; whom one meets is no thing."""
    if scene.group.frame in ("meets", "hosts"):
        return ()
    links = scene.words("links")
    walls = [b for b in scene.sentence.breaks if b > argument.start and scene.group.frame == "visits"]
    end = min([argument.end, *walls])  # "visited a mine *that sells to* China"
    apart = [c for c in scene.sentence.arguments if c.act < 0 and c.role == "relative" and c.start > argument.start]
    told = scene.language["passive_by"]  # "persons *whose names were put forward by Chad*"
    own = (
        m
        for m in scene.sentence.actors
        if m.preposition not in told or not any(c.start <= m.start < c.end for c in apart)
    )
    found = tuple(
        m
        for m in own
        if argument.start <= m.start < end
        and (not m.place or m.how == TOWN)
        and not scene.inner(m)
        and not (_of_another_verb(scene, argument, m) or _leads_a_relative(scene, m))
        and (m.how in ("adjective", "name") or m.preposition in links)
        and not (m.preposition in links and aside(scene, argument.start, m))
    )
    ruled = tuple(m for m in found if m.start >= scene.act.end and scene.ruled(m))  # "joined X's case against *Y*"
    found = (ruled or found)[:1]
    return scene.joined(found[0], scene.sentence.actors) if found else ()


def _leads_a_relative(scene: Scene, mention: ActorMention) -> bool:
    """ "A dépêché des soldats, une présence *que Bakou* refuse": right behind such a word stands a subject, whose the object is not."""
    words = low_words(scene.text[scene.sentence.start : mention.start])
    while words and words[-1] in scene.language["articles"]:
        words.pop()
    led = bool(words) and words[-1] in scene.language["relative_objects"]
    return led and not mention.preposition and mention.start > scene.act.end


def _of_another_verb(scene: Scene, argument: Argument, mention: ActorMention) -> bool:
    """ "A barré l'entrée aux étrangers, *va fermer* la frontière avec le Canada": past a comma, another verb has its own."""
    verbs = [a.head for a in scene.sentence.acts if a.form == "verb" and argument.head < a.head < mention.start]
    return bool(verbs) and verbs[0] > scene.act.end and "," in scene.text[argument.head : verbs[0]]


def _heads(scene: Scene, argument: Argument) -> Actors:
    """The mention on the argument's head, and those coordinated with it; no owner past its comma: "China, *Pyongyang's* ally"."""
    own = [m for m in scene.sentence.actors if m.start <= argument.head < m.end]
    near = [m for m in scene.sentence.actors if _apposed(m, argument)]
    head = own + [m for m in near if m not in own and not (own and "," in scene.text[own[-1].end : m.start])]
    return scene.joined(head[-1], scene.sentence.actors) if head else ()


def _speaks(scene: Scene, argument: Argument) -> bool:
    """Whether a noun that carries a state heads a phrase, or stands before the name that does, as in "Minister *Lim*"."""
    words = low(scene.text[argument.start : argument.head]).split()
    if set(words) & scene.words("unofficial"):
        return False
    spans = scene.sentence.carriers
    named = scene.text[argument.head : argument.head + 1].isupper()
    near = any(argument.start <= start and 0 <= argument.head - end <= TITLE for start, end in spans)
    return any(start <= argument.head < end for start, end in spans) or (named and near)


def _some_of_many(scene: Scene) -> bool:
    """ "*Plusieurs pays* européens ont suspendu leur aide": states that nobody names; "les deux pays" are the page's two."""
    words = low_words(scene.text[scene.clause[0] : scene.act.head])
    nouns, some = {w.casefold() for w in scene.words("elsewhere")}, scene.words("some_of_many")
    known = (scene.words("definite") - scene.words("links")) | scene.words("demonstratives", "possessives")
    at = [i for i, word in enumerate(words) if word in nouns]
    before = words[max(0, at[0] - QUANTITY) : at[0]] if at else []
    counted = next((i for i, word in enumerate(before) if word in some), None)
    return counted is not None and not (counted and before[counted - 1] in known)


def somebody_else(scene: Scene) -> bool:
    """Whether the parser names a subject that is no actor: "tour operators blamed", "les exportateurs réclament"."""
    if scene.act.form == "verb" and scene.act.voice == "active" and _some_of_many(scene):
        return True
    subjects = [a for a in scene.sentence.arguments if a.act == scene.index and a.role == "subject"]
    subjects = [a for a in subjects if not (_is_text(scene, a) or _is_a_time(scene, a))]
    carried = [a for a in subjects if _speaks(scene, a)]
    return (
        bool(subjects)
        and not scene.passive
        and not carried
        and not any(_heads(scene, a) or _whose(scene, a) for a in subjects)
    )


def _is_text(scene: Scene, subject: Argument) -> bool:
    """ "The assembly adopted *a resolution condemning* the raid": whoever issues the text condemns."""
    noun = scene.text[subject.head :].split(maxsplit=1)[0].casefold().strip(",.")
    return scene.act.tense == "gerund" and noun in scene.language["texts"]


def _is_a_time(scene: Scene, subject: Argument) -> bool:
    """ "Stayed away and *that very evening* recalled its envoy": when it was, not who did it."""
    noun = scene.text[subject.head :].split(maxsplit=1)[0].casefold().strip(",.")
    return noun in scene.words("parts_of_time", "inserted")


def _whose(scene: Scene, subject: Argument) -> Actors:
    """Whose the subject is; what an English participle on it goes to is no owner: "concern over shells *supplied to* Chad"."""
    found, links = _owners(scene, subject), scene.words("links")
    if not scene.language["premodified"]:
        return found
    return tuple(m for m in found if m.start < subject.head or m.preposition in links)
