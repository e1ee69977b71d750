"""What an address asks for: every filter lives in it, so that whoever is sent the address sees the same."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Self

from detente.desk.speaking import linked
from detente.model import UsageError


class Misasked(UsageError):
    """A parameter that cannot be understood. name, value: of the parameter; its message is a key of our labels."""

    def __init__(self, key: str, name: str, value: str) -> None:
        super().__init__(key)
        self.key, self.name, self.value = key, name, value


@dataclass(frozen=True, slots=True)
class Asked:
    """Which events of a relation. side: who acts; support: at least so many independent sources; known: see `as_known_on`.

    n: the page of the chronology, from 1. order: "new" or "old" first.
    """

    type: str = ""
    status: str = ""
    side: str = ""
    instrument: str = ""
    outlet: str = ""
    support: int = 0
    disputed: bool = False
    since: date | None = None
    until: date | None = None
    as_known_on: date | None = None
    order: str = "new"
    n: int = 1

    @property
    def params(self) -> dict[str, Any]:
        """As they stand in an address; defaults are left out."""
        found = {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name) != f.default}
        return {name: "1" if value is True else value for name, value in found.items()}

    @property
    def narrows(self) -> bool:
        """Whether it leaves anything out."""
        return bool(self.params.keys() - {"order", "n", "as_known_on"})

    def but(self, **changes: Any) -> Self:
        """The same with changes."""
        return replace(self, **changes)

    def at(self, path: str, **changes: Any) -> str:
        """The address of the same with changes; another filter begins at the first page."""
        first = {} if changes.keys() <= {"n"} else {"n": 1}
        return linked(path, self.but(**(first | changes)).params)

    def without(self, path: str, *names: str) -> str:
        return self.at(path, **{f.name: f.default for f in fields(self) if f.name in names})


def asked(params: Mapping[str, str]) -> Asked:
    """Raises Misasked where a day is none, or a number is none."""
    words = {name: params.get(name, "")[:200] for name in ("type", "status", "side", "instrument", "outlet")}
    return Asked(
        type=words["type"],
        status=words["status"],
        side=words["side"],
        instrument=words["instrument"],
        outlet=words["outlet"],
        since=day(params, "since"),
        until=day(params, "until"),
        as_known_on=day(params, "as_known_on"),
        support=number(params, "support", 0, 1000),
        disputed=params.get("disputed", "") not in ("", "0"),
        order="old" if params.get("order") == "old" else "new",
        n=number(params, "n", 1, 1_000_000),
    )


def day(params: Mapping[str, str], name: str) -> date | None:
    value = params.get(name, "").strip()
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise Misasked("desk.no_day", name, value[:40]) from error


def number(params: Mapping[str, str], name: str, least: int, most: int) -> int:
    value = params.get(name, "").strip()
    if not value:
        return least
    if not (value.isascii() and value.isdigit() and len(value) < 10 and least <= int(value) <= most):
        raise Misasked("desk.no_number", name, value[:40])
    return int(value)
