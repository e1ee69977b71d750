"""The same utterance in several pages: quoted alike, cut, or in other words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from detente.chronicle.folding import words
from detente.chronicle.groups import Groups
from detente.model import Document, Quoted, SpeechMode, Statement, Wording

RUN = 4  # words in a row that two quotations share before they are compared
ALIKE = 0.6  # share of the shorter's words that stand in the longer one, in order
CROWD = 50  # statements that share a run of words; a run that more share is a formula

Told = tuple[Statement, tuple[str, ...]]


def wordings(
    statements: Iterable[Statement], documents: Mapping[str, Document], origins: Mapping[str, str]
) -> tuple[Wording, ...]:
    """Groups of quoted statements of one side, told by pages of different origin, in the order of their ids.

    documents: by id. origins: document id -> its source; two pages of one source are no second wording.
    """
    told = {s.id: (s, _words(s, documents)) for s in statements if s.mode is SpeechMode.DIRECT}
    groups = Groups(told)
    for one, other in _near(told, origins):
        if _share(told[one][1], told[other][1]) >= ALIKE:
            groups.join(one, other)
    members = defaultdict(list)
    for name in sorted(told):
        members[groups.head(name)].append(told[name])
    return tuple(_wording(group) for group in members.values() if len(group) > 1)


def _words(statement: Statement, documents: Mapping[str, Document]) -> tuple[str, ...]:
    start, end = statement.content or (statement.evidence.start, statement.evidence.end)
    return words(documents[statement.evidence.document].text[start:end])


def _near(told: Mapping[str, Told], origins: Mapping[str, str]) -> Sequence[tuple[str, str]]:
    """Pairs of one side and of two sources that share a run of words."""
    shelves = defaultdict(set)
    for name, (said, own) in told.items():
        for i in range(len(own) - RUN + 1):
            shelves[said.side, own[i : i + RUN]].add(name)
    source = {name: origins.get(s.evidence.document, s.evidence.document) for name, (s, _) in told.items()}
    pairs = {
        (one, other)
        for shelf in shelves.values()
        if 1 < len(shelf) <= CROWD
        for one in shelf
        for other in shelf
        if one < other and source[one] != source[other]
    }
    return sorted(pairs)


def _share(one: Sequence[str], other: Sequence[str]) -> float:
    """Share of the shorter's words that stand in the longer one in the same order, 0..1."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(b.size for b in blocks) / max(1, min(len(one), len(other)))


def _wording(group: Sequence[Told]) -> Wording:
    """Each against the longest: "same", "cut" where it only leaves words out, else "altered"."""
    fullest = max(group, key=lambda told: (len(told[1]), told[0].id))
    return Wording(
        fullest[0].side,
        tuple(Quoted(said.id, said.evidence.document, _kind(own, fullest[1])) for said, own in group),
    )


def _kind(own: Sequence[str], fullest: Sequence[str]) -> str:
    if own == fullest:
        return "same"
    return "cut" if _share(own, fullest) == 1.0 else "altered"
