"""What one side says of another in plain words: "Kinshasa says that *Kigali backs the rebels*", "that the raid was *a provocation*".

Whoever says so accuses, with no verb of accusing. Either an act of the codebook is itself the wrong (frame `wrongs`): its subject
is accused. Or a word judges (cues `disapproving`, `blaming`) beside the one other state in what is said: that state is.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from detente.codebook.entries import Group
from detente.codebook.languages import Language
from detente.model import ActMention, ActorMention, Cue, Document, Mentions, Report, Sentence, Status, TimeMention
from detente.reports import clauses, dating, labelled, sides
from detente.reports.line import Line
from detente.reports.parties import Named, codes
from detente.reports.scene import Actors, Scene, leads, officials
from detente.reports.speakers import Talk

FRAME = "wrongs"  # of the codebook's words for what one does wrong
NOBODY = "nobody says so of another"
ENDING = 2  # letters of a French infinitive's ending: "répond-re"; one may change in English: "repl-y"
BLAME = "ACCUSE"
ACT = "criticize"  # the act of the codebook that a word that judges is
WITNESS = "asserted"
SAYS = frozenset(
    {"say", "claim", "blame", "warn", "promise", "demand"}
)  # strengths of verbs that stand by what they report
TOLD = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})  # types that already tell that the two are at odds
HARMS = frozenset({"SANCTION", "COERCE", "REJECT", "ASSAULT"})  # types of what is judged by whom it befell
BLAMES = frozenset({"disapproving", "blaming"})  # kinds of cue
DOUBTS = frozenset({"negation", "hypothesis", "condition"})
BESIDE = 30  # characters from the word to an adjective behind it
REACH = 45  # characters from a negation to the word it turns round
TOUCHING = 24  # characters from "invasion of" and its like to the state that undergoes it, with their own
LED = 20  # characters from a state to "was the victim of"
LEADS = 2  # words between who says it and his verb
NEAR = 60  # characters between who is blamed and the word that blames, where he is no subject


@dataclass(frozen=True, slots=True)
class Voice:
    """What somebody says, start..end, the state or organisation for which he says it, and where his verb stands.

    over: the sentences over which it runs.
    """

    start: int
    end: int
    side: str
    cue: tuple[int, int] | None = None
    over: tuple[Sentence, ...] = ()


def voices(document: Document, mentions: Mentions, language: Language) -> tuple[Voice, ...]:
    """What is said for a known side by who stands by it, in the order of the text."""
    talk, found = Talk(document, mentions, language), []
    ends, starts = [s.end for s in mentions.sentences], [s.start for s in mentions.sentences]
    for said in mentions.utterances:
        speaker = talk.speaker(said)
        if speaker and speaker.side and said.form != "unsaid" and said.strength in (None, *SAYS):
            over = mentions.sentences[bisect_right(ends, said.start) : bisect_left(starts, said.end)]
            found.append(Voice(said.start, said.end, speaker.side, said.cue, tuple(over)))
    return tuple(found)


def closing(sentence: Sentence, act: ActMention, heard: Iterable[Voice]) -> Voice | None:
    """What a verb closes: "*Bagdad couperait l'eau du Koweït s'il persistait*, a averti un ministre"."""
    cued = (v for v in heard if v.cue and v.cue[0] <= act.head < v.cue[1] and act.form == "verb")
    return next((v for v in cued if sentence.start <= v.start and v.end <= act.head), None)


def warned(sentence: Sentence, said: Voice) -> Named | None:
    """Who warns whom by what a verb of warning closes: the one other state in it, where it tells of harm under a condition."""
    kinds = {c.kind for c in sentence.cues if said.start <= c.start < said.end}
    inside = [m for m in sentence.actors if said.start <= m.start < said.end and said.side not in m.codes]
    whom = codes(m for m in inside if not m.place and m.carrier != "nationals")
    hangs = bool(kinds & {"condition", "otherwise"})
    return Named((said.side,), whom, "order") if hangs and len(whom) == 1 else None


def parties(scene: Scene, heard: Sequence[Voice], pair: Sequence[str]) -> Named | str:
    """Who tells a wrong of whom; the reason why nobody does, where the page tells it itself or one side of itself.

    "« C'est inacceptable », a dit le ministre": of a thing that no word gives to anybody, on a page of two, of the other."""
    said = [v for v in heard if v.start <= scene.act.head < v.end]
    tellers, found = {v.side for v in said}, sides.decide(scene)
    by = [m for m in found.by if _in_reach(scene, m)]
    doers = _behind(scene) or officials(m for m in by if _within(said, m)) or _subject(scene, said) or _owner(scene)
    of = codes(doers) or _of_the_other(scene, said, tellers, pair)
    if len(tellers) != 1 or not of or tellers & set(of):
        return NOBODY
    people = tuple(dict.fromkeys(m.person for m in doers if m.person))
    return Named(tuple(tellers), of, found.witness if doers else "filled", people)


def _behind(scene: Scene) -> Actors:
    """ "Orchestré par *Téhéran*", "the blame lies with *Moscow*": behind the preposition that a phrase ends with."""
    ruled = (m for m in scene.sentence.actors if scene.act.form == "phrase" and scene.ruled(m))
    return officials(ruled)[:1]


def _within(said: Iterable[Voice], mention: ActorMention) -> bool:
    return any(v.start <= mention.start < v.end for v in said)


def _subject(scene: Scene, said: Sequence[Voice]) -> Actors:
    """ "Said *Moldova* will pay a price": no word parts who says it from whom he means, but where his words begin."""
    before = (m for m in scene.sentence.actors if m.end <= scene.act.head and not m.preposition and not m.place)
    return officials(m for m in before if leads(m) and _within(said, m))[-1:]


def _in_reach(scene: Scene, mention: ActorMention) -> bool:
    """Whether a mention can be the subject: before the words, unless they are passive; of a predicate, in its clause."""
    if scene.act.form == "phrase":
        return scene.clause[0] <= mention.start < scene.act.end
    return scene.passive or mention.start < scene.act.end


def _of_the_other(
    scene: Scene, said: Sequence[Voice], tellers: Collection[str], pair: Sequence[str]
) -> tuple[str, ...]:
    """Who is left of the page's two, where what is said names nobody: "*the raid* flouted the convention, wrote the minister"."""
    inside = [m for m in scene.sentence.actors if _within(said, m)]
    here = any(scene.clause[0] <= m.start < scene.clause[1] for m in inside)
    if scene.act.form != "phrase" or here or not set(tellers) < set(pair):
        return ()
    return tuple(code for code in pair if code not in tellers)


