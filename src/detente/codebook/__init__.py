"""What codes and words mean: YAML, read once, checked whole."""

from detente.codebook.book import Codebook, load

__all__ = ["Codebook", "load"]
