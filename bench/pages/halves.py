"""Saved text by halves of the outlets: `python -m bench.pages.halves SHARED_DIR`.

Errors are looked at page by page only in half A; the pages of half B are never looked at, only their scores.
"""

import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from bench.pages.readers import line_readers
from bench.pages.rendered import renderers
from bench.pages.scores import body_score
from bench.pages.sets import Sample, bodies

from detente.documents.decoding import decode

_LINK = re.compile(r"<link[^>]+rel=[\"']?canonical[\"']?[^>]+href=[\"']?([^\"'\s>]+)", re.IGNORECASE)
_LINK_BACKWARDS = re.compile(r"<link[^>]+href=[\"']?([^\"'\s>]+)[\"']?[^>]+rel=[\"']?canonical", re.IGNORECASE)
_OPEN_GRAPH = re.compile(r"og:url[\"'][^>]+content=[\"']([^\"']+)", re.IGNORECASE)
_THREE = (".co.uk", ".com.au", ".co.za", ".org.uk")  # registered names of three parts


def half_of(sample: Sample, html: str) -> str:
    """A or B, by the outlet's registered name, so that all pages of one outlet are in one half."""
    return "A" if sha256(outlet_of(sample, html).encode()).digest()[0] % 2 == 0 else "B"


def outlet_of(sample: Sample, html: str) -> str:
    """By the address, else by the page's own link; fundus names the outlet in the file; else the page alone."""
    if sample.group == "fundus":
        return re.sub(r"_\d{4}_\d\d_\d\d.*", "", sample.name).lower()
    links = (pattern.search(html) for pattern in (_LINK, _LINK_BACKWARDS, _OPEN_GRAPH))
    url = sample.url or next((link[1] for link in links if link), "")
    host = ((urlsplit(url).hostname if "//" in url else None) or sample.name).removeprefix("www.")
    return ".".join(host.split(".")[-3 if host.endswith(_THREE) else -2 :])


def main(shared: str) -> None:
    samples = bodies(Path(shared) / "benchmarks" / "pages")
    pages = [decode(sample.data) for sample in samples]
    halves = [half_of(sample, page) for sample, page in zip(samples, pages, strict=True)]
    columns = {
        f"{group} {half}": [at for at, s in enumerate(samples) if s.group == group and half in (halves[at], "all")]
        for group in ("fundus", "scrapinghub", "trafilatura")
        for half in ("A", "B", "all")
    }
    print("| F1 |", " | ".join(f"{name} ({len(run)})" for name, run in columns.items()), "|")
    print("| --- |", " | ".join("---" for _ in columns), "|")
    for tool, render in renderers().items():
        found = _read(samples, render(pages))
        scores = (body_score([samples[at] for at in run], [found[at] for at in run]) for run in columns.values())
        print(f"| {tool} |", " | ".join(f"{score:.3f}" for score in scores), "|", flush=True)


def _read(samples: Sequence[Sample], texts: Sequence[str]) -> list[str]:
    reader = line_readers()["detente"]
    plain = [replace(s, data=text.encode("utf-8", errors="replace")) for s, text in zip(samples, texts, strict=True)]
    return [reader(sample, text) for sample, text in zip(plain, texts, strict=True)]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m bench.pages.halves SHARED_DIR")
    main(sys.argv[1])
