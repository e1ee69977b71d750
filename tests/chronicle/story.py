"""A story of our invention between Togo and Portugal, told by outlets of our invention.

Portugal asks a visa bond of Togolese travellers, Togo answers in kind, an envoy comes, Portugal lifts.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from detente.codebook import Codebook
from detente.codebook.actors_model import ActorBook, ActorEntry
from detente.codebook.articles import load_articles
from detente.codebook.book import HOME
from detente.codebook.entries import Act, Instrument
from detente.codebook.money import load_money
from detente.codebook.pages import PageWords
from detente.codebook.plover import Plover, PloverType
from detente.model import (
    Basis,
    Document,
    Evidence,
    Page,
    Reading,
    Report,
    SpeechMode,
    Statement,
    Status,
    TimeMention,
    When,
)


def day(text: str) -> date:
    return date.fromisoformat(text)


def when(edtf: str, basis: Basis = Basis.STATED) -> When:
    """A When from the few EDTF forms the story needs: a day, a month, a year, A/B, A/.., ../B."""
    if "/" not in edtf:
        first, last = _span(edtf)
        return When(first, last, edtf, basis)
    start, end = edtf.split("/")
    return When(None if start == ".." else _span(start)[0], None if end == ".." else _span(end)[1], edtf, basis)


def _span(edtf: str) -> tuple[date, date]:
    parts = [int(p) for p in edtf.split("-")]
    if len(parts) == 3:
        return date(*parts), date(*parts)
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    following = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
    return date(parts[0], parts[1], 1), following - timedelta(days=1)


def act(name: str, fr: str, en: str, **more: Any) -> Act:
    return Act(name, {"fr": fr, "en": en}, {}, **more)


def instrument(name: str, kind: str, fr: str, en: str) -> Instrument:
    return Instrument(name, {"fr": fr, "en": en}, kind, {})


def plover_type(intensity: float, quad: int, fr: str, en: str) -> PloverType:
    return PloverType({"fr": fr, "en": en}, intensity, quad)


# who pays with what, as the examples of money.yml ask
MONEYED = {"AUS": "AU", "CAN": "CA", "EGY": "EG", "SEN": "SN", "USA": "US"}
BOOK = Codebook(
    version="story",
    money=load_money(HOME / "money.yml", MONEYED),
    acts={
        a.id: a
        for a in (
            act("meet", "rencontre", "meets", type="CONSULT"),
            act("impose", "impose", "imposes", effect="impose"),
            act("tighten", "durcit", "tightens", effect="tighten"),
            act("lift", "lève", "lifts", effect="lift"),
            act("suspend", "suspend", "suspends", effect="suspend"),
            act("resume", "reprend", "resumes", effect="resume"),
            act("ease", "allège", "eases", effect="ease"),
            act("accuse", "accuse", "accuses", type="ACCUSE"),
            act(
                "recall",
                "rappelle son ambassadeur auprès de",
                "recalls its ambassador from",
                type="SANCTION",
                instrument="ambassador-recall",
            ),
            act(
                "return-ambassador",
                "renvoie son ambassadeur auprès de",
                "sends its ambassador back to",
                type="SUPPORT",
                instrument="ambassador-recall",
            ),
            act("praise", "salue", "praises", type="SUPPORT"),
        )
    },
    instruments={
        i.id: i
        for i in (
            instrument("visa-bond", "restriction", "caution de visa", "visa bond"),
            instrument("ambassador-recall", "restriction", "rappel d'ambassadeur", "recall of an ambassador"),
            instrument("summons", "restriction", "convocation", "summons"),
            instrument("visa", "restriction", "visas", "visas"),
            instrument("aid", "benefit", "aide", "aid"),
            instrument("military-aid", "benefit", "aide militaire", "military aid"),
            instrument("airspace", "passage", "espace aérien", "airspace"),
            instrument("arrest", "restriction", "arrestation", "arrest"),
            instrument("detention", "restriction", "détention", "detention"),
            instrument("mediation", "force", "médiation", "mediation"),
        )
    },
    actors=ActorBook(
        {
            c: ActorEntry(c, "state", {"fr": fr, "en": en})
            for c, fr, en in (("TGO", "Togo", "Togo"), ("PRT", "Portugal", "Portugal"), ("GHA", "Ghana", "Ghana"))
        },
        {},
        {},
    ),
    plover=Plover(
        {
            "CONSULT": plover_type(1.5, 1, "s'entretient", "consults"),
            "SANCTION": plover_type(-6, 4, "sanctionne", "sanctions"),
            "CONCEDE": plover_type(5, 1, "concède", "concedes"),
            "AID": plover_type(7, 2, "aide", "aids"),
            "ACCUSE": plover_type(-2, 3, "accuse", "accuses"),
            "SUPPORT": plover_type(4, 1, "soutient", "supports"),
        },
        {"occurred": 1, "ongoing": 1, "planned": 0.5, "proposed": 0.25, "cancelled": 0, "denied": 0, "alleged": 0.5},
        {},
    ),
    languages={},
    times={},
    pages=PageWords((), ()),
    articles=load_articles(HOME / "articles.yml"),
)


def document(uri: str, text: str, **more: Any) -> Document:
    """A page's one article; its id is the hash of its address, so that tests can read it."""
    name = sha256(uri.encode()).hexdigest()
    return Document(name, name, uri, text, **{"language": "fr", **more})


