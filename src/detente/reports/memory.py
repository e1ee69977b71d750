"""Whose measure it is, where a sentence leaves it out: "la caution a été levée", "the deposit, halved in May".

Only who imposed a measure lifts, eases or keeps it; what the page tells whole of a measure once says it for all its mentions.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from detente.codebook import Codebook
from detente.model import Report
from detente.reports.banned import may_be_banned
from detente.reports.parties import GUESSED, Named

Parties = tuple[tuple[str, ...], tuple[str, ...]]
FAMILIES = {"visa-bond": "visa", "military-aid": "aid"}
Memory = Mapping[str, frozenset[Parties]]  # family of an instrument -> (by, toward) of those the page tells of


def of(reports: Iterable[Report], pair: tuple[str, ...] = ()) -> Memory:
    """The measures of a page, each with its parties; a sentence that says both outweighs one that was filled in with the page's `pair`."""
    sure: dict[str, set[Parties]] = defaultdict(set)
    guessed: dict[str, set[Parties]] = defaultdict(set)
    for report in reports:
        if report.instrument and report.effect and report.recipients:
            found = guessed if report.rule.rpartition(":")[2] in GUESSED else sure
            if found is sure or report.parties <= set(pair):
                found[family(report.instrument)].add((report.actors, report.recipients))
    return {name: frozenset(parties) for name, parties in {**guessed, **sure}.items()}


def completed(memory: Memory, instrument: str | None, who: Named) -> Named | None:
    """`who` with the parties of the one measure of that kind which has them; None where there is none, or several."""
    if instrument is None:
        return None
    by, toward = set(who.by), set(who.toward)
    fit = [p for p in memory.get(family(instrument), ()) if _fits(p, by, toward)]
    if len(fit) != 1:
        return None
    return replace(who, by=fit[0][0], toward=fit[0][1], witness="measure")


def only(memory: Memory, who: Named) -> Named | None:
    """`who` with the parties of the one measure of the page, or of the several that one state has taken against another."""
    every = {p for parties in memory.values() for p in parties}
    fit = [p for p in every if _fits(p, set(who.by), set(who.toward))]
    return replace(who, by=fit[0][0], toward=fit[0][1], witness="measure") if len(fit) == len(every) == 1 else None


def alike(memory: Memory, instrument: str | None, who: Named) -> Named | None:
    """ "The Union keeps *its own embargo*", "*travel bans* on eight Burundians were extended": with one side named, the other
    is that of the page's measures: of all of that kind against one state, or of all against that state by one.
    """
    if instrument is None or bool(who.by) == bool(who.toward):
        return None
    kind = set(memory.get(family(instrument), ()))
    every = {p for parties in memory.values() for p in parties}
    toward = {p[1] for p in kind} if who.by else {who.toward}
    by = {who.by} if who.by else {p[0] for p in every if p[1] == who.toward}
    if len(by) != 1 or len(toward) != 1 or set(*by) & set(*toward):
        return None
    return replace(who, by=by.pop(), toward=toward.pop(), witness="beside")


def banned(memory: Memory, who: Named, book: Codebook) -> str | None:
    """ "Delhi lifted *the ban*": what the one measure of the page bears on that can be a ban of whoever is named."""
    by, toward = set(who.by), set(who.toward)
    fit = {i for i, parties in memory.items() if may_be_banned(i, book) for p in parties if _fits(p, by, toward)}
    return fit.pop() if len(fit) == 1 else None


def _fits(parties: Parties, by: set[str], toward: set[str]) -> bool:
    """What is named stands on its own side; where only a passive's other side is known, both may be named in it."""
    both = set(parties[0]) | set(parties[1])
    return by <= set(parties[0]) and (toward <= set(parties[1]) or (not by and toward == both))


def family(instrument: str) -> str:
    """`visa-bond` and `visa` are spoken of in one breath; a pact on bases and a gift of arms are not."""
    return FAMILIES.get(instrument, instrument)
