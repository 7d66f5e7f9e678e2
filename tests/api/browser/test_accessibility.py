"""Every kind of page, read by axe-core: nothing serious, light and dark."""

import pytest
from playwright.sync_api import Page

from tests.api.browser.conftest import Open
from tests.api.pages.addresses import ADDRESSES
from tests.api.web.packages import WEB, installed

AXE = WEB / "node_modules" / "axe-core" / "axe.min.js"

REFUSED = {"/search?q=(", "/none", "/articles/none"}
"""Pages about mistakes: a browser notes each as an error."""

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def axe() -> str:
    """axe-core, as package-lock.json pins it."""
    installed("axe-core")
    return AXE.read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_is_found_on_any_page(
    visit: Open, axe: str, scheme: str
) -> None:
    page = visit("/")
    address = page.url.rstrip("/")
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    found = {}
    for path in sorted(set(ADDRESSES) - REFUSED):
        page.goto(address + path)
        if serious := violations(page, axe):
            found[path] = serious
    assert not found


def violations(page: Page, axe: str) -> list[str]:
    """What is serious or critical, with the first element that has it."""
    page.evaluate(axe)  # not as a script of the page: its policy would not have it
    answer = page.evaluate(
        "rules => axe.run({ runOnly: rules, resultTypes: ['violations'] })", RULES
    )
    return [
        f"{each['id']}: {each['nodes'][0]['html'][:200]}"
        for each in answer["violations"]
        if each["impact"] in ("serious", "critical")
    ]
