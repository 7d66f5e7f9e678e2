"""Verbs without a subject of their own, and those that lend them theirs."""

from extract.agents.tokens import Tokens

HIGHEST = 4
"""Steps up the tree to a verb that lends its subject."""

SHARED_SUBJECT = frozenset({"advcl", "conj", "xcomp", "parataxis"})
"""Relations of a verb that has its subject from the verb above it."""


def lenders(tokens: Tokens, verb: int) -> list[int]:
    """The verbs above one without a subject of its own that it shares theirs
    with, the nearest first; none of a passive: asked if she would go, he said."""
    found: list[int] = []
    while len(found) < HIGHEST and not _stands_alone(tokens, verb):
        verb = tokens.heads[verb]
        found.append(verb)
    return found


def _stands_alone(tokens: Tokens, verb: int) -> bool:
    """Whether a verb has a subject, or shares none with the verb above it."""
    below = [tokens.deps[i] for i in tokens.children(verb)]
    if any(relation.startswith(("nsubj", "aux:pass")) for relation in below):
        return True
    relation = tokens.deps[verb].split(":")[0]
    passive = tokens.tags[verb] in ("VBN", "VBD") and "aux" not in below
    return relation not in SHARED_SUBJECT or (passive and relation == "advcl")
