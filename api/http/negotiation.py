"""Content negotiation: which of the formats on offer a client likes best (RFC 9110)."""

from collections.abc import Iterable
from typing import NamedTuple


class _Range(NamedTuple):
    kind: str
    subtype: str
    quality: float


def preferred(accept: str | None, offers: Iterable[str]) -> str | None:
    """The offer that `Accept` likes best; between equals the first, or None.

    >>> preferred("text/*;q=0.5, application/json", ["text/csv", "application/json"])
    'application/json'
    >>> preferred("image/png", ["text/csv"])
    """
    ranges = [_range(part) for part in (accept or "*/*").split(",") if part.strip()]
    best, quality = None, 0.0
    for offer in offers:
        liking = _quality(offer, ranges or [_Range("*", "*", 1.0)])
        if liking > quality:
            best, quality = offer, liking
    return best


def _range(part: str) -> _Range:
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    kind, _, subtype = name.partition("/")
    given = dict(parameter.partition("=")[::2] for parameter in parameters)
    return _Range(kind, subtype, _number(given.get("q", "1")))


def _number(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0


def _quality(offer: str, ranges: Iterable[_Range]) -> float:
    """Of the ranges that match, the most exact one counts."""
    kind, _, subtype = offer.partition(";")[0].strip().partition("/")
    matching = [
        ((r.kind != "*") + (r.subtype != "*"), r.quality)
        for r in ranges
        if r.kind in ("*", kind) and r.subtype in ("*", subtype)
    ]
    return max(matching, default=(0, 0.0))[1]
