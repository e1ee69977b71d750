"""Who is meant by words that name no state: "his country", "its neighbour", "the foreign ministry", "President Ramsaroop".

Resolved only where one reading is clearly best: the page's two main actors are known, and the sentence, or the one before,
leaves one of them. The mention says so: how `inferred` (a title or ministry alone) or `possessed` ("its government").
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from detente.codebook.languages import Language
from detente.mentions import leads, people
from detente.mentions.actors import ActorFinder
from detente.mentions.bare_titles import BareTitles
from detente.mentions.interview import Interview
from detente.mentions.last_named import LastNamed, officials
from detente.mentions.lexicon import Lexicon, Match, longest
from detente.mentions.missions import Missions
from detente.mentions.nationalities import Nationalities
from detente.mentions.office_kinds import SOLE, Kinds, OfficeKinds
from detente.mentions.people import Roll
from detente.mentions.personal import Pronouns
from detente.mentions.tokens import Token
from detente.model import ActorMention, Sentence

ITEM = frozenset("-–—•*·")  # what an item of a list begins with
LABEL = 3  # characters from a state to the colon behind it
OPENING = 8  # characters before, or behind, a capital that opens a sentence: "In ", " the "
FEWEST = 3  # states that are counted when they are spoken of again: "the three"
FRONTED = 9  # words and marks of a phrase before the pronoun that it opens upon: "Trois jours plus tard, *elle*…"
AROUND = 4  # officials named before a pronoun, among whom it may choose by gender


@dataclass(frozen=True, slots=True)
class Before:
    """What the page has said so far: its two main actors, and who led the last sentence that had a leader."""

    pair: tuple[str, ...]
    previous: ActorMention | None = None  # leader of the sentence just before
    leader: ActorMention | None = None  # of the last that had one
    speaker: ActorMention | None = None  # who was last quoted
    single: ActorMention | None = None  # the first of one state, that no preposition rules, in the sentence just before
    listed: tuple[str, ...] = ()  # the last three or more who led a sentence together
    led: tuple[str, ...] = ()  # all who led the sentence just before together: "Oslo and Reykjavik"
    issuer: tuple[str, ...] = ()  # whose communiqué the page is
    persons: tuple[ActorMention, ...] = ()  # officials named in the sentence just before
    officials: tuple[ActorMention, ...] = ()  # the same, and those whom it names by their office alone
    around: tuple[ActorMention, ...] = ()  # and in the few before it, the nearest first
    stem: ActorMention | None = None  # who leads "the ministry has:", above the items of a list
    mission: tuple[str, ...] = ()  # whose embassy or consulate was last named
    called: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # kind of an office alone -> whose it was so far


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence, its words, and the text they stand in."""

    sentence: Sentence
    words: Sequence[Token]
    text: str
    interview: bool = False
    unsure: Sequence[tuple[int, int]] = ()  # spans of people introduced of whom nobody can say whose they are
    genders: Mapping[str, bool] = field(default_factory=dict)  # of people by name: whether a woman
    held: Mapping[str, Kinds] = field(default_factory=dict)  # and of what kind their offices are


