"""Templates to answers. Everything is escaped; no text is ever taken for HTML."""

import hashlib
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from api import wording
from ontology.claim import ArticleRef, QuoteType

STATIC = Path(__file__).parent / "static"
_TEMPLATES = Path(__file__).parent / "templates"

QUOTES = {
    QuoteType.DIRECT: "word for word",
    QuoteType.INDIRECT: "reported",
    QuoteType.MIXED: "partly word for word",
}
"""How the words are given, as pages say it."""


def render(
    request: Request, template: str, status: int = 200, /, **values: object
) -> HTMLResponse:
    """The template as an answer."""
    page = _ENVIRONMENT.get_template(template)
    root = request.scope.get("root_path", "")
    return HTMLResponse(page.render(root=root, **values), status)


def search_link(**asked: str) -> str:
    """The address of the search page with these fields filled in.

    >>> search_link(speaker="russia", stance="demands")
    '/?speaker=russia&stance=demands'
    """
    return f"/?{urlencode(asked)}"


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


def heading(article: ArticleRef) -> str:
    """What an article is called: its title, or else where it came from."""
    return article.title or article.source


def _stamp() -> str:
    """Changes with the style sheets, so that browsers may keep them."""
    sheets = (path.read_bytes() for path in sorted(STATIC.glob("*.css")))
    return hashlib.sha256(b"".join(sheets)).hexdigest()[:8]


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        when=wording.when, who=wording.who, heading=heading, web_address=web_address
    )
    environment.globals.update(
        SIGNS=wording.SIGNS,
        POLARITIES=wording.POLARITIES,
        BASES=wording.BASES,
        QUOTES=QUOTES,
        search_link=search_link,
        stamp=_stamp(),
    )
    return environment


_ENVIRONMENT = _environment()
