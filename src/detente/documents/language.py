"""In which language a page is written: judged on its sentences, for menus mislead every tool."""

from collections.abc import Iterable
from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from detente.model import UnreadablePage

ENOUGH = 20  # words; shorter texts are not refused: full identification errs on them
SURE = 0.95  # probability above which another language is believed
_SAMPLE = 1000  # code points, from the whole length of the text; on all pages of the sets no longer one says otherwise


def language_of(paragraphs: Iterable[str], supported: tuple[str, ...]) -> str:
    """The ISO 639-1 code of the text, one of `supported`.

    Raises UnreadablePage (unsupported-language) when all languages together say, surely, that it is another.
    """
    text = _sample(_sentences(list(paragraphs)))
    ranked = _identifier().rank(text)
    first, probability = ranked[0]
    if first not in supported and probability > SURE and len(text.split()) >= ENOUGH:
        raise UnreadablePage("unsupported-language", f"the text is in {first}; we read {', '.join(supported)}")
    return str(next(language for language, _ in ranked if language in supported))


def _sentences(paragraphs: list[str]) -> list[str]:
    """Those of eight words or more, or all where none is."""
    return [p for p in paragraphs if len(p.split(maxsplit=8)) >= 8] or paragraphs


def _sample(sentences: list[str]) -> str:
    """The beginnings of the sentences, each with an equal share; a quotation in another language is one of many."""
    share = max(200, _SAMPLE // max(len(sentences), 1))
    step = max(1, len(sentences) * share // _SAMPLE)
    return "\n".join(sentence[:share] for sentence in sentences[::step])[:_SAMPLE]


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    """py3langid's identifier; loading takes tenths of a second."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
