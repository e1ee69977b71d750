"""Why words that name an act are none of their own where they stand: part of another act, of a description, of an opinion."""

from collections.abc import Collection

from detente.codebook.languages import Language
from detente.model import ActMention, Sentence
from detente.reports.here import Here
from detente.reports.pledged import settles_harm
from detente.reports.scene import EXPELS, SUMMONS, leads
from detente.reports.spelling import low
from detente.reports.telling import Teller
from detente.reports.who import Finder

EXPERT = 5  # characters from a verb to the expert who is its subject: " the ", " l'"
ENDING = frozenset({"lift", "ease", "suspend", "reduce", "end"})  # effects of what ends a measure, or softens it
RETALIATES = "retaliate"  # the act of those who answer, by whatever they do
THREAT = "THREATEN"  # the type of what one says one will do
ASKS = "demand"  # the act of those who ask
ACCUSES = "accuse"  # the act of those who accuse
ASIDE = 90  # characters of an aside between who acts and the verb
ON = 4  # characters between who acts and a day: " on "
GERUND = 6  # characters from a verb to the gerund that says how: " en ", " en l'"
ARGUMENTS = frozenset({"subject", "object", "oblique", "pronoun"})  # what hangs on a verb


def no_act(here: Here, index: int, finder: Finder) -> str | None:
    """Why the words are no act of their own here; None where they are."""
    governor = here.sentence.acts[index].governor
    orders = governor is not None and _of_its_own(here, here.sentence.acts[governor], finder.teller)
    if governor is not None and not orders and not settles_harm(here, governor, finder):
        return "content of another act"
    if _of_an_answer_to_come(here.sentence, index, finder.teller):
        return "content of another act"
    return (
        _of_another(here, index, finder.teller)
        or _of_a_description(here, index, finder.teller)
        or _of_an_expert(here.sentence, index)
    )


def _of_another(here: Here, index: int, teller: Teller) -> str | None:
    """Why the words belong to another act of the sentence."""
    sentence, act = here.sentence, here.sentence.acts[index]
    if act.form == "phrase" and _of_its_verb(sentence, act):
        return "content of another act"
    if act.form == "noun" and _ended(here, index, teller):
        return "ended here"
    if act.form == "noun" and _worked_on(here, index, teller):
        return "names what another act works on"
    if act.act == RETALIATES and _by_doing(sentence, index, teller.language["passive_by"]):
        return "a verb beside it says how"
    if act.act == SUMMONS and _only_notifies(here, act, teller):
        return "a summons that only tells of another act"
    if act.form == "phrase" and _of_a_lifting(sentence, act, teller):
        return "of a measure that ends"
    return "a verb beside it says how" if _of_its_own(here, act, teller) else None


def _only_notifies(here: Here, act: ActMention, teller: Teller) -> bool:
    """ "Convoqué *pour en être informé*", "convoqué *et sommé de partir*": the summons is how an envoy is told what is done."""
    behind = low(here.text[act.end : here.sentence.end])
    sent = any(a.act == EXPELS and a.form != "noun" and a.start >= act.end for a in here.sentence.acts)
    return sent or any(words in behind for words in teller.language["notified"])


def _of_its_own(here: Here, act: ActMention, teller: Teller) -> bool:
    """ "Told *its ministries* to break off all contact": what one bids one's own people do, one does."""
    words = here.text[act.head : act.end].casefold().split()
    asks = act.act == ASKS and act.form == "verb" and act.voice == "active" and teller.entry(act)[1].governs
    bids = words[-1] in teller.language["infinitive"] and len(words) > 2
    return asks and bids and words[1] in teller.language["possessives"]


