"""A set of pages with its truth: variants of our sample pages and of made-up dispatches among other pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random

from bench.copies.prose import Prose, grammars, name
from bench.copies.variants import ALONE, COPIES, RETELLINGS, Story

from detente.codebook import load
from detente.documents import read
from detente.model import Document, Page

ROOT = Path(__file__).parents[2]
SAMPLES = ("examples/press", "corpus/dev/pages")
REPRINTS = ("09-levant-reprise-dakar", "tchad-soudan-2")  # sample pages that are copies of others, by their gold
FIRST = date(2031, 1, 1)
YEAR = 365


@dataclass(frozen=True)
class Entry:
    """A page and where it comes from. family: of one origin. text: of one text; alone if empty. kind: of variant."""

    document: Document
    family: str
    text: str
    kind: str


@dataclass(frozen=True)
class Outlet:
    """A newspaper with what it prints on every page."""

    name: str
    prose: Prose
    footer: str
    background: str


def entries(pages: int, seed: int = 1) -> list[Entry]:
    """`pages` pages, in no order; the same for the same seed."""
    random = Random(seed)
    outlets = _outlets(max(24, pages // 100), random)
    found = _families(pages, outlets, random)
    found += [_other(n, outlets, random) for n in range(pages - len(found))]
    random.shuffle(found)
    return found[:pages]


def _outlets(count: int, random: Random) -> Mapping[str, list[Outlet]]:
    made: dict[str, list[Outlet]] = {}
    for language, prose in grammars().items():
        for number in range(count // 2):
            called = f"{name(random)} {name(random)} {number}"
            footer = prose.say("footer", random, outlet=called) if number % 5 else ""
            made.setdefault(language, []).append(Outlet(called, prose, footer, prose.say("background", random)))
    return made


def _families(pages: int, outlets: Mapping[str, list[Outlet]], random: Random) -> list[Entry]:
    """Variants of the sample pages; then of dispatches, three pages in a hundred; one of them is all over the press."""
    found: list[Entry] = []
    for number, (story, outlet) in enumerate(samples()):
        kinds = [*COPIES, *RETELLINGS]
        found += _family(f"sample {number}", _credited(story, random), kinds, outlets, random, outlet)
    made, prose = 0, grammars()
    while made < pages * 0.03:
        one = random.choice(sorted(prose))
        story = Story(prose[one].sentence(random), tuple(_article(prose[one], random)), prose[one])
        size = pages // 1000 if not made else random.choice((1, 2, 3, 5, 8, 12))
        kinds = random.choices([*COPIES, *RETELLINGS], k=size)
        family = _family(f"dispatch {made}", _credited(story, random), kinds, outlets, random, None)
        found, made = found + family, made + len(family)
    return found


def samples() -> Iterator[tuple[Story, str]]:
    """Our sample pages as they are read, with their outlets."""
    words, prose = load().pages, grammars()
    for path in sorted(path for folder in SAMPLES for path in (ROOT / folder).iterdir()):
        if path.stem not in REPRINTS:
            (page, *_) = read(Page(path.read_bytes(), path.name), words)
            paragraphs = tuple(page.text.split("\n\n"))
            yield Story(page.title or "", paragraphs, prose[page.language]), page.outlet or path.stem


def _credited(story: Story, random: Random) -> Story:
    """Two in three credit an agency; those that quote little do, or their retellings could not be known."""
    quoted = sum(len(quote.split()) for quote in story.quotes)
    return replace(
        story, agency=random.choice(story.prose.agencies) if quoted < ALONE or random.random() < 0.6 else None
    )


def _family(
    family: str,
    story: Story,
    kinds: Sequence[str],
    outlets: Mapping[str, list[Outlet]],
    random: Random,
    outlet: str | None,
) -> list[Entry]:
    """The page itself, its variants, and a page on the same event that owes it nothing."""
    shelf = outlets[story.prose.language]
    day = FIRST + timedelta(random.randrange(YEAR))
    first = random.choice(shelf)
    found = [_entry(story, replace(first, name=outlet or first.name), day, random, family, family, "first")]
    for kind in kinds:
        if kind == "retold" and story.agency is None:
            kind = "half_pasted"
        told = (COPIES | RETELLINGS)[kind](story, random)
        later = day + timedelta(random.choice((0, 0, 1, 2)))
        text = family if kind in COPIES else ""
        found.append(_entry(told, random.choice(shelf), later, random, family, text, kind))
    rival = _namesake(story, random)
    return [*found, _entry(rival, random.choice(shelf), day, random, f"{family}'s rival", "", "rival")]


def _namesake(story: Story, random: Random) -> Story:
    """The same event by other words: the title, one short quotation, an office's title are the same."""
    own = _article(story.prose, random)
    common = story.prose.say("common", random)
    quotes = [" ".join(quote.split()[:9]) for quote in story.quotes][:1]
    said = [story.prose.say("quote_frame", random, quoted=quote) for quote in quotes]
    return Story(story.title, (" ".join([own[0], common]), *own[1:], *said), story.prose)


def _article(prose: Prose, random: Random) -> list[str]:
    """Four to eight paragraphs, with one to three quotations of what somebody said."""
    found = prose.paragraphs(random, random.randint(4, 8))
    for _ in range(random.randint(1, 3)):
        said = prose.sentence(random).rstrip(".")
        found[random.randrange(len(found))] += " " + prose.say("quote_frame", random, quoted=said)
    return found


def _other(number: int, outlets: Mapping[str, list[Outlet]], random: Random) -> Entry:
    """A page of its own: an article or, one in eight, a brief; set phrases, mottos, credits, background as they come."""
    shelf = outlets[random.choice(("fr", "fr", "en"))]
    outlet = shelf[0] if random.random() < 0.05 else random.choice(shelf)
    brief = random.random() < 0.12
    told = outlet.prose.paragraphs(random, 1) if brief else _article(outlet.prose, random)
    for shelf_name, share in (("common", 0.3), ("famous_frame", 0.06)):
        if random.random() < share:
            sentence = outlet.prose.sentence(random).rstrip(".")
            told[-1] += " " + outlet.prose.say(shelf_name, random, sentence=sentence)
    if not brief and random.random() < 0.3:
        told.append(outlet.background)
    agency = random.choice(outlet.prose.agencies) if random.random() < 0.3 else None
    if agency:
        told.append(outlet.prose.say("credit", random, agency=agency))
    story = Story(outlet.prose.sentence(random), tuple(told), outlet.prose, agency)
    day = FIRST + timedelta(random.randrange(YEAR))
    return _entry(story, outlet, day, random, f"other {number}", "", "brief" if brief else "other")


def _entry(story: Story, outlet: Outlet, day: date, random: Random, family: str, text: str, kind: str) -> Entry:
    body = "\n\n".join(filter(None, [story.text, outlet.footer]))
    page = sha256(f"{random.random()}".encode()).hexdigest()
    document = Document(
        id=page,
        page=page,
        uri=f"https://{outlet.name.replace(' ', '').lower()}.example/{page[:12]}",
        text=body,
        language=story.prose.language,
        title=story.title,
        outlet=outlet.name,
        agency=story.agency,
        published=day,
    )
    return Entry(document, family, text or page, kind)
