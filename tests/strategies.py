"""Nouns of the model, drawn by hypothesis: small, valid at birth, and shrinking to something readable."""

from datetime import date

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from detente.model import (
    Basis,
    Block,
    BlockKind,
    Document,
    Evidence,
    Office,
    Page,
    Reading,
    Refusal,
    Report,
    SpeechMode,
    Stance,
    Statement,
    Status,
    TimeMention,
    Topic,
    When,
)

CODES = ("MLI", "USA", "FRA", "DZA", "AES", "ECOWAS", "WESTERN")
LETTERS = st.characters(exclude_categories=["Cs"])  # every code point a text file can hold: no lone surrogate
WORDS = st.text(LETTERS, max_size=12)
NAMES = st.text(LETTERS, min_size=1, max_size=12)
DAYS = st.dates(date(1960, 1, 1), date(2035, 12, 31))


def pages() -> SearchStrategy[Page]:
    uris = st.builds("press/{}.{}".format, st.integers(0, 99), st.sampled_from(["txt", "html", "htm"]))
    return st.builds(Page, st.binary(max_size=40), uris)


@st.composite
def whens(draw: DrawFn) -> When:
    first, last = sorted([draw(DAYS), draw(DAYS)])
    earliest, latest = draw(st.sampled_from([(first, first), (first, last), (first, None), (None, last)]))
    return When(earliest, latest, _edtf(earliest, latest), draw(st.sampled_from(Basis)), draw(WORDS))


def _edtf(earliest: date | None, latest: date | None) -> str:
    if earliest == latest:
        return str(earliest)
    return f"{earliest or '..'}/{latest or '..'}"


@st.composite
def spans(draw: DrawFn, text: str) -> tuple[int, int]:
    """Start inside, end outside, at least one code point."""
    start = draw(st.integers(0, len(text) - 1))
    return start, draw(st.integers(start + 1, len(text)))


@st.composite
def blocks(draw: DrawFn, text: str) -> Block:
    start, end = draw(spans(text))
    return Block(start, end, draw(st.sampled_from(BlockKind)))


@st.composite
def documents(draw: DrawFn, page: Page | None = None, number: int = 1) -> Document:
    """One article of `page` (any page, when none is given), the `number`-th of it from 1."""
    page = page or draw(pages())
    text = draw(st.text(LETTERS, min_size=1, max_size=60))
    name = st.none() | NAMES
    return Document(
        page.id if number == 1 else f"{page.id}#{number}",
        page.id,
        page.uri,
        text,
        draw(st.sampled_from(["fr", "en"])),
        title=draw(name),
        outlet=draw(name),
        byline=draw(name),
        agency=draw(name),
        published=draw(st.none() | DAYS),
        published_basis=draw(st.sampled_from(["", "meta", "visible", "url"])),
        published_doubt=draw(st.sampled_from(["", "after-fetch", "weekday"])),
        fetched=page.fetched,
        modified=draw(st.none() | DAYS),
        section=draw(name),
        canonical_url=draw(name),
        blocks=tuple(draw(st.lists(blocks(text), max_size=3))),
    )


def evidence(document: Document) -> SearchStrategy[Evidence]:
    return spans(document.text).map(lambda span: document.evidence(*span))


@st.composite
def times(draw: DrawFn, document: Document) -> TimeMention:
    start, end = draw(spans(document.text))
    anchor = draw(st.none() | spans(document.text[start:end]))
    anchor = anchor and (start + anchor[0], start + anchor[1])
    return TimeMention(start, end, document.text[start:end], draw(st.none() | whens()), draw(NAMES), anchor)


@st.composite
def reports(draw: DrawFn, document: Document) -> Report:
    """One telling; actors and recipients are drawn from CODES and do not overlap."""
    codes = draw(st.permutations(CODES))
    actors, others = draw(st.integers(1, 2)), draw(st.integers(0, 2))
    name, names = st.none() | NAMES, st.lists(NAMES, max_size=2).map(tuple)
    return Report(
        draw(st.sampled_from(["meet", "expel", "impose", "lift"])),
        draw(st.sampled_from(["CONSULT", "SANCTION", "CONCEDE", "ACCUSE"])),
        tuple(codes[:actors]),
        tuple(codes[actors : actors + others]),
        draw(evidence(document)),
        draw(st.floats(0, 1)),
        draw(NAMES),
        mode=draw(name),
        contexts=draw(names),
        people=draw(names),
        when=draw(st.none() | whens()),
        place=draw(name),
        status=draw(st.sampled_from(Status)),
        instrument=draw(st.sampled_from([None, "visa-bond", "sanctions"])),
        amount=draw(name),
        attributed_to=draw(name),
        effect=draw(st.sampled_from([None, "impose", "lift", "suspend"])),
        answers=draw(st.booleans()),
        effective=draw(st.none() | whens()),
        until=draw(st.none() | whens()),
    )


def statements(document: Document) -> SearchStrategy[Statement]:
    side, name = st.none() | st.sampled_from(CODES), st.none() | NAMES
    return st.builds(
        Statement,
        evidence(document),
        st.sampled_from(SpeechMode),
        speaker=name,
        side=side,
        verb=name,
        topic=st.none() | st.builds(Topic, NAMES, NAMES, st.integers(0, 9), st.integers(10, 20)),
        stance=st.none() | st.sampled_from(Stance),
        addressee=side,
        venue=name,
        when=st.none() | whens(),
    )


def offices(document: Document) -> SearchStrategy[Office]:
    return st.builds(Office, NAMES, NAMES, st.sampled_from(CODES), evidence(document))


@st.composite
def readings(draw: DrawFn, page: Page | None = None, number: int = 1) -> Reading:
    """All that one article says; its page is the one given, or any."""
    page = page or draw(pages())
    document = draw(documents(page, number))
    return Reading(
        page,
        document,
        tuple(draw(st.lists(times(document), max_size=3))),
        tuple(draw(st.lists(reports(document), max_size=3))),
        tuple(draw(st.lists(statements(document), max_size=2))),
        tuple(draw(st.lists(offices(document), max_size=2))),
        draw(st.booleans()),
        tuple(draw(st.lists(st.builds(Refusal, NAMES, NAMES, WORDS), max_size=2))),
    )


@st.composite
def pages_read(draw: DrawFn, most: int = 3) -> tuple[Page, tuple[Reading, ...]]:
    """A page and the articles in it, up to `most`, none included."""
    page = draw(pages())
    count = draw(st.integers(0, most))
    return page, tuple(draw(readings(page, number)) for number in range(1, count + 1))
