"""The whole story gathered, and the two licences to scale."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.story import BOOK, STORY, UNREAD, document, reading
from chronicle.strategies import readings
from detente.chronicle import gather
from detente.model import Event, Measure, Reading, Record

RECORD = gather(STORY, BOOK, UNREAD)


def line(event: Event) -> str:
    date = event.when.edtf if event.when else "-"
    sides = f"{'+'.join(event.actors)}>{'+'.join(event.recipients)}"
    support = f"{event.outlets}/{event.independent_sources}"
    return f"{date} {event.act} {sides} {event.status} {support} {','.join(event.disputed)}"


def test_the_story_is_six_events() -> None:
    assert [line(e) for e in RECORD.events] == [
        "2025-03-03 impose PRT>TGO occurred 3/2 amount",
        "2025-03-10 impose TGO>PRT occurred 2/1 ",
        "2025-04-04 praise GHA>TGO occurred 1/1 ",
        "2025-06-02 meet PRT>TGO occurred 3/3 place",
        "2025-06-20 lift PRT>TGO occurred 1/1 ",
        "- meet PRT>TGO occurred 1/1 ",
    ]


def test_a_weekend_without_a_date_may_be_the_audience_but_is_not_joined_to_it() -> None:
    audience, weekend = RECORD.events[3], RECORD.events[5]
    assert (audience.possibly_same, weekend.possibly_same) == ((weekend.id,), (audience.id,))


def row(measure: Measure) -> tuple[object, ...]:
    ends = tuple(w.edtf if w else None for w in (measure.start, measure.end))
    return (
        measure.instrument,
        measure.imposer,
        measure.target,
        measure.state.value,
        *ends,
        measure.amount.text if measure.amount else None,
    )


def test_both_bonds_are_measures_and_the_second_answers_the_first() -> None:
    first, second = RECORD.measures
    assert row(first) == ("visa-bond", ("PRT",), ("TGO",), "lifted", "2025-03-03", "2025-06-20", "5000 EUR")
    assert row(second) == ("visa-bond", ("TGO",), ("PRT",), "in force", "2025-03-10", None, None)
    assert (first.reciprocal_of, second.reciprocal_of) == (None, first.id)


def test_disagreements_carry_both_values() -> None:
    values = {(c.field, tuple(v.value for v in c.values)) for c in RECORD.contradictions}
    assert values == {("amount", ("5000 EUR", "6000 EUR")), ("place", ("Kara", "Lomé"))}


def test_the_reprint_is_a_copy_of_the_first_print() -> None:
    courrier, reprise = STORY[0].document.id, STORY[1].document.id
    assert RECORD.copies == ((reprise, courrier),)


def test_what_was_not_read_is_kept() -> None:
    assert RECORD.unread == UNREAD


@given(st.permutations(STORY))
@settings(max_examples=20, deadline=None)
def test_the_order_of_the_story_does_not_matter(shuffled: Sequence[Reading]) -> None:
    assert gather(shuffled, BOOK, UNREAD) == RECORD


@given(readings().flatmap(lambda pages: st.tuples(st.just(pages), st.permutations(pages))))
@settings(max_examples=60, deadline=None)
def test_the_order_of_arrival_does_not_matter(pair: tuple[list[Reading], list[Reading]]) -> None:
    first, second = pair
    assert gather(first, BOOK) == gather(second, BOOK)


@given(readings())
@settings(max_examples=40, deadline=None)
def test_reading_twice_changes_nothing(pages: list[Reading]) -> None:
    assert gather(pages + pages, BOOK) == gather(pages, BOOK)


def told(record: Record) -> tuple[object, ...]:
    return record.events, record.measures, record.contradictions, record.statements, record.reports, record.copies


@given(readings())
@settings(max_examples=40, deadline=None)
def test_an_irrelevant_page_changes_nothing(pages: list[Reading]) -> None:
    aside = reading(document("pages/recipe.txt", "Faites revenir les oignons dans un peu d'huile de palme rouge."))
    assert told(gather([*pages, aside], BOOK)) == told(gather(pages, BOOK))
