"""Attributions mended where the tags are at odds with lines or with grammar.

- `mended`: what is said begins, as its source does, after a dateline (`datelines`), it
  ends before the verb whose subject the cue is, and lies in the cue's sentence
  (`contents`); in "was called a thief by her" and "her call for calm", she speaks, and
  a cue without a source has the one that grammar gives it (`sources`); it ends before
  the day on which it is said (`cues`).
- `content_of`: a cue without a content has what grammar gives it (`governed`).
- `without_nameless`: nobody speaks within the words of another.
"""

from collections.abc import Sequence
from dataclasses import replace

from extract.attributions import Attribution
from extract.mending.contents import before_agent, cut, near, without_pronoun
from extract.mending.cues import undated
from extract.mending.datelines import after_dateline, is_dateline
from extract.mending.governed import content_of
from extract.mending.sources import agent_of, owner_of, suffers, with_subject

__all__ = ["content_of", "mended", "without_nameless"]


def mended(attribution: Attribution) -> Attribution:
    """The attribution with its cue and contents cut and its agent as source; without
    content where only a dateline was taken for one."""
    attribution = replace(attribution, cue=undated(attribution.cue))
    pieces = [after_dateline(cut(p, attribution.cue)) for p in attribution.content]
    kept = near([piece for piece in pieces if len(piece)], attribution)
    content = without_pronoun([piece for piece in kept if not is_dateline(piece)])
    agent = agent_of(attribution)
    if agent is not None:
        said = tuple(before_agent(piece, agent) for piece in content)
        return replace(attribution, content=said, source=(agent,))
    own = tuple(after_dateline(span) for span in attribution.source)
    owner = owner_of(attribution)
    if owner is not None:
        return replace(attribution, content=content, source=(owner,))
    if own and suffers(attribution):
        return replace(attribution, content=content, source=())
    if own:
        return replace(attribution, content=content, source=own)
    return with_subject(replace(attribution, content=content))


def without_nameless(found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Without those that name nobody and stand in the words of another: in "he
    demands a pact banning mines", nobody bans them."""
    said = {
        token.i: number
        for number, one in enumerate(found)
        for span in one.content
        for token in span
    }
    return tuple(
        one
        for number, one in enumerate(found)
        if one.source or said.get(one.cue.start, number) == number
    )
