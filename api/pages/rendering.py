"""Templates to answers. Everything is escaped; no text is ever taken for HTML."""

import hashlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from api.pages.charts import FEWEST_BARS
from api.pages.links import link, search_link, subject_link, web_address
from api.pages.scripts import script, styles
from api.showing import wording
from api.showing.printing import one_line
from graph.search.facets import Count, Field
from graph.search.query import Order
from ontology.claim import ArticleRef, ClaimDate, QuoteType
from ontology.stances import Polarity

STATIC = Path(__file__).parent / "static"
_TEMPLATES = Path(__file__).parent / "templates"

QUOTES = {
    QuoteType.DIRECT: "word for word",
    QuoteType.INDIRECT: "reported",
    QuoteType.MIXED: "partly word for word",
}
"""How the words are given, as pages say it."""

ABOUT = {Polarity.FOR: "for", Polarity.AGAINST: "against", Polarity.NEITHER: "on"}
"""What stands between a stance and its topics."""

ORDERS = {
    Order.NEWEST: "Newest",
    Order.OLDEST: "Oldest",
    Order.RELEVANCE: "Best match",
    Order.CONFIDENCE: "Surest",
}


def render(
    request: Request, template: str, status: int = 200, /, **values: object
) -> HTMLResponse:
    """The template as an answer."""
    page = _ENVIRONMENT.get_template(template)
    root = request.scope.get("root_path", "")
    path = request.url.path.removeprefix(root)
    return HTMLResponse(page.render(root=root, path=path, **values), status)


def heading(article: ArticleRef) -> str:
    """What an article is called: its title, or else the end of where it came from.

    >>> heading(ArticleRef(id="a", source="seeds/000.txt"))
    '000.txt'
    """
    return article.title or article.source.rstrip("/").rpartition("/")[2]


def named_value(field: Field, count: Count) -> str:
    """A value of a field as pages say it.

    >>> named_value(Field.POLARITY, Count("-", "-", 3))
    'against'
    """
    if field is Field.POLARITY:
        return wording.POLARITIES[Polarity(count.value)]
    if field is Field.QUOTE:
        return QUOTES[QuoteType(count.value)]
    return count.label


def day(iso: str) -> str:
    """A day as people write it.

    >>> day("2025-03-11")
    '11 March 2025'
    """
    return wording.when(ClaimDate(edtf=iso))


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
        when=wording.when,
        who=wording.who,
        day=day,
        heading=heading,
        plain=one_line,
        web_address=web_address,
    )
    environment.globals.update(
        ABOUT=ABOUT,
        BASES=wording.BASES,
        FEWEST_BARS=FEWEST_BARS,
        ORDERS=ORDERS,
        POLARITIES=wording.POLARITIES,
        QUOTES=QUOTES,
        link=link,
        named_value=named_value,
        script=script,
        search_link=search_link,
        stamp=_stamp(),
        styles=styles,
        subject_link=subject_link,
    )
    return environment


_ENVIRONMENT = _environment()
