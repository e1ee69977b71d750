"""Whether a page is about relations between states at all; and the offices it teaches."""

from collections.abc import Sequence
from datetime import date

from detente.model import LOCAL, Document, Mentions, Office, Report, Sentence
from detente.model.subjects import POWERS, elsewhere
from detente.reports.parties import GUESSED

FAINT = 4  # what must at least speak for relations on a whole article; 9 on our coded pages
ARTICLE = 8  # sentences
DENSE = 0.8  # what speaks for relations, by sentence, on a page that is about them throughout; .78 at most on others
HEADED = 0.5  # the same where the headline names the two
PAST = 25  # years after which a page that dates no other act is a life, or history
SOME = 0.3  # of the acts told, those that must have a day before a page is called history
COMPLETED = GUESSED | {"measure"}  # witnesses of a side that the sentence does not name
MEANT = frozenset({"inferred", "possessed", "we", "pronoun"})  # ways of naming nobody that the page itself resolves


def off_topic(mentions: Mentions, told: Sequence[Report], published: date | None = None) -> bool:
    """Whether another subject outweighs relations between states, or a page hardly, seldom, or only of long ago, speaks of them.

    So is a long article none of whose acts has both its sides in the sentence: a strike, told with the countries whose lorries wait.
    """
    guessed = bool(told) and not any(is_named(r, mentions) for r in told)
    sure = sum(r.rule.rpartition(":")[2] not in COMPLETED for r in told)
    return beyond(mentions, sure) or _long_past(told, published) or (is_article(mentions) and guessed)


def is_article(mentions: Mentions) -> bool:
    """Whether a page is long enough to name two in one sentence if it is about them; one dense with relations need not."""
    length = len(mentions.sentences)
    return length >= ARTICLE and _for_relations(mentions) < (HEADED if _headed(mentions) else DENSE) * length


def _headed(mentions: Mentions) -> bool:
    """Whether the headline names the two whom the page is about."""
    return len(mentions.pair) > 1 and set(mentions.pair) <= set(mentions.title_codes)


def beyond(mentions: Mentions, sure: int) -> bool:
    """Whether a page is of another subject, or hardly or seldom speaks of relations, with so many acts told surely."""
    known, length = _for_relations(mentions) + sure, len(mentions.sentences)
    return elsewhere(mentions.other_subject, known, length) or (length >= ARTICLE and known < FAINT)


def _long_past(told: Sequence[Report], published: date | None) -> bool:
    """Whether all that has a day is of another generation, and is a good part of what is told: a biography, an obituary."""
    days = [r.when.latest for r in told if r.when and r.when.latest]
    if published is None or not days or len(days) < SOME * len(told):
        return False
    return max(days).year < published.year - PAST


def is_named(report: Report, mentions: Mentions) -> bool:
    """Whether the sentence itself names both sides."""
    if report.rule.rpartition(":")[2] in COMPLETED:
        return False
    sentence = next((s for s in mentions.sentences if s.start == report.evidence.start), None)
    return sentence is not None and report.parties <= named_in(sentence)


def named_in(sentence: Sentence) -> set[str]:
    """Whom a sentence itself names."""
    return {c for m in sentence.actors if (m.person or m.how not in MEANT) and m.how != "both" for c in m.codes}


def _for_relations(mentions: Mentions) -> int:
    """Different words of relations, and different powers of a state."""
    actors = (a for s in mentions.sentences for a in s.actors)
    named = (a for a in actors if a.carrier in POWERS and a.how != LOCAL and (a.person or a.how not in MEANT))
    powers = {(a.codes, a.carrier) for a in named if len(a.codes) == 1}
    return mentions.relations + len(powers)


def offices(document: Document, mentions: Mentions) -> tuple[Office, ...]:
    """Who holds which office for whom, with the words that say it."""
    return tuple(
        Office(name, role, code, document.evidence(start, end)) for name, code, role, start, end in mentions.people
    )
