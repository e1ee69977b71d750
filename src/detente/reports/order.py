"""The order's witness for a verb: who stands before it, and who behind, in its clause."""

from collections.abc import Sequence

from detente.model import TOWN, ActorMention
from detente.reports import inverted, pronouns
from detente.reports.clauses import FINITE
from detente.reports.scene import SUMMONS, Actors, Scene, Sides, aside, following, leads, officials

APART = 3  # characters from a place to its "where": ", "
OFFICE = 10  # characters from an office to the state it comes from: " from the "
SUFFERED = 3  # words from a participle to the noun behind its preposition: "exercées sur les"
OWN = 2  # words behind a verb up to which it has no object of its own yet: "condamne *et a* sanctionné Paris"
OPENS = frozenset({"perfect", "gerund"})  # tenses of a verb whose subject the main clause tells
RETURNS = "return-ambassador"  # the act of the envoy who goes back to his post
HELPS = frozenset({"relief", "give"})  # acts whose thing may stand before its participle
LATER = 12  # characters from an auxiliary to its infinitive: "vont *bientôt* fermer"
POST = 24  # from a verb of returning to where the envoy goes: " son poste à "
POSTED = 12  # characters from an envoy to where he is posted: " auprès de l'"


def told(scene: Scene) -> Sides:
    """The order's witness for a verb: who stands before it and behind it in its clause, turned round where it is passive."""
    start, end = scene.clause
    actors = scene.sentence.actors
    if scene.departs and scene.act.form == "phrase":
        return _recalled(scene)
    struck = scene.kills and scene.passive  # "*Odesa* was hit"
    before = [
        m for m in actors if start <= m.start and m.end <= scene.act.head and (not m.place or _is_struck(m, struck))
    ]
    after = [m for m in actors if scene.act.head < m.start < end and not _of_the_next(scene, m)]
    agents = tuple(m for m in after if m.preposition in scene.language["passive_by"] and not _of_later(scene, m))
    agents = tuple(m for m in agents if not scene.closes(m))
    subject = inverted.subject(scene) or _subject(scene, before, start)
    faced = [m for m in after if m not in agents and not _does_another(scene, m)]
    objects = _objects(scene, faced, subject) or _posted(scene, subject)
    kept = tuple(m for m in after if scene.keeps(m) and m not in subject)[:1]
    if kept and not agents:
        first, second = kept, subject or tuple(before[:1])
    elif scene.passive and not (scene.departs and not agents):
        led = [
            m for m in before if m.preposition in scene.language["passive_by"]
        ]  # "doté *par le Canada*, est suspendu"
        agents = agents or _housed(scene, after, subject) or _posted(scene, subject) or _sent(scene, before, objects)
        first, second = agents, subject or tuple(m for m in before if scene.faces(m) and m not in led)[:1] or objects
    elif agents and scene.act.form == "phrase":  # "ties were cut by Rwanda": the wording hides its passive
        first, second = agents, subject or objects
    else:
        first, second = subject, objects
    if scene.group.frame == "hosts":
        first, second = second, first
    return Sides(officials(first), second, "order")


def _recalled(scene: Scene) -> Sides:
    """ "*L'ambassadeur de France au Niger* a été rappelé", "que *son* ambassadeur à Téhéran avait été rappelé": all inside the wording."""
    inside = [m for m in scene.sentence.actors if m.start < scene.act.end and m.end > scene.act.head]
    whose = officials(m for m in inside if not m.place) or _leader(scene)
    returns = _returns(scene)
    near = [m for m in scene.sentence.actors if 0 <= m.start - scene.act.end <= (POST if returns else POSTED)]
    behind = [m for m in near if returns or m.place]
    return Sides(whose, tuple(m for m in inside if m.place) or tuple(behind[:1]), "order")


def _returns(scene: Scene) -> bool:
    """ "L'ambassadeur a regagné lundi *Lima*": what such a verb has for its object is where he goes."""
    return scene.act.act == RETURNS


def _of_the_speaker(scene: Scene, before: Sequence[ActorMention]) -> Actors:
    """ "« … », a dit *le ministre* en *suspendant* son aide": the gerund behind who is quoted is his."""
    if scene.act.tense != "gerund" or scene.language["premodified"]:
        return ()
    said = [c.end for c in scene.sentence.speech if c.kind in ("verb", "weak-verb") and c.end <= scene.act.head]
    quoted = bool(said) and any(c.kind in ("quote", "words") and c.end <= said[-1] for c in scene.sentence.speech)
    behind = (m for m in before if m.start >= said[-1] and not m.preposition and leads(m)) if quoted else ()
    return tuple(behind)[:1]