class Referrer:
    """Compiled once for a language; `resolve` is pure but for what it teaches `page` (people by surname)."""

    def __init__(
        self, language: Language, actors: ActorFinder, small: people.Small, kinds: OfficeKinds | None = None
    ) -> None:
        self.actors, self.small, self.kinds = actors, small, kinds or OfficeKinds(language)
        self.missions = Missions(language, actors)
        self.last_named = LastNamed(language, actors)
        contractions = {k: frozenset({k, *v}) for k, v in language.maps["contractions"].items()}
        self.titles = BareTitles(language, actors, self.kinds)
        self.nationalities = Nationalities(language, actors, self.kinds)
        self.pronouns = Pronouns(language)
        self.facing = frozenset(language["with"]) | (frozenset(language["toward"]) - frozenset(language["within"]))
        self.joining = frozenset(language.maps["speech"]["opening"])
        self.definite = frozenset(language["definite"])
        self.pointing = self.definite | frozenset(language["demonstratives"])
        self.remention = frozenset(language["remention"])
        self.many = frozenset(language["elsewhere"])
        self.several = [frozenset(w.split("|")) for w in language["several"]]
        self.genitive = frozenset(language["premodified"])
        self.before_noun = frozenset(language["articles"]) | frozenset(language["links"]) | actors.prepositions
        self.we, self.you = frozenset(language["first_person"]), frozenset(language["second_person"])
        self.plural = language["plural"]
        self.joins = frozenset(language["and"])
        self.domestic: Lexicon[str] = Lexicon(contractions)
        self.others: Lexicon[str] = Lexicon(contractions)
        self.own: Lexicon[str] = Lexicon(contractions)
        self.other_one: Lexicon[str] = Lexicon(contractions)
        self.other_one.add_wordings(language["other_one"], "other_one")
        for lexicon, key in ((self.domestic, "domestic"), (self.others, "neighbours"), (self.own, "own_country")):
            for noun in language[key]:
                lexicon.add(lexicon.noun(language.inflected(noun)), key)

    def resolve(
        self,
        text: str,
        found: Sequence[Sentence],
        words: Sequence[Sequence[Token]],
        pair: tuple[str, ...],
        known: Roll,
        interview: Interview | None,
    ) -> list[Sentence]:
        """Each sentence with the actors its pronouns, bare titles, possessives and neighbours stand for."""
        out: list[Sentence] = []
        asked = interview.mention if interview else None
        issuer = asked.codes if asked and interview and interview.issued else ()
        before = Before(pair, speaker=asked, issuer=issuer)
        unsure = [(p.start, p.end) for p in known.persons if p.code is None]
        genders = {p.name: p.feminine for p in known.persons if p.feminine is not None}
        held = self.kinds.held(known.persons)
        page = self.nationalities.told(found, pair)
        for sentence, own in zip(found, words, strict=True):
            sentence = self.nationalities.meant(sentence, own, page, before.around)
            done = self._sentence(Heard(sentence, own, text, asked is not None, unsure, genders, held), before)
            out.append(done)
            before = self._behind(before, Heard(done, own, text, unsure=unsure), asked)
        return out

    def _behind(self, before: Before, heard: Heard, asked: ActorMention | None) -> Before:
        """What the page has said once a sentence is resolved. asked: whose interview, or communiqué, it is."""
        done, own = heard.sentence, heard.words
        lead = leads.leader(done)
        together = leads.together(done, own, self.joins) if lead else ()
        persons = tuple(m for m in done.actors if m.person and m.carrier == "office" and len(m.codes) == 1)
        return Before(
            before.pair,
            previous=lead,
            leader=lead or before.leader,
            speaker=asked or leads.quoted_speaker(done) or before.speaker,
            single=leads.single(done),
            listed=self._listed(done, own, together) or before.listed,
            led=together,
            issuer=before.issuer,
            persons=persons,
            officials=() if self._unknown_last(heard) else officials(done),
            around=(*persons, *before.around)[:AROUND],
            stem=_stem(done, own, heard.text, lead, before.stem),
            mission=self.missions.named(done, own) or before.mission,
            called={**self._called(done, own), **before.called},
        )

    def _called(self, done: Sentence, own: Sequence[Token]) -> dict[str, tuple[str, ...]]:
        """ "*Le chef de l'État* a reçu l'ambassadeur du Japon": whoever is so called without his state, is to the end of the page."""
        alone = [m for m in done.actors if m.how == "inferred" and m.carrier == "office" and len(m.codes) == 1]
        kinds = ((k, m.codes) for m in alone for k in self.kinds.of([t for t in own if m.start <= t.start < m.end]))
        return {kind: codes for kind, codes in kinds if kind in SOLE}

    def _unknown_last(self, heard: Heard) -> bool:
        """Whether the official whom a sentence names last is of nobody knows which side: then "ce dernier" is no other."""
        known = heard.sentence.actors
        last = max((m.end for m in officials(heard.sentence)), default=0)
        offices = (m for m in self.actors.carried(heard.words) if m.payload == "office")
        spans = [(heard.words[m.first].start, heard.words[m.last].end) for m in offices if not self._plural(heard, m)]
        behind = ((a, b) for a, b in (*spans, *heard.unsure) if last <= a < heard.sentence.end)
        return any(all(m.end <= a or b <= m.start for m in known) for a, b in behind)

    def _plural(self, heard: Heard, match: Match[str]) -> bool:
        return heard.words[match.first].text.endswith(self.plural)

    def _listed(self, done: Sentence, own: Sequence[Token], together: tuple[str, ...]) -> tuple[str, ...]:
        """The three or more that lead a sentence together, or that it names in one list."""
        listed = together if len(together) >= FEWEST else leads.named_together(done, own, self.joins)
        return listed if len(listed) >= FEWEST else ()

    def _sentence(self, heard: Heard, before: Before) -> Sentence:
        sentence = self._opened(heard, before)
        mentions = list(sentence.actors)
        heard = replace(heard, sentence=replace(sentence, actors=tuple(mentions)))
        for mention in self._found(heard, before):
            if all(mention.end <= m.start or m.end <= mention.start for m in mentions):
                mentions.append(mention)
        return replace(sentence, actors=tuple(sorted(mentions, key=lambda m: m.start)))

    def _opened(self, heard: Heard, before: Before) -> Sentence:
        """A pronoun that opens a sentence, or "Its government…", stands for whoever led the one before."""
        sentence, own, lead = heard.sentence, heard.words, before.previous
        if before.stem and _is_item(own) and self._leaderless(sentence, own):
            item = ActorMention(own[0].start, own[0].end, before.stem.codes, "pronoun", before.stem.carrier)
            return replace(sentence, actors=(item, *sentence.actors))
        first = self._opening(sentence, own) if lead else None
        if lead is None or first is None:
            return sentence
        if lead.preposition and before.single:
            lead = before.single  # "Received by X, Y pleaded… *His host*"
        lead = self._of_gender(first.key, lead, heard, before)
        if (
            first.key in self.pronouns.plural
            and not self.pronouns.neuter
            and len(before.led) < 2
            and lead.how == "capital"
        ):
            return sentence  # "*Amman* a expulsé deux Syriens. *Ils* ont…": no one capital
        if self._personal(first.key) and lead.carrier not in leads.PEOPLE and lead.how != "pronoun":
            if len({m.person for m in before.persons}) != 1:
                return sentence  # "Ms Bello thanked Qatar. *She* …": no state
            lead = before.persons[0]  # "India withdrew on the day that President Muizzu had set. *He* …"
        if len(lead.codes) > 1 and first.key in self.pronouns.subjects & self.pronouns.single:
            if len({m.person for m in before.around}) != 1:
                return sentence  # "Les deux pays ont signé. *Il* …": one official, never both
            lead = before.around[0]
        many = before.led if len(before.led) > 1 and first.key in self.pronouns.plural else lead.codes
        if len(many) > 1 and first.key in self.pronouns.neuter:
            if before.single is None:
                return sentence  # "It expelled" is one of them
            many = before.single.codes
        pronoun = ActorMention(first.start, first.end, many, "pronoun", lead.carrier, person=lead.person)
        return replace(sentence, actors=tuple(sorted((pronoun, *sentence.actors), key=lambda m: m.start)))

    def _opening(self, sentence: Sentence, own: Sequence[Token]) -> Token | None:
        """The pronoun or possessive that opens a sentence, or follows upon a phrase of nobody: "Dès dimanche, *elle*…", "Puis *il*…"."""
        if not own:
            return None
        if own[0].key in self.pronouns.all or self._opens_possessed(sentence, own):
            return own[0]
        if len(own) > 1 and own[0].key in self.joining and own[1].key in self.pronouns.subjects:
            return own[1]
        comma = next((i for i, t in enumerate(own[:FRONTED]) if not t.key[-1].isalnum() and t.key[-1] != "'"), None)
        behind = own[comma + 1] if comma and own[comma].text == "," and comma + 1 < len(own) else None
        if (
            behind is None
            or behind.key not in self.pronouns.subjects
            or any(m.start < behind.start for m in sentence.actors)
        ):
            return None
        return behind

    def _of_gender(self, word: str, lead: ActorMention, heard: Heard, before: Before) -> ActorMention:
        """ "Le Premier ministre a reçu la présidente. *Elle*…": the other of the sentences before, where the leader is no woman."""
        feminine = self.pronouns.gender.woman((word,))
        told = heard.genders.get(lead.person or "")
        if feminine is None or told is None or told == feminine:
            return lead
        for near in (before.persons, before.around):
            fit = [m for m in near if heard.genders.get(m.person or "", feminine) == feminine]
            if len({m.person for m in fit}) == 1:
                return fit[0]
        return lead

    def _personal(self, word: str) -> bool:
        """ "He", "she", in a language that has an "it"."""
        return bool(self.pronouns.neuter) and word in self.pronouns.single

    def _leaderless(self, sentence: Sentence, own: Sequence[Token]) -> bool:
        """ "– *a rappelé* son consul", "- *closed* its port": a verb right behind the mark, not a noun phrase."""
        named = any(m.start == own[1].start for m in sentence.actors)
        return not named and own[1].key not in self.before_noun and own[1].text[:1].isalpha()

    def _opens_possessed(self, sentence: Sentence, own: Sequence[Token]) -> bool:
        return own[0].key in self.pronouns.possessives and any(
            start - own[0].end <= 1 for start, _ in sentence.carriers
        )

    def _found(self, heard: Heard, before: Before) -> Iterator[ActorMention]:
        yield from self._we(heard, before)
        yield from self._possessed(heard.sentence, heard.words, before)
        yield from self._counted(heard.words, before)
        yield from self._other_one(heard.sentence, heard.words, before)
        yield from self._the_country(heard.sentence, heard.words, before)
        yield from self._that_country(heard.sentence, heard.words)
        yield from self.missions.bare(heard.words, before.mission)
        yield from self.last_named.find(heard.sentence, heard.words, (before.officials, before.around), heard.genders)
        yield from self.titles.find(heard.words, (before.persons, before.around), heard.genders, heard.held)
        yield from self._of_one_title(heard, before)
        for match in longest(self.domestic.find(heard.words)):
            yield from self._domestic(match, heard, before)

    def _we(self, heard: Heard, before: Before) -> Iterator[ActorMention]:
        """ "Nous avons rouvert le poste", between quotation marks: the side of who is quoted."""
        sentence = heard.sentence
        speaker = leads.quoted_speaker(sentence) or leads.goes_on(before.previous) or before.speaker
        if speaker is None or len(speaker.codes) != 1:
            return
        for token in heard.words:
            spoken = token.key in self.we and (heard.interview or leads.quoted(sentence, token))
            if spoken or (heard.interview and token.key in self.you):
                yield ActorMention(token.start, token.end, speaker.codes, "we", "government")

    def _counted(self, own: Sequence[Token], before: Before) -> Iterator[ActorMention]:
        """ "*The four* charge Doha with": as many as last led a sentence together."""
        at = len(before.listed) - FEWEST
        for one, two in pairwise(own) if 0 <= at < len(self.several) else ():
            if one.key in self.pointing and two.key in self.several[at]:
                preposition = self.actors.preposition_before(own, one.start)
                yield ActorMention(one.start, two.end, before.listed, "both", "government", preposition)

    def _possessed(self, sentence: Sentence, own: Sequence[Token], before: Before) -> Iterator[ActorMention]:
        """ "Son pays", "its government": whoever leads; "son voisin", "her counterpart": the other of the page's two."""
        carried = [m for m in self.actors.carried(own) if own[m.first].key not in self.actors.envoys]
        for match in longest([*self.own.find(own), *self.others.find(own), *carried]):
            of_many = match.payload == "neighbours" and own[match.first].key in self.many
            if of_many or not self._is_owned(match, own):
                continue  # "called on its *partners* to act": of many
            other = match.payload == "neighbours" or own[match.first].key in self.actors.counterparts
            here = leads.led(sentence, own[match.first].start, other)
            lead = here or (before.single if other else None) or before.leader
            if here and self.pronouns.tells_owner({t.key for t in own[max(0, match.first - 2) : match.first]}):
                lead = leads.of_a_person(sentence, own[match.first].start, here, before.persons)
            if lead is None or len(lead.codes) != 1:
                continue
            met = leads.met(lead, before.persons) if own[match.first].key in self.actors.counterparts else None
            codes = (met.codes if met else leads.rest(before.pair, lead.codes)) if other else lead.codes
            if len(codes) == 1:
                kind = "government" if match.payload in ("neighbours", "own_country") else match.payload
                found = self._mention(match, own, codes, "inferred" if other else "possessed", kind)
                yield replace(found, person=met.person, carrier="office") if met else found

    def _other_one(self, sentence: Sentence, own: Sequence[Token], before: Before) -> Iterator[ActorMention]:
        """ "*The other side* closed the border": of the page's two, not who leads; by itself none of a page of three."""
        for match in longest(self.other_one.find(own)):
            lead = leads.led(sentence, own[match.first].start) or before.single or before.leader
            codes = leads.rest(before.pair, lead.codes) if lead and len(lead.codes) == 1 else ()
            if len(codes) == 1:
                yield self._mention(match, own, codes, "inferred", "government")

    def _is_owned(self, match: Match[str], own: Sequence[Token]) -> bool:
        """Whether "its" leads to what is owned; before a neighbour also past an adjective: "its *small* neighbour"."""
        at, behind = match.first - 1, own[match.last + 1].key if match.last + 1 < len(own) else ""
        if (
            match.payload == "neighbours"
            and behind not in self.genitive
            and at > 0
            and own[at].text.islower()
            and own[at].key not in self.before_noun
        ):
            at -= own[at].key not in self.pronouns.possessives
        return at >= 0 and own[at].key in self.pronouns.possessives

    def _the_country(self, sentence: Sentence, own: Sequence[Token], before: Before) -> Iterator[ActorMention]:
        """ "Elle a ravalé ses relations *avec le pays*": of two, the other one than leads, where the sentence names nobody else."""
        named = {c for m in sentence.actors for c in m.codes}
        if len(named) != 1 or len(codes := leads.rest(before.pair, tuple(named))) != 1:
            return
        for match in longest(self.own.find(own)):
            ruled = (
                match.first > 1
                and own[match.first - 1].key in self.definite
                and own[match.first - 2].key in self.facing
            )
            if ruled and leads.led(sentence, own[match.first].start):
                yield self._mention(match, own, codes, "inferred", "government")

    def _that_country(self, sentence: Sentence, own: Sequence[Token]) -> Iterator[ActorMention]:
        """ "Cut off Niger's power and shut its borders *with that country*": the one last named that does not lead."""
        for match in longest(self.own.find(own)):
            if match.first < 2 or own[match.first - 1].key not in self.remention:
                continue
            named = [m for m in sentence.actors if m.end <= own[match.first].start and m.how in ("name", "capital")]
            lead = leads.led(sentence, own[match.first].start)
            others = [m for m in named if len(m.codes) == 1 and lead and m.codes != lead.codes]
            if others and own[match.first - 2].key in self.facing:
                yield self._mention(match, own, others[-1].codes, "inferred", "government")

    def _of_one_title(self, heard: Heard, before: Before) -> Iterator[ActorMention]:
        """ "Les *présidents* X et Y" of whom nobody says whose they are: on a page of two, one of each."""
        for match in self.actors.carried(heard.words) if len(before.pair) == 2 else ():
            last = people.name_at(heard.words, match.last + 1, self.small.particles)
            if last > match.last and self._two(heard.words, match.last, last):
                yield self._mention(match, heard.words, before.pair, "both", match.payload)

    def _domestic(self, match: Match[str], heard: Heard, before: Before) -> Iterator[ActorMention]:
        """ "The foreign ministry", "le Premier ministre": the one of the two that the sentence leaves."""
        own = heard.words
        last = people.name_at(own, match.last + 1, self.small.particles)
        article = match.first > 0 and own[match.first - 1].key in self.pointing
        if not (article or last > match.last) or not (len(before.pair) == 2 or before.issuer):
            return
        kind = next((m.payload for m in self.actors.carried(own) if m.last == match.last), "government")
        if whose := _of_whom(match, heard):
            yield self._mention(match, own, whose.codes, "inferred", kind)
            return
        if kind not in leads.STANDING or any(a <= own[match.first].start < b for a, b in heard.unsure):
            return
        codes = (
            _label(heard)
            or self._of_who_speaks(match, heard, before, kind)
            or self._housed(heard.sentence, own[match.first].start)
        )
        kinds = SOLE & self.kinds.of(own[match.first : match.last + 1])
        called = next((before.called[k] for k in sorted(kinds) if k in before.called), ())
        codes = codes or called or self._left(heard.sentence, before)
        if len(codes) == 1 and last == match.last:
            yield self._mention(match, own, codes, "carrier" if codes == called else "inferred", kind)

    def _of_who_speaks(self, match: Match[str], heard: Heard, before: Before, kind: str) -> tuple[str, ...]:
        """ "« *Le gouvernement* exige leur retour », a dit le porte-parole": inside quotation marks, the speaker's own."""
        token, whole = heard.words[match.first], heard.text[heard.sentence.start : heard.sentence.end]
        inside = leads.quoted(heard.sentence, token) or leads.still_quoted(whole, token.start - heard.sentence.start)
        if kind != "government" or not inside:
            return ()
        behind = (m for m in heard.sentence.actors if m.start > token.end and not m.place and not m.preposition)
        speaker = leads.quoted_speaker(heard.sentence) or next(behind, None)
        return speaker.codes if speaker and speaker.carrier == "office" else ()

    def _housed(self, sentence: Sentence, at: int) -> tuple[str, ...]:
        """ "*In Niamey* the foreign ministry summoned…": whose capital opens the sentence, before any other actor."""
        first = next(iter(sentence.actors), None)
        opens = first is not None and first.place and first.how == "capital" and first.start - sentence.start <= OPENING
        return first.codes if first and opens and 0 < at - first.end <= OPENING else ()

    def _two(self, own: Sequence[Token], noun: int, last: int) -> bool:
        """ "Les présidents X et Y": a plural title before two names."""
        joined = last + 1 < len(own) and own[last + 1].key in self.joins and own[noun].text.endswith(self.plural)
        return joined and people.name_at(own, last + 2, self.small.particles) > last + 1

    def _left(self, sentence: Sentence, before: Before) -> tuple[str, ...]:
        """The one of the two main actors that is not named; with none named, who led the sentence before.

        On a page that one side issues, it is that side.
        """
        if before.issuer:
            return before.issuer
        own = [m for m in sentence.actors if not m.place and (m.how != "adjective" or m.carrier)]
        named = {c for m in own for c in m.codes} & set(before.pair)
        if len(named) == 1:
            return leads.rest(before.pair, tuple(named))
        houses = {c for m in sentence.actors if m.place and m.how == "capital" for c in m.codes} & set(before.pair)
        if not named and len(houses) == 1:
            return tuple(houses)
        lead = before.single if before.leader and before.leader.preposition and before.single else before.leader
        return lead.codes if not named and lead and set(lead.codes) <= set(before.pair) else ()

    def _mention(
        self, match: Match[str], own: Sequence[Token], codes: tuple[str, ...], how: str, carrier: str
    ) -> ActorMention:
        start = own[match.first].start
        preposition = self.actors.preposition_before(own, start)
        return ActorMention(start, own[match.last].end, codes, how, carrier, preposition)


