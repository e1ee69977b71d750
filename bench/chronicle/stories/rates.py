"""How often the press does what: the error model of the story simulations, written before any rule was run on them.

What each figure rests on:
- *coded pages*: the 651 gold reports of seeds, examples, dev and dev2 (types, dates left out, people, places, lags);
- *Cagé, Hervé and Viaud 2017* (all French online news of 2013): 32.6 % of what is printed online is original;
- *Maier 2005* (4,800 stories put to their sources): three stories in five have an error; by kind, from memory of its
  table: figures about one in eight stories, places one in twenty, dates one in twenty, names one in thirty;
- *Maier 2007*: fewer than 2 % of the stories that err are corrected;
- *ours*: a guess, for want of a count; each is marked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

# PLOVER type -> share of acts (coded pages), as the world draws them outside the life of a measure.
TYPES: Mapping[str, float] = {
    "SANCTION": 0.19,
    "CONSULT": 0.15,
    "AGREE": 0.08,
    "REQUEST": 0.10,
    "ACCUSE": 0.10,
    "SUPPORT": 0.08,
    "CONCEDE": 0.12,
    "AID": 0.04,
    "REJECT": 0.04,
    "MOBILIZE": 0.03,
    "COERCE": 0.03,
    "THREATEN": 0.03,
    "ASSAULT": 0.03,
}
# Share of reports that give no day, month or year at all, of the day's news and of background alike (coded pages).
UNDATED: Mapping[str, float] = {
    "CONSULT": 0.16,
    "SANCTION": 0.27,
    "CONCEDE": 0.35,
    "AID": 0.45,
    "SUPPORT": 0.39,
    "COERCE": 0.37,
    "ASSAULT": 0.1,
    "MOBILIZE": 0.62,
    "AGREE": 0.59,
    "REQUEST": 0.68,
    "ACCUSE": 0.56,
    "REJECT": 0.9,
    "THREATEN": 0.72,
}
PLACED: Mapping[str, float] = {"CONSULT": 0.66, "ASSAULT": 0.76, "COERCE": 0.68, "MOBILIZE": 0.48}  # coded pages
PLACED_ELSE = 0.07
PEOPLED: Mapping[str, float] = {"CONSULT": 0.39, "ACCUSE": 0.32, "REQUEST": 0.29, "SUPPORT": 0.31, "THREATEN": 0.5}
PEOPLED_ELSE = 0.1
# How finely a later page dates what lies back (coded pages, of those that date it): as the day, the month, the year.
GRAIN_LATER = (0.5, 0.38, 0.12)
GRAIN_NEWS = (0.95, 0.05, 0.0)  # ours
LAG = ((0, 0.25), (1, 0.3), (2, 0.1), (4, 0.09), (7, 0.09), (15, 0.17))  # days from act to page (coded pages)


@dataclass(frozen=True, slots=True)
class Rates:
    """Shares, 0..1; the second group is of the press's errors, the third of the coder's, each scaled on its own."""

    original: float = 0.326  # of the pages on an act (Cagé et al.)
    verbatim: float = 0.75  # of what is carried; the rest is rewritten from it, and adds no source (ours)
    background: float = 2.0  # earlier acts that a page tells besides (ours; coded pages have more, but we wrote them)
    announced: float = 0.4  # of meetings and measures (ours)
    postponed: float = 0.1  # of what is announced (ours)
    called_off: float = 0.1  # of what is announced (ours)
    rounded: float = 0.2  # of figures (ours)
    foreign: float = 0.35  # of outlets write the other language (ours)

    wrong_date: float = 0.05
    wrong_figure: float = 0.125
    wrong_place: float = 0.05
    wrong_person: float = 0.033
    wrong_roles: float = 0.01  # ours: who visits whom, who acts on whom
    disputed: float = 0.04  # of acts, denied by a party once they were told (ours; coded pages: 2.8 % of reports)
    corrected: float = 0.02

    other_type: float = 0.0  # a neighbour of the type
    lost_people: float = 0.0
    lost_side: float = 0.0  # recipients put among the actors
    lost_date: float = 0.0
    lost_instrument: float = 0.0

    def press(self, factor: float) -> "Rates":
        """The same with the press's errors `factor` times as many, each at most .9."""
        return self._scaled(factor, PRESS)

    def coder(self, factor: float) -> "Rates":
        """The same with a coder who errs `factor` times as often as ours on dev pages (`MISCODED`)."""
        return replace(self, **{name: min(rate * factor, 0.9) for name, rate in MISCODED.items()})

    def _scaled(self, factor: float, names: tuple[str, ...]) -> "Rates":
        return replace(self, **{name: min(getattr(self, name) * factor, 0.9) for name in names})


PRESS = ("wrong_date", "wrong_figure", "wrong_place", "wrong_person", "wrong_roles", "disputed", "corrected")
# Our own coder against gold on dev, rounded: of its true reports, those that differ in the field.
MISCODED: Mapping[str, float] = {
    "other_type": 0.08,
    "lost_people": 0.2,
    "lost_side": 0.04,
    "lost_date": 0.1,
    "lost_instrument": 0.08,
}
