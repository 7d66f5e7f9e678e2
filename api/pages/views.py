"""What the templates show: claims with the text around them, cut into pieces."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from api.answers import with_text
from api.highlight import Mark, Piece, excerpts, marks, pieces
from api.sentences import proof
from graph.facets import Count, Field, facets
from graph.filters import ClaimFilter
from graph.store import Store
from ontology.claim import Article, Claim, Span

NARROWED = {
    Field.SPEAKER: "Speakers",
    Field.STANCE: "Stances",
    Field.TOPIC: "Topics",
}
"""What the search page counts, with its headings."""

FORM_FIELDS = ("speaker", "stance", "topic", "quote")
"""Conditions that can have several values, for which the form holds the first."""

MOST_NARROWINGS = 8
"""How many values of each it shows."""

CONTEXT = 320
"""How many characters a claim's page shows before and after its sentence."""


@dataclass(frozen=True)
class Card:
    """A claim, and the sentence that proves it, its evidence marked."""

    claim: Claim
    proof: tuple[Piece, ...]
    cut_before: bool = False
    cut_after: bool = False


@dataclass(frozen=True)
class Reading:
    """An article's text with the evidence of its claims, numbered in their order."""

    article: Article
    claims: tuple[Claim, ...]
    pieces: tuple[Piece, ...]
    focus: str | None

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each claim, from 1."""
        return {claim.id: number for number, claim in enumerate(self.claims, 1)}


@dataclass(frozen=True)
class Narrowing:
    """A link to the same question with one more field filled in."""

    label: str
    claims: int
    address: str
    chosen: bool


@dataclass(frozen=True)
class Extra:
    """A condition that the form has no field for, and the question without it."""

    name: str
    value: str
    address: str


def extras(given: Mapping[str, Any]) -> list[Extra]:
    """Conditions beyond the form's own fields, of which each holds one value.

    >>> [extra.value for extra in extras({"speaker": ["a", "b"], "outlet": ["c"]})]
    ['b', 'c']
    """
    several = {name: values for name, values in given.items() if type(values) is list}
    return [
        Extra(name, value, _without(given, name, value))
        for name, values in several.items()
        for value in values[name in FORM_FIELDS :]
    ]


def _without(given: Mapping[str, Any], name: str, value: str) -> str:
    left = [other for other in given[name] if other != value]
    asked = {**given, name: left}
    asked.pop("cursor", None)
    return f"?{urlencode(asked, doseq=True)}"


def narrowings(
    store: Store, wanted: ClaimFilter, given: Mapping[str, Any]
) -> dict[str, list[Narrowing]]:
    """By heading, the values with most claims among those found."""
    counted = facets(store, wanted, fields=NARROWED, top=MOST_NARROWINGS)
    return {
        NARROWED[field]: [_narrowing(field, count, given) for count in counts]
        for field, counts in counted.items()
    }


def _narrowing(field: Field, count: Count, given: Mapping[str, Any]) -> Narrowing:
    asked = {**given, field.value: [count.value]}
    asked.pop("cursor", None)
    address = f"?{urlencode(asked, doseq=True)}"
    chosen = count.value in given.get(field.value, ())
    return Narrowing(count.label, count.claims, address, chosen)


def cards(store: Store, claims: Sequence[Claim]) -> list[Card]:
    """A card for each claim."""
    return [card(claim, text) for claim, text in with_text(store, claims)]


def card(claim: Claim, text: str, *, context: int = 0) -> Card:
    """The claim's card, with so many characters of context around the sentence."""
    proved = proof(text, claim)
    around = (max(0, proved[0][0] - context), min(len(text), proved[-1][1] + context))
    start, end = _whole_words(text, around) if context else around
    windows = _widened(proved, start, end)
    return Card(
        claim,
        tuple(excerpts(text, marks(claim), windows)),
        cut_before=context > 0 and bool(text[:start].strip()),
        cut_after=context > 0 and bool(text[end:].strip()),
    )


def _widened(spans: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    """The spans, the first of them from `start` and the last to `end`."""
    if len(spans) == 1:
        return ((start, end),)
    return ((start, spans[0][1]), *spans[1:-1], (spans[-1][0], end))


def _whole_words(text: str, window: Span) -> Span:
    """The window, narrowed so that it cuts no word in two."""
    start, end = window
    if start > 0 and not text[start - 1].isspace():
        start = text.find(" ", start, end) + 1 or start
    if end < len(text) and not text[end].isspace():
        last = text.rfind(" ", start, end)
        end = last if last > 0 else end
    return start, end


def reading(
    article: Article, claims: tuple[Claim, ...], focus: str | None = None
) -> Reading:
    """The article with its claims; with a focus, the evidence of that one alone."""
    shown = [claim for claim in claims if focus in (None, claim.id)]
    places: list[Mark] = [mark for claim in shown for mark in marks(claim)]
    return Reading(article, claims, tuple(pieces(article.text, places)), focus)
