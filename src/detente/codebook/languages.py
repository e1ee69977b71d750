"""How a language inflects, doubts, speaks and points: one file a language."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from detente.codebook import files
from detente.model import CodebookError

LABEL = 6  # words of "MFA press statement:", "Note de presse :" before what they present
TENSES = ("infinitive", "present", "past", "imperfect", "preterite", "future", "conditional", "gerund")
CUES = (
    "hypothesis",
    "question",
    "future",
    "proposed",
    "cancelled",
    "denied",
    "alleged",
    "unnamed",
    "disbelieved",
    "untrue",
    "unlikely",
    "ongoing",
    "answers",
    "upon",
    "promptly",
    "partly",
    "opinion",
    "condition",
    "decided",
    "reported-future",
    "same-time",
    "also",
    "same-day",
    "occasion",
    "repeated",
    "effective",
    "sequence",
    "otherwise",
    "postponed",
    "posts",
    "located",
    "approving",
    "blaming",
    "undergone",
    "undergoes",
    "disapproving",
    "favouring",
    "deprecating",
    "ending",
    "proviso",
    "occasion-of-speech",
    "obliging",
    "incumbent",
    "likewise",
    "same-fate",
    "in-kind",
    "homecoming",
    "covers",
)
_LISTS = (
    "plural",
    "be",
    "have",
    "reflexive",
    "passive_by",
    "leaning",
    "awaiting",
    "extents",
    *CUES,
    "in_the_same_way",
    "fallen",
    "fire",
    "rolls",
    "listed_on",
    "links",
    "bears",
    "bears_far",
    "as_from",
    "accredited",
    "envoys",
    "both",
    "counterpart",
    "domestic",
    "first_person",
    "second_person",
    "neighbours",
    "several",
    "own_country",
    "missions",
    "pronouns",
    "possessives",
    "remention",
    "runs",
    "decreed",
    "own",
    "theirs",
    "in_the_wake",
    "toward",
    "with",
    "between",
    "from",
    "within",
    "ruling",
    "sidelined",
    "patronage",
    "upshots",
    "bidding",
    "coming_to",
    "occasions",
    "whichever",
    "each_other",
    "unfulfilled",
    "texts",
    "ordinals",
    "about",
    "spoken_of",
    "gerund_topics",
    "grounds",
    "inverted_if",
    "only_if",
    "prenominal",
    "strangers",
    "forums",
    "against",
    "spelled_out",
    "pending",
    "as_asked",
    "warning",
    "reprisals",
    "borne",
    "makes_do",
    "has_done",
    "other_one",
    "seen_done",
    "counts",
    "counted_of",
    "parts_of_time",
    "honorifics",
    "coming",
    "masses",
    "settlers",
    "deciding",
    "siding",
    "limits",
    "towns",
    "areas",
    "soil",
    "compass",
    "namesakes",
    "ministers",
    "matters",
    "travellers",
    "gap_numbers",
    "gap_shares",
    "of_two",
    "styles",
    "style_words",
    "counting",
    "elsewhere",
    "some_of_many",
    "gathering",
    "relating",
    "where",
    "resolves",
    "and",
    "clause_breaks",
    "abbreviations",
    "articles",
    "premodified",
    "particles",
    "definite",
    "pointing",
    "taking_place",
    "given_words",
    "unwilling",
    "infinitive",
    "relative",
    "object_pronouns",
    "relative_objects",
    "retitled",
    "undergoing",
    "and_then",
    "notified",
    "relative_owners",
    "clitic_objects",
    "no_longer",
    "demonstratives",
    "moving",
    "any",
    "mutual",
    "unofficial",
    "nobodys",
    "participles",
    "framing",
    "reasons",
    "gerund_leads",
    "announcing",
    "governed",
    "scheduling",
    "unasked",
    "idioms",
    "commanding",
    "measure_words",
    "retelling",
    "reached",
    "since",
    "until",
    "concluded",
    "issued",
    "broken-off",
    "when",
    "disowned",
    "neuter",
    "plural_pronouns",
    "clitics",
    "relations",
    "retold",
    "former",
    "anybody",
    "bodies",
    "portfolios",
    "visiting",
    "ruling_there",
    "in_power",
    "against_the_state",
    "provincial",
    "meeting",
    "bearing",
    "ranked",
    "guests",
    "leading_a_group",
    "addressed",
    "inserted",
    "satellites",
    "contrast",
)
_MAPS = (
    "answered",
    "deeds",
    "last_named",
    "endings",
    "negation",
    "carriers",
    "speech",
    "syntax",
    "contractions",
    "offtopic",
    "plural_endings",
    "lasting",
    "same_office",
    "same_ministry",
    "office_kinds",
    "houses",
    "same_thing",
    "local",
    "dating",
)


@dataclass(frozen=True)
class Language:
    """One `languages/*.yml`, checked. `tables`: infinitive ending -> tense -> endings; `irregular`: whole forms."""

    code: str
    label: str
    tables: Mapping[str, Mapping[str, tuple[str, ...]]]
    irregular: Mapping[str, Mapping[str, tuple[str, ...]]]
    lists: Mapping[str, tuple[str, ...]]
    maps: Mapping[str, Mapping[str, tuple[str, ...]]]

    def __getitem__(self, key: str) -> tuple[str, ...]:
        return self.lists[key]

    def words(self, *kinds: str) -> frozenset[str]:
        """The words of some lists together; asked of every act of every page."""
        if (known := self._together.get(kinds)) is None:
            known = self._together[kinds] = frozenset(w for kind in kinds for w in self.lists[kind])
        return known

    @cached_property
    def _together(self) -> dict[tuple[str, ...], frozenset[str]]:
        return {}

    @cached_property
    def elided(self) -> tuple[str, ...]:
        """The definite articles that lean on their noun: "l'"."""
        return tuple(w for w in self.lists["definite"] if w.endswith("'"))

    def forms(self, infinitive: str) -> Iterator[tuple[str, str]]:
        """(form, tense) of a verb, its infinitive first; a verb without a table is itself alone."""
        yield infinitive, "infinitive"
        if infinitive in self.irregular:
            for tense, forms in self.irregular[infinitive].items():
                yield from ((form, tense) for form in forms)
            return
        ending = next((e for e in self._endings if infinitive.endswith(e)), None)
        if ending is None:
            return
        stem = infinitive[: len(infinitive) - len(ending)]
        for tense, endings in self.tables[ending].items():
            yield from ((stem + e, tense) for e in endings)

    @cached_property
    def _endings(self) -> list[str]:
        return sorted(self.tables, key=lambda e: (-len(e), e))

    def parts(self, verb: str) -> tuple[bool, str, str]:
        """(reflexive, the word that inflects, what follows) of a verb as written: "s'en prendre à" -> True, "prendre", "à"."""
        for marker in sorted(self.lists["reflexive"], key=len, reverse=True):
            start = marker if marker.endswith("'") else f"{marker} "
            if verb.startswith(start):
                _, first, rest = self.parts(verb.removeprefix(start))
                return True, first, rest
        first, _, rest = verb.partition(" ")
        return self.parts(rest) if first in self.lists["clitics"] and rest else (False, first, rest)

    @property
    def narrates_in_the_perfect(self) -> bool:
        """Whether "a signé" tells what happened then, as where an imperfect stands beside it; "has signed" does not."""
        return any("imperfect" in tenses for tenses in self.tables.values())

    def issues(self, heads: Iterable[str]) -> bool:
        """Whether a title, a section or a first line says that the page is a communiqué: it begins so, or what a colon parts from it."""
        lines = [h.casefold() for h in heads if h]
        labels = [f" {line.partition(':')[0].strip()}" for line in lines if ":" in line]
        ends = tuple(f" {word}" for word in self.lists["issued"])
        named = any(label.endswith(ends) and len(label.split()) <= LABEL for label in labels)
        return named or any(line.startswith(self.lists["issued"]) for line in lines)

    def auxiliary(self, which: str) -> Mapping[str, str]:
        """Form -> tense of the verbs listed under `be` or `have`."""
        return self._auxiliaries[which]

    @cached_property
    def _auxiliaries(self) -> Mapping[str, Mapping[str, str]]:
        """Asked of every act of every page."""
        return {
            which: {form: tense for verb in self.lists[which] for form, tense in self.forms(verb)}
            for which in ("be", "have")
        }

    def inflected(self, noun: str) -> tuple[frozenset[str], ...]:
        """Each word of a noun phrase with its plurals: "sanction économique" also matches "sanctions économiques"."""
        return tuple(
            frozenset(self.plurals(word)) if word[-1:].isalpha() else frozenset({word}) for word in noun.split()
        )

    def plurals(self, noun: str) -> Iterator[str]:
        """A noun and its possible plurals; one in -s is its own."""
        yield noun
        if not noun.endswith("s"):
            yield from (noun + ending for ending in self.lists["plural"])
        for ending, others in self.maps["plural_endings"].items():
            if noun.endswith(ending):
                yield from (noun[: -len(ending)] + other for other in others)


def load_language(path: Path) -> Language:
    found = files.read(path)
    files.only(path, found, {"language", "label", "conjugation", "irregular", *_LISTS, *_MAPS})
    if missing := [k for k in (*_LISTS, *_MAPS) if k not in found]:
        raise CodebookError(
            f"{files.short(path)}: lacks {', '.join(missing)}; an empty list says the language has none"
        )
    return Language(
        code=str(found["language"]),
        label=str(found["label"]),
        tables=_tables(path, found.get("conjugation") or {}),
        irregular=_tables(path, found.get("irregular") or {}),
        lists={k: files.strings(path, found[k], k) for k in _LISTS},
        maps={k: {n: files.strings(path, v, f"{k}.{n}") for n, v in found[k].items()} for k in _MAPS},
    )


def _tables(path: Path, found: Mapping[str, Any]) -> dict[str, dict[str, tuple[str, ...]]]:
    tables = {}
    for ending, tenses in found.items():
        files.only(path, tenses, TENSES)
        tables[str(ending)] = {t: files.strings(path, v, f"conjugation.{ending}.{t}") for t, v in tenses.items()}
    return tables
