"""The stance of each attribution, with its polarity and the reason for it."""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from extract.attributions import Attribution
from extract.encoding.encoded import outputs, word_tokens
from extract.encoding.encoder import Encoder
from extract.encoding.stance_input import marked, roles
from extract.encoding.viterbi import Floats
from extract.stance_rules import Rule, rule
from ontology.claim import StanceReason
from ontology.stances import DEFAULT_POLARITY, OTHER_SIDE, Polarity, Stance

STANCES, POLARITIES = list(Stance), list(Polarity)

_MODALS = frozenset(
    {"can", "could", "have", "may", "might", "must", "need", "shall", "should", "will",
     "would"}
)  # fmt: skip

_ONE_SIDED = frozenset(
    {Stance.SUPPORTS, Stance.OPPOSES, Stance.ACCUSES, Stance.THREATENS, Stance.WARNS}
)
"""Stances that take a side by what they mean: 97 to 99 % of their labels have it."""


class Stanced(NamedTuple):
    """A stance with the speaker's attitude to the topic, and why."""

    stance: Stance
    polarity: Polarity
    reason: StanceReason


def stances(
    doc: Doc, attributions: Sequence[Attribution], encoder: Encoder
) -> list[Stanced]:
    """The stance of each attribution, in order, of a document the encoder has read."""
    if not attributions:
        return []
    rows = {token: row for row, token in enumerate(word_tokens(doc))}
    vectors = outputs(doc)["middle"]
    read = [marked(_roles(own, rows), vectors) for own in attributions]
    return [
        _decide(attribution, stance, polarity)
        for attribution, stance, polarity in zip(
            attributions, *encoder.stances(read), strict=True
        )
    ]


def _roles(attribution: Attribution, rows: dict[int, int]) -> dict[int, int]:
    source, cue, content = (
        [rows[i] for span in spans for i in range(span.start, span.end) if i in rows]
        for spans in (attribution.source, (attribution.cue,), attribution.content)
    )
    return roles(source, cue, content, len(rows))


def _decide(attribution: Attribution, stance: Floats, polarity: Floats) -> Stanced:
    likely = dict(zip(STANCES, stance.tolist(), strict=True))
    best, second = sorted(STANCES, key=lambda name: -likely[name])[:2]
    attitude = POLARITIES[int(polarity.argmax())]
    ruled = _ruled(attribution, best, likely)
    if ruled is None:
        signal, detail = "model", f"{_signals(attribution)}; next: {second}"
        chosen = best
    else:
        own, words, chosen = ruled
        signal, detail = own.name, f"{words!r}; model: {best}"
        if attitude is own.turned:
            attitude = OTHER_SIDE[attitude]
    if chosen in _ONE_SIDED:
        attitude = DEFAULT_POLARITY[chosen]
    probability = round(likely[chosen], 4)
    reason = StanceReason(signal=signal, detail=detail, probability=probability)
    return Stanced(chosen, attitude, reason)


def _ruled(
    attribution: Attribution, best: Stance, likely: dict[Stance, float]
) -> tuple[Rule, str, Stance] | None:
    """The rule that gives another stance than the reader's best, the words that it
    fits, and that stance."""
    content = " ".join(span.text for span in attribution.content)
    found = rule(attribution.cue.text, content, likely[best])
    if found is None or best in found[0].stances:
        return None
    return *found, max(found[0].stances, key=lambda name: likely[name])


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
