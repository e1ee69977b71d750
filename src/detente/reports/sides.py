"""Who did it toward whom: what the parser hangs on the act, then where the actors stand in its clause."""

from dataclasses import dataclass

from detente.model import ActorMention
from detente.reports import (
    announced,
    apposed,
    clauses,
    fallen,
    helped,
    hung,
    inverted,
    nouns,
    opening,
    order,
    ordered,
    owned,
    patrons,
    praised,
    pronouns,
    resolved,
    shared,
)
from detente.reports.gapped import gapped
from detente.reports.scene import REMOVES, Actors, Scene, Sides, leads, officials
from detente.reports.spelling import low, low_words

NOT_FINITE = frozenset({"infinitive", "gerund"})
ARTICLE = 2  # words from "que" to its subject: "que les"
MEDIATES = "mediate"  # the act of a third party: "told them to return to *talks mediated by* Angola"
PEOPLE = 3  # words from a state to the participle on its people: "Chadian students *of law* deported by"
PARTIES = 24  # characters from a participle to its parties: " on Thursday between "
AGENT = 6  # characters from a participle to "par"
OBJECT = 4  # characters from a verb to its object: " la "
MEDIATES = "mediate"  # the act of who brings two others together
ASKS = "demand"  # the act of those who ask
MEANS = 6  # words between a name and a gerund: "answered just six days later by" is six
ADVERBIAL = 5  # words from a name to its participle: "avait dans le même temps" is five
AUXILIARY = 3  # words between a name and the participle of which it is the subject: "l' a"


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What the parser tells of an act's sides, and what the order of the words tells."""

    parsed: Sides
    linear: Sides

    @property
    def names(self) -> str:
        """Which of them name somebody."""
        told = (("syntax", self.parsed), ("order", self.linear))
        return "+".join(w for w, s in told if s.by or s.toward) or "order"

    def toward(self, by: Actors) -> Actors:
        """Toward whom, where `by` does it: the parser's word counts first."""
        return _without(self.parsed.toward, by) or _without(self.linear.toward, by)


def decide(scene: Scene) -> Sides:
    """Both witnesses; the parser's word counts first, order fills what it leaves out."""
    if help := helped.told(scene):
        return help
    if had := ordered.told(scene):
        return had
    if scene.act.act == MEDIATES and (sponsored := patrons.told(scene)):
        return sponsored
    if own := owned.word_of(scene):
        return Sides(own, owned.told_to(scene, own), "order")
    if told := _within(scene):
        return told
    if of := _between(scene):
        return Sides(of, (), "order")
    linear = nouns.told(scene) if scene.act.form == "noun" else order.told(scene)
    parsed = hung.told(scene) if scene.act.form != "noun" else Sides()
    if ends := [b for b in clauses.attributions(scene.sentence, scene.text, scene.language) if b >= scene.act.end]:
        parsed = _before(parsed, ends[0])
    parsed = _of_its_clause(scene, parsed)
    if _of_the_content(scene, parsed, linear):
        parsed = Sides(linear.by, parsed.toward, parsed.witness)
    if _of_its_own_clause(scene, parsed, linear):
        parsed = Sides(linear.by, _without(parsed.toward, linear.by), parsed.witness)
    behind = inverted.subject(scene)
    if behind:
        return Sides(behind, inverted.target(scene, behind) or _without(linear.toward, behind), "order")
    heard = Witnesses(parsed, linear)
    return _built(scene, heard) or _weighed(scene, heard)


def _built(scene: Scene, heard: Witnesses) -> Sides | None:
    """Constructions whose words tell it for sure, whatever the parser says: made to do it, apposed, owned."""
    linear, parsed = heard.linear, heard.parsed
    if (made := _made(scene)) is not None:
        return Sides(made, heard.toward(made), "order")
    if scene.act.form == "phrase" and (where := tuple(m for m in linear.by if scene.keeps(m))):
        return Sides(where, heard.toward(where), heard.names)
    if of := _apposed(scene) or opening.patient(scene):
        return Sides(opening.agents(scene) or opening.holder(scene) or linear.by or parsed.by, of, "order")
    if foes := fallen.under_fire(scene):
        return Sides(foes, heard.toward(foes), "order")
    if whose := owned.imposer(scene):
        return Sides(whose, tuple(m for m in heard.toward(whose) if m.start > scene.act.head), "order")
    if whose := owned.maker(scene):
        own = {c for m in whose for c in m.codes}
        return Sides(whose, tuple(m for m in heard.toward(whose) if not own & set(m.codes)), "order")
    return None


