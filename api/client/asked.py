"""What can be asked of claims, by the names that Python allows."""

from collections.abc import Iterable, Mapping
from typing import TypedDict

from ontology.claim import QuoteType
from ontology.stances import Polarity, Stance

Names = str | Iterable[str]
"""One or several: any of them."""

Parameters = list[tuple[str, str | int | float | bool | None]]
"""As httpx takes them."""


class Asked(TypedDict, total=False):
    """Which claims: every field given must match. Dates are YYYY[-MM[-DD]]."""

    q: str
    """A query in the language of `onrecord find`."""
    speaker: Names
    """Finds those who speak for it too."""
    stance: Stance | Names
    polarity: Polarity | Names
    topic: Names
    """Finds narrower topics too."""
    since: str
    until: str
    quote: QuoteType | Names
    text: str
    """Words of the content; `"a phrase"` and `begin*` work."""
    addressee: Names
    outlet: Names
    article: Names
    min_confidence: float


def parameters(asked: Mapping[str, object]) -> Parameters:
    """Query parameters as the API has them; None asks for nothing.

    >>> parameters({"speaker": ["Norland", "Li"], "since": "2025", "text": None})
    [('speaker', 'Norland'), ('speaker', 'Li'), ('from', '2025')]
    """
    renamed = {"since": "from", "until": "to"}
    return [
        (renamed.get(name, name), str(value))
        for name, given in asked.items()
        for value in _several(given)
    ]


def _several(given: object) -> Iterable[object]:
    if given is None:
        return ()
    if isinstance(given, str) or not isinstance(given, Iterable):
        return (given,)
    return given
