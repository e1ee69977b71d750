"""Keeps rows in one SQLite file, and forgets nothing; beside it what was worked out of them, which may be lost."""

from detente.store.drawer import Drawer
from detente.store.store import Store

__all__ = ["Drawer", "Store"]
