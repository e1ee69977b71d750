"""Paths into pages, pages into the record: nothing lost, nothing twice, whatever lies on the disk."""

import os
import stat
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente import intake
from detente.documents import MAX_PAGE
from detente.intake import Fate, Tally, read_into, uri_of, walk
from detente.model import Document, Page, Reading, Refusal, UnreadablePage, UsageError
from detente.store import Store


@dataclass(frozen=True)
class Edition:
    """All that intake asks of a codebook."""

    version: str


BOOK = Edition("v1")


def plainly(page: Page, book: Edition) -> tuple[Reading, ...]:
    """The smallest coder there is: the page is one article. Its bytes may ask for trouble by name."""
    if page.data.startswith(b"binary"):
        raise UnreadablePage("binary", "no text in it")
    if page.data.startswith(b"fault"):
        raise LookupError("a rule\nthat fell over")
    return (Reading(page, Document(page.id, page.id, page.uri, page.data.decode(), "fr")),)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def store(here: Path) -> Iterator[Store]:
    with Store("t.db") as opened:
        yield opened


def lay(*names: str) -> None:
    """Files whose text is their own name, and folders where the name ends in `/`."""
    for name in names:
        path = Path(name)
        if name.endswith("/"):
            path.mkdir(parents=True)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


# -- walking ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("laid", "given", "found", "aside"),
    [
        pytest.param(["a.txt", "b.html", "C.HTM"], ["."], ["C.HTM", "a.txt", "b.html"], 0, id="formats"),
        pytest.param(["a.txt", "b.pdf", "c", "d.png"], ["."], ["a.txt", "b.pdf"], 2, id="others-left-aside"),
        pytest.param(["b.pdf"], ["b.pdf"], ["b.pdf"], 0, id="named-outright"),
        pytest.param(["x/y/a.txt", "x/b.txt"], ["x"], ["x/b.txt", "x/y/a.txt"], 0, id="deep"),
        pytest.param(["x/a.txt"], ["./x//a.txt", "x", "./x"], ["x/a.txt"], 0, id="one-name-once"),
        pytest.param(["x/.a.txt", "x/.git/b.txt"], ["x"], [], 0, id="hidden-in-a-folder"),
        pytest.param([".a.txt"], [".a.txt"], [".a.txt"], 0, id="hidden-but-named"),
        pytest.param(["x/"], ["x"], [], 0, id="empty-folder"),
        pytest.param(["x/page.html/"], ["x"], ["x/page.html"], 0, id="folder-named-like-a-page"),
        pytest.param(["x/page.html/a.txt"], ["x"], ["x/page.html/a.txt"], 0, id="and-with-a-page-in-it"),
        pytest.param([], ["gone.txt"], ["gone.txt"], 0, id="not-there"),
        pytest.param(["x/y/a.txt"], ["x/../x/y"], ["x/../x/y/a.txt"], 0, id="as-given"),
    ],
)
def test_walk(here: Path, laid: list[str], given: list[str], found: list[str], aside: int) -> None:
    lay(*laid)
    result = walk(given)
    assert ([uri_of(p) for p in result.files], result.aside) == (found, aside)


@pytest.mark.parametrize(
    ("links", "found"),
    [
        pytest.param({"x/loop": "."}, ["x/a.txt", "y/b.txt"], id="to-itself"),
        pytest.param({"x/up": ".."}, ["x/a.txt", "y/b.txt"], id="to-its-parent"),
        pytest.param({"x/l": "../y", "y/l": "../x"}, ["x/a.txt", "y/b.txt"], id="to-each-other"),
        pytest.param({"x/self": "self"}, ["x/a.txt", "y/b.txt"], id="to-nothing-but-itself"),
        pytest.param({"x/c.txt": "../y/b.txt"}, ["x/a.txt", "x/c.txt", "y/b.txt"], id="a-file-under-two-names"),
        pytest.param({"x/c.txt": "nowhere"}, ["x/a.txt", "x/c.txt", "y/b.txt"], id="dangling"),
    ],
)
def test_links_end(here: Path, links: dict[str, str], found: list[str]) -> None:
    lay("x/a.txt", "y/b.txt")
    for name, target in links.items():
        Path(name).symlink_to(target)
    assert [uri_of(p) for p in walk(["x", "y"]).files] == found


