"""How far an act got: what denies it, doubts it, plans it or calls it off, within its clause."""

from detente.codebook.entries import Group
from detente.codebook.languages import Language
from detente.model import ActMention, Basis, Cue, Sentence, Status, When
from detente.reports import clauses, untrue

SAYS = 2  # words of the longest verb of saying: "affirmer à"
AFTER = 110  # characters after an act in which "a été annulée", "prévue", "reste en vigueur" still speak of it

REACH = 45  # characters from "ne … pas", "not" to the verb it denies
OBJECT = 12  # characters from an infinitive to its object: "to host the peace talks"
BEHIND = 16  # characters from a verb to the "toujours", "for decades" that is its own
ANNOUNCED = (
    60  # characters from a noun to the relative clause that hangs on it: "la rencontre *que* les deux ministres…"
)
_AFTER = {True: ("cancelled", "future", "ongoing"), False: ("ongoing",)}  # cues that may follow a noun; a verb
AHEAD = frozenset({"future", "proposed", "hypothesis", "reported-future"})  # cues that stand in what somebody said

# An act that exists by being said (an accusation, a demand) is done even if what it says is not.
SAID = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT", "AGREE", "SUPPORT"})


def decide(
    sentence: Sentence, act: ActMention, group: Group, type_: str, text: str, language: Language
) -> Status | None:
    """None when the sentence does not tell the act: negated, supposed, asked, wished."""
    cues = _in_scope(sentence, act, text, language, group.governs, type_)
    return _of(cues, sentence, act, group, type_, text, language)


def refused(
    sentence: Sentence, act: ActMention, group: Group, type_: str, text: str, language: Language, told: bool
) -> bool:
    """ "N'acceptait pas", "will not lift": whether a verb tells that somebody will not do it. told: whether it is done by
    being said; what is only not done ("did not lift", "pas encore") is no refusal."""
    tenses = ("present", "future", *(("past", "preterite", "imperfect", "infinitive") if told else ()))
    ahead = act.tense in tenses or (act.tense == "conditional" and _told_before(sentence, act))
    if not told and language["premodified"]:  # "did not lift" and "will not lift" have one form
        ahead = any(c.kind in ("future", "reported-future") and 0 <= act.head - c.end <= WILL for c in sentence.cues)
    if act.form != "verb" or act.voice != "active" or not ahead:
        return False
    start, end = clauses.span(sentence, act, text, language)
    around = f" {text[start : max(end, act.end)].casefold()} "
    if any(f" {words} " in around for words in language["pending"]) or only_if(sentence, act, text, language):
        return False
    cues = _in_scope(sentence, act, text, language, group.governs, type_)
    return "negation" in cues and not cues & {"hypothesis", "cancelled", "denied"} and "?" not in around


def only_if(sentence: Sentence, act: ActMention, text: str, language: Language) -> bool:
    """ "*Ne* lèvera l'embargo *que si*", "will reopen it *only if*": what is said to hang on a condition is not told as planned."""
    behind = text[act.end : sentence.end].casefold().replace("’", "'")
    before = text[sentence.start : act.head].casefold().replace("’", "'")
    ne = before.endswith(tuple(f"{w} " for w in language.maps["negation"]["before"])) or before.endswith("n'")
    if act.form != "verb" or (language.maps["negation"]["confirm"] and not ne):
        return False
    return any(f" {words}" in behind for words in language["only_if"])


def possible(sentence: Sentence, act: ActMention, group: Group, type_: str, text: str, language: Language) -> bool:
    """Whether `decide` can find one, whatever the parser says: with no cue of the sentence in the act's clause, or with one."""
    if threatened(sentence, act, type_):
        return True
    kinds = [set[str](), *({c.kind} for c in sentence.cues)]
    return any(_of(cues, sentence, act, group, type_, text, language) for cues in kinds)


def _of(
    cues: set[str], sentence: Sentence, act: ActMention, group: Group, type_: str, text: str, language: Language
) -> Status | None:
    """How far an act got, by the kinds of cue in its clause."""
    if _is_content(sentence, act):
        return None
    if "negation" in cues and untrue.closed_by_denial(sentence, act, text):
        return Status.DENIED
    if "negation" in cues or text[sentence.start : sentence.end].rstrip().endswith("?"):
        return None
    if only_if(sentence, act, text, language):
        return None
    if "cancelled" in cues:
        return Status.CANCELLED
    if act.form == "verb" and _inverted(sentence, act, text, language):
        return None
    if (
        "denied" in cues
        or untrue.told_false(sentence, act, text, language)
        or untrue.denied_that(sentence, act, text, language)
    ):
        return Status.DENIED
    if act.form == "noun" and _unlikely(sentence, act, text):
        return None
    if act.tense == "hearsay" and not (_announced_passive(act, text, language) and _told_before(sentence, act)):
        return Status.ALLEGED
    if act.tense == "conditional" or (
        "reported-future" in cues and (act.tense == "present" or _would_be(sentence, act))
    ):
        told = _told_before(sentence, act) and not (language["premodified"] and _only_would(sentence, act))
        return Status.PLANNED if told else None
    if group.status is not None:
        return None if "hypothesis" in cues else group.status
    if "proposed" in cues:
        return Status.PROPOSED
    if "hypothesis" in cues:
        return None
    return _by_tense(cues, sentence, act, type_, text, language)


