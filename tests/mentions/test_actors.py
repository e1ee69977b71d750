"""Who a sentence names: the nouns that carry a state, lists, possession, postings, and what only the page settles."""

import pytest

from coded import actors


def named(text: str, language: str, title: str | None = None) -> list[tuple[str, str, str | None]]:
    return [(words, "+".join(m.codes), m.carrier) for words, m in actors(text, language, title)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Le ministre malien a parlé.", [("ministre malien", "MLI", "office")], id="adjective"),
        pytest.param("La présidence du Mali a parlé.", [("présidence du Mali", "MLI", "government")], id="of"),
        pytest.param("Les troupes russes sont là.", [("troupes russes", "RUS", "force")], id="force"),
        pytest.param(
            "Des ressortissants français sont là.", [("ressortissants français", "FRA", "nationals")], id="people"
        ),
        pytest.param(
            "Le ministre des Affaires étrangères et de la Coopération du Mali a parlé.",
            [("ministre des Affaires étrangères et de la Coopération du Mali", "MLI", "office")],
            id="far-away",
        ),
        pytest.param(
            "Les ministres algérien et tunisien ont parlé.",
            [("ministres algérien", "DZA", "office"), ("tunisien", "TUN", "office")],
            id="two-share-a-carrier",
        ),
        pytest.param(
            "Les ministres algérien, tunisien et libyen ont parlé.",
            [("ministres algérien", "DZA", "office"), ("tunisien", "TUN", "office"), ("libyen", "LBY", "office")],
            id="three-share-a-carrier",
        ),
        pytest.param("Son homologue kényan a souri.", [("homologue kényan", "KEN", "office")], id="counterpart"),
        pytest.param("L'Élysée répond au Kremlin.", [("Élysée", "FRA", None), ("Kremlin", "RUS", None)], id="palaces"),
        pytest.param("Le match du ministre a été long.", [], id="a-carrier-alone"),
        pytest.param(
            "La directrice Asie du ministère canadien des Mines a parlé.",
            [("directrice Asie du ministère canadien", "CAN", "office")],
            id="a-post-in-a-ministry",
        ),
        pytest.param(
            "Une responsable du bureau des visas au Département d'État a parlé.",
            [("responsable du bureau des visas au Département d'État", "USA", "office")],
            id="at-a-seat",
        ),
        pytest.param(
            "Le patron de la banque a écrit, l'ambassade du Canada aussi.",
            [("ambassade du Canada", "CAN", "government")],
            id="a-post-in-a-bank",
        ),
    ],
)
def test_french_carriers(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert named(text, "fr") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Malian foreign minister spoke.", [("Malian foreign minister", "MLI", "office")], id="adjective"
        ),
        pytest.param("The president of Kenya spoke.", [("president of Kenya", "KEN", "office")], id="of"),
        pytest.param("Russian troops stayed.", [("Russian troops", "RUS", "force")], id="force"),
        pytest.param("Kenyan companies complained.", [("Kenyan companies", "KEN", "nationals")], id="nationals"),
        pytest.param("US officials spoke.", [("US officials", "USA", "government")], id="acronym"),
        pytest.param("Mali's foreign minister spoke.", [("Mali's foreign minister", "MLI", "office")], id="'s"),
        pytest.param(
            "Mali’s newly appointed minister spoke.",
            [("Mali’s newly appointed minister", "MLI", "office")],
            id="'s-and-words-between",
        ),
        pytest.param(
            "The Indian and Chinese ministers met.",
            [("Indian", "IND", "office"), ("Chinese ministers", "CHN", "office")],
            id="two-share-a-carrier",
        ),
        pytest.param(
            "The head of Africa at the Canadian foreign ministry spoke.",
            [("head of Africa at the Canadian foreign ministry", "CAN", "office")],
            id="a-post-at-a-ministry",
        ),
        pytest.param(
            "A director for trade at the White House spoke.",
            [("director for trade at the White House", "USA", "office")],
            id="a-post-at-a-seat",
        ),
        pytest.param(
            "The head of the firm met Canadian diplomats.",
            [("Canadian diplomats", "CAN", "government")],
            id="a-post-in-a-firm",
        ),
    ],
)
def test_english_carriers(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert named(text, "en") == expected


@pytest.mark.parametrize(
    ("language", "text", "speaks_for", "posted"),
    [
        pytest.param("fr", "L'ambassadeur de France au Mali est venu.", "FRA", "MLI", id="state"),
        pytest.param("fr", "L'ambassadrice des États-Unis à Bamako est venue.", "USA", "MLI", id="capital"),
        pytest.param("fr", "Le consul du Togo au Ghana est venu.", "TGO", "GHA", id="consul"),
        pytest.param("en", "The French ambassador in Bamako came.", "FRA", "MLI", id="in"),
        pytest.param("en", "The Kenyan ambassador to Uganda came.", "KEN", "UGA", id="to"),
        pytest.param("en", "Kenya's ambassador to Uganda came.", "KEN", "UGA", id="'s"),
    ],
)
def test_where_an_envoy_is_posted_is_a_place(language: str, text: str, speaks_for: str, posted: str) -> None:
    (_, envoy), (_, post) = actors(text, language)
    assert (envoy.codes, envoy.carrier, envoy.place) == ((speaks_for,), "office", False)
    assert (post.codes, post.how, post.place) == ((posted,), "posting", True)


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        pytest.param("fr", "L’ONU et l'UE discutent.", "UN EU", id="acronyms"),
        pytest.param("fr", "une union au sein d'une unité, ue, onu", "", id="small-letters-are-no-acronym"),
        pytest.param("en", "The UN told us so.", "UN", id="us-is-a-pronoun"),
        pytest.param("en", "The US told the UN.", "USA UN", id="US-is-a-state"),
        pytest.param("fr", "Le fleuve Niger a débordé.", "", id="a-river"),
        pytest.param("en", "The Washington Post wrote it.", "", id="a-newspaper"),
        pytest.param("fr", "La Guinée équatoriale et la Guinée-Bissau discutent.", "GNQ GNB", id="longest-name"),
    ],
)
def test_names(language: str, text: str, codes: str) -> None:
    assert [c for _, m in actors(text, language) for c in m.codes] == codes.split()


