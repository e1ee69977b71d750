"""The order's witness for a noun: its actors by what introduces them, par, contre, entre, avec, de, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from detente.model import ActMention, ActorMention
from detente.reports import clauses, fallen
from detente.reports.clauses import FINITE
from detente.reports.scene import CLOSE, Scene, Sides, following, leads, officials
from detente.reports.spelling import low, low_words

ASIDE = 5  # words between two commas that say when, or where: ", dans la nuit du 3 mai,"
BLAMES = frozenset({"accuse", "condemn", "criticize", "protest"})  # acts of who finds fault
FREES = "release"  # the act of those who hold; anybody may announce it
OPENED = 40  # characters from where one goes to the comma that ends the phrase: " earlier this month,"
OWNS = 4  # words from an owner's "'s" to the measure: "Canada's own 25% retaliatory | tariffs"
OWNED = 3  # characters from an owner to the noun: "'s "
REACH = 140  # characters after a noun in which its actors stand; two lines of print


def told(scene: Scene, subject: bool = True) -> Sides:
    """A noun's actors by what introduces them: par, contre, entre, avec, de, or nothing (an adjective)."""
    behind = _behind(scene)
    by, toward = _introduced(scene, behind, subject)
    if not by:
        undergone = {c for m in toward for c in m.codes}  # "*Nigeria* met the demands behind the visa ban *on Nigeria*"
        by = [m for m in _before_noun(scene, scene.clause[0], subject) if not set(m.codes) <= undergone]
    if by and (asked := _asked_for(scene, by) or (_given_to(scene, by) if not toward else [])):
        toward = asked
    if by and (fell := [m for m in fallen.victims(scene) if not set(m.codes) & {c for b in by for c in b.codes}]):
        toward = fell
    if parties := _beyond(scene, by, toward, behind.end):
        by, toward = parties, []
    if not by and subject:
        by = _behind_the_phrase(scene, toward)
    if scene.group.frame == "hosts":
        by, toward = toward, by
    return Sides(officials(by), tuple(toward), "order")


@dataclass(frozen=True, slots=True)
class Behind:
    """Who stands behind a noun and may belong to it: up to `end`, the next noun or finite verb, the clause's end, or REACH."""

    near: list[ActorMention]
    end: int


def _behind(scene: Scene) -> Behind:
    act, (_, end) = scene.act, scene.clause
    thing = scene.instrument  # "la suspension de *la délivrance des visas* aux Boliviens": all of it is one thing
    first, last = (thing.start, thing.end) if thing else (act.end, act.end)
    later = (a for a in scene.sentence.acts if a.head >= act.end and not first <= a.head < last)
    nexts = (a for a in later if a.form == "noun" or _finite(scene, a))
    end = min([end, act.end + REACH, *(a.head for a in nexts)])
    return Behind([m for m in scene.sentence.actors if act.head < m.start < end], end)


def _introduced(scene: Scene, behind: Behind, subject: bool) -> tuple[list[ActorMention], list[ActorMention]]:
    """Both sides: who does it where no preposition tells, and those behind the noun, each where its preposition puts it."""
    act, near, start = scene.act, behind.near, scene.clause[0]
    anchor = scene.instrument.end if scene.instrument and scene.instrument.start >= act.head else act.end
    agent = any(m.preposition in scene.language["passive_by"] for m in near)
    kept = [m for m in near if scene.keeps(m)][:1]  # "l'arrestation *en France* d'un agent algérien"
    by = _owner(scene) or _theirs(scene) or ([] if agent or not subject else kept or _announcer(scene, start))
    own = {c for m in by for c in m.codes}
    toward: list[ActorMention] = []
    for m in near:
        if m in by or m in toward or (own and set(m.codes) & own) or _called_to(scene, m):
            continue
        side = _noun_side(scene, m, anchor, agent or bool(by))
        if side == "by":
            by += scene.joined(m, near)
        elif side == "toward" and not toward:
            toward += scene.joined(m, near)
    return by, toward


def _behind_the_phrase(scene: Scene, toward: Sequence[ActorMention]) -> list[ActorMention]:
    """ "*After talks*, Paris and Berlin…": who leads the clause behind a meeting or a visit that opens the sentence."""
    if scene.group.frame not in ("meets", "together") and not _opened_by_visit(scene, toward):
        return []
    lead = following(scene)
    by = list(scene.joined(lead[0], lead)) if lead else []
    return by + (_told_there(scene, by) if scene.group.frame == "meets" else [])


