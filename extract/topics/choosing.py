"""Which phrases of a content a reader would file it under."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from extract.topics.actors import is_actor
from extract.topics.candidates import Candidate, candidates
from extract.topics.coordinated import others
from extract.topics.deeds import deed_alone, deeds
from extract.topics.features import Page, features, steps
from extract.topics.taken_up import in_full, is_taken_up
from extract.topics.weighing import score

_CIRCUMSTANCES = frozenset(
    {"after", "at", "before", "by", "during", "from", "in", "since", "under", "until",
     "without"}
)  # fmt: skip
"""Prepositions before when, where and how something is done."""


def ranked(contents: Sequence[Span], page: Page) -> list[Candidate]:
    """The phrases, the likeliest first; none where that only takes one up."""
    found = [phrase for content in contents for phrase in candidates(content)]
    if len(found) > 1:
        found.sort(key=lambda phrase: -score(features(phrase, contents, page)))
    return [] if found and is_taken_up(found[0], contents) else found


def names(
    phrases: Sequence[Candidate], contents: Sequence[Span], earlier: Sequence[Candidate]
) -> Iterator[str]:
    """What a content is about, the likeliest first.

    Where its best phrase is but somebody who acts, or says little by itself, it is as
    well about the next best that does not; or about what they do, where that is but a
    circumstance of it. So it is about the other members of the best one's list.
    """
    if not phrases:
        yield from deeds(contents, None) or deed_alone(contents)
        return
    best = phrases[0]
    yield in_full(best, earlier).name
    if _is_circumstance(best, contents):
        yield from deeds(contents, None)
    if _says_little(best):
        things = (c for c in phrases if c.head != best.head and not _says_less(c))
        thing, done = next(things, None), deeds(contents, best.head)
        if done and (thing is None or thing.head.dep_ == "obl"):
            yield from done
        elif thing:
            yield in_full(thing, earlier).name
        best = thing or best
    yield from (in_full(one, earlier).name for one in others(best, phrases))


def _says_less(found: Candidate) -> bool:
    """Whether it is but somebody who acts, or no topic by itself."""
    return is_actor(found.head) or found.is_vague


def _says_little(best: Candidate) -> bool:
    return _says_less(best) or best.is_frame


def _is_circumstance(found: Candidate, contents: Sequence[Span]) -> bool:
    """Whether it only tells when, where or why something is done."""
    above = [token for content in contents for token in steps(found.head, content)]
    case = {token.lower_ for token in found.head.lefts if token.dep_ == "case"}
    beside = found.head.dep_ == "obl" and not case.isdisjoint(_CIRCUMSTANCES)
    return beside or any(token.dep_ == "advcl" for token in above)
