"""For whom somebody speaks whose state no word beside him tells: which sign leads, and where none may."""

import pytest

from coded import said, speech_on

Told = tuple[str | None, str | None]


def _last(text: str, language: str) -> Told | None:
    """(who, for whom) of the last statement; None where there is none."""
    said = speech_on(text, language, "2025-05-20")
    return (said[-1].speaker, said[-1].side) if said else None


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # an unnamed source
        ("fr", "Le Pérou a fermé le pont. À La Paz, le ministère assure que la route est sûre.", ("ministère", "BOL")),
        ("en", "Peru shut the pass. An official in La Paz said that the road was safe.", ("An official in La Paz", "BOL")),
        ("fr", "Le ministère laotien a écrit à Hanoï. Le Vietnam attend. Le ministère indique que le pont rouvrira.",
         ("ministère", "LAO")),
        ("en", "The Fijian embassy wrote to Tonga. Tonga waits. An adviser at the embassy said the ship would sail.",
         ("An adviser at the embassy", "FJI")),
        ("en", "The Fijian minister said the ship would sail. The minister added that Tonga had been told.",
         ("The minister", "FJI")),
        ("en", "Tonga was told on Friday. Fiji has dropped its claim, a government adviser said.",
         ("a government adviser", "FJI")),
        ("fr", "Au Laos, la polémique enfle. Le parti au pouvoir estime que le Vietnam « profite du pont ».",
         ("parti au pouvoir", "LAO")),
        # a house that the page names with another's state further on, and what a ministry is for
        ("fr", "Le Laos a écrit au Vietnam. Le ministère a rappelé que le pays « attend toujours » le Vietnam. "
               "Le ministère vietnamien du Commerce étudie la lettre.", ("ministère", "LAO")),
        ("fr", "Le Laos a fermé le pont. Selon une note du ministère des Transports, le pont « tient à peine ». Le Vietnam attend.",
         ("une note du ministère des Transports", "LAO")),
        # nobody knows
        ("fr", "Le Laos a fermé le pont. Selon des sources, le Vietnam aurait été prévenu.", ("des sources", None)),
        ("en", "Laos shut the bridge. Vietnam had been warned, diplomats said.", ("diplomats", None)),
        ("en", "Laos shut the bridge. Vietnam had been warned, a source said.", ("a source", None)),
        # what opens what is told is done by those who tell it
        ("fr", "Le Laos a écrit au Vietnam. Le Vietnam lève ses taxes, a annoncé lundi le ministère du Commerce.",
         ("lundi le ministère du Commerce", "VNM")),
        ("en", "Fiji wrote to Tonga. Tonga will lift the duties, the Commerce Ministry announced.", ("the Commerce Ministry", "TON")),
        # an institution within the words for a source, a title of those whose office is known
        ("en", "Fiji seized a boat from Tonga. Tonga protested. An officer of the navy said the crew was armed.",
         ("An officer of the navy", "TON")),
        ("en", "Keir Starmer landed in Nigeria. The prime minister said that Nigeria was a friend.", ("prime minister", "GBR")),
        # a joint text is nobody's
        ("fr", "Le Laos et le Vietnam ont signé. Le pont « restera ouvert », dit le communiqué commun.", ("le communiqué commun", None)),
        # unless a word says that a state's he is
        ("fr", "Le Laos a fermé le pont, a dit le ministre laotien. Il rouvrira en mai, selon "
         "une source gouvernementale.", ("une source gouvernementale", "LAO")),
        # who answers is of the other side
        ("fr", "Le Laos et le Vietnam se disputent un pont. Le Vietnam a protesté. « Ce pont est à nous », a dit le ministre "
         "laotien. « Nous n'avons pas peur », a rétorqué le porte-parole du ministère.", ("porte-parole du ministère", "VNM")),
        ("en", "Fiji and Tonga quarrel over a reef. Tonga has protested. “The reef is ours,” the Fijian minister said. “It never "
         "was,” replied the ministry's spokesman.", ("the ministry's spokesman", "TON")),
    ],
)  # fmt: skip
def test_an_unnamed_source(language: str, text: str, expected: Told) -> None:
    name, side = _last(text, language) or (None, None)
    assert side == expected[1]
    short, long = sorted(((name or "").casefold(), (expected[0] or "").casefold()), key=len)
    assert short
    assert short in long


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("en", "Fiji's president, Thomas Vula, received Tongan minister Teresa Fonua. She said the reef was "
                     "safe.", ("Teresa Fonua", "TON"), id="a-given-name"),
        pytest.param("en", "Fiji's president, Thomas Vula, received Tongan minister Teresa Fonua. She said the reef was "
                     "safe. He said the ships would leave.", ("Thomas Vula", "FJI"), id="and-back"),
        pytest.param("fr", "Le président bolivien, Rodrigo Peña, a reçu la ministre péruvienne, Lucía Arce. Il a dit que le "
                     "col rouvrirait.", ("Rodrigo Peña", "BOL"), id="he-is-the-host"),
        pytest.param("fr", "La porte-parole péruvienne, Ana Rojas, a dit que le tunnel était fermé. Rien n'a bougé. Le ministre "
                     "bolivien, Raúl Soto, a quitté Lima. À La Paz, il a assuré que le tunnel rouvrirait.",
                     ("Raúl Soto", "BOL"), id="who-leads-the-sentence-before"),
        pytest.param("en", "The reef is ours, Tonga's minister Ofa Latu said, as Fiji's navy also alleges. She said that "
                     "the ships would stay.", ("Ofa Latu", "TON"), id="told-in-passing"),
        pytest.param("fr", "Le ministre bolivien, Raúl Soto, a reçu la presse. À son avis, le tunnel rouvrira en mai.",
                     ("Raúl Soto", "BOL"), id="his-own-view"),
        pytest.param("en", "Tongan minister Teresa Fonua met the press. In her view, Fiji owes an apology.",
                     ("Teresa Fonua", "TON"), id="her-own-view"),
    ],
)  # fmt: skip
def test_a_pronoun(language: str, text: str, expected: Told) -> None:
    assert _last(text, language) == expected


