"""What is done: which act, in which tense and voice; and what around it casts doubt."""

import pytest

from coded import mentions
from detente.model import ActMention


def acts(text: str, language: str) -> list[ActMention]:
    return [a for s in mentions(text, language).sentences for a in s.acts]


@pytest.mark.parametrize(
    ("language", "text", "tense", "voice"),
    [
        pytest.param("fr", "Alger expulse un consul malien.", "present", "active", id="present"),
        pytest.param("fr", "Alger a expulsé un consul malien.", "past", "active", id="passé-composé"),
        pytest.param("fr", "Alger avait expulsé un consul malien.", "past", "active", id="plus-que-parfait"),
        pytest.param("fr", "Alger expulsa un consul malien.", "preterite", "active", id="passé-simple"),
        pytest.param("fr", "Alger expulsait des consuls maliens.", "imperfect", "active", id="imparfait"),
        pytest.param("fr", "Alger expulsera un consul malien.", "future", "active", id="futur"),
        pytest.param("fr", "Alger aura expulsé un consul malien.", "future", "active", id="futur-antérieur"),
        pytest.param("fr", "Alger expulserait un consul malien.", "conditional", "active", id="conditionnel"),
        pytest.param("fr", "Alger aurait expulsé un consul malien.", "hearsay", "active", id="hearsay"),
        pytest.param("fr", "Alger a, pour sa part, expulsé un consul malien.", "past", "active", id="insertion"),
        pytest.param("fr", "Un consul malien a été expulsé par Alger.", "past", "passive", id="passive"),
        pytest.param("fr", "Un consul malien sera expulsé par Alger.", "future", "passive", id="passive-future"),
        pytest.param("fr", "Un consul malien aurait été expulsé par Alger.", "hearsay", "passive", id="passive-hearsay"),
        pytest.param("fr", "Le ministre malien s'est rendu à Alger.", "past", "active", id="reflexive"),
        pytest.param("fr", "Des consuls maliens se sont rendus à Alger.", "past", "active", id="reflexive-plural"),
        pytest.param("en", "Kenya expels a Malian consul.", "present", "active", id="present-en"),
        pytest.param("en", "Kenya expelled a Malian consul.", "past", "active", id="past-en"),
        pytest.param("en", "Kenya has expelled a Malian consul.", "past", "active", id="perfect-en"),
        pytest.param("en", "Kenya had expelled a Malian consul.", "past", "active", id="pluperfect-en"),
        pytest.param("en", "A Malian consul was expelled by Kenya.", "past", "passive", id="passive-en"),
        pytest.param("en", "A Malian consul has been expelled by Kenya.", "past", "passive", id="passive-perfect-en"),
        pytest.param("en", "Kenya is expelling a Malian consul.", "gerund", "active", id="progressive-en"),
    ],
)  # fmt: skip
def test_tense_and_voice(language: str, text: str, tense: str, voice: str) -> None:
    assert [(a.form, a.tense, a.voice) for a in acts(text, language)] == [("verb", tense, voice)]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        pytest.param("fr", "La visite du ministre malien à Alger", ["visit noun"], id="noun"),
        pytest.param("fr", "L'expulsion d'un consul malien", ["expel noun"], id="noun-elided"),
        pytest.param("fr", "Alger expulse un consul malien", ["expel verb"], id="verb"),
        pytest.param("fr", "Un consul déclaré persona non grata à Alger", ["expel verb"], id="phrase-with-a-verb"),
        pytest.param("fr", "Cette rencontre entre le Mali et l'Algérie a duré.", [], id="told-before"),
        pytest.param("fr", "Ces expulsions de consuls maliens ont surpris Alger.", [], id="told-before-plural"),
        pytest.param("en", "This meeting between Kenya and Mali lasted.", [], id="told-before-en"),
        pytest.param("en", "A visit to Kenya", ["visit noun"], id="noun-en"),
        pytest.param("en", "The minister visited Kenya", ["visit verb"], id="verb-en"),
        pytest.param("fr", "Le point de presse du ministre malien", [], id="idiom"),
        pytest.param("en", "He had a heart attack in Kenya", [], id="idiom-en"),
    ],
)
def test_verb_noun_or_none(language: str, text: str, found: list[str]) -> None:
    assert [f"{a.act} {a.form}" for a in acts(text, language)] == found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Alger menace d'expulser un consul malien."),
        ("fr", "Alger a refusé de recevoir le ministre malien."),
        ("en", "Kenya threatened to expel a Malian consul."),
        ("en", "Kenya refused to receive the Malian minister."),
    ],
)
def test_a_governed_act_is_the_content_of_another(language: str, text: str) -> None:
    first, second = acts(text, language)
    assert (first.governor, second.governor) == (None, 0)


@pytest.mark.parametrize(
    ("text", "instruments"),
    [
        ("Alger lève les sanctions contre le Mali.", ["sanctions"]),
        ("Le Mali exige une caution de visa.", ["visa-bond"]),
        ("Le Mali ferme son espace aérien à l'Algérie.", ["airspace"]),
        ("Le Mali ferme la porte à l'Algérie.", []),
    ],
)
def test_instruments(text: str, instruments: list[str]) -> None:
    assert [i.instrument for s in mentions(text).sentences for i in s.instruments] == instruments


@pytest.mark.parametrize(
    ("language", "text", "kind", "present"),
    [
        pytest.param("fr", "Alger n'a pas expulsé ce consul.", "negation", True, id="ne-pas"),
        pytest.param("fr", "Alger n'a jamais expulsé de consul.", "negation", True, id="ne-jamais"),
        pytest.param("fr", "Alger n'a expulsé aucun consul.", "negation", True, id="ne-aucun"),
        pytest.param("fr", "Alger a tranché sans expulser de consul.", "negation", True, id="sans"),
        pytest.param("fr", "Alger expulse un consul sans explication.", "negation", False, id="without-a-word"),
        pytest.param("fr", "Alger n'a cessé d'expulser des consuls.", "negation", False, id="ne-cesse"),
        pytest.param("fr", "Alger a fait un pas.", "negation", False, id="a-step"),
        pytest.param("en", "Kenya has not expelled a consul.", "negation", True, id="not"),
        pytest.param("en", "Kenya never expelled a consul.", "negation", True, id="never"),
        pytest.param("en", "Kenya did not only expel a consul, it said no more.", "negation", True, id="no-more"),
        pytest.param(
            "en", "Kenya didn’t expel a consul.", "negation", True, id="n't",
        ),
        pytest.param("fr", "Si Alger expulse un consul, Bamako répondra.", "hypothesis", True, id="si"),
        pytest.param("en", "If Kenya expels a consul, Mali will answer.", "hypothesis", True, id="if"),
        pytest.param("fr", "En riposte, Bamako expulse un consul.", "answers", True, id="answers"),
        pytest.param("en", "In retaliation, Mali expelled a consul.", "answers", True, id="answers-en"),
    ],
)  # fmt: skip
def test_cues(language: str, text: str, kind: str, present: bool) -> None:
    assert (kind in {c.kind for s in mentions(text, language).sentences for c in s.cues}) == present
