"""Who said what: those who speak for a state or an organisation, and nobody else."""

import pytest

from coded import speech


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("fr", "« Nous n'avons pas été consultés du tout », a déclaré le ministre malien.",
                     [("ministre malien", "MLI", "direct")], id="quoted"),
        pytest.param("fr", "Le ministre malien a déclaré que la frontière resterait fermée.",
                     [("ministre malien", "MLI", "indirect")], id="reported"),
        pytest.param("fr", "Le ministre malien a déclaré que la mesure était « injuste ».",
                     [("ministre malien", "MLI", "direct")], id="one-word-quoted"),
        pytest.param("fr", "Selon le ministère algérien, la frontière reste fermée.",
                     [("ministère algérien", "DZA", "indirect")], id="according"),
        pytest.param("fr", "Le président sénégalais, Abdou Sarr, a promis que l'aide reprendrait. "
                     "« Nous tiendrons parole, quoi qu'il arrive demain. »",
                     [("Abdou Sarr", "SEN", "indirect"), ("Abdou Sarr", "SEN", "direct")], id="goes-on"),
        pytest.param("fr", "Le Mali a annoncé des mesures.", [], id="no-content"),
        pytest.param("fr", "L'analyste ghanéen Kofi Boateng estime que la frontière restera fermée.", [], id="analyst"),
        pytest.param("fr", "« La frontière restera fermée longtemps », estime un politologue malien.", [], id="expert"),
        pytest.param("fr", "Des commerçants maliens affirment que la frontière reste fermée.", [], id="traders"),
        pytest.param("en", "“We were never consulted about this,” said the Kenyan minister.",
                     [("Kenyan minister", "KEN", "direct")], id="quoted-en"),
        pytest.param("en", "The Kenyan minister said the border would stay closed.",
                     [("Kenyan minister", "KEN", "indirect")], id="reported-en"),
        pytest.param("en", "According to the Ugandan government, the border stays closed.",
                     [("Ugandan government", "UGA", "indirect")], id="according-en"),
        pytest.param("fr", "Le Tchad exige une enquête.", [], id="a-demand-that-names-a-noun-is-an-act"),
        pytest.param("en", "Kenya pledged eighty officers.", [], id="a-promise-of-a-noun-is-an-act"),
        pytest.param("fr", "Le Tchad exige du Soudan de libérer les pêcheurs.", [("Tchad", "TCD", "indirect")], id="a-deed-demanded"),
        pytest.param("fr", "Le Tchad a accusé le Soudan d'avoir tiré sur un marché.", [("Tchad", "TCD", "indirect")],
                     id="a-deed-blamed"),
        pytest.param("en", "Kenya accused Somalia of firing on a market.", [("Kenya", "KEN", "indirect")], id="a-deed-blamed-en"),
        pytest.param("fr", "Le Mali invite ses étudiants à quitter Tripoli.", [("Mali", "MLI", "indirect")], id="asked-of-somebody"),
        pytest.param("fr", "Le Mali invite le ministre algérien.", [], id="a-guest-is-asked-nothing"),
        pytest.param("fr", "Le Mali a souligné l'importance du dialogue.", [("Mali", "MLI", "indirect")], id="stressed-a-noun"),
        pytest.param("fr", "« La route rouvrira dimanche matin », a dit un participant. Le Mali se tait.",
                     [("un participant", None, "direct")], id="a-participant-is-of-no-side"),
        pytest.param("en", "Mali closed the road. Ghana has dropped its demand, a government adviser said.",
                     [("a government adviser", "GHA", "indirect")], id="of-whom-the-sentence-speaks"),
        pytest.param("en", "The EU met in Brussels. The road stays shut, an official of the Commission said.",
                     [("official of the Commission", "EU", "indirect")], id="the-commission-of-the-page"),
        pytest.param("en", "The envoy of Ghana, who came for talks with President John Mensah of Mali, said the road was open.",
                     [("envoy of Ghana", "GHA", "indirect")], id="whom-he-meets-says-nothing"),
        pytest.param("en", "A Kenyan analyst said that the border would stay closed.", [], id="analyst-en"),
        pytest.param("fr", "Le Tchad dit que la frontière reste fermée.", [("Tchad", "TCD", "indirect")], id="dit-in-the-present"),
        pytest.param("fr", "Le ministre malien dit vouloir rouvrir la route.", [("ministre malien", "MLI", "indirect")], id="wants"),
        pytest.param("fr", "Le ministre malien a demandé si la route rouvrirait.", [("ministre malien", "MLI", "indirect")],
                     id="indirect-question"),
        pytest.param("fr", "Comme l'a rappelé le ministre malien, la route reste fermée.", [("ministre malien", "MLI", "indirect")],
                     id="as-recalled"),
        pytest.param("fr", "La déclaration du ministre malien selon laquelle la route rouvrirait a surpris.",
                     [("ministre malien", "MLI", "indirect")], id="a-noun-reports"),
        pytest.param("fr", "La route a rouvert lundi, a-t-on appris auprès du ministère malien.",
                     [("ministère malien", "MLI", "indirect")], id="learned-from"),
        pytest.param("fr", "La route a été fermée par le ministère malien, a indiqué ce dernier.",
                     [("ministère malien", "MLI", "indirect")], id="the-latter"),
        pytest.param("fr", "Et la ministre malienne de prévenir que la route fermera.", [("ministre malienne", "MLI", "indirect")],
                     id="an-infinitive-tells"),
        pytest.param("fr", "Pour le ministre malien Ali Sarr, la route n'a jamais fermé.", [("Ali Sarr", "MLI", "indirect")],
                     id="his-view"),
        pytest.param("fr", "Pour le Mali, la route est une ruine.", [], id="for-a-state-is-no-speech"),
        pytest.param("fr", "Le ministre malien juge la fermeture injuste.", [("ministre malien", "MLI", "indirect")], id="judged"),
        pytest.param("fr", "Le Mali a rappelé son ambassadeur au Tchad.", [], id="a-recall-says-nothing"),
        pytest.param("fr", "Le ministère malien de la Défense s'est tu. Le Tchad attend. Le ministère a dit que la route fermerait.",
                     [("ministère", "MLI", "indirect")], id="a-bare-ministry-as-named-before"),
        pytest.param("en", "The road, Kenya often says, is the greatest threat to the region.", [("Kenya", "KEN", "indirect")],
                     id="inserted"),
        pytest.param("en", "The road would reopen, the Kenyan minister told the Herald.", [("Kenyan minister", "KEN", "indirect")],
                     id="told-a-paper"),
        pytest.param("en", "Kenyan officials asked whether aid would resume.", [("Kenyan officials", "KEN", "indirect")],
                     id="asked-whether"),
        pytest.param("en", "The Kenyan minister called the closure a mistake.", [("Kenyan minister", "KEN", "indirect")], id="called"),
        pytest.param("en", "Traders heard warnings by Kenya that the road would close.", [("Kenya", "KEN", "indirect")],
                     id="a-noun-reports-en"),
        pytest.param("en", "The Voice of America opened a studio in Kenya.", [], id="a-name-is-no-verb"),
        pytest.param("en", "Mali waits. Kenya's Foreign Ministry spokesman, Ali Otieno, said the road was open.",
                     [("Ali Otieno", "KEN", "indirect")], id="a-ministrys-spokesman"),
        pytest.param("en", "EU Enlargement Commissioner Ilse Brandt urged Serbia to reopen the road.",
                     [("Ilse Brandt", "EU", "indirect")], id="letters-and-a-portfolio"),
        pytest.param("en", "The spokesman for the Foreign Office (FO) of Kenya, Ali Otieno, said the road was open.",
                     [("Ali Otieno", "KEN", "indirect")], id="letters-in-brackets"),
        pytest.param("en", "NAIROBI: Foreign Minister Ann Doe said the road was open. Somalia waits, Kenya too.",
                     [("Ann Doe", "KEN", "indirect")], id="a-dateline"),
        pytest.param("en", "Foreign Minister Ann Doe said Kenya will keep the road shut. Somalia waits.",
                     [("Ann Doe", "KEN", "indirect")], id="what-his-state-will-do"),
        pytest.param("en", "The Kenyan envoy, Ann Doe, who came with Ghana, Togo and Mali, said the road was open.",
                     [("Ann Doe", "KEN", "indirect")], id="a-clause-between"),
        pytest.param("en", "The Kenyan minister said the road would open once Somalia guarantees that lorries pass.",
                     [("Kenyan minister", "KEN", "indirect")], id="told-within-anothers-words"),
        pytest.param("en", "Kenya mourned those who died in attacks claimed by Somalia on Monday.", [], id="claimed-by"),
        pytest.param("fr", "Le ministre malien, Ali Séné, est là. Sené a dit que la route rouvrirait.",
                     [("Ali Séné", "MLI", "indirect")], id="without-the-accent"),
        pytest.param("fr", "Le gouvernement malien se tait. Le gouvernement affirme que la route rouvrira.",
                     [("Le gouvernement", "MLI", "indirect")], id="gouvernement-is-no-adverb"),
        pytest.param("fr", "Le Mali a demandé à la France de rouvrir la route.", [("Mali", "MLI", "indirect")], id="asked-of-another"),
        pytest.param("fr", "Le Tchad, prié par le Mali d'inscrire l'affaire à l'ordre du jour, attend.",
                     [("Mali", "MLI", "indirect")], id="asked-by"),
        pytest.param("fr", "« Nous attendrons jusqu'à demain », a dit le ministre malien, accusant le Tchad de mensonge.",
                     [("ministre malien", "MLI", "direct")], id="what-else-he-does"),
        pytest.param("en", "'We will not close the road,' the Kenyan minister's deputy said.",
                     [("Kenyan minister's deputy", "KEN", "direct")], id="british-marks"),
    ],
)  # fmt: skip
def test_statements(language: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(s.speaker, s.side, str(s.mode)) for s in speech(text, language)] == expected


def test_the_evidence_is_the_sentence() -> None:
    text = "Il pleut à Bamako. Le ministre malien a déclaré que la frontière resterait fermée. Il pleut."
    (statement,) = speech(text)
    assert text[statement.evidence.start : statement.evidence.end] == statement.evidence.quote
    assert statement.evidence.quote.startswith("Le ministre malien")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "fr", "Le ministre malien n'a pas souhaité commenter cette information.", ["unsaid None"], id="silent"
        ),
        pytest.param("en", "The Kenyan minister declined to comment on the report.", ["unsaid None"], id="silent-en"),
        pytest.param("fr", "Le Mali exige que la Mauritanie rende les camions.", ["indirect demand"], id="demand"),
        pytest.param("en", "Benin denied hosting any foreign base.", ["indirect deny"], id="deny"),
        pytest.param("en", "The Kenyan minister warned that the border would close.", ["indirect warn"], id="warn"),
        pytest.param("fr", "Le ministre malien a promis que l'aide reprendrait.", ["indirect promise"], id="promise"),
    ],
)
def test_how_strongly(language: str, text: str, expected: list[str]) -> None:
    assert [f"{s.mode} {s.strength}" for s in speech(text, language)] == expected
