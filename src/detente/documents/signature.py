"""One signature taken apart: "Awa Keita, special envoy to Dakar (AFP)" is a name, a role, a town and an agency."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from detente.codebook.pages import Publisher
from detente.documents.article import Credits
from detente.documents.days import printed_days
from detente.documents.lexicon import Lexicon, fold
from detente.documents.lines import count_words

LONGEST = 16  # words of a signature; one of five names is not longer
_INITIALS = re.compile(r"(?:[^\W\d_a-z]{1,2}[.\-]?\s?){2,4}")
_SHORTENED = re.compile(r"(?:[^\W\d_a-z]\.[\s\-]?){1,3}[^\W\d_a-z][\w'’\-]+")  # `R. Ondo`
_DOMAIN = re.compile(r"(?:www\.)?[\w\-]{2,}(?:\.[\w\-]+)*\.[a-z]{2,7}", re.IGNORECASE)
_LOWER_END = re.compile(r"(?:\s+[^\W\d_A-Z]{1,3})+$")
_TAIL = re.compile(r"\s*(?:\d|\s[-–—]\S|[(:,|•·]\s*$|\s[-–—]\s*$).*$")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ]{4})(?=[A-ZÀ-Þ])")  # two texts stuck together; not `MacDonald`
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a signature. before: what parts it from the one before (a group of `Lexicon.joint`, "" at the head),
    joint: as displayed; sort: agency, outlet, desk, role, person, place, proper (some other name) or other."""

    text: str
    before: str
    joint: str
    sort: str


def read_signature(text: str, lexicon: Lexicon) -> tuple[Credits, bool]:
    """What a signature without its opening word says, and whether all of its words were understood."""
    if count_words(text) > LONGEST:
        return Credits(), False
    pieces = list(_pieces(text, lexicon))
    people = [piece for piece in pieces if piece.sort == "person"]
    desks = [piece for piece in pieces if piece.sort == "desk" and piece.before != "with"]
    outlets = [outlet_text(piece.text) for piece in pieces if piece.sort == "outlet"]
    agencies = [lexicon.publishers[fold(piece.text)].name for piece in pieces if piece.sort == "agency"]
    if desks and people and people[0].before == "":  # `The Post / Newsroom`: nobody signs beside a newsroom
        outlets, people = [*outlets, people[0].text], []
    outlets = outlets or [piece.text for piece in pieces if piece.sort == "proper" and desks]
    names = _joined(people) if people else desks[0].text if desks else None
    first = [next(iter(found), None) for found in (outlets, agencies)]
    return Credits(names, *first), all(piece.sort != "other" for piece in pieces)


def _joined(people: list[Piece]) -> str:
    """Several names as the page joins them, with commas where it does it by other means."""
    joints = (_SPACE.sub(" ", piece.joint) if piece.before in ("with", "list") else ", " for piece in people[1:])
    return people[0].text + "".join(joint + piece.text for joint, piece in zip(joints, people[1:], strict=True))


def _pieces(text: str, lexicon: Lexicon) -> Iterator[Piece]:
    """The parts one after the other; what a word means depends on those before."""
    named = False
    for part, before, joint in _parted(text, lexicon):
        if before == "stop" and named:
            return
        for piece in _sorted(Piece(part, before, joint, ""), named, lexicon):
            named = named or piece.sort == "person"
            yield piece


def _parted(text: str, lexicon: Lexicon) -> Iterator[tuple[str, str, str]]:
    text, at, before, shown = lexicon.bracketed.sub(" ", text), 0, "", ""
    for joint in (*lexicon.joint.finditer(text), None):
        if part := _trimmed(text[at : joint.start() if joint else None]):
            yield part, before, shown
        if joint:
            at, before, shown = joint.end(), joint.lastgroup or "", joint[0]


def _trimmed(part: str) -> str:
    """Without outer punctuation; the point behind initials stays."""
    part = part.strip(" -–—*")
    return part if is_initials(part) else part.strip(" .-–—*")


def _sorted(piece: Piece, named: bool, lexicon: Lexicon) -> Iterator[Piece]:
    """A part by what it is; a desk that names its outlet, and a name with a role behind it, are two."""
    part, sort = piece.text, _sort_of(piece.text, piece.before, named, lexicon)
    if sort == "desk" and (at := _outlet_inside(part, lexicon)):
        yield replace(piece, text=_LOWER_END.sub("", part[:at].strip()), sort="desk")
        yield Piece(part[at:], "", "", "outlet")
    elif sort in ("other", "person", "proper", "desk", "role") and (name := _before_role(part, lexicon)):
        yield replace(piece, text=name, sort="person")
    else:
        yield replace(piece, sort=sort)


