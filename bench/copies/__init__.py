"""Copies and shared origins, on a set of known truth, at any size."""
