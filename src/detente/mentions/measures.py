"""What "la mesure", "it" or "l'a levée" stand for: the lasting instrument the page named last."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from detente.codebook import Codebook
from detente.codebook.languages import Language
from detente.mentions.lexicon import Lexicon, longest
from detente.mentions.tokens import Token
from detente.model import ActMention, InstrumentMention, Sentence

LASTING = frozenset({"restriction", "passage", "benefit"})  # kinds of instrument that can be in force for a time
BESIDE = 5  # words from a pronoun to the participle it belongs to: "elle a été provisoirement levée", "elle vient d'être levée"
FAR = 60  # characters behind a noun in which it may say what it is of: "l'instauration, mardi, d'une caution"
POINTED = 6  # words up to a noun in which its article stands: "Senegal's mirror-image requirement"
NEXT = 3  # characters between a noun and what it is of, side by side: "visa freeze"
BANNED = frozenset({"trade", "transport", "flights"})  # instruments that are no measure themselves: a measure bans them
LISTED = frozenset(
    {"visa", "visa-bond", "entry-ban", "sanctions", "travel-advisory"}
)  # what states are put on a list of
REQUIRED = frozenset({"visa"})  # instruments that one requires of another
MEASURE = "restriction"  # the instrument that a measure is by itself, whatever it bears on
BEGINS = frozenset({"impose", "close", "suspend", "tighten"})  # effects whose nouns name a measure by themselves


class MeasureFinder:
    """Compiled once for a codebook and a language."""

    def __init__(self, book: Codebook, language: Language) -> None:
        acts, instruments, compose = book.acts, book.instruments, book.plover.compose
        contractions = {k: frozenset({k, *v}) for k, v in language.maps["contractions"].items()}
        self.words: Lexicon[str] = Lexicon(contractions)
        for word in language["measure_words"]:
            self.words.add(self.words.noun(language.inflected(word)), "measure")
        self.lists = frozenset(language["listed_on"])
        self.kinds = {i.id: i.kind for i in instruments.values()}
        self.works_on = {a.id: frozenset(compose.get(a.effect, ())) for a in acts.values() if a.effect}
        self.objects = frozenset(language["object_pronouns"])
        self.subjects = frozenset(language["pronouns"]) - frozenset(language["possessives"])
        self.auxiliaries = {**language.auxiliary("have"), **language.auxiliary("be")}
        self.after = bool(language["premodified"])  # whether an object pronoun follows its verb, as in English
        self.begins = frozenset(a.id for a in acts.values() if a.effect in BEGINS and a.instrument is None)
        self.ends = frozenset(a.id for a in acts.values() if a.effect == "end")
        self.known = frozenset(language["definite"]) | frozenset(language["remention"])
        self.own, self.owners = frozenset(language["own"]), frozenset(language["possessives"])
        self.theirs = frozenset(language["theirs"])
        self.ruling = frozenset(w for kind in ("within", "until", "since") for w in language[kind])
        self.owned = self.known | frozenset(language["possessives"]) | frozenset(language["links"])
        self.pointing = self.owned | frozenset(language["articles"])
        self.infinitive = frozenset(language["infinitive"])
        self.carried_on = frozenset(
            w for kind in ("links", "toward", "from", "with", "passive_by") for w in language[kind]
        )

    def with_words(self, raw: Sequence[Sentence], every: Sequence[Sequence[Token]]) -> list[Sentence]:
        """ "La mesure a été levée": a word for any measure stands for the one the page named last."""
        last: InstrumentMention | None = None
        ban: str | None = None  # what the ban named last bears on
        out = []
        for sentence, words in zip(raw, every, strict=True):
            same = tuple(self._same_ban(m, words, ban) for m in sentence.instruments)
            sentence = replace(sentence, instruments=same)
            ban = next((m.bears_on for m in reversed(same) if m.instrument == MEASURE and m.bears_on), ban)
            again = self.named(words, last, sentence.instruments)
            found = tuple(sorted((*sentence.instruments, *again), key=lambda m: m.start))
            last = self.lasting(sentence.instruments, sentence.end) or self._banned(sentence.instruments) or last
            out.append(replace(sentence, instruments=found))
        return out

    def _banned(self, named: Sequence[InstrumentMention]) -> InstrumentMention | None:
        """ "Banned *its maize*": of what is bought, sold or carried, a measure is a ban."""
        goods = [m for m in named if m.instrument in BANNED and not m.again]
        return replace(goods[-1], instrument=MEASURE, bears_on=goods[-1].instrument) if goods else None

    def _same_ban(self, found: InstrumentMention, tokens: Sequence[Token], ban: str | None) -> InstrumentMention:
        """ "India's *own ban*", "lifted *the curbs*": a ban of which nothing says on what is on what the one before it was."""
        if found.instrument != MEASURE or found.bears_on or ban is None:
            return found
        first = next((i for i, t in enumerate(tokens) if t.start == found.start), 0)
        behind = next((t for t in tokens[first:] if t.start >= found.end), None)
        before = [t.key for t in tokens[max(first - 2, 0) : first]]
        if before and before[-1] in self.own:
            before.pop()
        pointed = bool(before) and before[-1] in self.owned
        told = pointed and not (behind and behind.key in self.carried_on)
        return replace(found, bears_on=ban) if told else found

    def with_pronouns(self, found: Sequence[Sentence], every: Sequence[Sequence[Token]]) -> list[Sentence]:
        """ "Il l'a rouverte", "la fermeture a duré": a pronoun, or a noun alone, stands for the instrument named last."""
        before: list[InstrumentMention] = []
        out = []
        for sentence, own in zip(found, every, strict=True):
            meant = list(self.meant(own, sentence.acts, before, sentence.instruments))
            instruments = tuple(sorted((*sentence.instruments, *meant), key=lambda m: m.start))
            actors = tuple(a for a in sentence.actors if all(a.start != m.start for m in meant))
            before += sentence.instruments
            out.append(replace(sentence, instruments=instruments, actors=actors))
        return out

    def named(
        self, tokens: Sequence[Token], last: InstrumentMention | None, taken: Sequence[InstrumentMention]
    ) -> list[InstrumentMention]:
        """ "La mesure", "the requirement": where nothing names an instrument itself."""
        busy = {k for m in taken for k in range(m.start, m.end)}
        words = [m for m in longest(self.words.find(tokens)) if not self.after or self._pointed(tokens, m.first)]
        spans = [(tokens[m.first].start, tokens[m.last].end) for m in words]
        lists = {tokens[m.first].start for m in words if tokens[m.first].key in self.lists}
        # ", *mesure levée* en mai": behind a comma it says again what its own sentence tells
        resumed = {b.start for a, b in pairwise(tokens) if a.key == ","}
        meant = (
            (start, end, self.lasting(taken, start) or (None if start in resumed else last))
            for start, end in spans
            if start not in busy
        )
        fit = [(start, end, m) for start, end, m in meant if m and (start not in lists or m.instrument in LISTED)]
        return [_again(start, end, known) for start, end, known in fit]

    def _pointed(self, tokens: Sequence[Token], first: int) -> bool:
        """ "*The* second order", "*its* move" are nouns; "to *move*", "*bans* films" English verbs."""
        before = [t.key for t in tokens[max(0, first - POINTED) : first]]
        return bool(before) and before[-1] not in self.infinitive and any(key in self.pointing for key in before)

    def meant(
        self,
        tokens: Sequence[Token],
        acts: Sequence[ActMention],
        before: Sequence[InstrumentMention],
        taken: Sequence[InstrumentMention],
    ) -> Iterator[InstrumentMention]:
        """ "Reopened it", "l'a suspendue", "elle a été levée": the pronoun an effect works on.

        before: the instruments that the page named so far, the last one last."""
        place = {t.start: i for i, t in enumerate(tokens)}
        for act in acts:
            if act.act not in self.works_on:
                continue
            here = [m for m in taken if m.end <= act.start]
            kinds = self.works_on[act.act]
            if act.form == "noun":
                if self._alone(tokens, place[act.start], act) and not _reached(taken, act):
                    yield from (_measure(act, m) for m in self._fit([*before, *here], kinds))
            elif pronoun := self._pronoun(tokens, place[act.head], act):
                here = [m for m in taken if m.end <= pronoun.start]
                fit = self._fit([*before, *here], kinds)
                required = act.act in self.ends and pronoun.key in self.theirs  # who "a supprimé *le sien*" required it
                yield from (_again(pronoun.start, pronoun.end, _required(m) if required else m) for m in fit)

    def _fit(self, named: Sequence[InstrumentMention], kinds: Collection[str]) -> Sequence[InstrumentMention]:
        """The last one that such an act can work on: a border is reopened, no sanction is."""
        return [m for m in named if self.kinds[m.instrument] in kinds][-1:]

    def _alone(self, tokens: Sequence[Token], first: int, act: ActMention) -> bool:
        """ "*La fermeture*, décidée en mai, …", "*that freeze* ran out": a noun of a measure that the page knows, and nothing behind
        it says of what."""
        known = first > 0 and tokens[first - 1].key in self.known
        behind = next((t for t in tokens[first:] if t.start >= act.end), None)
        return known and act.act in self.begins and not (behind and behind.key in self.carried_on)

    def _pronoun(self, tokens: Sequence[Token], head: int, act: ActMention) -> Token | None:
        if act.voice == "passive" or act.form == "phrase":  # "it had been *in force since* July"
            before = tokens[max(0, head - BESIDE - 1) : head]
            return next((t for i, t in enumerate(before) if self._is_subject(before, i)), None)
        if theirs := self._theirs(tokens[head + 1 : head + 4]):
            return theirs
        if self.after:
            following = tokens[head + 1] if head + 1 < len(tokens) else None
            if following and following.key in self.owners and self._own_alone(tokens[head + 2 : head + 4]):
                return following
            return following if following and following.key in self.objects else None
        for i in range(head - 1, max(-1, head - BESIDE), -1):
            if tokens[i].key in self.objects:
                return tokens[i]
            if tokens[i].key not in self.auxiliaries:
                return None
        return None

    def _theirs(self, tokens: Sequence[Token]) -> Token | None:
        """ "A supprimé *les siens*", "lifted *theirs*": behind the article that a language gives it."""
        led = tokens[:1] if self.after else tokens[1:2] if tokens and tokens[0].key in self.known else ()
        return next((t for t in led if t.key in self.theirs), None)

    def _is_subject(self, tokens: Sequence[Token], i: int) -> bool:
        """ "Elle", "it"; "*celle-ci* a été rouverte"."""
        joined = "".join(t.key for t in tokens[i : i + 3])
        return tokens[i].key in self.subjects or joined in self.subjects

    def _own_alone(self, tokens: Sequence[Token]) -> bool:
        """ "Extended *its own* by a year": behind the possessive, with no noun of its own."""
        if not tokens or tokens[0].key not in self.own:
            return False
        behind = tokens[1].key if len(tokens) > 1 else ""
        return not behind[-1:].isalnum() or behind in self.carried_on or behind in self.ruling

    def lasting(self, named: Sequence[InstrumentMention], before: int) -> InstrumentMention | None:
        """The last of `named` before an offset that can be in force for a time; None when there is none. Of a bond for visas,
        named in one sentence, the bond."""
        fit = [m for m in named if m.end <= before and self.kinds[m.instrument] in LASTING]
        return (
            next((m for m in reversed(fit) if m.instrument.startswith(f"{fit[-1].instrument}-")), fit[-1])
            if fit
            else None
        )


def _again(start: int, end: int, known: InstrumentMention) -> InstrumentMention:
    return InstrumentMention(start, end, known.instrument, again=True, bears_on=known.bears_on)


def _required(known: InstrumentMention) -> InstrumentMention:
    """A visa of one's own is one that is required: a restriction, by itself."""
    return replace(known, instrument=MEASURE, bears_on=known.instrument) if known.instrument in REQUIRED else known


def _measure(act: ActMention, known: InstrumentMention) -> InstrumentMention:
    """ "*The freeze* remains in place": a noun alone is a restriction, and bears on what was frozen."""
    return InstrumentMention(act.start, act.end, MEASURE, again=True, bears_on=known.bears_on or known.instrument)


def _reached(taken: Sequence[InstrumentMention], act: ActMention) -> bool:
    """Whether an instrument stands inside a noun's own words, right before them, or soon behind."""
    return any(m.start < act.end + FAR and act.start - NEXT < m.end for m in taken)
