"""Who did it toward whom: what the parser hangs on the act, then where the actors stand in its clause."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from detente.codebook.entries import Group
from detente.codebook.languages import Language
from detente.model import ActMention, ActorMention, Argument, InstrumentMention, Mentions, Sentence
from detente.reports import clauses

REACH = 140  # characters after a noun in which its actors stand; two lines of print
CLOSE = 34  # characters between a noun and its own adjective: "la suspension d'une partie de l'aide américaine" is 33
TOUCHING = 6  # characters an article takes between a wording and its object: " de l'"

APPOSED = 14  # characters from a head noun to its name: "bloc ECOWAS", "président Poutine"

Actors = tuple[ActorMention, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """by, toward: mentions; witness: syntax, order, or both names joined by `+`."""

    by: Actors = ()
    toward: Actors = ()
    witness: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """One act of one sentence, with what is needed to read its sides. blocs: codes of organisations one can leave."""

    sentence: Sentence
    index: int
    group: Group
    language: Language
    text: str
    blocs: frozenset[str]
    instrument: InstrumentMention | None = None

    @property
    def act(self) -> ActMention:
        return self.sentence.acts[self.index]

    @property
    def wording(self) -> str:
        return self.text[self.act.head : self.act.end]

    @property
    def departs(self) -> bool:
        """ "Les soldats allemands ont été évacués": who leaves does it, even in the passive."""
        return self.group.frame in ("leaves", "recalls")

    @property
    def passive(self) -> bool:
        return self.act.form == "verb" and self.act.voice in ("passive", "bare")

    @property
    def clause(self) -> tuple[int, int]:
        """Offsets of the act's clause."""
        return clauses.span(self.sentence, self.act, self.text, self.language)

    @property
    def enclosed(self) -> list[tuple[int, int]]:
        """Offsets of the relative clauses that stand before the act between commas."""
        return clauses.enclosed(self.sentence, self.act.head, self.text, self.language)

    @property
    def aside(self) -> bool:
        """Whether a relative clause tells the act."""
        held = [c for c in self.sentence.arguments if c.act < 0 and c.start < self.act.end and self.act.head < c.end]
        return any(c.role == "relative" for c in held)

    def anchored(self, who: "Named") -> bool:
        """Whether a named side belongs to the act closely enough for the other to be filled in from the page.

        A noun needs it in its own phrase ("la suspension de l'aide américaine"); a participle without auxiliary, an agent
        or the noun it stands on. "L'attaque", "des relations tendues" alone only name a topic.
        """
        act, known = self.act, {*who.by, *who.toward}
        mine = [m for m in self.sentence.actors if set(m.codes) & known]
        if act.form == "noun":
            end = max(act.end, self.instrument.end if self.instrument else 0)
            return any(act.head < m.start < end + CLOSE for m in mine) or any(0 <= act.head - m.end <= 3 for m in mine)
        if act.form == "verb" and act.voice == "bare":
            return any(m.preposition in self.language["passive_by"] and m.start > act.head for m in mine) or any(
                0 <= act.head - m.end <= 2 for m in mine
            )
        return True

    def words(self, *kinds: str) -> frozenset[str]:
        return frozenset(w for kind in kinds for w in self.language[kind])

    def faces(self, mention: ActorMention) -> bool:
        """Whether a mention can be the other side: "imposé au Mali" faces Mali, "reçu à Bamako" is only where."""
        if mention.how == "posting":
            return self.group.frame == "recalls"
        return (
            not mention.place
            or self.group.frame in ("visits", "recalls")
            or self.ruled(mention)
            or (mention.how == "name" and self.group.frame in ("acts", "leaves"))
        )

    def ruled(self, mention: ActorMention) -> bool:
        """Whether the act's own wording ends with the preposition before the mention: "reproche à | Ottawa"."""
        last = self.text[self.act.head : self.act.end].rsplit(maxsplit=1)[-1].casefold()
        near = 0 <= mention.start - self.act.end <= TOUCHING or self.act.head < mention.start < self.act.end
        return near and last in self.words("toward", "with", "links", "within")

    def joined(self, mention: ActorMention, pool: Sequence[ActorMention]) -> Actors:
        """The mention and those coordinated with it, on either side: "le Niger et le Burkina", "à la Russie et à la Chine"."""
        for first in (m for m in pool if m.start <= mention.start):
            group = self._list_from(first, pool)
            if mention in group:
                return group
        return (mention,)

    def _list_from(self, first: ActorMention, pool: Sequence[ActorMention]) -> Actors:
        group = [first]
        small = self.words("and", "articles") | {",", first.preposition}
        for other in pool:
            if other.start < group[-1].end:
                continue
            between = self.text[group[-1].end : other.start].casefold().replace(",", " , ").replace("’", "'").split()
            if not all(w in small or w.endswith("'") for w in between) or not set(between) & (
                self.words("and") | {","}
            ):
                break
            group.append(other)
        while len(group) > 1 and not self._ends_with_and(group):
            group.pop()
        return tuple(group)

    def _ends_with_and(self, group: Sequence[ActorMention]) -> bool:
        """A list needs its "et": "la France, l'Allemagne et l'Italie"; "la France, la Russie accuse" is none."""
        between = self.text[group[-2].end : group[-1].start].casefold()
        if len(group) == 2 and "," in between:
            return False  # "avec Tallinn, et l'Union européenne sanctionne": two clauses
        return bool(set(between.split()) & self.words("and"))


