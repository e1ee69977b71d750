"""How forms of actors are spelled and inflect: `spelling.yml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from detente.codebook.actors_files import read
from detente.model import CodebookError


@dataclass(frozen=True, slots=True)
class Spelling:
    """`spelling.yml`: by language, endings that inflect, articles no form begins with, capitals that may lose
    their accent, and what CLDR writes otherwise than the press."""

    endings: Mapping[str, Mapping[str, tuple[str, ...]]]
    articles: Mapping[str, tuple[str, ...]]
    capitals: Mapping[str, Mapping[str, str]]
    press: Mapping[str, Mapping[str, str]]
    lower_adjectives: frozenset[str]

    @classmethod
    def read(cls, path: Path) -> "Spelling":
        tree = read(path)
        return cls(
            endings={lang: {e: tuple(f) for e, f in t["endings"].items()} for lang, t in tree.items()},
            articles={lang: tuple(t["articles"]) for lang, t in tree.items()},
            capitals={lang: t.get("capitals", {}) for lang, t in tree.items()},
            press={lang: t.get("press", {}) for lang, t in tree.items()},
            lower_adjectives=frozenset(lang for lang, t in tree.items() if t["adjective"] == "lower"),
        )

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.endings)

    def inflected(self, word: str, language: str, where: str) -> tuple[str, ...]:
        """All forms of a demonym, by its longest listed ending: malien, maliens, malienne, maliennes."""
        endings = self.endings[language]
        starts = range(len(word))
        known = next((word[i:] for i in starts if word[i:] in endings), None)
        if known is None:
            raise CodebookError(f"{where}: no ending of « {word} » is in spelling.yml ({language}): add one")
        stem = word[: len(word) - len(known)]
        return tuple(stem + ending for ending in endings[known])

    def variants(self, form: str, language: str) -> tuple[str, ...]:
        """The form, and how it looks where capitals lose their accents: États-Unis, Etats-Unis."""
        bare = form
        for accented, plain in self.capitals[language].items():
            bare = bare.replace(accented, plain)
        return (form,) if bare == form else (form, bare)


def nationals(adjective: str) -> tuple[str, ...]:
    """How the nationals are written where adjectives are lower case: Sud-Coréen, Sud-coréen."""
    parts = adjective.split("-")
    every = "-".join(part[:1].upper() + part[1:] for part in parts)
    return tuple(dict.fromkeys((every, adjective[:1].upper() + adjective[1:])))


def straight(text: str) -> str:
    return text.replace("’", "'").strip()
