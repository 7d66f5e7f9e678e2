"""Claims within claims: A says that B said."""

from collections.abc import Iterator, Sequence

from ontology.claim import Claim, Passage, Span


def nested(claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """Pairs of places in `claims`: a claim whose cue stands in another's content,
    then that other.

    Of several around it only the nearest counts: A says that B said that C said.
    """
    places = [_extent(claim.content) for claim in claims]
    for inner, claim in enumerate(claims):
        start, end = _extent(claim.cue)
        around = [
            outer
            for outer, (begin, stop) in enumerate(places)
            if begin <= start
            and end <= stop  # most are told apart by that alone
            and claim.speaker.id != claims[outer].speaker.id
            and _within(claim.cue, claims[outer])
        ]
        if around:
            yield inner, min(around, key=lambda outer: _length(claims[outer].content))


def _within(cue: Passage, other: Claim) -> bool:
    """Whether all of the cue stands in the other claim's content."""
    places = other.content.spans
    for start, end in cue.spans:
        for begin, stop in places:
            if begin <= start and end <= stop:
                break
        else:
            return False
    return bool(cue.spans)


def _extent(passage: Passage) -> Span:
    """From where a passage begins to where it ends; of none, nowhere."""
    if not passage.spans:
        return -1, -1
    return min(passage.spans)[0], max(end for _, end in passage.spans)


def _length(passage: Passage) -> int:
    return sum(end - start for start, end in passage.spans)
