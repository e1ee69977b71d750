"""What the gazetteer holds: actors, their members, and the forms the press gives them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

from detente.codebook.people_model import People

How = Literal["name", "adjective", "people", "capital", "seat", "force", "person"]
HOWS: tuple[str, ...] = get_args(How)


@dataclass(frozen=True, slots=True)
class ActorForm:
    """One way to write one actor: case as written, apostrophes straight, no article before it.

    how: what the form is to the actor. A form ending in "-" is the first half of a compound ("franco-").
    weak: whether it needs context.
    """

    form: str
    actor: str
    how: How
    language: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """A state's membership: `since` and `until` are civil days, both inside; None is open."""

    code: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """An actor. kind: "state", "igo", "bloc" or "court". label: its name by language. members: of an organisation.

    a2: a state's ISO 3166-1 alpha-2 code.
    """

    code: str
    kind: str
    label: Mapping[str, str]
    members: tuple[Member, ...] = ()
    a2: str | None = None

    def members_on(self, day: date) -> tuple[str, ...]:
        """Codes of the members on `day`, in alphabetical order."""
        return tuple(sorted(m.code for m in self.members if within(day, m.since, m.until)))


@dataclass(frozen=True, slots=True)
class ActorBook:
    """The whole gazetteer. forms, masks and context are by language, in a stable order; people are of every language.

    masks: what only looks like an actor. context: what names the authorities of a state, but not which.
    """

    entries: Mapping[str, ActorEntry]
    forms: Mapping[str, tuple[ActorForm, ...]]
    masks: Mapping[str, tuple[str, ...]]
    context: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    people: People = field(default_factory=People)


def within(day: date, since: date | None, until: date | None) -> bool:
    return (since is None or since <= day) and (until is None or day <= until)
