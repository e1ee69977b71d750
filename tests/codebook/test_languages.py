# ruff: noqa: E501 - a verb is one line
"""How a verb is written in each tense, as the language files say; and what their loader refuses."""

from pathlib import Path

import pytest

from coded import book
from detente.codebook import files
from detente.codebook.book import HOME
from detente.codebook.languages import TENSES, load_language
from detente.model import CodebookError


def tenses(language: str, verb: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for form, tense in book().languages[language].forms(verb):
        found.setdefault(tense, set()).add(form)
    return found


FRENCH = """
expulser   | expulse expulsent     | expulsé expulsée expulsés expulsées | expulsait     | expulsa expulsèrent   | expulsera     | expulserait   | expulsant
dénoncer   | dénonce dénoncent     | dénoncé dénoncée                    | dénonçait     | dénonça dénoncèrent   | dénoncera     | dénoncerait   | dénonçant
exiger     | exige exigent         | exigé                               | exigeait      | exigea exigèrent      | exigera       | exigerait     | exigeant
rappeler   | rappelle rappellent   | rappelé rappelée                    | rappelait     | rappela rappelèrent   | rappellera    | rappellerait  | rappelant
appeler    | appelle appellent     | appelé                              | appelait      | appela                | appellera     | appellerait   | appelant
geler      | gèle gèlent           | gelé gelés                          | gelait        | gela                  | gèlera        | gèlerait      | gelant
rejeter    | rejette rejettent     | rejeté rejetée                      | rejetait      | rejeta                | rejettera     | rejetterait   | rejetant
acheter    | achète achètent       | acheté                              | achetait      | acheta                | achètera      | achèterait    | achetant
lever      | lève lèvent           | levé levée levés levées             | levait        | leva levèrent         | lèvera        | lèverait      | levant
mener      | mène mènent           | mené menée                          | menait        | mena                  | mènera        | mènerait      | menant
céder      | cède cèdent           | cédé                                | cédait        | céda                  | cédera cèdera | céderait      | cédant
libérer    | libère libèrent       | libéré libérés                      | libérait      | libéra                | libérera      | libérerait    | libérant
protéger   | protège protègent     | protégé                             | protégeait    | protégea              | protégera     | protégerait   | protégeant
envoyer    | envoie envoient       | envoyé                              | envoyait      | envoya                | enverra       | enverrait     | envoyant
appuyer    | appuie appuient       | appuyé                              | appuyait      | appuya                | appuiera      | appuierait    | appuyant
punir      | punit punissent       | puni punie                          | punissait     | punit punirent        | punira        | punirait      | punissant
accueillir | accueille accueillent | accueilli                           | accueillait   | accueillit            | accueillera   | accueillerait | accueillant
ouvrir     | ouvre ouvrent         | ouvert ouverte                      | ouvrait       | ouvrit                | ouvrira       | ouvrirait     | ouvrant
offrir     | offre offrent         | offert                              | offrait       | offrit                | offrira       | offrirait     | offrant
retenir    | retient retiennent    | retenu                              | retenait      | retint retinrent      | retiendra     | retiendrait   | retenant
intervenir | intervient            | intervenu                           | intervenait   | intervint             | interviendra  | interviendrait | intervenant
sortir     | sort sortent          | sorti sortie                        | sortait       | sortit                | sortira       | sortirait     | sortant
avertir    | avertit avertissent   | averti                              | avertissait   | avertit               | avertira      | avertirait    | avertissant
recevoir   | reçoit reçoivent      | reçu reçue reçus reçues             | recevait      | reçut reçurent        | recevra       | recevrait     | recevant
suspendre  | suspend suspendent    | suspendu suspendue                  | suspendait    | suspendit             | suspendra     | suspendrait   | suspendant
rompre     | rompt rompent         | rompu rompues                       | rompait       | rompit                | rompra        | romprait      | rompant
reprendre  | reprend reprennent    | repris reprise                      | reprenait     | reprit                | reprendra     | reprendrait   | reprenant
admettre   | admet admettent       | admis admise                        | admettait     | admit                 | admettra      | admettrait    | admettant
combattre  | combat combattent     | combattu                            | combattait    | combattit             | combattra     | combattrait   | combattant
restreindre | restreint restreignent | restreint restreinte               | restreignait  | restreignit           | restreindra   | restreindrait | restreignant
reconnaître | reconnaît reconnaissent | reconnu                           | reconnaissait | reconnut              | reconnaîtra   | reconnaîtrait | reconnaissant
conclure   | conclut concluent     | conclu conclue                      | concluait     | conclut               | conclura      | conclurait    | concluant
interdire  | interdit              | interdit interdite                  | interdisait   | interdit              | interdira     | interdirait   | interdisant
souscrire  | souscrit souscrivent  | souscrit                            | souscrivait   | souscrivit            | souscrira     | souscrirait   | souscrivant
réduire    | réduit réduisent      | réduit réduite                      | réduisait     | réduisit              | réduira       | réduirait     | réduisant
faire      | fait font             | fait faite                          | faisait       | fit firent            | fera          | ferait        | faisant
poursuivre | poursuit poursuivent  | poursuivi                           | poursuivait   | poursuivit            | poursuivra    | poursuivrait  | poursuivant
être       | est sont              | été                                 | était étaient | fut furent            | sera seront   | serait        | étant
avoir      | a ont                 | eu                                  | avait avaient | eut eurent            | aura auront   | aurait        | ayant
aller      | va vont               | allé                                | allait        | alla                  | ira iront     | irait         | allant
installer  | installe installent   | installé                            | installait    | installa              | installera    | installerait  | installant
démanteler | démantèle             | démantelé                           | démantelait   | démantela             | démantèlera   | démantèlerait | démantelant
renouveler | renouvelle            | renouvelé                           | renouvelait   | renouvela             | renouvellera  | renouvellerait | renouvelant
réintégrer | réintègre             | réintégré                           | réintégrait   | réintégra             | réintégrera   | réintégrerait | réintégrant
consentir  | consent consentent    | consenti                            | consentait    | consentit             | consentira    | consentirait  | consentant
"""

ENGLISH = """
impose   | impose imposes     | imposed          | imposing
deny     | deny denies        | denied           | denying
delay    | delay delays       | delayed          | delaying
deploy   | deploy deploys     | deployed         | deploying
launch   | launch launches    | launched         | launching
publish  | publish publishes  | published        | publishing
dismiss  | dismiss dismisses  | dismissed        | dismissing
agree    | agree agrees       | agreed           | agreeing
accept   | accept accepts     | accepted         | accepting
meet     | meet meets         | met              | meeting
withdraw | withdraw withdraws | withdrew withdrawn | withdrawing
expel    | expel expels       | expelled         | expelling
ban      | ban bans           | banned           | banning
leave    | leave leaves       | left             | leaving
freeze   | freeze freezes     | froze frozen     | freezing
cut      | cut cuts           | cut              | cutting
send     | send sends         | sent             | sending
take     | take takes         | took taken       | taking
seek     | seek seeks         | sought           | seeking
cancel   | cancel cancels     | cancelled canceled | cancelling canceling
break    | break breaks       | broke broken     | breaking
"""

FRENCH_TENSES = ("present", "past", "imperfect", "preterite", "future", "conditional", "gerund")


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize("row", rows(FRENCH), ids=lambda row: row[0])
def test_a_french_verb(row: list[str]) -> None:
    verb, *cells = row
    found = tenses("fr", verb)
    for tense, cell in zip(FRENCH_TENSES, cells, strict=True):
        assert set(cell.split()) <= found[tense], tense


@pytest.mark.parametrize("row", rows(ENGLISH), ids=lambda row: row[0])
def test_an_english_verb(row: list[str]) -> None:
    verb, *cells = row
    found = tenses("en", verb)
    assert [found[t] for t in ("present", "past", "gerund")] == [set(cell.split()) for cell in cells]


@pytest.mark.parametrize(
    "language",
    [
        "fr",
        "en",
    ],
)
def test_every_verb_of_the_codebook_has_a_past(language: str) -> None:
    """A verb that no table covers would be found in its infinitive only."""
    groups = [g for act in book().acts.values() for g in act.groups.get(language, ())]
    bare = {book().languages[language].parts(v)[1] for g in groups for v in g.verbs}
    assert sorted(v for v in bare if "past" not in tenses(language, v)) == []


@pytest.mark.parametrize(
    ("language", "noun", "forms"),
    [
        ("fr", "sanction économique", [{"sanction", "sanctions"}, {"économique", "économiques"}]),
        ("fr", "canal", [{"canal", "canaux"}]),
        ("fr", "visas", [{"visas"}]),
        ("en", "embassy", [{"embassy"}]),
        ("en", "visa bond", [{"visa", "visas"}, {"bond", "bonds"}]),
    ],
)
def test_a_noun_has_its_plural(language: str, noun: str, forms: list[set[str]]) -> None:
    found = book().languages[language].inflected(noun)
    assert all(wanted <= set(got) for wanted, got in zip(forms, found, strict=True))


def test_an_auxiliary_knows_its_tense() -> None:
    french, english = book().languages["fr"], book().languages["en"]
    assert (french.auxiliary("be")["serait"], french.auxiliary("have")["aura"]) == ("conditional", "future")
    assert (english.auxiliary("be")["were"], english.auxiliary("have")["has"]) == ("past", "present")


def test_the_two_languages_know_the_same_tenses() -> None:
    for language in book().languages.values():
        assert {t for table in language.tables.values() for t in table} <= set(TENSES)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        pytest.param("plural: [s, x, es]", "plurals: [s]", r"languages/fr.yml: unknown plurals; known are ", id="key"),
        pytest.param("plural: [s, x, es]", "", r"languages/fr.yml: lacks plural; an empty list says", id="lacking"),
        pytest.param("plural: [s, x, es]", "plural: s", r"languages/fr.yml: plural must be a list", id="no-list"),
        pytest.param("plural: [s, x, es]", "plural: [1]", r"put quotes around what is not a word", id="no-word"),
        pytest.param("plural: [s, x, es]", "plural: [s", r"languages/fr.yml: not YAML \(.*line", id="no-yaml"),
        pytest.param("  er:     {present:", "  er:     {presents:", r"fr.yml: unknown presents; known", id="tense"),
    ],
)
def test_a_wrong_file_is_named_with_its_mend(tmp_path: Path, old: str, new: str, says: str) -> None:
    text = (HOME / "languages" / "fr.yml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "languages" / "fr.yml"
    path.parent.mkdir()
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CodebookError, match=says):
        load_language(path)


@pytest.mark.parametrize("text", ["- a\n- b\n", "just words", ""])
def test_a_file_that_holds_no_mapping(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.yml"
    path.write_text(text)
    with pytest.raises(CodebookError, match="holds no mapping"):
        files.read(path)
