"""Web pages as people save them as text, by the tools with which they do: a browser, a text browser, a converter.

`renderers()` names what is installed here. The network is never asked: style sheets and scripts from elsewhere are not
loaded, so that what only they hide is shown, as in many saved pages.
"""

import subprocess
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.util import find_spec
from shutil import which
from typing import Any

Renderer = Callable[[Sequence[str]], list[str]]

WIDTH = 100  # columns of the text browsers, which wrap lines there
PATIENCE = 20  # seconds for one page
_ADDRESS = "http://page.invalid/"
_CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# Some pages cover themselves whole until a script has run; nobody saves a page that is covered.
_UNCOVERED = """() => {
  if (!document.body) return '';
  for (const whole of [document.documentElement, document.body]) {
    if (getComputedStyle(whole).visibility != 'visible') whole.style.setProperty('visibility', 'visible', 'important');
    if (getComputedStyle(whole).display == 'none') whole.style.setProperty('display', 'block', 'important');
  }
  return document.body.innerText;
}"""
_COMMANDS = {
    "w3m -dump": ["w3m", "-dump", "-cols", str(WIDTH), "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8"],
    "lynx -dump": ["lynx", "-dump", "-nolist", f"-width={WIDTH}", "-force_html", "-stdin",
                   "-assume_charset=utf-8", "-display_charset=utf-8"],
}  # fmt: skip


def renderers() -> dict[str, Renderer]:
    """From the characters of pages to their texts ("" where the tool gives none), by tool; only what is installed."""
    found: dict[str, Renderer] = {}
    if browser := _chromium():
        found["Chromium innerText"] = partial(_by_browser, browser)
    if find_spec("inscriptis"):
        found["inscriptis"] = _by_inscriptis
    found |= {name: partial(_by_command, command) for name, command in _COMMANDS.items() if which(command[0])}
    return found


def _chromium() -> str | None:
    """A Chromium on the path that playwright can drive."""
    return next((path for name in _CHROMIUMS if (path := which(name))), None) if find_spec("playwright") else None


def _by_browser(path: str, pages: Sequence[str]) -> list[str]:
    """What "select all" and "copy" give: `innerText`, with neither scripts nor network."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=path, args=["--no-sandbox"])
        texts = list(_inner_texts(browser, pages))
        browser.close()
    return texts


def _inner_texts(browser: Any, pages: Sequence[str]) -> Iterator[str]:
    from playwright.sync_api import Error

    for html in pages:
        context = browser.new_context(java_script_enabled=False)
        tab = context.new_page()
        tab.route("**/*", partial(_answer, html.encode("utf-8", errors="replace")))
        try:
            tab.goto(_ADDRESS, wait_until="domcontentloaded", timeout=PATIENCE * 1000)
            yield str(tab.evaluate(_UNCOVERED))
        except Error:
            yield ""
        context.close()


def _answer(html: bytes, route: Any, _: Any) -> None:
    """The page itself; nothing else that it asks for."""
    if route.request.url == _ADDRESS:
        route.fulfill(body=html, content_type="text/html; charset=utf-8")
    else:
        route.abort()


def _by_inscriptis(pages: Sequence[str]) -> list[str]:
    from inscriptis import get_text

    return [get_text(html) for html in pages]


def _by_command(command: Sequence[str], pages: Sequence[str]) -> list[str]:
    return [_dumped(command, html) for html in pages]


def _dumped(command: Sequence[str], html: str) -> str:
    data = html.encode("utf-8", errors="replace")
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout.decode("utf-8", errors="replace")
