"""Why something could not be read, in words that any record can hold."""

from detente.intake.tally import INTERNAL
from detente.intake.walking import unreadable
from detente.model import UnreadablePage


def reason_of(error: BaseException) -> tuple[str, str]:
    """(reason, detail): of a page's own fault, or of ours."""
    if isinstance(error, OSError):
        error = unreadable(error)
    if isinstance(error, UnreadablePage):
        words = (*(error.args or ("unreadable",)), "")
        return one_line(str(words[0])), one_line(str(words[1]))
    return INTERNAL, one_line(f"{type(error).__name__}: {error}")


def one_line(text: str, limit: int = 200) -> str:
    """The first line of `text`, `limit` characters at most, that any record can hold: no NUL, no half of a pair."""
    line = next(iter(text.strip().splitlines()), "")[:limit].replace("\0", "\\0")
    return line.encode("utf-8", "backslashreplace").decode()
