"""NewsWCL50 as its authors give it: fifty articles as tokens, and the mentions of events in them, each in a chain."""

import csv
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

APART = frozenset("([{“‘$")  # no space follows
CLOSE = frozenset(")]},.;:!?”’%") | {"'s", "’s", "n't", "n’t"}  # none stands before


@dataclass(frozen=True, slots=True)
class Article:
    """text: the tokens put together; at: (sentence, token) -> (start, end) in it."""

    name: str
    text: str
    at: dict[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Mention:
    """start, end: offsets in the article's text; head: lemma of its head, lower case."""

    id: str
    article: str
    topic: int
    chain: str
    head: str
    start: int
    end: int


def articles(folder: Path) -> dict[str, Article]:
    """By name, in the order of the file."""
    csv.field_size_limit(10**9)
    rows: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    with (folder / "conll.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            rows[row["doc_id"]].append((int(row["sent_id"]), int(row["token_id"]), row["token"]))
    return {name: _article(name, found) for name, found in rows.items()}


def _article(name: str, tokens: Iterable[tuple[int, int, str]]) -> Article:
    text, at, before = "", dict[tuple[int, int], tuple[int, int]](), -1
    for sentence, number, token in tokens:
        word = token.strip()
        if not word:
            text = text.rstrip() + "\n\n"
            continue
        if sentence != before and text and not text.endswith("\n\n"):
            text = text.rstrip() + "\n\n"
        before = sentence
        if word in CLOSE:
            text = text if text.endswith("\n") else text.rstrip(" ")
        at[sentence, number] = len(text), len(text) + len(word)
        text += word + ("" if word in APART else " ")
    return Article(name, text, at)


def mentions(folder: Path, found: dict[str, Article]) -> list[Mention]:
    """All mentions of events, in the order of the file."""
    told = json.loads((folder / "event_mentions.json").read_text(encoding="utf-8"))
    return [_mention(m, found[m["doc_id"]]) for m in told]


def _mention(m: dict[str, object], article: Article) -> Mention:
    numbers = m["tokens_number"]
    assert isinstance(numbers, list)
    spans = [s for n in numbers if (s := article.at.get((int(str(m["sent_id"])), int(n))))]
    return Mention(
        id=str(m["mention_id"]),
        article=article.name,
        topic=int(str(m["topic_id"])),
        chain=str(m["coref_chain"]),
        head=str(m["mention_head_lemma"]).lower(),
        start=min((s for s, _ in spans), default=-1),
        end=max((e for _, e in spans), default=-1),
    )
