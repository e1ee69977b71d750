"""Whose page it is, from the page alone: every place that names an outlet is a vote, and two places outweigh one."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from detente.documents.credits import is_people, pieces
from detente.documents.lexicon import Lexicon, fold
from detente.documents.lines import Kind, Line, count_words
from detente.documents.outlet_names import has_press_word, is_joined, is_named, is_shaped, key_of, whole_key
from detente.documents.ownership import Vote, addresses, bars, footheads, named, owners
from detente.documents.signature import holds_day, is_domain, is_titled, read_signature, spelled

# Votes; a name with fewer than `ENOUGH` is not believed. Own reading of press pages, and of the pages in examples/.
ENOUGH = 3
_DATED = 2  # on the line that dates the page
_DOUBTED = 1  # there, but it may be the writer's
_OPENED = 1  # more: behind "Published …" and a bar, or beside a signature that is somebody else's
_TOP = 2  # the first thing on the page: alone on its line, or at the head of a menu
_MENU_BELOW = 1  # more: a menu follows it
_NEAR_TOP = 1  # a name of an outlet's words among the first lines
_HIGH = 12  # lines that are the first
_HOME = 2  # beside "Home", behind a dash
_UNDER = 2  # alone on a line between title and text
_SUFFIX = 3  # behind the title, where the page repeats the title without it
_SHAPE = 1  # more: its words are those of an outlet's name
_SAID_AGAIN = 1  # more: other lines say it too
_SURE = frozenset({"suffix", "opened"})  # sorts of place of which one is enough
_TELLING = frozenset({"owner", "named", "dated", "home"})  # those which tell whose page it is
_SHORTEST = 4  # letters of a name that is looked for in other lines

_MENU_PIECES = re.compile(r"\s*[|•·/>›]\s*|\s+[-–—]\s+")


@dataclass(frozen=True, slots=True)
class Places:
    """The lines of a page by where they stand: above the title, around it, under it alone, after the text; the last of it."""

    top: Sequence[Line]
    header: Sequence[Line]
    under: Sequence[Line]
    after: Sequence[Line]
    suffixes: Sequence[str] = ()
    last: Sequence[Line] = ()


def outlet_of(places: Places, title: str | None, signed: bool, lexicon: Lexicon) -> str | None:
    """The name with most votes, as the page first spells it; None when nothing is sure.

    signed: whether a line says by whom ("By …"), so that another name beside the date is no writer's.
    """
    votes = [vote for vote in _votes(places, signed, lexicon) if fold(vote.name) != fold(title or "")]
    said: dict[str, list[Vote]] = {}
    for vote in votes:
        said.setdefault(_key(vote.name, votes, lexicon), []).append(vote)
    sums = {key: _sum(key, own, places, lexicon) for key, own in said.items()}
    likely = [key for key, total in sums.items() if total >= ENOUGH]
    sure = [key for key in likely if _is_sure(said[key], _is_alone(key, sums), places, lexicon)]
    if not sure:
        return None
    names = [vote.name for vote in said[max(sure, key=lambda key: sums[key])]]
    shown = next((name for name in names if not is_domain(name)), names[0])
    return spelled(shown.removeprefix("www.") if is_domain(shown) else shown, lexicon)


def _sum(key: str, own: Sequence[Vote], places: Places, lexicon: Lexicon) -> int:
    """The votes of one name, with what its shape adds, and where one is wanting what other lines add."""
    total = _shape(own[0].name, lexicon) + sum(vote.weight for vote in own)
    if total != ENOUGH - 1 or len(key) < _SHORTEST:
        return total
    return total + _said_again([vote.name for vote in own], (*places.top, *places.after))


def _is_alone(key: str, sums: Mapping[str, int]) -> bool:
    """Whether the page proposes no other name as strongly."""
    return all(total < sums[key] for other, total in sums.items() if other != key)


def _is_sure(votes: Sequence[Vote], alone: bool, places: Places, lexicon: Lexicon) -> bool:
    """Whether two sorts of place say the name; one may be a partner's, or a section's. One is enough where it tells
    whose page it is and other lines say the name too; or where no other name is proposed and this one is an outlet's."""
    sorts, name = {vote.place for vote in votes}, votes[0].name
    if len(sorts) > 1 or sorts & _SURE or fold(name) in lexicon.publishers:
        return True
    if sorts & _TELLING and _is_said_on_lines(name, places):
        return True
    return alone and ("reserved" in sorts or (is_shaped(name, lexicon) and not is_domain(name)))


def _is_said_on_lines(name: str, places: Places) -> bool:
    folded = fold(name)
    lines = (*places.top, *places.header, *places.under, *places.last, *places.after)
    return len({line.row for line in lines if folded in line.folded}) > 1


