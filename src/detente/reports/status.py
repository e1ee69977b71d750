"""How far an act got: what denies it, doubts it, plans it or calls it off, within its clause."""

from detente.codebook.entries import Group
from detente.codebook.languages import Language
from detente.model import ActMention, Sentence, Status
from detente.reports import ahead, refusing, scope, threats, untrue

SUMMONS = "summon"  # the act of the ministry that calls in an envoy
EXPELS = "expel"
BLAME = "ACCUSE"
SEES = frozenset({SUMMONS, "call", "visit", "meet", "send-message"})  # acts by which one speaks to somebody
VOICED = frozenset({"REQUEST", "ACCUSE", "REJECT", "SUPPORT", "CONCEDE"})  # types of what one says there
TOLD = frozenset({"past", "preterite", "present"})  # tenses in which it was done
DECREED = 40  # characters from a measure to the "by" of who decided it: " décidées par"
OBJECT = 12  # characters from an infinitive to its object: "to host the peace talks"


def decide(
    sentence: Sentence, act: ActMention, group: Group, type_: str, text: str, language: Language
) -> Status | None:
    """None when the sentence does not tell the act: negated, supposed, asked, wished."""
    cues = scope.kinds(sentence, act, text, language, group.governs, type_)
    return _of(cues, sentence, act, group, type_, text, language)


def possible(sentence: Sentence, act: ActMention, group: Group, type_: str, text: str, language: Language) -> bool:
    """Whether `decide` can find one, whatever the parser says: with no cue of the sentence in the act's clause, or with one."""
    if threats.threatened(sentence, act, type_):
        return True
    kinds = [set[str](), *({c.kind} for c in sentence.cues)]
    return any(_of(cues, sentence, act, group, type_, text, language) for cues in kinds)


def _of(
    cues: set[str], sentence: Sentence, act: ActMention, group: Group, type_: str, text: str, language: Language
) -> Status | None:
    """How far an act got, by the kinds of cue in its clause."""
    if _is_content(sentence, act):
        return None
    if "negation" in cues:
        return Status.DENIED if untrue.closed_by_denial(sentence, act, text) else None
    if text[sentence.start : sentence.end].rstrip().endswith("?") or refusing.only_if(sentence, act, text, language):
        return None
    if "cancelled" in cues:
        return Status.CANCELLED
    if _awaited(sentence, act, text, language):
        return None
    if act.form == "verb" and _inverted(sentence, act, text, language):
        return None
    if "denied" in cues or _untrue(sentence, act, text, language):
        return Status.DENIED
    if act.form == "noun" and _unlikely(sentence, act, text):
        return None
    return _by_mood(cues, sentence, act, group, type_, text, language)


def _untrue(sentence: Sentence, act: ActMention, text: str, language: Language) -> bool:
    return untrue.told_false(sentence, act, text, language) or untrue.denied_that(sentence, act, text, language)


def _by_mood(
    cues: set[str], sentence: Sentence, act: ActMention, group: Group, type_: str, text: str, language: Language
) -> Status | None:
    """How far an act got that nothing denies or calls off: as a conditional, its own wording or a proposal has it."""
    if act.tense == "hearsay" and not (
        ahead.announced_passive(act, text, language) and ahead.told_before(sentence, act)
    ):
        return Status.ALLEGED
    would = "reported-future" in cues and (act.tense == "present" or ahead.would_be(sentence, act))
    if act.tense == "conditional" or would:
        told = ahead.told_before(sentence, act) and not (language["premodified"] and ahead.only_would(sentence, act))
        return Status.PLANNED if told else None
    if group.status is not None:
        return None if "hypothesis" in cues else group.status
    if "proposed" in cues:
        return Status.PROPOSED
    if "hypothesis" in cues and not _decreed(act, text, language):
        return None
    return _by_tense(cues, sentence, act, type_, text, language)


def _decreed(act: ActMention, text: str, language: Language) -> bool:
    """ "Les échanges ont porté sur les restrictions *décidées par Ottawa*": it is done, whatever is only spoken of."""
    behind = text[act.end : act.end + DECREED].casefold().split()[:2]
    told = len(behind) > 1 and behind[1] in language["passive_by"]
    return act.form == "noun" and told and behind[0].startswith(language["decreed"])


def _by_tense(
    cues: set[str], sentence: Sentence, act: ActMention, type_: str, text: str, language: Language
) -> Status | None:
    """How far an act got that nothing turns round and no wording settles: by its tense, and by who tells it."""
    to_come = "future" in cues and (act.tense in ("infinitive", "present", "") or ahead.will(sentence, act))
    if to_come and act.tense == "gerund" and "ongoing" in cues:
        return Status.ONGOING  # "*will go on* withholding"
    if act.tense in ("future", "hearsay") or to_come:
        return Status.PLANNED
    decided = "decided" in cues or ahead.announced(sentence, act, text, language)
    if decided and type_ == "AGREE" and _for_a_purpose(sentence, act):
        return None
    if act.tense == "gerund" and type_ == "AGREE" and _worked_for(act, text, language):
        return None
    if act.tense == "infinitive" and not decided and act.governor is None:
        if "sequence" in cues and _follows(sentence, act):
            return Status.OCCURRED
        if _said_there(sentence, act, type_):
            return Status.OCCURRED
        return Status.ONGOING if "ongoing" in cues else None
    hearsay = "alleged" in cues or _by_the_unnamed(sentence, act, text)
    if hearsay and type_ not in scope.SAID:
        return Status.ALLEGED
    said = type_ in scope.SAID and act.form == "verb" and act.tense == "past"  # "accused Niger of continuing to…"
    return Status.ONGOING if "ongoing" in cues and act.tense != "preterite" and not said else Status.OCCURRED


