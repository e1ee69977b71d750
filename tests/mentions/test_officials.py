"""Whose official somebody is whom the page names without a state; and who is an official no more."""

import pytest

from coded import actors, mentions

OPENING = "Le Togo et le Ghana négocient depuis lundi. Le Ghana et le Togo s'impatientent. "
FOREWORD = "Togo and Ghana have been bargaining since Monday. Ghana and Togo are impatient. "


def whose(text: str, language: str) -> dict[str, str]:
    return {name.split()[-1]: code for name, code, *_ in mentions(text, language).people}


def test_what_opens_a_sentence_is_no_name() -> None:
    people = mentions(OPENING + "Selon Kofi Asante, ministre ghanéen, le poste rouvrira.", "fr").people
    assert [name for name, *_ in people] == ["Kofi Asante"]


@pytest.mark.parametrize(
    ("language", "text", "surname", "code"),
    [
        pytest.param("fr", "Le Ghana persiste, a prévenu son ministre, Kofi Asante.", "Asante", "GHA", id="his"),
        pytest.param(
            "fr", "Le ministre ghanéen a vu son homologue, Yao Amegan.", "Amegan", "TGO", id="the other's counterpart"
        ),
        pytest.param(
            "fr",
            "La ministre togolaise des Affaires étrangères, Afi Koudjo, est venue. Le chef de la diplomatie, Kofi Asante, l'attendait.",
            "Asante",
            "GHA",
            id="one foreign minister a state",
        ),
        pytest.param("fr", "À Lomé, la ministre, Afi Koudjo, s'est tue.", "Koudjo", "TGO", id="the capital it opens with"),
        pytest.param("fr", "Le ministre Kofi Asante a accusé le Togo de mentir.", "Asante", "GHA", id="whom he accuses"),
        pytest.param("en", "Foreign Minister Kofi Asante accused Lome of lying.", "Asante", "GHA", id="whom he accuses-en"),
        pytest.param(
            "en", "On Monday Foreign Minister Koo Ama-ti accused Lome of lying.", "Ama-ti", "GHA", id="a name with a small end"
        ),
        pytest.param(
            "en", "Koo Ama-ti, Ghana's foreign minister, said the post was shut.", "Ama-ti", "GHA", id="a small end, office behind"
        ),
        pytest.param(
            "fr", "Le ministre Gidon Sa'ad a accusé le Togo de mentir.", "Sa'ad", "GHA", id="a name with an apostrophe"
        ),
        pytest.param("fr", "Selon Kofi Asante, ministre ghanéen, le poste rouvrira.", "Asante", "GHA", id="behind selon"),
        pytest.param("en", "The Togolese envoy met President Kofi Asante.", "Asante", "GHA", id="whom he meets"),
        pytest.param("en", "Prime Minister Afi Koudjo arrived in Accra on a visit.", "Koudjo", "TGO", id="whom he visits"),
        pytest.param(
            "en", "Ghana will reopen the post, Prime Minister Kofi Asante said.", "Asante", "GHA", id="of whom he speaks"
        ),
        pytest.param(
            "en", "Minister Asante repeated Ghana’s offer, which Togo refused. Ghana’s minister, Kofi Asante, left.",
            "Asante", "GHA", id="told later",
        ),
        pytest.param(
            "fr", "Les présidents togolais et ghanéen, Yao Amegan et Kofi Asante, se sont vus.", "Asante", "GHA", id="in order"
        ),
        pytest.param(
            "en", "Minister Kofi Asante flies to Vienna, where he will see his Togolese counterpart.", "Asante", "GHA",
            id="his counterpart is of the other",
        ),
        pytest.param(
            "fr", "Le Togo a fermé le poste d'Aflao. « C'est absurde », a rétorqué le ministre Kofi Asante.", "Asante", "GHA",
            id="who replies",
        ),
        pytest.param(
            "en", "Togo shut the Aflao post. Minister Kofi Asante, for his part, spoke of patience.", "Asante", "GHA",
            id="who is set against",
        ),
        pytest.param(
            "en", "Togo said it would wait. The move was announced by Minister Afi Koudjo.", "Koudjo", "TGO", id="who announces"
        ),
        pytest.param(
            "fr", "La version ghanéenne. Une vedette aurait tiré. « Deux des nôtres sont morts », a dit le colonel Kofi Asante.",
            "Asante", "GHA", id="whose version heads the paragraph",
        ),
        pytest.param(
            "en", "A British envoy flew to Accra for talks with President Kofi Asante.", "Asante", "GHA", id="who is visited"
        ),
        pytest.param(
            "fr", "La RDC se tait, le Congo-Brazzaville aussi. La RDC a tranché. Marie Ilunga, ministre congolaise, s'en félicite.",
            "Ilunga", "COD", id="the Congo named last",
        ),
        pytest.param("en", "Kofi Asante is Ghana’s foreign minister.", "Asante", "GHA", id="is"),
        pytest.param(
            "fr", "Le ministre ghanéen des Affaires étrangères Kofi Asante est là.", "Asante", "GHA", id="without a comma"
        ),
        pytest.param(
            "fr", "Le ministre Kofi Asante a été reçu mardi par la présidente togolaise.", "Asante", "GHA", id="by whom received"
        ),
        pytest.param(
            "fr", "Le ministre Kofi Asante a annoncé que la frontière avec le Togo était fermée.", "Asante", "GHA",
            id="the border with",
        ),
        pytest.param(
            "en", "Minister Kofi Asante said the border with Togo was shut.", "Asante", "GHA", id="the border with-en"
        ),
        pytest.param(
            "fr", "Le ministre Kofi Asante a remis vendredi une lettre de la présidente du Ghana.", "Asante", "GHA",
            id="whose message he bears",
        ),
        pytest.param(
            "en", "Minister Kofi Asante delivered a message from the president of Ghana.", "Asante", "GHA",
            id="whose message he bears-en",
        ),
        pytest.param(
            "fr", "Le ministre Kofi Asante était à la tribune. Il a accusé le Togo de mentir.", "Asante", "GHA", id="as il"
        ),
        pytest.param(
            "en", "Minister Kofi Asante took the floor. He accused Togo of lying.", "Asante", "GHA", id="as he"
        ),
        pytest.param(
            "fr", "Le porte-parole Kofi Asante a parlé. Le ministre togolais Yao Amegan a rétorqué qu'il avait tort.", "Asante",
            "GHA", id="whom the other answers",
        ),
        pytest.param(
            "fr", "Une délégation ghanéenne conduite par le général Kofi Asante est à Lomé.", "Asante", "GHA",
            id="whose delegation he leads",
        ),
        pytest.param(
            "fr", "Une délégation ghanéenne dirigée par le gouverneur de la Volta, le général Kofi Asante, est à Lomé.", "Asante",
            "GHA", id="whose delegation he leads, his office told",
        ),
        pytest.param(
            "en", "A Ghanaian delegation led by General Kofi Asante is in Lome.", "Asante", "GHA",
            id="whose delegation he leads-en",
        ),
        pytest.param("fr", "À Lomé, la porte-parole adjointe du gouvernement, Afi Koudjo, a ri.", "Koudjo", "TGO", id="adjointe"),
        pytest.param("fr", "À Lomé, le ministre délégué chargé du Budget, Yao Amegan, a ri.", "Amegan", "TGO", id="chargé de"),
        pytest.param("fr", "À Lomé, le Premier ministre par intérim, Yao Amegan, a ri.", "Amegan", "TGO", id="par intérim"),
        pytest.param("fr", "À Lomé, le garde des Sceaux, M. Amegan, a ri.", "Amegan", "TGO", id="a surname behind its title"),
    ],
)  # fmt: skip
def test_whose_he_is(language: str, text: str, surname: str, code: str) -> None:
    page = (OPENING if language == "fr" else FOREWORD) + text
    assert whose(page, language).get(surname) == code