def _weighed(scene: Scene, heard: Witnesses) -> Sides:
    """Each side by the first that knows it: words that judge, who stands closest, the parser, the order of the words."""
    linear, parsed = heard.linear, heard.parsed
    if doer := praised.doer(scene):
        whom = praised.sufferer(scene, doer) or heard.toward(doer)
        return Sides(doer, whom, "order")
    led = (
        resolved.doer(scene)
        or shared.subject(scene)
        or announced.doer(scene)
        or apposed.past_an_aside(scene)
        or _adjacent(scene)
        or _by_means(scene)
        or _beside(scene)
        or parsed.by
    )
    by = led or (() if hung.somebody_else(scene) and not _touches(scene, linear.by) else linear.by)
    if _is_itself(scene, by):
        by = ()  # "en réponse à Varsovie, après avoir accusé *Moscou*": said of a Russian ministry, it is another's act
    toward = _followers(scene, _without(parsed.toward, by)) or _followers(scene, _without(linear.toward, by))
    if (kept := pronouns.renamed(scene, toward)) != toward:
        toward = kept or pronouns.obj(scene, by)
    toward = apposed.doer(scene, linear.by) or (() if apposed.of_a_noun(scene, toward) else toward)
    toward = toward or _of_whom(scene, by) or _as_asked(scene, by)
    undone = scene.passive and not _without(linear.by, toward)  # "*Kyiv's man in Minsk* was given two days to leave"
    whole = bool(linear.by) and bool(linear.toward) and not undone
    if not by and toward and whole and not (_of_a_thing(scene) or _aside(scene, linear.by)):
        by, toward = linear.by, linear.toward
    if _of_people_unnamed(scene):
        toward = tuple(m for m in toward if len(scene.text[m.end : scene.act.head].split()) <= PEOPLE)
    by, toward = _fitting(scene, *_together_with(scene, by, toward))
    return Sides(by, toward, heard.names)


def _of_people_unnamed(scene: Scene) -> bool:
    """ "Has taken in *people deported by* the US": a participle on its noun is not about who leads the sentence."""
    removed = scene.act.act in {*REMOVES, MEDIATES} and scene.act.voice == "bare" and scene.act.form == "verb"
    english = bool(scene.language["premodified"])  # there a bare participle has its agent right behind it
    on_it = (a for a in scene.sentence.arguments if a.role == "reduced" and a.start <= scene.act.head < a.end)
    return removed and (english or any(on_it)) and "," not in scene.text[scene.act.head - 2 : scene.act.head]


def _touches(scene: Scene, by: Actors) -> bool:
    """ "Was called in after *Turkey and the US* suspended…": who stands right before an active verb is its subject, though the
    parser reaches back for another."""
    if not by or scene.act.form != "verb" or scene.passive:
        return False
    if scene.text[by[-1].end : scene.act.head].strip() and not _led_by(scene, by[-1]):
        return False
    return all(a.end <= by[0].start for a in scene.sentence.arguments if a.act == scene.index and a.role == "subject")


def _within(scene: Scene) -> Sides | None:
    """ "*Alger* a offert de…, proposition que *Bamako* a déclinée": who leads the verb inside a set phrase does it."""
    if scene.act.form != "phrase" or scene.group.frame != "acts":
        return None
    inside = [m for m in scene.sentence.actors if scene.act.start < m.start and m.end < scene.act.end and scene.lead(m)]
    own = {c for m in inside for c in m.codes}
    before = [m for m in scene.sentence.actors if m.end <= scene.act.start and scene.free(m) and not set(m.codes) & own]
    return Sides(officials(inside[:1]), scene.joined(before[0], before) if before else (), "order") if inside else None


def _led_by(scene: Scene, mention: ActorMention) -> bool:
    """ "*Bamako avait* par la suite présenté": a name, its auxiliary and the participle, whatever noun the adverb between has."""
    between = scene.text[mention.end : scene.act.head]
    alone = not any(mention.end <= a.head < scene.act.head for a in scene.sentence.acts)
    near = "," not in between and len(between.split()) <= ADVERBIAL
    return near and alone and scene.act.tense == "past" and scene.lead(mention)


