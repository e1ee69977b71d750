"""The headline among the lines of a saved page."""

import re
from collections import Counter
from collections.abc import Sequence

from detente.documents.credits import byline_in
from detente.documents.days import printed_days
from detente.documents.lexicon import Lexicon, fold
from detente.documents.lines import Kind, Line
from detente.documents.runs import Span
from detente.documents.signature import is_person
from detente.documents.subject import speaks_of, subject_of

# Bounds and weights: own measurement on fundus pages rendered as text (titles found).
_REACH = 60  # lines above the text in which a headline is looked for
_WORDS = range(3, 36)  # how long headlines are
_ENOUGH = 0.35  # below this score no line above the text is its headline
_STEP = 5  # words of the last step of a path that is no headline
_DATED = 14  # a longer line with a day in it is a sentence
_USUAL = range(5, 23)  # how long most are
_TOPIC = 0.3  # share of its content words that a headline has in common with its text, at least
_AS_GOOD = 0.3  # scores that differ by less are one
_SIGNED = 0.3  # what a day or a signature right below adds to a headline's score
_LOWER = re.compile(r"[a-zà-ÿ]{2}")  # a headline begins with a capital, but for `iPhone`
_PRICE = re.compile(r"\d\s?[€$£]|[€$£]\s?\d")
_MARKS = re.compile(r"^[^\w«“\"'‘(\[¿¡$€£]+")
_SITE = re.compile(r"\s+[|\-–—•·]\s+(?=[^|–—•·]+$)")
_SUFFIX = re.compile(r"\s+[|\-–—:•·]\s+(?=[^|–—•·]+$)")


def title_line(lines: Sequence[Line], run: Span, lexicon: Lexicon) -> int | None:
    """The headline's place: above the text if a line there speaks of it; else the text's own first sentence."""
    subject = subject_of(lines[run.start : run.end])
    inside = {line.folded for line in lines[run.start : run.end]}
    seen = Counter(line.folded for line in lines)
    first = max(0, run.start - _REACH)
    scored = [
        (_score(lines[at], run.start - at, subject, seen) + _signed_below(lines[at + 1 : at + 3], lexicon), -at)
        for at in range(first, run.start)
        if (_eligible(lines[at], lexicon) or _terse(lines, at, subject, lexicon)) and lines[at].folded not in inside
    ]
    best = max(scored, default=(0.0, 0))
    if best[0] < _ENOUGH:
        return run.start if _opens_alone(lines, run) else None
    scores = {-at: score for score, at in scored}
    return _without_path(lines, scores, _uppermost(lines, scores, -best[1]))


def _signed_below(following: Sequence[Line], lexicon: Lexicon) -> float:
    """More for a line with a day or a signature right under it, as headlines have."""
    told = (
        line.kind is Kind.STAMP
        or byline_in(line.text, lexicon)
        or (line.words <= _DATED and printed_days(line.text, lexicon, day_first=True))
        for line in following
    )
    return _SIGNED if any(told) else 0.0


def _uppermost(lines: Sequence[Line], scores: dict[int, float], at: int) -> int:
    """Titles stand above standfirsts: climbs to a near line that speaks of the text about as much."""
    for higher in range(at - 1, max(at - 4, -1), -1):
        if higher in scores and scores[higher] >= scores[at] - _AS_GOOD and lines[higher].words in _USUAL:
            return _uppermost(lines, scores, higher)
    return at


def _without_path(lines: Sequence[Line], scores: dict[int, float], at: int) -> int:
    """A path of menus that ends in the headline ("Home News The headline") gives way to the headline itself."""
    whole = lines[at].folded
    tails = [n for n in scores if n != at and lines[n].words >= 4 and whole.endswith(lines[n].folded)]
    return max((n for n in tails if lines[n].folded != whole), default=at)


def _terse(lines: Sequence[Line], at: int, subject: frozenset[str], lexicon: Lexicon) -> bool:
    """ "Essequibo", with a day or a signature under it: a headline that is only a name opens the page and its text says it."""
    line = lines[at]
    named = line.kind is Kind.SHORT and line.words < _WORDS.start and not _LOWER.match(line.text)
    signed = at == 0 and bool(_signed_below(lines[1:3], lexicon))
    return named and signed and line.folded not in lexicon.publishers and speaks_of(line, subject) == 1.0


def _eligible(line: Line, lexicon: Lexicon) -> bool:
    """Whether a line may be a headline: neither furniture nor a date, a byline, a person's name."""
    if line.kind not in (Kind.SHORT, Kind.PROSE) or line.words not in _WORDS or "://" in line.text:
        return False
    dated = line.words <= _DATED and bool(printed_days(line.text, lexicon, day_first=True))
    if _LOWER.match(line.text) or (_PRICE.search(line.text) and line.words <= _DATED // 2):
        return False
    first, *steps = _SUFFIX.split(line.text)
    if fold(first) in lexicon.home and steps and len(steps[-1].split()) <= _STEP:
        return False  # `Home – The Post`
    opened = lexicon.published.match(line.folded) or lexicon.updated.match(line.folded)
    return not (
        (dated and opened) or (dated and line.words <= 8) or byline_in(line.text, lexicon) or is_person(line.text)
    )


def _score(line: Line, distance: int, subject: frozenset[str], seen: Counter[str]) -> float:
    """The share of its words that the text uses, less for distance, more when the page repeats it."""
    shared = speaks_of(line, subject)
    repeated = 0.3 if seen[line.folded] > 1 else 0.0
    length = 0.2 if line.words in _USUAL else 0.0
    sentence = 0.15 if line.kind is Kind.PROSE else 0.0
    return shared + repeated + length - sentence - 0.01 * distance


def _opens_alone(lines: Sequence[Line], run: Span) -> bool:
    """Whether the first line of the run is a headline that looks like a sentence.

    One sentence that shares words with the rest, before a paragraph at least twice as long.
    """
    if run.end - run.start < 2:
        return False
    head, following = lines[run.start], lines[run.start + 1]
    inner = re.search(r"[.!?…]\s+\S", head.text)
    rest = subject_of(lines[run.start + 1 : run.end])
    single = head.words <= _USUAL.stop and inner is None and not head.leads
    return single and following.words >= 2 * head.words and speaks_of(head, rest) >= _TOPIC


def displayed_title(lines: Sequence[Line], at: int, lexicon: Lexicon) -> str:
    """The headline at `at`, without the site's name, which another line of the page may lack."""
    title = bare_title(lines[at].text, lexicon)
    head = _SITE.split(title)[0].strip()
    repeated = len(head.split()) >= _WORDS.start and any(line.folded == fold(head) for line in lines)
    return head if repeated else title


def suffixes(lines: Sequence[Line], title: str | None) -> list[str]:
    """What stands behind the title, after a bar or a dash, where a line repeats it: the site's name."""
    named = [_SITE.split(line.text) for line in lines] if title else []
    return [parts[1].strip() for parts in named if len(parts) == 2 and fold(parts[0]) == fold(title or "")]


def bare_title(title: str, lexicon: Lexicon) -> str:
    """The headline without the site's name behind a bar or a dash."""
    title = _MARKS.sub("", title)
    parts = _SUFFIX.split(title)
    if len(parts) == 2 and (fold(parts[1]) in lexicon.publishers or "." in parts[1].strip(".")):
        return parts[0].strip()
    return title
