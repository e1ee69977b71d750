"""What was worked out before is found again, and is what would be worked out now; what is spoilt is worked out anew."""

import pickle
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.story import BOOK, STORY, UNREAD, document, reading, report, when
from chronicle.strategies import readings
from detente.chronicle import gather, keep, names
from detente.chronicle.attaching import anchor_of
from detente.chronicle.keeping import LINEAGE
from detente.model import Judgement, Reading, Record, Verdict

BOND = {"act": "impose", "type": "SANCTION", "instrument": "visa-bond", "effect": "impose"}
Kept = tuple[str, bytes]


class Shelf(dict[str, Kept]):
    """A drawer in memory, which knows what was put into it since it was last looked at, and how events are called."""

    def __init__(self) -> None:
        super().__init__()
        self.names: dict[str, str] = {}
        self.made: list[str] = []

    def put(self, name: str, digest: str, kept: bytes) -> None:
        self.made.append(name)
        self[name] = digest, kept

    def seen(self) -> list[str]:
        found, self.made = sorted(self.made), []
        return found


def kept(pages: list[Reading], shelf: Shelf, **more: object) -> Record:
    """As the store has it: the names of events are known the next time."""
    more = {"known": dict(shelf.names), "book": BOOK, "rule": "most-supported"} | more
    record = gather(pages, unread=UNREAD, kept=keep(shelf, more["book"], more["rule"]), **more)  # type: ignore[arg-type]
    shelf.names |= names(record)
    return record


@given(readings(), st.data())
@settings(max_examples=60, deadline=None)
def test_with_what_was_kept_of_any_part_the_record_is_that_of_the_whole(
    pages: list[Reading], data: st.DataObject
) -> None:
    shelf = Shelf()
    for end in sorted(data.draw(st.sets(st.integers(0, len(pages))))):
        kept(pages[:end], shelf)
    whole = gather(pages, BOOK, UNREAD, known=dict(shelf.names))
    assert kept(pages, shelf) == whole
    shelf.seen()
    assert repr(kept(pages, shelf)) == repr(whole)
    assert shelf.seen() == []


def page(name: str, actors: str = "PRT", recipients: str = "TGO", published: str = "2025-03-04") -> Reading:
    text = f"La page {name} parle de la caution que l'on exige des voyageurs."
    here = document(f"pages/{name}.txt", text, outlet=name, published=when(published).earliest)
    told = report(here, text, actors=actors, recipients=recipients, when=when("2025-03-03"), **BOND)
    return reading(here, told)


PAIR, OTHER = "PRT\0TGO", "GHA\0TGO"
PAGES = [page("a"), page("b"), page("c", "GHA")]


def _judged(verdict: Verdict, on: Reading, **more: str) -> Judgement:
    moment = datetime(2025, 7, 1, tzinfo=UTC)
    return Judgement(verdict, "A. Desk", moment, (anchor_of(on.reports[0], on.document),), **more)  # type: ignore[arg-type]


def _dated(day: str) -> list[Reading]:
    told = replace(PAGES[0].reports[0], when=when(day))
    return [replace(PAGES[0], reports=(told,)), *PAGES[1:]]


@pytest.mark.parametrize(
    ("change", "made"),
    [
        pytest.param(lambda shelf: kept(PAGES, shelf), [], id="nothing"),
        pytest.param(lambda shelf: kept([*PAGES[::-1]], shelf), [], id="another-order"),
        pytest.param(lambda shelf: kept([*PAGES, page("d")], shelf), [LINEAGE, PAIR], id="a-page-more"),
        pytest.param(lambda shelf: kept(PAGES[1:], shelf), [LINEAGE, PAIR], id="a-page-less"),
        pytest.param(lambda shelf: kept(_dated("2025-03-02"), shelf), [PAIR], id="a-field-of-a-report"),
        pytest.param(
            lambda shelf: kept(PAGES, shelf, judgements=[_judged(Verdict.WRONG, PAGES[2])]), [OTHER], id="judged-wrong"
        ),
        pytest.param(
            lambda shelf: kept(PAGES, shelf, judgements=[_judged(Verdict.RIGHT, PAGES[0])]), [PAIR], id="judged-right"
        ),
        pytest.param(
            lambda shelf: kept(
                PAGES, shelf, judgements=[_judged(Verdict.CORRECTED, PAGES[0], field="place", value="Lomé")]
            ),
            [PAIR],
            id="corrected",
        ),
        pytest.param(
            lambda shelf: kept(PAGES, shelf, known=shelf.names | {PAGES[0].reports[0].id: "e0123"}),
            [PAIR],
            id="another-name",
        ),
        pytest.param(
            lambda shelf: kept(PAGES, shelf, rule="most-precise"),
            [OTHER, PAIR],
            id="another-rule",
        ),
        pytest.param(
            lambda shelf: kept(PAGES, shelf, book=replace(BOOK, version="another")),
            [LINEAGE, OTHER, PAIR],
            id="another-book",
        ),
    ],
)
def test_only_what_has_changed_is_worked_out_again(change: Callable[[Shelf], Record], made: list[str]) -> None:
    shelf = Shelf()
    kept(PAGES, shelf)
    shelf.seen()
    change(shelf)
    assert shelf.seen() == made


class Harm:
    """What an unpickler of everything would run."""

    def __reduce__(self) -> tuple[object, ...]:
        return exec, ("raise SystemExit('run')",)


class Far:
    """What an unpickler of days fails at."""

    def __reduce__(self) -> tuple[object, ...]:
        return timedelta, (10**20,)


@pytest.mark.parametrize(
    "spoilt",
    [
        pytest.param(lambda kept: b"", id="empty"),
        pytest.param(lambda kept: kept[:-3], id="cut-short"),
        pytest.param(lambda kept: kept[:40] + bytes([kept[40] ^ 1]) + kept[41:], id="a-bit-flipped"),
        pytest.param(lambda kept: _sealed(b"no pickle"), id="sealed-nonsense"),
        pytest.param(lambda kept: _sealed(pickle.dumps(Harm())), id="sealed-code"),
        pytest.param(lambda kept: _sealed(pickle.dumps(Far())), id="sealed-overflow"),
        pytest.param(lambda kept: _sealed(pickle.dumps(BOOK.version)), id="another-noun"),
    ],
)
def test_what_is_spoilt_is_worked_out_anew(spoilt: Callable[[bytes], bytes]) -> None:
    shelf = Shelf()
    whole = kept(list(STORY), shelf)
    names = shelf.seen()
    for name, (digest, data) in list(shelf.items()):
        shelf[name] = digest, spoilt(data)
    assert kept(list(STORY), shelf) == whole
    assert shelf.seen() == names


def _sealed(data: bytes) -> bytes:
    from detente.chronicle.keeping import _sealed as seal

    return seal(data)
