"""Who acts: states, organisations and blocs, and every form under which the press names them.

One folder of YAML, read once and checked whole: `states.yml` (a row a state), one page an actor
(`mli.yml`, `ecowas.yml`…), `described.yml` ("the kingdom"), `masks.yml`, `context.yml`, and `spelling.yml`, which says how
forms inflect.
Names of states also come from CLDR through Babel (Unicode licence). A form written `~Congress`
is weak: it means the actor only where something near it says so.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from itertools import groupby
from pathlib import Path
from typing import Any, Literal, get_args

from detente.codebook import files
from detente.model import CodebookError

How = Literal["name", "adjective", "people", "capital", "seat", "force", "person"]
Tree = Mapping[str, Any]

HOWS: tuple[str, ...] = get_args(How)
KINDS = ("state", "igo", "bloc", "court")
SECTIONS: Mapping[str, How] = {
    "names": "name",
    "adjectives": "adjective",
    "nationals": "people",
    "capital": "capital",
    "seats": "seat",
    "forces": "force",
}
ROW_KEYS = {"demonym", "prefix", *SECTIONS}
PAGE_KEYS = {"actor", "kind", "label", "demonym", "prefix", "prefer", "people", "members", "not", "examples", *SECTIONS}
PERSON_KEYS = {"name", "role", "since", "until", "any"}
ASIDE = {"states", "masks", "context", "spelling", "described"}  # the files of the folder that are no actor's page
EVERY = "any"  # the key of what is written alike in every language
WEAK = "~"
PLAUSIBLE = 0.6  # difflib's own cutoff for a close match


@dataclass(frozen=True, slots=True)
class ActorForm:
    """One way to write one actor: case as written, apostrophes straight, no article before it.

    how: what the form is to the actor. A form ending in "-" is the first half of a compound ("franco-").
    weak: whether it needs context. since, until: civil days, both inside, on which it holds; None is open.
    """

    form: str
    actor: str
    how: How
    language: str
    weak: bool = False
    since: date | None = None
    until: date | None = None

    def holds(self, day: date | None) -> bool:
        """Whether the form means this actor on `day`; on an unknown day, yes."""
        return day is None or _within(day, self.since, self.until)


@dataclass(frozen=True, slots=True)
class Member:
    """A state's membership: `since` and `until` are civil days, both inside; None is open."""

    code: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """An actor. kind: "state", "igo", "bloc" or "court". label: its name by language. members: of an organisation.

    a2: a state's ISO 3166-1 alpha-2 code.
    """

    code: str
    kind: str
    label: Mapping[str, str]
    members: tuple[Member, ...] = ()
    a2: str | None = None

    def members_on(self, day: date) -> tuple[str, ...]:
        """Codes of the members on `day`, in alphabetical order."""
        return tuple(sorted(m.code for m in self.members if _within(day, m.since, m.until)))


@dataclass(frozen=True, slots=True)
class ActorBook:
    """The whole gazetteer. forms, masks and context are by language, in a stable order.

    masks: what only looks like an actor. context: what names the authorities of a state, but not which.
    """

    entries: Mapping[str, ActorEntry]
    forms: Mapping[str, tuple[ActorForm, ...]]
    masks: Mapping[str, tuple[str, ...]]
    context: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def load_actors(folder: Path) -> ActorBook:
    """The gazetteer in `folder`.

    Raises:
        CodebookError: names the file and how to mend it: unknown keys, codes or endings, a form with its
            article, a form two actors claim without `prefer:`, an empty validity.
    """
    spelling = Spelling.read(folder / "spelling.yml")
    states = _read(folder / "states.yml")
    pages = [_page(path, states) for path in sorted(folder.glob("*.yml")) if path.stem not in ASIDE]
    entries = _entries(states, pages, spelling)
    described = _described(folder / "described.yml", states)
    sources = [*_rows(states), *pages, *described, *_cldr(states, spelling)]
    forms = _settled([form for source in sources for form in _forms(source, spelling)], sources)
    refused = [Source(page.where, page.code, page.tree.get("not", {})) for page in pages]
    masks = _by_language([_plain(folder / "masks.yml"), *refused], spelling)
    _check_masks(masks, forms)
    return ActorBook(
        entries=entries,
        forms={lang: tuple(f for f in forms if f.language == lang) for lang in spelling.languages},
        masks=masks,
        context=_by_language([_plain(folder / "context.yml")], spelling),
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


def _within(day: date, since: date | None, until: date | None) -> bool:
    return (since is None or since <= day) and (until is None or day <= until)


# -- how forms are spelled ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Spelling:
    """`spelling.yml`: by language, endings that inflect, articles no form begins with, capitals that may lose
    their accent, and what CLDR writes otherwise than the press."""

    endings: Mapping[str, Mapping[str, tuple[str, ...]]]
    articles: Mapping[str, tuple[str, ...]]
    capitals: Mapping[str, Mapping[str, str]]
    press: Mapping[str, Mapping[str, str]]
    lower_adjectives: frozenset[str]

    @classmethod
    def read(cls, path: Path) -> "Spelling":
        tree = _read(path)
        return cls(
            endings={lang: {e: tuple(f) for e, f in t["endings"].items()} for lang, t in tree.items()},
            articles={lang: tuple(t["articles"]) for lang, t in tree.items()},
            capitals={lang: t.get("capitals", {}) for lang, t in tree.items()},
            press={lang: t.get("press", {}) for lang, t in tree.items()},
            lower_adjectives=frozenset(lang for lang, t in tree.items() if t["adjective"] == "lower"),
        )

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.endings)

    def inflected(self, word: str, language: str, where: str) -> tuple[str, ...]:
        """All forms of a demonym, by its longest listed ending: malien, maliens, malienne, maliennes."""
        endings = self.endings[language]
        starts = range(len(word))
        known = next((word[i:] for i in starts if word[i:] in endings), None)
        if known is None:
            raise CodebookError(f"{where}: no ending of « {word} » is in spelling.yml ({language}): add one")
        stem = word[: len(word) - len(known)]
        return tuple(stem + ending for ending in endings[known])

    def variants(self, form: str, language: str) -> tuple[str, ...]:
        """The form, and how it looks where capitals lose their accents: États-Unis, Etats-Unis."""
        bare = form
        for accented, plain in self.capitals[language].items():
            bare = bare.replace(accented, plain)
        return (form,) if bare == form else (form, bare)