def _by_tense(
    cues: set[str], sentence: Sentence, act: ActMention, type_: str, text: str, language: Language
) -> Status | None:
    """How far an act got that nothing turns round and no wording settles: by its tense, and by who tells it."""
    ahead = "future" in cues and (act.tense in ("infinitive", "present", "") or _will(sentence, act))
    if act.tense in ("future", "hearsay") or ahead:
        return Status.PLANNED
    decided = "decided" in cues or _announced(sentence, act, text, language)
    if decided and type_ == "AGREE" and _for_a_purpose(sentence, act):
        return None
    if act.tense == "gerund" and type_ == "AGREE" and _worked_for(act, text, language):
        return None
    if act.tense == "infinitive" and not decided and act.governor is None:
        if "sequence" in cues and _follows(sentence, act):
            return Status.OCCURRED
        return Status.ONGOING if "ongoing" in cues else None
    hearsay = "alleged" in cues or _by_the_unnamed(sentence, act, text)
    if hearsay and type_ not in SAID:
        return Status.ALLEGED
    said = type_ in SAID and act.form == "verb" and act.tense == "past"  # "accused Niger of continuing to…"
    return Status.ONGOING if "ongoing" in cues and act.tense != "preterite" and not said else Status.OCCURRED


def _for_a_purpose(sentence: Sentence, act: ActMention) -> bool:
    """ "Ordered his minister to meet Kenyans *to resolve* the row": behind another infinitive, what that is for."""
    before = any(a.tense == "infinitive" and a.head < act.head for a in sentence.acts)
    return before and act.tense == "infinitive"


def _worked_for(act: ActMention, text: str, language: Language) -> bool:
    """ "A template for *resolving* the row": a gerund that a preposition rules is what something is for."""
    before = text[: act.head].rsplit(maxsplit=1)
    ruling = language.words("toward", "links", "within")
    return bool(language["premodified"]) and bool(before) and before[-1].casefold() in ruling


def _would_be(sentence: Sentence, act: ActMention) -> bool:
    """ "Its ambassador *would be* withdrawn": a passive right behind the word for a future in the past."""
    near = (c for c in sentence.cues if c.kind == "reported-future" and 0 <= act.head - c.end <= WILL)
    return act.tense == "infinitive" and act.voice == "passive" and any(near)


def _inverted(sentence: Sentence, act: ActMention, text: str, language: Language) -> bool:
    """ "*Had* Spain recognised it, …", "*Should* Chad close it": a sentence that opens with its auxiliary supposes."""
    first = text[sentence.start : act.head].split(maxsplit=1)[:1]
    return bool(first) and first[0].casefold() in language["inverted_if"] and "," not in text[sentence.start : act.head]


def _will(sentence: Sentence, act: ActMention) -> bool:
    """ "*Will let* lorries in", "*will shut* its border": a verb whose past is spelt as its infinitive."""
    near = any(c.kind == "future" and 0 <= act.head - c.end <= WILL for c in sentence.cues)
    return act.form == "verb" and act.voice == "active" and near


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
    behind = [c for c in sentence.cues if c.kind == "unlikely" and act.end <= c.start < act.end + AFTER]
    others = [a.head for a in sentence.acts if a.head >= act.end]
    walls = [*sentence.breaks, *others, sentence.end]
    return any(c.start < min(w for w in walls if w >= act.end) and "," not in text[act.end : c.start] for c in behind)


def _announced(sentence: Sentence, act: ActMention, text: str, language: Language) -> bool:
    """ "A annoncé, samedi, *rappeler* son ambassadeur": an infinitive right behind a verb that makes known what one does."""
    words = text[sentence.start : act.head].casefold().replace("’", "'").split()
    small = {*language["inserted"], *language["remention"], "se"}
    while words and (words[-1].strip(",") in small or not words[-1].strip(",")):
        words.pop()
    return bool(words) and words[-1].strip(",").startswith(language["announcing"])


