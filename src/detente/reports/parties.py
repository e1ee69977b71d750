"""The sides of an act as codes, and the one that its sentence leaves out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from detente.model import ActorMention, Mentions
from detente.reports import nobody, owned, pronouns
from detente.reports.gapped import gapped
from detente.reports.hung import somebody_else
from detente.reports.nouns import BLAMES, announced
from detente.reports.scene import CLOSE, HOLDS, Scene, Sides
from detente.reports.spelling import low

RELATED = 2  # words before a name in which a relation stands: "ties with"
GUESSED = frozenset(
    {"filled", "focus", "custody", "beside", "two", "asked", "run", "judged"}
)  # witnesses of a side that its sentence leaves out


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
    """The sides by their codes. symmetric: whether it takes two who do the same, and has no side toward whom."""
    by, toward = codes(found.by), codes(found.toward)
    people = tuple(dict.fromkeys(m.person for m in (*found.by, *found.toward) if m.person))
    if symmetric:
        return Named(tuple(dict.fromkeys((*by, *toward))), (), found.witness, people, True)
    forces = bool(found.by) and all(m.carrier == "force" for m in found.by)
    return Named(by, tuple(c for c in toward if c not in by), found.witness, people, forces=forces)


@dataclass(frozen=True, slots=True)
class Nature:
    """What of an act says whom its sentence may leave out.

    dated: a day stands in its own phrase ("l'audience du 2 février"): then a meeting is that of the page's two.
    third: a third party does it toward both ("Sri Lanka urged calm", "offered to host talks").
    ties: what it works on binds two ("suspended the pact"): the one other actor of the sentence is the other end.
    homeward: it is told to one's own people ("warned its citizens to avoid Lagos").
    """

    dated: bool = False
    third: bool = False
    ties: bool = False
    homeward: bool = False


def filled(who: Named, scene: Scene, mentions: Mentions, nature: Nature) -> Named | None:
    """The other party: the one other actor of the sentence, or else of the page's pair. None abstains."""
    known = {*who.by, *who.toward}
    if not known and who.symmetric and nature.dated:
        return replace(who, by=mentions.pair, witness="filled") if mentions.pair else None
    pair = set(mentions.pair)
    third = nature.third and bool(who.by) and bool(pair) and not known & pair
    leagued = len(who.by) > 1 and not who.toward and not who.symmetric and len(pair & known) == 1
    if not (len(known) == 1 or third or leagued) or _told_of_nobody(who, scene, nature):
        return None
    if _blames_elsewhere(scene, who, pair):
        return None
    if leagued:  # "Riyadh, Manama and Kuwait withdrew their envoys", on a page on Riyadh and Beirut
        return replace(who, toward=tuple(pair - known), witness="filled")
    left = gapped(scene.sentence, scene.act, scene.text, scene.language)
    free = [m for m in scene.sentence.actors if not m.place and m not in left and not scene.of_another_clause(m)]
    named_here = {c for m in free if len(m.codes) == 1 for c in m.codes} - known
    if third and not who.toward:
        by = (*who.by, *mentions.pair) if who.symmetric else who.by
        return replace(who, by=by, toward=() if who.symmetric else mentions.pair, witness="filled")
    if nature.ties and who.by and not who.symmetric and (bound := _bound(scene, known)):
        return replace(who, toward=bound, witness="filled")
    if len(known) == 1 and not who.symmetric and (tied := _tied(scene) - known) and len(tied) == 1:
        return replace(who, toward=tuple(tied), witness="filled") if who.by else None
    alone = named_here <= pair or (nature.ties and bool(pair) and not known < pair)
    other = tuple(named_here) if len(named_here) == 1 and alone else tuple(pair - known) if known < pair else ()
    if not other:
        return None
    if who.symmetric:
        return replace(who, by=(*who.by, *other), witness="filled")
    return replace(who, toward=other, witness="filled") if who.by else replace(who, by=other, witness="filled")


def _bound(scene: Scene, known: set[str]) -> tuple[str, ...]:
    """ "A mis fin à l'accord *qui le liait aux États-Unis*": the one named behind what binds two, before any comma."""
    behind = [m for m in scene.sentence.actors if m.start >= scene.act.end and not set(m.codes) & known]
    near = [m for m in behind if "," not in scene.text[scene.act.end : m.start] and len(m.codes) == 1]
    tied = [m for m in near if m.preposition in scene.words("toward", "with") and not m.carrier]
    return tied[0].codes if len({m.codes for m in near}) == 1 and tied else ()


def _tied(scene: Scene) -> set[str]:
    """ "Its *ties with Madrid* were strained: in November it recalled its envoy": with whom the sentence says that they are."""
    before = (m for m in scene.sentence.actors if m.end <= scene.act.head and m.preposition in scene.language["with"])
    led = ((m, scene.text[scene.sentence.start : m.start].casefold().split()[-RELATED:]) for m in before)
    return {c for m, words in led if {*words} & scene.words("relating") for c in m.codes}