def _of_a_description(here: Here, index: int, teller: Teller) -> str | None:
    """Why the words say what somebody or something is, not what was done."""
    sentence, act = here.sentence, here.sentence.acts[index]
    if act.act == ACCUSES and _describes(sentence, index, teller):
        return "only describes somebody"
    roles = {a.role for a in sentence.arguments if a.act == index}
    led = any(0 <= act.head - m.end <= 2 and leads(m) for m in sentence.actors) or _behind_a_day(here, act)
    led = led or _behind_an_aside(here, act) or _in_the_perfect(here, act, teller.language)
    led = led or _behind_an_adverb(here, act, teller.language) or _behind_a_denial(here, act)
    if "noun" in roles and act.form == "verb" and not led:
        return "a noun here"
    compound = (
        act.voice == "active" and act.tense == "past" and not teller.language["premodified"]
    )  # "a *gelé* ses achats"
    qualifies = "adjective" in roles and not compound and (act.tense == "past" or not roles & ARGUMENTS)
    if qualifies and not led and not _by_somebody(sentence, index, teller) and not _of_a_text(here, act, teller):
        return "only qualifies a noun"
    return None


def _behind_a_denial(here: Here, act: ActMention) -> bool:
    """ "*Denied opening* fire": right behind a denial a gerund is what is denied."""
    denials = (c for c in here.sentence.cues if c.kind == "denied")
    return act.tense == "gerund" and any(0 <= act.head - c.end <= 1 for c in denials)


def _behind_an_adverb(here: Here, act: ActMention, language: Language) -> bool:
    """ "The three *formally quit* the bloc": a wording that an adverb opens is a verb."""
    words = here.text[act.head : act.end].split()
    return len(words) > 1 and words[0].endswith(tuple(language.maps["endings"]["adverb"]))


def _of_an_expert(sentence: Sentence, index: int) -> str | None:
    """ "…, *avertit* le politologue": what somebody who speaks for no state says."""
    act = sentence.acts[index]
    opinions = [c for c in sentence.cues if c.kind == "opinion"]
    behind = any(0 <= c.start - act.end <= EXPERT for c in opinions)
    heads = [a.head for a in sentence.arguments if a.act == index and a.role == "subject"]
    said = any(c.start <= h < c.end for c in opinions for h in heads)
    his = (behind and not heads) or (said and act.voice == "active")
    return "an opinion" if act.form == "verb" and his else None


def _of_its_verb(sentence: Sentence, act: ActMention) -> bool:
    """ "Condemned the raid as *an act of aggression*": a set phrase of the act that a verb before it tells."""
    return any(a.form == "verb" and a.act == act.act and a.end <= act.start for a in sentence.acts)


def _ended(here: Here, index: int, teller: Teller) -> bool:
    """ "The *suspension* was lifted": what another act ends, or keeps, unless a day of its own says that it was decided:
    "the suspension, *in place since August*, was lifted"."""
    sentence, noun = here.sentence, here.sentence.acts[index]
    ends = [a for i, a in enumerate(sentence.acts) if teller.undone(sentence, i) == index]
    if not ends:
        return False
    stop = min((a.head for a in ends if a.head > noun.end), default=sentence.end)
    days = [t.start for t in here.times if t.when and noun.end <= t.start < stop]
    words = low(here.text[noun.end : days[0]]) if days else ""
    return not any(f" {word}" in words for word in teller.language["decreed"])


def _worked_on(here: Here, index: int, teller: Teller) -> bool:
    """ "A suspendu, jusqu'à nouvel ordre, *la délivrance* de visas", "la suspension de *la délivrance* de visas": part of the
    name of what another act works on."""
    sentence, noun = here.sentence, here.sentence.acts[index]
    if any(0 <= noun.start - a.end <= 1 and teller.book.acts[a.act].type == "COOPERATE" for a in sentence.acts):
        return True  # "staged joint | *naval exercises*"
    before = (i for i, a in enumerate(sentence.acts) if a.form != "phrase" and a.end <= noun.start)
    others = [teller.told(sentence, i, here.text) for i in before]
    things = [o.instrument for o in others if o.act.effect and o.instrument and not o.instrument.again]
    return any(t.start <= noun.start and noun.end <= t.end for t in things)


