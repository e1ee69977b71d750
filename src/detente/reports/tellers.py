"""Whose words a span is part of, as `mentions` heard them; whole statements are in `speech`."""

from collections.abc import Iterator

from detente.model import ActorMention, Mentions, Utterance


def tellers(mentions: Mentions, start: int, end: int) -> frozenset[str]:
    """Codes of those who are told, by name or by a pronoun, to say what stands at start..end."""
    around = (u for u in mentions.utterances if u.start <= start and end <= u.end and u.cue and u.form != "unsaid")
    return frozenset(code for u in around for m in _named(mentions, u) for code in m.codes)


def _named(mentions: Mentions, said: Utterance) -> Iterator[ActorMention]:
    if said.speaker:
        yield said.speaker
    elif said.source:
        first, last = said.source
        yield from (m for m in mentions.sentences[said.sentence].actors if m.start < last and first < m.end)
