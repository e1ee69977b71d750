"""Where texts come from: retellings, furniture, versions, chains; and what must hold of any lineage."""

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.story import day, document
from detente.chronicle.copies import Lineage, trace
from detente.chronicle.lineage.addresses import plain
from detente.chronicle.lineage.candidates import common, linked, shared
from detente.chronicle.lineage.credits import CreditFinder
from detente.chronicle.lineage.prints import grams, printed
from detente.chronicle.revisions import difference
from detente.codebook.book import HOME
from detente.codebook.pages import load_pages
from detente.codebook.sources import load_sources
from detente.model import Change, CodebookError, Document

SOURCES = load_sources(HOME / "sources", load_pages(HOME).publishers)


def prose(seed: str, count: int) -> str:
    """`count` made-up words, all of one seed: two seeds share no run of words."""
    draw = random.Random(seed)
    return " ".join("".join(draw.choices("bcdflmnprstv", k=2)) + draw.choice("aeiou") * 2 for _ in range(count))


DISPATCH = prose("dispatch", 200)
HEAD, TAIL = DISPATCH[: len(DISPATCH) // 2], DISPATCH[len(DISPATCH) // 2 :]
SAID = (
    "« Nous ne signerons rien tant que les deux postes de la frontière resteront fermés la nuit », a dit le ministre."
)
BRIEFLY = "« Nous ne signerons rien sous la menace de personne »"
TITLE = (
    "Le ministre des Affaires étrangères, de la Coopération, de l'Intégration africaine et des Togolais de l'extérieur"
)


def page(name: str, text: str, **more: Any) -> Document:
    found = document(f"pages/{name}.txt", text, **{"outlet": name, "published": day("2025-03-12")})
    return replace(found, **more)


def own(name: str, *parts: str, words: int = 150) -> str:
    return " ".join([prose(name, words), *parts, prose(f"{name} again", words // 3)])


def origins(lineage: Lineage, *pages: Document) -> list[str]:
    return [lineage.origins[one.id] for one in pages]


LATER = {"published": day("2025-03-20")}


@pytest.mark.parametrize(
    ("a", "b", "more", "expected"),
    [
        pytest.param(own("a", SAID), own("b", SAID), {}, True, id="one-long-quotation"),
        pytest.param(own("a", SAID), own("b", SAID), LATER, False, id="quoted-a-week-later"),
        pytest.param(own("a", SAID), own("b", SAID), {"published": None}, True, id="quoted-no-one-knows-when"),
        pytest.param(own("a", SAID), own("b", SAID.replace("« ", "").replace(" »", "")), {}, False, id="unquoted"),
        pytest.param(own("a", BRIEFLY), own("b", BRIEFLY), {}, False, id="one-short-quotation"),
        pytest.param(own("a", BRIEFLY, "(AFP)"), own("b", BRIEFLY, "avec AFP."), {}, True, id="short-and-credited"),
        pytest.param(own("a", BRIEFLY, "(AFP)"), own("b", BRIEFLY, "(APS)"), {}, False, id="short-credited-to-two"),
        pytest.param(own("a", "(AFP)"), own("b", "(AFP)"), {}, False, id="one-agency-two-subjects"),
        pytest.param(
            own("a", BRIEFLY, "selon un communiqué"),
            own("b", BRIEFLY, "Dans un communiqué"),
            {},
            True,
            id="one-press-release",
        ),
        pytest.param(own("a", TITLE), own("b", TITLE), {}, False, id="an-official-title"),
        pytest.param(own("a", TITLE, words=40), own("b", TITLE, words=40), {}, False, id="an-official-title-in-briefs"),
        pytest.param(f"{HEAD} {own('a')}", f"{own('b')} {HEAD}", {}, True, id="half-of-it-pasted"),
        pytest.param(
            own("a", SAID, words=3000), own("b", SAID, words=3000), {}, False, id="one-quotation-in-two-books"
        ),
    ],
)
def test_one_origin_of_two_texts_that_are_no_copies(a: str, b: str, more: dict[str, Any], expected: bool) -> None:
    pages = page("a", a), page("b", b, **more)
    lineage = trace(pages, SOURCES)
    first, second = origins(lineage, *pages)
    assert (lineage.copies, first == second) == ((), expected)


def test_what_an_outlet_prints_on_every_page_is_no_origin() -> None:
    notice = prose("notice", 120)
    briefs = [page(str(n), f"{prose(f'brief {n}', 60)} {notice}", outlet="Kloto Info") for n in range(4)]
    lineage = trace(briefs)
    assert lineage.copies == ()
    assert len(set(lineage.origins.values())) == len(briefs)


@pytest.mark.parametrize(
    ("step", "expected"), [pytest.param(20, 6, id="for-months"), pytest.param(0, 1, id="on-one-day")]
)
def test_where_no_outlet_is_known_only_a_notice_lasts(step: int, expected: int) -> None:
    shared = prose("shared", 60)
    pages = [
        page(str(n), f"{prose(f'text {n}', 60)} {shared}", outlet=None, published=day(f"2025-0{1 + n * step // 20}-12"))
        for n in range(6)
    ]
    assert len(set(trace(pages).origins.values())) == expected


def test_a_dispatch_that_an_outlet_prints_three_times_is_no_furniture() -> None:
    versions = [page(f"v{n}", f"{DISPATCH} {prose(f'new {n}', 15 * n)}", outlet="Kloto Info") for n in range(3)]
    reprint = page("reprint", f"{DISPATCH} {prose('frame', 20)}", published=day("2025-03-13"))
    assert len(set(trace([*versions, reprint]).origins.values())) == 1


def edited(text: str, every: int) -> str:
    """Every so many words another."""
    return " ".join(f"{word}x" if n % every == every - 1 else word for n, word in enumerate(text.split()))


def test_a_dispatch_that_an_outlet_prints_three_times_once_cut_and_edited_is_no_furniture() -> None:
    """Of the runs that all three share few are left; what two of them share is no text of their own either."""
    texts = DISPATCH, f"{prose('dateline', 6)} {DISPATCH}", edited(DISPATCH[: len(DISPATCH) * 4 // 5], 25)
    versions = [page(f"v{n}", text, outlet="Kloto Info") for n, text in enumerate(texts)]
    reprints = [page("reprint", DISPATCH), page("cut", HEAD)]
    lineage = trace([*versions, *reprints])
    assert len(lineage.copies) == 4
    assert len(set(lineage.origins.values())) == 1


def test_of_one_day_the_original_is_what_most_reproduce() -> None:
    """The head of a dispatch is kin to all; a longer print does not reproduce it, and would be left alone."""
    cuts = [page(f"cut {n}", prose("dispatch", 70 + 2 * n)) for n in range(3)]
    full, framed = page("full", DISPATCH), page("framed", f"{prose('before', 60)} {DISPATCH} {prose('after', 60)}")
    lineage = trace([*cuts, framed, full])
    (original,) = {full.id, framed.id, *(one.id for one in cuts)} - dict(lineage.copies).keys()
    assert original in (full.id, framed.id)


def test_a_review_of_the_press_does_not_make_one_source_of_two() -> None:
    one, other = page("one", prose("one", 150)), page("other", prose("other", 150))
    review = page("review", f"{one.text} {other.text}", published=day("2025-03-13"))
    lineage = trace([one, other, review])
    assert lineage.origins[one.id] != lineage.origins[other.id]
    assert lineage.origins[review.id] in (one.id, other.id)


def test_a_report_is_no_copy_of_the_flash_before_it() -> None:
    flash = page("flash", HEAD[:160], published=day("2025-03-11"))
    report, reprint = page("report", DISPATCH), page("reprint", DISPATCH, published=day("2025-03-13"))
    lineage = trace([flash, report, reprint])
    assert lineage.copies == ((reprint.id, report.id),)
    assert set(lineage.origins.values()) == {flash.id}


def test_a_dispatch_in_every_paper_is_one_source() -> None:
    pages = [page(f"paper {n}", f"{prose(f'lead {n}', 25)} {DISPATCH}") for n in range(60)]
    lineage = trace(pages)
    assert len(lineage.copies) == 59
    assert len(set(lineage.origins.values())) == 1


URL = "https://kloto.example/2025/03/accord"


def version(text: str, **more: Any) -> Document:
    return page(more.pop("name", "kloto"), text, uri=more.pop("uri", URL), **more)


MARCH, APRIL = day("2025-03-12"), day("2025-04-01")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param({}, {"uri": URL + "/?utm_source=x#top"}, True, id="tracked-link"),
        pytest.param({}, {"uri": URL.replace("https://", "http://www.") + "/amp"}, True, id="amp"),
        pytest.param({}, {"uri": "pages/kept.html", "canonical_url": URL}, True, id="saved-with-its-address"),
        pytest.param({}, {"uri": URL + "-2"}, False, id="another-address"),
        pytest.param({}, {"text": prose("else", 200)}, False, id="another-article-under-a-wrong-address"),
        pytest.param({"title": "L'accord"}, {"title": "L’ACCORD", "text": prose("else", 200)}, True, id="same-title"),
        pytest.param({}, {"text": DISPATCH}, False, id="same-text"),
    ],
)
def test_a_page_seen_again_is_a_revision(old: dict[str, Any], new: dict[str, Any], expected: bool) -> None:
    first = version(DISPATCH, fetched=MARCH, **old)
    second = version(**{"text": f"{HEAD} {prose('corrected', 60)}", "fetched": APRIL, **new, "name": "kloto 2"})
    lineage = trace([second, first])
    assert lineage.revisions == (((second.id, first.id),) if expected else ())
    if expected:
        assert lineage.copies == ()
        assert lineage.origins[first.id] == lineage.origins[second.id]


def test_versions_follow_one_another_as_they_were_seen() -> None:
    days = [("2025-03-14", None), ("2025-03-14", "2025-03-13"), ("2025-03-15", "2025-03-12")]
    pages = [
        version(f"{DISPATCH} {prose(str(n), 10)}", name=f"v{n}", fetched=day(f), modified=m and day(m))
        for n, (f, m) in enumerate(days)
    ]
    assert set(trace(pages).revisions) == {(pages[1].id, pages[0].id), (pages[2].id, pages[1].id)}


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("https://www.a.example/x/?utm_medium=y&id=3&fbclid=z#c", "a.example/x?id=3", id="tracking"),
        pytest.param("http://m.a.example/x.amp.html", "a.example/x.html", id="amp-suffix"),
        pytest.param("http://a.example/amp/x", "a.example/x", id="amp-prefix"),
        pytest.param("http://a.example/?p=2", "a.example/?p=2", id="query-alone"),
        pytest.param("http://a.example/", "a.example", id="home"),
        pytest.param("http://a.example/b?y=2&x=1", "a.example/b?x=1&y=2", id="order-of-query"),
        pytest.param("pages/x.txt", None, id="a-file"),
        pytest.param("http://[broken/x", None, id="broken"),
        pytest.param("ftp://a.example/x", None, id="no-web-page"),
    ],
)
def test_an_address_is_plain(url: str, expected: str | None) -> None:
    assert plain(url) == expected


OLD = "Le pont est fermé. Il rouvrira lundi.\n\nLe maire n'a rien dit. La route est libre."


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        pytest.param(OLD, [], id="nothing"),
        pytest.param(OLD.upper().replace("\n\n", "  \n\n"), [], id="case-and-spaces"),
        pytest.param(OLD.replace(" Il rouvrira lundi.", ""), [("removed", "Il rouvrira lundi.", "")], id="removed"),
        pytest.param(
            OLD.replace("lundi", "mardi"), [("changed", "Il rouvrira lundi.", "Il rouvrira mardi.")], id="changed"
        ),
        pytest.param(f"{OLD}\n\nOn attend.", [("added", "", "On attend.")], id="added"),
        pytest.param("", [("removed", OLD, "")], id="emptied"),
        pytest.param(OLD.replace("fermé.", "« fermé. »"), [], id="quotation-marks"),
    ],
)
def test_the_difference_of_two_versions(new: str, expected: list[tuple[str, str, str]]) -> None:
    before, after = version(OLD), version(new)
    found = difference(before, after)
    assert [(c.kind, c.before, c.after) for c in found] == expected
    assert all(before.text[slice(*c.was)] == c.before and after.text[slice(*c.now)] == c.after for c in found)


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        pytest.param("." * 100_000, 1, id="a-run-of-marks"),
        pytest.param("Non. " * 100_000, 1, id="one-sentence-for-ever"),
        pytest.param("Oui.\n\nNon.\n\n" * 50_000, 1, id="paragraphs-for-ever"),
        pytest.param("« " * 100_000, 1, id="quotations-never-closed"),
    ],
)
def test_the_difference_of_a_monster_is_found_in_bounded_time(text: str, changes: int) -> None:
    assert len(difference(version(text), version(f"{text} Et puis."))) == changes
    assert trace([version(text), version(f"{text} Et puis.", name="again")]).origins


