"""Whose words a span is part of, as `mentions` heard them: named, not by a pronoun; whole statements are in `speech`."""

from detente.model import Mentions


def tellers(mentions: Mentions, start: int, end: int) -> frozenset[str]:
    """Codes of those who are named as saying what stands at start..end."""
    around = (u for u in mentions.utterances if u.start <= start and end <= u.end and u.form != "unsaid")
    return frozenset(code for u in around if u.speaker for code in u.speaker.codes)
