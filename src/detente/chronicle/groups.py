"""Union-find over sorted keys: groups that do not depend on the order of joining."""

from collections.abc import Iterable, Iterator


class Groups:
    """A partition of keys; the smallest key of a group stands for it."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._parent = {key: key for key in sorted(keys)}

    def head(self, key: str) -> str:
        """The smallest key of `key`'s group."""
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def join(self, a: str, b: str) -> None:
        """Make one group of the two."""
        first, second = sorted((self.head(a), self.head(b)))
        self._parent[second] = first

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        """Each group as its sorted keys; groups by their smallest key."""
        members: dict[str, list[str]] = {}
        for key in self._parent:
            members.setdefault(self.head(key), []).append(key)
        return iter([tuple(group) for group in members.values()])