def _label(heard: Heard) -> tuple[str, ...]:
    """ "*Corée du Sud :* le gouvernement a rappelé…": the state that alone stands before the sentence's first colon."""
    first = next(iter(heard.sentence.actors), None)
    opens = first is not None and first.start == heard.sentence.start and len(first.codes) == 1
    return first.codes if first and opens and heard.text[first.end : first.end + LABEL].lstrip().startswith(":") else ()


def _of_whom(match: Match[str], heard: Heard) -> ActorMention | None:
    """ "Le gouvernement *de Pedro Sánchez*": a person whose state is known, behind "of", says whose the office is."""
    behind = heard.words[match.last + 1 : match.last + 3]
    people_ = (m for m in heard.sentence.actors if m.how == "person" and m.preposition and len(behind) > 1)
    return next((m for m in people_ if m.start == behind[1].start and behind[0].key == m.preposition), None)


def _is_item(own: Sequence[Token]) -> bool:
    return len(own) > 1 and own[0].text in ITEM


def _stem(
    sentence: Sentence, own: Sequence[Token], text: str, lead: ActorMention | None, before: ActorMention | None
) -> ActorMention | None:
    """Who leads the items that follow: of a sentence that ends on a colon, or of the item before."""
    if text[sentence.start : sentence.end].rstrip().endswith(":"):
        return lead
    return before if _is_item(own) else None
