"""What a page declares of itself: JSON-LD first, then OpenGraph and its like."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from ontology.days import day
from ontology.errors import BadInput

Element: TypeAlias = Any
"""An element of lxml, which is in an extra and has no types."""

JSON_LD, OPEN_GRAPH, META, WORDS = "json-ld", "open-graph", "meta", "text"
"""Where a date comes from, as `Article.published_from` says it."""

MAX_JSON = 1_000_000
"""Longest JSON-LD, in characters, that is read."""

ARTICLES = ("Article", "NewsArticle", "Report", "BlogPosting", "LiveBlogPosting")
"""The types of schema.org that describe the article and not the site."""

_OPEN_GRAPH = {
    "title": ("og:title",),
    "publisher": ("og:site_name",),
    "published": ("article:published_time", "og:article:published_time"),
    "modified": ("article:modified_time", "og:updated_time"),
    "url": ("og:url",),
}
_META = {
    "title": ("dc.title", "headline"),
    "author": ("author", "dc.creator", "parsely-author"),
    "publisher": ("application-name", "dc.publisher"),
    "published": ("date", "dc.date", "pubdate", "publish-date", "parsely-pub-date"),
    "modified": ("last-modified", "dc.date.modified"),
}


@dataclass(frozen=True)
class Said:
    """What a page declares, and where its dates stand."""

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    published_from: str | None = None
    modified: str | None = None
    modified_from: str | None = None


def said(tree: Element) -> Said:
    """What the page declares; the first that declares a field has it."""
    metas = _metas(tree)
    levels = (
        (JSON_LD, _json_ld(tree)),
        (OPEN_GRAPH, _named(metas, _OPEN_GRAPH)),
        (META, _named(metas, _META) | _elements(tree)),
    )
    found: dict[str, str] = {}
    for origin, fields in levels:
        for name, value in fields.items():
            if name in found or not (value := _value(name, value)):
                continue
            found[name] = value
            if name in ("published", "modified"):
                found[f"{name}_from"] = origin
    return Said(**found)


def _value(name: str, value: str) -> str:
    text = " ".join(value.split())
    if name not in ("published", "modified"):
        return text
    try:
        return day(name, text)
    except BadInput:
        return ""


def _metas(tree: Element) -> dict[str, str]:
    """The meta elements by name, the first of each."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name and (content := element.get("content")):
            found.setdefault(name.strip().lower(), content)
    return found


def _named(metas: dict[str, str], names: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {
        field: metas[name]
        for field, aliases in names.items()
        for name in reversed(aliases)
        if name in metas
    }


def _elements(tree: Element) -> dict[str, str]:
    """The canonical address, and the time that the page marks as its publication."""
    links = (link for link in tree.iter("link") if link.get("rel") == "canonical")
    times = (
        time
        for time in tree.iter("time")
        if time.get("pubdate") is not None or time.get("itemprop") == "datePublished"
    )
    found = {
        "url": next((link.get("href") for link in links), None),
        "published": next((time.get("datetime") for time in times), None),
    }
    return {name: value for name, value in found.items() if value}


def _json_ld(tree: Element) -> dict[str, str]:
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json":
            continue
        for thing in _things(script.text or ""):
            if _is_article(thing):
                return _fields(thing)
    return {}


def _things(text: str) -> Iterator[dict[str, Any]]:
    """The objects at the top, or in a list or `@graph` there."""
    try:
        data = json.loads(text) if len(text) <= MAX_JSON else None
    except (ValueError, RecursionError):
        return
    for thing in data if isinstance(data, list) else [data]:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            inner = graph if isinstance(graph, list) else []
            yield from (part for part in inner if isinstance(part, dict))


def _is_article(thing: dict[str, Any]) -> bool:
    kinds = thing.get("@type")
    return any(
        kind in ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _fields(thing: dict[str, Any]) -> dict[str, str]:
    found = {
        "title": _name(thing.get("headline")),
        "url": _name(thing.get("url")),
        "publisher": _name(thing.get("publisher")),
        "author": _name(thing.get("author")),
        "published": _name(thing.get("datePublished")),
        "modified": _name(thing.get("dateModified")),
    }
    return {name: value for name, value in found.items() if value}


def _name(value: object) -> str:
    """A text, the name of an object, or the names of several."""
    if isinstance(value, list):
        return "; ".join(filter(None, map(_name, value[:20])))
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else ""
