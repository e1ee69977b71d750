"""Prints the tables of README.md, measured now."""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.statements.officials import Officials, chosen, load, measured
from bench.statements.readers import Found, ours, peer, regex, statements
from bench.statements.scores import overlap, paired, same_speaker
from bench.statements.sets import Article, Coded, coded, polnear

KINDS = {"direct": ("direct",), "mixed": ("mixed",), "quotations": ("direct", "mixed"), "indirect": ("indirect",)}
KINDS["all"] = ("direct", "mixed", "indirect")


def main() -> None:
    told = argparse.ArgumentParser(prog="python -m bench.statements")
    told.add_argument("shared", type=Path)
    told.add_argument("--peers-python", default=sys.executable, help="the Python in which the peers are installed")
    told.add_argument("--misses", metavar="SET", help="print what we get wrong on one set, and no table")
    asked = told.parse_args()
    sets = dict(coded(asked.shared))
    if asked.misses in ("polnear", "officials"):
        return _print_spans(polnear(asked.shared), load() if asked.misses == "officials" else None)
    if asked.misses:
        return _print_misses(sets[asked.misses])
    if articles := polnear(asked.shared):
        _print_polnear(articles, asked.peers_python)
        _print_officials(articles)
    print("\n| pages | statements | precision | recall | F1 | indirect, recall | speaker | side |\n|" + "---|" * 8)
    for name, pages in sets.items():
        _print_coded(name, pages)


def _print_polnear(articles: Sequence[Article], python: str) -> None:
    runs = {"detente": ours(articles), "marks by regex": regex(articles)}
    try:
        runs["textacy"] = peer("textacy", python, articles)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"textacy does not run here and is left out: {str(getattr(error, 'stderr', error)).splitlines()[-1]}\n")
    gold: Found = [list(a.gold) for a in articles]
    print("| reader | kind | n | P .3 | R .3 | F1 .3 | P .8 | R .8 | F1 .8 | seconds |\n|" + "---|" * 10)
    for name, (found, seconds) in runs.items():
        for kind, kinds in KINDS.items():
            loose, strict = (overlap(gold, found, least, kinds) for least in (0.3, 0.8))
            figures = " | ".join(f"{x:.3f}" for s in (loose, strict) for x in (s.precision, s.recall, s.f1))
            print(f"| {name} | {kind} | {loose.gold} | {figures} | {seconds:.1f} |")


def _print_officials(articles: Sequence[Article]) -> None:
    found, _ = ours(articles)
    print("\n| indirect, of officials | n | P .3 | R .3 | F1 .3 | 95 % of F1 .3 | F1 .8 |\n|" + "---|" * 7)
    for name, speech in (("whatever is attributed", False), ("what is said", True)):
        score, (low, high) = measured(articles, found, load(), speech, 0.3)
        strict, _ = measured(articles, found, load(), speech, 0.8)
        row = f"{score.precision:.3f} | {score.recall:.3f} | {score.f1:.3f} | {low:.3f} to {high:.3f} | {strict.f1:.3f}"
        print(f"| {name} | {score.gold} | {row} |")


def _print_coded(name: str, pages: Sequence[Coded]) -> None:
    found = list(statements(pages))
    pairs = [p for page, f in zip(pages, found, strict=True) for p in paired(page.gold, f)]
    gold = [g for page in pages for g in page.gold]
    precision, recall = len(pairs) / max(sum(map(len, found)), 1), len(pairs) / max(len(gold), 1)
    indirect = sum(g["mode"] == "indirect" for g, _ in pairs) / max(sum(g["mode"] == "indirect" for g in gold), 1)
    speaker = sum(same_speaker(g["speaker"], f["speaker"]) for g, f in pairs) / max(len(pairs), 1)
    side = sum(g["side"] == f["side"] for g, f in pairs) / max(len(pairs), 1)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    row = " | ".join(f"{x:.3f}" for x in (precision, recall, f1, indirect, speaker, side))
    print(f"| {name} | {len(gold)} | {row} |")


def _print_misses(pages: Sequence[Coded]) -> None:
    for page, found in zip(pages, statements(pages), strict=True):
        pairs = paired(page.gold, found)
        for g, f in pairs:
            if not same_speaker(g["speaker"], f["speaker"]) or g["side"] != f["side"]:
                print(f"{page.name} WRONG {g['speaker']}/{g['side']} <> {f['speaker']}/{f['side']}: {f['text'][:260]}")
        for g in page.gold:
            if not any(g is x for x, _ in pairs):
                print(f"{page.name} MISSED {g['speaker']}: {g['evidence'][:260]}")
        for f in found:
            if not any(f is x for _, x in pairs):
                print(f"{page.name} EXTRA {f['speaker']}/{f['side']} {f['mode']}: {f['text'][:260]}")


def _print_spans(articles: Sequence[Article], officials: Officials | None) -> None:
    found, _ = ours(articles)
    gold_in, ours_in = chosen(articles, found, officials, True) if officials else ([], [])
    for k, (article, spans) in enumerate(zip(articles, found, strict=True)):
        for label, some, others in (("MISSED", article.gold, spans), ("EXTRA", spans, article.gold)):
            kept = (gold_in if label == "MISSED" else ours_in)[k] if officials else [True] * len(some)
            for s in (s for s, keep in zip(some, kept, strict=True) if keep):
                share = max((min(s.end, o.end) - max(s.start, o.start) for o in others), default=0) / (s.end - s.start)
                if share < 0.8:
                    told = f"{label} {max(share, 0):.1f} {s.kind} [{s.source}|{s.cue}]: "
                    print(f"{told}{article.text[s.start : s.end]!r}"[:400])


if __name__ == "__main__":
    main()