def _sort_of(part: str, before: str, named: bool, lexicon: Lexicon) -> str:
    folded = fold(part)
    if known := lexicon.publishers.get(folded):
        return "agency" if known.agency else "outlet"
    if named and (lexicon.roles.match(folded) or lexicon.desks.match(folded)):
        return "role"
    if before == "place":
        return "place"
    if lexicon.desks.match(folded):
        return "desk"
    if lexicon.roles.match(folded):
        return "role"
    if before == "behalf" and part[:1].isupper():
        return "outlet"
    return _named_sort(part, before, named, lexicon)


def _named_sort(part: str, before: str, named: bool, lexicon: Lexicon) -> str:
    if is_domain(part) or is_titled(part, lexicon):
        return "outlet"
    if is_initials(part) or is_writer(part, lexicon):
        return "person"
    if not part[:1].isupper() or count_words(part) > 4:
        return "other"
    if named and before in ("bar", "dash") and not _is_town(part, lexicon):
        return "outlet"
    return "place" if named and before == "list" else "proper"


def _is_town(part: str, lexicon: Lexicon) -> bool:
    return fold(part) in lexicon.countries


def _outlet_inside(desk: str, lexicon: Lexicon) -> int:
    """Where the outlet's name begins in `The newsroom of The Post`; 0 if none does."""
    starts = [m.end() for m in _SPACE.finditer(desk)]
    return next((at for at in starts if is_titled(desk[at:], lexicon)), 0)


def _before_role(text: str, lexicon: Lexicon) -> str:
    """The name in `Grace Phiri Diplomatic correspondent`, `Grace PhiriNews Reporter`; "" where it is no such thing."""
    for at in [m.start() for pattern in (_CAMEL, _SPACE) for m in pattern.finditer(text)]:
        name, rest = text[:at], fold(text[at:])
        if rest and is_writer(name, lexicon) and (lexicon.roles.match(rest) or lexicon.furniture.match(rest)):
            return name
    return ""


def cut_day(text: str, lexicon: Lexicon) -> str:
    """The name before a date or the word that opens a date ("Awa Keita, publié le 3 mars")."""
    folded = fold(text)
    openers = (lexicon.published, lexicon.updated, lexicon.worded_day)
    marks = [m.start() for p in openers if (m := p.search(folded)) and m.start()]
    head = text[: min(marks)] if marks else text
    return _LOWER_END.sub("", (_TAIL.sub("", head) or head).strip(" ,|•·-–—")).strip(" ,|•·-–—")


def is_domain(text: str) -> bool:
    return _DOMAIN.fullmatch(text) is not None


def is_initials(text: str) -> bool:
    """`R.O.`, `KM`, `R. Ondo`."""
    return _INITIALS.fullmatch(text.strip()) is not None or _SHORTENED.fullmatch(text.strip()) is not None


def is_person(text: str) -> bool:
    """Two to five words, capitalised but for short particles inside ("Awa van der Berg"); no digits."""
    words = text.replace("’", "'").strip(" .,").split()
    if not 2 <= len(words) <= 5 or re.search(r"[\d:;!?«»\"/|@()]", text):
        return False
    inner_ok = all(word[0].isupper() or len(word) <= 3 for word in words[1:-1])
    return words[0][0].isupper() and words[-1][0].isupper() and inner_ok


def is_writer(text: str, lexicon: Lexicon) -> bool:
    """Whether it is a person's name, and no outlet's, ministry's or country's by its words."""
    if not is_person(text):
        return False
    folded = fold(text)
    parts = set(re.findall(r"\w+|&", folded)) | set(fold(_CAMEL.sub(" ", text)).split())
    strange = parts & (lexicon.press | lexicon.joints | lexicon.bodies | lexicon.small)
    known = folded in lexicon.publishers or folded in lexicon.countries or folded in lexicon.sections
    return not (strange or known or is_titled(text, lexicon) or lexicon.by.fullmatch(text) or is_desk(text, lexicon))


def is_titled(text: str, lexicon: Lexicon) -> bool:
    """`Le Flambeau`, `L'Écho`: an outlet, since no person's name opens with an article."""
    plain = text.replace("’", "'")
    opened = lexicon.articles.match(plain)
    return opened is not None and plain[opened.end() :][:1].isupper() and not is_desk(text, lexicon)


def is_desk(text: str, lexicon: Lexicon) -> bool:
    return lexicon.desks.match(fold(text))


def outlet_text(text: str) -> str:
    """The outlet as the page spells it, without outer punctuation."""
    return text.strip(" .*-–—|()")


def spelled(text: str, lexicon: Lexicon) -> str:
    """An outlet's name: our spelling if we know it, else the page's own."""
    known: Publisher | None = lexicon.publishers.get(fold(text))
    return known.name if known and fold(known.name) == fold(text) else outlet_text(text)


def holds_day(text: str, lexicon: Lexicon) -> bool:
    return bool(printed_days(text, lexicon, day_first=True))
