"""Who said what: quotations and reported speech of those who speak for a state or an organisation."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.codebook import Codebook
from detente.model import Document, Mentions, Sentence, SpeechMode, Statement, TimeMention, Utterance
from detente.reports.heard import Speaker
from detente.reports.positions import Positions
from detente.reports.speakers import Talk

DIRECT = ("quoted", "mixed")
WEIGHTIER = (
    "promise",
    "warn",
    "demand",
    "deny",
    "blame",
    "praise",
    "claim",
    "say",
)  # which of two verbs a sentence is kept by


def statements(
    document: Document, mentions: Mentions, times: Sequence[TimeMention], book: Codebook
) -> tuple[Statement, ...]:
    """One per speaker and sentence, in the order of the text."""
    language = book.languages[document.language]
    talk = Talk(document, mentions, language)
    positions = Positions(document, mentions, times, book, language)
    found: dict[tuple[int, str, bool], Statement] = {}
    for utterance in mentions.utterances:
        speaker = talk.speaker(utterance)
        if speaker is None:
            continue
        for index in _sentences(utterance, mentions.sentences):
            sentence = mentions.sentences[index]
            statement = positions.placed(_statement(document, sentence, utterance, speaker), utterance, sentence)
            key = (index, (speaker.name or "").split(" ")[0], utterance.form == "unsaid")
            found[key] = _joined(found[key], statement) if key in found else statement
    return tuple(sorted(found.values(), key=lambda s: (s.evidence.start, s.speaker or "", s.mode)))


def _sentences(utterance: Utterance, sentences: Sequence[Sentence]) -> Iterator[int]:
    """Indices of the sentences that the content touches."""
    for index, sentence in enumerate(sentences):
        if sentence.start < utterance.end and utterance.start < sentence.end:
            yield index


def _statement(document: Document, sentence: Sentence, utterance: Utterance, speaker: Speaker) -> Statement:
    mode = SpeechMode.DIRECT if utterance.form in DIRECT else SpeechMode.INDIRECT
    if utterance.form == "unsaid":
        mode = SpeechMode.UNSAID
    start, end = max(sentence.start, utterance.start), min(sentence.end, utterance.end)
    return Statement(
        document.evidence(sentence.start, sentence.end),
        mode,
        speaker.name,
        speaker.side,
        utterance.verb,
        utterance.strength,
        (start, end),
    )


def _joined(one: Statement, other: Statement) -> Statement:
    """Two verbs of one speaker in a sentence: quoted if either is; the stronger verb, the wider content."""
    direct = SpeechMode.DIRECT in (one.mode, other.mode)
    verb = min(one, other, key=lambda s: WEIGHTIER.index(s.strength) if s.strength else len(WEIGHTIER))
    content = one.content
    if one.content and other.content:
        content = (min(one.content[0], other.content[0]), max(one.content[1], other.content[1]))
    mode = SpeechMode.DIRECT if direct else one.mode
    return replace(verb, mode=mode, speaker=one.speaker, side=one.side, content=content)
