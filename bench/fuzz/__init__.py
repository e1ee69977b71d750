"""Bytes that nobody would send, fed to every reader of pages: python -m bench.fuzz MINUTES [KIND…]"""
