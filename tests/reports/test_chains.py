"""A side that its sentence leaves out, given by what was told before, or by whom the passage speaks of."""

import pytest

from coded import told

QUARREL = "Le Kenya et la Somalie sont brouillés. Le Kenya s'impatiente, la Somalie aussi. "
RIFT = "Norway and Iceland are at odds. Norway is losing patience, and Iceland too. "


def lines(text: str, language: str) -> list[str]:
    return told(text, language, "2031-03-14")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "fr",
            "La Jordanie a arrêté mardi trois pêcheurs égyptiens. Les pêcheurs ont été libérés jeudi.",
            "RETREAT JOR>EGY occurred",
            id="who arrested lets go",
        ),
        pytest.param(
            "en",
            "Peru detained nine Chilean soldiers on Monday. The nine were released on Wednesday.",
            "RETREAT PER>CHL occurred",
            id="who detained lets go",
        ),
        pytest.param(
            "fr",
            "Neuf soldats chiliens, capturés par l'armée péruvienne en mai, ont recouvré la liberté samedi.",
            "RETREAT PER>CHL occurred",
            id="in one sentence",
        ),
        pytest.param(
            "en",
            "The border, closed by Peru to Chile in May, reopened in June.",
            "CONCEDE PER>CHL occurred",
            id="who closed reopens",
        ),
        pytest.param(
            "fr",
            "Oslo avait frappé l'Islande d'un embargo sur les armes, levé deux ans plus tard.",
            "CONCEDE NOR>ISL occurred",
            id="who imposed lifts",
        ),
        pytest.param(
            "fr",
            QUARREL + "La Somalie attend. L'Inde livre des obus.",
            "AID IND>SOM occurred",
            id="to whom one speaks of",
        ),
        pytest.param(
            "en",
            RIFT + "Iceland looks elsewhere. Canada has delivered twelve howitzers.",
            "AID CAN>ISL occurred",
            id="to whom one speaks of, in English",
        ),
        pytest.param(
            "en",
            RIFT + "Iceland warned its citizens to avoid Bergen.",
            "SANCTION ISL>NOR occurred",
            id="what one tells one's own",
        ),
        pytest.param(
            "fr",
            QUARREL + "Le Canada a déconseillé à ses ressortissants de s'approcher du fleuve.",
            "SANCTION CAN>KEN+SOM occurred",
            id="a third party tells its own of both",
        ),
        pytest.param(
            "fr", QUARREL + "Une commission mixte s'est réunie lundi.", "CONSULT KEN+SOM> occurred", id="it takes two"
        ),
        pytest.param("en", RIFT + "They signed an agreement on Monday.", "SUPPORT ISL+NOR> occurred", id="they sign"),
        pytest.param(
            "en",
            RIFT + "Sweden asked Norway to open its archives. Norway refused.",
            "REJECT NOR>SWE occurred",
            id="who asked is answered",
        ),
        pytest.param(
            "fr",
            QUARREL + "L'Inde a demandé à la Somalie de rouvrir ses ports. La Somalie a accepté.",
            "AGREE SOM>IND occurred",
            id="who asked is answered, in French",
        ),
        pytest.param(
            "en",
            RIFT + "Sweden and Finland both appealed for restraint.",
            "REQUEST FIN+SWE>ISL+NOR occurred",
            id="two third parties ask both",
        ),
    ],
)
def test_the_side_left_out(language: str, text: str, expected: str) -> None:
    assert expected in lines(text, language)


