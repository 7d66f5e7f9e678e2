"""The pages: what they show, that they run nothing, and how they help."""

import re
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

from api.highlight import marks
from api.pages.rendering import STATIC
from tests.api.conftest import HARBOUR, harbour, hostile

ARTICLE, CLAIMS = harbour()
HOSTILE, HOSTILE_CLAIMS = hostile()

ADDRESSES = [
    "/",
    "/?speaker=Norland",
    "/?from=March",
    "/?polarity=-&speaker=a&speaker=b",
    f"/articles/{ARTICLE.id}",
    f"/articles/{ARTICLE.id}?claim={CLAIMS[0].id}",
    f"/claims/{CLAIMS[0].id}",
    f"/articles/{HOSTILE.id}",
    f"/claims/{HOSTILE_CLAIMS[0].id}",
    "/none",
    "/articles/none",
]


class Page(HTMLParser):
    """The elements of a page with their attributes, and its text by element class."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[tuple[tuple[str, ...], str]] = []
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.elements.append((tag, attributes))
        if tag not in {"input", "link", "meta", "br"}:
            self._open.append(f"{tag}.{attributes.get('class') or ''}")

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop().partition(".")[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.words.append((tuple(self._open), data))

    def inside(self, element: str) -> str:
        return "".join(data for path, data in self.words if element in path)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def page(client: TestClient, address: str, status: int = 200) -> Page:
    answer = client.get(address)
    assert answer.status_code == status
    return Page(answer.text)


def test_search_shows_who_what_when_and_the_proof(client: TestClient) -> None:
    shown = page(client, "/?speaker=Norland&stance=demands")
    card = " ".join(shown.inside("article.card").split())
    for words in ("Ana Brandt", "for Norland", "demands (for)", "binding guarantees",
                  "11 March 2025", "word for word", "Harbour talks stall"):  # fmt: skip
        assert words in card
    assert shown.inside("p.proof") == HARBOUR.split("\n\n")[1].split(" The Harb")[0]
    assert shown.inside("h2.count").strip() == "1 claim"
    links = [link["href"] for link in shown.all("a")]
    claim = CLAIMS[0].id
    assert f"/articles/{ARTICLE.id}?claim={claim}#at-{claim}" in links


def test_the_form_keeps_what_was_asked(client: TestClient) -> None:
    shown = page(client, "/?text=toll&speaker=&stance=opposes&from=&quote=indirect")
    values = {field["name"]: field.get("value") for field in shown.all("input")}
    assert values == {"text": "toll", "speaker": "", "topic": "", "from": "", "to": ""}
    chosen = [option for option in shown.all("option") if "selected" in option]
    assert len(chosen) == 2


def test_conditions_beyond_the_form_are_kept_and_can_go(client: TestClient) -> None:
    shown = page(client, "/?speaker=norland&speaker=li&outlet=The+Example&quote=direct")
    hidden = [
        (f["name"], f["value"]) for f in shown.all("input") if f.get("type") == "hidden"
    ]
    assert hidden == [("speaker", "li"), ("outlet", "The Example")]
    links = [link["href"] for link in shown.all("a")]
    assert "/?speaker=norland&quote=direct&outlet=The+Example" in links


def test_a_mistake_is_told_beside_the_form(client: TestClient) -> None:
    shown = page(client, "/?from=March&speaker=Li", 422)
    assert "from: 'March' is not known" in shown.inside("p.notice")
    assert {"name": "speaker", "value": "Li"}.items() <= {
        k: v for field in shown.all("input") if field["name"] == "speaker"
        for k, v in field.items()
    }.items()  # fmt: skip
    assert "shouts" in page(client, "/?stance=shouts", 422).inside("p.notice")


def test_nothing_found_says_what_to_do(client: TestClient) -> None:
    shown = page(client, "/?speaker=nobody")
    assert shown.inside("h2.count").strip() == "No claim matches"
    assert "Fewer fields find more" in shown.inside("p.notice")


def test_narrowing_counts_lead_on(client: TestClient) -> None:
    shown = page(client, "/?topic=delay")
    assert "/?topic=delay&speaker=harbour-union" in [a["href"] for a in shown.all("a")]


@pytest.mark.parametrize("focus", [None, *(claim.id for claim in CLAIMS)])
def test_the_article_text_is_whole_and_its_evidence_marked(
    client: TestClient, focus: str | None
) -> None:
    query = f"?claim={focus}" if focus else ""
    shown = page(client, f"/articles/{ARTICLE.id}{query}")
    text = [(path, data) for path, data in shown.words if "div.text" in path
            and not path[-1].startswith("a.number")]  # fmt: skip
    assert "".join(data for _, data in text) == HARBOUR
    wanted = [claim for claim in CLAIMS if focus in (None, claim.id)]
    for part in ("source", "cue", "content"):
        covered = set()
        position = 0
        for path, data in text:
            if f"is-{part}" in path[-1]:
                covered |= set(range(position, position + len(data)))
            position += len(data)
        expected = {
            place
            for claim in wanted
            for mark in marks(claim)
            if mark.part == part
            for place in range(mark.start, mark.end)
        }
        assert covered == expected


def test_each_claim_of_an_article_is_anchored_and_listed(client: TestClient) -> None:
    shown = page(client, f"/articles/{ARTICLE.id}")
    ids = {attributes.get("id") for _, attributes in shown.elements}
    for claim in CLAIMS:
        assert {f"at-{claim.id}", f"claim-{claim.id}"} <= ids
    page(client, f"/articles/{ARTICLE.id}?claim=none", 404)


def test_a_claim_says_all_that_is_known(client: TestClient) -> None:
    shown = page(client, f"/claims/{CLAIMS[0].id}")
    known = " ".join(shown.inside("dl.known").split())
    for words in ("here called “Foreign Minister Ana Brandt”", "demands, for",
                  "because of cue: told", "11 March 2025 (stated in the text",
                  "The Example, 2025-03-12", "90 %", "by hand 1"):  # fmt: skip
        assert words in known
    assert "We need binding guarantees" in shown.inside("blockquote.context")


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_runs_anything_but_files_of_this_host(
    client: TestClient, address: str
) -> None:
    answer = client.get(address)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    shown = Page(answer.text)
    tags = {tag for tag, _ in shown.elements}
    assert not tags & {"img", "svg", "iframe", "object", "embed", "style"}
    for script in shown.all("script"):
        assert (script["src"] or "").startswith("/static/built/")
    for _, attributes in shown.elements:
        assert not [name for name in attributes if name.startswith("on")]
        assert "style" not in attributes
        assert not (attributes.get("href") or "").startswith("javascript:")
    for link in [*shown.all("link"), *shown.all("form")]:
        assert (link.get("href") or link.get("action") or "").startswith("/")


def test_the_style_sheet_fetches_nothing() -> None:
    css = (STATIC / "style.css").read_text()
    assert not re.search(r"url\(|@import|https?:", css)


def test_hostile_text_is_shown_as_text(client: TestClient) -> None:
    shown = page(client, f"/articles/{HOSTILE.id}")
    text = "".join(data for path, data in shown.words if "div.text" in path
                   and not path[-1].startswith("a.number"))  # fmt: skip
    assert text == HOSTILE.text
    assert shown.inside("h1.") == HOSTILE.title


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_can_be_read_without_eyes(client: TestClient, address: str) -> None:
    shown = Page(client.get(address).text)
    tags = [tag for tag, _ in shown.elements]
    assert tags.count("main") == tags.count("h1") == 1
    assert {"header", "footer"} <= set(tags)
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


def test_stances_are_signs_and_words_too(client: TestClient) -> None:
    shown = page(client, f"/articles/{ARTICLE.id}")
    stances = [data for path, data in shown.words if "span.stance" in "".join(path)]
    assert {"+", "−", "·", "demands", "opposes", "seeks"} <= {
        s.strip() for s in stances
    }
    assert {" (for)", " (against)"} <= {data for _, data in shown.words}


def test_static_files_may_be_kept(client: TestClient) -> None:
    css = page(client, "/").all("link")[1]["href"]
    answer = client.get(css or "")
    assert answer.headers["content-type"].startswith("text/css")
    assert client.get("/static/../conftest.py").status_code == 404
