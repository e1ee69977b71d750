"""Who has spoken so far on a page: last, as a person, or as a stranger who speaks for nobody."""

from dataclasses import dataclass

from detente.model import Utterance

FAR = 6  # sentences between a person and the pronoun that means him


@dataclass(frozen=True, slots=True)
class Speaker:
    """name: as the page gives it, in full where it does somewhere; None when nobody is named. side: an actor code."""

    name: str | None
    side: str | None
    feminine: bool | None = None
    person: bool = False


class Heard:
    """Of one document, its utterances in order."""

    def __init__(self) -> None:
        self.last: tuple[int, Speaker | None] = (-9, None)  # index of the sentence, who
        self.stranger = -9  # index of the sentence in which somebody spoke last who speaks for nobody
        self.house: str | None = None  # which institution of a state spoke last, if one did
        self.houses: dict[str, set[str]] = {}  # for whom each one has spoken
        self.people: list[tuple[int, Speaker]] = []  # persons heard so far, and where

    def keep(self, utterance: Utterance, speaker: Speaker | None, aside: bool, house: str | None = None) -> None:
        """Remembers who said it, and which institution; what is told aside leaves whoever spoke last."""
        self.house = house
        if house and speaker and speaker.side:
            self.houses.setdefault(house, set()).add(speaker.side)
        if (utterance.how != "carried" or speaker) and not aside:
            self.last = (utterance.sentence, speaker)
            self.stranger = utterance.sentence if utterance.how == "other" and utterance.form != "unsaid" else -9
        if speaker and speaker.person:
            self.people.append((utterance.sentence, speaker))

    def since(self, utterance: Utterance) -> int:
        """Sentences since somebody spoke."""
        return utterance.sentence - self.last[0]

    def within(self, utterance: Utterance, sentences: int) -> Speaker | None:
        """Who spoke last, if that was no more than so many sentences ago."""
        return self.last[1] if self.since(utterance) <= sentences else None

    def fitting(self, utterance: Utterance) -> Speaker | None:
        """Who spoke last, unless the pronoun's gender is another's; then the last person of that gender."""
        before = self.within(utterance, 2)
        if before and not clash(before, utterance):
            return before
        fit = [p for i, p in self.people if utterance.sentence - i <= FAR and not clash(p, utterance)]
        return fit[-1] if fit else None


def clash(speaker: Speaker, utterance: Utterance) -> bool:
    """ "Elle" is nobody who was told as a man's title, "il" nobody told as a woman's; a pair is neither."""
    if speaker.person and utterance.feminine is not None:
        return speaker.feminine is not None and utterance.feminine != speaker.feminine
    return speaker.name is not None and speaker.side is None
