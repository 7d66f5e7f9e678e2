"""Role tags and link vectors put together into attributions."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc, Span, Token

from extract.attributions import Attribution
from extract.coordination import continued
from extract.encoder import Outputs, softmax
from extract.known_cues import role_tags
from extract.labels import ROLE_TAGS, spans_of
from extract.mending import content_of, mended
from extract.running_lists import with_whole_list
from extract.running_quotes import Said, leaders
from extract.viterbi import Floats
from extract.words import Words

SPARE = 0.05
"""Probability from which a cue without content takes one that another can spare."""

NEARNESS = 4.0
"""What the logarithm of the distance in words costs a link's score. More than in
training (2): on dev sources go up by 0.3 F1, and no more with 6."""

OTHER_LINE = 30.0
"""What speaks against a cue in another line, as a link's score: more than all else,
unless the part is quoted, for quotations go on from line to line."""

ADJACENT = 8.0
"""What speaks for the cue right before a content, as a link's score."""

QUOTES = frozenset("\"“‘«'")


class Part(NamedTuple):
    """A tagged run of words `[start, end)`, and the mean probability of its tags."""

    start: int
    end: int
    role: str
    probability: float


class Member(NamedTuple):
    """A source or content, and how probably it belongs to each of the cues."""

    part: Part
    votes: Floats


def link(
    doc: Doc, values: Outputs, read: tuple[Words, Sequence[int]], transitions: Floats
) -> tuple[Attribution, ...]:
    """The attributions of a document, in the order of their cues.

    A cue without content attributes nothing, unless grammar tells what, and is left
    out. One without a source of its own has that of a cue before it in the sentence
    ("demanded X and rejected Y", "said X, adding Y").
    """
    words, indices = read
    lines = np.cumsum(np.array(words.breaks) > 0).tolist()
    scores = values["roles"]
    tagged = role_parts(scores, role_tags(doc, scores, indices, transitions))
    parts = [own for part in tagged for own in _by_line(doc, part, indices, lines)]
    cues = [part for part in parts if part.role == "cue"]
    if not cues:
        return ()
    members = [
        Member(
            p, _votes(p, cues, values, _place(doc[indices[p.start]], p, cues, lines))
        )
        for p in parts
        if p.role != "cue" and _may_belong(doc[indices[p.start]], p, cues, lines)
    ]
    owners = _with_spare_contents(members, len(cues))
    members, owners = _running_on(members, owners, cues, lines, words.quotes)
    own: list[list[tuple[Part, float]]] = [[] for _ in cues]
    for member, owner in zip(members, owners, strict=True):
        own[owner].append((member.part, float(member.votes[owner])))
    sources = [_one_source(items) for items in own]

    def span(part: Part) -> Span:
        last = indices[part.end - 1] + 1
        return Span(doc, indices[part.start], last, label=part.role)

    spans = [span(cue) for cue in cues]
    found = (
        _attribution(cue, sources[_source_of(number, spans, sources)], items, span)
        for number, (cue, items) in enumerate(zip(cues, own, strict=True))
    )
    taken = {index for part in parts for index in range(part.start, part.end)}
    free = {indices[row] for row in range(len(indices)) if row not in taken}
    completed = (_completed(each, free) for each in found)
    listed = (with_whole_list(each, free) for each in completed if each)
    whole = (own for each in listed for own in continued(mended(each)))
    return tuple(sorted((own for own in whole if own.content), key=_place_of_cue))


def _place_of_cue(attribution: Attribution) -> int:
    return attribution.cue.start


def _completed(attribution: Attribution, free: set[int]) -> Attribution | None:
    """The attribution, with a content by grammar if it has none; of free words."""
    if attribution.content:
        return attribution
    content = content_of(attribution.cue, attribution.source)
    if content is None or any(token.i not in free for token in content):
        return None
    return replace(attribution, content=(content,))


