"""Claims as an Atom feed (RFC 4287)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as xml

from graph.exports.xml_writer import legal
from ontology.claim import Article, Claim

NAMESPACE = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"

NEVER = "1970-01-01T00:00:00Z"
"""The time of what has none: a feed needs one, and a made-up one would change."""

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Entry:
    """A claim with its article, its IRI, and the page for people about it."""

    claim: Claim
    article: Article
    iri: str
    page: str


def feed(entries: Sequence[Entry], *, title: str, address: str, page: str) -> bytes:
    """The feed, found at `address`, of the claims that `page` shows too."""
    root = xml.Element("feed", xmlns=NAMESPACE)
    times = [_updated(entry) for entry in entries]
    _text(root, "id", address)
    _text(root, "title", title)
    _text(root, "updated", max(times, default=NEVER))
    _link(root, "self", address, type=MEDIA_TYPE)
    _link(root, "alternate", page, type="text/html")
    generator = xml.SubElement(root, "generator")
    generator.text = "On the Record"
    for entry, updated in zip(entries, times, strict=True):
        _entry(xml.SubElement(root, "entry"), entry, updated)
    written: bytes = xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _entry(node: xml.Element, entry: Entry, updated: str) -> None:
    claim = entry.claim
    _text(node, "id", entry.iri)
    _text(node, "title", _title(claim))
    _text(node, "updated", updated)
    _text(xml.SubElement(node, "author"), "name", claim.speaker.name)
    _link(node, "alternate", entry.page, type="text/html")
    if claim.article.url and claim.article.url.startswith(("http://", "https://")):
        _link(node, "via", claim.article.url)
    xml.SubElement(node, "category", term=claim.stance.value)
    for topic in claim.topics:
        xml.SubElement(node, "category", term=legal(topic.id), label=legal(topic.label))
    _text(node, "content", claim.content.text)


def _title(claim: Claim) -> str:
    topics = ", ".join(topic.label for topic in claim.topics)
    title = f"{claim.speaker.name} {claim.stance}"
    return f"{title}: {topics}" if topics else title


def _updated(entry: Entry) -> str:
    """When the article came in or appeared, as far as it is known (RFC 3339)."""
    for given in (entry.article.retrieved, entry.article.published):
        if given and _MOMENT.fullmatch(given):
            return given
        if given and _DAY.fullmatch(given[:10]):
            return f"{given[:10]}T00:00:00Z"
    return NEVER


def _text(parent: xml.Element, name: str, text: str) -> None:
    xml.SubElement(parent, name).text = legal(text)


def _link(parent: xml.Element, relation: str, address: str, **more: str) -> None:
    attributes = {"rel": relation, "href": legal(address), **more}
    xml.SubElement(parent, "link", attributes)
