"""Keeps rows in an SQLite file or a PostgreSQL database, and forgets nothing; beside it what follows from them, which may be lost."""

from detente.store.drawer import drawer_of
from detente.store.store import Store

__all__ = ["Store", "drawer_of"]
