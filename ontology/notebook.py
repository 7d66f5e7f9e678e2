"""Claims as HTML, for notebooks: every word of an article is text, never markup."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from ontology.claim import ArticleRef, Claim

_HEADS = ("speaker", "stance", "topic", "words", "when", "source")


def card(claim: "Claim") -> str:
    """One claim with its words, its source and the place where it stands."""
    places = ", ".join(f"{start}–{end}" for start, end in claim.content.spans)
    return (
        "<div><p>"
        f"<strong>{escape(_who(claim))}</strong>"
        f" {escape(claim.polarity)} {escape(claim.stance)}"
        f" <em>{escape(_topics(claim))}</em></p>"
        f"<blockquote>{escape(claim.content.text)}</blockquote>"
        f"<p>{_source(claim.article)}, characters {places}"
        f"{_when(claim)} · confidence {claim.confidence:.2f}</p></div>"
    )


def table(claims: Sequence["Claim"], total: int) -> str:
    """Claims in rows, and how many there are in all."""
    heads = "".join(f"<th>{head}</th>" for head in _HEADS)
    rows = "".join(f"<tr>{_row(claim)}</tr>" for claim in claims)
    left = f"<p>{len(claims)} of {total} claims</p>"
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{left}"


def _row(claim: "Claim") -> str:
    cells = (
        escape(_who(claim)),
        escape(f"{claim.polarity} {claim.stance}"),
        escape(_topics(claim)),
        escape(claim.content.text),
        escape(claim.date.edtf or ""),
        _source(claim.article),
    )
    return "".join(f"<td>{cell}</td>" for cell in cells)


def _who(claim: "Claim") -> str:
    principals = ", ".join(ref.name for ref in claim.speaker.represents)
    return claim.speaker.name + (f" (for {principals})" if principals else "")


def _topics(claim: "Claim") -> str:
    return ", ".join(topic.label for topic in claim.topics)


def _when(claim: "Claim") -> str:
    return f" · {escape(claim.date.edtf)}" if claim.date.edtf else ""


def _source(article: "ArticleRef") -> str:
    """The article's title; a link where its address is one of the web."""
    shown = escape(article.title or article.source)
    if article.url and urlsplit(article.url).scheme in ("http", "https"):
        return f'<a href="{escape(article.url)}" rel="noreferrer">{shown}</a>'
    return shown
