"""An auditable record of the relation between two states, read from press pages.

import detente

detente.read(["examples/press"], record="mali.db")
print(detente.open("mali.db").brief("MLI", "USA"))
"""

from detente.api import explain, open, read, restore
from detente.measured import evaluate
from detente.opened import OpenRecord
from detente.trust import backup, recover, verify

__all__ = ["OpenRecord", "backup", "evaluate", "explain", "open", "read", "recover", "restore", "verify"]
