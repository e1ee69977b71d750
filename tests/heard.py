"""Passages with who says what in them, and what the reader hears: banks written before it was run on them.

    PYTHONPATH=src:tests:. python tests/heard.py tests/banks/speech_fr.txt [--open | --held]

Every third passage of a bank, or every second (`HELD`), is held out: of those only totals are printed, and no rule was built by them.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.statements.scores import same_speaker

from coded import speech_on
from detente.model import Statement

HEAD = "== "
HELD = {"voiced_fr": 2, "voiced_en": 2}  # every how many passages of a bank one is held out; of the others every third


@dataclass(frozen=True)
class Expected:
    """A statement: words of its sentence, direct, indirect or unsaid, who says it, his side; None where the text does not tell."""

    words: str
    mode: str
    speaker: str | None
    side: str | None
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Passage:
    name: str
    language: str
    published: str
    text: str
    said: tuple[Expected, ...]
    held: bool
    open: bool  # it is not heard as expected yet


@dataclass(frozen=True)
class Heard:
    """A statement as expected, as heard, or both; wrong: what differs between the two."""

    passage: Passage
    expected: Expected | None
    found: Statement | None
    wrong: tuple[str, ...] = ()


def passages(bank: Path) -> list[Passage]:
    """In the order of the file; each begins with `== language day name`, and with `open` behind it where it is not heard as expected."""
    lines = [line for line in bank.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    blocks = "\n".join(lines).split(f"\n{HEAD}")
    every = HELD.get(bank.stem, 3)
    return [_passage(block.removeprefix(HEAD), k % every == every - 1) for k, block in enumerate(blocks)]


def _passage(block: str, held: bool) -> Passage:
    head, *lines = block.splitlines()
    language, published, name, *flags = head.split()
    told = [line for line in lines if line.count(" | ") > 2 or line.endswith(" |")]
    text = "\n\n".join(line for line in lines if line not in told)
    return Passage(name, language, published, text, tuple(_expected(line) for line in told), held, flags == ["open"])


def _expected(line: str) -> Expected:
    words, mode, speaker, side, *rest = (part.strip() for part in line.split("|"))
    return Expected(words, mode, _or_none(speaker), _or_none(side), tuple(_pairs(" ".join(rest))))


def _or_none(word: str) -> str | None:
    return None if word == "-" else word


def _pairs(rest: str) -> Iterator[tuple[str, str]]:
    """`topic=visa venue=on state television`: a value runs up to the next key."""
    for match in re.finditer(r"(\w+)=(.*?)(?= \w+=|$)", rest):
        yield match[1], match[2]


def stances(bank: Path) -> Iterator[tuple[str, str, str]]:
    """(language, topic and stance, sentence) of each line; those marked `open` are left out."""
    for line in bank.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", "open ")):
            language, expected, text = (part.strip() for part in line.split("|", 2))
            yield language, expected, text


def heard(passage: Passage) -> list[Heard]:
    """What is expected beside what was heard, then what nobody expected."""
    left = list(speech_on(passage.text, passage.language, passage.published))
    out = []
    for expected in passage.said:
        fit = [s for s in left if expected.words in s.evidence.quote]
        fit.sort(key=lambda s: (len(_wrong(expected, s)), s.evidence.start))
        if fit:
            left.remove(fit[0])
        out.append(Heard(passage, expected, fit[0] if fit else None, _wrong(expected, fit[0]) if fit else ("missed",)))
    return [*out, *(Heard(passage, None, s, ("extra",)) for s in left)]


def _wrong(expected: Expected, found: Statement) -> tuple[str, ...]:
    own = {
        "strength": found.strength,
        "to": found.addressee,
        "venue": found.venue,
        "when": found.when.edtf if found.when else None,
        "topic": found.topic.code if found.topic else None,
        "stance": found.stance,
    }
    wrong = [] if str(found.mode) == expected.mode else ["mode"]
    same = expected.speaker in (None, found.speaker) or same_speaker(expected.speaker, found.speaker)
    wrong += [] if same else ["speaker"]
    wrong += [] if expected.side == found.side else ["side"]
    return (*wrong, *(key for key, value in expected.more if own[key] != value))


def totals(rows: Sequence[Heard]) -> str:
    count = Counter(w for r in rows for w in r.wrong)
    both = [r for r in rows if r.expected and r.found]
    asked = sum(r.expected is not None for r in rows)
    keys = Counter(k for r in both if r.expected for k, _ in r.expected.more)
    told = " ".join(f"{k} {keys[k] - count[k]}/{keys[k]}" for k in sorted(keys))
    share = f"found {len(both)}/{asked} extra {count['extra']}"
    right = " ".join(f"{k} {len(both) - count[k]}/{len(both)}" for k in ("mode", "speaker", "side"))
    return f"{share} {right} {told}"


def _line(row: Heard) -> str:
    e, s = row.expected, row.found
    want = f"{e.words} | {e.mode} | {e.speaker} | {e.side} | {dict(e.more)}" if e else ""
    got = f"{s.evidence.quote} | {s.mode} | {s.speaker} | {s.side}" if s else ""
    if s and e and e.more:
        got += f" | {s.strength} to={s.addressee} venue={s.venue} {s.topic and s.topic.code} {s.stance}"
    return f"{row.passage.name}: {', '.join(row.wrong)}\n    want {want}\n    got  {got}"


def main(bank: Path, part: str) -> None:
    for held in (False, True):
        if part == ("--held" if not held else "--open"):
            continue
        rows = [row for p in passages(bank) if p.held is held for row in heard(p)]
        if not held:
            print(*(_line(r) for r in rows if r.wrong), sep="\n")
        print("held out" if held else "open", totals(rows))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