def _fitting(scene: Scene, by: Actors, toward: Actors) -> tuple[Actors, Actors]:
    """Of both sides those whom such an act takes: no place of a meeting, no people on a visit, no private person received."""
    if scene.group.frame in ("meets", "together") and len({c for m in by for c in m.codes}) > 1:
        toward = tuple(m for m in toward if not m.place)  # "les deux ministres se verront *à Mascate*": only where
    if not by and len(toward) > 1 and toward[0].preposition in scene.language["between"]:
        by, toward = toward, ()  # "la frontière *entre la Turquie et l'Arménie* est ouverte"
    if scene.group.frame == "visits":
        by = tuple(m for m in by if m.how != "people")  # "les Libyens se rendent en Tunisie"
        toward = tuple(m for m in toward if m.carrier != "nationals")  # "a visité les camps de *réfugiés soudanais*"
    officials_only = _takes_officials(scene)
    if officials_only and scene.act.form != "noun":
        by, toward = (tuple(m for m in side if leads(m)) for side in (by, toward))  # "a reçu des *lutteurs gambiens*"
    if officials_only or scene.group.frame in ("visits", "together"):
        by, toward = (tuple(m for m in side if not scene.in_a_name(m)) for side in (by, toward))
    if scene.group.frame == "meets":
        toward = officials(m for m in toward if not scene.of_something_else(m))
    return by, toward


def _together_with(scene: Scene, by: Actors, toward: Actors) -> tuple[Actors, Actors]:
    """ "*Avec les Émirats*, elle avait bouclé ses frontières": with whom one does it, where that opens the sentence."""
    first = scene.sentence.actors[:1]
    opens = bool(first) and first[0].preposition in scene.language["with"] and first[0].end < scene.act.head
    if not opens or not by or scene.group.frame != "acts" or scene.passive or scene.act.form != "verb":
        return by, toward
    led = scene.text[scene.sentence.start : first[0].start].casefold().split()[:1] == [first[0].preposition]
    group = scene.joined(first[0], scene.sentence.actors)
    if not led or scene.text[group[-1].end : group[-1].end + 1] != "," or _without(toward, group) == ():
        return by, toward
    return (*by, *_without(group, by)), _without(toward, group)


def _takes_officials(scene: Scene) -> bool:
    """Whether it takes people who speak for their states: a meeting, a visitor received; not a thing received."""
    return scene.group.frame == "meets" or (scene.group.frame == "hosts" and scene.group.needs == "person")


def _between(scene: Scene) -> Actors:
    """ "Hailed the deal *struck between* Yerevan and Baku": a participle's own parties, not who speaks of it."""
    act = scene.act
    if act.form != "verb" or scene.group.frame != "together":
        return ()
    near = [m for m in scene.sentence.actors if 0 <= m.start - act.end <= PARTIES]
    led = bool(near) and near[0].preposition in (*scene.language["between"], *scene.language["passive_by"])
    group = scene.joined(near[0], scene.sentence.actors) if led else ()
    return officials(group) if len({c for m in group for c in m.codes}) > 1 else ()


def _of_its_clause(scene: Scene, found: Sides) -> Sides:
    """ "*A* voiced concern and *B* urged": nobody of the other verb, where a name right behind "and" has one of its own."""
    by, toward = (tuple(m for m in side if not scene.of_another_clause(m)) for side in (found.by, found.toward))
    return Sides(by, toward, found.witness)


def _before(found: Sides, end: int) -> Sides:
    """Without who stands behind the comma that leads to who said it."""
    by, toward = (tuple(m for m in side if m.start < end) for side in (found.by, found.toward))
    return Sides(by, toward, found.witness)


def _apposed(scene: Scene) -> Actors:
    """ "L'Iran et *l'Irak*, soutenu par Riyad": behind its comma a participle with its agent is said of the name before it."""
    act, agents = scene.act, scene.language["passive_by"]
    if act.form != "verb" or act.voice != "bare" or scene.group.frame != "acts" or scene.language["premodified"]:
        return ()
    if not scene.text[act.end : act.end + AGENT].casefold().lstrip().startswith(agents):
        return ()
    near = [m for m in scene.sentence.actors if m.end < act.head and scene.text[m.end : act.head].strip() == ","]
    return officials(near[-1:])


def _of_its_own_clause(scene: Scene, parsed: Sides, linear: Sides) -> bool:
    """ "Kenya closed its border after *Somali soldiers* entered Mandera, killed *a Kenyan officer* and took nine": who would
    have done it to his own is no subject of it, where somebody else leads the clause."""
    start, own = scene.clause[0], {c for m in parsed.by for c in m.codes}
    leads_it = bool(linear.by) and linear.by[0].start >= start and not own & {c for m in linear.by for c in m.codes}
    if scene.act.form != "verb" or scene.passive or not own or not leads_it or parsed.by[-1].end > start:
        return False
    acts = scene.sentence.acts
    here = {i for i, a in enumerate(acts) if start < a.head <= scene.act.head}
    objects = [a for a in scene.sentence.arguments if a.role == "object" and a.act in here]
    done_to = (m for a in objects for m in scene.sentence.actors if a.start <= m.start < a.end and m.how != "possessed")
    return any(set(m.codes) <= own for m in done_to)


