"""Why a page was coded as it was: each sentence with what it names, what it was taken to tell, and what was refused and why."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from detente.codebook import Codebook
from detente.codebook.labels import Labels, labels
from detente.model import Mentions, Reading, Refusal, UsageError
from detente.views.accounts import Account, Act, Marked, accounts
from detente.views.templates import HOME, environment, safe

FORMATS = ("text", "html")


def render(
    found: Sequence[tuple[Reading, Mentions]],
    book: Codebook,
    format: str = "text",
    lang: str = "en",
    *,
    all_sentences: bool = False,
    unread: Sequence[Refusal] = (),
) -> str:
    """The articles one after the other. format: "text" or "html"; lang: of our words, "fr" or "en".

    all_sentences: also those that name neither an act nor words said. unread: what of the page could not be read.
    UsageError names the formats there are.
    """
    if format not in FORMATS:
        raise UsageError(f"no explanation in {format}; there are {', '.join(FORMATS)}")
    say = labels(lang)
    told = accounts(found, book, say, all_sentences)
    return _html(told, say, unread) if format == "html" else _text(told, say, unread)


def _html(told: Sequence[Account], say: Labels, unread: Sequence[Refusal]) -> str:
    """One file: no script, nothing fetched, every page's text escaped."""
    style = Markup("".join((HOME / name).read_text(encoding="utf-8") for name in ("brief.css", "explain.css")))
    return environment().get_template("explain.html.j2").render(accounts=told, say=say, unread=unread, style=style)


def _text(told: Sequence[Account], say: Labels, unread: Sequence[Refusal]) -> str:
    parts = ["\n".join(map(safe, _article(account, say))) for account in told]
    rows = [safe(f"{say('ui.unread')}: {r.where} · {r.reason} · {r.detail}") for r in unread]
    return "\n\n".join([*parts, *(["\n".join(rows)] if rows else [])]) + "\n"


def _article(account: Account, say: Labels) -> Iterator[str]:
    yield account.title
    yield account.head
    yield account.counts
    for line in account.lines:
        yield ""
        yield f"[{line.start}–{line.end}] {line.text}"
        for kind, marks in line.by_kind:
            yield "    " + say("ui.field", name=say(f"explain.{kind}"), value="; ".join(map(_mark, marks)))
        for act in line.acts:
            yield from _act(act)
        yield from (f"    {said}" for said in line.said)
    if not account.lines:
        yield say("explain.nothing")


def _mark(mark: Marked) -> str:
    return f"“{mark.text}” = {mark.meaning}"


def _act(act: Act) -> Iterator[str]:
    head = f"“{act.words}” {act.label}" if act.words else act.label
    yield f"    {head} ({act.form})" if act.form else f"    {head}"
    yield f"        → {act.told} · {act.sure} · {act.rule}" if act.told else f"        ✗ {act.why}"
