"""Titles, writers and outlets beside the peers': `python -m bench.pages.credits SHARED_DIR`.

The gold is fundus: its titles and authors, and the publisher's name in the file's name, of web pages and of the same
pages saved as text by a browser. Of the other sets nobody has written these down. Errors are looked at page by page
only in half A of the outlets (`halves.py`).
"""

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import trafilatura
from bench.pages.halves import half_of
from bench.pages.rendered import renderers
from bench.pages.sets import Sample, bodies, gold_of

from detente.codebook.pages import PageWords, load_pages
from detente.documents import read
from detente.documents.decoding import decode
from detente.documents.lexicon import fold
from detente.model import Page, UnreadablePage

_SHORT = 4  # letters of a name that may be the beginning or the end of another one's


@dataclass(frozen=True, slots=True)
class Told:
    """What a reader, or the gold, says of a page; "" where it says nothing. writers: all names in one string."""

    title: str = ""
    writers: str = ""
    outlet: str = ""


Reader = Callable[[Sample, str], Told]


def _ours(words: PageWords, sample: Sample, _: str) -> Told:
    """The page is given no address: its name would be one."""
    try:
        found = read(Page(sample.data, "page"), words)[0]
    except UnreadablePage:
        return Told()
    return Told(found.title or "", found.byline or "", found.outlet or "")


def _trafilatura(_: Sample, html: str) -> Told:
    found = trafilatura.extract_metadata(html)
    return Told(found.title or "", found.author or "", found.sitename or "") if found else Told()


def _newspaper(sample: Sample, html: str) -> Told:
    from newspaper import Article

    article = Article("https://press.example/page", language=sample.language, fetch_images=False)
    article.download(input_html=html)
    article.parse()
    return Told(article.title or "", "; ".join(article.authors), article.meta_site_name or "")


def readers() -> dict[str, Reader]:
    """Of web pages, by name; ours first. Of saved text no peer says anything."""
    peers = {"trafilatura": ("trafilatura", _trafilatura), "newspaper4k": ("newspaper", _newspaper)}
    ours = partial(_ours, load_pages(Path(str(files("detente.codebook")))))
    return {"detente": ours, **{name: reader for name, (module, reader) in peers.items() if find_spec(module)}}


def wanted(root: Path, samples: Sequence[Sample]) -> list[Told]:
    """The gold of fundus's pages."""
    found = []
    for sample in samples:
        gold = gold_of(next((root / "fundus").rglob(sample.name)))
        authors = gold.get("authors") or []
        found.append(Told(gold.get("title") or "", "; ".join(authors), re.sub(r"_\d{4}_\d\d_\d\d.*", "", sample.name)))
    return found


def shown(gold: Told, text: str) -> Told:
    """What of the gold a saved page shows."""
    flat, words = _letters(text), set(re.findall(r"\w+", fold(text)))
    return Told(
        gold.title if _letters(gold.title) in flat else "",
        gold.writers if _names(gold.writers) <= words else "",
        gold.outlet if _letters(gold.outlet) in flat else "",
    )


def same_title(ours: str, gold: str) -> bool:
    return _letters(ours) == _letters(gold)


def same_writers(ours: str, gold: str) -> bool:
    """The same capitalised words, whatever joins them."""
    return _names(ours) == _names(gold)


def same_outlet(ours: str, gold: str) -> bool:
    """The same letters; or the one name opens or ends with the other ("The Guardian", "Guardian")."""
    one, other = sorted((_letters(ours), _letters(gold)), key=len)
    return one == other or (len(one) >= _SHORT and (other.startswith(one) or other.endswith(one)))


def _letters(text: str) -> str:
    return "".join(re.findall(r"[^\W_]+", fold(text)))


def _names(text: str) -> set[str]:
    words = re.findall(r"[^\W\d_]+", text)
    return {fold(word) for word in words if word[0].isupper()} or {fold(word) for word in words}


SAME: Mapping[str, Callable[[str, str], bool]] = {
    "title": same_title,
    "writers": same_writers,
    "outlet": same_outlet,
}


def tally(found: Sequence[Told], gold: Sequence[Told], field: str) -> tuple[int, int, int, int, int]:
    """(pages that say it, right, wrong, none; pages that do not say it and of which something is said)."""
    pairs = [(getattr(ours, field), getattr(theirs, field)) for ours, theirs in zip(found, gold, strict=True)]
    asked = [(ours, theirs) for ours, theirs in pairs if theirs]
    right = sum(bool(ours) and SAME[field](ours, theirs) for ours, theirs in asked)
    none = sum(not ours for ours, _ in asked)
    return len(asked), right, len(asked) - right - none, none, sum(bool(ours) for ours, theirs in pairs if not theirs)


def main(shared: str) -> None:
    root = Path(shared) / "benchmarks" / "pages"
    samples = [sample for sample in bodies(root) if sample.group == "fundus"]
    pages, gold = [decode(sample.data) for sample in samples], wanted(root, samples)
    halves = [half_of(sample, page) for sample, page in zip(samples, pages, strict=True)]
    for name, reader in readers().items():
        found = [reader(sample, page) for sample, page in zip(samples, pages, strict=True)]
        _print(f"web pages, {name}", found, gold, halves)
    ours = readers()["detente"]
    for tool, render in renderers().items():
        texts = render(pages)
        plain = [replace(s, data=text.encode("utf-8", "replace")) for s, text in zip(samples, texts, strict=True)]
        told = [ours(sample, text) for sample, text in zip(plain, texts, strict=True)]
        _print(f"saved text, {tool}", told, [shown(g, t) for g, t in zip(gold, texts, strict=True)], halves)


def _print(name: str, found: Sequence[Told], gold: Sequence[Told], halves: Sequence[str]) -> None:
    for half in ("A", "B"):
        run = [at for at, own in enumerate(halves) if own == half]
        cells = [tally([found[at] for at in run], [gold[at] for at in run], field) for field in SAME]
        text = (f"{right}/{n}, {wrong} wrong, {more} too many" for n, right, wrong, _, more in cells)
        print(f"| {name} | {half} |", " | ".join(text), "|", flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m bench.pages.credits SHARED_DIR")
    main(sys.argv[1])
