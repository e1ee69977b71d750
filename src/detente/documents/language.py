"""In which language a page is written: judged on its sentences, for menus mislead every tool."""

from collections.abc import Iterable
from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from detente.model import UnreadablePage

ENOUGH = 20  # words; shorter texts are not refused: full identification errs on them
_SAMPLE = 4000  # code points


def language_of(paragraphs: Iterable[str], supported: tuple[str, ...]) -> str:
    """The ISO 639-1 code of the text, one of `supported`.

    Raises UnreadablePage (unsupported-language) when all languages together say, surely, that it is another.
    """
    text = "\n".join(_sentences(list(paragraphs)))[:_SAMPLE]
    if len(text.split()) >= ENOUGH:
        _refuse_others(text, supported)
    return str(_identifier(supported).classify(text)[0])


def _sentences(paragraphs: list[str]) -> list[str]:
    """Those of eight words or more, or all where none is."""
    return [p for p in paragraphs if len(p.split()) >= 8] or paragraphs


def _refuse_others(text: str, supported: tuple[str, ...]) -> None:
    first, probability = _identifier(()).classify(text)
    if first not in supported and probability > 0.95:
        raise UnreadablePage("unsupported-language", f"the text is in {first}; we read {', '.join(supported)}")


@lru_cache(maxsize=4)
def _identifier(languages: tuple[str, ...]) -> LanguageIdentifier:
    """The identifier of py3langid, restricted to `languages` unless empty; loading takes tenths of a second."""
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    if languages:
        identifier.set_languages(list(languages))
    return identifier
