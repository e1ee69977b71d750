"""A side that acts told before give: who holds lets go, who closed reopens, with whom a third party deals on this page."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from detente.model import Mentions, Report, Status
from detente.reports.memory import family
from detente.reports.parties import GUESSED, Named

FOCUS = 4  # sentences in which a passage speaks of somebody
RUN = 3  # sentences before a passive in which one does harm to the other
HARMS = frozenset({"SANCTION", "COERCE", "REJECT"})  # types of what a run goes on with
HOSTILE = HARMS | {"ACCUSE", "THREATEN", "ASSAULT"}  # types of what shows who is at odds with whom
ASKS = frozenset({"REQUEST", "AGREE", "CONCEDE"})  # types of what one can accept, or turn down
ANSWERED = ASKS | {"ACCUSE"}  # types of what one can reject: a request, or what one is accused of
LASTING = frozenset(
    {"impose", "close", "suspend", "end", "lift", "ease", "open", "resume", "extend", "reduce", "tighten"}
)  # effects of one's own measure
CUSTODY = frozenset({"arrest", "detention"})  # instruments of what befalls people and boats that are held


def beside(told: Iterable[Report], at: int, effect: str | None, instrument: str | None, who: Named) -> Named | None:
    """ "Closed by Togo in 1993, the border reopened": whose measure of that kind the sentence at `at` tells with both sides.

    effect: what the act does to it; where the sentence has told the same, the act is no other one.
    """
    if effect not in LASTING or instrument is None:
        return None
    kind = family(instrument)
    here = [r for r in told if r.evidence.start == at and r.instrument and family(r.instrument) == kind]
    sure = [r for r in here if r.effect in LASTING and r.rule.rpartition(":")[2] not in GUESSED]
    return None if any(r.effect == effect for r in here) else _one(sure, who, "beside")


def custody(told: Sequence[Report], before: int, who: Named) -> Named | None:
    """ "The four were released", "the ship was freed": who holds them lets them go; those of whom the page told last, up to `before`."""
    forced = [r for r in told if r.type == "COERCE" and r.evidence.start <= before]
    seized = [r for r in forced if r.instrument is None and not set(who.toward) & set(r.actors)]
    held = [r for r in forced if r.instrument in CUSTODY] or seized
    return _one(held[-1:], who, "custody")


def run(told: Sequence[Report], since: int, before: int, who: Named) -> Named | None:
    """ "Oslo recalled its trainers and froze its aid to Mali. The embassy was closed": one who alone has done harm goes on.

    since, before: offsets between which the page tells it. None where both did, or a third party.
    """
    heard = [r for r in told if since <= r.evidence.start < before]
    hostile = {(r.actors, r.recipients) for r in heard if r.type in HOSTILE}
    parties = {frozenset({*r.actors, *r.recipients}) for r in heard}
    done = [r for r in heard if r.type in HARMS]
    return _one(done, who, "run") if len(hostile) == 1 and len(parties) == 1 else None


def joined(told: Sequence[Report], act: str, start: int, who: Named) -> Named | None:
    """ "Berlin expelled two Russians. […] The expulsions decided *by Canada*": a third does what others did to one, to that one."""
    before = [r for r in told if r.act == act and r.evidence.start < start and r.type in HARMS]
    toward = {r.recipients for r in before}
    if len(toward) != 1 or not who.by or who.toward or set(who.by) & {c for r in before for c in r.parties}:
        return None
    return replace(who, toward=toward.pop(), witness="beside")


def aimed(told: Iterable[Report], who: Named) -> Named | None:
    """ "Paris a coupé son aide au Niger. […] L'Union *a gelé la sienne*": on a page that tells of harm to one alone, what its
    sentence aims at nobody is aimed at that one."""
    sure = (r for r in told if r.type in HOSTILE and r.status is not Status.PLANNED)
    harms = [r for r in sure if r.rule.rpartition(":")[2] not in GUESSED]
    toward = {r.recipients for r in harms}
    if len(toward) != 1 or not who.by or who.toward or who.symmetric or set(who.by) & set(*toward):
        return None
    return replace(who, toward=toward.pop(), witness="beside") if toward != {()} else None


def asked(told: Sequence[Report], start: int, end: int, who: Named, types: frozenset[str] = ASKS) -> tuple[str, ...]:
    """ "Qatar offered to mediate. Asmara declined": whoever asked, or offered, last between two offsets is answered."""
    heard = [
        r for r in told if start <= r.evidence.start <= end and r.type in types and set(who.by) <= set(r.recipients)
    ]
    return heard[-1].actors if heard and len(who.by) == 1 and not who.toward else ()


def meant(told: Sequence[Report], start: int, who: Named) -> tuple[str, ...]:
    """ "Delhi en veut à Ottawa. Londres a condamné *ces propos*": whoever did what was told last, before `start`."""
    heard = [r for r in told if r.evidence.start < start and not set(who.by) & set(r.actors)]
    return heard[-1].actors if heard and len(heard[-1].actors) == 1 and who.by and not who.toward else ()


def focus(mentions: Mentions, at: int, who: Named) -> tuple[str, ...]:
    """ "India keeps supplying rockets": to the one of the page's two that was named last, up to offset `at`.

    who: a third party that does something for another; () where it is none, where both were named last, or far behind.
    """
    pair = set(mentions.pair)
    if not who.by or who.toward or who.symmetric or set(who.by) & pair:
        return ()
    for sentence in reversed([s for s in mentions.sentences if s.start <= at][-FOCUS:]):
        named = {c for m in sentence.actors for c in m.codes} & pair
        if named:
            return tuple(named) if len(named) == 1 else ()
    return ()


def _one(found: Iterable[Report], who: Named, witness: str) -> Named | None:
    """`who` with the parties of what was told, if all of it has the same and they are not who is named otherwise."""
    parties = {(r.actors, r.recipients) for r in found if r.recipients}
    if len(parties) != 1 or who.symmetric:
        return None
    by, toward = parties.pop()
    if not {*who.by, *who.toward} <= {*by, *toward}:
        return None
    return replace(who, by=by, toward=toward, witness=witness)