def _by_doing(sentence: Sentence, index: int, by: Collection[str]) -> bool:
    """ "A riposté *en expulsant* l'ambassadeur", "retaliated within hours *by barring*": the gerund tells the act."""
    end = sentence.acts[index].end
    means = [a.end for a in sentence.arguments if a.act == index and a.preposition in by]
    later = [a for a in sentence.acts[index + 1 :] if a.tense == "gerund"]
    return any(0 <= a.head - end <= GERUND or any(a.head < last for last in means) for a in later)


def _of_an_answer_to_come(sentence: Sentence, index: int, teller: Teller) -> bool:
    """ "A menacé de riposter *en expulsant* l'ambassadeur", "threatened to retaliate *by barring*": how one would answer."""
    act = sentence.acts[index]
    near = (a for a in sentence.acts if 0 <= act.head - a.end <= GERUND)
    to_come = (teller.book.acts[a.act].type == THREAT or (a.act == RETALIATES and a.governor is not None) for a in near)
    return act.tense == "gerund" and any(to_come)


def _of_a_lifting(sentence: Sentence, act: ActMention, teller: Teller) -> bool:
    """ "Japan's easing of visa rules *took effect*": what enters into force is the end of a measure."""
    acts = teller.book.acts
    ends = (a for a in sentence.acts if a.form == "noun" and acts[a.act].effect in ENDING)
    return acts[act.act].effect == "impose" and any(a.head < act.head for a in ends)


def _describes(sentence: Sentence, index: int, teller: Teller) -> bool:
    """ "An American *suspected of* spying", "he *is accused of* fraud": nobody says so here."""
    act = sentence.acts[index]
    passive = act.form == "verb" and act.voice in ("passive", "bare")
    reduced = any(a.act < 0 and a.role == "reduced" and a.head == act.head for a in sentence.arguments)
    alone = passive or (reduced and act.tense == "past")
    return bool(teller.language["premodified"]) and alone and not _by_somebody(sentence, index, teller)


def _by_somebody(sentence: Sentence, index: int, teller: Teller) -> bool:
    """ "Déclarés indésirables *par Nicosie*, deux attachés…": a participle with its agent tells an act."""
    act = sentence.acts[index]
    end = min([b for b in sentence.breaks if b >= act.end], default=sentence.end)
    agents = (m for m in sentence.actors if m.preposition in teller.language["passive_by"])
    return any(act.end <= m.start < end for m in agents)


def _of_a_text(here: Here, act: ActMention, teller: Teller) -> bool:
    """ "Issued a statement *deploring* the closure": what a text does is no adjective of it."""
    before = here.text[here.sentence.start : act.head].casefold().split()[-1:]
    return act.tense == "gerund" and bool(before) and before[0] in teller.language["texts"]


def _behind_an_aside(here: Here, act: ActMention) -> bool:
    """ "When Rabat*, after the bombing,* imposed visas": what two commas set aside between who acts and the verb."""
    before = here.text[here.sentence.start : act.head].rstrip()
    near = (m for m in here.sentence.actors if leads(m) and 0 < act.head - m.end <= ASIDE and not m.place)
    if not before.endswith(",") or act.tense != "past":
        return False
    return any(
        here.text[m.end : act.head].startswith(",") and here.text[m.end : act.head].count(",") == 2 for m in near
    )


def _in_the_perfect(here: Here, act: ActMention, language: Language) -> bool:
    """ "Brazil *had frozen* relations": right behind "have" an English participle is no adjective."""
    before = here.text[here.sentence.start : act.head].casefold().split()[-1:]
    return bool(before) and before[0] in language.auxiliary("have") and bool(language["premodified"])


def _behind_a_day(here: Here, act: ActMention) -> bool:
    """ "European ministers *on Monday extended* sanctions": a day between who acts and the verb makes no adjective of it."""
    days = [t.start for t in here.times if 0 <= act.head - t.end <= 2]
    ends = [m.end for m in here.sentence.actors if leads(m)] + [end for _, end in here.sentence.carriers]
    return any(0 <= day - end <= ON for day in days for end in ends)
