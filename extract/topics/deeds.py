"""What somebody does or is to do, as a noun: "to negotiate" is about negotiation."""

import csv
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from spacy.tokens import Span, Token

TABLE = Path(__file__).with_name("deeds.tsv")
"""A verb a line, and the noun under which what it does would be filed."""

_CLAUSES = frozenset({"acl", "advcl", "ccomp", "xcomp"})


@cache
def _nouns() -> dict[str, str]:
    with TABLE.open(encoding="utf-8") as lines:
        return dict(csv.reader(list(lines)[2:], delimiter="\t"))


def deeds(contents: Sequence[Span], actor: Token | None) -> list[str]:
    """The nouns known for what the actor does, or else for the contents' own verb.

    "Banks to lend" and "banks are ready to lend" are about lending, if it is listed.
    """
    above = contents[0].root if actor is None else actor.head
    inside = {token.i for span in contents for token in span}
    verbs = (verb.lemma_.lower() for verb in _chain(above, actor) if verb.i in inside)
    return [_nouns()[verb] for verb in verbs if verb in _nouns()]


def deed_alone(contents: Sequence[Span]) -> list[str]:
    """What contents of a verb alone tell somebody to do, or not to: "resigning"."""
    root = contents[0].root
    words = [token for content in contents for token in content]
    about = any(token.pos_ in ("PRON", "NOUN", "PROPN") for token in words)
    suffered = any(token.dep_ == "aux:pass" for token in root.lefts)
    deed = root.pos_ == "VERB" and root.dep_ == "xcomp"
    return [root.lower_] if deed and not (about or suffered) else []


def _chain(above: Token, actor: Token | None) -> Iterator[Token]:
    """The verb, unless it is only done to the actor, and those that go on from it."""
    if actor is None or actor.dep_ == "nsubj":
        yield above
    for below in above.rights:
        later = actor is None or below.i > actor.i
        done_to = (below.dep_, below.tag_) == ("acl", "VBN")
        if later and below.dep_ in _CLAUSES and not done_to:
            yield below
