"""Whether a time belongs to an act, by the sentence's clauses: what is said of something else does not date it."""

import re
from collections.abc import Sequence
from datetime import date

from detente.model import CLAUSE, ActMention, Argument, Sentence, TimeMention, When
from detente.reports.clauses import coordinated
from detente.reports.hanging import REACH, is_news, of_a_deed_before, of_a_noun
from detente.reports.reaching import one_of_several
from detente.reports.scene import Scene
from detente.reports.spelling import low

_WORD = re.compile(r"\w+")
OPENING = 4  # characters before a time that still opens its sentence: "Le 2 février", "“On Friday"
BEHIND = 2  # the same for a time after the verb that reports: "a annoncé, mardi,"
NEAR = 12  # characters after an act within which a time is its own whatever else is told
CLEFT = 20  # characters before a time that a cleft begins with: "C'est", "Ce n'est que", "It was only"
HUNG = 100  # characters from a noun to the clause that dates it: "la visite de la ministre …, prévue le 15 avril" is 83


def foreign(scene: Scene, time: TimeMention, times: Sequence[TimeMention], published: date | None) -> bool:
    """Whether a time of the sentence is said of something else than the act."""
    if 0 <= time.start - scene.act.end <= BEHIND and not one_of_several(scene, time):
        return False  # "a expulsé mardi un diplomate", whatever the parser makes of it
    if singled_out(scene, time):
        return False
    if _told_in_content(scene, time) or _beyond_another_subject(scene, time) or one_of_several(scene, time):
        return True
    if _in_apposition(scene, time):
        return True
    if _in_another_clause(scene, time, times, published) or of_a_noun(scene, time):
        return True
    if of_a_deed_before(scene, time, published):
        return True
    return _past_another_act(scene, time, published) and not _carried_on(scene, time, published)


def _in_apposition(scene: Scene, time: TimeMention) -> bool:
    """ "Poland, a NATO member *since 1999*, expelled": two commas part a run from a verb behind it, and tell no act."""
    opened = scene.text.rfind(",", scene.sentence.start, time.start)
    open_ended = time.when is not None and time.when.latest is None and time.when.earliest is not None
    if opened < 0 or not open_ended or time.end > scene.act.head or scene.text[time.end : time.end + 1] != ",":
        return False
    return bool(scene.text[opened + 1 : time.start].strip()) and not any(
        opened < a.head < time.start for a in scene.sentence.acts
    )


def singled_out(scene: Scene, time: TimeMention) -> bool:
    """ "C'est *le 9 mai* que Delhi a suspendu…", "It was *on May 9* that…": nothing told before it, and "that" right behind."""
    sentence, that = scene.sentence, scene.language.maps["speech"]["that"]
    behind = low(scene.text[time.end : time.end + REACH].lstrip())
    start = max([scene.text.rfind(mark, sentence.start, time.start) + 1 for mark in ":;"] + [sentence.start])
    alone = not any(start <= a.start < time.start for a in sentence.acts) and "," not in scene.text[start : time.start]
    return alone and time.start - start < CLEFT and behind.startswith(that)


def _told_in_content(scene: Scene, time: TimeMention) -> bool:
    """Whether a time stands in what the act says: "reconnaît *que* le consul, retenu dimanche, …"."""
    act, that = scene.act, scene.language.maps["speech"]["that"]
    opened = [b for b in scene.sentence.breaks if act.head < b <= act.end + BEHIND and b < time.start]
    opened = [b for b in opened if not _is_that(scene.text[b : time.start], that)]  # "n'avaient renoué *qu'*en août"
    return act.form == "verb" and any(scene.text[b : b + REACH].casefold().startswith(that) for b in opened)


def _is_that(text: str, that: Sequence[str]) -> bool:
    return low(text).strip() in {word.strip() for word in that}


def _beyond_another_subject(scene: Scene, time: TimeMention) -> bool:
    """Whether "and" begins a clause with a subject of its own between the act and a time that does not open the sentence."""
    if time.start - scene.sentence.start < OPENING:
        return False
    low, high = sorted((time.start, scene.act.head))
    return any(low < b <= high for b in coordinated(scene.sentence, scene.text, scene.language))


def behind_participle(scene: Scene, time: TimeMention, published: date | None) -> bool:
    """Whether the act came after a day of the news that a participle opens the sentence with: "Reçu mardi à Lomé, il…"."""
    if scene.act.form != "verb" or not is_news(time.when, published):
        return False
    inside = [c for c in clauses(scene.sentence) if c.start <= time.start < c.end]
    opens = [c for c in inside if c.end <= scene.act.head and c.start - scene.sentence.start < OPENING]
    return bool(inside) and len(opens) == len(inside) and all(_same_subject(scene, c) for c in opens)


