"""The day of each act of paragraphs in the manner of the press."""

from dataclasses import replace

import pytest

from coded import book, document, reader, reports, times
from dated import FRESH, Acts, plain
from detente.model import Block, BlockKind, Document, Report
from detente.reports import Coder

NOT_CODED = {  # no report at all, whatever its day: what is missing is not the day
    ("fr", "recall", "DOM"),  # "Saint-Domingue a répliqué en rappelant son ambassadeur"
    ("fr", "close", "HTI"),  # "les deux pays ont fermé leur frontière"
    ("en", "lift", "TUR"),  # told as a concession, "yield"
    ("en", "sign", "ZMB", "2032-03-14"),  # "signed a fisheries deal late on Sunday"
}

DAY = "2031-06-12"  # a Thursday

# a third round: (language, text, act, who did it, (day, in effect from, up to)); what was coded of forty sentences
SENTENCES = [
    pytest.param("fr", "Réuni lundi en Conseil, le gouvernement géorgien a décidé de fermer, dès mercredi prochain, "
                 "sa frontière avec l'Arménie.",
                 "close", "GEO", ("2031-06-09", "2031-06-18", None), id="close-GEO-fr-1"),
    pytest.param("fr", "L'accord signé le 4 juin entre l'Égypte et la Grèce a été dénoncé hier par la Turquie.",
                 "sign", "EGY", ("2031-06-04", None, None), id="sign-EGY-fr-1"),
    pytest.param("fr", "Mardi, la Colombie rappelait son ambassadeur au Venezuela ; jeudi, elle fermait sa "
                 "frontière.",
                 "recall", "COL", ("2031-06-10", None, None), id="recall-COL-fr-1"),
    pytest.param("fr", "Le Japon a imposé le 2 juin à la Corée du Nord un embargo qui prendra effet le 1er juillet "
                 "et courra jusqu'au 31 décembre.",
                 "sanction", "JPN", ("2031-06-02", "2031-07-01", "2031-12-31"), id="impose-JPN-fr-1"),
    pytest.param("fr", "Après avoir expulsé, samedi, deux diplomates éthiopiens, l'Érythrée a fermé dimanche son "
                 "ambassade à Addis-Abeba.",
                 "expel", "ERI", ("2031-06-07", None, None), id="expel-ERI-fr-1"),
    pytest.param("fr", "C'est le 9 mai que l'Inde a suspendu le traité avec le Pakistan.",
                 "suspend", "IND", ("2031-05-09", None, None), id="suspend-IND-fr-1"),
    pytest.param("fr", "En représailles à l'expulsion, le 5 juin, de son attaché militaire, le Tchad a rappelé "
                 "mardi son ambassadeur au Soudan.",
                 "recall", "TCD", ("2031-06-10", None, None), id="recall-TCD-fr-2"),
    pytest.param("fr", "Depuis le 1er mai, la Slovaquie bloque l'aide de l'Union européenne à l'Ukraine.",
                 "suspend", "SVK", ("2031-05-01/..", None, None), id="suspend-SVK-fr-2"),
    pytest.param("fr", "Le Vietnam avait suspendu en mars ses importations de riz cambodgien. Il a levé cette "
                 "suspension le 6 juin.",
                 "ban", "VNM", ("2031-03", None, None), id="ban-VNM-fr-1"),
    pytest.param("fr", "Les deux ministres, le Marocain et l'Espagnol, se sont rencontrés vendredi à Séville, deux "
                 "semaines après la signature d'un accord de pêche.",
                 "meet", "MAR", ("2031-06-06", None, None), id="meet-MAR-fr-1"),
    pytest.param("fr", "Le 30 mai, à l'issue de la visite du président kényan, l'Ouganda a levé son embargo sur le "
                 "lait kényan.",
                 "lift", "UGA", ("2031-05-30", None, None), id="lift-UGA-fr-1"),
    pytest.param("fr", "L'Arménie, qui avait gelé sa participation à l'OTSC en février 2024, a signé lundi un "
                 "accord de défense avec la France.",
                 "sign", "ARM", ("2031-06-09", None, None), id="sign-ARM-fr-2"),
    pytest.param("fr", "Le Koweït rouvrira le 15 juillet son ambassade en Syrie, fermée en 2012.",
                 "open", "KWT", ("2031-07-15", None, None), id="open-KWT-fr-1"),
    pytest.param("fr", "L'Iran a libéré dans la nuit de mardi à mercredi un marin britannique arrêté en mars.",
                 "release", "IRN", ("2031-06-10/2031-06-11", None, None), id="release-IRN-fr-1"),
    pytest.param("fr", "La Norvège a annoncé jeudi qu'elle expulserait d'ici au 30 juin trois diplomates russes.",
                 "expel", "NOR", ("../2031-06-30", None, None), id="expel-NOR-fr-2"),
    pytest.param("en", "A deal signed on June 4 by Egypt and Greece was condemned yesterday by Turkey.",
                 "condemn", "TUR", ("2031-06-11", None, None), id="condemn-TUR-en-1"),
    pytest.param("en", "On Tuesday Colombia recalled its ambassador to Venezuela; on Thursday it shut the border.",
                 "recall", "COL", ("2031-06-10", None, None), id="recall-COL-en-1"),
    pytest.param("en", "Japan on June 2 imposed an embargo on North Korea that takes effect on July 1 and runs "
                 "until December 31.",
                 "sanction", "JPN", ("2031-06-02", "2031-07-01", "2031-12-31"), id="sanction-JPN-en-1"),
    pytest.param("en", "Having expelled two Ethiopian diplomats on Saturday, Eritrea closed its embassy in Addis "
                 "Ababa on Sunday.",
                 "expel", "ERI", ("2031-06-07", None, None), id="expel-ERI-en-1"),
    pytest.param("en", "It was on May 9 that India suspended the treaty with Pakistan.",
                 "suspend", "IND", ("2031-05-09", None, None), id="suspend-IND-en-1"),
    pytest.param("en", "In retaliation for the June 5 expulsion of its military attaché, Chad recalled its "
                 "ambassador to Sudan on Tuesday.",
                 "recall", "TCD", ("2031-06-10", None, None), id="recall-TCD-en-2"),
    pytest.param("en", "Slovakia has blocked European Union aid to Ukraine since May 1.",
                 "block", "SVK", ("2031-05-01/..", None, None), id="block-SVK-en-1"),
    pytest.param("en", "Vietnam suspended imports of Cambodian rice in March. It lifted the suspension on June 6.",
                 "suspend", "VNM", ("2031-03", None, None), id="suspend-VNM-en-2"),
    pytest.param("en", "The Moroccan and Spanish ministers met on Friday in Seville, two weeks after signing a "
                 "fisheries deal.",
                 "meet", "MAR", ("2031-06-06", None, None), id="meet-MAR-en-1"),
    pytest.param("en", "On May 30, at the end of a visit by Kenya's president, Uganda lifted its embargo on Kenyan "
                 "milk.",
                 "lift", "UGA", ("2031-05-30", None, None), id="yield-UGA-en-1"),
    pytest.param("en", "Armenia, which froze its membership of the CSTO in February 2024, signed a defence "
                 "agreement with France on Monday.",
                 "sign", "ARM", ("2031-06-09", None, None), id="sign-ARM-en-1"),
    pytest.param("en", "Kuwait will reopen its embassy in Syria, closed since 2012, on July 15.",
                 "return-ambassador", "KWT", ("2031-07-15", None, None), id="return-ambassador-KWT-en-1"),
    pytest.param("en", "Norway said on Thursday it would expel three Russian diplomats by June 30.",
                 "expel", "NOR", ("../2031-06-30", None, None), id="expel-NOR-en-2"),
    pytest.param("en", "The ambassador, recalled in January, returned to Doha on Sunday, and Qatar sent its own "
                 "envoy back to Bahrain a day later.",
                 "return-ambassador", "QAT", ("2031-06-09", None, None), id="return-ambassador-QAT-en-2"),
    pytest.param("en", "Ghana’s president visited Togo last week. While there, he signed an electricity agreement "
                 "with Togo.",
                 "visit", "GHA", ("2031-06-02/2031-06-08", None, None), id="visit-GHA-en-1"),
    pytest.param("fr", "Le président ghanéen s'est rendu la semaine dernière au Togo. Il y a signé un accord sur "
                 "l'électricité avec son homologue togolais.",
                 "visit", "GHA", ("2031-06-02/2031-06-08", None, None), id="visit-GHA-fr-1"),
    pytest.param("fr", "Le président ghanéen s'est rendu la semaine dernière au Togo. Il y a signé un accord sur "
                 "l'électricité avec son homologue togolais.",
                 "sign", "GHA", ("2031-06-02/2031-06-08", None, None), id="sign-GHA-fr-3"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "published", "source", "acts"), [p for p in FRESH if p.values[3]])
