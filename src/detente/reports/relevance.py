"""Whether a page is about relations between states at all; and the offices it teaches."""

from collections.abc import Sequence
from datetime import date

from detente.model import Document, Mentions, Office, Report
from detente.reports.parties import GUESSED

# Words of another subject for one thing that speaks for relations: at most .3 on our coded pages (.7 in the hard cases of
# tests/reports/test_relevance.py), at least 1.1 on the pages of corpus/negative/dev that would tell something.
OUTWEIGHS = 0.7
MANY = 4  # different words of one other subject (sport, weather…) before they can outweigh anything
FAINT = 4  # what must at least speak for relations on a whole article; 9 on our coded pages
ARTICLE = 8  # sentences
# What speaks for relations, for each sentence: on our coded pages .42 and more, an editorial apart (.16). Real pages on a
# debate, a market, a law or a life, that name two states in passing, have .05 to .31: a word of diplomacy now and then.
DENSE = 0.315
LONG = 100  # sentences beyond which a page repeats its words
PAST = 25  # years after which a page that dates no other act is a life, or history
SOME = 0.3  # of the acts told, those that must have a day before a page is called history
COMPLETED = GUESSED | {"measure"}  # witnesses of a side that the sentence does not name
MEANT = frozenset({"inferred", "possessed", "we", "pronoun"})  # ways of naming nobody that the page itself resolves
POWERS = frozenset({"government", "office", "force"})  # who acts for a state; not its nationals, not its name alone


def off_topic(mentions: Mentions, told: Sequence[Report], published: date | None = None) -> bool:
    """Whether another subject outweighs relations between states, or a page hardly, seldom, or only of long ago, speaks of them.

    So is an article none of whose acts has both its sides in the sentence: a strike, told with the countries whose lorries wait.
    """
    known = _for_relations(mentions, told)
    outweighed = mentions.other_subject >= MANY and mentions.other_subject > OUTWEIGHS * known
    length = len(mentions.sentences)
    seldom = known < DENSE * min(length, LONG)
    guessed = bool(told) and not any(_is_named(r, mentions) for r in told)
    return outweighed or seldom or _long_past(told, published) or (length >= ARTICLE and (known < FAINT or guessed))


def _long_past(told: Sequence[Report], published: date | None) -> bool:
    """Whether all that has a day is of another generation, and is a good part of what is told: a biography, an obituary."""
    days = [r.when.latest for r in told if r.when and r.when.latest]
    if published is None or not days or len(days) < SOME * len(told):
        return False
    return max(days).year < published.year - PAST


def _is_named(report: Report, mentions: Mentions) -> bool:
    """Whether the sentence itself names both sides."""
    if report.rule.rpartition(":")[2] in COMPLETED:
        return False
    sentence = next((s for s in mentions.sentences if s.start == report.evidence.start), None)
    told = [m for m in sentence.actors if m.how not in MEANT and m.how != "both"] if sentence else []
    named = {code for m in told for code in m.codes}
    return report.parties <= named


def _for_relations(mentions: Mentions, told: Sequence[Report]) -> int:
    """Different words of relations, and different powers of a state, and the acts told surely."""
    actors = (a for s in mentions.sentences for a in s.actors)
    named = (a for a in actors if a.carrier in POWERS and (a.person or a.how not in MEANT))
    powers = {(a.codes, a.carrier) for a in named if len(a.codes) == 1}
    return mentions.relations + len(powers) + sum(r.rule.rpartition(":")[2] not in COMPLETED for r in told)


def offices(document: Document, mentions: Mentions) -> tuple[Office, ...]:
    """Who holds which office for whom, with the words that say it."""
    return tuple(
        Office(name, role, code, document.evidence(start, end)) for name, code, role, start, end in mentions.people
    )
