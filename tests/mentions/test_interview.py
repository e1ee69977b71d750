"""Pages that ask and answer: which sentences answer, who says them, for whom."""

import pytest

from coded import mentions

LABELLED = """La ministre togolaise des Affaires étrangères, Afi Koudjo, a répondu à nos questions.

Où en est-on avec le Ghana ?

Afi Koudjo : Nous avons rouvert le poste. Accra le sait.

Accra vous reproche votre lenteur.

C'est faux. Nos douaniers travaillent jour et nuit.

Et la suite ?

Je verrai mon homologue jeudi."""

TITLED = """Trois semaines après la mort de deux soldats togolais, le ministre s'envole pour Accra. Une première pour un ministre togolais.

Qu'allez-vous chercher à Accra ?

Des réponses. Le Ghana nous doit des excuses.

Le Ghana réclame ses détenus.

Nous lui en avons rendu trois. Accra le sait.

Et la suite ?

Nous attendons le Ghana."""

EXPLAINED = """Le Togo et le Ghana négocient. La ministre togolaise, Afi Koudjo, est à Accra.

Pourquoi maintenant ?

Parce que la saison des pluies approche.

Et ensuite ?

Le Ghana rouvrira le poste."""


def answers(text: str, title: str | None = None) -> list[tuple[str, str | None, tuple[str, ...]]]:
    said = [u for u in mentions(text, "fr", title).utterances if u.form == "quoted" and u.speaker]
    return [(text[u.start : u.end], u.speaker.person, u.speaker.codes) for u in said if u.speaker]


@pytest.mark.parametrize(
    ("text", "title", "first", "number", "speaker", "codes"),
    [
        pytest.param(LABELLED, None, "Nous avons rouvert le poste.", 5, "Afi Koudjo", ("TGO",), id="a name and a colon"),
        pytest.param(
            TITLED, "Yao Amegan : « Nous voulons des réponses »", "Des réponses.", 5, "Yao Amegan", ("TGO",), id="the title"
        ),
    ],
)  # fmt: skip
def test_who_answers(
    text: str, title: str | None, first: str, number: int, speaker: str, codes: tuple[str, ...]
) -> None:
    found = answers(text, title)
    assert (found[0], len(found)) == ((first, speaker, codes), number)
    assert {who for _, who, _ in found} == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(EXPLAINED, id="the newspaper asks and answers"),
        pytest.param(LABELLED.split("\n\nAccra vous")[0], id="one question"),
    ],
)
def test_no_interview(text: str) -> None:
    assert not answers(text)