def _people(adjective: str) -> tuple[str, ...]:
    """How the nationals are written where adjectives are lower case: Sud-Coréen, Sud-coréen."""
    parts = adjective.split("-")
    every = "-".join(part[:1].upper() + part[1:] for part in parts)
    return tuple(dict.fromkeys((every, adjective[:1].upper() + adjective[1:])))


# -- what stands in the files ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """One actor's forms in one file: `tree` holds the sections."""

    where: str
    code: str
    tree: Tree


def _read(path: Path) -> dict[str, Any]:
    try:
        tree = files.parsed(path.read_text(encoding="utf-8"))
    except (OSError, files.NotYaml) as trouble:
        raise CodebookError(f"actors/{path.name} cannot be read: {' '.join(str(trouble).split())}") from trouble
    if not isinstance(tree, dict):
        raise CodebookError(f"actors/{path.name} is not a mapping of keys: write `key: value` lines")
    return tree


def _known(tree: Tree, keys: Iterable[str], where: str) -> None:
    unknown = sorted(str(key) for key in set(tree) - set(keys))
    if unknown:
        raise CodebookError(f"{where}: unknown {', '.join(unknown)}; known are {', '.join(sorted(keys))}")


def _page(path: Path, states: Tree) -> Source:
    tree, where = _read(path), f"actors/{path.name}"
    _known(tree, PAGE_KEYS, where)
    code, kind = tree.get("actor"), tree.get("kind")
    if not isinstance(code, str) or code.lower() != path.stem:
        raise CodebookError(f"{where} is the page of {code}: name the file after its actor")
    if kind not in KINDS:
        raise CodebookError(f"{where}: kind {kind} is none of {', '.join(KINDS)}")
    if (kind == "state") != (code in states):
        raise CodebookError(f"{where}: a state, and only a state, has a row in states.yml; {code} is a {kind}")
    return Source(where, code, tree)


def _rows(states: Tree) -> list[Source]:
    return [Source("actors/states.yml", code, _row(code, row)) for code, row in states.items()]


def _described(path: Path, states: Tree) -> list[Source]:
    """What several states are called by what they are, weak for each of them; a small book may do without."""
    found: list[Source] = []
    if not path.exists():
        return found
    for kind, row in _read(path).items():
        where = f"actors/{path.name}, {kind}"
        words = {lang: [WEAK + text for text in row[lang]] for lang in row if lang != "of"}
        if unknown := sorted(set(row.get("of", ())) - set(states)):
            raise CodebookError(f"{where}: {', '.join(unknown)} is no state: give it a row in states.yml")
        found += [Source(where, code, {"names": words}) for code in row["of"]]
    return found


def _row(code: str, row: Tree) -> Tree:
    """A row of states.yml turned to the shape of a page: section first, then language."""
    tree: dict[str, Any] = {"prefer": row.get("prefer", [])}
    for language, part in row.items():
        if language in ("a2", "prefer"):
            continue
        _known(part, ROW_KEYS, f"actors/states.yml, {code}")
        for section, forms in part.items():
            tree.setdefault(section, {})[language] = forms
    return tree