@pytest.mark.parametrize(
    ("language", "text", "type_"),
    [
        pytest.param(
            "en", "Peru accused Chile of theft. The nine were released on Wednesday.", "RETREAT", id="nobody was held"
        ),
        pytest.param(
            "fr",
            "La Jordanie a arrêté mardi trois pêcheurs égyptiens. Israël a libéré deux détenus.",
            "RETREAT",
            id="somebody else lets go",
        ),
        pytest.param("fr", QUARREL + "L'Inde livre des obus.", "AID", id="both were named last"),
        pytest.param("en", RIFT + "Norway waits. Canada criticised a plan.", "ACCUSE", id="words are about something"),
        pytest.param("en", RIFT + "The students of both schools met on Monday.", "CONSULT", id="speaking for nobody"),
        pytest.param(
            "en", RIFT + "A joint commission met in Sweden's embassy.", "CONSULT", id="somebody else is there"
        ),
        pytest.param("fr", "Une commission mixte s'est réunie lundi.", "CONSULT", id="a page about nobody"),
        pytest.param("en", RIFT + "Norway's old demands are on the table.", "REQUEST", id="a topic"),
    ],
)
def test_nothing_gives_it(language: str, text: str, type_: str) -> None:
    assert not [line for line in lines(text, language) if line.startswith(type_)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "fr",
            QUARREL + "Le Kenya a salué cette approche, tout en insistant sur le rôle de l'Union africaine.",
            "SUPPORT KEN>SOM occurred",
            id="past a comma",
        ),
        pytest.param(
            "fr",
            "Le Kenya a salué la décision de l'Union africaine.",
            "SUPPORT KEN>AU occurred",
            id="in the phrase that is praised",
        ),
    ],
)
def test_whose_thing_is_praised(language: str, text: str, expected: str) -> None:
    assert [line for line in lines(text, language) if line.startswith("SUPPORT")] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "en",
            RIFT + "A convoy of forty Norwegian trucks was held at Keflavik.",
            ["COERCE ISL>NOR occurred"],
            id="the wording brings its auxiliary",
        ),
        pytest.param(
            "en",
            RIFT + "Two Norwegian officers were detained at the airport and held for three days.",
            ["COERCE ISL>NOR occurred"],
            id="the auxiliary of the verb before",
        ),
        pytest.param(
            "en",
            RIFT + "Iceland's ambassador was summoned on Tuesday and handed a note of protest.",
            ["ACCUSE NOR>ISL occurred"],
            id="what somebody is handed",
        ),
        pytest.param(
            "fr",
            QUARREL + "Cent Somaliens ont été débarqués mardi d'un charter affrété par le ministère kényan.",
            ["COERCE KEN>SOM occurred"],
            id="a verb of movement undergone",
        ),
        pytest.param(
            "fr",
            QUARREL + "Deux cents militaires kényans ont été déployés à la frontière.",
            ["MOBILIZE KEN>SOM occurred"],
            id="whose troops are deployed deploys them",
        ),
        pytest.param(
            "en",
            "Two Kenyan journalists were expelled from Somalia.",
            ["SANCTION SOM>KEN occurred"],
            id="from where one must go",
        ),
        pytest.param(
            "fr",
            "L'ambassadeur du Kenya a été chassé de Mogadiscio.",
            ["SANCTION SOM>KEN occurred"],
            id="from where one must go, in French",
        ),
        pytest.param(
            "en", "Kenya withdrew its troops from Somalia.", ["RETREAT KEN>SOM occurred"], id="one leaves oneself"
        ),
        pytest.param(
            "en",
            RIFT + "Norwegian police stopped a trawler and held its Icelandic crew for three days.",
            ["COERCE NOR>ISL occurred"],
            id="an active verb before",
        ),
    ],
)
def test_what_somebody_undergoes(language: str, text: str, expected: list[str]) -> None:
    assert lines(text, language) == expected


def test_we_behind_a_name_are_told() -> None:
    text = (
        "Ali Warsame, ministre somalien, répond à nos questions.\n\nQue fait le Kenya ?\n\n"
        "Nous attendons. Nairobi nous a accusés de mensonge.\n\nEt vous ?\n\nNous avons accepté. Nous voulons la paix avec le Kenya."
    )
    assert "ACCUSE KEN>SOM occurred" in lines(text, "fr")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "en",
            "Kenya and Somalia met on Monday. They condemned a raid by Ethiopia.",
            "ACCUSE KEN+SOM>ETH occurred",
            id="both who led",
        ),
        pytest.param(
            "en",
            "Kenya sent envoys to Somalia. They condemned a raid by Ethiopia.",
            "ACCUSE KEN>ETH occurred",
            id="one led",
        ),
        pytest.param(
            "fr",
            "Le Kenya et la Somalie se sont rencontrés lundi. Ils ont condamné un raid de l'Éthiopie.",
            "ACCUSE KEN+SOM>ETH occurred",
            id="both, in French",
        ),
    ],
)
def test_they(language: str, text: str, expected: str) -> None:
    assert expected in lines(text, language)
