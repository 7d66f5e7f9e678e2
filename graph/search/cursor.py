"""Where the next page starts: opaque to users, safe to send back later."""

import base64
import binascii
import hashlib
import json
from dataclasses import dataclass

from graph.search.filters import ClaimFilter
from ontology.errors import BadInput


@dataclass(frozen=True)
class Cursor:
    """The last claim of a page: its place in the order, and the total then."""

    rank: float
    key: int
    total: int | None


def to_text(cursor: Cursor, question: str) -> str:
    """The cursor as URL-safe text, good only for the same question."""
    plain = json.dumps([question, cursor.rank, cursor.key, cursor.total])
    return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


def from_text(text: str, question: str) -> Cursor:
    """The pair of `to_text`. Raises BadInput for a cursor of another question."""
    try:
        padded = text + "=" * (-len(text) % 4)
        plain = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        asked, rank, key, total = plain
        cursor = Cursor(float(rank), int(key), total if total is None else int(total))
    except (binascii.Error, ValueError, TypeError, OverflowError):
        raise BadInput(f"cursor: {text!r} is not one that a page gave") from None
    if asked != question or not (_fits(cursor.key) and _fits(cursor.rank)):
        raise BadInput(
            "cursor: it belongs to another filter or order; begin without one"
        )
    return cursor


def _fits(number: float) -> bool:
    """Whether SQLite has such integers; of what is not a number it has none."""
    return -(2**63) <= number < 2**63


def question(wanted: ClaimFilter, order: str) -> str:
    """A short mark that is the same for the same filter and order."""
    plain = wanted.model_dump_json(exclude_defaults=True) + order
    return hashlib.sha256(plain.encode()).hexdigest()[:12]