def _for_a_purpose(sentence: Sentence, act: ActMention) -> bool:
    """ "Ordered his minister to meet Kenyans *to resolve* the row": behind another infinitive, what that is for."""
    before = any(a.tense == "infinitive" and a.head < act.head for a in sentence.acts)
    return before and act.tense == "infinitive"


def _said_there(sentence: Sentence, act: ActMention, type_: str) -> bool:
    """ "Called in the ambassador *to demand* an apology", "flew to Kampala *to ask* for calm": what one sees or summons
    somebody for is said there, where nothing else stands between."""
    verbs = [a for a in sentence.acts if a.form == "verb" and a.head < act.head]
    if act.act == EXPELS and verbs and verbs[-1].act == SUMMONS and verbs[-1].tense in TOLD:
        return not _parted(sentence, verbs[-1], act)  # "convoqué l'ambassadeur pour lui *notifier l'expulsion* de…"
    said = type_ in VOICED and act.form == "verb" and bool(verbs) and verbs[-1].act in SEES
    said = said and not (type_ == BLAME and verbs[-1].act == SUMMONS)  # a summons is that complaint
    return said and verbs[-1].tense in TOLD and verbs[-1].voice == "active" and not _parted(sentence, verbs[-1], act)


def _parted(sentence: Sentence, one: ActMention, other: ActMention) -> bool:
    return any(one.end <= b < other.head for b in sentence.breaks)


def _worked_for(act: ActMention, text: str, language: Language) -> bool:
    """ "A template for *resolving* the row": a gerund that a preposition rules is what something is for."""
    before = text[: act.head].rsplit(maxsplit=1)
    ruling = language.words("toward", "links", "within")
    return bool(language["premodified"]) and bool(before) and before[-1].casefold() in ruling


def _follows(sentence: Sentence, act: ActMention) -> bool:
    """ "S'est entretenue avec X, avant d'être *reçue* par Y": behind what was done, done as well."""
    return any(a.head < act.head and a.form == "verb" and a.tense in ("past", "preterite") for a in sentence.acts)


def _awaited(sentence: Sentence, act: ActMention, text: str, language: Language) -> bool:
    """ "Keeps its sanctions *until it accepts* a truce", "*jusqu'à ce que* Lomé retire": a present behind it is not done yet."""
    if act.form != "verb" or act.tense not in ("present", "subjunctive"):
        return False
    before = f" {text[sentence.start : act.head].casefold()}"
    at = max((before.rfind(f" {w} ") for w in language["awaiting"]), default=-1)
    return at >= 0 and not any(mark in before[at:] for mark in ",;:")


def _inverted(sentence: Sentence, act: ActMention, text: str, language: Language) -> bool:
    """ "*Had* Spain recognised it, …", "*Should* Chad close it": a sentence that opens with its auxiliary supposes."""
    first = text[sentence.start : act.head].split(maxsplit=1)[:1]
    return bool(first) and first[0].casefold() in language["inverted_if"] and "," not in text[sentence.start : act.head]


def _by_the_unnamed(sentence: Sentence, act: ActMention, text: str) -> bool:
    """ ", *according to an American official*", "*à en croire* le quotidien, …": at an end of the sentence, of no other act."""
    for cue in sentence.cues:
        low, high = (act.end, cue.start) if act.end <= cue.start else (cue.end, act.head)
        parted = "," in text[max(low - 1, 0) : high] and ";" not in text[low:high]
        first = sentence.acts[0].head if sentence.acts else act.head
        if cue.kind == "unnamed" and parted and (act.end <= cue.start or act.head == first):
            return not any(mark in text[low:high] for mark in "«»“”")
    return False


def _unlikely(sentence: Sentence, act: ActMention, text: str) -> bool:
    """ "A meeting between Ankara and Athens *would be welcome*": what is said of a noun that tells no act."""
    behind = [c for c in sentence.cues if c.kind == "unlikely" and act.end <= c.start < act.end + scope.AFTER]
    others = [a.head for a in sentence.acts if a.head >= act.end]
    walls = [*sentence.breaks, *others, sentence.end]
    return any(c.start < min(w for w in walls if w >= act.end) and "," not in text[act.end : c.start] for c in behind)


def _is_content(sentence: Sentence, act: ActMention) -> bool:
    """ "Has offered to host *talks*": the object of what is only offered or asked is not told as done."""
    before = (a for a in sentence.acts if a.governor is not None and a.tense == "infinitive")
    return act.form == "noun" and any(0 <= act.start - a.end <= OBJECT for a in before)