@pytest.mark.parametrize(
    ("language", "text", "title", "codes"),
    [
        pytest.param("fr", "L'armée congolaise avance.", None, "", id="nobody-settles-it"),
        pytest.param("fr", "L'armée congolaise avance. La RDC s'en félicite.", None, "COD COD", id="the-page-does"),
        pytest.param("fr", "L'armée congolaise avance.", "Regain de tension en RDC", "COD", id="the-title-does"),
        pytest.param(
            "fr",
            "L'armée congolaise avance. La RDC et le Congo-Brazzaville s'en félicitent.",
            None,
            "COD COG",
            id="both-named",
        ),
        pytest.param("en", "Georgia voted.", None, "", id="georgia"),
        pytest.param("en", "Georgia voted. Tbilisi denied it.", None, "GEO GEO", id="georgia-and-its-capital"),
    ],
)
def test_an_ambiguous_form_is_settled_by_the_page(language: str, text: str, title: str | None, codes: str) -> None:
    assert [c for _, m in actors(text, language, title) for c in m.codes] == codes.split()


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("fr", "Le ministre malien est arrivé à Alger, en Algérie.", ["Alger", "Algérie"]),
        ("fr", "Le Mali accuse Alger.", []),
        ("en", "The Kenyan minister spoke in Kampala.", ["Kampala"]),
        ("en", "Kenya accused Kampala.", []),
    ],
)
def test_a_name_after_in_or_at_is_a_place(language: str, text: str, places: list[str]) -> None:
    assert [words for words, m in actors(text, language) if m.place] == places