def decide(scene: Scene) -> Sides:
    """Both witnesses; the parser's word counts first, order fills what it leaves out."""
    linear = _noun(scene) if scene.act.form == "noun" else _verb(scene)
    parsed = _from_syntax(scene) if scene.act.form != "noun" else Sides()
    by = _adjacent(scene) or parsed.by or (() if _somebody_else(scene) else linear.by)
    toward = _without(parsed.toward, by) or _without(linear.toward, by)
    if not by and toward and linear.by and linear.toward:
        by, toward = linear.by, linear.toward
    witness = "+".join(w for w, s in (("syntax", parsed), ("order", linear)) if s.by or s.toward)
    return Sides(by, toward, witness or "order")


def _adjacent(scene: Scene) -> Actors:
    """Who stands right before an active verb: "Washington veut revenir, *Bamako* exige des garanties"."""
    if (
        scene.act.form != "verb"
        or scene.passive
        or scene.group.frame == "hosts"
        or scene.act.tense in ("infinitive", "gerund", "past")
    ):
        return ()
    before = [
        m for m in scene.sentence.actors if m.end <= scene.act.head and not m.place and not m.preposition and _leads(m)
    ]
    between = scene.text[before[-1].end : scene.act.head] if before else ","
    if len(between.split()) > 1 or (
        not between.replace("’", "").replace("'", "").strip(" ").isalpha() and between.strip()
    ):
        return ()
    return _officials(scene.joined(before[-1], before))


def _somebody_else(scene: Scene) -> bool:
    """Whether the parser names a subject that is no actor: "tour operators blamed", "les exportateurs réclament"."""
    subjects = [a for a in scene.sentence.arguments if a.act == scene.index and a.role == "subject"]
    carried = [a for a in subjects if any(start <= a.head < end for start, end in scene.sentence.carriers)]
    return (
        bool(subjects)
        and not scene.passive
        and not carried
        and not any(_heads(scene, a) or _owners(scene, a) for a in subjects)
    )


def _without(mentions: Actors, others: Actors) -> Actors:
    codes_ = {c for m in others for c in m.codes}
    return tuple(m for m in mentions if not set(m.codes) <= codes_)


def _officials(mentions: Iterable[ActorMention]) -> Actors:
    """Nationals, companies and goods do not act for their state."""
    return tuple(m for m in mentions if m.carrier != "nationals")


# -- the parser's witness
def _from_syntax(scene: Scene) -> Sides:
    by: list[ActorMention] = []
    toward: list[ActorMention] = []
    for argument in scene.sentence.arguments:
        if argument.act != scene.index:
            continue
        side = _side(scene, argument)
        if side == "by":
            by += [m for m in _heads(scene, argument) if not m.place]
        elif side == "toward":
            toward += [m for m in _heads(scene, argument) or _owners(scene, argument) if scene.faces(m)]
    return Sides(_officials(by), tuple(toward), "syntax")


def _side(scene: Scene, argument: Argument) -> str | None:
    """Which side an argument names, by the act's frame and voice."""
    first, second = ("toward", "by") if scene.group.frame == "hosts" else ("by", "toward")
    if argument.role in ("subject", "passive_subject"):
        passive = (scene.passive or argument.role == "passive_subject") and not scene.departs
        return second if passive else first
    if argument.role == "agent" or (scene.passive and argument.preposition in scene.language["passive_by"]):
        return first
    if argument.role == "object":
        return None if scene.passive else second
    return second if argument.role == "oblique" and argument.preposition in _facing_words(scene) else None


