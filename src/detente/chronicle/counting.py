"""What a telling counts of its own act: of two figures in one sentence, that of those to whom it is done."""

from collections.abc import Iterator

from detente.chronicle.naming import Naming, stems
from detente.codebook import Codebook
from detente.codebook.counts import Figure, single
from detente.model import Report

DONE_TO = frozenset({"ASSAULT", "COERCE", "SANCTION"})  # types that count those to whom they are done


def counted(report: Report, language: str, book: Codebook, naming: Naming) -> dict[str, str]:
    """By kind "12", "30+" for at least, "~40" for about; nothing where two figures may be meant.

    "Expelled two Serbian diplomats after the expulsion of three Croatians": whose they are tells of which act.
    """
    of = frozenset({report.act, report.type})
    found = book.counts.figures(report.evidence.quote, language, of)
    if not found or report.type not in DONE_TO or not report.recipients:
        return single((name, f.said) for f in found for name in f.names)
    by, toward = naming.stems(report.actors), naming.stems(report.recipients)
    told = [
        (name, f) for f in found for name in _names(f, toward, book.counts.nationals(of)) if not _of(f, by - toward)
    ]
    theirs = {name for name, f in told if _of(f, toward - by)}
    return single((name, f.said) for name, f in told if name not in theirs or _of(f, toward - by))


def _names(figure: Figure, toward: frozenset[str], people: frozenset[str]) -> Iterator[str]:
    """What a figure counts: by its words, or people by the name of theirs, in the plural: "six *Belgians*"."""
    first = figure.behind[0] if figure.behind else ""
    named = first[:1].isupper() and first.endswith("s") and not first.endswith("ss") and bool(stems(first) & toward)
    yield from figure.names or (people if named else ())


def _of(figure: Figure, names: frozenset[str]) -> bool:
    """Whether the words right behind a figure name one of these."""
    return any(stems(word) & names for word in figure.behind)