def _votes(places: Places, signed: bool, lexicon: Lexicon) -> Iterator[Vote]:
    told = {
        "dated": _dated(places.header, signed, lexicon),
        "top": _top(places.top, lexicon),
        "home": _home(places.top, lexicon),
        "under": _under(places.under, lexicon),
        "owner": owners(places.after, lexicon),
        "named": named((*places.top, *places.last, *places.after), lexicon),
        "foot": footheads(places.after, lexicon),
        "bar": bars(places.after, lexicon),
        "address": addresses((*places.top[:_HIGH], *places.after), lexicon),
    }
    yield from (replace(vote, place=vote.place or place) for place, votes in told.items() for vote in votes)
    yield from (Vote(name, _SUFFIX, "suffix") for name in places.suffixes if is_named(name, lexicon))


def _key(name: str, votes: Sequence[Vote], lexicon: Lexicon) -> str:
    """One key for all spellings of a name; a domain's is that of the name which it spells, article and all."""
    if not is_domain(name):
        return key_of(name, lexicon)
    stem = key_of(name, lexicon)
    spelt = (vote.name for vote in votes if not is_domain(vote.name) and whole_key(vote.name) == stem)
    return next((key_of(other, lexicon) for other in spelt), stem)


def _shape(name: str, lexicon: Lexicon) -> int:
    return _SHAPE if is_shaped(name, lexicon) else 0


def _said_again(names: Sequence[str], outside: Iterable[Line]) -> int:
    """More for a name of several words that lines without a vote say with the same capitals, inside a longer text."""
    name = names[0]
    if count_words(name) < 2 or is_domain(name):
        return 0
    word = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    again = sum(line.text != name and word.search(line.text) is not None for line in outside)
    return _SAID_AGAIN if again > len(names) else 0


def _dated(header: Iterable[Line], signed: bool, lexicon: Lexicon) -> Iterator[Vote]:
    """The names beside a day: `Published 3 March 2024 | The Name`."""
    for line in header:
        parts = pieces(line.text)
        days = [at for at, part in enumerate(parts) if holds_day(part, lexicon)]
        if not days or len(parts) < 2:
            continue
        for at, said in enumerate(parts):
            part = _without_agency(said, lexicon)
            if at in days or not is_named(part, lexicon) or lexicon.by.fullmatch(part):
                continue
            opened = lexicon.published.match(line.folded) is not None and at > days[0]
            writer = is_people(part, lexicon)
            sure = signed or (not writer and (opened or is_joined(part, lexicon)))
            weight = (_DOUBTED if writer and not signed else _DATED) + (_OPENED if sure else 0)
            yield Vote(part, weight, "opened" if weight >= ENOUGH else "")


def _without_agency(part: str, lexicon: Lexicon) -> str:
    """`The Name with AFP` is The Name."""
    found, understood = read_signature(part, lexicon)
    return found.outlet if found.outlet and found.agency and understood else part


def _top(lines: Sequence[Line], lexicon: Lexicon) -> Iterator[Vote]:
    """The first name on the page, if nothing but links to skip stands above it; less for others near the top."""
    first = next((at for at, line in enumerate(lines) if not _is_skipped(line, lexicon)), None)
    if first is None:
        return
    head, *others = [part.strip() for part in _MENU_PIECES.split(lines[first].text) if part.strip()] or [""]
    below = lines[first + 1 : first + 2]
    menu = any(line.kind is Kind.FURNITURE or len(_MENU_PIECES.split(line.text)) > 2 for line in below)
    if is_named(head, lexicon):
        broad = count_words(head) > 1 or is_domain(head) or is_titled(head, lexicon)
        more = (_MENU_BELOW if menu and not others else 0) or (_SHAPE if is_joined(head, lexicon) else 0)
        yield Vote(head, _TOP + more if broad else 1)
    yield from _near_top(lines[first + 1 : first + _HIGH], lexicon)


def _near_top(lines: Iterable[Line], lexicon: Lexicon) -> Iterator[Vote]:
    for line in lines:
        if line.kind is Kind.SHORT and is_shaped(line.text, lexicon) and is_named(line.text, lexicon):
            yield Vote(line.text, _NEAR_TOP)


def _is_skipped(line: Line, lexicon: Lexicon) -> bool:
    return line.kind is not Kind.SHORT and lexicon.furniture.match(line.folded) and count_words(line.text) > 1


def _home(lines: Iterable[Line], lexicon: Lexicon) -> Iterator[Vote]:
    """`Home – The Name`, as the front page calls itself."""
    for line in lines:
        one, *others = [part.strip() for part in re.split(r"\s+[-–—|]\s+", line.text)]
        if len(others) == 1 and fold(one) in lexicon.home and is_named(others[0], lexicon):
            yield Vote(others[0], _HOME)


def _under(lines: Iterable[Line], lexicon: Lexicon) -> Iterator[Vote]:
    for line in lines:
        if line.kind is Kind.SHORT and has_press_word(line.text, lexicon) and is_named(line.text, lexicon):
            yield Vote(line.text, _UNDER)