def _of_the_content(scene: Scene, parsed: Sides, linear: Sides) -> bool:
    """ "Affirme que *Pékin* bloque les ports, rejette les demandes et fait pression": a verb joined to one behind "que" has
    its subject, unless a comma and "and" lead back to who says so."""
    start = scene.clause[0]
    behind = low(scene.text[start : scene.act.head])
    if scene.act.form != "verb" or scene.passive or not behind.startswith(scene.language["relative_objects"]):
        return False
    words = scene.text[start : scene.act.head].split()
    back = len(words) > 1 and words[-1].casefold() in scene.words("and") and words[-2].endswith(",")
    inner = bool(linear.by) and linear.by[0].start >= start
    inner = inner and len(scene.text[start : linear.by[0].start].split()) <= ARTICLE
    return inner and not back and bool(parsed.by) and all(m.end <= start for m in parsed.by)


def _adjacent(scene: Scene) -> Actors:
    """Who stands right before an active verb: "Washington veut revenir, *Bamako* exige des garanties"."""
    if (
        scene.act.form != "verb"
        or scene.passive
        or scene.group.frame == "hosts"
        or scene.act.tense in ("infinitive", "gerund")
    ):
        return ()
    before = [
        m
        for m in scene.sentence.actors
        if m.end <= scene.act.head and not m.place and not m.preposition and leads(m) and not scene.reported_to(m)
    ]
    if scene.act.tense == "past":
        pool = [m for m in scene.sentence.actors if m.end <= scene.act.head and not m.place]
        return officials(scene.joined(before[-1], pool)) if before and _auxiliary_between(scene, before[-1]) else ()
    between = scene.text[before[-1].end : scene.act.head] if before else ","
    joined = between.strip().casefold() in scene.words("and")  # "renvoie le chargé d'affaires libanais *et* rapatrie"
    if (
        joined
        or len(between.split()) > 1
        or (not between.replace("’", "").replace("'", "").strip(" ").isalpha() and between.strip())
    ):
        return ()
    return officials(scene.joined(before[-1], before))


def _by_means(scene: Scene) -> Actors:
    """ "Dakar expelled an attaché, and *Banjul answered by* throwing out two": who leads the verb of which a gerund is the means."""
    act, before = scene.act, scene.text[scene.sentence.start : scene.act.head].casefold().split()
    if act.form != "verb" or act.tense != "gerund" or before[-1:] == [] or before[-1] not in scene.words("passive_by"):
        return ()
    free = [m for m in scene.sentence.actors if m.end <= act.head and scene.free(m)][-1:]
    words = scene.text[free[0].end : act.head].split() if free else []
    return officials(free) if 1 < len(words) <= MEANS and not any("," in w for w in words) else ()


def _beside(scene: Scene) -> Actors:
    """ "*Xi* a reçu le président zimbabwéen, s'engageant à…": behind its comma a gerund is of whoever leads the clause before."""
    act = scene.act
    if act.form != "verb" or act.tense != "gerund" or scene.language["premodified"]:
        return ()
    before = scene.text[scene.sentence.start : act.head].casefold()
    words = before.replace("’", "'").replace("'", "' ").split()
    while words and words[-1] in scene.words("reflexive", "clitics", "clitic_objects", "gerund_leads"):
        words.pop()
    if not words or not words[-1].endswith(","):
        return ()
    verbs = [a for a in scene.sentence.acts if a.form == "verb" and a.head < act.head and a.tense not in NOT_FINITE]
    lead = [m for m in scene.sentence.actors if not m.preposition and not m.place and leads(m)]
    first = [m for m in lead if verbs and m.end <= verbs[-1].head]
    if not first or verbs[-1].voice != "active":
        return ()
    pool = [m for m in scene.sentence.actors if m.end <= verbs[-1].head and not m.place]
    return officials(scene.joined(first[0], pool))


def _is_itself(scene: Scene, by: Actors) -> bool:
    """Whether the object right behind a verb is the very actor that seems to do it; it did not do it to itself."""
    if scene.act.form != "verb" or scene.passive or not by or scene.group.frame != "acts":
        return False
    own = {c for m in by for c in m.codes}
    near = [m for m in scene.sentence.actors if 0 <= m.start - scene.act.end <= OBJECT and m not in by]
    named = (m for m in near if m.how in ("name", "capital") and not m.preposition and not m.place)
    return any(set(m.codes) == own for m in named)


def _auxiliary_between(scene: Scene, mention: ActorMention) -> bool:
    """ "*Moscou* l'a menacée": nothing but an auxiliary and pronouns between a name and the participle."""
    words = scene.text[mention.end : scene.act.head].replace("’", "'").replace("'", "' ").split()
    return len(words) <= AUXILIARY and scene.lead(mention)


