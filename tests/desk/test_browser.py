"""The desk in a real browser: read, filter, brush, open evidence, judge, undo; no serious fault that axe-core finds.

Skipped where there is no Chromium, or no playwright to drive it.
"""

import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytest.importorskip("uvicorn", reason="the desk's libraries are an extra: pip install 'detente[desk]'")

import uvicorn
from argon2 import PasswordHasher
from playwright import sync_api

from detente.desk.accounts import Accounts
from detente.desk.app import make
from detente.desk.records import Records
from detente.desk.serving import listening
from detente.store.beside import Role

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")
AXE = Path(__file__).parent / "axe" / "axe.min.js"
WIDE, PHONE = {"width": 1200, "height": 900}, {"width": 375, "height": 800}
SERIOUS = ("serious", "critical")
PASSWORD = "seven grey herons at dawn"


class Served:
    """A desk over a record of its own, on a port of its own."""

    def __init__(self, path: Path, accounts: Accounts | None = None) -> None:
        self.records = Records(str(path))
        self.socket = listening("127.0.0.1", 0)
        self.address = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        self.server = uvicorn.Server(uvicorn.Config(make(self.records, accounts=accounts), log_level="warning"))
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [self.socket]})
        self.thread.start()

    def close(self) -> None:
        self.server.should_exit = True
        self.thread.join()
        self.socket.close()


