"""Whose "the ministry", "l'ambassade", "la présidence" is, and whose it cannot be: on pages of three, by who was just named."""

import pytest

from coded import speech_on


def _side(text: str, language: str) -> tuple[str | None, ...]:
    """For whom the last statement is made; () where there is none."""
    said = speech_on(text, language, "2025-05-20")
    return (said[-1].side,) if said else ()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # who leads such a house spoke just before
        pytest.param("en", "Fiji's foreign ministry welcomed the talks between Tonga and Samoa. Tonga has not answered. Samoa's foreign "
                     "minister, Ofa Latu, called on Fiji to wait. The ministry said in a statement that the reef was safe.",
                     "WSM", id="the-minister-s-ministry"),
        pytest.param("fr", "Le ministère laotien a salué les pourparlers du Vietnam et du Cambodge. Le Vietnam attend. Le ministre "
                     "cambodgien des Affaires étrangères, Sok Chan, a demandé au Laos de patienter. Le ministère a "
                     "assuré que le pont tiendrait.", "KHM", id="ministre-ministère"),
        # an envoy's embassy is his, whoever spoke since
        pytest.param("en", "The Fijian ambassador to Tonga was summoned to the foreign ministry. The ministry said that he had been "
                     "warned. The embassy said that there had been no summons.", "FJI", id="the-envoy-s-embassy"),
        pytest.param("fr", "L'ambassadeur du Laos à Hanoï a été convoqué au ministère. Le ministère dit que le Vietnam attend des "
                     "excuses. L'ambassade assure qu'il n'en est rien.", "LAO", id="son-ambassade"),
        # whose words tell where he sits
        pytest.param("en", "Fiji and Papua New Guinea quarrel. The Fijian minister said the reef was Fiji's. A senior official at the "
                     "foreign ministry in Port Moresby said visas might be stopped.", "PNG", id="at-the-ministry-in"),
        # whom he blames is not his own
        pytest.param("fr", "Le gouvernement péruvien affirme que le col est sûr. L'armée accuse en retour les forces péruviennes "
                     "d'avoir tiré sur des Boliviens.", "BOL", id="accuse-les-forces"),
        # who answers is not who led the sentence before
        pytest.param("fr", "Le Laos et le Vietnam se disputent un pont. Vientiane avait exigé un péage. Une condition « inacceptable "
                     "», a répondu la présidence.", "VNM", id="répond-à-qui-exige"),
        # no organisation has a head of state
        pytest.param("fr", "Le Laos a convoqué l'ambassadeur de l'Union européenne. Bruxelles attend. Le chef de l'État a souligné que le "
                     "Laos n'acceptait « aucune tutelle ».", "LAO", id="chef-de-l-état"),
        # of whom the paragraph tells
        pytest.param("fr", "Vientiane, 3 mars. Le Laos a fermé le pont du Vietnam.\n\nLa Thaïlande a reporté sa décision. Bangkok a "
                     "parlé au Laos. Le ministère de l'Intérieur indique que les travaux continuent.", "THA", id="paragraph"),
        # where a place alone sets the scene
        pytest.param("fr", "Le Laos a relâché des pêcheurs du Vietnam. À Hanoï, on a respiré. Le gouvernement a dit espérer que les "
                     "barques seront rendues.", "VNM", id="une-phrase-qui-situe"),
        # between the verb and the institution, or right behind it
        pytest.param("fr", "Le Laos et le Vietnam se disputent un pont. Hanoï dit que le péage est légal. « Nous répondrons », a averti "
                     "à Vientiane le ministère des Affaires étrangères.", "LAO", id="à-sa-capitale"),
        pytest.param("en", "Fiji and Tonga quarrel over a reef. Tonga says it is hers. The reef is Fiji's, said the ministry, in Suva.",
                     "FJI", id="said-the-ministry-in"),
        # a mission stands in the other's country
        pytest.param("fr", "L'ambassade du Pérou en Bolivie a réduit la durée des visas. La mesure est temporaire, explique l'ambassade. "
                     "Le gouvernement a indiqué qu'il étudiait une réponse.", "BOL", id="le-gouvernement-de-l-hôte"),
        pytest.param("fr", "La Bolivie attend. Le Pérou n'accorde plus de visas d'un an aux Boliviens, a annoncé leur ambassade à La Paz.",
                     "PER", id="l-ambassade-n-est-pas-d-où-elle-est"),
        # who counts the dead counts them where they fell
        pytest.param("fr", "L'aviation thaïlandaise a frappé un dépôt. La frappe sur la banlieue de Phnom Penh a fait neuf morts, selon le "
                     "ministère de la Santé.", "KHM", id="où-sont-les-morts"),
        pytest.param("en", "Thai jets struck a depot. Nine died in Phnom Penh, the health ministry said.", "KHM", id="where-they-fell"),
        # whose sovereignty, who must
        pytest.param("fr", "Le Laos a rappelé son ambassadeur au Vietnam après un vol de drone. Le ministère des Affaires étrangères a "
                     "dénoncé une « atteinte à la souveraineté du Laos ».", "LAO", id="atteinte-à-la-souveraineté"),
        pytest.param("fr", "Hanoï a protesté contre le péage du Laos. « Le Laos doit y renoncer », a déclaré une porte-parole des Affaires "
                     "étrangères.", "VNM", id="le-laos-doit"),
        # houses that only some states have
        pytest.param("fr", "Le Maroc et la France se parlent. Paris a dit soutenir le plan. Le cabinet royal a qualifié ce geste de « "
                     "majeur ».", "MAR", id="cabinet-royal"),
        pytest.param("fr", "Le Mali et la France se querellent. Paris dit que les visas sont suspendus. La Primature a fait savoir que les "
                     "demandes seraient remboursées.", "MLI", id="primature"),
        pytest.param("fr", "Le Mali et la France se querellent. Paris dit que les visas sont suspendus. La junte assure qu'elle ne cédera "
                     "pas.", "MLI", id="junte"),
        # a third that speaks in passing; at home
        pytest.param("fr", "Vientiane, 3 mars – Le Laos a fermé le pont du Vietnam. À Paris, le ministère des Affaires étrangères a dit "
                     "suivre la situation. Le gouvernement assure que le pont rouvrira.", "LAO", id="en-passant"),
        # no one capital is they
        pytest.param("fr", "Vientiane a expulsé deux Vietnamiens. Ils ont trois jours pour partir, a annoncé le ministère des Affaires "
                     "étrangères.", "LAO", id="ils"),
    ],
)  # fmt: skip
def test_whose_house_speaks(language: str, text: str, expected: str) -> None:
    assert _side(text, language) == (expected,)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("en", "A Western diplomat who follows the file said that Fiji and Tonga were in no hurry.",
                     ["Western diplomat"], id="a-relative-clause-without-commas"),
        pytest.param("en", "Two Fijian officials said Tonga was near. One of them accused Tonga of lying.",
                     ["Fijian officials", "One of them"], id="one-of-them"),
        pytest.param("en", "Fiji's president spoke to Tonga. Asked whether an attack on Tonga was planned, he replied that it sounded "
                     "good to him.", ["Fiji's president"], id="asked-whether"),
        pytest.param("en", "Fiji's minister urged Tonga to go. Tonga had promised to do so, he said, and had broken its word.",
                     ["Fiji's minister", "Fiji's minister"], id="promised-he-said"),
        pytest.param("en", "Tonga's minister, Ofa Latu, told the daily she found the tone of Fiji surprising.",
                     ["Ofa Latu"], id="told-the-daily-she"),
        pytest.param("fr", "Le ministre laotien a dit s'être entretenu avec le Vietnam.", ["ministre laotien"], id="dit-s-être"),
        pytest.param("fr", "Le ministre laotien dit en avoir discuté avec le Vietnam.", ["ministre laotien"], id="dit-en-avoir"),
        pytest.param("fr", "Le ministre laotien a affirmé à la BBC détenir des preuves contre le Vietnam.", ["ministre laotien"],
                     id="affirme-à-la-BBC-détenir"),
        pytest.param("fr", "Le Laos a qualifié ces propos du Vietnam de déclaration de guerre.", ["Laos"], id="qualifier-de"),
        pytest.param("fr", "La ministre laotienne, Lae Vong, a regretté que Hanoï ait cédé, selon elle, aux pressions.",
                     ["Lae Vong"], id="selon-elle-within"),
        pytest.param("en", "Fiji on Monday said that Tonga was wrong.", ["Fiji"], id="a-day-is-no-name"),
    ],
)  # fmt: skip
def test_who_says_it(language: str, text: str, expected: list[str]) -> None:
    assert [s.speaker for s in speech_on(text, language, "2025-05-20")] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param(
            "fr", "Le ministre laotien a déclaré en mai la guerre au bruit du Vietnam.", id="a-month-is-no-infinitive"
        ),
        pytest.param("fr", "Le Laos a proposé d'envoyer une mission au Vietnam.", id="an-offer-is-an-act"),
    ],
)
def test_nothing_is_said(language: str, text: str) -> None:
    assert not [s for s in speech_on(text, language, "2025-05-20") if s.mode.value == "indirect"]
