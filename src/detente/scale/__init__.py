"""The same corridor on many machines: Ray reads pages into a lake of Parquet files, and a record is gathered out of it."""

from detente.scale.gathering import gather
from detente.scale.reading import read

__all__ = ["gather", "read"]
