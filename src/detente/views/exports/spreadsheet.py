"""CSV: one file a table, for spreadsheets; no cell of it is a formula."""

import csv
import io

from detente.codebook import Codebook
from detente.model import Record
from detente.views.exports.made import Made, made
from detente.views.exports.tables import Table, tables

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def write(record: Record, book: Codebook, lang: str) -> Made:
    """`NAME.csv` for every table; rows end in CR LF (RFC 4180)."""
    found = tables(record)
    return made(record, ((f"{t.name}.csv", as_csv(t)) for t in found), {t.name: {} for t in found})


def as_csv(table: Table) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([c.name for c in table.columns])
    writer.writerows([cell(value) for value in row.values()] for row in table.rows)
    return out.getvalue()


def cell(value: object) -> str:
    """A value for a spreadsheet: lists joined by "; ", and nothing a spreadsheet would run.

    Source: OWASP, *CSV Injection*: cells that begin with = + - @ TAB or CR are read as formulas.
    """
    text = "; ".join(map(str, value)) if isinstance(value, list | tuple) else "" if value is None else str(value)
    return "'" + text if text.startswith(DANGEROUS) else text
