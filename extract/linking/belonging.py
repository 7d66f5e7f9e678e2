"""Sources and contents, each with the cue that it belongs to."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from extract.encoding.encoder import Outputs, softmax
from extract.encoding.viterbi import Floats
from extract.linking.parts import Page, Part
from extract.linking.running_quotes import Said, leaders

SPARE = 0.05
"""Probability from which a cue without content takes one that another can spare."""

NEARNESS = 4.0
"""What the logarithm of the distance in words costs a link's score. More than in
training (2): on dev sources go up by 0.3 F1, and no more with 6."""

OTHER_LINE = 30.0
"""What speaks against a cue in another line, as a link's score: more than all else,
unless the part is quoted, for quotations go on from line to line."""

OTHER_SENTENCE = 30.0
"""What speaks against a cue in another sentence where the content's own has one, unless
the content is quoted, as a link's score."""

ADJACENT = 8.0
"""What speaks for the cue right before a content, as a link's score."""


class Linked(NamedTuple):
    """A source or content, and how probably it belongs to the cue that has it."""

    part: Part
    probability: float

    @property
    def confidence(self) -> float:
        """How probably it is such a part, and that cue's."""
        return self.part.probability * self.probability


class Member(NamedTuple):
    """A source or content, and how probably it belongs to each of the cues."""

    part: Part
    votes: Floats


def linked(
    parts: Sequence[Part], cues: Sequence[Part], page: Page, values: Outputs
) -> list[list[Linked]]:
    """Of each cue the sources and contents that belong to it, in their order.

    Where a quotation runs on over paragraphs, each has the cue of the first, as surely.
    """
    members = [
        Member(part, _votes(part, cues, values, _place(part, cues, page)))
        for part in parts
        if part.role != "cue" and _may_belong(part, cues, page)
    ]
    owners = _with_spare_contents(members, len(cues))
    found: list[list[Linked]] = [[] for _ in cues]
    leading = _leaders(members, [cues[owner] for owner in owners], page)
    for member, leader in zip(members, leading, strict=True):
        owner = owners[leader]
        probability = float(members[leader].votes[owner])
        found[owner].append(Linked(member.part, probability))
    return found


def _may_belong(part: Part, cues: Sequence[Part], page: Page) -> bool:
    """Whether some cue stands in the line of a content without quotation marks."""
    loose = part.role == "content" and not page.is_quoted(part)
    return not loose or any(page.in_one_line(cue, part) for cue in cues)


def _place(part: Part, cues: Sequence[Part], page: Page) -> Floats:
    """What the place of the part speaks for each cue [C]."""
    loose = not page.is_quoted(part)
    content = part.role == "content"
    near = [loose and content and page.in_one_sentence(cue, part) for cue in cues]
    scores = [
        ADJACENT * (content and cue.end == part.start)
        - OTHER_LINE * (loose and not page.in_one_line(cue, part))
        - OTHER_SENTENCE * (any(near) and not own)
        for cue, own in zip(cues, near, strict=True)
    ]
    return np.array(scores, dtype=np.float32)


def _votes(part: Part, cues: Sequence[Part], values: Outputs, place: Floats) -> Floats:
    """How probably the part belongs to each cue; `place` speaks for and against them.

    Every word of the part points at the first word of its cue; they vote.
    """
    places = np.array([cue.start for cue in cues])
    keys = values["link_key"][places]
    queries = values["link_query"][part.start : part.end]
    distances = np.abs(np.arange(part.start, part.end)[:, None] - places)
    scores = queries @ keys.T / keys.shape[1] ** 0.5
    scores = scores - NEARNESS * np.log1p(distances) + place
    votes: Floats = softmax(scores).mean(0)
    return votes


def _with_spare_contents(members: Sequence[Member], cues: int) -> list[int]:
    """The cue of each member: the likeliest, but a cue without content takes one that
    a cue with several can spare."""
    owners = [int(member.votes.argmax()) for member in members]
    contents = _contents(members)
    held = Counter(owners[i] for i in contents)
    for cue in range(cues):
        spare = [
            i
            for i in contents
            if not held[cue] and held[owners[i]] > 1 and members[i].votes[cue] > SPARE
        ]
        if spare:
            taken = max(spare, key=lambda i: float(members[i].votes[cue]))
            held[owners[taken]] -= 1
            held[cue] += 1
            owners[taken] = cue
    return owners


def _leaders(members: Sequence[Member], cues: Sequence[Part], page: Page) -> list[int]:
    """For each member, with its cue, the number of the one whose cue it has in the end:
    mostly its own, or of a quotation that runs on, that of its first paragraph."""
    found = list(range(len(members)))
    contents = _contents(members)
    said = [
        Said(members[i].part.start, members[i].part.end, cues[i].start)
        for i in contents
    ]
    first = leaders(said, page.lines, page.quotes)
    for own, leader in zip(contents, first, strict=True):
        found[own] = contents[leader]
    return found


def _contents(members: Sequence[Member]) -> list[int]:
    return [i for i, member in enumerate(members) if member.part.role == "content"]
