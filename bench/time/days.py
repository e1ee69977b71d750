"""EDTF as first and last day, with the seasons of the coding guide (CODING, *Dates*)."""

import re
from calendar import monthrange
from datetime import date

Days = tuple[date | None, date | None]  # None is an open end


def days_of(edtf: str) -> Days:
    """The days of an EDTF expression of levels 0 and 1, or of a one-of set. Raises ValueError for any other."""
    bare = re.sub(r"[~?%\[\]]", "", edtf).replace(",", "/")
    first, _, last = bare.partition("/")
    return _end(first, 0), _end(last or first, 1)


def _end(edtf: str, which: int) -> date | None:
    if edtf in ("..", ""):
        return None
    if len(edtf) == len("2025-12-08"):
        return date.fromisoformat(edtf)
    if edtf.endswith("X"):
        return date(int(edtf[:-1] + "09"[which]), (1, 12)[which], (1, 31)[which])
    year, _, month = edtf.partition("-")
    first, last = (1, 12) if not month else (int(month), int(month))
    if first > 20:
        first, last = (first - 20) * 3, (first - 20) * 3 + 2
    number = (first, last)[which]
    over, number = (int(year) + 1, number - 12) if number > 12 else (int(year), number)
    return date(over, number, (1, monthrange(over, number)[1])[which])
