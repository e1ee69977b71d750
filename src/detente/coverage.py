"""What of the codebook is written in which language, and where its holes are."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from detente.codebook import Codebook
from detente.codebook.actors_files import examples as actor_examples
from detente.codebook.book import HOME


@dataclass(frozen=True, slots=True)
class Covered:
    """One kind of entry in one language. entries: how many have words there, of all; wordings: how many words.

    lacking: ids of the entries without a word in that language.
    """

    language: str
    kind: str
    entries: int
    of: int
    wordings: int
    examples: int
    lacking: tuple[str, ...]


def covered(book: Codebook) -> Iterator[Covered]:
    """Acts, instruments and actors, language by language."""
    shown = [language for _, language, *_ in actor_examples(HOME / "actors")]
    for language in book.languages:
        acts = {
            id: sum(len(g.verbs) + len(g.nouns) + len(g.phrases) for g in act.groups.get(language, ()))
            for id, act in book.acts.items()
        }
        told = [e for act in book.acts.values() for e in act.examples]
        yield _row(language, "acts", acts, (e.language for e in told))
        means = {
            id: sum(len(words.get(language, ())) for words in (one.words, one.weak, one.near))
            for id, one in book.instruments.items()
        }
        named = [e for one in book.instruments.values() for e in one.examples]
        yield _row(language, "instruments", means, (e.language for e in named))
        actors = dict.fromkeys(book.actors.entries, 0)
        for form in book.actors.forms[language]:
            actors[form.actor] = actors.get(form.actor, 0) + 1
        yield _row(language, "actors", actors, shown)


def _row(language: str, kind: str, wordings: Mapping[str, int], examples: Iterable[str]) -> Covered:
    lacking = tuple(sorted(id for id, count in wordings.items() if not count))
    told = sum(found == language for found in examples)
    return Covered(language, kind, len(wordings) - len(lacking), len(wordings), sum(wordings.values()), told, lacking)