def _by_line(
    doc: Doc, part: Part, indices: Sequence[int], lines: Sequence[int]
) -> list[Part]:
    """The part, each of its lines by itself; a quotation may go on over several."""
    if doc[indices[part.start]].text in QUOTES:
        return [part]
    inside = range(part.start + 1, part.end)
    starts = [part.start, *(row for row in inside if lines[row] > lines[row - 1])]
    ends = [*starts[1:], part.end]
    return [part._replace(start=a, end=b) for a, b in zip(starts, ends, strict=True)]


def _may_belong(
    first: Token, part: Part, cues: Sequence[Part], lines: Sequence[int]
) -> bool:
    """Whether some cue stands in the line of a content without quotation marks."""
    loose = part.role == "content" and first.text not in QUOTES
    return not loose or any(lines[cue.start] == lines[part.start] for cue in cues)


def _place(
    first: Token, part: Part, cues: Sequence[Part], lines: Sequence[int]
) -> Floats:
    """What the place of the part speaks for each cue [C]."""
    loose = first.text not in QUOTES
    content = part.role == "content"
    scores = [
        ADJACENT * (content and cue.end == part.start)
        - OTHER_LINE * (loose and lines[cue.start] != lines[part.start])
        for cue in cues
    ]
    return np.array(scores, dtype=np.float32)


def role_parts(scores: Floats, path: Sequence[int]) -> list[Part]:
    """The runs of words that have the same role, by the tag of each word."""
    probabilities = softmax(scores)[np.arange(len(path)), path]
    return [
        Part(a, b, role, float(probabilities[a:b].mean()))
        for a, b, role in spans_of([ROLE_TAGS[tag] for tag in path])
    ]


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
    contents = [i for i, m in enumerate(members) if m.part.role == "content"]
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


def _running_on(
    members: Sequence[Member],
    owners: Sequence[int],
    cues: Sequence[Part],
    lines: Sequence[int],
    quotes: Sequence[int],
) -> tuple[list[Member], list[int]]:
    """The members and their cues; where a quotation runs on over paragraphs, with the
    cue of the paragraph before, as surely."""
    contents = [i for i, m in enumerate(members) if m.part.role == "content"]
    said = [
        Said(members[i].part.start, members[i].part.end, cues[owners[i]].start)
        for i in contents
    ]
    carried, whose = list(members), list(owners)
    for own, leader in zip(contents, leaders(said, lines, quotes), strict=True):
        first = contents[leader]
        carried[own] = members[own]._replace(votes=members[first].votes)
        whose[own] = owners[first]
    return carried, whose


def _one_source(items: Sequence[tuple[Part, float]]) -> list[tuple[Part, float]]:
    """The source that is surest; an attribution with two is a tagging error."""
    sources = [item for item in items if item[0].role == "source"]
    return sorted(sources, key=lambda item: item[1] * item[0].probability)[-1:]


def _source_of(
    number: int, cues: Sequence[Span], sources: Sequence[Sequence[object]]
) -> int:
    """The cue whose source is that of cue `number`: itself, or one before it in the
    sentence, unless its verb has a subject of its own after that one."""
    doc = cues[number].doc
    subject = _subject_of(cues[number])
    for earlier in range(number, -1, -1):
        between = range(cues[earlier].start + 1, cues[number].start + 1)
        if any(doc[i].is_sent_start or doc[i] == subject for i in between):
            break
        if sources[earlier]:
            return earlier
    return number


def _subject_of(cue: Span) -> Token | None:
    """The subject of the cue's verb; none where a pronoun opens a relative clause, for
    the noun before that speaks."""
    subjects = (t for t in cue.root.lefts if t.dep_ == "nsubj")
    return next((t for t in subjects if t.tag_ not in ("WDT", "WP")), None)


def _attribution(
    cue: Part,
    source: Sequence[tuple[Part, float]],
    items: Sequence[tuple[Part, float]],
    span: Callable[[Part], Span],
) -> Attribution:
    contents = [item for item in items if item[0].role == "content"]
    probabilities = [cue.probability]
    probabilities += [p.probability * linked for p, linked in (*source, *contents)]
    return Attribution(
        source=tuple(span(part) for part, _ in source),
        cue=span(cue),
        content=tuple(span(part) for part, _ in contents),
        confidence=float(np.mean(probabilities)),
    )
