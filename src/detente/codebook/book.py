"""The whole codebook, read once and checked whole."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from detente.codebook.actors import load_actors
from detente.codebook.actors_model import ActorBook
from detente.codebook.articles import Articles, load_articles
from detente.codebook.confidence import Confidence, load_confidence
from detente.codebook.counts import Counts, load_counts
from detente.codebook.entries import Act, Instrument, load_act, load_instrument
from detente.codebook.given import load_given
from detente.codebook.languages import Language, load_language
from detente.codebook.money import Money, load_money
from detente.codebook.organs import Organs, load_organs
from detente.codebook.pages import PageWords, load_pages
from detente.codebook.places import PlaceWords, load_places
from detente.codebook.plover import Plover, load_plover
from detente.codebook.sources import SourceWords, load_sources
from detente.codebook.times import TimeWords, load_times
from detente.codebook.times import languages as times_languages
from detente.model import CodebookError

HOME = Path(__file__).parent
T = TypeVar("T")


@dataclass(frozen=True, eq=False)  # one book is itself: it keys what is compiled from it
class Codebook:
    """What codes and words mean. version: first 12 hex digits of the SHA-256 of all its YAML and tables."""

    version: str
    acts: Mapping[str, Act]
    instruments: Mapping[str, Instrument]
    actors: ActorBook
    plover: Plover
    languages: Mapping[str, Language]
    times: Mapping[str, TimeWords]
    pages: PageWords
    sources: SourceWords = field(default_factory=SourceWords)
    confidence: Confidence = field(default_factory=Confidence)
    money: Money = field(default_factory=Money)
    counts: Counts = field(default_factory=Counts)
    articles: Mapping[str, Articles] = field(default_factory=dict)
    places: PlaceWords = field(default_factory=PlaceWords)
    organs: Organs = field(default_factory=Organs)
    given: Mapping[str, bool] = field(default_factory=dict)  # given names: whether a woman's


def load(folder: Path = HOME) -> Codebook:
    """Read and check every file. Raises CodebookError on the first that is wrong."""
    actors = load_actors(folder / "actors")
    times = {code: load_times(code) for code in times_languages()}
    book = Codebook(
        version=version_of(folder),
        acts=_each(folder / "acts", load_act),
        instruments=_each(folder / "instruments", load_instrument),
        actors=actors,
        plover=load_plover(folder / "plover.yml"),
        languages=_each(folder / "languages", load_language),
        times=times,
        pages=load_pages(folder),
        confidence=load_confidence(folder / "confidence.yml"),
        money=load_money(folder / "money.yml", {e.code: e.a2 for e in actors.entries.values() if e.a2}),
        counts=load_counts(folder / "counts.yml", times),
        articles=load_articles(folder / "articles.yml"),
        given=load_given(folder / "given_names.yml"),
    )
    book = replace(book, places=load_places(folder / "places" / "places.yml", book.actors.entries))
    book = replace(book, organs=load_organs(folder / "organs.yml", tuple(book.languages), book.actors.entries))
    book = replace(book, sources=load_sources(folder / "sources", book.pages.publishers))
    _agree(book)
    return book


def version_of(folder: Path) -> str:
    digest = hashlib.sha256()
    files = (*folder.rglob("*.yml"), *folder.rglob("*.tsv"))
    for path in sorted(files, key=lambda p: p.relative_to(folder).as_posix()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def _each(folder: Path, load_one: Callable[[Path], T]) -> dict[str, T]:
    return {path.stem: load_one(path) for path in sorted(folder.glob("*.yml"))}


def _agree(book: Codebook) -> None:
    """What one file says of another: types, effects and instruments that exist."""
    for instrument in book.instruments.values():
        if instrument.under not in {None, *book.instruments}:
            raise CodebookError(f"instruments/{instrument.id}.yml: under names {instrument.under}, which is not there")
    for act in book.acts.values():
        if act.type and act.type not in book.plover.types:
            raise CodebookError(f"acts/{act.id}.yml: no type {act.type} in plover.yml")
        effects = {g.effect for groups in act.groups.values() for g in groups} | {act.effect}
        for effect in sorted(effects - {None, *book.plover.compose}, key=str):
            raise CodebookError(f"acts/{act.id}.yml: no effect {effect} in plover.yml")
        if act.forces and (act.forces[0] not in book.acts or act.forces[1] not in book.instruments):
            raise CodebookError(f"acts/{act.id}.yml: forces names {act.forces}, an act or instrument that is not there")
        if act.denied and (act.denied not in book.acts or book.acts[act.denied].type is None):
            raise CodebookError(f"acts/{act.id}.yml: denied names {act.denied}, no act that has a type")
        if act.not_done and act.not_done not in book.acts:
            raise CodebookError(
                f"acts/{act.id}.yml: not_done names {act.not_done}, but there is no acts/{act.not_done}.yml"
            )
        for word in {w for e in act.examples for w in e.expect.replace("nothing", "").replace("|", " ").split()}:
            if word not in book.plover.types:
                raise CodebookError(f"acts/{act.id}.yml: an example expects {word}, no type of plover.yml")
        own = {g.instrument for groups in act.groups.values() for g in groups} | {act.instrument, act.otherwise}
        for named in sorted(own - {None, *book.instruments}, key=str):
            raise CodebookError(f"acts/{act.id}.yml names {named}, but there is no instruments/{named}.yml")