def test_a_link_out_of_the_folder_is_followed(here: Path) -> None:
    lay("x/a.txt", "y/b.txt")
    Path("x/l").symlink_to("../y")
    assert [uri_of(p) for p in walk("x").files] == ["x/a.txt", "x/l/b.txt"]


@settings(max_examples=25, deadline=None)
@given(st.permutations(["x", "y", "x/a.txt", "./y/b.txt", "gone.txt", "y/l"]))
def test_the_order_of_paths_does_not_matter(order: list[str]) -> None:
    with tempfile.TemporaryDirectory() as name, inside(Path(name)):
        lay("x/a.txt", "y/b.txt", "y/z/c.htm")
        Path("y/l").symlink_to("../x")
        assert walk(order) == walk(sorted(order))


@contextmanager
def inside(folder: Path) -> Iterator[None]:
    was = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(was)


def test_a_name_that_is_no_utf8_is_written_so_that_it_can_be_kept(here: Path) -> None:
    Path(os.fsdecode(b"caf\xe9.txt")).write_text("Bamako")
    assert [uri_of(p) for p in walk(".").files] == [r"caf\xe9.txt"]


def test_a_very_deep_folder(here: Path) -> None:
    deep = Path(*["d"] * 900)
    lay(f"{deep}/a.txt")
    assert len(walk("d").files) == 1


def test_an_empty_path_is_a_mistake() -> None:
    with pytest.raises(UsageError, match="empty path"):
        walk(["a.txt", ""])


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        (["gone"], True),
        (["gone", "a.txt/b"], False),
        (["gone", "a.txt"], False),
        ("dangling", False),
    ],
)
def test_all_missing(here: Path, given: str | list[str], missing: bool) -> None:
    lay("a.txt")
    Path("dangling").symlink_to("nowhere")
    assert intake.all_missing(given) == missing


# -- loading ------------------------------------------------------------------------------------------------


def _sized(path: Path, size: int) -> None:
    with path.open("wb") as file:
        file.truncate(size)


def _deny(path: Path) -> None:
    path.write_text("secret")
    path.chmod(0)


