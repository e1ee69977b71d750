"""Who does with the verb of the clause before: "Paris a expulsé douze Russes, *Berlin* quarante et *Rome* trente"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.codebook.languages import Language
from detente.model import ActMention, ActorMention, Sentence
from detente.reports.line import Line
from detente.reports.scene import leads
from detente.reports.spelling import low

ENDS = ".,;!?"  # they may stand right behind what is left of such a clause


def gapped(sentence: Sentence, act: ActMention, text: str, language: Language) -> tuple[ActorMention, ...]:
    """Those behind an active verb who lead a clause without one: behind a comma or "and", before nothing but a number."""
    if act.form != "verb" or act.voice != "active":
        return ()
    verbs = [a.head for a in sentence.acts if a.form == "verb" and a.head >= act.end]
    behind = [m for m in sentence.actors if act.end < m.start < min([sentence.end, *verbs])]
    free = (m for m in behind if not m.preposition and m.how != "possessed" and leads(m))
    return tuple(m for m in free if _begins(text[act.end : m.start], language) and _left(m, sentence, text, language))


def told_in(lines: Sequence[Line], text: str, language: Language) -> Iterator[Line]:
    """A line for each of them, of what the verb told with both sides."""
    for line in lines:
        report = line.report
        if report is None or not report.recipients:
            continue
        for one in gapped(line.sentence, line.mention, text, language):
            if not set(one.codes) & report.parties:
                yield replace(line, report=replace(report, actors=one.codes, people=()))


def _begins(between: str, language: Language) -> bool:
    """Whether a comma or "and", and at most an article, stand right before a name."""
    words = low(between).replace("'", "' ").replace(",", " , ").split()
    articles = {*language["articles"], *language["definite"]}
    while words and words[-1] in articles:
        words.pop()
    return len(words) > 1 and (words[-1] == "," or words[-1] in language["and"])


def _left(mention: ActorMention, sentence: Sentence, text: str, language: Language) -> bool:
    """Whether a number, or a word that stands for as much, is all that its clause has: "quarante et", "l'essentiel de la sienne"."""
    behind = text[mention.end : sentence.end].lstrip()
    first, _, rest = behind.partition(" ")
    word = first.rstrip(ENDS)
    if word.isdigit() or word.casefold() in language["gap_numbers"]:
        return word != first or rest.split(maxsplit=1)[:1] in [[w] for w in language["and"]]
    said = low(behind)
    return said.startswith(language["gap_shares"])
