"""A web page as an article: its text without furniture, and what it says of itself.

Runs in the sandbox (`sandbox.parse`): what it is given comes from anyone.
"""

import re
from dataclasses import dataclass, replace

from extract.reading import page_data
from extract.reading.charsets import decoded
from extract.reading.decoding import Refused
from extract.reading.extras import web
from extract.reading.limits import ELEMENTS, PAGE_BYTES
from extract.reading.page_data import Element

LETTERS = 200
"""Letters that make up for the lack of any sentence."""

_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*$", re.MULTILINE)


@dataclass(frozen=True)
class Page:
    """The article of a page or document, as far as its bytes tell."""

    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    published_from: str | None = None
    modified: str | None = None
    modified_from: str | None = None


def page(data: bytes, charset: str | None = None, url: str | None = None) -> Page:
    """The article in a page of HTML. Raises Refused."""
    if len(data) > PAGE_BYTES:
        raise Refused(f"larger than {PAGE_BYTES // 1_000_000} MB, the limit of a page")
    tree = _tree(decoded(data, charset))
    said = page_data.said(tree)
    found = web("trafilatura", "HTML").bare_extraction(
        tree, include_comments=False, include_tables=False, with_metadata=True
    )
    text = _paragraphs(found.text if found else "")
    if not _is_prose(text):
        raise Refused("no article in this page: menus, links or scripts alone")
    title = said.title or found.title
    return Page(
        _under_title(text, title),
        title=title,
        url=said.url,
        publisher=said.publisher or found.sitename,
        author=said.author or found.author,
        **_dates(said, tree, url),
    )


def _tree(text: str) -> Element:
    """The elements of a page. Raises Refused of those that are bombs."""
    html, etree = web("lxml.html", "HTML"), web("lxml.etree", "HTML")
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False
    )
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        raise Refused("empty: there is no element in this page") from None
    for entry in parser.error_log:
        if entry.type_name == "ERR_RESOURCE_LIMIT":
            raise Refused(f"nested or filled beyond all measure: {entry.message:.60}")
    if sum(1 for _ in tree.iter()) > ELEMENTS:
        raise Refused(f"more than {ELEMENTS:,} elements, the limit of a page")
    return tree


def _paragraphs(text: str | None) -> str:
    """The paragraphs, an empty line between them, without blanks at their ends."""
    lines = (
        re.sub(r"[ \t\xa0]+", " ", line).strip() for line in (text or "").split("\n")
    )
    return "\n\n".join(line for line in lines if line)


def _under_title(text: str, title: str | None) -> str:
    """The text with its headline in front, as plain-text copies have it.

    Some layouts keep the headline within the article and others do not: the same
    story shall give the same text.
    """
    start = text[: len(title)] if title else ""
    return text if not title or start == title else f"{title}\n\n{text}"


def _is_prose(text: str) -> bool:
    """Whether there is a sentence in it, or much else: a menu is neither."""
    return bool(_SENTENCE.search(text)) or sum(map(str.isalpha, text)) >= LETTERS


def _dates(
    said: page_data.Said, tree: Element, url: str | None
) -> dict[str, str | None]:
    """What the page declares, or else what its address or words show."""
    if said.published is None:
        found = web("htmldate", "HTML").find_date(
            tree, original_date=True, extensive_search=False, url=url
        )
        if found is not None:
            said = replace(said, published=found, published_from=page_data.WORDS)
    names = ("published", "published_from", "modified", "modified_from")
    return {name: getattr(said, name) for name in names}
