"""A relation of an open record, and its figures."""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from detente import chronicle
from detente.chronicle import Relation
from detente.codebook import Codebook
from detente.model import Record, UsageError


@dataclass(frozen=True)
class OpenRelation(Relation):
    """What two actors did toward each other, beside all that the record says."""

    record: Record
    book: Codebook

    def plot(
        self,
        what: str = "curve",
        to: str | os.PathLike[str] | None = None,
        *,
        format: str = "",
        lang: str = "en",
        since: date | None = None,
        until: date | None = None,
    ) -> bytes:
        """A figure of the two. what: "curve", "measures", "types" or "copies". to: a file to write, besides.

        format: "svg" or "png"; without it, the ending of `to` decides, else "svg".
        since, until: of the curve, which days to show. Raises UsageError where there is nothing to draw, or matplotlib is missing.
        """
        from detente.views import figures
        from detente.views.course import between

        chosen = format or (Path(to).suffix.lstrip(".").lower() if to else "") or "svg"
        course = chronicle.course(self.record, self.a, self.b, self.book)
        if since or until:
            if what != "curve":
                raise UsageError(f"only the curve is drawn from one day to another, not {what}")
            course = between(course, since, until)
        data = figures.render(self.record, self.a, self.b, self.book, what, chosen, lang, course=course)
        if to is not None:
            Path(to).write_bytes(data)
        return data


def opened(found: Relation, record: Record, book: Codebook) -> OpenRelation:
    parts = (found.a, found.b, found.documents, found.events, found.measures, found.contradictions, found.statements)
    return OpenRelation(*parts, record, book)