def _announced_passive(act: ActMention, text: str, language: Language) -> bool:
    """ "A annoncé que ses postes *seraient* fermés": announced, a passive in the conditional is a future."""
    words = text[max(0, act.head - WOULD) : act.head].casefold().split()
    return act.voice == "passive" and any(language.auxiliary("be").get(w) == "conditional" for w in words[1:])


WOULD = 40  # characters before a participle in which its auxiliary stands
WILL = 12  # characters from "will" to its verb: " no longer"
CALLS_OFF = "cancel"  # an act of the codebook
KEEPS = "maintain"  # another, whose own word "keeps" is
LASTING = frozenset({"AID", "COOPERATE"})


def _is_content(sentence: Sentence, act: ActMention) -> bool:
    """ "Has offered to host *talks*": the object of what is only offered or asked is not told as done."""
    before = (a for a in sentence.acts if a.governor is not None and a.tense == "infinitive")
    return act.form == "noun" and any(0 <= act.start - a.end <= OBJECT for a in before)


HARMS = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "REJECT"})


def threatened(sentence: Sentence, act: ActMention, type_: str) -> bool:
    """ "Faute de quoi Niamey dénoncera la convention": harm announced under a condition is a threat (CODING)."""
    led = any(c.kind in ("future", "reported-future") and 0 <= act.head - c.end <= WILL for c in sentence.cues)
    ahead = act.form == "verb" and (led or act.tense in ("future", "conditional", "present", "infinitive"))
    if type_ not in HARMS or not ahead:
        return False
    if any(c.kind == "otherwise" and c.start < act.head for c in sentence.cues):
        return True
    will = led or act.tense in ("future", "conditional")
    return (
        will
        and any(c.kind == "condition" for c in sentence.cues)
        and not any(c.kind == "opinion" for c in sentence.cues)
    )


def closes_quotation(sentence: Sentence, act: ActMention, text: str, language: Language) -> bool:
    """ "« … », *soutient* le ministère": behind a quotation and its comma stands a verb of saying."""
    before = text[sentence.start : act.head].rstrip()
    small = {*language.auxiliary("have"), *language.auxiliary("be")}
    if before and before.rsplit(maxsplit=1)[-1].casefold() in small:
        before = before.rsplit(maxsplit=1)[0].rstrip() if " " in before else ""  # "« … », *a* rappelé le diplomate"
    said = any(c.kind in ("verb", "weak-verb") and c.start <= act.head < c.end for c in sentence.speech)
    if len(text[act.head : act.end].split()) > SAYS:
        return False  # "…, *a déclaré persona non grata* l'ambassadeur"
    return (
        said
        and before[-1:] == ","
        and before[:-1].rstrip().endswith(tuple(pair[1] for pair in language.maps["speech"]["quotes"]))
    )


def _in_scope(
    sentence: Sentence, act: ActMention, text: str, language: Language, governs: bool, type_: str
) -> set[str]:
    """Kinds of the cues in the act's clause, before it; cancelled, planned and ongoing also just after it.

    Not in a relative clause closed before it ("Lebanon, which denies the charge, threw out…"), nor in what somebody said
    before it: "Senegal will reopen the port, he said at the end of a visit".
    """
    start, end = clauses.span(sentence, act, text, language)
    closed = clauses.enclosed(sentence, act.head, text, language)
    relative = [c for c in sentence.arguments if c.act < 0 and c.role == "relative"]
    apart = [(c.start, c.end) for c in relative if c.end <= act.head]
    kinds = set()
    for cue in sentence.cues:
        if cue.kind == "negation" and (_inside(sentence, cue, act, type_) or _of_its_wording(cue, act)):
            continue
        if start < cue.end <= act.head or start <= cue.start < act.head:
            aside = any(first <= cue.start < last for first, last in [*closed, *apart])
            told = cue.kind in AHEAD and _said_between(sentence, cue, act, text)
            own = cue.kind == "alleged" and _of_a_verb_before(sentence, cue, act, text, language)
            own = own or (cue.kind == "denied" and type_ in SAID and untrue.done_besides(cue, act, text, language))
            since = cue.kind == "negation" and _since(text, cue, act, language)
            if not (aside or told or own or since or (cue.kind == "negation" and _far(text, cue, act))):
                kinds.add(cue.kind)
        elif cue.kind == "negation" and act.head < cue.start < act.end + 3:
            if not (governs and cue.start >= act.end):  # "se sont engagés à *ne plus* taxer" is a promise
                kinds.add(cue.kind)  # "imposed no sanctions", "donated nothing"
        elif cue.kind == "ongoing" and cue.start == act.head and act.form == "verb" and act.act != KEEPS:
            kinds.add(cue.kind)  # "*keeps* supplying ammunition"
        elif cue.kind in _AFTER[act.form == "noun" or (act.form == "phrase" and type_ == "CONSULT")] and _behind(
            sentence, act, cue, end
        ):
            kinds.add(cue.kind)
        elif cue.kind == "cancelled" and act.tense == "infinitive" and act.end <= cue.start < min(end, act.end + AFTER):
            kinds.add(cue.kind)  # "a commission due to meet in March has been dropped"
    return kinds