def _called_to(scene: Scene, m: ActorMention) -> bool:
    """ "Le rappel *à Paris* de l'ambassadeur": where an envoy is called home to."""
    return scene.group.frame == "recalls" and m.place and m.end < scene.act.end


def _beyond(scene: Scene, by: Sequence[ActorMention], toward: Sequence[ActorMention], end: int) -> list[ActorMention]:
    """ "Une rencontre *qui s'est tenue mardi* entre A et B": of a meeting without two parties, those that "between" leads past
    its relative clause."""
    if scene.group.frame != "meets" or toward or len({c for m in by for c in m.codes}) > 1:
        return []
    past = [m for m in scene.sentence.actors if end <= m.start < scene.act.end + REACH]
    first = next((m for m in past if m.preposition in scene.language["between"]), None)
    others = (a for a in scene.sentence.acts if first and scene.act.end <= a.head < first.start)
    return list(scene.joined(first, past)) if first and not any(others) else []


def _told_there(scene: Scene, by: Sequence[ActorMention]) -> list[ActorMention]:
    """ "*During talks in Rome*, the Libyan minister told *his Italian counterpart*…": to whom he speaks there."""
    if len({c for m in by for c in m.codes}) != 1 or any(m.end <= scene.act.head for m in scene.sentence.actors):
        return []
    walls = [b for b in scene.sentence.breaks if b > by[-1].end]
    end = min([scene.sentence.end, *walls])
    others = (m for m in scene.sentence.actors if by[-1].end < m.start < end and not m.place)
    return [m for m in others if m.carrier == "office" and not set(m.codes) & set(by[0].codes)][:1]


def _opened_by_visit(scene: Scene, toward: Sequence[ActorMention]) -> bool:
    """ "*During a visit to Malawi*, President Masisi…": who leads the clause behind the phrase that opens the sentence."""
    visits = scene.group.frame == "visits" and bool(toward) and toward[-1].end < scene.sentence.end
    opens = not any(m.end <= scene.act.head for m in scene.sentence.actors)
    return visits and opens and "," in scene.text[toward[-1].end : toward[-1].end + OPENED]


def _finite(scene: Scene, act: ActMention) -> bool:
    """ "Rejette les *demandes* et fait pression sur Paris": a verb behind a noun has actors of its own."""
    told = act.form == "verb" and act.voice == "active" and act.tense in FINITE
    return told and not scene.language["premodified"]


def _noun_side(scene: Scene, m: ActorMention, anchor: int, has_by: bool) -> str | None:
    word, group = m.preposition, scene.group
    if m.end < scene.act.end and not word and m.how != "adjective" and group.frame == "acts":
        return "toward"  # "menace *le Kenya* de": inside the wording
    if group.of == "by" and group.frame != "leaves" and word in scene.words("coming"):
        return "by" if not has_by else None  # "objections *from* Tokyo": whoever it comes from does it
    if word in scene.language["between"] or (
        word in scene.language["passive_by"] and group.frame not in ("meets", "together")
    ):
        return "by"
    if m.how == "adjective" and m.start - anchor < CLOSE:
        return "toward" if has_by or _borne(scene, m) else "by"
    if group.frame == "leaves" and word in scene.words("links", "from"):
        return "toward" if has_by or set(m.codes) <= scene.blocs else "by"
    linked = not word or word in scene.words("links", "within")
    between = clauses.without_decimals(scene.text[anchor : m.start])
    if "," in between and linked and not _behind_an_aside(scene, m, anchor):
        return None  # past a comma only par, contre, avec still belong to the noun
    if word in scene.language["links"]:
        return group.of if not (has_by and group.of == "by") else "toward"
    if word in scene.facing or word in scene.words("with", "toward"):
        return "toward" if scene.faces(m) else None
    return None


def _borne(scene: Scene, m: ActorMention) -> bool:
    """ "Lusaka's ban *on Zimbabwean* maize": what an English preposition leads to is whose goods they are."""
    facing = scene.facing - scene.words("links")
    return scene.harms and bool(scene.language["premodified"]) and m.preposition in facing


