"""Whether an act is only spoken of: feared, aimed at, one of several things that talks, plans or frameworks are about."""

from detente.codebook.languages import Language
from detente.reports.spelling import low
from detente.reports.telling import Told

AHEAD = frozenset({"condition", "otherwise", "future", "reported-future", "proviso"})  # cues of harm that is to come
CLOSING = 12  # characters from a verb of warning to the end of the sentence that it closes: " on Monday."
THINGS = ("vessel", "aircraft", "lorries")  # kinds of `same_thing`

BETWEEN = 3  # words from what leads to a topic to the noun: "fears of *a second US* strike"
BESIDE = 3  # characters from a name to its relative clause: ", "
AGO = 9  # words before the act that are looked at


def spoken_of(told: Told, text: str, language: Language) -> bool:
    """ "Fears of *a strike*", "a mechanism for *exchanging* views": by the words right before a noun or a gerund."""
    act = told.mention
    if act.form != "noun" and act.tense != "gerund":
        return False
    before = low(text[told.sentence.start : act.head]).split()[-AGO:]
    if act.form == "verb":
        if any(c.kind == "ongoing" and c.start < act.head and act.head - c.end <= BESIDE for c in told.sentence.cues):
            return False  # "will *go on* withholding"
        return bool(before) and (before[-1] in language["gerund_topics"] or _ends(before, language["spoken_of"]))
    word = text[act.head : act.end].split(maxsplit=1)[0].casefold()
    if word.endswith(language.maps["endings"]["gerund"]) and before and before[-1] in language["gerund_topics"]:
        return True  # "talks on *closing* the consulate"
    return any(
        _ends(before[:cut], language["spoken_of"]) and not any(w.endswith(",") for w in before[cut:])
        for cut in range(len(before), max(len(before) - BETWEEN, 0) - 1, -1)
    )


def _ends(words: list[str], phrases: tuple[str, ...]) -> bool:
    return f" {' '.join(words)}".endswith(tuple(f" {p}" for p in phrases))


def warns_of_nothing(told: Told, text: str, language: Language) -> bool:
    """ "Warned *that the pact was dangerous*": who warns, and says nothing of harm to come, threatens nobody; he finds fault."""
    act, sentence = told.mention, told.sentence
    wording = text[act.head : act.end].casefold()
    if not language["warning"] or not wording.startswith(language["warning"]):
        return False
    start = sentence.start if sentence.end - act.end <= CLOSING else act.head  # "…, the ministry *warned*."
    said = f" {text[start : sentence.end].casefold()}"
    ahead = any(c.kind in AHEAD and c.start > start for c in sentence.cues)
    return not ahead and not any(f" {word}" in said for word in language["reprisals"])


def brings_about(told: Told) -> bool:
    """ "An accord *that will expand* trade": what a thing is said to do, in a relative clause of its own."""
    act, sentence = told.mention, told.sentence
    clause = next((c for c in sentence.arguments if c.act < 0 and c.role == "relative" and c.head == act.head), None)
    if clause is None or act.form != "verb":
        return False
    ahead = any(c.kind in ("future", "reported-future") and clause.start <= c.start < act.head for c in sentence.cues)
    own = any(clause.start <= m.start < act.head and not m.preposition for m in sentence.actors)
    led = any(0 <= clause.start - m.end <= BESIDE for m in sentence.actors)
    return ahead and not own and not led


def goes_on_to_do(told: Told, text: str, language: Language) -> bool:
    """ "*Went on to* tear up its accords", "had *come to* regret": an infinitive behind the "to" of a visit is no place."""
    act = told.mention
    last = text[act.head : act.end].rsplit(maxsplit=1)[-1].casefold()
    if told.group.frame != "visits" or act.form != "verb" or last not in language["infinitive"]:
        return False
    own = [a for a in told.sentence.arguments if a.act == told.index and a.role in ("object", "oblique")]
    going = any(a.preposition == last or a.start < act.end < a.end for a in own)  # "send *a mission to both capitals*"
    behind = text[act.end : told.sentence.end].split(maxsplit=1)
    noun = not behind or not behind[0].islower() or behind[0] in {*language["articles"], *language["definite"]}
    return told.sentence.parsed and not going and not noun


def carried(told: Told, text: str, language: Language) -> bool:
    """ "*A chartered flight* touched down in Accra": things that travel pay no visit."""
    if told.group.frame != "visits" or told.mention.form != "verb":
        return False
    things = {*language["borne"], *(w for kind in THINGS for w in language.maps["same_thing"].get(kind, ()))}
    own = [a for a in told.sentence.arguments if a.act == told.index and a.role == "subject"]
    return any(
        text[a.head : a.end].split(maxsplit=1)[0].strip(",.").casefold() in things for a in own if a.end > a.head
    )
