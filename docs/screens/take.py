"""Takes the screenshots that the README shows, of a server over the seeds.

make demo                                       # in one terminal
.venv/bin/python docs/screens/take.py           # in another
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).parent

VIEWS = {
    "home": "/",
    "search": "/search?q=ceasefire",
    "topic": "/topics/ceasefire",
    "compare": "/compare?first=Russia&second=Ukraine",
    "graph": "/graph?centre=Russia",
}
"""By the names of their files, what the pages answer."""

SIZE = {"width": 1120, "height": 720}

SETTLING = 6000
"""Milliseconds until the graph has found its places."""


def article(page: Page, address: str) -> str:
    """The article in which a ceasefire is turned down, word for word."""
    page.goto(f"{address}/search?q=ceasefire&stance=opposes&quote=direct")
    path = page.locator(".claim__foot a").first.get_attribute("href") or "/"
    return path.partition("?")[0]


def main(address: str) -> None:
    """Take them all."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
        views = VIEWS | {"article": article(page, address)}
        for name, path in views.items():
            page.goto(address + path)
            page.wait_for_load_state("networkidle")
            if name == "graph":
                page.wait_for_timeout(SETTLING)
            page.screenshot(path=HERE / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