def _territories(spelling: Spelling) -> dict[str, Mapping[str, str]]:
    """By language, the names of states and regions by their code, after CLDR."""
    from babel import Locale  # most processes find the codebook kept

    return {lang: Locale(lang).territories for lang in spelling.languages}


def _cldr(states: Tree, spelling: Spelling) -> list[Source]:
    names = _territories(spelling)
    return [
        Source("CLDR", code, {"names": {lang: _press(names[lang][row["a2"]], lang, spelling) for lang in names}})
        for code, row in states.items()
    ]


def _press(name: str, language: str, spelling: Spelling) -> list[str]:
    printed = name
    for written, press in spelling.press[language].items():
        printed = printed.replace(written, press)
    return [printed] if "(" not in printed else []


def _entries(states: Tree, pages: Sequence[Source], spelling: Spelling) -> dict[str, ActorEntry]:
    names = _territories(spelling)
    entries = {}
    for code, row in states.items():
        if row.get("a2") not in names[spelling.languages[0]]:
            raise CodebookError(f"actors/states.yml, {code}: CLDR knows no territory {row.get('a2')}")
        label = {lang: _straight(names[lang][row["a2"]]) for lang in names}
        entries[code] = ActorEntry(code, "state", label, a2=row["a2"])
    for page in pages:
        label = {lang: str(page.tree["label"].get(lang, page.tree["label"]["en"])) for lang in spelling.languages}
        a2 = states.get(page.code, {}).get("a2")
        entries[page.code] = ActorEntry(page.code, page.tree["kind"], label, _members(page), a2)
    for page in pages:
        _check_members(entries[page.code], entries, page.where)
    return entries


def _members(page: Source) -> tuple[Member, ...]:
    rows = [{"code": m} if isinstance(m, str) else m for m in page.tree.get("members", ())]
    for row in rows:
        _known(row, ("code", "since", "until"), f"{page.where}, members")
    return tuple(Member(row["code"], *_validity(row, page.where)) for row in rows)


def _check_members(entry: ActorEntry, entries: Mapping[str, ActorEntry], where: str) -> None:
    for member in entry.members:
        if member.code not in entries:
            raise CodebookError(f"{where}: member {member.code} is nobody: give it a row in states.yml")


def _validity(row: Tree, where: str) -> tuple[date | None, date | None]:
    since, until = row.get("since"), row.get("until")
    if any(not isinstance(day, date | None) for day in (since, until)):
        raise CodebookError(f"{where}: since and until are whole days, as 2025-01-29, not {since} .. {until}")
    if since and until and until < since:
        raise CodebookError(f"{where}: nothing holds from {since} to {until}: swap them")
    return since, until


# -- forms -------------------------------------------------------------------------------------------------


def _forms(source: Source, spelling: Spelling) -> Iterator[ActorForm]:
    for section, how in SECTIONS.items():
        for lang, text in _texts(source.tree.get(section, {}), source.where, spelling):
            yield from _written(text, source, how, lang, spelling)
    for lang, text in _texts(source.tree.get("label", {}), source.where, spelling):
        yield from _written(text, source, "name", lang, spelling)
    for lang, text in _texts(source.tree.get("prefix", {}), source.where, spelling):
        yield from _written(text, source, "adjective", lang, spelling)
    for lang, text in _texts(source.tree.get("demonym", {}), source.where, spelling):
        yield from _demonym(text, source, lang, spelling)
    for person in source.tree.get("people", ()):
        yield from _person(person, source, spelling)


def _texts(section: Tree, where: str, spelling: Spelling) -> Iterator[tuple[str, str]]:
    """(language, form as written in YAML) of one section, `any` given to every language."""
    _known(section, (EVERY, *spelling.languages), where)
    for key, value in section.items():
        for text in [value] if isinstance(value, str) else value:
            if not isinstance(text, str) or not text.strip(WEAK + " "):
                raise CodebookError(f"{where}: {text!r} is no form: put words in quotes")
            yield from ((lang, text) for lang in (spelling.languages if key == EVERY else (key,)))


def _written(text: str, source: Source, how: How, language: str, spelling: Spelling) -> Iterator[ActorForm]:
    form = _straight(text.removeprefix(WEAK))
    article = next((a for a in spelling.articles[language] if form.startswith(a)), None)
    if article:
        raise CodebookError(f"{source.where}: write « {form} » without « {article.strip()} »")
    for variant in spelling.variants(form, language):
        yield ActorForm(variant, source.code, how, language, text.startswith(WEAK))


