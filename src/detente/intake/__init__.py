"""From paths and addresses to pages, and from pages into the record."""

from detente.intake.reading import Coder, Edition, Fetch, one_line, pages, read_given, read_into
from detente.intake.restoring import MADE_ANEW, Restored, restore
from detente.intake.tally import INTERNAL, Fate, Outcome, Tally
from detente.intake.walking import Paths, all_missing, parted, source_of, uri_of, walk

__all__ = [
    "INTERNAL", "MADE_ANEW", "Coder", "Edition", "Fate", "Fetch", "Outcome", "Paths", "Restored", "Tally",
    "all_missing", "one_line", "pages", "parted", "read_given", "read_into", "restore", "source_of", "uri_of", "walk",
]  # fmt: skip
