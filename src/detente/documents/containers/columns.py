"""Which column of a table holds what, and what stands in its cells."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from detente.documents.item import FIELDS
from detente.model import UnreadablePage

Row = Mapping[str, Any]

# Names that data sets of articles give their columns, the likeliest first; compared without case, "-", "_" and spaces.
# They are names of machines (schema.org, WordPress, crawlers, data sets), French ones where French exports have them.
_USUAL: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "articlebody", "fulltext", "articletext", "maintext", "plaintext", "bodytext", "content",
             "contenttext", "article", "texte", "textecomplet", "contenu", "corps"),
    "html": ("html", "contenthtml", "bodyhtml", "rawhtml"),
    "title": ("title", "headline", "titre", "name"),
    "url": ("url", "link", "uri", "href", "permalink", "sourceurl", "pageurl", "canonicalurl", "lien", "adresse"),
    "outlet": ("outlet", "publisher", "source", "sourcename", "sitename", "site", "publication", "newspaper", "media",
               "domain", "journal"),
    "byline": ("byline", "author", "authors", "creator", "auteur", "auteurs"),
    "published": ("published", "datepublished", "publishedat", "publisheddate", "publishdate", "publicationdate",
                  "publishedon", "pubdate", "date", "datetime", "timestamp", "datepublication", "datedepublication"),
    "modified": ("modified", "datemodified", "modifiedat", "updated", "updatedat", "lastmodified"),
    "section": ("section", "articlesection", "category", "categories", "rubrique"),
    "language": ("language", "lang", "inlanguage", "langue"),
}  # fmt: skip
SHOWN = 20  # names of columns in a refusal
_JOINTS = {"byline": "\n", "text": "\n\n", "html": "\n"}  # between the members of a list; of other fields the first
_INNER = ("rendered", "name", "text", "value", "url")  # where an object says what it is


class Columns:
    """Which column a field is in: the declared one, else the first of the usual names that says something."""

    fields = tuple(name for name in FIELDS if name != "basis")

    def __init__(self, declared: Mapping[str, str]) -> None:
        """declared: field -> name of its column. Raises UnreadablePage (no-column) for a field there is none of."""
        if unknown := sorted(set(declared) - set(self.fields)):
            raise UnreadablePage("no-column", f"no field is called {unknown[0]}: there are {', '.join(self.fields)}")
        self.declared = dict(declared)

    def value(self, row: Row, field: str) -> Any:
        """What the row says of `field`; None for nothing."""
        if field in self.declared:
            return row.get(self.declared[field])
        if field in ("text", "html") and {"text", "html"} & set(self.declared):
            return None
        found = (row[name] for name in self._named(tuple(row), field))
        return next((value for value in found if value not in (None, "", [], {})), None)

    def wanted(self, names: Sequence[str]) -> list[str]:
        """Those of a table's columns that any field may be in, in the table's order."""
        usual = {name for field in self.fields for name in self._named(names, field)}
        return [name for name in names if name in usual or name in self.declared.values()]

    def check(self, names: Row | Sequence[str]) -> None:
        """Raises UnreadablePage (no-column) when no column of a table with these holds texts."""
        if any(self.declared.get(f) in names for f in ("text", "html")):
            return
        if not {"text", "html"} & set(self.declared) and any(self._named(tuple(names), f) for f in ("text", "html")):
            return
        more = ", …" if len(names) > SHOWN else ""
        listed = ", ".join(name[:40] for name in list(names)[:SHOWN]) + more
        raise UnreadablePage(
            "no-column", f"no column holds the texts; name it with --columns text=NAME, one of: {listed or 'none'}"
        )

    def _named(self, names: Sequence[str], field: str) -> list[str]:
        rank = {usual: at for at, usual in enumerate(_USUAL[field])}
        known = [(rank[bare], name) for name in names if (bare := _bare(name)) in rank]
        return [name for _, name in sorted(known)]


def _bare(name: str) -> str:
    return "".join(c for c in name[:60].casefold() if c.isalnum())


def cell(value: Any, field: str, depth: int = 3) -> str:
    """A cell as characters; "" for what is none: of a list its members, of an object its text or name."""
    match value:
        case str():
            return value
        case bool() | None:
            return ""
        case int() | float():
            return str(value)
        case date():
            return value.isoformat()
        case bytes():
            return value.decode("utf-8", errors="replace")
        case list() if depth:
            members = [said for member in value if (said := cell(member, field, depth - 1))]
            joint = _JOINTS.get(field)
            return joint.join(members) if joint else next(iter(members), "")
        case dict() if depth:
            inner = (cell(value.get(key), field, depth - 1) for key in _INNER)
            return next((said for said in inner if said), "")
        case _:
            return ""
