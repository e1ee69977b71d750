"""The day of each act of paragraphs in the manner of the press."""

import pytest

from coded import reports
from dated import FRESH, Acts, plain

NOT_CODED = {  # no report at all, whatever its day: what is missing is not the day
    ("fr", "recall", "DOM"),  # "Saint-Domingue a répliqué en rappelant son ambassadeur"
    ("fr", "close", "HTI"),  # "les deux pays ont fermé leur frontière"
    ("en", "lift", "TUR"),  # told as a concession, "yield"
    ("en", "sign", "ZMB", "2032-03-14"),  # "signed a fisheries deal late on Sunday"
}


@pytest.mark.parametrize(("language", "published", "source", "acts"), [p for p in FRESH if p.values[3]])
def test_the_days_of_the_acts_of_a_page(language: str, published: str | None, source: str, acts: Acts) -> None:
    told = reports(plain(source)[0], language, published=published)
    days = [(r.act, actor, r.when.edtf if r.when else None) for r in told for actor in r.actors]
    wrong = [act for act in acts if act not in days]
    assert not [act for act in wrong if not {(language, *act), (language, *act[:2])} & NOT_CODED]
