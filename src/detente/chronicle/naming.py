"""What the codebook knows of names, kept at hand: the words of each actor's, and the place a name stands for."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from sys import intern

from detente.chronicle.folding import fold, words
from detente.codebook import Codebook
from detente.codebook.people_model import Holder
from detente.codebook.places import folded

STEM = 5  # letters; enough to tell words apart, few enough for "suspension" and "suspended" to meet
SPELLED = (
    0.8  # difflib's ratio from which two names are one, spelled in two languages ("Genève" / "Geneva"); our choice
)
LEADING = frozenset(
    {"head of state", "head of government", "foreign minister"}
)  # whom any telling of their state may name
INSIDE = frozenset({"capital", "seat"})  # forms of an actor that name a place within its country


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as far as its name says. code: the state it is in or is, "" if unknown. whole: the country itself.

    seat: its capital, or what stands there. town: GeoNames' id of it, 0 if unknown.
    """

    name: str
    code: str = ""
    whole: bool = False
    seat: bool = False
    town: int = 0


class Naming:
    """Stems of the actors' names, and places by name."""

    def __init__(self, book: Codebook) -> None:
        self._people = book.actors.people
        self._named: dict[str, frozenset[str]] = {}
        self._stems: dict[str, set[str]] = defaultdict(set)
        self._places: dict[tuple[str, ...], tuple[str, bool]] = {}
        self._towns = book.places
        for entry in book.actors.entries.values():
            if entry.kind == "state":
                self._places.update({words(label): (entry.code, True) for label in entry.label.values()})
        for forms in book.actors.forms.values():
            for form in forms:
                if not (form.weak and form.form.rpartition(" ")[2].islower()):  # "the Gulf *state*" names no party
                    self._stems[form.actor] |= stems(form.form)
                if form.how == "name" or form.how in INSIDE:
                    self._places.setdefault(words(form.form), (form.actor, form.how == "name"))

    def stems(self, codes: Iterable[str]) -> frozenset[str]:
        """The stems of all that these actors and who leads them are called: what two tellings between them share anyway."""
        return frozenset().union(*(self._stems.get(code, set()) | self._officials(code) for code in codes))

    def _officials(self, code: str) -> frozenset[str]:
        """The stems of their names, taken once an actor."""
        if code not in self._named:
            names = {name for h in self._held.get(code, ()) for name in (h.name, " ".join(h.words))}
            self._named[code] = frozenset().union(*map(stems, names))
        return self._named[code]

    @cached_property
    def _held(self) -> dict[str, list[Holder]]:
        found: dict[str, list[Holder]] = defaultdict(list)
        for holder in self._people.every():
            if holder.role in LEADING:
                found[holder.actor].append(holder)
        return found

    def spot(self, place: str | None) -> Spot | None:
        """What a place's name stands for; of "Bamako, Mali" the town."""
        if not place:
            return None
        known = [self._places.get(words(part)) for part in (place, *place.split(","))]
        here = next((k for k in known if k and not k[1]), None) or next((k for k in known if k), None)
        if here is None:
            return self._town(place)
        whole = here[1] and known[0] is not None
        return Spot(place, here[0], whole, not here[1])

    def _town(self, place: str) -> Spot:
        """A town or a region, where one state's can be meant; of "Goma, Nord-Kivu" the town."""
        found = (self._towns.of(folded(part)) for part in (place, *place.split(",")))
        great = next((f.greatest for f in found if f), None)
        return Spot(place, great.state, town=great.id) if great else Spot(place)


def same_spot(a: Spot, b: Spot) -> bool | None:
    """Whether both can be one place; None where a country may hold a town that nobody knows."""
    if a.code and b.code:
        return a.code == b.code and (
            a.whole or b.whole or (a.seat and b.seat) or (a.town and a.town == b.town) or spelled_alike(a.name, b.name)
        )
    if spelled_alike(a.name, b.name):
        return True
    return None if a.whole or b.whole else False


@lru_cache(maxsize=20_000)
def spelled_alike(a: str, b: str) -> bool:
    """Whether one name is the other, more closely said or spelled in another language."""
    one, other = set(words(a)), set(words(b))
    return one <= other or other <= one or SequenceMatcher(None, fold(a), fold(b)).ratio() >= SPELLED


@lru_cache(maxsize=10_000)
def stems(text: str) -> frozenset[str]:
    """The first letters of every word long enough to mean something; alike in French and English for many a word.

    Each is held once, however many texts have it: of a pair told often, the words are most of what is kept.
    """
    return frozenset(intern(word[:STEM]) for word in words(text) if len(word) >= STEM or word.isdigit())
