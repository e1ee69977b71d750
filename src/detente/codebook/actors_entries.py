"""The actors themselves: states by row, others by page, their names from CLDR, their members."""

from collections.abc import Mapping, Sequence

from babel import Locale

from detente.codebook.actors_files import Source, Tree, known, validity
from detente.codebook.actors_model import ActorEntry, Member
from detente.codebook.actors_spelling import Spelling, straight
from detente.model import CodebookError


def named_by_cldr(states: Tree, spelling: Spelling) -> list[Source]:
    names = {lang: Locale(lang).territories for lang in spelling.languages}
    return [
        Source("CLDR", code, {"names": {lang: _press(names[lang][row["a2"]], lang, spelling) for lang in names}})
        for code, row in states.items()
    ]


def _press(name: str, language: str, spelling: Spelling) -> list[str]:
    printed = name
    for written, press in spelling.press[language].items():
        printed = printed.replace(written, press)
    return [printed] if "(" not in printed else []


def entries_of(states: Tree, pages: Sequence[Source], spelling: Spelling) -> dict[str, ActorEntry]:
    names = {lang: Locale(lang).territories for lang in spelling.languages}
    entries = {}
    for code, row in states.items():
        if row.get("a2") not in names[spelling.languages[0]]:
            raise CodebookError(f"actors/states.yml, {code}: CLDR knows no territory {row.get('a2')}")
        label = {lang: straight(names[lang][row["a2"]]) for lang in names}
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
        known(row, ("code", "since", "until"), f"{page.where}, members")
    return tuple(Member(row["code"], *validity(row, page.where)) for row in rows)


def _check_members(entry: ActorEntry, entries: Mapping[str, ActorEntry], where: str) -> None:
    for member in entry.members:
        if member.code not in entries:
            raise CodebookError(f"{where}: member {member.code} is nobody: give it a row in states.yml")
