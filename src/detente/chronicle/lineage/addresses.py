"""One address for all the ways in which links are written to one page."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from detente.model import Document

# Parameters that say where the reader came from, or how the page is dressed; never which page it is.
CARRIED = re.compile(
    r"(utm|at|mc|hsa|pk|ns)_.*|fbclid|gclid|dclid|msclkid|igshid|xtor|yclid|_ga|amp|output(type)?", re.I
)
DRESSED = re.compile(r"^(www\d?|m|mobile|amp)\.")  # hosts of the same pages
AMP = re.compile(r"(^/amp(?=/.)|/amp$|\.amp(?=\.html?$|$))", re.I)


def address(document: Document) -> str | None:
    """Host, path and what is left of the query; None for what was read from a file.

    A declared address without a path is a mistake of the outlet's: its own address goes before it.
    """
    known = [found for url in (document.canonical_url, document.uri) if url and (found := plain(url))]
    return next((found for found in known if "/" in found), known[0] if known else None)


def plain(url: str) -> str | None:
    """`url` without scheme, tracking, fragment, final slash or AMP; None where it is none."""
    try:
        parts = urlsplit(url.strip())
        host = DRESSED.sub("", parts.hostname or "")
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host:
        return None
    path = AMP.sub("", parts.path.rstrip("/")).rstrip("/")
    kept = sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not CARRIED.fullmatch(pair[0]))
    query = f"?{urlencode(kept)}" if kept else ""
    return f"{host}{path or ('/' if query else '')}{query}"