def _behind_an_aside(scene: Scene, m: ActorMention, anchor: int) -> bool:
    """ "The arrest*, on Monday,* of two Cypriots": of whom it is, past what two commas set aside."""
    parts = scene.text[anchor : m.start].split(",")
    if len(parts) != 3 or len(parts[1].split()) > ASIDE:
        return False
    word = parts[2].replace("’", "'").replace("'", "' ").split()[:1]
    return bool(word) and word[0].casefold() in scene.words("links")


def _owner(scene: Scene) -> list[ActorMention]:
    """ "*Japan's* criticism of China's drills": right before a noun that tells what its owner does, the owner."""
    if not scene.language["premodified"] or scene.group.of != "by":
        return []
    before = [m for m in scene.sentence.actors if m.end <= scene.act.head]
    near = [m for m in before if scene.act.head - m.end <= OWNED] or [m for m in before[-1:] if _judged_one(scene, m)]
    own = (m for m in near if not m.place or is_owner(scene, m))
    return [m for m in own if m.carrier != "nationals"][:1]


def _theirs(scene: Scene) -> list[ActorMention]:
    """ "A pressé *le Mali et le Niger* de reconsidérer *leur* retrait": of the two or more that were named last together."""
    words = scene.text[scene.sentence.start : scene.act.head].casefold().split()[-1:]
    theirs = scene.words("possessives") & scene.words("plural_pronouns")
    before = [m for m in scene.sentence.actors if m.end <= scene.act.head and not m.place]
    if not before or not words or words[0] not in theirs:
        return []
    group = scene.joined(before[-1], before)
    return list(group) if len({c for m in group for c in m.codes}) > 1 else []


def _judged_one(scene: Scene, owner: ActorMention) -> bool:
    """ "*Washington's* unacceptable refusal": an owner whose thing is judged before it is named."""
    words = scene.text[owner.end : scene.act.head].split()
    return is_owner(scene, owner) and len(words) <= OWNS and _owns(scene, owner)


def is_owner(scene: Scene, mention: ActorMention) -> bool:
    """ "At *Nairobi's* request": whose something is, even where he seems to be a place."""
    behind = scene.text[mention.end : scene.sentence.end].replace("’", "'")
    return behind.startswith(scene.language["premodified"])


def _given_to(scene: Scene, by: Sequence[ActorMention]) -> list[ActorMention]:
    """ "Russia gave *an American diplomat* a note of protest": whoever gets the words of a noun that its verb hands over."""
    if not (scene.says and by and scene.language["premodified"]):
        return []
    own = {c for m in by for c in m.codes}
    between = [m for m in scene.sentence.actors if by[-1].end < m.start and m.end <= scene.act.head and not m.place]
    cut = any(between and between[0].end < b < scene.act.head for b in scene.sentence.breaks)
    free = [m for m in between if m.carrier == "office" and not m.preposition and not set(m.codes) & own]
    return free[:1] if len(between) == 1 and not cut else []


def _asked_for(scene: Scene, by: Sequence[ActorMention]) -> list[ActorMention]:
    """ "*Iraq*, at the EU's request, suspended flights", "sent nurses at the request *of* Rome": who does what is asked."""
    start = min([scene.act.head, *(m.start for m in by)])
    words = scene.text[scene.sentence.start : start].casefold().split()
    while words and words[-1] in scene.words("articles", "definite"):
        words.pop()
    if not (scene.says and scene.language["premodified"] and words and words[-1] in scene.words("within")):
        return []
    own = {c for m in by for c in m.codes}
    lead = [m for m in scene.sentence.actors if not m.preposition and not m.place and leads(m)]
    return [m for m in lead if not set(m.codes) & own][:1]


def _before_noun(scene: Scene, start: int, subject: bool) -> list[ActorMention]:
    """English "the Russian expulsion of…"; else the subject of the verb that brings the noun: "Paris annonce la suspension"."""
    before = [m for m in scene.sentence.actors if m.end <= scene.act.head and not m.place and m.carrier != "nationals"]
    if scene.language["premodified"] and before and scene.act.head - before[-1].end <= OWNED:
        return before[-1:]
    if before and not subject and _owns(scene, before[-1]):
        return before[-1:]
    told = subject and not _topic(scene) and not _judged(scene, start)
    free = [m for m in before if not m.preposition] if told else []
    lead = [m for m in free if m.start >= start][:1] or free[:1]
    return list(scene.joined(lead[0], free)) if lead else []