def report(page: Document, quote: str, act: str, type: str, actors: str, recipients: str = "", **more: Any) -> Report:
    """One report standing on `quote` in `page`; actors and recipients are codes with spaces between."""
    return Report(
        act,
        type,
        tuple(actors.split()),
        tuple(recipients.split()),
        evidence(page, quote),
        **{"confidence": 0.8, "rule": "story", **more},
    )


def evidence(page: Document, quote: str) -> Evidence:
    start = page.text.index(quote)
    return page.evidence(start, start + len(quote))


def reading(page: Document, *reports: Report, **more: Any) -> Reading:
    return Reading(Page(b"", page.uri), page, reports=reports, **{"relevant": bool(reports), **more})


# -- the pages ---------------------------------------------------------------------------------------------

IMPOSED = (
    "Le Portugal exige depuis lundi 3 mars 2025 une caution de visa de 5 000 euros des voyageurs togolais. "
    "À Lomé, la décision a été apprise par la presse, et plusieurs agences de voyage disent ne pas savoir "
    "comment leurs clients pourront verser une telle somme avant leur départ."
)
ANSWERED = (
    "En réponse, Lomé applique depuis le 10 mars 2025 la même caution aux voyageurs portugais. Le ministère "
    "togolais parle d'une mesure « équilibrée, qui tombera le jour où l'autre tombera »."
)
VISIT = (
    "L'envoyé spécial portugais Duarte Sarmento a été reçu lundi 2 juin 2025 à Lomé par la ministre "
    "Afi Kponton. Les deux responsables ont parlé de visas et de pêche."
)
VISIT_ABROAD = (
    "Portugal's special envoy Duarte Sarmento met Togo's minister Afi Kponton in Kara on 2 June 2025. "
    "Neither side said whether the bond would go."
)
LIFTED = (
    "Portugal lifted its visa bond for Togolese travellers on 20 June 2025. Togo has not yet said "
    "whether it will follow."
)

courrier = document(
    "pages/courrier.html",
    IMPOSED + "\n\n" + ANSWERED,
    title="Visas : Lomé répond à Lisbonne",
    outlet="Le Courrier de Baguida",
    byline="Essi Adom",
    published=day("2025-03-11"),
)
reprise = document(
    "pages/reprise.txt",
    IMPOSED + "\n\n" + ANSWERED + "\n\nNos lecteurs ont la parole.",
    title="Visas : le Togo répond",
    outlet="Kloto Info",
    published=day("2025-03-12"),
)
wire = document(
    "pages/wire.html",
    "Lisbon imposed a 6,000-euro visa bond on Togolese visitors in March 2025. "
    "Officials in Lomé called the step an accusation in disguise.",
    title="Bond for visitors",
    outlet="The Harbour Wire",
    published=day("2025-03-20"),
    language="en",
)
annonce = document(
    "pages/annonce.txt",
    "Un envoyé portugais est attendu à Lomé le 2 juin 2025. Une rencontre avec la ministre Afi Kponton est prévue.",
    title="Un envoyé attendu",
    outlet="Kloto Info",
    published=day("2025-05-28"),
)
visite = document(
    "pages/visite.html",
    VISIT,
    title="Reprise du dialogue",
    outlet="Le Courrier de Baguida",
    published=day("2025-06-03"),
)
envoy = document(
    "pages/envoy.html",
    VISIT_ABROAD,
    title="Envoy in Togo",
    outlet="The Harbour Wire",
    published=day("2025-06-03"),
    language="en",
)
weekend = document(
    "pages/weekend.txt",
    "La ministre Afi Kponton a reçu ce week-end l'envoyé portugais Duarte Sarmento. Rien n'a filtré de cet entretien.",
    title="Un entretien discret",
)
lifted = document(
    "pages/lifted.html",
    LIFTED,
    title="Portugal drops bond",
    outlet="The Harbour Wire",
    published=day("2025-06-21"),
    language="en",
)
football = document(
    "pages/football.txt",
    "L'équipe d'Aného l'emporte deux à zéro samedi.",
    title="Aného gagne",
    outlet="Kloto Info",
    published=day("2025-06-22"),
)
ghana = document(
    "pages/ghana.html",
    "Accra a salué vendredi 4 avril 2025 l'ouverture d'une ligne maritime par le Togo.",
    title="Une ligne vers Accra",
    outlet="Kloto Info",
    published=day("2025-04-05"),
)