def test_a_stranger_goes_on() -> None:
    """Neither he, nor who led the sentence before."""
    text = "Tonga protested. A fisherman said the reef had been shelled. He added that Fiji had sent ships."
    assert [s for s in speech_on(text, "en", "2025-05-20") if "added" in s.evidence.quote] == []


MINISTRY = "The Tongan foreign ministry has complained to Fiji. Nothing has come of it. "


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("en", MINISTRY + "“We are tired of this reef,” said Foreign Minister Semisi Tapu.", "TON"),
        (
            "fr",
            "Le ministère bolivien de l'Intérieur a écrit au Pérou. Rien n'en est sorti. « Le tunnel restera fermé cet été », a "
            "prévenu Hugo Salas, le ministre de l'Intérieur.",
            "BOL",
        ),
        ("fr", "Une lettre du ministère bolivien de l'Intérieur a croisé celle du ministère péruvien de l'Intérieur. Rien n'en est "
         "sorti. « Le tunnel restera fermé cet été », a prévenu Hugo Salas, le ministre de l'Intérieur.", None),
    ],
)  # fmt: skip
def test_whose_ministry_he_leads(language: str, text: str, side: str | None) -> None:
    assert (_last(text, language) or (None, None))[1] == side


ASKED = ("Q - Monsieur le Ministre, le tunnel sera-t-il rouvert ?\n\nR - Nous le rouvrirons en mai. Le Pérou est notre voisin."
         "\n\nQ - Et les visas ?\n\nR - Ils ne sont plus exigés depuis lundi.")  # fmt: skip


