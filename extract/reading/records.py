"""An article from named fields: a line of JSON, a row of a table."""

from collections.abc import Mapping
from typing import Any

from extract.reading.decoding import Refused, plain_text
from extract.reading.inputs import Known
from extract.reading.provenance import sha256
from ontology.claim import Article
from ontology.days import day
from ontology.ids import article_id

OPTIONAL = ("title", "url", "published", "modified", "publisher", "author", "lang")
"""Fields that go into the article as they are, each a string or null."""

FIELDS = ("text", *OPTIONAL)
"""All fields that are read."""

FIELD = "field"
"""Where a date comes from that its record names (`Article.published_from`)."""


def article(
    record: Mapping[str, Any], source: str, raw: bytes, known: Known | None = None
) -> Article:
    """The article of a record. Its source is its URL, or else `source`.

    Raises Refused, naming the field.
    """
    text = _text(record)
    fields = {name: _optional(record, name) for name in OPTIONAL}
    for name in ("published", "modified"):
        if fields[name] is not None:
            fields[name] = day(name, fields[name] or "")
            fields[f"{name}_from"] = FIELD
    given = fields["url"] or source
    retrieved = known.retrieved if known else None
    return Article(
        id=article_id(text, fields["url"] or fields["publisher"]),
        source=given,
        text=text,
        retrieved=retrieved,
        raw_sha256=sha256(raw),
        text_sha256=sha256(text),
        **fields,
    )


def _text(record: Mapping[str, Any]) -> str:
    text = record.get("text")
    if text is None:
        raise Refused("text: this field is needed")
    return _characters("text", text)


def _optional(record: Mapping[str, Any], name: str) -> str | None:
    value = record.get(name)
    if value is None or value == "":
        return None
    return _characters(name, value).strip()


def _characters(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise Refused(f"{name}: a string is accepted, not {value!r:.40}")
    try:
        return plain_text(value.encode("utf-8"))
    except UnicodeEncodeError:
        raise Refused(f"{name}: half a surrogate pair, which is no character") from None
    except Refused as error:
        raise Refused(f"{name}: {error}") from None
