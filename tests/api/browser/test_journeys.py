"""What a newcomer tries on the pages: from a name to the sentence that proves it."""

import re

from playwright.sync_api import expect

from tests.api.browser.conftest import Open
from tests.api.pages.addresses import ARTICLE, CLAIMS, HOSTILE, HOSTILE_CLAIMS

PHONE = {"width": 360, "height": 740}

OPPOSED = CLAIMS[1]
"""The union's rejection of the toll."""


def test_from_a_word_to_who_opposes_it_to_the_sentence(visit: Open) -> None:
    page = visit("/")
    page.get_by_role("combobox", name="A speaker, a topic").fill("tol")
    page.get_by_role("option", name="toll").click()
    expect(page).to_have_url(re.compile("q=topic%3Atoll"))
    page.get_by_role("link", name="toll", exact=True).first.click()
    against = page.get_by_role("region", name="Against")
    expect(against).to_contain_text("Harbour Union")
    against.get_by_role("link", name="In Harbour talks stall").click()
    expect(page).to_have_url(re.compile(f"#at-{OPPOSED.id}$"))
    expect(page.locator(".text mark.is-content")).to_have_text("the toll")
    expect(page.locator(".notes > li.is-focus")).to_contain_text("opposes")


def test_a_claim_and_its_place_lead_to_each_other(visit: Open) -> None:
    page = visit(f"/articles/{ARTICLE.id}")
    page.locator("mark.is-content", has_text="the toll").click()
    note = page.locator(f"#claim-{OPPOSED.id}")
    expect(note).to_be_focused()
    expect(note).to_be_in_viewport()
    note.get_by_role("link", name="Show in the text").click()
    expect(page).to_have_url(re.compile(f"#at-{OPPOSED.id}$"))
    expect(page.locator("mark.is-here", has_text="the toll")).to_be_visible()


def test_two_are_compared_by_name(visit: Open) -> None:
    page = visit("/compare")
    for label, typed, name in (
        ("One", "bra", "Ana Brandt"),
        ("The other", "harb", "Harbour Union"),
    ):
        page.get_by_role("combobox", name=label).fill(typed)
        page.get_by_role("option", name=name).click()
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Ana Brandt and Harbour Union"
    )
    expect(page.get_by_role("region", name="Only one has spoken")).to_contain_text(
        "against toll"
    )


def test_the_keyboard_alone_suffices(visit: Open) -> None:
    page = visit("/search")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    box = page.get_by_role("combobox", name="A speaker, a topic")
    page.keyboard.press("Tab")
    expect(box).to_be_focused()
    page.keyboard.type("brand")
    expect(page.get_by_role("option", name="Ana Brandt")).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("brand")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", name="Ana Brandt")).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", "q-suggestions-0")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"Ana\+Brandt"))
    expect(page.get_by_role("heading", name="2 claims")).to_be_visible()


def test_a_phone_shows_all_without_moving_sideways(visit: Open) -> None:
    for path in (
        "/",
        "/search?q=toll",
        "/agents/ana-brandt",
        "/topics/toll",
        f"/articles/{ARTICLE.id}",
        f"/claims/{CLAIMS[0].id}",
        f"/articles/{HOSTILE.id}",
    ):
        page = visit(path, **PHONE)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= PHONE["width"], path


def test_counts_are_folded_on_a_phone_and_open_on_a_desk(visit: Open) -> None:
    page = visit("/search", **PHONE)
    expect(page.get_by_role("heading", name="Who speaks")).to_be_hidden()
    page.get_by_text("Narrow", exact=True).click()
    page.get_by_role("link", name="Harbour Union 2").click()
    expect(page.get_by_role("heading", name="2 claims")).to_be_visible()
    wide = visit("/search")
    expect(wide.get_by_role("heading", name="Who speaks")).to_be_visible()


def test_hostile_text_stays_text(visit: Open) -> None:
    (claim,) = HOSTILE_CLAIMS
    for path in (
        f"/articles/{HOSTILE.id}",
        f"/claims/{claim.id}",
        "/search?stance=accuses",
    ):
        page = visit(path)
        expect(page.get_by_text("<script>alert(1)</script>").first).to_be_visible()
        assert page.locator("main script, main img, main svg[onload]").count() == 0
    page = visit("/search")
    page.get_by_role("combobox", name="A speaker, a topic").fill("img")
    expect(page.get_by_role("option")).to_contain_text("<img src=x onerror=alert(1)>")


def test_sparql_runs_plain_and_in_the_editor(visit: Open) -> None:
    page = visit("/query")
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_role("table")).to_contain_text("Ana Brandt")
    page.get_by_role("button", name="Colours").click()
    expect(page.locator(".CodeMirror")).to_be_visible()
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_role("table")).to_contain_text("Ana Brandt")
