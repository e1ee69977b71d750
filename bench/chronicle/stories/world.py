"""What truly happens: dossiers between two states, acts that follow upon one another, measures with a life.

A dossier is a topic: words of its own, one or two instruments, acts a few days apart, then silence. What one side
imposes the other may answer in kind; what stands may be tightened, eased, suspended, lifted.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import count

from bench.chronicle.stories.rates import TYPES, Rates

START = date(2031, 1, 1)
ANSWERED = 0.4  # of what is imposed, how much the other side answers in kind; ours
GAP = 5  # days between two acts of a dossier, on average; ours
PAUSE = 60  # days between two dossiers of a pair, on average; ours
LENGTH = 10  # acts of a dossier, on average; ours
VOWELS, CONSONANTS = "aeiou", "bdfgklmnprstvz"

# No restriction is here the broader name of another ("visa", "visa-bond"): in the press it mostly names the same one.
# Aid and military-aid are benefits, taken away and given back.
RESTRICTIONS = (
    "entry-ban",
    "visa-bond",
    "sanctions",
    "airspace",
    "border",
    "trade",
    "travel-advisory",
    "ambassador-recall",
)
BENEFITS = ("aid", "military-aid")
MONEY = {"visa-bond": (1_000, 20_000), "aid": (10_000_000, 900_000_000), "military-aid": (10_000_000, 900_000_000)}


@dataclass(frozen=True, slots=True)
class Act:
    """One true act. words: what its tellers draw from. starts: when what it decides takes effect, if later.

    announced: first told as to come; set_for: the day then given, which is `day` unless it was moved.
    """

    key: int
    type: str
    act: str
    actor: str
    other: str
    day: date
    words: tuple[str, ...]
    people: tuple[str, ...] = ()
    place: tuple[str, str] = ("", "")  # French, English
    host: str = ""
    instrument: str | None = None
    effect: str | None = None
    amount: int | None = None
    starts: date | None = None
    answers: bool = False
    symmetric: bool = False
    announced: date | None = None
    set_for: date | None = None
    called_off: bool = False
    weight: float = 0.3  # share of outlets that tell it


@dataclass(slots=True)
class Pair:
    """Two states with the people who act for them and the places where."""

    a: str
    b: str
    people: dict[str, list[str]]
    places: dict[str, list[tuple[str, str]]]
    standing: dict[tuple[str, str, str], str] = field(default_factory=dict)  # actor, other, instrument -> state
    since: dict[tuple[str, str, str], date] = field(default_factory=dict)  # from which day it last took effect


def word(rng: random.Random, syllables: int = 4) -> str:
    """An invented word; four syllables are eight letters."""
    return "".join(rng.choice(CONSONANTS) + rng.choice(VOWELS) for _ in range(syllables))


def name(rng: random.Random) -> str:
    return f"{word(rng, 2).capitalize()} {word(rng, 3).capitalize()}"


class World:
    """The acts between one pair over `days` days, oldest first."""

    def __init__(self, pair: Pair, rates: Rates, rng: random.Random, keys: "count[int]") -> None:
        self._pair, self._rates, self._rng, self._keys = pair, rates, rng, keys

    def acts(self, days: int) -> list[Act]:
        found, day = [], self._rng.expovariate(1 / PAUSE)
        while day < days:
            for act in self._dossier(day, days):
                found.append(act)
                day = (act.day - START).days
            day += self._rng.expovariate(1 / PAUSE)
        return sorted(found, key=lambda a: (a.day, a.key))

    def _dossier(self, day: float, days: int) -> Iterator[Act]:
        rng = self._rng
        topic = [word(rng) for _ in range(8)]
        subject = [rng.choice(RESTRICTIONS), rng.choice((*RESTRICTIONS, *BENEFITS))]
        for _ in range(1 + int(rng.expovariate(1 / LENGTH))):
            if day >= days:
                return
            yield from (answer for act in self._act(int(day), topic, subject) for answer in self._and_answer(act, days))
            day += rng.expovariate(1 / GAP)

    def _and_answer(self, act: Act, days: int) -> Iterator[Act]:
        """An act, and the other side's in kind some days later."""
        yield act
        later = act.day + timedelta(1 + int(self._rng.expovariate(1 / 4)))
        key = (act.other, act.actor, act.instrument or "")
        imposes = act.type == "SANCTION" and act.effect in ("impose", "close") and key not in self._pair.standing
        if imposes and not act.called_off and later < START + timedelta(days) and self._rng.random() < ANSWERED:
            self._pair.standing[key], self._pair.since[key] = "in force", later
            yield replace(
                act,
                key=next(self._keys),
                actor=act.other,
                other=act.actor,
                day=later,
                people=self._people(act.other),
                words=(*act.words[:4], *(word(self._rng) for _ in range(8))),
                answers=True,
                amount=self._amount(act.instrument),
                starts=None,
                announced=None,
                set_for=None,
            )

    def _act(self, day: int, topic: list[str], subject: list[str]) -> Iterator[Act]:
        rng, pair = self._rng, self._pair
        actor, other = rng.sample((pair.a, pair.b), 2)
        kind = rng.choices(list(TYPES), list(TYPES.values()))[0]
        words = (*rng.sample(topic, 5), *(word(rng) for _ in range(9)))
        plain = Act(next(self._keys), kind, kind.lower(), actor, other, START + timedelta(day), words)
        plain = replace(plain, weight=min(max(rng.betavariate(1.2, 3), 0.06), 0.9), people=self._people(actor))
        if kind == "CONSULT":
            yield self._planned(self._meeting(plain))
        elif kind in ("SANCTION", "CONCEDE", "AID"):
            yield from self._step(plain, subject)
        else:
            yield self._said(plain, subject)

    def _people(self, side: str) -> tuple[str, ...]:
        """One who speaks for a side; the first of its people is named most."""
        return (self._rng.choices(self._pair.people[side], (8, 4, 2, 1))[0],)

    def _meeting(self, act: Act) -> Act:
        host = self._rng.choice((act.actor, act.other))
        together = self._rng.random() < 0.15
        visitor = act.actor if host == act.other else act.other
        return replace(
            act,
            act="meet",
            actor=visitor,
            other=host,
            people=(*self._people(visitor), *self._people(host)),
            place=self._rng.choice(self._pair.places[host]),
            host=host,
            symmetric=together,
        )

    def _said(self, act: Act, subject: list[str]) -> Act:
        about = self._rng.choice(subject) if self._rng.random() < 0.45 else None
        return replace(act, place=self._rng.choice(self._pair.places[act.other]), instrument=about)

    def _step(self, act: Act, subject: list[str]) -> Iterator[Act]:
        """What an act does to a measure; nothing where none stands that it could lift or ease."""
        rng, standing = self._rng, self._pair.standing
        mine = [k for k in standing if k[:2] == (act.actor, act.other) and self._pair.since.get(k, act.day) <= act.day]
        if act.type == "SANCTION":
            key = (act.actor, act.other, rng.choice(subject))
            if self._pair.since.get(key, act.day) > act.day:
                return
            effect = self._worse(key, standing)
        elif mine:
            key = rng.choice(mine)
            effect = self._better(key, standing)
        else:
            return
        told = replace(act, type=self._type(key[2], effect), act=effect, effect=effect, instrument=key[2])
        told = replace(told, amount=self._amount(key[2]) if effect not in ("lift", "resume") else None)
        late = act.day + timedelta(rng.randrange(5, 30)) if effect == "impose" and rng.random() < 0.3 else None
        told = self._planned(replace(told, starts=late))
        self._pair.since[key] = told.starts or told.day
        yield told

    def _worse(self, key: tuple[str, str, str], standing: dict[tuple[str, str, str], str]) -> str:
        known = key in standing and standing[key] == "in force"
        standing[key] = "in force"
        if key[2] in BENEFITS:
            return "suspend"
        if known:
            return "tighten"
        return "close" if key[2] in ("airspace", "border") else "impose"

    def _better(self, key: tuple[str, str, str], standing: dict[tuple[str, str, str], str]) -> str:
        if key[2] in BENEFITS:
            del standing[key]
            return "resume"
        if standing[key] == "in force" and self._rng.random() < 0.4:
            standing[key] = "eased"
            return "ease"
        del standing[key]
        return "lift"

    def _type(self, instrument: str, effect: str) -> str:
        if effect == "resume":
            return "AID"
        return "CONCEDE" if effect in ("lift", "ease") else "SANCTION"

    def _amount(self, instrument: str | None) -> int | None:
        if instrument not in MONEY:
            return None
        low, high = MONEY[instrument]
        return self._rng.randrange(low, high, low // 20)

    def _planned(self, act: Act) -> Act:
        """The act as announced some days before, moved or called off."""
        rng, rates = self._rng, self._rates
        if rng.random() >= rates.announced:
            return act
        set_for = act.day - timedelta(rng.randrange(3, 25)) if rng.random() < rates.postponed else act.day
        announced = set_for - timedelta(rng.randrange(2, 20))
        off = act.type == "CONSULT" and rng.random() < rates.called_off
        return replace(act, announced=announced, set_for=set_for, called_off=off)
