"""One act of one sentence, with what is needed to read its sides: its clause, its voice, who stands where."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from detente.codebook.entries import Group
from detente.codebook.languages import Language
from detente.model import CLAUSE, LEADS, TOWN, ActMention, ActorMention, Argument, InstrumentMention, Sentence
from detente.reports import clauses, lists
from detente.reports.spelling import low_words

CLOSE = 34  # characters between a noun and its own adjective: "la suspension d'une partie de l'aide américaine" is 33
BESIDE = 4  # words between "avoir" and its participle: "a | tout de suite vivement"
AHEAD = 24  # characters behind a subject in which its auxiliary stands
FROM = 12  # characters from an act to the state that one must leave: " out of ", " from the "
DATED = 30  # characters from a passive to where it is done, a day between: "interpellée *en février* à Lyon"
TOUCHING = 6  # characters an article takes between a wording and its object: " de l'"

SAID = 12  # characters from who says it to his verb: "…, *Quito* later said"
SAYING = ("verb", "weak-verb")  # kinds of cue

_CAPITAL = re.compile(r" ([A-Z][a-z]+)")  # a word with a capital right behind a name
EXPELS = "expel"  # the act of the state that one must leave
SUMMONS = "summon"  # the act of the ministry where an envoy is called in
HOLDS = frozenset({"detain", "arrest"})  # acts of the state where they are done, whoever they befall
REMOVES = HOLDS | {EXPELS, "deport", "abduct"}  # acts done to people where they are

Actors = tuple[ActorMention, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """by, toward: mentions; witness: syntax, order, or both names joined by `+`."""

    by: Actors = ()
    toward: Actors = ()
    witness: str = ""


@dataclass(frozen=True)
class Scene:
    """One act of one sentence, with what is needed to read its sides. blocs: codes of organisations one can leave."""

    sentence: Sentence
    index: int
    group: Group
    language: Language
    text: str
    blocs: frozenset[str]
    instrument: InstrumentMention | None = None
    gives: bool = False
    moves: bool = False  # what one does with one's own troops
    harms: bool = False  # what one does to another
    helps: bool = False  # whether what it works on is help: aid, a loan
    kills: bool = False  # whether it is an attack, which others than states make
    compels: bool = False  # whether it is force, used or short of violence
    ended: bool = False  # whether another act of its sentence ends what it began
    says: bool = False  # what one does by saying it
    weighs: bool = False  # whether it begins, ends or changes something that lasts: a duty, a border, aid
    bars: bool = False  # whether it is a restriction, so of whoever imposed it: sanctions

    @cached_property
    def act(self) -> ActMention:
        return self.sentence.acts[self.index]

    @property
    def wording(self) -> str:
        return self.text[self.act.head : self.act.end]

    @cached_property
    def departs(self) -> bool:
        """ "Les soldats allemands ont été évacués", "déployés": whose troops they are does it, even in the passive."""
        return self.group.frame in ("leaves", "recalls") or (
            self.moves and self.act.voice == "passive" and self._troops
        )

    @property
    def _troops(self) -> bool:
        """Whether troops stand before the act in its clause."""
        start = self.clause[0]
        return any(m.carrier == "force" and start <= m.start and m.end <= self.act.head for m in self.sentence.actors)

    @cached_property
    def passive(self) -> bool:
        if self.act.form != "verb" or self._own_by:
            return False
        if self.act.voice in ("passive", "bare"):
            return True
        if self.act.tense == "present" and self._hides_be(self.act):
            return self.group.frame == "acts" and self.act.act in REMOVES  # "eighteen *are ordered out* of Prague"
        return (
            self.act.tense == "past" and (self._agent_behind or self._undergone or self._enclosed)
        ) or self._seen_done

    @property
    def _seen_done(self) -> bool:
        """ "L'ambassadrice *s'est vu* signifier le mécontentement": who sees it done to himself undergoes it."""
        before = low_words(self.text[self.sentence.start : self.act.head])
        seen = self.act.tense == "infinitive" and before[-1:] != [] and before[-1] in self.language["undergoing"]
        return seen and bool({*before[-BESIDE:-1]} & {*self.language["reflexive"]})

    @property
    def _own_by(self) -> bool:
        """ "*Stood by* Lithuania", "*was angered by* the raid": of what one says, a wording's own last word is no agent's."""
        last = self.wording.rsplit(maxsplit=1)[-1].casefold()
        return self.says and " " in self.wording and last in self.words("passive_by")

    @property
    def _undergone(self) -> bool:
        """ "A convoy *was held* at…", "taken off a bus and *held*", "Sealed off, …": a passive that hides in its wording,
        behind the auxiliary of another, or in a participle that stands on a noun."""
        if self.group.frame != "acts" or not self.harms:
            return False
        own = [a for a in self.sentence.arguments if a.act == self.index]
        if self._sent_away:
            return True
        if self._hides_be(self.act) or (any(a.role == "passive_subject" for a in own) and not self.surely_active):
            return True
        if self._held_people(own):
            return True
        if any(a.role == "object" and a.start >= self.act.end for a in own):
            return False
        held = any(a.role == "object" and a.start > self.act.head for a in own)  # "*announced a duty* on"
        return (self._reduced and bool(self.language["premodified"]) and not held) or self._shares_voice

    @cached_property
    def surely_active(self) -> bool:
        """ "*A critiqué* mardi", "*sont entrés* dans l'ambassade": a French participle that its auxiliary makes active is no
        passive, whatever the parser says."""
        near = {*low_words(self.text[self.sentence.start : self.act.head])[-BESIDE:]}
        have, be = (not near.isdisjoint(self.language.auxiliary(kind)) for kind in ("have", "be"))
        past = self.act.voice == "active" and self.act.tense == "past"
        return past and have != be and not self.language["premodified"]

    @property
    def _reduced(self) -> bool:
        """Whether a participle opens its clause: "its envoy, *hauled from* his car"."""
        clauses_ = [a for a in self.sentence.arguments if a.role == "reduced" and a.head == self.act.head]
        return any(a.act < 0 and not self.text[a.start : a.head].strip(" ,") for a in clauses_)

    def _held_people(self, own: Sequence[Argument]) -> bool:
        """ "Freed several dozen *Rwandans held* on spying charges": an English participle right behind people, without object."""
        if self.act.act not in HOLDS or not self.language["premodified"] or self.act.tense != "past":
            return False
        people = (m for m in self.sentence.actors if m.how == "people" and 0 < self.act.head - m.end <= 1)
        return any(people) and not any(a.role == "object" and a.start > self.act.head for a in own)

    @property
    def _shares_voice(self) -> bool:
        """ "Were taken off a bus *and held*": "and" before it, a passive before that."""
        before = self.text[self.sentence.start : self.act.head].rsplit(maxsplit=1)
        if not before or before[-1].casefold() not in self.words("and"):
            return False
        verbs = [a for a in self.sentence.acts if a.form == "verb" and a.head < self.act.head]
        return bool(verbs) and (verbs[-1].voice == "passive" or self._hides_be(verbs[-1]))

    def _hides_be(self, act: ActMention) -> bool:
        """Whether a wording brings its auxiliary: "*was held* at"."""
        return self.text[act.head : act.end].split(maxsplit=1)[0].casefold() in self.language.auxiliary("be")

    def left(self, mention: ActorMention) -> bool:
        """ "Expelled *from Somalia*": the state that somebody must leave does it."""
        return self.harms and self.passive and self._out_of(mention)

    def _out_of(self, mention: ActorMention) -> bool:
        """Whether nothing but "from" stands between the act and a state: "migrants deported *from France*"."""
        named = mention.how in ("name", "capital", TOWN) and self.act.head < mention.start
        if self.act.act == EXPELS and not mention.preposition:
            return named and mention.start <= self.act.end + TOUCHING  # "ordered to leave *Uganda*"
        return named and mention.preposition in self.words("from", "links") and mention.start <= self.act.end + FROM

    def keeps(self, mention: ActorMention) -> bool:
        """ "Détenu *en Iran*", "held *in China*", "entre les mains du *parquet malien*": where, and by whom, somebody is held."""
        if self.act.form == "phrase" and mention.carrier == "government" and self.act.act in HOLDS:
            return self.act.head < mention.start < self.act.end
        held = mention.place or mention.how == "seat"
        named = (
            held and mention.how in ("name", "capital", "seat", TOWN) and mention.preposition in self.words("within")
        )
        held = self.act.act in HOLDS and (self.passive or self.act.form in ("phrase", "noun"))
        reach = DATED if self.passive and "," not in self.text[self.act.end : mention.start] else FROM
        return held and named and self.act.head < mention.start <= self.act.end + reach

    @property
    def _sent_away(self) -> bool:
        """ "Migrants *deported from France*": a participle with no object of its own before "from"."""
        alone = self.text[self.act.head : self.act.end].split()
        left = any(self._out_of(m) and m.preposition in self.words("coming") for m in self.sentence.actors)
        return left and (len(alone) == 1 or (len(alone) == 2 and alone[1] in self.words("coming")))

    def reported_to(self, mention: ActorMention) -> bool:
        """ "Mogadiscio *nous* a proposé…": "we" right behind a name is whom it is done to."""
        before = (m for m in self.sentence.actors if 0 <= mention.start - m.end <= 1 and not m.preposition)
        return mention.how == "we" and any(before)

    @property
    def _agent_behind(self) -> bool:
        """ "Fishermen arrested off Vizag by the coast guard": where a participle looks like a past, its agent tells it."""
        own = (a for a in self.sentence.arguments if a.act == self.index)
        return bool(self.language["premodified"]) and any(a.role == "agent" for a in own)

    @property
    def _enclosed(self) -> bool:
        """ "Laos, *threatened with sanctions by Thailand*, reacted": between commas, right behind a name, a participle and its agent."""
        led = any(self.text[m.end : self.act.head].strip() == "," for m in self.sentence.actors)
        end = self.text.find(",", self.act.end, self.sentence.end)
        agents = (m for m in self.sentence.actors if m.preposition in self.words("passive_by"))
        return led and bool(self.language["premodified"]) and any(self.act.end <= m.start < end for m in agents)

    @cached_property
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
        held = [
            c for c in self.sentence.arguments if c.act == CLAUSE and c.start < self.act.end and self.act.head < c.end
        ]
        return any(c.role == "relative" for c in held)

    def of_another_clause(self, mention: ActorMention) -> bool:
        """ "*Canada* protested to Beijing, and New Zealand warned its people": who leads the clause of another verb."""
        parted = clauses.named(self.sentence, self.text, self.language)
        return any((mention.start < at) != (self.act.head < at) for at in parted)

    def inner(self, mention: ActorMention) -> bool:
        """ "Killed militants *who had crossed from Cameroon*": what a clause says of whom one harms or meets; elsewhere it may
        name the other side ("boycotted the meeting *called by Hungary*")."""
        bodily = self.kills or self.compels or self.group.frame in ("visits", "meets", "hosts", "together")
        if not bodily or self.act.form != "verb":
            return False
        hung = (c for c in self.sentence.arguments if c.act < 0 and c.role in ("relative", "reduced"))
        return any(self.act.end <= c.start <= mention.start and c.head < mention.start < c.end for c in hung)

    def lead(self, mention: ActorMention) -> bool:
        """Whether a mention is the subject of what stands right behind it: "et *Moscou* l'a menacée", "as *Kyiv* has"."""
        if mention.preposition or mention.place or not leads(mention):
            return False
        following = self.text[mention.end : self.sentence.end][:AHEAD].replace("’", "'").replace("'", "' ").split()
        small = {w.replace("'", "' ").strip() for w in self.words("clitic_objects", "reflexive", "clitics")} | {
            *self.language.maps["negation"]["before"]
        }
        while following and following[0].casefold() in small:
            following.pop(0)
        auxiliaries = {**self.language.auxiliary("have"), **self.language.auxiliary("be")}
        return bool(following) and auxiliaries.get(following[0].casefold(), "past") not in (
            "past",
            "infinitive",
            "gerund",
        )

    def words(self, *kinds: str) -> frozenset[str]:
        return self.language.words(*kinds)

    @cached_property
    def facing(self) -> frozenset[str]:
        """Prepositions that introduce the other side, by frame."""
        kinds: dict[str, tuple[str, ...]] = {
            "visits": ("toward", "within", "links"),
            "leaves": ("from", "links"),
            "meets": ("with", "between"),
            "hosts": ("links", "toward", "from") if " " in self.wording else (),
            "together": ("with", "between"),
            "recalls": ("toward", "within", "from", "accredited"),
        }
        return self.words(*kinds.get(self.group.frame, ("toward", "with", "within", "from", "between")))

    def faces(self, mention: ActorMention) -> bool:
        """Whether a mention can be the other side: "imposé au Mali" faces Mali, "reçu à Bamako" is only where."""
        if mention.how == "posting":
            return self.group.frame == "recalls"
        if mention.how == TOWN:  # "ont frappé *Odessa*", "left *Agadez*": not "arrested in Arusha"
            return self.kills or self.moves or self.group.frame in ("leaves", "visits")
        return (
            not mention.place
            or self.group.frame in ("visits", "recalls")
            or (self.ruled(mention) and not self.only_where(mention))
            or (mention.how == "name" and self.group.frame in ("acts", "leaves"))
        )

    def in_a_name(self, mention: ActorMention) -> bool:
        """ "The *Ghana* Football Association", "*Kenya* Airways": the beginning of a name that is not the state's."""
        if not self.language["premodified"] or mention.how not in ("name", "capital") or mention.carrier:
            return False
        word = _CAPITAL.match(self.text, mention.end)
        named = any(m.start == mention.end + 1 for m in self.sentence.actors)
        return word is not None and not named and word[1].casefold() not in self.language["inserted"]

    def of_something_else(self, mention: ActorMention) -> bool:
        """ "Met elders near *the border with South Sudan*", "une session sur *la frontière avec* le Bénin": of that noun."""
        if mention.preposition not in self.words("with"):
            return False
        words = self.text[self.act.end : mention.start].casefold().split()
        ruled = max((i for i, w in enumerate(words) if w == mention.preposition), default=0)
        return ruled > 0 and words[ruled - 1].strip(",") in self.words("relating")

    def only_where(self, mention: ActorMention) -> bool:
        """ "Se sont retrouvés *à Luanda*", "agreed *in Djibouti* to": where it is done is no party to what takes two."""
        where = self.group.frame == "together" and mention.preposition not in self.words("toward")
        return mention.place and (self.group.frame == "meets" or where)

    def reaches(self, mention: ActorMention) -> bool:
        """Whether a place is whom the act goes to: "accordé *à Kiev* un don", nothing but words of one phrase between."""
        if not (self.gives and self.group.frame == "acts" and mention.place and mention.how in ("name", "capital")):
            return False
        if self.says and self.language["premodified"] and mention.preposition in self.words("within"):
            return False  # "pledged *in Kampala* not to"
        between = clauses.without_decimals(self.text[self.act.head : mention.start])
        verbs = (a for a in self.sentence.acts if a.form == "verb" and self.act.end <= a.head < mention.start)
        return self.act.head < mention.start and "," not in between and not any(verbs)

    def ruled(self, mention: ActorMention) -> bool:
        """Whether the act's own wording ends with the preposition before the mention: "reproche à | Ottawa"."""
        last = self.text[self.act.head : self.act.end].rsplit(maxsplit=1)[-1].casefold()
        near = 0 <= mention.start - self.act.end <= TOUCHING or self.act.head < mention.start < self.act.end
        return near and last in self.words("toward", "with", "links", "within", "from")

    def free(self, mention: ActorMention) -> bool:
        """Whether a mention can lead a clause: no preposition rules it, and it acts for a state."""
        return not mention.preposition and not mention.place and leads(mention)

    def closes(self, mention: ActorMention) -> bool:
        """ "*Stands by* Lithuania": an active wording's own last word is the preposition of its object, "by" as well."""
        last = self.wording.rsplit(maxsplit=1)[-1].casefold()
        near = 0 <= mention.start - self.act.end <= TOUCHING and " " in self.wording
        active = self.act.voice == "active" and self.act.tense != "past"
        return near and last == mention.preposition and (active or self._own_by)

    def joined(self, mention: ActorMention, pool: Sequence[ActorMention]) -> Actors:
        """Who stands in one list with a mention; not who leads the verb behind the "and"."""
        fit = [m for m in pool if m is mention or not self.leads_the_next(m)]
        return lists.around(mention, fit, self.text, self.language)

    def leads_the_next(self, mention: ActorMention) -> bool:
        """ "Condemned the raid, *and Quito* let it be known": the subject of another verb behind the act's own."""
        if clauses.past_an_aside(self.sentence, mention, self.text, self.language) is not None:
            return mention.start > self.act.end
        says = [c.start for c in self.sentence.speech if c.kind in SAYING]
        if mention.start > self.act.end and self._touches_the_next(mention):
            return True
        leading = (a for a in self.sentence.arguments if a.act == LEADS)
        heads = (a.head for a in leading if not any(0 <= at - a.end <= SAID for at in says))
        return mention.start > self.act.end and any(mention.start <= head < mention.end for head in heads)

    def _touches_the_next(self, mention: ActorMention) -> bool:
        """ "…, et *la Belgique forme* les parachutistes": right before a verb of its own in the present, behind the act's."""
        if mention.preposition or self.language["premodified"] or not leads(mention):
            return False
        nexts = (a for a in self.sentence.acts if a.form == "verb" and a.tense in ("present", "future", "imperfect"))
        free = (a for a in nexts if a.governor != self.index)  # not "souhaite que *Moscou restitue*"
        return any(a.head - mention.end == 1 and a.head > self.act.end for a in free)


def officials(mentions: Iterable[ActorMention]) -> Actors:
    """Nationals, companies and goods do not act for their state."""
    return tuple(m for m in mentions if m.carrier != "nationals")


def without_towns(sentence: Sentence) -> Sentence:
    """The sentence as it names actors only."""
    if not any(m.how == TOWN for m in sentence.actors):
        return sentence
    return replace(sentence, actors=tuple(m for m in sentence.actors if m.how != TOWN))


def leads(mention: ActorMention) -> bool:
    """ "L'opposition béninoise", "Lebanese growers": an adjective on a noun that carries no state does not act for it."""
    return not (mention.how == "adjective" and mention.carrier is None)


def following(scene: Scene) -> list[ActorMention]:
    """ "Dans un communiqué conjoint, Paris et Berlin…": who leads the clause that an opening phrase introduces."""
    return [
        m for m in scene.sentence.actors if m.start >= scene.act.end and not m.preposition and not m.place and leads(m)
    ]


def aside(scene: Scene, start: int, mention: ActorMention) -> bool:
    """ "A salué ce pas, tout en rappelant le rôle *de l'AES*": past a comma, whose thing something is says nothing of the act."""
    return "," in clauses.without_decimals(scene.text[start : mention.start])
