"""A second opinion: what a language model proposes of an article, and which of it the code accepts. No network here."""

from detente.assisting.asking import asked_of, digest, worth_asking
from detente.assisting.matching import Matched, asked_of_two, same
from detente.assisting.seconding import counted, seconded

__all__ = ["Matched", "asked_of", "asked_of_two", "counted", "digest", "same", "seconded", "worth_asking"]
