"""What a party denies: in the same sentence ("…, which Moscow denied") or right after it ("Khartoum denied any involvement")."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.codebook.languages import Language
from detente.model import Cue, Evidence, Mentions, Report, Sentence, Status
from detente.reports.line import Line
from detente.reports.spelling import low

HARM = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})  # what the next sentences may deny without naming it again
SUBJECT = 30  # characters from who denies to the verb, and from the verb to "any involvement"
CALLS = 60  # characters from who calls a story made up to the word: "the embassy, in a text message, described this as"
KINDS = frozenset({"denied", "disbelieved"})
AFTER = 2  # paragraphs on in which a denial still is of that act
TOLD = frozenset({Status.OCCURRED, Status.ALLEGED, Status.ONGOING})


def denied(lines: Sequence[Line], mentions: Mentions, text: str, language: Language) -> list[Line]:
    """The lines in order, with the status of each act that one of its actors denies, and where he does."""
    denials = dict(_later(lines, mentions, text, language))
    denials |= {id(x): x.sentence for x in lines if _beside(x, text, language)}
    return [_as_denied(x, denials[id(x)], text) if id(x) in denials else x for x in lines]


def _later(lines: Sequence[Line], mentions: Mentions, text: str, language: Language) -> Iterator[tuple[int, Sentence]]:
    """The line that a denial right after it is of, by its identity, and the sentence of the denial."""
    disowning = [(s, c) for s in mentions.sentences for c in s.cues if c.kind in KINDS and _all(c, text, language)]
    for s, c in disowning:
        found = [x for x in lines if x.report and _of_harm(x, x.report, s, c, language)]
        yield from ((id(x), s) for x in found if x.sentence.start == found[-1].sentence.start)


def _as_denied(line: Line, by: Sentence, text: str) -> Line:
    report = line.report
    if report is None or report.status not in TOLD | {Status.DENIED}:
        return line
    denial = Evidence(report.evidence.document, by.start, by.end, text[by.start : by.end])
    return replace(line, report=replace(report, status=Status.DENIED, denial=denial))


def _all(cue: Cue, text: str, language: Language) -> bool:
    """Whether the denial names no act of its own: "any involvement", "this version"."""
    if cue.kind == "disbelieved":
        return True  # "the embassy called the story *made up*"
    around = low(text[cue.start : cue.end + SUBJECT])
    return any(w in around for w in language["disowned"])


def _of_harm(line: Line, report: Report, sentence: Sentence, cue: Cue, language: Language) -> bool:
    away = sentence.paragraph - line.sentence.paragraph
    after = line.sentence.end <= sentence.start and 0 <= away <= AFTER
    return after and report.type in HARM and _denier(sentence, cue, report, language)


def _denier(sentence: Sentence, cue: Cue, report: Report, language: Language) -> bool:
    """Whether one of the act's own actors is the subject of the denial."""
    reach = CALLS if cue.kind == "disbelieved" else SUBJECT
    near = [m for m in sentence.actors if 0 <= cue.start - m.end <= reach][-1:]
    behind = [
        m for m in sentence.actors if 0 <= m.start - cue.end <= SUBJECT and m.preposition in language["passive_by"]
    ]
    return any(set(m.codes) <= set(report.actors) for m in [*near, *behind])


def _beside(line: Line, text: str, language: Language) -> bool:
    """ "…, which Moscow denied", "…; Tehran denies it": after the act, parted from it, and of no act told behind it."""
    sentence, report, act = line.sentence, line.report, line.mention
    for cue in sentence.cues if report else ():
        parted = any(mark in text[act.end : cue.start] for mark in ",;")
        own = not any(cue.end <= a.head <= cue.end + SUBJECT for a in sentence.acts)
        if (
            cue.kind in KINDS
            and act.end <= cue.start
            and parted
            and own
            and report
            and _denier(sentence, cue, report, language)
        ):
            return True
    return False