def _is_struck(mention: ActorMention, struck: bool) -> bool:
    return struck and mention.how == TOWN and not mention.preposition


def _sent(scene: Scene, before: Sequence[ActorMention], objects: Actors) -> Actors:
    """ "*Kenyan* rescuers were sent to Malawi": whose help it is sends it, where it is said whereto."""
    own = [m for m in before if m.how == "adjective" or m.preposition in scene.words("links")]
    helps = scene.act.act in HELPS and scene.act.voice == "passive" and bool(own)
    return tuple(own[:1]) if helps and objects and not set(own[0].codes) & {c for m in objects for c in m.codes} else ()


def _of_the_next(scene: Scene, mention: ActorMention) -> bool:
    """ "Rejette ses demandes et *fait pression sur* le Bénin": past an object of its own and another verb, of that one."""
    if scene.language["premodified"]:
        leads_another = scene.leads_the_next(mention)
        return leads_another or (scene.act.form != "noun" and _is_object_of_another(scene, mention))
    if scene.act.form != "verb":
        return False
    verbs = [a for a in scene.sentence.acts if a.form == "verb" and scene.act.end <= a.head < mention.start]
    told = (a for a in verbs if a.tense in FINITE and (a.voice == "active" or _joined(scene, a.head)))
    verbs = [*told, *(a for a in verbs if _to_come(scene, a.head))]
    return bool(verbs) and len(scene.text[scene.act.end : verbs[0].head].split()) > OWN


def _to_come(scene: Scene, at: int) -> bool:
    """ "Ont barré l'entrée aux étrangers, *vont fermer* la frontière": an infinitive that its auxiliary makes finite."""
    return any(c.kind == "future" and 0 < at - c.end <= LATER for c in scene.sentence.cues)


def _hangs_on(scene: Scene, other: int) -> bool:
    """ "*Having cut ties*, it restored relations with Israel": what the clause of another act holds shares its object."""
    nested = (a for a in scene.sentence.arguments if a.act == other and a.role == "nested")
    return any(a.start <= scene.act.head < a.end for a in nested)


def _is_object_of_another(scene: Scene, mention: ActorMention) -> bool:
    """ "Condemned the raid and *asked the UN* to meet": past an object of its own, that of a finite verb behind "and"."""
    own = [a for a in scene.sentence.arguments if a.act == scene.index and a.role == "object"]
    behind = (a for a in scene.sentence.arguments if a.role == "object" and a.start <= mention.start < a.end)
    others = {a.act for a in behind if a.act >= 0 and a.act != scene.index and not _hangs_on(scene, a.act)}
    verbs = (scene.sentence.acts[i] for i in sorted(others))
    tenses = FINITE if scene.says else FINITE | {"gerund"}  # "granted him asylum, *rejecting British wishes*"
    told = [v for v in verbs if v.form == "verb" and v.tense in tenses and v.head > scene.act.end]
    past = scene.act.form == "phrase"
    return any((past or any(a.end <= v.head for a in own)) and _joined(scene, v.head) for v in told)


def _joined(scene: Scene, at: int) -> bool:
    """ "Critiqué le bloc, *soutenu* Paris *et* salué Lomé": a participle that shares the auxiliary of one before it."""
    before = scene.text[scene.sentence.start : at].rstrip()
    return before.endswith(",") or before.rpartition(" ")[2].casefold() in scene.words("and")


def _does_another(scene: Scene, mention: ActorMention) -> bool:
    """ "A rouvert son ambassade, un geste salué *par Ankara*": behind an active verb, the agent of another."""
    ruled = mention.preposition in scene.language["passive_by"] and not scene.language["premodified"]
    return ruled and scene.act.form == "verb" and scene.act.voice == "active" and not scene.closes(mention)


def _of_later(scene: Scene, agent: ActorMention) -> bool:
    """ "The accord signed in June by … was denounced *by Turkey*": behind a phrase, the agent of the verb that follows it; so
    is that of a participle: "arrêté pour des exécutions *ordonnées par Téhéran*"."""
    verbs = (a for a in scene.sentence.acts if a.form == "verb" and scene.act.end <= a.head < agent.start)
    if scene.act.form == "phrase" and any(verbs):
        return True
    words = scene.text[scene.act.end : agent.start].rstrip().removesuffix(agent.preposition).split()
    noun = len(words) > 1 and words[-2].casefold() in scene.words("articles", "definite")  # "dans *la journée* par"
    return bool(words) and not noun and words[-1].casefold().endswith(scene.language["participles"])


