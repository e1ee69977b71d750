"""Whether a page is about relations between states at all; and the offices it teaches."""

from collections.abc import Sequence

from detente.model import Document, Mentions, Office, Report

MANY = 6  # different words of one other subject (sport, weather…) before it can outweigh the acts told
EACH = 2  # and that many for each act told surely; on our coded pages, docs/errors.md
COMPLETED = (":filled", ":measure")  # ends of rules: a side that the sentence does not name


def off_topic(mentions: Mentions, told: Sequence[Report]) -> bool:
    """Whether another subject's words outweigh the acts told; the headline counts with the text."""
    return mentions.other_subject >= MANY and mentions.other_subject > EACH * sum(
        not r.rule.endswith(COMPLETED) for r in told
    )


def offices(document: Document, mentions: Mentions) -> tuple[Office, ...]:
    """Who holds which office for whom, with the words that say it."""
    return tuple(
        Office(name, role, code, document.evidence(start, end)) for name, code, role, start, end in mentions.people
    )
