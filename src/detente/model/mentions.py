"""What one sentence names, with offsets into the document's text (code points)."""

from dataclasses import dataclass

TOWN = "town"  # how a town, or a part of a state, is named
CLAUSE = -1  # act of an argument that is a clause of the sentence, whatever it hangs on
LEADS = -2  # of one that leads the second of two verbs that "and" joins
LOCAL = "local"  # how its mayor or its police is
UNNAMED = "WESTERN"  # Western countries that nobody names


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A span that names an actor.

    codes: who; several for "les deux parties". how: name, adjective, people, capital, seat, force, person, carrier, both, pronoun, posting,
    town (a place in that state, never a party), local (its mayor, its police).
    carrier: government, office, force, nationals, or None. preposition: the word just before its noun phrase, or "".
    place: whether it only says where ("à Genève"). person: who is named with it. seat: of a town, whether bodies of the world sit there.
    """

    start: int
    end: int
    codes: tuple[str, ...]
    how: str
    carrier: str | None = None
    preposition: str = ""
    place: bool = False
    person: str | None = None
    seat: bool = False


@dataclass(frozen=True, slots=True)
class ActMention:
    """A span that names an act. group: index among the act's word groups of this language.

    form: verb, noun or phrase. tense: of the verb or its auxiliary ("" for a noun). voice: active, passive, or bare (a participle
    or noun without auxiliary). governor: index in the sentence of the act whose infinitive or content this is. start..end: the whole
    wording, head: offset of its inflected word.
    """

    start: int
    end: int
    head: int
    act: str
    group: int
    form: str
    tense: str = ""
    voice: str = "active"
    governor: int | None = None


@dataclass(frozen=True, slots=True)
class InstrumentMention:
    """A span that names an instrument; again: only by a word for any measure ("la mesure"), so the one named last.

    bears_on: what a ban, a curb or an embargo named by that word alone bears on: "*l'embargo* sur le riz", trade."""

    start: int
    end: int
    instrument: str
    again: bool = False
    bears_on: str | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that changes how far an act got; kind is the codebook's: negation, hypothesis, future…"""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Argument:
    """What the parser hangs on an act: role subject, pronoun (a subject that
    names nobody), passive_subject, object, agent, oblique, of, adjective (the act only qualifies a noun), noun (the parser
    reads none of it as a verb),
    or nested (a clause under it, whose times and places are not its own).
    With act CLAUSE, one of the sentence: relative, reduced (a participle's), adverbial or content; with act LEADS, who leads the
    second of two verbs that "and" joins."""

    act: int
    role: str
    start: int
    end: int
    head: int
    preposition: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: start inside, end outside; `paragraph` counts blocks from 0; breaks: offsets where a clause may end."""

    start: int
    end: int
    paragraph: int
    actors: tuple[ActorMention, ...] = ()
    acts: tuple[ActMention, ...] = ()
    instruments: tuple[InstrumentMention, ...] = ()
    cues: tuple[Cue, ...] = ()
    carriers: tuple[tuple[int, int], ...] = ()  # spans of nouns that carry a state, named or not ("the ministry")
    speech: tuple[Cue, ...] = ()  # kinds: verb (reporting), according, quote
    arguments: tuple[Argument, ...] = ()
    breaks: tuple[int, ...] = ()
    parsed: bool = False


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something said, whoever says it: start..end is the content.

    form: quoted (all of it between marks), mixed (some), reported (none), unsaid (the text says that it was not said),
    deed (its verb tells an act and no more: it is kept for who does it).
    cue: where the verb or "selon" stands; verb: as the codebook writes it; strength: the codebook's (say, claim, deny…).
    how the text names who speaks: named (`speaker`), unnamed ("une source"), pronoun, carried (nobody: whoever spoke last),
    organ (a state's own outlet that speaks for it), other (somebody who speaks for no state) or nobody. source: the words for
    who speaks. sentence: index of the one with the cue.
    """

    start: int
    end: int
    form: str
    sentence: int
    how: str
    cue: tuple[int, int] | None = None
    verb: str | None = None
    strength: str | None = None
    source: tuple[int, int] | None = None
    speaker: ActorMention | None = None
    feminine: bool | None = None  # who speaks, as far as words show it


@dataclass(frozen=True, slots=True)
class Mentions:
    """All sentences of a document, its title's actors, people it names with their side and role."""

    sentences: tuple[Sentence, ...]
    title_codes: tuple[str, ...] = ()
    pair: tuple[str, ...] = ()  # the two actors the page is mostly about, when that is clear
    people: tuple[tuple[str, str, str, int, int], ...] = ()  # name, code, role, start, end
    other_subject: int = 0  # different words of sport, weather, culture…: the subject that has most
    relations: int = 0  # different words of relations between states
    utterances: tuple[Utterance, ...] = ()
    genders: tuple[tuple[str, bool], ...] = ()  # of people by name: whether a woman, where words or a given name tell
    unsettled: tuple[tuple[str, int, int], ...] = ()  # people of whom nobody can say whose they are: name, start, end
    home: str | None = None  # the one of the two in whose country the page is written, by its dateline or its outlet
