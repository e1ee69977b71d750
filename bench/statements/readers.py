"""Ours, and the peers: each finds spans of what was said in an English article."""

import json
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import process_time

from bench.statements.sets import Article, Coded, Span, kind

from detente.api import codebook
from detente.mentions import Reader
from detente.model import Block, BlockKind, Document, Page, Utterance
from detente.pipeline import code

Found = list[list[Span]]


def ours(articles: Sequence[Article]) -> tuple[Found, float]:
    """What is said in each, whoever says it; seconds of processor."""
    reader = Reader(codebook(), "en", parse=False)
    reader.read(_document(articles[0]))
    start = process_time()
    found = [_spans(a, reader.read(_document(a)).utterances) for a in articles]
    return found, process_time() - start


def _document(article: Article) -> Document:
    paragraphs = re.finditer(r"[^\n]+", article.text)
    blocks = tuple(Block(m.start(), m.end(), BlockKind.PARAGRAPH) for m in paragraphs)
    return Document(article.name, article.name, article.name, article.text, "en", blocks=blocks)


def _spans(article: Article, utterances: Sequence[Utterance]) -> list[Span]:
    """A quotation that goes on behind its speaker is one with what came before, as PolNeAR joins them."""
    spans: list[tuple[int, int, str, str]] = []
    for u in utterances:
        if u.form == "unsaid":
            continue
        gap = article.text[spans[-1][1] : u.start] if spans else "\n"
        if u.how == "carried" and spans and "\n" not in gap:
            spans[-1] = (spans[-1][0], max(u.end, spans[-1][1]), *spans[-1][2:])
        else:
            source, cue = (article.text[slice(*own)] if own else "" for own in (u.source, u.cue))
            spans.append((u.start, u.end, source, cue))
    return [Span(a, b, kind(article.text[a:b]), *told) for a, b, *told in sorted(set(spans))]


def regex(articles: Sequence[Article]) -> tuple[Found, float]:
    """Whatever stands between quotation marks, eight characters or more."""
    start = process_time()
    found = [
        [Span(m.start(), m.end(), "direct") for m in re.finditer(r'[“"]([^“”"]{8,}?)[”"]', a.text)] for a in articles
    ]
    return found, process_time() - start


def peer(name: str, python: str, articles: Sequence[Article]) -> tuple[Found, float]:
    """Run by its own Python, see peers.py. Raises OSError or CalledProcessError where it does not run."""
    cases = "".join(json.dumps({"text": a.text}) + "\n" for a in articles)
    ran = subprocess.run(
        [python, str(Path(__file__).with_name("peers.py")), name],
        input=cases,
        capture_output=True,
        text=True,
        check=True,
    )
    *rows, last = [json.loads(line) for line in ran.stdout.splitlines()]
    found = [[Span(a, b, kind(article.text[a:b])) for a, b in row] for article, row in zip(articles, rows, strict=True)]
    return found, float(last["seconds"])


def statements(pages: Sequence[Coded]) -> Iterator[list[dict[str, str | None]]]:
    """Of each page, as exported, but for what was not said."""
    book = codebook()
    for page in pages:
        readings = code(Page(uri=page.page.name, data=page.page.read_bytes()), book)
        yield [
            {"text": s.evidence.quote, "speaker": s.speaker, "side": s.side, "mode": s.mode.value}
            for r in readings
            for s in r.statements
            if s.mode.value != "unsaid"
        ]
