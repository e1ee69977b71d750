"""Who a sentence names: the gazetteer's names, and the nouns that carry a state ("le ministre malien", "Russian troops")."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from detente.codebook.actors_model import ActorBook
from detente.codebook.languages import Language
from detente.mentions.aside import Aside
from detente.mentions.behalf import Behalf
from detente.mentions.carriers import Carriers
from detente.mentions.lexicon import Match
from detente.mentions.names import Name, NameFinder
from detente.mentions.prepositions import Prepositions
from detente.mentions.styles import Styles
from detente.mentions.tokens import Token
from detente.model import ActorMention


@dataclass(slots=True)
class Joining:
    """A sentence whose carriers are being joined to its names. free: the names that none carries yet; taken: what is told, by
    its first token; posted: the first tokens of the names that say where an envoy is posted."""

    tokens: Sequence[Token]
    carriers: Sequence[Match[str]]
    free: list[Name]
    taken: dict[int, ActorMention] = field(default_factory=dict)
    posted: set[int] = field(default_factory=set)


class ActorFinder:
    """Compiled once for a codebook and a language; `names` and `mentions` are pure."""

    def __init__(self, actors: ActorBook, language: Language) -> None:
        self._names = NameFinder(actors, language)
        self._carriers = Carriers(actors, language, self._names.forms)
        self._before = Prepositions(language)
        self._behalf, self._styles = Behalf(language, self._before), Styles(language)
        self.holders = self._names.holders
        self.small, self.prepositions = self._before.small, self._before.every
        self.links_before = self._behalf.links_before
        self._aside = Aside(language, self.small["links"])
        self.counterparts = frozenset(w.casefold() for w in language["counterpart"])
        self.envoys = frozenset(k.split()[0].casefold() for k in language["envoys"])
        self.blocs = frozenset(code for code, entry in actors.entries.items() if entry.kind in ("igo", "bloc"))
        self.matters, self.plural = frozenset(language["matters"]), language["plural"]
        self.definite = frozenset(language["definite"])

    # -- what each decides alone
    def names(self, tokens: Sequence[Token], day: date | None = None) -> list[Name]:
        """Gazetteer forms that do not overlap, masks taken out, spelled with the case they need. day: the page's, on which
        people hold office; None if unknown."""
        return self._names.find(tokens, day)

    def carried(self, tokens: Sequence[Token]) -> list[Match[str]]:
        """Nouns that speak or act for a state, whether or not it is named with them."""
        return self._carriers.carried(tokens)

    def borne(self, tokens: Sequence[Token]) -> set[int]:
        """The words of what bears a state's name, and is none of its own: "the *Free Syrian Army*"."""
        return self._carriers.borne(tokens)

    def sovereign(self, tokens: Sequence[Token]) -> list[Match[str]]:
        """The carriers but for what a province has too: a governor, a court."""
        return self._carriers.sovereign(tokens)

    def pairs(self, tokens: Sequence[Token]) -> list[Match[str]]:
        """ "les deux parties", "both sides": who they are is for the document to say."""
        return self._carriers.pairs(tokens)

    def preposition_before(self, tokens: Sequence[Token], start: int) -> str:
        """The preposition that rules the noun phrase beginning at `start`, articles passed over; "" when none does."""
        return self._before.before(tokens, start)

    def is_definite(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether a definite article stands right before a word."""
        return first > 0 and tokens[first - 1].key in self.definite

    # -- noun phrases
    def mentions(self, tokens: Sequence[Token], names: Sequence[Name]) -> list[ActorMention]:
        """Names and the carriers joined to them, in order; where an envoy is posted is a place."""
        carriers = [m for m in self.carried(tokens) if not any(_within(m, n) for n in names)]
        whole = (self._styles.whole(name, tokens, carriers) for name in names)
        one = Joining(tokens, carriers, [n for n in whole if not self._dealt_with(n, tokens)])
        for carrier in carriers:
            alike = next((n for n in one.free if n.first == carrier.first), None)
            if name := self._behalf.of(carrier, tokens, one.free, carriers):
                self._join(one, carrier, name, alike)
            elif not alike and (beside := self._second_office(carrier, one)):
                own = self._mention(tokens, carrier.first, carrier.last, beside.codes, "carrier", carrier.payload)
                one.taken[carrier.first] = replace(own, preposition=beside.preposition)
        for name in one.free:
            one.taken.setdefault(name.first, self._alone(name, one))
        return [one.taken[i] for i in sorted(one.taken)]

    def _dealt_with(self, name: Name, tokens: Sequence[Token]) -> bool:
        """ "The Minister of *CARICOM* Affairs", "Poland, a *NATO* member": an organisation by which somebody is described."""
        behind = [t.key for t in tokens[name.last + 1 : name.last + 3]]
        several = len(behind) > 1 and behind[1].endswith(self.plural)  # "EU member *states* agreed"
        return set(name.codes) <= self.blocs and bool(behind) and behind[0] in self.matters and not several

    def _join(self, one: Joining, carrier: Match[str], name: Name, alike: Name | None) -> None:
        """A carrier with its state, and with those that share it. alike: the name that begins where the carrier does."""
        house = self._house(carrier, name, one)
        first, last = min(carrier.first, name.first), max(carrier.last, name.last, house.last if house else -1)
        aside = self._aside.of_nationals(carrier, one.tokens, one.carriers)
        kind = "nationals" if aside or self._aside.against(one.tokens, first, last) else carrier.payload
        one.taken[first] = self._mention(one.tokens, first, last, name.codes, "carrier", kind)
        one.free = [n for n in one.free if n is not name and n is not alike]
        for extra in self._behalf.shared(name, one.tokens, one.free):
            one.taken[extra.first] = self._mention(one.tokens, extra.first, extra.last, extra.codes, "carrier", kind)
            one.free = [n for n in one.free if n is not extra]
        one.posted |= self._posting(house or carrier, last, one)

    def _house(self, carrier: Match[str], name: Name, one: Joining) -> Match[str] | None:
        """ "The head of Africa at the *Canadian foreign ministry*": where an office is, behind its state."""
        near = range(name.last + 1, name.last + 3) if carrier.payload == "office" and carrier.last < name.first else ()
        return next((c for c in one.carriers if c.payload == "government" and c.first in near), None)

    def _second_office(self, carrier: Match[str], one: Joining) -> ActorMention | None:
        """ "Qatari prime minister and *foreign minister*", "Mali's foreign ministry *spokesman*": an office of the same state."""
        if self.links_before or carrier.payload != "office" or carrier.first < 1:
            return None
        joined = carrier.first > 1 and one.tokens[carrier.first - 1].key in self.small["and"]
        kind, end = ("office", carrier.first - 2) if joined else ("government", carrier.first - 1)
        return next((m for m in one.taken.values() if m.carrier == kind and m.end == one.tokens[end].end), None)

    def _posting(self, carrier: Match[str], last: int, one: Joining) -> set[int]:
        """First tokens of names that say where an envoy is posted: "l'ambassadeur de France *au Mali*"."""
        if one.tokens[carrier.first].key not in self.envoys:
            return set()
        for name in one.free:
            between = [t.key for t in one.tokens[last + 1 : name.first]]
            if 0 < len(between) <= 2 and between[0] in self.small["accredited"]:
                return {name.first}
        return set()

    def _alone(self, name: Name, one: Joining) -> ActorMention:
        mention = self._mention(one.tokens, name.first, name.last, name.codes, name.how, None)
        return replace(mention, how="posting", place=True) if name.first in one.posted else mention

    def _mention(
        self, tokens: Sequence[Token], first: int, last: int, codes: tuple[str, ...], how: str, carrier: str | None
    ) -> ActorMention:
        preposition = self._before.before(tokens, tokens[first].start)
        if carrier == "office" and self._aside.is_past(tokens, first):
            carrier = "nationals"  # "un ancien ministre malien" acts and speaks for no state
        within = preposition in self.small["within"]
        place = carrier is None and within and (how in ("name", "capital") or self._on_town(tokens, first, last, how))
        return ActorMention(tokens[first].start, tokens[last].end, codes, how, carrier, preposition, place)

    def _on_town(self, tokens: Sequence[Token], first: int, last: int, how: str) -> bool:
        """ "In the *British* city of Salisbury": the adjective of a town says where."""
        beside = tokens[last + 1 : last + 2] if not self.links_before else tokens[max(first - 1, 0) : first]
        return how == "adjective" and any(t.key in self._before.towns for t in beside)


def _within(carrier: Match[str], name: Name) -> bool:
    """Whether a carrier is part of a name: not where it is the whole, as "Senate" in "the Kenyan Senate"."""
    return name.first <= carrier.first <= name.last and (name.first, name.last) != (carrier.first, carrier.last)