def _same_subject(scene: Scene, clause: Argument) -> bool:
    """Whether an act of the clause has the subject of this one, as a participle that opens a sentence does."""
    own = {(s.start, s.end) for s in subjects(scene)}
    roles = {"subject", "passive_subject"}
    there = {i for i, a in enumerate(scene.sentence.acts) if clause.start <= a.head < clause.end}
    return any(a.act in there and a.role in roles and (a.start, a.end) in own for a in scene.sentence.arguments)


def _carried_on(scene: Scene, time: TimeMention, published: date | None) -> bool:
    act = scene.act
    held = [c for c in clauses(scene.sentence) if c.start < act.end and act.head < c.end and _is_relative(scene, c)]
    return any(_goes_on(scene, c, time, published) for c in held)


def _in_another_clause(scene: Scene, time: TimeMention, times: Sequence[TimeMention], published: date | None) -> bool:
    """A time in a clause that does not hold the act; or outside the relative clause that does."""
    act = scene.act
    if act.form == "verb" and any(start <= time.start < end for start, end in scene.enclosed):
        return True
    for clause in clauses(scene.sentence):
        timed = clause.start <= time.start < clause.end and not _before_comma(scene, clause, time)
        held = clause.start < act.end and act.head < clause.end
        if held and not timed and _when(scene, clause, time):
            continue
        if held and not timed and _is_relative(scene, clause) and not _goes_on(scene, clause, time, published):
            return True
        timed = timed and not _closed_before(scene, clause, time)
        if timed and not held and not _lends(scene, clause, time.when, published):
            lone = len(times) == 1
            if not (lone and is_news(time.when, published) and _trails(scene, clause, time)):
                return True
    return False


def _before_comma(scene: Scene, clause: Argument, time: TimeMention) -> bool:
    """ "Had undertaken at Argyle, *in December 2023*, not to use force": a comma parts it from the clause it seems to open."""
    led = scene.text[time.end : time.end + 1] == "," and _behind_comma(scene, clause)
    return led and clause.role == "adverbial" and clause.start == time.start


def _when(scene: Scene, clause: Argument, time: TimeMention) -> bool:
    """ "Trouble started on January 14 *when* Rabat imposed a bond": the clause tells what was done on the day before it."""
    words = _WORD.findall(scene.text[clause.start : clause.start + REACH].casefold())
    return 0 <= clause.start - time.end <= BEHIND and bool(words) and words[0] in scene.language["when"]


def _closed_before(scene: Scene, clause: Argument, time: TimeMention) -> bool:
    """ "will reopen its embassy, closed since 2012, *on July 15*": two commas close what is said in passing."""
    parted = scene.text[clause.head : time.start].rstrip().endswith(",")
    return clause.role == "reduced" and scene.act.end <= clause.start and parted and _behind_comma(scene, clause)


def _goes_on(scene: Scene, clause: Argument, time: TimeMention, published: date | None) -> bool:
    """Whether a relative clause carries the story on: "reçu mardi à Lomé, où ils ont signé…", "attendu lundi à Lomé, où il
    rencontrera…", "qu'elle accusait alors".

    Not what had been done before ("qui avait rompu"), what has been done since ("which has accused"), or a present.
    """
    act = scene.act
    if act.tense == "imperfect":
        return True
    if act.tense not in ("past", "preterite", "future") or clause.start < time.end or not _behind_comma(scene, clause):
        return False
    if act.tense == "future":
        return bool(published and time.when and time.when.earliest and time.when.earliest > published)
    if any(time.end <= b < clause.start and b != clause.start for b in scene.sentence.breaks):
        return False  # "suspended licences on Wednesday, a day *after* a clash in which guards shot…"
    words = low(scene.text[clause.start : act.head]).split()
    had = {t for w in words[-2:] if (t := scene.language.auxiliary("have").get(w.rpartition("'")[2]))}
    return not had or (had == {"present"} and scene.language.narrates_in_the_perfect)


def _behind_comma(scene: Scene, clause: Argument) -> bool:
    return scene.text[scene.sentence.start : clause.start].rstrip().endswith(",")


def _lends(scene: Scene, clause: Argument, when: When | None, published: date | None) -> bool:
    """Whether a clause that tells no act of its own says when another is: one behind a noun ("la caution que Paris impose
    depuis mai"), or what opens the sentence ("Dans un communiqué publié mardi, …", "Réunis mardi à Lomé, …"; not "Élu en 2029, …")."""
    act, told = scene.act, _tells(scene, clause)
    if act.form == "noun":
        return clause.start - act.end <= HUNG if clause.start >= act.end else not told
    led = clause.end <= min((s.start for s in subjects(scene)), default=0)
    apart = clause.role in ("reduced", "adverbial") and not told and led
    return apart and (_words_before(scene, clause) or is_news(when, published))


def _tells(scene: Scene, clause: Argument) -> bool:
    """Whether an act stands in a clause."""
    return any(clause.start <= a.head < clause.end for a in _acts(scene))


def _acts(scene: Scene) -> list[ActMention]:
    """The acts of the sentence, but for verbs that the parser reads as mere nouns ("a survey *ship*")."""
    nouns = {a.act for a in scene.sentence.arguments if a.role == "noun"}
    return [a for i, a in enumerate(scene.sentence.acts) if i not in nouns]


