"""Who said what: quotations and reported speech of those who speak for a state or an organisation."""

from collections.abc import Iterator

from detente.model import ActorMention, Document, Mentions, Sentence, SpeechMode, Statement

FAR = 60  # characters between a speaker and his verb


def statements(document: Document, mentions: Mentions) -> tuple[Statement, ...]:
    """One per speaker and sentence, in the order of the text."""
    out: list[Statement] = []
    last: ActorMention | None = None
    for sentence in mentions.sentences:
        found = list(_of_sentence(document, sentence, last))
        out += [s for s, _ in found]
        last = found[-1][1] if found else None
    return tuple(out)


def _of_sentence(
    document: Document, sentence: Sentence, last: ActorMention | None
) -> Iterator[tuple[Statement, ActorMention | None]]:
    kinds = {c.kind for c in sentence.speech}
    quoted = "quote" in kinds
    speaker = speaker_of(sentence)
    expert = any(c.kind == "opinion" for c in sentence.cues)
    if speaker is not None:
        mode = SpeechMode.DIRECT if quoted or "words" in kinds else SpeechMode.INDIRECT
        yield _statement(document, sentence, mode, speaker), speaker
    elif quoted and not expert and (last is not None or not sentence.actors):
        yield _statement(document, sentence, SpeechMode.DIRECT, last), last


def speaker_of(sentence: Sentence) -> ActorMention | None:
    """Whose words they are: named after "selon", or the subject of the reporting verb."""
    quoted = any(c.kind == "quote" for c in sentence.speech)
    for cue in sentence.speech:
        if cue.kind == "according" or cue.kind == "verb" or (cue.kind == "weak-verb" and quoted):
            near = [
                m for m in sentence.actors if _may_speak(m) and _stands_by(m, cue.start, cue.end, cue.kind, sentence)
            ]
            if near:
                return near[0] if cue.kind == "according" else near[-1] if near[-1].end <= cue.start else near[0]
    return None


def _may_speak(mention: ActorMention) -> bool:
    return (
        not mention.place
        and mention.carrier not in ("nationals", "force")
        and mention.how not in ("people", "adjective", "we")
    )


def _stands_by(mention: ActorMention, start: int, end: int, kind: str, sentence: Sentence) -> bool:
    if kind == "according":
        return 0 <= mention.start - end <= FAR
    begin = max([b for b in sentence.breaks if b < start], default=sentence.start)
    before = begin <= mention.start and mention.end <= start and not mention.preposition
    return before or (0 <= mention.start - end <= 20 and not mention.preposition)


def _statement(document: Document, sentence: Sentence, mode: SpeechMode, speaker: ActorMention | None) -> Statement:
    name = side = None
    if speaker is not None:
        name = speaker.person or document.text[speaker.start : speaker.end]
        side = speaker.codes[0] if len(speaker.codes) == 1 else None
    return Statement(document.evidence(sentence.start, sentence.end), mode, name, side)
