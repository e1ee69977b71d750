"""What was tried against the desk, and what it got. docs/desk.md has the same table in words."""

import html
import re
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from desk.test_adding import outcomes, send
from desk.test_review import token
from detente.desk.pages import ROUTERS

EVIL = "<script>alert(1)</script>"
BREAKS = "\"'><img src=x onerror=alert(1)>"
TALE = """Canada recalled its ambassador to Senegal on Saturday, the foreign ministry said in a statement on the matter.

"This <script>alert(1)</script> decision is final \"'><img src=x onerror=alert(1)>", Canadian Foreign Minister
Anna Lindqvist said of the recall of the ambassador to Senegal."""
SQL = "' OR 1=1; DROP TABLE pages; --"
CLIMBS = ("../../../../etc/passwd", "..%2f..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "....//....//etc/passwd")


class Browser(HTMLParser):
    """Notes what a browser would run or fetch: scripts but the desk's own, handlers, addresses elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag in ("img", "iframe", "object", "embed", "base", "style") or (tag == "script" and told != OURS):
            self.found.append(tag)
        for name, value in attrs:
            leads = name in ("href", "src", "action", "formaction", "xlink:href", "srcdoc")
            if name.startswith("on") or (
                leads and not (value or "").startswith(("/", "#", "?", "https://", "http://"))
            ):
                self.found.append(f"{name}={value}")


OURS = {"src": "/static/desk.js", "defer": None}


def live(page: str) -> list[str]:
    browser = Browser()
    browser.feed(page)
    return browser.found


def pages_of(desk: TestClient) -> list[str]:
    snapshot = desk.app.state.records.now()  # type: ignore[attr-defined]
    ids = [quote(d.id.replace("#", ".")) for d in snapshot.record.documents]
    return [
        *("/", "/review", "/review?kind=pairs", "/people", "/statements", "/outlets", "/views", "/r/CAN/SEN", "/add"),
        *(f"/e/{e.id}" for e in snapshot.record.events),
        *(f"/p/{i}" for i in ids),
    ]


@pytest.mark.parametrize(
    "words", [EVIL, BREAKS, "javascript:alert(1)", "{{7*7}}"], ids=["script", "quote", "url", "template"]
)
def test_words_of_a_page_are_words(own: TestClient, words: str) -> None:
    """Through title, byline, outlet, quotes, and the name of a file."""
    said = f'<html><head><title>{html.escape(words)}</title><meta name="author" content="{html.escape(words)}"></head>'
    body = "".join(f"<p>{html.escape(p)}</p>" for p in TALE.split("\n\n"))
    file = f"{said}<body><article><h1>{html.escape(words)}</h1>{body}</article></body></html>".encode()
    status, page = send(own, ((f"{words}.html", file),), text=TALE, title=words, outlet=words, published="2031-08-02")
    assert status == 200
    assert [fate for fate, _ in outcomes(page)] == ["read", "read"]
    assert live(page) == []
    assert html.escape(words, quote=False)[:20] in html.unescape(page) or words in html.unescape(page)
    for path in (*pages_of(own), "/search?q=recalled"):
        got = own.get(path).text
        assert live(got) == [], path
        assert "49" not in re.findall(r"<h1[^>]*>([^<]*)</h1>", got), path


PLACES = (
    "/search?q={0}", "/search?kind={0}&q=visa", "/search?side={0}&q=visa", "/search?year={0}&q=visa", "/search?outlet={0}&q=visa",
    "/r/CAN/SEN?type={0}", "/r/CAN/SEN?status={0}", "/r/CAN/SEN?side={0}", "/r/CAN/SEN?instrument={0}",
    "/r/CAN/SEN?outlet={0}", "/r/CAN/SEN?since={0}", "/r/CAN/SEN?support={0}", "/r/CAN/SEN?n={0}", "/r/CAN/SEN?order={0}",
    "/r/CAN/SEN?as_known_on={0}", "/r/CAN/SEN/measures?on={0}", "/r/CAN/SEN/feed.atom?type={0}", "/r/{0}/SEN", "/e/{0}", "/p/{0}",
    "/p/{0}/why", "/statements?side={0}", "/statements?speaker={0}", "/people?q={0}", "/review?kind={0}", "/review?a={0}&b={0}",
    "/review?done={0}", "/login?back={0}", "/audit?n={0}", "/views?x={0}", "/?lang={0}",
    "/api/v1/relations/{0}/SEN", "/api/v1/relations/CAN/SEN/events?type={0}", "/api/v1/relations/CAN/SEN/events?since={0}",
    "/api/v1/events/{0}", "/api/v1/documents/{0}", "/api/v1/documents?outlet={0}", "/api/v1/statements?side={0}",
    "/api/v1/search?q={0}", "/api/v1/search?q=visa&kind={0}", "/{0}",
)  # fmt: skip


@pytest.mark.parametrize(
    "words", [EVIL, BREAKS, SQL, "\0", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1")]
)
@pytest.mark.parametrize("place", PLACES)
def test_no_parameter_breaks_out(desk: TestClient, place: str, words: str) -> None:
    got = desk.get(place.format(quote(words, safe="")))
    assert got.status_code in (200, 303, 400, 404, 422)
    assert live(got.text) == [] or got.headers["content-type"] == "application/json"


def test_the_record_stands_after_all_that(own: TestClient) -> None:
    before = own.get("/healthz").text
    for place in PLACES:
        own.get(place.format(quote(SQL, safe="")))
    own.app.state.records.renewed()  # type: ignore[attr-defined]
    assert own.get("/healthz").text == before
    for query in ('"', '""', "*", "visa*", "NEAR(a b)", "a AND", "kind:page", "-", "(", "^visa", 'x" OR "y'):
        assert own.get("/search", params={"q": query}).status_code == 200


def forms() -> list[str]:
    return [
        r.path for router in ROUTERS for r in router.routes if isinstance(r, APIRoute) and "POST" in (r.methods or ())
    ]


FOREIGN = [
    pytest.param({}, False, id="no-token"),
    pytest.param({"origin": "https://evil.example"}, True, id="from-elsewhere"),
    pytest.param({"origin": "null"}, True, id="from-nowhere"),
    pytest.param({"origin": "http://["}, True, id="from-no-address"),
    pytest.param({"sec-fetch-site": "cross-site"}, True, id="the-browser-says-so"),
    pytest.param({"sec-fetch-site": "same-site"}, True, id="a-sister-site"),
]


@pytest.mark.parametrize(("headers", "signed"), FOREIGN)
def test_no_form_is_taken_that_is_not_ours(own: TestClient, headers: dict[str, str], signed: bool) -> None:
    """Every address that takes a form, whichever are added."""
    assert len(forms()) >= 9
    ours = {"csrf": token(own)} if signed else {}
    for path in forms():
        form = {
            **ours,
            "id": "1",
            "by": "Mallory",
            "verdict": "wrong",
            "title": "x",
            "path": "/r/CAN/SEN",
            "text": TALE,
        }
        assert own.post(path, data=form, headers=headers).status_code == 403, path
    assert not own.app.state.guard.accounts.beside.place.path.exists()  # type: ignore[attr-defined]


def test_a_token_is_none_in_another_browser(own: TestClient) -> None:
    stolen = token(own)
    with TestClient(own.app) as other:
        other.get("/")
        assert other.post("/views/seen", data={"csrf": stolen}).status_code == 403


@pytest.mark.parametrize("climb", CLIMBS)
@pytest.mark.parametrize("place", ["/static/{}", "/p/{}", "/e/{}", "/{}", "/static/..%2f{}"])
def test_no_path_leads_out(desk: TestClient, place: str, climb: str) -> None:
    got = desk.get(place.format(climb))
    assert got.status_code == 404
    assert "root:" not in got.text


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("testserver", 200), ("testserver:8100", 200), ("TESTSERVER", 200),
        ("evil.example", 421), ("testserver.evil.example", 421), ("testserver@evil.example", 421), ("", 421),
        ("127.0.0.1.evil.example", 421), ("[", 421), ("testserver:8100@evil.example:1", 421),
    ],
)  # fmt: skip
def test_it_answers_to_its_own_names(desk: TestClient, host: str, status: int) -> None:
    assert desk.get("/", headers={"host": host}).status_code == status


@pytest.mark.parametrize(
    "path", ["/", "/e/none", "/add", "/static/desk.js", "/api/v1/record", "/api/v1/events/none", "/healthz"]
)
def test_no_answer_can_be_framed_or_sniffed_or_run_script(desk: TestClient, path: str) -> None:
    got = desk.get(path).headers
    policy = dict(part.strip().partition(" ")[::2] for part in got["content-security-policy"].split(";"))
    assert (policy["default-src"], policy["frame-ancestors"], policy["base-uri"]) == ("'none'", "'none'", "'none'")
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert (got["x-frame-options"], got["x-content-type-options"]) == ("DENY", "nosniff")
    assert "server" not in got


def test_a_method_that_is_not_there_is_refused(desk: TestClient) -> None:
    for method in ("PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"):
        assert desk.request(method, "/").status_code == 405
