"""Templates, in the visitor's language: text of pages is escaped by Jinja, and no page's HTML is ever written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from detente.chronicle.corrections import READ
from detente.codebook.labels import Labels, labels, languages
from detente.desk.snapshot import Snapshot
from detente.model import When
from detente.views import voices
from detente.views.compose import Desk
from detente.views.dates import human
from detente.views.templates import number_span

HOME = Path(__file__).parent
COOKIE = "lang"
ANALYST = "analyst"  # the cookie with the name under which a visitor judges
DEFAULT = "en"


def language_of(request: Request) -> str:
    """As asked for with ?lang=, as chosen before, or as the browser prefers; English where it prefers neither of ours."""
    known = languages()
    for asked in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if asked in known:
            return str(asked)
    ranked = sorted(_preferred(request.headers.get("accept-language", "")), key=lambda p: -p[1])
    return next((code for code, weight in ranked if code in known and weight > 0), DEFAULT)


def _preferred(header: str) -> list[tuple[str, float]]:
    """Accept-Language as (language, weight), RFC 9110 §12.5.4."""
    found = []
    for part in header[:500].split(","):
        name, _, weight = part.partition(";q=")
        try:
            found.append((name.strip()[:2].lower(), float(weight or 1)))
        except ValueError:
            continue
    return found


@dataclass(frozen=True)
class Speaker:
    """One visitor's language, with the words and the names that go with it."""

    snapshot: Snapshot
    language: str

    @property
    def say(self) -> Labels:
        return labels(self.language)

    @cached_property
    def names(self) -> Desk:
        """Names of codes; knows nothing of pages or events."""
        return Desk(self.snapshot.record, self.snapshot.book, self.say)

    def side(self, code: str) -> str:
        return self.names.side(code).label

    def day(self, day: date | None) -> str:
        return human(day.isoformat(), self.say) if day else self.say("ui.undated_page")

    def when(self, when: When | None) -> str:
        return human(when.edtf if when else None, self.say)

    def act(self, code: str) -> str:
        known = self.snapshot.book.acts.get(code)
        return known.label[self.language] if known else code

    def type(self, code: str) -> str:
        known = self.snapshot.book.plover.types.get(code)
        return known.label[self.language] if known else code

    def instrument(self, code: str | None) -> str:
        known = self.snapshot.book.instruments.get(code or "")
        return known.label[self.language] if known else code or ""

    def topic(self, kind: str, code: str) -> str:
        """What a statement is about: an instrument, an act or an actor."""
        make = {"instrument": self.instrument, "act": self.act, "actor": self.side}.get(kind)
        return make(code) if make else code

    def stood_on(self, kind: str, code: str) -> str:
        """What a side takes a stance on."""
        return voices.topic(self.names, kind, code)

    def word(self, section: str, key: str) -> str:
        """Our word for a code; the code itself where we have none."""
        return self.say.words.get(f"{section}.{key}", key)


def speaker_of(request: Request) -> Speaker:
    """The record as it is now, in the visitor's language."""
    return Speaker(request.app.state.records.now(), language_of(request))


@cache
def environment() -> Environment:
    """An unknown name is an error, not a blank."""
    found = Environment(
        loader=FileSystemLoader(HOME / "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=True,
    )
    found.filters["span"] = number_span
    found.filters["page"] = page_url
    found.filters["segment"] = lambda text: quote(text, safe="")
    return found


def page_url(document: str) -> str:
    """Where an article is read; the mark between a page and the number of its article would end an address."""
    return f"/p/{document.replace('#', '.')}"


def render(request: Request, template: str, code: int = 200, **values: Any) -> Response:
    """A page in the visitor's language, which is remembered where it was asked for. values: with `speaker`."""
    speaker: Speaker = values["speaker"]
    marks = getattr(request.state, "marks", {})  # where an answer is kept, these stand for what is each visitor's own
    bulletin = marks.get("news") or notice(speaker.say, request.app.state.records.news)
    text = environment().get_template(template).render(
        say=speaker.say,
        lang=speaker.language,
        others=[(code, labels(code)("desk.language"), _with(request, code)) for code in languages()],
        path=request.url.path,
        csrf=getattr(request.state, "csrf", ""),
        visitor=(visitor := getattr(request.state, "visitor", None)),
        analyst=(visitor.name if visitor else "") or unquote(request.cookies.get(ANALYST, "")),
        fields=tuple(READ),
        bulletin=bulletin,
        signed_in=marks.get("name") or (visitor.name if visitor else ""),
        **values,
    )  # fmt: skip
    response = HTMLResponse(text, code)
    response.headers["Content-Language"] = speaker.language
    response.headers["Vary"] = "Accept-Language, Cookie"
    if request.query_params.get("lang") == speaker.language:
        response.set_cookie(COOKIE, speaker.language, max_age=365 * 86400, httponly=True, samesite="lax")
    return response


def notice(say: Labels, news: str) -> Markup:
    """What stands above a page while the record is being gathered anew, or could not be; nothing else."""
    return Markup('<p class="notice" role="status">{}</p>').format(say(f"desk.news_{news}")) if news else Markup("")


def _with(request: Request, language: str) -> str:
    """This address in another language."""
    return linked(request.url.path, {**request.query_params, "lang": language})


def linked(path: str, params: Mapping[str, object]) -> str:
    """An address on this desk; empty parameters are left out."""
    kept = {name: str(value) for name, value in params.items() if value not in (None, "", False)}
    return f"{path}?{urlencode(kept)}" if kept else path
