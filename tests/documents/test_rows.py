"""What stands in rows on a saved page: cards of other articles, lists built alike. Sentences ours, events invented."""

from textwrap import fill

import pytest

from detente.codebook.pages import PageWords
from detente.documents import read
from detente.model import Page

TITLE = "Frontier: Accra and Lomé revive their joint border commission"
SENTENCES = (
    "Ghana's foreign minister received his Togolese counterpart in Accra on Tuesday to discuss the border that both "
    "countries closed after the customs quarrel of 2021.",
    "The two ministers agreed to convene the joint border commission before the end of the month, which has not met "
    "since the customs quarrel began.",
    "Customs officers of both countries will sit on the commission, the ministers said, and so will the traders whose "
    "lorries have been waiting on the road to Lomé.",
    "Togo wants the tolls on that road to fall by half, while Ghana asks that the customs posts open at night as they "
    "did before the quarrel.",
    "Neither minister would name a day on which the frontier might open, but both said that the commission would "
    "propose one to the presidents of the two countries.",
    "Traders in Accra greeted the news with caution, because two commissions on the frontier have been announced "
    "before and neither of them ever met.",
    "The presidents of Ghana and Togo will speak by telephone on Friday, the ministers added.",
)
CARDS = (
    "Rain washes away a bridge near Kumasi",
    "Engineers hope to repair it before the cocoa harvest begins in October.",
    "Schoolgirls win the national chess cup",
    "Their teacher learnt the game from a book that she found in a market.",
    "Radio drama returns after twelve years",
    "Listeners had written hundreds of letters to the station asking for its heroes.",
)
GLUED = (
    "Rain Washes Away A Bridge Near KumasiEngineers hope to repair it before the cocoa harvest begins in October.",
    "Schoolgirls Win The National Chess CupTheir teacher learnt the game from a book that she found in a market.",
    "Radio Drama Returns After Twelve YearsListeners had written hundreds of letters to the station about it.",
)
CUT = (
    "Rain washes away a bridge near Kumasi and…",
    "Schoolgirls win the national chess cup for…",
    "Radio drama returns after twelve years of…",
    "A museum of fishing nets opens in Elmina…",
)
CHAPTERS = (
    "What the commission on the frontier will do",
    "The joint commission will hear traders of both countries on the customs tolls.",
    "When the ministers of Ghana and Togo meet",
    "The two ministers agreed to convene it before the end of the month.",
    "Why traders in Accra greet it with caution",
    "Two commissions on the frontier have been announced before and never met.",
)
BRANDS = (
    "The customs posts in Accra and Lomé will share one register that runs on a MacBook at either end of the road.",
    "Drivers of both countries may ask the commission for a day by WhatsApp, and the ministers answer on YouTube too.",
    "Neither minister would say who had paid for the MacBook on which the frontier between the two countries rests.",
)
INTERVIEW = (
    "Will the cocoa harvest reach the port this year?",
    "It will, by rail, and nobody has to thank me for a line my grandfather surveyed.",
    "Your opponents have called the railway a toy…",
    "Let them ride it before they laugh at what a hundred farmers have paid for.",
    "Who repairs the bridge near Kumasi?",
    "Engineers of the rural roads department, with stone from Obuasi and a promise of mine.",
    "And who pays the engineers?",
    "A levy on timber that parliament voted in spring without a single nay.",
    "When will the first of these trains leave?",
    "On the morning after the last sack is weighed, and I shall be on board.",
)
ENTRETIEN = (
    "La récolte de cacao partira-t-elle par le rail ?",
    "Oui, et personne ne me doit rien pour une ligne que mon grand-père avait arpentée.",
    "Vos adversaires parlent d’un jouet…",
    "Qu’ils y montent avant d’en rire, cent planteurs ont cotisé pour ces wagons.",
    "Qui réparera le pont de Kumasi ?",
    "Des ingénieurs du génie rural, avec la pierre d’Obuasi et ma parole.",
    "Et les ingénieurs, qui les paie ?",
    "Une taxe sur le bois, votée au printemps sans une seule voix contre.",
    "Quand partira le premier de ces trains ?",
    "Au lendemain du dernier sac pesé, et je serai à bord.",
)
ASKING_CARDS = (
    "Why did rain wash away a bridge near Kumasi?",
    "Engineers hope to repair it before the cocoa harvest begins in October.",
    "Schoolgirls win the national chess cup",
    "Their teacher learnt the game from a book that she found in a market.",
    "Radio drama returns after twelve years",
    "Listeners had written hundreds of letters to the station asking for its heroes.",
)
DATES = (
    "June 9 – Aflao, Ghana @ Customs House",
    "June 10 – Kodjoviakopé, Togo @ Town Hall",
    "June 14 – Akanu, Ghana @ Market Square",
    "June 17 – Noépé, Togo @ Customs House",
    "June 20 – Shia, Ghana @ School Hall",
    "June 23 – Kpalimé, Togo @ Town Hall",
)


