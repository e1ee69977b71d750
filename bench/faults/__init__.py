"""Faults, each a script that counts what was lost. The server they need is the tests': `tests/postgres.py`.

Found beside the tests, not as `tests.postgres`: a package of that name, which some distributions install by mistake, would
be taken for ours.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))
