"""Acts and instruments: one file each, checked whole as it is read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

from detente.codebook import files
from detente.model import CodebookError, Status

FRAMES = ("acts", "meets", "hosts", "visits", "leaves", "together", "recalls", "wrongs")
NEEDS = ("person", "instrument", "target", "town")
KINDS = ("restriction", "benefit", "passage", "tie", "force")


EFFECT = "does "  # before the effect, in the kind of a cue: a noun that names what is done to an instrument


@dataclass(frozen=True, slots=True)
class Group:
    """Words of one language that share who-is-who. See docs/codebook.md for each key."""

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    frame: str = "acts"
    of: str = "toward"
    needs: str | None = None
    governs: bool = False
    status: Status | None = None
    instrument: str | None = None  # what the wording itself bears on, where no instrument is named in its reach
    effect: str | None = None  # what the wording does to it, where that is another than the act's


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that runs as a test; `text` still carries its {marks}."""

    language: str
    text: str
    expect: str
    published: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """Something one does. Either `type` is given, or `effect` and an instrument compose it."""

    id: str
    label: Mapping[str, str]
    groups: Mapping[str, tuple[Group, ...]]
    type: str | None = None
    mode: str | None = None
    effect: str | None = None
    instrument: str | None = None
    otherwise: str | None = None  # the instrument it bears on where none stands in its reach
    forces: tuple[str, str] | None = (
        None  # (act, instrument) it is when forces do it: troops that leave a state withdraw
    )
    people: tuple[str, str] | None = (
        None  # (act, instrument) it is when done to a state's people, and to none of its officials
    )
    goods: tuple[str, str] | None = None  # (act, instrument) it is when done to goods: what is turned back is banned
    denied: str | None = None  # the act that it is where it is denied: who does not accept refuses
    not_done: str | None = (
        None  # the act that it is where it is told as not done so far: what one has not lifted is maintained
    )
    third: bool = False  # whether a third party does it with both ("mediates")
    gives: bool = False  # whether a capital behind "à", "at" is whom it goes to ("réclame à Cotonou"), not where it is
    refuse: Mapping[str, Group] = field(default_factory=dict)  # wordings in which its words tell something else
    contexts: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Instrument:
    """Something one acts on."""

    id: str
    label: Mapping[str, str]
    kind: str
    words: Mapping[str, tuple[str, ...]]
    weak: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    near: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    refuse: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    general: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # words of a ban on whatever is named beside it
    bans: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # words of a ban on this very thing
    by_itself: bool = False
    contexts: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    stands: bool = False  # whether it lasts between two states and restricts nobody: troops, membership
    under: str | None = None  # the instrument of the coding manual that it is a kind of: fishing rights, of trade


_PROSE = {"means", "not", "source", "note", "label", "examples", "words"}
_ACT = {
    "act", "type", "mode", "effect", "instrument", "otherwise", "forces", "people", "goods", "denied", "not_done", "third", "gives",
    "refuse", "contexts", *_PROSE
}  # fmt: skip
_INSTRUMENT = {
    "instrument",
    "kind",
    "weak",
    "near",
    "refuse",
    "general",
    "bans",
    "by_itself",
    "stands",
    "under",
    "contexts",
    *_PROSE,
}
_GROUP = {"verbs", "nouns", "phrases", "frame", "of", "needs", "governs", "status", "instrument", "effect"}


