"""Who said what: quotations and reported speech of those who speak for a state or an organisation."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.codebook import Codebook
from detente.model import Document, Mentions, Report, Sentence, SpeechMode, Statement, TimeMention, Utterance
from detente.reports.heard import Speaker
from detente.reports.occasions import Occasions
from detente.reports.speakers import Talk
from detente.reports.stances import Stances

DEED = "deed"  # the form of what a verb tells as an act, and no more
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
    document: Document,
    mentions: Mentions,
    times: Sequence[TimeMention],
    book: Codebook,
    told: Sequence[Report] = (),
) -> tuple[Statement, ...]:
    """One per speaker and sentence, in the order of the text. told: the page's reports."""
    language = book.languages[document.language]
    talk = Talk(document, mentions, language, book)
    occasions, stances = Occasions(document, mentions, times, language), Stances(book, told)
    found: dict[tuple[int, str, bool], Statement] = {}
    for utterance in mentions.utterances:
        speaker = talk.speaker(utterance)
        if speaker is None or utterance.form == DEED:
            continue
        for index in _sentences(utterance, mentions.sentences):
            sentence = mentions.sentences[index]
            statement = _statement(document, sentence, utterance, speaker)
            statement = _placed(statement, utterance, mentions.sentences, occasions)
            topic, stance = stances.placed(statement, utterance.cue, sentence)
            statement = replace(statement, topic=topic, stance=stance)
            key = (index, (speaker.name or "").split(" ")[0], utterance.form == "unsaid")
            found[key] = _joined(found[key], statement) if key in found else statement
    return tuple(sorted(found.values(), key=lambda s: (s.evidence.start, s.speaker or "", s.mode)))


def _placed(
    statement: Statement, utterance: Utterance, sentences: Sequence[Sentence], occasions: Occasions
) -> Statement:
    """With what the sentence that names who speaks says of the occasion."""
    home = sentences[utterance.sentence]
    return replace(
        statement,
        addressee=occasions.addressee(home, utterance, statement.side),
        venue=occasions.venue(home, utterance),
        when=occasions.when(home, utterance),
    )


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