def _bond(page: Document) -> tuple[Report, Report]:
    return (
        report(
            page,
            IMPOSED.split(". ")[0] + ".",
            "impose",
            "SANCTION",
            "PRT",
            "TGO",
            instrument="visa-bond",
            effect="impose",
            amount="5000 EUR",
            when=when("2025-03-03"),
        ),
        report(
            page,
            ANSWERED.split(". ")[0] + ".",
            "impose",
            "SANCTION",
            "TGO",
            "PRT",
            instrument="visa-bond",
            effect="impose",
            when=when("2025-03-10"),
            answers=True,
        ),
    )


def _said(page: Document, quote: str, **more: Any) -> Statement:
    return Statement(evidence(page, quote), SpeechMode.DIRECT, **more)


WEEKEND = TimeMention(
    weekend.text.index("ce week-end"), weekend.text.index("ce week-end") + 11, "ce week-end", None, "week-end"
)
DAY = TimeMention(
    visite.text.index("lundi 2 juin 2025"),
    visite.text.index("lundi 2 juin 2025") + 17,
    "lundi 2 juin 2025",
    when("2025-06-02"),
    "weekday-day-month-year",
)

STORY: Sequence[Reading] = (
    reading(
        courrier,
        *_bond(courrier),
        statements=(
            _said(
                courrier,
                "Le ministère togolais parle d'une mesure « équilibrée, qui tombera le jour où l'autre tombera ».",
                speaker="Le ministère togolais",
                side="TGO",
                verb="parler",
            ),
        ),
    ),
    reading(reprise, *_bond(reprise)),
    reading(
        wire,
        report(
            wire,
            "Lisbon imposed a 6,000-euro visa bond on Togolese visitors in March 2025.",
            "impose",
            "SANCTION",
            "PRT",
            "TGO",
            instrument="visa-bond",
            effect="impose",
            amount="6000 EUR",
            when=when("2025-03"),
        ),
    ),
    reading(
        annonce,
        report(
            annonce,
            "Un envoyé portugais est attendu à Lomé le 2 juin 2025.",
            "meet",
            "CONSULT",
            "PRT",
            "TGO",
            when=when("2025-06-02"),
            status=Status.PLANNED,
            place="Lomé",
        ),
    ),
    reading(
        visite,
        report(
            visite,
            VISIT.split(". ")[0] + ".",
            "meet",
            "CONSULT",
            "PRT",
            "TGO",
            place="Lomé",
            when=when("2025-06-02"),
            people=("Afi Kponton", "Duarte Sarmento"),
        ),
        times=(DAY,),
    ),
    reading(
        envoy,
        report(
            envoy,
            VISIT_ABROAD.split(". ")[0] + ".",
            "meet",
            "CONSULT",
            "PRT TGO",
            place="Kara",
            when=when("2025-06-02"),
            people=("Duarte Sarmento",),
        ),
    ),
    reading(
        weekend,
        report(
            weekend,
            weekend.text.split(". ")[0] + ".",
            "meet",
            "CONSULT",
            "PRT",
            "TGO",
            people=("Afi Kponton", "Duarte Sarmento"),
        ),
        times=(WEEKEND,),
    ),
    reading(
        lifted,
        report(
            lifted,
            LIFTED.split(". ")[0] + ".",
            "lift",
            "CONCEDE",
            "PRT",
            "TGO",
            instrument="visa-bond",
            effect="lift",
            when=when("2025-06-20"),
        ),
    ),
    reading(football),
    reading(ghana, report(ghana, ghana.text, "praise", "SUPPORT", "GHA", "TGO", when=when("2025-04-04"))),
)
UNREAD = (("pages/photo.jpg", "binary", "bytes that are no text"),)
