"""Of whom a page speaks when an official comes without his state: who led the sentence before, who owns him, whom he answers."""

from collections.abc import Iterator, Sequence

from detente.codebook.languages import Language
from detente.mentions.faced import MEETING, SIDE_BY_SIDE, Faces
from detente.mentions.figures import ARTICLE, Figure, Said, Vote, votes
from detente.mentions.introductions import Introduction
from detente.mentions.lexicon import Lexicon
from detente.mentions.people import Person

TOUCHING = 1  # characters between two words
BACK = 3  # sentences before an adjective that may mean two states
MOST = 12  # sentences of a paragraph that are looked at
HEADING = 5  # words of a sentence that heads its paragraph: "The Ghanaian version."
CLOSING = 5  # words that may follow a source that closes its sentence: "said on Wednesday in Accra"


class Floor:
    """Compiled once for a language; pure."""

    def __init__(self, language: Language, faces: Faces, envoys: frozenset[str]) -> None:
        self.faces, self.envoys = faces, envoys
        self.joins = frozenset(language["and"])
        self.subordinate = faces.that | frozenset(language["relative"]) | frozenset(language["relative_objects"])
        self.contrast: Lexicon[str] = Lexicon()
        self.contrast.add_wordings(language["contrast"], "contrast")

    def owned(self, said: Sequence[Said], i: int, n: int, intro: Introduction) -> Iterator[Vote]:
        """ "Its spokesman, X", "son homologue, X"; "les ministres X et Y"; "ambassador to Mali"."""
        if intro.posted:
            yield Vote(n, "posted", False, code=intro.posted)
        if intro.possessed:
            owner = self._antecedent(said, i, intro.start, n)
            if owner is not None and owner.codes != (intro.posted,):  # nobody is posted at home
                yield from votes(n, "counterpart" if intro.counterpart else "owned", owner, not intro.counterpart)
        elif intro.may:
            yield from self._last_named(said, i, n, intro)
        elif not self._is_envoy(intro):
            yield from self._followed(said, i, n, intro)
        if intro.with_:
            first = next((k for k, o in said[i].introduced if o.surname == intro.with_), None)
            if first is not None:
                yield Vote(n, "one title", False, other=first)
                yield Vote(first, "one title", False, other=n)

    def _antecedent(self, said: Sequence[Said], i: int, start: int, n: int) -> Figure | None:
        """Who leads up to a possessive, here or in the two sentences before."""
        before = [f for f in said[i].figures if f.end <= start and not f.place and f.person != n]
        before = [f for f in before if f.known or start - f.end > TOUCHING]  # "its government spokesman"
        nearest = next((f for f in before if f.free), before[0] if before else None)
        if nearest:
            return (
                nearest if nearest.known else None
            )  # "the government … its ambassador": somebody's, nobody says whose
        for k in range(i - 1, max(i - 3, -1), -1):
            if found := self._told_by(said[k]) or lead(said[k]):
                return _seated(found, said[k]) if found.person != n else None
        return None

    def _told_by(self, sentence: Said) -> Figure | None:
        """Who closes a sentence as its source: "…, the foreign ministry insisted", "…, a affirmé Lomé"."""
        for figure in reversed(sentence.figures):
            if not figure.free or figure.start == sentence.words[0].start:
                continue
            for verb in self.faces.speech.sayings(sentence.words):
                first, last = sentence.words[verb.first].start, sentence.words[verb.last].end
                ahead = 0 <= first - figure.end <= 1 and bool(
                    self.faces.genitive
                )  # French turns it round: "…, a dit Lomé"
                if ahead or 0 <= figure.start - last <= ARTICLE:
                    rest = sentence.between(max(figure.end, last), sentence.words[-1].end)
                    if len(rest) <= CLOSING:
                        return figure
        return None

    def _last_named(self, said: Sequence[Said], i: int, n: int, intro: Introduction) -> Iterator[Vote]:
        """ "La ministre congolaise, X": of the one of two that was named last, as a subject if there is any."""
        for k in range(i, max(i - 1 - BACK, -1), -1):
            own = [f for f in said[k].figures if f.end <= intro.start or k < i]
            own = [f for f in own if len(f.codes) == 1 and f.codes[0] in intro.may]
            found = {f.codes for f in own if f.free} or {f.codes for f in own}
            if found:
                yield from (Vote(n, "last named", True, code=codes[0]) for codes in found if len(found) == 1)
                return

    def _is_envoy(self, intro: Introduction) -> bool:
        """An ambassador is named where he is not at home."""
        return any(word in self.envoys for word in intro.office.split())

    # -- bare titles
    def _followed(self, said: Sequence[Said], i: int, n: int, intro: Introduction) -> Iterator[Vote]:
        """Who is spoken of when a bare title comes that leads its sentence: the same, or, of who answers, somebody else."""
        own = said[i]
        figure = next((f for f in own.figures if f.person == n), None)
        if not i or figure is None or any(f.place and own.opened_by(f) for f in own.figures):
            return
        spoken = self.faces.said_by(own, figure)
        if not spoken and (figure.preposition or any(f.free for f in own.ahead(figure, n))):
            return  # somebody else leads
        if self.faces.is_object(own, figure):
            return
        if intro.with_ or any(o.with_ == intro.surname for _, o in own.introduced):
            return
        answers = bool(spoken and self.faces.replies(spoken)) or bool(list(self.contrast.find(own.words)))
        yield from self._held(said, i, n, "answers" if answers else "focus")

    def answered(self, said: Sequence[Said], i: int, persons: Sequence[Person]) -> Iterator[Vote]:
        """ "X a *répliqué* que", "…, a *rétorqué* X": not of the side of whoever leads the sentence before."""
        figure = lead(said[i]) if i else None
        n = figure.person if figure else None
        if figure is None or n is None or not self._replies(said[i], figure):
            return
        before = next((f for f in said[i - 1].figures if f.free), None)
        if before and before.known and before.person != n and None in (persons[n].code, _code(before, persons)):
            yield from votes(n, "answers", before, False)

    def _replies(self, sentence: Said, figure: Figure) -> bool:
        """Whether somebody is the subject of a verb of answering, before it or turned round."""
        for verb in self.faces.speech.sayings(sentence.words):
            if self.faces.replies(verb):
                first, last = sentence.words[verb.first].start, sentence.words[verb.last].end
                near = (
                    sentence.between(figure.end, first) if figure.end <= first else sentence.between(last, figure.start)
                )
                return len(near) <= MEETING and not any(t.key in self.subordinate for t in near)
        return False

    def _held(self, said: Sequence[Said], i: int, n: int, why: str) -> Iterator[Vote]:
        before = self._before(said, i)
        if before is None:
            return
        frame = _headed(before) or before.frame
        if frame and before.paragraph == said[i].paragraph:
            yield Vote(n, "frame" if why == "focus" else why, why == "focus", code=frame)
            return
        found = self._told_by(before) or self._leader(before)
        if found and found.free and found.person is None and found.known:
            yield from votes(n, why, found, why == "focus")

    def _before(self, said: Sequence[Said], i: int) -> Said | None:
        """The sentence that heads the paragraph; else the last that names anybody, here or at the end of the one before."""
        paragraph = [k for k in range(max(i - MOST, 0), i) if said[k].paragraph == said[i].paragraph]
        if paragraph and _headed(said[paragraph[0]]):
            return said[paragraph[0]]
        named = next((said[k] for k in reversed(paragraph) if _anybody(said[k])), None)
        return named or (said[i - 1] if not paragraph and _anybody(said[i - 1]) else None)

    def _leader(self, sentence: Said) -> Figure | None:
        """Who leads its main clause alone: no two that "and" joins, none of a clause behind "that"."""
        found = lead(sentence)
        if found is None or self._joined(sentence, found):
            return None
        word = sentence.before(found, self.faces.articles)
        return None if word and word.key in self.subordinate else found

    def _joined(self, sentence: Said, first: Figure) -> bool:
        """Whether another figure is joined to this one by "and"."""
        behind = next((f for f in sentence.figures if f.start >= first.end), None)
        if behind is None or behind.start - first.end > SIDE_BY_SIDE:
            return False
        return any(t.key in self.joins for t in sentence.between(first.end, behind.start))


def _code(figure: Figure, persons: Sequence[Person]) -> str | None:
    return persons[figure.person].code if figure.person is not None else min(figure.codes, default=None)


def lead(sentence: Said) -> Figure | None:
    may = [f for f in sentence.figures if not f.place]
    return next((f for f in may if not f.preposition), may[0] if may else None)


def _anybody(sentence: Said) -> bool:
    return any(f.known for f in sentence.figures) or sentence.frame is not None


def _headed(sentence: Said) -> str | None:
    """The one state that a few words name: "The Ghanaian version." """
    codes = {c for f in sentence.named for c in f.codes}
    words = sum(t.text[0].isalpha() for t in sentence.words)
    return min(codes) if words <= HEADING and len(codes) == 1 else None


def _seated(found: Figure, sentence: Said) -> Figure | None:
    """Who leads; "the ministry" is of the capital that the sentence names, if it names one."""
    if found.known:
        return found
    seats = [f for f in sentence.figures if f.place and len(f.codes) == 1 and sentence.opened_by(f)]
    return seats[0] if len(seats) == 1 else None
