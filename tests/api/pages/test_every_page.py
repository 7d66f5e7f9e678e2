"""What holds of every page: it runs nothing foreign, and can be read without eyes."""

import re

import pytest
from fastapi.testclient import TestClient

from api.pages.rendering import STATIC
from tests.api.pages.addresses import ADDRESSES, HOSTILE, HOSTILE_CLAIMS
from tests.api.pages.markup import Page, page

HTML = {"accept": "text/html"}


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_runs_anything_but_files_of_this_host(
    client: TestClient, address: str
) -> None:
    answer = client.get(address, headers=HTML)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    shown = Page(answer.text)
    tags = {tag for tag, _ in shown.elements}
    assert not tags & {"img", "iframe", "object", "embed", "style"}
    for script in shown.all("script"):
        assert (script["src"] or "").startswith("/static/built/")
    for _, attributes in shown.elements:
        assert not [name for name in attributes if name.startswith("on")]
        assert "style" not in attributes
        assert not (attributes.get("href") or "").startswith("javascript:")
    for link in [*shown.all("link"), *shown.all("form")]:
        assert (link.get("href") or link.get("action") or "").startswith("/")


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_can_be_read_without_eyes(client: TestClient, address: str) -> None:
    shown = Page(client.get(address, headers=HTML).text)
    tags = [tag for tag, _ in shown.elements]
    assert tags.count("main") == tags.count("h1") == 1
    assert {"header", "footer", "nav"} <= set(tags)
    assert shown.all("html")[0]["lang"]
    labels = {label["for"] for label in shown.all("label")}
    for field in [*shown.all("input"), *shown.all("select")]:
        assert field.get("type") == "hidden" or field["id"] in labels
    ids = [a["id"] for _, a in shown.elements if a.get("id")]
    assert len(ids) == len(set(ids))
    for _, attributes in shown.elements:
        for name in ("aria-labelledby", "aria-describedby"):
            if attributes.get(name):
                assert attributes[name] in ids


@pytest.mark.parametrize("address", ADDRESSES)
def test_links_within_the_site_lead_somewhere(client: TestClient, address: str) -> None:
    shown = Page(client.get(address, headers=HTML).text)
    ids = {attributes.get("id") for _, attributes in shown.elements}
    for link in shown.links():
        if link.startswith("#"):
            assert link[1:] in ids
        else:
            assert link.startswith(("/", "?", "https://news.example/"))


def test_the_style_sheets_fetch_nothing() -> None:
    sheets = [path.read_text() for path in STATIC.glob("*.css")]
    assert len(sheets) > 3
    assert not re.search(r"url\(|@import|https?:", "".join(sheets))


def test_hostile_text_is_shown_as_text(client: TestClient) -> None:
    shown = page(client, f"/articles/{HOSTILE.id}")
    text = "".join(data for path, data in shown.words if "div.text" in path
                   and not path[-1].startswith("a.reference"))  # fmt: skip
    assert text == HOSTILE.text
    assert shown.inside("h1.") == HOSTILE.title
    (claim,) = HOSTILE_CLAIMS
    assert page(client, f"/topics/{claim.topics[0].id}").inside("h1.") == (
        claim.topics[0].label
    )
    assert page(client, f"/agents/{claim.speaker.id}").inside("h1.") == (
        claim.speaker.name
    )


def test_names_from_articles_keep_their_direction_to_themselves(
    client: TestClient,
) -> None:
    (claim,) = HOSTILE_CLAIMS
    for address in (f"/agents/{claim.speaker.id}", f"/claims/{claim.id}"):
        shown = page(client, address)
        for path, data in shown.words:
            if claim.speaker.name in data:
                assert {"bdi.", "title."} & set(path), (address, path)
    title = page(client, f"/claims/{claim.id}").inside("title.")
    assert "\u202e" not in title


def test_static_files_may_be_kept(client: TestClient) -> None:
    css = page(client, "/").all("link")[1]["href"]
    answer = client.get(css or "")
    assert answer.headers["content-type"].startswith("text/css")
    assert client.get("/static/../conftest.py").status_code == 404


def test_a_mistake_in_an_address_says_what_to_do(client: TestClient) -> None:
    shown = page(client, "/articles/none", 404)
    assert "no article has the id 'none'" in shown.said("p.notice notice--wrong")
    assert "/search" in shown.links()