def _inside(sentence: Sentence, cue: Cue, act: ActMention, type_: str) -> bool:
    """Whether a negation belongs to the words of another act, or to a refusal's own: "first said *no* and then relented"."""
    here = [a for a in sentence.acts if a.form == "verb" and a.head < cue.start and cue.end <= a.end]
    return any(a.head != act.head for a in here) or (type_ == "REJECT" and bool(here))


def _of_its_wording(cue: Cue, act: ActMention) -> bool:
    """ "Can *no longer* land in": a set phrase whose own words deny."""
    return act.form == "phrase" and act.start <= cue.start and cue.end <= act.end


def _of_a_verb_before(sentence: Sentence, cue: Cue, act: ActMention, text: str, language: Language) -> bool:
    """ "*Accuse* l'Espagne d'héberger des comploteurs *et* a fermé son centre": what is done besides is no allegation."""
    verb = any(a.form == "verb" and a.head == cue.start for a in sentence.acts)
    parted = any(cue.end <= b < act.head for b in sentence.breaks)
    return verb and not parted and bool(set(text[cue.end : act.head].casefold().split()) & {*language["and"]})


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


def _since(text: str, cue: Cue, act: ActMention, language: Language) -> bool:
    """ "Have *not* met *since* the border was shut": what came before is not denied."""
    return bool({*text[cue.end : act.head].casefold().split()} & {*language["since"]})


def _far(text: str, cue: Cue, act: ActMention) -> bool:
    """A negation reaches its own verb: not past a comma, nor half a line on."""
    return act.head - cue.end > REACH or "," in text[cue.end : act.head]


def running(how: Status, when: When | None, act: ActMention, since: bool, type_: str, aside: bool) -> Status:
    """ "Finance depuis 2028", "has occupied since 2008": done, with a beginning and no end, is still running.

    So is a benefit told in the present by a clause on the side: "the United States, which trains its police, …".
    since: whether its time is told by "since". aside: whether a relative clause tells it.
    """
    if how is not Status.OCCURRED or act.tense in ("preterite", "imperfect"):
        return how
    if type_ in SAID and act.form == "verb" and act.tense == "past":
        return how  # "rejected the claim to a land ruled since 1899"
    open_ended = when is not None and when.latest is None and (since or when.basis is not Basis.INFERRED)
    lasting = type_ in LASTING and act.form == "verb" and act.tense == "present" and act.voice == "active" and aside
    return Status.ONGOING if open_ended or lasting else how


def called_off(act: ActMention, text: str, language: Language) -> bool:
    """Whether the act calls off what was only planned, and does not break off what was under way ("walked out of the talks")."""
    told = text[act.start : act.end].casefold()
    return act.act == CALLS_OFF and not any(told.startswith(word) for word in language["broken-off"])


def answers(sentence: Sentence) -> bool:
    """Whether the sentence says that it answers something: "en riposte", "in kind", "en conséquence"."""
    return any(c.kind in ("answers", "upon") for c in sentence.cues)


def _follows(sentence: Sentence, act: ActMention) -> bool:
    """ "S'est entretenue avec X, avant d'être *reçue* par Y": behind what was done, done as well."""
    return any(a.head < act.head and a.form == "verb" and a.tense in ("past", "preterite") for a in sentence.acts)


def _told_before(sentence: Sentence, act: ActMention) -> bool:
    """ "Paris a annoncé qu'il suspendrait": after a verb of saying the conditional is a future, not a supposition."""
    return any(c.kind in ("verb", "weak-verb") and c.start < act.head for c in sentence.speech)


def _only_would(sentence: Sentence, act: ActMention) -> bool:
    """ "Backed a deal *that would free* the hostages": what something is said to bring about, in a clause of its own."""
    held = [
        c for c in sentence.arguments if c.act < 0 and c.role == "relative" and c.start < act.end and act.head < c.end
    ]
    return any(c.start <= cue.start < act.head for c in held for cue in sentence.cues if cue.kind == "reported-future")
