"""Claims as pages show them: with the text around them, cut into pieces."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from api.showing.highlight import Mark, Piece, excerpts, marks, pieces
from api.showing.proofs import KEPT
from api.showing.sentences import proof
from graph.store import Store
from ontology.claim import Article, Claim, Span

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


def dealer(store: Store) -> Callable[[Claim], Card]:
    """What makes the card of a claim: each article is fetched once in a row."""

    @lru_cache(maxsize=KEPT)
    def text(article: str) -> str:
        return store.article(article).text

    return lambda claim: card(claim, text(claim.article.id))


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
    article: Article, claims: Sequence[Claim], focus: str | None = None
) -> Reading:
    """The article with its claims; with a focus, the evidence of that one alone."""
    shown = [claim for claim in claims if focus in (None, claim.id)]
    places: list[Mark] = [mark for claim in shown for mark in marks(claim)]
    found = tuple(pieces(article.text, places))
    return Reading(article, tuple(claims), found, focus)