def _subject(scene: Scene, before: Sequence[ActorMention], start: int) -> Actors:
    """The clause's first actor that no preposition rules; else the relative's antecedent; else who led the sentence."""
    if sent := _coming(scene, before) or _of_the_speaker(scene, before):
        return sent
    free = [m for m in before if not m.preposition and leads(m) and not scene.reported_to(m)]
    if free:
        return scene.joined(free[0], before if free[0].carrier else free)
    if pronouns.subject(scene):
        return pronouns.meant(scene, start) or _told_later(scene)
    word = scene.text[start:].split(maxsplit=1)[0].casefold() if start < len(scene.text) else ""
    every = [m for m in scene.sentence.actors if m.end <= start + 1]
    earlier = [m for m in every if not m.place]
    if word in scene.language["relative"] and every:
        if _touches(scene, every[-1], start):
            return (every[-1],)
        nobody = not earlier or not leads(earlier[-1]) or _on_a_thing(scene, earlier[-1], start)
        return () if nobody else (earlier[-1],)  # "Finnish *voters who* back it"
    if scene.group.frame == "hosts" and scene.harms and before:
        return scene.joined(before[0], before)  # "la décision *britannique* a provoqué la colère de": whose thing did
    leaders = [m for m in earlier if not m.preposition and leads(m)]
    if not leaders and _coordinated(scene):
        first = [m for m in scene.sentence.actors if m.end <= scene.act.head and not m.place]
        leaders = [m for m in first if leads(m) and not m.preposition]
    if not leaders and scene.act.form == "phrase":
        leaders = following(scene)
    if not leaders and scene.act.tense in OPENS and not scene.passive:
        leaders = _of_the_main_clause(scene)
    return scene.joined(leaders[0], leaders) if leaders else ()


def _of_the_main_clause(scene: Scene) -> list[ActorMention]:
    """ "Après avoir expulsé l'ambassadeur du Liban, *le Koweït* a…": who leads the clause that such a verb opens."""
    alone = not any(not m.place and not m.preposition for m in scene.sentence.actors if m.end <= scene.act.head)
    parted = (m for m in following(scene) if "," in scene.text[scene.act.end : m.start])
    return [m for m in parted if alone and scene.lead(m)][:1]


def _told_later(scene: Scene) -> Actors:
    """ "À Varsovie, *où il* effectue une visite, le président moldave…": a pronoun before the name that it stands for."""
    later = [m for m in following(scene) if m.carrier == "office"] if _from_where(scene) else []
    return tuple(later[:1])


def _from_where(scene: Scene) -> Actors:
    """ "*À Alger*, où il s'est rendu": the place that a visit's clause hangs on."""
    words = scene.text[scene.clause[0] : scene.act.head].casefold().split(maxsplit=1)
    if scene.group.frame != "visits" or not words or words[0] not in scene.words("where"):
        return ()
    near = [m for m in scene.sentence.actors if m.place and 0 <= scene.clause[0] - m.end <= APART]
    return tuple(near[-1:])


def _coming(scene: Scene, before: Sequence[ActorMention]) -> Actors:
    """ "Officials *from Kenya and Uganda* met": behind a noun that carries a state and "from", who leads the clause."""
    first = before[:1]
    spans = (end for _, end in scene.sentence.carriers if first and 0 < first[0].start - end <= OFFICE)
    ruled = bool(first) and first[0].preposition in scene.words("coming")
    return scene.joined(first[0], before) if ruled and any(spans) else ()


def _touches(scene: Scene, before: ActorMention, start: int) -> bool:
    """ "En référence aux États-Unis, *qui* …": a state right before its comma, though it only seems to be where."""
    return (
        before.how in ("name", "capital")
        and not scene.text[before.end : start].strip(" ,")
        and "," in scene.text[before.end : start]
    )


def _on_a_thing(scene: Scene, before: ActorMention, start: int) -> bool:
    """ "Opposée à des *personnes* qui protestent", "l'attaque de *Kinigi*, qui …": a relative on a noun, or on a name that
    is nobody's, is told of that; not past the rest of an office, "le ministre malien *des Affaires étrangères*, qui"."""
    between = scene.text[before.end : start].replace("’", "'").replace("'", "' ")
    words = between.replace(",", " ").split()
    if words and scene.language["premodified"]:
        return scene.kills  # "*the rockets that* killed": nobody's
    if not words or (scene.group.needs == "instrument" and scene.act.form == "verb"):
        return False  # "le décret *qui* soumet": of whoever made it
    if before.carrier in ("office", "government", "force") and words[0].casefold() in scene.words("links", "within"):
        return "," in between.rstrip(" ,")
    named = before.carrier == "office" and all(w[:1].isupper() for w in words)
    return not (named or any(first < start and last >= start - 2 for first, last in scene.sentence.carriers))


