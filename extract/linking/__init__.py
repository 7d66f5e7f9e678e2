"""Role tags and link vectors put together into attributions.

- `parts`: the runs of words that are tagged as source, cue or content.
- `belonging`: the cue that each source and content belongs to, also where a quotation
  runs on over paragraphs (`running_quotes`).
- `sources`: the source of each cue, its own or that of one before it.
- `running_lists`: contents to the end of a list that they break off in.
- `conditional`: contents with the condition that follows them.
- `link(doc, ...)`: the attributions, mended and completed by grammar.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
from spacy.tokens import Doc

from extract.attributions import Attribution
from extract.coordination import continued
from extract.encoding.encoder import Outputs
from extract.encoding.viterbi import Floats
from extract.encoding.words import Words
from extract.linking.belonging import Linked, linked
from extract.linking.conditional import with_condition, with_second_condition
from extract.linking.parts import Page, Part, parts
from extract.linking.running_lists import with_whole_list
from extract.linking.sources import sources
from extract.mending import content_of, mended

__all__ = ["link"]


def link(
    doc: Doc, values: Outputs, read: tuple[Words, Sequence[int]], transitions: Floats
) -> tuple[Attribution, ...]:
    """The attributions of a document, in the order of their cues.

    A cue without content attributes nothing, unless grammar tells what, and is left
    out. One without a source of its own has that of a cue before it in the sentence
    ("demanded X and rejected Y", "said X, adding Y").
    """
    page = Page.of(doc, *read)
    found = parts(page, values["roles"], transitions)
    cues = [part for part in found if part.role == "cue"]
    if not cues:
        return ()
    tagged = _attributions(page, cues, linked(found, cues, page, values))
    taken = {index for part in found for index in range(part.start, part.end)}
    free = {page.indices[row] for row in range(len(page.indices)) if row not in taken}
    whole = [own for own in _whole(tagged, free) if own.content]
    ordered = sorted(whole, key=lambda attribution: attribution.cue.start)
    return tuple(with_second_condition(ordered))


def _attributions(
    page: Page, cues: Sequence[Part], belonging: Sequence[Sequence[Linked]]
) -> Iterable[Attribution]:
    """The attribution that each cue makes with what belongs to it."""
    theirs = sources([page.span(cue) for cue in cues], belonging)
    for cue, source, items in zip(cues, theirs, belonging, strict=True):
        contents = [item for item in items if item.part.role == "content"]
        sure = [item.confidence for item in (*source, *contents)]
        yield Attribution(
            source=tuple(page.span(item.part) for item in source),
            cue=page.span(cue),
            content=tuple(page.span(item.part) for item in contents),
            confidence=float(np.mean([cue.probability, *sure])),
        )


def _whole(found: Iterable[Attribution], free: set[int]) -> Iterable[Attribution]:
    """The attributions with what grammar gives them of the free tokens, and those with
    which their speakers go on."""
    for attribution in found:
        completed = _completed(attribution, free)
        if completed is not None:
            listed = with_whole_list(completed, free)
            yield from continued(mended(with_condition(listed, free)))


def _completed(attribution: Attribution, free: set[int]) -> Attribution | None:
    """The attribution, with a content by grammar if it has none; of free tokens."""
    if attribution.content:
        return attribution
    content = content_of(attribution.cue, attribution.source)
    if content is None or any(token.i not in free for token in content):
        return None
    return replace(attribution, content=(content,))
