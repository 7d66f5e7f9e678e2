"""Which phrases of a content a reader would file it under."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from extract.topics.actors import is_actor
from extract.topics.candidates import Candidate, candidates
from extract.topics.deeds import deeds
from extract.topics.features import Page, features
from extract.topics.taken_up import in_full, is_taken_up
from extract.topics.weighing import score


def ranked(contents: Sequence[Span], page: Page) -> list[Candidate]:
    """The phrases, the likeliest first; none where that only takes one up."""
    scores = {
        phrase: score(features(phrase, contents, page))
        for content in contents
        for phrase in candidates(content)
    }
    found = sorted(scores, key=lambda phrase: -scores[phrase])
    return [] if found and is_taken_up(found[0], contents) else found


def names(
    phrases: Sequence[Candidate], contents: Sequence[Span], told: Sequence[Candidate]
) -> Iterator[str]:
    """What a content is about, the likeliest first.

    Where its best phrase is but somebody who acts, or says little by itself, it is as
    well about the next best that does not; or about what they do, where that is but a
    circumstance of it.
    """
    if not phrases:
        yield from deeds(contents, None)
        return
    best = phrases[0]
    yield in_full(best, told).name
    if is_actor(best.head) or best.is_vague or best.is_frame:
        rest = (c for c in phrases if c.head != best.head)
        things = [c for c in rest if not (c.is_vague or is_actor(c.head))][:1]
        done = deeds(contents, best.head)
        beside = bool(done) and all(thing.head.dep_ == "obl" for thing in things)
        yield from done if beside else (in_full(one, told).name for one in things)
