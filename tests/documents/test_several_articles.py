"""Pages of several articles, and pages that only look so. All pages and sentences are ours; events invented."""

from datetime import date

import pytest

from detente.codebook.pages import PageWords
from detente.documents import read
from detente.model import Document, Page

ACCRA = (
    "Le ministre ghanéen des Affaires étrangères a reçu mardi à Accra son homologue togolais, venu lui remettre un "
    "message sur la réouverture de la frontière commune.",
    "Les deux hommes ont convenu de réunir avant la fin du mois la commission mixte, qui ne s’était plus tenue depuis "
    "la crise douanière de 2021.",
)
ALGER = (
    "L’Algérie a protesté lundi auprès du Mali après le survol de son territoire par un drone armé, selon un texte de la "
    "présidence lu à la radio.",
    "Bamako n’avait pas réagi dans la soirée, mais un officier joint par téléphone parle d’une erreur de navigation.",
)
NAIROBI = (
    "Le Kenya rappelle pour consultations son ambassadeur en Tanzanie, quatre jours après la saisie de quarante camions "
    "de maïs à Namanga.",
    "Dodoma assure que les chauffeurs sont libres et que les cargaisons seront rendues dès le paiement de la taxe.",
)
HEADS = ("Accra et Lomé relancent la commission mixte", "Alger proteste auprès de Bamako", "Maïs : Nairobi se fâche")
BODIES = (ACCRA, ALGER, NAIROBI)


def review(rule: str) -> str:
    pieces = ("\n\n".join((head, *body)) for head, body in zip(HEADS, BODIES, strict=True))
    return "Revue de presse du Littoral\n6 mars 2024\n\n" + f"\n\n{rule}\n\n".join(pieces)


def numbered() -> str:
    pieces = ("\n".join((f"{n}. {HEADS[n - 1]}", *BODIES[n - 1])) for n in (1, 2, 3))
    return "La Lettre du Littoral\n\n" + "\n\n".join(pieces)


def bulletin() -> str:
    return "\n\n".join(
        (
            "GHANA-TOGO-DIPLOMATIE",
            HEADS[0],
            f"ACCRA, 6 mars 2024 (XYZ) - {ACCRA[0]}",
            ACCRA[1],
            "ih/kd",
            "ALGERIE-MALI",
            HEADS[1],
            f"ALGER, 7 mars 2024 (XYZ) - {ALGER[0]}",
            ALGER[1],
            "lb/pid/tmo",
        )
    )


def signed() -> str:
    days = ("4 mars 2024", "5 mars 2024", "6 mars 2024")
    return "\n\n".join("\n".join((h, d, *b)) for h, d, b in zip(HEADS, days, BODIES, strict=True))


@pytest.mark.parametrize(
    ("page", "titles", "days"),
    [
        pytest.param(review("***"), HEADS, ["2024-03-06"] * 3, id="stars"),
        pytest.param(review("* * *"), HEADS, ["2024-03-06"] * 3, id="spaced-stars"),
        pytest.param(review("---"), HEADS, ["2024-03-06"] * 3, id="rules"),
        pytest.param(numbered(), HEADS, [None] * 3, id="numbered"),
        pytest.param(bulletin(), HEADS[:2], ["2024-03-06", "2024-03-07"], id="dispatches"),
        pytest.param(signed(), HEADS, ["2024-03-04", "2024-03-05", "2024-03-06"], id="dated-heads"),
    ],
)
def test_several(page: str, titles: tuple[str, ...], days: list[str | None], words: PageWords) -> None:
    found = documents(page, words)
    assert tuple(d.title for d in found) == titles
    assert [d.published for d in found] == [day and date.fromisoformat(day) for day in days]
    assert [d.id for d in found] == [found[0].page, *(f"{found[0].page}#{n}" for n in range(2, len(found) + 1))]


def test_each_has_its_own_text(words: PageWords) -> None:
    first, second = documents(bulletin(), words)
    assert first.text == f"ACCRA, 6 mars 2024 (XYZ) - {ACCRA[0]}\n\n{ACCRA[1]}"
    assert second.text == f"ALGER, 7 mars 2024 (XYZ) - {ALGER[0]}\n\n{ALGER[1]}"


MORE = (
    "La commission mixte, promise depuis la crise douanière, devra aussi parler des taxes que le Togo prélève à la "
    "frontière avec le Ghana."
)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("\n\n".join((HEADS[0], ACCRA[0], "***", ACCRA[1], "***", MORE)), id="stars-without-heads"),
        pytest.param(
            "\n\n".join((HEADS[0], ACCRA[0], "Une commission oubliée", ACCRA[1], "Que reste-t-il à régler ?", MORE)),
            id="subheadings",
        ),
        pytest.param(
            "\n\n".join((HEADS[0], *ACCRA, MORE, "Articles similaires", HEADS[1], "5 mars 2024", ALGER[0])),
            id="related-article-with-its-day",
        ),
        pytest.param("\n\n".join((HEADS[0], f"ACCRA, 6 mars 2024 (XYZ) - {ACCRA[0]}", ACCRA[1])), id="one-dispatch"),
    ],
)
def test_one(page: str, words: PageWords) -> None:
    (found,) = documents(page, words)
    assert found.title == HEADS[0]
    assert "Bamako" not in found.text


def documents(page: str, words: PageWords) -> tuple[Document, ...]:
    return read(Page(page.encode(), "page.txt"), words)
