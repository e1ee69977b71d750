"""Feeds asked again and again, politely; what is new is read, and what it changes in the record is told."""

from detente.watching.state import State
from detente.watching.watcher import Round, Watcher, start

__all__ = ["Round", "State", "Watcher", "start"]
