"""What each outlet is as a source: where it sits, how much of what it prints is its own, how often it stands alone."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from detente.chronicle.folding import fold
from detente.chronicle.tellings import outlet_of
from detente.codebook.pages import Publisher
from detente.model import Contradiction, Document, Profile, Record


def profiles(record: Record, known: Iterable[Publisher]) -> tuple[Profile, ...]:
    """Every outlet that tells an event, those with most pages first. known: whose seat and kind we know."""
    names = {fold(name): p for p in known for name in (p.name, *p.names)}
    domains = {domain: p for p in names.values() for domain in p.domains}
    telling = {r.evidence.document for r in record.reports}
    shelves: dict[str, list[Document]] = defaultdict(list)
    for document in record.documents:
        if document.id in telling:
            shelves[outlet_of(document)].append(document)
    outlet = {d.id: name for name, shelf in shelves.items() for d in shelf}
    carried = _carried(record, outlet)
    alone = Counter(name for name in _alone(record, outlet))
    disputes, minority = _disputes(record, outlet)
    found = []
    for name, shelf in shelves.items():
        country, kind = _known(name, shelf, names, domains)
        borrowed = sum(d.id in carried for d in shelf)
        own = len(shelf) - borrowed
        found.append(
            Profile(name, country, kind, len(shelf), own, borrowed, alone[name], disputes[name], minority[name])
        )
    return tuple(sorted(found, key=lambda p: (-p.pages, p.outlet)))


def _carried(record: Record, outlet: Mapping[str, str]) -> set[str]:
    """Documents whose origin is another outlet's."""
    return {d for d, origin in record.origins if d in outlet and d != origin and outlet.get(origin) != outlet[d]}


def _alone(record: Record, outlet: Mapping[str, str]) -> Iterable[str]:
    """The outlet of the first of its pages, of each event that one source tells."""
    origins = dict(record.origins)
    for event in record.events:
        if event.independent_sources == 1:
            heads = {origins.get(r.evidence.document, r.evidence.document) for r in event.reports}
            yield from sorted({outlet[h] for h in heads if h in outlet})[:1]


def _disputes(record: Record, outlet: Mapping[str, str]) -> tuple[Counter[str], Counter[str]]:
    page = {r.id: r.evidence.document for r in record.reports}
    disputes, minority = Counter[str](), Counter[str]()
    for clash in record.contradictions:
        support = _support(clash, page, dict(record.origins))
        most = max(support.values())
        for value in clash.values:
            sides = {outlet[page[r]] for r in value.reports}
            disputes.update(sides)
            minority.update(sides if support[value.value] < most else ())
    return disputes, minority


def _support(clash: Contradiction, page: Mapping[str, str], origins: Mapping[str, str]) -> dict[str, int]:
    return {v.value: len({origins.get(page[r], page[r]) for r in v.reports}) for v in clash.values}


def _known(
    name: str, shelf: Iterable[Document], names: Mapping[str, Publisher], domains: Mapping[str, Publisher]
) -> tuple[str | None, str | None]:
    """Seat and kind of an outlet, by its name or the host of its pages."""
    hosts = (urlsplit(d.canonical_url or d.uri).hostname or "" for d in shelf)
    found = names.get(fold(name)) or next(
        (domains[h] for host in hosts if (h := host.removeprefix("www.")) in domains), None
    )
    return (found.seat or None, "agency" if found.agency else None) if found else (None, None)
