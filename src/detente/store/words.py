"""Columns of words that say and sort the same in both databases."""

from typing import Any

from sqlalchemy import Dialect, String, Text
from sqlalchemy.types import TypeDecorator

_MARK = "\x10"  # "data link escape": what follows it is not meant as it stands


class _Sent(TypeDecorator[str]):
    """PostgreSQL takes every character but NUL; it travels under another name, and comes back as itself."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None or ("\0" not in value and _MARK not in value):
            return value
        return value.replace(_MARK, f"{_MARK}D").replace("\0", f"{_MARK}N")

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | None:
        if value is None or _MARK not in value:
            return value
        return str(value).replace(f"{_MARK}N", "\0").replace(f"{_MARK}D", _MARK)


# "C": sorted by code points, as SQLite does and as Python does, whatever language the server speaks.
WORDS = String().with_variant(_Sent(collation="C"), "postgresql")
LONG = Text().with_variant(_Sent(collation="C"), "postgresql")
