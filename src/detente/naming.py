"""What a user calls a state, a page or an event, and which of the record's it is."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from detente.model import Document, UsageError

if TYPE_CHECKING:
    from detente.codebook import Codebook


def actor_code(name: str, book: "Codebook") -> str:
    """The code that `name` is, or names exactly, whatever its case. Raises UsageError otherwise."""
    wanted = _plain(name)
    if wanted.upper() in book.actors.entries:
        return wanted.upper()
    codes = sorted({code for code, spelling in _names(book) if _plain(spelling) == wanted})
    if len(codes) != 1:
        raise UsageError(f"{name!r} may be {_listed(codes, book)}" if codes else _unknown(name, book))
    return codes[0]


def _plain(name: str) -> str:
    return " ".join(name.replace("’", "'").split()).casefold()


def _names(book: "Codebook") -> list[tuple[str, str]]:
    labels = [(e.code, label) for e in book.actors.entries.values() for label in e.label.values()]
    forms = [(f.actor, f.form) for forms in book.actors.forms.values() for f in forms if f.how == "name"]
    return labels + forms


def _unknown(name: str, book: "Codebook") -> str:
    from detente.codebook.actors import nearest

    near = nearest(name, book.actors)
    hint = f"did you mean {_listed(near, book)}?" if near else "give an ISO 3166-1 alpha-3 code, as MLI"
    return f"no state or bloc is called {name!r}; {hint}"


def _listed(codes: "tuple[str, ...] | list[str]", book: "Codebook") -> str:
    entries = book.actors.entries
    return " or ".join(f"{code} ({entries[code].label.get('en', code)})" for code in codes)


def one_id(id: str, known: Iterable[str], noun: str) -> str:
    """The one of `known` that is `id`, or begins so. Raises UsageError where there is none, or several."""
    found = sorted({k for k in known if k == id or (len(id) >= 4 and k.startswith(id))})
    if len(found) != 1:
        raise UsageError(f"{id!r} may be {' or '.join(found[:8])}" if found else f"no {noun} is called {id!r}")
    return found[0]


def articles(name: str, documents: Sequence[Document]) -> list[Document]:
    """The articles of the page called `name`, or of all pages under that address.

    name: a uri, an address, an id or at least six letters that it begins with. Raises UsageError, with the nearest names.
    """
    exact = [d for d in documents if name in (d.uri, d.canonical_url, d.id, d.page)]
    found = exact or [d for d in documents if len(name) >= 6 and d.id.startswith(name)]
    if exact or len({d.page for d in found}) == 1:
        return found
    if found:
        raise UsageError(f"{name!r} may be {' or '.join(d.id[:12] + d.id[64:] for d in found[:8])}")
    raise UsageError(f"no page is called {name!r}; {_nearest(name, documents)}")


def _nearest(name: str, documents: Sequence[Document]) -> str:
    from difflib import get_close_matches

    last = {d.uri.rpartition("/")[2]: d.uri for d in documents}
    near = [last[one] for one in get_close_matches(name.rpartition("/")[2], last, 3)]
    return f"nearest: {', '.join(near)}" if near else "give its uri"
