"""An auditable record of the relation between two states, read from press pages.

import detente

detente.read(["examples/press"], record="mali.db")
print(detente.open("mali.db").brief("MLI", "USA"))
"""

from detente.api import OpenRecord, explain, open, read, restore
from detente.trust import backup, recover, verify

__all__ = ["OpenRecord", "backup", "explain", "open", "read", "recover", "restore", "verify"]
