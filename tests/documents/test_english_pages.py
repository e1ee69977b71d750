"""English pages: agency dispatches, digests, newsletters. All pages and sentences are ours; events invented."""

from datetime import date

import pytest

from detente.codebook.pages import PageWords
from detente.documents import read
from detente.model import Document, Page

ACCRA = (
    "Ghana's foreign minister received his Togolese counterpart on Tuesday, who handed him a message on the reopening of "
    "their common border.",
    "The two men agreed to convene before the end of the month the joint commission, which had not met since the customs "
    "dispute of 2021.",
)
ALGIERS = (
    "Algeria protested to Mali on Monday after an armed drone flew over its territory, according to a statement of the "
    "presidency read out on the radio.",
    "Bamako had not reacted by the evening, but an officer reached by telephone spoke of an error of navigation.",
)
NAIROBI = (
    "Kenya has recalled its ambassador to Tanzania for consultations, four days after the seizure of forty maize lorries "
    "at Namanga.",
    "Dodoma insists that the drivers are free and that the cargo will be handed back as soon as the tax is paid.",
)
HEADS = (
    "Accra and Lome revive joint commission",
    "Algeria protests to Mali after drone flies over its territory",
    "Nairobi angry over seized maize",
)
BODIES = (ACCRA, ALGIERS, NAIROBI)


def saved(*lines: str) -> str:
    return "\n\n".join(lines)


def articles(text: str, words: PageWords) -> list[Document]:
    return list(read(Page(text.encode(), "page.txt"), words))


LINES = (
    pytest.param((), ("ALGIERS, April 7 (Reuters) - ",), (), "Reuters", id="month-first"),
    pytest.param((), ("ALGIERS, 7 April 2025 (AFP) - ",), (), "AFP", id="day-first-with-its-year"),
    pytest.param((), ("ALGIERS, Apr. 7 (Xinhua) -- ",), (), "Xinhua", id="short-month-two-dashes"),
    pytest.param((), ("ALGIERS (AP) — ",), (), "Associated Press", id="no-day"),
    pytest.param((), ("WASHINGTON, D.C., April 7 (AP) - ",), (), "Associated Press", id="points-in-the-town"),
    pytest.param(
        ("ALGERIA-MALI-DIPLOMACY",), ("ALGIERS, April 7 (AFP) - ",), ("ih/kd",), "AFP", id="slug-and-initials"
    ),
    pytest.param((), ("",), ("Source: AFP",), "AFP", id="source-line"),
    pytest.param((), ("",), ("(Reporting by Jo Mensah; Editing by Ann Kofi)",), None, id="reporting-and-editing"),
    pytest.param((), ("",), ("-- AFP",), "AFP", id="signature"),
)


@pytest.mark.parametrize(("above", "opens", "below", "agency"), LINES)
def test_a_dispatch(
    above: tuple[str, ...], opens: tuple[str], below: tuple[str, ...], agency: str | None, words: PageWords
) -> None:
    text = saved(*above, HEADS[1], f"{opens[0]}{ALGIERS[0]}", ALGIERS[1], *below)
    (document,) = articles(text, words)
    assert (document.title, document.agency, document.language) == (HEADS[1], agency, "en")
    assert ALGIERS[0] in document.text
    assert document.text.endswith(ALGIERS[1])


def bulletin() -> str:
    return saved(
        "GHANA-TOGO-DIPLOMACY", HEADS[0], f"ACCRA, March 6, 2024 (XYZ) - {ACCRA[0]}", ACCRA[1], "ih/kd",
        "ALGERIA-MALI", HEADS[1], f"ALGIERS, March 7, 2024 (XYZ) - {ALGIERS[0]}", ALGIERS[1], "lb/pid/tmo",
    )  # fmt: skip


def ruled(rule: str) -> str:
    pieces = (saved(head, *body) for head, body in zip(HEADS, BODIES, strict=True))
    return "Press review of The Coast\n6 March 2024\n\n" + f"\n\n{rule}\n\n".join(pieces)


def numbered() -> str:
    pieces = ("\n".join((f"{n}. {HEADS[n - 1]}", *BODIES[n - 1])) for n in (1, 2, 3))
    return "The Coast Newsletter\n\n" + "\n\n".join(pieces)


def dated() -> str:
    days = ("March 4, 2024", "March 5, 2024", "March 6, 2024")
    return saved(*("\n".join((h, d, *b)) for h, d, b in zip(HEADS, days, BODIES, strict=True)))


@pytest.mark.parametrize(
    ("text", "count", "days"),
    [
        pytest.param(bulletin(), 2, (date(2024, 3, 6), date(2024, 3, 7)), id="agency-bulletin"),
        pytest.param(ruled("* * *"), 3, (), id="stars"),
        pytest.param(ruled("-----"), 3, (), id="rules"),
        pytest.param(numbered(), 3, (), id="numbers"),
        pytest.param(dated(), 3, (date(2024, 3, 4), date(2024, 3, 5), date(2024, 3, 6)), id="a-day-under-each-title"),
        pytest.param(saved(HEADS[0], *ACCRA, *ALGIERS, *NAIROBI), 1, (), id="one-round-up-is-one-article"),
    ],
)
def test_several_articles(text: str, count: int, days: tuple[date, ...], words: PageWords) -> None:
    found = articles(text, words)
    assert len(found) == count
    assert [document.title for document in found] == list(HEADS[:count])
    assert all(body[0] in document.text for document, body in zip(found, BODIES, strict=False))
    assert not days or tuple(document.published for document in found) == days
    assert {document.language for document in found} == {"en"}
