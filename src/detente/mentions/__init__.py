"""Says what each sentence names: times, actors, acts, doubts, speech, with offsets and the rule that saw it."""

from detente.mentions.read import Reader

__all__ = ["Reader"]
