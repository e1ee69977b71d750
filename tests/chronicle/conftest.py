"""The benches are no package that is installed: their simulated stories are found beside the tests."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2]))
