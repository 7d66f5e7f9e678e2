"""Verbs that tell of a statement wherever somebody is their subject.

The encoder has learned cues from US political news, and half hears those that are rare
there: "undertook to", "is demanding", "turned down". Where it takes such a verb for
nothing at all, its scores as a cue are raised a little and the tags are read again.
"""

from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc, Token

from extract.labels import ROLE_TAGS
from extract.viterbi import Floats, best_path

RAISE = 2.5
"""What is added to the scores of a known verb as a cue: from odds of 1 to 12 on. On
PolNeAR's dev articles 2 and 4 give the same F1 within 0.1."""

_LEMMAS = (
    "accept accuse acknowledge admit advise advocate agree aim allege announce "
    "anticipate apologise apologize applaud appeal approve argue ask assail assert "
    "assure back believe blame blast boast call caution challenge chant charge cite "
    "claim comment complain concede conclude condemn confirm congratulate consider "
    "contend criticise criticize declare decline decry deem defend demand denounce "
    "deny describe disagree disavow dismiss dispute doubt echo email emphasise "
    "emphasize encourage endorse estimate exclaim expect explain express favor favour "
    "fear foresee hail hint hope imply indicate insist intend invite joke justify "
    "lament liken mention mock note object offer oppose order plan plead pledge point "
    "portray praise predict prefer press proclaim promise propose protest push "
    "question quip rebuff rebuke recall recommend refuse regard reiterate reject "
    "remark remind repeat reply request resolve rubbish say seek shout slam speculate "
    "state stress suggest support suspect swear tell testify thank think threaten tout "
    "tweet undertake urge veto voice vow vote want warn wish wonder worry write"
)

NAME = 8.0
"""What is taken from the score of a name's word as the first of a cue."""

VERBS = frozenset(_LEMMAS.split())
"""By their lemmas. Most are cues in at least half of their uses with a subject in
PolNeAR's train articles; the others are rare there."""

_NAMES = frozenset({"LOCATION", "PERSON"})
_OUTSIDE = ROLE_TAGS.index("O")
_CUE = [ROLE_TAGS.index(tag) for tag in ("B-cue", "I-cue")]


def role_tags(
    doc: Doc, scores: Floats, indices: Sequence[int], transitions: Floats
) -> list[int]:
    """The role of each word as an index into ROLE_TAGS.

    `scores` are those of each word's tags, `indices` the words' tokens.
    """
    start = np.zeros(len(ROLE_TAGS), dtype=np.float32)
    names = [row for row, index in enumerate(indices) if _is_name(doc[index])]
    scores = scores.copy()
    scores[names, _CUE[0]] -= NAME
    path = best_path(scores, transitions, start)
    unheard = [
        row
        for row, index in enumerate(indices)
        if path[row] == _OUTSIDE and _is_known(doc[index])
    ]
    if not unheard:
        return path
    scores[np.ix_(unheard, _CUE)] += RAISE
    return best_path(scores, transitions, start)


def _is_name(token: Token) -> bool:
    """Whether it is part of a name: nobody says anything in Port Said."""
    return token.pos_ == "PROPN" and token.ent_type_ in _NAMES


def _is_known(token: Token) -> bool:
    """Whether it is a known verb that has, or shares, a subject."""
    if token.pos_ != "VERB" or token.lemma_.lower() not in VERBS:
        return False
    own = any(child.dep_.startswith("nsubj") for child in token.lefts)
    return own or token.dep_ == "conj"
