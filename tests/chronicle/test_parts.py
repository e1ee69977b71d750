"""A record that pages are added to is the record of all pages; names once given are kept."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.story import BOOK, STORY, UNREAD, document, reading, report, when
from chronicle.strategies import readings
from detente.chronicle import Gathering, gather, names
from detente.chronicle.attaching import anchor_of
from detente.chronicle.copies import Lineage, trace
from detente.chronicle.ids import id_of
from detente.model import Judgement, Reading, Verdict

BOND = {"act": "impose", "type": "SANCTION", "instrument": "visa-bond", "effect": "impose"}


def lineage(pages: list[Reading]) -> Lineage:
    return trace((p.document for p in pages), BOOK.sources)


@given(readings(), st.data())
@settings(max_examples=60, deadline=None)
def test_gathering_by_parts_equals_gathering_the_whole(pages: list[Reading], data: st.DataObject) -> None:
    gathering = Gathering(BOOK)
    for end in sorted(data.draw(st.sets(st.integers(1, max(len(pages), 1))))):
        so_far = lineage(pages[:end])
        gathering.add(pages[:end], so_far.origins, (old for _, old in so_far.revisions))
    whole = lineage(pages)
    gathering.add(pages, whole.origins, (old for _, old in whole.revisions))
    assert gathering.record(whole, UNREAD) == gather(pages, BOOK, UNREAD)


@given(readings(), readings())
@settings(max_examples=60, deadline=None)
def test_what_is_added_page_by_page_re_does_its_own_pairs_alone(pages: list[Reading], added: list[Reading]) -> None:
    gathering = Gathering(BOOK)
    gathering.add(pages)
    before = dict(gathering.parts())
    new = [replace(p, document=replace(p.document, id=f"new {p.document.id}"), reports=()) for p in added]
    assert gathering.add(new) == ()
    touched = gathering.add(pages[:1])  # read again: nothing new
    assert touched == ()
    assert dict(gathering.parts()) == before


def page(name: str, published: str, actors: str = "PRT", recipients: str = "TGO") -> Reading:
    text = f"La page {name} parle de la caution que l'on exige des voyageurs."
    here = document(f"pages/{name}.txt", text, outlet=name, published=when(published).earliest)
    told = report(here, text, actors=actors, recipients=recipients, when=when("2025-03-03"), **BOND)
    return reading(here, told)


def test_only_the_pair_of_a_page_is_done_again() -> None:
    gathering = Gathering(BOOK)
    gathering.add([page("a", "2025-03-04"), page("b", "2025-03-04", "GHA", "TGO")])
    parts = dict(gathering.parts())
    assert gathering.add([page("c", "2025-03-05")]) == (("PRT", "TGO"),)
    assert dict(gathering.parts())[("GHA", "TGO")] is parts[("GHA", "TGO")]


def test_a_new_origin_re_does_the_pairs_of_its_copies() -> None:
    one, other = page("a", "2025-03-04"), page("b", "2025-03-05")
    gathering = Gathering(BOOK)
    gathering.add([one, other])
    assert gathering.add([], {other.document.id: one.document.id}) == (("PRT", "TGO"),)
    ((_, part),) = gathering.parts()
    assert part.told.events[0].independent_sources == 1


def test_a_known_event_keeps_its_name_when_an_earlier_print_is_read() -> None:
    late, early = page("a", "2025-03-09"), page("b", "2025-03-04")
    before = gather([late], BOOK)
    after = gather([late, early], BOOK, known=names(before))
    assert [e.id for e in after.events] == [e.id for e in before.events]
    assert gather([late, early], BOOK).events[0].id != before.events[0].id


def test_two_events_that_were_one_have_two_names_whoever_keeps_the_first() -> None:
    """The one printed first keeps the name of both, which was that of the other's only report."""
    early, late = page("a", "2025-03-04"), page("b", "2025-03-05", "TGO", "PRT")
    shared = id_of(late.reports[0].id)
    after = gather([early, late], BOOK, known={r.id: shared for p in (early, late) for r in p.reports})
    assert len({e.id for e in after.events}) == 2
    assert {e.id: e.reports for e in after.events}[shared] == early.reports


@given(readings(), readings())
@settings(max_examples=60, deadline=None)
def test_every_known_name_is_kept_by_an_event_that_has_one_of_its_reports(
    pages: list[Reading], added: list[Reading]
) -> None:
    known = names(gather(pages, BOOK))
    after = gather([*pages, *added], BOOK, known=known)
    assert len({e.id for e in after.events}) == len(after.events)
    for event in after.events:
        before = {known[r.id] for r in event.reports if r.id in known}
        taken = {e.id for e in after.events if e is not event}
        assert not before - taken or event.id in before


def test_the_story_part_by_part() -> None:
    gathering = Gathering(BOOK)
    given_lineage = lineage(list(STORY))
    for one in STORY:
        gathering.add([one])
    gathering.add([], given_lineage.origins)
    assert gathering.record(given_lineage, UNREAD) == gather(STORY, BOOK, UNREAD)


def test_acts_that_an_analyst_joined_and_parted_again_have_the_names_they_had() -> None:
    """Of two pairs of states; and while they are one, no third event takes either name."""
    pages = [page("a", "2025-03-04"), page("b", "2025-03-05", "GHA", "TGO")]
    before = gather(pages, BOOK)
    known = names(before)
    one, other = ((anchor_of(p.reports[0], p.document),) for p in pages)
    same = Judgement(Verdict.SAME, "A. Desk", datetime(2025, 7, 1, tzinfo=UTC), one, other)
    joined = gather(pages, BOOK, known=known, judgements=[same])
    assert len(joined.events) == 1
    known |= names(joined)
    undone = Judgement(Verdict.UNDONE, "A. Desk", datetime(2025, 7, 2, tzinfo=UTC), undoes=same.id)
    assert gather(pages, BOOK, known=known, judgements=[same, undone]).events == before.events
    first = names(gather(pages, BOOK, judgements=[same]))
    parted = gather(pages, BOOK, known=first, judgements=[same, undone]).events
    assert len({e.id for e in parted}) == 2


def test_a_corrected_report_leaves_its_event_its_name() -> None:
    pages = [page("a", "2025-03-04")]
    before = gather(pages, BOOK)
    anchors = (anchor_of(pages[0].reports[0], pages[0].document),)
    moment = datetime(2025, 7, 1, tzinfo=UTC)
    corrected = Judgement(Verdict.CORRECTED, "A. Desk", moment, anchors, field="type", value="ACCUSE")
    after = gather(pages, BOOK, judgements=[corrected])
    assert [(e.type, e.id) for e in after.events] == [("ACCUSE", before.events[0].id)]
