"""The graph where there is no WebGL: it needs none."""

from playwright.sync_api import Playwright, expect

from tests.api.browser.conftest import PATIENCE, launched
from tests.api.browser.test_graph_page import CENTRE, ink


def test_the_graph_is_drawn_without_webgl(playwright: Playwright, address: str) -> None:
    lacking = ("--disable-3d-apis", "--disable-software-rasterizer")
    with launched(playwright, *lacking) as browser:
        page = browser.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(address + CENTRE)
        expect(page.locator("#explorer")).to_have_attribute("data-state", "ready")
        context = "document.createElement('canvas').getContext('webgl2')"
        assert page.evaluate(context) is None
        assert ink(page) > 10