def _words_before(scene: Scene, clause: Argument) -> bool:
    return any(c.isalnum() for c in scene.text[scene.sentence.start : clause.start])


def clauses(sentence: Sentence) -> list[Argument]:
    """The clauses the parser finds, whatever they hang on."""
    return [a for a in sentence.arguments if a.act == CLAUSE]


def _is_relative(scene: Scene, clause: Argument) -> bool:
    """By the parser; a content clause behind a comma is one too: "la frontière, que le gouvernement a fermée"."""
    return clause.role == "relative" or (clause.role == "content" and _behind_comma(scene, clause))


def _trails(scene: Scene, clause: Argument, time: TimeMention) -> bool:
    """ "opened fire on a launch escorting a survey ship on Wednesday": a day at the end of a participle's clause that tells
    no act and that no comma parts is the day of the news."""
    text, sentence = scene.text, scene.sentence
    told = _tells(scene, clause)
    parted = text[sentence.start : clause.start].rstrip().endswith(",")
    between = text[clause.head : time.start].split()
    last = not any(c.isalnum() for c in text[time.end : clause.end])
    return clause.role == "reduced" and not told and not parted and last and len(between) > 2


def _past_another_act(scene: Scene, time: TimeMention, published: date | None) -> bool:
    """Another act stands between; before the act, one that has its own subject too: "A moved on Monday, and B voiced…"."""
    act = scene.act
    others = [a for a in _acts(scene) if a.head != act.head]
    if time.start >= act.end:
        between = [a for a in others if act.end <= a.head < time.start and not _in_passing(scene, a, time)]
        between = [a for a in between if not (a.governor == scene.index and a.form != "verb")]
        yields = _is_deed(scene, act, time) and is_news(time.when, published) and not any(map(_tells_itself, between))
        return bool(between) and time.start - act.end > NEAR and not yields and not _shared(scene, time, between)
    finite = act.form == "verb" and act.voice != "bare" and act.tense not in ("gerund", "infinitive")
    if _opens_clause(scene, time):
        return False  # "A had recalled its envoy; four days later, B expelled two diplomats"
    if time.start - scene.sentence.start < OPENING or not finite:
        return False
    verbs = [a for a in others if a.form == "verb" and a.head < time.start]
    return bool(verbs) and any(s.start >= time.end for s in subjects(scene))


def _shared(scene: Scene, time: TimeMention, between: Sequence[ActMention]) -> bool:
    """ "Arrested ten men *and seized* a boat on Saturday": two verbs of one subject, joined by "and" alone, share the day behind."""
    act, other, text = scene.act, between[0], scene.text
    alike = (other.form, other.tense, other.voice) == (act.form, act.tense, act.voice) == ("verb", "past", "active")
    joined = text[act.end : other.start].rsplit(maxsplit=1)[-1:]
    inside = any(m in text[act.end : time.start] for m in ",;:«“")
    told = any(act.end <= b < time.start for b in scene.sentence.breaks)
    led = bool(joined) and joined[0].casefold() in scene.words("and")
    return alike and len(between) == 1 and not inside and not told and led


def _is_deed(scene: Scene, act: ActMention, time: TimeMention) -> bool:
    """ "A reçu *l'envoyé* de Kiev mercredi", "discussed tensions in *calls* on Monday": what a verb does, in one clause.

    Not what it says, of which the day may be the matter's: "condemned the attack on Sunday".
    """
    low, high = act.end, time.start
    parted = any(low <= b < high for b in scene.sentence.breaks) or any(m in scene.text[low:high] for m in ";:«“")
    finite = act.form == "verb" and act.voice != "bare" and act.tense in ("past", "preterite", "present", "future")
    return finite and not scene.says and not parted


def _tells_itself(other: ActMention) -> bool:
    """Whether an act is told by a verb of its own, and not named by a noun or a participle on the side."""
    return other.form == "verb" and other.voice != "bare"


def _in_passing(scene: Scene, other: ActMention, time: TimeMention) -> bool:
    """ "will reopen its embassy, *closed since 2012*, on July 15": two commas part it from the time."""
    return all(scene.text[scene.sentence.start : at].rstrip().endswith(",") for at in (other.start, time.start))


def _opens_clause(scene: Scene, time: TimeMention) -> bool:
    """Whether a time begins the clause of the act, or stands behind its "and" alone."""
    start, _ = scene.clause
    before = _WORD.findall(scene.text[start : time.start].casefold())
    return start <= time.start and (not before or (len(before) == 1 and before[0] in scene.language["and"]))


def subjects(scene: Scene) -> list[Argument]:
    """The act's subjects, by the parser: nouns or pronouns."""
    roles = ("subject", "passive_subject", "pronoun")
    return [a for a in scene.sentence.arguments if a.act == scene.index and a.role in roles]
