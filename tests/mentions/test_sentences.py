"""Where a sentence begins and ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coded import book, document
from detente.mentions.sentences import sentences
from detente.model import Document

PIECES = st.sampled_from(
    [
        "M.",
        " Traoré",
        " a dit",
        ".",
        " « Non. »",
        "\n\n",
        " J.-P.",
        " 3,5",
        "…",
        "?!",
        " ",
        "Le 3.",
        " etc.",
        "”",
        "\u00a0»",
    ]
)


def split(page: Document) -> list[str]:
    return [page.text[a:b] for a, b, _ in sentences(page, book().languages[page.language]["abbreviations"])]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        pytest.param("fr", "Alger proteste. Paris répond.", 2, id="two"),
        pytest.param("fr", "M. Diop a reçu Mme. Sow. Ils ont parlé.", 2, id="titles"),
        pytest.param("fr", "Le Dr. Ba et le Pr. Sy sont venus. Fin.", 2, id="more-titles"),
        pytest.param("fr", "J. K. Mensah est arrivé. Il repart.", 2, id="initials"),
        pytest.param("fr", "Les visas, l'aide, etc. Rien ne change.", 1, id="etc-is-not-sure"),
        pytest.param("fr", "« Nous partons. » Le ministre a souri.", 2, id="guillemets"),
        pytest.param("fr", "Il a dit : « Nous partons. Rien ne presse. » Puis il est parti.", 3, id="two-in-a-quote"),
        pytest.param("fr", "Est-ce fini ? Non ! Peut-être…", 3, id="marks"),
        pytest.param("fr", "Une aide de 3.5 millions a été versée. Elle suffit.", 2, id="decimal-point"),
        pytest.param("fr", "Le site abamako.com a publié la note. Alger la dément.", 2, id="address"),
        pytest.param("fr", "Accord signé à 10 h. 30 délégués y étaient.", 2, id="figure-after-a-stop"),
        pytest.param("en", "Mr. Stone met Gen. Toure. They talked.", 2, id="titles-en"),
        pytest.param("en", "The U.S. envoy left. Mali stayed.", 2, id="acronym-with-points"),
        pytest.param("en", "“We are leaving.” The minister smiled.", 2, id="curly-quotes"),
        pytest.param("en", '"We are leaving." The minister smiled.', 2, id="straight-quotes"),
        pytest.param("en", "It was signed on Jan. 3. Nobody knew.", 2, id="month"),
        pytest.param("en", "SUVA, Fiji -- The envoy left.", 2, id="dateline"),
        pytest.param("en", "LAUTOKA, May 3 (Agency) - The envoy left.", 2, id="dateline-agency"),
        pytest.param("fr", "Ségou, 3 mai (Agence) – L'envoyé est parti.", 2, id="ville-et-agence"),
        pytest.param("fr", "Suva, le 3 mai 2029 : l'envoyé est parti.", 1, id="day-alone-before-a-small-letter"),
        pytest.param("fr", "Suva, le 3 mai 2029 : L'envoyé est parti.", 2, id="dateline-day-colon"),
        pytest.param("fr", "Port-Vila, vendredi 3 mai 2029 - L'envoyé est parti.", 2, id="dateline-weekday"),
        pytest.param("en", "Suva, Fiji, May 3, 2029 – The envoy left.", 2, id="dateline-day-month-first"),
        pytest.param("en", "(Suva, 3 May 2029) - The envoy left.", 2, id="dateline-in-brackets"),
        pytest.param("fr", "Suva - 03/05/2029 - L'envoyé est parti.", 2, id="dateline-figures"),
        pytest.param("en", "May 3, 2029 - The envoy left.", 1, id="no-dateline-no-place"),
        pytest.param("en", "The envoy left Suva on 3 May 2029 - A day before.", 1, id="no-dateline-verb"),
        pytest.param("en", "US-Fiji talks resumed. They stalled.", 2, id="no-dateline-hyphen"),
        pytest.param("en", "QUESTION: Will the envoy leave?", 1, id="no-dateline-speaker"),
        pytest.param("fr", "L'envoyé (absent) - parti hier - reviendra.", 1, id="no-dateline-aside"),
        pytest.param("fr", "Sans point final", 1, id="no-stop"),
        pytest.param("fr", "Un titre\n\nUn paragraphe sans point\n\nUn autre", 3, id="blocks-end-sentences"),
        pytest.param("fr", "", 0, id="nothing"),
        pytest.param("fr", " \n ", 0, id="only-space"),
    ],
)
def test_how_many(language: str, text: str, count: int) -> None:
    found = split(document(text, language))
    assert len(found) == count, found


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("« Nous partons. » Le ministre a souri.", "« Nous partons. »"),
        pytest.param(
            "Il a crié « Non ! » et il est parti. Fin.",
            "Il a crié « Non ! » et il est parti.",
            marks=pytest.mark.xfail(reason="a stop before » ends a sentence, even where a small letter follows"),
        ),
        ("Rien (ou presque.) Ensuite, tout.", "Rien (ou presque.)"),
    ],
)
def test_a_closing_mark_stays_with_its_sentence(text: str, first: str) -> None:
    assert split(document(text))[0] == first


@given(st.lists(PIECES, max_size=25).map("".join))
def test_they_cover_all_that_is_no_space_in_order_and_never_overlap(text: str) -> None:
    page = document(text)
    found = list(sentences(page, book().languages["fr"]["abbreviations"]))
    ends = [0, *(end for _, end, _ in found)]
    assert all(before <= start < end for before, (start, end, _) in zip(ends, found, strict=False))
    between = zip(ends, [*(start for start, _, _ in found), len(text)], strict=True)
    assert all(not text[a:b].strip() for a, b in between)
    assert all(text[start:end] == text[start:end].strip() for start, end, _ in found)
    assert [p for _, _, p in found] == sorted(p for _, _, p in found)
