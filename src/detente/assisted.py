"""`--assist`: a second opinion on what is read, asked of an endpoint or taken from a record that kept its answers."""

import os
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from detente.api import DEFAULT, Url, codebook
from detente.model import Answer, Document, Page, Reading, UnreadablePage, UsageError, Verdict
from detente.opened import OpenRecord

if TYPE_CHECKING:
    from detente.codebook import Codebook
    from detente.store import Store

KEY = "DETENTE_ASSIST_KEY"  # environment: sent to the endpoint as a bearer token; read when asking, kept nowhere
SECONDS = 120.0  # for one answer; a choice of ours
SAME = "same"
_NAME = re.compile(r"[\w./:@+-]{1,100}")


@dataclass(frozen=True)
class Assist:
    """Whom to ask. source: the address of an endpoint, or a record whose answers are taken instead.

    It can travel to another process: it holds no connection and no key. Raises UsageError for a name or address that is none.
    """

    source: str
    model: str
    seconds: float = SECONDS

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.model):
            raise UsageError(f"--model takes the name of a model, as mistral-small; not {self.model!r}")
        if self.asks:
            from detente.fetching import endpoint

            endpoint(self.source)

    @property
    def asks(self) -> bool:
        """Whether the network is asked."""
        return self.source.lower().startswith(("http://", "https://"))

    def code(self, page: Page, book: "Codebook") -> Sequence[Reading]:
        """As `pipeline.code`, with a second opinion on each article."""
        from detente import pipeline

        return pipeline.code(page, book, self.second)

    def second(self, document: Document) -> Sequence[Answer]:
        """The answer about one article; whatever goes wrong is in it, and costs no page."""
        from detente.assisting import asked_of, digest

        if not self.asks:
            kept = [a for a in _kept(self.source).answers(document.id) if a.model == self.model]
            return kept[-1:] or (Answer(self.model, "", "not-kept", ""),)
        sent = asked_of(document, codebook())
        reason, content = self.ask(sent)
        return (Answer(self.model, digest(sent), reason, content),)

    def ask(self, messages: list[dict[str, str]]) -> tuple[str, str]:
        """(why there is no answer, "" where there is; the answer)."""
        from detente.fetching import chat, endpoint

        try:
            found = chat(endpoint(self.source), self.model, messages, os.environ.get(KEY, ""), self.seconds)
        except UnreadablePage as error:
            return error.reason, ""
        return "", found.encode("utf-8", "backslashreplace").decode()


@lru_cache(maxsize=2)
def _kept(source: str) -> "Store":
    """One for a process; of a record that is there."""
    from detente.store import Store

    return Store(source, create=False)


def opinions(record: Url = DEFAULT) -> Mapping[str, int]:
    """How far models and rules agree on a record: what became of all that was proposed, by kind and fate.

    Raises RecordError when there is no such record.
    """
    from detente.assisting import counted
    from detente.store import Store

    with Store(record, create=False) as store:
        return counted(iter(store.answers()))


def match(
    record: Url, assist: Assist, made: datetime, most: int = 100, on_progress: Callable[[int], None] = lambda done: None
) -> Mapping[str, int]:
    """Asks whether events that the record holds possibly the same are one; those it says are, are judged so, signed
    `assist:MODEL`, and undone like any judgement. What somebody judged already is not asked. made: when, in UTC.

    What became of the pairs: "same", "not the same", "refused: …". Raises UsageError where `assist` asks no endpoint.
    """
    from detente import api, judging

    if not assist.asks:
        raise UsageError("matches are asked of an endpoint: --assist http://…; those accepted are judgements, and kept")
    found, opened = Counter[str](), api.open(record)
    for done, pair in enumerate(_open_doubts(opened)[:most], 1):
        fate, note = _one_match(opened, assist, *pair)
        found[fate] += 1
        if fate == SAME:
            then = made + timedelta(microseconds=done)  # two on one thing may not be of the very same moment
            judging.keep(judging.decided(opened, pair, Verdict.SAME, f"assist:{assist.model}", then, note=note), record)
        on_progress(done)
    return found


def _open_doubts(opened: OpenRecord) -> list[tuple[str, str]]:
    """Pairs of events that may be one, on which nobody decided."""
    events = {e.id: e for e in opened.record.events}
    pairs = ((d.a, d.b) for d in opened.record.doubts)
    return [(a, b) for a, b in pairs if a in events and b in events and not (events[a].judged or events[b].judged)]


def _one_match(opened: OpenRecord, assist: Assist, one: str, other: str) -> tuple[str, str]:
    """(what became of it, the words that show it)."""
    from detente.assisting import asked_of_two, same

    a, b = (_telling(opened, i) for i in (one, other))
    reason, content = assist.ask(asked_of_two(a, b))
    said = same(content, a[0], b[0])
    if reason or said.same is None:
        return f"refused: {reason or said.why}", ""
    return (SAME, f"{said.a} = {said.b}") if said.same else ("not the same", "")


def _telling(opened: OpenRecord, event: str) -> tuple[str, str]:
    """Its surest sentence, and the day it was printed."""
    found = next(e for e in opened.record.events if e.id == event)
    best = min(found.reports, key=lambda r: (-r.confidence, r.id))
    page = next(d for d in opened.record.documents if d.id == best.evidence.document)
    return best.evidence.quote, page.published.isoformat() if page.published else ""