@pytest.fixture(scope="module")
def served(record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    path = tmp_path_factory.mktemp("browser") / "record.db"
    shutil.copy(record, path)
    found = Served(path)
    yield found
    found.close()


@pytest.fixture(scope="module")
def guarded(record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A desk with an account, whose every page asks for it."""
    path = tmp_path_factory.mktemp("guarded") / "record.db"
    shutil.copy(record, path)
    accounts = Accounts(str(path), True, hasher=PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    accounts.add("admin", PASSWORD, Role.ADMIN)
    found = Served(path, accounts)
    yield found
    found.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as play:
        found = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture
def page(browser: Any, served: Served) -> Iterator[Any]:
    """A fresh visitor; whatever a page complains of in the console fails the test."""
    context = browser.new_context(viewport=WIDE, locale="en-GB", base_url=served.address)
    found = context.new_page()
    said: list[str] = []
    found.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    found.on("pageerror", lambda error: said.append(str(error)))
    yield found
    context.close()
    assert said == []


def kinds(served: Served) -> dict[str, str]:
    snapshot = served.records.now()
    event = next(e for e in snapshot.record.events if e.possibly_same)
    article = max(snapshot.record.documents, key=lambda d: len(snapshot.by_page.get(d.id, ())))
    return {
        "home": "/",
        "relation": "/r/CAN/SEN",
        "filtered": "/r/CAN/SEN?since=2031-02-01&until=2031-04-01",
        "disputed": "/r/MLI/NER",
        "measures": "/r/CAN/SEN/measures",
        "event": f"/e/{event.id}",
        "page": f"/p/{article.id}",
        "why": f"/p/{article.id}/why",
        "review": "/review",
        "pairs": "/review?kind=pairs",
        "people": "/people",
        "person": f"/person/{snapshot.offices[0].person}",
        "statements": "/statements",
        "outlets": "/outlets",
        "search": "/search?q=visa",
        "add": "/add",
        "views": "/views",
    }


KINDS = ("home", "relation", "filtered", "disputed", "measures", "event", "page", "why", "review", "pairs", "people",
         "person", "statements", "outlets", "search", "add", "views")  # fmt: skip


LOOKS = pytest.mark.parametrize(
    ("language", "viewport", "scheme"),
    [
        pytest.param("en-GB", WIDE, "light", id="en-wide-light"),
        pytest.param("fr-FR", WIDE, "dark", id="fr-wide-dark"),
        pytest.param("fr-FR", PHONE, "light", id="fr-phone-light"),
        pytest.param("en-GB", PHONE, "dark", id="en-phone-dark"),
    ],
)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def faults(page: Any, kind: str) -> Iterator[str]:
    """Serious violations of WCAG 2.2 AA on the page as it stands, and whether it is wider than the screen."""
    page.add_script_tag(path=str(AXE))
    found = page.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)
    for violation in found["violations"]:
        if violation["impact"] in SERIOUS:
            yield from (f"{kind}: {violation['id']}: {node['html'][:160]}" for node in violation["nodes"][:3])
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        yield f"{kind}: wider than the screen"


@LOOKS
def test_every_page_is_open_to_all_and_fits(
    browser: Any, served: Served, language: str, viewport: dict[str, int], scheme: str
) -> None:
    looks: dict[str, Any] = {"viewport": viewport, "locale": language, "color_scheme": scheme}
    context = browser.new_context(**looks, base_url=served.address, bypass_csp=True)
    page = context.new_page()
    wrong: list[str] = []
    for kind in KINDS:
        page.goto(kinds(served)[kind])
        wrong += faults(page, kind)
    context.close()
    assert wrong == []


@LOOKS
def test_coming_in_and_the_log_are_open_to_all_and_fit(
    browser: Any, guarded: Served, language: str, viewport: dict[str, int], scheme: str
) -> None:
    """Before and after a wrong password, then the log, which tells of it; and out again."""
    looks: dict[str, Any] = {"viewport": viewport, "locale": language, "color_scheme": scheme}
    context = browser.new_context(**looks, base_url=guarded.address, bypass_csp=True)
    page = context.new_page()
    wrong: list[str] = []
    page.goto("/audit")
    wrong += faults(page, "login")
    for password, kind in ((PASSWORD[::-1], "refused"), (PASSWORD, "audit")):
        page.fill("input[name=name]", "admin")
        page.fill("input[name=password]", password)
        page.press("input[name=password]", "Enter")
        page.wait_for_selector("[role=alert]" if kind == "refused" else "table.rows")
        wrong += faults(page, kind)
    page.goto("/")
    wrong += faults(page, "home")
    page.click("form.out button")
    page.wait_for_selector("input[name=password]")
    context.close()
    assert wrong == []


def test_from_the_record_to_what_is_in_force_and_who_says_so(page: Any) -> None:
    """One click from the first page; one more to the sentence on its page."""
    page.goto("/")
    page.get_by_role("link", name="Canada – Senegal").click()
    card = page.locator("#measures article.measure").first
    assert card.locator("blockquote").inner_text()
    quote = card.locator("blockquote").inner_text()
    card.locator("figcaption a").click()
    assert " ".join(page.locator("a.mention:target").inner_text().split()) == " ".join(quote.split())


def test_a_period_drawn_across_the_curve_rules_all_below(page: Any) -> None:
    page.goto("/r/CAN/SEN")
    page.locator("#plot svg.whole").scroll_into_view_if_needed()
    box = page.locator("#plot svg.whole").bounding_box()
    before = page.locator("#chronology article.event").count()
    page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + 40, steps=5)
    page.mouse.up()
    page.wait_for_url(re.compile(r"since=\d{4}-\d\d-\d\d&until=\d{4}-\d\d-\d\d"))
    assert 0 < page.locator("#chronology article.event").count() < before
    assert page.locator("input[name=since]").input_value() in page.url


def test_filters_live_in_the_address(page: Any) -> None:
    page.goto("/r/CAN/SEN")
    page.select_option("select[name=type]", "SANCTION")
    page.get_by_role("button", name="Show", exact=True).click()
    assert "type=SANCTION" in page.url
    shown = page.locator("#chronology article.event").count()
    page.reload()
    assert page.locator("#chronology article.event").count() == shown > 0


def test_a_mention_and_its_code_light_each_other_up(page: Any, served: Served) -> None:
    page.goto(kinds(served)["page"])
    mention = page.locator("a.mention").first
    mention.hover()
    first = mention.get_attribute("data-of").split()[0]
    assert "lit" in page.locator(f'.card[data-id="{first}"]').get_attribute("class")
    page.locator(f'.card[data-id="{first}"]').hover()
    assert "lit" in mention.get_attribute("class")
    mention.focus()
    assert "lit" in page.locator(f'.card[data-id="{first}"]').get_attribute("class")


def test_one_decides_and_undoes_with_the_keyboard_alone(page: Any, served: Served) -> None:
    page.goto("/review")
    waiting = len(served.records.now().doubtful)
    page.keyboard.press("j")
    page.keyboard.press("j")
    chosen = page.evaluate("document.activeElement.id")
    assert chosen == served.records.now().doubtful[1].id
    page.locator(f'[id="{chosen}"] input[name=by]').fill("A. Desk")
    page.locator(f'[id="{chosen}"]').focus()
    with page.expect_navigation():
        page.keyboard.press("a")
    assert page.get_by_role("status").is_visible()
    assert len(served.records.now().doubtful) == waiting - 1
    with page.expect_navigation():
        page.keyboard.press("u")
    assert len(served.records.now().doubtful) == waiting


def test_two_are_told_apart_with_the_keyboard(page: Any, served: Served) -> None:
    page.goto("/review?kind=pairs")
    waiting = len(served.records.now().unsettled)
    page.locator("input[name=by]").first.fill("A. Desk")
    page.locator("h1").click()
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("d")
    assert len(served.records.now().unsettled) == waiting - 1


def test_everything_works_without_script(browser: Any, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en-GB", base_url=served.address)
    page = context.new_page()
    page.goto("/review")
    waiting = len(served.records.now().doubtful)
    form = page.locator("form.judge[action='/review/judge']").first
    form.locator("input[name=by]").fill("B. Desk")
    form.get_by_role("button", name="Reject").click()
    assert page.get_by_role("status").is_visible()
    assert len(served.records.now().doubtful) == waiting - 1
    page.locator(".notice form.undo button").click()
    assert len(served.records.now().doubtful) == waiting
    context.close()


def test_the_browser_is_told_to_run_nothing_but_ours(browser: Any, served: Served) -> None:
    """A script that a page would bring along is not run: the policy says so, and the browser keeps to it."""
    page = browser.new_page(base_url=served.address)
    page.goto("/")
    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.head.append(s) }"
    )
    assert page.evaluate("window.ran === undefined")
    page.close()


NEWS = """Lima expulse deux diplomates chiliens

Le Phare des Andes, 3 juin 2031

Le Pérou a expulsé mardi deux diplomates chiliens, a annoncé le ministère péruvien des Affaires étrangères.

Le Chili a aussitôt convoqué l'ambassadeur du Pérou à Santiago pour protester contre cette décision.
"""


def test_a_page_is_added_and_appears(page: Any, served: Served) -> None:
    page.goto("/add")
    page.set_input_files(
        "[name=files]", files=[{"name": "lima.txt", "mimeType": "text/plain", "buffer": NEWS.encode()}]
    )
    page.click("form.form button")
    page.click("[role=status] a")
    assert "Le Pérou a expulsé mardi deux diplomates chiliens" in page.inner_text("main")
    page.goto("/r/CHL/PER")
    assert "Le Pérou a expulsé mardi deux diplomates chiliens" in page.inner_text("main")
    page.goto("/")
    assert page.locator("main a[href='/r/CHL/PER']").count() == 1
