"""What an answer must look like; whatever does not is refused, by piece where that will do."""

from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from detente.model import Status

MOST = 60  # proposals of a kind that are looked at
Quote = Annotated[str, Field(min_length=8, max_length=2000)]
Code = Annotated[str, Field(min_length=1, max_length=40)]


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Told(_Shape):
    """A report as proposed."""

    quote: Quote
    act: Code
    actors: Annotated[tuple[Code, ...], Field(min_length=1, max_length=12)]
    recipients: Annotated[tuple[Code, ...], Field(max_length=12)] = ()
    instrument: Code | None = None
    date: Code | None = None
    status: Status = Status.OCCURRED


class Said(_Shape):
    """A statement as proposed."""

    quote: Quote
    speaker: Annotated[str, Field(min_length=2, max_length=200)]
    side: Code


class Proposals(_Shape):
    """All that was proposed of one article, no piece of it looked at yet."""

    reports: Annotated[tuple[Any, ...], Field(max_length=MOST)] = ()
    statements: Annotated[tuple[Any, ...], Field(max_length=MOST)] = ()

    @model_validator(mode="before")
    @classmethod
    def _is_an_answer(cls, found: Any) -> Any:
        """One list may be left out; an object with neither (the article again, say) answers nothing."""
        if isinstance(found, dict) and found.keys().isdisjoint(cls.model_fields):
            raise ValueError("neither reports nor statements")
        return found


class Match(_Shape):
    """Whether two sentences tell one act, and the words that show it."""

    same: bool
    a: str = ""
    b: str = ""


Shape = TypeVar("Shape", bound=_Shape)


def read(shape: type[Shape], content: str) -> Shape | None:
    """The JSON object in `content`, whatever stands around it; None where there is none of that shape."""
    start, end = content.find("{"), content.rfind("}")
    try:
        return shape.model_validate_json(content[start : end + 1]) if 0 <= start < end else None
    except (ValidationError, RecursionError):
        return None


def piece(shape: type[Shape], found: Any) -> Shape | None:
    """One proposal; None where it has not that shape."""
    try:
        return shape.model_validate(found)
    except (ValidationError, RecursionError):
        return None
