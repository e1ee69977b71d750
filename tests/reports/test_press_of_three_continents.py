"""What English press on Africa, Europe and the Middle East does: owners of a decision, extents, relations named first, people unnamed."""

import pytest

from coded import told

PUBLISHED = "2026-05-05"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # whose decision an infinitive is, whose help is stopped or given
        pytest.param("en", "Chad welcomed Kenya's decision to lift its ban on Chadian beef.",
                     ["SUPPORT TCD>KEN occurred", "CONCEDE KEN>TCD occurred"], id="the-owner-of-a-decision"),
        pytest.param("en", "Kenya and Chad are at odds. In June he signed an order halting American aid to Chad.",
                     ["SANCTION USA>TCD occurred"], id="who-gives-it-stops-it"),
        pytest.param("en", "Chad and Britain are at odds. He announced £20 million in new British aid to Chad.",
                     ["AID GBR>TCD occurred"], id="whose-help-is-announced"),
        # by how much, by whom
        pytest.param("en", "The European Union extended by six months its sanctions on Chad.", ["SANCTION EU>TCD occurred"],
                     id="by-how-much"),
        pytest.param("en", "Sanctions on Chad were extended by the European Union.", ["SANCTION EU>TCD occurred"], id="by-whom"),
        pytest.param("en", "Kenya said that the two had been mistreated and called on Chad to reply.",
                     ["REQUEST KEN>TCD occurred"], id="an-object-inside-is-no-passive"),
        # what is not done yet, what cannot be
        pytest.param("en", "Kenya urged Chad to wait until it accepts a ceasefire.", ["REQUEST KEN>TCD occurred"],
                     id="until-it-accepts"),
        pytest.param("en", "Kenya said that one cannot support Chad's war.", [], id="cannot"),
        # nobody in particular
        pytest.param("en", "Kenya and Chad met. Kenya thanked all those who had helped the talks.",
                     ["CONSULT KEN+TCD> occurred"], id="all-those-who"),
        pytest.param("en", "Kenya and Chad met. Kenya called on its partners to step up pressure.",
                     ["CONSULT KEN+TCD> occurred"], id="partners-are-many"),
        pytest.param("en", "Ghana has taken in people deported by the United States.", [], id="people-of-no-state"),
        pytest.param("en", "Ghana has taken in Togolese deported by the United States.", ["COERCE USA>TGO occurred"],
                     id="people-of-a-state"),
        pytest.param("en", "Kenya and Chad met. Chad thanked Kenya. The AU told both countries to return to talks mediated by Angola.",
                     ["CONSULT KEN+TCD> occurred", "SUPPORT TCD>KEN occurred", "REQUEST AU>KEN+TCD occurred",
                      "CONSULT AGO>KEN+TCD occurred"],
                     id="a-mediator-is-no-agent-of-the-subject"),
        pytest.param("en", "London blacklisted five Georgian officials over the dispersal of pro-European rallies.",
                     ["SANCTION GBR>GEO occurred"], id="pro-names-nobody"),
        pytest.param("fr", "Londres a sanctionné deux officiers géorgiens pour la dispersion de cortèges pro-européens.",
                     ["SANCTION GBR>GEO occurred"], id="pro-names-nobody-in-french"),
        # who is meant
        pytest.param("en", "Kenya cut off Chad's power in May and shut its border with that country.",
                     ["SANCTION KEN>TCD occurred"], id="that-country"),
        pytest.param("en", "Togo met Ghana. Ghana thanked Togo. In Niamey the foreign ministry summoned the Ghanaian ambassador on Monday.",
                     ["CONSULT GHA+TGO> occurred", "SUPPORT GHA>TGO occurred", "ACCUSE NER>GHA occurred"],
                     id="a-capital-opens-the-sentence"),
        pytest.param("en", "Kenya expelled a Chadian attaché. Togo expelled a Ghanaian one. Chad regretted the expulsion.",
                     ["SANCTION KEN>TCD occurred", "SANCTION TGO>GHA occurred", "ACCUSE TCD>KEN occurred"],
                     id="what-befell-oneself"),
        pytest.param("en", "The Federal Government of Somalia criticised Ethiopia.", ["ACCUSE SOM>ETH occurred"],
                     id="a-federal-government-of"),
        pytest.param("en", "Togo and Israel quarrel. Israel's ties with Madrid were strained: in May it recalled its ambassador.",
                     ["SANCTION ISR>ESP occurred"], id="with-whom-ties-are"),
        # words
        pytest.param("en", "Kenya ordered its ambassadors in Ireland and Norway to return at once.",
                     ["SANCTION KEN>IRL+NOR occurred"], id="ordered-to-return"),
        pytest.param("en", "The Kenyan minister flew to Chad, before calling on President Idriss Deby, to whom he gave a letter.",
                     ["CONSULT KEN>TCD occurred"], id="calling-on-a-president"),
        pytest.param("en", "The Kenyan minister, asked on television about Chad, did not reply.", [], id="asked-about"),
        pytest.param("en", "Eleven Kenyan airmen who had been held in Chad have regained their freedom.",
                     ["COERCE TCD>KEN occurred", "RETREAT TCD>KEN occurred"], id="regained-their-freedom"),
        pytest.param("en", "Niger and its two allies formally quit ECOWAS in May.", ["SANCTION NER>ECOWAS occurred"],
                     id="an-adverb-opens-a-verb"),
        pytest.param("en", "Uganda met Rwanda. Uganda has freed several dozen Rwandans held on spying charges.",
                     ["CONSULT RWA+UGA> occurred", "RETREAT UGA>RWA occurred", "COERCE UGA>RWA occurred"],
                     id="people-held-hold-nobody"),
        pytest.param("en", "Kenya met Chad. Kenya's ambassador, Amina Odhiambo, left. Nairobi regretted the expulsion of Mrs Odhiambo.",
                     ["CONSULT KEN+TCD> occurred", "ACCUSE KEN>TCD occurred", "SANCTION TCD>KEN occurred"],
                     id="behind-mrs"),
        pytest.param("en", "Kenya said it was still committed to a treaty with Chad.", ["AGREE KEN>TCD occurred"],
                     id="still-committed"),
    ],
)  # fmt: skip
def test_told(language: str, text: str, expected: list[str]) -> None:
    assert told(text, language, PUBLISHED) == expected
