"""An auditable record of the relation between two states, read from press pages.

import detente

detente.read(["examples/press"], record="mali.db")
print(detente.open("mali.db").brief("MLI", "USA"))
"""

from detente.api import OpenRecord, explain, open, read, restore

__all__ = ["OpenRecord", "explain", "open", "read", "restore"]
