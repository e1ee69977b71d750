"""Says how far a record agrees with pages coded by hand: figures with their intervals, and every row that differs."""

from detente.evaluating.evaluation import evaluate
from detente.evaluating.gold import Gold, gold

__all__ = ["Gold", "evaluate", "gold"]
