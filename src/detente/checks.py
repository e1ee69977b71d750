"""Every example and refusal of the codebook, run through the same corridor as a page."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from detente.chronicle.lineage.credits import CreditFinder
from detente.codebook import Codebook
from detente.codebook.actors_files import examples as actor_examples
from detente.codebook.book import HOME
from detente.codebook.entries import Act, Example, Instrument
from detente.codebook.organs import OrganExample
from detente.codebook.places import examples as place_examples
from detente.mentions import Reader
from detente.mentions.actors import ActorFinder
from detente.mentions.times import TimeFinder
from detente.mentions.tokens import tokens
from detente.model import TOWN, Block, BlockKind, Document, Report
from detente.reports import Coder, statements

_MARK = re.compile(r"\{(?P<role>[\w-]+)(?:=(?P<value>[^:{}]+))?:(?P<words>[^{}]+)\}")


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One example: where it stands, what was expected of it, and what came."""

    file: str
    text: str
    expected: str
    got: str
    ok: bool


@dataclass(frozen=True)
class Tools:
    reader: Reader
    coder: Coder
    actors: ActorFinder


def run(book: Codebook, parse: bool = True) -> Iterator[CheckRow]:
    """All rows, file by file: acts, instruments, actors, times, outlets that are a state's own, sources."""
    tools = {
        code: Tools(Reader(book, code, parse), Coder(book, language), ActorFinder(book.actors, language))
        for code, language in book.languages.items()
    }
    for act in book.acts.values():
        yield from (_act(act, example, tools[example.language]) for example in act.examples)
    for instrument in book.instruments.values():
        yield from (_instrument(instrument, example, tools[example.language]) for example in instrument.examples)
    for file, language, text, codes, day in actor_examples(HOME / "actors"):
        if language in tools:
            yield _actor(file, text, codes, tools[language].actors, day)
    for language, text, names in place_examples(HOME / "places" / "places.yml"):
        if language in tools:
            yield _place(text, names, language, tools[language].reader)
    for language, words in book.times.items():
        finder = TimeFinder(words)
        for row in words.examples:
            yield _time(f"times/{language}.yml", row.text, row.published, row.marks, finder)
    yield from (_organ(example, book, tools[example.language].reader) for example in book.organs.examples)
    credits = CreditFinder(book.sources)
    for credit in book.sources.examples:
        wanted, got = sorted(credit.credits), sorted(credits.credited(credit.text))
        yield CheckRow(
            credit.file, credit.text, ", ".join(wanted) or "nobody", ", ".join(got) or "nobody", got == wanted
        )


def plain(marked: str) -> tuple[str, dict[str, set[str]], list[tuple[str, int, int]]]:
    """The sentence without its {marks}; the codes it gives to each role; the other marks as (name, start, end)."""
    text, at = "", 0
    roles: dict[str, set[str]] = {}
    spans: list[tuple[str, int, int]] = []
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        if mark["value"]:
            roles.setdefault(mark["role"], set()).update(mark["value"].split("+"))
        else:
            spans.append((mark["role"], len(text), len(text) + len(mark["words"])))
        text += mark["words"]
        at = mark.end()
    return text + marked[at:], roles, spans


def _document(text: str, language: str) -> Document:
    return Document("example", "example", "example", text, language, blocks=(Block(0, len(text), BlockKind.PARAGRAPH),))


def _act(act: Act, example: Example, tools: Tools) -> CheckRow:
    text, roles, _ = plain(example.text)
    document = _document(text, example.language)
    found, _ = tools.coder.code(document, tools.reader.read(document), ())
    got = "; ".join(f"{r.type} {'+'.join(r.actors)}>{'+'.join(r.recipients)} {r.status}" for r in found) or "nothing"
    wanted = example.expect + (f" {example.status}" if example.status else "")
    sides = " ".join(f"{role}={'+'.join(sorted(codes))}" for role, codes in roles.items())
    return CheckRow(f"acts/{act.id}.yml", text, f"{wanted} {sides}".strip(), got, _told(example, roles, found))


def _told(example: Example, roles: dict[str, set[str]], found: tuple[Report, ...]) -> bool:
    word, _, type_ = example.expect.partition(" ")
    if word == "nothing":
        return not any(r.type == type_ or not type_ for r in found)
    return any(
        r.type in word.split("|") and _sides_fit(r, roles) and (example.status in (None, r.status)) for r in found
    )


def _sides_fit(report: Report, roles: dict[str, set[str]]) -> bool:
    by, toward = roles.get("by", set()), roles.get("toward", set())
    if not report.recipients:
        return by | toward <= set(report.actors)
    return by <= set(report.actors) and toward <= set(report.recipients)


def _instrument(instrument: Instrument, example: Example, tools: Tools) -> CheckRow:
    text, _, spans = plain(example.text)
    found = tools.reader.instruments.find(tokens(text))
    mine = [text[m.start : m.end] for m in found if m.instrument == instrument.id]
    wanted = [text[start:end] for name, start, end in spans if name == instrument.id]
    return CheckRow(
        f"instruments/{instrument.id}.yml",
        text,
        ", ".join(wanted) or "nothing",
        ", ".join(mine) or "nothing",
        all(any(w in m or m in w for m in mine) for w in wanted) if wanted else not mine,
    )


def _actor(file: str, text: str, codes: frozenset[str], finder: ActorFinder, day: date | None) -> CheckRow:
    names = finder.names(tokens(text), day)
    got = {c for n in names if not n.weak for c in n.codes}
    return CheckRow(
        f"actors/{file}", text, " ".join(sorted(codes)) or "nothing", " ".join(sorted(got)) or "nothing", got == codes
    )


def _organ(example: OrganExample, book: Codebook, reader: Reader) -> CheckRow:
    document = _document(example.text, example.language)
    got = [s.side or "nobody" for s in statements(document, reader.read(document), (), book)]
    wanted = [example.side] if example.side else []
    return CheckRow("organs.yml", example.text, example.side or "nothing", " ".join(got) or "nothing", got == wanted)


def _place(text: str, names: Mapping[str, str], language: str, reader: Reader) -> CheckRow:
    found = reader.read(_document(text, language)).sentences
    got = {text[m.start : m.end]: m.codes[0] for s in found for m in s.actors if m.how == TOWN}
    wanted, told = (" ".join(f"{n}={s}" for n, s in sorted(of.items())) or "nothing" for of in (names, got))
    return CheckRow("places/places.yml", text, wanted, told, got == names)


def _time(
    file: str,
    text: str,
    published: date | None,
    marks: tuple[tuple[int, int, str | None, str], ...],
    finder: TimeFinder,
) -> CheckRow:
    found = [(m.start, m.end, m.when.edtf if m.when else None) for m in finder.find(text, published)]
    wanted = [mark[:3] for mark in marks]
    return CheckRow(file, text, _spelled(text, wanted), _spelled(text, found), found == wanted)


def _spelled(text: str, rows: list[tuple[int, int, str | None]]) -> str:
    return "; ".join(f"{text[start:end]} = {edtf or 'no value'}" for start, end, edtf in rows) or "nothing"
