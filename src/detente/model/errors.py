"""Whose mistake it is: every exception of ours says where, and what to do."""


class DetenteError(Exception):
    """The root of all our errors; its message is one line a user can act on."""


class CodebookError(DetenteError):
    """A codebook file is wrong: *our* data, mended by editing YAML."""


class UnreadablePage(DetenteError):
    """A page cannot be read: *its* bytes; becomes a refusal row, and the run goes on.

    reason: a stable short code ("empty", "binary", "no-text"…). detail: for a reader.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason, self.detail = reason, detail

    def __str__(self) -> str:
        return f"{self.reason}: {self.detail}" if self.detail else self.reason


class RecordError(DetenteError):
    """A record file cannot be opened or is not ours: *the user's* path or file."""


class UsageError(DetenteError):
    """What was asked cannot be answered: an unknown code, an empty record."""
