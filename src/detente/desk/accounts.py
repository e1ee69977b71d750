"""Who is asking: an account with its password and its role, or on this machine, where there are none, whoever sits at it."""

import hashlib
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from detente.model import UsageError
from detente.store.beside import Account, Beside, Deed, Role

LASTS = timedelta(hours=12)  # a session: one working day
SHORTEST, LONGEST = 15, 1000  # characters of a password; 15 where it stands alone: NIST SP 800-63B-4, 3.1.1.2
LONGEST_NAME = 60
WINDOW = timedelta(minutes=15)
TRIES_HERE, TRIES_FROM, TRIES_NAME = (
    5,
    30,
    100,
)  # wrong passwords in a window: a name from one address, an address, a name
WRONG, ENTERED, LEFT = "wrong-password", "signed-in", "signed-out"
_RANK = {role: rank for rank, role in enumerate(Role)}


@dataclass(frozen=True, slots=True)
class Visitor:
    """name: of the account; "" for whoever sits at this machine, where there are no accounts."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        return _RANK[self.role] >= _RANK[role]


OWNER = Visitor("", Role.ADMIN)


class Throttled(UsageError):
    """Too many wrong passwords: to be tried again later."""


class Accounts:
    """The accounts of one record. needed: refuse everybody while there are none; else, without any, all is the owner's.

    clock: the time, in UTC. hasher: Argon2id at the costs of RFC 9106, its second choice: 64 MiB, 3 passes.
    """

    def __init__(
        self,
        url: str,
        needed: bool = False,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        hasher: PasswordHasher | None = None,
    ) -> None:
        self.beside, self._needed, self._clock = Beside(url), needed, clock
        self._hasher = hasher or PasswordHasher()
        self._nobody = self._hasher.hash(secrets.token_urlsafe(32))
        self._lock = threading.Lock()

    @property
    def now(self) -> datetime:
        return self._clock().astimezone(UTC).replace(tzinfo=None)

    @property
    def needed(self) -> bool:
        """Whether one must sign in."""
        return self._needed or bool(self.beside.accounts())

    @property
    def nobody(self) -> bool:
        """Whether it is plain at a glance that there are no accounts: no file for them, and none needed."""
        return not self._needed and self.beside.untouched

    def visitor(self, session: str) -> Visitor | None:
        """Whose session it is; None for one who has to sign in first."""
        if not self.needed:
            return OWNER
        found = self.beside.whose(_key(session), self.now) if session else None
        return Visitor(found.name, found.role) if found else None

    def add(self, name: str, password: str, role: Role) -> None:
        """Raises UsageError: the name is taken or no name, the password too short."""
        if not name.strip() or name != name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
            raise UsageError(
                f"{name!r} is no name for an account: 1 to {LONGEST_NAME} characters, no space around them"
            )
        self.beside.add(Account(name, role, self.now), self._hashed(password))
        self.note("terminal", "added-account", f"{name} ({role.value})")

    def remove(self, name: str) -> None:
        self.beside.remove(name)
        self.note("terminal", "removed-account", name)

    def change(self, name: str, password: str) -> None:
        """Another password; whoever is in under the old one is out."""
        self.beside.rehash(name, self._hashed(password))
        self.note("terminal", "changed-password", name)

    def enter(self, name: str, password: str, address: str) -> str | None:
        """The new session's secret; None where name and password do not belong together. Raises Throttled.

        One at a time: neither the counts below nor the memory that Argon2 takes can be run past.
        """
        self._check_tries(name, address)
        with self._lock:
            self._check_tries(name, address)
            known = self.beside.hash_of(name)
            if not self._fits(known or self._nobody, password) or known is None:
                self.note(name, WRONG, "", address)
                return None
            session = secrets.token_urlsafe(32)
            self.beside.begin(_key(session), name, self.now + LASTS, self.now)
        self.note(name, ENTERED, "", address)
        return session

    def leave(self, session: str, name: str, address: str) -> None:
        self.beside.end(_key(session))
        self.note(name, LEFT, "", address)

    def note(self, who: str, did: str, about: str = "", address: str = "") -> None:
        self.beside.note(Deed(self.now, who[:LONGEST_NAME], did, about[:500], address))

    def _check_tries(self, name: str, address: str) -> None:
        since, who = self.now - WINDOW, name[:LONGEST_NAME]
        wrong = self.beside.times
        if (
            wrong(WRONG, since, who, address) >= TRIES_HERE
            or wrong(WRONG, since, address=address) >= TRIES_FROM
            or wrong(WRONG, since, who) >= TRIES_NAME
        ):
            raise Throttled("desk.throttled")

    def _fits(self, hash: str, password: str) -> bool:
        """A name nobody has costs as much time as one that somebody has."""
        try:
            return self._hasher.verify(hash, password[: LONGEST + 1])
        except (VerificationError, InvalidHashError):
            return False

    def _hashed(self, password: str) -> str:
        if not SHORTEST <= len(password) <= LONGEST:
            raise UsageError(f"a password has {SHORTEST} to {LONGEST} characters: some words in a row will do")
        return self._hasher.hash(password)


def _key(session: str) -> str:
    return hashlib.sha256(session.encode()).hexdigest()
