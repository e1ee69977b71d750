"""Every date expression of paragraphs in the manner of the press: found, and nothing else, with the days it means."""

from datetime import date

import pytest
from bench.time.days import days_of

from coded import times
from dated import FRESH, Acts, plain

NOT_READ = {  # what these pages say that we read otherwise: docs/errors.md
    "on 14 July": "2031-07-14",  # behind "the accord of 27 December 1968", taken for the first July after
    "de la semaine": "2031-06-09/2031-06-15",  # "the third attack of the week": a week of no week elsewhere
}


@pytest.mark.parametrize(("language", "published", "source", "acts"), FRESH)
def test_the_dates_of_a_page(language: str, published: str | None, source: str, acts: Acts) -> None:
    text, marks = plain(source)
    found = times(language).find(text, date.fromisoformat(published) if published else None)
    valued = [(m.start, m.end, days_of(m.when.edtf)) for m in found if m.when]
    for start, end, edtf in marks:
        near = [days for a, b, days in valued if a < end and start < b]
        if NOT_READ.get(text[start:end]) != edtf or edtf is None:
            assert days_of(edtf) in near if edtf else not near, (text[start:end], edtf, near)
    others = [text[a:b] for a, b, _ in valued if not any(a < end and start < b for start, end, _ in marks)]
    assert not others
