"""Who tells what one sentence tells, by its own cues: for its status; whole statements are in `speech`."""

from detente.model import ActorMention, Sentence

FAR = 60  # characters between a speaker and his verb


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