def _facing_words(scene: Scene) -> frozenset[str]:
    """Prepositions that introduce the other side, by frame."""
    kinds: dict[str, tuple[str, ...]] = {
        "visits": ("toward", "within", "links"),
        "leaves": ("from", "links"),
        "meets": ("with", "between"),
        "hosts": ("links", "toward") if " " in scene.wording else (),
        "together": ("with", "between"),
        "recalls": ("toward", "within", "from", "accredited"),
    }
    return scene.words(*kinds.get(scene.group.frame, ("toward", "with", "within", "from", "between")))


def _heads(scene: Scene, argument: Argument) -> Actors:
    """The mention on the argument's head, and those coordinated with it."""
    head = [m for m in scene.sentence.actors if m.start <= argument.head < m.end or _apposed(m, argument)]
    return scene.joined(head[-1], scene.sentence.actors) if head else ()


def _apposed(mention: ActorMention, argument: Argument) -> bool:
    """ "the regional bloc ECOWAS": the name that stands right behind the head."""
    return (
        0 < mention.start - argument.head < APPOSED
        and mention.end <= argument.end
        and not mention.preposition
        and mention.how in ("name", "capital", "person", "seat")
    )


def _owners(scene: Scene, argument: Argument) -> Actors:
    """ "critiqué la politique française": the state whose thing the object is; whom one meets is no thing."""
    if scene.group.frame in ("meets", "hosts"):
        return ()
    links = scene.words("links")
    return tuple(
        m
        for m in scene.sentence.actors
        if argument.start <= m.start < argument.end
        and not m.place
        and (m.how in ("adjective", "name") or m.preposition in links)
    )[:1]


# -- the order's witness
def _verb(scene: Scene) -> Sides:
    start, end = scene.clause
    actors = scene.sentence.actors
    if (
        scene.departs and scene.act.form == "phrase"
    ):  # "l'ambassadeur de France au Niger a été rappelé": all inside the wording
        inside = [m for m in actors if m.start < scene.act.end and m.end > scene.act.head]
        return Sides(_officials(m for m in inside if not m.place), tuple(m for m in inside if m.place), "order")
    before = [m for m in actors if start <= m.start and m.end <= scene.act.head and not m.place]
    after = [m for m in actors if scene.act.head < m.start < end]
    agents = tuple(m for m in after if m.preposition in scene.language["passive_by"])
    subject = _subject(scene, before, start)
    objects = _objects(scene, [m for m in after if m not in agents])
    if scene.passive and not (scene.departs and not agents):
        agents = agents or _housed(scene, after)
        first, second = agents, subject or tuple(m for m in before if scene.faces(m))[:1] or objects
    elif agents and scene.act.form == "phrase":  # "ties were cut by Rwanda": the wording hides its passive
        first, second = agents, subject or objects
    else:
        first, second = subject, objects
    if scene.group.frame == "hosts":
        first, second = second, first
    return Sides(_officials(first), second, "order")


def _subject(scene: Scene, before: Sequence[ActorMention], start: int) -> Actors:
    """The clause's first actor that no preposition rules; else the relative's antecedent; else who led the sentence."""
    free = [m for m in before if not m.preposition and _leads(m)]
    if free:
        return scene.joined(free[0], free)
    if pronoun := _said_again(scene):
        leaders = [m for m in scene.sentence.actors if m.end <= start + 1 and not m.place and _leads(m)]
        if pronoun in scene.language["neuter"]:  # "it" is a state, never its minister
            leaders = [m for m in leaders if m.carrier != "office" and m.how != "pronoun"]
        else:
            leaders = [m for m in leaders if not m.preposition]
        return scene.joined(leaders[0], leaders) if leaders else ()
    word = scene.text[start:].split(maxsplit=1)[0].casefold() if start < len(scene.text) else ""
    earlier = [m for m in scene.sentence.actors if m.end <= start + 1 and not m.place]
    if word in scene.language["relative"] and earlier:
        return (earlier[-1],)
    leaders = [m for m in earlier if not m.preposition and _leads(m)]
    if not leaders and _coordinated(scene):
        first = [m for m in scene.sentence.actors if m.end <= scene.act.head and not m.place]
        leaders = [m for m in first if _leads(m) and not m.preposition]
    if not leaders and scene.act.form == "phrase":
        leaders = _following(scene)
    return scene.joined(leaders[0], leaders) if leaders else ()


