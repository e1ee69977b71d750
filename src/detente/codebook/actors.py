"""Who acts: states, organisations and blocs, and every form under which the press names them.

One folder of YAML, read once and checked whole: `states.yml` (a row a state), one page an actor
(`mli.yml`, `ecowas.yml`…), `bodies.yml` (whose each institution is), `described.yml` ("the kingdom"), `masks.yml`,
`context.yml`, and `spelling.yml`, which says how forms inflect. Who holds office stands in the folder beside it
(`people.py`).
Names of states also come from CLDR through Babel (Unicode licence). A form written `~Congress`
is weak: it means the actor only where something near it says so.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from detente.codebook.actors_entries import entries_of, named_by_cldr
from detente.codebook.actors_files import ASIDE, Source, bodies, described, page_of, plain, read, rows
from detente.codebook.actors_forms import by_language, check_masks, forms_of, settled
from detente.codebook.actors_model import ActorBook
from detente.codebook.actors_spelling import Spelling
from detente.codebook.people import load_people

PLAUSIBLE = 0.6  # difflib's own cutoff for a close match


def load_actors(folder: Path, people: Path | None = None) -> ActorBook:
    """The gazetteer in `folder`, with its people in the folder `people`, beside it unless told.

    Raises:
        CodebookError: names the file and how to mend it: unknown keys, codes or endings, a form with its
            article, a form two actors claim without `prefer:`, an empty validity.
    """
    spelling = Spelling.read(folder / "spelling.yml")
    states = read(folder / "states.yml")
    pages = [page_of(path, states) for path in sorted(folder.glob("*.yml")) if path.stem not in ASIDE]
    entries = entries_of(states, pages, spelling)
    others = described(folder / "described.yml", states)
    owned, unowned = bodies(folder / "bodies.yml", entries)
    sources = [*rows(states), *pages, *owned, *others, *named_by_cldr(states, spelling)]
    forms = settled([form for source in sources for form in forms_of(source, spelling)], sources)
    refused = [Source(page.where, page.code, page.tree.get("not", {})) for page in pages]
    masks = by_language([plain(folder / "masks.yml"), *refused, *unowned], spelling)
    check_masks(masks, forms)
    return ActorBook(
        entries=entries,
        forms={lang: tuple(f for f in forms if f.language == lang) for lang in spelling.languages},
        masks=masks,
        context=by_language([plain(folder / "context.yml")], spelling),
        people=load_people(people or folder.parent / "people", entries),
    )


def nearest(code_or_name: str, book: ActorBook) -> tuple[str, ...]:
    """At most three codes whose code, label or form is spelled most like the word; the likest first."""
    wanted = code_or_name.casefold()
    near: dict[str, float] = {}
    for code, name in _spellings(book):
        likeness = SequenceMatcher(None, wanted, name.casefold())
        if likeness.real_quick_ratio() >= PLAUSIBLE and likeness.quick_ratio() >= PLAUSIBLE:
            near[code] = max(near.get(code, 0.0), likeness.ratio())
    ranked = sorted((-ratio, code) for code, ratio in near.items() if ratio >= PLAUSIBLE)
    return tuple(code for _, code in ranked[:3])


def _spellings(book: ActorBook) -> Iterator[tuple[str, str]]:
    for entry in book.entries.values():
        yield from ((entry.code, name) for name in (entry.code, *entry.label.values()))
    yield from ((f.actor, f.form) for forms in book.forms.values() for f in forms if f.how in ("name", "capital"))
