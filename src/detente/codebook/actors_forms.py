"""Every form of every actor, out of its sections; one actor a form, or weak for all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from detente.codebook.actors_files import EVERY, SECTIONS, WEAK, Source, Tree, known
from detente.codebook.actors_model import HOWS, ActorForm, How
from detente.codebook.actors_spelling import Spelling, nationals, straight
from detente.model import CodebookError


def forms_of(source: Source, spelling: Spelling) -> Iterator[ActorForm]:
    for section, how in SECTIONS.items():
        for lang, text in _texts(source.tree.get(section, {}), source.where, spelling):
            yield from _written(text, source, how, lang, spelling)
    for lang, text in _texts(source.tree.get("label", {}), source.where, spelling):
        yield from _written(text, source, "name", lang, spelling)
    for lang, text in _texts(source.tree.get("prefix", {}), source.where, spelling):
        yield from _written(text, source, "adjective", lang, spelling)
    for lang, text in _texts(source.tree.get("demonym", {}), source.where, spelling):
        yield from _demonym(text, source, lang, spelling)


def _texts(section: Tree, where: str, spelling: Spelling) -> Iterator[tuple[str, str]]:
    """(language, form as written in YAML) of one section, `any` given to every language."""
    known(section, (EVERY, *spelling.languages), where)
    for key, value in section.items():
        for text in [value] if isinstance(value, str) else value:
            if not isinstance(text, str) or not text.strip(WEAK + " "):
                raise CodebookError(f"{where}: {text!r} is no form: put words in quotes")
            yield from ((lang, text) for lang in (spelling.languages if key == EVERY else (key,)))


def _written(text: str, source: Source, how: How, language: str, spelling: Spelling) -> Iterator[ActorForm]:
    form = straight(text.removeprefix(WEAK))
    article = next((a for a in spelling.articles[language] if form.startswith(a)), None)
    if article:
        raise CodebookError(f"{source.where}: write « {form} » without « {article.strip()} »")
    for variant in spelling.variants(form, language):
        yield ActorForm(variant, source.code, how, language, text.startswith(WEAK))


def _demonym(text: str, source: Source, language: str, spelling: Spelling) -> Iterator[ActorForm]:
    """Adjective and nationals. Where adjectives are capitalised (English), what differs from the first is people."""
    weak = WEAK if text.startswith(WEAK) else ""
    first, *others = spelling.inflected(straight(text.removeprefix(WEAK)), language, source.where)
    if language not in spelling.lower_adjectives:
        yield from _written(weak + first, source, "adjective", language, spelling)
        for other in others:
            yield from _written(weak + other, source, "people", language, spelling)
        return
    for adjective in (first, *others):
        yield from _written(weak + adjective, source, "adjective", language, spelling)
        for national in nationals(adjective):
            yield from _written(weak + national, source, "people", language, spelling)


def by_language(sources: Sequence[Source], spelling: Spelling) -> dict[str, tuple[str, ...]]:
    """Plain forms of several files, by language; the demonyms among them inflected."""
    found: dict[str, set[str]] = {lang: set() for lang in spelling.languages}
    for source in sources:
        plain = {key: value for key, value in source.tree.items() if key != "inflected"}
        for lang, text in _texts(plain, source.where, spelling):
            found[lang].update(spelling.variants(straight(text), lang))
        for lang, text in _texts(source.tree.get("inflected", {}), source.where, spelling):
            for form in spelling.inflected(text, lang, source.where):
                found[lang].update((form, *nationals(form)))
    return {lang: tuple(sorted(forms)) for lang, forms in found.items()}


def check_masks(masks: Mapping[str, Sequence[str]], forms: Iterable[ActorForm]) -> None:
    hidden = {lang: frozenset(found) for lang, found in masks.items()}
    for form in forms:
        if form.form in hidden[form.language]:
            raise CodebookError(f"« {form.form} » is a form of {form.actor} and a mask ({form.language}): drop one")


def settled(forms: Sequence[ActorForm], sources: Sequence[Source]) -> list[ActorForm]:
    """Each form once an actor, and to one actor unless it is weak for all; the order of files does not matter."""
    preferred = {(form, s.code) for s in sources for form in s.tree.get("prefer", ())}
    kept: dict[tuple[str, str, str], ActorForm] = {}
    for form in sorted(forms, key=lambda f: HOWS.index(f.how)):  # a stable sort: what is written first wins
        kept.setdefault((form.language, form.form, form.actor), form)
    ordered = sorted(kept.values(), key=lambda f: (f.language, f.form, f.actor))
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
