"""Those who did not answer: news tells it, and it is no statement of theirs."""

from extract.attributions import Attribution
from extract.splitting import QUOTATION_MARKS

_ANSWERING = frozenset({"answer", "reply", "respond"})
_NOT = frozenset({"n't", "n’t", "never", "not", "yet"})


def is_silent(attribution: Attribution) -> bool:
    """Whether the cue tells that no answer came: "did not respond to a request"."""
    lemmas = {token.lemma_.lower() for token in attribution.cue}
    words = {token.lower_ for token in attribution.cue}
    if _ANSWERING.isdisjoint(lemmas) or _NOT.isdisjoint(words):
        return False
    told = (token for span in attribution.content for token in span)
    return not any(token.text in QUOTATION_MARKS for token in told)
