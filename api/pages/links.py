"""Addresses that pages link to, here and elsewhere."""

from urllib.parse import quote, urlencode, urlsplit


def link(path: str, **asked: str) -> str:
    """An address with what it asks, if anything.

    >>> link("/compare", first="russia", second="ukraine")
    '/compare?first=russia&second=ukraine'
    """
    given = {name: value for name, value in asked.items() if value}
    return f"{path}?{urlencode(given)}" if given else path


def search_link(q: str, **asked: str) -> str:
    """The search page with this query, and these values chosen.

    >>> search_link("", speaker="russia", stance="demands")
    '/search?speaker=russia&stance=demands'
    """
    return link("/search", q=q, **asked)


def subject_link(kind: str, id: str) -> str:
    """The page of an `agent` or a `topic`.

    >>> subject_link("agent", "a/b")
    '/agents/a%2Fb'
    """
    return f"/{kind}s/{quote(id, safe='')}"


def web_address(url: str | None) -> str | None:
    """The address, if a browser may follow it: never `javascript:` or the like.

    >>> web_address("https://example.org/a"), web_address("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    try:
        scheme = urlsplit(url or "").scheme
    except ValueError:
        return None
    return url if scheme in ("http", "https") else None