def _coordinated(scene: Scene) -> bool:
    """ "… et *déploré*", "and *halted* loadings": the verb shares the subject of one before it."""
    before = scene.text[: scene.act.head].rsplit(maxsplit=1)
    return bool(before) and before[-1].casefold() in scene.words("and")


def _said_again(scene: Scene) -> str:
    """The personal pronoun that is the act's subject, "" if none: "Niamey said that *it* had recalled…"."""
    own = [a for a in scene.sentence.arguments if a.act == scene.index and a.role == "pronoun"]
    words = [scene.text[a.start : a.end].casefold() for a in own]
    return next((w for w in words if w in scene.language["pronouns"]), "")


def _following(scene: Scene) -> list[ActorMention]:
    """ "Dans un communiqué conjoint, Paris et Berlin…": who leads the clause that an opening phrase introduces."""
    return [
        m for m in scene.sentence.actors if m.start >= scene.act.end and not m.preposition and not m.place and _leads(m)
    ]


def _leads(mention: ActorMention) -> bool:
    """ "L'opposition béninoise", "Lebanese growers": an adjective on a noun that carries no state does not act for it."""
    return not (mention.how == "adjective" and mention.carrier is None)


def _objects(scene: Scene, after: Sequence[ActorMention]) -> Actors:
    """The first actor after the verb that it can reach directly or by a preposition of its frame."""
    wanted, links = _facing_words(scene), scene.words("links")
    for m in after:
        if m.how == "possessed":
            continue  # "rappelé son ambassadeur", "retiré ses troupes": one's own is never the other side
        reached = (
            not m.preposition or m.preposition in wanted or (m.preposition in links and scene.group.frame == "acts")
        )
        if scene.ruled(m) or (reached and scene.faces(m)):
            return scene.joined(m, after)
    return ()


def _housed(scene: Scene, after: Sequence[ActorMention]) -> Actors:
    """ "convoqué au ministère sénégalais", "received at the Élysée": the house where it is done does it."""
    return tuple(
        m
        for m in after
        if m.preposition in scene.words("within", "toward")
        and (m.carrier == "government" or m.how == "seat" or (m.how == "capital" and scene.group.frame == "hosts"))
    )[:1]


def _noun(scene: Scene, subject: bool = True) -> Sides:
    """A noun's actors by what introduces them: par, contre, entre, avec, de, or nothing (an adjective)."""
    act, (start, end) = scene.act, scene.clause
    end = min([end, act.end + REACH, *(a.head for a in scene.sentence.acts if a.head >= act.end and a.form == "noun")])
    near = [m for m in scene.sentence.actors if act.head < m.start < end]
    anchor = scene.instrument.end if scene.instrument and scene.instrument.start >= act.head else act.end
    agent = any(m.preposition in scene.language["passive_by"] for m in near)
    by: list[ActorMention] = []
    toward: list[ActorMention] = []
    for m in near:
        if m in by or m in toward:
            continue
        side = _noun_side(scene, m, anchor, agent or bool(by))
        if side == "by":
            by += scene.joined(m, near)
        elif side == "toward" and not toward:
            toward += scene.joined(m, near)
    if not by:
        by = _before_noun(scene, start, subject)
    if not by and scene.group.frame in ("meets", "together") and subject:
        by = list(scene.joined(lead[0], lead)) if (lead := _following(scene)) else []
    if scene.group.frame == "hosts":
        by, toward = toward, by
    return Sides(_officials(by), tuple(toward), "order")


def _noun_side(scene: Scene, m: ActorMention, anchor: int, has_by: bool) -> str | None:
    word, group = m.preposition, scene.group
    if word in scene.language["between"] or (
        word in scene.language["passive_by"] and group.frame not in ("meets", "together")
    ):
        return "by"
    if m.how == "adjective" and m.start - anchor < CLOSE:
        return "toward" if has_by else "by"
    if group.frame == "leaves" and word in scene.words("links", "from"):
        return "toward" if has_by or set(m.codes) <= scene.blocs else "by"
    if "," in scene.text[anchor : m.start] and (not word or word in scene.words("links", "within")):
        return None  # past a comma only par, contre, avec still belong to the noun
    if word in scene.language["links"]:
        return group.of if not (has_by and group.of == "by") else "toward"
    if word in _facing_words(scene) or word in scene.words("with", "toward"):
        return "toward" if scene.faces(m) else None
    return None


