"""In which language a page is written: judged on its sentences, for menus mislead every tool."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from detente.documents.lexicon import Lexicon
from detente.model import UnreadablePage

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENOUGH = 20  # words; shorter texts are not refused: full identification errs on them
SURE = 0.95  # probability above which another language is believed
PLAIN = 0.12  # of the words, those that must be small words of one language before it is believed unguessed
ELSEWHERE = 0.04  # and at most those of any other
DIFFERENT = 3  # of these words, how many there must be
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 1000  # code points, from the whole length of the text; on all pages of the sets no longer one says otherwise


def language_of(paragraphs: Iterable[str], lexicon: Lexicon) -> str:
    """The ISO 639-1 code of the text, one of the lexicon's languages.

    Raises UnreadablePage (unsupported-language) when all languages together say, surely, that it is another.
    """
    text, supported = _sample(_sentences(list(paragraphs))), lexicon.languages
    if plain := _plainly(text, lexicon.common):
        return plain
    ranked = _identifier().rank(text)
    first, probability = ranked[0]
    if first not in supported and probability > SURE and len(text.split()) >= ENOUGH:
        raise UnreadablePage("unsupported-language", f"the text is in {first}; we read {', '.join(supported)}")
    return str(next(language for language, _ in ranked if language in supported))


def _plainly(text: str, common: Mapping[str, frozenset[str]]) -> str | None:
    """The language whose small words the text is full of, and no other's; what is guessed otherwise costs a model."""
    words = [word.lower() for word in _WORD.findall(text)]
    found = {code: [word for word in words if word in small] for code, small in common.items()}
    first, *others = sorted(found, key=lambda code: -len(found[code]))
    sure = len(words) >= ENOUGH and len(found[first]) >= PLAIN * len(words) and len(set(found[first])) >= DIFFERENT
    return first if sure and all(len(found[code]) <= ELSEWHERE * len(words) for code in others) else None


def _sentences(paragraphs: list[str]) -> list[str]:
    """Those of eight words or more, or all where none is."""
    return [p for p in paragraphs if len(p.split(maxsplit=8)) >= 8] or paragraphs


def _sample(sentences: list[str]) -> str:
    """The beginnings of the sentences, each with an equal share; a quotation in another language is one of many."""
    share = max(200, _SAMPLE // max(len(sentences), 1))
    step = max(1, len(sentences) * share // _SAMPLE)
    return "\n".join(sentence[:share] for sentence in sentences[::step])[:_SAMPLE]


@lru_cache(maxsize=1)
def _identifier() -> "LanguageIdentifier":
    """py3langid's identifier; loading takes tenths of a second, and numpy, so only a page that is not plain asks for it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