@contextmanager
def nobody() -> Iterator[None]:
    """Root reads everything: step down, so that permissions mean something."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(was)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        pytest.param(lambda p: None, "not-found", id="gone"),
        pytest.param(Path.touch, "empty", id="empty"),
        pytest.param(lambda p: p.write_bytes(b" \n\t\r\n"), "empty", id="blank"),
        pytest.param(lambda p: _sized(p, 50_000_000), "too-large", id="50-MB"),
        pytest.param(lambda p: _sized(p, MAX_PAGE + 1), "too-large", id="one-byte-too-many"),
        pytest.param(Path.mkdir, "folder", id="folder"),
        pytest.param(lambda p: p.mkdir(0), "permission", id="closed-folder"),
        pytest.param(_deny, "permission", id="closed"),
        pytest.param(os.mkfifo, "not-a-file", id="pipe"),
        pytest.param(lambda p: p.symlink_to(p.name), "unreadable", id="link-to-itself"),
    ],
)
def test_what_cannot_be_loaded_says_why(make: Callable[[Path], object], reason: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(stat.S_IRWXU | stat.S_IRWXG | stat.S_IRWXO)
        path = Path(name) / "page.txt"
        make(path)
        with nobody(), Store(Path(name) / "t.db") as store:
            tally = read_into(store, path, BOOK, code=plainly)
        assert counts(tally) == (1, 0, 0, 1)
        assert tally.refusals[0].reason == reason
        assert name not in tally.refusals[0].detail


@pytest.mark.parametrize("name", ["x" * 300 + ".txt", "a\0.txt", "a.txt/b.txt"])
def test_a_name_that_cannot_be_a_page(store: Store, name: str) -> None:
    lay("a.txt")
    assert [r.reason for r in read_into(store, name, BOOK, code=plainly).refusals] == ["unreadable"]


def test_what_is_named_outright_is_looked_at_whatever_its_name(store: Store) -> None:
    lay("a", "b.log")
    assert counts(read_into(store, ["a", "b.log"], BOOK, code=plainly)) == (2, 2, 0, 0)


def test_the_largest_page_is_loaded(store: Store) -> None:
    Path("a.txt").write_bytes(b"a" * MAX_PAGE)
    assert counts(read_into(store, "a.txt", BOOK, code=plainly)) == (1, 1, 0, 0)


# -- reading into a record ----------------------------------------------------------------------------------


def counts(tally: Tally) -> tuple[int, int, int, int]:
    return tally.seen, tally.read, tally.known, tally.refused


def test_the_counts_add_up_and_the_second_run_reads_nothing(store: Store) -> None:
    lay("in/a.txt", "in/b.txt", "in/binary/", "in/empty.txt")
    for name, text in {"copy.html": "in/a.txt", "d.txt": "binary x", "e.txt": "binary x", "f.txt": "fault"}.items():
        Path("in", name).write_text(text)
    Path("in/empty.txt").write_text("")
    steps: list[tuple[int, int, str, Fate]] = []
    first = read_into(store, ["in"], BOOK, lambda n, of, o: steps.append((n, of, o.uri, o.fate)), code=plainly)
    before = list(store.readings()), store.refusals()
    assert counts(first) == (7, 2, 1, 4)
    assert [step[:2] for step in steps] == [(n, 7) for n in range(1, 8)]
    assert first.faults == 1
    again = read_into(store, ["in"], BOOK, code=plainly)
    assert counts(again) == (7, 0, 3, 4)
    assert (list(store.readings()), store.refusals()) == before
    assert store.refusals() == (
        ("in/d.txt", "binary", "no text in it"),
        ("in/empty.txt", "empty", "nothing in it"),
        ("in/f.txt", "internal-error", "LookupError: a rule"),
    )


NAMES = ["a.txt", "b/c.txt", "b/d.htm", "e.html"]


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.sampled_from(["one", "two", "binary", "fault", ""]), min_size=4, max_size=4),
    st.permutations(NAMES),
    st.integers(0, 4),
)
def test_two_orders_in_one_run_or_two_give_the_same_rows(texts: list[str], order: list[str], cut: int) -> None:
    """Whatever the files hold, and however the reading is cut, the record is the same."""
    found = []
    with tempfile.TemporaryDirectory() as name, inside(Path(name)):
        lay(*NAMES)
        for path, text in zip(NAMES, texts, strict=True):
            Path(path).write_text(text)
        for number, runs in enumerate([[NAMES], [order[:cut], order[cut:]], [order, NAMES]]):
            with Store(f"{number}.db") as store:
                tallies = [read_into(store, run, BOOK, code=plainly) for run in runs]
                assert all(t.seen == t.read + t.known + t.refused for t in tallies)
                found.append((list(store.readings()), store.refusals()))
    assert found[0] == found[1] == found[2]


def _raising(error: BaseException) -> Callable[[Page, Edition], NoReturn]:
    def code(page: Page, book: Edition) -> NoReturn:
        raise error

    return code


class Panic(BaseException):
    """As what a panic in a Rust library becomes: no Exception."""


@pytest.mark.parametrize(
    ("error", "reason", "detail"),
    [
        pytest.param(ValueError("bad\nTraceback"), "internal-error", "ValueError: bad", id="one-line"),
        pytest.param(ValueError(), "internal-error", "ValueError:", id="no-message"),
        pytest.param(ValueError("é" * 900), "internal-error", "ValueError: " + "é" * 188, id="long"),
        pytest.param(ValueError("\udce9"), "internal-error", "ValueError: \\udce9", id="what-no-record-can-hold"),
        pytest.param(RecursionError("too deep"), "internal-error", "RecursionError: too deep", id="recursion"),
        pytest.param(MemoryError(), "internal-error", "MemoryError:", id="memory"),
        pytest.param(Panic("index out of bounds"), "internal-error", "Panic: index out of bounds", id="panic"),
        pytest.param(UnreadablePage("binary", "a\nb"), "binary", "a", id="refusal-in-one-line"),
    ],
)
def test_whatever_a_page_does_is_an_outcome(store: Store, error: BaseException, reason: str, detail: str) -> None:
    lay("a.txt")
    tally = read_into(store, "a.txt", BOOK, code=_raising(error))
    assert counts(tally) == (1, 0, 0, 1)
    assert store.refusals() == (("a.txt", reason, detail),)


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_a_stop_stops_and_keeps_what_was_read(store: Store, stop: type[BaseException]) -> None:
    lay("a.txt", "b.txt", "c.txt")

    def code(page: Page, book: Edition) -> Sequence[Reading]:
        if page.uri == "b.txt":
            raise stop
        return plainly(page, book)

    with pytest.raises(stop):
        read_into(store, ".", BOOK, code=code)
    assert (store.pages(), store.refusals()) == (1, ())
    assert counts(read_into(store, ".", BOOK, code=plainly)) == (3, 2, 1, 0)


def test_a_reading_the_record_cannot_hold_is_refused_and_the_rest_goes_on(store: Store) -> None:
    lay("a.txt", "b.txt")

    def code(page: Page, book: Edition) -> Sequence[Reading]:
        text = "\ud800" if page.uri == "a.txt" else "Bamako"
        return (Reading(page, Document(page.id, page.id, page.uri, text, "fr")),)

    assert counts(read_into(store, ".", BOOK, code=code)) == (2, 1, 0, 1)
    assert [reason for _, reason, _ in store.refusals()] == ["internal-error"]


# -- archives and addresses ---------------------------------------------------------------------------------


def _zipped(path: str, **members: str) -> bytes:
    with zipfile.ZipFile(path, "w") as file:
        for name, text in members.items():
            file.writestr(f"{name}.txt", text)
    return Path(path).read_bytes()


def test_an_archive_that_broke_off_no_longer_stands_refused_once_it_is_whole(store: Store) -> None:
    whole = _zipped("a.zip", one="first", two="second")
    Path("a.zip").write_bytes(whole[:-30])
    broken = read_into(store, "a.zip", BOOK, code=plainly)
    assert "a.zip" in {uri for uri, _, _ in store.refusals()}
    assert broken.seen == broken.read + broken.known + broken.refused
    Path("a.zip").write_bytes(whole)
    assert read_into(store, "a.zip", BOOK, code=plainly).refused == 0
    assert (store.pages(), store.refusals()) == (2, ())


def test_an_archive_within_and_without_is_the_same_pages(store: Store) -> None:
    _zipped("a.zip", one="first", two="second")
    Path("one.txt").write_text("first")
    assert counts(read_into(store, ".", BOOK, code=plainly)) == (3, 2, 1, 0)
    assert [r.document.uri for r in store.readings()] == ["a.zip/two.txt", "a.zip/one.txt"]


def test_an_address_is_read_by_who_fetches_and_each_is_an_outcome(store: Store) -> None:
    def fetch(address: str) -> Iterator[Page | Refusal]:
        if "gone" in address:
            raise UnreadablePage("http-404", "there is no such page")
        yield Page(b"first", address, "text/plain", date(2031, 3, 4))
        yield Refusal(f"{address}/item", "robots", "the site asks robots to stay out")

    given = ["https://b.example/feed", "http://a.example/gone", "https://b.example/feed"]
    tally = read_into(store, given, BOOK, code=plainly, fetch=fetch)
    assert counts(tally) == (3, 1, 0, 2)
    assert [(r.where, r.reason) for r in tally.refusals] == [
        ("http://a.example/gone", "http-404"),
        ("https://b.example/feed/item", "robots"),
    ]


def test_without_a_fetcher_an_address_is_refused(store: Store) -> None:
    assert [r.reason for r in read_into(store, "https://a.example", BOOK, code=plainly).refusals] == ["address"]
