"""One quote whose wording differs from outlet to outlet."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.read_model.rows import outlet
from graph.search.filters import ClaimFilter
from graph.search.plan import plan
from ontology.claim import Claim
from ontology.ids import slug

ALIKE = 0.6
"""Share of words in common, in order, from which two quotes count as one said
once; below it are quotes that merely share a phrase."""

MOST_QUOTES = 2000
"""How many quotes are compared at once, the newest: about a second's work."""

_SHINGLE = 2
"""Words in a row that two variants must share to be compared at all."""

_COMMONEST = 30
"""A run of words in more quotes than these is a set phrase, not a trace."""


@dataclass(frozen=True)
class Difference:
    """Words of the first that stand as other words in the second; either may be ''."""

    first: str
    second: str


@dataclass(frozen=True)
class Variant:
    """Two renderings of one quote; `alike` is the share of words in common."""

    first: Claim
    second: Claim
    alike: float
    differences: tuple[Difference, ...]


def variants(
    source: ReadModel | HasReadModel, wanted: ClaimFilter, *, alike: float = ALIKE
) -> tuple[Variant, ...]:
    """Pairs of quotes by one speaker, in two outlets, that are alike but not the same.

    Of the newest `MOST_QUOTES` verbatim claims that match; the most alike first.
    """
    scope = ClaimFilter.of(quote=("direct", "mixed"), all_of=(wanted,))
    model = read_model_of(source)
    with model.reading() as db:
        chosen = plan(db, scope)
        rows = db.execute(
            f"SELECT claim.key FROM claim WHERE {chosen.where}"
            " ORDER BY +day DESC, +claim.key DESC LIMIT ?",
            (*chosen.parameters, MOST_QUOTES),
        ).fetchall()
        claims = model.claims([key for (key,) in rows])
    found = [each for each in _pairs(claims) if each.alike >= alike]
    return tuple(sorted(found, key=lambda each: (-each.alike, each.first.id)))


def _pairs(claims: Sequence[Claim]) -> Iterator[Variant]:
    for one, other in sorted(_candidates(claims)):
        first, second = claims[one], claims[other]
        one_speaker = first.speaker.id == second.speaker.id
        if one_speaker and _carrier(first) != _carrier(second):
            found = compared(first, second)
            if found.differences:
                yield found


def _candidates(claims: Sequence[Claim]) -> set[tuple[int, int]]:
    """Pairs of places in `claims` that share a run of words."""
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, claim in enumerate(claims):
        words = _folded(_words(claim))
        for start in range(max(1, len(words) - _SHINGLE + 1)):
            shingle = tuple(words[start : start + _SHINGLE])
            if places[shingle][-1:] != [place]:
                places[shingle].append(place)
    return {
        pair
        for several in places.values()
        if len(several) <= _COMMONEST
        for pair in combinations(several, 2)
    }


def compared(first: Claim, second: Claim) -> Variant:
    """How two quotes differ, word by word; marks and case do not count."""
    here, there = _words(first), _words(second)
    matcher = SequenceMatcher(None, _folded(here), _folded(there), autojunk=False)
    differences = tuple(
        Difference(" ".join(here[a:b]), " ".join(there[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    )
    return Variant(first, second, round(matcher.ratio(), 4), differences)


def _words(claim: Claim) -> list[str]:
    return re.findall(r"\w+(?:['’-]\w+)*", claim.content.text)


def _folded(words: list[str]) -> list[str]:
    return [slug(word) for word in words]


def _carrier(claim: Claim) -> str:
    known = outlet(claim.article)
    return known[0] if known else claim.article.id