@pytest.mark.parametrize(
    ("language", "text", "last"),
    [
        pytest.param("fr", "Le Ghana a reçu le Togo. Il a remercié la délégation.", "GHA", id="who-led"),
        pytest.param("en", "Kenya received Uganda. It thanked the delegation.", "KEN", id="who-led-en"),
        pytest.param(
            "fr", "Le Japon et l'Inde discutent. L'Inde et le Japon signent. Les deux pays s'entendent.", "IND JPN",
            id="the-two",
        ),
        pytest.param(
            "en", "Japan and India talk. India and Japan sign. The two countries agree.", "IND JPN", id="the-two-en"
        ),
    ],
)  # fmt: skip
def test_a_pronoun_stands_for_whom_the_page_names(language: str, text: str, last: str) -> None:
    found = actors(text, language)
    assert " ".join(sorted(found[-1][1].codes)) == last


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "fr", "Les autorités à Lilongwe ont parlé.", [("autorités à Lilongwe", "MWI", "government")], id="fr"
        ),
        pytest.param(
            "fr",
            "Les généraux au pouvoir en Guinée-Bissau ont parlé.",
            [("généraux au pouvoir en Guinée-Bissau", "GNB", "office")],
            id="fr-in-power",
        ),
        pytest.param(
            "fr",
            "Les autorités danoises au Honduras ont parlé.",
            [("autorités danoises", "DNK", "government"), ("Honduras", "HND", None)],
            id="fr-not-of-where-they-are",
        ),
        pytest.param(
            "fr", "L'ambassade à Lilongwe a parlé.", [("Lilongwe", "MWI", None)], id="fr-an-embassy-is-a-guest"
        ),
        pytest.param(
            "fr", "Les généraux en Guinée-Bissau ont parlé.", [("Guinée-Bissau", "GNB", None)], id="fr-guests"
        ),
        pytest.param(
            "en", "The junta in Antananarivo spoke.", [("junta in Antananarivo", "MDG", "government")], id="en"
        ),
        pytest.param(
            "en",
            "The officers in power in Guinea-Bissau spoke.",
            [("officers in power in Guinea-Bissau", "GNB", "office")],
            id="en-in-power",
        ),
        pytest.param("en", "The embassy in Antananarivo spoke.", [("Antananarivo", "MDG", None)], id="en-a-guest"),
        pytest.param(
            "en",
            "The Dutch authorities in Suriname spoke.",
            [("Dutch authorities", "NLD", "government"), ("Suriname", "SUR", None)],
            id="en-not-of-where-they-are",
        ),
    ],
)
def test_who_rules_where(language: str, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert named(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "fr", "Le gouvernement Mitsotakis a parlé.", [("gouvernement Mitsotakis", "GRC", "government")], id="leader"
        ),
        pytest.param(
            "fr", "La Cour suprême du Népal a parlé.", [("Cour suprême du Népal", "NPL", "government")], id="of"
        ),
        pytest.param(
            "fr",
            "La Cour suprême ougandaise a parlé à Kampala de la Zambie.",
            [("Cour suprême ougandaise", "UGA", "government"), ("Kampala", "UGA", None), ("Zambie", "ZMB", None)],
            id="of-the-two",
        ),
        pytest.param(
            "fr",
            "La Cour suprême a parlé de la Zambie.",
            [("Cour suprême", "ZMB", None), ("Zambie", "ZMB", None)],
            id="of-the-one",
        ),
        pytest.param(
            "fr",
            "La Cour suprême a parlé de la Zambie et du Népal.",
            [("Zambie", "ZMB", None), ("Népal", "NPL", None)],
            id="of-nobody",
        ),
        pytest.param("en", "The Liberian Senate spoke.", [("Liberian Senate", "LBR", "government")], id="adjective"),
        pytest.param(
            "en",
            "The Senate spoke of Liberia and Rwanda.",
            [("Liberia", "LBR", None), ("Rwanda", "RWA", None)],
            id="en-of-nobody",
        ),
        pytest.param(
            "en",
            "Fiji's National Unity Council spoke.",
            [("Fiji's National Unity Council", "FJI", "government")],
            id="a-title-names-no-nationals",
        ),
    ],
)
def test_institutions_that_several_have(language: str, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert named(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "carriers"),
    [
        pytest.param("fr", "Les forces séparatistes moldaves ont tiré.", ["nationals"], id="separatists"),
        pytest.param("fr", "Le gouvernement parallèle haïtien a parlé.", ["nationals"], id="parallel"),
        pytest.param("fr", "L'opposant et ministre bolivien a parlé.", ["office"], id="of-another"),
        pytest.param("fr", "Le gouvernement haïtien a parlé.", ["government"], id="the-state"),
        pytest.param("en", "Chad's rebel forces fired.", ["nationals"], id="rebels"),
        pytest.param("en", "The breakaway Moldovan authorities spoke.", ["nationals"], id="breakaway"),
        pytest.param("en", "Tonga's government in exile spoke.", ["nationals"], id="in-exile"),
        pytest.param("en", "Chad's forces shelled the rebel camp.", ["force"], id="against-rebels"),
    ],
)
def test_who_fights_a_state_does_not_act_for_it(language: str, text: str, carriers: list[str]) -> None:
    assert [carrier for _, _, carrier in named(text, language)] == carriers


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        pytest.param("en", "The NIS chief flew home.", "", id="chief-of-any"),
        pytest.param("en", "The NIS chief flew home from Kenya.", "KEN KEN", id="of-the-one-named"),
        pytest.param("en", "The NIS chief flew from Kenya to South Korea.", "KEN KOR", id="of-two"),
        pytest.param("fr", "Le patron du SIS a atterri.", "", id="fr-chief-of-any"),
    ],
)
def test_letters_that_several_share(language: str, text: str, codes: str) -> None:
    assert [c for _, m in actors(text, language) for c in m.codes] == codes.split()


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        pytest.param(
            "fr",
            "L'armée irlandaise a parlé. L'Armée républicaine irlandaise a tiré.",
            ["armée irlandaise"],
            id="not-the-army-named-before",
        ),
        pytest.param(
            "en", "The British government spoke. The British Council closed.", ["British government"], id="en"
        ),
        pytest.param(
            "en", "The British High Commission spoke.", ["British High Commission"], id="a-mask-that-bears-no-state"
        ),
    ],
)
def test_what_bears_a_state_s_name_and_is_none_of_its_own(language: str, text: str, words: list[str]) -> None:
    assert [found for found, _, _ in named(text, language)] == words
