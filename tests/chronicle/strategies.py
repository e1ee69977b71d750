"""Random pages with random reports: few parties, few days, so that they meet and clash."""

from typing import Any

from hypothesis import strategies as st

from chronicle.story import day, document, reading, report, when
from detente.model import Document, Reading, Status

SENTENCES = (
    "Les deux ministres se sont parlé longuement.",
    "Une caution est exigée des voyageurs.",
    "Le gouvernement a suspendu son aide.",
    "La mesure a été levée sans bruit.",
)
ACTS: tuple[dict[str, Any], ...] = (
    {"act": "meet", "type": "CONSULT"},
    {"act": "impose", "type": "SANCTION", "instrument": "visa-bond", "effect": "impose"},
    {"act": "impose", "type": "SANCTION", "instrument": "visa", "effect": "impose"},
    {"act": "lift", "type": "CONCEDE", "instrument": "visa-bond", "effect": "lift"},
    {"act": "suspend", "type": "SANCTION", "instrument": "aid", "effect": "suspend"},
    {"act": "accuse", "type": "ACCUSE"},
)
SIDES = (("TGO", "PRT"), ("PRT", "TGO"), ("PRT TGO", ""), ("TGO", "GHA"))
DATES = (None, "2025-03-03", "2025-03-04", "2025-03-09", "2025-03", "2025", "2024/..", "../2025-03-20", "2026-01-01")


@st.composite
def _reports(draw: st.DrawFn, page: Document) -> Any:
    actors, recipients = draw(st.sampled_from(SIDES))
    edtf = draw(st.sampled_from(DATES))
    people = draw(st.lists(st.sampled_from(("Afi Kponton", "Duarte Sarmento", "Kponton")), unique=True, max_size=2))
    return report(
        page,
        draw(st.sampled_from(SENTENCES)),
        **draw(st.sampled_from(ACTS)),
        actors=actors,
        recipients=recipients,
        when=when(edtf) if edtf else None,
        people=tuple(sorted(people)),
        place=draw(st.sampled_from((None, "Lomé", "Kara"))),
        status=draw(st.sampled_from(list(Status))),
        amount=draw(st.sampled_from((None, "5000 EUR", "6000 EUR"))),
        answers=draw(st.booleans()),
    )


@st.composite
def readings(draw: st.DrawFn) -> list[Reading]:
    """Up to five pages of up to three reports; some share their whole text."""
    pages = []
    for number in range(draw(st.integers(0, 5))):
        own = draw(st.sampled_from(("", "Un autre article.", f"La page numéro {number}.")))
        published = draw(st.sampled_from((None, day("2025-03-05"), day("2025-03-21"))))
        page = document(
            f"pages/{number}.txt",
            "\n\n".join((*SENTENCES, own)).strip(),
            published=published,
            outlet=draw(st.sampled_from((None, "Kloto Info", "The Harbour Wire"))),
        )
        found = draw(st.lists(_reports(page), max_size=3, unique_by=lambda r: r.id))
        pages.append(reading(page, *found))
    return pages
