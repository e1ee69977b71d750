"""False reports on pages that tell of no relation between states: python -m bench.negatives"""