@pytest.mark.parametrize(
    ("language", "text", "surname"),
    [
        pytest.param("fr", "La ministre congolaise, Marie Ilunga, est venue.", "Ilunga", id="a state that may be two"),
        pytest.param("fr", "Fatou Badji, présidente d'un groupement de femmes, est venue.", "Badji", id="of a club"),
        pytest.param("en", "Ama Boateng, a spokeswoman for the port, left.", "Boateng", id="of a port"),
        pytest.param(
            "en",
            "Travellers from Togo will pay before a flight to Ghana, under rules signed by the minister, Kofi Asante.",
            "Asante",
            id="nobody leads: a flight to a state is no meeting with it",
        ),
        pytest.param(
            "en",
            "Togo voiced a claim that Minister Kofi Asante contests.",
            "Asante",
            id="what he contests is not his own",
        ),
        pytest.param(
            "en",
            "It was a pullout that Accra resisted. A letter, signed by Minister Afi Koudjo, ended it.",
            "Koudjo",
            id="who is told of behind that leads nothing",
        ),
        pytest.param(
            "fr",
            "Le Togo a protesté. L'ambassadeur Kofi Asante a été déclaré indésirable.",
            "Asante",
            id="an envoy is not at home",
        ),
        pytest.param(
            "fr",
            "« Nous ferons grève », lance Kofi Asante, le secrétaire général du syndicat.",
            "Asante",
            id="of a trade union",
        ),
        pytest.param("fr", "Les présidents Amegan et Asante se sont vus.", "Asante", id="two of one title, by surname"),
        pytest.param("fr", "Les présidents Yao Amegan et Kofi Asante se sont vus.", "Asante", id="two of one title"),
    ],
)
def test_nobody_can_say_whose(language: str, text: str, surname: str) -> None:
    page = (OPENING if language == "fr" else FOREWORD) + text
    assert surname not in whose(page, language)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        pytest.param("fr", "L'ancien président togolais Yao Amegan est venu.", "togolais", id="ancien"),
        pytest.param("fr", "L'ex-ministre togolais est venu.", "togolais", id="ex"),
        pytest.param("en", "Former Togolese President Yao Amegan came.", "Togolese", id="former"),
    ],
)
def test_an_office_that_is_past_is_no_power(language: str, text: str, words: str) -> None:
    assert {m.carrier for w, m in actors(text, language) if words in w} == {"nationals"}


