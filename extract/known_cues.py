"""Verbs that tell of a statement wherever somebody is their subject.

The encoder has learned cues from US political news, and half hears those that are rare
there: "undertook to", "is demanding", "turned down". Where it takes such a verb for
nothing at all, its scores as a cue are raised a little and the tags are read again.
"""

from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc, Token

from extract.encoding.labels import ROLE_TAGS
from extract.encoding.viterbi import Floats, best_path

RAISE = 2.5
"""What is added to the scores of a known verb as a cue: from odds of 1 to 12 on. On
PolNeAR's dev articles 0 to 3 give the same F1 within 0.1; what is found rises."""

_LEMMAS = (
    "accuse acknowledge admit advise advocate agree aim allege announce anticipate "
    "apologise apologize applaud appeal approve argue ask assail assure back believe "
    "blame blast boast call caution challenge chant charge cite claim comment "
    "complain concede conclude condemn confirm congratulate consider contend "
    "criticise criticize declare decline decry deem defend demand denounce deny "
    "describe disagree disavow dismiss dispute doubt echo email emphasise emphasize "
    "encourage endorse estimate exclaim expect explain express favor favour fear "
    "foresee hail hint hope imply indicate insist intend invite joke lament liken "
    "mention mock note object offer oppose order plan plead pledge point portray "
    "praise predict prefer press proclaim promise propose protest question quip "
    "rebuff rebuke recall recommend refuse regard reiterate reject remark remind "
    "repeat reply request resolve rubbish say seek shout slam speculate state stress "
    "suggest support suspect swear testify thank think threaten tout tweet undertake "
    "urge veto voice vow vote want warn wish wonder worry write"
)

VERBS = frozenset(_LEMMAS.split())
"""By their lemmas. Most are cues in at least half of their uses with a subject in
PolNeAR's train articles; the others are rare there."""

_OUTSIDE = ROLE_TAGS.index("O")
_CUE = [ROLE_TAGS.index(tag) for tag in ("B-cue", "I-cue")]


def role_tags(
    doc: Doc, scores: Floats, indices: Sequence[int], transitions: Floats
) -> list[int]:
    """The role of each word as an index into ROLE_TAGS.

    `scores` are those of each word's tags, `indices` the words' tokens.
    """
    start = np.zeros(len(ROLE_TAGS), dtype=np.float32)
    path = best_path(scores, transitions, start)
    unheard = [
        row
        for row, index in enumerate(indices)
        if path[row] == _OUTSIDE and _is_known(doc[index])
    ]
    if not unheard:
        return path
    raised = scores.copy()
    raised[np.ix_(unheard, _CUE)] += RAISE
    return best_path(raised, transitions, start)


def _is_known(token: Token) -> bool:
    """Whether it is a known verb that has, or shares, a subject."""
    if token.pos_ != "VERB" or token.lemma_.lower() not in VERBS:
        return False
    own = any(child.dep_.startswith("nsubj") for child in token.lefts)
    return own or token.dep_ == "conj"
