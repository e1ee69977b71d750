"""What a statement is about, how it stands to that; to whom, where and when it was said."""

import pytest

from coded import speech_on


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("fr", "Le Mali exige la levée des sanctions de la Cédéao.", "sanctions against", id="demand-lifting"),
        pytest.param("fr", "Le ministre béninois a réclamé que les sanctions soient levées.", "sanctions against", id="demand-lifted"),
        pytest.param("fr", "La Russie a condamné les sanctions de l'Union européenne.", "sanctions against", id="blame"),
        pytest.param("fr", "« Nous saluons la reprise de l'aide », a déclaré le ministre malien.", "aid for", id="judging-word"),
        pytest.param("fr", "La France a regretté la suspension de l'aide américaine.", "aid for", id="regret-of-a-loss"),
        pytest.param("fr", "Le ministre malien a jugé que la caution de visa était injuste.", "visa-bond against", id="unjust"),
        pytest.param("fr", "Le ministre nigérien a déclaré que la fermeture de la frontière n'était pas inacceptable.",
                     "border None", id="turned-round"),
        pytest.param("fr", "Le Sénégal a promis que la frontière rouvrirait à condition que le cessez-le-feu tienne.",
                     "border conditional", id="condition"),
        pytest.param("fr", "Le ministre ivoirien a indiqué que l'aide atteindrait dix millions d'euros.", "aid neutral", id="fact"),
        pytest.param("fr", "Le ministre malien a demandé si la frontière rouvrirait.", "border neutral", id="a-question"),
        pytest.param("fr", "Alger a démenti avoir fermé la frontière.", "border None", id="a-denial-is-no-stance"),
        pytest.param("fr", "Le ministre tchadien a déclaré que la pluie était bienvenue.", "nothing", id="no-topic"),
        pytest.param("en", "The Kenyan minister said that the entry ban was unacceptable.", "entry-ban against", id="unacceptable"),
        pytest.param("en", "Chad demanded that Sudan reopen the border without preconditions.", "border against",
                     id="no-condition"),
        pytest.param("fr", "Le ministre français a déploré l'expulsion de douze agents par l'Algérie.", "expulsion against",
                     id="an-act-that-is-a-measure"),
        pytest.param("en", "Chad demanded that Sudan reopen the border.", "border against", id="demand-en"),
        pytest.param("en", "Kyiv condemned the lifting of sanctions on Belarus.", "sanctions for", id="blame-lifting"),
        pytest.param("en", "“We support the lifting of sanctions,” the Turkish foreign minister said.", "sanctions against",
                     id="support-lifting"),
        pytest.param("en", "Uganda said it would support the sanctions provided the African Union agreed.",
                     "sanctions conditional", id="condition-en"),
    ],
)  # fmt: skip
def test_stance(language: str, text: str, expected: str) -> None:
    (said,) = speech_on(text, language)
    assert (f"{said.topic.code} {said.stance}" if said.topic else "nothing") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("fr", "Le ministre malien a déclaré jeudi à l'ambassadeur américain que l'aide reprendrait.",
                     ("USA", None, "2026-03-05"), id="to-whom-and-when"),
        pytest.param("fr", "« L'aide reprendra », a déclaré le ministre malien lors d'un point de presse à Dakar, vendredi.",
                     (None, "lors d'un point de presse à Dakar", "2026-03-06"), id="where"),
        pytest.param("fr", "Le ministre malien a déclaré que l'aide, suspendue lundi, reprendrait.", (None, None, None),
                     id="a-day-of-what-is-said"),
        pytest.param("en", "The Kenyan minister told the Somali ambassador on Monday that aid would resume.",
                     ("SOM", None, "2026-03-02"), id="told"),
        pytest.param("en", "“Aid will resume,” the Kenyan minister said in an interview with state radio.",
                     (None, "in an interview with state radio", None), id="interview"),
    ],
)  # fmt: skip
def test_circumstances(language: str, text: str, expected: tuple[str | None, ...]) -> None:
    (said,) = speech_on(text, language, "2026-03-08")
    assert (said.addressee, said.venue, said.when.edtf if said.when else None) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("fr", "Le ministère a annoncé que le Togo expulsait douze diplomates béninois aux activités « hostiles ».",
                     "expulsion None", id="ones-own-act-is-no-view-of-it"),
        pytest.param("fr", "Le ministre tchadien a accusé le Soudan d'avoir fermé la frontière.", "SDN against", id="whom-before-what-for"),
        pytest.param("en", "Ghana blamed Togo for the closure of the border.", "TGO against", id="whom-before-what-for-en"),
        pytest.param("en", "Moldova's foreign minister condemned Russian sanctions as unjust.", "sanctions against", id="whose-they-are"),
        pytest.param("en", "The Kenyan minister said that the arrests were unlawful.", "arrest against", id="as-unlawful"),
        pytest.param("en", "Rwanda denied supporting the rebels despite evidence collected by the United Nations.", "UN None",
                     id="what-is-denied-is-not-liked"),
        pytest.param("fr", "Le ministre nigérien a salué la reprise, au terme de longues et difficiles négociations menées à huis clos "
                     "à Genève par une douzaine d'experts, de l'aide européenne.", "aid neutral", id="too-far-to-be-what-is-praised"),
        pytest.param("fr", "Le gouvernement béninois soutient que ses soldats n'ont fait que patrouiller.", "military-presence neutral",
                     id="to-hold-is-not-to-support"),
        pytest.param("en", "The Togolese foreign minister said that calm had returned to the border.", "border neutral",
                     id="a-border-nothing-is-done-to"),
        pytest.param("fr", "Le ministre malien a réclamé que soit mis un terme aux bombardements.", "bomb against", id="an-end-to-an-act"),
        pytest.param("en", "Estonia demanded that Belarus free a teacher convicted of spying.", "detention against",
                     id="said-in-passing"),
    ],
)  # fmt: skip
def test_a_stance_bears_on_its_topic(language: str, text: str, expected: str) -> None:
    (said,) = speech_on(text, language)
    assert (f"{said.topic.code} {said.stance}" if said.topic else "nothing") == expected