def _leader(scene: Scene) -> Actors:
    """Who leads the sentence."""
    return tuple(m for m in scene.sentence.actors if m.end <= scene.act.head and not m.preposition and leads(m))[:1]


def _posted(scene: Scene, subject: Actors) -> Actors:
    """ "L'ambassade d'Égypte *à Khartoum* a rouvert": where the envoy or the embassy that it is about is posted."""
    if scene.group.frame in ("visits", "leaves"):
        return ()  # where he is posted is not where he goes
    own = {c for m in subject for c in m.codes}
    near = (m for m in scene.sentence.actors if m.how == "posting" and not set(m.codes) & own)
    return tuple(m for m in near if any(0 <= m.start - s.end <= POSTED for s in subject))[:1]


def _coordinated(scene: Scene) -> bool:
    """ "… et *déploré*", "and *halted* loadings": the verb shares the subject of one before it."""
    before = scene.text[: scene.act.head].rsplit(maxsplit=1)
    return bool(before) and before[-1].casefold() in scene.words("and")


def _objects(scene: Scene, after: Sequence[ActorMention], subject: Actors) -> Actors:
    """The first actor after the verb that it can reach directly or by a preposition of its frame; else the antecedent,
    or what a pronoun stands for."""
    wanted, links = scene.facing, scene.words("links")
    own = {c for m in subject for c in m.codes}
    if scene.act.form == "verb" and not scene.passive and (named := pronouns.antecedent(scene, subject)):
        return named  # "la Lituanie, *qu'*elle accuse de gâter ses relations avec l'UE"
    if pronouns.cliticized(scene):
        return pronouns.obj(scene, subject)  # "*l'*a reçu à l'Élysée, et Donald Trump…": its object stands before it
    for m in after:
        mine = set(m.codes) <= own and (m.place or m.carrier == "nationals")
        if m.how == "possessed" or m in subject or mine or scene.inner(m):
            continue  # "rappelé son ambassadeur", "retiré ses troupes": one's own is never the other side
        reached = (
            not m.preposition or m.preposition in wanted or (m.preposition in links and scene.group.frame == "acts")
        )
        if m.preposition in links and aside(scene, scene.act.end, m):
            continue
        where = scene.only_where(m)
        if scene.closes(m):
            return scene.joined(m, after)
        if (scene.ruled(m) and not where) or (reached and scene.faces(m) and not _suffers(scene, m)):
            return scene.joined(m, after)
    if there := _from_where(scene):
        return there
    given = [m for m in after if scene.reaches(m) and not set(m.codes) <= own]
    return scene.joined(given[0], after) if given else inverted.target(scene, subject) or pronouns.obj(scene, subject)


def _suffers(scene: Scene, mention: ActorMention) -> bool:
    """ "A dénoncé les pressions *exercées sur* le Conseil": to whom was done what is blamed."""
    before = scene.text[scene.act.end : mention.start].casefold().split()
    led = any(w.endswith(scene.language["participles"]) for w in before[-SUFFERED:])
    return scene.says and led and mention.preposition in scene.words("toward")


def _housed(scene: Scene, after: Sequence[ActorMention], guest: Actors) -> Actors:
    """ "convoqué au ministère sénégalais", "received at the Élysée": the house where it is done does it, if it is not the
    guest's own; as does the state that somebody is "expelled *from*"."""
    own = {c for m in guest for c in m.codes}
    after = [m for m in after if not set(m.codes) <= own]
    left = tuple(m for m in after if scene.left(m))[:1]
    return (
        left
        or tuple(
            m
            for m in after
            if m.preposition in scene.words("within", "toward")
            and (m.carrier == "government" or m.how == "seat" or (m.how in ("capital", TOWN) and _takes_in(scene)))
        )[:1]
    )


def _takes_in(scene: Scene) -> bool:
    """Whether a capital behind the act is whose house it is: "received *in Paris*", "summoned *in Tehran*"."""
    return scene.group.frame == "hosts" or scene.act.act == SUMMONS
