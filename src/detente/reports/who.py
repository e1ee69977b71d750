"""Who did it toward whom, in codes, or why an act has not two sides."""

from dataclasses import dataclass

from detente.reports import against, judged, mutual
from detente.reports.at_towns import of_a_group, only_at_a_town, without_places
from detente.reports.found import found_in
from detente.reports.here import Here
from detente.reports.left_out import completed, given_back
from detente.reports.owners import by_the_owner, by_the_place, of_its_own_house, turned
from detente.reports.parties import Named, named
from detente.reports.scene import Sides
from detente.reports.sharing import shared
from detente.reports.telling import Teller, Told
from detente.reports.travelling import sent

ONE_SIDE = "one side only"
TWO = 2  # actors who may do it to each other, though nothing says so: "Kenya and Uganda reopened their border"
FORCED = frozenset({"ASSAULT", "COERCE"})  # types of what befalls people; two do not do it to nobody


class Missing(str):
    """Why an act has not two sides, with those that it has."""

    who: Named

    def __new__(cls, who: Named) -> "Missing":
        made = super().__new__(cls, f"{ONE_SIDE}: {who}")
        made.who = who
        return made


@dataclass(frozen=True)
class Finder:
    """Pure."""

    teller: Teller

    def of(self, here: Here, told: Told) -> Named | str:
        """The sides of an act, or the reason why it has not two."""
        found = found_in(here, told, self.teller)
        if not found.toward and against.victims(told, here.text, found, self.teller):
            return f"{ONE_SIDE}: what befell another"
        if mutual.of_one(told, here.text, self.teller.language, found.by):
            return f"{ONE_SIDE}: one another"
        if self._harms(told) and of_a_group(found.toward, here.text, self.teller.language):
            return f"{ONE_SIDE}: what befell another"
        found = without_places(told, found)
        who = named(found, told.group.frame in mutual.SYMMETRIC)
        who = of_its_own_house(told, turned(told, who, told.scene))
        return self._whole(here, told, found, who) or Missing(who)

    def _whole(self, here: Here, told: Told, found: Sides, who: Named) -> Named | None:
        """Both sides: as the sentence names them, or with one that it leaves out; None where one stays unknown."""
        if only_at_a_town(told, found, self.teller):
            return None
        if gone := sent(here, told, found, who):
            return gone
        if who.whole and (who.symmetric or who.toward):
            return who
        if _goes_nowhere(told, found):
            return None
        if self._of_ties(told) and not who.whole:
            return given_back(here, told, who, self.teller)
        if owned := by_the_owner(told, who) or by_the_place(told, who, told.scene):
            return owned
        done = shared(here, told, found, who, self.teller) or completed(here, told, who, self.teller)
        return done or (who if who.whole and self._may_stand_alone(here, told, who) else None)

    def _may_stand_alone(self, here: Here, told: Told, who: Named) -> bool:
        """Whether two or more do it, to each other or to nobody named; what harms, only the page's two or one to the other."""
        if self._at_nobody(told, who, here.text) or (self._harms(told) and len(who.by) > TWO):
            return False
        if told.mention.form == "noun" and told.act.type in FORCED and not self._mutual(told, here.text):
            return False  # "the row between the two over *the arrest of* a banker"
        harms = self.teller.type_of(told) in mutual.AGAINST and told.group.frame not in mutual.SYMMETRIC
        return not harms or set(who.by) == set(here.mentions.pair) or self._mutual(told, here.text)

    def _mutual(self, told: Told, text: str) -> bool:
        return mutual.is_mutual(told, text, self.teller.language)

    def _of_ties(self, told: Told) -> bool:
        """ "Relations have been *strengthened*": ties that grow between nobody named are no deed."""
        return told.act.type is None and self.teller.type_of(told) == "COOPERATE"

    def _at_nobody(self, told: Told, who: Named, text: str) -> bool:
        """ "Both called for calm", "hailed the news": what two say at once, not of each other; "hailed *their* progress" is."""
        behind = text[told.mention.end : told.sentence.end].split(maxsplit=1)[:1]
        their = bool(behind) and behind[0].casefold() in self.teller.language["possessives"]
        says = told.act.type in against.AGAINST or (told.act.id in judged.JUDGES and not their)
        said = says and not who.symmetric and not who.toward
        return said and not self._mutual(told, text)

    def _harms(self, told: Told) -> bool:
        """Whether it is done against somebody, or takes back what was: "four states reopened their airspace" to nobody named."""
        return self.teller.type_of(told) in (*mutual.AGAINST, "CONCEDE")


def _goes_nowhere(told: Told, found: Sides) -> bool:
    """ "The planes *they arrived* on", "what *came to* him": who goes on business of state is an official, named as one."""
    goes = told.group.frame == "visits" and told.mention.form == "verb"
    official = any(m.carrier == "office" and m.how != "pronoun" for m in found.by)
    return goes and not (found.by if found.toward else official)
