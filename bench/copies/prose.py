"""Press prose out of a grammar: the same seed, the same page."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

import yaml

SLOT = re.compile(r"\{(\w+)\}")
CONSONANTS, VOWELS = "bdfgklmnprstvz", "aéiou"


@dataclass(frozen=True)
class Prose:
    """One language's grammar. shelves: symbol -> what may stand for it."""

    language: str
    shelves: Mapping[str, Any]

    def say(self, symbol: str, random: Random, **fixed: str) -> str:
        """One of `symbol`'s phrases, its slots filled; fixed: slots that the caller fills."""
        found = self.shelves[symbol]
        chosen = random.choice(found) if isinstance(found, list) else found
        return SLOT.sub(lambda slot: self._fill(slot[1], random, fixed), chosen)

    def _fill(self, slot: str, random: Random, fixed: Mapping[str, str]) -> str:
        if slot in fixed:
            return fixed[slot]
        if slot == "number":
            return str(random.randint(2, 1990))
        return name(random) if slot == "name" else self.say(slot, random, **fixed)

    def sentence(self, random: Random) -> str:
        text = self.say("sentence", random)
        return text[0].upper() + text[1:]

    def paragraphs(self, random: Random, count: int) -> list[str]:
        """`count` paragraphs of two to four sentences."""
        return [" ".join(self.sentence(random) for _ in range(random.randint(2, 4))) for _ in range(count)]

    @cached_property
    def agencies(self) -> tuple[str, ...]:
        return ("AFP", "Reuters", "Xinhua", "APS", "PANA", "Anadolu")


def name(random: Random) -> str:
    return "".join(random.choice(CONSONANTS) + random.choice(VOWELS) for _ in range(random.randint(2, 4))).capitalize()


def grammars() -> Mapping[str, Prose]:
    files = sorted(Path(__file__).parent.glob("*.yml"))
    loaded = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in files]
    return {one["language"]: Prose(one["language"], one) for one in loaded}
