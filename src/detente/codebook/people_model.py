"""Who held which office, and when, as the codebook keeps it: packed, and unpacked a name at a time."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

DAY = 10  # letters of a whole day: 2025-01-29
PARTS = "|"  # between the fields of a packed line
ACCENTS = re.compile("[\u0300-\u036f]+")  # as letters are taken apart
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Holder:
    """One spelling of somebody in office. since, until: EDTF as precise as is known; until "" where he holds it still.

    actor: "" for whom no office is known, who only bears a known name. words: plain, in order.
    weak: whether the page must name the actor otherwise.
    """

    name: str
    actor: str
    role: str
    since: str
    until: str
    weak: bool
    words: tuple[str, ...]

    def holds(self, day: date | None) -> bool:
        """Whether he is in office on `day`; on an unknown day, whether he is so still."""
        if not self.actor or day is None:
            return not self.until
        return first_of(self.since) <= day and (not self.until or day <= last_of(self.until))

    def held_in(self, years: Iterable[int]) -> bool:
        """Whether one of these years is one of his in office."""
        last = int(self.until[:4]) if self.until else date.max.year
        return bool(self.actor) and any(int(self.since[:4]) <= year <= last for year in years)


@dataclass(frozen=True, slots=True)
class Role:
    """An office as the codebook calls it. label: by language. nouns: what the press calls who holds it, small, by language."""

    label: Mapping[str, str]
    nouns: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Wordings:
    """`spelling.yml`: skipped, same: words that a name may lack or spell otherwise. before, between, after, by language:
    words beside a name that make it that of a street, an airport, a prize. titles: what stands before a surname like a first name."""

    skipped: frozenset[str] = frozenset()
    same: Mapping[str, str] = field(default_factory=dict)
    before: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    between: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    after: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nobody: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()

    @property
    def respelled(self) -> frozenset[str]:
        """Words that a page may spell otherwise."""
        return frozenset(self.same.values())

    def plain(self, name: str) -> tuple[str, ...]:
        """ "Abdel Fattah al-Burhan" -> abdel, fattah, burhan."""
        words = (self.same.get(w, w) for w in WORD.findall(flat(name)))
        return tuple(w for w in words if w not in self.skipped)


@dataclass(frozen=True, slots=True)
class People:
    """The whole folder. packed: a spelling's rarest word -> its lines. sought: as a page may write such a word -> that word.

    given: first names, behind one of which a surname is somebody else's ("Rafic Hariri").
    """

    packed: Mapping[str, str] = field(default_factory=dict)
    sought: Mapping[str, str] = field(default_factory=dict)
    given: frozenset[str] = frozenset()
    roles: Mapping[str, Role] = field(default_factory=dict)
    wordings: Wordings = field(default_factory=Wordings)

    def under(self, word: str) -> tuple[Holder, ...]:
        """Every spelling whose rarest word this is."""
        return unpacked(self.packed[word]) if word in self.packed else ()

    def every(self) -> Iterator[Holder]:
        for lines in self.packed.values():
            yield from unpacked(lines)

    def of(self, actor: str, day: date | None = None) -> list[Holder]:
        """Everybody in office for an actor, once an office, in the order of their days. day: only who held it then."""
        rows = {(h.since, h.name, h.role): h for h in self.every() if h.actor == actor and (not day or h.holds(day))}
        return [rows[key] for key in sorted(rows)]

    def titles(self, name: str, actors: Iterable[str], language: str) -> Iterator[str]:
        """The nouns by which the press calls who holds the offices that somebody of these actors has, or had."""
        for holder in (h for word in name.split(" ") for h in self.under(flat(word))):
            if holder.name == name and holder.actor in actors and holder.role:
                yield from self.role(holder.role).nouns.get(language, ())

    def role(self, text: str) -> Role:
        """That of "ambassador to Mali": the longest known one that it begins with."""
        known = (text.rsplit(" ", n)[0] if n else text for n in range(text.count(" ") + 1))
        return next(self.roles[k] for k in known if k in self.roles)


@lru_cache(8192)
def unpacked(lines: str) -> tuple[Holder, ...]:
    found = (line.split(PARTS) for line in lines.split("\n"))
    return tuple(Holder(n, a, r, s, u, bool(w), tuple(of.split())) for n, a, r, s, u, w, of in found)


def flat(text: str) -> str:
    """Small letters without their accents."""
    low = text.casefold()
    return low if low.isascii() else ACCENTS.sub("", unicodedata.normalize("NFD", low))


def first_of(edtf: str) -> date:
    """The first day of a day, month or year."""
    return date.fromisoformat(edtf + "-01-01"[len(edtf) - DAY :] if len(edtf) < DAY else edtf)


def last_of(edtf: str) -> date:
    """The last day of a day, month or year."""
    if len(edtf) == DAY:
        return date.fromisoformat(edtf)
    year, month = int(edtf[:4]), int(edtf[5:7] or 12)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
