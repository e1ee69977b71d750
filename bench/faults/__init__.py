"""Faults, each a script that counts."""
