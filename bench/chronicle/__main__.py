"""python -m bench.chronicle ROOT [SHARED] [--faults] [--keep FILE]: the chronicle's own figures, on gold reports.

ROOT: this repository. SHARED: where `seeds/` lies, left out by default. --keep: a file in which what was read stays,
so that the next run need not read again.
"""

import argparse
import pickle
from collections.abc import Iterator
from pathlib import Path

from bench.chronicle.gold import Corpus, corpus
from bench.chronicle.scores import faults, score

from detente.chronicle import gather
from detente.codebook import Codebook, load

SHOWN = ("b3.precision", "b3.recall", "b3", "joined", "measures.precision", "measures.recall", "state", "start")
SHOWN = (*SHOWN, "answers", "answers.precision", "clash.precision", "clash.recall")


def main() -> None:
    ask = argparse.ArgumentParser()
    ask.add_argument("root", type=Path)
    ask.add_argument("shared", type=Path, nargs="?")
    ask.add_argument("--faults", action="store_true")
    ask.add_argument("--keep", type=Path)
    asked = ask.parse_args()
    book = load()
    print("| | " + " | ".join(SHOWN) + " |\n|---" + "|---" * len(SHOWN) + "|")
    told = []
    for name, found in _kept(asked.keep, asked.root, asked.shared, book):
        record = gather(found.readings, book)
        figures = score(found, record)
        print(f"| {name} | " + " | ".join(f"{figures[k]:.2f}" for k in SHOWN) + " |", flush=True)
        told += [f"{name}: {line}" for line in (*(f"lost {x}" for x in found.lost), *faults(found, record))]
    if asked.faults:
        print("\n" + "\n".join(told))


def _kept(keep: Path | None, root: Path, shared: Path | None, book: Codebook) -> list[tuple[str, Corpus]]:
    if keep and keep.exists():
        return pickle.loads(keep.read_bytes())  # our own file, named by whoever runs this
    found = list(_corpora(root, shared, book))
    if keep:
        keep.write_bytes(pickle.dumps(found))
    return found


def _corpora(root: Path, shared: Path | None, book: Codebook) -> Iterator[tuple[str, Corpus]]:
    if shared:
        yield "seeds", corpus(shared / "seeds", shared / "seeds" / "gold", book)
    yield "examples", corpus(root / "examples" / "press", root / "examples" / "gold", book)
    for half in ("dev", "dev2", "dev3"):
        yield half, corpus(root / "corpus" / half / "pages", root / "corpus" / half / "gold", book)


if __name__ == "__main__":
    main()