def told(*lines: str, words: PageWords) -> str:
    (document,) = read(Page("\n".join(lines).encode(), "page.txt"), words)
    return document.text


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(CARDS, id="headlines-and-teasers"),
        pytest.param(
            tuple(line for pair in zip(CARDS, ("3 hours ago",) * 6, strict=True) for line in pair), id="dated"
        ),
        pytest.param(GLUED, id="headlines-stuck-to-their-teasers"),
        pytest.param(CUT, id="cut-short"),
        pytest.param(ASKING_CARDS, id="one-headline-asks"),
    ],
)
@pytest.mark.parametrize("above", [pytest.param(True, id="above"), pytest.param(False, id="below")])
def test_rows_of_cards_are_no_text(row: tuple[str, ...], above: bool, words: PageWords) -> None:
    lines = (*row, TITLE, "", *SENTENCES) if above else (TITLE, "", *SENTENCES, *row)
    assert told(*lines, words=words).split("\n\n") == list(SENTENCES)


@pytest.mark.parametrize(
    "own",
    [
        pytest.param(CHAPTERS, id="short-chapters"),
        pytest.param(BRANDS, id="names-with-capitals-inside"),
        pytest.param(CARDS[:4], id="two-cards-are-no-row"),
        pytest.param(("Where the commission will sit:", *DATES), id="dates-and-places"),
        pytest.param(INTERVIEW, id="questions-and-answers"),
        pytest.param(ENTRETIEN, id="questions-et-réponses"),
    ],
)
def test_what_only_looks_like_a_row_stays(own: tuple[str, ...], words: PageWords) -> None:
    text = told(TITLE, "", *SENTENCES[:-1], *own, SENTENCES[-1], words=words)
    assert [line for line in own if line not in text] == []


def test_a_list_built_alike_ends_an_article(words: PageWords) -> None:
    page = (TITLE, "", *SENTENCES, *DATES, "About us", "Contact", "Jobs", "Our history")
    assert told(*page, words=words).endswith("\n\n".join(DATES))


def test_a_page_of_short_texts_is_no_row(words: PageWords) -> None:
    text = told(*CARDS, words=words)
    assert CARDS[1] in text


@pytest.mark.parametrize(
    "caption",
    [
        pytest.param(
            "Lorries wait for customs officers on the road between the two countries (", id="credit-elsewhere"
        ),
        pytest.param(
            "Lorries wait for customs officers on the road between the two countries. (Afi Mensah/The Coast Herald)",
            id="a-name-and-a-paper",
        ),
    ],
)
def test_captions(caption: str, words: PageWords) -> None:
    assert told(TITLE, "", *SENTENCES[:2], caption, *SENTENCES[2:], words=words).split("\n\n") == list(SENTENCES)


def test_comments_under_the_lead_are_a_button(words: PageWords) -> None:
    lead = "Ghana and Togo revive the joint border commission, whose seats the ministers of the two countries filled."
    more = "More than seven traders in ten whom the customs officers asked had lost a day on the road each week."
    body = [f"{sentence[:-1]}, as the ministers told traders number {n}." for n in range(8) for sentence in SENTENCES]
    text = told(TITLE, "", f"{lead} {more} {lead} {more}", "Comments", TITLE, "", *body, words=words)
    assert body[0] in text
    assert body[-1] in text


def test_an_article_among_many_headlines_is_unwrapped(words: PageWords) -> None:
    headlines = [f"Minister number {n} opens a new road to Ho" for n in range(150)]
    wrapped = [line for sentence in SENTENCES for line in (*fill(sentence, 70).splitlines(), "")]
    assert told(*headlines, "", TITLE, "", *wrapped, words=words).split("\n\n") == list(SENTENCES)


def test_dispatches_announced_under_an_article_are_not_its_equals(words: PageWords) -> None:
    announced = (
        "ACCRA, March 6 (GNA) - Engineers hope to repair the bridge near Kumasi before the cocoa harvest begins in "
        "October, when lorries from the north will need it for their loads.",
        "TAMALE, March 5 (GNA) - Listeners had written hundreds of letters to the station, which now asks the heroes "
        "of its radio drama to return after twelve years of silence.",
    )
    text = told(TITLE, "", *SENTENCES, "Related articles", *announced, words=words)
    assert text.startswith(SENTENCES[0])


def test_days_that_head_paragraphs_are_subheadings(words: PageWords) -> None:
    days = [
        ("12 mars", "Le Togo ferme sa frontière avec le Ghana et rappelle son ambassadeur à Accra pour consultations.")
    ]
    days += [("14 mars", "Le Ghana convoque l'ambassadeur togolais et demande la réouverture des postes de douane.")]
    days += [
        ("2 avril", "Les deux ministres se rencontrent à Abidjan, où ils conviennent de rouvrir la frontière lundi.")
    ]
    text = "Une brouille en trois dates\n\nPar Awa Keita, 5 avril 2031\n\n" + "\n\n".join(
        f"{d}\n\n{t}" for d, t in days
    )
    (found,) = read(Page(text.encode(), "brouille.txt"), words)
    assert [found.text[b.start : b.end] for b in found.blocks] == [part for day in days for part in day]
