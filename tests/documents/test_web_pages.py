"""Web pages: text by trafilatura, everything else from the page's own data. Pages and sentences are ours."""

from datetime import date

import pytest

from detente.codebook.pages import PageWords
from detente.documents import read
from detente.model import BlockKind, Document, Page, UnreadablePage

PARAGRAPHS = (
    "La ministre togolaise des Transports a signé vendredi à Lomé un accord aérien avec son homologue ghanéen, "
    "qui rétablit les vols directs entre les deux capitales à partir du mois prochain.",
    "Les liaisons avaient été suspendues à la suite d’un différend sur les droits de survol, et les voyageurs "
    "devaient depuis lors passer par une escale dans un pays tiers pour relier deux villes voisines.",
    "Selon les deux délégations, un comité de suivi se réunira chaque trimestre pour examiner les tarifs, la sécurité "
    "et la reconnaissance des licences délivrées aux équipages de part et d’autre.",
)
HEADLINE = "Lomé et Accra rétablissent leurs vols directs"


def page(head: str = "", paragraphs: tuple[str, ...] = PARAGRAPHS, before: str = "", after: str = "") -> str:
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return (
        f"<!DOCTYPE html><html lang='fr'><head><meta charset='utf-8'>"
        f"<title>{HEADLINE} | Le Littoral</title>{head}</head>"
        f"<body><nav><ul><li><a href='/'>Accueil</a></li><li><a href='/s'>Sport</a></li></ul></nav>"
        f"<main><article><h1>{HEADLINE}</h1>{before}{body}{after}</article></main>"
        f"<footer><p>© Le Littoral</p></footer></body></html>"
    )


def read_page(html: str, words: PageWords, uri: str = "page.html") -> Document:
    (document,) = read(Page(html.encode(), uri), words)
    return document


def test_text_and_title(words: PageWords) -> None:
    document = read_page(page(), words)
    assert document.text == "\n\n".join(PARAGRAPHS)
    assert document.title == HEADLINE
    assert document.language == "fr"


def test_standfirst_subheading_and_aside(words: PageWords) -> None:
    lead = (
        "Après deux ans d’interruption, les avions reprendront la route la plus courte entre les deux voisins du golfe."
    )
    head = f'<meta property="og:description" content="{lead}">'
    paragraphs = (PARAGRAPHS[0], "Lire aussi : Le port de Lomé agrandit ses quais", *PARAGRAPHS[1:])
    html = page(head, paragraphs, before=f"<div class='chapo'>{lead}</div>").replace(
        f"<p>{PARAGRAPHS[2]}</p>", f"<h2>Un comité de suivi</h2><p>{PARAGRAPHS[2]}</p>"
    )
    document = read_page(html, words)
    assert "Lire aussi" not in document.text
    kinds = [(block.kind, document.text[block.start : block.end][:12]) for block in document.blocks]
    assert kinds[0][1] == lead[:12]
    assert (BlockKind.SUBHEADING, "Un comité de") in kinds


LD = '<script type="application/ld+json">%s</script>'


@pytest.mark.parametrize(
    ("head", "uri", "published", "basis"),
    [
        pytest.param(
            LD % '{"@type": "NewsArticle", "datePublished": "2024-05-03T09:00:00+00:00", "dateModified": "2024-05-09"}',
            "page.html",
            "2024-05-03",
            "meta",
            id="json-ld",
        ),
        pytest.param(
            LD % '{"@graph": [{"@type": "WebSite"}, {"@type": ["Article"], "datePublished": "2024-05-03"}]}',
            "page.html",
            "2024-05-03",
            "meta",
            id="json-ld-graph",
        ),
        pytest.param(
            LD % "{broken", "https://example.org/2024/05/03/vols", "2024-05-03", "visible", id="broken-json-ld-address"
        ),
        pytest.param(
            '<meta property="article:published_time" content="2024-05-03T23:30:00Z">',
            "page.html",
            "2024-05-03",
            "meta",
            id="meta",
        ),
        pytest.param(
            '<meta property="article:published_time" content="2024-05-03T23:30:00Z">'
            '<link rel="canonical" href="https://www.hespress.com/vols.html">',
            "page.html",
            "2024-05-04",
            "meta",
            id="at-the-seat-of-the-publisher",
        ),
        pytest.param(
            '<meta property="article:published_time" content="2024-05-03T02:00:00Z">',
            "https://example.org/2024/05/02/vols",
            "2024-05-02",
            "meta",
            id="address-in-local-time",
        ),
        pytest.param("", "page.html", None, "", id="nothing"),
    ],
)
def test_published(head: str, uri: str, published: str | None, basis: str, words: PageWords) -> None:
    document = read_page(page(head), words, uri)
    assert document.published == (date.fromisoformat(published) if published else None)
    assert document.published_basis == basis


@pytest.mark.parametrize(
    ("head", "byline", "outlet", "agency"),
    [
        pytest.param(
            '<meta name="author" content="Par Essi Kodjo"><meta property="og:site_name" content="Le Littoral">',
            "Essi Kodjo",
            "Le Littoral",
            None,
            id="meta",
        ),
        pytest.param(
            LD
            % (
                '{"@type": "NewsArticle", "author": [{"name": "Essi Kodjo"}, {"name": "AFP"}], '
                '"publisher": {"name": "Le Littoral"}}'
            ),
            "Essi Kodjo, AFP",
            "Le Littoral",
            "AFP",
            id="json-ld-with-agency",
        ),
        pytest.param(
            '<link rel="canonical" href="https://fr.africanews.com/vols">'
            '<meta property="og:site_name" content="africanews EN">',
            None,
            "Africanews",
            None,
            id="domain-over-site-name",
        ),
        pytest.param(
            '<meta name="author" content="Le Littoral"><meta property="og:site_name" content="Le Littoral">',
            None,
            "Le Littoral",
            None,
            id="the-outlet-signs-nothing",
        ),
    ],
)
def test_credits(head: str, byline: str | None, outlet: str, agency: str | None, words: PageWords) -> None:
    document = read_page(page(head), words)
    assert (document.byline, document.outlet, document.agency) == (byline, outlet, agency)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        pytest.param("<html><body><nav><a href='/'>Accueil</a></nav></body></html>", "no-text", id="menus-only"),
        pytest.param("<html><body>" + "<div>" * 100_000 + "texte", "wrong-type", id="nested-too-deep"),
        pytest.param("<?xml version='1.0'?><rss><channel></channel></rss>", "wrong-type", id="feed"),
    ],
)
def test_refused(html: str, reason: str, words: PageWords) -> None:
    with pytest.raises(UnreadablePage) as refusal:
        read_page(html, words)
    assert refusal.value.args[0] == reason