def _demonym(text: str, source: Source, language: str, spelling: Spelling) -> Iterator[ActorForm]:
    """Adjective and nationals. Where adjectives are capitalised (English), what differs from the first is people."""
    weak = WEAK if text.startswith(WEAK) else ""
    first, *others = spelling.inflected(_straight(text.removeprefix(WEAK)), language, source.where)
    if language not in spelling.lower_adjectives:
        yield from _written(weak + first, source, "adjective", language, spelling)
        for other in others:
            yield from _written(weak + other, source, "people", language, spelling)
        return
    for adjective in (first, *others):
        yield from _written(weak + adjective, source, "adjective", language, spelling)
        for national in _people(adjective):
            yield from _written(weak + national, source, "people", language, spelling)


def _person(row: Tree, source: Source, spelling: Spelling) -> Iterator[ActorForm]:
    _known(row, PERSON_KEYS | set(spelling.languages), f"{source.where}, people")
    since, until = _validity(row, f"{source.where}, {row.get('name')}")
    if since is None:
        raise CodebookError(f"{source.where}: {row.get('name')} holds office since when? Add `since:`")
    named = {key: row[key] for key in (EVERY, *spelling.languages) if key in row}
    for lang, text in [*_texts({EVERY: row["name"]}, source.where, spelling), *_texts(named, source.where, spelling)]:
        for form in _written(text, source, "person", lang, spelling):
            yield ActorForm(form.form, form.actor, "person", lang, form.weak, since, until)


def _straight(text: str) -> str:
    return text.replace("’", "'").strip()


def _plain(path: Path) -> Source:
    return Source(f"actors/{path.name}", "", _read(path))


def _by_language(sources: Sequence[Source], spelling: Spelling) -> dict[str, tuple[str, ...]]:
    """Plain forms of several files, by language; the demonyms among them inflected."""
    found: dict[str, set[str]] = {lang: set() for lang in spelling.languages}
    for source in sources:
        plain = {key: value for key, value in source.tree.items() if key != "inflected"}
        for lang, text in _texts(plain, source.where, spelling):
            found[lang].update(spelling.variants(_straight(text), lang))
        for lang, text in _texts(source.tree.get("inflected", {}), source.where, spelling):
            for form in spelling.inflected(text, lang, source.where):
                found[lang].update((form, *_people(form)))
    return {lang: tuple(sorted(forms)) for lang, forms in found.items()}


def _check_masks(masks: Mapping[str, Sequence[str]], forms: Iterable[ActorForm]) -> None:
    hidden = {lang: frozenset(found) for lang, found in masks.items()}
    for form in forms:
        if form.form in hidden[form.language]:
            raise CodebookError(f"« {form.form} » is a form of {form.actor} and a mask ({form.language}): drop one")


# -- clashes -----------------------------------------------------------------------------------------------


def _settled(forms: Sequence[ActorForm], sources: Sequence[Source]) -> list[ActorForm]:
    """Each form once an actor, and to one actor unless it is weak for all; the order of files does not matter."""
    preferred = {(form, s.code) for s in sources for form in s.tree.get("prefer", ())}
    kept: dict[tuple[str, str, str, date | None], ActorForm] = {}
    for form in sorted(forms, key=lambda f: HOWS.index(f.how)):  # a stable sort: what is written first wins
        kept.setdefault((form.language, form.form, form.actor, form.since), form)
    ordered = sorted(kept.values(), key=lambda f: (f.language, f.form, f.actor, f.since or date.min))
    where = {s.code: s.where for s in sources if s.where != "CLDR"}
    shared = groupby(ordered, key=lambda f: (f.language, f.form))
    return [form for _, group in shared for form in _one_actor(list(group), preferred, where)]


def _one_actor(group: list[ActorForm], preferred: set[tuple[str, str]], where: Mapping[str, str]) -> list[ActorForm]:
    actors = sorted({form.actor for form in group})
    if len(actors) == 1 or all(form.weak for form in group):
        return group
    winners = [actor for actor in actors if (group[0].form, actor) in preferred]
    if len(winners) != 1:
        files = " and ".join(f"{where[actor]} ({actor})" for actor in actors)
        raise CodebookError(f"« {group[0].form} » stands in {files}: mark it ~ in both, or `prefer:` it in one")
    return [form for form in group if form.actor == winners[0]]


def examples(folder: Path) -> Iterator[tuple[str, str, str, frozenset[str]]]:
    """(file, language, text, codes surely named) of every example and refusal of the actor pages."""
    for path in sorted(folder.glob("*.yml")):
        for language, rows in _read(path).get("examples", {}).items():
            for row in rows:
                if "published" not in row and "perhaps" not in row:
                    yield path.name, language, row["text"], frozenset(row["expect"])
