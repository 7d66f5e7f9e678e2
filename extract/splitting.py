"""Lists of demands: each item a content of its own."""

from dataclasses import replace

from spacy.tokens import Span, Token

from extract.attributions import Attribution
from ontology.stances import Stance

SPLIT = frozenset({Stance.DEMANDS, Stance.PROPOSES, Stance.PROMISES})
"""Stances whose coordinated contents are several demands, proposals or promises."""

SHORTEST_ITEM = 2
"""Words that an item needs; "land and water" is one topic, not two demands."""


def items(attribution: Attribution) -> list[Attribution]:
    """The attribution once for each coordinated item of its content.

    Whole where the content is in several pieces or is no list.
    """
    if len(attribution.content) != 1:
        return [attribution]
    parts = _parts(attribution.content[0])
    return [replace(attribution, content=(part,)) for part in parts]


def _parts(content: Span) -> list[Span]:
    heads = _conjuncts(content.root, content)
    starts = [content.start, *(_left(head, content) for head in heads[1:])]
    if starts != sorted(set(starts)):
        return [content]
    ends = [*starts[1:], content.end]
    parts = [_trim(content.doc[a:b]) for a, b in zip(starts, ends, strict=True)]
    if any(len(part) < SHORTEST_ITEM for part in parts):
        return [content]
    return parts


def _conjuncts(head: Token, content: Span) -> list[Token]:
    """The coordinated heads inside the content, and those coordinated with them."""
    found = [head]
    for child in head.children:
        if child.dep_ == "conj" and content.start <= child.i < content.end:
            found.extend(_conjuncts(child, content))
    return sorted(found, key=lambda token: token.i)


def _left(head: Token, content: Span) -> int:
    """Where the item of this head begins, its conjunction and comma left out."""
    own = [t for t in head.subtree if content.start <= t.i <= head.i]
    return min(
        (t.i for t in own if t.dep_ not in ("cc", "punct") or t.i == head.i),
        default=head.i,
    )


def _trim(part: Span) -> Span:
    """The item without the comma and the conjunction that lead to the next."""
    start, end = part.start, part.end
    while end > start + 1 and (
        part.doc[end - 1].dep_ == "cc" or part.doc[end - 1].text in ",;"
    ):
        end -= 1
    return Span(part.doc, start, end, label=part.label_)
