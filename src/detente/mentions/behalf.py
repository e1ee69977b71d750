"""On whose behalf a carrier speaks: the state behind it, before it, or where it rules; and who shares it."""

from collections.abc import Iterator, Mapping, Sequence

from detente.codebook.languages import Language
from detente.mentions.lexicon import Match
from detente.mentions.names import Name
from detente.mentions.prepositions import Prepositions
from detente.mentions.seated import Seated
from detente.mentions.tokens import Token

REACH = 11  # tokens from a carrier to the state it speaks for: "ministre des Affaires étrangères et de la Coopération du Mali"
NEAR = 3  # words between an English state and its carrier: "Mali's newly appointed foreign minister"


class Behalf:
    """Compiled once for a language."""

    def __init__(self, language: Language, prepositions: Prepositions) -> None:
        small = prepositions.small
        self.links, self.both, self.articles = small["links"], small["and"], prepositions.articles
        self.prepositions = prepositions.every
        self.stops = frozenset(language["clause_breaks"]) | small["toward"] - self.links
        self.parted = (small["with"] | small["between"] | small["passive_by"]) - self.links
        self.begins = frozenset(language["definite"]) - self.links
        verbs = {*language.auxiliary("be"), *language.auxiliary("have")}
        self.verbal = frozenset({*verbs, *language["pronouns"], *language["possessives"]})  # end a noun phrase
        self.owning = frozenset(language["premodified"])
        self.links_before = not self.owning
        self.within = frozenset({"-", *self.owning})  # an English noun phrase
        self.portfolios = frozenset(w.casefold() for w in language["portfolios"])
        self.at, self.aims = small["within"] - self.links, small["toward"] - self.links
        self.posts, self.envoys = ({k.split()[0].casefold() for k in language[kind]} for kind in ("posts", "envoys"))
        self.seated = Seated(language)

    def of(
        self, carrier: Match[str], tokens: Sequence[Token], free: Sequence[Name], carriers: Sequence[Match[str]]
    ) -> Name | None:
        """The state that stands behind a carrier, before it, or where it rules. carriers: all of the sentence."""
        name = self._behind(carrier, tokens, free, carriers) or self._before(carrier, tokens, free)
        if name is None and (at := self.seated.place(carrier, tokens, {n.first: n.how for n in free})) >= 0:
            name = next(n for n in free if n.first == at)
        return name

    def _behind(
        self, carrier: Match[str], tokens: Sequence[Token], free: Sequence[Name], carriers: Sequence[Match[str]]
    ) -> Name | None:
        """`carrier … adjective` or `carrier … de Name`, before any other phrase begins."""
        starts = {n.first: n for n in free}
        linked, parted = False, False
        for i in range(carrier.last + 1, min(carrier.last + 1 + REACH, len(tokens))):
            if name := starts.get(i):
                if parted:
                    return None
                housed = linked and carrier.payload == "office" and _houses(name, i, carriers)
                return name if housed or self._is_borne(name, carrier, linked) else None
            if (
                carrier.payload == "office"
                and tokens[i].key in self.at | self.aims
                and self._is_housed(tokens, carrier)
            ):
                return self._at(tokens, i, starts, carriers)
            if self._ends(tokens, i, carrier):
                return None
            linked = tokens[i].key in self.links or (linked and tokens[i].key in self.articles)
            parted = parted or not (linked or self.links_before)
            if parted and carrier.payload != "office":
                return None
        return None

    def _is_housed(self, tokens: Sequence[Token], carrier: Match[str]) -> bool:
        """ "A *director* for trade at", "un responsable *au*"; not "the minister *met* at", nor an envoy, who is somebody's there."""
        key, behind = tokens[carrier.first].key, tokens[carrier.last + 1].key
        return key in self.posts or (key not in self.envoys and behind in self.links | self.at)

    def _at(
        self, tokens: Sequence[Token], at: int, starts: Mapping[int, Name], carriers: Sequence[Match[str]]
    ) -> Name | None:
        """ "A director *at the White House*", "un responsable *au* Bureau *du Département d'État*": where he works, not where he is."""
        for i in range(at + 1, min(at + 1 + REACH, len(tokens))):
            if name := starts.get(i):
                return name if name.how == "seat" or _houses(name, at, carriers) else None
            if not tokens[i].key[0].isalpha() or tokens[i].key in self.verbal:
                return None
        return None

    def _is_borne(self, name: Name, carrier: Match[str], linked: bool) -> bool:
        """ "Le ministre *malien*", "le ministre *du* Mali", "le gouvernement *Meloni*"."""
        if name.how in ("adjective", "people"):
            return self.links_before
        headed = name.how == "person" and carrier.payload == "government" and name.first == carrier.last + 1
        return linked or (headed and self.links_before)

    def _ends(self, tokens: Sequence[Token], at: int, carrier: Match[str]) -> bool:
        """Whether what a carrier heads ends before a word: "prisonniers *avec* la libération d'un diplomate suédois"."""
        key = tokens[at].key
        if key in self.stops or key in self.verbal or not (key[0].isalpha() or key in ("-", "'")):
            return True
        if not self.links_before:
            return False
        named = at == carrier.last + 1 and tokens[at].text[0].isupper()  # "le président *X* a reçu…"
        return key in self.parted or self._begins_another(tokens, at) or named

    def _begins_another(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether an article begins a phrase of its own, no "de", no "et" before it: "médias *la* décision du Burundi"."""
        before = tokens[at - 1].key
        return tokens[at].key in self.begins and before not in self.links and before not in self.both

    def _before(self, carrier: Match[str], tokens: Sequence[Token], free: Sequence[Name]) -> Name | None:
        """`Malian foreign minister`, `Mali's new president` (English order); `Washington's` too."""
        if self.links_before:
            return None
        ends = {n.last: n for n in free}
        for i in range(carrier.first - 1, max(carrier.first - 2 - NEAR, -1), -1):
            if name := ends.get(i):
                owns = name.how == "adjective" or (i + 1 < len(tokens) and tokens[i + 1].key in self.owning)
                return name if owns or self._titled(tokens, i, carrier) else None
            key = tokens[i].key
            if key in self.stops or not (key[0].isalpha() or key in self.within) or key in self.prepositions:
                return None
        return None

    def _titled(self, tokens: Sequence[Token], end: int, carrier: Match[str]) -> bool:
        """ "*EU* Enlargement Commissioner", "the *US* treasury secretary": letters, and a portfolio as a title is written."""
        between = tokens[end + 1 : carrier.first]
        letters = tokens[end].text.replace(".", "").isupper()
        return not between or (letters and all(t.text[:1].isupper() or t.key in self.portfolios for t in between))

    def shared(self, name: Name, tokens: Sequence[Token], free: Sequence[Name]) -> Iterator[Name]:
        """ "les ministres algérien et tunisien", "algérien, tunisien et libyen": the later adjectives share the carrier."""
        if name.how != "adjective":
            return
        yield from self._shared_before(name, tokens, free)
        last = name.last
        for other in sorted(free, key=lambda n: n.first):
            between = [t.key for t in tokens[last + 1 : other.first]]
            joined = bool(between) and all(k in self.both or k == "," for k in between)
            if other.first > last and joined and other.how == "adjective":
                yield other
                last = other.last

    def _shared_before(self, name: Name, tokens: Sequence[Token], free: Sequence[Name]) -> Iterator[Name]:
        """ "Indian and Chinese ministers": in English order the earlier adjective shares the carrier."""
        for other in free if not self.links_before else ():
            between = [t.key for t in tokens[other.last + 1 : name.first]]
            if other.last < name.first and other.how == "adjective" and between and set(between) <= self.both:
                yield other


def _houses(name: Name, at: int, carriers: Sequence[Match[str]]) -> bool:
    """Whether what acts for the state named here stands beside it, behind token `at`: "at the *Canadian* embassy"."""
    return any(
        c.payload == "government" and at < c.last and name.first - 2 <= c.last and c.first <= name.last + 2
        for c in carriers
    )