def _of_whom(scene: Scene, by: Actors) -> Actors:
    """ "A réclamé la restitution *par le Tchad* des camions": who is to do what one asks for."""
    if scene.act.form != "verb" or scene.passive or not scene.says or not by or scene.language["premodified"]:
        return ()
    verbs = [a.head for a in scene.sentence.acts if a.form == "verb" and a.head >= scene.act.end]
    end = min([scene.clause[1], *verbs])
    near = [m for m in scene.sentence.actors if scene.act.head < m.start < end]
    return _without(tuple(m for m in near if m.preposition in scene.language["passive_by"])[:1], by)


def _as_asked(scene: Scene, by: Actors) -> Actors:
    """ "Malaysia will pay, *as Jakarta had demanded*": who leads the sentence is asked, where a clause says that it was."""
    start = scene.clause[0]
    words = low_words(scene.text[start : scene.act.head])
    asked = scene.act.form == "verb" and scene.act.act == ASKS and bool(words) and bool(by)
    if not asked or words[0] not in scene.words("as_asked", "relative_objects"):
        return ()
    led = [m for m in scene.sentence.actors if m.end <= start and scene.free(m)]
    return _without(scene.joined(led[0], led), by) if led else ()


def _followers(scene: Scene, mentions: Actors) -> Actors:
    """Without the subjects of verbs behind the act: "a gelé son adhésion à l'OTSC et *Moscou* l'a menacée"."""
    own = [a.head for a in scene.sentence.arguments if a.act == scene.index and a.role in ("object", "oblique")]
    left = gapped(scene.sentence, scene.act, scene.text, scene.language)
    mentions = tuple(m for m in mentions if m not in left)  # "expels forty, *France* thirty"
    heads = [m for m in mentions if any(m.start <= h < m.end for h in own)]
    if scene.act.form == "phrase" and scene.group.frame == "hosts":
        return mentions  # "*grâce à un don de* Séoul, *le Laos* s'est doté de": who leads the sentence is given
    near = scene.act.end + (
        OBJECT if scene.act.tense == "infinitive" else 0
    )  # "d'expulser *l'ambassadeur grec* a été…"
    return tuple(m for m in mentions if m in heads or m.start <= near or not (scene.lead(m) or scene.leads_the_next(m)))


def _without(mentions: Actors, others: Actors) -> Actors:
    codes_ = {c for m in others for c in m.codes}
    return tuple(m for m in mentions if not set(m.codes) <= codes_)


def _made(scene: Scene) -> Actors | None:
    """ "Prompting *Mali* to close its border": who is made to do it does it, () where that is a pronoun; None elsewhere."""
    act, words = scene.act, scene.text[scene.sentence.start : scene.act.head].casefold().split()
    if (
        act.form != "verb"
        or act.tense != "infinitive"
        or len(words) < 3
        or words[-1] not in scene.language["infinitive"]
    ):
        return None
    if words[-2] in scene.words("object_pronouns", "clitic_objects"):
        return () if words[-3].startswith(scene.language["makes_do"]) else None
    near = [m for m in scene.sentence.actors if m.end <= act.head and not m.place]
    if not near or scene.text[near[-1].end : act.head].split() != words[-1:]:
        return None
    group = scene.joined(near[-1], near)
    before = scene.text[scene.sentence.start : group[0].start].casefold().split()
    while before and before[-1] in scene.words("articles", "definite"):
        before.pop()
    return officials(group) if before and before[-1].startswith(scene.language["makes_do"]) else None


def _aside(scene: Scene, by: Actors) -> bool:
    """ "*Without mentioning Norway*, the Southern Command accused…": in a phrase before the subject, that is somebody else."""
    own = [a for a in scene.sentence.arguments if a.act == scene.index and a.end <= scene.act.head]
    subjects = [a for a in own if a.role == "subject"]
    named = any(a.start <= m.start < a.end for a in subjects for m in scene.sentence.actors)
    ahead = [a for a in own if a.role == "oblique" and any(a.end <= s.start for s in subjects)]
    return not named and any(a.start <= m.start < a.end for a in ahead for m in by)


def _of_a_thing(scene: Scene) -> bool:
    """ "Concern over shells *supplied* to Chad": an English participle on a thing has no subject in who leads the sentence."""
    reduced = any(a.act < 0 and a.role == "reduced" and a.head == scene.act.head for a in scene.sentence.arguments)
    return reduced and bool(scene.language["premodified"]) and hung.somebody_else(scene)
