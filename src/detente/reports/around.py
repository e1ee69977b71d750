"""What the sentences of a page say of time: which open a paragraph, stand beside another, or retell the one before."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from detente.codebook.languages import Language
from detente.model import CLAUSE, Block, BlockKind, Document, Mentions, Sentence, TimeMention, When
from detente.reports import terms
from detente.reports.governing import OPENING

_HOUR = re.compile(r"\s*\d{1,2}\s?[h:.]\s?\d{2}(?=\D)")
LEAST = 2  # entries of a chronology
MONTH = 31  # days
SUBJECT = 60  # characters from the start of "La décision, annoncée lundi…" to the time that dates it


@dataclass(frozen=True)
class Around:
    """The sentences of one page with their times."""

    document: Document
    mentions: Mentions
    times: Sequence[TimeMention]
    language: Language

    def inside(self, sentence: Sentence) -> Sequence[TimeMention]:
        return self.times_in(sentence.start, sentence.end)

    def days(self, sentence: Sentence) -> list[When]:
        """The days a sentence names, those of its own before those of its clauses: the last is the surest."""
        clauses = [a for a in sentence.arguments if a.act == CLAUSE]
        days = [(t, t.when) for t in self.inside(sentence) if t.when and t.when.days == 1]
        return [w for t, w in sorted(days, key=lambda d: not any(c.start <= d[0].start < c.end for c in clauses))]

    def beside(self, sentence: Sentence, by: int) -> Sentence | None:
        """The sentence so many places on, of the same or a neighbouring paragraph."""
        place = self._place[sentence.start] + by
        found = self.mentions.sentences[place] if 0 <= place < len(self.mentions.sentences) else None
        return found if found and abs(found.paragraph - sentence.paragraph) <= 1 else None

    def opening(self, sentence: Sentence) -> When | None:
        """The time a sentence begins with, or the one that "La décision remonte à janvier" is about."""
        inside = [t for t in self.inside(sentence) if t.when]
        if inside and inside[0].start - sentence.start < OPENING:
            return inside[0].when
        return self.subject_time(sentence)

    @cached_property
    def opened(self) -> dict[int, When]:
        """For each sentence by its start, the time that opened its paragraph last before it."""
        found: dict[int, When] = {}
        last: tuple[int, When | None] = (-1, None)
        for sentence in self.mentions.sentences:
            paragraph, when = last
            if when and paragraph == sentence.paragraph:
                found[sentence.start] = when
            else:
                when = None
            last = (sentence.paragraph, self.opening(sentence) or when)
        return found

    @cached_property
    def headed(self) -> dict[int, When]:
        """For each sentence by its start, the day or month that heads its entry of a chronology; two entries at least.

        A subheading that is no date ends the entry above it.
        """
        told = {b.start: (self._alone(b.start, b.end), b.kind) for b in self.document.blocks}
        heads = {start: when for start, (when, kind) in told.items() if when or kind is BlockKind.SUBHEADING}
        if len({when.edtf for when in heads.values() if when}) < LEAST:
            return {}
        starts = sorted(heads)
        above = ((s.start, bisect_right(starts, s.start)) for s in self.mentions.sentences)
        found = ((start, heads[starts[number - 1]]) for start, number in above if number)
        return {start: when for start, when in found if when}

    def _alone(self, start: int, end: int) -> When | None:
        """The time that is all a block says."""
        text, first = self.document.text, bisect_left(self._starts, start)
        if first == len(self.times) or self.times[first].end > end:
            return None
        time = self.times[first]
        return None if any(map(str.isalnum, text[start : time.start] + text[time.end : end])) else time.when

    def retells(self, sentence: Sentence) -> bool:
        """Whether it begins with a word for what was told just before: "La décision…", "The change…"."""
        return self.begins_with(sentence, "retelling")

    def begins_with(self, sentence: Sentence, words: str) -> bool:
        """Whether it begins with an article, or "this", and one of the language's `words`."""
        text = self.document.text[sentence.start : sentence.start + SUBJECT].casefold()
        begun = text.replace("’", "'").replace("'", "' ").replace(",", " ").split()
        pointed = begun[:1] and begun[0] in {*self.language["definite"], *self.language["remention"]}
        return bool(pointed) and len(begun) > 1 and begun[1] in self.language[words]

    def subject_time(self, sentence: Sentence) -> When | None:
        """When "La décision, annoncée lundi, …" says that what was told just before was done."""
        if not self.retells(sentence):
            return None
        first = next((t for t in self.inside(sentence) if t.start - sentence.start < SUBJECT), None)
        if first is None or terms.tells_effect(sentence, first):  # "La mesure entre en vigueur lundi"
            return None
        closed = any(sentence.start < b < first.start for b in sentence.breaks)
        return first.when if first.when and first.when.days and not closed else None

    @cached_property
    def issued(self) -> bool:
        """Whether the page is a communiqué: its title, its section or its first line begins so, or what a colon parts from them."""
        document, first = self.document, self.document.blocks[:1]
        leads = [document.text[b.start : b.end] for b in first if b.kind is BlockKind.STANDFIRST]
        return self.language.issues([document.title or "", document.section or "", *leads])

    @cached_property
    def _hours(self) -> dict[int, str]:
        """The hour each block begins with, by where it starts, if the page is a live one: two or more do."""
        text = self.document.text
        found = {b.start: m[0].strip() for b in self.document.blocks if (m := _HOUR.match(text, b.start))}
        return found if len(found) > 1 else {}

    @property
    def live(self) -> bool:
        return bool(self._hours)

    def hour(self, sentence: Sentence) -> str | None:
        """The hour of the entry of a live page in which a sentence stands: the last one that began a block."""
        above = bisect_right(self._told_at, sentence.start)
        return self._hours[self._told_at[above - 1]] if above else None

    @cached_property
    def _told_at(self) -> list[int]:
        return sorted(self._hours)

    def times_in(self, start: int, end: int) -> Sequence[TimeMention]:
        return self.times[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def clock(self, sentence: Sentence) -> When | None:
        """The day, or the month, that the sentences before tell of: in the same paragraph, not in a clause of theirs."""
        before = (s for s in reversed(self.mentions.sentences) if s.start < sentence.start)
        for told in before:
            if not self.together(told, sentence):
                return None
            if self.inside(told):
                return self._main_day(told)
            sentence = told
        return None

    def _main_day(self, sentence: Sentence) -> When | None:
        """The one day or month that a sentence tells of, where it tells of no other."""
        days = [t for t in self.inside(sentence) if t.when]
        hung = [a for a in sentence.arguments if a.act == CLAUSE]
        free = [t for t in days if not any(a.start <= t.start < a.end for a in hung)]
        one = free[0].when if len(days) == len(free) == 1 else None
        return one if one and one.days and one.days <= MONTH else None

    def together(self, one: Sentence, other: Sentence) -> bool:
        """Whether two sentences stand in one paragraph, or in items of one list that follow each other."""
        if one.paragraph == other.paragraph:
            return True
        items = [self._block(s.start) for s in (one, other)]
        listed = all(b and b.kind is BlockKind.LIST for b in items)
        return listed and abs(one.paragraph - other.paragraph) == 1

    def _block(self, at: int) -> Block | None:
        return next((b for b in self.document.blocks if b.start <= at < b.end), None)

    @cached_property
    def timed(self) -> frozenset[int]:
        """The paragraphs that name a time."""
        return frozenset(s.paragraph for s in self.mentions.sentences if self.inside(s))

    @cached_property
    def first(self) -> dict[int, Sentence]:
        """The first sentence of each paragraph."""
        return {s.paragraph: s for s in reversed(self.mentions.sentences)}

    @cached_property
    def _place(self) -> dict[int, int]:
        """Where each sentence stands, by its start."""
        return {s.start: i for i, s in enumerate(self.mentions.sentences)}

    @cached_property
    def _starts(self) -> list[int]:
        return [t.start for t in self.times]
