"""Names of states in a sentence: "le Canada", "des États-Unis", "the Netherlands"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from detente.codebook import files
from detente.model import CodebookError


@dataclass(frozen=True, slots=True)
class Articles:
    """One language of `articles.yml`. codes: actor -> article, with its space. endings: (pattern of the name, article).

    joins: last word of an act, with the space before it -> article -> what the two become. plural: articles whose names
    take a plural verb; verbs: first words of an act -> their plural, ending: of all others, both forms; agree: what else changes.
    """

    codes: Mapping[str, str] = field(default_factory=dict)
    endings: tuple[tuple[str, str], ...] = ()
    joins: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    plural: frozenset[str] = frozenset()
    verbs: Mapping[str, str] = field(default_factory=dict)
    ending: tuple[str, str] = ("", "")
    agree: Mapping[str, str] = field(default_factory=dict)
    examples: tuple[tuple[tuple[str, ...], tuple[str, ...], str, str], ...] = ()

    def of(self, code: str, name: str) -> str:
        """The article of a name, "" where it takes none."""
        if code in self.codes:
            return self.codes[code]
        return next((article for pattern, article in self.endings if re.fullmatch(pattern, name)), "")

    def named(self, code: str, name: str) -> str:
        return self.of(code, name) + name

    def agreed(self, words: str, subjects: Sequence[tuple[str, str]]) -> str:
        """An act's words with their verb as those who do it want it; as they are where the language has no plural here."""
        many = len(subjects) > 1 or any(self.of(code, name) in self.plural for code, name in subjects)
        if not many or not self.plural:
            return words
        for old, new in self.agree.items():
            words = words.replace(old, new)
        first = max((v for v in self.verbs if f"{words} ".startswith(f"{v} ")), key=len, default="")
        if first:
            return self.verbs[first] + words.removeprefix(first)
        verb, space, rest = words.partition(" ")
        one, several = self.ending
        return f"{verb.removesuffix(one)}{several}{space}{rest}" if verb.endswith(one) else words

    def after(self, words: str, names: Sequence[tuple[str, str]]) -> tuple[str, str]:
        """`words` and the (code, name) that follow them, apart: ("impose une mesure", "au Canada, à la France")."""
        word = next((w for w in self.joins if words.endswith(w)), "")
        if not word:
            return words, ", ".join(self.named(code, name) for code, name in names)
        joined = (self.joins[word].get(a := self.of(code, name), f"{word} {a}").lstrip() + name for code, name in names)
        return words.removesuffix(word), ", ".join(joined)


def load_articles(path: Path) -> Mapping[str, Articles]:
    """`articles.yml` by language. CodebookError says what is wrong in it."""
    return {language: _one(path, language, tree) for language, tree in files.read(path).items()}


def _one(path: Path, language: str, tree: Any) -> Articles:
    if not isinstance(tree, dict):
        raise CodebookError(f"{files.short(path)}: {language} must be a table")
    files.only(path, tree, {"codes", "endings", "joins", "plural", "ending", "agree", "verbs", "examples"})
    codes = [(code, article) for article, own in tree["codes"].items() for code in own]
    twice = {code for code, _ in codes if [c for c, _ in codes].count(code) > 1}
    if twice:
        raise CodebookError(f"{files.short(path)}: {language} gives two articles to {', '.join(sorted(twice))}")
    return Articles(
        dict(codes),
        tuple((str(pattern), str(article)) for pattern, article in tree["endings"]),
        tree["joins"],
        frozenset(tree.get("plural", ())),
        tree.get("verbs", {}),
        tuple(tree.get("ending", ("", ""))),
        tree.get("agree", {}),
        tuple((tuple(e.get("by", ())), tuple(e["names"]), str(e["after"]), str(e["text"])) for e in tree["examples"]),
    )
