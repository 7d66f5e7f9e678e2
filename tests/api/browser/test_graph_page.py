"""The graph page, as a newcomer uses it."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.api.browser.conftest import Open, watch
from tests.api.conftest import hostile

CENTRE = "/graph?centre=Ana%20Brandt"
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def graph(visit: Open) -> Callable[..., Page]:
    """The page, once it shows something."""

    def shown(path: str = CENTRE, **size: int) -> Page:
        page = visit(path, **size)
        ready(page)
        return page

    return shown


def ready(page: Page) -> None:
    expect(page.locator("#explorer")).to_have_attribute("data-state", "ready")


def names(page: Page) -> list[str]:
    return page.locator("#listing .listing__node bdi").all_inner_texts()


def choose(page: Page, name: str) -> None:
    page.locator("#listing .listing__node", has_text=name).click()


def downloaded(page: Page, suffix: str) -> bytes:
    page.locator("#export summary").click()
    with page.expect_download() as coming:
        page.locator(f"[data-format={suffix}]").click()
    assert coming.value.suggested_filename == f"on-the-record.{suffix}"
    return Path(coming.value.path()).read_bytes()


def ink(page: Page) -> int:
    """How many colours the drawing has, in a sample of its points."""
    found = page.evaluate(
        """() => {
          const canvas = document.getElementById("canvas");
          const { width, height } = canvas;
          const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
          const colours = new Set();
          for (let i = 0; i < data.length; i += 4) if (data[i + 3])
            colours.add(data[i] << 16 | data[i + 1] << 8 | data[i + 2]);
          return colours.size;
        }"""
    )
    assert isinstance(found, int)
    return found


def test_from_an_actor_to_the_claims_behind_an_edge(
    graph: Callable[..., Page],
) -> None:
    page = graph()
    assert set(names(page)) >= {"Ana Brandt", "binding guarantees", "delay"}
    edge = page.locator("#listing .edge", has_text="binding guarantees")
    expect(edge).to_contain_text("demands, 1 claim, 2025-03-11")
    edge.click()
    claim = page.locator("#details .evidence__claim")
    expect(claim).to_contain_text("We need binding guarantees")
    expect(claim.locator("a", has_text="in its article")).to_have_attribute(
        "href", re.compile(r"/articles/\w+\?claim=\w+")
    )
    claim.locator("a", has_text=re.compile("^claim$")).click()
    expect(page.locator("main")).to_contain_text("We need binding guarantees")


def test_what_is_found_is_in_the_middle_and_can_be_clicked(
    graph: Callable[..., Page],
) -> None:
    page = graph()
    assert ink(page) > 10
    page.locator("#find").fill("binding")
    page.locator("#find").press("Enter")
    expect(page.locator("#details h2")).to_have_text("binding guarantees")
    page.locator("#canvas").press("Escape")
    expect(page.locator("#details h2")).to_have_text("What is here")
    page.locator("#canvas").click()
    expect(page.locator("#details h2")).to_have_text("binding guarantees")


def test_a_node_is_expanded_by_kinds_hidden_and_brought_back(
    graph: Callable[..., Page],
) -> None:
    page = graph("/graph?centre=topic:toll")
    assert set(names(page)) == {"toll", "Harbour Union"}
    choose(page, "Harbour Union")
    kinds = page.locator(".expansion__kinds")
    expect(kinds).to_contain_text("1 other, 1 claim")
    kinds.locator("label", has_text="seeks").locator("input").check()
    page.get_by_role("button", name="Add neighbours").click()
    expect(page.locator("#live")).to_contain_text("1 node added")
    assert set(names(page)) == {"toll", "Harbour Union", "delay"}
    choose(page, "delay")
    page.get_by_role("button", name="Hide", exact=True).click()
    expect(page.locator("#listing")).not_to_contain_text("delay")
    page.locator("#undo").click()
    expect(page.locator("#listing")).to_contain_text("delay")
    page.locator("#redo").click()
    expect(page.locator("#listing")).not_to_contain_text("delay")


def test_a_view_is_shared_by_its_address(
    graph: Callable[..., Page], browser: Browser
) -> None:
    page = graph()
    page.locator("#stance-asserts").uncheck()
    choose(page, "Ana Brandt")
    if page.locator("#listing .edge").count() == 0:
        choose(page, "Ana Brandt")
    page.get_by_role("button", name="Pin", exact=True).click()
    expect(page.get_by_role("button", name="Unpin")).to_be_visible()
    address, listed = page.url, names(page)
    assert "agent:ana-brandt@" in address
    assert "stances=demands" in address
    other = browser.new_page()
    wrong: list[str] = []
    watch(other, address.partition("/graph")[0], wrong)
    other.goto(address)
    ready(other)
    assert names(other) == listed
    expect(other.locator("#stance-asserts")).not_to_be_checked()
    expect(other.get_by_role("button", name="Unpin")).to_be_visible()
    assert other.url == address
    other.close()
    assert not wrong
    page.go_back()
    expect(page.get_by_role("button", name="Pin", exact=True)).to_be_visible()
    page.go_back()
    expect(page.locator("#stance-asserts")).to_be_checked()
    page.go_forward()
    expect(page.locator("#stance-asserts")).not_to_be_checked()


def test_a_path_shows_the_claim_of_every_hop(graph: Callable[..., Page]) -> None:
    page = graph("/graph?centre=Ana%20Brandt")
    page.locator("#canvas").press("Escape")
    for label, typed in (("Path from", "Ana"), ("to", "Harb")):
        field = page.get_by_label(label, exact=True)
        field.fill(typed)
        options = page.locator(f"#{field.get_attribute('list')} option")
        expect(options).to_have_count(1)
        field.fill(options.first.get_attribute("value") or "")
    page.get_by_role("button", name="Find path").click()
    hops = page.locator(".route > li")
    expect(hops).to_have_count(2)
    expect(hops.nth(0)).to_contain_text("the union hopes for a delay")
    expect(hops.nth(1)).to_contain_text("a delay")
    assert "show=path~agent:ana-brandt~agent:harbour-union" in page.url
    page.reload()
    expect(page.locator(".route > li")).to_have_count(2)


def test_the_view_is_exported(graph: Callable[..., Page], tmp_path: Path) -> None:
    page = graph()
    shown = set(names(page))
    png = downloaded(page, "png")
    assert png.startswith(PNG)
    assert len(png) > 5_000
    assert b"<svg" in downloaded(page, "svg")
    for suffix, read in (("gexf", nx.read_gexf), ("graphml", nx.read_graphml)):
        path = tmp_path / suffix
        # networkx knows GEXF 1.2, which differs in nothing that is used here
        written = downloaded(page, suffix).replace(b'version="1.3"', b'version="1.2"')
        path.write_bytes(written)
        network = read(path)
        labels = {data["label"] for _, data in network.nodes(data=True)}
        assert labels == shown
        assert network.has_edge("agent:ana-brandt", "topic:delay")
    rows = list(
        csv.DictReader(io.StringIO(downloaded(page, "csv").decode("utf-8-sig")))
    )
    assert {row["stances"] for row in rows} >= {"demands", "asserts"}
    html = downloaded(page, "html").decode()
    assert "We need binding guarantees" in html
    assert "<script" not in html
    assert "default-src 'none'" in html


def test_the_keyboard_suffices(graph: Callable[..., Page]) -> None:
    page = graph()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "canvas":
            break
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowDown")
    live = page.locator("#live")
    expect(live).to_have_text(
        re.compile(r"^Ana Brandt, 2 edges, the first: \w+, 1 claim")
    )
    page.keyboard.press("p")
    expect(live).to_have_text("Ana Brandt pinned.")
    page.keyboard.press("Enter")
    expect(live).to_contain_text("Ana Brandt has no more to add.")
    page.keyboard.press("Escape")
    page.locator("#listing .listing__node").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#listing .edge")).to_have_count(2)
    assert "listing__node" in page.evaluate("document.activeElement.className")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#details .evidence__claim")).to_have_count(1)
    page.locator("#canvas").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Delete")
    expect(live).to_contain_text("1 node hidden")


def test_a_window_in_time_leaves_what_was_said_in_it(
    graph: Callable[..., Page],
) -> None:
    page = graph("/graph")
    whole = "Jan 2025 – Dec 2025"
    words = page.locator("#window-words")
    expect(words).to_have_text(whole)
    page.get_by_label("To month").focus()
    page.keyboard.press("Home")
    expect(words).to_have_text("Jan 2025 – Jan 2025")
    assert "window=2025-01..2025-01" in page.url
    expect(page.locator("#details")).to_contain_text("0 links to claims")
    page.locator("#undo").click()
    expect(words).to_have_text(whole)
    page.locator("#play").click()
    expect(words).not_to_have_text(whole)
    page.locator("#all-time").click()
    expect(words).to_have_text(whole)
    expect(page.locator("#play")).to_have_attribute("aria-pressed", "false")


def test_what_is_not_there_is_found_and_added(graph: Callable[..., Page]) -> None:
    page = graph()
    page.locator("#find").fill("bridg")
    option = page.locator("#find-list [role=option]")
    expect(option).to_have_text(re.compile("bridge"))
    page.locator("#find").press("Enter")
    expect(page.locator("#details h2")).to_have_text("bridge")
    assert "bridge" in names(page)


def test_on_a_phone_nothing_is_cut_off(graph: Callable[..., Page]) -> None:
    page = graph(width=360, height=740)
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 360
    assert ink(page) > 10
    choose(page, "binding guarantees")
    expect(page.locator("#details h2")).to_have_text("binding guarantees")


def test_hostile_text_is_text(graph: Callable[..., Page]) -> None:
    _, claims = hostile()
    page = graph(f"/graph?centre=agent:{claims[0].speaker.id}")
    assert "=<img src=x onerror=alert(1)>" in names(page)
    page.locator("#listing .edge").click()
    expect(page.locator("#details .evidence__claim")).to_contain_text(
        "<b>=HYPERLINK(1)</b>"
    )
    assert page.locator("main img, main b, main script").count() == 0
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 1280
    html = downloaded(page, "html").decode()
    assert "<img" not in html
    assert "<b>" not in html


def test_an_empty_search_and_an_unknown_name_say_what_to_do(visit: Open) -> None:
    page = visit("/graph?text=nothinglikethis")
    expect(page.locator("#notice")).to_contain_text("No claim matches")


def test_nothing_inline_is_allowed(visit: Open) -> None:
    page = visit("/graph")
    answer = page.request.get(page.url)
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "worker-src 'self';" in policy
    assert "unsafe" not in policy
