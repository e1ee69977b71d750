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
            LD % "{broken", "https://example.org/2024/05/03/vols", "2024-05-03", "url", id="broken-json-ld-address"
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
        pytest.param(
            LD % '{"@type": "Article", "headline": "A "quoted" title", "datePublished": "2024-05-03",}',
            "page.html",
            "2024-05-03",
            "meta",
            id="json-ld-scraps",
        ),
        pytest.param(
            LD % "{&quot;@type&quot;: &quot;Article&quot;, &quot;datePublished&quot;: &quot;2024-05-03&quot;}",
            "page.html",
            "2024-05-03",
            "meta",
            id="json-ld-escaped",
        ),
        pytest.param(
            LD % '//<![CDATA[\n[{"@type": "Article", "datePublished": "Fri, May 3 2024 10:01:41 EDT"},]\n//]]>',
            "page.html",
            "2024-05-03",
            "meta",
            id="json-ld-wrapped-trailing-comma-words",
        ),
        pytest.param(
            '<meta property="og:updated_time" content="2024-05-09T10:00:00Z">',
            "page.html",
            None,
            "",
            id="an-update-is-no-publication",
        ),
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


@pytest.mark.parametrize(
    ("before", "published", "modified", "basis", "doubt"),
    [
        pytest.param("<p>Publié le 3 mai 2024</p>", "2024-05-03", None, "visible", "", id="published"),
        pytest.param(
            "<p>Publié le 3 mai 2024, mis à jour le 5 mai 2024</p>", "2024-05-03", "2024-05-05", "visible", "", id="both"
        ),
        pytest.param("<p>Mis à jour le 5 mai 2024</p>", None, "2024-05-05", "", "", id="only-updated"),
        pytest.param("<p>Mis à jour</p><p>5 mai 2024</p>", None, "2024-05-05", "", "", id="updated-on-two-lines"),
        pytest.param("<p>Mise en ligne</p><p>3 mai 2024</p>", "2024-05-03", None, "visible", "", id="on-two-lines"),
        pytest.param("<p>03.05.24</p>", "2024-05-03", None, "visible", "", id="short-year"),
        pytest.param(
            "<time itemprop='datePublished' datetime='2024-05-03T09:00'>hier</time>", "2024-05-03", None, "meta", "",
            id="microdata",
        ),
        pytest.param("<time datetime='2024-05-03T09:00'>hier</time>", "2024-05-03", None, "visible", "", id="time"),
        pytest.param("<p>lundi 3 mai 2024</p>", "2024-05-03", None, "visible", "weekday", id="wrong-weekday"),
        pytest.param(
            "<p>lundi 3 mai 2024</p><p>vendredi 3 mai 2024</p>", "2024-05-03", None, "visible", "",
            id="another-has-its-weekday",
        ),
        pytest.param("<p>3 mai 2034</p>", "2034-05-03", None, "visible", "after-fetch", id="after-it-was-fetched"),
        pytest.param(
            "<aside><time datetime='2024-05-01'>1 mai</time></aside>", None, None, "", "", id="another-article-s"
        ),
    ],
)  # fmt: skip
def test_displayed_days(
    before: str, published: str | None, modified: str | None, basis: str, doubt: str, words: PageWords
) -> None:
    read_on = Page(page(before=before).encode(), "page.html", fetched=date(2024, 6, 1))
    (document,) = read(read_on, words)
    days = [str(day) if day else None for day in (document.published, document.modified)]
    assert [*days, document.published_basis, document.published_doubt] == [published, modified, basis, doubt]


def test_a_header_without_year_takes_that_of_the_text(words: PageWords) -> None:
    told = (*PARAGRAPHS, "L’accord précédent avait été signé à Accra le 12 avril 2024, avant d’être suspendu.")
    document = read_page(page(paragraphs=told, before="<p>vendredi 3 mai</p>"), words)
    assert (str(document.published), document.published_basis) == ("2024-05-03", "header")


