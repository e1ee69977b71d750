"""Which cues of a sentence speak of an act: those in its clause before it, and some just behind it."""

from detente.codebook.languages import Language
from detente.model import ActMention, Cue, Sentence
from detente.reports import clauses, untrue
from detente.reports.spelling import low_words

AFTER = 110  # characters after an act in which "a été annulée", "prévue", "reste en vigueur" still speak of it
REACH = 45  # characters from "ne … pas", "not" to the verb it denies
BEHIND = 16  # characters from a verb to the "toujours", "for decades" that is its own
ANNOUNCED = 60  # characters from a noun to the relative that hangs on it: "la rencontre *que* les deux ministres…"
CANCELLED = "cancelled"  # the cue of what was called off
KEEPS = "maintain"  # an act of the codebook, whose own word "keeps" is
_AFTER = {True: ("cancelled", "future", "ongoing"), False: ("ongoing",)}  # cues that may follow a noun; a verb
AHEAD = frozenset({"future", "proposed", "hypothesis", "reported-future"})  # cues that stand in what somebody said

FINITE = frozenset({"present", "future", "imperfect", "preterite", "conditional"})  # tenses of a verb without auxiliary

# An act that exists by being said (an accusation, a demand) is done even if what it says is not.
BLAMING = frozenset({"ACCUSE", "REQUEST", "REJECT"})
SAID = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT", "AGREE", "SUPPORT"})


def kinds(sentence: Sentence, act: ActMention, text: str, language: Language, governs: bool, type_: str) -> set[str]:
    """Kinds of the cues in the act's clause, before it; cancelled, planned and ongoing also just after it.

    Not in a relative clause closed before it ("Lebanon, which denies the charge, threw out…"), nor in what somebody said
    before it: "Senegal will reopen the port, he said at the end of a visit".
    """
    start, end = clauses.span(sentence, act, text, language)
    apart = _apart(sentence, act, text, language)
    found = set()
    for cue in sentence.cues:
        if cue.kind == "negation" and (_inside(sentence, cue, act, type_) or _of_its_wording(cue, act, text, language)):
            continue
        if start < cue.end <= act.head or start <= cue.start < act.head:
            aside = any(first <= cue.start < last for first, last in apart)
            if not (aside or _of_another(sentence, cue, act, type_, text, language)):
                found.add(cue.kind)
        elif _follows(sentence, cue, act, governs, type_, end) and not _besides(sentence, cue, act, text, language):
            found.add(cue.kind)
    return found


def _apart(sentence: Sentence, act: ActMention, text: str, language: Language) -> list[tuple[int, int]]:
    """The relative clauses that are closed before the act."""
    relative = [c for c in sentence.arguments if c.act < 0 and c.role == "relative"]
    closed = clauses.enclosed(sentence, act.head, text, language)
    return [*closed, *((c.start, c.end) for c in relative if c.end <= act.head)]


def _of_another(sentence: Sentence, cue: Cue, act: ActMention, type_: str, text: str, language: Language) -> bool:
    """Whether a cue before the act, in its clause, speaks of something else."""
    if cue.kind in AHEAD:
        return _said_between(sentence, cue, act, text) or _closes_what_is_said(cue, act, text, language)
    if cue.kind == "alleged" or (cue.kind == CANCELLED and act.form == "verb"):
        return _is_own(cue, act) or _of_a_verb_before(sentence, cue, act, text, language)
    if cue.kind == "denied":
        told = _said_between(sentence, cue, act, text)  # "denied firing, *saying* that Yerevan had shelled"
        return told or (type_ in SAID and untrue.done_besides(cue, act, text, language))
    if cue.kind != "negation":
        return False
    return _since(text, cue, act, language) or _far(text, cue, act) or _joined(text, cue, act, language)


def _follows(sentence: Sentence, cue: Cue, act: ActMention, governs: bool, type_: str, end: int) -> bool:
    """Whether a cue that is not before the act is one of those that speak of it from behind, in the clause up to `end`."""
    if cue.kind == "negation":  # "imposed no sanctions", "donated nothing"
        promise = governs and cue.start >= act.end  # "se sont engagés à *ne plus* taxer"
        return act.head < cue.start < act.end + 3 and not promise
    if cue.kind == "ongoing" and cue.start == act.head and act.form == "verb" and act.act != KEEPS:
        return True  # "*keeps* supplying ammunition"
    noun = act.form == "noun" or (act.form == "phrase" and type_ == "CONSULT")
    if cue.kind in _AFTER[noun] and _behind(sentence, act, cue, end):
        return True
    # "a commission due to meet in March has been dropped"
    due = (
        cue.kind == "cancelled" and act.tense == "infinitive" and type_ not in BLAMING
    )  # "protester contre l'annulation"
    return due and act.end <= cue.start < min(end, act.end + AFTER)