def test_labelled_questions_and_answers() -> None:
    said = speech_on(ASKED, "fr", "2025-05-20")
    assert [s.evidence.quote.removeprefix("R - ") for s in said] == [
        "Nous le rouvrirons en mai.", "Le Pérou est notre voisin.", "Ils ne sont plus exigés depuis lundi."]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("fr", "Le ministre laotien, venu à Hué avec deux conseillers, hier soir, a noté que le pont tenait.",
                     [("ministre laotien", "LAO", "indirect")], id="alone-at-the-head"),
        pytest.param("fr", "Les deux camps, qui se parlent, les ont revues, assure un officier laotien.",
                     [("officier laotien", "LAO", "indirect")], id="the-subject-behind"),
        pytest.param("fr", "« Ce pont est à nous depuis toujours », est-il écrit dans une note du ministère laotien.",
                     [("une note du ministère laotien", "LAO", "direct")], id="written-in-a-note"),
        pytest.param("fr", "Vientiane y a vu « une simple erreur de carte ».", [("Vientiane", "LAO", "direct")], id="sees-in-it"),
        pytest.param("fr", "Vientiane voit dans le nord un avenir.", [("Vientiane", "LAO", "indirect")], id="sees-in-the-north"),
        pytest.param("fr", "Hanoï attend, tandis que Vientiane assurait que le pont rouvrirait.",
                     [("Vientiane", "LAO", "indirect")], id="while-another-says"),
        pytest.param("fr", "Hanoï attend, tandis que Vientiane a souligné son intérêt pour le pont.", [], id="his-interest"),
        pytest.param("fr", "Un rapport de l'Union africaine conclut que le pont est sûr.",
                     [("Un rapport de l'Union africaine", "AU", "indirect")], id="a-paper"),
        pytest.param("fr", "Un rapport conclut que le pont de Hué est sûr.", [], id="a-paper-of-nobody"),
        pytest.param("en", "The Laotian minister said that the bridge would open and that location mattered.",
                     [("Laotian minister", "LAO", "indirect")], id="and-that"),
        pytest.param("en", "The Laotian minister said his country would declare a truce and suggested that it would last.",
                     [("Laotian minister", "LAO", "indirect")], id="a-second-verb"),
        pytest.param("en", "Tonga's call for the reef to be mapped was heard.", [("Tonga", "TON", "indirect")], id="a-call"),
        pytest.param("en", "Tonga's call to its ambassador was short.", [], id="a-call-by-telephone"),
        pytest.param("fr", "La demande du Laos de rouvrir le pont est restée sans réponse.", [("Laos", "LAO", "indirect")],
                     id="a-demand"),
        pytest.param("fr", "La demande de riz du Laos a baissé.", [], id="demand-and-supply"),
        pytest.param("fr", "À Vientiane, on assure que le pont rouvrira.", [("À Vientiane", "LAO", "indirect")], id="on-in-a-capital"),
        pytest.param("fr", "Côté laotien, on précise que le pont rouvrira.", [("Côté laotien", "LAO", "indirect")], id="on-one-side"),
        pytest.param("fr", "Du côté de Hanoï, on dit attendre.", [("Du côté de Hanoï", "VNM", "indirect")], id="on-the-side-of"),
        pytest.param("fr", "Du côté laotien, on s'efforce de calmer le jeu.", [], id="on-does-something"),
        pytest.param("fr", "Au marché de Vientiane, on assure que le pont rouvrira.", [], id="on-at-the-market"),
        pytest.param("fr", "Vientiane a promis deux bacs. Celui de Hanoï a coulé.", [], id="that-of-hanoi-sank"),
        pytest.param("fr", "Le ministre laotien attend. Celui du Vietnam a répondu que le pont tenait.",
                     [("Vietnam", "VNM", "indirect")], id="that-of-vietnam-replied"),
        pytest.param("fr", "Le ministre laotien dit ne pas y croire.", [("ministre laotien", "LAO", "indirect")], id="not-to-believe-it"),
        pytest.param("fr", "Le patron de la diplomatie laotienne a reproché à Hanoï d'avoir menti.",
                     [("patron de la diplomatie laotienne", "LAO", "indirect")], id="head-of-diplomacy"),
        pytest.param("fr", "Le parti au pouvoir au Laos juge que le pont est sûr.",
                     [("Le parti au pouvoir au Laos", "LAO", "indirect")], id="the-ruling-party"),
        pytest.param("fr", "Bruxelles hausse le ton. La loi est mauvaise, estime une porte-parole de la Commission.",
                     [("porte-parole de la Commission", "EU", "indirect")], id="brussels-and-the-commission"),
        pytest.param("fr", "Un diplomate occidental assure que le pont est sûr.",
                     [("diplomate occidental", None, "indirect")], id="of-which-western-country"),
        pytest.param("en", "Fiji's ruling party says the reef is safe.", [("Fiji's ruling party", "FJI", "indirect")], id="ruling-party"),
        pytest.param("en", "Fiji's military rulers left. The junta said the reef was safe.", [("The junta", "FJI", "indirect")],
                     id="the-junta"),
        pytest.param("en", "“The reef is ours,” the Tongan minister was quoted as saying.",
                     [("Tongan minister", "TON", "direct")], id="was-quoted-as-saying"),
        pytest.param("en", "The Star quoted Tonga's envoy as saying the reef was safe.",
                     [("Tonga's envoy", "TON", "indirect")], id="quoted-somebody-as-saying"),
        pytest.param("en", "The Tongan minister was quoted by the Star as saying that Fiji had lied.",
                     [("Tongan minister", "TON", "indirect")], id="quoted-by-a-paper"),
        pytest.param("en", "Tonga's transport minister blamed snow.", [("Tonga's transport minister", "TON", "indirect")],
                     id="blamed-the-weather"),
        pytest.param("en", "Tonga's transport minister blamed Fiji.", [], id="blamed-a-state-is-an-act"),
        # a verb that leads to one of saying
        pytest.param("fr", "Le ministre laotien a tenu, lui, à rappeler que le pont tenait.", [("ministre laotien", "LAO", "indirect")],
                     id="was-keen-to-recall"),
        pytest.param("fr", "Le ministre laotien n'a pas manqué de souligner que le pont tenait.",
                     [("ministre laotien", "LAO", "indirect")], id="did-not-fail-to-stress"),
        pytest.param("fr", "Le ministre laotien en a profité pour dire que le pont tenait.", [("ministre laotien", "LAO", "indirect")],
                     id="took-the-occasion"),
        pytest.param("fr", "Le ministre laotien s'est contenté d'affirmer que le pont tenait.",
                     [("ministre laotien", "LAO", "indirect")], id="did-no-more-than"),
        pytest.param("fr", "Vientiane n'a cessé de critiquer les travaux.", [], id="never-stopped-criticising-is-an-act"),
        pytest.param("fr", "Le ministre laotien a refusé de rappeler son ambassadeur à Hanoï.", [], id="refused-to-recall"),
        pytest.param("en", "The Tongan minister took the opportunity to stress that the reef was safe.",
                     [("Tongan minister", "TON", "indirect")], id="took-the-opportunity"),
        pytest.param("fr", "Saluant ce geste, le ministre laotien a rappelé que le pont tenait.",
                     [("ministre laotien", "LAO", "indirect")], id="what-opens-the-sentence-is-his"),
        pytest.param("fr", "Le ministre laotien, Somsak Keo, a reçu l'envoyé du Vietnam. Les deux pays ont signé. "
                     "Il a affirmé que le pont tenait.",
                     [("Somsak Keo", "LAO", "indirect")], id="he-is-no-two"),
    ],
)  # fmt: skip
def test_who_says_it(language: str, text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert said(text, language) == expected


def test_who_is_warned_to_do_what() -> None:
    [said] = speech_on("Tonga warned Fiji to refrain from steps that would harm the reef.", "en", "2025-05-20")
    assert said.content
    assert said.evidence.quote[said.content[0] :].startswith("Fiji to refrain from steps")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("« Le pont est sûr », a dit le ministre laotien. « Nous verrons », a confié son homologue.",
                     ("homologue", "VNM"), id="his counterpart, whoever spoke last"),
        pytest.param("« Le pont est sûr », a dit le ministre laotien. « Nous verrons », a confié l'autre partie.",
                     ("l'autre partie", "VNM"), id="the other side"),
        pytest.param("Le ministre laotien, Kham Souk, a vu l'ambassadrice vietnamienne, Lan Pham. Il lui a dit que le pont était sûr. "
                     "Cette dernière a assuré que Hanoï attendrait.", ("Lan Pham", "VNM"), id="the last woman"),
        pytest.param("Le ministre laotien, Kham Souk, a vu son homologue vietnamien, Minh Pham. Le second a assuré que le pont "
                     "était sûr.", ("Minh Pham", "VNM"), id="the second"),
        pytest.param("Le ministre laotien, Kham Souk, était là, comme Lan Pham, ministre de la Pêche. Celle-ci a assuré que "
                     "le pont était sûr.",
                     ("Lan Pham", None), id="of nobody knows which side"),
    ],
)  # fmt: skip
def test_who_is_named_against_another(text: str, expected: Told) -> None:
    assert _last("Le Laos et le Vietnam se disputent un pont. Le Vietnam a écrit au Laos. " + text, "fr") == expected