def test_a_page_without_a_header_takes_the_day_of_its_dateline(words: PageWords) -> None:
    document = read_page(page(paragraphs=(f"ACCRA, le 3 mai 2024. {PARAGRAPHS[0]}", *PARAGRAPHS[1:])), words)
    assert (str(document.published), document.published_basis) == ("2024-05-03", "dateline")


def test_declared_changes_are_kept_apart(words: PageWords) -> None:
    head = LD % '{"@type": "NewsArticle", "datePublished": "2024-05-03", "dateModified": "2024-05-01"}'
    document = read_page(page(head), words)
    assert (document.published, document.modified) == (date(2024, 5, 3), date(2024, 5, 1))


@pytest.mark.parametrize(
    ("head", "section"),
    [
        pytest.param('<meta property="article:section" content="Économie">', "Économie", id="meta"),
        pytest.param(LD % '{"@type": "Article", "articleSection": ["Transports", "Une"]}', "Transports", id="json-ld"),
        pytest.param(
            LD
            % (
                '{"@type": "BreadcrumbList", "itemListElement": [{"name": "Accueil"}, {"item": {"name": "Économie"}}, '
                f'{{"name": "{HEADLINE}"}}]}}'
            ),
            "Économie",
            id="breadcrumb",
        ),
        pytest.param("", None, id="nothing"),
    ],
)
def test_section(head: str, section: str | None, words: PageWords) -> None:
    assert read_page(page(head), words).section == section


FERRY = (
    "Le ministère ghanéen des Transports a annoncé la reprise de la navette maritime entre Tema et Lomé à la fin du mois.",
    "Deux bateaux assureront la liaison chaque jour, selon le directeur du port, qui attend encore les douaniers.",
)
ROAD = (
    "Les deux gouvernements ont confié à une commission mixte la réparation de la route côtière, coupée depuis les pluies.",
    "Les travaux commenceront en juillet et dureront un an, a précisé le préfet à la radio publique de Lomé.",
)


def entry(title: str, paragraphs: tuple[str, ...], moment: str = "", tag: str = "article") -> str:
    time = f"<time datetime='{moment}'>{moment[11:16]}</time>" if moment else ""
    return f"<{tag} class='entry'><h2>{title}</h2>{time}" + "".join(f"<p>{p}</p>" for p in paragraphs) + f"</{tag}>"


def whole(inner: str, head: str = "") -> str:
    return f"<html><head><title>Le matin en bref</title>{head}</head><body><main>{inner}</main></body></html>"


LIVE = LD % (
    '{"@type": "LiveBlogPosting", "headline": "En direct", "datePublished": "2024-05-02", "liveBlogUpdate": ['
    '{"@type": "BlogPosting", "headline": "La navette reprend", "datePublished": "2024-05-03T10:00", '
    f'"articleBody": "{FERRY[0]}"}}, '
    '{"@type": "BlogPosting", "headline": "La route attendra", "datePublished": "2024-05-04T08:00", '
    f'"articleBody": "{ROAD[0]}"}}]}}'
)


