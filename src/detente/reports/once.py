"""One report per act and page, even if told three times: the sentence that says it best is kept."""

from collections.abc import Sequence

from detente.model import Report

_SPOKEN = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE"})


def once(reports: Sequence[Report]) -> list[Report]:
    """Drops the tellings of an act that a surer report of the same page already tells, in the order of the text."""
    kept: list[Report] = []
    for report in sorted(reports, key=_best_first):
        if not any(same(report, other) for other in kept):
            kept.append(report)
    return sorted(kept, key=lambda r: (r.evidence.start, r.evidence.end, r.id))


def _best_first(report: Report) -> tuple[float, bool, int, str]:
    return (-report.confidence - 0.1 * (report.when is not None), report.when is None, report.evidence.start, report.id)


def same(one: Report, other: Report) -> bool:
    """Whether two reports of one page tell the same act: same kind, same parties, days that can meet."""
    if one.type != other.type or one.parties != other.parties or not _days_meet(one, other):
        return False
    if one.type == "CONSULT":
        return True
    if set(one.actors) != set(other.actors):
        return False
    here = one.evidence == other.evidence
    if one.type in _SPOKEN:
        return here
    if one.instrument is None or other.instrument is None:
        return here or one.instrument == other.instrument
    return _family(one) == _family(other) and (one.effect == other.effect or here)


def _days_meet(one: Report, other: Report) -> bool:
    return one.when is None or other.when is None or one.when.meets(other.when)


def _family(report: Report) -> str:
    return (report.instrument or report.act).split("-")[0]