def load_act(path: Path) -> Act:
    """One `acts/*.yml`; CodebookError says what is wrong in it and how to mend it."""
    found = files.read(path)
    files.only(path, found, _ACT)
    if found.get("act") != path.stem:
        raise CodebookError(f"{files.short(path)}: `act` must be {path.stem}, like the file")
    if not found.get("type") and not found.get("effect"):
        raise CodebookError(f"{files.short(path)}: needs a `type`, or an `effect` that composes one")
    return Act(
        id=path.stem,
        label=files.labels(path, found),
        groups={
            str(lang): tuple(_group(path, g) for g in groups) for lang, groups in (found.get("words") or {}).items()
        },
        type=found.get("type"),
        mode=found.get("mode"),
        effect=found.get("effect"),
        instrument=found.get("instrument"),
        otherwise=found.get("otherwise"),
        forces=_other(found.get("forces")),
        people=_other(found.get("people")),
        goods=_other(found.get("goods")),
        denied=found.get("denied"),
        not_done=found.get("not_done"),
        third=bool(found.get("third")),
        gives=bool(found.get("gives")),
        refuse={str(lang): _group(path, words) for lang, words in (found.get("refuse") or {}).items()},
        contexts=files.strings(path, found.get("contexts"), "contexts"),
        examples=_examples(path, found, found.get("type") or ""),
    )


def _other(found: Mapping[str, Any] | None) -> tuple[str, str] | None:
    return (str(found["act"]), str(found["instrument"])) if found else None


def _group(path: Path, found: Mapping[str, Any]) -> Group:
    files.only(path, found, _GROUP)
    frame, needs = found.get("frame", "acts"), found.get("needs")
    if found.get("of", "by") not in ("by", "toward") or found.get("status", "occurred") not in set(Status):
        raise CodebookError(f"{files.short(path)}: `of` is by or toward; `status`, one of {', '.join(Status)}")
    if frame not in FRAMES or (needs is not None and needs not in NEEDS):
        raise CodebookError(
            f"{files.short(path)}: frame is one of {', '.join(FRAMES)}; needs, one of {', '.join(NEEDS)}"
        )
    verbs, nouns, phrases = (_either(files.strings(path, found.get(k), k)) for k in ("verbs", "nouns", "phrases"))
    return Group(
        verbs=verbs,
        nouns=nouns,
        phrases=phrases,
        frame=frame,
        of=found.get("of", "toward" if frame == "acts" else "by"),
        needs=needs,
        governs=bool(found.get("governs", False)),
        status=Status(found["status"]) if found.get("status") else None,
        instrument=found.get("instrument"),
        effect=found.get("effect"),
    )


def _either(wordings: Iterable[str]) -> tuple[str, ...]:
    """Each wording in full: `exprimer … colère|dépit` is two."""
    ways = (product(*(word.split("|") for word in wording.split(" "))) for wording in wordings)
    return tuple(dict.fromkeys(" ".join(words) for found in ways for words in found))


def load_instrument(path: Path) -> Instrument:
    """One `instruments/*.yml`."""
    found = files.read(path)
    files.only(path, found, _INSTRUMENT)
    if found.get("instrument") != path.stem or found.get("kind") not in KINDS:
        raise CodebookError(
            f"{files.short(path)}: `instrument` must be {path.stem}, and `kind` one of {', '.join(KINDS)}"
        )
    by_language = {k: _by_language(path, found, k) for k in ("words", "weak", "near", "refuse", "general", "bans")}
    return Instrument(
        id=path.stem,
        label=files.labels(path, found),
        kind=found["kind"],
        by_itself=bool(found.get("by_itself")),
        stands=bool(found.get("stands")),
        under=found.get("under"),
        contexts=files.strings(path, found.get("contexts"), "contexts"),
        examples=_examples(path, found, "found"),
        **by_language,
    )


def _by_language(path: Path, found: Mapping[str, Any], key: str) -> dict[str, tuple[str, ...]]:
    return {str(lang): files.strings(path, words, f"{key}.{lang}") for lang, words in (found.get(key) or {}).items()}


def _examples(path: Path, found: Mapping[str, Any], default: str) -> tuple[Example, ...]:
    rows = []
    for language, examples in (found.get("examples") or {}).items():
        for row in examples:
            files.only(path, row, {"text", "expect", "published", "status"})
            if "text" not in row:
                raise CodebookError(f"{files.short(path)}: an example without `text`")
            published = row.get("published")
            rows.append(
                Example(
                    str(language),
                    row["text"],
                    str(row.get("expect", default)),
                    str(published) if published else None,
                    row.get("status"),
                )
            )
    return tuple(rows)