def test_the_days_of_the_acts_of_a_page(language: str, published: str | None, source: str, acts: Acts) -> None:
    told = reports(plain(source)[0], language, published=published)
    days = [(r.act, actor, r.when.edtf if r.when else None) for r in told for actor in r.actors]
    wrong = [act for act in acts if act not in days]
    assert not [act for act in wrong if not {(language, *act), (language, *act[:2])} & NOT_CODED]


@pytest.mark.parametrize(("language", "text", "act", "actor", "expected"), SENTENCES)
def test_the_day_of_an_act(
    language: str, text: str, act: str, actor: str, expected: tuple[str, str | None, str | None]
) -> None:
    found = [r for r in reports(text, language, published=DAY) if r.act == act and actor in r.actors]
    assert expected in [tuple(w and w.edtf for w in (r.when, r.effective, r.until)) for r in found]


def test_a_subheading_that_is_no_date_ends_a_chronology() -> None:
    text = (
        "3 mars 2030\n\nLe Togo ferme sa frontière avec le Ghana.\n\n{}\n\nLe Ghana rappelle son ambassadeur au Togo."
    )
    under = [document(text.format(head), published=DAY) for head in ("5 mars 2030", "Et maintenant")]
    kinds = (BlockKind.SUBHEADING, BlockKind.PARAGRAPH) * 2
    pages = [replace(d, blocks=tuple(map(_of_kind, d.blocks, kinds))) for d in under]
    first, then = ([r.when and r.when.edtf for r in coded(page)] for page in pages)
    assert (first, then) == (["2030-03-03", "2030-03-05"], [None, None])


def _of_kind(block: Block, kind: BlockKind) -> Block:
    return replace(block, kind=kind)


def coded(page: Document) -> tuple[Report, ...]:
    found, language = reader(page.language).read(page), book().languages[page.language]
    return Coder(book(), language).code(page, found, times(page.language).find(page.text, page.published))[0]
