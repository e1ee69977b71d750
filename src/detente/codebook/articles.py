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
    things: instrument -> its articles, "the" and "a", each with its space. steps: effect -> words of who does it, and which
    article its instrument takes. toward: kind of instrument -> words before whom it is for; of, by: words before what is
    stopped or lifted, and before who does it. open: last words of an act that say nothing without a name behind them.
    """

    codes: Mapping[str, str] = field(default_factory=dict)
    endings: tuple[tuple[str, str], ...] = ()
    joins: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    plural: frozenset[str] = frozenset()
    verbs: Mapping[str, str] = field(default_factory=dict)
    ending: tuple[str, str] = ("", "")
    agree: Mapping[str, str] = field(default_factory=dict)
    things: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    steps: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    toward: Mapping[str, str] = field(default_factory=dict)
    of: str = ""
    by: str = ""
    joined: str = ", "
    open: frozenset[str] = frozenset()
    examples: tuple[tuple[tuple[str, ...], tuple[str, ...], str, str], ...] = ()

    def article(self, code: str, name: str) -> str:
        """The article of a name, "" where it takes none."""
        if code in self.codes:
            return self.codes[code]
        return next((article for pattern, article in self.endings if re.fullmatch(pattern, name)), "")

    def named(self, code: str, name: str) -> str:
        return self.article(code, name) + name

    def agreed(self, words: str, subjects: Sequence[tuple[str, str]]) -> str:
        """An act's words with their verb as those who do it want it; as they are where the language has no plural here."""
        many = len(subjects) > 1 or any(self.article(code, name) in self.plural for code, name in subjects)
        if not many:
            return words
        for old, new in self.agree.items():
            words = f"{words} ".replace(old, new).removesuffix(" ")
        first = max((v for v in self.verbs if f"{words} ".startswith(f"{v} ")), key=len, default="")
        if first:
            return self.verbs[first] + words.removeprefix(first)
        verb, space, rest = words.partition(" ")
        one, several = self.ending
        return f"{verb.removesuffix(one)}{several}{space}{rest}" if verb.endswith(one) else words

    def listed(self, names: Sequence[str]) -> str:
        """ "Canada, France and Mali"."""
        return self.joined.join(x for x in (", ".join(names[:-1]), names[-1]) if x)

    def step(self, effect: str, thing: str, name: str) -> str:
        """What somebody does with a measure: "met fin à la caution de visa", "imposes a visa bond"."""
        words, which = self.steps.get(effect, (effect, ""))
        return self.before(words, self.things.get(thing, {}).get(which, ""), name)

    def noun(self, words: str, thing: str, name: str) -> str:
        """The same as a noun: "suspension de l'aide"."""
        return self.before(f"{words} {self.of}", self.things.get(thing, {}).get("the", ""), name)

    def before(self, words: str, article: str, name: str) -> str:
        """`words` and a name with its article, as one: "met fin aux" and "sanctions"."""
        word = next((w for w in self.joins if words.endswith(w)), "")
        return words.removesuffix(word) + self.joins.get(word, {}).get(article, f"{word} {article}") + name

    def after(self, words: str, names: Sequence[tuple[str, str]]) -> tuple[str, str]:
        """`words` and the (code, name) that follow them, apart: ("impose une mesure", "au Canada, à la France")."""
        word = next((w for w in self.joins if words.endswith(w)), "")
        if not word:
            return words, ", ".join(self.named(code, name) for code, name in names)
        return words.removesuffix(word), ", ".join(
            self.before(word, self.article(code, name), name).lstrip() for code, name in names
        )


KEYS = {"codes", "endings", "joins", "plural", "ending", "agree", "verbs", "things", "steps", "toward", "of", "by", "joined", "open",
        "examples"}  # fmt: skip


def load_articles(path: Path) -> Mapping[str, Articles]:
    """`articles.yml` by language. CodebookError says what is wrong in it."""
    return {language: _one(path, language, tree) for language, tree in files.read(path).items()}


def _one(path: Path, language: str, tree: Any) -> Articles:
    if not isinstance(tree, dict):
        raise CodebookError(f"{files.short(path)}: {language} must be a table")
    files.only(path, tree, KEYS)
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
        {code: row for row in tree.get("things", ()) for code in row["names"]},
        {effect: (words, which) for effect, (words, which) in tree.get("steps", {}).items()},
        tree.get("toward", {}),
        tree.get("of", ""),
        tree.get("by", ""),
        tree.get("joined", ", "),
        frozenset(tree.get("open", ())),
        tuple((tuple(e.get("by", ())), tuple(e["names"]), str(e["after"]), str(e["text"])) for e in tree["examples"]),
    )
