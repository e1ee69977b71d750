"""What it tells of an official where he stands as he speaks: "À Dakar, la ministre", "told parliament in Harare", "on a visit to Mali"."""

from collections.abc import Iterator

from detente.codebook.languages import Language
from detente.mentions.dealings import Dealings
from detente.mentions.figures import Figure, Said, Vote, votes
from detente.mentions.speech import SpeechFinder
from detente.mentions.tokens import Token

BESIDE = 12  # characters from a name to the capital beside it: "X, in Accra"
PARTED = 3  # words between who speaks and his verb
AUDIENCE = 5  # words between the verb and the capital: "told a news conference in"
FIRST = 2  # words among which stands what says that he speaks: "S'exprimant", "Speaking"


class Venues:
    """Compiled once for a language; pure."""

    def __init__(self, language: Language, speech: SpeechFinder, dealings: Dealings) -> None:
        self.speech, self.dealings = speech, dealings
        own = language.maps["speech"]
        self.visiting, self.where = frozenset(language["visiting"]), frozenset(language["where"])
        self.genitive = frozenset(language["premodified"])
        self.stops = frozenset(language["clause_breaks"]) | frozenset(own["that"])
        self.speaking, self.legislatures = frozenset(own["speaking"]), frozenset(own["legislatures"])
        self.apart = frozenset(language["within"]) | frozenset(language["toward"])
        self.to_whom = frozenset(own["to_whom"])
        self.media = frozenset(own["media"])

    def votes(self, sentence: Said, figure: Figure, n: int) -> Iterator[Vote]:
        """ "À Dakar, la ministre…": hers; "on a visit to Nouakchott": not his."""
        visits = any(t.key in self.visiting for t in sentence.words)
        if label := sentence.labelled():
            yield from votes(n, "capital first", label, True)
        yield from self._at_home(sentence, figure, n)
        for place in (f for f in sentence.figures if f.place):
            if sentence.opened_by(place):
                yield from votes(n, "capital first", place, True)
            elif visits:
                if not self._owns(sentence, figure):  # "*Kama's* talks with the envoy, who arrived in Gaborone"
                    yield from votes(n, "visits", place, False)
            elif place.capital and (why := self._speaks(sentence, figure, place)):
                yield from votes(n, why, place, True)
            elif 0 < place.start - figure.end <= BESIDE and not self.dealings.host(sentence, figure):
                yield from votes(n, "capital beside", place, True)

    def _at_home(self, sentence: Said, figure: Figure, n: int) -> Iterator[Vote]:
        """ "Denied by *Bishkek, where* Deputy Prime Minister X said"; "told *Sudan TV*"."""
        for seat in (f for f in sentence.figures if f.capital and f.end <= figure.start):
            between = sentence.between(seat.end, figure.start)
            if between and between[-1].key in self.where and len(between) <= PARTED:
                yield from votes(n, "capital first", seat, True)
        for state in (f for f in sentence.named if f.start > figure.end and not f.place):
            behind = next((t.key for t in sentence.words if t.start >= state.end), "")
            if behind in self.media and len(self._audience(sentence, figure, state)) in (1, 2):
                yield from votes(n, "own house", state, True)

    def _owns(self, sentence: Said, figure: Figure) -> bool:
        return any(t.start == figure.end and t.key in self.genitive for t in sentence.words)

    def _speaks(self, sentence: Said, figure: Figure, place: Figure) -> str | None:
        """ "X told parliament *in Harare*", "Speaking to reporters *in Nairobi*, X said": before what he says begins."""
        if place.start > figure.end:
            audience = self._audience(sentence, figure, place)
        else:
            opens = any(t.key in self.speaking for t in sentence.words[:FIRST])
            parted = any(t.text == "," for t in sentence.between(place.end, figure.start))
            audience = sentence.between(0, place.start) if opens and parted else []
        if any(t.key in self.legislatures for t in audience):
            return "own house"
        return "speaks in" if audience else None

    def _audience(self, sentence: Said, figure: Figure, place: Figure) -> list[Token]:
        """The words from his verb of saying to the place, the verb with them; none where what he says has begun."""
        for verb in self.speech.sayings(sentence.words):
            first, last = sentence.words[verb.first].start, sentence.words[verb.last]
            near = first >= figure.end and len(sentence.between(figure.end, first)) <= PARTED
            between = sentence.between(last.end, place.start)
            told = any(t.key in self.stops or not t.text[0].isalnum() for t in between)
            if (
                verb.payload.bare
                and between
                and between[0].key not in self.apart
                and verb.payload.verb not in self.to_whom
            ):
                continue  # "said *talks* in Ankara would resume"
            if near and last.end <= place.start and len(between) <= AUDIENCE and not told:
                return [last, *between]
        return []