def test_a_new_title_is_a_difference() -> None:
    (found,) = difference(version(OLD, title="Le pont"), version(OLD, title="Le pont rouvert"))
    assert (found.kind, found.part, found.before, found.after) == ("changed", "title", "Le pont", "Le pont rouvert")


def rebuilt(old: str, changes: Sequence[Change]) -> str:
    for change in reversed(changes):
        old = f"{old[: change.was[0]]} {change.after} {old[change.was[1] :]}"
    return old


SENTENCES = st.lists(st.sampled_from([f"Phrase {n}." for n in range(6)]), max_size=8).map(" ".join)


@given(SENTENCES, SENTENCES)
def test_the_changes_make_the_new_text_of_the_old(old: str, new: str) -> None:
    assert rebuilt(old, difference(version(old), version(new))).split() == new.split()


@pytest.mark.parametrize("example", [pytest.param(e, id=e.text[:30]) for e in SOURCES.examples])
def test_credits_of_the_codebook(example: Any) -> None:
    assert CreditFinder(SOURCES).credited(example.text) == set(example.credits)


@pytest.mark.parametrize(
    ("yaml", "complaint"),
    [
        pytest.param("credits: [avec]", "where the name stands", id="no-name"),
        pytest.param("credits: ['@']", "where the name stands", id="name-alone"),
        pytest.param("credit: [avec @]", "unknown credit", id="unknown-key"),
        pytest.param("examples: [{text: x}]", "an example is", id="no-credits"),
    ],
)
def test_wrong_credit_words_are_refused(tmp_path: Any, yaml: str, complaint: str) -> None:
    (tmp_path / "fr.yml").write_text(f"language: fr\n{yaml}\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=complaint):
        load_sources(tmp_path, ())


def test_five_pages_that_share_a_key_are_all_compared() -> None:
    keys = grams(printed(["a b c d"] * 5).words[:4], 4).repeat(5)
    owners = printed([""] * 5).starts[:5] * 0 + range(5)
    assert len(linked(keys, owners)) == 10


KEYED = st.lists(st.frozensets(st.integers(0, 9), max_size=6), min_size=2, max_size=6)


@given(KEYED)
def test_shared_keys_are_counted_as_sets_share_them(texts: list[frozenset[int]]) -> None:
    owners = np.repeat(np.arange(len(texts)), [len(one) for one in texts])
    keys = np.array([key for one in texts for key in one], dtype=np.uint64)
    pairs = np.array([(a, b) for a in range(len(texts)) for b in range(a + 1, len(texts))], dtype=np.int64)
    expected = [len(texts[a] & texts[b]) for a, b in pairs.tolist()]
    assert shared(keys, owners, pairs).tolist() == expected
    assert shared(*common(keys, owners), pairs).tolist() == expected


PARTS = (HEAD, TAIL, SAID, BRIEFLY, prose("one", 60), prose("two", 60), "(AFP)", "selon un communiqué")
DAYS = (None, day("2025-03-05"), day("2025-03-06"), day("2025-03-21"))


@st.composite
def presses(draw: st.DrawFn) -> list[Document]:
    """Up to eight pages of shared parts, two outlets, few days, some under one address."""
    return [
        page(
            f"page {number}",
            " ".join(draw(st.lists(st.sampled_from(PARTS), max_size=4))),
            uri=draw(st.sampled_from((f"pages/{number}.txt", URL))),
            outlet=draw(st.sampled_from((None, "Kloto Info", "AFP"))),
            published=draw(st.sampled_from(DAYS)),
            fetched=draw(st.sampled_from(DAYS)),
        )
        for number in range(draw(st.integers(0, 8)))
    ]


@settings(deadline=None)
@given(presses().flatmap(lambda pages: st.tuples(st.just(pages), st.permutations(pages))))
def test_the_order_of_arrival_does_not_matter(pair: tuple[list[Document], list[Document]]) -> None:
    one, other = pair
    assert trace(one, SOURCES) == trace(other, SOURCES)


@settings(deadline=None)
@given(presses())
def test_every_document_has_an_origin_and_copies_share_it(pages: list[Document]) -> None:
    lineage = trace(pages, SOURCES)
    ids = {one.id for one in pages}
    assert set(lineage.origins) == ids
    assert all(lineage.origins[origin] == origin for origin in lineage.origins.values())
    for one, other in (*lineage.copies, *lineage.revisions):
        assert one != other
        assert lineage.origins[one] == lineage.origins[other]
    assert len(dict(lineage.copies)) == len(lineage.copies)


@settings(deadline=None)
@given(presses())
def test_an_unrelated_page_changes_nothing(pages: list[Document]) -> None:
    before = trace(pages, SOURCES)
    stranger = page("stranger", prose("stranger", 80), published=day("2025-03-01"))
    after = trace([*pages, stranger], SOURCES)
    assert (after.copies, after.revisions) == (before.copies, before.revisions)
    assert after.origins == {**before.origins, stranger.id: stranger.id}
