"""Who reads pages: us, and the peers that are installed (`pip install -e .[bench]`)."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from html import escape
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import htmldate
import justext
import lxml.html
import trafilatura
from bench.pages.sets import Sample

from detente.codebook.pages import PageWords, load_pages
from detente.documents import read
from detente.documents.html import day_of
from detente.documents.lexicon import lexicon
from detente.model import Document, Page, UnreadablePage

TextReader = Callable[[Sample, str], str]
DayReader = Callable[[Sample, str], date | None]
LATEST = "2100-01-01"  # so that no figure depends on the day of the run


def _ours(words: PageWords, sample: Sample, _: str) -> str:
    """All of a page's articles: what the sets expect of a live blog is its whole text, with the title of each update."""
    documents = _documents(words, sample)
    told = [document.text for document in documents[:1]]
    return "\n\n".join([*told, *(f"{document.title or ''}\n{document.text}" for document in documents[1:])])


def _documents(words: PageWords, sample: Sample) -> tuple[Document, ...]:
    try:
        return read(Page(sample.data, sample.url or sample.name), words)
    except UnreadablePage:
        return ()


def _our_day(words: PageWords, sample: Sample, _: str) -> date | None:
    return next((document.published for document in _documents(words, sample)), None)


def _our_day_alone(words: PageWords, sample: Sample, html: str) -> date | None:
    """The day even where the page has no article to go with it, as htmldate gives it."""
    return day_of(html, Page(sample.data, sample.url or sample.name), lexicon(words)).day


def _trafilatura(_: Sample, html: str) -> str:
    return trafilatura.extract(html, include_comments=False, include_tables=False) or ""


def _trafilatura_with_metadata(_: Sample, html: str) -> str:
    """With title, names and day, as our documents have them; the text alone is compared."""
    found = trafilatura.bare_extraction(html, include_comments=False, include_tables=False, with_metadata=True)
    return str(getattr(found, "text", "") or "")


def _justext(sample: Sample, html: str) -> str:
    stop = justext.get_stoplist("French" if sample.language == "fr" else "English")
    return "\n".join(p.text for p in justext.justext(html.encode(), stop, encoding="utf-8") if not p.is_boilerplate)


def _readability(_: Sample, html: str) -> str:
    from readability import Document as Readable

    return str(lxml.html.fromstring(Readable(html).summary()).text_content())


def _resiliparse(_: Sample, html: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(html, main_content=True))


def _newspaper(sample: Sample, html: str) -> str:
    import tldextract
    from newspaper import Article

    tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(suffix_list_urls=())  # it would ask the network
    article = Article("https://press.example/page", language=sample.language, fetch_images=False)
    article.download(input_html=html)
    article.parse()
    return str(article.text)


def _long_sentences(_: Sample, text: str) -> str:
    """The plain rule: lines of twelve words or more that a full stop closes."""
    return "\n".join(
        line for line in text.split("\n") if len(line.split()) >= 12 and re.search(r"[.!?…][»”\"]?$", line)
    )


def _justext_of_lines(sample: Sample, text: str) -> str:
    return _justext(sample, "".join(f"<p>{escape(line)}</p>" for line in text.split("\n") if line))


def _htmldate(sample: Sample, html: str) -> date | None:
    found = htmldate.find_date(html, original_date=True, url=sample.url or None, max_date=LATEST)
    return date.fromisoformat(found) if found else None


_PEERS: Mapping[str, tuple[str, TextReader]] = {
    "trafilatura": ("trafilatura", _trafilatura),
    "trafilatura, with metadata": ("trafilatura", _trafilatura_with_metadata),
    "readability-lxml": ("readability", _readability),
    "resiliparse": ("resiliparse", _resiliparse),
    "newspaper4k": ("newspaper", _newspaper),
    "jusText": ("justext", _justext),
}


def text_readers() -> dict[str, TextReader]:
    """Of web pages, by name; ours first."""
    installed = {name: reader for name, (module, reader) in _PEERS.items() if find_spec(module)}
    return {"detente": partial(_ours, _words()), **installed}


def line_readers() -> dict[str, TextReader]:
    """Of the same pages saved as text, where the readers of HTML find nothing."""
    return {
        "detente": partial(_ours, _words()),
        "jusText, a line a <p>": _justext_of_lines,
        "12 words": _long_sentences,
    }


def day_readers() -> dict[str, DayReader]:
    return {
        "detente": partial(_our_day, _words()),
        "detente, day alone": partial(_our_day_alone, _words()),
        "htmldate": _htmldate,
    }


def _words() -> PageWords:
    return load_pages(Path(str(files("detente.codebook"))))
