"""What press pages are furnished with, and who publishes them: `pages/*.yml`, `publishers/*.yml`.

A *pattern* is a whole line in plain words, compared without case, accents or outer punctuation:
`*` stands for any text (even none), `#` for a number.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from detente.codebook import files
from detente.model import CodebookError


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who prints: an outlet, or an agency (`agency`) whose dispatches others print.

    domains: without `www.`. seat: ISO 3166-1 alpha-3, or "". zone: IANA time zone of the seat, or "".
    """

    name: str
    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    seat: str = ""
    zone: str = ""
    agency: bool = False


@dataclass(frozen=True, slots=True)
class Furniture:
    """The words of one language that stand around articles; all patterns, save where said.

    furniture: never text. over: once the text has begun, nothing of it follows (comments). related: opens a
    list of other articles. aside: points to one other article, often on the same line. caption: under a
    picture. bio: who wrote, or what binds nobody, as the last lines of an article say it. elapsed: how long ago,
    as over a comment or in a list of articles. desks: who signs for a newsroom. roles: what a person is, beside a name.

    Plain words: cookie, in a consent notice (anywhere in the line); promotion, two of which tell an outlet's call to
    its readers; published, updated, by, source, which open
    such a line; connectors, which join two names; behalf, between a name and an outlet; articles, which open
    the name of an outlet, not of a person; places, between a name and a town; bodies, words of no person's name;
    firms, the legal forms of owners; platforms, whose addresses are no outlet's; alone, what looks like an outlet's
    name and is a part of it; press, words that tell an outlet's name; joints, which stand in
    such names and in no person's; rights, beside the name of who owns a page; home, the first step of a path;
    sections, the parts of an outlet; common, small words that tell the language. named: patterns of what a page says
    of itself, its outlet's name at `@`.
    months: (word, 1..12). weekdays: (word, 0..6), Monday is 0. countries: names of countries and regions, after CLDR; no
    person bears one.
    """

    language: str
    furniture: tuple[str, ...]
    over: tuple[str, ...]
    related: tuple[str, ...]
    aside: tuple[str, ...]
    caption: tuple[str, ...]
    bio: tuple[str, ...]
    elapsed: tuple[str, ...]
    cookie: tuple[str, ...]
    promotion: tuple[str, ...]
    published: tuple[str, ...]
    updated: tuple[str, ...]
    by: tuple[str, ...]
    source: tuple[str, ...]
    desks: tuple[str, ...]
    roles: tuple[str, ...]
    connectors: tuple[str, ...]
    behalf: tuple[str, ...]
    places: tuple[str, ...]
    bodies: tuple[str, ...]
    firms: tuple[str, ...]
    platforms: tuple[str, ...]
    alone: tuple[str, ...]
    named: tuple[str, ...]
    articles: tuple[str, ...]
    press: tuple[str, ...]
    joints: tuple[str, ...]
    rights: tuple[str, ...]
    home: tuple[str, ...]
    sections: tuple[str, ...]
    common: tuple[str, ...]
    months: tuple[tuple[str, int], ...]
    weekdays: tuple[tuple[str, int], ...]

    countries: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        from babel import Locale  # most processes find the codebook kept, and the names in it

        object.__setattr__(self, "countries", tuple(Locale(self.language).territories.values()))


@dataclass(frozen=True, slots=True)
class PageWords:
    """Everything the reader of pages needs to know in words; hashable, so that callers may cache on it."""

    furniture: tuple[Furniture, ...]
    publishers: tuple[Publisher, ...]


_NUMBERED = {"months": (1, 12), "weekdays": (0, 6)}


def load_pages(folder: Path) -> PageWords:
    """Reads and checks `folder/pages/*.yml` and `folder/publishers/*.yml`, in the order of their names.

    Raises CodebookError, with the file's name and what to do.
    """
    furniture = tuple(_furniture(name, data) for name, data in _files(folder, "pages"))
    publishers = tuple(_publisher(name, data) for name, data in _files(folder, "publishers"))
    _check_unique(publishers)
    return PageWords(furniture, publishers)