def _told_of_nobody(who: Named, scene: Scene, nature: Nature) -> bool:
    """Whether nothing says that the other side is one of the page's: a topic, one's own people, a doer who is no actor."""
    if not _anchored(scene, who):
        return True
    if who.by:
        return (
            (not nature.homeward and nobody.one_s_own(scene))
            or nobody.is_meant(scene)
            or nobody.of_its_own(scene, who.by)
            or pronouns.of_a_stranger(scene)
        )
    return (
        somebody_else(scene)
        or nobody.does_it(scene)
        or _of_a_kind(scene)
        or (scene.passive and not _befalls(scene, who))
    )


def _of_a_kind(scene: Scene) -> bool:
    """ "Une liste d'États *dont les citoyens n'ont plus droit au visa*", "states *whose citizens are barred*": of no state named."""
    said = low(scene.text[scene.clause[0] : scene.act.start])
    led = [w for w in scene.words("relative_owners") if said.split()[:1] == [w] or f" {w} " in said]
    at = scene.clause[0] + max((said.rfind(f"{w} ") for w in led), default=0)
    return bool(led) and not any(at <= m.start < scene.act.start for m in scene.sentence.actors)


def between(who: Named, scene: Scene, pair: tuple[str, ...]) -> Named | None:
    """ "A joint commission met", "they signed": an act of two whose sentence names neither, nor anybody else, is the page's two's."""
    alone = {c for m in scene.sentence.actors for c in m.codes} <= set(pair)
    if scene.group.frame == "meets" and (nobody.with_somebody(scene) or nobody.gathers(scene)):
        return None
    if not pair or not alone or who.by or who.toward or scene.act.form == "phrase" or nobody.unofficial(scene):
        return None
    return replace(who, by=pair, witness="two")


def _befalls(scene: Scene, who: Named) -> bool:
    """Whether a passive tells what befell people of a side ("l'ambassadrice a été convoquée"): between two, the other did it.

    So did the other withhold the help that a side was given ("l'aide au Laos a été réduite").
    """
    if scene.helps:
        return True
    if scene.kills:
        return False  # "deux soldats béninois ont été tués": by whom, no page's pair can say
    mine = [m for m in scene.sentence.actors if set(m.codes) <= set(who.toward)]
    if scene.act.act in HOLDS and any(_rules(scene, m) for m in mine):
        return False  # "le président Bazoum, toujours détenu": a ruler overthrown is held at home
    if scene.harms and any(m.preposition in scene.words("coming") and m.end <= scene.act.head for m in mine):
        return True  # "fruit *from Lebanon* has been banned"
    mine = [m for m in mine if m.end <= scene.act.head]
    return any(m.carrier or m.how in ("adjective", "people") or _qualifies(scene, m) for m in mine)


def _rules(scene: Scene, mention: ActorMention) -> bool:
    """Whether somebody is named as the head of his state or government."""
    words = f" {scene.text[mention.start : mention.end].casefold()} "
    offices = scene.language.maps["same_office"]
    return any(f" {w.casefold()} " in words for kind in ("state", "government") for w in offices[kind])


def _blames_elsewhere(scene: Scene, who: Named, pair: set[str]) -> bool:
    """ "A condamné la répression *à N'Djamena*": what one finds fault with is of a third state, whoever did it."""
    if scene.act.act not in BLAMES or not who.by:
        return False
    roles = ("object", "oblique")
    own = [a for a in scene.sentence.arguments if a.act == scene.index and a.role in roles and a.start > scene.act.head]
    inside = (m for m in scene.sentence.actors if any(a.start <= m.start < a.end for a in own))
    return any(not set(m.codes) & pair for m in inside)


def _qualifies(scene: Scene, mention: ActorMention) -> bool:
    """ "*The US* deputy chief of mission was summoned": an English name before the noun of whoever it befalls."""
    own = (a for a in scene.sentence.arguments if a.act == scene.index and a.role == "passive_subject")
    inside = any(a.start <= mention.start and mention.end < a.head for a in own)
    return inside and bool(scene.language["premodified"]) and mention.how == "name" and not mention.preposition


def codes(mentions: Iterable[ActorMention]) -> tuple[str, ...]:
    """The actors of some mentions, each once, in a stable order of naming."""
    return tuple(dict.fromkeys(c for m in mentions for c in m.codes))


def _anchored(scene: Scene, who: Named) -> bool:
    """Whether a named side belongs to the act closely enough for the other to be filled in from the page.

    A noun needs it in its own phrase ("la suspension de l'aide américaine"); a participle without auxiliary, an agent
    or the noun it stands on. "L'attaque", "des relations tendues" alone only name a topic.
    """
    act, known = scene.act, {*who.by, *who.toward}
    mine = [m for m in scene.sentence.actors if set(m.codes) & known]
    if act.form == "noun":
        end = max(act.end, scene.instrument.end if scene.instrument else 0)
        near = any(act.head < m.start < end + CLOSE or 0 <= act.head - m.end <= 3 for m in mine)
        return near or (scene.harms and announced(scene, [m for m in mine if m.end <= act.head][-1:]))
    if act.form == "verb" and act.voice == "bare":
        if owned.imposer(scene):
            return True
        beside = scene.harms or scene.helps or scene.kills or (scene.instrument is not None and not scene.moves)
        return any(m.preposition in scene.language["passive_by"] and m.start > act.head for m in mine) or any(
            beside and 0 <= act.head - m.end <= 2 for m in mine
        )
    return True
