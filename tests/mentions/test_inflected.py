"""Wordings kept by their verb: found as if every form of it had been added."""

from functools import partial

import pytest

from coded import book
from detente.mentions.inflected import VerbLexicon
from detente.mentions.lexicon import Lexicon
from detente.mentions.tokens import tokens

LANGUAGES = ("fr", "en")
ACTS = sorted(book().acts)[::6]


def both(code: str) -> tuple[VerbLexicon[str], Lexicon[str]]:
    """The verbs of some acts, kept by infinitive; and form by form, in the same order."""
    language = book().languages[code]
    contractions = {k: frozenset({k, *v}) for k, v in language.maps["contractions"].items()}
    kept: VerbLexicon[str] = VerbLexicon(language, contractions)
    spelled: Lexicon[str] = Lexicon(contractions)
    for act in ACTS:
        for group in book().acts[act].groups.get(code, ()):
            for verb in group.verbs:
                _, first, rest = language.parts(verb)
                tail = kept.elements(rest)
                kept.add_verb(first, tail, partial("{} {}".format, verb))
                for form, tense in sorted(set(language.forms(first))):
                    spelled.add((*spelled.elements(form), *tail), f"{verb} {tense}")
            kept.add_wordings(group.phrases, act)
            spelled.add_wordings(group.phrases, act)
    return kept, spelled


@pytest.mark.parametrize("code", LANGUAGES)
def test_they_are_found_in_the_same_places_and_order(code: str) -> None:
    kept, spelled = both(code)
    texts = [e.text for act in book().acts.values() for e in act.examples if e.language == code]
    found = [list(kept.find(tokens(text))) for text in texts]
    assert any(found)
    assert found == [list(spelled.find(tokens(text))) for text in texts]


def test_a_verb_that_ends_in_a_star_is_a_prefix() -> None:
    lexicon: VerbLexicon[str] = VerbLexicon(book().languages["en"], {})
    lexicon.add_verb("oust*", [], lambda tense: tense)
    assert [m.payload for m in lexicon.find(tokens("ousting him"))] == ["infinitive"]
