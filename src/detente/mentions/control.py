"""Which acts are only the content of another: "menace de *fermer*", "refused to *meet*", "exclut toute *négociation*"."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from detente.mentions.tokens import Token
from detente.model import ActMention

QUOTES = frozenset('"“«')  # a refusal or a demand may quote its object: 'demanded "the withdrawal of …"'
SHORT = 4  # letters up to which a word in -er, -ir is mostly no verb: "hier", "pair"
PROMISED = 8  # words from what is promised to a noun inside it
ASKED = 8  # words from a wording that ends in a preposition to the "que" of what is asked
CONTROL = 4  # words between a governing act and the infinitive it governs


def governed(
    acts: Sequence[ActMention],
    governs: Sequence[bool],
    tokens: Sequence[Token],
    tenses: Sequence[str],
    ands: Collection[str] = (),
    later: Collection[str] = (),
    that: Collection[str] = (),
    ruling: Collection[str] = (),
    plain: bool = False,
) -> list[ActMention]:
    """Marks each infinitive that follows a governing act closely: "menace de *fermer*", "warned it would *hit*".

    later: words before a verb that stand for what is announced: "would". plain: whether an infinitive behind "and" may look
    like a present: "asked them to leave *and hand back* the port"."""
    place = {t.start: i for i, t in enumerate(tokens)}
    out = list(acts)
    for i, act in enumerate(acts):
        announced = place[act.head] > 0 and tokens[place[act.head] - 1].key in later
        told = act.tense == "present" and _behind_that(acts[:i], governs, tokens, place, that, ruling, place[act.head])
        if plain and i and out[i - 1].tense == "infinitive" and act.tense == "present" and act.form == "verb":
            beside = tokens[place[act.head] - 1].key in ands and out[i - 1].governor is not None
            out[i] = replace(act, governor=out[i - 1].governor) if beside else act
        if act.form != "verb" or not (act.tense in tenses or announced or told):
            continue
        for j in range(i - 1, -1, -1):
            between = place[act.head] - place[acts[j].head]
            if announced and acts[j].form == "noun":
                continue  # "adhere to its *requests* and *would* accept"
            if governs[j] and between <= CONTROL + 3 + (acts[j].end - acts[j].start) // 8:
                out[i] = replace(act, governor=j)
                break
        if i and out[i].governor is None and out[i - 1].governor is not None and _joined(tokens, place[act.head], ands):
            out[i] = replace(act, governor=out[i - 1].governor)
    return out


def _behind_that(
    before: Sequence[ActMention],
    governs: Sequence[bool],
    tokens: Sequence[Token],
    place: Mapping[int, int],
    that: Collection[str],
    ruling: Collection[str],
    head: int,
) -> bool:
    """ "Demanded *that* the soldiers *withdraw*": a present in what the act right before asks for; past whom it is asked of,
    where its wording ends in his preposition: "réclame *de* Kigali *qu'*il libère"."""
    if not before or not governs[len(before) - 1] or before[-1].form != "verb":
        return False
    end = next((i for i in range(place[before[-1].head], len(tokens)) if tokens[i].end >= before[-1].end), len(tokens))
    reach = ASKED if any(t.key in ruling for t in tokens[end : end + 2]) else 1
    return any(tokens[i].key in that for i in range(end, min(end + reach, head - 1) + 1) if i < len(tokens))


def _joined(tokens: Sequence[Token], head: int, ands: Collection[str]) -> bool:
    """ "Threatened to shut the consulate *and to bar* shrimp": what hangs on the same word as the one before."""
    return any(t.key in ands for t in tokens[max(0, head - 2) : head])


def held(
    acts: Sequence[ActMention],
    holds: Sequence[bool],
    tokens: Sequence[Token],
    small: Collection[str],
    infinitives: tuple[str, ...] = (),
    walls: Collection[str] = (),
) -> list[ActMention]:
    """Marks each noun that is the object of a refusal or a demand: nothing but articles between them.

    So is one inside what is promised: "se sont accordés pour *mettre en œuvre* des patrouilles". infinitives: their endings.
    walls: words that end a clause."""
    place = {t.start: i for i, t in enumerate(tokens)}
    out = list(acts)
    for i, act in enumerate(acts):
        last = next((j for j in range(i - 1, -1, -1) if acts[j].end <= act.start), None)
        if act.form == "verb" or last is None or not holds[last] or act.governor is not None:
            continue
        between = [t for t in tokens[: place[act.head]] if t.start >= acts[last].end]
        waits = any(t.key in small for t in tokens if t.start >= acts[last].head and t.end == acts[last].end)
        if act.form == "phrase" and (between or not waits):
            continue  # "a menacé Tunis *de* nouvelles sanctions"; not "exige ce retrait sous peine de"
        beside = len(between) <= CONTROL and all(t.key in small or t.key in QUOTES for t in between)
        if beside or _inside(between, infinitives, walls):
            out[i] = replace(act, governor=last)
    return out


def _inside(between: Sequence[Token], infinitives: tuple[str, ...], walls: Collection[str]) -> bool:
    """Whether words begin with an infinitive, and no clause ends before the noun behind them."""
    first = between[0] if between else None
    led = bool(infinitives) and first is not None and len(first.key) > SHORT and first.key.endswith(infinitives)
    return led and len(between) <= PROMISED and all(t.key[:1].isalpha() and t.key not in walls for t in between)
