"""A name in one sentence and its office in the next, or the one before: who is introduced so, and who is not."""

import pytest

from coded import mentions

Met = list[tuple[str, str | None]]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("fr", "Anna Berg a pris la parole à Helsinki. La ministre suédoise a salué l'accord.",
                     [("Anna Berg", "SWE")], id="takes-the-floor"),
        pytest.param("en", "Anna Berg was the last to speak. The Swedish defence minister praised Finland.",
                     [("Anna Berg", "SWE")], id="last-to-speak"),
        pytest.param("fr", "« La pêche est finie », a déclaré Kébé. Le chef de la diplomatie sénégalaise recevait "
                     "une délégation gambienne.", [("Kébé", "SEN")], id="a-surname-alone"),
        pytest.param("en", "“It is over,” said Moyo. The Zambian foreign minister was speaking in Lusaka.",
                     [("Moyo", "ZMB")], id="said-moyo"),
        pytest.param("fr", "La ministre mozambicaine est à Lisbonne. « Le gaz attendra », a prévenu Graça Muianga.",
                     [("Graça Muianga", "MOZ")], id="the-office-first"),
        pytest.param("en", "The Fijian president is in Tonga. “We are brothers,” said Jone Vula.",
                     [("Jone Vula", "FJI")], id="the-office-first-en"),
        # nobody
        pytest.param("en", "John Smith was arrested in Accra. The Ghanaian minister said he was a spy.", [],
                     id="he-is-spoken-of"),
        pytest.param("fr", "« On a peur », a dit Koné. Le ministre malien a répondu que la route était sûre.", [],
                     id="another-replies"),
        pytest.param("en", "“We are afraid,” said Koné, a shepherd. The Malian minister said the road was safe.", [],
                     id="told-who-he-is"),
        pytest.param("fr", "« On a peur », a dit Koné. Les ministres maliens ont quitté la salle.", [], id="several"),
        pytest.param("fr", "« On a peur », a dit Koné. L'ancien ministre malien a quitté la salle.", [], id="former"),
        pytest.param("fr", "Koné vend du mil. « On a peur », a dit Koné. Le ministre malien a quitté la salle.", [],
                     id="named-before"),
        pytest.param("en", "“It is over,” said Moyo. Their Zambian counterpart was speaking in Lusaka.", [],
                     id="a-counterpart"),
        pytest.param("en", "The Malian minister met Togo's envoy Kofi Lawson. “It is over,” said Awa Keita.",
                     [("Kofi Lawson", "TGO")], id="two-officials"),
    ],
)  # fmt: skip
def test_a_name_and_its_office_in_two_sentences(language: str, text: str, expected: Met) -> None:
    assert [(name, code) for name, code, *_ in mentions(text, language).people] == expected


def test_the_office_is_his_there() -> None:
    found = mentions("« La pêche est finie », a déclaré Kébé. Le ministre sénégalais recevait la presse.")
    assert [m.person for s in found.sentences for m in s.actors] == ["Kébé", "Kébé"]
