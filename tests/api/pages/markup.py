"""Pages taken apart: their elements, and their text by the elements it stands in."""

from html.parser import HTMLParser

from fastapi.testclient import TestClient

EMPTY = {"input", "link", "meta", "br", "rect", "line"}
"""Elements that nothing stands in."""


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
        if tag not in EMPTY:
            self._open.append(f"{tag}.{attributes.get('class') or ''}")

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop().partition(".")[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.words.append((tuple(self._open), data))

    def inside(self, element: str) -> str:
        """The text within all elements of this tag and class, as it stands."""
        return "".join(data for path, data in self.words if element in path)

    def said(self, element: str) -> str:
        """The same, white space joined."""
        return " ".join(self.inside(element).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def links(self) -> list[str]:
        return [link["href"] or "" for link in self.all("a") if "href" in link]


def page(client: TestClient, address: str, status: int = 200) -> Page:
    answer = client.get(address, headers={"accept": "text/html"})
    assert answer.status_code == status, answer.text
    return Page(answer.text)