def _inside(sentence: Sentence, cue: Cue, act: ActMention, type_: str) -> bool:
    """Whether a negation belongs to the words of another act, or to a refusal's own: "first said *no* and then relented"."""
    here = [a for a in sentence.acts if a.form == "verb" and a.head < cue.start and cue.end <= a.end]
    return any(a.head != act.head for a in here) or (type_ == "REJECT" and bool(here))


def _of_its_wording(cue: Cue, act: ActMention, text: str, language: Language) -> bool:
    """ "Can *no longer* land in", "advised Serbs *not to travel*": a set phrase whose own words deny, or the infinitive
    that a verb's wording holds."""
    inside = act.start <= cue.start and cue.end <= act.end
    if act.form == "verb" and len(text[act.head : cue.start].split()) == 1:
        return False  # "pleaded *not to* be named"
    behind = text[cue.end : act.end].casefold().split()[:1]
    marked = behind in [[w] for w in language["infinitive"]]
    ends = tuple(language.maps["endings"]["infinitive"])
    own = bool(behind) and bool(ends) and behind[0].endswith(ends)  # "décidé de *ne plus* délivrer de visas"
    return inside and (act.form == "phrase" or (act.form == "verb" and (marked or own)))


def _is_own(cue: Cue, act: ActMention) -> bool:
    """ "The ban *was scrapped*": an act by which something ends is itself done."""
    return cue.kind == CANCELLED and cue.start <= act.head < cue.end


def _of_a_verb_before(sentence: Sentence, cue: Cue, act: ActMention, text: str, language: Language) -> bool:
    """ "*Accuse* l'Espagne d'héberger des comploteurs *et* a fermé son centre": what is done besides is no allegation."""
    verb = any(a.form == "verb" and a.head == cue.start for a in sentence.acts)
    parted = any(cue.end <= b < act.head for b in sentence.breaks)
    return verb and not parted and bool(set(text[cue.end : act.head].casefold().split()) & {*language["and"]})


def _besides(sentence: Sentence, cue: Cue, act: ActMention, text: str, language: Language) -> bool:
    """ "The suspension of visas *and the cancellation* of those issued": called off besides, of something else."""
    noun = act.head < cue.start and any(a.form == "noun" and a.start == cue.start for a in sentence.acts)
    return noun and bool({*text[act.end : cue.start].casefold().split()[-2:]} & {*language["and"]})


def _behind(sentence: Sentence, act: ActMention, cue: Cue, end: int) -> bool:
    """Whether a cue behind an act speaks of it: of a noun, also past the relative clause that hangs on it."""
    if act.form == "verb" and act.voice != "bare":
        return act.head < cue.start <= min(end, act.end + BEHIND)
    hung = [c for c in sentence.arguments if c.act < 0 and c.role in ("relative", "content", "reduced")]
    verbs = [c.head for c in hung if act.end <= c.start <= min(end, act.end + ANNOUNCED)]
    if act.end <= cue.start < min(end, act.end + AFTER):
        return True
    others = [a.head for a in sentence.acts if act.end <= a.head < cue.start]
    return bool(verbs) and not others and max(verbs) < cue.start < act.end + AFTER


def _said_between(sentence: Sentence, cue: Cue, act: ActMention, text: str) -> bool:
    said = [c for c in sentence.speech if c.kind in ("verb", "weak-verb") and cue.end <= c.start and c.end <= act.start]
    return any("," in text[cue.end : c.start] and "," not in text[c.end : act.head] for c in said)


def _closes_what_is_said(cue: Cue, act: ActMention, text: str, language: Language) -> bool:
    """ "Moscou *pourrait* fermer son ambassade, *a menacé* l'ambassadrice": a verb that its comma parts from what was said,
    with nothing but its auxiliary between."""
    _, comma, behind = text[cue.end : act.head].rpartition(",")
    auxiliaries = {*language.auxiliary("have"), *language.auxiliary("be"), *language["reflexive"]}
    words = low_words(behind)
    led = comma and words and all(w in auxiliaries for w in words)
    return bool(led) and act.form == "verb" and not language["premodified"]


def _since(text: str, cue: Cue, act: ActMention, language: Language) -> bool:
    """ "Have *not* met *since* the border was shut": what came before is not denied."""
    return bool({*text[cue.end : act.head].casefold().split()} & {*language["since"]})


def _joined(text: str, cue: Cue, act: ActMention, language: Language) -> bool:
    """ "N'a publié aucun texte *et nie avoir décrété* un embargo": where a verb is denied by words of its own, those of the verb
    that it is joined to do not reach it."""
    before = text[cue.end : act.head].casefold().split()
    places = [i for i, w in enumerate(before) if w in language["and"]]
    if not places or language["premodified"]:
        return False
    own = {*language.auxiliary("have"), *language.auxiliary("be")}
    return act.tense in FINITE or bool(own & {*before[places[-1] + 1 :]})


def _far(text: str, cue: Cue, act: ActMention) -> bool:
    """A negation reaches its own verb: not past a comma, nor half a line on."""
    return act.head - cue.end > REACH or "," in text[cue.end : act.head]
