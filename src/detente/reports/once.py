"""One report per act and page, even if told three times: the sentence that says it best is kept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from detente.model import Basis, Report, Status

YEAR = 366  # days before publication past which a dated act is background: our choice
NEWS = (
    31  # days before publication within which an act told again without a day is still the same; not one of years ago
)

BEGINS = frozenset({"impose", "suspend", "close"})  # effects that put a measure in force
PHRASE = ".phrase."  # in the rule of what is told by a set phrase: "takes effect"
SUMMONS = "summons"
SIGNS = "sign"  # the act of those who sign
AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})
SEVERAL = frozenset(
    {"CONCEDE"}
)  # types whose acts without an instrument are other deeds: what is admitted, who is let go
SAID = frozenset({Status.OCCURRED, Status.ONGOING, Status.ALLEGED})  # what somebody says was done
KEPT = frozenset({"SUPPORT", "AID", "COOPERATE"})  # types of what one promises another
_SPOKEN = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE"})


def once(reports: Sequence[Report], published: date | None = None) -> list[Report]:
    """Drops the tellings of an act that a surer report of the same page already tells, in the order of the text.

    What is kept takes from what is dropped the day it lacks, if that is one of the news.
    """
    reports = [r for r in reports if not any(_takes_effect(r, other) for other in reports)]
    kept: list[tuple[int, Report]] = []  # with its place among all, for two acts of one sentence
    for place, report in sorted(enumerate(reports), key=lambda told: _best_first(told[1])):
        again = next((i for i, (_, other) in enumerate(kept) if same(report, other, published)), None)
        if again is None:
            kept.append((place, report))
        else:
            kept[again] = (kept[again][0], _completed(kept[again][1], report, published))
    kept.sort(key=lambda told: (told[1].evidence.start, told[1].evidence.end, told[0]))
    return [report for _, report in kept if not any(_part_of(report, other) for _, other in kept)]


def _takes_effect(one: Report, other: Report) -> bool:
    """ "Imposed a bond *that will take effect on April 1*": said of what its own sentence imposes."""
    alike = one.evidence == other.evidence and one.act == other.act and one.parties == other.parties
    return alike and one.instrument == other.instrument and PHRASE in one.rule and PHRASE not in other.rule


def _completed(kept: Report, dropped: Report, published: date | None) -> Report:
    """The kept telling, with the times that only the dropped one gives; and what one says and the other denies, denied."""
    if _denies(kept, dropped) or _denies(dropped, kept):
        kept, dropped = _disputed(kept, dropped), kept if kept.status is Status.DENIED else dropped
    kept = replace(kept, effective=kept.effective or dropped.effective, until=kept.until or dropped.until)
    when = dropped.when
    if kept.when or when is None or when.earliest is None or published is None or kept.act != dropped.act:
        return kept
    if not 0 <= (published - when.earliest).days <= NEWS:
        return kept
    return replace(kept, when=replace(when, basis=Basis.INFERRED, reason="another sentence of the page says when"))


def _denies(one: Report, other: Report) -> bool:
    """Whether the first only denies what the second tells: a telling that notes a denial tells it already."""
    return one.status is Status.DENIED and one.denial is None and other.status in SAID


def _disputed(one: Report, other: Report) -> Report:
    """ "Tallinn says that Minsk arrested her. Minsk *denies having arrested* her": as it is told, with the sentence that denies it."""
    said, denying = (other, one) if one.status is Status.DENIED else (one, other)
    return replace(said, status=Status.DENIED, denial=said.denial or denying.denial or denying.evidence)


def _best_first(report: Report) -> tuple[float, tuple[bool, bool], int, str]:
    vague = (report.when is None, report.instrument is None)
    return (-report.confidence - 0.1 * (report.when is not None), vague, report.evidence.start, report.id)


def same(one: Report, other: Report, published: date | None = None) -> bool:
    """Whether two reports of one page tell the same act: same kind, same parties, days that can meet."""
    if _promised(one, other) or _promised(other, one):
        return True
    if _summoned_for(one, other):
        return True
    if one.type != other.type or one.parties != other.parties or not _days_meet(one, other, published):
        return False
    if one.type == "CONSULT":
        return not (_goes_on(one, other) or _goes_on(other, one))
    here = one.evidence == other.evidence
    if one.type == "COOPERATE" and here:
        return True  # "patrouilles mixtes: les deux pays surveillent conjointement…"
    if set(one.actors) != set(other.actors):
        return False
    if one.type in _SPOKEN and not one.instrument == other.instrument == SUMMONS and not _signed(one, other):
        return here or _named_again(one, other)
    if one.instrument is None or other.instrument is None:
        return here or (one.instrument == other.instrument and (one.type not in SEVERAL or one.act == other.act))
    alike = one.effect == other.effect or here or _named_alone(one, other) or _named_alone(other, one)
    return _family(one) == _family(other) and alike


def _summoned_for(one: Report, other: Report) -> bool:
    """ "Convoqué vendredi, l'ambassadeur s'est vu signifier le mécontentement": a summons and its content, one complaint."""
    alike = one.evidence == other.evidence and one.type == other.type and one.parties == other.parties
    return alike and one.type == "ACCUSE" and (one.instrument == SUMMONS) != (other.instrument == SUMMONS)


def _part_of(one: Report, other: Report) -> bool:
    """ "Se sont réunis *sous l'égide de l'Angola*": in one sentence, a meeting of some of those whom another has meet too."""
    both = one.type == other.type == "CONSULT" and one.evidence == other.evidence
    return both and one.parties < other.parties and _days_meet(one, other, None)


def _goes_on(done: Report, ahead: Report) -> bool:
    """ "Is in Rabat", "will see the king on Friday": a meeting to come, told behind one that took place, is another; one told
    as done behind an announcement is what was announced."""
    behind = done.evidence.start < ahead.evidence.start
    return behind and ahead.status in AHEAD and done.status not in AHEAD


def _named_alone(noun: Report, other: Report) -> bool:
    """ "N'accorde plus de visas", "*la suspension*, décidée en mai": the noun of a measure that the page tells by another word."""
    told = ".noun." in noun.rule and noun.rule.endswith(":measure")
    return told and noun.effect in BEGINS and other.effect in BEGINS


def _named_again(one: Report, other: Report) -> bool:
    """ "A accusé Kigali …", "les accusations de Kinshasa": what was said, named by its noun and without a day, is no second."""
    nouns = [r for r in (one, other) if ".noun." in r.rule and r.when is None]
    return one.act == other.act and bool(nouns)


def _signed(one: Report, other: Report) -> bool:
    """ "Ont signé mardi plusieurs accords", "parmi les accords signés": one deed, told with its day and without."""
    return one.act == other.act == SIGNS and one.instrument is not None and (one.when is None or other.when is None)


def _promised(word: Report, deed: Report) -> bool:
    """Whether a plan is only the content of a promise of its sentence: "a promis que son pays *va continuer à appuyer*"."""
    here = word.evidence == deed.evidence and (word.actors, word.recipients) == (deed.actors, deed.recipients)
    return here and word.act == "promise" and deed.status is Status.PLANNED and deed.type in KEPT


def _days_meet(one: Report, other: Report, published: date | None) -> bool:
    """Days that can be one day; an act without a day is no act of years ago, told as background."""
    if one.when and other.when:
        return one.when.meets(other.when)
    latest = next((r.when.latest for r in (one, other) if r.when), None)
    return published is None or latest is None or (published - latest).days <= YEAR


def _family(report: Report) -> str:
    return (report.instrument or report.act).split("-")[0]
