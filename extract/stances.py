"""The stance of each attribution, with its polarity and the reason for it."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc

from extract.attributions import Attribution
from extract.components import doc_words
from extract.encoder import Encoder
from extract.pieces import pieces
from extract.stance_input import marked, roles
from extract.stance_rules import SURE, TURNED, rule
from extract.viterbi import Floats
from ontology.claim import StanceReason
from ontology.stances import Polarity, Stance

STANCES, POLARITIES = list(Stance), list(Polarity)

_MODALS = frozenset(
    [
        "must",
        "should",
        "shall",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "need",
        "have",
    ]
)


class Stanced(NamedTuple):
    """A stance with the speaker's attitude to the topic, and why."""

    stance: Stance
    polarity: Polarity
    reason: StanceReason


def stances(
    doc: Doc, attributions: Sequence[Attribution], encoder: Encoder
) -> list[Stanced]:
    """The stance of each attribution, in order."""
    if not attributions:
        return []
    words, tokens = doc_words(doc)
    ids = pieces(words.texts)
    rows = {token: row for row, token in enumerate(tokens)}
    read = [marked(_roles(attribution, rows), ids) for attribution in attributions]
    return [
        _decide(attribution, stance, polarity)
        for attribution, stance, polarity in zip(
            attributions, *encoder.stances(read), strict=True
        )
    ]


def _roles(attribution: Attribution, rows: dict[int, int]) -> dict[int, int]:
    source, cue, content = (
        [rows[t.i] for span in spans for t in span if t.i in rows]
        for spans in (attribution.source, (attribution.cue,), attribution.content)
    )
    return roles(source, cue, content, len(rows))


def _decide(attribution: Attribution, stance: Floats, polarity: Floats) -> Stanced:
    order = np.argsort(-stance)
    best, probability = STANCES[order[0]], float(stance[order[0]])
    detail = f"{_signals(attribution)}; next: {STANCES[order[1]]}"
    signal = "model"
    content = " ".join(span.text for span in attribution.content)
    attitude = POLARITIES[int(polarity.argmax())]
    ruled = rule(attribution.cue.text, content) if probability < SURE else None
    if ruled and ruled[0].stance != best:
        own, words = ruled
        signal, detail = own.name, f"{words!r}; model: {best}"
        best, probability = own.stance, float(stance[STANCES.index(own.stance)])
        if own is TURNED and attitude is Polarity.AGAINST:
            attitude = Polarity.FOR
    reason = StanceReason(
        signal=signal, detail=detail, probability=round(probability, 4)
    )
    return Stanced(best, attitude, reason)


def _signals(attribution: Attribution) -> str:
    """The words that a reader would look at: the cue's lemma and the modals."""
    verbs = [t.lemma_ for t in attribution.cue if t.pos_ in ("VERB", "NOUN", "ADJ")]
    cue = " ".join(verbs) or attribution.cue.text
    modals = dict.fromkeys(
        token.lower_
        for span in attribution.content
        for token in span
        if token.tag_ == "MD" or (token.lemma_ in _MODALS and token.pos_ == "AUX")
    )
    return f"cue {cue!r}" + (f", modal {', '.join(modals)!r}" if modals else "")
