"""From paths and addresses to pages, and from pages into the record."""

from detente.intake.crew import Code, cores, settling, steady
from detente.intake.reading import Edition, Fetch, Progress, pages, read_given, read_into
from detente.intake.restoring import MADE_ANEW, Restored, restore
from detente.intake.tally import INTERNAL, Fate, Outcome, Tally
from detente.intake.told import one_line
from detente.intake.walking import Paths, all_missing, parted, source_of, uri_of, walk

__all__ = [
    "INTERNAL", "MADE_ANEW", "Code", "Edition", "Fate", "Fetch", "Outcome", "Paths", "Progress", "Restored", "Tally",
    "all_missing", "cores", "one_line", "pages", "parted", "read_given", "read_into", "restore", "settling", "source_of",
    "steady", "uri_of", "walk",
]  # fmt: skip
