"""One act told three times on a page is one report; two acts are two."""

import pytest

from coded import reports, told


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        pytest.param(
            "fr",
            "Le Ghana a expulsé mardi deux diplomates togolais.\n\nL'expulsion de deux diplomates togolais par le Ghana "
            "a surpris.\n\nLe Ghana a expulsé ces diplomates togolais.",
            1,
            id="three-times",
        ),
        pytest.param(
            "en",
            "Kenya expelled two Ugandan diplomats.\n\nTwo Ugandan diplomats were expelled by Kenya on Tuesday.",
            1,
            id="active-and-passive",
        ),
        pytest.param(
            "fr", "Le Ghana a expulsé deux diplomates togolais.\n\nLe Togo a expulsé deux diplomates ghanéens.", 2,
            id="each-the-other's",
        ),
        pytest.param(
            "fr",
            "Le 4 mars 2031, le Ghana a expulsé deux diplomates togolais.\n\nLe 9 juin 2030, le Ghana a expulsé deux "
            "diplomates togolais.",
            2,
            id="two-days",
        ),
        pytest.param(
            "fr",
            "Le Ghana a expulsé deux diplomates togolais.\n\nEn 2026 déjà, le Ghana avait expulsé deux diplomates togolais.",
            2,
            id="one-of-years-ago",
        ),
        pytest.param(
            "fr", "Le Ghana a expulsé deux diplomates togolais.\n\nLe Ghana a fermé sa frontière avec le Togo.", 2,
            id="two-instruments",
        ),
    ],
)  # fmt: skip
def test_how_many(language: str, text: str, count: int) -> None:
    assert len(told(text, language, "2031-03-06")) == count


def test_the_telling_that_is_kept_is_dated() -> None:
    text = "Le Ghana a expulsé deux diplomates togolais.\n\nLe Ghana a expulsé mardi deux diplomates togolais."
    (report,) = reports(text, published="2031-03-06")
    assert report.when is not None
    assert "mardi" in report.evidence.quote


def test_the_telling_that_is_kept_takes_the_day_of_one_that_is_not() -> None:
    text = "Kenya expelled two Ugandan diplomats.\n\nThe expulsion on Tuesday of two Ugandan diplomats by Kenya was a surprise."
    (report,) = reports(text, "en", published="2031-03-06")
    assert report.when is not None
    assert report.when.edtf == "2031-03-04"


def test_reports_come_in_the_order_of_the_text() -> None:
    text = (
        "Le Togo a fermé sa frontière avec le Ghana. Le Ghana accuse le Togo. Le Ghana a expulsé un diplomate togolais."
    )
    starts = [r.evidence.start for r in reports(text)]
    assert len(starts) == 3
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    ("language", "text", "acts"),
    [
        pytest.param(
            "fr", "Le Ghana a expulsé un diplomate togolais et le Togo a rappelé son ambassadeur au Ghana.",
            ["expel", "recall"], id="fr",
        ),
        pytest.param(
            "en", "Kenya recalled its ambassador to Uganda, Uganda closed its border with Kenya and Kenya expelled a "
            "Ugandan diplomat.", ["recall", "close", "expel"], id="en",
        ),
        pytest.param(
            "en", "Kenya expelled a Ugandan diplomat, and Uganda expelled a Kenyan one.\n\nKenya closed its border with "
            "Uganda and recalled its ambassador.", ["expel", "expel", "close", "recall"], id="of-one-kind",
        ),
    ],
)  # fmt: skip
def test_acts_of_one_sentence_come_in_the_order_of_its_words(language: str, text: str, acts: list[str]) -> None:
    assert [r.act for r in reports(text, language)] == acts
