"""Articles from plain text and Markdown: the text is the file, decoded and no more."""

from extract.reading.decoding import MAX_BYTES, plain_text
from extract.reading.inputs import Input, Known
from extract.reading.provenance import sha256
from ontology.claim import Article
from ontology.ids import article_id

TITLE_LENGTH = 160
"""Longest first line, in characters, that is taken for a headline."""


def article(given: Input) -> Article:
    """The article of a text file. Raises Refused."""
    return text_article(given.source, given.bytes(MAX_BYTES), given.known)


def text_article(source: str, data: bytes, known: Known | None = None) -> Article:
    """The article in a plain text file; its text is the file, decoded and no more.

    Raises Refused.
    """
    text, known = plain_text(data), known or Known()
    return Article(
        id=article_id(text, known.url),
        source=source,
        title=known.title or headline(text),
        url=known.url,
        publisher=known.publisher,
        author=known.author,
        text=text,
        retrieved=known.retrieved,
        raw_sha256=sha256(data),
        text_sha256=sha256(text),
    )


def headline(text: str) -> str | None:
    """The first line, if it stands alone and reads like a headline.

    >>> headline("# Talks resume\\n\\nThe talks resumed on Monday.")
    'Talks resume'
    >>> headline("The talks resumed on Monday.\\nNo date was set.") is None
    True
    """
    lines = [line.strip("\ufeff \t\r") for line in text.split("\n")]
    filled = [line for line in lines if line]
    if len(filled) < 2 or len(filled[0]) > TITLE_LENGTH:
        return None
    if filled[0].endswith((".", ",", ";", ":", "…", "”", '"')):
        return None
    marked, _, words = filled[0].partition(" ")  # a heading of Markdown
    return words.strip() if set(marked) == {"#"} and words.strip() else filled[0]