def _owns(scene: Scene, mention: ActorMention) -> bool:
    """ "*Trump's* sweeping 50% tariffs on", "*US* retaliatory duties": a few words of one phrase before what is his."""
    words = low(scene.text[mention.end : scene.act.head]).split()
    owned = mention.how == "adjective" or (bool(words) and words[0] in scene.words("premodified", "links"))
    small = scene.words("within", "toward", "with", "from", "and", "articles", "definite")
    return (
        bool(scene.language["premodified"])
        and owned
        and len(words) <= OWNS
        and not any(w in small or w[-1] == "," for w in words)
    )


def _judged(scene: Scene, start: int) -> bool:
    """ "*Poland* condemned the invasion": who finds fault with what is done has not done it."""
    verbs = (a for a in scene.sentence.acts if a.form == "verb" and start <= a.head < scene.act.head)
    joined = scene.text[start : scene.act.head].casefold().split()[-1:]  # "dénonce une provocation *et* menace de"
    return any(a.act in BLAMES for a in verbs) and not set(joined) & scene.words("and")


def _topic(scene: Scene) -> bool:
    """ "A debate *over* accusations", "closed the road *after* the arrest of": what is only spoken of, or came before,
    has no subject in the verb that leads to it."""
    words = low(scene.text[scene.clause[0] : scene.act.head]).split()
    while words and words[-1] in scene.words("articles"):
        words.pop()
    return bool(words) and words[-1] in scene.words("about")


def only_when(scene: Scene) -> bool:
    """ "*À l'issue de* la rencontre", "après le sommet": a meeting without parties of its own only says when."""
    words = low_words(scene.text[scene.sentence.start : scene.act.head])
    if not words or words[-1] not in scene.words("definite"):
        return False
    article = words.pop()
    links = scene.words("links")
    words += [w for w, forms in scene.language.maps["contractions"].items() if article in forms and w in links]
    before = " ".join(words).replace("' ", "'")
    led = any(f" {before}".endswith(f" {occasion}") for occasion in scene.language["occasions"])
    found = told(scene, subject=False) if led else Sides()
    return led and not found.by and not found.toward


def unfulfilled(scene: Scene) -> bool:
    """ "Contribuera *à la* normalisation", "la volonté *de* reprise": what is only worked for, hoped or feared."""
    words = low_words(scene.text[scene.sentence.start : scene.act.head])
    if words and words[-1] in scene.words("possessives") and scene.group.frame == "visits":
        return False  # "dans le cadre de *sa* visite": it is under way
    while words and (
        words[-1] in scene.words("articles", "definite") and words[-1] not in scene.words("links", "toward")
    ):
        words.pop()
    before = " " + " ".join(words)
    return before.endswith(tuple(f" {w}".replace("'", "' ").rstrip() for w in scene.language["unfulfilled"]))


def _announcer(scene: Scene, start: int) -> list[ActorMention]:
    """ "*Varsovie* a ordonné la fermeture du consulat russe": who makes known what is done does it; whose thing it is undergoes it.

    Not of help or sanctions, which are the giver's, nor of forces that leave: "Niamey annonce le départ des troupes américaines".
    """
    if scene.group.frame != "acts" or scene.helps or scene.moves or scene.bars or scene.act.act == FREES:
        return []
    by = _before_noun(scene, start, subject=True)
    return by if announced(scene, by) else []


def announced(scene: Scene, by: Sequence[ActorMention]) -> bool:
    """ "*Chile announced* the recall of its ambassador": whether nothing but a verb of making known leads from `by` to the noun."""
    if not by or not leads(by[-1]) or by[-1].carrier == "nationals":
        return False
    words = scene.text[by[-1].end : scene.act.head].casefold().split()
    at = next((i for i in range(len(words) - 1, -1, -1) if words[i].startswith(scene.language["announcing"])), None)
    if at is None or words[at].endswith(","):
        return False
    small = scene.words("articles", "inserted", "links")
    return all(w.replace("’", "'") in small or w.endswith("'") or w[:1].isdigit() for w in words[at + 1 :])


def standing(scene: Scene) -> Sides:
    """The sides of an instrument named alone: "les sanctions américaines contre Bamako"."""
    return told(scene, subject=False)
