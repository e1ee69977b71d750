"""The parts of a graph that hang together, found again only where it changed."""

from collections.abc import Callable, Collection, Iterable

Part = tuple[str, ...]  # sorted
Beside = Callable[[str], Iterable[str]]


class Islands:
    """Every key that was ever touched and is not gone stands in one part."""

    def __init__(self) -> None:
        self._part: dict[str, Part] = {}

    def change(self, gone: Collection[str], touched: Collection[str], beside: Beside) -> tuple[set[Part], list[Part]]:
        """The parts that are no more, and those that there are instead.

        touched: both ends of whatever now holds together, or no more, and keys that are otherwise than before.
        """
        before = {self._part[key] for key in {*gone, *touched} if key in self._part}
        for key in (key for part in before for key in part):
            del self._part[key]
        loose = {key for part in before for key in part} | {*touched}
        after = []
        for key in sorted(loose.difference(gone)):
            if key not in self._part:
                after.append(part := tuple(sorted(_reached(key, beside))))
                self._part.update(dict.fromkeys(part, part))
        return before, after


def _reached(key: str, beside: Beside) -> set[str]:
    found, open_ = {key}, [key]
    while open_:
        new = set(beside(open_.pop())) - found
        found |= new
        open_ += new
    return found
