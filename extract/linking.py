"""Role tags and link vectors put together into attributions."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc, Span

from extract.attributions import Attribution
from extract.encoder import Outputs, softmax
from extract.labels import DISTANCE_DECAY, ROLE_TAGS, spans_of
from extract.viterbi import Floats, best_path

REACH = 300
"""Words between a part and the cue it may belong to; a window holds about as many."""


class Part(NamedTuple):
    """A tagged run of words `[start, end)`, and the mean probability of its tags."""

    start: int
    end: int
    role: str
    probability: float


def link(
    doc: Doc, values: Outputs, indices: Sequence[int], transitions: Floats
) -> tuple[Attribution, ...]:
    """The attributions of a document, in the order of their cues."""
    parts = role_parts(values["roles"], transitions)
    cues = [part for part in parts if part.role == "cue"]
    if not cues:
        return ()
    members: dict[int, list[tuple[Part, float]]] = defaultdict(list)
    for part in parts:
        if part.role != "cue":
            cue, probability = _cue_of(part, cues, values)
            members[cue].append((part, probability))

    def span(part: Part) -> Span:
        return Span(
            doc, indices[part.start], indices[part.end - 1] + 1, label=part.role
        )

    return tuple(
        _attribution(cue, members[number], span)
        for number, cue in enumerate(cues)
        if any(part.role == "content" for part, _ in members[number])
    )


def role_parts(scores: Floats, transitions: Floats) -> list[Part]:
    """The tagged runs of words, from the best legal sequence of role tags."""
    start = np.zeros(len(ROLE_TAGS), dtype=np.float32)
    path = best_path(scores, transitions, start)
    probabilities = softmax(scores)[np.arange(len(path)), path]
    return [
        Part(a, b, role, float(probabilities[a:b].mean()))
        for a, b, role in spans_of([ROLE_TAGS[tag] for tag in path])
    ]


def _cue_of(part: Part, cues: Sequence[Part], values: Outputs) -> tuple[int, float]:
    """The cue that the part belongs to, by number, and its probability.

    Every word of the part points at the first word of its cue; they vote.
    """
    places = np.array([cue.start for cue in cues])
    middle = (part.start + part.end) // 2
    near = np.flatnonzero(np.abs(places - middle) <= REACH)
    near = near if len(near) else np.arange(len(cues))
    keys = values["link_key"][places[near]]
    queries = values["link_query"][part.start : part.end]
    distances = np.abs(np.arange(part.start, part.end)[:, None] - places[near])
    scores = queries @ keys.T / keys.shape[1] ** 0.5
    votes = softmax(scores - DISTANCE_DECAY * np.log1p(distances)).mean(0)
    best = int(votes.argmax())
    return int(near[best]), float(votes[best])


def _attribution(
    cue: Part, members: Sequence[tuple[Part, float]], span: Callable[[Part], Span]
) -> Attribution:
    sources = [item for item in members if item[0].role == "source"]
    contents = [item for item in members if item[0].role == "content"]
    source = _one_source(sources)
    probabilities = [cue.probability]
    probabilities += [p.probability * linked for p, linked in (*source, *contents)]
    return Attribution(
        source=tuple(span(part) for part, _ in source),
        cue=span(cue),
        content=tuple(span(part) for part, _ in contents),
        confidence=float(np.mean(probabilities)),
    )


def _one_source(sources: list[tuple[Part, float]]) -> list[tuple[Part, float]]:
    """The source that is surest; an attribution with two is a tagging error."""
    return sorted(sources, key=lambda item: item[1] * item[0].probability)[-1:]