def _before_noun(scene: Scene, start: int, subject: bool) -> list[ActorMention]:
    """English "the Russian expulsion of…"; else the subject of the verb that brings the noun: "Paris annonce la suspension"."""
    before = [m for m in scene.sentence.actors if m.end <= scene.act.head and not m.place and m.carrier != "nationals"]
    if scene.language["premodified"] and before and scene.act.head - before[-1].end <= 3:
        return before[-1:]
    free = [m for m in before if not m.preposition] if subject else []
    lead = [m for m in free if m.start >= start][:1] or free[:1]
    return list(scene.joined(lead[0], free)) if lead else []


def standing(scene: Scene) -> Sides:
    """The sides of an instrument named alone: "les sanctions américaines contre Bamako"."""
    return _noun(scene, subject=False)


# -- as codes
@dataclass(frozen=True, slots=True)
class Named:
    """The sides as codes, each code on one side only; `symmetric` acts have all parties under `by`."""

    by: tuple[str, ...]
    toward: tuple[str, ...]
    witness: str
    people: tuple[str, ...] = ()
    symmetric: bool = False
    forces: bool = False  # whether soldiers do it

    def __str__(self) -> str:
        return f"{' '.join(self.by) or '?'} > {' '.join(self.toward) or '?'}"

    @property
    def whole(self) -> bool:
        """Whether an actor is known and somebody else is party to it."""
        return bool(self.by) and len({*self.by, *self.toward}) > 1


def named(found: Sides, symmetric: bool) -> Named:
    by, toward = codes(found.by), codes(found.toward)
    people = tuple(dict.fromkeys(m.person for m in (*found.by, *found.toward) if m.person))
    if symmetric:
        return Named(tuple(dict.fromkeys((*by, *toward))), (), found.witness, people, True)
    forces = bool(found.by) and all(m.carrier == "force" for m in found.by)
    return Named(by, tuple(c for c in toward if c not in by), found.witness, people, forces=forces)


def filled(
    who: Named, scene: Scene, mentions: Mentions, dated: bool, third: bool = False, ties: bool = False
) -> Named | None:
    """The other party: the one other actor of the sentence, or else of the page's pair. None abstains.

    dated: whether a day stands in the act's own phrase ("l'audience du 2 février"): then a meeting is that of the page's two.
    ties: whether what it works on binds two ("suspended the pact"): the one other actor of the sentence is the other end.
    third: whether the act is one that a third party does toward both ("Sri Lanka urged calm", "offered to host talks").
    """
    known = {*who.by, *who.toward}
    if not known and who.symmetric and dated:
        return replace(who, by=mentions.pair, witness="filled") if mentions.pair else None
    if len(known) != 1 or not scene.anchored(who):
        return None
    if not who.by and (_somebody_else(scene) or (scene.passive and not _befalls(scene, who))):
        return None
    named_here = {c for m in scene.sentence.actors if not m.place and len(m.codes) == 1 for c in m.codes} - known
    pair = set(mentions.pair)
    if third and who.by and pair and not known & pair:
        by = (*who.by, *mentions.pair) if who.symmetric else who.by
        return replace(who, by=by, toward=() if who.symmetric else mentions.pair, witness="filled")
    alone = named_here <= pair or (ties and bool(pair) and not known < pair)
    other = tuple(named_here) if len(named_here) == 1 and alone else tuple(pair - known) if known < pair else ()
    if not other:
        return None
    if who.symmetric:
        return replace(who, by=(*who.by, *other), witness="filled")
    return replace(who, toward=other, witness="filled") if who.by else replace(who, by=other, witness="filled")


def _befalls(scene: Scene, who: Named) -> bool:
    """Whether a passive tells what befell people of a side ("l'ambassadrice a été convoquée"): between two, the other did it."""
    mine = (m for m in scene.sentence.actors if set(m.codes) <= set(who.toward))
    return any(m.carrier and m.end <= scene.act.head and not m.preposition for m in mine)


def codes(mentions: Iterable[ActorMention]) -> tuple[str, ...]:
    """The actors of some mentions, each once, in a stable order of naming."""
    return tuple(dict.fromkeys(c for m in mentions for c in m.codes))
