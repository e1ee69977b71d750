"""Who a sentence names: the gazetteer's forms, and the nouns that carry a state ("le ministre malien", "Russian troops")."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from detente.codebook.actors_model import ActorBook, ActorForm
from detente.codebook.languages import Language
from detente.mentions.holders import Holders
from detente.mentions.lexicon import Lexicon, Match, longest
from detente.mentions.seated import Seated
from detente.mentions.tokens import Token, tokens
from detente.model import ActorMention

REACH = 11  # tokens from a carrier to the state it speaks for: "ministre des Affaires étrangères et de la Coopération du Mali"
QUOTES = frozenset('"«»“”')  # they may close between a preposition and what it rules
YEAR = 4  # digits
NEAR = 3  # words between an English state and its carrier: "Mali's newly appointed foreign minister"


@dataclass(frozen=True, slots=True)
class Name:
    """A gazetteer form (or a carrier) found on tokens first..last (inside)."""

    first: int
    last: int
    codes: tuple[str, ...]
    how: str
    weak: bool = False


class ActorFinder:
    """Compiled once for a codebook and a language; `find` is pure."""

    def __init__(self, actors: ActorBook, language: Language) -> None:
        self.language = language
        self.forms: Lexicon[ActorForm | None] = Lexicon()
        for form in actors.forms.get(language.code, ()):
            self.forms.add_wordings([form.form], form)
        for mask in actors.masks.get(language.code, ()):
            self.forms.add_wordings([mask], None)
        self.holders = Holders(actors.people, language.code)
        contractions = {k: frozenset({k, *v}) for k, v in language.maps["contractions"].items()}
        self.carriers: Lexicon[str] = Lexicon(contractions)
        for kind, nouns in language.maps["carriers"].items():
            for noun in nouns:
                for spelled in {noun, noun.replace("É", "E")}:  # "chef d'Etat"
                    self.carriers.add(self.carriers.noun(language.inflected(spelled)), kind)
        self.carriers.add_wordings(language["counterpart"], "office")
        self.bearers: Lexicon[str] = Lexicon()
        states = {code for code, entry in actors.entries.items() if entry.kind == "state"}
        masks = actors.masks.get(language.code, ())
        self.bearers.add_wordings((mask for mask in masks if self._bears(tokens(mask), states)), "bearer")
        every = (noun for group in language.maps["carriers"].values() for noun in group)
        self.letters = frozenset(noun.casefold() for noun in every if noun.isupper())  # "PM": never "at 8 pm"
        self.seated = Seated(language)
        self.against: Lexicon[str] = Lexicon()
        self.against.add_wordings(language["against_the_state"], "against")
        self.former = frozenset(language["former"])
        self.provincial = frozenset(w.casefold() for w in language["provincial"])
        self.both: Lexicon[str] = Lexicon(contractions)
        self.both.add_wordings([s for w in language["both"] for s in {w, w.replace("É", "E")}], "both")
        self.small = {
            w: frozenset(language[w])
            for w in ("links", "accredited", "within", "toward", "from", "between", "with", "and", "passive_by")
        }
        self.stops = frozenset(language["clause_breaks"]) | self.small["toward"] - self.small["links"]
        self.parted = (self.small["with"] | self.small["between"] | self.small["passive_by"]) - self.small["links"]
        self.prenominal = frozenset(language["prenominal"])
        self.begins = frozenset(language["definite"]) - self.small["links"]
        owning = frozenset(language["premodified"])
        self.prepositions = frozenset().union(*self.small.values()) - self.small["and"] - owning
        self.ruling = self.prepositions | frozenset(language["sidelined"])
        self.ruling_alone = self.ruling - self.small["links"] - self.small["from"]
        self.counterparts = frozenset(w.casefold() for w in language["counterpart"])
        self.envoys = frozenset(k.split()[0].casefold() for k in language["envoys"])
        self.articles = frozenset(language["articles"])
        self.towns = frozenset(w.casefold() for w in language["towns"])
        self.blocs = frozenset(code for code, entry in actors.entries.items() if entry.kind in ("igo", "bloc"))
        self.matters = frozenset(language["matters"])
        self.plural = language["plural"]
        self.styles, self.style_words = frozenset(language["styles"]), frozenset(language["style_words"])
        self.definite = frozenset(language["definite"])
        self.portfolios = frozenset(w.casefold() for w in language["portfolios"])
        verbs = {*language.auxiliary("be"), *language.auxiliary("have")}
        self.verbal = (
            frozenset(verbs) | frozenset(language["pronouns"]) | frozenset(language["possessives"])
        )  # end a noun phrase
        self.links_before = not language["premodified"]

    # -- gazetteer
    def names(self, tokens: Sequence[Token], day: date | None = None) -> list[Name]:
        """Gazetteer forms that do not overlap, masks taken out, spelled with the case they need. day: the page's, on which
        people hold office; None if unknown."""
        fit = [m for m in self.forms.find(tokens) if m.payload is None or _cased(m, tokens)]
        fit += self.holders.find(tokens, day)
        found: list[Name] = []
        for match in longest(fit):
            if match.payload is None:
                continue
            same = [m.payload for m in fit if (m.first, m.last) == (match.first, match.last) and m.payload]
            written = "".join(t.text for t in tokens[match.first : match.last + 1]).replace("’", "'")
            exact = [f for f in same if f.form.replace(" ", "") == written] or same
            firm = [f for f in exact if not f.weak] or exact
            codes = tuple(sorted({f.actor for f in firm}))
            how = next(
                (f.how for f in firm if f.how == "name"), firm[0].how
            )  # Djibouti is a state before it is its capital
            found.append(Name(match.first, match.last, codes, how, firm[0].weak or len(codes) > 1))
        return list(_hyphened(found, tokens))

    def _dealt_with(self, name: Name, tokens: Sequence[Token]) -> bool:
        """ "The Minister of *CARICOM* Affairs", "Poland, a *NATO* member": an organisation by which somebody is described."""
        behind = [t.key for t in tokens[name.last + 1 : name.last + 3]]
        several = len(behind) > 1 and behind[1].endswith(self.plural)  # "EU member *states* agreed"
        return set(name.codes) <= self.blocs and bool(behind) and behind[0] in self.matters and not several

    def _styled(self, name: Name, tokens: Sequence[Token], carriers: Sequence[Match[str]]) -> Name:
        """ "The *Bolivarian Republic of* Venezuela", "la *République islamique de* Mauritanie": a state's full name."""
        at = name.first - 1
        while at > 0 and tokens[at].key in self.articles:
            at -= 1
        if name.how != "name" or at < 1 or tokens[at].key not in self.small["links"]:
            return name
        at -= 1
        while at > 0 and tokens[at].key in self.style_words:
            at -= 1
        begun = tokens[at].key in self.styles and tokens[at].text[:1].isupper()
        if not begun or any(c.first <= at <= c.last for c in carriers):
            return name  # "le président de la République du Mali": of the office
        while at > 0 and tokens[at - 1].key in self.style_words:
            at -= 1
        return replace(name, first=at if tokens[at].text[0].isalpha() else at + 1)

    # -- noun phrases
    def mentions(self, tokens: Sequence[Token], names: Sequence[Name]) -> list[ActorMention]:
        """Names and the carriers joined to them, in order; where an envoy is posted is a place."""
        carriers = [m for m in self.carried(tokens) if not any(_within(m, n) for n in names)]
        taken: dict[int, ActorMention] = {}
        posted: set[int] = set()
        free = [_past(self._styled(name, tokens, carriers), carriers) for name in names]
        free = [name for name in free if not self._dealt_with(name, tokens)]
        for carrier in carriers:
            name = self._whose(carrier, tokens, free)
            alike = next((n for n in free if n.first == carrier.first), None)
            if name is None and alike:
                continue
            if name is None:
                if beside := self._second_office(carrier, tokens, taken):
                    own = self._mention(tokens, carrier.first, carrier.last, beside.codes, "carrier", carrier.payload)
                    taken[carrier.first] = replace(own, preposition=beside.preposition)
                continue
            first, last = min(carrier.first, name.first), max(carrier.last, name.last)
            aside = self._of_nationals(carrier, tokens, carriers) or self._against(tokens, first, last)
            kind = "nationals" if aside else carrier.payload
            taken[first] = self._mention(tokens, first, last, name.codes, "carrier", kind)
            free = [n for n in free if n is not name and n is not alike]
            for extra in self._coordinated(name, tokens, free):
                taken[extra.first] = self._mention(tokens, extra.first, extra.last, extra.codes, "carrier", kind)
                free = [n for n in free if n is not extra]
            posted |= self._posting(carrier, last, tokens, free)
        for name in free:
            mention = self._mention(tokens, name.first, name.last, name.codes, name.how, None)
            taken.setdefault(
                name.first, replace(mention, how="posting", place=True) if name.first in posted else mention
            )
        return [taken[i] for i in sorted(taken)]

    def carried(self, words: Sequence[Token]) -> list[Match[str]]:
        """Nouns that speak or act for a state, whether or not it is named with them."""
        found = longest(self.carriers.find(words))
        found = [m for m in found if words[m.first].key not in self.letters or words[m.first].text.isupper()]
        borne = self.borne(words) if found else ()
        found = [m for m in found if m.first not in borne]
        return [m for m in found if not _titles(m, words)]

    def borne(self, words: Sequence[Token]) -> set[int]:
        """The words of what bears a state's name, and is none of its own: "the *Free Syrian Army*"."""
        return {i for m in self.bearers.find(words) for i in range(m.first, m.last + 1)}

    def _bears(self, mask: Sequence[Token], states: Collection[str]) -> bool:
        """ "The *Free Syrian Army*", "the *British Council*": a mask with a state in it and what would carry it."""
        forms = (m.payload for m in self.forms.find(mask))
        named = any(f is not None and f.actor in states and not f.weak for f in forms)
        return named and any(True for _ in self.carriers.find(mask))

    def sovereign(self, tokens: Sequence[Token]) -> list[Match[str]]:
        """The carriers but for what a province has too: a governor, a court."""
        return [m for m in self.carried(tokens) if tokens[m.last].key not in self.provincial]

    def pairs(self, tokens: Sequence[Token]) -> list[Match[str]]:
        """ "les deux parties", "both sides": who they are is for the document to say."""
        return longest(self.both.find(tokens))

    def _whose(self, carrier: Match[str], tokens: Sequence[Token], free: Sequence[Name]) -> Name | None:
        """The state that stands behind a carrier, before it, or where it rules."""
        name = self._carried_after(carrier, tokens, free) or self._carried_before(carrier, tokens, free)
        if name is None and (at := self.seated.place(carrier, tokens, {n.first: n.how for n in free})) >= 0:
            name = next(n for n in free if n.first == at)
        return name

    def _carried_after(self, carrier: Match[str], tokens: Sequence[Token], free: Sequence[Name]) -> Name | None:
        """`carrier … adjective` or `carrier … de Name`, before any other phrase begins."""
        starts = {n.first: n for n in free}
        linked = False
        for i in range(carrier.last + 1, min(carrier.last + 1 + REACH, len(tokens))):
            key = tokens[i].key
            name = starts.get(i)
            if name is not None:
                if name.how in ("adjective", "people"):
                    return name if self.links_before else None
                headed = name.how == "person" and carrier.payload == "government" and i == carrier.last + 1
                return name if linked or (headed and self.links_before) else None  # "le gouvernement Meloni"
            if key in self.stops or key in self.verbal or not (key[0].isalpha() or key in ("-", "'")):
                return None
            if self.links_before and (key in self.parted or self._begins_another(tokens, i)):
                return (
                    None  # "prisonniers *avec* la libération d'un diplomate suédois", "médias *la* décision du Burundi"
                )
            if i == carrier.last + 1 and self.links_before and tokens[i].text[0].isupper():
                return None  # a name begins: "le président X a reçu…"
            linked = key in self.small["links"] or (linked and tokens[i].key in self.articles)
            if not linked and not self.links_before:
                return None
        return None

    def _of_nationals(self, carrier: Match[str], tokens: Sequence[Token], carriers: Sequence[Match[str]]) -> bool:
        """ "Une délégation *d'hommes d'affaires* turcs": who they are says for whom they speak."""
        behind = tokens[carrier.last + 1].key if carrier.last + 1 < len(tokens) else ""
        whose = (c for c in carriers if c.payload == "nationals" and c.first == carrier.last + 2)
        return behind in self.small["links"] and any(whose)

    def _against(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """ "Sudan's *Rapid Support* Forces", "le gouvernement *parallèle* soudanais", "*rebel* Yemeni forces": they fight the state."""
        start = max(first - 1, 0)
        return any(m.first <= last + 1 - start for m in self.against.find(tokens[start : last + 3]))

    def _begins_another(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether an article begins a phrase of its own: no "de", no "et" before it."""
        before = tokens[at - 1].key
        return tokens[at].key in self.begins and before not in self.small["links"] and before not in self.small["and"]

    def _carried_before(self, carrier: Match[str], tokens: Sequence[Token], free: Sequence[Name]) -> Name | None:
        """`Malian foreign minister`, `Mali's new president` (English order); `Washington's` too."""
        if self.links_before:
            return None
        ends = {n.last: n for n in free}
        for i in range(carrier.first - 1, max(carrier.first - 2 - NEAR, -1), -1):
            if name := ends.get(i):
                owns = name.how == "adjective" or (
                    i + 1 < len(tokens) and tokens[i + 1].key in self.language["premodified"]
                )
                return name if owns or self._titled(tokens, i, carrier) else None
            key = tokens[i].key
            if (
                key in self.stops
                or not (key[0].isalpha() or key in ("-", *self.language["premodified"]))
                or key in self.prepositions
            ):
                return None
        return None

    def _titled(self, tokens: Sequence[Token], end: int, carrier: Match[str]) -> bool:
        """ "*EU* Enlargement Commissioner", "the *US* treasury secretary": letters, and a portfolio as a title is written."""
        between = tokens[end + 1 : carrier.first]
        letters = tokens[end].text.replace(".", "").isupper()
        return not between or (letters and all(t.text[:1].isupper() or t.key in self.portfolios for t in between))

    def _second_office(
        self, carrier: Match[str], tokens: Sequence[Token], taken: dict[int, ActorMention]
    ) -> ActorMention | None:
        """ "Qatari prime minister and *foreign minister*", "Mali's foreign ministry *spokesman*": an office of the same state."""
        if self.links_before or carrier.payload != "office" or carrier.first < 1:
            return None
        joined = carrier.first > 1 and tokens[carrier.first - 1].key in self.small["and"]
        kind, end = (
            ("office", tokens[carrier.first - 2].end) if joined else ("government", tokens[carrier.first - 1].end)
        )
        return next((m for m in taken.values() if m.carrier == kind and m.end == end), None)

    def _coordinated(self, name: Name, tokens: Sequence[Token], free: Sequence[Name]) -> Iterator[Name]:
        """ "les ministres algérien et tunisien", "algérien, tunisien et libyen": the later adjectives share the carrier."""
        yield from self._before_it(name, tokens, free)
        last = name.last
        for other in sorted(free, key=lambda n: n.first):
            between = [t.key for t in tokens[last + 1 : other.first]]
            if (
                other.first > last
                and between
                and all(k in self.small["and"] or k == "," for k in between)
                and other.how == "adjective"
                and name.how == "adjective"
            ):
                yield other
                last = other.last

    def _before_it(self, name: Name, tokens: Sequence[Token], free: Sequence[Name]) -> Iterator[Name]:
        """ "Indian and Chinese ministers": in English order the earlier adjective shares the carrier."""
        if self.links_before or name.how != "adjective":
            return
        for other in free:
            between = [t.key for t in tokens[other.last + 1 : name.first]]
            if other.last < name.first and other.how == "adjective" and between and set(between) <= self.small["and"]:
                yield other

    def _posting(self, carrier: Match[str], last: int, tokens: Sequence[Token], free: Sequence[Name]) -> set[int]:
        """First tokens of names that say where an envoy is posted: "l'ambassadeur de France *au Mali*"."""
        if tokens[carrier.first].key not in self.envoys:
            return set()
        for name in free:
            between = [t.key for t in tokens[last + 1 : name.first]]
            if 0 < len(between) <= 2 and between[0] in self.small["accredited"]:
                return {name.first}
        return set()

    def is_definite(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether a definite article stands right before a word."""
        return first > 0 and tokens[first - 1].key in self.definite

    def _is_past(self, tokens: Sequence[Token], first: int) -> bool:
        before = first - 1 - (first > 1 and tokens[first - 1].text == "-")
        return before >= 0 and tokens[before].key in self.former

    def _on_town(self, tokens: Sequence[Token], first: int, last: int, how: str) -> bool:
        """ "In the *British* city of Salisbury": the adjective of a town says where."""
        beside = tokens[last + 1 : last + 2] if not self.links_before else tokens[max(first - 1, 0) : first]
        return how == "adjective" and any(t.key in self.towns for t in beside)

    def preposition_before(self, tokens: Sequence[Token], start: int) -> str:
        """The preposition that rules the noun phrase beginning at `start`, articles passed over; "" when none does."""
        before = [t.key for t in tokens if t.end <= start]
        if len(before) == 1 and before[0] in self.articles:
            return ""  # "*Des* responsables saoudiens sont arrivés": an article that opens the sentence
        while before and before[-1] in QUOTES:
            before.pop()  # "l'expulsion *« de nombreux »* diplomates russes"
        if len(before) > 1 and before[-1] in self.articles and before[-2] in self.ruling_alone:
            return before[-2]  # "*par des* militaires guinéens"
        if before and before[-1] in self.prepositions:
            return before[-1]
        if before[-1:] == [","] and before[-2:-1] and before[-2] in self.towns:
            before.pop()  # "in the capital, Honiara"
        passed = self.articles | self.towns | self.prenominal
        while before and (before[-1] in passed or _is_count(before[-1])):
            before.pop()  # "of *17* Russian diplomats", "to the *capital* Honiara"; not "in *2019* Kenya"
        return before[-1] if before and before[-1] in self.ruling else ""

    def _mention(
        self, tokens: Sequence[Token], first: int, last: int, codes: tuple[str, ...], how: str, carrier: str | None
    ) -> ActorMention:
        preposition = self.preposition_before(tokens, tokens[first].start)
        if carrier == "office" and self._is_past(tokens, first):
            carrier = "nationals"  # "un ancien ministre malien" acts and speaks for no state
        within = preposition in self.small["within"]
        place = carrier is None and within and (how in ("name", "capital") or self._on_town(tokens, first, last, how))
        return ActorMention(tokens[first].start, tokens[last].end, codes, how, carrier, preposition, place)


def _within(carrier: Match[str], name: Name) -> bool:
    """Whether a carrier is part of a name: not where it is the whole, as "Senate" in "the Kenyan Senate"."""
    return name.first <= carrier.first <= name.last and (name.first, name.last) != (carrier.first, carrier.last)


def _titles(carrier: Match[str], tokens: Sequence[Token]) -> bool:
    """ "Myanmar's *National* Unity Government": a capital before another is of a title, and names no nationals."""
    own = tokens[carrier.first : carrier.last + 2]
    titled = all(t.text[:1].isupper() and not t.text.isupper() for t in own)
    return carrier.payload == "nationals" and len(own) == carrier.last - carrier.first + 2 and titled


def _past(name: Name, carriers: Sequence[Match[str]]) -> Name:
    """ "Le chef de l'*État français*": of a name that begins inside an office, the adjective behind it."""
    over = next((c for c in carriers if c.first < name.first <= c.last < name.last), None)
    return replace(name, first=over.last + 1, how="adjective") if over else name


def _is_count(word: str) -> bool:
    """Whether digits count: four of them are a year."""
    return word[0].isdigit() and not (len(word) == YEAR and word.isdigit())


def _hyphened(names: Sequence[Name], tokens: Sequence[Token]) -> Iterator[Name]:
    """ "Sénégalo-canadien", "UE-Géorgie", "US-China": two names on one hyphen qualify a noun together."""
    held: Name | None = None
    for name in names:
        if held is None or held.weak or name.weak or not _on_hyphen(held, name, tokens):
            if held is not None:
                yield held
            held = name
        else:
            held = Name(held.first, name.last, tuple(dict.fromkeys((*held.codes, *name.codes))), "adjective")
    if held is not None:
        yield held


def _on_hyphen(one: Name, other: Name, tokens: Sequence[Token]) -> bool:
    between = tokens[one.last : other.first] if tokens[one.last].text in "-–" else tokens[one.last + 1 : other.first]
    touching = tokens[one.last].end >= tokens[other.first].start - 1
    return len(between) == 1 and between[0].text in "-–" and touching and other.first - one.last <= 2


def _cased(match: Match[ActorForm | None], tokens: Sequence[Token]) -> bool:
    """Whether the text spells the form with the capitals it needs: "Niger", "ONU"; never "un" for "UN"."""
    form = match.payload
    assert form is not None
    first = tokens[match.first].text
    letters = [c for c in form.form if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return all(t.text.isupper() or not t.text.isalpha() for t in tokens[match.first : match.last + 1])
    return not form.form[:1].isupper() or first[:1].isupper()
