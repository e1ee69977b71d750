"""Keeps rows in one SQLite file; forgets nothing."""

from detente.store.store import Store

__all__ = ["Store"]
