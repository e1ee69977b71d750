"""What kind of event it is: act × instrument -> PLOVER type; and the instrument in the act's reach."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from detente.codebook import Codebook
from detente.codebook.entries import Act
from detente.codebook.languages import Language
from detente.model import ActMention, InstrumentMention, Sentence
from detente.reports.scene import Scene

LIFTS = frozenset({"lift", "open", "resume", "grant"})  # effects that leave the rest in force where they are in part
PLAN = "withdraw"  # the effect of giving up what was only announced
REACH = 90  # characters from an act to the instrument it works on
TIGHT = 45  # the same for a noun: "la levée progressive d'une partie des sanctions"
FOR = 40  # characters from a sum to the army it is for: "30 millions d'euros *destinés à l'armée* géorgienne"
FORCES = frozenset({"withdraw", "deploy"})  # effects on troops, named as a state's own ("ses soldats")
MONEY = frozenset(
    {"suspend", "reduce", "end", "grant", "deliver", "resume"}
)  # effects on a sum ("gelé 30 millions d'euros")


def instrument_of(
    sentence: Sentence, act: ActMention, fits: Callable[[str], bool] | None = None
) -> InstrumentMention | None:
    """The instrument an act works on: its object after an active verb or a noun, its subject before a passive one.

    fits: which instruments it can work on, every one without it."""
    if not sentence.instruments:
        return None
    if fits is not None:
        sentence = replace(sentence, instruments=tuple(i for i in sentence.instruments if fits(i.instrument)))
    start = max([b for b in sentence.breaks if b < act.head], default=sentence.start)
    end = min([b for b in sentence.breaks if b >= act.end], default=sentence.end)
    named = [i for i in sentence.instruments if not (_borne_on(i, sentence) or _answered(i, act, sentence))]
    after = [i for i in named if act.head <= i.start < min(end, act.end + (TIGHT if act.form == "noun" else REACH))]
    before = [i for i in named if start <= i.start and i.end <= act.head]
    if act.form == "noun":
        touching = [i for i in before if act.head - i.end <= 2]
        return _first(after, touching)
    earlier = [i for i in named if i.end <= act.head and not _of_an_owner(sentence, act, start)]
    if act.voice in ("passive", "bare"):
        return _first(before[-1:], after, earlier[-1:])
    return _first(after, before[-1:], earlier[-1:])


def _borne_on(thing: InstrumentMention, sentence: Sentence) -> bool:
    """ "The ban on Australian *beef* was scrapped": what a ban named before it bears on is not what was scrapped."""
    bans = [i for i in sentence.instruments if i.bears_on == thing.instrument]
    if any(0 <= i.start - thing.end <= 1 for i in bans):
        return True  # "let the *border* restrictions lapse"
    near = (
        i
        for i in bans
        if 0 <= thing.start - i.end <= TIGHT and not any(i.end <= b <= thing.start for b in sentence.breaks)
    )
    verbs = [a.head for a in sentence.acts if a.form == "verb"]
    return any(not any(i.end <= head < thing.start for head in verbs) for i in near)


def _answered(thing: InstrumentMention, act: ActMention, sentence: Sentence) -> bool:
    """ "Barred six lawmakers *in response to* American *sanctions*": what is answered is not what the act works on."""
    cues = (c.end for c in sentence.cues if c.kind == "answers" and act.end <= c.start)
    return any(0 <= thing.start - end <= TIGHT and not _parted(sentence, end, thing.start) for end in cues)


def _parted(sentence: Sentence, first: int, last: int) -> bool:
    return any(first <= b <= last for b in sentence.breaks) or any(first <= a.head < last for a in sentence.acts)


def _of_an_owner(sentence: Sentence, act: ActMention, start: int) -> bool:
    """ "Des sanctions contre Bakou, *dont l'armée* a repris la ville": a relative with a subject of its own takes up nothing more."""
    own = (a for a in sentence.arguments if 0 <= a.act < len(sentence.acts) and sentence.acts[a.act] is act)
    subjects = (a for a in own if a.role == "subject" and a.start == start)
    return act.voice == "active" and start > sentence.start and any(a.head > a.start for a in subjects)


def of_its_own(sentence: Sentence, act: ActMention) -> Sentence:
    """ "*The freeze*, decided in May": to its own noun a measure is of what it froze; to what is done to it, a restriction."""
    own = (i for i in sentence.instruments if i.again and i.bears_on and act.form == "noun" and i.start == act.start)
    if (found := next(own, None)) is None:
        return sentence
    meant = replace(found, instrument=found.bears_on or found.instrument, bears_on=None)
    return replace(sentence, instruments=tuple(meant if i is found else i for i in sentence.instruments))


def unnamed(
    sentence: Sentence,
    act: ActMention,
    effect: str | None,
    text: str,
    sums: re.Pattern[str],
    agents: Collection[str] = (),
) -> InstrumentMention | None:
    """What an act works on without its name: troops that somebody withdraws, a sum of money that somebody freezes.

    agents: prepositions of who does something ("by"): a sum is not for whoever stands behind one."""
    end = min([b for b in sentence.breaks if b >= act.end], default=sentence.end)
    force = next((m for m in sentence.actors if m.carrier == "force" and _reached(m.start, act, end)), None)
    if force and effect in FORCES:
        return InstrumentMention(force.start, force.end, "military-presence")
    money = sums.search(text, act.head, min(max(end, act.end), act.end + REACH)) if effect in MONEY else None
    if money is None:
        return None
    armies = [m for m in sentence.actors if "force" in (m.carrier, m.how) and 0 <= m.start - money.end() <= FOR]
    armed = any("," not in text[money.end() : m.start] and m.preposition not in agents for m in armies)
    return InstrumentMention(money.start(), money.end(), "military-aid" if armed else "aid")


def joined_to(
    found: InstrumentMention | None, sentence: Sentence, text: str, language: Language
) -> list[InstrumentMention]:
    """ "A fermé sa frontière *et son espace aérien*": what an act works on beside what it names first, in one list with it."""
    group = [found] if found and not found.again else []
    for other in sentence.instruments:
        if not group or other.start < group[-1].end or other.again:
            continue
        words = text[group[-1].end : other.start].casefold().replace(",", " , ").replace("’", "'").replace("'", "' ")
        small = {*language["and"], *language["articles"], *language["possessives"], ","}
        if not {*words.split()} & {*language["and"], ","} or not {*words.split()} <= small:
            break
        group.append(other)
    return group[1:]


def in_part(scene: Scene, effect: str | None) -> str | None:
    """The effect; a lifting in part only eases: "rouvert *aux véhicules humanitaires*", "levé *une partie des* sanctions"."""
    first, last = scene.clause
    cues = (c for c in scene.sentence.cues if c.kind == "partly" and first <= c.start < last)
    return "ease" if effect in LIFTS and any(cues) else effect


def given_up(act: Act, sentence: Sentence, mention: ActMention, found: InstrumentMention | None) -> str | None:
    """The effect; who "renonce à *dénoncer* la convention" only gives up a plan, not what it bears on."""
    if act.type != "CONCEDE" or act.effect != "lift" or found is None:
        return act.effect
    planned = any(mention.end - 1 <= a.head < found.start for a in sentence.acts if a is not mention)
    return PLAN if planned else act.effect


def _reached(start: int, act: ActMention, end: int) -> bool:
    passive = act.voice in ("passive", "bare") and start < act.head
    return passive or act.end <= start < min(end, act.end + TIGHT)


def _first(*choices: Sequence[InstrumentMention]) -> InstrumentMention | None:
    return next((mention for choice in choices for mention in choice), None)


def demanded(instrument: InstrumentMention | None, act: ActMention) -> bool:
    """ "La caution exigée par Ottawa": a participle on a measure describes the measure; it is no new demand."""
    return instrument is not None and act.voice == "bare" and 0 <= act.head - instrument.end <= 2


def type_of(book: Codebook, act: Act, instrument: str | None) -> str | None:
    """The act's own type, or what its effect makes of the instrument; None abstains."""
    if act.type:
        return act.type
    if act.effect is None or instrument is None:
        return None
    return book.plover.type_of(act.effect, book.instruments[instrument].kind)