def _files(folder: Path, kind: str) -> Iterator[tuple[str, dict[str, object]]]:
    paths = sorted((folder / kind).glob("*.yml"))
    if not paths:
        raise CodebookError(f"{kind}/ holds no .yml file: put the codebook's {kind} there")
    for path in paths:
        yield f"{kind}/{path.name}", _mapping(path, f"{kind}/{path.name}")


def _mapping(path: Path, name: str) -> dict[str, object]:
    try:
        data = files.parsed(path.read_text(encoding="utf-8"))
    except (files.NotYaml, UnicodeDecodeError) as error:
        raise CodebookError(f"{name} is not readable YAML, mend it: {' '.join(str(error).split())}") from error
    if not isinstance(data, dict):
        raise CodebookError(f"{name} must be keys and values at its top")
    return {str(key): value for key, value in data.items()}


def _furniture(name: str, data: dict[str, object]) -> Furniture:
    keys = {key.name for key in fields(Furniture) if key.init}
    _check_keys(name, data, required=keys, allowed=keys)
    numbered = {key: _numbers(name, key, data[key], *bounds) for key, bounds in _NUMBERED.items()}
    plain = {key: _words(name, key, data[key]) for key in keys - {"language", *numbered}}
    return Furniture(language=_word(name, "language", data["language"]), **plain, **numbered)  # type: ignore[arg-type]


def _publisher(name: str, data: dict[str, object]) -> Publisher:
    _check_keys(name, data, required={"publisher"}, allowed={"publisher", "names", "domains", "seat", "zone", "agency"})
    agency = data.get("agency", False)
    if not isinstance(agency, bool):
        raise CodebookError(f"{name}: agency must be true or false")
    zone = _word(name, "zone", data.get("zone", ""))
    _check_zone(name, zone)
    return Publisher(
        name=_word(name, "publisher", data["publisher"]),
        names=_words(name, "names", data.get("names", [])),
        domains=_words(name, "domains", data.get("domains", [])),
        seat=_word(name, "seat", data.get("seat", "")),
        zone=zone,
        agency=agency,
    )


def _check_keys(name: str, data: dict[str, object], required: set[str], allowed: set[str]) -> None:
    if missing := sorted(required - set(data)):
        raise CodebookError(f"{name} lacks {', '.join(missing)}: add it")
    if unknown := sorted(set(data) - allowed):
        raise CodebookError(f"{name} has {', '.join(unknown)}, which nothing reads: rename or remove it")


def _check_zone(name: str, zone: str) -> None:
    try:
        if zone:
            ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise CodebookError(f"{name}: {zone} is no IANA time zone: write one such as Africa/Bamako") from error


def _check_unique(publishers: tuple[Publisher, ...]) -> None:
    owners: dict[str, str] = {}
    for publisher in publishers:
        for domain in publisher.domains:
            if owners.setdefault(domain, publisher.name) != publisher.name:
                raise CodebookError(f"publishers/: {domain} is claimed by {owners[domain]} and {publisher.name}")


def _word(name: str, key: str, value: object) -> str:
    if not isinstance(value, str):
        raise CodebookError(f"{name}: {key} must be a word, in quotation marks if YAML reads it otherwise")
    return value


def _words(name: str, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise CodebookError(f"{name}: {key} must be a list of words")
    return tuple(_word(name, key, item) for item in value)


def _numbers(name: str, key: str, value: object, low: int, high: int) -> tuple[tuple[str, int], ...]:
    if not isinstance(value, dict):
        raise CodebookError(f"{name}: {key} must be words with a number each")
    for word, number in value.items():
        if not isinstance(word, str) or not isinstance(number, int) or not low <= number <= high:
            raise CodebookError(f"{name}: {key} has {word}: {number}, not a word with a number {low}..{high}")
    return tuple(value.items())
