"""What is sent to a model: our instructions, and the article fenced as data."""

import hashlib
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from string import Template

from detente.codebook import Codebook
from detente.model import Document, Sentence, Status

LONGEST = 24_000  # characters of an article that are sent; some 8,000 tokens, which small models still hold

Messages = list[dict[str, str]]


def worth_asking(sentences: Sequence[Sentence]) -> bool:
    """Whether a sentence names two actors: without one no proposal could be accepted."""
    return any(len({c for m in s.actors for c in m.codes}) > 1 for s in sentences)


def asked_of(document: Document, book: Codebook) -> Messages:
    """The messages for one article; the same article and codebook always give the same."""
    return messages("article", _codes(book), {"title": document.title or "", "text": document.text[:LONGEST]})


def messages(task: str, codes: str, data: dict[str, str]) -> Messages:
    """Instructions for a task, and what they are about between fences that no page can know before it is written."""
    told = json.dumps(data, ensure_ascii=False, indent=0)
    fence = hashlib.sha256(told.encode("utf-8", "backslashreplace")).hexdigest()[:24]
    system = Template(_instructions(task)).substitute(fence=fence, codes=codes)
    return [
        {"role": "system", "content": system},
        {"role": "user", "content": f"<data {fence}>\n{told}\n</data {fence}>"},
    ]


def digest(sent: Messages) -> str:
    """SHA-256 of what was sent, 64 hexadecimal digits."""
    return hashlib.sha256(json.dumps(sent).encode()).hexdigest()


def _codes(book: Codebook) -> str:
    acts = "; ".join(f"{a.id} ({a.label['en']})" for _, a in sorted(book.acts.items()))
    things = "; ".join(f"{i.id} ({i.label['en']})" for _, i in sorted(book.instruments.items()))
    return f"acts: {acts}\ninstruments: {things}\nstatuses: {', '.join(Status)}"


@cache
def _instructions(task: str) -> str:
    return (Path(__file__).parent / f"{task}.txt").read_text(encoding="utf-8")