@pytest.mark.parametrize(
    ("html", "titles", "days"),
    [
        pytest.param(
            whole(entry("La navette maritime reprend", FERRY) + entry("La route côtière attendra", ROAD)),
            ["La navette maritime reprend", "La route côtière attendra"], [None, None], id="digest",
        ),
        pytest.param(
            whole("".join(f"<h2><a href='/{n}'>{t}</a></h2>" + "".join(f"<p>{p}</p>" for p in told) for n, (t, told) in
                          enumerate([("La navette maritime reprend", FERRY), ("La route côtière attendra", ROAD)]))),
            ["La navette maritime reprend", "La route côtière attendra"], [None, None], id="newsletter-of-linked-titles",
        ),
        pytest.param(
            page(LIVE, after=f"<div><h2>La navette reprend</h2><p>{FERRY[0]}</p></div>"
                             f"<div><h2>La route attendra</h2><p>{ROAD[0]}</p></div>"),
            [HEADLINE, "La navette reprend", "La route attendra"], ["2024-05-02", "2024-05-03", "2024-05-04"],
            id="declared-live-blog",
        ),
        pytest.param(
            page(after=entry("La navette maritime reprend", FERRY[:1], "2024-05-03T10:00", "div")
                       + entry("La route côtière attendra", ROAD[:1], "2024-05-03T09:00", "div")
                       + entry("Les douaniers sont en grève", FERRY[1:], "2024-05-02T18:00", "div")),
            [HEADLINE, "La navette maritime reprend", "La route côtière attendra", "Les douaniers sont en grève"],
            [None, "2024-05-03", "2024-05-03", "2024-05-02"], id="displayed-live-blog",
        ),
    ],
)  # fmt: skip
def test_several_articles(html: str, titles: list[str], days: list[str | None], words: PageWords) -> None:
    documents = read(Page(html.encode(), "page.html"), words)
    assert [document.title for document in documents] == titles
    assert [str(document.published) if document.published else None for document in documents] == days
    assert [document.id.partition("#")[2] for document in documents] == ["", *map(str, range(2, len(titles) + 1))]
    assert FERRY[0] in "".join(document.text for document in documents)
    assert all(document.text.count(FERRY[0]) + document.text.count(ROAD[0]) < 2 for document in documents)


@pytest.mark.parametrize(
    "after",
    [
        pytest.param("".join(entry(f"Un autre titre {n}", FERRY[:1]) for n in range(4)), id="cards"),
        pytest.param(
            "".join(f"<h2>Une partie {n}</h2><p>{FERRY[0]}</p><p>{ROAD[0]}</p>" for n in range(3)), id="subheadings"
        ),
        pytest.param(
            "<section class='comments'>" + "".join(
                f"<div class='c'><h4>Un lecteur {n} écrit</h4><time datetime='2024-05-0{n}'>hier</time><p>{ROAD[0]}</p></div>"
                for n in range(1, 5)
            ) + "</section>", id="comments",
        ),
    ],
)  # fmt: skip
def test_one_article(after: str, words: PageWords) -> None:
    document = read_page(page(LD % '{"@type": "NewsArticle"}', after=after), words)
    assert document.title == HEADLINE
    assert PARAGRAPHS[0] in document.text


def test_amp(words: PageWords) -> None:
    html = page("<script async src='v0.js'></script>", before="<amp-img src='a.jpg' width='1' height='1'></amp-img>")
    document = read_page(html.replace("<html ", "<html ⚡ "), words)
    assert document.text == "\n\n".join(PARAGRAPHS)


def test_one_part_of_a_paginated_article(words: PageWords) -> None:
    pager = "<div class='pager'><p>Page 2 sur 3</p><a href='?p=1'>1</a> <b>2</b> <a href='?p=3' rel='next'>Suivant</a></div>"
    assert read_page(page(after=pager), words).text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("shown", "declared", "doubt"),
    [
        pytest.param("Publié le 1er mai 2024", "", "conflict 2024-05-01", id="two-days-apart"),
        pytest.param("Publié le 2 mai 2024", "", "", id="a-day-apart-is-a-time-zone"),
        pytest.param("Publié le 3 mai 2024", "", "", id="the-same"),
        pytest.param("Mis à jour le 9 mai 2024", "", "", id="an-update-is-no-other-reading"),
        pytest.param("9 mai 2024", "2024-05-09T10:00", "", id="the-declared-day-of-a-change"),
        pytest.param("1er mai 2024, publié le 3 mai 2024", "", "", id="one-of-two-agrees"),
    ],
)
def test_a_declared_day_that_the_page_contradicts(shown: str, declared: str, doubt: str, words: PageWords) -> None:
    head = '<meta property="article:published_time" content="2024-05-03T09:00">'
    changed = f'<meta property="article:modified_time" content="{declared}">' if declared else ""
    document = read_page(page(head + changed, before=f"<p>{shown}</p>"), words)
    assert (document.published, document.published_basis) == (date(2024, 5, 3), "meta")
    assert document.published_doubt == doubt