def test_a_past_office_says_so() -> None:
    text = "L'ancien ministre togolais Yao Amegan est venu."
    assert [role for _, _, role, *_ in mentions(text).people] == ["ancien ministre togolais"]


def test_two_of_one_surname_are_two() -> None:
    text = "Le ministre togolais Yao Mensah et le ministre ghanéen Kofi Mensah sont là. Kofi Mensah a parlé. M. Mensah part."
    named = [(w, m.codes) for w, m in actors(text) if m.how == "person"]
    assert named == [("Kofi Mensah", ("GHA",))]


def test_a_surname_of_two_words_is_known_by_the_first() -> None:
    text = "Le ministre mexicain Luis Duarte Cue est venu. M. Duarte a parlé."
    assert [m.codes for w, m in actors(text) if w == "Duarte"] == [("MEX",)]


def test_whom_the_title_names_so() -> None:
    title = "L'envoyé de l'Union africaine au Togo"
    text = "Au Togo, l'Union africaine attend. L'envoyé, l'Angolais Manuel Domingos, a vu la présidente du Togo."
    assert [(name, code) for name, code, *_ in mentions(text, "fr", title).people] == [("Manuel Domingos", "AU")]


def test_a_title_of_two_clauses_speaks_of_no_one() -> None:
    page = OPENING + "Kofi Asante, ministre de l'Intérieur, a parlé jeudi."
    assert not {code for _, code, *_ in mentions(page, "fr", "Le Ghana ferme, le Togo regrette").people} & {"TGO"}


def test_whoever_advises_the_president_is_not_he() -> None:
    page = OPENING + "À Lomé, le conseiller diplomatique du président, Yao Amegan, a parlé."
    assert [role for _, _, role, *_ in mentions(page, "fr").people] == ["conseiller diplomatique du président"]


@pytest.mark.parametrize(
    ("text", "woman"),
    [
        pytest.param("Le chef de la diplomatie, Okri Bayane, a parlé.", False, id="the head's own article"),
        pytest.param("La cheffe du gouvernement, Okri Bayane, a parlé.", True, id="its own noun"),
    ],
)
def test_whether_a_woman(text: str, woman: bool) -> None:
    assert dict(mentions(OPENING + text, "fr").genders) == {"Okri Bayane": woman}
