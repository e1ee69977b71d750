"""Acts done by, or to, those who act for no state: rebels, protesters, gunmen; by their nouns, or by initials that name nobody."""

import re

from detente.codebook.languages import Language
from detente.reports.telling import Told

AGENT = 100  # characters from an act to its agent: "l'attaque de missions diplomatiques turques *par des manifestants*"
WORDS = 5  # of an agent, or before a participle, that may say who it is: "par un groupe de jeunes *manifestants*"
SHORT = 3  # words between a noun and its participle: "les rebelles du Nord *soutenus*"
_INITIALS = re.compile(r"[A-Z]{2,}[\w-]*|[A-Z]\d+")  # "M23", "FDLR"


def concerned(told: Told, text: str, language: Language) -> bool:
    """Whether an act has such a doer behind "by", or is a participle on such a noun."""
    return _agent(told, text, language) or _qualified(told, text, language)


def _agent(told: Told, text: str, language: Language) -> bool:
    """ "L'attaque de l'ambassade turque *par des manifestants*", "killed *by gunmen*": the first "by" behind the act."""
    act = told.mention
    if act.form == "verb" and act.voice == "active":
        return False
    end = min([b for b in told.sentence.breaks if b >= act.end], default=told.sentence.end)
    words = text[act.end : min(end, act.end + AGENT)].split()
    at = next((i for i, w in enumerate(words) if w.casefold() in language["passive_by"]), None)
    if at is None:
        return False
    named = [m for m in told.sentence.actors if m.preposition in language["passive_by"] and act.end <= m.start < end]
    return not named and any(_is_stranger(w, language) for w in words[at + 1 : at + 1 + WORDS])


def _qualified(told: Told, text: str, language: Language) -> bool:
    """ "Le M23 *appuyé* par l'armée", "un groupe terroriste *menaçant* la paix": done to, or by, the noun right before it."""
    act = told.mention
    bare = act.form == "verb" and (act.voice == "bare" or (act.tense == "gerund" and not language["premodified"]))
    before = text[told.sentence.start : act.head]
    near = [m for m in told.sentence.actors if m.end <= act.head and act.head - m.end <= 2]
    if not bare or near or before.rstrip().endswith(","):
        return False
    words = before.replace("’", "'").replace("'", "' ").split()[-SHORT:]
    led = bool(words) and words[-1].casefold() in language["gerund_leads"]
    return not led and any(_is_stranger(w, language) for w in words)


def _is_stranger(word: str, language: Language) -> bool:
    bare = word.strip("“”\"'(),.;:«»")
    return bare.casefold().startswith(tuple(language["strangers"])) or bool(_INITIALS.fullmatch(bare))
