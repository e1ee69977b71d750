"""Prints the tables of README.md, measured now."""

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import process_time

import numpy as np
from bench.plover.features import bag, words_only
from bench.plover.model import rows, softmax, trained
from bench.plover.rules import Rules
from bench.plover.scores import accuracy, confusion, macro
from bench.plover.sentences import Case, cases, folds

from detente.api import codebook
from detente.mentions.tokens import keys

PARTS, SEED = 10, 1
RIDGE = 0.1


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m bench.plover")
    asked.add_argument("shared", type=Path)
    asked.add_argument(
        "--misses", metavar="ROOT", help="print what the rules say of this root's sentences, and no table"
    )
    told = asked.parse_args()
    found = cases(told.shared)
    rules = Rules(codebook())
    start = process_time()
    acts = [rules.found(c) for c in found]
    said = [rules.root(c) for c in found]
    seconds = process_time() - start
    if told.misses:
        return _print_misses(found, said, [[f"{f.act}:{f.root}" for f in a] for a in acts], told.misses)
    gold, parts = [c.root for c in found], folds(found, PARTS, SEED)
    plain = _held_out([words_only(c) for c in found], gold, parts)
    full = _held_out([bag(*x) for x in zip(found, acts, said, strict=True)], gold, parts)
    columns = {
        "majority": [Counter(gold).most_common(1)[0][0]] * len(gold),
        "a list of words, one root each (folds)": _listed(found, gold, parts),
        "words and pairs, trained (folds)": plain,
        "our rules alone": said,
        "our rules, the trained model where none fires": [s or f for s, f in zip(said, full, strict=True)],
        "the trained model with our rules among its features": full,
        "published zero-shot system (as shipped)": [c.peer for c in found],
    }
    _print_table(gold, columns)
    fired = [i for i, s in enumerate(said) if s]
    right = accuracy([gold[i] for i in fired], [said[i] for i in fired])
    print(
        f"\nRules fire on {len(fired)} of {len(gold)}, right on {right:.3f} of these; {len(gold) * 2 / seconds:,.0f} sentences a second.\n"
    )
    for row in confusion(gold, full):
        print(f"| {' | '.join(row)} |")


def _print_table(gold: Sequence[str], columns: Mapping[str, Sequence[str | None]]) -> None:
    print("| | accuracy | macro-F1 |\n|---|---|---|")
    for name, told in columns.items():
        print(f"| {name} | {accuracy(gold, told):.3f} | {macro(gold, told):.3f} |")


def _held_out(bags: Sequence[Mapping[str, float]], gold: Sequence[str], parts: Sequence[int]) -> list[str]:
    """The root that a model trained on the other folds gives each sentence."""
    roots = sorted(set(gold))
    labels, fold = np.array([roots.index(g) for g in gold]), np.array(parts)
    table = rows(bags)
    kernel = (table @ table.T).astype(np.float64)
    out = np.zeros(len(gold), dtype=int)
    for part in sorted(set(parts)):
        seen, unseen = np.flatnonzero(fold != part), np.flatnonzero(fold == part)
        dual = trained(kernel[np.ix_(seen, seen)], labels[seen], len(roots), RIDGE)
        out[unseen] = softmax(kernel[np.ix_(unseen, seen)] @ dual).argmax(axis=1)
    return [roots[i] for i in out]


def _listed(found: Sequence[Case], gold: Sequence[str], parts: Sequence[int]) -> list[str]:
    """The peer without grammar: each word votes for the root it meets most often in the other folds, weighed by how purely."""
    bags = [set(keys(c.text)) for c in found]
    out = []
    for i, words in enumerate(bags):
        votes: Counter[str] = Counter()
        for word in words:
            met = _met(bags, gold, parts, parts[i], word)
            if met and (n := sum(met.values())) >= 3 and (top := met.most_common(1)[0])[1] / n > 0.5:
                votes[top[0]] += top[1] / n
        out.append(max(votes, key=lambda r: (votes[r], r)) if votes else Counter(gold).most_common(1)[0][0])
    return out


_CACHE: dict[tuple[int, str], Counter[str]] = {}


def _met(bags: Sequence[set[str]], gold: Sequence[str], parts: Sequence[int], left: int, word: str) -> Counter[str]:
    if not _CACHE:
        for part in set(parts):
            for words, root, own in zip(bags, gold, parts, strict=True):
                for w in words if own != part else ():
                    _CACHE.setdefault((part, w), Counter())[root] += 1
    return _CACHE.get((left, word), Counter())


def _print_misses(found: Sequence[Case], said: Sequence[str | None], acts: Sequence[list[str]], root: str) -> None:
    for case, told, seen in zip(found, said, acts, strict=True):
        if case.root == root and told != root:
            print(f"{told} {seen}\n    {case.text}")


if __name__ == "__main__":
    main()
