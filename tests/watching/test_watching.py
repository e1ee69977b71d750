"""Rounds of a watch in a town of our own: what is asked, read, told, and told again."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

import detente
from detente.documents import kind_of, links
from detente.fetching import Fetcher
from detente.watching import State, Watcher
from fetching.conftest import Watch, fetcher, site, town, watch
from fetching.town import Site, ok

__all__ = ["fetcher", "site", "town", "watch"]  # fixtures of the town

ROOT = Path(__file__).parents[2]
PRESS = sorted((ROOT / "examples/press").glob("*.html"))
FEED = "http://press.example/feed"


def lists(*names: str) -> bytes:
    items = "".join(f"<item><title>x</title><link>http://press.example/{n}</link></item>" for n in names)
    return ok(
        f'<rss version="2.0"><channel><title>P</title>{items}</channel></rss>', "Content-Type: application/rss+xml"
    )


@pytest.fixture
def watcher(site: Site, fetcher: Callable[..., Fetcher], watch: Watch, tmp_path: Path) -> Watcher:
    for number, file in enumerate(PRESS[:3]):
        site.answers[f"press.example/{number}"] = ok(file.read_bytes(), "Content-Type: text/html; charset=utf-8")
    web = fetcher(kind=kind_of, links=links)
    state = State(tmp_path / "state")
    return Watcher(str(tmp_path / "r.db"), [FEED], web, state, 1800, watch.now, atom=tmp_path / "changes.xml")


def later(watch: Watch, seconds: float) -> None:
    watch.ahead += seconds


def test_what_a_feed_lists_is_read_once_and_told_once(
    watcher: Watcher, site: Site, watch: Watch, tmp_path: Path
) -> None:
    site.answers["press.example/feed"] = lists("0", "1")
    first = watcher.round()
    assert (first.asked, first.changed, first.tally.read, first.untold) == (1, 1, 2, "")
    whole = detente.open(watcher.record).record
    assert [c.kind for c in first.changes].count("event") == len(whole.events)
    assert [c.kind for c in first.changes].count("measure") == len(whole.measures)
    asked = len(site.asked)

    assert watcher.round().asked == 0  # not due yet
    assert 0 < watcher.rest() <= 1800
    later(watch, 1801)
    site.answers["press.example/feed"] = lists("0", "1", "2")
    third = watcher.round()
    assert (third.tally.read, third.tally.seen) == (1, 1)
    assert site.asked[asked:] == ["press.example/feed", "press.example/2"]
    assert third.changes
    assert not {c.key for c in third.changes} & {c.key for c in first.changes}


def test_the_atom_feed_has_the_newest_first(watcher: Watcher, site: Site, watch: Watch, tmp_path: Path) -> None:
    site.answers["press.example/feed"] = lists("0")
    first = watcher.round()
    later(watch, 1801)
    site.answers["press.example/feed"] = lists("1")
    second = watcher.round()
    tree = etree.parse(tmp_path / "changes.xml")
    ids = [one.text for one in tree.iterfind("{*}entry/{*}id")]
    assert ids == [f"tag:detente,2026:change:{c.key}" for c in (*second.changes, *first.changes)]
    assert all(one.text for one in tree.iterfind("{*}entry/{*}summary"))


def test_what_stood_in_the_record_is_no_news(watcher: Watcher, site: Site) -> None:
    detente.read(PRESS[:2], record=watcher.record)
    site.answers["press.example/feed"] = lists("0", "1")
    found = watcher.round()
    assert (found.tally.read, found.tally.known, found.changes) == (0, 2, [])


def test_what_another_reader_put_in_meanwhile_is_told(watcher: Watcher, site: Site) -> None:
    site.answers["press.example/feed"] = lists("0")
    watcher.round()
    detente.read(PRESS[1], record=watcher.record)
    found = watcher.round()
    assert (found.asked, bool(found.changes)) == (0, True)


def test_a_hook_that_fails_is_told_again(watcher: Watcher, site: Site, watch: Watch) -> None:
    watcher.hook = f"http://127.0.0.1:{site.port}/hook"
    site.answers["press.example/feed"] = lists("0")
    site.answers["127.0.0.1/hook"] = ok("", status="500 Broken")
    first = watcher.round()
    assert first.untold.startswith("http-500")
    site.answers["127.0.0.1/hook"] = ok("thanks")
    later(watch, 1801)
    site.answers["press.example/feed"] = ok("", status="304 Not Modified")
    second = watcher.round()
    assert [c.key for c in second.changes] == [c.key for c in first.changes]
    assert (second.changed, second.untold) == (0, "")
    later(watch, 1801)
    assert watcher.round().changes == []


def test_a_feed_that_fails_is_asked_less_and_less(watcher: Watcher, site: Site, watch: Watch) -> None:
    site.answers["press.example/feed"] = ok("", status="500 Broken")
    rests = []
    for _ in range(3):
        assert watcher.round().refused[0].reason == "http-500"
        rests.append(round(watcher.rest() / 1800))
        later(watch, watcher.rest() + 1)
    assert rests == [2, 4, 8]
    site.answers["press.example/feed"] = lists()
    watcher.round()
    assert round(watcher.rest() / 1800) == 1


def test_a_feed_is_left_alone_for_as_long_as_it_asks(watcher: Watcher, site: Site) -> None:
    site.answers["press.example/feed"] = ok("", "Cache-Control: max-age=7200", status="304 Not Modified")
    watcher.round()
    assert 7100 < watcher.rest() <= 7200


def test_a_page_that_cannot_be_had_now_is_asked_for_again_five_times_at_most(
    watcher: Watcher, site: Site, watch: Watch
) -> None:
    site.answers["press.example/feed"] = lists("late")
    site.answers["press.example/late"] = ok("", status="503 Busy")
    for _ in range(7):
        watcher.round()
        later(watch, 1801)
    assert site.asked.count("press.example/late") == 5
    site.answers["press.example/feed"] = lists("late", "0")
    assert watcher.round().tally.read == 1


def test_a_page_that_is_gone_is_asked_for_once(watcher: Watcher, site: Site, watch: Watch) -> None:
    site.answers["press.example/feed"] = lists("gone")
    site.answers["press.example/gone"] = ok("", status="404 Not Found")
    for _ in range(2):
        watcher.round()
        later(watch, 1801)
    assert site.asked.count("press.example/gone") == 1


def test_a_watch_that_ends_goes_on_where_it_was(watcher: Watcher, site: Site, watch: Watch) -> None:
    site.answers["press.example/feed"] = lists("0")
    watcher.round()
    watcher.state = State.load(watcher.state.path)
    later(watch, 1801)
    again = watcher.round()
    assert (again.tally.seen, again.changes) == (0, [])


def test_a_feed_with_texts_and_no_address_is_read_as_it_is(watcher: Watcher, site: Site) -> None:
    words = "Le ministre a reçu l'ambassadeur du Sénégal à Ottawa lundi pour parler des visas. " * 5
    site.answers["press.example/feed"] = ok(
        f"<rss><channel><title>P</title><item><title>T</title><description>{words}</description></item></channel></rss>",
        "Content-Type: application/rss+xml",
    )
    assert watcher.round().tally.read == 1


def test_a_message_says_what_changed(watcher: Watcher, site: Site) -> None:
    from detente.watching.telling import messages

    site.answers["press.example/feed"] = lists("0", "1", "2")
    found = watcher.round()
    parts = [json.loads(m) for m in messages(found.changes)]
    rows = [row for part in parts for row in part["changes"]]
    assert {part["format"] for part in parts} == {"detente-changes"}
    assert [row["key"] for row in rows] == [c.key for c in found.changes]
    assert all(row["quote"] and row[row["kind"]] for row in rows)
    texts = {d.uri: d.text for d in detente.open(watcher.record).record.documents}
    assert all(row["quote"] in texts[row["uri"]] for row in rows)