def _owner(scene: Scene) -> Actors:
    """ "Les propos *du ministre malien* sont inacceptables": whose thing the subject is, in the clause."""
    links, start = scene.words("links"), scene.clause[0]
    before = [m for m in scene.sentence.actors if start <= m.start and m.end <= scene.act.head and not m.place]
    return officials(m for m in before if m.preposition in links or leads(m))[:1]


@dataclass(frozen=True)
class Accuser:
    """Finds the words that judge, on one page; pure."""

    document: Document
    times: Sequence[TimeMention]
    language: Language
    voices: Sequence[Voice]
    pair: tuple[str, ...] = ()

    def lines(self, told: Iterable[Report]) -> Iterator[Line]:
        """One a page and pair, where no act of the sentence sets the two against each other. told: what is coded."""
        told = tuple(told)
        known = {(r.evidence.start, a, b) for r in told if r.type in TOLD for a in r.actors for b in r.recipients}
        blamed = {(a, b) for r in told if r.type == BLAME for a in r.actors for b in r.recipients}
        accused: set[tuple[str, str]] = set()
        for said in self.voices:
            for sentence in said.over:
                found = self._blamed(sentence, said) or self._judged(sentence, said, told)
                whom, cue = found or self._labelled(sentence, said, told) or (None, None)
                if whom and cue and (sentence.start, said.side, whom) not in known and (said.side, whom) not in accused:
                    accused.add((said.side, whom))
                    yield self._line(sentence, said, whom, cue)
                    continue
                whom, cue = self._answered(sentence, said) or (None, None)
                fresh = whom and cue and (said.side, whom) not in blamed | accused
                if fresh and whom and cue and (sentence.start, said.side, whom) not in known:
                    accused.add((said.side, whom))
                    yield self._line(sentence, said, whom, cue)

    def _answered(self, sentence: Sentence, said: Voice) -> tuple[str, Cue] | None:
        """ "« C'est une décision hostile », *a réagi* le ministre": on a page of two, in a sentence that names no other, of the other."""
        other = tuple(c for c in self.pair if c != said.side)
        alone = all(said.side in m.codes for m in sentence.actors if not m.place)
        marks = [c for c in sentence.speech if c.kind in ("quote", "words")]
        if len(other) != 1 or said.side not in self.pair or not (alone and self._replies(said)):
            return None
        judging = [c for c in sentence.cues if c.kind in BLAMES and any(q.start <= c.start < q.end for q in marks)]
        fit = [c for c in judging if said.start <= c.start < said.end and not self._doubted(sentence, c)]
        return (other[0], fit[0]) if fit else None

    def _replies(self, said: Voice) -> bool:
        """ "« … », *a réagi* Moscou": whether the verb that tells it is one of those by which one replies."""
        told = self.document.text[said.cue[0] : said.cue[1]].casefold() if said.cue else ""
        ending = 1 if self.language["premodified"] else ENDING
        stems = tuple(w[:-ending] for w in self.language.maps["speech"]["replying"] if " " not in w)
        return any(word.startswith(stems) for word in told.split())

    def _blamed(self, sentence: Sentence, said: Voice) -> tuple[str, Cue] | None:
        """Whom the content blames, and the word that does, that nothing turns round."""
        start, end = max(sentence.start, said.start), min(sentence.end, said.end)
        first = self._from_verb(sentence, said, start)
        named = [m for m in sentence.actors if said.side not in m.codes and not m.place]
        others = [m for m in named if start <= m.start < end]
        behind = [m for m in named if said.cue and m.start >= max(end, said.cue[1])]
        for cue in (c for c in sentence.cues if c.kind in BLAMES and first <= c.start < end):
            if not (self._doubted(sentence, cue) or self._of_another(sentence, said, cue)):
                whom = self._culprit(sentence, others, cue) if others else codes(behind)
                if len(whom) == 1:
                    return whom[0], cue
        return None

    def _judged(self, sentence: Sentence, said: Voice, told: Sequence[Report]) -> tuple[str, Cue] | None:
        """ "Le ministère juge *la mesure* « injustifiée »": of nobody's thing, whoever was last told to have done it harm."""
        alone = all(said.side in m.codes or m.place for m in sentence.actors)
        harms = [r for r in told if r.type in HARMS and r.evidence.start < sentence.start and said.side in r.recipients]
        if not (alone and harms and len(harms[-1].actors) == 1):
            return None
        quoted = [s for s in sentence.speech if s.kind in ("quote", "words")]
        inside = [
            c for c in sentence.cues if c.kind == "disapproving" and any(s.start <= c.start < s.end for s in quoted)
        ]
        cue = next((c for c in inside if not self._doubted(sentence, c)), None)
        return (harms[-1].actors[0], cue) if cue else None

    def _labelled(self, sentence: Sentence, said: Voice, told: Sequence[Report]) -> tuple[str, Cue] | None:
        """ "Called *the decision* unfortunate": of what was told just before, whoever did it."""
        start, end = max(sentence.start, said.start), min(sentence.end, said.end)
        meant = labelled.types(self.document.text, start, end, self.language)
        if not meant or any(
            said.side not in m.codes for m in sentence.actors if start <= m.start < end and not m.place
        ):
            return None
        judging = (c for c in sentence.cues if c.kind in BLAMES and start <= c.start < end)
        cue = next((c for c in judging if not self._doubted(sentence, c)), None)
        whom = labelled.doer(meant, said.side, sentence, told) if cue else None
        return (whom, cue) if whom and cue else None

    def _from_verb(self, sentence: Sentence, said: Voice, start: int) -> int:
        """Where what he says may be judged from: his verb, where that leads to it: "said *it was* regrettable *that…*"."""
        leads_to = said.cue and sentence.start <= said.cue[0] < start
        return said.cue[1] if said.cue and leads_to else start

    def _culprit(self, sentence: Sentence, others: Sequence[ActorMention], cue: Cue) -> tuple[str, ...]:
        """The only other state of the content, near the word or ahead of it; of several, the last that leads to it."""
        near = [m for m in others if self._in_reach_of(sentence, cue, m)]
        if len(codes(others)) > 1:
            near = [m for m in near if m.end <= cue.start and not m.preposition and leads(m)][-1:]
        return codes(near[:1])

    def _in_reach_of(self, sentence: Sentence, cue: Cue, mention: ActorMention) -> bool:
        """Whether whom a mention names leads to the word, or is close to it, and is not who undergoes it or is told so."""
        ruled = mention.preposition in {*self.language["with"], *self.language["between"], *self.language["toward"]}
        if ruled or mention.carrier == "nationals" or self._suffers(sentence, cue, mention):
            return False
        if self._says_it_himself(sentence, cue, mention) or any(a.head < mention.start < a.end for a in sentence.acts):
            return False  # "dénonce un acte hostile et va *saisir le Conseil de sécurité de l'ONU*"
        if mention.end <= cue.start:
            return (not mention.preposition and leads(mention)) or cue.start - mention.end <= NEAR
        return cue.end <= mention.start and mention.start - cue.end <= (NEAR if mention.preposition else BESIDE)

    def _says_it_himself(self, sentence: Sentence, cue: Cue, mention: ActorMention) -> bool:
        """ "Said the pact would hold; *Chad calls* it an affront": the word is of the one who leads a verb of saying."""
        if clauses.past_an_aside(sentence, mention, self.document.text, self.language) is not None:
            return mention.end <= cue.start
        verbs = [c.start for c in sentence.speech if c.kind in ("verb", "weak-verb") and c.start < cue.start]
        between = [self.document.text[mention.end : at] for at in verbs if mention.end <= at]
        return any("," not in words and len(words.split()) <= LEADS for words in between)

    def _of_another(self, sentence: Sentence, said: Voice, cue: Cue) -> bool:
        """ "A move that *China condemned*": the word is itself what somebody else says."""
        verb = any(c.kind in ("verb", "weak-verb") and c.start == cue.start for c in sentence.speech)
        others = (m.end for m in sentence.actors if verb and said.side not in m.codes and not m.preposition)
        return any(end <= cue.start and not self.document.text[end : cue.start].strip() for end in others)

    def _suffers(self, sentence: Sentence, cue: Cue, mention: ActorMention) -> bool:
        """ "The invasion *of Ukraine* was a crime", "violated the rights *of Cyprus*", "*Cyprus* was the victim of…"."""
        first = min(cue.start, mention.start - TOUCHING)
        for c in sentence.cues:
            if c.kind == "undergone" and first <= c.start and c.end <= mention.start:
                return True
            if c.kind == "undergoes" and 0 <= c.start - mention.end <= LED:
                return True
        return False

    def _doubted(self, sentence: Sentence, cue: Cue) -> bool:
        """ "Was *not* a provocation", "if it were", "*any* violation": turned round, or only supposed."""
        before = self.document.text[sentence.start : cue.start].casefold().split()
        turned = any(c.kind in DOUBTS and 0 < cue.start - c.start <= REACH for c in sentence.cues)
        return turned or (bool(before) and before[-1].strip('"“«\xa0') in self.language["whichever"])

    def _line(self, sentence: Sentence, said: Voice, whom: str, cue: Cue) -> Line:
        at = said.cue if said.cue and sentence.start <= said.cue[0] < sentence.end else (cue.start, cue.end)
        return line(self.document, self.language, self.times, sentence, at, (ACT, "ACCUSE"), (said.side, (whom,)))


def line(
    document: Document,
    language: Language,
    times: Sequence[TimeMention],
    sentence: Sentence,
    at: tuple[int, int],
    what: tuple[str, str],
    sides: tuple[str, tuple[str, ...]],
) -> Line:
    """A report of what somebody says of another. at: the words that tell it; what: act and type; sides: who, of whom."""
    (name, type_), (side, whom) = what, sides
    act = ActMention(at[0], at[1], at[0], name, 0, "verb", "past", "active")
    scene = Scene(replace(sentence, acts=(act,), arguments=()), 0, Group(), language, document.text, frozenset())
    report = Report(
        act=name,
        type=type_,
        actors=(side,),
        recipients=whom,
        confidence=0.65,
        evidence=document.evidence(sentence.start, sentence.end),
        rule=f"{name}.verb.acts:{WITNESS}",
        when=dating.of_act(scene, times, Status.OCCURRED, document.published),
    )
    return Line(sentence, act, type_, report.when, report)
